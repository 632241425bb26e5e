/** `obj[start:stop]` and its store: runtime calls. */
import { RT } from '../machine/runtime-fns.ts';
import type { Machine } from '../machine/machine.ts';

/** Evaluates `obj[start:stop]`. */
export function getSlice<R, I, F, B>(m: Machine<R, I, F, B>, obj: R, start: R, stop: R): R {
  return m.call(RT.getSlice, obj, start, stop);
}

/** Evaluates `obj[start:stop] = value`. */
export function setSlice<R, I, F, B>(m: Machine<R, I, F, B>, obj: R, start: R, stop: R, value: R): void {
  m.call(RT.setSlice, obj, start, stop, value);
}
