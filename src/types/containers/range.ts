/**
 * range: arithmetic over numbers of any size, and its iterators.
 *
 * `PyRange.length` is exact always (a bigint where it does not fit a number). Iteration is by
 * `PyRangeIterator` where all values are JS numbers, else by a `longrange_iterator` of bigints.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { rangeLength, wideRangeLength } from '../../numbers/int-fast.ts';
import {
  None,
  NotImplemented,
  PyIterator,
  PyRange,
  PyRangeIterator,
  PySlice,
  PyTuple,
  builtinType,
  intOf,
  native,
  rangeIteratorType,
  rangeType,
  typeOf,
} from '../../objects/core/values.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { indexError, overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { iterNext } from '../../objects/slots/iterate.ts';
import {
  type Int,
  normInt,
  intAdd,
  intCompare,
  intFloorDiv,
  intMod,
  intMul,
  intNeg,
  intSub,
} from '../../numbers/int-ops.ts';
import { exactSpan, readonly } from './slice.ts';
import { clamp, defIterator, reduceToIter } from './iterators.ts';
import { tupleHash } from '../../objects/core/hash-parts.ts';
import { indexOf, toNumberIndex } from '../../objects/slots/number.ts';
import { sameOrEqual } from '../../protocol/compare.ts';
import { repr } from '../../objects/slots/format.ts';

const SSIZE_MAX = 9223372036854775807n;

/** Returns how many values lie from `start` by `step` before `stop`. */
function lengthOf(start: Int, stop: Int, step: Int): Int {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number') {
    if (Number.isSafeInteger(stop - start)) return rangeLength(start, stop, step);
  }
  return normInt(wideRangeLength(BigInt(start), BigInt(stop), BigInt(step)));
}

/** Makes a range. Throws ValueError for a zero step. */
function makeRange(start: Int, stop: Int, step: Int): PyRange {
  if (step === 0) valueError('range() arg 3 must not be zero');
  return new PyRange(start, stop, step, lengthOf(start, stop, step));
}

/** Returns the value at `i`, which is in range. */
function at(r: PyRange, i: Int): Int {
  return intAdd(r.start, intMul(i, r.step));
}

/** Returns the index of a value equal to an int, or -1. */
function findInt(r: PyRange, n: Int): Int {
  const up = intCompare(r.step, 0) > 0;
  const inside = up
    ? intCompare(n, r.start) >= 0 && intCompare(n, r.stop) < 0
    : intCompare(n, r.start) <= 0 && intCompare(n, r.stop) > 0;
  if (!inside) return -1;
  const offset = intSub(n, r.start);
  return intMod(offset, r.step) === 0 ? intFloorDiv(offset, r.step) : -1;
}

/** Returns the index of a value equal to `x` whatever it is, or -1; counts all of them with `count`. */
function search(r: PyRange, x: PyValue, count: boolean): Int {
  if (typeof x === 'number' || typeof x === 'bigint' || typeof x === 'boolean') {
    const i = findInt(r, intOf(x)!);
    return count ? (intCompare(i, 0) < 0 ? 0 : 1) : i;
  }
  let i = 0;
  let n = 0;
  const it = iterator(r);
  for (let v = iterNext(it); v !== undefined; v = iterNext(it), i++) {
    if (!sameOrEqual(v, x)) continue;
    if (!count) return i;
    n++;
  }
  return count ? n : -1;
}

/** Tells whether two ranges are the same sequence. */
function equalRanges(a: PyRange, b: PyRange): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  if (a.length === 0) return true;
  return a.start === b.start && (a.length === 1 || a.step === b.step);
}

/** Returns `r[key]` for an index or slice. */
function subscript(r: PyRange, key: PyValue): PyValue {
  if (key instanceof PySlice) {
    const [start, stop, step] = exactSpan(key, r.length);
    return makeRange(at(r, start), at(r, stop), intMul(r.step, step));
  }
  if (intOf(key) === undefined && typeOf(key).lookup('__index__') === undefined) {
    typeError(`range indices must be integers or slices, not ${typeOf(key).name}`);
  }
  let i = indexOf(key);
  if (intCompare(i, 0) < 0) i = intAdd(i, r.length);
  if (intCompare(i, 0) < 0 || intCompare(i, r.length) >= 0) indexError('range object index out of range');
  return at(r, i);
}

defNew(rangeType, '*args', (_cls, args: PyValue[]) => {
  if (args.length === 0) typeError('range expected at least 1 argument, got 0');
  if (args.length > 3) typeError(`range expected at most 3 arguments, got ${args.length}`);
  if (args.length === 1) return makeRange(0, indexOf(args[0]!), 1);
  const start = indexOf(args[0]!),
    stop = indexOf(args[1]!);
  return makeRange(start, stop, args.length === 3 ? indexOf(args[2]!) : 1);
});
defGetSet(rangeType, {
  start: [(r: PyRange) => r.start, readonly],
  stop: [(r: PyRange) => r.stop, readonly],
  step: [(r: PyRange) => r.step, readonly],
});

