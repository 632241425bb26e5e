/** Gives instances of a native library type a `__dict__`, as CPython's have. */
import type { PyType } from '../../objects/core/object.ts';
import { dictGetSet } from '../../types/classes/new.ts';

/** Lets instances of `type` (which must be shaped) have attributes of their own. */
export function giveDict(type: PyType): void {
  type.hasDict = true;
  type.dict.set('__dict__', dictGetSet(type));
}
