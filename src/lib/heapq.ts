/**
 * The module `heapq`: binary heaps in lists, with the comparisons of Modules/_heapqmodule.c in their order.
 *
 * Heaps of ints (a list in INT storage) are sifted in the raw array; anything else compares with `<`, and a
 * list that changes its length meanwhile is a RuntimeError.
 */
import { Comparison } from '../bytecode/operators.ts';
import { compareTexts } from '../text/order.ts';
import type { PyModule } from '../objects/core/values.ts';
import type { PyValue } from '../objects/core/object.ts';
import {
  None,
  PyIterator,
  PyList,
  PyTuple,
  Store,
  builtinType,
  native,
  tupleType,
  typeOf,
} from '../objects/core/values.ts';
import { makeFunctions } from '../objects/core/builtin.ts';
import { indexError, raise, typeError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import { listAppend, listFrom, listGet, listPop, listSet } from '../objects/core/list-storage.ts';
import { listSort } from '../types/containers/list-sort.ts';
import { nativeModule } from '../types/functions/module.ts';
import { defIterator } from '../types/containers/iterators.ts';
import { compareTrue, isTrue, sameOrEqual } from '../protocol/compare.ts';
import { getIter, iterate, toArray } from '../protocol/iterate.ts';
import { iterNext } from '../objects/slots/iterate.ts';
import { countOf } from '../objects/slots/subscript.ts';
import { toNumberIndex } from '../objects/slots/number.ts';

/** Tells whether `a < b`, comparing exact tuples item by item without leaving the host. */
function less(a: PyValue, b: PyValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  if (typeof a === 'object' && typeof b === 'object' && a.type === tupleType && b.type === tupleType) {
    const x = (a as PyTuple).items,
      y = (b as PyTuple).items;
    const n = Math.min(x.length, y.length);
    for (let i = 0; i < n; i++) {
      const p = x[i]!,
        q = y[i]!;
      if (p === q) continue;
      if (typeof p === 'number' && typeof q === 'number') return p < q;
      if (typeof p === 'string' && typeof q === 'string') return compareTexts(p, q) < 0;
      if (!sameOrEqual(p, q)) return compareTrue(Comparison.LT, p, q);
    }
    return x.length < y.length;
  }
  return compareTrue(Comparison.LT, a, b);
}
const greater = (a: PyValue, b: PyValue): boolean => less(b, a);
type Before = (a: PyValue, b: PyValue) => boolean;

/** Compares two items and checks that the list kept its length. */
function ask(heap: PyList, before: Before, a: PyValue, b: PyValue, size: number): boolean {
  const r = before(a, b);
  if (heap.items.length !== size) raise('RuntimeError', 'list changed size during iteration');
  return r;
}

/** Moves the item at `at` up to its place, not above `start`. */
function siftDown(heap: PyList, start: number, at: number, before: Before): void {
  const size = heap.items.length;
  if (at >= size) indexError('index out of range');
  if (heap.store === Store.INT && before === less) {
    const items: number[] = heap.items;
    const x = items[at]!;
    while (at > start) {
      const p = (at - 1) >> 1;
      if (x >= items[p]!) break;
      items[at] = items[p]!;
      at = p;
    }
    items[at] = x;
    return;
  }
  const x = listGet(heap, at);
  while (at > start) {
    const p = (at - 1) >> 1;
    const parent = listGet(heap, p);
    if (!ask(heap, before, x, parent, size)) break;
    listSet(heap, at, parent);
    listSet(heap, p, x);
    at = p;
  }
}

/** Moves the item at `at` down to a leaf along the smaller children, then up to its place. */
function siftUp(heap: PyList, at: number, before: Before): void {
  const size = heap.items.length;
  const start = at;
  if (at >= size) indexError('index out of range');
  const limit = size >> 1;
  if (heap.store === Store.INT && before === less) {
    const items: number[] = heap.items;
    const x = items[at]!;
    while (at < limit) {
      let c = 2 * at + 1;
      if (c + 1 < size && items[c]! >= items[c + 1]!) c++;
      items[at] = items[c]!;
      at = c;
    }
    items[at] = x;
  } else {
    while (at < limit) {
      let c = 2 * at + 1;
      if (c + 1 < size && !ask(heap, before, listGet(heap, c), listGet(heap, c + 1), size)) c++;
      const x = listGet(heap, at);
      listSet(heap, at, listGet(heap, c));
      listSet(heap, c, x);
      at = c;
    }
  }
  siftDown(heap, start, at, before);
}

/** Checks that an argument is a list. */
function listOf(name: string, x: PyValue): PyList {
  if (!(x instanceof PyList))
    typeError(
      `${name}() argument` +
        `${name === 'heapify' || name === 'heappop' || name.endsWith('_max') ? '' : ' 1'}` +
        ` must be list, not ${typeOf(x).name}`,
    );
  return x;
}

/** Does `heappop` and `_heappop_max`. */
function pop(heap: PyList, before: Before): PyValue {
  const n = heap.items.length;
  if (n === 0) indexError('index out of range');
  const last = listPop(heap, n - 1);
  if (n === 1) return last;
  const top = listGet(heap, 0);
  listSet(heap, 0, last);
  siftUp(heap, 0, before);
  return top;
}

/** Does `heapreplace` and `_heapreplace_max`. */
function replace(heap: PyList, item: PyValue, before: Before): PyValue {
  if (heap.items.length === 0) indexError('index out of range');
  const top = listGet(heap, 0);
  listSet(heap, 0, item);
  siftUp(heap, 0, before);
  return top;
}

/** Does `heapify` and `_heapify_max`. */
function heapify(heap: PyList, before: Before): PyValue {
  for (let i = (heap.items.length >> 1) - 1; i >= 0; i--) siftUp(heap, i, before);
  return None;
}

/**
 * The iterator of `merge` (a generator, in CPython): a heap of (key, order, value) of the inputs. With `reverse`
 * the heap is one of maxima and the orders count down, so that equal keys stay in the order of the arguments.
 */
class PyMerge extends PyIterator {
  private readonly heap = listFrom([]);
  private readonly its: PyValue[] = [];
  private started = false;
  private readonly before: Before;
  constructor(
    private readonly inputs: readonly PyValue[],
    private readonly keyOf: PyValue,
    private readonly reverse: boolean,
  ) {
    super();
    this.before = reverse ? greater : less;
  }

  next(): PyValue | undefined {
    if (!this.started) {
      this.started = true;
      this.inputs.forEach((x, i) => {
        this.its.push(getIter(x));
        const entry = this.entry(i);
        if (entry !== undefined) listAppend(this.heap, entry);
      });
      heapify(this.heap, this.before);
    } else if (this.heap.items.length > 0) {
      const entry = this.entry(Math.abs((listGet(this.heap, 0) as PyTuple).items[1] as number));
      if (entry === undefined) pop(this.heap, this.before);
      else if (this.heap.items.length > 1) replace(this.heap, entry, this.before);
      else listSet(this.heap, 0, entry);
    }
    if (this.heap.items.length === 0) return undefined;
    const { items } = listGet(this.heap, 0) as PyTuple;
    return items[items.length === 2 ? 0 : 2];
  }

  /** Takes the next value of an input. */
  private entry(i: number): PyTuple | undefined {
    const value = iterNext(this.its[i]!);
    if (value === undefined) return undefined;
    const order = this.reverse && i > 0 ? -i : i;
    return new PyTuple(this.keyOf === None ? [value, order] : [invoke(this.keyOf, [value]), order, value]);
  }
}
const mergeType = builtinType('generator', { base: false });
native(PyMerge, mergeType);
defIterator(mergeType);

/**
 * Does `nsmallest` and `nlargest`: a heap of the `n` best values so far, each with the order in which it came
 * (counting down for the largest), against which the rest are compared one by one.
 */
function extremes(n: PyValue, iterable: PyValue, key: PyValue, largest: boolean): PyValue {
  const before = largest ? less : greater;
  const keyOf = (x: PyValue): PyValue => (key === None ? x : invoke(key, [x]));
  if (n === 1) {
    let best: PyValue | undefined;
    let bestKey: PyValue | undefined;
    for (const x of iterate(iterable)) {
      const k = keyOf(x);
      if (bestKey !== undefined && !(largest ? less(bestKey, k) : less(k, bestKey))) continue;
      best = x;
      bestKey = k;
    }
    return listFrom(best === undefined ? [] : [best]);
  }
  if (typeOf(iterable).lookup('__len__') !== undefined && compareTrue(Comparison.GE, n, countOf(iterable))) {
    const all = listFrom(toArray(iterable));
    listSort(all, key, largest);
    return all;
  }
  const count = toNumberIndex(n);
  const it = getIter(iterable);
  const heap = listFrom([]);
  let order = 0;
  const entry = (k: PyValue, x: PyValue): PyTuple =>
    new PyTuple(
      key === None ? [k, largest && order > 0 ? -order : order] : [k, largest && order > 0 ? -order : order, x],
    );
  for (; order < count; order++) {
    const x = iterNext(it);
    if (x === undefined) break;
    listAppend(heap, entry(keyOf(x), x));
  }
  if (order === 0) return listFrom([]);
  heapify(heap, before);
  for (let x = iterNext(it); x !== undefined; x = iterNext(it)) {
    const k = keyOf(x);
    const top = (listGet(heap, 0) as PyTuple).items[0]!;
    if (!(largest ? less(top, k) : less(k, top))) continue;
    replace(heap, entry(k, x), before);
    order++;
  }
  listSort(heap, None, largest);
  return listFrom(heap.items.map((e: PyTuple) => e.items[key === None ? 0 : 2]!));
}

/** Makes the module. */
export function makeModule(): PyModule {
  return nativeModule(
    'heapq',
    makeFunctions('_heapq', {
      'heappush(heap, item, /); write if scalars scalar': (h, item) => {
        const heap = listOf('heappush', h);
        listAppend(heap, item);
        siftDown(heap, 0, heap.items.length - 1, less);
        return None;
      },
      'heappop(heap, /); write if scalars': (h) => pop(listOf('heappop', h), less),
      'heapreplace(heap, item, /); write if scalars scalar': (h, item) => replace(listOf('heapreplace', h), item, less),
      'heappushpop(heap, item, /); write if scalars scalar': (h, item) => {
        const heap = listOf('heappushpop', h);
        if (heap.items.length === 0) return item;
        const size = heap.items.length;
        if (!ask(heap, less, listGet(heap, 0), item, size)) return item;
        return replace(heap, item, less);
      },
      'heapify(heap, /); write if scalars': (h) => heapify(listOf('heapify', h), less),
      '_heappop_max(heap, /)': (h) => pop(listOf('_heappop_max', h), greater),
      '_heapreplace_max(heap, item, /)': (h, item) => replace(listOf('_heapreplace_max', h), item, greater),
      '_heapify_max(heap, /)': (h) => heapify(listOf('_heapify_max', h), greater),
      'merge(*iterables, key?, reverse?)': (iterables: PyValue[], key: PyValue = None, reverse: PyValue = false) =>
        new PyMerge(iterables, key, isTrue(reverse)),
      'nlargest(n, iterable, key?)': (n, iterable, key: PyValue = None) => extremes(n, iterable, key, true),
      'nsmallest(n, iterable, key?)': (n, iterable, key: PyValue = None) => extremes(n, iterable, key, false),
    }),
  );
}
