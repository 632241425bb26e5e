/**
 * The search of `super`: along the MRO of the object's class, after the given class.
 */
import type { PyType, PyValue } from './object.ts';

/** Finds `name` after `cls` in the MRO of `start`, unbound; undefined where it is missing. */
export function superLookup(cls: PyType, start: PyType, name: string): PyValue | undefined {
  const mro = start.mro;
  for (let i = mro.indexOf(cls) + 1; i > 0 && i < mro.length; i++) {
    const found = mro[i]!.dict.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
