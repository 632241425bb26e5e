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
import type { Hash } from './hash-parts.ts';
import { CLASS, jsKey } from './dict-keys.ts';
import type { PyValue } from './object.ts';
import { PyStrSub, builtinType, native } from './values.ts';
import { computeHash, hi, lo } from './hash-parts.ts';
import { DUMMY, MIN_SIZE, SlotTable, slotHi, slotLo } from './set-probe.ts';

export const setType = builtinType('set', { weak: true, matchesSelf: true });
export const frozensetType = builtinType('frozenset', { weak: true, matchesSelf: true });

/** A set; a frozenset is one too, with another type object and a memoised hash. */
export class PySet extends SlotTable {
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
    // `__eq__` may change the other set meanwhile.
    for (let i = 0; i <= other.mask; i++) {
      const k = other.keys?.[i];
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

  /**
   * Removes the first string; the iterator is kept, because deleted entries at the front stay in a JS Set for a while.
   */
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
  protected toTable(): void {
    const strings = this.strings!;
    this.clear();
    this.lows = new Int32Array(MIN_SIZE);
    this.highs = new Int32Array(MIN_SIZE);
    for (const s of strings) {
      computeHash(s);
      this.addHashed(s, lo, hi);
    }
  }
}
native(PySet, setType);

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
