/**
 * float: construction, operators and methods (library reference, "Numeric Types — int, float, complex").
 *
 * Operands may be ints, converted to the nearest float (OverflowError if there is none); comparisons with
 * ints are exact. Instances of subclasses are `PyFloat`s with attributes of their own.
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import type { Hash } from '../../objects/core/hash-parts.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyComplex,
  PyFloat,
  PyTuple,
  floatType,
  intOf,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { defClassMethods, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { idOf } from '../../objects/core/identity.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { type Int, intToFloat, normInt } from '../../numbers/int-ops.ts';
import {
  floatDivmod,
  floatFloorDiv,
  floatMod,
  floatPow,
  floatToInt,
  floatTrueDiv,
  powIsComplex,
  roundHalfEven,
} from '../../numbers/float-ops.ts';
import {
  exactBinary,
  floatFromHex,
  floatHex,
  floatRepr,
  parseFloatText,
  roundFloat,
} from '../../numbers/float-text.ts';
import { complexPow } from '../../numbers/complex-ops.ts';
import { formatFloat } from '../str/number-format.ts';
import { repr, str } from '../../objects/slots/format.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { bufferOf, latin1 } from '../../objects/core/buffer.ts';
import { world } from '../../objects/core/world.ts';

export { floatFloorDiv, floatMod, floatPow } from '../../numbers/float-ops.ts';

/** Makes an instance of float or a subclass. */
function make(cls: PyType, x: number): PyFloat {
  return cls === floatType ? new PyFloat(x) : shapeInstance(new PyFloat(x), cls);
}

floatType.allocate = (type) => make(type, 0);

defNew(floatType, 'x?, /', (cls: PyType, x?: PyValue) => {
  if (cls === floatType && x instanceof PyFloat && x.type === floatType) return x;
  return make(cls, x === undefined ? 0 : toFloat(x));
});

/** Performs `float(x)`. Throws TypeError, ValueError, OverflowError, or what methods of x raise. */
function toFloat(x: PyValue): number {
  const n = numberValue(x);
  if (n !== undefined) return n;
  const s = strOf(x);
  if (s !== undefined) return parseFloatText(s, s === x ? undefined : () => repr(x));
  const bytes = bufferOf(x);
  if (bytes !== null) return parseFloatText(latin1(bytes).replace(/[\x80-\xff]/g, '?'), () => repr(x));
  return typeError(`float() argument must be a string or a real number, not '${typeOf(x).name}'`);
}

/** Returns what `__float__` or `__index__` make of x; undefined where it has neither. Throws what they raise. */
function numberValue(x: PyValue): number | undefined {
  if (typeof x === 'number') return x;
  if (x instanceof PyFloat && x.type === floatType) return x.value;
  if (typeof x === 'bigint' || typeof x === 'boolean') return intToFloat(intOf(x)!);
  const type = typeOf(x);
  const f = type.lookup('__float__');
  if (f !== undefined) {
    const r = callBound(f, x);
    if (!(r instanceof PyFloat)) typeError(`${type.name}.__float__ returned non-float (type ${typeOf(r).name})`);
    if (r.type !== floatType) {
      world.warn(
        'DeprecationWarning',
        `${type.name}.__float__ returned non-float (type ` +
          `${r.type.name}).  The ability to return an instance of a strict ` +
          'subclass of float is deprecated, and may be removed in a future version of Python.',
      );
    }
    return r.value;
  }
  return type.lookup('__index__') === undefined ? undefined : intToFloat(indexOf(x));
}

/**
 * Returns the value of a real number argument (`PyFloat_AsDouble`). Throws TypeError `must be real number, not
 * <class>`.
 */
export function asDouble(x: PyValue): number {
  if (typeof x === 'number') return x;
  if (x instanceof PyFloat) return x.value;
  const n = numberValue(x);
  if (n === undefined) typeError(`must be real number, not ${typeOf(x).name}`);
  return n;
}

/**
 * Returns `hash(x)` of a float: what an equal int or fraction has, modulo 2^61-1 (library reference,
 * "Hashing of numeric types"); for NaN the identity of `self`.
 */
