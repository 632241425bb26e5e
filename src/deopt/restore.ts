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

/** Where one slot's value comes from: a leaf, a fixed value, or an instruction to evaluate. */
const enum From { LEAF = 0, FIXED = 1, COMPUTED = 2 }

/** An exit's snapshot prepared for restoring: per frame, per slot, where the value comes from. */
interface Prepared {
  readonly from: Uint8Array[];
  readonly leaf: Int32Array[];
  readonly plain: boolean;
}

const prepared = new WeakMap<Exit, Prepared>();

/** Prepares an exit; leaves change when a tree is generated anew, so this is redone then. */
function prepare(exit: Exit): Prepared {
  const index = new Map(exit.leaves.map((leaf, i) => [leaf, i] as const));
  let plain = exit.snapshot.pending.length === 0;
  const from: Uint8Array[] = [];
  const leaf: Int32Array[] = [];
  for (const part of exit.snapshot.frames) {
    const kinds = new Uint8Array(part.slots.length);
    const leaves = new Int32Array(part.slots.length);
    part.slots.forEach((x, i) => {
      let y = x;
      // An int and a bool are their own boxes.
      while (y !== undefined && !index.has(y) && (y.op === 'box_int' || y.op === 'box_bool')) y = y.args[0];
      const at = y === undefined ? undefined : index.get(y);
      if (at !== undefined) { leaves[i] = at; return; }
      kinds[i] = y === undefined || y.op === 'const' ? From.FIXED : From.COMPUTED;
      if (kinds[i] === From.COMPUTED) plain = false;
    });
    if (part.instance !== undefined) plain = false;
    from.push(kinds);
    leaf.push(leaves);
  }
  return { from, leaf, plain };
}

/** Forgets what was prepared for a tree's exits. */
export function forgetPrepared(exits: readonly Exit[]): void { for (const e of exits) prepared.delete(e); }

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
  let p = prepared.get(exit);
  if (p === undefined) { p = prepare(exit); prepared.set(exit, p); }
  const valueOf = p.plain ? noValue : valuesOf(exit, out);
  const frames = exit.snapshot.frames;
  let top = fill(base, frames[0]!, p, 0, out, valueOf);
  for (let i = 1; i < frames.length; i++) {
    const part = frames[i]!;
    const shell = part.shell as Frame<unknown>;
    const f = new Frame<PyValue>(shell.code, shell.runtime, shell.fn, shell.globals, shell.builtins);
    f.parent = top;
    f.depth = top.depth + 1;
    f.onReturn = shell.onReturn;
    if (part.instance !== undefined) f.instance = valueOf(part.instance) as PyValue;
    top = fill(f, part, p, i, out, valueOf);
  }
  if (exit.snapshot.pending.length > 0) perform(exit, valueOf);
  state.frame = top;
  return top;
}

function noValue(): never { throw new Error('a plain exit has nothing to evaluate'); }

/** Performs the stores compiled code has put off. */
function perform(exit: Exit, valueOf: (ins: Ins) => unknown): void {
  for (const store of exit.snapshot.pending) {
    (LIVE as unknown as Record<string, Op>)[store.op]!.apply(LIVE, store.args.map(valueOf));
  }
}

/** Writes one frame's slots. */
function fill(f: Frame<PyValue>, part: SnapshotFrame, p: Prepared, at: number, out: readonly unknown[], valueOf: (ins: Ins) => unknown): Frame<PyValue> {
  const from = p.from[at]!;
  const leaf = p.leaf[at]!;
  const n = from.length;
  const s = f.s;
  for (let i = 0; i < n; i++) {
    switch (from[i]) {
      case From.LEAF: s[i] = out[leaf[i]!] as PyValue; break;
      case From.FIXED: s[i] = part.slots[i]?.value as PyValue; break;
      default: s[i] = valueOf(part.slots[i]!) as PyValue;
    }
  }
  f.sp = n;
  f.pc = part.pc;
  return f;
}
