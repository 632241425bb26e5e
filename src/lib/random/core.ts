/**
 * The Mersenne Twister and the objects that draw from it: `_random.Random` and `random.Random`.
 *
 * MT19937 as published by M. Matsumoto and T. Nishimura ("Mersenne Twister", 1998; mt19937ar of 2002), with the
 * same conversions as Modules/_randommodule.c: seeds are keys of 32-bit words, random() is 53 bits of
 * two words, getrandbits takes words from the least significant on. So all numbers are CPython's.
 *
 * The distributions take a `Source`. An instance of Random itself is one; an instance of a subclass
 * that overrides `random`, `getrandbits` or `_randbelow` gets one that calls those methods (see `sourceOf`).
 */
import { createRequire } from 'node:module';
import { PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import { NO_FLOATS, type Shape } from '../../objects/core/shape.ts';
import { PyFloat, builtinType } from '../../objects/core/values.ts';
import type { PyDict } from '../../objects/core/dict.ts';
import { overflowError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { type Int, intBitLength, intMod, normInt } from '../../numbers/int-ops.ts';
import { asDouble } from '../../types/numbers/float.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { world } from '../../objects/core/world.ts';
import { cType } from '../../objects/core/c-types.ts';

/** Returns node:crypto, loaded when first needed: it takes milliseconds. */
export function nodeCrypto(): typeof import('node:crypto') {
  return createRequire(import.meta.url)('node:crypto');
}

/** What distributions draw from. */
export interface Source {
  /** A float in [0, 1). */
  random(): number;
  /** An int of `k` random bits. */
  bits(k: number): Int;
  /** An int in [0, n), n > 0. */
  below(n: Int): Int;
}

const N = 624;
const M = 397;

export const coreType = cType('_random', 'Random');
export const randomType = builtinType('Random', { module: 'random', from: coreType });
export const systemRandomType = builtinType('SystemRandom', { module: 'random', from: randomType });
randomType.hasDict = true;
systemRandomType.hasDict = true;

export class PyRandom extends PyObj implements Source {
  declare type: PyType;
  shape: Shape;
  slots: PyValue[] = [];
  floats: number[] = NO_FLOATS;
  attrs: PyDict | null = null;
  readonly words = new Int32Array(N);
  index = N + 1;
  /** The second number of the last pair of `gauss`, or None. */
  gaussNext: number | null = null;

  constructor(type: PyType) {
    super();
    this.type = type;
    this.shape = type.rootShape;
  }

  /** Returns the next 32 bits as a signed number. */
  next(): number {
    if (this.index >= N) this.generate();
    let y = this.words[this.index++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  /** Makes the next block of words. */
  private generate(): void {
    const w = this.words;
    let k = 0;
    for (; k < N - M; k++) w[k] = twist(w[k]!, w[k + 1]!) ^ w[k + M]!;
    for (; k < N - 1; k++) w[k] = twist(w[k]!, w[k + 1]!) ^ w[k + M - N]!;
    w[N - 1] = twist(w[N - 1]!, w[0]!) ^ w[M - 1]!;
    this.index = 0;
  }

  random(): number {
    const a = this.next() >>> 5;
    const b = this.next() >>> 6;
    return (a * 67108864 + b) * 1.1102230246251565e-16;
  }

  bits(k: number): Int {
    if (k <= 32) return k === 0 ? 0 : this.next() >>> (32 - k);
    if (k <= 53) {
      const low = this.next() >>> 0;
      return (this.next() >>> (64 - k)) * 4294967296 + low;
    }
    const count = Math.ceil(k / 32);
    const parts: string[] = new Array(count);
    for (let i = 0, left = k; i < count; i++, left -= 32) {
      let r = this.next() >>> 0;
      if (left < 32) r >>>= 32 - left;
      parts[count - 1 - i] = r.toString(16).padStart(8, '0');
    }
    return normInt(BigInt(`0x${parts.join('')}`));
  }

  below(n: Int): Int {
    if (typeof n === 'number' && n <= 0xffffffff) {
      const shift = Math.clz32(n);
      let r = this.next() >>> shift;
      while (r >= n) r = this.next() >>> shift;
      return r;
    }
    return belowByBits(this, n);
  }

  /** Sets the state from a key of 32-bit words (`init_by_array`). */
  seedWords(key: ArrayLike<number>): void {
    const w = this.words;
    w[0] = 19650218;
    for (let i = 1; i < N; i++) w[i] = Math.imul(1812433253, w[i - 1]! ^ (w[i - 1]! >>> 30)) + i;
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      w[i] = (w[i]! ^ Math.imul(w[i - 1]! ^ (w[i - 1]! >>> 30), 1664525)) + key[j]! + j;
      if (++i >= N) {
        w[0] = w[N - 1]!;
        i = 1;
      }
      if (++j >= key.length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      w[i] = (w[i]! ^ Math.imul(w[i - 1]! ^ (w[i - 1]! >>> 30), 1566083941)) - i;
      if (++i >= N) {
        w[0] = w[N - 1]!;
        i = 1;
      }
    }
    w[0] = 0x80000000 | 0;
    this.index = N;
  }

  /** Sets the state from an int of any size; its sign does not matter. */
  seedInt(n: Int): void {
    if (n < 0) n = -n;
    if (typeof n === 'number' && n <= 0xffffffff) {
      this.seedWords([n]);
      return;
    }
    const hex = n.toString(16);
    const key: number[] = [];
    for (let end = hex.length; end > 0; end -= 8) key.push(Number.parseInt(hex.slice(Math.max(0, end - 8), end), 16));
    this.seedWords(key);
  }

  /** Sets the state from the system's randomness. */
  seedFresh(): void {
    this.seedWords(new Uint32Array(new Uint8Array(nodeCrypto().randomBytes(4 * N)).buffer));
  }
}

/** Mixes two neighbouring words. */
function twist(a: number, b: number): number {
  const y = (a & 0x80000000) | (b & 0x7fffffff);
  return (y >>> 1) ^ ((b & 1) !== 0 ? 0x9908b0df : 0);
}

/** Draws an int below n by drawing its bits until they fit. */
function belowByBits(source: { bits(k: number): Int }, n: Int): Int {
  const k = intBitLength(n);
  let r = source.bits(k);
  while (r >= n) r = source.bits(k);
  return r;
}

/** The generator of the operating system. */
export class PySystemRandom extends PyRandom {
  override random(): number {
    const b = nodeCrypto().randomBytes(7);
    return (b.readUIntBE(0, 6) * 256 + b[6]! - (b[6]! & 7)) / 8 / 9007199254740992;
  }

  override bits(k: number): Int {
    if (k === 0) return 0;
    const count = Math.ceil(k / 8);
    return normInt(BigInt(`0x${nodeCrypto().randomBytes(count).toString('hex')}`) >> BigInt(count * 8 - k));
  }

  override below(n: Int): Int {
    return belowByBits(this, n);
  }
}

/** A source that calls the methods of an instance of a subclass. */
class Dispatch implements Source {
  constructor(
    private readonly self: PyRandom,
    private readonly how: 'random' | 'getrandbits' | '_randbelow',
  ) {}

  random(): number {
    const r = invoke(getAttr(this.self, 'random'), []);
    return r instanceof PyFloat ? r.value : asDouble(r);
  }

  bits(k: number): Int {
    return indexOf(invoke(getAttr(this.self, 'getrandbits'), [k]));
  }

  below(n: Int): Int {
    if (this.how === '_randbelow') return indexOf(invoke(getAttr(this.self, '_randbelow'), [n]));
    return this.how === 'getrandbits' ? belowByBits(this, n) : belowByFloats(this, n);
  }
}

/** Draws an int below n from floats, for generators without getrandbits. */
function belowByFloats(source: Source, n: Int): Int {
  const size = 9007199254740992;
  if (n >= size) {
    world.warn(
      'UserWarning',
      'Underlying random() generator does not supply \nenough bits to choose from a population range this large.\n' +
        'To remove the range limitation, add a getrandbits() method.',
    );
    return normInt(BigInt(Math.floor(source.random() * Number(n))));
  }
  const m = n as number;
  const limit = (size - (size % m)) / size;
  let r = source.random();
  while (r >= limit) r = source.random();
  return intMod(normInt(BigInt(Math.floor(r * size))), m);
}

const NATIVE: readonly PyType[] = [coreType, randomType, systemRandomType];

/** Returns what draws for an instance: itself, unless a subclass overrides how. */
export function sourceOf(self: PyRandom): Source {
  const type = self.type;
  if (NATIVE.includes(type)) return self;
  for (const t of type.mro) {
    if (NATIVE.includes(t)) break;
    if (t.dict.has('_randbelow')) return new Dispatch(self, '_randbelow');
    if (t.dict.has('getrandbits')) return new Dispatch(self, 'getrandbits');
    if (t.dict.has('random')) return new Dispatch(self, 'random');
  }
  return self;
}

/** Reads the number of bits of getrandbits. Throws ValueError, TypeError. */
export function bitCount(k: PyValue): number {
  const n = indexOf(k);
  if (n < 0) valueError('number of bits must be non-negative');
  if (typeof n === 'bigint' || n > 2 ** 30) overflowError('Python int too large to convert to C int');
  return n;
}