export function floatHash(x: number, self: PyValue): Hash {
  if (Number.isSafeInteger(x)) return x === -1 ? -2 : x + 0;
  if (Number.isNaN(x)) return typeof self === 'object' ? idOf(self) / 16 : 0;
  if (!Number.isFinite(x)) return x > 0 ? 314159 : -314159;
  const [m, e] = exactBinary(Math.abs(x));
  const s = BigInt(((e % 61) + 61) % 61);
  const shifted = m << s;
  let h = (shifted & 2305843009213693951n) + (shifted >> 61n);
  if (h >= 2305843009213693951n) h -= 2305843009213693951n;
  if (x < 0) h = -h;
  if (h === -1n) return -2;
  return h >= -9007199254740991n && h <= 9007199254740991n ? Number(h) : h;
}

/* ---- operators ---- */

/** Reads an operand as a float: undefined if it is neither a float nor an int. Throws OverflowError. */
function operand(x: PyValue): number | undefined {
  if (typeof x === 'number') return x;
  if (x instanceof PyFloat) return x.value;
  const n = intOf(x);
  return n === undefined ? undefined : intToFloat(n);
}

/** Makes a method of an operation on two floats; NotImplemented for other operands. */
function binary(f: (x: number, y: number) => number): (self: PyFloat, other: PyValue) => PyValue {
  return (self, other) => {
    const y = operand(other);
    return y === undefined ? NotImplemented : new PyFloat(f(self.value, y));
  };
}

/** Makes the reflected method of an operation. */
function reflected(f: (x: number, y: number) => number): (self: PyFloat, other: PyValue) => PyValue {
  return binary((x, y) => f(y, x));
}

/** Makes a comparison method; JS compares numbers with bigints exactly. */
function comparison(f: (x: number, y: Int) => boolean): (self: PyFloat, other: PyValue) => PyValue {
  return (self, other) => {
    const y = other instanceof PyFloat ? other.value : intOf(other);
    return y === undefined ? NotImplemented : f(self.value, y);
  };
}

/** Compares a float with a float or int by value. */
function equals(x: number, y: Int): boolean {
  // A bigint is beyond the numbers, but may equal a float that large.
  return typeof y === 'number' ? x === y : Number.isInteger(x) && BigInt(x) === y;
}

const add = (x: number, y: number): number => x + y;
const sub = (x: number, y: number): number => x - y;
const mul = (x: number, y: number): number => x * y;

/**
 * Performs `x ** y` on floats: a complex for a negative base with a fraction. Throws ZeroDivisionError, OverflowError.
 */
function floatPower(x: number, y: number): PyValue {
  if (!powIsComplex(x, y)) return new PyFloat(floatPow(x, y));
  const z = complexPow(x, 0, y, 0);
  return new PyComplex(z.real, z.imag);
}

/** Performs `pow(x, y, z)` where any operand may not be a number. */
function power(x: PyValue, y: PyValue, z: PyValue | undefined): PyValue {
  if (z !== undefined && z !== None) typeError('pow() 3rd argument not allowed unless all arguments are integers');
  const a = operand(x);
  const b = operand(y);
  return a === undefined || b === undefined ? NotImplemented : floatPower(a, b);
}

/** Makes the tuple of `divmod`. */
function divmod(x: number, y: number): PyTuple {
  const [q, r] = floatDivmod(x, y);
  return new PyTuple([new PyFloat(q), new PyFloat(r)]);
}

defMethods(
  floatType,
  {
    '__eq__(value, /)': comparison(equals),
    '__ne__(value, /)': comparison((x, y) => !equals(x, y)),
    '__lt__(value, /)': comparison((x, y) => x < y),
    '__le__(value, /)': comparison((x, y) => x <= y),
    '__gt__(value, /)': comparison((x, y) => x > y),
    '__ge__(value, /)': comparison((x, y) => x >= y),
    '__add__(value, /)': binary(add),
    '__radd__(value, /)': reflected(add),
    '__sub__(value, /)': binary(sub),
    '__rsub__(value, /)': reflected(sub),
    '__mul__(value, /)': binary(mul),
    '__rmul__(value, /)': reflected(mul),
    '__truediv__(value, /)': binary(floatTrueDiv),
    '__rtruediv__(value, /)': reflected(floatTrueDiv),
    '__floordiv__(value, /)': binary(floatFloorDiv),
    '__rfloordiv__(value, /)': reflected(floatFloorDiv),
    '__mod__(value, /)': binary(floatMod),
    '__rmod__(value, /)': reflected(floatMod),
    '__divmod__(value, /)': (self: PyFloat, other: PyValue) => {
      const y = operand(other);
      return y === undefined ? NotImplemented : divmod(self.value, y);
    },
    '__rdivmod__(value, /)': (self: PyFloat, other: PyValue) => {
      const x = operand(other);
      return x === undefined ? NotImplemented : divmod(x, self.value);
    },
    '__pow__(value, mod?, /)': (self: PyFloat, y: PyValue, z?: PyValue) => power(self, y, z),
    '__rpow__(value, mod?, /)': (self: PyFloat, x: PyValue, z?: PyValue) => power(x, self, z),
    '__neg__()': (self: PyFloat) => new PyFloat(-self.value),
    '__pos__()': (self: PyFloat) => (self.type === floatType ? self : new PyFloat(self.value)),
    '__abs__()': (self: PyFloat) => new PyFloat(Math.abs(self.value)),
    '__bool__()': (self: PyFloat) => self.value !== 0,
    '__int__()': (self: PyFloat) => floatToInt(self.value),
    '__float__()': (self: PyFloat) => (self.type === floatType ? self : new PyFloat(self.value)),
    '__hash__()': (self: PyFloat) => floatHash(self.value, self),
    '__repr__()': (self: PyFloat) => floatRepr(self.value),
  },
  'pure',
);

