/** The slots of a set and the search in them. */
import { PyObj, type PyValue } from './object.ts';
import { computeHash, equalKeys, hi, lo } from './hash-parts.ts';
import type { PySet } from './set-table.ts';
import { checkItems } from '../../numbers/allocation.ts';

export const DUMMY = Symbol('deleted');
const LINEAR_PROBES = 9;
export const MIN_SIZE = 8;

/** The longest array that the host makes flat at once: it makes a dictionary of a longer one. */
const FLAT = 2 ** 24;

type Slot = PyValue | undefined | typeof DUMMY;

/** Makes an array of `n` free slots. */
function freeSlots(n: number): Slot[] {
  if (n === MIN_SIZE) return [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
  checkItems(n);
  let out = new Array<Slot>(Math.min(n, FLAT)).fill(undefined);
  while (out.length < n) out = out.concat(out);
  return out;
}

/** The slots of a set. */
export abstract class SlotTable extends PyObj {
  protected strings: Set<string> | null = null;
  protected keys: Slot[] | null = null;
  protected lows: Int32Array | null = null;
  protected highs: Int32Array | null = null;
  protected mask = MIN_SIZE - 1;
  protected fill = 0;
  protected used = 0;
  protected finger = 0;
  protected popper: IterableIterator<string> | null = null;

  /** Leaves the mode of strs. */
  protected abstract toTable(): void;

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
  protected hashAt(i: number): void {
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
  protected slotOf(key: PyValue): number {
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
      // A set that `__eq__` has cleared may be anything by now.
      if (this.strings !== null) this.toTable();
      if (this.lows === null) this.storeHashes();
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
  protected addInt(key: number): void {
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
  protected addHashed(key: PyValue, low: number, high: number): void {
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
  protected resize(minimum: number): void {
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
  protected copySlots(other: PySet): void {
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

/** The last deleted slot passed by the last search, or -1: where a missing key goes. */
let freed = -1;
export let slotLo = 0;
export let slotHi = 0;
