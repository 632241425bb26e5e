/** Constants whose objects need a module of their own. */
import type { PyValue } from '../objects/core/object.ts';
import { PyFrozenSet } from '../objects/core/frozenset.ts';

/** Makes a frozenset constant. */
export function makeFrozenSet(items: PyValue[]): PyValue {
  return PyFrozenSet.of(items);
}
