/**
 * 64-bit hashes in two 32-bit halves, for tables that probe by them.
 *
 * `Hash` is what Python code sees: a number or a bigint. Probing, and hashing a tuple out of
 * the hashes of its items, would spend most of its time in bigint allocations. Here a hash is the
 * pair of module variables `lo`, `hi` (signed 32-bit), set by the last `computeHash`; the caller reads
 * them before anything else can run. Exact tuples and small values never touch a bigint.
 *
 * Sources: tuple hash = `tuplehash` of Objects/tupleobject.c (xxHash with 64-bit lanes); int hash =
 * value modulo 2^61-1 with -1 replaced by -2, which for a JS number is the number itself.
 */
import { checkInterrupt } from '../../signals/polling.ts';
import type { PyValue } from './object.ts';
import { type PyFloat, type PyTuple, floatType, tupleType } from './values.ts';
import { world } from './world.ts';

/** A Python hash: a 64-bit signed integer, as a number where |h| ≤ 2^53-1. */
export type Hash = number | bigint;

/** Returns `hash(x)`. Throws TypeError for unhashable values; may run Python. */
function hashOf(x: PyValue): Hash {
  return world.hash(x);
}

/** Tells whether `x is y or x == y`. May run Python. */
export function equalObjects(x: PyValue, y: PyValue): boolean {
  return x === y || world.equal(x, y);
}

/** The halves of the hash computed last. */
export let lo = 0;
export let hi = 0;

/** Splits a hash into `lo` and `hi`. */
export function splitHash(h: Hash): void {
  if (typeof h === 'number') {
    lo = h | 0;
    hi = lo === h ? lo >> 31 : Math.floor(h / 4294967296) | 0;
  } else {
    lo = Number(BigInt.asIntN(32, h));
    hi = Number(BigInt.asIntN(32, h >> 32n));
  }
}

/** Joins halves into a hash as Python sees it. */
export function joinHash(low: number, high: number): Hash {
  if (high === low >> 31) return low;
  if (high < 0x200000 && high >= -0x200000) return high * 4294967296 + (low >>> 0);
  return (BigInt(high) << 32n) | BigInt(low >>> 0);
}

/** Computes `hash(x)` into `lo` and `hi`. Throws TypeError for unhashable values; may run Python. */
export function computeHash(x: PyValue): void {
  if (typeof x === 'number') {
    splitHash(x === -1 ? -2 : x);
  } else if (typeof x === 'object' && x.type === tupleType) {
    hashItems((x as PyTuple).items);
  } else if (typeof x === 'object' && x.type === floatType && Number.isSafeInteger((x as PyFloat).value)) {
    splitHash((x as PyFloat).value === -1 ? -2 : (x as PyFloat).value);
  } else {
    splitHash(hashOf(x));
  }
}

const P1_LO = 0x85ebca87 | 0;
const P1_HI = 0x9e3779b1 | 0;
const P2_LO = 0x27d4eb4f;
const P2_HI = 0xc2b2ae3d | 0;
const P5_LO = 0x165667c5;
const P5_HI = 0x27d4eb2f;

let productLo = 0;
let productHi = 0;

/** Multiplies modulo 2^64 into `productLo`, `productHi`. */
function multiply(aLo: number, aHi: number, bLo: number, bHi: number): void {
  const a0 = aLo & 0xffff,
    a1 = aLo >>> 16,
    b0 = bLo & 0xffff,
    b1 = bLo >>> 16;
  const p00 = a0 * b0;
  const mid = a0 * b1 + a1 * b0 + (p00 >>> 16);
  productLo = (mid << 16) | (p00 & 0xffff);
  productHi = (a1 * b1 + Math.floor(mid / 65536) + Math.imul(aHi, bLo) + Math.imul(aLo, bHi)) | 0;
}

/** Computes the hash of a tuple of `items` into `lo` and `hi`; a slice leaves out the length. */
export function hashItems(items: readonly PyValue[], withLength = true): void {
  checkInterrupt();
  let accLo = P5_LO;
  let accHi = P5_HI;
  for (let i = 0; i < items.length; i++) {
    computeHash(items[i]!);
    multiply(lo, hi, P2_LO, P2_HI);
    const sum = (accLo >>> 0) + (productLo >>> 0);
    const sumHi = (accHi + productHi + (sum > 0xffffffff ? 1 : 0)) | 0;
    const sumLo = sum | 0;
    // rotate left by 31
    multiply((sumLo << 31) | (sumHi >>> 1), (sumHi << 31) | (sumLo >>> 1), P1_LO, P1_HI);
    accLo = productLo;
    accHi = productHi;
  }
  const sum = (accLo >>> 0) + (withLength ? (items.length ^ P5_LO ^ 3527539) >>> 0 : 0);
  lo = sum | 0;
  hi = (accHi + (withLength ? P5_HI : 0) + (sum > 0xffffffff ? 1 : 0)) | 0;
  if (lo === -1 && hi === -1) {
    lo = 1546275796;
    hi = 0;
  }
}

