/**
 * Restore: from a snapshot and the values stored at an exit back to live interpreter frames.
 *
 * One reader: a reference is a stored leaf, a constant, or an instruction to be evaluated by the op
 * table's own evaluator on restored operands. Each instruction is evaluated at most once per exit,
 * so that two slots that held one object hold one object again. What to evaluate in which order is
 * worked out once per exit, because exits taken often (a loop that ends) are on the hot path.
 */
import type { OpEvaluator } from '../ir/evaluate.ts';
import { type OpName, rowOf } from '../ir/ops.ts';
import { type Exit, type Ins, type SnapshotFrame, isComputed } from '../ir/trace.ts';
import type { PyValue } from '../objects/core/object.ts';
import { Frame } from '../frames/frame.ts';
import { state } from '../frames/state.ts';
import { LIVE } from '../machine/live.ts';

type Op = (...args: unknown[]) => unknown;

/** One instruction to evaluate at an exit: which function, and where its operands are in `values`. */
interface Step {
  readonly fn: Op;
  readonly args: readonly number[];
}

/**
 * An exit prepared for restoring. `values` are the leaves, then the constants, then the results of
 * the steps; slots are indices into them, -1 = unbound.
 */
interface Prepared {
  readonly constants: readonly unknown[];
  readonly steps: readonly Step[];
  readonly slots: readonly Int32Array[];
  readonly instances: readonly number[];
  readonly pending: readonly Step[];
}

const prepared = new WeakMap<Exit, Prepared>();

/** Prepares an exit; leaves change when a tree is generated anew, so this is redone then. */
function prepare(exit: Exit): Prepared {
  const index = new Map<Ins, number>(exit.leaves.map((leaf, i) => [leaf, i] as const));
  const constants: Ins[] = [];
  const order: Ins[] = [];
  const visit = (x: Ins): void => {
    if (index.has(x) || constants.includes(x) || order.includes(x)) return;
    if (x.op === 'const') {
      constants.push(x);
      return;
    }
    for (const a of x.args) visit(a);
    order.push(x);
  };
  const all = [
    ...exit.snapshot.frames.flatMap((f) => [...f.slots, f.instance]),
    ...exit.snapshot.pending.flatMap((p) => p.args),
  ];
  for (const x of all) if (x !== undefined) visit(x);
  let n = exit.leaves.length;
  for (const c of constants) index.set(c, n++);
  const steps: Step[] = [];
  for (const x of order) {
    // An int and a bool are their own boxes.
    if (isComputed(x) && rowOf(x.op).js === '$0') {
      index.set(x, index.get(x.args[0]!)!);
      continue;
    }
    steps.push({ fn: operation(exit, x), args: x.args.map((a) => index.get(a)!) });
    index.set(x, n++);
  }
  const at = (x: Ins | undefined): number => (x === undefined ? -1 : index.get(x)!);
  return {
    constants: constants.map((c) => c.value),
    steps,
    slots: exit.snapshot.frames.map((f) => Int32Array.from(f.slots, at)),
    instances: exit.snapshot.frames.map((f) => at(f.instance)),
    pending: exit.snapshot.pending.map((p) => ({
      fn: evaluatorOf(p.op),
      args: p.args.map(at),
    })),
  };
}

/** Returns the evaluator of an instruction. */
function operation(exit: Exit, x: Ins): Op {
  if (!isComputed(x)) throw new Error(`exit ${exit.id} lacks the value of ${x.op} ${x.id}`);
  return evaluatorOf(x.op);
}

/** Returns the live machine's evaluator of an op, as a function of its operands. */
function evaluatorOf(op: OpName): Op {
  const ops: OpEvaluator = LIVE;
  return rowOf(op).variadic === true ? (...operands) => ops[op](operands) : ops[op];
}

/** Computes one instruction on restored operands. */
function evaluateStep(step: Step, values: readonly unknown[]): unknown {
  const { fn, args } = step;
  switch (args.length) {
    case 1:
      return fn(values[args[0]!]);
    case 2:
      return fn(values[args[0]!], values[args[1]!]);
    default:
      return fn(...args.map((i) => values[i]));
  }
}

/** Forgets what was prepared for a tree's exits. */
export function forgetPrepared(exits: readonly Exit[]): void {
  for (const e of exits) prepared.delete(e);
}

/** Puts an exit's values into `base` and new frames above it; returns the innermost frame. */
export function restore(exit: Exit, out: readonly unknown[], base: Frame<PyValue>): Frame<PyValue> {
  let p = prepared.get(exit);
  if (p === undefined) {
    p = prepare(exit);
    prepared.set(exit, p);
  }
  const values: unknown[] = [];
  for (let i = 0, n = exit.leaves.length; i < n; i++) values.push(out[i]);
  for (const c of p.constants) values.push(c);
  for (const s of p.steps) values.push(evaluateStep(s, values));
  const frames = exit.snapshot.frames;
  let top = fill(base, frames[0]!, p.slots[0]!, values);
  for (let i = 1; i < frames.length; i++) {
    const part = frames[i]!;
    const shell = part.shell as Frame<unknown>;
    const f = new Frame<PyValue>(shell.code, shell.runtime, shell.fn, shell.globals, shell.builtins);
    f.parent = top;
    f.depth = top.depth + 1;
    f.onReturn = shell.onReturn;
    if (p.instances[i]! >= 0) f.instance = values[p.instances[i]!] as PyValue;
    top = fill(f, part, p.slots[i]!, values);
  }
  for (const s of p.pending) evaluateStep(s, values);
  state.frame = top;
  return top;
}

/** Ends an exit whose slots compiled code has written: only the place is left to set. */
export function leaveDirectly(exit: Exit, base: Frame<PyValue>): Frame<PyValue> {
  const part = exit.snapshot.frames[0]!;
  base.sp = part.slots.length;
  base.pc = part.pc;
  state.frame = base;
  return base;
}

/** Writes one frame's slots. */
function fill(f: Frame<PyValue>, part: SnapshotFrame, slots: Int32Array, values: readonly unknown[]): Frame<PyValue> {
  const s = f.s;
  for (let i = 0; i < slots.length; i++) s[i] = (slots[i]! < 0 ? undefined : values[slots[i]!]) as PyValue;
  f.sp = slots.length;
  f.pc = part.pc;
  return f;
}
