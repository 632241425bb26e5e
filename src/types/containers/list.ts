/**
 * list: its methods over the storage strategies of `list-storage.ts`.
 *
 * Searches compare without calling Python where the storage says what the items are; the general
 * case asks `item is x or item == x` and lets the list change meanwhile, as CPython does.
 */
import { expectItems, toList } from '../../objects/slots/length-hint.ts';
import { Comparison } from '../../bytecode/operators.ts';
import type { PyObj, PyType, PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyFloat,
  PyList,
  PyIterator,
  PyListIterator,
  type PyRange,
  PySlice,
  Store,
  intOf,
  listType,
  rangeType,
  typeOf,
  tupleType,
} from '../../objects/core/values.ts';
import { coexist, defClassMethods, defMethods, defNew } from '../../objects/core/builtin.ts';
import { indexError, overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import {
  listAppend,
  listAssign,
  listClear,
  listConcat,
  listCopy,
  listDeleteStride,
  listExtend,
  listExtendList,
  listGet,
  listInsert,
  listPop,
  listRepeat,
  listRepeatInPlace,
  listReplace,
  listReverse,
  listSet,
  listSlice,
  listStride,
  listToArray,
  listValues,
} from '../../objects/core/list-storage.ts';
import { listSort } from './list-sort.ts';
import { bounds, spanOf } from './slice.ts';
import { compareItems, equalNumbers } from './sequence.ts';
import { PyListReverseIterator } from './iterators.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { guardedRepr } from '../../objects/core/repr-guard.ts';
import { isTrue, sameOrEqual } from '../../protocol/compare.ts';
import { iterNext, isRaised } from '../../objects/slots/iterate.ts';
import { getIter, toArray } from '../../protocol/iterate.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { repr } from '../../objects/slots/format.ts';
import { checkInterrupt } from '../../signals/polling.ts';
import { LOOK, append, checkHint, checkItems, checkText } from '../../numbers/allocation.ts';

/** Makes an empty list of a class. */
function newList(type: PyType): PyList {
  const l = new PyList(Store.EMPTY, []);
  return type === listType ? l : shapeInstance(l, type);
}
listType.allocate = newList;
defNew(listType, '*args, **kw', newList);

/** Appends the values of any iterable (`list.extend`). Items appear one by one, as the iterable may look. */
function listExtendIterable(l: PyList, x: PyValue): void {
  const type = typeOf(x);
  if (type === listType || x === l) listExtendList(l, x as PyList);
  else if (type === tupleType) listExtend(l, toArray(x));
  else {
    const it = getIter(x);
    if (type.heap || x instanceof PyIterator) expectItems(x);
    if (type === rangeType) checkHint(Number((x as PyRange).length) + l.items.length);
    for (let item = iterNext(it), n = 1; item !== undefined; item = iterNext(it), n++) {
      listAppend(l, item);
      if ((n & LOOK) === 0) checkItems(l.items.length);
    }
  }
}

/** Returns the values of an iterable, with `message` as the TypeError of what is not iterable. */
function sequenceFast(x: PyValue, message: string): PyValue[] {
  let it: PyValue;
  try {
    if (typeOf(x) === listType) return listToArray(x as PyList);
    it = getIter(x);
  } catch (e) {
    if (isRaised(e, 'TypeError')) typeError(message);
    throw e;
  }
  const out: PyValue[] = [];
  for (let item = iterNext(it); item !== undefined; item = iterNext(it)) append(out, item);
  return out;
}

/** Returns the index a subscript stands for. Throws TypeError or IndexError. */
export function subscriptIndex(key: PyValue, type: PyType, length: number): number {
  let i: number;
  if (typeof key === 'number') i = key;
  else {
    if (intOf(key) === undefined && typeOf(key).lookup('__index__') === undefined) {
      typeError(`${type.name} indices must be integers or slices, not ${typeOf(key).name}`);
    }
    i = toNumberIndex(key, false, (x) => indexError(`cannot fit '${typeOf(x).name}' into an index-sized integer`));
  }
  return i < 0 ? i + length : i;
}

/** Returns `l[key]`. */
function getItem(l: PyList, key: PyValue): PyValue {
  if (key instanceof PySlice) {
    const { start, step, count } = spanOf(key, l.items.length);
    return step === 1 ? listSlice(l, start, start + count) : listStride(l, start, step, count);
  }
  const i = subscriptIndex(key, listType, l.items.length);
  if (i < 0 || i >= l.items.length) indexError('list index out of range');
  return listGet(l, i);
}

const MUST_ASSIGN = 'must assign iterable to extended slice';

/** Performs `l[key] = value`. */
function setItem(l: PyList, key: PyValue, value: PyValue): void {
  if (!(key instanceof PySlice)) {
    const i = subscriptIndex(key, listType, l.items.length);
    if (i < 0 || i >= l.items.length) indexError('list assignment index out of range');
    listSet(l, i, value);
    return;
  }
  const span = spanOf(key, l.items.length);
  if (span.step === 1) {
    const values = sequenceFast(value, MUST_ASSIGN);
    const { start, count } = spanOf(key, l.items.length);
    listReplace(l, start, count, values);
    return;
  }
  const values = sequenceFast(value, MUST_ASSIGN);
  const { start, step, count } = spanOf(key, l.items.length);
  if (values.length !== count)
    valueError(`attempt to assign sequence of size ${values.length} to extended slice of size ${count}`);
  for (let i = start, k = 0; k < count; i += step, k++) listSet(l, i, values[k]!);
}

/** Performs `del l[key]`. */
function delItem(l: PyList, key: PyValue): void {
  if (!(key instanceof PySlice)) {
    const i = subscriptIndex(key, listType, l.items.length);
    if (i < 0 || i >= l.items.length) indexError('list assignment index out of range');
    listPop(l, i);
    return;
  }
  const { start, step, count } = spanOf(key, l.items.length);
  if (step < 0) listDeleteStride(l, start + step * (count - 1), -step, count);
  else listDeleteStride(l, start, step, count);
}

/**
 * Returns the number equal to a value that may be found in a list of numbers, undefined if none can be, null if Python
 * must decide.
 */
function plainNumber(x: PyValue): number | undefined | null {
  switch (typeof x) {
    case 'number':
      return x;
    case 'boolean':
      return x ? 1 : 0;
    case 'string':
      return undefined;
    case 'bigint':
      return null;
    default:
      return x instanceof PyFloat && !x.type.heap ? x.value : null;
  }
}

/** Returns the index of the first item equal to `x` in [from, to), or -1. May run Python, which may change the list. */
function listSearch(l: PyList, x: PyValue, from = 0, to = Number.MAX_SAFE_INTEGER): number {
  if (l.store === Store.INT || l.store === Store.FLOAT) {
    const n = plainNumber(x);
    if (n === undefined) return -1;
    if (n !== null) {
      const i = l.items.indexOf(n, from);
      return i < to ? i : -1;
    }
  }
  if (typeof x === 'string' || typeof x === 'number') {
    for (let i = from; i < l.items.length && i < to; i++) {
      const y: PyValue = listGet(l, i);
      if (y === x || (typeof y !== 'string' && typeof y !== 'number' && sameOrEqual(y, x))) return i;
    }
    return -1;
  }
  for (let i = from; i < l.items.length && i < to; i++) if (sameOrEqual(listGet(l, i), x)) return i;
  return -1;
}

/** Compares two lists by the index of an operator. */
function compare(op: number): (a: PyList, b: PyValue) => PyValue {
  return (a, b) => {
    if (!(b instanceof PyList)) return NotImplemented;
    if (
      (op === Comparison.EQ || op === Comparison.NE) &&
      a.store === b.store &&
      (a.store === Store.INT || a.store === Store.FLOAT)
    ) {
      return equalNumbers(a.items, b.items) === (op === Comparison.EQ);
    }
    return compareItems(op, listValues(a), listValues(b));
  };
}

/** Joins ints as a list shows them, a part at a time. */
function joinInts(items: readonly unknown[]): string {
  if (items.length <= PART) return items.join(', ');
  let out = '';
  for (let i = 0; i < items.length; i += PART) {
    checkInterrupt();
    const part = items.slice(i, i + PART).join(', ');
    checkText(out.length + part.length + 2);
    out += i === 0 ? part : `, ${part}`;
  }
  return out;
}
const PART = 0x10000;

/** Returns `repr(l)`. */
function listRepr(l: PyList): string {
  if (l.items.length === 0) return '[]';
  if (l.store === Store.INT) return `[${joinInts(l.items)}]`;
  return guardedRepr(l, '[...]', () => {
    const parts: string[] = [];
    for (let i = 0; i < l.items.length; i++) append(parts, repr(listGet(l, i)));
    return `[${parts.join(', ')}]`;
  });
}

/** Returns an argument that is a `Py_ssize_t`. Throws TypeError, OverflowError. */
export function sizeArgument(n: PyValue): number {
  return toNumberIndex(n, false, () => overflowError('Python int too large to convert to C ssize_t'));
}

/** Returns a repetition count. Throws TypeError, OverflowError. */
export function repeatCount(n: PyValue): number {
  return toNumberIndex(n, false, (x) => overflowError(`cannot fit '${typeOf(x).name}' into an index-sized integer`));
}

listType.dict.set('__hash__', None);
defMethods(listType, {
  '__init__(iterable?, /)': (l: PyList, x?: PyValue) => {
    if (l.items.length > 0) listClear(l);
    if (x === undefined) return None;
    if (l.items.length === 0 && typeOf(x) !== listType) listAssign(l, toList(x));
    else listExtendIterable(l, x);
    return None;
  },
  '__iadd__(value, /); write if list list | list tuple | list str | list range': (l: PyList, x) => {
    listExtendIterable(l, x);
    return l;
  },
  'extend(iterable, /); write if list list | list tuple | list str | list range': (l: PyList, x) => {
    listExtendIterable(l, x);
    return None;
  },
  '__contains__(key, /); read if scalars scalar': (l: PyList, x) => listSearch(l, x) >= 0,
  '__eq__(value, /); read if scalars scalars': compare(Comparison.EQ),
  '__ne__(value, /); read if scalars scalars': compare(Comparison.NE),
  '__lt__(value, /)': compare(Comparison.LT),
  '__le__(value, /)': compare(Comparison.LE),
  '__gt__(value, /)': compare(Comparison.GT),
  '__ge__(value, /)': compare(Comparison.GE),
  '__repr__(); read if scalars': listRepr,
  'index(value, start?, stop?, /); read if scalars scalar scalar scalar': (l: PyList, x, start?, stop?) => {
    const [from, to] = bounds(start, stop, l.items.length);
    const i = listSearch(l, x, from, to);
    return i >= 0 ? i : valueError(`${repr(x)} is not in list`);
  },
  'count(value, /); read if scalars scalar': (l: PyList, x) => {
    let n = 0;
    for (let i = listSearch(l, x); i >= 0; i = listSearch(l, x, i + 1)) n++;
    return n;
  },
  'remove(value, /); write if scalars scalar': (l: PyList, x) => {
    const i = listSearch(l, x);
    if (i < 0) valueError('list.remove(x): x not in list');
    if (i < l.items.length) listPop(l, i);
    return None;
  },
  'sort(*, key?, reverse?); write if scalars': (l: PyList, key?, reverse?) => {
    listSort(l, key ?? None, reverse !== undefined && isTrue(reverse));
    return None;
  },
});
defMethods(listType, {
  '__len__(); read if list': (l: PyList) => l.items.length,
  '__getitem__(index, /); read if list scalar': getItem,
  '__setitem__(key, value, /); write if list scalar any': (l: PyList, key, value) => {
    setItem(l, key, value);
    return None;
  },
  '__delitem__(key, /); write if list scalar': (l: PyList, key) => {
    delItem(l, key);
    return None;
  },
  '__iter__()': (l: PyList) => new PyListIterator(l),
  '__reversed__()': (l: PyList) => new PyListReverseIterator(l),
  '__add__(value, /); read if list list': (l: PyList, x) => {
    if (!(x instanceof PyList)) typeError(`can only concatenate list (not "${typeOf(x).name}") to list`);
    return listConcat(l, x);
  },
  '__mul__(value, /); read if list scalar': (l: PyList, n) => listRepeat(l, repeatCount(n)),
  '__rmul__(value, /); read if list scalar': (l: PyList, n) => listRepeat(l, repeatCount(n)),
  '__imul__(value, /); write if list scalar': (l: PyList, n) => {
    listRepeatInPlace(l, repeatCount(n));
    return l;
  },
  '__sizeof__()': (l: PyList) => 40 + 8 * l.items.length,
  'append(object, /); write if list any': (l: PyList, x) => {
    listAppend(l, x);
    return None;
  },
  'insert(index, object, /); write if list scalar any': (l: PyList, index, x) => {
    const n = l.items.length;
    let i = typeof index === 'number' ? index : sizeArgument(index);
    if (i < 0) i = Math.max(i + n, 0);
    listInsert(l, Math.min(i, l.items.length), x);
    return None;
  },
  'pop(index?, /); write if list scalar': (l: PyList, index?: PyValue) => {
    const n = l.items.length;
    let i = index === undefined ? -1 : typeof index === 'number' ? index : sizeArgument(index);
    if (n === 0) indexError('pop from empty list');
    if (i < 0) i += n;
    if (i < 0 || i >= n) indexError('pop index out of range');
    return listPop(l, i);
  },
  'clear(); write if list': (l: PyList) => {
    listClear(l);
    return None;
  },
  'copy(); read if list': (l: PyList) => listCopy(l),
  'reverse(); write if list': (l: PyList) => {
    listReverse(l);
    return None;
  },
});
defClassMethods(listType, { '__class_getitem__(item, /)': (cls: PyObj, item) => makeGenericAlias(cls, item) });
coexist(listType, '__getitem__');
