/**
 * Storage strategies of `list`: how the items lie in `PyList.items`, and the only code that writes them.
 *
 * A JS array of objects makes every float an allocation and every int access a type check. So a
 * list remembers that all it holds are ints (`INT`: JS numbers), or floats (`FLOAT`: unboxed JS
 * numbers), and only otherwise any value (`OBJECT`). The strategy can only weaken: the first value
 * that does not fit turns INT or FLOAT into OBJECT; `EMPTY` (a list that never held anything, or was
 * cleared) may become anything. This is PyPy's list strategies reduced to what a trace can use.
 *
 * Invariants: `items` is never holey (no `new Array(n)`, no assignment past the end), so V8 keeps
 * packed elements; FLOAT arrays start life as arrays of doubles (`doubles()`), so that a list of
 * whole-number floats does not look like one of small ints to V8; a bool or a bigint is not INT. NaN
 * enters no FLOAT list through here, because a box made again on reading would not be identical to
 * the one stored and `x in [x]` must hold for it.
 *
 * Cost: everything is O(1) or one pass over what is moved; leaving FLOAT boxes every item once.
 */
import type { PyValue } from './object.ts';
import { PyFloat, PyList, Store, floatType } from './values.ts';
import { MOST, checkItems } from '../../numbers/allocation.ts';

/** Tells whether a value is a float that a FLOAT list may hold unboxed. */
function isPlainFloat(x: PyValue): x is PyFloat {
  return typeof x === 'object' && x.type === floatType && !Number.isNaN((x as PyFloat).value);
}

/** Makes an empty array that V8 treats as an array of doubles from the start. */
function doubles(): number[] {
  const a = [0.5];
  a.length = 0;
  return a;
}

/** Backing arrays that have room for as many items as an array can have. */
const roomy = new WeakSet<object>();

/**
 * Gives a list room to grow where the host, which makes the array half as large again, would end the process. Throws
 * MemoryError.
 */
function makeRoom(l: PyList): void {
  const { items } = l;
  const n = items.length;
  checkItems(n + 1);
  if (roomy.has(items)) return;
  // An array cut to more than half of its length keeps its place in memory.
  l.items = items.concat(items.slice(0, MOST.items - n));
  l.items.length = n;
  roomy.add(l.items);
}

/** Returns the strategy that fits all of `values`. */
function storeOf(values: readonly PyValue[]): Store {
  const n = values.length;
  if (n === 0) return Store.EMPTY;
  const first = values[0]!;
  if (typeof first === 'number') {
    for (let i = 1; i < n; i++) if (typeof values[i] !== 'number') return Store.OBJECT;
    return Store.INT;
  }
  if (isPlainFloat(first)) {
    for (let i = 1; i < n; i++) if (!isPlainFloat(values[i]!)) return Store.OBJECT;
    return Store.FLOAT;
  }
  return Store.OBJECT;
}

/** Unboxes floats. */
function unbox(values: readonly PyValue[]): number[] {
  const out = doubles();
  for (let i = 0; i < values.length; i++) out.push((values[i] as PyFloat).value);
  return out;
}

/** Boxes floats. */
function box(items: readonly number[]): PyValue[] {
  const out: PyValue[] = [];
  for (let i = 0; i < items.length; i++) out.push(new PyFloat(items[i]!));
  return out;
}

/** Makes a list of `values`, which must be packed and belongs to the list from now on. */
export function listFrom(values: PyValue[]): PyList {
  const store = storeOf(values);
  return new PyList(store, store === Store.FLOAT ? unbox(values) : values);
}

/** Makes a list of strings; the array belongs to the list from now on. */
export function listOfStrings(items: string[]): PyList {
  return new PyList(items.length === 0 ? Store.EMPTY : Store.OBJECT, items);
}

/** Returns item `i`, which must be in range. */
export function listGet(l: PyList, i: number): PyValue {
  const x = l.items[i];
  return l.store === Store.FLOAT ? new PyFloat(x) : x;
}

