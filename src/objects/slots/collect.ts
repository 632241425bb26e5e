/** Filling dicts and sets from anything that iterates: `dict.update`, `set.update`, displays. */
import type { PyValue } from '../core/object.ts';
import { PyDict, dictType } from '../core/dict.ts';
import { PySet } from '../core/set-table.ts';
import { typeError, valueError } from '../core/exceptions.ts';
import { invoke } from '../core/invoke.ts';
import { lookupAttr } from './attribute.ts';
import { getIter, isRaised, iterNext, iterate, toArray } from './iterate.ts';
import { getItem } from './subscript.ts';

/**
 * Tells whether a value is a dict whose class does not iterate in its own way, so that its entries can be read
 * directly.
 */
export function iteratesPlainly(x: PyValue): x is PyDict {
  return x instanceof PyDict && (x.type === dictType || x.type.lookup('__iter__') === dictType.dict.get('__iter__'));
}

/** Merges a mapping, or an iterable of pairs, into a dict (`dict.update`). Throws TypeError, ValueError. */
export function updateDict(d: PyDict, from: PyValue): void {
  if (iteratesPlainly(from)) {
    if (from === d) return;
    for (let i = from.nextIndex(0); i >= 0; i = from.nextIndex(i + 1)) d.set(from.keys[i]!, from.values[i]!);
    return;
  }
  const keys = lookupAttr(from, 'keys');
  if (keys === undefined) {
    updateFromPairs(d, from);
    return;
  }
  for (const key of toArray(invoke(keys, []))) d.set(key, getItem(from, key));
}

/** Adds pairs from an iterable. */
function updateFromPairs(d: PyDict, from: PyValue): void {
  const it = getIter(from);
  let n = 0;
  for (let item = iterNext(it); item !== undefined; item = iterNext(it), n++) {
    let pair: PyValue[];
    try {
      pair = toArray(item);
    } catch (e) {
      if (isRaised(e, 'TypeError')) typeError(`cannot convert dictionary update sequence element #${n} to a sequence`);
      throw e;
    }
    if (pair.length !== 2)
      valueError(`dictionary update sequence element #${n} has length ${pair.length}; 2 is required`);
    d.set(pair[0]!, pair[1]!);
  }
}

/** Makes a set of values given in order. Throws TypeError for unhashable ones; may run Python. */
export function setFrom(values: Iterable<PyValue>): PySet {
  const s = new PySet();
  for (const v of values) s.add(v);
  return s;
}

/** Adds every value of an iterable (`set_update_internal`). */
export function setUpdate(s: PySet, other: PyValue): void {
  if (other instanceof PySet) s.merge(other);
  else if (other instanceof PyDict && other.type === dictType) {
    s.reserve(other.size);
    for (const [key] of other.entries()) s.add(key);
  } else for (const v of iterate(other)) s.add(v);
}
