/**
 * Identity: `id(x)`, `x is y` and the addresses in default reprs.
 *
 * Objects have no address here. Each is given a number, in steps of 16 like CPython's allocator, when
 * it is first asked for. Ints, bools and strs are JS primitives: equal ones are the same object, so
 * their ids come from their values.
 */
import type { PyValue } from './object.ts';

const ids = new WeakMap<object, number>();
const stringIds = new Map<string | bigint, number>();
let next = 0x7f3a5c010000;

/** Returns `id(x)`: unique among living objects, below 2^53. */
export function idOf(x: PyValue): number {
  switch (typeof x) {
    case 'number':
      return Math.abs(x) < 2 ** 40 ? 0x5581_0000_0000 + x * 32 : takeStringId(String(x));
    case 'boolean':
      return x ? 0x5580_0000_1020 : 0x5580_0000_1000;
    case 'string':
    case 'bigint':
      return takeStringId(typeof x === 'string' ? `s${x}` : x);
  }
  let id = ids.get(x);
  if (id === undefined) {
    id = next;
    next += 16;
    ids.set(x, id);
  }
  return id;
}

/** Returns the id of a str or large int, the same for equal values. */
function takeStringId(x: string | bigint): number {
  let id = stringIds.get(x);
  if (id === undefined) {
    if (stringIds.size > 10_000) stringIds.clear();
    id = next;
    next += 16;
    stringIds.set(x, id);
  }
  return id;
}

/** Returns the address shown in default reprs, e.g. `0x7f3a5c010000`. */
export function addressOf(x: PyValue): string {
  return `0x${idOf(x).toString(16)}`;
}
