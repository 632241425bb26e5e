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
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, PyList, type PyTuple, Store, floatType, tupleType } from '../../objects/core/values.ts';
import { valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { listToArray } from '../../objects/core/list-storage.ts';
import { compareOp, compareStrings, isTrue, sameOrEqual } from '../../objects/slots/compare.ts';

type Less = (x: any, y: any) => boolean;

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
        keys.push(invoke(key, [store === Store.FLOAT ? new PyFloat(items[i]) : items[i]]));
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
  if (items.some((s) => /[\ud800-\udfff]/.test(s))) items.sort(compareStrings);
  else items.sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
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
        reverse ? (i, j) => compareStrings(texts[j]!, texts[i]!) : (i, j) => compareStrings(texts[i]!, texts[j]!),
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
  for (let i = 0; i < values.length; i++) order.push(i);
  order.sort(compare);
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
    out.push(x);
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

const general: Less = (x: PyValue, y: PyValue) => isTrue(compareOp(0, x, y));
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
    if (typeof p === 'string' && typeof q === 'string') return compareStrings(p, q) < 0;
    if (!sameOrEqual(p, q)) return general(p, q);
  }
  return a.length < b.length;
};

const MIN_GALLOP = 7;

interface Run {
  start: number;
  length: number;
  power: number;
}

/** One run of timsort over `keys`, moving `values` in step. */
class Timsort {
  private minGallop = MIN_GALLOP;
  private readonly pending: Run[] = [];

  constructor(
    private readonly keys: any[],
    private readonly values: any[] | null,
    private readonly less: Less,
  ) {}

  /** Sorts. */
  sort(): void {
    const n = this.keys.length;
    if (n < 2) return;
    let minrun = n,
      odd = 0;
    while (minrun >= 64) {
      odd |= minrun & 1;
      minrun >>= 1;
    }
    minrun += odd;
    for (let start = 0; start < n; ) {
      let length = this.countRun(start, n - start);
      if (length < minrun) {
        const forced = Math.min(n - start, minrun);
        this.binarySort(start, forced, length);
        length = forced;
      }
      this.foundRun(length, n);
      this.pending.push({ start, length, power: 0 });
      start += length;
    }
    const p = this.pending;
    while (p.length > 1) {
      let i = p.length - 2;
      if (i > 0 && p[i - 1]!.length < p[i + 1]!.length) i--;
      this.mergeAt(i);
    }
  }

  /** Reverses a slice of keys and values. */
  private reverse(from: number, n: number): void {
    const { keys, values } = this;
    for (let i = from, j = from + n - 1; i < j; i++, j--) {
      const k = keys[i];
      keys[i] = keys[j];
      keys[j] = k;
      if (values === null) continue;
      const v = values[i];
      values[i] = values[j];
      values[j] = v;
    }
  }

  /** Returns the length of the run that begins at `lo`, made ascending if it is descending. */
  private countRun(lo: number, remaining: number): number {
    const { keys: a, less } = this;
    if (remaining <= 1) return remaining;
    let n = 1;
    while (n < remaining && !less(a[lo + n], a[lo + n - 1])) n++;
    if (n === remaining) return n;
    if (n > 1) {
      if (less(a[lo], a[lo + n - 1])) return n;
      this.reverse(lo, n);
    }
    n++;
    let equal = 0;
    for (; n < remaining; n++) {
      if (less(a[lo + n], a[lo + n - 1])) {
        if (equal > 0) this.reverse(lo + n - equal - 1, equal + 1);
        equal = 0;
      } else if (less(a[lo + n - 1], a[lo + n])) break;
      else equal++;
    }
    if (equal > 0) this.reverse(lo + n - equal - 1, equal + 1);
    this.reverse(lo, n);
    while (n < remaining && !less(a[lo + n], a[lo + n - 1])) n++;
    return n;
  }

