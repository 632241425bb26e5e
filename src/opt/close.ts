/** The end of a side path that is back at the header of its loop: round the body, if it may. */
import type { Sort } from '../ir/ops.ts';
import type { Ins, SnapshotFrame, Tree } from '../ir/trace.ts';
import type { Emitter } from './emitter.ts';
import { holds } from './heap.ts';

/**
 * Closes a side path round the body: next values of the loop variables, or null where the path
 * changed what the body relies on.
 */
export function closeLoop(
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
  return values.map((v, i) => e.use(e.inSort(v!, body.phis[i]!.sort as Sort)));
}

/** Guards that a value keeps the range the body was compiled for, where that is not known. */
function keepRange(tree: Tree, i: number, e: Emitter, v: Ins, frames: readonly SnapshotFrame[]): void {
  const r = tree.root.body!.ranges[i];
  const phi = tree.root.body!.phis[i]!;
  if (r == null) return;
  const x = e.inSort(v, 'int');
  if (x === phi) return;
  const step = x.op === 'int_add' && x.args[0] === phi ? e.facts.range(x.args[1]!) : null;
  if (!(step !== null && step.lo >= 0)) e.guard(e.emit('int_ge', [x, e.c.constant('int', r.lo)]), true, frames);
  if (!(step !== null && step.hi <= 0)) e.guard(e.emit('int_le', [x, e.c.constant('int', r.hi)]), true, frames);
}
