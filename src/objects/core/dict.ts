/**
 * dict: insertion-ordered entries in two arrays, and three ways to find one.
 *
 * A hash table written in JavaScript cannot hash a string as fast as a JS Map does, but a Map cannot
 * call `__eq__`. So keys are sorted by what their equality means (`jsKey`):
 *
 * - what Python holds equal among the primitives has one JS key (1, True and 1.0 → the number 1; 2.5 → the
 *   number 2.5, which no int can be; a str → itself; big ints and floats equal to one → bigint);
 *   objects compared by identity are their own key. Both go into `index`, a Map; while there are at
 *   most eight entries, all str or int, there is no Map and `keys` is searched instead.
 * - built-in types with an equality of their own (tuple, frozenset, bytes, …) go into `table`, by hash.
 *   They never equal a key of the first kind.
 * - instances of classes that define `__eq__` or `__hash__` go into `table` too, but may equal anything. The
 *   first one seen, as key or in a search, makes the dict `full`: from then on every key is in `table`
 *   under its Python hash as well, and a search that misses in `index` goes on there.
 *
 * Deletion leaves a hole (`keys[i] === undefined`); `keysVersion` changes whenever an index may come to
 * mean another key, which is what inline caches and traces check. A search that calls `__eq__` starts
 * over when the keys changed under it.
 *
 * `watch` holds assumptions of compiled code on single str keys: setting, adding or deleting the
 * key breaks them. It is null for nearly every dict.
 *
 * `plain` is what compiled code asks before it takes `d[k]` for a call that runs no Python.
 */
import { Assumption, PyObj, type PyValue } from './object.ts';
import { builtinType, native } from './values.ts';
import { HashIndex, computeHash, hi, lo } from './hash-parts.ts';
import { CLASS, VALUE, jsKey } from './dict-keys.ts';

export const dictType = builtinType('dict', { collection: 'mapping', matchesSelf: true });

/** Entries up to which a dict is searched without a Map. */
const SMALL = 8;

export class PyDict extends PyObj {
  private index: Map<unknown, number> | null = null;
  private table: HashIndex | null = null;
  private full = false;
  /**
   * Whether a scalar (an exact int, float, bool, str, or None) is found, set and deleted without running Python and
   * without breaking an assumption: not `full`, never watched. It only ever becomes false, but for `clear`.
   */
  plain = true;
  /** Keys in insertion order; undefined where deleted. */
  keys: (PyValue | undefined)[] = [];
  values: PyValue[] = [];
  size = 0;
  keysVersion = 0;
  watch: Map<string, Assumption> | null = null;
  /** No live entry lies below this index. */
  private low = 0;

  /** Returns the entry index of a key, or -1. May call Python (`__hash__`, `__eq__`). */
  find(key: PyValue): number {
    if (typeof key === 'string' || typeof key === 'number') {
      const i = this.lookup(key);
      return i < 0 && this.full ? this.search(key) : i;
    }
    return this.findOther(key);
  }

  get(key: PyValue): PyValue | undefined {
    const i = this.find(key);
    return i < 0 ? undefined : this.values[i];
  }

  has(key: PyValue): boolean {
    return this.find(key) >= 0;
  }

  /** Sets an item; a key equal to one present keeps the old key object. */
  set(key: PyValue, value: PyValue): void {
    const i = this.find(key);
    if (i >= 0) {
      if (this.watch !== null) this.touchEntry(i);
      this.values[i] = value;
      return;
    }
    if (this.watch !== null && typeof key === 'string') this.touched(key);
    this.append(key, value);
  }

  /** Deletes an item; returns its value, or undefined where the key is missing. */
  delete(key: PyValue): PyValue | undefined {
    const i = this.find(key);
    return i < 0 ? undefined : this.deleteAt(i);
  }

  /** Deletes the live entry `i` and returns its value. Runs no Python. */
  deleteAt(i: number): PyValue {
    const key = this.keys[i]!;
    const value = this.values[i]!;
    const k = jsKey(key);
    if (k !== VALUE && k !== CLASS) this.index?.delete(k);
    this.table?.remove(i);
    if (this.watch !== null) this.touchEntry(i);
    this.removeAt(i);
    return value;
  }

