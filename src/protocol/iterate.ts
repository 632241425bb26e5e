/**
 * Iteration, for native code: `iter(x)`, `next(it)`, and host loops over Python iterables.
 *
 * The iterators that traces look into (of lists, tuples and ranges) have no `next` of their own: theirs is the
 * one of the semantics, put into their classes here.
 */
import type { Frame } from '../frames/frame.ts';
import { LIVE } from '../machine/live.ts';
import type { PyValue } from '../objects/core/object.ts';
import { PyListIterator, PyRangeIterator, PyTupleIterator } from '../objects/core/values.ts';
import { listToArray } from '../objects/core/list-storage.ts';
import { type PyList, type PyTuple, listType, tupleType, typeOf } from '../objects/core/values.ts';
import * as semantics from './instance.ts';

/** The frame that goes on where an iterator ends; only a recording asks which. */
const NOWHERE = null as unknown as Frame<PyValue>;

/** Returns `iter(x)`. Throws TypeError where `x` is not iterable. */
export function getIter(x: PyValue): PyValue {
  return semantics.getIter(LIVE, x);
}

/** Returns the next value of an iterator, or undefined when exhausted. Throws what it raises otherwise. */
export function iterNext(it: PyValue): PyValue | undefined {
  return semantics.next(LIVE, it, NOWHERE, 0, 0);
}

for (const cls of [PyListIterator, PyTupleIterator, PyRangeIterator]) {
  cls.prototype.next = function (this: PyListIterator | PyTupleIterator | PyRangeIterator) {
    return semantics.next(LIVE, this, NOWHERE, 0, 0);
  };
}

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
  const out: PyValue[] = [];
  const it = getIter(x);
  for (let item = iterNext(it); item !== undefined; item = iterNext(it)) out.push(item);
  return out;
}
