/**
 * The hash table of set and frozenset: CPython's, slot by slot, because its order is visible.
 *
 * `print({3, 1, 2})`, `set.pop()` and every loop over a set of ints show the order of the table. It
 * follows from the hash function and from the algorithm of Objects/setobject.c: open addressing with up
 * to nine linear probes before each perturbed jump, growth by four (by two above 50,000) when three
 * fifths full, the last deleted slot of the search reused, one resize ahead of a merge. So the table
 * here does the same steps. Hashes of str are random in CPython, so the order of strings is free; and a
 * JS Set finds strings much faster than any code of ours.
 *
 * Hence three modes: *strings* (`strings`, a JS Set, in insertion order), *ints* (`keys` only: the hash of a
 * JS-number int is the number itself), and *any* (`keys` with the halves of the hashes beside them). A set
 * moves from the first to the last when a key other than a str comes in, from the second to the third
 * without changing a slot.
 *
 * In `keys`, undefined is a free slot and DUMMY a deleted one; `fill` counts live and deleted slots, `used` live
 * ones, `mask + 1` is the number of slots.
 */
import { PyObj, type PyValue } from './object.ts';
import { PyStrSub, builtinType, native } from './values.ts';
import { computeHash, equalKeys, hi, lo } from './hash-parts.ts';
import type { Hash } from './hash.ts';
import { CLASS, jsKey } from './dict.ts';

export const setType = builtinType('set', { weak: true });
export const frozensetType = builtinType('frozenset', { weak: true });

const DUMMY = Symbol('deleted');
const LINEAR_PROBES = 9;
const MIN_SIZE = 8;

type Slot = PyValue | undefined | typeof DUMMY;

