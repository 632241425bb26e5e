/**
 * The module `math` (library reference, "math — Mathematical functions").
 *
 * The functions themselves are in libm/; here are the conversion of arguments and CPython's rules for errors: a
 * NaN out of numbers is a domain error, an infinity out of finite numbers an overflow or a domain error.
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import { intSqrt, intPower } from '../../numbers/int-powers.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, type PyModule, PyTuple, floatType, intOf, typeOf } from '../../objects/core/values.ts';
import { makeFunctions } from '../../objects/core/builtin.ts';
import { overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { type Int, intBitLength, intRshift, intTrueDiv } from '../../numbers/int-ops.ts';
import { floatToInt, floatTrueDiv } from '../../numbers/float-ops.ts';
import { exactBinary, stepTowards, ulpOf } from '../../numbers/float-text.ts';
import { asDouble } from '../../types/numbers/float.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { toArray } from '../../protocol/iterate.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { exponentOf, fromBits, scalb, toBits } from '../../numbers/libm/bits.ts';
import { exp, exp2, pow } from '../../numbers/libm/exp.ts';
import { log, log10, log1p, log2 } from '../../numbers/libm/log.ts';
import { cos, sin } from '../../numbers/libm/trig.ts';
import { tan } from '../../numbers/libm/tan.ts';
import { acos, asin } from '../../numbers/libm/asin.ts';
import { atan, atan2 } from '../../numbers/libm/atan.ts';
import { acosh, asinh, atanh, cosh, expm1, sinh, tanh } from '../../numbers/libm/hyperbolic.ts';
import { erf, erfc } from '../../numbers/libm/erf.ts';
import { cbrt } from '../../numbers/libm/cbrt.ts';
import { gamma, lgamma } from '../../numbers/libm/gamma.ts';
import { comb, factorial, gcd, lcm, perm, prod } from './integers.ts';
import { fsum, sumprod, vectorNorm } from './sums.ts';

const INF = Number.POSITIVE_INFINITY;

/** Raises for an argument outside of a function's domain. */
export function domainError(): never {
  return valueError('math domain error');
}

/** Raises for a result beyond the floats. */
export function rangeError(): never {
  return overflowError('math range error');
}

/**
 * Makes a function of one float; an infinite result of a finite argument is an overflow, or a domain error if `pole`.
 */
function unary(f: (x: number) => number, pole: boolean): (x: PyValue) => PyValue {
  return (arg) => {
    const x = arg instanceof PyFloat ? arg.value : asDouble(arg);
    const r = f(x);
    if (r - r !== 0) checkResult(x, r, pole);
    return new PyFloat(r);
  };
}

/** Checks a result that is infinite or NaN. Throws ValueError, OverflowError. */
function checkResult(x: number, r: number, pole: boolean): void {
  if (Number.isNaN(r)) {
    if (!Number.isNaN(x)) domainError();
  } else if (Number.isFinite(x)) {
    if (pole) domainError();
    rangeError();
  }
}

/** Makes a function of two floats with a NaN for its domain error. */
function binary(f: (x: number, y: number) => number): (x: PyValue, y: PyValue) => PyValue {
  return (a, b) => {
    const x = asDouble(a);
    const y = asDouble(b);
    const r = f(x, y);
    if (Number.isNaN(r) && !Number.isNaN(x) && !Number.isNaN(y)) domainError();
    return new PyFloat(r);
  };
}

const real = (x: number): PyFloat => new PyFloat(x);

/** Returns floor or ceil of any object. */
function toIntegral(x: PyValue, method: string, f: (x: number) => number): PyValue {
  if (typeof x === 'number' || typeof x === 'bigint') return x;
  if (!(x instanceof PyFloat && x.type === floatType)) {
    const m = typeOf(x).lookup(method);
    if (m !== undefined) return callBound(m, x);
  }
  return floatToInt(f(asDouble(x)));
}

/** Returns an int as m * 2**e with 0.5 <= m < 1, m rounded half to even. */
function frexpInt(n: Int): [number, number] {
  const bits = intBitLength(n);
  const drop = Math.max(0, bits - 64);
  const top = intRshift(n, drop);
  // Anything dropped makes the lowest of 64 bits odd, below where rounding looks.
  const sticky = drop > 0 && (BigInt(n) & ((1n << BigInt(drop)) - 1n)) !== 0n;
  const m = Number(sticky ? BigInt(top) | 1n : top);
  const e = exponentOf(m) + 1;
  return [scalb(m, -e), e + drop];
}