  /** Removes and returns the last item, or undefined when empty. */
  popLast(): [PyValue, PyValue] | undefined {
    const i = this.keys.length - 1;
    if (i < 0) return undefined;
    const key = this.keys[i]!;
    return [key, this.deleteAt(i)];
  }

  clear(): void {
    if (this.watch !== null) for (const name of [...this.watch.keys()]) this.touched(name);
    this.index = null;
    this.table = null;
    this.full = false;
    this.plain = true;
    this.keys = [];
    this.values = [];
    this.size = 0;
    this.low = 0;
    this.keysVersion++;
  }

  /** Makes a shallow copy with the same order, an exact dict. Runs no Python. */
  copy(): PyDict {
    const d = new PyDict();
    d.index = this.index === null ? null : new Map(this.index);
    d.table = this.table === null ? null : this.table.copy();
    d.full = this.full;
    d.plain = !this.full;
    d.keys = this.keys.slice();
    d.values = this.values.slice();
    d.size = this.size;
    if (d.size < d.keys.length) d.compact();
    return d;
  }

  /** Iterates over live entries; safe against changes only as far as the caller checks `size`. */
  *entries(): IterableIterator<[PyValue, PyValue]> {
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i];
      if (key !== undefined) yield [key, this.values[i]!];
    }
  }

  /** Returns the index of the first live entry at or after `i`, or -1. */
  nextIndex(i: number): number {
    if (i <= this.low) {
      i = this.low;
      while (i < this.keys.length && this.keys[i] === undefined) i++;
      this.low = i;
    }
    for (; i < this.keys.length; i++) if (this.keys[i] !== undefined) return i;
    return -1;
  }

  /** Returns the assumption that the str key `name` is not set, added or deleted from now on. */
  stable(name: string): Assumption {
    return stableKey(this, name);
  }

  /** Moves the entry `i` to the end, or to the front (which costs O(n)). Runs no Python. */
  moveEntry(i: number, last: boolean): void {
    const key = this.keys[i]!;
    if (last) {
      if (i === this.keys.length - 1) return;
      const value = this.values[i]!;
      let low = 0,
        high = 0;
      if (this.table !== null) [low, high] = this.table.hashAt(i);
      const watch = this.watch;
      this.watch = null;
      this.deleteAt(i);
      this.watch = watch;
      this.appendHashed(key, value, low, high);
      return;
    }
    const keys = [key],
      values = [this.values[i]!];
    const moved = new Int32Array(this.keys.length).fill(-1);
    moved[i] = 0;
    for (let j = 0; j < this.keys.length; j++) {
      if (j === i || this.keys[j] === undefined) continue;
      moved[j] = keys.length;
      keys.push(this.keys[j]!);
      values.push(this.values[j]!);
    }
    this.keys = keys;
    this.values = values;
    this.renumber(moved);
  }

  /** Finds a JS key among those in `index` (or in `keys`, while small). */
  private lookup(k: unknown): number {
    if (this.index !== null) {
      const i = this.index.get(k);
      return i === undefined ? -1 : i;
    }
    const keys = this.keys;
    for (let i = 0; i < keys.length; i++) if (keys[i] === k) return i;
    return -1;
  }

  /** Finds a key that is neither a str nor a small int. */
  private findOther(key: PyValue): number {
    const k = jsKey(key);
    if (k === VALUE) {
      computeHash(key);
      return this.probe(key, lo, hi);
    }
    if (k === CLASS) {
      computeHash(key);
      const low = lo,
        high = hi;
      if (!this.full) this.fillTable();
      return this.probe(key, low, high);
    }
    const i = this.lookup(k);
    return i < 0 && this.full ? this.search(key) : i;
  }

  /** Searches the table of a full dict for a primitive or identity key. */
  private search(key: PyValue): number {
    computeHash(key);
    return this.probe(key, lo, hi);
  }

  /** Searches the table by hash and `__eq__`. */
  private probe(key: PyValue, low: number, high: number): number {
    for (;;) {
      const i: number = this.table === null ? -1 : this.table.find(this, key, low, high);
      if (i === -2) continue;
      keyLo = low;
      keyHi = high;
      return i;
    }
  }

  /** Puts every key into the table, because one that may equal anything has turned up. */
  private fillTable(): void {
    const table = new HashIndex();
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i];
      if (key === undefined) continue;
      computeHash(key);
      table.insert(i, lo, hi);
    }
    this.table = table;
    this.full = true;
    this.plain = false;
  }

  /** Adds an entry for a key that `find` has just missed (and left the hash of, where the table needs it). */
  private append(key: PyValue, value: PyValue): void {
    if ((typeof key === 'string' || typeof key === 'number') && !this.full) {
      const n = this.keys.length;
      if (this.index !== null) this.index.set(key, n);
      else if (n >= SMALL) this.makeIndex().set(key, n);
      this.keys.push(key);
      this.values.push(value);
      this.size++;
      this.keysVersion++;
      return;
    }
    this.appendHashed(key, value, keyLo, keyHi);
  }

  /** Adds an entry whose hash is known (where the table needs it). */
  private appendHashed(key: PyValue, value: PyValue, low: number, high: number): void {
    const k = jsKey(key);
    const n = this.keys.length;
    const foreign = k === VALUE || k === CLASS;
    if (foreign || this.full) {
      this.table ??= new HashIndex();
      this.table.insert(n, low, high);
    }
    const index = this.index ?? this.makeIndex();
    if (!foreign) index.set(k, n);
    this.keys.push(key);
    this.values.push(value);
    this.size++;
    this.keysVersion++;
  }

  /** Makes the Map of a dict that is not small any more. */
  private makeIndex(): Map<unknown, number> {
    const index = new Map<unknown, number>();
    const keys = this.keys;
    for (let i = 0; i < keys.length; i++) if (keys[i] !== undefined) index.set(keys[i], i);
    this.index = index;
    return index;
  }

  /** Breaks the assumption on the key of an entry. */
  private touchEntry(i: number): void {
    const k = jsKey(this.keys[i]!);
    if (typeof k === 'string') this.touched(k);
  }

  /** Breaks the assumption on a key. */
  private touched(name: string): void {
    const a = this.watch!.get(name);
    if (a === undefined) return;
    this.watch!.delete(name);
    if (this.watch!.size === 0) this.watch = null;
    a.invalidate();
  }

  private removeAt(i: number): void {
    this.size--;
    this.keysVersion++;
    if (i === this.keys.length - 1) {
      do {
        this.keys.pop();
        this.values.pop();
      } while (this.keys.length > 0 && this.keys[this.keys.length - 1] === undefined);
      if (this.low > this.keys.length) this.low = this.keys.length;
      return;
    }
    this.keys[i] = undefined;
    this.values[i] = undefined as unknown as PyValue;
    if (this.keys.length > 32 && this.size * 2 < this.keys.length) this.compact();
  }

  /** Squeezes out holes; every index changes its meaning. */
  private compact(): void {
    const moved = new Int32Array(this.keys.length);
    let n = 0;
    for (let i = 0; i < this.keys.length; i++) {
      moved[i] = -1;
      if (this.keys[i] === undefined) continue;
      moved[i] = n;
      this.keys[n] = this.keys[i];
      this.values[n] = this.values[i]!;
      n++;
    }
    this.keys.length = n;
    this.values.length = n;
    this.renumber(moved);
  }

  /** Tells the indexes that entry e has become entry `moved[e]`. */
  private renumber(moved: Int32Array): void {
    this.keysVersion++;
    this.low = 0;
    if (this.index !== null) for (const [k, i] of this.index) this.index.set(k, moved[i]!);
    this.table?.renumber(moved);
  }
}
native(PyDict, dictType);

/** The hash of the key searched last in a table. */
let keyLo = 0;
let keyHi = 0;

/** Returns (making it if need be) the watch on one key. */
function stableKey(d: PyDict, name: string): Assumption {
  d.watch ??= new Map();
  d.plain = false;
  let a = d.watch.get(name);
  if (a === undefined) {
    a = new Assumption();
    d.watch.set(name, a);
  }
  return a;
}