/** Makes an array of `n` free slots. */
function freeSlots(n: number): Slot[] {
  if (n === MIN_SIZE) return [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
  return new Array<Slot>(n).fill(undefined);
}

/** A set; a frozenset is one too, with another type object and a memoised hash. */
export class PySet extends PyObj {
  private strings: Set<string> | null = null;
  private keys: Slot[] | null = null;
  private lows: Int32Array | null = null;
  private highs: Int32Array | null = null;
  private mask = MIN_SIZE - 1;
  private fill = 0;
  private used = 0;
  private finger = 0;
  private popper: IterableIterator<string> | null = null;

  /** Returns the number of elements. */
  get size(): number {
    return this.strings === null ? this.used : this.strings.size;
  }

  /** Whether all elements are strs, or all are ints, so that a scalar is found without running Python. */
  get plain(): boolean {
    return this.lows === null;
  }

  /** Tells whether a value is an element. Throws TypeError if unhashable; may run Python. */
  has(key: PyValue): boolean {
    if (this.strings !== null) {
      if (typeof key === 'string') return this.strings.has(key);
      if (!this.leaveStrings(key)) return false;
    }
    return this.slotOf(key) >= 0;
  }

  /** Adds a value. Throws TypeError if unhashable; may run Python. */
  add(key: PyValue): void {
    if (typeof key === 'string') {
      if (this.strings !== null) {
        this.strings.add(key);
        return;
      }
      if (this.fill === 0) {
        this.clear();
        this.strings = new Set<string>().add(key);
        return;
      }
    } else if (this.strings !== null) this.toTable();
    if (typeof key === 'number' && this.lows === null) {
      this.addInt(key);
      return;
    }
    computeHash(key);
    this.addHashed(key, lo, hi);
  }

  /** Removes a value; returns whether it was there. Throws TypeError if unhashable; may run Python. */
  delete(key: PyValue): boolean {
    if (this.strings !== null) {
      if (typeof key === 'string') return this.strings.delete(key);
      if (!this.leaveStrings(key)) return false;
    }
    const i = this.slotOf(key);
    if (i < 0) return false;
    this.keys![i] = DUMMY;
    this.used--;
    return true;
  }

  clear(): void {
    this.strings = null;
    this.popper = null;
    this.keys = this.lows = this.highs = null;
    this.mask = MIN_SIZE - 1;
    this.fill = this.used = 0;
  }

  /** Removes and returns an element (`set_pop`), or undefined when empty. */
  pop(): PyValue | undefined {
    if (this.strings !== null) return this.popString();
    if (this.used === 0) return undefined;
    const keys = this.keys!;
    let i = this.finger & this.mask;
    while (keys[i] === undefined || keys[i] === DUMMY) i = i === this.mask ? 0 : i + 1;
    const key = keys[i] as PyValue;
    keys[i] = DUMMY;
    this.used--;
    this.finger = i + 1;
    return key;
  }

  /** Takes over the contents of another set, which must not be used any more. */
  adopt(other: PySet): void {
    this.strings = other.strings;
    this.popper = null;
    this.keys = other.keys;
    this.lows = other.lows;
    this.highs = other.highs;
    this.mask = other.mask;
    this.fill = other.fill;
    this.used = other.used;
  }

  /** Walks over the elements in order; the set may change meanwhile (see `SetCursor`). */
  cursor(): SetCursor {
    return new SetCursor(this);
  }

  /** Returns the elements in order. */
  toArray(): PyValue[] {
    if (this.strings !== null) return [...this.strings];
    const out: PyValue[] = [];
    if (this.keys !== null) for (const k of this.keys) if (k !== undefined && k !== DUMMY) out.push(k as PyValue);
    return out;
  }

  /** Adds every element of another set (`set_merge`). */
  merge(other: PySet): void {
    if (other === this || other.size === 0) return;
    if (other.strings !== null && (this.strings !== null || this.fill === 0)) {
      if (this.strings === null) this.clear();
      this.strings ??= new Set();
      for (const s of other.strings) this.strings.add(s);
      return;
    }
    if (this.strings !== null) this.toTable();
    if (other.strings !== null) {
      for (const s of other.strings) this.add(s);
      return;
    }
    this.reserve(other.used);
    if (this.fill === 0) {
      this.copySlots(other);
      return;
    }
    const keys = other.keys!;
    for (let i = 0; i < keys.length; i++) {
      const k = keys[i];
      if (k === undefined || k === DUMMY) continue;
      if (typeof k === 'number' && this.lows === null) this.addInt(k);
      else {
        other.hashAt(i);
        this.addHashed(k as PyValue, slotLo, slotHi);
      }
    }
  }

  /** Grows ahead of the addition of `count` elements, as a merge does. */
  reserve(count: number): void {
    if (this.strings === null && (this.fill + count) * 5 >= this.mask * 3) this.resize((this.used + count) * 2);
  }

  /** Gets rid of deleted slots if they are more than a quarter. */
  sweep(): void {
    if (this.strings !== null || this.fill - this.used <= Math.floor(this.mask / 4)) return;
    this.resize(this.used > 50000 ? this.used * 2 : this.used * 4);
  }

  /** Computes the hash of the set as a frozenset (`frozenset_hash`). */
  frozenHash(): Hash {
    let h = 0n;
    const wrap = (x: bigint): bigint => BigInt.asUintN(64, x);
    const mix = (x: bigint): bigint => wrap((x ^ 89869747n ^ wrap(x << 16n)) * 3644798167n);
    const cursor = this.cursor();
    for (let k = cursor.next(); k !== undefined; k = cursor.next()) {
      computeHash(k);
      h ^= mix(wrap((BigInt(hi) << 32n) | BigInt(lo >>> 0)));
    }
    h ^= wrap(BigInt(this.size + 1) * 1927868237n);
    h ^= (h >> 11n) ^ (h >> 25n);
    h = BigInt.asIntN(64, h * 69069n + 907133923n);
    if (h === -1n) h = 590923713n;
    return Number.isSafeInteger(Number(h)) ? Number(h) : h;
  }

  /** Returns the first live slot at or after `i`, or -1. */
  nextSlot(i: number): number {
    const keys = this.keys;
    if (keys === null) return -1;
    for (; i < keys.length; i++) if (keys[i] !== undefined && keys[i] !== DUMMY) return i;
    return -1;
  }

  /** Returns the key in a live slot. */
  keyAt(i: number): PyValue {
    return this.keys![i] as PyValue;
  }

  /** Returns the JS iterator over a set of strings, or null in the other modes. */
  stringIterator(): IterableIterator<string> | null {
    return this.strings === null ? null : this.strings.values();
  }

  /** Removes the first string; the iterator is kept, because deleted entries at the front stay in a JS Set for a while. */
  private popString(): PyValue | undefined {
    const strings = this.strings!;
    if (strings.size === 0) return undefined;
    this.popper ??= strings.values();
    let next = this.popper.next();
    if (next.done) {
      this.popper = strings.values();
      next = this.popper.next();
    }
    strings.delete(next.value!);
    return next.value;
  }

  /**
   * Decides what to do with a key that is not a str while the set is one of strings: returns true
   * if the table must be searched (the set is a table now), false if the key cannot be present.
   */
  private leaveStrings(key: PyValue): boolean {
    if (key instanceof PyStrSub || jsKey(key) === CLASS) {
      this.toTable();
      return true;
    }
    computeHash(key);
    return false;
  }

  /** Turns a set of strings into a table. */
  private toTable(): void {
    const strings = this.strings!;
    this.clear();
    this.lows = new Int32Array(MIN_SIZE);
    this.highs = new Int32Array(MIN_SIZE);
    for (const s of strings) {
      computeHash(s);
      this.addHashed(s, lo, hi);
    }
  }

  /** Gives every slot its hash: the mode of ints ends. */
  private storeHashes(): void {
    const keys = this.keys ?? freeSlots(this.mask + 1);
    const lows = new Int32Array(keys.length),
      highs = new Int32Array(keys.length);
    for (let i = 0; i < keys.length; i++) {
      const k = keys[i];
      if (typeof k !== 'number') continue;
      computeHash(k);
      lows[i] = lo;
      highs[i] = hi;
    }
    this.keys = keys;
    this.lows = lows;
    this.highs = highs;
  }

  /** Puts the hash of a live slot into `slotLo`, `slotHi`. */
  private hashAt(i: number): void {
    if (this.lows !== null) {
      slotLo = this.lows[i]!;
      slotHi = this.highs![i]!;
    } else {
      computeHash(this.keys![i] as number);
      slotLo = lo;
      slotHi = hi;
    }
  }

  /** Returns the slot of a key, or -1. */
  private slotOf(key: PyValue): number {
    if (typeof key === 'number' && this.lows === null) {
      if (this.keys === null) return -1;
      const i = this.probeInt(this.keys, key);
      return this.keys[i] === undefined ? -1 : i;
    }
    computeHash(key);
    if (this.used === 0) return -1;
    const low = lo,
      high = hi;
    if (this.lows === null) this.storeHashes();
    const i = this.probe(key, low, high);
    return this.keys![i] === undefined ? -1 : i;
  }

  /** Finds the slot of an int, or the free slot where the search ended, in a table of ints. */
  private probeInt(keys: Slot[], key: number): number {
    const mask = keys.length - 1;
    freed = -1;
    let low = key | 0;
    let high = low === key ? low >> 31 : Math.floor(key / 4294967296) | 0;
    if (key === -1) low = -2;
    for (let i = low & mask; ; ) {
      const end = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let e = i; e <= end; e++) {
        const k = keys[e];
        if (k === undefined || k === key) return e;
        if (k === DUMMY) freed = e;
      }
      low = (low >>> 5) | (high << 27);
      high >>>= 5;
      i = (Math.imul(i, 5) + 1 + low) & mask;
    }
  }

  /** Finds the slot of a key, or the free slot where the search ended; starts over if `__eq__` changed the set. */
  private probe(key: PyValue, low: number, high: number): number {
    restart: for (;;) {
      const keys = this.keys!,
        lows = this.lows!,
        highs = this.highs!;
      const mask = keys.length - 1;
      let pLow = low,
        pHigh = high,
        free = -1;
      for (let i = low & mask; ; ) {
        const end = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
        for (let e = i; e <= end; e++) {
          const k = keys[e];
          if (k === undefined || k === key) {
            freed = free;
            return e;
          }
          if (k === DUMMY) {
            free = e;
            continue;
          }
          if (lows[e] !== low || highs[e] !== high) continue;
          const same = equalKeys(k as PyValue, key);
          if (this.keys !== keys || keys[e] !== k) continue restart;
          if (same) return e;
        }
        pLow = (pLow >>> 5) | (pHigh << 27);
        pHigh >>>= 5;
        i = (Math.imul(i, 5) + 1 + pLow) & mask;
      }
    }
  }

  /** Adds an int to a table of ints. */
  private addInt(key: number): void {
    const keys = (this.keys ??= freeSlots(this.mask + 1));
    const i = this.probeInt(keys, key);
    if (keys[i] !== undefined) return;
    if (freed >= 0) {
      keys[freed] = key;
      this.used++;
      return;
    }
    keys[i] = key;
    this.grow();
  }

  /** Adds a key whose hash is known. */
  private addHashed(key: PyValue, low: number, high: number): void {
    if (this.keys === null || this.lows === null) this.storeHashes();
    let i = this.probe(key, low, high);
    if (this.keys![i] !== undefined) return;
    const reuse = freed >= 0;
    if (reuse) i = freed;
    this.keys![i] = key;
    this.lows![i] = low;
    this.highs![i] = high;
    if (reuse) this.used++;
    else this.grow();
  }

  /** Counts a new element and resizes if need be. */
  private grow(): void {
    this.fill++;
    this.used++;
    if (this.fill * 5 >= this.mask * 3) this.resize(this.used > 50000 ? this.used * 2 : this.used * 4);
  }

  /** Rebuilds the table with the least number of slots above `minimum` (`set_table_resize`). */
  private resize(minimum: number): void {
    let size = MIN_SIZE;
    while (size <= minimum) size *= 2;
    if (size === MIN_SIZE && this.mask + 1 === MIN_SIZE && this.fill === this.used) return;
    const old = this.keys,
      lows = this.lows,
      highs = this.highs;
    this.mask = size - 1;
    this.fill = this.used;
    if (old === null) return;
    this.keys = freeSlots(size);
    if (lows !== null) {
      this.lows = new Int32Array(size);
      this.highs = new Int32Array(size);
    }
    for (let i = 0; i < old.length; i++) {
      const k = old[i];
      if (k === undefined || k === DUMMY) continue;
      if (lows === null) this.keys[this.probeInt(this.keys, k as number)] = k;
      else this.insertClean(k as PyValue, lows[i]!, highs![i]!);
    }
  }

  /** Puts a key known to be absent into a table with hashes and without deleted slots. */
  private insertClean(key: PyValue, low: number, high: number): void {
    const keys = this.keys!;
    const mask = keys.length - 1;
    let pLow = low,
      pHigh = high;
    for (let i = low & mask; ; ) {
      const end = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let e = i; e <= end; e++) {
        if (keys[e] !== undefined) continue;
        keys[e] = key;
        this.lows![e] = low;
        this.highs![e] = high;
        return;
      }
      pLow = (pLow >>> 5) | (pHigh << 27);
      pHigh >>>= 5;
      i = (Math.imul(i, 5) + 1 + pLow) & mask;
    }
  }

  /** Fills an empty table from another one. */
  private copySlots(other: PySet): void {
    const keys = other.keys!;
    this.fill = this.used = other.used;
    if (this.mask === other.mask && other.fill === other.used) {
      this.keys = keys.slice();
      this.lows = other.lows === null ? null : other.lows.slice();
      this.highs = other.highs === null ? null : other.highs.slice();
      return;
    }
    this.keys = freeSlots(this.mask + 1);
    this.lows = other.lows === null ? null : new Int32Array(this.mask + 1);
    this.highs = other.lows === null ? null : new Int32Array(this.mask + 1);
    for (let i = 0; i < keys.length; i++) {
      const k = keys[i];
      if (k === undefined || k === DUMMY) continue;
      if (this.lows === null) this.keys[this.probeInt(this.keys, k as number)] = k;
      else this.insertClean(k as PyValue, other.lows![i]!, other.highs![i]!);
    }
  }
}
native(PySet, setType);

/** The last deleted slot passed by the last search, or -1: where a missing key goes. */
let freed = -1;
let slotLo = 0;
let slotHi = 0;

/** Walks over the elements of a set by position, as `set_next` does. */
export class SetCursor {
  private strings: IterableIterator<string> | null;
  private at = 0;
  constructor(private readonly set: PySet) {
    this.strings = set.stringIterator();
  }

  /** Returns the next element, or undefined at the end. */
  next(): PyValue | undefined {
    if (this.strings !== null) return this.strings.next().value;
    const i = this.set.nextSlot(this.at);
    if (i < 0) return undefined;
    this.at = i + 1;
    return this.set.keyAt(i);
  }
}
