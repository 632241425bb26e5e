/** Constants whose objects need a module of their own. */
import type { PyValue } from '../objects/core/object.ts';
import { PyFrozenSet } from '../objects/core/frozenset.ts';

/**
 * Makes a frozenset constant. CPython's compiler makes it of the items in their order, and then once more of what that
 * one iterates over, which shows in the order of a set made of it.
 */
export function makeFrozenSet(items: PyValue[]): PyValue {
  return PyFrozenSet.of(PyFrozenSet.of(items).toArray());
}
