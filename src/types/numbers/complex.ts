/** complex: construction, operators and methods (library reference, "Numeric Types — int, float, complex"). */
import { callBound } from '../../objects/slots/descriptor.ts';
import type { Hash } from '../../objects/core/hash-parts.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyComplex,
  PyFloat,
  PyTuple,
  complexType,
  intOf,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { intToFloat } from '../../numbers/int-ops.ts';
import { asDouble, floatHash } from './float.ts';
import {
  type Complex,
  complexAbs,
  complexDiv,
  complexMul,
  complexPow,
  complexRepr,
  parseComplex,
} from '../../numbers/complex-ops.ts';
import { formatComplex } from '../str/number-format.ts';
import { str } from '../../objects/slots/format.ts';
import { world } from '../../objects/core/world.ts';

/** Makes an instance of complex or a subclass. */
function make(cls: PyType, real: number, imag: number): PyComplex {
  const z = new PyComplex(real, imag);
  return cls === complexType ? z : shapeInstance(z, cls);
}

complexType.allocate = (type) => make(type, 0, 0);

defNew(complexType, 'real?, imag?', (cls: PyType, r?: PyValue, i?: PyValue) => {
  if (cls === complexType && i === undefined && r instanceof PyComplex && r.type === complexType) return r;
  if (r !== undefined && strOf(r) !== undefined) {
    if (i !== undefined) typeError("complex() can't take second arg if first is a string");
    const z = parseComplex(strOf(r)!);
    return make(cls, z.real, z.imag);
  }
  if (i !== undefined && strOf(i) !== undefined) typeError("complex() second arg can't be a string");
  const z = r === undefined ? undefined : viaComplex(r);
  let real =
    z !== undefined
      ? z.real
      : r === undefined
        ? 0
        : numeric(r, "complex() first argument must be a string or a number, not '");
  if (i === undefined) return make(cls, real, z === undefined ? 0 : z.imag);
  let imag: number;
  if (i instanceof PyComplex) {
    real -= i.imag;
    imag = i.real;
  } else imag = numeric(i, "complex() second argument must be a number, not '");
  if (z !== undefined) imag += z.imag;
  return make(cls, real, imag);
});

/** Returns what `__complex__` makes of x; undefined where it has none. Throws what it raises, TypeError. */
export function viaComplex(x: PyValue): PyComplex | undefined {
  if (x instanceof PyComplex && x.type === complexType) return x;
  const type = typeOf(x);
  const f = type.lookup('__complex__');
  if (f === undefined) return undefined;
  const r = callBound(f, x);
  if (!(r instanceof PyComplex)) typeError(`__complex__ returned non-complex (type ${typeOf(r).name})`);
  if (r.type !== complexType) {
    world.warn(
      'DeprecationWarning',
      `__complex__ returned non-complex (type ${r.type.name}).  The ` +
        'ability to return an instance of a strict subclass of complex ' +
        'is deprecated, and may be removed in a future version of Python.',
    );
  }
  return r;
}

/** Reads a real argument; the TypeError's text starts with `message`. */
function numeric(x: PyValue, message: string): number {
  const type = typeOf(x);
  if (intOf(x) === undefined && type.lookup('__float__') === undefined && type.lookup('__index__') === undefined)
    typeError(`${message}${type.name}'`);
  return asDouble(x);
}

/** Reads the parts of an operand into `re`, `im`; false if it is no number. Throws OverflowError. */
function read(x: PyValue): boolean {
  if (x instanceof PyComplex) {
    re = x.real;
    im = x.imag;
    return true;
  }
  im = 0;
  if (x instanceof PyFloat) {
    re = x.value;
    return true;
  }
  const n = intOf(x);
  if (n === undefined) return false;
  re = intToFloat(n);
  return true;
}
let re = 0;
let im = 0;

type Operation = (ar: number, ai: number, br: number, bi: number) => Complex;

/** Makes an object of a pair. */
const boxed = ({ real, imag }: Complex): PyComplex => new PyComplex(real, imag);

function binary(f: Operation): (self: PyComplex, other: PyValue) => PyValue {
  return (self, other) => (read(other) ? boxed(f(self.real, self.imag, re, im)) : NotImplemented);
}