/** Returns `hash(tuple(items))`. */
export function tupleHash(items: readonly PyValue[]): Hash {
  hashItems(items);
  return joinHash(lo, hi);
}

/** Tells whether two keys of equal hash are equal (identical counts as equal). May run Python. */
export function equalKeys(a: PyValue, b: PyValue): boolean {
  if (a === b) return true;
  if (typeof a === 'object' && typeof b === 'object') {
    if (a.type === tupleType && b.type === tupleType) return equalItems((a as PyTuple).items, (b as PyTuple).items);
  } else if (typeof a === typeof b) return false;
  return equalObjects(a, b);
}

/** Tells whether two sequences of values are equal item by item (identical counts as equal). May run Python. */
export function equalItems(a: readonly PyValue[], b: readonly PyValue[]): boolean {
  if (a.length !== b.length) return false;
  checkInterrupt();
  for (let i = 0; i < a.length; i++) if (!equalKeys(a[i]!, b[i]!)) return false;
  return true;
}

/** Who owns the entries of a `HashIndex`. */
interface Keyed {
  keys: (PyValue | undefined)[];
  keysVersion: number;
}

/** An open-addressing index from hashes to entry numbers; who uses it decides what an entry is. */
export class HashIndex {
  private bits = 3;
  /** Entry numbers; -1 free, -2 deleted. */
  private slots = new Int32Array(8).fill(-1);
  private fill = 0;
  private lows = new Int32Array(8);
  private highs = new Int32Array(8);

  /** Returns the first slot to look at for a hash. */
  private start(low: number, high: number): number {
    return Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1) >>> (32 - this.bits);
  }

  /**
   * Returns the entry whose key equals `key`, -1 if there is none, or -2 if the keys changed while
   * `__eq__` ran, so that the caller must start over.
   */
  find(owner: Keyed, key: PyValue, low: number, high: number): number {
    const { slots, lows, highs } = this;
    const mask = slots.length - 1;
    for (let i = this.start(low, high); slots[i] !== -1; i = (i + 1) & mask) {
      const e = slots[i]!;
      if (e < 0 || lows[e] !== low || highs[e] !== high) continue;
      const k = owner.keys[e]!;
      if (k === key) return e;
      const version = owner.keysVersion;
      const same = equalKeys(k, key);
      if (owner.keysVersion !== version) return -2;
      if (same) return e;
    }
    return -1;
  }

  /** Adds an entry, which must not be present. */
  insert(entry: number, low: number, high: number): void {
    if ((this.fill + 1) * 3 > this.slots.length * 2) this.rebuild();
    if (entry >= this.lows.length) {
      const size = Math.max(entry + 1, this.lows.length * 2);
      const lows = new Int32Array(size),
        highs = new Int32Array(size);
      lows.set(this.lows);
      highs.set(this.highs);
      this.lows = lows;
      this.highs = highs;
    }
    this.lows[entry] = low;
    this.highs[entry] = high;
    this.place(entry);
    this.fill++;
  }

  /** Returns the halves of the hash of an entry. */
  hashAt(entry: number): [number, number] {
    return [this.lows[entry] ?? 0, this.highs[entry] ?? 0];
  }

  /** Puts an entry into the first free slot of its chain. */
  private place(entry: number): void {
    const slots = this.slots;
    let i = this.start(this.lows[entry]!, this.highs[entry]!);
    while (slots[i] !== -1) i = (i + 1) & (slots.length - 1);
    slots[i] = entry;
  }

  /** Removes an entry. */
  remove(entry: number): void {
    const slots = this.slots;
    let i = this.start(this.lows[entry]!, this.highs[entry]!);
    while (slots[i] !== entry) {
      if (slots[i] === -1) return;
      i = (i + 1) & (slots.length - 1);
    }
    slots[i] = -2;
  }

  /** Grows (or only cleans) the slots. */
  private rebuild(): void {
    const live = this.slots.filter((e) => e >= 0);
    this.fill = live.length;
    while (live.length * 3 >= 1 << this.bits) this.bits++;
    this.slots = new Int32Array(1 << this.bits).fill(-1);
    for (const e of live) this.place(e);
  }

  /** Renumbers the entries: entry e becomes `moved[e]` (-1 where there is none). */
  renumber(moved: Int32Array): void {
    const lows = new Int32Array(this.lows.length),
      highs = new Int32Array(this.lows.length);
    for (let e = 0; e < moved.length && e < lows.length; e++) {
      if (moved[e]! < 0) continue;
      lows[moved[e]!] = this.lows[e]!;
      highs[moved[e]!] = this.highs[e]!;
    }
    this.lows = lows;
    this.highs = highs;
    const slots = this.slots;
    for (let i = 0; i < slots.length; i++) if (slots[i]! >= 0) slots[i] = moved[slots[i]!]!;
  }

  /** Returns an independent copy. */
  copy(): HashIndex {
    const t = new HashIndex();
    t.bits = this.bits;
    t.slots = this.slots.slice();
    t.fill = this.fill;
    t.lows = this.lows.slice();
    t.highs = this.highs.slice();
    return t;
  }
}
