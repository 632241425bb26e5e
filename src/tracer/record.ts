/**
 * Recording: live frames become frames of traced values, the loop runs with the tracing machine, and
 * whatever way it ends, the traced frames become live frames again at the very same point.
 */
import { Ins, type SnapshotFrame } from '../ir/trace.ts';
import type { Validity } from '../ir/validity.ts';
import type { PyValue } from '../objects/core/object.ts';
import { Frame } from '../frames/frame.ts';
import { state } from '../frames/state.ts';
import type { Machine } from '../machine/machine.ts';
import { Abort, type AbortReason } from './aborts.ts';
import { run } from './instance.ts';
import { type RecorderLimits, StopRecording } from './recorder.ts';
import { TracingMachine } from './tracing.ts';

/** How a recording ended. */
type Outcome =
  /** Where it began, or at the header of the tree it belongs to. */
  | { readonly kind: 'closed'; readonly slots: (Ins | undefined)[]; readonly frames: SnapshotFrame[] }
  /** At the header of another loop. */
  | { readonly kind: 'link'; readonly frames: SnapshotFrame[] }
  /** At a return from the first frame, with the value on the stack. */
  | { readonly kind: 'return'; readonly frames: SnapshotFrame[] }
  | { readonly kind: 'abort'; readonly reason: AbortReason; readonly detail: string };

export interface Recorded {
  readonly machine: TracingMachine;
  /** Raw parameters: of the base frame's slots, or of all slots of all frames with their instances. */
  readonly params: (Ins | undefined)[];
  readonly outcome: Outcome;
  /** Where the program is now, live. */
  readonly top: Frame<PyValue>;
  /** Code and instruction of the end, for messages. */
  readonly at: { readonly code: Frame<PyValue>['code']; readonly pc: number };
}

interface RecordRequest {
  readonly base: Frame<PyValue>;
  readonly top: Frame<PyValue>;
  readonly limits: RecorderLimits;
  readonly validity: Validity;
  readonly from: Origin;
  /** Decides before each bytecode of the first frame, and at each backward jump, whether the recording ends there. */
  readonly arrive: (pc: number, back: boolean, begun: boolean) => 'closed' | 'link' | null;
}

/** Where a recording begins: at a loop's header, at an exit, or where a function's body begins. */
export type Origin = 'header' | 'exit' | 'body';

/**
 * Makes the traced twin of a live frame; each slot is a fresh parameter, bound or not, but of a function only the
 * bound ones.
 */
function traced(f: Frame<PyValue>, parent: Frame<Ins> | null, params: (Ins | undefined)[], from: Origin): Frame<Ins> {
  const t = new Frame<Ins>(f.code, f.runtime, f.fn, f.globals, f.builtins);
  t.pc = f.pc;
  t.sp = f.sp;
  t.parent = parent;
  if (parent === null) t.caller = (f.parent ?? f.caller) as Frame<unknown> as Frame<Ins> | null;
  t.depth = f.depth;
  t.onReturn = f.onReturn;
  t.locals = f.locals;
  for (let i = 0; i < f.sp; i++) {
    const v = f.s[i];
    const p = from === 'body' && v === undefined ? undefined : parameter(i, v);
    params.push(p);
    if (p !== undefined) t.s[i] = p;
  }
  if (from === 'exit') {
    const p = f.instance === undefined ? undefined : parameter(-1, f.instance);
    params.push(p);
    t.instance = p;
  }
  return t;
}

let nextParameter = -1;

/** What an unbound slot holds when the path returns to the header. */
const UNBOUND = new Ins(0, 'const', 'ref', [], undefined);

function parameter(slot: number, host: PyValue | undefined): Ins {
  const p = new Ins(nextParameter--, 'param', 'ref', [], slot);
  p.host = host;
  return p;
}

