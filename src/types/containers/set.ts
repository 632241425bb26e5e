/**
 * set and frozenset: their methods over the table of `set-table.ts`.
 *
 * The operations build their results in CPython's order of steps (intersection walks the smaller operand,
 * difference copies first when the other is small, symmetric difference starts from a copy of the
 * other), because the order of the result depends on it.
 */
import { setUpdate } from '../../objects/slots/collect.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, NotImplemented, PyIterator, PyTuple, builtinType, native } from '../../objects/core/values.ts';
import { coexist, defClassMethods, defMethods, defNew } from '../../objects/core/builtin.ts';
import { keyError, raise } from '../../objects/core/exceptions.ts';
import { PyDict, dictType } from '../../objects/core/dict.ts';
import { PySet, SetCursor, frozensetType, setType } from '../../objects/core/set-table.ts';
import { PyFrozenSet } from '../../objects/core/frozenset.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { dictOf, shapeInstance } from '../../objects/core/instance.ts';
import { isRaised } from '../../objects/slots/iterate.ts';
import { iterate, toArray } from '../../protocol/iterate.ts';
import { repr } from '../../objects/slots/format.ts';
import { guardedRepr } from '../../objects/core/repr-guard.ts';
import { defIterator, reduceToIter } from './iterators.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';

/** Makes an empty set or frozenset of a class. */
function newSet(type: PyType): PySet {
  if (type === setType) return new PySet();
  if (type === frozensetType) return new PyFrozenSet();
  return shapeInstance(type.isSubtype(frozensetType) ? new PyFrozenSet() : new PySet(), type);
}

/** Makes a set of a class from an iterable. */
function makeSet(type: PyType, from: PyValue): PySet {
  const s = newSet(type);
  setUpdate(s, from);
  return s;
}

/** Returns set or frozenset, whichever the class derives from. */
function baseOf(s: PySet): PyType {
  return s instanceof PyFrozenSet ? frozensetType : setType;
}

function copy(s: PySet): PySet {
  return makeSet(baseOf(s), s);
}

/** Tells whether `key` is an element; a set is looked up as the frozenset equal to it. */
function holds(s: PySet, key: PyValue): boolean {
  if (!(key instanceof PySet)) return s.has(key);
  return withFrozen(key, (k) => s.has(k));
}

/** Removes `key`, or the frozenset equal to it; returns whether it was there. */
function drop(s: PySet, key: PyValue): boolean {
  if (!(key instanceof PySet)) return s.delete(key);
  return withFrozen(key, (k) => s.delete(k));
}

/** Does something with a key; for a set, which is unhashable, with the frozenset equal to it. */
function withFrozen<T>(key: PyValue, act: (key: PyValue) => T): T {
  try {
    return act(key);
  } catch (e) {
    if (!(key instanceof PySet) || key instanceof PyFrozenSet || !isRaised(e, 'TypeError')) throw e;
  }
  return act(makeSet(frozensetType, key));
}

function intersection(s: PySet, other: PyValue): PySet {
  if (s === other) return copy(s);
  const result = newSet(baseOf(s));
  if (other instanceof PySet) {
    const [large, small] = other.size > s.size ? [other, s] : [s, other];
    for (const key of small.toArray()) if (large.has(key)) result.add(key);
    return result;
  }
  for (const key of iterate(other)) {
    if (!s.has(key)) continue;
    result.add(key);
    if (result.size >= s.size) break;
  }
  return result;
}

function intersectionAll(s: PySet, others: PyValue[]): PySet {
  if (others.length === 0) return copy(s);
  let result = s;
  for (const o of others) result = intersection(result, o);
  return result;
}

function differenceUpdate(s: PySet, other: PyValue): void {
  if (s === other) {
    s.clear();
    return;
  }
  if (other instanceof PySet) {
    const from = Math.floor(other.size / 8) > s.size ? intersection(s, other) : other;
    for (const key of from.toArray()) s.delete(key);
  } else for (const key of iterate(other)) s.delete(key);
  s.sweep();
}

function difference(s: PySet, other: PyValue): PySet {
  const dict = other instanceof PyDict && other.type === dictType ? other : null;
  const size = other instanceof PySet ? other.size : dict !== null ? dict.size : -1;
  if (size < 0 || Math.floor(s.size / 4) > size) {
    const result = copy(s);
    differenceUpdate(result, other);
    return result;
  }
  const result = newSet(baseOf(s));
  for (const key of s.toArray()) {
    if (!(dict !== null ? dict.has(key) : (other as PySet).has(key))) result.add(key);
  }
  return result;
}

function symmetricUpdate(s: PySet, other: PyValue): void {
  if (s === other) {
    s.clear();
    return;
  }
  const keys =
    other instanceof PyDict && other.type === dictType
      ? [...other.entries()].map(([k]) => k)
      : (other instanceof PySet ? other : makeSet(baseOf(s), other)).toArray();
  for (const key of keys) if (!s.delete(key)) s.add(key);
}

