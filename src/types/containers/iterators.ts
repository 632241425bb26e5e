/**
 * Native iterators: what all of them share, and those over sequences.
 *
 * Every iterator type of CPython has its name and `__length_hint__`; a host class extends `PyIterator`
 * with `next()` and is declared with `defIterator`.
 */
import { world } from '../../objects/core/world.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  NotImplemented,
  PyIterator,
  type PyList,
  type PyListIterator,
  type PyRangeIterator,
  PyTuple,
  type PyTupleIterator,
  builtinType,
  listIteratorType,
  native,
  rangeIteratorType,
  tupleIteratorType,
} from '../../objects/core/values.ts';
import { defMethods } from '../../objects/core/builtin.ts';
import { PyRaise, makeException } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { listGet } from '../../objects/core/list-storage.ts';
import { PySequenceIterator, isRaised } from '../../objects/slots/iterate.ts';
import { sameOrEqual } from '../../protocol/compare.ts';

/** Defines `__iter__` and `__next__` of a native iterator type, and `__length_hint__` where `hint` is given. */
export function defIterator<T extends PyIterator>(type: PyType, hint?: (it: T) => number): void {
  defMethods(type, {
    '__iter__()': (it: T) => it,
    '__next__()': (it: T) => it.next() ?? stopIteration(),
  });
  if (hint !== undefined) defMethods(type, { '__length_hint__()': hint });
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
    it.list === null
      ? new PyTuple([world.builtin('iter'), new PyTuple([new PyTuple([])])])
      : new PyTuple([world.builtin('iter'), new PyTuple([it.list]), it.index]),
  '__setstate__(state, /)': (it: PyListIterator, index: number) => {
    it.index = index;
    return it;
  },
});
defMethods(tupleIteratorType, {
  '__reduce__()': (it: PyTupleIterator) => new PyTuple([world.builtin('iter'), new PyTuple([it.tuple]), it.index]),
  '__setstate__(state, /)': (it: PyTupleIterator, index: number) => {
    it.index = index;
    return it;
  },
});

const sequenceIteratorType = (PySequenceIterator.prototype as unknown as { type: PyType }).type;
defIterator(sequenceIteratorType);
defMethods(sequenceIteratorType, {
  '__length_hint__()': (it: PySequenceIterator) => it.remaining() ?? NotImplemented,
});

const listReverseIteratorType = builtinType('list_reverseiterator', { base: false });

/** Iterates over a list backwards; the list may shrink meanwhile. */
export class PyListReverseIterator extends PyIterator {
  index: number;
  constructor(private list: PyList | null) {
    super();
    this.index = list!.items.length - 1;
  }

  next(): PyValue | undefined {
    if (this.list === null) return undefined;
    const i = this.index;
    if (i >= 0 && i < this.list.items.length) {
      this.index--;
      return listGet(this.list, i);
    }
    this.list = null;
    this.index = -1;
    return undefined;
  }
}
native(PyListReverseIterator, listReverseIteratorType);
defIterator<PyListReverseIterator>(listReverseIteratorType, (it) => it.index + 1);

const callableIteratorType = builtinType('callable_iterator', { base: false });

/** Iterates over the results of a call until one equals the sentinel: `iter(callable, sentinel)`. */
export class PyCallableIterator extends PyIterator {
  constructor(
    private callable: PyValue | null,
    private readonly sentinel: PyValue,
  ) {
    super();
  }

  next(): PyValue | undefined {
    if (this.callable === null) return undefined;
    try {
      const x = invoke(this.callable, []);
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
