/**
 * Arithmetic on the JS numbers inside Python floats where Python differs from JS: //, %, divmod, **.
 *
 * Division by zero raises, % takes the sign of the divisor, -0.0 results are CPython's, and a power that
 * overflows raises OverflowError (Objects/floatobject.c). Addition, subtraction and multiplication are JS's own.
 */
import { overflowError, valueError, zeroDivisionError, faults } from './faults.ts';
import { exponentOf, pow2 } from './libm/bits.ts';
import { pow, productTail } from './libm/exp.ts';

/** Returns `x / y`. Throws ZeroDivisionError. */
export function floatTrueDiv(x: number, y: number): number {
  if (y === 0) zeroDivisionError('float division by zero');
  return x / y;
}

/** Returns `x // y`. Throws ZeroDivisionError. */
export function floatFloorDiv(x: number, y: number): number {
  if (y === 0) zeroDivisionError('float floor division by zero');
  return quotient(x, y);
}

/** Returns `x % y`, with the sign of y. Throws ZeroDivisionError. */
export function floatMod(x: number, y: number): number {
  if (y === 0) zeroDivisionError('float modulo by zero');
  return remainder(x, y);
}

/** Returns `divmod(x, y)`. Throws ZeroDivisionError. */
export function floatDivmod(x: number, y: number): [number, number] {
  if (y === 0) zeroDivisionError('float divmod()');
  return [quotient(x, y), remainder(x, y)];
}

function remainder(x: number, y: number): number {
  const r = x % y;
  if (r === 0) return y < 0 ? -0 : 0;
  return r < 0 === y < 0 || Number.isNaN(r) ? r : r + y;
}

function quotient(x: number, y: number): number {
  const r = x % y;
  let q = (x - r) / y;
  if (r !== 0 && r < 0 !== y < 0 && !Number.isNaN(r)) q -= 1;
  if (q === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const f = Math.floor(q);
  return q - f > 0.5 ? f + 1 : f;
}

/** Raises the OverflowError of C's ERANGE. */
function rangeError(): never {
  faults.raise('OverflowError', 34, 'Numerical result out of range');
}

/** Tells whether `x ** y` is complex: a negative finite base and a finite exponent that is no integer. */
export function powIsComplex(x: number, y: number): boolean {
  return x < 0 && x !== Number.NEGATIVE_INFINITY && Number.isFinite(y) && !Number.isInteger(y);
}

/**
 * Returns `x ** 2`. C's pow is good to 0.54 ulp, not always correctly rounded, so this is *not* always x*x:
 * it is wherever the error of the product is below 0.45 ulp, and pow's own result elsewhere. Throws OverflowError.
 */
export function floatSquare(x: number): number {
  const r = x * x;
  if (r > 1e-270 && r < 1e270) {
    const tail = productTail(x, x, r);
    if (Math.abs(tail) < 0.45 * pow2(exponentOf(r) - 52)) return r;
  }
  return power(x, 2);
}

/** Returns `x ** 0.5`, which is nearly always the square root (see `floatSquare`). */
function floatRoot(x: number): number {
  if (x > 1e-270 && x < 1e270) {
    const r = Math.sqrt(x);
    const p = r * r;
    if (Math.abs(x - p - productTail(r, r, p)) < 0.9 * r * pow2(exponentOf(r) - 52)) return r;
  }
  return power(x, 0.5);
}

/**
 * Returns `x ** y`; NaN where the result is complex (see `powIsComplex`).
 * Throws ZeroDivisionError for 0 to a negative power, OverflowError.
 */
export function floatPow(x: number, y: number): number {
  return y === 2 ? floatSquare(x) : y === 0.5 ? floatRoot(x) : power(x, y);
}

function power(x: number, y: number): number {
  const r = pow(x, y);
  if (r !== Number.POSITIVE_INFINITY && r !== Number.NEGATIVE_INFINITY) return r;
  if (x === 0 && y !== Number.NEGATIVE_INFINITY) zeroDivisionError('0.0 cannot be raised to a negative power');
  if (Number.isFinite(x) && Number.isFinite(y)) rangeError();
  return r;
}

/* ---- conversion to int ---- */

/** Returns `int(x)`. Throws OverflowError for infinities, ValueError for NaN. */
export function floatToInt(x: number): number | bigint {
  const r = Math.trunc(x);
  if (Number.isSafeInteger(r)) return r + 0;
  if (Number.isNaN(x)) valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(x)) overflowError('cannot convert float infinity to integer');
  return BigInt(r);
}

/** Returns the integral float nearest to x, ties to even. */
export function roundHalfEven(x: number): number {
  const f = Math.floor(x);
  const d = x - f;
  if (d < 0.5) return f;
  if (d > 0.5) return f + 1;
  return f % 2 === 0 ? f : f + 1;
}