function symmetricDifference(s: PySet, other: PyValue): PySet {
  const result = makeSet(baseOf(s), other);
  symmetricUpdate(result, s);
  return result;
}

function isSubset(s: PySet, other: PySet): boolean {
  if (s.size > other.size) return false;
  const cursor = s.cursor();
  for (let key = cursor.next(); key !== undefined; key = cursor.next()) if (!other.has(key)) return false;
  return true;
}

function isDisjoint(s: PySet, other: PyValue): boolean {
  if (s === other) return s.size === 0;
  if (other instanceof PySet) {
    const [large, small] = other.size > s.size ? [other, s] : [s, other];
    const cursor = small.cursor();
    for (let key = cursor.next(); key !== undefined; key = cursor.next()) if (large.has(key)) return false;
    return true;
  }
  for (const key of iterate(other)) if (s.has(key)) return false;
  return true;
}

/** Wraps a comparison of two sets; anything else is NotImplemented. */
const comparing =
  (test: (a: PySet, b: PySet) => boolean) =>
  (a: PySet, b: PyValue): PyValue =>
    b instanceof PySet ? test(a, b) : NotImplemented;

/** Tells whether two sets have the same elements. */
function equalSets(a: PySet, b: PySet): boolean {
  if (a.size !== b.size) return false;
  if (a instanceof PyFrozenSet && b instanceof PyFrozenSet && a.hash !== null && b.hash !== null && a.hash !== b.hash)
    return false;
  return isSubset(a, b);
}

/** Wraps an operator on two sets; `swap` for the reflected method. */
const operator =
  (make: (a: PySet, b: PySet) => PySet, swap = false) =>
  (a: PySet, b: PyValue): PyValue => {
    if (!(b instanceof PySet)) return NotImplemented;
    return swap ? make(b, a) : make(a, b);
  };

const unionOf = (a: PySet, b: PySet): PySet => {
  const result = copy(a);
  if (a !== b) setUpdate(result, b);
  return result;
};

/** Returns the elements as `repr` shows a set of this class. */
function setRepr(s: PySet): string {
  const name = s.type.name;
  if (s.size === 0) return `${name}()`;
  return guardedRepr(s, `${name}(...)`, () => {
    const body = `{${s.toArray().map(repr).join(', ')}}`;
    return s.type === setType ? body : `${name}(${body})`;
  });
}

for (const type of [setType, frozensetType]) {
  type.allocate = newSet;
  defMethods(type, {
    '__repr__()': setRepr,
    '__len__(); read if self': (s: PySet) => s.size,
    '__contains__(key, /); read if table scalar': (s: PySet, key) => holds(s, key),
    '__iter__()': (s: PySet) => new PySetIterator(s),
    '__eq__(other, /)': comparing(equalSets),
    '__ne__(other, /)': comparing((a, b) => !equalSets(a, b)),
    '__le__(other, /)': comparing(isSubset),
    '__ge__(other, /)': comparing((a, b) => isSubset(b, a)),
    '__lt__(other, /)': comparing((a, b) => a.size < b.size && isSubset(a, b)),
    '__gt__(other, /)': comparing((a, b) => a.size > b.size && isSubset(b, a)),
    '__or__(other, /)': operator(unionOf),
    '__ror__(other, /)': operator(unionOf, true),
    '__and__(other, /)': operator(intersection),
    '__rand__(other, /)': operator(intersection, true),
    '__sub__(other, /)': operator(difference),
    '__rsub__(other, /)': operator(difference, true),
    '__xor__(other, /)': operator(symmetricDifference),
    '__rxor__(other, /)': operator(symmetricDifference, true),
    '__reduce__()': (s: PySet) => {
      const state = s.type.heap ? dictOf(s) : null;
      return new PyTuple([
        s.type,
        new PyTuple([listFrom(s.toArray())]),
        state === null || state.size === 0 ? None : state,
      ]);
    },
    '__sizeof__()': (s: PySet) => 200 + (s.size > 4 ? s.size * 64 : 0),
    'copy(); read if self': (s: PySet) => (s.type === frozensetType ? s : copy(s)),
    'union(*others); read if scalars scalars*': (s: PySet, others: PyValue[]) => {
      const result = makeSet(baseOf(s), s);
      for (const o of others) if (o !== s) setUpdate(result, o);
      return result;
    },
    'intersection(*others); read if scalars scalars*': (s: PySet, others: PyValue[]) => intersectionAll(s, others),
    'difference(*others); read if scalars scalars*': (s: PySet, others: PyValue[]) => {
      if (others.length === 0) return copy(s);
      const result = difference(s, others[0]!);
      for (const o of others.slice(1)) differenceUpdate(result, o);
      return result;
    },
    'symmetric_difference(other, /); read if scalars scalars': (s: PySet, other) => symmetricDifference(s, other),
    'issubset(other, /); read if scalars scalars': (s: PySet, other) =>
      isSubset(s, other instanceof PySet ? other : makeSet(setType, other)),
    'issuperset(other, /); read if scalars scalars': (s: PySet, other) => {
      if (other instanceof PySet) return isSubset(other, s);
      for (const key of iterate(other)) if (!s.has(key)) return false;
      return true;
    },
    'isdisjoint(other, /); read if scalars scalars': (s: PySet, other) => isDisjoint(s, other),
  });
  coexist(type, '__contains__');
  defClassMethods(type, { '__class_getitem__(item, /)': (cls: PyType, item) => makeGenericAlias(cls, item) });
}

