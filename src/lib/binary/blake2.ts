/**
 * The module `_blake2`: BLAKE2b and BLAKE2s (RFC 7693) with key, salt, person and the parameters of tree hashing,
 * which the host's own do not take.
 *
 * The two differ in the width of a word, the number of rounds and the distances of rotation. Words are bigints: it
 * is slow, and right for both; what comes without parameters is hashed by the host.
 */
import { createRequire } from 'node:module';
import { PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import { None, PyBytes, type PyModule, intOf, native, typeOf } from '../../objects/core/values.ts';
import { cType } from '../../objects/core/c-types.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { joinBytes, needBuffer } from '../../objects/core/buffer.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { isTrue } from '../../protocol/compare.ts';
import { hashInput } from './hash-input.ts';

interface Variant {
  readonly name: 'blake2b' | 'blake2s';
  readonly host: string;
  /** Bits of a word. */
  readonly width: 64 | 32;
  readonly rounds: number;
  readonly rotations: readonly [bigint, bigint, bigint, bigint];
  readonly start: readonly bigint[];
  /** Most bytes of digest and key; of salt and person. */
  readonly out: number;
  readonly salt: number;
}

/**
 * The fractional parts of the square roots of the first eight primes, as in SHA-512 (BLAKE2s takes their upper halves).
 */
const ROOTS = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
];
/** The order of the message's words in each round (the eleventh and twelfth are the first two again). */
const SIGMA = [
  '0123456789abcdef',
  'ea489fd61c02b753',
  'b8c052fdae367194',
  '7931dcbe265a40f8',
  '905724afe1bc683d',
  '2c6a0b834d75fe19',
  'c51fed4a0763928b',
  'db7ec13950f4862a',
  '6fe9b308c2d714a5',
  'a2847615fb9e3cd0',
].map((s) => [...s].map((c) => Number.parseInt(c, 16)));

const B: Variant = {
  name: 'blake2b',
  host: 'blake2b512',
  width: 64,
  rounds: 12,
  rotations: [32n, 24n, 16n, 63n],
  start: ROOTS,
  out: 64,
  salt: 16,
};
const S: Variant = {
  name: 'blake2s',
  host: 'blake2s256',
  width: 32,
  rounds: 10,
  rotations: [16n, 12n, 8n, 7n],
  start: ROOTS.map((x) => x >> 32n),
  out: 32,
  salt: 8,
};

/** Mixes one block into the state. */
function compress(v: Variant, h: bigint[], block: Uint8Array, count: bigint, last: boolean, lastNode: boolean): void {
  const bits = v.width;
  const cut = (x: bigint): bigint => BigInt.asUintN(bits, x);
  const rotate = (x: bigint, n: bigint): bigint => cut((x >> n) | (x << (BigInt(bits) - n)));
  const view = new DataView(block.buffer, block.byteOffset, block.length);
  const m = Array.from({ length: 16 }, (_, i) =>
    bits === 64 ? view.getBigUint64(i * 8, true) : BigInt(view.getUint32(i * 4, true)),
  );
  const w = [...h, ...v.start];
  w[12]! ^= cut(count);
  w[13]! ^= count >> BigInt(bits);
  if (last) w[14] = cut(~w[14]!);
  if (last && lastNode) w[15] = cut(~w[15]!);
  const mix = (a: number, b: number, c: number, d: number, x: bigint, y: bigint): void => {
    w[a] = cut(w[a]! + w[b]! + x);
    w[d] = rotate(w[d]! ^ w[a]!, v.rotations[0]);
    w[c] = cut(w[c]! + w[d]!);
    w[b] = rotate(w[b]! ^ w[c]!, v.rotations[1]);
    w[a] = cut(w[a]! + w[b]! + y);
    w[d] = rotate(w[d]! ^ w[a]!, v.rotations[2]);
    w[c] = cut(w[c]! + w[d]!);
    w[b] = rotate(w[b]! ^ w[c]!, v.rotations[3]);
  };
  for (let round = 0; round < v.rounds; round++) {
    const s = SIGMA[round % 10]!.map((i) => m[i]!);
    for (let i = 0; i < 4; i++) mix(i, i + 4, i + 8, i + 12, s[2 * i]!, s[2 * i + 1]!);
    for (let i = 0; i < 4; i++)
      mix(i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4), s[8 + 2 * i]!, s[9 + 2 * i]!);
  }
  for (let i = 0; i < 8; i++) h[i]! ^= w[i]! ^ w[i + 8]!;
}

