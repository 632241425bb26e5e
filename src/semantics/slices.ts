/** `obj[start:stop]` and its store: runtime calls, whose effects depend on the class of `obj`. */
import { Kind } from '../machine/kinds.ts';
import { RT } from '../machine/runtime-fns.ts';
import type { Machine } from '../machine/machine.ts';

/** Tells whether a slice bound is None or an int, so that slicing runs no Python. */
function isPlainBound(k: Kind): boolean {
  return k === Kind.INT || k === Kind.NONE;
}

/** Evaluates `obj[start:stop]`. */
export function getSlice<R, I, F, B>(m: Machine<R, I, F, B>, obj: R, start: R, stop: R): R {
  const k = m.kindOf(obj);
  if (
    (k === Kind.LIST || k === Kind.STR || k === Kind.TUPLE) &&
    isPlainBound(m.kindOf(start)) &&
    isPlainBound(m.kindOf(stop))
  ) {
    return m.call(RT.getSlicePrimitive, obj, start, stop);
  }
  return m.call(RT.getSlice, obj, start, stop);
}

/** Evaluates `obj[start:stop] = value`. */
export function setSlice<R, I, F, B>(m: Machine<R, I, F, B>, obj: R, start: R, stop: R, value: R): void {
  if (
    m.kindOf(obj) === Kind.LIST &&
    m.kindOf(value) === Kind.LIST &&
    isPlainBound(m.kindOf(start)) &&
    isPlainBound(m.kindOf(stop))
  ) {
    m.call(RT.setSlicePrimitive, obj, start, stop, value);
  } else m.call(RT.setSlice, obj, start, stop, value);
}