/** Applies a logarithm to any real; ints of any size. Throws ValueError. */
function logOf(x: PyValue, f: (x: number) => number): number {
  const n = intOf(x);
  if (n === undefined) {
    const v = asDouble(x);
    const r = f(v);
    if (r - r !== 0) checkResult(v, r, true);
    return r;
  }
  if (n <= 0) domainError();
  const v = Number(n);
  if (Number.isFinite(v)) return f(v);
  const [m, e] = frexpInt(n);
  return f(m) + f(2) * e;
}

/** Returns x**y as math.pow does. Throws ValueError, OverflowError. */
function mathPow(x: number, y: number): number {
  const r = pow(x, y);
  if (r - r === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return r;
  if (Number.isNaN(r) || x === 0) domainError();
  return rangeError();
}

/** Returns the IEEE remainder. */
export function remainder(x: number, y: number): number {
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (y === 0) return Number.NaN;
    const a = Math.abs(x);
    const b = Math.abs(y);
    const m = a % b;
    const c = b - m;
    const r = m < c ? m : m > c ? -c : m - 2 * ((0.5 * (a - m)) % b);
    return x < 0 || Object.is(x, -0) ? -r : r;
  }
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  return Number.isFinite(x) ? x : Number.NaN;
}

/** Performs `ldexp(x, i)`. Throws TypeError, OverflowError. */
function ldexp(x: number, i: PyValue): number {
  const n = intOf(i);
  if (n === undefined) typeError('Expected an int as second argument to ldexp.');
  const e = n > 10000 ? 10000 : n < -10000 ? -10000 : Number(n);
  const r = scalb(x, e);
  if (!Number.isFinite(r) && Number.isFinite(x)) rangeError();
  return r;
}

/** Returns x*y + z rounded once. Throws OverflowError, ValueError. */
function fma(x: number, y: number, z: number): number {
  if (Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(z)) {
    const r = exactFma(x, y, z);
    if (!Number.isFinite(r)) overflowError('overflow in fma');
    return r;
  }
  // A product of finite numbers is finite, whatever the float product does.
  if (Number.isFinite(x) && Number.isFinite(y)) return z;
  const r = x * y + z;
  if (Number.isNaN(r) && !Number.isNaN(x) && !Number.isNaN(y) && !Number.isNaN(z))
    valueError('invalid operation in fma');
  return r;
}

function exactFma(x: number, y: number, z: number): number {
  if (x === 0 || y === 0 || z === 0) {
    if (z !== 0) return z;
    const p = x * y;
    if (x === 0 || y === 0) return p + z;
    if (p !== 0 && Math.abs(p) > 1e-290) return p;
  }
  const [mx, ex] = exactBinary(x);
  const [my, ey] = exactBinary(y);
  const [mz, ez] = exactBinary(z);
  const ep = ex + ey;
  const e = Math.min(ep, ez);
  const n = ((mx * my) << BigInt(ep - e)) + (mz << BigInt(ez - e));
  if (n === 0n) return x * y + z === 0 ? x * y + z : 0;
  return e >= 0 ? Number(n << BigInt(e)) : bigQuotient(n, -e);
}

/** Returns n / 2**e as the nearest double. */
function bigQuotient(n: bigint, e: number): number {
  const length = intBitLength(n);
  if (length - e > 1024) return n > 0n ? INF : -INF;
  return intTrueDiv(n, intPower(2, e));
}