/** Records from a live frame on. */
export function record(q: RecordRequest): Recorded {
  const chain: Frame<PyValue>[] = [];
  for (let f: Frame<PyValue> = q.top; ; f = f.parent!) {
    chain.unshift(f);
    if (f === q.base) break;
  }
  const params: (Ins | undefined)[] = [];
  let t: Frame<Ins> | null = null;
  for (const f of chain) t = traced(f, t, params, q.from);
  let base = t!;
  while (base.parent !== null) base = base.parent;
  const machine: TracingMachine = new TracingMachine(
    base,
    q.limits,
    (f, pc, back) => (f === base ? q.arrive(pc, back, machine.bytecodes > 0) : null),
    q.validity,
    q.from !== 'header',
  );
  const end = runTraced(machine, t!);
  const stop = end instanceof StopRecording ? end : null;
  const where = stop ?? machine.here();
  const top = live(where.frame, where.pc, where.sp, base, q.base);
  if (stop !== null && stop.why === 'raise') top.thrown = stop.error;
  return {
    machine,
    params,
    outcome: outcomeOf(machine, q.from, end),
    top,
    at: { code: where.frame.code, pc: where.pc },
  };
}

/** Runs the loop with the tracing machine until it is stopped. */
function runTraced(machine: TracingMachine, t: Frame<Ins>): StopRecording | Abort {
  try {
    run(machine as unknown as Machine<Ins, Ins, Ins, Ins>, t);
  } catch (e) {
    if (e instanceof StopRecording || e instanceof Abort) return e;
    throw e;
  }
  throw new Error('a recording returned');
}

/** Says how a recording ended. What stops one that may not end in a return is an iterator that is exhausted. */
function outcomeOf(machine: TracingMachine, from: Origin, end: StopRecording | Abort): Outcome {
  if (end instanceof Abort) return { kind: 'abort', reason: end.reason, detail: end.detail };
  if (end.why === 'raise') return { kind: 'abort', reason: 'EXCEPTION', detail: '' };
  if (end.why === 'stop' && from === 'header') return { kind: 'abort', reason: 'EXHAUSTED', detail: '' };
  const frames = machine.captureAt(end.frame, end.pc, end.sp);
  switch (end.why) {
    case 'closed':
      return { kind: 'closed', slots: slotsOf(end.frame, end.sp), frames };
    case 'link':
      return { kind: 'link', frames };
    case 'stop':
      return { kind: 'return', frames: [returning(frames[0]!)] };
  }
}

/** Drops the locals of a frame that is about to return: nothing can see them any more. */
function returning(frame: SnapshotFrame): SnapshotFrame {
  const { nlocals } = (frame.shell as Frame<Ins>).code;
  return { ...frame, returning: true, slots: frame.slots.map((x, i) => (i < nlocals ? undefined : x)) };
}

/** Returns a frame's slots; where one is unbound, a constant says so. */
function slotsOf(f: Frame<Ins>, sp: number): Ins[] {
  const out: Ins[] = [];
  for (let i = 0; i < sp; i++) out.push(f.s[i] ?? UNBOUND);
  return out;
}

/** Turns traced frames back into live ones, the base frame in place; returns the innermost. */
function live(f: Frame<Ins>, pc: number, sp: number, base: Frame<Ins>, liveBase: Frame<PyValue>): Frame<PyValue> {
  let out: Frame<PyValue>;
  if (f === base) out = liveBase;
  else {
    const parent = live(f.parent!, f.parent!.pc, f.parent!.sp, base, liveBase);
    out = new Frame<PyValue>(f.code, f.runtime, f.fn, f.globals, f.builtins);
    out.parent = parent;
    out.depth = parent.depth + 1;
    out.onReturn = f.onReturn;
    out.instance = f.instance?.host as PyValue | undefined;
  }
  for (let i = 0; i < sp; i++) out.s[i] = f.s[i]?.host as PyValue;
  out.sp = sp;
  out.pc = pc;
  state.frame = out;
  return out;
}