/** A BLAKE2 hash: its parameters, and what it has been given. */
class PyBlake2 extends PyObj {
  chunks: Uint8Array[] = [];
  constructor(
    readonly variant: Variant,
    readonly parameters: Uint8Array,
    readonly key: Uint8Array,
    readonly lastNode: boolean,
  ) {
    super();
  }

  get digestSize(): number {
    return this.parameters[0]!;
  }

  /** Returns the digest of what there is so far. */
  digest(): Uint8Array {
    const v = this.variant;
    const size = v.width * 2;
    const data = joinBytes(this.chunks);
    if (
      this.digestSize === v.out &&
      this.key.length === 0 &&
      !this.lastNode &&
      this.parameters[2] === 1 &&
      this.parameters.every((b, i) => i < 4 || b === 0)
    ) {
      const { createHash } = createRequire(import.meta.url)('node:crypto') as typeof import('node:crypto');
      return new Uint8Array(createHash(v.host).update(data).digest());
    }
    const given = this.key.length === 0 ? data : joinBytes([this.key, new Uint8Array(size - this.key.length), data]);
    const p = new DataView(this.parameters.buffer);
    const h = v.start.map(
      (x, i) => x ^ (v.width === 64 ? p.getBigUint64(i * 8, true) : BigInt(p.getUint32(i * 4, true))),
    );
    const blocks = Math.max(1, Math.ceil(given.length / size));
    for (let i = 0; i < blocks; i++) {
      const block = new Uint8Array(size);
      block.set(given.subarray(i * size, (i + 1) * size));
      const last = i === blocks - 1;
      compress(v, h, block, BigInt(last ? given.length : (i + 1) * size), last, this.lastNode);
    }
    const out = new DataView(new ArrayBuffer(v.out));
    h.forEach((x, i) => {
      if (v.width === 64) out.setBigUint64(i * 8, x, true);
      else out.setUint32(i * 4, Number(x), true);
    });
    return new Uint8Array(out.buffer, 0, this.digestSize);
  }
}

/** Reads an int parameter. Throws ValueError outside its range. */
function ranged(x: PyValue, low: number, high: number, message: string): number {
  const n = intOf(x) ?? typeError(`'${typeOf(x).name}' object cannot be interpreted as an integer`);
  return n < low || n > high ? valueError(message) : Number(n);
}

/** Reads a bytes parameter that may have up to `most` bytes. */
function bytesUpTo(x: PyValue | undefined, most: number, what: string): Uint8Array {
  const b = x === undefined ? new Uint8Array(0) : needBuffer(x);
  return b.length > most ? valueError(`maximum ${what} length is ${most} bytes`) : b;
}

/** Lays out the parameter block (RFC 7693, 2.5). */
function parameterBlock(
  v: Variant,
  digestSize: number,
  key: Uint8Array,
  [salt, person]: [Uint8Array, Uint8Array],
  tree: (PyValue | undefined)[],
): Uint8Array {
  const [fanout = 1, depth = 1, leafSize = 0, nodeOffset = 0, nodeDepth = 0, innerSize = 0] = tree;
  const p = new DataView(new ArrayBuffer(v.width));
  const [offsetBytes, most] = v.width === 64 ? [8, 2n ** 64n] : [6, 2n ** 48n];
  const leaf = intOf(leafSize) ?? typeError(`'${typeOf(leafSize).name}' object cannot be interpreted as an integer`);
  if (leaf < 0 || leaf > 0xffffffff) overflowError('leaf_size is too large');
  const offset = BigInt(intOf(nodeOffset) ?? 0);
  if (offset < 0n || offset >= most)
    overflowError(offset < 0n ? "can't convert negative int to unsigned" : 'node_offset is too large');
  [
    digestSize,
    key.length,
    ranged(fanout, 0, 255, 'fanout must be between 0 and 255'),
    ranged(depth, 1, 255, 'depth must be between 1 and 255'),
  ].forEach((n, i) => {
    p.setUint8(i, n);
  });
  p.setUint32(4, Number(leaf), true);
  for (let i = 0; i < offsetBytes; i++) p.setUint8(8 + i, Number((offset >> BigInt(8 * i)) & 255n));
  p.setUint8(8 + offsetBytes, ranged(nodeDepth, 0, 255, 'node_depth must be between 0 and 255'));
  p.setUint8(9 + offsetBytes, ranged(innerSize, 0, v.out, `inner_size must be between 0 and is ${v.out}`));
  const block = new Uint8Array(p.buffer);
  block.set(salt, v.width / 2);
  block.set(person, v.width / 2 + v.salt);
  return block;
}

