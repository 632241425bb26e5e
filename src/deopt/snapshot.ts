/**
 * Snapshots: frames of references.
 *
 * The hardest invariant of the system in one place. A snapshot is the chain of frames, from the
 * frame of the loop header up to the innermost inlined one, *as of the start of a bytecode*: the
 * interpreter executes that bytecode again. That is sound because within one bytecode no guard
 * follows an effect. Three things are not as plain as a copy:
 *
 * - Values that compiled code never materialises (boxes, tuples, iterators, sums that only an exit
 *   would show) are references to instructions that are not live: `restore` evaluates the same
 *   instruction with the live machine.
 * - Stores put off by the optimiser (`pending`): performed, in order, after the values exist.
 * - A call that raised must not be repeated: the exit is of kind `raise` and carries the exception.
 *
 * A suspended caller's part of a snapshot does not change while its callee runs, so it is built once
 * per call and shared.
 */
import type { Ins, SnapshotFrame } from '../ir/trace.ts';
import type { Frame } from '../frames/frame.ts';

/** Copies one frame's slots up to `sp`. */
export function captureFrame(f: Frame<Ins>, pc: number, sp: number): SnapshotFrame {
  const slots: (Ins | undefined)[] = [];
  for (let i = 0; i < sp; i++) slots.push(f.s[i]);
  return { shell: f, pc, slots, instance: f.instance };
}