/** Returns the float `steps` floats after x towards y. */
function nextAfter(x: number, y: number, steps: PyValue): number {
  if (Number.isNaN(x) || Number.isNaN(y)) {
    if (steps !== None && indexOf(steps) < 0) valueError('steps must be a non-negative integer');
    return Number.NaN;
  }
  if (steps === None) return x === y ? y : stepTowards(x, y);
  const n = indexOf(steps);
  if (n < 0) valueError('steps must be a non-negative integer');
  if (n === 0) return x;
  if (x === y) return y;
  const count = BigInt(n);
  const magnitude = 0x7fffffffffffffffn;
  const bx = toBits(x);
  const by = toBits(y);
  const sx = bx & ~magnitude;
  const sy = by & ~magnitude;
  const ax = bx & magnitude;
  const ay = by & magnitude;
  if (sx !== sy) {
    if (ax + ay <= count) return y;
    return ax < count ? fromBits((count - ax) | sy) : fromBits((ax - count) | sx);
  }
  if (ax > ay) return ax - ay >= count ? fromBits((ax - count) | sx) : y;
  return ay - ax >= count ? fromBits((ax + count) | sx) : y;
}

/** Performs `isclose`. Throws ValueError. */
function isClose(a: number, b: number, rel: number, abs: number): boolean {
  if (rel < 0 || abs < 0) valueError('tolerances must be non-negative');
  if (a === b) return true;
  if (Math.abs(a) === INF || Math.abs(b) === INF) return false;
  const d = Math.abs(b - a);
  return d <= Math.abs(rel * b) || d <= Math.abs(rel * a) || d <= abs;
}

/** Returns the coordinates of a point as floats. */
function coordinates(p: PyValue): number[] {
  return toArray(p).map(asDouble);
}

/** Splits x into fraction and exponent. */
function frexp(x: number): PyTuple {
  if (x === 0 || !Number.isFinite(x)) return new PyTuple([real(x), 0]);
  const e = exponentOf(x) + 1;
  return new PyTuple([real(scalb(x, -e)), e]);
}

/** Splits x into fractional and integral part. */
function modf(x: number): PyTuple {
  if (Number.isNaN(x)) return new PyTuple([real(x), real(x)]);
  const whole = Math.trunc(x);
  const rest = Math.abs(x) === INF ? 0 : Math.abs(x - whole);
  return new PyTuple([real(x < 0 || Object.is(x, -0) ? -rest : rest), real(whole)]);
}

