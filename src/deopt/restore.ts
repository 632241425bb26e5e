/**
 * Restore: from a snapshot and the values stored at an exit back to live interpreter frames.
 *
 * One reader: a reference is a stored leaf, a constant, or an instruction to be evaluated by the op
 * table's own evaluator on restored operands. Each instruction is evaluated at most once per exit,
 * so that two slots that held one object hold one object again.
 */
import type { Exit, Ins, SnapshotFrame } from '../ir/trace.ts';
import type { PyValue } from '../objects/object.ts';
import { Frame } from '../interp/frame.ts';
import { state } from '../interp/state.ts';
import { LIVE } from '../semantics/live.ts';

type Op = (...args: unknown[]) => unknown;

/** Returns a function from references to live values for one exit. */
export function valuesOf(exit: Exit, out: readonly unknown[]): (ins: Ins) => unknown {
  const known = new Map<Ins, unknown>();
  exit.leaves.forEach((leaf, i) => { known.set(leaf, out[i]); });
  const valueOf = (ins: Ins): unknown => {
    if (ins.op === 'const') return ins.value;
    if (known.has(ins)) return known.get(ins);
    const op = (LIVE as unknown as Record<string, Op>)[ins.op];
    if (op === undefined) throw new Error(`exit ${exit.id} lacks the value of ${ins.op} ${ins.id}`);
    const v = op.apply(LIVE, ins.args.map(valueOf));
    known.set(ins, v);
    return v;
  };
  return valueOf;
}

/** Puts an exit's values into `base` and new frames above it; returns the innermost frame. */
export function restore(exit: Exit, out: readonly unknown[], base: Frame<PyValue>): Frame<PyValue> {
  const valueOf = valuesOf(exit, out);
  const frames = exit.snapshot.frames;
  let top = fill(base, frames[0]!, valueOf);
  for (let i = 1; i < frames.length; i++) {
    const part = frames[i]!;
    const shell = part.shell as Frame<unknown>;
    const f = new Frame<PyValue>(shell.code, shell.runtime, shell.fn, shell.globals, shell.builtins);
    f.parent = top;
    f.depth = top.depth + 1;
    f.onReturn = shell.onReturn;
    if (part.instance !== undefined) f.instance = valueOf(part.instance) as PyValue;
    top = fill(f, part, valueOf);
  }
  for (const store of exit.snapshot.pending) {
    (LIVE as unknown as Record<string, Op>)[store.op]!.apply(LIVE, store.args.map(valueOf));
  }
  state.frame = top;
  return top;
}

/** Writes one frame's slots. */
function fill(f: Frame<PyValue>, part: SnapshotFrame, valueOf: (ins: Ins) => unknown): Frame<PyValue> {
  const n = part.slots.length;
  for (let i = 0; i < n; i++) {
    const ref = part.slots[i];
    f.s[i] = (ref === undefined ? undefined : valueOf(ref)) as PyValue;
  }
  f.sp = n;
  f.pc = part.pc;
  return f;
}
