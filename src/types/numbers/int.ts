/**
 * int: construction, operators and methods (library reference, "Numeric Types — int, float, complex").
 *
 * An exact int is a JS number or bigint; bool and instances of subclasses come through the same methods,
 * so `self` may be any of four representations and `intValue` reads it. Arithmetic is in int-ops.ts.
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import type { Hash } from '../../objects/core/hash-parts.ts';
import { intReciprocalPower, intPowMod, intPower } from '../../numbers/int-powers.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyBytes,
  PyFloat,
  PyIntSub,
  PyTuple,
  boolType,
  bytesType,
  floatType,
  intOf,
  intType,
  strOf,
  typeOf,
  PyByteArray,
} from '../../objects/core/values.ts';
import { defClassMethods, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import {
  type Int,
  intAbs,
  intAdd,
  intAnd,
  intBitLength,
  intDivmod,
  intFloorDiv,
  intInvert,
  intLshift,
  intMod,
  intMul,
  intNeg,
  intOr,
  intRshift,
  intSub,
  intToFloat,
  intTrueDiv,
  intXor,
} from '../../numbers/int-ops.ts';
import { intToString, parseIntText } from '../../numbers/int-text.ts';
import { floatToInt } from '../../numbers/float-ops.ts';
import { formatInt } from '../str/number-format.ts';
import { isTrue } from '../../protocol/compare.ts';
import { repr, str } from '../../objects/slots/format.ts';
import { indexOf, toNumberIndex } from '../../objects/slots/number.ts';
import { bufferOf, latin1 } from '../../objects/core/buffer.ts';
import { world } from '../../objects/core/world.ts';
import { checkBytes } from '../../numbers/allocation.ts';

type Self = number | bigint | boolean | PyIntSub;

/** Reads the value of an int, bool or instance of a subclass of int. */
function intValue(self: Self): Int {
  switch (typeof self) {
    case 'number':
    case 'bigint':
      return self;
    case 'boolean':
      return self ? 1 : 0;
    default:
      return self.value;
  }
}

/** Makes an instance of int or a subclass. */
function make(cls: PyType, n: Int): PyValue {
  return cls === intType ? n : new PyIntSub(cls, n);
}

intType.allocate = (type) => new PyIntSub(type, 0);

defNew(intType, 'x?, /, base?', (cls: PyType, x?: PyValue, base?: PyValue) => {
  if (cls === boolType) typeError('int.__new__(bool) is not safe, use bool.__new__()');
  if (x === undefined) {
    if (base !== undefined) typeError('int() missing string argument');
    return make(cls, 0);
  }
  return make(cls, base === undefined ? toInt(x) : textToInt(x, base));
});

/** Performs `int(x)`. Throws TypeError, ValueError, OverflowError, or what methods of x raise. */
function toInt(x: PyValue): Int {
  switch (typeof x) {
    case 'number':
    case 'bigint':
      return x;
    case 'boolean':
      return x ? 1 : 0;
    case 'string':
      return parseIntText(x);
  }
  const type = x.type;
  if (type === floatType) return floatToInt((x as PyFloat).value);
  for (const name of ['__int__', '__index__', '__trunc__']) {
    const f = type.lookup(name);
    if (f === undefined) continue;
    if (name === '__trunc__') world.warn('DeprecationWarning', 'The delegation of int() to __trunc__ is deprecated.');
    return checkResult(callBound(f, x), name);
  }
  const s = strOf(x);
  if (s !== undefined) return parseIntText(s);
  const bytes = bufferOf(x);
  if (bytes !== null) return parseIntText(bytesText(bytes), 10, () => repr(new PyBytes(bytes)));
  return typeError(`int() argument must be a string, a bytes-like object or a real number, not '${type.name}'`);
}