  /** Sorts `n` items from `lo`, the first `sorted` of which are in order, by binary insertion. */
  private binarySort(lo: number, n: number, sorted: number): void {
    const { keys, values, less } = this;
    for (let i = Math.max(sorted, 1); i < n; i++) {
      const pivot = keys[lo + i];
      let left = 0,
        right = i;
      do {
        const m = (left + right) >> 1;
        if (less(pivot, keys[lo + m])) right = m;
        else left = m + 1;
      } while (left < right);
      for (let j = i; j > left; j--) keys[lo + j] = keys[lo + j - 1];
      keys[lo + left] = pivot;
      if (values === null) continue;
      const v = values[lo + i];
      for (let j = i; j > left; j--) values[lo + j] = values[lo + j - 1];
      values[lo + left] = v;
    }
  }

  /** Merges earlier runs whose power exceeds that of the boundary before a new run. */
  private foundRun(length: number, total: number): void {
    const p = this.pending;
    const last = p[p.length - 1];
    if (last === undefined) return;
    let power = 0;
    let a = 2 * last.start + last.length;
    let b = a + last.length + length;
    for (;;) {
      power++;
      if (a >= total) {
        a -= total;
        b -= total;
      } else if (b >= total) break;
      a *= 2;
      b *= 2;
    }
    while (p.length > 1 && p[p.length - 2]!.power > power) this.mergeAt(p.length - 2);
    p[p.length - 1]!.power = power;
  }

  /** Merges runs `i` and `i + 1`. */
  private mergeAt(i: number): void {
    const a = this.pending[i]!,
      b = this.pending[i + 1]!;
    let { start: sa, length: na } = a;
    const sb = b.start;
    let nb = b.length;
    a.length += nb;
    this.pending.splice(i + 1, 1);
    const k = this.gallopRight(this.keys[sb], this.keys, sa, na, 0);
    sa += k;
    na -= k;
    if (na === 0) return;
    nb = this.gallopLeft(this.keys[sa + na - 1], this.keys, sb, nb, nb - 1);
    if (nb <= 0) return;
    if (na <= nb) this.mergeLow(sa, na, sb, nb);
    else this.mergeHigh(sa, na, sb, nb);
  }

