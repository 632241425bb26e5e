/**
 * Arguments of the methods of str, bytes and bytearray: conversions with CPython's TypeErrors.
 *
 * Argument Clinic names the parameter (`find() argument 1 must be str, not int`) and spells None
 * "None"; hand-written checks name the class ("NoneType"). Both forms are here, so that methods
 * only say which one they use.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { None, PySlice, strOf, typeOf } from '../../objects/core/values.ts';
import { overflowError, raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { indexOf, toNumberIndex } from '../../objects/slots/number.ts';
import { SSIZE_LIMIT, checkText } from '../../numbers/allocation.ts';

/** Names the class of a value as Argument Clinic's errors do. */
export function argName(x: PyValue): string {
  return x === None ? 'None' : typeOf(x).name;
}

/** Returns the text of a str argument. Throws TypeError `<what> must be str, not <class>`. */
export function strArg(x: PyValue, what: string): string {
  if (typeof x === 'string') return x;
  return strOf(x) ?? typeError(`${what} must be str, not ${argName(x)}`);
}

/** Returns an argument as `Py_ssize_t`. Throws TypeError or OverflowError. */
export function sizeArg(x: PyValue | undefined, otherwise: number): number {
  if (x === undefined) return otherwise;
  if (typeof x === 'number') return x;
  return toNumberIndex(x, false, () => overflowError('Python int too large to convert to C ssize_t'));
}

/** Returns an argument as a C int. Throws TypeError or OverflowError. */
export function cIntArg(x: PyValue | undefined, otherwise: number): number {
  if (x === undefined) return otherwise;
  const n = indexOf(x);
  if (typeof n === 'bigint' || n > 0x7fffffff || n < -0x80000000)
    overflowError('Python int too large to convert to C int');
  return n;
}

/** Returns a repetition count; beyond 2^53 only its magnitude counts. Throws TypeError or OverflowError. */
export function countArg(x: PyValue): number {
  if (typeof x === 'number') return x;
  const n = indexOf(x);
  return typeof n === 'number' ? n : BigInt.asIntN(64, n) === n ? Number(n) : toNumberIndex(x);
}

/** Returns a start or stop argument, clipped to numbers; None and undefined are `otherwise`. Throws TypeError. */
function sliceIndexArg(x: PyValue | undefined, otherwise: number): number {
  if (x === undefined || x === None) return otherwise;
  if (typeof x === 'number') return x;
  if (typeof x === 'object' && typeOf(x).lookup('__index__') === undefined) {
    typeError('slice indices must be integers or None or have an __index__ method');
  }
  if (typeof x === 'string') typeError('slice indices must be integers or None or have an __index__ method');
  return toNumberIndex(x, true);
}

/** Clips optional start and stop arguments to a sequence of `length` items; start may exceed stop. */
export function rangeArgs(start: PyValue | undefined, stop: PyValue | undefined, length: number): [number, number] {
  let a = sliceIndexArg(start, 0);
  let b = sliceIndexArg(stop, length);
  if (b > length) b = length;
  else if (b < 0) b = Math.max(0, b + length);
  if (a < 0) a = Math.max(0, a + length);
  return [a, b];
}

/** The items a slice selects of a sequence: `count` from `start` by `step`, before `stop`. */
interface SliceBounds {
  start: number;
  stop: number;
  step: number;
  count: number;
}

/** Resolves a slice for a sequence of `length` items (`PySlice_AdjustIndices`). Throws TypeError or ValueError. */
export function sliceBounds(slice: PySlice, length: number): SliceBounds {
  const step = sliceIndexArg(slice.step, 1);
  if (step === 0) valueError('slice step cannot be zero');
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? length : length - 1;
  const clip = (x: PyValue, otherwise: number): number => {
    const i = sliceIndexArg(x, Number.NaN);
    if (Number.isNaN(i)) return otherwise;
    return i < 0 ? Math.max(low, i + length) : Math.min(high, i);
  };
  const start = clip(slice.start, step > 0 ? low : high);
  const stop = clip(slice.stop, step > 0 ? high : low);
  const count = step > 0 ? Math.ceil((stop - start) / step) : Math.ceil((start - stop) / -step);
  return { start, stop, step, count: Math.max(0, count) };
}

/** Returns a key as slice or as an index that fits a number. Throws TypeError (`<what>`) or IndexError. */
export function subscriptArg(key: PyValue, what: string): number | PySlice {
  if (typeof key === 'number' || key instanceof PySlice) return key;
  if (typeof key === 'string' || (typeof key === 'object' && typeOf(key).lookup('__index__') === undefined))
    typeError(what);
  return toNumberIndex(key, false, (k) =>
    raise('IndexError', `cannot fit '${typeOf(k).name}' into an index-sized integer`),
  );
}

/** Repeats a text as `s * n`. Throws OverflowError or MemoryError where it does not fit. */
export function repeatText(s: string, n: number): string {
  if (n <= 0 || s === '') return '';
  if (s.length * n >= SSIZE_LIMIT) overflowError('repeated string is too long');
  checkText(s.length * n);
  return s.repeat(n);
}
