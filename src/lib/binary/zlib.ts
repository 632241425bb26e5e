/**
 * The module `zlib`, by the host's zlib.
 *
 * The host compresses a whole at once. So an object of `compressobj` keeps what it is given until `flush`, and one of
 * `decompressobj` decompresses all it has had so far again at each call and gives out what is new.
 */
import { createRequire } from 'node:module';
import type { ZlibOptions } from 'node:zlib';
import { PyObj, type PyValue } from '../../objects/core/object.ts';
import { PyBytes, type PyModule, intOf, native, typeOf } from '../../objects/core/values.ts';
import { cType } from '../../objects/core/c-types.ts';
import { defGetSet, defMethods, makeFunctions } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { joinBytes, needBuffer } from '../../objects/core/buffer.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { adler32, crc32 } from './checksums.ts';
import { exceptionClass, raiser } from '../host/exception-class.ts';

const errorType = exceptionClass('zlib', 'error');
const fail: (message: string) => never = raiser(errorType);

const CONSTANTS = {
  DEFLATED: 8,
  DEF_BUF_SIZE: 16384,
  DEF_MEM_LEVEL: 8,
  MAX_WBITS: 15,
  Z_BEST_COMPRESSION: 9,
  Z_BEST_SPEED: 1,
  Z_BLOCK: 5,
  Z_DEFAULT_COMPRESSION: -1,
  Z_DEFAULT_STRATEGY: 0,
  Z_FILTERED: 1,
  Z_FINISH: 4,
  Z_FIXED: 4,
  Z_FULL_FLUSH: 3,
  Z_HUFFMAN_ONLY: 2,
  Z_NO_COMPRESSION: 0,
  Z_NO_FLUSH: 0,
  Z_PARTIAL_FLUSH: 1,
  Z_RLE: 3,
  Z_SYNC_FLUSH: 2,
  Z_TREES: 6,
};

/** The host's zlib, loaded when it is first needed. */
function host(): typeof import('node:zlib') {
  return createRequire(import.meta.url)('node:zlib') as typeof import('node:zlib');
}

/** Reads an int argument. */
function int(x: PyValue): number {
  return Number(intOf(x) ?? typeError(`'${typeOf(x).name}' object cannot be interpreted as an integer`));
}

/** Compresses; the sign and size of `wbits` say in which format. */
function deflate(data: Uint8Array, wbits: number, options: ZlibOptions): Uint8Array {
  const z = host();
  const bits = wbits < 0 ? -wbits : wbits > 15 ? wbits - 16 : wbits;
  if (bits < 9 || bits > 15) valueError('Invalid initialization option');
  const all = { ...options, windowBits: bits };
  return new Uint8Array(
    wbits < 0 ? z.deflateRawSync(data, all) : wbits > 15 ? z.gzipSync(data, all) : z.deflateSync(data, all),
  );
}

interface Inflated {
  data: Uint8Array;
  used: number;
  done: boolean;
}