/** Makes one of the two types, whose objects are made by a class of their own. */
function blakeType(v: Variant): PyType {
  const type = cType('_blake2', v.name, { base: false });
  const Own = class extends PyBlake2 {};
  native(Own, type);
  defNew(
    type,
    'data?, /, *, digest_size?, key?, salt?, person?, fanout?, depth?, ' +
      'leaf_size?, node_offset?, node_depth?, inner_size?, last_node?, usedforsecurity?',
    (
      _cls: PyType,
      data?: PyValue,
      digestSize: PyValue = v.out,
      key?: PyValue,
      salt?: PyValue,
      person?: PyValue,
      fanout?: PyValue,
      depth?: PyValue,
      leafSize?: PyValue,
      nodeOffset?: PyValue,
      nodeDepth?: PyValue,
      innerSize?: PyValue,
      lastNode?: PyValue,
    ) => {
      const size = ranged(digestSize, 1, v.out, `digest_size must be between 1 and ${v.out} bytes`);
      const k = bytesUpTo(key, v.out, 'key');
      const block = parameterBlock(
        v,
        size,
        k,
        [bytesUpTo(salt, v.salt, 'salt'), bytesUpTo(person, v.salt, 'person')],
        [fanout, depth, leafSize, nodeOffset, nodeDepth, innerSize],
      );
      const made = new Own(v, block, k.slice(), lastNode !== undefined && isTrue(lastNode));
      if (data !== undefined) made.chunks.push(hashInput(data).slice());
      return made;
    },
  );
  defMethods(type, {
    'update(data, /)': (h: PyBlake2, data: PyValue) => {
      h.chunks.push(hashInput(data).slice());
      return None;
    },
    'digest()': (h: PyBlake2) => new PyBytes(h.digest()),
    'hexdigest()': (h: PyBlake2) => Buffer.from(h.digest()).toString('hex'),
    'copy()': (h: PyBlake2) => {
      const c = new Own(v, h.parameters, h.key, h.lastNode);
      c.chunks = [...h.chunks];
      return c;
    },
  });
  defGetSet(type, { name: () => v.name, digest_size: (h: PyBlake2) => h.digestSize, block_size: () => v.width * 2 });
  for (const [name, n] of [
    ['SALT_SIZE', v.salt],
    ['PERSON_SIZE', v.salt],
    ['MAX_KEY_SIZE', v.out],
    ['MAX_DIGEST_SIZE', v.out],
  ] as const)
    type.dict.set(name, n);
  return type;
}

const types = [B, S].map(blakeType);

/** Makes the module `_blake2`. */
export function makeModule(): PyModule {
  return nativeModule('_blake2', [
    ...[B, S].flatMap((v, i): [string, PyValue][] => {
      const sizes = { MAX_DIGEST_SIZE: v.out, MAX_KEY_SIZE: v.out, PERSON_SIZE: v.salt, SALT_SIZE: v.salt };
      return [
        [v.name, types[i]!],
        ...Object.entries(sizes).map(([n, x]): [string, PyValue] => [`${v.name.toUpperCase()}_${n}`, x]),
      ];
    }),
  ]);
}