/** Reads what `__int__`, `__index__` or `__trunc__` returned. Throws TypeError. */
function checkResult(r: PyValue, name: string): Int {
  if (typeof r === 'number' || typeof r === 'bigint') return r;
  const n = intOf(r);
  if (name === '__trunc__') {
    if (n !== undefined) return n;
    if (typeOf(r).lookup('__index__') === undefined)
      typeError(`__trunc__ returned non-Integral (type ${typeOf(r).name})`);
    return indexOf(r);
  }
  if (n === undefined) typeError(`${name} returned non-int (type ${typeOf(r).name})`);
  world.warn(
    'DeprecationWarning',
    `${name} returned non-int (type ${typeOf(r).name}).  The ` +
      'ability to return an instance of a strict subclass of int ' +
      'is deprecated, and may be removed in a future version of Python.',
  );
  return n;
}

/** Reads bytes as the text of a number; what is no ASCII text becomes malformed. */
function bytesText(data: Uint8Array): string {
  return latin1(data).replace(/[\x80-\xff]/g, '?');
}

/** Performs `int(x, base)`. Throws TypeError, ValueError. */
function textToInt(x: PyValue, base: PyValue): Int {
  const b = toNumberIndex(base, true);
  if (b !== 0 && (b < 2 || b > 36)) valueError('int() base must be >= 2 and <= 36, or 0');
  const s = strOf(x);
  if (s !== undefined) return parseIntText(s, b);
  if (typeof x === 'object' && (typeOf(x).isSubtype(bytesType) || x instanceof PyByteArray)) {
    const bytes = bufferOf(x)!;
    return parseIntText(bytesText(bytes), b, () => repr(new PyBytes(bytes)));
  }
  return typeError("int() can't convert non-string with explicit base");
}

/** Returns `hash(n)`: n modulo 2^61-1 with its sign, -2 for -1 (`long_hash`). */
function intHash(n: Int): Hash {
  if (typeof n === 'number') return n === -1 ? -2 : n;
  const h = n < 0n ? -(-n % 2305843009213693951n) : n % 2305843009213693951n;
  if (h === -1n) return -2;
  return h >= -9007199254740991n && h <= 9007199254740991n ? Number(h) : h;
}

/* ---- operators ---- */

/** Makes a method of an operation on two ints; NotImplemented for other operands. */
function binary(f: (x: Int, y: Int) => PyValue): (self: Self, other: PyValue) => PyValue {
  return (self, other) => {
    if (typeof self === 'number' && typeof other === 'number') return f(self, other);
    const y = intOf(other);
    return y === undefined ? NotImplemented : f(intValue(self), y);
  };
}

/** Makes the reflected method of an operation. */
function reflected(f: (x: Int, y: Int) => PyValue): (self: Self, other: PyValue) => PyValue {
  return binary((x, y) => f(y, x));
}

const trueDiv = (x: Int, y: Int): PyValue => new PyFloat(intTrueDiv(x, y));
const divmod = (x: Int, y: Int): PyValue => new PyTuple(intDivmod(x, y));

/** Performs `pow(x, y, z)` with operands of which any may not be an int. */
function power(x: PyValue, y: PyValue, z: PyValue | undefined): PyValue {
  const a = intOf(x);
  const b = intOf(y);
  if (a === undefined || b === undefined) return NotImplemented;
  if (z === undefined || z === None) return b < 0 ? new PyFloat(intReciprocalPower(a, b)) : intPower(a, b);
  const c = intOf(z);
  return c === undefined ? NotImplemented : intPowMod(a, b, c);
}