const never = (): PyValue => NotImplemented;
defMethods(rangeType, {
  '__repr__()': (r: PyRange) =>
    r.step === 1
      ? `range(${repr(r.start)}, ${repr(r.stop)})`
      : `range(${repr(r.start)}, ${repr(r.stop)}, ${repr(r.step)})`,
  '__len__(); pure if range': (r: PyRange) =>
    typeof r.length === 'bigint' && r.length > SSIZE_MAX
      ? overflowError('Python int too large to convert to C ssize_t')
      : r.length,
  '__bool__()': (r: PyRange) => r.length !== 0,
  '__getitem__(key, /); pure if range scalar': subscript,
  '__contains__(key, /); pure if range scalar': (r: PyRange, x) => intCompare(search(r, x, false), 0) >= 0,
  '__iter__()': (r: PyRange) => iterator(r),
  '__reversed__()': (r: PyRange) => {
    if (r.length === 0) return new PyRangeIterator(0, 0, 1);
    const last = at(r, intSub(r.length, 1));
    return iterator(makeRange(last, intSub(r.start, r.step), intNeg(r.step)));
  },
  '__hash__()': (r: PyRange) =>
    tupleHash([r.length, r.length === 0 ? None : r.start, r.length === 0 || r.length === 1 ? None : r.step]),
  '__eq__(value, /)': (a: PyRange, b) => (b instanceof PyRange ? equalRanges(a, b) : NotImplemented),
  '__ne__(value, /)': (a: PyRange, b) => (b instanceof PyRange ? !equalRanges(a, b) : NotImplemented),
  '__lt__(value, /)': never,
  '__le__(value, /)': never,
  '__gt__(value, /)': never,
  '__ge__(value, /)': never,
  'index(value, /); pure if range scalar': (r: PyRange, x) => {
    const i = search(r, x, false);
    if (intCompare(i, 0) >= 0) return i;
    return intOf(x) !== undefined && typeof x !== 'object'
      ? valueError(`${repr(x)} is not in range`)
      : valueError('sequence.index(x): x not in sequence');
  },
  'count(value, /); pure if range scalar': (r: PyRange, x) => search(r, x, true),
  '__reduce__()': (r: PyRange) => new PyTuple([rangeType, new PyTuple([r.start, r.stop, r.step])]),
});

const longRangeIteratorType = builtinType('longrange_iterator', { base: false });

/** Iterates over a range with values that are not JS numbers. */
class PyLongRangeIterator extends PyIterator {
  index: Int = 0;
  constructor(readonly range: PyRange) {
    super();
  }
  next(): PyValue | undefined {
    if (intCompare(this.index, this.range.length) >= 0) return undefined;
    const x = at(this.range, this.index);
    this.index = intAdd(this.index, 1);
    return x;
  }
  /** Returns how many values are left. */
  get left(): number {
    return Number(intSub(this.range.length, this.index));
  }
}
native(PyLongRangeIterator, longRangeIteratorType);
defIterator<PyLongRangeIterator>(longRangeIteratorType, (it) => it.left);

/** Answers `__reduce__` of an iterator that has `left` values of a range to give, `start` the first of them. */
function reduceIterator(start: Int, left: Int, step: Int): PyTuple {
  return reduceToIter(() => [[makeRange(start, intAdd(start, intMul(left, step)), step)], None]);
}
defMethods(longRangeIteratorType, {
  '__reduce__()': ({ range, index }: PyLongRangeIterator) =>
    reduceIterator(at(range, index), intSub(range.length, index), range.step),
  '__setstate__(state, /)': (it: PyLongRangeIterator, state) => {
    const i = indexOf(state);
    const end = it.range.length;
    const to = intAdd(it.index, intCompare(i, 0) < 0 ? 0 : i);
    it.index = intCompare(to, end) > 0 ? end : to;
    return None;
  },
});
defMethods(rangeIteratorType, {
  '__reduce__()': (it: PyRangeIterator) => reduceIterator(it.current, Math.max(it.remaining, 0), it.step),
  '__setstate__(state, /)': (it: PyRangeIterator, state) => {
    it.current += clamp(toNumberIndex(state), 0, Math.max(it.remaining, 0)) * it.step;
    return None;
  },
});

/** Makes an iterator over a range. */
function iterator(r: PyRange): PyIterator {
  const { start, stop, step } = r;
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number') {
    return new PyRangeIterator(start, stop, step);
  }
  return new PyLongRangeIterator(r);
}