/** Turns the storage into OBJECT. */
function listToObjects(l: PyList): void {
  if (l.store === Store.FLOAT) l.items = box(l.items);
  l.store = Store.OBJECT;
}

/** Makes room for a value of any kind: weakens the strategy if `x` does not fit. Returns what to store. */
function admit(l: PyList, x: PyValue): unknown {
  switch (l.store) {
    case Store.OBJECT:
      return x;
    case Store.INT:
      if (typeof x !== 'number') l.store = Store.OBJECT;
      return x;
    case Store.FLOAT:
      if (isPlainFloat(x)) return x.value;
      listToObjects(l);
      return x;
    default:
      if (typeof x === 'number') l.store = Store.INT;
      else if (isPlainFloat(x)) {
        l.store = Store.FLOAT;
        l.items = doubles();
        return x.value;
      } else l.store = Store.OBJECT;
      return x;
  }
}

/** Replaces item `i`, which must be in range. */
export function listSet(l: PyList, i: number, x: PyValue): void {
  const stored = admit(l, x);
  l.items[i] = stored;
}

/** Appends a value. */
export function listAppend(l: PyList, x: PyValue): void {
  const stored = admit(l, x);
  if (l.items.length >= MOST.growing) makeRoom(l);
  l.items.push(stored);
}

/** Inserts before index `i`, 0 ≤ i ≤ length. */
export function listInsert(l: PyList, i: number, x: PyValue): void {
  const stored = admit(l, x);
  if (l.items.length >= MOST.growing) makeRoom(l);
  const items = l.items;
  if (i === items.length) items.push(stored);
  else items.splice(i, 0, stored);
}

/** Removes and returns item `i`, which must be in range. */
export function listPop(l: PyList, i: number): PyValue {
  const items = l.items;
  let x: any;
  if (i === items.length - 1) x = items.pop();
  else if (i === 0) x = items.shift();
  else x = items.splice(i, 1)[0];
  return l.store === Store.FLOAT ? new PyFloat(x) : x;
}

/** Returns the items as values. The array may be the list's own: read it at once, never write or keep it. */
export function listValues(l: PyList): readonly PyValue[] {
  return l.store === Store.FLOAT ? box(l.items) : l.items;
}

/** Returns the items as values in an array of the caller's own. */
export function listToArray(l: PyList): PyValue[] {
  return l.store === Store.FLOAT ? box(l.items) : l.items.slice();
}

/** Returns a shallow copy (an exact list whatever the class of `l`). */
export function listCopy(l: PyList): PyList {
  return new PyList(l.store, l.items.slice());
}

/** Removes all items. */
export function listClear(l: PyList): void {
  if (l.items.length === 0) return;
  l.store = Store.EMPTY;
  l.items = [];
}

/** Replaces the whole contents by `values`, which belong to the list from now on. */
export function listAssign(l: PyList, values: PyValue[]): void {
  const store = storeOf(values);
  l.items = store === Store.FLOAT ? unbox(values) : values;
  l.store = store;
}

/** Returns a new list `l[start:stop]` for 0 ≤ start ≤ stop ≤ length. */
export function listSlice(l: PyList, start: number, stop: number): PyList {
  return new PyList(start === stop ? Store.EMPTY : l.store, start === stop ? [] : l.items.slice(start, stop));
}

/** Returns a new list of `count` items from `start` by `step`, all in range. */
export function listStride(l: PyList, start: number, step: number, count: number): PyList {
  if (count === 0) return new PyList(Store.EMPTY, []);
  const out: any[] = l.store === Store.FLOAT ? doubles() : [];
  const items = l.items;
  for (let i = start, k = 0; k < count; i += step, k++) out.push(items[i]);
  return new PyList(l.store, out);
}

/** Pushes `more` onto the items of a list, as they are, whatever its length. Throws MemoryError. */
function pushAll(l: PyList, more: readonly any[]): void {
  const n = more.length;
  checkItems(l.items.length + n);
  if (l.items.length + n >= MOST.growing) {
    l.items = l.items.concat(more);
    return;
  }
  const { items } = l;
  for (let i = 0; i < n; i++) items.push(more[i]);
}

