/**
 * From a recording to an optimised trace: roots (first iteration and body) and side traces.
 */
import type { Exit, FunctionCall, Ins, Parameter, SnapshotFrame, Trace, TraceEnd, Tree } from '../ir/trace.ts';
import { closeLoop } from './close.ts';
import type { Context } from './context.ts';
import { Emitter, type MakeExit } from './emitter.ts';
import { type Recording, peel, pollAt } from './peel.ts';
import { Replay } from './replay.ts';
import { adopt, seed } from './resume.ts';
import { sink } from './sink.ts';

/** How a recorded path ends. */
export type PathEnd =
  | { readonly kind: 'closed' }
  | { readonly kind: 'return'; readonly value: Ins; readonly frames: readonly SnapshotFrame[] }
  | { readonly kind: 'link' | 'stop'; readonly frames: readonly SnapshotFrame[] }
  /** Of a function: into a loop of its own, with the frame's slots. */
  | { readonly kind: 'tail_call'; readonly value: FunctionCall; readonly frames: readonly SnapshotFrame[] };

/** Emits a recording that begins at a root's header or a function's beginning. */
function replayed(
  c: Context,
  rec: Recording,
  makeExit: MakeExit,
): { e: Emitter; replay: Replay; params: (Parameter | undefined)[]; poll: Exit | null } {
  const e = new Emitter(c, makeExit);
  const params = rec.params.map((p, i) => (p === undefined ? undefined : c.make('param', 'ref', [], i)));
  const replay = new Replay(e);
  rec.params.forEach((p, i) => {
    if (p !== undefined) replay.bind(p, params[i]!);
  });
  const poll = pollAt(e, rec, params);
  replay.run(rec.ops);
  return { e, replay, params, poll };
}

/** Optimises the recording of one iteration into the root trace. Throws Contradiction. */
export function optimiseRoot(c: Context, trace: Trace, rec: Recording, makeExit: MakeExit): void {
  const { e, replay, params, poll } = replayed(c, rec, makeExit);
  const slots = rec.slots.map((s) => (s === undefined ? undefined : replay.ref(s)));
  trace.params = params;
  trace.poll = poll;
  e.settle(slots);
  if (c.on('peel')) {
    trace.body = peel(e, rec, slots, params);
    trace.end = null;
  } else {
    e.performAll();
    trace.end = { kind: 'header', slots: slots.map((s) => (s === undefined ? undefined : e.use(s))) };
  }
  trace.ops = e.out;
  sink(trace, c.on('sink'));
}

/**
 * Optimises the recording of a function from its beginning to its return, or to a loop of its own. Throws
 * Contradiction.
 */
export function optimiseFunction(
  c: Context,
  tree: Tree,
  trace: Trace,
  rec: Recording,
  end: Exclude<PathEnd, { kind: 'closed' }>,
  makeExit: MakeExit,
): void {
  const { e, replay, params } = replayed(c, rec, makeExit);
  trace.params = params;
  trace.end = endOf(e, tree, replay, end);
  trace.ops = e.out;
  sink(trace, c.on('sink'));
}

/** Ends a path that leaves its tree. */
function endOf(e: Emitter, tree: Tree, replay: Replay, end: Exclude<PathEnd, { kind: 'closed' }>): TraceEnd {
  const frames = replay.snapshot(end.frames);
  switch (end.kind) {
    case 'return': {
      e.settle(tree.kind === 'loop' ? [...valuesOf(frames), replay.ref(end.value)] : [replay.ref(end.value)]);
      e.performAll();
      const value = e.boxed(replay.ref(end.value));
      return { kind: 'return', value, exit: tree.kind === 'loop' ? leaveBy(e, tree, 'stop', frames) : null };
    }
    case 'tail_call': {
      e.settle(valuesOf(frames));
      e.performAll();
      const { args, how } = e.functionCall(
        end.value,
        frames[0]!.slots.map((s) => s ?? e.c.constant('ref', undefined)),
      );
      return { kind: 'tail_call', value: how, args };
    }
    default:
      return { kind: 'exit', exit: leaveBy(e, tree, end.kind, frames) };
  }
}

/** Optimises the recording of a path that starts at an exit. Throws Contradiction. */
export function optimiseSide(
  c: Context,
  tree: Tree,
  trace: Trace,
  exit: Exit,
  rec: Recording,
  end: PathEnd,
  makeExit: MakeExit,
): void {
  const owned = new Set<Ins>();
  const e = new Emitter(c, makeExit, (x) => !owned.has(x) && !x.live);
  trackOwn(e, owned);
  const inBody = seed(e, tree, exit);
  adopt(e, exit.snapshot);
  const flat = valuesOf(exit.snapshot.frames).map((x) => (x === undefined ? undefined : e.adopted(x)));
  const replay = new Replay(e);
  rec.params.forEach((p, i) => {
    if (p !== undefined) replay.bind(p, flat[i] ?? c.constant('ref', undefined));
  });
  replay.run(rec.ops);
  trace.parent = exit;
  if (end.kind === 'closed') {
    const slots = rec.slots.map((s) => (s === undefined ? undefined : replay.ref(s)));
    const loop = inBody ? closeLoop(e, tree, slots, replay.snapshot(rec.frames)) : null;
    if (loop !== null) trace.end = { kind: 'loop', next: loop };
    else {
      e.settle(slots);
      e.performAll();
      trace.end = { kind: 'header', slots: slots.map((s) => (s === undefined ? undefined : e.boxed(s))) };
    }
  } else trace.end = endOf(e, tree, replay, end);
  trace.ops = e.out;
  sink(trace, c.on('sink'));
}

/** Returns everything that frames hold. */
function valuesOf(frames: readonly SnapshotFrame[]): (Ins | undefined)[] {
  return frames.flatMap((f) => [...f.slots, f.instance]);
}

/** Makes the exit at the end of a side trace; where one frame of a loop is left, the code writes its slots itself. */
function leaveBy(e: Emitter, tree: Tree, kind: 'link' | 'stop', frames: SnapshotFrame[]): Exit {
  if (frames.length !== 1 || tree.kind === 'function') return e.leave(kind, frames);
  e.settle(valuesOf(frames));
  e.performAll();
  const f = frames[0]!;
  const exit = e.leave(kind, [{ ...f, slots: f.slots.map((s) => (s === undefined ? undefined : e.boxed(s))) }]);
  exit.direct = true;
  return exit;
}

/** Keeps a set of the instructions an emitter makes. */
function trackOwn(e: Emitter, owned: Set<Ins>): void {
  const push = e.out.push.bind(e.out);
  e.out.push = (...items: Ins[]): number => {
    for (const i of items) owned.add(i);
    return push(...items);
  };
}