defMethods(
  intType,
  {
    '__eq__(value, /)': binary((x, y) => x === y),
    '__ne__(value, /)': binary((x, y) => x !== y),
    '__lt__(value, /)': binary((x, y) => x < y),
    '__le__(value, /)': binary((x, y) => x <= y),
    '__gt__(value, /)': binary((x, y) => x > y),
    '__ge__(value, /)': binary((x, y) => x >= y),
    '__add__(value, /)': binary(intAdd),
    '__radd__(value, /)': reflected(intAdd),
    '__sub__(value, /)': binary(intSub),
    '__rsub__(value, /)': reflected(intSub),
    '__mul__(value, /)': binary(intMul),
    '__rmul__(value, /)': reflected(intMul),
    '__floordiv__(value, /)': binary(intFloorDiv),
    '__rfloordiv__(value, /)': reflected(intFloorDiv),
    '__mod__(value, /)': binary(intMod),
    '__rmod__(value, /)': reflected(intMod),
    '__truediv__(value, /)': binary(trueDiv),
    '__rtruediv__(value, /)': reflected(trueDiv),
    '__divmod__(value, /)': binary(divmod),
    '__rdivmod__(value, /)': reflected(divmod),
    '__lshift__(value, /)': binary(intLshift),
    '__rlshift__(value, /)': reflected(intLshift),
    '__rshift__(value, /)': binary(intRshift),
    '__rrshift__(value, /)': reflected(intRshift),
    '__and__(value, /)': binary(intAnd),
    '__rand__(value, /)': reflected(intAnd),
    '__or__(value, /)': binary(intOr),
    '__ror__(value, /)': reflected(intOr),
    '__xor__(value, /)': binary(intXor),
    '__rxor__(value, /)': reflected(intXor),
    '__pow__(value, mod?, /)': (self: Self, y: PyValue, z?: PyValue) => power(self, y, z),
    '__rpow__(value, mod?, /)': (self: Self, x: PyValue, z?: PyValue) => power(x, self, z),
    '__neg__()': (self: Self) => intNeg(intValue(self)),
    '__pos__()': (self: Self) => intValue(self),
    '__abs__()': (self: Self) => intAbs(intValue(self)),
    '__invert__()': (self: Self) => intInvert(intValue(self)),
    '__bool__()': (self: Self) => intValue(self) !== 0,
    '__int__()': (self: Self) => intValue(self),
    '__index__()': (self: Self) => intValue(self),
    '__float__()': (self: Self) => new PyFloat(intToFloat(intValue(self))),
    '__hash__()': (self: Self) => intHash(intValue(self)),
    '__repr__()': (self: Self) => intToString(intValue(self)),
  },
  'pure',
);

/** Returns n rounded to a multiple of 10**places, half to even. */
function roundTo(n: Int, places: Int): Int {
  if (places <= 0) return n;
  if (places > intBitLength(n)) return 0;
  const unit = intPower(10, places);
  const [q, r] = intDivmod(n, unit);
  const twice = intMul(r, 2);
  const up = twice > unit || (twice === unit && intAnd(q, 1) === 1);
  return intMul(up ? intAdd(q, 1) : q, unit);
}

/** Counts the one bits of |n|. */
function bitCount(n: Int): number {
  let count = 0;
  for (const ch of (n < 0 ? -n : n).toString(16)) count += BITS[Number.parseInt(ch, 16)]!;
  return count;
}
const BITS = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];

/** Tells whether a byte order argument means big-endian. Throws TypeError, ValueError. */
function isBigEndian(order: PyValue | undefined, method: string): boolean {
  if (order === undefined) return true;
  const s = strOf(order);
  if (s === undefined)
    typeError(`${method}() argument 'byteorder' must be str, not ${order === None ? 'None' : typeOf(order).name}`);
  if (s !== 'big' && s !== 'little') valueError("byteorder must be either 'little' or 'big'");
  return s === 'big';
}