/** Appends the items of another list (or of the list itself). */
export function listExtendList(l: PyList, other: PyList): void {
  if (other.items.length === 0) return;
  if (l.store === Store.EMPTY) {
    l.items = other.items.slice();
    l.store = other.store;
  } else if (l.store === other.store) {
    pushAll(l, other.items);
  } else {
    const values = listValues(other);
    if (l.store !== Store.OBJECT) listToObjects(l);
    pushAll(l, values);
  }
}

/** Appends values. */
export function listExtend(l: PyList, values: readonly PyValue[]): void {
  if (values.length === 0) return;
  if (l.store === Store.OBJECT) {
    pushAll(l, values);
    return;
  }
  if (l.store === Store.EMPTY) {
    listAssign(l, values.slice());
    return;
  }
  for (let i = 0; i < values.length; i++) listAppend(l, values[i]!);
}

/** Returns `a + b` as a new exact list. */
export function listConcat(a: PyList, b: PyList): PyList {
  checkItems(a.items.length + b.items.length);
  if (a.store === b.store) return new PyList(a.store, a.items.concat(b.items));
  const out = listCopy(a);
  listExtendList(out, b);
  return out;
}

/** Repeats an array by doubling, which copies memory blocks and stays packed. */
export function repeatArray<T>(items: readonly T[], n: number): T[] {
  if (n <= 0 || items.length === 0) return [];
  if (n === 1) return items.slice();
  const total = items.length * n;
  checkItems(total);
  if (total <= 32) {
    const out: T[] = [];
    for (let k = 0; k < n; k++) for (let i = 0; i < items.length; i++) out.push(items[i]!);
    return out;
  }
  let out = items.slice();
  while (out.length * 2 <= total) out = out.concat(out);
  return out.length === total ? out : out.concat(out.slice(0, total - out.length));
}

/** Returns `l * n` as a new exact list. */
export function listRepeat(l: PyList, n: number): PyList {
  if (n <= 0 || l.items.length === 0) return new PyList(Store.EMPTY, []);
  return new PyList(l.store, repeatArray(l.items, n));
}

/** Does `l *= n`. */
export function listRepeatInPlace(l: PyList, n: number): void {
  if (n <= 0) listClear(l);
  else l.items = repeatArray(l.items, n);
}

/** Reverses in place. */
export function listReverse(l: PyList): void {
  l.items.reverse();
}

/** Replaces the `count` items from `start` by `values`. */
export function listReplace(l: PyList, start: number, count: number, values: readonly PyValue[]): void {
  const n = l.items.length;
  if (start === 0 && count === n) {
    listAssign(l, values.slice());
    return;
  }
  if (values.length === 0) {
    l.items.splice(start, count);
    return;
  }
  const fits = storeOf(values);
  let raw: readonly any[] = values;
  if (fits === Store.FLOAT && l.store === Store.FLOAT) raw = unbox(values);
  else if (fits !== l.store && l.store !== Store.OBJECT) {
    if (l.store === Store.EMPTY) {
      listAssign(l, values.slice());
      return;
    }
    listToObjects(l);
  }
  checkItems(l.items.length - count + raw.length);
  if (l.items.length >= MOST.growing && raw.length > count) makeRoom(l);
  const items = l.items;
  if (raw.length === count) {
    for (let i = 0; i < count; i++) items[start + i] = raw[i];
  } else if (raw.length <= 1000) {
    items.splice(start, count, ...raw);
  } else {
    l.items = items.slice(0, start).concat(raw, items.slice(start + count));
  }
}

/** Deletes `count` items from `start` by `step` ≥ 1, all in range. */
export function listDeleteStride(l: PyList, start: number, step: number, count: number): void {
  if (count === 0) return;
  const items = l.items;
  if (step === 1) {
    items.splice(start, count);
    return;
  }
  let to = start;
  let next = start;
  let left = count;
  for (let i = start; i < items.length; i++) {
    if (left > 0 && i === next) {
      next += step;
      left--;
    } else items[to++] = items[i];
  }
  items.length = to;
}
