/**
 * dict: insertion-ordered entries in two arrays, found through a JS Map.
 *
 * A Map cannot call `__eq__`, so keys go in *normalised*: what Python holds equal among the
 * primitives becomes one JS key (1, True and 1.0 → the number 1; 2.5 → the number 2.5, which no int
 * can be; a str → itself; big ints and floats equal to one → bigint). Objects with identity
 * comparison are their own key. What has its own `__eq__` (tuples, frozensets, instances of classes
 * that define it) is looked up by Python hash in `buckets`, and the *first equal key inserted*
 * stands for all. Deletion leaves a hole (`keys[i] === undefined`); `keysVersion` changes whenever
 * an index may come to mean another key, which is what inline caches and traces check.
 *
 * `watch` holds assumptions of compiled code on single str keys: setting, adding or deleting the
 * key breaks them. It is null for nearly every dict.
 */
import { Assumption, PyObj, type PyValue, type PyType } from './object.ts';
import { PyFloat, PyIntSub, PyStrSub, builtinType, native, objectType } from './values.ts';
import { type Hash, equalObjects, hashOf } from './hash.ts';

export const dictType = builtinType('dict');

type Entries = { key: PyValue; canonical: object }[];

export class PyDict extends PyObj {
  private readonly index = new Map<unknown, number>();
  private buckets: Map<Hash, Entries> | null = null;
  /** Keys in insertion order; undefined where deleted. */
  keys: (PyValue | undefined)[] = [];
  values: PyValue[] = [];
  size = 0;
  keysVersion = 0;
  watch: Map<string, Assumption> | null = null;

  /** Returns the entry index of a key, or -1. May call Python (`__hash__`, `__eq__`). */
  find(key: PyValue): number {
    const k = typeof key === 'string' || typeof key === 'number' ? key : this.canonical(key, false);
    const i = this.index.get(k);
    return i === undefined ? -1 : i;
  }

  get(key: PyValue): PyValue | undefined {
    const i = this.find(key);
    return i < 0 ? undefined : this.values[i];
  }

  has(key: PyValue): boolean { return this.find(key) >= 0; }

  /** Sets an item; a key equal to one present keeps the old key object. */
  set(key: PyValue, value: PyValue): void {
    const k = typeof key === 'string' || typeof key === 'number' ? key : this.canonical(key, true);
    const i = this.index.get(k);
    if (this.watch !== null && typeof k === 'string') this.touched(k);
    if (i !== undefined) { this.values[i] = value; return; }
    this.index.set(k, this.keys.length);
    this.keys.push(key);
    this.values.push(value);
    this.size++;
    this.keysVersion++;
  }

  /** Deletes an item; returns its value, or undefined where the key is missing. */
  delete(key: PyValue): PyValue | undefined {
    const k = this.canonical(key, false);
    const i = this.index.get(k);
    if (i === undefined) return undefined;
    const value = this.values[i]!;
    this.index.delete(k);
    if (this.buckets !== null && typeof k === 'object') this.dropCanonical(key, k as object);
    this.removeAt(i);
    if (this.watch !== null && typeof k === 'string') this.touched(k);
    return value;
  }

  /** Removes and returns the last item, or undefined when empty. */
  popLast(): [PyValue, PyValue] | undefined {
    for (let i = this.keys.length - 1; i >= 0; i--) {
      const key = this.keys[i];
      if (key !== undefined) return [key, this.delete(key)!];
    }
    return undefined;
  }

  clear(): void {
    if (this.watch !== null) for (const name of [...this.watch.keys()]) this.touched(name);
    this.index.clear();
    this.buckets = null;
    this.keys = [];
    this.values = [];
    this.size = 0;
    this.keysVersion++;
  }

  /** Makes a shallow copy with the same order. */
  copy(): PyDict {
    const d = new PyDict();
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i];
      if (key !== undefined) d.set(key, this.values[i]!);
    }
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
    for (; i < this.keys.length; i++) if (this.keys[i] !== undefined) return i;
    return -1;
  }

  /** Returns the assumption that the str key `name` is not set, added or deleted from now on. */
  stable(name: string): Assumption { return stableKey(this, name); }

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
      do { this.keys.pop(); this.values.pop(); } while (this.keys.length > 0 && this.keys[this.keys.length - 1] === undefined);
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
      moved[i] = n;
      if (this.keys[i] === undefined) continue;
      this.keys[n] = this.keys[i];
      this.values[n] = this.values[i]!;
      n++;
    }
    this.keys.length = n;
    this.values.length = n;
    for (const [k, i] of this.index) this.index.set(k, moved[i]!);
  }

  /** Returns the JS key that stands for all Python keys equal to this one. */
  private canonical(key: PyValue, insert: boolean): unknown {
    switch (typeof key) {
      case 'string': case 'number': case 'bigint': return key;
      case 'boolean': return key ? 1 : 0;
    }
    if (key instanceof PyFloat) return normalFloat(key);
    if (hasIdentityEquality(key.type)) {
      if (key instanceof PyStrSub) return key.value;
      if (key instanceof PyIntSub) return key.value;
      return key;
    }
    const hash = hashOf(key);
    const bucket = this.buckets?.get(hash);
    if (bucket !== undefined) {
      for (const e of bucket) if (e.key === key || equalObjects(e.key, key)) return e.canonical;
    }
    // A key equal to a primitive or identity key of the same hash (a user class equal to an int, say).
    for (let i = 0; this.hasForeign && i < this.keys.length; i++) {
      const k = this.keys[i];
      if (k !== undefined && hashOf(k) === hash && equalObjects(k, key)) return this.canonical(k, false);
    }
    if (insert) {
      this.buckets ??= new Map();
      const entry = { key, canonical: key };
      if (bucket === undefined) this.buckets.set(hash, [entry]); else bucket.push(entry);
    }
    return key;
  }

  /** Whether instances of user classes with `__eq__` must be compared against primitive keys. */
  private get hasForeign(): boolean { return false; }

  private dropCanonical(key: PyValue, canonical: object): void {
    const hash = hashOf(key);
    const bucket = this.buckets?.get(hash);
    if (bucket === undefined) return;
    const left = bucket.filter((e) => e.canonical !== canonical);
    if (left.length === 0) this.buckets!.delete(hash); else this.buckets!.set(hash, left);
  }
}
native(PyDict, dictType);

/** Makes the JS key of a float: the equal int if there is one, itself for NaN, else the number. */
function normalFloat(f: PyFloat): unknown {
  const x = f.value;
  if (Number.isNaN(x)) return f;
  if (Number.isInteger(x)) return Number.isSafeInteger(x) ? x + 0 : BigInt(x);
  return x;
}

/** Tells whether `==` of a class is identity, or that of the str or int it wraps. */
function hasIdentityEquality(type: PyType): boolean {
  const owner = type.mro.find((t) => t.dict.has('__eq__') || t.dict.has('__hash__'));
  return owner === undefined || owner === objectType || owner.name === 'str' || owner.name === 'int' || owner.name === 'float';
}

/** Returns (making it if need be) the watch on one key. */
function stableKey(d: PyDict, name: string): Assumption {
  d.watch ??= new Map();
  let a = d.watch.get(name);
  if (a === undefined) {
    a = new Assumption();
    d.watch.set(name, a);
  }
  return a;
}
