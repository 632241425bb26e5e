/**
 * slice: the type, and the arithmetic every sequence uses for `x[start:stop:step]`
 * (`PySlice_Unpack` and `PySlice_AdjustIndices` of Objects/sliceobject.c).
 */
import { Comparison } from '../../bytecode/operators.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, NotImplemented, PySlice, PyTuple, intOf, sliceType, typeOf } from '../../objects/core/values.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { intAdd, intCompare } from '../../numbers/int-ops.ts';
import { indexOf, toNumberIndex } from '../../objects/slots/number.ts';
import { repr } from '../../objects/slots/format.ts';
import { compareItems } from './sequence.ts';
import { equalItems, hashItems, hi, joinHash, lo } from '../../objects/core/hash-parts.ts';

/** A slice applied to a sequence: `count` items from `start` by `step`; `stop` as Python adjusts it. */
interface Span {
  start: number;
  stop: number;
  step: number;
  count: number;
}

/** Returns a slice index clipped to what a JS number holds. Throws TypeError. */
function sliceIndex(x: PyValue): number {
  if (typeof x === 'number') return x;
  if (intOf(x) === undefined && typeOf(x).lookup('__index__') === undefined) {
    typeError('slice indices must be integers or None or have an __index__ method');
  }
  return toNumberIndex(x, true);
}

/** Applies a slice to a sequence of `length` items. Throws TypeError for bad indices, ValueError for a zero step. */
export function spanOf(s: PySlice, length: number): Span {
  const step = s.step === None ? 1 : sliceIndex(s.step);
  if (step === 0) valueError('slice step cannot be zero');
  const down = step < 0;
  const start = s.start === None ? (down ? length - 1 : 0) : clip(sliceIndex(s.start), length, down);
  const stop = s.stop === None ? (down ? -1 : length) : clip(sliceIndex(s.stop), length, down);
  let count = 0;
  if (down) {
    if (stop < start) count = Math.floor((start - stop - 1) / -step) + 1;
  } else if (start < stop) count = Math.floor((stop - start - 1) / step) + 1;
  return { start, stop, step, count };
}

/** Brings an index into the range of a sequence of `length` items. */
function clip(i: number, length: number, down: boolean): number {
  if (i < 0) {
    i += length;
    return i < 0 ? (down ? -1 : 0) : i;
  }
  return i >= length ? (down ? length - 1 : length) : i;
}

/** Applies a pair of optional bounds, as `index(value, start, stop)` takes them; `stop` may exceed the length. */
export function bounds(start: PyValue | undefined, stop: PyValue | undefined, length: number): [number, number] {
  const fix = (x: PyValue | undefined, absent: number): number => {
    if (x === undefined) return absent;
    if (intOf(x) === undefined && typeOf(x).lookup('__index__') === undefined) {
      typeError('slice indices must be integers or have an __index__ method');
    }
    const i = toNumberIndex(x, true);
    return i < 0 ? Math.max(i + length, 0) : i;
  };
  return [fix(start, 0), fix(stop, Number.MAX_SAFE_INTEGER)];
}

/** Applies a slice to a length of any size, exactly: start, stop and step. Throws like `spanOf`. */
export function exactSpan(s: PySlice, length: number | bigint): [number | bigint, number | bigint, number | bigint] {
  const boundOf = (x: PyValue): number | bigint => {
    if (intOf(x) === undefined && typeOf(x).lookup('__index__') === undefined) {
      typeError('slice indices must be integers or None or have an __index__ method');
    }
    return indexOf(x);
  };
  const step = s.step === None ? 1 : boundOf(s.step);
  const sign = intCompare(step, 0);
  if (sign === 0) valueError('slice step cannot be zero');
  const lower: number | bigint = sign < 0 ? -1 : 0;
  const upper = sign < 0 ? intAdd(length, -1) : length;
  const fix = (x: PyValue, absent: number | bigint): number | bigint => {
    if (x === None) return absent;
    let i = boundOf(x);
    if (intCompare(i, 0) < 0) {
      i = intAdd(i, length);
      return intCompare(i, lower) < 0 ? lower : i;
    }
    return intCompare(i, upper) > 0 ? upper : i;
  };
  return [fix(s.start, sign < 0 ? upper : lower), fix(s.stop, sign < 0 ? lower : upper), step];
}

/** Raises as the setter of a member that cannot be set does. */
export function readonly(): never {
  throw new PyRaise(makeException('AttributeError', 'readonly attribute'));
}

const parts = (s: PySlice): PyValue[] => [s.start, s.stop, s.step];

defNew(sliceType, '*args', (_cls, args: PyValue[]) => {
  if (args.length === 0) typeError('slice expected at least 1 argument, got 0');
  if (args.length > 3) typeError(`slice expected at most 3 arguments, got ${args.length}`);
  if (args.length === 1) return new PySlice(None, args[0]!, None);
  return new PySlice(args[0]!, args[1]!, args[2] ?? None);
});
defGetSet(sliceType, {
  start: [(s: PySlice) => s.start, readonly],
  stop: [(s: PySlice) => s.stop, readonly],
  step: [(s: PySlice) => s.step, readonly],
});
const compare =
  (op: number) =>
  (a: PySlice, b: PyValue): PyValue =>
    b instanceof PySlice
      ? a === b
        ? op === Comparison.EQ || op === Comparison.LE || op === Comparison.GE
        : compareItems(op, parts(a), parts(b))
      : NotImplemented;
defMethods(sliceType, {
  '__repr__()': (s: PySlice) => `slice(${repr(s.start)}, ${repr(s.stop)}, ${repr(s.step)})`,
  '__hash__()': (s: PySlice) => {
    hashItems(parts(s), false);
    return joinHash(lo, hi);
  },
  '__lt__(value, /)': compare(Comparison.LT),
  '__le__(value, /)': compare(Comparison.LE),
  '__eq__(value, /)': (a: PySlice, b) => (b instanceof PySlice ? equalItems(parts(a), parts(b)) : NotImplemented),
  '__ne__(value, /)': (a: PySlice, b) => (b instanceof PySlice ? !equalItems(parts(a), parts(b)) : NotImplemented),
  '__gt__(value, /)': compare(Comparison.GT),
  '__ge__(value, /)': compare(Comparison.GE),
  'indices(object, /)': (s: PySlice, x) => {
    const length = indexOf(x);
    if (intCompare(length, 0) < 0) valueError('length should not be negative');
    return new PyTuple(exactSpan(s, length));
  },
  '__reduce__()': (s: PySlice) => new PyTuple([sliceType, new PyTuple(parts(s))]),
});