  /** Finds where `key` goes in the sorted `a[base:base + n]`, before equal ones. */
  private gallopLeft(key: any, a: any[], base: number, n: number, hint: number): number {
    const less = this.less;
    let last = 0,
      ofs = 1;
    if (less(a[base + hint], key)) {
      const max = n - hint;
      while (ofs < max && less(a[base + hint + ofs], key)) {
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      ofs = Math.min(ofs, max) + hint;
      last += hint;
    } else {
      const max = hint + 1;
      while (ofs < max && !less(a[base + hint - ofs], key)) {
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      const k = last;
      last = hint - Math.min(ofs, max);
      ofs = hint - k;
    }
    last++;
    while (last < ofs) {
      const m = last + ((ofs - last) >> 1);
      if (less(a[base + m], key)) last = m + 1;
      else ofs = m;
    }
    return ofs;
  }

  /** Finds where `key` goes in the sorted `a[base:base + n]`, after equal ones. */
  private gallopRight(key: any, a: any[], base: number, n: number, hint: number): number {
    const less = this.less;
    let last = 0,
      ofs = 1;
    if (less(key, a[base + hint])) {
      const max = hint + 1;
      while (ofs < max && less(key, a[base + hint - ofs])) {
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      const k = last;
      last = hint - Math.min(ofs, max);
      ofs = hint - k;
    } else {
      const max = n - hint;
      while (ofs < max && !less(key, a[base + hint + ofs])) {
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      ofs = Math.min(ofs, max) + hint;
      last += hint;
    }
    last++;
    while (last < ofs) {
      const m = last + ((ofs - last) >> 1);
      if (less(key, a[base + m])) ofs = m;
      else last = m + 1;
    }
    return ofs;
  }

  /** Merges two adjacent runs, the first of which is copied out; whatever raises, no item is lost. */
  private mergeLow(sa: number, na: number, sb: number, nb: number): void {
    const { keys, values, less } = this;
    const tk = keys.slice(sa, sa + na);
    const tv = values === null ? null : values.slice(sa, sa + na);
    let dest = sa,
      a = 0,
      b = sb;
    const takeB = (): void => {
      keys[dest] = keys[b];
      if (values !== null) values[dest] = values[b];
      dest++;
      b++;
      nb--;
    };
    const takeA = (): void => {
      keys[dest] = tk[a];
      if (values !== null) values[dest] = tv![a];
      dest++;
      a++;
      na--;
    };
    const run = (): void => {
      takeB();
      if (nb === 0 || na === 1) return;
      let minGallop = this.minGallop;
      for (;;) {
        let countA = 0,
          countB = 0;
        for (;;) {
          if (less(keys[b], tk[a])) {
            takeB();
            countB++;
            countA = 0;
            if (nb === 0) return;
            if (countB >= minGallop) break;
          } else {
            takeA();
            countA++;
            countB = 0;
            if (na === 1) return;
            if (countA >= minGallop) break;
          }
        }
        minGallop++;
        do {
          if (minGallop > 1) minGallop--;
          this.minGallop = minGallop;
          countA = this.gallopRight(keys[b], tk, a, na, 0);
          for (let k = countA; k > 0; k--) takeA();
          if (countA > 0 && na <= 1) return;
          takeB();
          if (nb === 0) return;
          countB = this.gallopLeft(tk[a], keys, b, nb, 0);
          for (let k = countB; k > 0; k--) takeB();
          if (countB > 0 && nb === 0) return;
          takeA();
          if (na === 1) return;
        } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    };
    try {
      run();
    } catch (e) {
      while (na > 0) takeA();
      throw e;
    }
    // Of an `a` not used up, one item is left, and it goes last.
    if (na === 1) while (nb > 0) takeB();
    while (na > 0) takeA();
  }

  /** Merges two adjacent runs, the second of which is copied out; whatever raises, no item is lost. */
  private mergeHigh(sa: number, na: number, sb: number, nb: number): void {
    const { keys, values, less } = this;
    const tk = keys.slice(sb, sb + nb);
    const tv = values === null ? null : values.slice(sb, sb + nb);
    let dest = sb + nb - 1,
      a = sa + na - 1,
      b = nb - 1;
    const takeA = (): void => {
      keys[dest] = keys[a];
      if (values !== null) values[dest] = values[a];
      dest--;
      a--;
      na--;
    };
    const takeB = (): void => {
      keys[dest] = tk[b];
      if (values !== null) values[dest] = tv![b];
      dest--;
      b--;
      nb--;
    };
    const run = (): void => {
      takeA();
      if (na === 0 || nb === 1) return;
      let minGallop = this.minGallop;
      for (;;) {
        let countA = 0,
          countB = 0;
        for (;;) {
          if (less(tk[b], keys[a])) {
            takeA();
            countA++;
            countB = 0;
            if (na === 0) return;
            if (countA >= minGallop) break;
          } else {
            takeB();
            countB++;
            countA = 0;
            if (nb === 1) return;
            if (countB >= minGallop) break;
          }
        }
        minGallop++;
        do {
          if (minGallop > 1) minGallop--;
          this.minGallop = minGallop;
          countA = na - this.gallopRight(tk[b], keys, sa, na, na - 1);
          for (let k = countA; k > 0; k--) takeA();
          if (countA > 0 && na === 0) return;
          takeB();
          if (nb === 1) return;
          countB = nb - this.gallopLeft(keys[a], tk, 0, nb, nb - 1);
          for (let k = countB; k > 0; k--) takeB();
          if (countB > 0 && nb <= 1) return;
          takeA();
          if (na === 0) return;
        } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    };
    try {
      run();
    } catch (e) {
      while (nb > 0) takeB();
      throw e;
    }
    if (nb === 1) while (na > 0) takeA();
    while (nb > 0) takeB();
  }
}