/** Wraps an in-place operator. */
const inPlace =
  (act: (a: PySet, b: PySet) => void) =>
  (a: PySet, b: PyValue): PyValue => {
    if (!(b instanceof PySet)) return NotImplemented;
    act(a, b);
    return a;
  };

setType.dict.set('__hash__', None);
defNew(setType, '*args, **kw', (cls: PyType) => newSet(cls));
defMethods(setType, {
  '__init__(iterable?, /)': (s: PySet, from?: PyValue) => {
    if (s.size > 0) s.clear();
    if (from !== undefined) setUpdate(s, from);
    return None;
  },
  '__ior__(other, /)': inPlace((a, b) => a.merge(b)),
  '__iand__(other, /)': inPlace((a, b) => a.adopt(intersection(a, b))),
  '__isub__(other, /)': inPlace(differenceUpdate),
  '__ixor__(other, /)': inPlace(symmetricUpdate),
  'add(elem, /); write if table scalar': (s: PySet, key) => {
    s.add(key);
    return None;
  },
  'discard(elem, /); write if table scalar': (s: PySet, key) => {
    drop(s, key);
    return None;
  },
  'remove(elem, /); write if table scalar': (s: PySet, key) => (drop(s, key) ? None : keyError(key)),
  'pop(); write if self': (s: PySet) => s.pop() ?? keyError('pop from an empty set'),
  'clear(); write if self': (s: PySet) => {
    s.clear();
    return None;
  },
  'update(*others); write if scalars scalars*': (s: PySet, others: PyValue[]) => {
    for (const o of others) setUpdate(s, o);
    return None;
  },
  'intersection_update(*others)': (s: PySet, others: PyValue[]) => {
    s.adopt(others.length === 0 ? copy(s) : fresh(s, intersectionAll(s, others)));
    return None;
  },
  'difference_update(*others)': (s: PySet, others: PyValue[]) => {
    for (const o of others) differenceUpdate(s, o);
    return None;
  },
  'symmetric_difference_update(other, /)': (s: PySet, other) => {
    symmetricUpdate(s, other);
    return None;
  },
});

/** Makes sure that a result is not the operand itself. */
function fresh(s: PySet, result: PySet): PySet {
  return result === s ? copy(s) : result;
}

defNew(frozensetType, 'iterable?, /', (cls: PyType, from?: PyValue) => {
  if (cls === frozensetType && from instanceof PyFrozenSet && from.type === frozensetType) return from;
  return from === undefined ? newSet(cls) : makeSet(cls, from);
});
defMethods(frozensetType, {
  '__hash__()': (s: PyFrozenSet) => {
    s.hash ??= s.frozenHash();
    return s.hash;
  },
});

const setIteratorType = builtinType('set_iterator', { base: false });

/** Iterates over a set; a change of size raises RuntimeError, and goes on raising. */
class PySetIterator extends PyIterator {
  private readonly cursor: SetCursor;
  private left: number;
  private size: number;
  constructor(private set: PySet | null) {
    super();
    this.cursor = new SetCursor(set!);
    this.left = this.size = set!.size;
  }

  next(): PyValue | undefined {
    if (this.set === null) return undefined;
    this.checkSize(this.set);
    const key = this.cursor.next();
    if (key === undefined) this.set = null;
    else this.left--;
    return key;
  }

  /** Returns the elements that are left. Throws RuntimeError where the size has changed. */
  rest(): PyValue[] {
    if (this.set === null) return [];
    this.checkSize(this.set);
    return this.left === 0 ? [] : toArray(this.set).slice(-this.left);
  }

  /** Raises RuntimeError where the size has changed. */
  private checkSize(set: PySet): void {
    if (set.size === this.size) return;
    this.size = -1;
    raise('RuntimeError', 'Set changed size during iteration');
  }

  /** Returns how many elements are left. */
  get hint(): number {
    return this.set !== null && this.set.size === this.size ? this.left : 0;
  }
}
native(PySetIterator, setIteratorType);
defIterator<PySetIterator>(setIteratorType, (it) => it.hint);
defMethods(setIteratorType, { '__reduce__()': (it: PySetIterator) => reduceToIter(() => [[listFrom(it.rest())]]) });
