/** Building containers whose parts a trace looks into again. */
import type { Machine } from '../machine/machine.ts';

/** Makes a tuple: a primitive, so that packing and unpacking cancel out. */
export function buildTuple<R, I, F, B>(m: Machine<R, I, F, B>, items: R[]): R {
  return m.new_tuple(items);
}
