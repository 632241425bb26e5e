/** The frozenset object: a set table with a memoised hash. Its methods are in `set.ts`, beside those of set. */
import type { Hash } from './hash-parts.ts';
import type { PyValue } from './object.ts';
import { native } from './values.ts';
import { PySet, frozensetType } from './set-table.ts';

export class PyFrozenSet extends PySet {
  /** The hash, once it has been asked for. */
  hash: Hash | null = null;

  /** Makes a frozenset of values given in order. Throws TypeError for unhashable ones; may run Python. */
  static of(values: Iterable<PyValue>): PyFrozenSet {
    const s = new PyFrozenSet();
    for (const v of values) s.add(v);
    return s;
  }
}
native(PyFrozenSet, frozensetType);
