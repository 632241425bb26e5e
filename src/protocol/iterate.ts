/**
 * Iteration, for native code: `iter(x)`, `next(it)`, and host loops over Python iterables.
 *
 * The iterators that traces look into (of lists, tuples and ranges) have no `next` of their own: theirs is the
 * one of the semantics, put into their classes here.
 */
import { LIVE } from '../machine/live.ts';
import type { PyValue } from '../objects/core/object.ts';
import {
  type PyList,
  type PyRange,
  PyListIterator,
  PyRangeIterator,
  type PyTuple,
  PyTupleIterator,
  listType,
  rangeType,
  tupleType,
  typeOf,
} from '../objects/core/values.ts';
import { listToArray } from '../objects/core/list-storage.ts';
import { iterNext } from '../objects/slots/iterate.ts';
import * as semantics from './instance.ts';
import { append, checkHint } from '../numbers/allocation.ts';

/** Returns `iter(x)`. Throws TypeError where `x` is not iterable. */
export function getIter(x: PyValue): PyValue {
  return semantics.getIter(LIVE, x);
}

PyRangeIterator.prototype.next = function (this: PyRangeIterator) {
  return semantics.nextOfRange(LIVE, this);
};
PyListIterator.prototype.next = function (this: PyListIterator) {
  return semantics.nextOfList(LIVE, this);
};
PyTupleIterator.prototype.next = function (this: PyTupleIterator) {
  return semantics.nextOfTuple(LIVE, this);
};

/** Iterates over a Python iterable from the host. */
export function* iterate(x: PyValue): Generator<PyValue, void, undefined> {
  const it = getIter(x);
  for (let item = iterNext(it); item !== undefined; item = iterNext(it)) yield item;
}

/** Collects the values of an iterable in a new array. */
export function toArray(x: PyValue): PyValue[] {
  const type = typeOf(x);
  if (type === tupleType) return [...(x as PyTuple).items];
  if (type === listType) return listToArray(x as PyList);
  if (typeof x === 'string') checkHint(x.length);
  else if (type === rangeType) checkHint(Number((x as PyRange).length));
  const out: PyValue[] = [];
  const it = getIter(x);
  for (let item = iterNext(it); item !== undefined; item = iterNext(it)) append(out, item);
  return out;
}