/** Decompresses what there is, complete or not. Throws zlib.error. */
function inflate(data: Uint8Array, wbits: number, dictionary: Uint8Array | undefined): Inflated {
  const z = host();
  const format = wbits < 0 ? 'raw' : wbits < 16 ? 'zlib' : wbits < 32 ? 'gzip' : data[0] === 0x1f ? 'gzip' : 'zlib';
  const run = format === 'raw' ? z.inflateRawSync : format === 'gzip' ? z.gunzipSync : z.inflateSync;
  const bits = wbits < 0 ? -wbits : wbits % 16;
  const options: ZlibOptions = {
    windowBits: bits === 0 && format === 'raw' ? 15 : bits,
    ...(dictionary === undefined ? {} : { dictionary }),
  };
  const attempt = (finishFlush: number): Inflated => {
    const r = run(data, { ...options, finishFlush, info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return { data: new Uint8Array(r.buffer), used: r.engine.bytesWritten, done: finishFlush === CONSTANTS.Z_FINISH };
  };
  try {
    return attempt(CONSTANTS.Z_FINISH);
  } catch (e) {
    const { message, code } = e as Error & { code?: string };
    if (code !== 'Z_BUF_ERROR')
      fail(
        `Error ${(e as { errno?: number }).errno ?? -3} while ` +
          `decompressing data${code === 'Z_NEED_DICT' ? '' : `: ${message}`}`,
      );
    return attempt(CONSTANTS.Z_SYNC_FLUSH);
  }
}

/* ---- objects ---- */

const compressType = cType('zlib', 'Compress', { base: false });
const decompressType = cType('zlib', 'Decompress', { base: false });

/** Collects what is to be compressed. */
class PyCompress extends PyObj {
  finished = false;
  constructor(
    readonly wbits: number,
    readonly options: ZlibOptions,
    public chunks: Uint8Array[],
  ) {
    super();
  }
}
native(PyCompress, compressType);

defMethods(compressType, {
  'compress(data, /)': (c: PyCompress, data: PyValue) => {
    if (c.finished) fail('Error -2 while compressing data: inconsistent stream state');
    c.chunks.push(needBuffer(data).slice());
    return new PyBytes(new Uint8Array(0));
  },
  'flush(mode?, /)': (c: PyCompress, mode: PyValue = CONSTANTS.Z_FINISH) => {
    if (int(mode) !== CONSTANTS.Z_FINISH) return new PyBytes(new Uint8Array(0));
    if (c.finished) fail('Error -2 while finishing compression: inconsistent stream state');
    c.finished = true;
    return new PyBytes(deflate(joinBytes(c.chunks), c.wbits, c.options));
  },
  'copy()': (c: PyCompress) =>
    c.finished ? valueError('Inconsistent stream state') : new PyCompress(c.wbits, c.options, [...c.chunks]),
});

/** Decompresses piece by piece. */
class PyDecompress extends PyObj {
  given: Uint8Array = new Uint8Array(0);
  emitted = 0;
  eof = false;
  unused: Uint8Array = new Uint8Array(0);
  tail: Uint8Array = new Uint8Array(0);
  constructor(
    readonly wbits: number,
    readonly dictionary: Uint8Array | undefined,
  ) {
    super();
  }

  /** Takes a piece and gives out at most `most` bytes; the piece comes again, as the tail, where more is to come. */
  take(piece: Uint8Array, most: number): Uint8Array {
    if (this.eof) {
      this.unused = joinBytes([this.unused, piece]);
      return new Uint8Array(0);
    }
    const all = joinBytes([this.given, piece]);
    const r = all.length === 0 ? { data: all, used: 0, done: false } : inflate(all, this.wbits, this.dictionary);
    const fresh = r.data.subarray(this.emitted, most > 0 ? this.emitted + most : undefined);
    this.emitted += fresh.length;
    const left = this.emitted < r.data.length;
    this.tail = left ? piece : new Uint8Array(0);
    if (left) return fresh.slice();
    this.given = all;
    this.eof = r.done;
    if (r.done) this.unused = all.slice(r.used);
    return fresh.slice();
  }
}
native(PyDecompress, decompressType);

defMethods(decompressType, {
  'decompress(data, /, max_length?)': (d: PyDecompress, data: PyValue, most: PyValue = 0) => {
    if (int(most) < 0) valueError('max_length must be non-negative');
    return new PyBytes(d.take(needBuffer(data), int(most)));
  },
  'flush(length?, /)': (d: PyDecompress, length: PyValue = CONSTANTS.DEF_BUF_SIZE) => {
    if (int(length) <= 0) valueError('length must be greater than zero');
    return new PyBytes(d.take(d.tail, 0));
  },
  'copy()': (d: PyDecompress) =>
    Object.assign(new PyDecompress(d.wbits, d.dictionary), {
      given: d.given,
      emitted: d.emitted,
      eof: d.eof,
      unused: d.unused,
      tail: d.tail,
    }),
});
defGetSet(decompressType, {
  eof: (d: PyDecompress) => d.eof,
  unused_data: (d: PyDecompress) => new PyBytes(d.unused),
  unconsumed_tail: (d: PyDecompress) => new PyBytes(d.tail),
});

/** Checks a level of compression. Throws zlib.error. */
function levelOf(x: PyValue): number {
  const n = int(x);
  return n < -1 || n > 9 ? fail('Bad compression level') : n;
}

/** Makes the module `zlib`. */
export function makeModule(): PyModule {
  return nativeModule('zlib', [
    ...makeFunctions('zlib', {
      'crc32(data, value?, /)': (data: PyValue, start: PyValue = 0) =>
        crc32(needBuffer(data), Number(BigInt.asUintN(32, BigInt(int(start))))),
      'adler32(data, value?, /)': (data: PyValue, start: PyValue = 1) =>
        adler32(needBuffer(data), Number(BigInt.asUintN(32, BigInt(int(start))))),
      'compress(data, /, level?, wbits?)': (data: PyValue, level: PyValue = -1, wbits: PyValue = 15) =>
        new PyBytes(deflate(needBuffer(data), int(wbits), { level: levelOf(level) })),
      'decompress(data, /, wbits?, bufsize?)': (data: PyValue, wbits: PyValue = 15) => {
        const bytes = needBuffer(data);
        const r = bytes.length === 0 ? null : inflate(bytes, int(wbits), undefined);
        if (r === null || !r.done) fail('Error -5 while decompressing data: incomplete or truncated stream');
        return new PyBytes(r.data);
      },
      'compressobj(level?, method?, wbits?, memLevel?, strategy?, zdict?)': (
        level: PyValue = -1,
        _method?: PyValue,
        wbits: PyValue = 15,
        memLevel: PyValue = 8,
        strategy: PyValue = 0,
        zdict?: PyValue,
      ) =>
        new PyCompress(
          int(wbits),
          {
            level: int(level),
            memLevel: int(memLevel),
            strategy: int(strategy),
            ...(zdict === undefined ? {} : { dictionary: needBuffer(zdict) }),
          },
          [],
        ),
      'decompressobj(wbits?, zdict?)': (wbits: PyValue = 15, zdict?: PyValue) =>
        new PyDecompress(int(wbits), zdict === undefined ? undefined : needBuffer(zdict).slice()),
    }),
    ['error', errorType],
    ...Object.entries(CONSTANTS),
    ['ZLIB_VERSION', process.versions.zlib.replace(/-.*/, '')],
    ['ZLIB_RUNTIME_VERSION', process.versions.zlib.replace(/-.*/, '')],
    ['__version__', '1.0'],
  ]);
}