/* ---- methods ---- */

/** Returns x as a fraction in lowest terms. Throws OverflowError, ValueError. */
function integerRatio(x: number): PyTuple {
  if (Number.isNaN(x)) valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(x)) overflowError('cannot convert Infinity to integer ratio');
  let [m, e] = exactBinary(x);
  if (m === 0n) return new PyTuple([0, 1]);
  while ((m & 1n) === 0n) {
    m >>= 1n;
    e++;
  }
  const [p, q] = e >= 0 ? [m << BigInt(e), 1n] : [m, 1n << BigInt(-e)];
  return new PyTuple([normInt(p), normInt(q)]);
}

/** Performs `round(x)` or `round(x, ndigits)`. */
function round(x: number, digits: PyValue | undefined): PyValue {
  if (digits === undefined || digits === None) return floatToInt(roundHalfEven(x));
  const n = indexOf(digits);
  if (!Number.isFinite(x)) return new PyFloat(x);
  const places = typeof n === 'number' ? n : n > 0n ? 1e6 : -1e6;
  return new PyFloat(roundFloat(x, places));
}

defMethods(floatType, {
  '__format__(format_spec, /); pure if scalar*': (self: PyFloat, spec: PyValue) => {
    const text =
      strOf(spec) ?? typeError(`__format__() argument must be str, not ${spec === None ? 'None' : typeOf(spec).name}`);
    return text === '' ? str(self) : formatFloat(self.value, text, self.type.name);
  },
  '__round__(ndigits?, /); pure if scalar*': (self: PyFloat, digits?: PyValue) => round(self.value, digits),
  '__trunc__(); pure if scalar*': (self: PyFloat) => floatToInt(self.value),
  '__floor__(); pure if scalar*': (self: PyFloat) => floatToInt(Math.floor(self.value)),
  '__ceil__(); pure if scalar*': (self: PyFloat) => floatToInt(Math.ceil(self.value)),
  '__getnewargs__()': (self: PyFloat) => new PyTuple([new PyFloat(self.value)]),
  'as_integer_ratio(); pure if scalar*': (self: PyFloat) => integerRatio(self.value),
  'conjugate(); pure if scalar*': (self: PyFloat) => (self.type === floatType ? self : new PyFloat(self.value)),
  'hex(); pure if scalar*': (self: PyFloat) => floatHex(self.value),
  'is_integer(); pure if scalar*': (self: PyFloat) => Number.isInteger(self.value),
});

defClassMethods(floatType, {
  'fromhex(string, /)': (cls: PyType, text: PyValue) => {
    const s = strOf(text) ?? typeError('bad argument type for built-in operation');
    const x = new PyFloat(floatFromHex(s));
    return cls === floatType ? x : invoke(cls, [x]);
  },
  '__getformat__(typestr, /)': (_cls: PyType, name: PyValue) => {
    const s =
      strOf(name) ??
      typeError(`__getformat__() argument must be str, not ${name === None ? 'None' : typeOf(name).name}`);
    if (s !== 'double' && s !== 'float') valueError("__getformat__() argument 1 must be 'double' or 'float'");
    return 'IEEE, little-endian';
  },
});

defGetSet(floatType, {
  real: (self: PyFloat) => (self.type === floatType ? self : new PyFloat(self.value)),
  imag: () => new PyFloat(0),
});
