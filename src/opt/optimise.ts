/**
 * From a recording to an optimised trace: roots (entry and body) and side traces.
 */
import type { Exit, Ins, Invocation, SnapshotFrame, Trace, TraceEnd, Tree } from '../ir/trace.ts';
import type { Context } from './context.ts';
import { Contradiction, Emitter, type MakeExit, UNBOX } from './emitter.ts';
import type { KindFact } from './facts.ts';
import { peel, type Recording } from './peel.ts';
import { holds } from './heap.ts';
import { Replay } from './replay.ts';
import { sink } from './sink.ts';

/** How a recorded path ends. */
export type PathEnd =
  | { readonly kind: 'closed' }
  | { readonly kind: 'return'; readonly value: Ins; readonly frames: NonNullable<Ins['snapshot']>['frames'] }
  | { readonly kind: 'link' | 'stop'; readonly frames: NonNullable<Ins['snapshot']>['frames'] }
  /** Of a function: into a loop of its own, with the frame's slots. */
  | { readonly kind: 'invoke'; readonly value: Invocation; readonly frames: NonNullable<Ins['snapshot']>['frames'] };

/** Optimises the recording of one iteration into the root trace. Throws Contradiction. */
export function optimiseRoot(c: Context, trace: Trace, rec: Recording, makeExit: MakeExit): void {
  const e = new Emitter(c, makeExit);
  const params = rec.params.map((p, i) => (p === undefined ? undefined : c.make('param', 'ref', [], i)));
  const replay = new Replay(e);
  rec.params.forEach((p, i) => {
    if (p !== undefined) replay.bind(p, params[i]!);
  });
  replay.run(rec.ops);
  const slots = rec.slots.map((s) => (s === undefined ? undefined : replay.ref(s)));
  trace.params = params;
  e.settle(slots);
  if (c.on('peel')) {
    trace.body = peel(e, rec, slots, params);
    trace.end = null;
  } else {
    e.performAll();
    trace.end = { kind: 'entry', slots: slots.map((s) => (s === undefined ? undefined : e.use(s))) };
  }
  trace.ops = e.out;
  sink(trace, c.on('sink'));
}

