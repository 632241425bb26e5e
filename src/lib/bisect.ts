/** The module `bisect`: binary search, asking `x < a[mid]` (right) or `a[mid] < x` (left). */
import { Comparison } from '../bytecode/operators.ts';
import type { PyModule } from '../objects/core/values.ts';
import type { PyValue } from '../objects/core/object.ts';
import { None, PyList, Store, listType, typeOf } from '../objects/core/values.ts';
import { makeFunctions } from '../objects/core/builtin.ts';
import { valueError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import { listInsert } from '../objects/core/list-storage.ts';
import { nativeModule } from '../types/functions/module.ts';
import { getAttr } from '../protocol/attribute.ts';
import { compareTrue } from '../protocol/compare.ts';
import { countOf } from '../objects/slots/subscript.ts';
import { getItem } from '../protocol/subscript.ts';
import { toNumberIndex } from '../objects/slots/number.ts';

/** Finds where `x` goes in a[lo:hi]: after equal items (`right`) or before them. */
function search(a: PyValue, x: PyValue, lo: PyValue, hi: PyValue, key: PyValue, right: boolean): number {
  let low = toNumberIndex(lo);
  if (low < 0) valueError('lo must be non-negative');
  let high = hi === None ? -1 : toNumberIndex(hi);
  if (high < 0) high = countOf(a);
  if (
    a instanceof PyList &&
    a.type === listType &&
    a.store === Store.INT &&
    typeof x === 'number' &&
    key === None &&
    high <= a.items.length
  ) {
    const items: number[] = a.items;
    while (low < high) {
      const m = Math.floor((low + high) / 2);
      if (right ? x < items[m]! : items[m]! >= x) high = m;
      else low = m + 1;
    }
    return low;
  }
  while (low < high) {
    const m = Math.floor((low + high) / 2);
    const item = getItem(a, m);
    const y = key === None ? item : invoke(key, [item]);
    if (right) {
      if (compareTrue(Comparison.LT, x, y)) high = m;
      else low = m + 1;
    } else if (compareTrue(Comparison.LT, y, x)) low = m + 1;
    else high = m;
  }
  return low;
}

/** Inserts `x` where `search` puts it. */
function insort(a: PyValue, x: PyValue, lo: PyValue, hi: PyValue, key: PyValue, right: boolean): PyValue {
  const i = search(a, key === None ? x : invoke(key, [x]), lo, hi, key, right);
  if (a instanceof PyList && typeOf(a) === listType) listInsert(a, i, x);
  else invoke(getAttr(a, 'insert'), [i, x]);
  return None;
}

/** Makes the module. */
export function makeModule(): PyModule {
  const find =
    (right: boolean) =>
    (a: PyValue, x: PyValue, lo: PyValue = 0, hi: PyValue = None, key: PyValue = None): PyValue =>
      search(a, x, lo, hi, key, right);
  const insert =
    (right: boolean) =>
    (a: PyValue, x: PyValue, lo: PyValue = 0, hi: PyValue = None, key: PyValue = None): PyValue =>
      insort(a, x, lo, hi, key, right);
  const m = nativeModule(
    'bisect',
    makeFunctions('_bisect', {
      'bisect_left(a, x, lo?, hi?, *, key?); read if scalars scalar scalar scalar': find(false),
      'bisect_right(a, x, lo?, hi?, *, key?); read if scalars scalar scalar scalar': find(true),
      'insort_left(a, x, lo?, hi?, *, key?); write if scalars scalar scalar scalar': insert(false),
      'insort_right(a, x, lo?, hi?, *, key?); write if scalars scalar scalar scalar': insert(true),
    }),
  );
  m.dict.set('bisect', m.dict.get('bisect_right')!);
  m.dict.set('insort', m.dict.get('insort_right')!);
  return m;
}
