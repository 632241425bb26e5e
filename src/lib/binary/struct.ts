/**
 * The module `_struct`: packing values into bytes as C lays them out.
 *
 * A format is parsed once into fields: code, count, byte order, offset. Native alignment (`@`) is that of x86-64.
 */
import { SSIZE_LIMIT, append } from '../../numbers/allocation.ts';
import { callBound } from '../../objects/slots/descriptor.ts';
import { normInt } from '../../numbers/int-ops.ts';
import { PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import {
  None,
  PyBytes,
  PyFloat,
  PyIterator,
  type PyModule,
  PyTuple,
  intOf,
  native,
  strOf,
  typeOf,
  PyByteArray,
} from '../../objects/core/values.ts';
import { defGetSet, defMethods, defNew, makeFunctions } from '../../objects/core/builtin.ts';
import { overflowError, typeError } from '../../objects/core/exceptions.ts';
import { bufferInfo, bufferOf, needBuffer } from '../../objects/core/buffer.ts';
import { defIterator } from '../../types/containers/iterators.ts';
import { exceptionClass, raiser } from '../host/exception-class.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { isTrue } from '../../protocol/compare.ts';
import { repr } from '../../objects/slots/format.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { cType } from '../../objects/core/c-types.ts';

const errorType = exceptionClass('struct', 'error');
const fail: (message: string) => never = raiser(errorType);

/** Sizes of codes: standard, native. */
const SIZES: Record<string, readonly [number, number]> = {
  x: [1, 1],
  c: [1, 1],
  b: [1, 1],
  B: [1, 1],
  '?': [1, 1],
  h: [2, 2],
  H: [2, 2],
  i: [4, 4],
  I: [4, 4],
  l: [4, 8],
  L: [4, 8],
  q: [8, 8],
  Q: [8, 8],
  n: [0, 8],
  N: [0, 8],
  e: [2, 2],
  f: [4, 4],
  d: [8, 8],
  s: [1, 1],
  p: [1, 1],
  P: [0, 8],
};

interface Field {
  code: string;
  offset: number;
  size: number;
}
interface Format {
  fields: Field[];
  size: number;
  little: boolean;
  native: boolean;
  text: string;
}

const formats = new Map<string, Format>();

/** Parses a format string. Throws struct.error. */
function parse(text: string): Format {
  const known = formats.get(text);
  if (known !== undefined) return known;
  const order = /^[@=<>!]/.test(text) ? text[0]! : '@';
  const nativeSizes = order === '@';
  const fields: Field[] = [];
  let offset = 0;
  const body = text.slice(/^[@=<>!]/.test(text) ? 1 : 0);
  const token = /\s+|(\d+)?([a-zA-Z?])|(.)|(\d+)$/gs;
  for (const m of body.matchAll(token)) {
    if (m[3] !== undefined)
      fail(/\d/.test(m[3]) ? 'repeat count given without format specifier' : 'bad char in struct format');
    if (m[2] === undefined) continue;
    const code = m[2];
    const sizes = SIZES[code];
    if (sizes === undefined || (!nativeSizes && sizes[0] === 0)) fail('bad char in struct format');
    const size = sizes[nativeSizes ? 1 : 0];
    const count = m[1] === undefined ? 1 : Number(m[1]);
    if (m[1] !== undefined && BigInt(m[1]) >= BigInt(SSIZE_LIMIT)) fail('overflow in item count');
    if (nativeSizes) offset = Math.ceil(offset / size) * size;
    if (offset + count * (code === 's' || code === 'p' || code === 'x' ? 1 : size) >= SSIZE_LIMIT)
      fail('total struct size too long');
    if (code === 's' || code === 'p') {
      fields.push({ code, offset, size: count });
      offset += count;
    } else if (code === 'x') offset += count;
    else
      for (let i = 0; i < count; i++) {
        append(fields, { code, offset, size });
        offset += size;
      }
  }
  const f = { fields, size: offset, little: order !== '>' && order !== '!', native: nativeSizes, text };
  if (formats.size > 100) formats.clear();
  formats.set(text, f);
  return f;
}

/** Reads an int for a field. Throws struct.error. */
function intFor(x: PyValue): bigint {
  const n = intOf(x);
  if (n !== undefined) return BigInt(n);
  if (typeOf(x).lookup('__index__') === undefined) fail('required argument is not an integer');
  return BigInt(indexOf(x));
}

/** Writes one int. */
function putInt(view: DataView, f: Field, x: PyValue, little: boolean): void {
  const n = intFor(x);
  const bits = BigInt(f.size * 8);
  if (f.code === 'P') {
    if (n < -(1n << 63n) || n >= 1n << 64n) fail('int too large to convert');
    view.setBigUint64(f.offset, BigInt.asUintN(64, n), little);
    return;
  }
  const signed = f.code === f.code.toLowerCase();
  const lo = signed ? -(1n << (bits - 1n)) : 0n;
  const hi = signed ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  if (n < lo || n > hi) {
    fail(`'${f.code}' format requires ${lo} <= number <= ${hi}`);
  }
  switch (f.size) {
    case 1:
      view.setUint8(f.offset, Number(BigInt.asUintN(8, n)));
      break;
    case 2:
      view.setUint16(f.offset, Number(BigInt.asUintN(16, n)), little);
      break;
    case 4:
      view.setUint32(f.offset, Number(BigInt.asUintN(32, n)), little);
      break;
    default:
      view.setBigUint64(f.offset, BigInt.asUintN(64, n), little);
  }
}

/** Reads a float for a field. */
function floatFor(x: PyValue): number {
  if (x instanceof PyFloat) return x.value;
  const n = intOf(x);
  if (n !== undefined) return Number(n);
  const hook = typeOf(x).lookup('__float__');
  const v = hook === undefined ? undefined : callBound(hook, x);
  return v instanceof PyFloat ? v.value : fail('required argument is not a float');
}

/** Rounds to an IEEE half, ties to even: its 16 bits. */
function halfBits(x: number): number {
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const a = Math.abs(x);
  if (Number.isNaN(x)) return 0x7e00;
  if (a === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  const exponent = Math.max(-14, Math.floor(Math.log2(a || 1e-300)));
  const unit = 2 ** (Math.max(exponent, -14) - 10);
  const scaled = a / unit;
  let m = Math.floor(scaled);
  const rest = scaled - m;
  if (rest > 0.5 || (rest === 0.5 && m % 2 === 1)) m++;
  const value = m * unit;
  if (value >= 65520) overflowError('float too large to pack with e format');
  if (m >= 2048) return halfBits(sign === 0 ? value : -value);
  return m < 1024 ? sign | m : sign | ((exponent + 15) << 10) | (m - 1024);
}

/** Returns the value of 16 bits as an IEEE half. */
function halfValue(bits: number): number {
  const sign = (bits & 0x8000) !== 0 ? -1 : 1;
  const e = (bits >> 10) & 31;
  const m = bits & 1023;
  if (e === 31) return m === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return e === 0 ? sign * m * 2 ** -24 : sign * (1024 + m) * 2 ** (e - 25);
}

/** Packs one value. */
function put(view: DataView, data: Uint8Array, f: Field, x: PyValue, { little, native: host }: Format): void {
  switch (f.code) {
    case 'c': {
      const b = x instanceof PyBytes || x instanceof PyByteArray ? bufferOf(x) : null;
      if (b === null || b.length !== 1) fail('char format requires a bytes object of length 1');
      data[f.offset] = b[0]!;
      return;
    }
    case '?':
      data[f.offset] = isTrue(x) ? 1 : 0;
      return;
    case 's':
    case 'p': {
      const b = typeof x === 'string' ? null : bufferOf(x);
      if (b === null) fail(`argument for '${f.code}' must be a bytes object`);
      if (f.code === 's') data.set(b.subarray(0, f.size), f.offset);
      else if (f.size > 0) {
        const part = b.subarray(0, Math.min(f.size - 1, 255));
        data[f.offset] = part.length;
        data.set(part, f.offset + 1);
      }
      return;
    }
    case 'e':
      view.setUint16(f.offset, halfBits(floatFor(x)), little);
      return;
    case 'f': {
      const v = floatFor(x);
      if (!host && Number.isFinite(v) && !Number.isFinite(Math.fround(v)))
        overflowError('float too large to pack with f format');
      view.setFloat32(f.offset, v, little);
      return;
    }
    case 'd':
      view.setFloat64(f.offset, floatFor(x), little);
      return;
    default:
      putInt(view, f, x, little);
  }
}

/** Unpacks one value. */
function take(view: DataView, data: Uint8Array, f: Field, base: number, little: boolean): PyValue {
  const at = base + f.offset;
  switch (f.code) {
    case 'c':
      return new PyBytes(data.slice(at, at + 1));
    case '?':
      return data[at] !== 0;
    case 's':
      return new PyBytes(data.slice(at, at + f.size));
    case 'p':
      return new PyBytes(data.slice(at + 1, at + 1 + Math.min(data[at] ?? 0, Math.max(0, f.size - 1))));
    case 'e':
      return new PyFloat(halfValue(view.getUint16(at, little)));
    case 'f':
      return new PyFloat(view.getFloat32(at, little));
    case 'd':
      return new PyFloat(view.getFloat64(at, little));
  }
  const signed = f.code === f.code.toLowerCase();
  switch (f.size) {
    case 1:
      return signed ? view.getInt8(at) : view.getUint8(at);
    case 2:
      return signed ? view.getInt16(at, little) : view.getUint16(at, little);
    case 4:
      return signed ? view.getInt32(at, little) : view.getUint32(at, little);
    default:
      return normInt(signed && f.code !== 'P' ? view.getBigInt64(at, little) : view.getBigUint64(at, little));
  }
}

const viewOf = (data: Uint8Array): DataView => new DataView(data.buffer, data.byteOffset, data.byteLength);

/** Packs values into bytes. */
function pack(f: Format, values: readonly PyValue[]): Uint8Array {
  if (values.length !== f.fields.length)
    fail(`pack expected ${f.fields.length} items for packing (got ${values.length})`);
  const data = new Uint8Array(f.size);
  const view = viewOf(data);
  f.fields.forEach((field, i) => {
    put(view, data, field, values[i]!, f);
  });
  return data;
}

/** Unpacks the values at an offset. */
function unpackAt(f: Format, data: Uint8Array, base: number): PyTuple {
  const view = viewOf(data);
  return new PyTuple(f.fields.map((field) => take(view, data, field, base, f.little)));
}

function unpack(f: Format, buffer: PyValue): PyValue {
  const data = needBuffer(buffer);
  if (data.length !== f.size) fail(`unpack requires a buffer of ${f.size} bytes`);
  return unpackAt(f, data, 0);
}

/** Finds where in a buffer a format begins. */
function place(f: Format, length: number, offset: PyValue, what: string): number {
  let at = Number(indexOf(offset));
  if (at < 0) {
    if (at + f.size > 0)
      fail(`${what === 'unpack' ? 'not enough data to unpack' : 'no space to pack'} ${f.size} bytes at offset ${at}`);
    if (at + length < 0) fail(`offset ${at} out of range for ${length}-byte buffer`);
    at += length;
  }
  if (length - at < f.size)
    fail(
      `${what === 'unpack' ? 'unpack_from' : 'pack_into'} requires a buffer of at least ` +
        `${f.size + at} bytes for ${what}ing ${f.size} bytes at offset ${at} (actual buffer size is ${length})`,
    );
  return at;
}

function unpackFrom(f: Format, buffer: PyValue, offset: PyValue = 0): PyValue {
  const data = needBuffer(buffer);
  return unpackAt(f, data, place(f, data.length, offset, 'unpack'));
}

function packInto(f: Format, args: readonly PyValue[]): PyValue {
  const [buffer, offset, ...values] = args;
  if (buffer === undefined) fail('pack_into expected buffer argument');
  if (offset === undefined) fail('pack_into expected offset argument');
  if (values.length !== f.fields.length)
    fail(`pack_into expected ${f.fields.length} items for packing (got ${values.length})`);
  const data = needBuffer(buffer);
  if (bufferInfo(buffer).readonly)
    typeError(`argument must be read-write bytes-like object, not ${typeOf(buffer).name}`);
  const at = place(f, data.length, offset, 'pack');
  data.set(pack(f, values), at);
  return None;
}

/** Iterates over records in a buffer. */
class PyUnpackIterator extends PyIterator {
  private at = 0;
  constructor(
    private readonly f: Format,
    private readonly data: Uint8Array,
  ) {
    super();
  }
  next(): PyValue | undefined {
    if (this.at >= this.data.length) return undefined;
    const r = unpackAt(this.f, this.data, this.at);
    this.at += this.f.size;
    return r;
  }
}
const unpackIteratorType = cType('_struct', 'unpack_iterator', { base: false });
native(PyUnpackIterator, unpackIteratorType);
defIterator(unpackIteratorType);

function iterUnpack(f: Format, buffer: PyValue): PyValue {
  if (f.size === 0) fail('cannot iteratively unpack with a struct of length 0');
  const data = needBuffer(buffer);
  if (data.length % f.size !== 0) fail(`iterative unpacking requires a buffer of a multiple of ${f.size} bytes`);
  return new PyUnpackIterator(f, data);
}

/** Reads a format given as str or bytes. */
function formatOf(x: PyValue): Format {
  const text = strOf(x) ?? (x instanceof PyBytes ? Buffer.from(x.data).toString('latin1') : undefined);
  return parse(text ?? typeError(`Struct() argument 1 must be a str or bytes object, not ${typeOf(x).name}`));
}

/** `struct.Struct`. */
class PyStruct extends PyObj {
  constructor(readonly f: Format) {
    super();
  }
}
const structType = cType('_struct', 'Struct', { base: false });
native(PyStruct, structType);
defNew(structType, 'format', (_cls: PyType, format: PyValue) => new PyStruct(formatOf(format)));
defMethods(structType, {
  '__repr__()': (s: PyStruct) => `Struct(${repr(s.f.text)})`,
  'pack(*v)': (s: PyStruct, v: PyValue[]) => new PyBytes(pack(s.f, v)),
  'unpack(buffer, /)': (s: PyStruct, b: PyValue) => unpack(s.f, b),
  'unpack_from(buffer, offset?)': (s: PyStruct, b: PyValue, o?: PyValue) => unpackFrom(s.f, b, o),
  'pack_into(*args)': (s: PyStruct, args: PyValue[]) => packInto(s.f, args),
  'iter_unpack(buffer, /)': (s: PyStruct, b: PyValue) => iterUnpack(s.f, b),
});
defGetSet(structType, { format: (s: PyStruct) => s.f.text, size: (s: PyStruct) => s.f.size });

/** Makes the module `_struct`. */
export function makeModule(): PyModule {
  return nativeModule('_struct', [
    ...makeFunctions('_struct', {
      '_clearcache()': () => {
        formats.clear();
        return None;
      },
      'calcsize(format, /)': (f: PyValue) => formatOf(f).size,
      'pack(*args)': (args: PyValue[]) =>
        new PyBytes(pack(formatOf(args[0] ?? typeError('missing format argument')), args.slice(1))),
      'unpack(format, buffer, /)': (f: PyValue, b: PyValue) => unpack(formatOf(f), b),
      'unpack_from(format, /, buffer, offset?)': (f: PyValue, b: PyValue, o?: PyValue) => unpackFrom(formatOf(f), b, o),
      'pack_into(*args)': (args: PyValue[]) =>
        packInto(formatOf(args[0] ?? typeError('missing format argument')), args.slice(1)),
      'iter_unpack(format, buffer, /)': (f: PyValue, b: PyValue) => iterUnpack(formatOf(f), b),
    }),
    ['Struct', structType],
    ['error', errorType],
  ]);
}