/** Optimises the recording of a function from its beginning to its return, or to a loop of its own. Throws Contradiction. */
export function optimiseFunction(
  c: Context,
  tree: Tree,
  trace: Trace,
  rec: Recording,
  end: Exclude<PathEnd, { kind: 'closed' }>,
  makeExit: MakeExit,
): void {
  const e = new Emitter(c, makeExit);
  const params = rec.params.map((p, i) => (p === undefined ? undefined : c.make('param', 'ref', [], i)));
  const replay = new Replay(e);
  rec.params.forEach((p, i) => {
    if (p !== undefined) replay.bind(p, params[i]!);
  });
  replay.run(rec.ops);
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
    case 'invoke': {
      e.settle(valuesOf(frames));
      e.performAll();
      const { args, how } = e.invocation(
        end.value,
        frames[0]!.slots.map((s) => s ?? e.c.constant('ref', undefined)),
      );
      return { kind: 'invoke', value: how, args };
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
  e.adopt(exit.snapshot);
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
      trace.end = { kind: 'entry', slots: slots.map((s) => (s === undefined ? undefined : e.boxed(s))) };
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

/** Brings an emitter to the state at an exit; tells whether the exit is within the loop body. */
function seed(e: Emitter, tree: Tree, exit: Exit): boolean {
  const chain: Exit[] = [];
  for (let x: Exit | null = exit; x !== null; x = x.trace.parent) chain.unshift(x);
  const root = tree.root;
  let inBody = false;
  chain.forEach((x, depth) => {
    const t = x.trace;
    if (depth === 0 && t === root) {
      const at = root.ops.findIndex((i) => i.exit === x);
      if (at >= 0 || root.body === null) registerUpTo(e, root.ops, x);
      else {
        inBody = true;
        for (const i of root.ops) e.register(i);
        enterBody(e, tree);
        registerUpTo(e, root.body.ops, x);
      }
    } else registerUpTo(e, t.ops, x);
  });
  return inBody;
}

/** Forgets at the body's start what does not hold in later iterations. */
function enterBody(e: Emitter, tree: Tree): void {
  const body = tree.root.body!;
  e.heap.available = new Map([...e.heap.available].filter(([key]) => body.reliesOn.has(key)));
  e.heap.putOff.clear();
  body.phis.forEach((phi, i) => {
    const r = body.ranges[i];
    const k = body.kinds[i];
    if (r != null) e.facts.narrow(phi, r.lo, r.hi);
    if (k != null) e.facts.setKind(phi, k as KindFact);
  });
}

function registerUpTo(e: Emitter, ops: readonly Ins[], exit: Exit): void {
  for (const i of ops) {
    if (i.exit === exit) {
      if (i.op === 'guard') e.facts.learn(i.args[0]!, !i.expect);
      return;
    }
    e.register(i);
  }
}

/**
 * Closes a side path round the body: next values of the loop variables, or null where the path
 * changed what the body relies on.
 */
function closeLoop(
  e: Emitter,
  tree: Tree,
  slots: readonly (Ins | undefined)[],
  frames: readonly SnapshotFrame[],
): Ins[] | null {
  const body = tree.root.body;
  if (body === null) return null;
  const carriedSlots = new Map<number, number>();
  const carriedStores = new Map<string, number>();
  body.carried.forEach((c, i) => {
    if (c.kind === 'slot') carriedSlots.set(c.slot, i);
    else carriedStores.set(c.key, i);
  });
  for (let i = 0; i < Math.max(slots.length, body.slots.length); i++) {
    if (!carriedSlots.has(i) && slots[i] !== body.slots[i]) return null;
  }
  for (const [key, value] of body.reliesOn)
    if (!holds(e.heap, key, value) || e.heap.putOff.get(key)?.dirty === true) return null;
  const values = body.carried.map((c) => (c.kind === 'slot' ? slots[c.slot] : e.heap.putOff.get(c.key)?.value));
  for (let i = 0; i < values.length; i++) {
    const phi = body.phis[i]!;
    const v = values[i];
    if (v === undefined) return null;
    if (v.sort !== phi.sort && !(v.sort === 'ref' && e.facts.kind(v) === phi.sort)) return null;
    if (body.kinds[i] != null && e.facts.kind(v) !== body.kinds[i]) return null;
  }
  e.settle(slots);
  for (const [key, p] of [...e.heap.putOff]) if (p.dirty && !carriedStores.has(key)) e.perform(key);
  for (const [key, value] of body.reliesOn) if (!holds(e.heap, key, value)) return null;
  values.forEach((v, i) => {
    keepRange(tree, i, e, v!, frames);
  });
  return values.map((v, i) =>
    v!.sort === 'ref' && body.phis[i]!.sort !== 'ref'
      ? e.use(e.emit(UNBOX[body.phis[i]!.sort as 'int'], [v!]))
      : e.use(v!),
  );
}

/** Guards that a value keeps the range the body was compiled for, where that is not known. */
function keepRange(tree: Tree, i: number, e: Emitter, v: Ins, frames: readonly SnapshotFrame[]): void {
  const r = tree.root.body!.ranges[i];
  const phi = tree.root.body!.phis[i]!;
  if (r == null) return;
  const x = v.sort === 'ref' ? e.emit('unbox_int', [v]) : v;
  if (x === phi) return;
  const step = x.op === 'int_add' && x.args[0] === phi ? e.facts.range(x.args[1]!) : null;
  if (!(step !== null && step.lo >= 0)) e.guard(e.emit('int_ge', [x, e.c.constant('int', r.lo)]), true, frames);
  if (!(step !== null && step.hi <= 0)) e.guard(e.emit('int_le', [x, e.c.constant('int', r.hi)]), true, frames);
}

export { Contradiction };
