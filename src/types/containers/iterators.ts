/**
 * Native iterators: what all of them share, and those over sequences.
 *
 * Every iterator type of CPython has its name and `__length_hint__`; a host class extends `PyIterator`
 * with `next()` and is declared with `defIterator`.
 */
import { world } from '../../objects/core/world.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyIterator,
  type PyList,
  type PyListIterator,
  type PyRangeIterator,
  PyTuple,
  type PyTupleIterator,
  builtinType,
  intOf,
  listIteratorType,
  native,
  rangeIteratorType,
  tupleIteratorType,
} from '../../objects/core/values.ts';
import { defMethods } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, overflowError, typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { listFrom, listGet } from '../../objects/core/list-storage.ts';
import { PySequenceIterator, isRaised } from '../../objects/slots/iterate.ts';
import { sameOrEqual } from '../../protocol/compare.ts';

/** The largest `Py_ssize_t`. */
const SSIZE_MAX = 9223372036854775807n;

/** Defines `__iter__` and `__next__` of a native iterator type, and `__length_hint__` where `hint` is given. */
export function defIterator<T extends PyIterator>(type: PyType, hint?: (it: T) => number): void {
  defMethods(type, {
    '__iter__()': (it: T) => it,
    '__next__()': (it: T) => it.next() ?? stopIteration(),
  });
  if (hint !== undefined) defMethods(type, { '__length_hint__()': hint });
}

/**
 * Answers `__reduce__` of an iterator that `iter` makes again: from which arguments, and at which state. `iter` is
 * looked up before the iterator is, since a key of `builtins` that compares as it likes may run anything.
 */
export function reduceToIter(parts: () => [args: PyValue[], state?: PyValue]): PyTuple {
  const iter = world.builtin('iter');
  const [args, state] = parts();
  return new PyTuple(state === undefined ? [iter, new PyTuple(args)] : [iter, new PyTuple(args), state]);
}

/** Returns the position that `__setstate__` was given. Throws TypeError and OverflowError for other than an index. */
export function stateIndex(state: PyValue): number {
  const n = intOf(state) ?? typeError('an integer is required');
  if (n > SSIZE_MAX || n < -SSIZE_MAX - 1n) overflowError('Python int too large to convert to C ssize_t');
  return Number(n);
}

/** Returns a number, or the bound it is beyond. */
export function clamp(n: number, low: number, high: number): number {
  return Math.max(low, Math.min(n, high));
}

/** Raises StopIteration. */
function stopIteration(): never {
  throw new PyRaise(makeException('StopIteration'));
}

defIterator<PyListIterator>(listIteratorType, (it) =>
  it.list === null ? 0 : Math.max(it.list.items.length - it.index, 0),
);
defIterator<PyTupleIterator>(tupleIteratorType, (it) => it.tuple.items.length - it.index);
defIterator<PyRangeIterator>(rangeIteratorType, (it) => Math.max(it.remaining, 0));
defMethods(listIteratorType, {
  '__reduce__()': (it: PyListIterator) =>
    reduceToIter(() => (it.list === null ? [[listFrom([])]] : [[it.list], it.index])),
  '__setstate__(state, /)': (it: PyListIterator, state: PyValue) => {
    const i = stateIndex(state);
    if (i < 0) it.list = null;
    else if (it.list !== null) it.index = Math.min(i, it.list.items.length);
    return None;
  },
});
defMethods(tupleIteratorType, {
  '__reduce__()': (it: PyTupleIterator) =>
    reduceToIter(() => (it.index < it.tuple.items.length ? [[it.tuple], it.index] : [[new PyTuple([])]])),
  '__setstate__(state, /)': (it: PyTupleIterator, state: PyValue) => {
    const n = it.tuple.items.length;
    const i = clamp(stateIndex(state), 0, n);
    if (it.index < n) it.index = i;
    return None;
  },
});

const sequenceIteratorType = (PySequenceIterator.prototype as unknown as { type: PyType }).type;
defIterator(sequenceIteratorType);
defMethods(sequenceIteratorType, {
  '__length_hint__()': (it: PySequenceIterator) => it.remaining() ?? NotImplemented,
  '__reduce__()': (it: PySequenceIterator) =>
    reduceToIter(() => (it.sequence === null ? [[new PyTuple([])]] : [[it.sequence], it.index])),
  '__setstate__(state, /)': (it: PySequenceIterator, state: PyValue) => {
    const i = Math.max(stateIndex(state), 0);
    if (it.sequence !== null) it.index = i;
    return None;
  },
});

const listReverseIteratorType = builtinType('list_reverseiterator', { base: false });

/** Iterates over a list backwards; the list may shrink meanwhile. */
export class PyListReverseIterator extends PyIterator {
  index: number;
  constructor(readonly list: PyList) {
    super();
    this.index = list.items.length - 1;
  }

  next(): PyValue | undefined {
    const i = this.index;
    if (i >= 0 && i < this.list.items.length) {
      this.index--;
      return listGet(this.list, i);
    }
    this.index = -1;
    return undefined;
  }
}
native(PyListReverseIterator, listReverseIteratorType);
defIterator<PyListReverseIterator>(listReverseIteratorType, (it) => it.index + 1);
defMethods(listReverseIteratorType, {
  '__reduce__()': (it: PyListReverseIterator) => {
    const reversed = world.builtin('reversed');
    if (it.index < 0) return new PyTuple([reversed, new PyTuple([listFrom([])])]);
    return new PyTuple([reversed, new PyTuple([it.list]), it.index]);
  },
  '__setstate__(state, /)': (it: PyListReverseIterator, state: PyValue) => {
    it.index = clamp(stateIndex(state), -1, it.list.items.length - 1);
    return None;
  },
});

const callableIteratorType = builtinType('callable_iterator', { base: false });

/** Iterates over the results of a call until one equals the sentinel: `iter(callable, sentinel)`. */
export class PyCallableIterator extends PyIterator {
  constructor(
    public callable: PyValue | null,
    readonly sentinel: PyValue,
  ) {
    super();
  }

  next(): PyValue | undefined {
    if (this.callable === null) return undefined;
    try {
      const x = invoke(this.callable, []);
      // The call may have used this iterator up.
      if (this.callable === null) return undefined;
      if (!sameOrEqual(this.sentinel, x)) return x;
    } catch (e) {
      if (!isRaised(e, 'StopIteration')) throw e;
    }
    this.callable = null;
    return undefined;
  }
}
native(PyCallableIterator, callableIteratorType);
defIterator(callableIteratorType);
defMethods(callableIteratorType, {
  '__reduce__()': (it: PyCallableIterator) =>
    reduceToIter(() => (it.callable === null ? [[new PyTuple([])]] : [[it.callable, it.sentinel]])),
});
