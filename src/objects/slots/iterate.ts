/**
 * Iteration: `iter(x)`, `next(it)`, and host loops over Python iterables.
 *
 * A native iterator answers `next()` with undefined when exhausted; a Python one raises
 * StopIteration, which is turned into undefined here. The old sequence protocol (`__getitem__` with
 * 0, 1, … until IndexError) makes an `iterator` object.
 */
import { callBound } from './descriptor.ts';
import type { PyValue } from '../core/object.ts';
import {
  None,
  PyIterator,
  type PyList,
  type PyRange,
  type PyTuple,
  builtinType,
  listType,
  rangeType,
  native,
  tupleType,
  typeOf,
} from '../core/values.ts';
import { PyBuiltin } from '../core/builtin.ts';
import { PyRaise, exceptionType, typeError } from '../core/exceptions.ts';
import { listToArray } from '../core/list-storage.ts';
import { countOf, getItem } from './subscript.ts';
import { checkInterrupt } from '../../signals/polling.ts';
import { append, checkHint } from '../../numbers/allocation.ts';

/** Iterates over anything with `__getitem__`, from 0 until IndexError or StopIteration. */
export class PySequenceIterator extends PyIterator {
  index = 0;
  constructor(public sequence: PyValue | null) {
    super();
  }

  next(): PyValue | undefined {
    if (this.sequence === null) return undefined;
    try {
      return getItem(this.sequence, this.index++);
    } catch (e) {
      if (!isRaised(e, 'IndexError') && !isRaised(e, 'StopIteration')) throw e;
      this.sequence = null;
      return undefined;
    }
  }

  /** Returns how many items are left as the sequence says now, or undefined where it does not. */
  remaining(): number | undefined {
    if (this.sequence === null) return 0;
    return typeOf(this.sequence).lookup('__len__') === undefined
      ? undefined
      : Math.max(0, countOf(this.sequence) - this.index);
  }
}
const sequenceIteratorType = builtinType('iterator', { base: false });
native(PySequenceIterator, sequenceIteratorType);

/** Tells whether something caught is a Python exception of a built-in class. */
export function isRaised(e: unknown, type: string): e is PyRaise {
  return e instanceof PyRaise && e.exc.type.isSubtype(exceptionType(type));
}

/** Returns `iter(x)`. Throws TypeError where `x` is not iterable. */
export function getIter(x: PyValue): PyValue {
  const type = typeOf(x);
  const f = type.lookup('__iter__');
  if (f === undefined) {
    if (type.lookup('__getitem__') !== undefined) return new PySequenceIterator(x);
    return notIterable(x);
  }
  if (f === None) return notIterable(x);
  const it = callBound(f, x);
  if (!(it instanceof PyIterator) && typeOf(it).lookup('__next__') === undefined) {
    typeError(`iter() returned non-iterator of type '${typeOf(it).name}'`);
  }
  return it;
}

function notIterable(x: PyValue): never {
  return typeError(`'${typeOf(x).name}' object is not iterable`);
}

/**
 * Returns the next value of an iterator, or undefined when exhausted. Throws what it raises otherwise. Native loops go
 * through here, so that they can be interrupted.
 */
export function iterNext(it: PyValue): PyValue | undefined {
  checkInterrupt();
  if (it instanceof PyIterator && !it.type.heap) return it.next();
  const f = typeOf(it).lookup('__next__');
  if (f === undefined) typeError(`'${typeOf(it).name}' object is not an iterator`);
  if (f instanceof PyBuiltin && it instanceof PyIterator) return it.next();
  try {
    return callBound(f, it);
  } catch (e) {
    if (isRaised(e, 'StopIteration')) return undefined;
    throw e;
  }
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
  if (typeof x === 'string') checkHint(x.length);
  else if (type === rangeType) checkHint(Number((x as PyRange).length));
  const out: PyValue[] = [];
  const it = getIter(x);
  for (let item = iterNext(it); item !== undefined; item = iterNext(it)) append(out, item);
  return out;
}
