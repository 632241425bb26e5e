/**
 * The module `_hashlib`: the host's hashes for `hashlib` and `hmac`.
 */
import type { Hash, Hmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { PyObj, type PyValue } from '../../objects/core/object.ts';
import { None, PyBytes, type PyModule, intOf, native, strOf, typeOf } from '../../objects/core/values.ts';
import { cType } from '../../objects/core/c-types.ts';
import { PyFrozenSet } from '../../objects/core/frozenset.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { PyBuiltin, defGetSet, defMethods, makeFunctions } from '../../objects/core/builtin.ts';
import { overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { addressOf } from '../../objects/core/identity.ts';
import { needBuffer } from '../../objects/core/buffer.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { isAsciiText } from '../../types/str/code-points.ts';
import { exceptionClass, raiser } from '../host/exception-class.ts';
import { hashInput } from './hash-input.ts';

/**
 * The hashes by Python's names: the host's name, sizes of digest and block; a digest of size 0 is as long as one asks.
 */
const HASHES: Readonly<Record<string, readonly [host: string, size: number, block: number]>> = {
  md5: ['md5', 16, 64],
  sha1: ['sha1', 20, 64],
  sha224: ['sha224', 28, 64],
  sha256: ['sha256', 32, 64],
  sha384: ['sha384', 48, 128],
  sha512: ['sha512', 64, 128],
  sha3_224: ['sha3-224', 28, 144],
  sha3_256: ['sha3-256', 32, 136],
  sha3_384: ['sha3-384', 48, 104],
  sha3_512: ['sha3-512', 64, 72],
  shake_128: ['shake128', 0, 168],
  shake_256: ['shake256', 0, 136],
  sha512_224: ['sha512-224', 28, 128],
  sha512_256: ['sha512-256', 32, 128],
  ripemd160: ['ripemd160', 20, 64],
};

const unsupportedError = exceptionClass('_hashlib', 'UnsupportedDigestmodError', 'ValueError');
const unsupported = (): never => raiser(unsupportedError)('[digital envelope routines] unsupported');

/** The host's hashes, loaded when a program first asks for one. */
function crypto(): typeof import('node:crypto') {
  return createRequire(import.meta.url)('node:crypto') as typeof import('node:crypto');
}

/** Returns a known name for what a program calls a hash. */
function nameOf(name: string): string {
  const key = name
    .toLowerCase()
    .replaceAll('-', '_')
    .replace(/^sha_(\d+)$/, 'sha$1');
  return HASHES[key] === undefined ? unsupported() : key;
}

/* ---- hashes ---- */

const hashType = cType('_hashlib', 'HASH', { base: false });
const xofType = cType('_hashlib', 'HASHXOF', { base: false, from: hashType });

/** A running hash. */
class PyHash extends PyObj {
  constructor(
    readonly name: string,
    readonly state: Hash,
  ) {
    super();
  }
}
/** A running hash whose digest is as long as one asks. */
class PyXof extends PyHash {}
native(PyHash, hashType);
native(PyXof, xofType);

/** Makes a hash. */
function newHash(name: string, data: PyValue | undefined): PyHash {
  const h = new (HASHES[name]![1] === 0 ? PyXof : PyHash)(name, crypto().createHash(HASHES[name]![0]));
  if (data !== undefined) h.state.update(hashInput(data));
  return h;
}

/** Returns so many bytes of an extendable hash. */
function extended(h: PyHash, length: PyValue): Buffer {
  const n = intOf(length) ?? typeError(`'${typeOf(length).name}' object cannot be interpreted as an integer`);
  if (n < 0) valueError('value must be positive');
  if (n >= 2 ** 29) overflowError('length is too large');
  return n === 0 ? Buffer.alloc(0) : h.state.copy({ outputLength: Number(n) }).digest();
}

defMethods(hashType, {
  'update(obj, /)': (h: PyHash, data: PyValue) => {
    h.state.update(hashInput(data));
    return None;
  },
  'digest()': (h: PyHash) => new PyBytes(new Uint8Array(h.state.copy().digest())),
  'hexdigest()': (h: PyHash) => h.state.copy().digest('hex'),
  'copy()': (h: PyHash) => new (h instanceof PyXof ? PyXof : PyHash)(h.name, h.state.copy()),
  '__repr__()': (h: PyHash) => `<${h.name} ${h.type.name} object @ ${addressOf(h)}>`,
});
defMethods(xofType, {
  'digest(length)': (h: PyHash, length: PyValue) => new PyBytes(new Uint8Array(extended(h, length))),
  'hexdigest(length)': (h: PyHash, length: PyValue) => extended(h, length).toString('hex'),
});
defGetSet(hashType, {
  name: (h: PyHash) => h.name,
  digest_size: (h: PyHash) => HASHES[h.name]![1],
  block_size: (h: PyHash) => HASHES[h.name]![2],
});

/* ---- HMAC ---- */

const hmacType = cType('_hashlib', 'HMAC', { base: false });

/** A running HMAC. The host's cannot be copied, so what it was given is kept. */
class PyHmac extends PyObj {
  constructor(
    readonly name: string,
    readonly key: Uint8Array,
    readonly chunks: Uint8Array[],
  ) {
    super();
  }
  /** Returns the host's HMAC of everything so far. */
  state(): Hmac {
    const state = crypto().createHmac(HASHES[this.name]![0], this.key);
    for (const c of this.chunks) state.update(c);
    return state;
  }
}
native(PyHmac, hmacType);

defMethods(hmacType, {
  'update(msg)': (h: PyHmac, data: PyValue) => {
    h.chunks.push(hashInput(data).slice());
    return None;
  },
  'digest()': (h: PyHmac) => new PyBytes(new Uint8Array(h.state().digest())),
  'hexdigest()': (h: PyHmac) => h.state().digest('hex'),
  'copy()': (h: PyHmac) => new PyHmac(h.name, h.key, [...h.chunks]),
  '__repr__()': (h: PyHmac) => `<${h.name} HMAC object @ ${addressOf(h)}>`,
});
defGetSet(hmacType, {
  name: (h: PyHmac) => `hmac-${h.name}`,
  digest_size: (h: PyHmac) => HASHES[h.name]![1],
  block_size: (h: PyHmac) => HASHES[h.name]![2],
});

/** Returns the name of a hash given by name or by its constructor. */
function digestmod(x: PyValue | undefined): string {
  if (x === undefined || x === None) return typeError("Missing required parameter 'digestmod'.");
  const name =
    strOf(x) ?? (x instanceof PyBuiltin && x.module === '_hashlib' ? x.name.replace('openssl_', '') : undefined);
  return name === undefined ? raiser(unsupportedError)(`Unsupported digestmod ${typeOf(x).name}`) : nameOf(name);
}

/* ---- keys from passwords ---- */

/** Reads an int argument. */
function int(x: PyValue | undefined, what: string): number {
  const n = x === undefined ? undefined : intOf(x);
  return n === undefined ? typeError(`${what} is required and must be an unsigned int`) : Number(n);
}

/** Derives a key by scrypt. */
function scrypt(
  password: PyValue,
  salt?: PyValue,
  n?: PyValue,
  r?: PyValue,
  p?: PyValue,
  maxmem: PyValue = 0,
  dklen: PyValue = 64,
): PyValue {
  if (salt === undefined) typeError('salt is required');
  const [N, R, P] = [int(n, 'n'), int(r, 'r'), int(p, 'p')];
  if (N < 2 || (N & (N - 1)) !== 0) valueError('n must be a power of 2.');
  const memory = Number(intOf(maxmem));
  try {
    return new PyBytes(
      new Uint8Array(
        crypto().scryptSync(needBuffer(password), needBuffer(salt), Number(intOf(dklen)), {
          N,
          r: R,
          p: P,
          maxmem: memory === 0 ? 32 * 1024 * 1024 : memory,
        }),
      ),
    );
  } catch (e) {
    if (e instanceof Error) valueError('Invalid parameter combination for n, r, p, maxmem.');
    throw e;
  }
}

/** Compares in a time that does not depend on the contents. */
function compareDigest(a: PyValue, b: PyValue): boolean {
  const [x, y] = [strOf(a), strOf(b)];
  if (x !== undefined && y !== undefined && !(isAsciiText(x) && isAsciiText(y)))
    typeError('comparing strings with non-ASCII characters is not supported');
  const both = x !== undefined && y !== undefined;
  const [p, q] = both ? [Buffer.from(x), Buffer.from(y)] : [needBuffer(a), needBuffer(b)];
  return p.length === q.length && crypto().timingSafeEqual(p, q);
}

/** Makes the module `_hashlib`. */
export function makeModule(): PyModule {
  const names = Object.keys(HASHES);
  const constructors = names.map((n): [string, PyValue] => [
    `openssl_${n}`,
    new PyBuiltin(`openssl_${n}`, 'string?, *, usedforsecurity?', 'function', null, '_hashlib', (data?: PyValue) =>
      newHash(n, data),
    ),
  ]);
  return nativeModule('_hashlib', [
    ...constructors,
    ...makeFunctions('_hashlib', {
      'new(name, string?, *, usedforsecurity?)': (name: PyValue, data?: PyValue) =>
        newHash(nameOf(strOf(name) ?? typeError(`new() argument 'name' must be str, not ${typeOf(name).name}`)), data),
      'get_fips_mode()': () => 0,
      'compare_digest(a, b, /)': compareDigest,
      'hmac_new(key, msg?, digestmod?)': (key: PyValue, msg?: PyValue, mod?: PyValue) =>
        new PyHmac(
          digestmod(mod),
          needBuffer(key).slice(),
          msg === undefined || msg === None ? [] : [hashInput(msg).slice()],
        ),
      'hmac_digest(key, msg, digest)': (key: PyValue, msg: PyValue, mod: PyValue) =>
        new PyBytes(new Uint8Array(new PyHmac(digestmod(mod), needBuffer(key), [needBuffer(msg)]).state().digest())),
      'pbkdf2_hmac(hash_name, password, salt, iterations, dklen?)': (
        name: PyValue,
        password: PyValue,
        salt: PyValue,
        iterations: PyValue,
        dklen: PyValue = None,
      ) => {
        const key = nameOf(
          strOf(name) ?? typeError(`pbkdf2_hmac() argument 'hash_name' must be str, not ${typeOf(name).name}`),
        );
        const n = Number(
          intOf(iterations) ?? typeError(`'${typeOf(iterations).name}' object cannot be interpreted as an integer`),
        );
        if (n < 1) valueError('iteration value must be greater than 0.');
        const length = dklen === None ? HASHES[key]![1] : Number(intOf(dklen));
        if (length < 1) valueError('key length must be greater than 0.');
        return new PyBytes(
          new Uint8Array(crypto().pbkdf2Sync(needBuffer(password), needBuffer(salt), n, length, HASHES[key]![0])),
        );
      },
      'scrypt(password, *, salt?, n?, r?, p?, maxmem?, dklen?)': scrypt,
    }),
    ['HASH', hashType],
    ['HASHXOF', xofType],
    ['HMAC', hmacType],
    ['UnsupportedDigestmodError', unsupportedError],
    ['openssl_md_meth_names', PyFrozenSet.of(names)],
    ['_constructors', new PyDict()],
  ]);
}
