/**
 * The item types of `array.array`: size, storage, conversion of Python values with CPython's errors.
 *
 * Eight-byte ints are kept in a Float64Array as long as all are JS numbers (an exact double each, and one
 * plain load to read), and in a Big(U)int64Array from the first value beyond 2^53 or the first look at
 * the bytes.
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import { normInt } from '../../numbers/int-ops.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { PyFloat, intOf, strOf, typeOf } from '../../objects/core/values.ts';
import { overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { indexOf } from '../../objects/slots/number.ts';

export type Storage =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;
/** An item as storage holds it. */
export type Raw = number | bigint;

export interface ArrayKind {
  readonly code: string;
  readonly size: number;
  readonly sort: 'int' | 'wide' | 'float' | 'text';
  /** Makes zeroed storage. */
  make(n: number): Storage;
  /** Converts a value for storage. Throws TypeError, OverflowError. */
  encode(x: PyValue): Raw;
  decode(raw: Raw): PyValue;
}

/** Returns the int a value stands for. Throws TypeError. */
function integer(x: PyValue): number | bigint {
  return typeof x === 'number' ? x : indexOf(x);
}

/** Makes the kind of ints that fit a JS number; `name` is what errors call the C type. */
function ints(
  code: string,
  size: number,
  low: number,
  high: number,
  name: string,
  make: (n: number) => Storage,
  widest?: string,
): ArrayKind {
  return {
    code,
    size,
    sort: 'int',
    make,
    encode: (x) => {
      const n = integer(x);
      if (n >= low && n <= high) return n as number;
      if (widest === 'unsigned long') {
        if (n < 0) overflowError("can't convert negative value to unsigned int");
        overflowError(
          n > 18446744073709551615n
            ? 'Python int too large to convert to C unsigned long'
            : `${name} is greater than maximum`,
        );
      }
      if (typeof n === 'bigint' && (n > 9223372036854775807n || n < -9223372036854775808n))
        overflowError('Python int too large to convert to C long');
      if (widest === 'int' && (n > 2147483647 || n < -2147483648))
        overflowError(`signed integer is ${n > 0 ? 'greater than maximum' : 'less than minimum'}`);
      if (size === 1 && low < 0 && (n > 32767 || n < -32768))
        overflowError(`signed short integer is ${n > 0 ? 'greater than maximum' : 'less than minimum'}`);
      return overflowError(`${name} is ${n > high ? 'greater than maximum' : 'less than minimum'}`);
    },
    decode: (raw) => raw,
  };
}

/** Makes a kind of eight-byte ints; `type` is the C type errors name. */
function wide(code: string, signed: boolean, type: string): ArrayKind {
  const low = signed ? -9223372036854775808n : 0n;
  const high = signed ? 9223372036854775807n : 18446744073709551615n;
  return {
    code,
    size: 8,
    sort: 'wide',
    make: (n) => new Float64Array(n),
    encode: (x) => {
      const n = integer(x);
      if (!signed && n < 0)
        overflowError(
          type === 'unsigned long'
            ? "can't convert negative value to unsigned int"
            : "can't convert negative int to unsigned",
        );
      if (n < low || n > high)
        overflowError(
          type === 'long long' || type === 'unsigned long long'
            ? 'int too big to convert'
            : `Python int too large to convert to C ${type}`,
        );
      return n;
    },
    decode: (raw) => (typeof raw === 'number' ? raw : normInt(raw)),
  };
}

/** Returns the float a value stands for. Throws TypeError. */
function real(x: PyValue): number {
  if (x instanceof PyFloat) return x.value;
  const n = intOf(x);
  if (n !== undefined) {
    const f = Number(n);
    return Number.isFinite(f) ? f : overflowError('int too large to convert to float');
  }
  const type = typeOf(x);
  const method = type.lookup('__float__');
  if (method !== undefined) {
    const r = callBound(method, x);
    if (r instanceof PyFloat) return r.value;
    typeError(`${type.name}.__float__ returned non-float (type ${typeOf(r).name})`);
  }
  if (type.lookup('__index__') !== undefined) return Number(indexOf(x));
  return typeError(`must be real number, not ${type.name}`);
}

/** Makes a kind of floats. */
function floats(code: string, size: number, make: (n: number) => Storage): ArrayKind {
  return { code, size, sort: 'float', make, encode: real, decode: (raw) => new PyFloat(raw as number) };
}

/** Makes a kind of characters. */
function characters(code: string): ArrayKind {
  return {
    code,
    size: 4,
    sort: 'text',
    make: (n) => new Uint32Array(n),
    encode: (x) => {
      const text = strOf(x);
      const points = text === undefined ? [] : [...text];
      if (points.length !== 1) typeError('array item must be unicode character');
      return points[0]!.codePointAt(0)!;
    },
    decode: (raw) =>
      (raw as number) > 0x10ffff
        ? valueError(`character U+${raw.toString(16)} is not in range [U+0000; U+10ffff]`)
        : String.fromCodePoint(raw as number),
  };
}

export const ARRAY_KINDS = new Map<string, ArrayKind>(
  [
    ints('b', 1, -128, 127, 'signed char', (n) => new Int8Array(n)),
    ints('B', 1, 0, 255, 'unsigned byte integer', (n) => new Uint8Array(n)),
    ints('h', 2, -32768, 32767, 'signed short integer', (n) => new Int16Array(n)),
    ints('H', 2, 0, 65535, 'unsigned short', (n) => new Uint16Array(n), 'int'),
    ints('i', 4, -2147483648, 2147483647, 'signed integer', (n) => new Int32Array(n)),
    ints('I', 4, 0, 4294967295, 'unsigned int', (n) => new Uint32Array(n), 'unsigned long'),
    wide('l', true, 'long'),
    wide('L', false, 'unsigned long'),
    wide('q', true, 'long long'),
    wide('Q', false, 'unsigned long long'),
    floats('f', 4, (n) => new Float32Array(n)),
    floats('d', 8, (n) => new Float64Array(n)),
    characters('u'),
    characters('w'),
  ].map((k) => [k.code, k]),
);
