/**
 * list.sort: stable, and the same comparisons in the same order as CPython's.
 *
 * Where the order of the keys is total and equal keys cannot be told apart (or stability is kept by
 * JavaScript's own stable sort), the result does not depend on the algorithm, and the engine's sorts are
 * fastest: ints, strings, and floats without NaN. Everything else can see the algorithm: a
 * `__lt__` that counts its calls, that raises half-way, or that is no order at all (NaN). So the
 * general case is timsort as Objects/listsort.txt describes it (Tim Peters; merge order by power, Munro and
 * Wild), asking only `y < x`, in the order CPython 3.13 asks.
 *
 * While it runs, the list is empty; a list found changed afterwards is a ValueError.
 */
import { checkInterrupt } from '../../signals/polling.ts';
import { Comparison } from '../../bytecode/operators.ts';
import { compareTexts } from '../../text/order.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, PyList, type PyTuple, Store, floatType, tupleType } from '../../objects/core/values.ts';
import { valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { listToArray } from '../../objects/core/list-storage.ts';
import { compareTrue, sameOrEqual } from '../../protocol/compare.ts';
import type { Less } from './merge.ts';
import { Timsort } from './timsort.ts';
import { append } from '../../numbers/allocation.ts';

/** Sorts in place by `key` (None for the values themselves). Throws what comparison or `key` raise, or ValueError. */
export function listSort(l: PyList, key: PyValue, reverse: boolean): void {
  const { items, store } = l;
  if (key === None && sortPrimitives(items, store, reverse)) return;
  const hidden: any[] = [];
  l.items = hidden;
  l.store = Store.EMPTY;
  let out: any[] = items;
  let changed = false;
  try {
    if (key === None) {
      const values: PyValue[] = store === Store.FLOAT ? listToArray(new PyList(store, items)) : items;
      sortKeys(values, null, reverse);
      if (store === Store.FLOAT) out = values.map((x) => (x as PyFloat).value);
    } else {
      const keys: PyValue[] = [];
      for (let i = 0; i < items.length; i++)
        append(keys, invoke(key, [store === Store.FLOAT ? new PyFloat(items[i]) : items[i]]));
      out = sortBy(keys, items, reverse);
    }
  } finally {
    changed = l.items !== hidden || hidden.length > 0;
    l.items = out;
    l.store = store;
  }
  if (changed) valueError('list modified during sort');
}

/** Sorts ints, strings and floats without NaN; returns false where the values are something else. */
function sortPrimitives(items: any[], store: Store, reverse: boolean): boolean {
  if (store === Store.INT) sortNumbers(items);
  else if (store === Store.FLOAT) {
    if (items.some((x) => Number.isNaN(x) || x === 0)) return false;
    sortNumbers(items);
  } else {
    if (items.length === 0 || typeof items[0] !== 'string' || !items.every((x) => typeof x === 'string')) return false;
    sortStrings(items);
  }
  if (reverse) items.reverse();
  return true;
}

/** Sorts numbers that are equal only if they are the same. */
function sortNumbers(items: number[]): void {
  if (items.length < 20) {
    items.sort((x, y) => x - y);
    return;
  }
  // Numbers read from an Int32Array are small integers to V8, so the list stays one of small integers.
  const sorted = (items.every((x) => (x | 0) === x) ? Int32Array.from(items) : Float64Array.from(items)).sort();
  for (let i = 0; i < sorted.length; i++) items[i] = sorted[i]!;
}

/** Sorts strings by code points. */
function sortStrings(items: string[]): void {
  if (items.some((s) => /[\ud800-\udfff]/.test(s))) items.sort(polled(items.length, compareTexts));
  else items.sort(polled(items.length, (x, y) => (x < y ? -1 : x > y ? 1 : 0)));
}

/** Items from which on a sort by the host looks whether it is to be interrupted. */
const MANY = 100_000;

/** Gives a comparison of many items a safe point. */
function polled<T>(items: number, compare: (x: T, y: T) => number): (x: T, y: T) => number {
  if (items < MANY) return compare;
  return (x, y) => {
    checkInterrupt();
    return compare(x, y);
  };
}

/** Sorts `values` by `keys`; returns the sorted values. */
function sortBy(keys: PyValue[], values: any[], reverse: boolean): any[] {
  const numbers = numericKeys(keys);
  if (numbers !== null)
    return permuted(values, reverse ? (i, j) => numbers[j]! - numbers[i]! : (i, j) => numbers[i]! - numbers[j]!);
  if (keys.length > 0 && keys.every((k) => typeof k === 'string')) {
    const texts = keys as string[];
    if (texts.some((s) => /[\ud800-\udfff]/.test(s))) {
      return permuted(
        values,
        reverse ? (i, j) => compareTexts(texts[j]!, texts[i]!) : (i, j) => compareTexts(texts[i]!, texts[j]!),
      );
    }
    const down = reverse ? -1 : 1;
    return permuted(values, (i, j) => (texts[i]! < texts[j]! ? -down : texts[i]! > texts[j]! ? down : 0));
  }
  const out = values.slice();
  sortKeys(keys, out, reverse);
  return out;
}

/** Returns the values in the order of a stable sort of their indices. */
function permuted(values: any[], compare: (i: number, j: number) => number): any[] {
  const order: number[] = [];
  for (let i = 0; i < values.length; i++) append(order, i);
  order.sort(polled(order.length, compare));
  return order.map((i) => values[i]);
}

/** Returns the keys as JS numbers if they are all ints, or all floats without NaN; else null. */
function numericKeys(keys: readonly PyValue[]): number[] | null {
  if (keys.length === 0) return [];
  if (typeof keys[0] === 'number') return keys.every((k) => typeof k === 'number') ? (keys as number[]) : null;
  const out: number[] = [];
  for (const k of keys) {
    if (typeof k !== 'object' || k.type !== floatType || Number.isNaN((k as PyFloat).value)) return null;
    const x = (k as PyFloat).value;
    if (!Number.isFinite(x)) return null;
    append(out, x);
  }
  return out;
}

/** Chooses the comparison for keys and sorts them, with `values` alongside. */
function sortKeys(keys: PyValue[], values: any[] | null, reverse: boolean): void {
  let less: Less = general;
  if (keys.length > 0) {
    if (keys.every((k) => typeof k === 'object' && k.type === tupleType && (k as PyTuple).items.length > 0))
      less = lessTuple;
    else if (keys.every((k) => typeof k === 'object' && k.type === floatType)) less = lessFloat;
  }
  if (reverse) {
    keys.reverse();
    values?.reverse();
  }
  try {
    new Timsort(keys, values, less).sort();
  } finally {
    if (reverse) {
      keys.reverse();
      values?.reverse();
    }
  }
}

const general: Less = (x: PyValue, y: PyValue) => compareTrue(Comparison.LT, x, y);
const lessFloat: Less = (x: PyFloat, y: PyFloat) => x.value < y.value;

/** Compares tuples with `<`. */
const lessTuple: Less = (x: PyTuple, y: PyTuple) => {
  const a = x.items,
    b = y.items;
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const p = a[i]!,
      q = b[i]!;
    if (p === q) continue;
    if (typeof p === 'number' && typeof q === 'number') return p < q;
    if (typeof p === 'string' && typeof q === 'string') return compareTexts(p, q) < 0;
    if (!sameOrEqual(p, q)) return general(p, q);
  }
  return a.length < b.length;
};