/** Returns n as `length` bytes, big-endian, two's complement if `signed`. Throws OverflowError. */
function toBytes(n: Int, length: number, signed: boolean): Uint8Array {
  if (n < 0 && !signed) overflowError("can't convert negative int to unsigned");
  const magnitude = n < 0 ? intInvert(n) : n;
  if (intBitLength(magnitude) > 8 * length - (signed ? 1 : 0) && (magnitude !== 0 || length > 0))
    overflowError('int too big to convert');
  checkBytes(length);
  const out = new Uint8Array(length);
  const hex = magnitude.toString(16);
  for (let i = length - 1, at = hex.length; i >= 0 && at > 0; i--, at -= 2)
    out[i] = Number.parseInt(hex.slice(Math.max(0, at - 2), at), 16);
  if (n < 0) for (let i = 0; i < length; i++) out[i] = ~out[i]!;
  return out;
}

/** Returns the int that big-endian bytes stand for. */
function fromBytes(data: Uint8Array, signed: boolean): Int {
  if (data.length === 0) return 0;
  const negative = signed && data[0]! >= 128;
  let n: Int;
  if (data.length <= 6) {
    n = 0;
    for (const b of data) n = n * 256 + b;
  } else n = intAdd(BigInt(`0x${Buffer.from(data).toString('hex')}`), 0);
  return negative ? intSub(n, intPower(2, 8 * data.length)) : n;
}

defMethods(intType, {
  '__format__(format_spec, /); pure if scalar*': (self: Self, spec: PyValue) => {
    const text =
      strOf(spec) ?? typeError(`__format__() argument must be str, not ${spec === None ? 'None' : typeOf(spec).name}`);
    return text === '' ? str(self) : formatInt(intValue(self), text, typeOf(self).name);
  },
  '__round__(ndigits?, /); pure if scalar*': (self: Self, ndigits?: PyValue) =>
    ndigits === undefined ? intValue(self) : roundTo(intValue(self), intNeg(indexOf(ndigits))),
  '__trunc__(); pure if scalar*': (self: Self) => intValue(self),
  '__floor__(); pure if scalar*': (self: Self) => intValue(self),
  '__ceil__(); pure if scalar*': (self: Self) => intValue(self),
  '__getnewargs__()': (self: Self) => new PyTuple([intValue(self)]),
  '__sizeof__()': (self: Self) => 24 + 4 * Math.max(1, Math.ceil(intBitLength(intValue(self)) / 30)),
  'bit_length(); pure if scalar*': (self: Self) => intBitLength(intValue(self)),
  'bit_count(); pure if scalar*': (self: Self) => bitCount(intValue(self)),
  'conjugate(); pure if scalar*': (self: Self) => intValue(self),
  'is_integer(); pure if scalar*': () => true,
  'as_integer_ratio(); pure if scalar*': (self: Self) => new PyTuple([intValue(self), 1]),
  'to_bytes(length?, byteorder?, *, signed?); pure if scalar*': (
    self: Self,
    length?: PyValue,
    order?: PyValue,
    signed?: PyValue,
  ) => {
    const n = length === undefined ? 1 : toNumberIndex(length);
    const big = isBigEndian(order, 'to_bytes');
    if (n < 0) valueError('length argument must be non-negative');
    const data = toBytes(intValue(self), n, signed !== undefined && isTrue(signed));
    return new PyBytes(big ? data : data.reverse());
  },
});

defClassMethods(intType, {
  'from_bytes(bytes, byteorder?, *, signed?)': (cls: PyType, bytes: PyValue, order?: PyValue, signed?: PyValue) => {
    const big = isBigEndian(order, 'from_bytes');
    const isSigned = signed !== undefined && isTrue(signed);
    if (strOf(bytes) !== undefined || intOf(bytes) !== undefined)
      typeError(`cannot convert '${typeOf(bytes).name}' object to bytes`);
    const data = (bufferOf(bytes) ?? bufferOf(invoke(bytesType, [bytes])))!;
    const n = fromBytes(big ? data : Uint8Array.from(data).reverse(), isSigned);
    return cls === intType ? n : invoke(cls, [n]);
  },
});

defGetSet(intType, {
  real: (self: Self) => intValue(self),
  imag: () => 0,
  numerator: (self: Self) => intValue(self),
  denominator: () => 1,
});
