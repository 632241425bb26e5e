/** Building containers whose parts a trace looks into again. */
import { RT } from '../machine/runtime-fns.ts';
import type { Machine } from '../machine/machine.ts';

/** Makes a tuple; short ones are primitives, so that packing and unpacking cancel out. */
export function buildTuple<R, I, F, B>(m: Machine<R, I, F, B>, items: R[]): R {
  switch (items.length) {
    case 2:
      return m.new_tuple2(items[0]!, items[1]!);
    case 3:
      return m.new_tuple3(items[0]!, items[1]!, items[2]!);
    case 4:
      return m.new_tuple4(items[0]!, items[1]!, items[2]!, items[3]!);
    default:
      return m.callArray(RT.buildTuple, items);
  }
}
