/**
 * collections.deque: a ring buffer of a power of two slots.
 *
 * `items[(head + i) & mask]` is item i. Appending and popping at either end is O(1) amortised, indexing is O(1)
 * (better than CPython's blocks), inserting and deleting in the middle moves the items behind. `state` counts
 * the changes of structure: iterators compare it and raise as CPython's do.
 */
import { Comparison } from '../../bytecode/operators.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, NotImplemented, PyIterator, PyTuple, native, typeOf } from '../../objects/core/values.ts';
import { defClassMethods, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { indexError, raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { dictOf, shapeInstance } from '../../objects/core/instance.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { defIterator } from '../../types/containers/iterators.ts';
import { repeatCount, sizeArgument } from '../../types/containers/list.ts';
import { bounds } from '../../types/containers/slice.ts';
import { compareItems } from '../../types/containers/sequence.ts';
import { guardedRepr } from '../../objects/core/repr-guard.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { sameOrEqual } from '../../protocol/compare.ts';
import { getIter } from '../../protocol/iterate.ts';
import { iterNext } from '../../objects/slots/iterate.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { repr } from '../../objects/slots/format.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { cType, shortName } from '../../objects/core/c-types.ts';
import { PyDeque, dequeType } from './deque-object.ts';

export const iteratorType = cType('collections', '_deque_iterator', { base: false });
const reverseIteratorType = cType('collections', '_deque_reverse_iterator', { base: false });
dequeType.allocate = (cls) => (cls === dequeType ? new PyDeque() : shapeInstance(new PyDeque(), cls));
defNew(dequeType, '*args, **kw', (cls: PyType) => dequeType.allocate!(cls));

/** Iterates over a deque, forwards or backwards. */
class PyDequeIterator extends PyIterator {
  declare type: PyType;
  private at = 0;
  private readonly state: number;
  left: number;
  constructor(
    readonly deque: PyDeque,
    private readonly backwards: boolean,
  ) {
    super();
    this.type = backwards ? reverseIteratorType : iteratorType;
    this.state = deque.state;
    this.left = deque.length;
  }
  next(): PyValue | undefined {
    if (this.left === 0) return undefined;
    const d = this.deque;
    if (d.state !== this.state) {
      this.left = 0;
      raise('RuntimeError', 'deque mutated during iteration');
    }
    this.left--;
    const i = this.at++;
    return d.at(this.backwards ? d.length - 1 - i : i);
  }
}
native(PyDequeIterator, iteratorType);
for (const type of [iteratorType, reverseIteratorType]) {
  defIterator<PyDequeIterator>(type, (it) => it.left);
  defNew(type, 'iterable, index?, /', (_cls: PyType, deque: PyValue, index: PyValue = 0) => {
    if (!(deque instanceof PyDeque)) typeError(`argument 1 must be collections.deque, not ${shortName(typeOf(deque))}`);
    const it = new PyDequeIterator(deque, type === reverseIteratorType);
    for (let i = toNumberIndex(index); i > 0 && it.left > 0; i--) it.next();
    return it;
  });
  defMethods(type, {
    '__reduce__()': (it: PyDequeIterator) => new PyTuple([it.type, new PyTuple([it.deque, it.deque.length - it.left])]),
  });
}

/** Appends the values of an iterable at one end. */
function extend(d: PyDeque, x: PyValue, left: boolean): void {
  if (x === d) {
    for (const v of d.toArray())
      if (left) d.unshift(v);
      else d.push(v);
    return;
  }
  const it = getIter(x);
  for (let v = iterNext(it); v !== undefined; v = iterNext(it))
    if (left) d.unshift(v);
    else d.push(v);
}

/** Makes a deque like another, with other contents. */
function like(d: PyDeque, values: readonly PyValue[]): PyDeque {
  const out = new PyDeque();
  out.maxlen = d.maxlen;
  out.assign(values);
  return out;
}

/** Makes a copy, of the same class. */
function copy(d: PyDeque): PyValue {
  if (d.type === dequeType) return like(d, d.toArray());
  return d.maxlen < 0 ? invoke(d.type, [d]) : invoke(d.type, [d, d.maxlen]);
}

/** Returns the index a subscript stands for. Throws TypeError, IndexError. */
function index(key: PyValue, d: PyDeque): number {
  if (typeOf(key).lookup('__index__') === undefined)
    typeError(`sequence index must be integer, not '${typeOf(key).name}'`);
  const i = toNumberIndex(key, false, () => indexError(`cannot fit '${typeOf(key).name}' into an index-sized integer`));
  const j = i < 0 ? i + d.length : i;
  if (j < 0 || j >= d.length) indexError('deque index out of range');
  return j;
}

/** Calls `found` for each item equal to `x` until it returns true; the deque must not change meanwhile. */
function search(
  d: PyDeque,
  x: PyValue,
  from: number,
  to: number,
  found: (i: number) => boolean,
  message: string,
): void {
  const state = d.state;
  for (let i = from; i < to && i < d.length; i++) {
    const same = sameOrEqual(d.at(i), x);
    if (d.state !== state) raise(message === 'deque mutated during remove().' ? 'IndexError' : 'RuntimeError', message);
    if (same && found(i)) return;
  }
}

const MUTATED = 'deque mutated during iteration';
const compare =
  (op: number) =>
  (a: PyDeque, b: PyValue): PyValue =>
    b instanceof PyDeque ? compareItems(op, a.toArray(), b.toArray()) : NotImplemented;
const repeat = (d: PyDeque, n: PyValue): PyDeque => {
  const out = like(d, []);
  const items = d.toArray();
  for (let k = repeatCount(n); k > 0 && items.length > 0; k--) for (const x of items) out.push(x);
  return out;
};

dequeType.dict.set('__hash__', None);
defGetSet(dequeType, { maxlen: (d: PyDeque) => (d.maxlen < 0 ? None : d.maxlen) });
defMethods(dequeType, {
  '__init__(iterable?, maxlen?)': (d: PyDeque, iterable?: PyValue, maxlen: PyValue = None) => {
    if (maxlen !== None) {
      if (typeof maxlen !== 'number' && typeof maxlen !== 'bigint' && typeof maxlen !== 'boolean')
        typeError(`an integer is required`);
      const n = toNumberIndex(maxlen);
      if (n < 0) valueError('maxlen must be non-negative');
      d.maxlen = n;
    } else d.maxlen = -1;
    if (d.length > 0) d.clear();
    if (iterable !== undefined) extend(d, iterable, false);
    return None;
  },
  '__repr__()': (d: PyDeque) =>
    guardedRepr(d, '[...]', () => {
      const body = `[${d.toArray().map(repr).join(', ')}]`;
      return d.maxlen < 0 ? `${shortName(d.type)}(${body})` : `${shortName(d.type)}(${body}, maxlen=${d.maxlen})`;
    }),
  '__len__(); read if self': (d: PyDeque) => d.length,
  '__getitem__(key, /); read if self scalar': (d: PyDeque, key) => {
    return d.at(index(key, d));
  },
  '__setitem__(key, value, /); write if self scalar any': (d: PyDeque, key, value) => {
    d.put(index(key, d), value);
    return None;
  },
  '__delitem__(key, /)': (d: PyDeque, key) => {
    d.remove(index(key, d));
    return None;
  },
  '__contains__(key, /)': (d: PyDeque, x) => {
    let found = false;
    search(
      d,
      x,
      0,
      d.length,
      () => {
        found = true;
        return true;
      },
      MUTATED,
    );
    return found;
  },
  '__iter__()': (d: PyDeque) => new PyDequeIterator(d, false),
  '__reversed__()': (d: PyDeque) => new PyDequeIterator(d, true),
  '__eq__(value, /)': compare(Comparison.EQ),
  '__ne__(value, /)': compare(Comparison.NE),
  '__lt__(value, /)': compare(Comparison.LT),
  '__le__(value, /)': compare(Comparison.LE),
  '__gt__(value, /)': compare(Comparison.GT),
  '__ge__(value, /)': compare(Comparison.GE),
  '__add__(value, /)': (d: PyDeque, other) => {
    if (!(other instanceof PyDeque)) typeError(`can only concatenate deque (not "${typeOf(other).name}") to deque`);
    const out = like(d, d.toArray());
    extend(out, other, false);
    return out;
  },
  '__iadd__(value, /)': (d: PyDeque, other) => {
    extend(d, other, false);
    return d;
  },
  '__mul__(value, /)': repeat,
  '__rmul__(value, /)': repeat,
  '__imul__(value, /)': (d: PyDeque, n) => {
    d.assign(repeat(d, n).toArray());
    return d;
  },
  'append(item, /); write if self any': (d: PyDeque, x) => {
    d.push(x);
    return None;
  },
  'appendleft(item, /); write if self any': (d: PyDeque, x) => {
    d.unshift(x);
    return None;
  },
  'pop(); write if self': (d: PyDeque) => (d.length === 0 ? indexError('pop from an empty deque') : d.pop()),
  'popleft(); write if self': (d: PyDeque) => (d.length === 0 ? indexError('pop from an empty deque') : d.shift()),
  'extend(iterable, /)': (d: PyDeque, x) => {
    extend(d, x, false);
    return None;
  },
  'extendleft(iterable, /)': (d: PyDeque, x) => {
    extend(d, x, true);
    return None;
  },
  'clear(); write if self': (d: PyDeque) => {
    d.clear();
    return None;
  },
  'rotate(n?, /); write if self scalar': (d: PyDeque, n: PyValue = 1) => {
    d.rotate(sizeArgument(n));
    return None;
  },
  'reverse(); write if self': (d: PyDeque) => {
    d.assign(d.toArray().reverse());
    return None;
  },
  'copy(); read if self': copy,
  '__copy__()': copy,
  'count(value, /)': (d: PyDeque, x) => {
    let n = 0;
    search(
      d,
      x,
      0,
      d.length,
      () => {
        n++;
        return false;
      },
      MUTATED,
    );
    return n;
  },
  'index(value, start?, stop?, /)': (d: PyDeque, x, start?: PyValue, stop?: PyValue) => {
    const [from, to] = bounds(start, stop, d.length);
    let at = -1;
    search(
      d,
      x,
      from,
      to,
      (i) => {
        at = i;
        return true;
      },
      MUTATED,
    );
    return at >= 0 ? at : valueError(`${repr(x)} is not in deque`);
  },
  'insert(index, value, /)': (d: PyDeque, i, x) => {
    if (d.maxlen >= 0 && d.length >= d.maxlen) indexError('deque already at its maximum size');
    let at = sizeArgument(i);
    if (at < 0) at = Math.max(at + d.length, 0);
    d.insert(Math.min(at, d.length), x);
    return None;
  },
  'remove(value, /)': (d: PyDeque, x) => {
    let done = false;
    search(
      d,
      x,
      0,
      d.length,
      (i) => {
        d.remove(i);
        done = true;
        return true;
      },
      'deque mutated during remove().',
    );
    return done ? None : valueError(`${repr(x)} is not in deque`);
  },
  '__reduce__()': (d: PyDeque) => {
    const state = d.type.heap ? dictOf(d) : null;
    const args = d.maxlen < 0 ? [] : [new PyTuple([]), d.maxlen];
    return new PyTuple([
      d.type,
      new PyTuple(args),
      state === null || state.size === 0 ? None : state,
      getIter(listFrom(d.toArray())),
    ]);
  },
});
defClassMethods(dequeType, { '__class_getitem__(item, /)': (cls: PyType, item) => makeGenericAlias(cls, item) });