/** Makes the module. */
export function makeModule(): PyModule {
  const functions = makeFunctions(
    'math',
    {
      'acos(x, /)': unary(acos, true),
      'acosh(x, /)': unary(acosh, true),
      'asin(x, /)': unary(asin, true),
      'asinh(x, /)': unary(asinh, true),
      'atan(x, /)': unary(atan, true),
      'atanh(x, /)': unary(atanh, true),
      'cbrt(x, /)': unary(cbrt, true),
      'cos(x, /)': unary(cos, true),
      'cosh(x, /)': unary(cosh, false),
      'erf(x, /)': unary(erf, true),
      'erfc(x, /)': unary(erfc, true),
      'exp(x, /)': unary(exp, false),
      'exp2(x, /)': unary(exp2, false),
      'expm1(x, /)': unary(expm1, false),
      'fabs(x, /)': unary(Math.abs, true),
      'log1p(x, /)': unary(log1p, true),
      'sin(x, /)': unary(sin, true),
      'sinh(x, /)': unary(sinh, false),
      'sqrt(x, /)': unary(Math.sqrt, true),
      'tan(x, /)': unary(tan, true),
      'tanh(x, /)': unary(tanh, true),
      'gamma(x, /)': (arg: PyValue) => {
        const x = asDouble(arg);
        const r = gamma(x);
        if (r - r !== 0) checkResult(x, r, x === 0);
        return real(r);
      },
      'lgamma(x, /)': (arg: PyValue) => {
        const x = asDouble(arg);
        const r = lgamma(x);
        if (r === INF && Number.isFinite(x)) return x <= 0 ? domainError() : rangeError();
        return real(r);
      },
      'log(x, base?, /)': (x: PyValue, base?: PyValue) => {
        const r = logOf(x, log);
        return real(base === undefined ? r : floatTrueDiv(r, logOf(base, log)));
      },
      'log10(x, /)': (x: PyValue) => real(logOf(x, log10)),
      'log2(x, /)': (x: PyValue) => real(logOf(x, log2)),
      'atan2(y, x, /)': binary(atan2),
      'copysign(x, y, /)': (x: PyValue, y: PyValue) => {
        const a = Math.abs(asDouble(x));
        const s = asDouble(y);
        return real(s < 0 || Object.is(s, -0) ? -a : a);
      },
      'degrees(x, /)': (x: PyValue) => real(asDouble(x) * 57.29577951308232),
      'radians(x, /)': (x: PyValue) => real(asDouble(x) * 0.017453292519943295),
      'fmod(x, y, /)': binary((x, y) => x % y),
      'remainder(x, y, /)': binary(remainder),
      'pow(x, y, /)': (x: PyValue, y: PyValue) => real(mathPow(asDouble(x), asDouble(y))),
      'fma(x, y, z, /)': (x: PyValue, y: PyValue, z: PyValue) => real(fma(asDouble(x), asDouble(y), asDouble(z))),
      'ceil(x, /)': (x: PyValue) => toIntegral(x, '__ceil__', Math.ceil),
      'floor(x, /)': (x: PyValue) => toIntegral(x, '__floor__', Math.floor),
      'trunc(x, /)': (x: PyValue) => {
        if (x instanceof PyFloat && x.type === floatType) return floatToInt(x.value);
        const m = typeOf(x).lookup('__trunc__');
        if (m === undefined) typeError(`type ${typeOf(x).name} doesn't define __trunc__ method`);
        return callBound(m, x);
      },
      'frexp(x, /)': (x: PyValue) => frexp(asDouble(x)),
      'ldexp(x, i, /)': (x: PyValue, i: PyValue) => real(ldexp(asDouble(x), i)),
      'modf(x, /)': (x: PyValue) => modf(asDouble(x)),
      'isfinite(x, /)': (x: PyValue) => Number.isFinite(asDouble(x)),
      'isinf(x, /)': (x: PyValue) => Math.abs(asDouble(x)) === INF,
      'isnan(x, /)': (x: PyValue) => Number.isNaN(asDouble(x)),
      'isclose(a, b, *, rel_tol?, abs_tol?)': (a: PyValue, b: PyValue, rel?: PyValue, abs?: PyValue) =>
        isClose(
          asDouble(a),
          asDouble(b),
          rel === undefined ? 1e-9 : asDouble(rel),
          abs === undefined ? 0 : asDouble(abs),
        ),
      'nextafter(x, y, /, *, steps?)': (x: PyValue, y: PyValue, steps: PyValue = None) =>
        real(nextAfter(asDouble(x), asDouble(y), steps)),
      'ulp(x, /)': (arg: PyValue) => {
        const x = Math.abs(asDouble(arg));
        return real(Number.isFinite(x) ? ulpOf(x) : x);
      },
      'hypot(*coordinates)': (args: PyValue[]) => real(vectorNorm(args.map((x) => Math.abs(asDouble(x))))),
      'dist(p, q, /); python': (p: PyValue, q: PyValue) => {
        const a = coordinates(p);
        const b = coordinates(q);
        if (a.length !== b.length) valueError('both points must have the same number of dimensions');
        return real(vectorNorm(a.map((x, i) => Math.abs(x - b[i]!))));
      },
      'fsum(seq, /); pure if scalar; read if scalars': (seq: PyValue) => real(fsum(seq)),
      'sumprod(p, q, /); python': sumprod,
      'prod(iterable, /, *, start?); pure if scalar; read if scalars': (iterable: PyValue, start: PyValue = 1) =>
        prod(iterable, start),
      'comb(n, k, /)': (n: PyValue, k: PyValue) => comb(indexOf(n), indexOf(k)),
      'perm(n, k?, /)': (n: PyValue, k?: PyValue) => perm(indexOf(n), k),
      'factorial(n, /)': (n: PyValue) => factorial(indexOf(n)),
      'gcd(*integers)': gcd,
      'lcm(*integers)': lcm,
      'isqrt(n, /)': (n: PyValue) => {
        const v = indexOf(n);
        return v < 0 ? valueError('isqrt() argument must be nonnegative') : intSqrt(v);
      },
    },
    'pure if scalar*',
  );
  return nativeModule(
    'math',
    [
      ...functions,
      ['pi', real(Math.PI)],
      ['e', real(Math.E)],
      ['tau', real(2 * Math.PI)],
      ['inf', real(INF)],
      ['nan', real(Number.NaN)],
    ],
    'This module provides access to the mathematical functions\ndefined by the C standard.',
  );
}