function reflected(f: Operation): (self: PyComplex, other: PyValue) => PyValue {
  return (self, other) => (read(other) ? boxed(f(re, im, self.real, self.imag)) : NotImplemented);
}

const add: Operation = (ar, ai, br, bi) => ({ real: ar + br, imag: ai + bi });
const sub: Operation = (ar, ai, br, bi) => ({ real: ar - br, imag: ai - bi });

/** Tells whether z equals a number; undefined for other objects. */
function equals(z: PyComplex, x: PyValue): boolean | undefined {
  if (x instanceof PyComplex) return z.real === x.real && z.imag === x.imag;
  if (x instanceof PyFloat) return z.imag === 0 && z.real === x.value;
  const n = intOf(x);
  if (n === undefined) return undefined;
  return z.imag === 0 && (typeof n === 'number' ? z.real === n : Number.isInteger(z.real) && BigInt(z.real) === n);
}

/** Performs `pow(x, y, z)` with one operand complex. */
function power(
  f: (self: PyComplex, other: PyValue) => PyValue,
): (self: PyComplex, other: PyValue, mod?: PyValue) => PyValue {
  return (self, other, mod) => {
    if (mod !== undefined && mod !== None && read(other)) valueError('complex modulo');
    return f(self, other);
  };
}

const unordered = (): PyValue => NotImplemented;

/** Returns hash(z): those of its parts combined modulo 2^64. */
function complexHash(z: PyComplex): Hash {
  const h = BigInt.asIntN(64, BigInt(floatHash(z.real, z)) + 1000003n * BigInt(floatHash(z.imag, z)));
  if (h === -1n) return -2;
  return h >= -9007199254740991n && h <= 9007199254740991n ? Number(h) : h;
}

defMethods(
  complexType,
  {
    '__eq__(value, /)': (self: PyComplex, x: PyValue) => equals(self, x) ?? NotImplemented,
    '__ne__(value, /)': (self: PyComplex, x: PyValue) => {
      const r = equals(self, x);
      return r === undefined ? NotImplemented : !r;
    },
    '__lt__(value, /)': unordered,
    '__le__(value, /)': unordered,
    '__gt__(value, /)': unordered,
    '__ge__(value, /)': unordered,
    '__add__(value, /)': binary(add),
    '__radd__(value, /)': reflected(add),
    '__sub__(value, /)': binary(sub),
    '__rsub__(value, /)': reflected(sub),
    '__mul__(value, /)': binary(complexMul),
    '__rmul__(value, /)': reflected(complexMul),
    '__truediv__(value, /)': binary(complexDiv),
    '__rtruediv__(value, /)': reflected(complexDiv),
    '__pow__(value, mod?, /)': power(binary(complexPow)),
    '__rpow__(value, mod?, /)': power(reflected(complexPow)),
    '__neg__()': (self: PyComplex) => new PyComplex(-self.real, -self.imag),
    '__pos__()': (self: PyComplex) => (self.type === complexType ? self : new PyComplex(self.real, self.imag)),
    '__abs__()': (self: PyComplex) => new PyFloat(complexAbs(self.real, self.imag)),
    '__bool__()': (self: PyComplex) => self.real !== 0 || self.imag !== 0,
    '__hash__()': (self: PyComplex) => complexHash(self),
    '__repr__()': (self: PyComplex) => complexRepr(self.real, self.imag),
  },
  'pure',
);

defMethods(complexType, {
  '__format__(format_spec, /)': (self: PyComplex, spec: PyValue) => {
    const text =
      strOf(spec) ?? typeError(`__format__() argument must be str, not ${spec === None ? 'None' : typeOf(spec).name}`);
    return text === '' ? str(self) : formatComplex(self.real, self.imag, text, self.type.name);
  },
  '__complex__()': (self: PyComplex) => (self.type === complexType ? self : new PyComplex(self.real, self.imag)),
  '__getnewargs__()': (self: PyComplex) => new PyTuple([new PyFloat(self.real), new PyFloat(self.imag)]),
  'conjugate()': (self: PyComplex) => new PyComplex(self.real, -self.imag),
});

defGetSet(complexType, {
  real: (self: PyComplex) => new PyFloat(self.real),
  imag: (self: PyComplex) => new PyFloat(self.imag),
});
