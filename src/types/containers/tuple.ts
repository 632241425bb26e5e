/** tuple: its methods. The hash is in `hash-parts.ts`, because the tables use it without objects. */
import { toList } from '../../objects/slots/length-hint.ts';
import { Comparison } from '../../bytecode/operators.ts';
import type { PyObj, PyType, PyValue } from '../../objects/core/object.ts';
import {
  NotImplemented,
  type PyList,
  PySlice,
  PyTuple,
  PyTupleIterator,
  listType,
  tupleType,
  typeOf,
} from '../../objects/core/values.ts';
import { defClassMethods, defMethods, defNew } from '../../objects/core/builtin.ts';
import { indexError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { newTuple } from '../../objects/core/tuple.ts';
import { listToArray, repeatArray } from '../../objects/core/list-storage.ts';
import { repeatCount, subscriptIndex } from './list.ts';
import { bounds, spanOf } from './slice.ts';
import { compareItems } from './sequence.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { tupleHash } from '../../objects/core/hash-parts.ts';
import { guardedRepr } from '../../objects/core/repr-guard.ts';
import { sameOrEqual } from '../../protocol/compare.ts';
import { repr } from '../../objects/slots/format.ts';

/** Returns the exact tuple of an iterable; an exact tuple itself. Throws TypeError. */
export function tupleOf(x: PyValue): PyTuple {
  const type = typeOf(x);
  if (type === tupleType) return x as PyTuple;
  const items = type === listType ? listToArray(x as PyList) : toList(x);
  return newTuple(tupleType, items);
}

tupleType.allocate = (type) => newTuple(type, []);
defNew(tupleType, 'iterable?, /', (cls: PyType, x?: PyValue) => {
  if (x === undefined) return newTuple(cls, []);
  return cls === tupleType ? tupleOf(x) : newTuple(cls, tupleOf(x).items);
});

/** Returns `t[key]`. */
function getItem(t: PyTuple, key: PyValue): PyValue {
  const items = t.items;
  if (key instanceof PySlice) {
    const { start, step, count } = spanOf(key, items.length);
    if (count === items.length && step === 1 && t.type === tupleType) return t;
    if (step === 1) return newTuple(tupleType, items.slice(start, start + count));
    const out: PyValue[] = [];
    for (let i = start, k = 0; k < count; i += step, k++) out.push(items[i]!);
    return newTuple(tupleType, out);
  }
  const i = subscriptIndex(key, tupleType, items.length);
  if (i < 0 || i >= items.length) indexError('tuple index out of range');
  return items[i]!;
}

/** Returns `repr(t)`. */
function tupleRepr(t: PyTuple): string {
  if (t.items.length === 0) return '()';
  return guardedRepr(t, '(...)', () =>
    t.items.length === 1 ? `(${repr(t.items[0]!)},)` : `(${t.items.map(repr).join(', ')})`,
  );
}

const compare =
  (op: number) =>
  (a: PyTuple, b: PyValue): PyValue =>
    b instanceof PyTuple ? compareItems(op, a.items, b.items) : NotImplemented;
const repeat = (t: PyTuple, n: PyValue): PyTuple => {
  const count = repeatCount(n);
  return (count === 1 || t.items.length === 0) && t.type === tupleType
    ? t
    : newTuple(tupleType, repeatArray(t.items, count));
};

defMethods(tupleType, {
  '__repr__()': tupleRepr,
  '__hash__()': (t: PyTuple) => tupleHash(t.items),
  '__eq__(value, /)': compare(Comparison.EQ),
  '__ne__(value, /)': compare(Comparison.NE),
  '__lt__(value, /)': compare(Comparison.LT),
  '__le__(value, /)': compare(Comparison.LE),
  '__gt__(value, /)': compare(Comparison.GT),
  '__ge__(value, /)': compare(Comparison.GE),
  '__contains__(key, /)': (t: PyTuple, x) => t.items.some((y) => sameOrEqual(y, x)),
  'index(value, start?, stop?, /)': (t: PyTuple, x, start?, stop?) => {
    const [from, to] = bounds(start, stop, t.items.length);
    for (let i = from; i < t.items.length && i < to; i++) if (sameOrEqual(t.items[i]!, x)) return i;
    return valueError('tuple.index(x): x not in tuple');
  },
  'count(value, /)': (t: PyTuple, x) => t.items.reduce<number>((n, y) => (sameOrEqual(y, x) ? n + 1 : n), 0),
});
defMethods(tupleType, {
  '__len__(); pure if tuple': (t: PyTuple) => t.items.length,
  '__getitem__(key, /); pure if tuple scalar': getItem,
  '__iter__()': (t: PyTuple) => new PyTupleIterator(t),
  '__add__(value, /); pure if tuple tuple': (t: PyTuple, x) => {
    if (!(x instanceof PyTuple)) typeError(`can only concatenate tuple (not "${typeOf(x).name}") to tuple`);
    if (t.items.length === 0 && x.type === tupleType) return x;
    if (x.items.length === 0 && t.type === tupleType) return t;
    return newTuple(tupleType, t.items.concat(x.items));
  },
  '__mul__(value, /); pure if tuple scalar': repeat,
  '__rmul__(value, /); pure if tuple scalar': repeat,
  '__getnewargs__()': (t: PyTuple) => new PyTuple([newTuple(tupleType, t.items)]),
});
defClassMethods(tupleType, { '__class_getitem__(item, /)': (cls: PyObj, item) => makeGenericAlias(cls, item) });
