/**
 * collections.Counter: a dict from things to how often they occur.
 *
 * Counts may be any numbers; ints are added without leaving the fast path. A missing key counts 0.
 */
import { Binary, Comparison } from '../../bytecode/operators.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, NotImplemented, PyTuple, builtinType, native, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, defClassMethods, defMethods, defNew } from '../../objects/core/builtin.ts';
import { PyDict, dictType } from '../../objects/core/dict.ts';
import { dictRepr } from '../../types/containers/dict.ts';
import { raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { dictOf, shapeInstance } from '../../objects/core/instance.ts';
import { listFrom, listValues } from '../../objects/core/list-storage.ts';
import { listSort } from '../../types/containers/list-sort.ts';
import { PyBuiltin } from '../../objects/core/builtin.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { compareTrue } from '../../protocol/compare.ts';
import { isRaised } from '../../objects/slots/iterate.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { iterate, toArray } from '../../protocol/iterate.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { binaryOp, negative } from '../../protocol/number.ts';
import { getItem } from '../../protocol/subscript.ts';
import { PyChainedRepeats } from './elements.ts';
import { shortName } from '../../objects/core/c-types.ts';
import { giveDict } from '../host/instance-dict.ts';

export const counterType = builtinType('Counter', { module: 'collections', from: dictType, weak: true });
giveDict(counterType);

class PyCounter extends PyDict {}
native(PyCounter, counterType);
counterType.allocate = (type) => shapeInstance(new PyCounter(), type);
defNew(counterType, '*args, **kw', (cls: PyType) => counterType.allocate!(cls));

const add = (a: PyValue, b: PyValue): PyValue => binaryOp(Binary.ADD, a, b);
const subtract = (a: PyValue, b: PyValue): PyValue => binaryOp(Binary.SUB, a, b);
const less = (a: PyValue, b: PyValue): boolean => compareTrue(Comparison.LT, a, b);
const positive = (x: PyValue): boolean => (typeof x === 'number' ? x > 0 : compareTrue(Comparison.GT, x, 0));

/** Tells whether a value is a mapping, as `isinstance(x, Mapping)` would. */
function isMapping(x: PyValue): boolean {
  return (
    x instanceof PyDict ||
    (typeof x === 'object' && typeOf(x).lookup('keys') !== undefined && typeOf(x).lookup('__getitem__') !== undefined)
  );
}

/** Returns the keys and values of a mapping. */
function pairs(m: PyValue): [PyValue, PyValue][] {
  if (m instanceof PyDict) return [...m.entries()];
  return [...iterate(invoke(lookupAttr(m, 'keys')!, []))].map((k) => [k, getItem(m, k)]);
}

/** Counts the values of an iterable, or adds (with `sign` -1: subtracts) the counts of a mapping. */
function count(c: PyDict, from: PyValue, sign: 1 | -1): void {
  if (isMapping(from)) {
    const fresh = c.size === 0 && sign === 1;
    for (const [k, n] of pairs(from)) {
      if (fresh) c.set(k, n);
      else c.set(k, sign === 1 ? add(n, c.get(k) ?? 0) : subtract(c.get(k) ?? 0, n));
    }
    return;
  }
  for (const k of iterate(from)) {
    const i = c.find(k);
    if (i >= 0) {
      const n = c.values[i]!;
      c.values[i] = typeof n === 'number' && n < Number.MAX_SAFE_INTEGER ? n + sign : binaryOp(Binary.ADD, n, sign);
    } else c.set(k, sign);
  }
}

/** Does `update` and `subtract` of the arguments of a call. */
function countCall(name: string, sign: 1 | -1): (c: PyDict, args: PyValue[], kw: Kwargs) => PyValue {
  return (c, args, kw) => {
    if (args.length > 1)
      typeError(`Counter.${name}() takes from 1 to 2 positional arguments but ${args.length + 1} were given`);
    if (args.length === 1 && args[0] !== None) count(c, args[0]!, sign);
    if (kw.size > 0) {
      const d = new PyDict();
      for (const [k, v] of kw) d.set(k, v);
      count(c, d, sign);
    }
    return None;
  };
}

const second = new PyBuiltin('itemgetter', 'obj, /', 'function', null, 'operator', (pair: PyTuple) => pair.items[1]!);

/** Returns (key, count) pairs from the most common on. */
function mostCommon(c: PyDict, n: number): PyValue[] {
  const l = listFrom([...c.entries()].map((p) => new PyTuple(p)));
  listSort(l, second, true);
  const all = listValues(l);
  return n < 0 ? [...all] : all.slice(0, n);
}

/** Makes a Counter of the pairs whose count is positive. */
function keep(entries: Iterable<[PyValue, PyValue]>): PyDict {
  const out = counterType.allocate!(counterType) as PyDict;
  for (const [k, n] of entries) if (positive(n)) out.set(k, n);
  return out;
}

/** Pairs the counts of two counters by a function: over the keys of `a`, then the other keys of `b`. */
function* combine(
  a: PyDict,
  b: PyDict,
  f: (x: PyValue, y: PyValue) => PyValue,
  both: boolean,
): Generator<[PyValue, PyValue]> {
  for (const [k, n] of a.entries()) yield [k, f(n, b.get(k) ?? 0)];
  if (both) for (const [k, n] of b.entries()) if (!a.has(k)) yield [k, f(0, n)];
}

const larger = (x: PyValue, y: PyValue): PyValue => (less(x, y) ? y : x);
const smaller = (x: PyValue, y: PyValue): PyValue => (less(x, y) ? x : y);

/** Makes an operator on two counters. */
const operator =
  (f: (x: PyValue, y: PyValue) => PyValue, both: boolean) =>
  (a: PyDict, b: PyValue): PyValue =>
    b instanceof PyCounter ? keep(combine(a, b, f, both)) : NotImplemented;

/** Returns what `other.items()` iterates over. Throws AttributeError, TypeError and ValueError. */
function itemsOf(other: PyValue): readonly [PyValue, PyValue][] {
  if (other instanceof PyDict && !other.type.heap) return [...other.entries()];
  return toArray(invoke(getAttr(other, 'items'), [])).map((pair) => {
    const both = toArray(pair);
    if (both.length < 2) valueError(`not enough values to unpack (expected 2, got ${both.length})`);
    if (both.length > 2) valueError('too many values to unpack (expected 2)');
    return both as [PyValue, PyValue];
  });
}

/** Makes an in-place operator that gives `c[k] = f(c[k], n)` for the counts of another mapping. */
const inPlace =
  (f: (x: PyValue, y: PyValue) => PyValue) =>
  (c: PyDict, other: PyValue): PyValue => {
    for (const [k, n] of itemsOf(other)) c.set(k, f(c.get(k) ?? 0, n));
    return dropRest(c);
  };

/** Removes the counts that are not positive. */
function dropRest(c: PyDict): PyValue {
  for (const [k, n] of [...c.entries()]) if (!positive(n)) c.delete(k);
  return c;
}

/** Compares the counts of two counters over the keys of both. */
const compare =
  (test: (x: PyValue, y: PyValue) => boolean) =>
  (a: PyDict, b: PyValue): PyValue => {
    if (!(b instanceof PyCounter)) return NotImplemented;
    return coversAll(a, b, test);
  };
function coversAll(a: PyDict, b: PyDict, test: (x: PyValue, y: PyValue) => boolean): boolean {
  for (const [k, n] of a.entries()) if (!test(n, b.get(k) ?? 0)) return false;
  for (const [k, n] of b.entries()) if (!a.has(k) && !test(0, n)) return false;
  return true;
}
const atMost = (x: PyValue, y: PyValue): boolean => compareTrue(Comparison.LE, x, y);
const same = (x: PyValue, y: PyValue): boolean => compareTrue(Comparison.EQ, x, y);

defMethods(counterType, {
  '__init__(*args, **kw)': countCall('__init__', 1),
  '__missing__(key, /)': () => 0,
  '__repr__()': (c: PyDict) => {
    if (c.size === 0) return `${shortName(c.type)}()`;
    let d: PyDict;
    try {
      d = new PyDict();
      for (const p of mostCommon(c, -1)) d.set((p as PyTuple).items[0]!, (p as PyTuple).items[1]!);
    } catch (e) {
      if (!isRaised(e, 'TypeError')) throw e;
      d = c.copy();
    }
    return `${shortName(c.type)}(${dictRepr(d)})`;
  },
  'update(*args, **kw)': countCall('update', 1),
  'subtract(*args, **kw)': countCall('subtract', -1),
  'total()': (c: PyDict) => [...c.entries()].reduce<PyValue>((sum, [, n]) => add(sum, n), 0),
  'most_common(n?)': (c: PyDict, n: PyValue = None) =>
    listFrom(mostCommon(c, n === None ? -1 : Math.max(toNumberIndex(n), 0))),
  'elements()': (c: PyDict) => new PyChainedRepeats([...c.entries()]),
  'copy()': (c: PyDict) => invoke(c.type, [c]),
  '__delitem__(elem)': (c: PyDict, key) => {
    c.delete(key);
    return None;
  },
  '__eq__(other, /)': (a: PyDict, b) => (b instanceof PyCounter ? coversAll(a, b, same) : NotImplemented),
  '__ne__(other, /)': (a: PyDict, b) => (b instanceof PyCounter ? !coversAll(a, b, same) : NotImplemented),
  '__le__(other, /)': compare(atMost),
  '__ge__(other, /)': compare((x, y) => atMost(y, x)),
  '__lt__(other, /)': (a: PyDict, b) =>
    b instanceof PyCounter ? coversAll(a, b, atMost) && !coversAll(a, b, same) : NotImplemented,
  '__gt__(other, /)': (a: PyDict, b) =>
    b instanceof PyCounter ? coversAll(b, a, atMost) && !coversAll(a, b, same) : NotImplemented,
  '__add__(other, /)': operator(add, true),
  '__sub__(other, /)': operator(subtract, true),
  '__or__(other, /)': operator(larger, true),
  '__and__(other, /)': operator(smaller, false),
  '__pos__()': (c: PyDict) => keep(c.entries()),
  '__neg__()': (c: PyDict) => keep([...c.entries()].map(([k, n]): [PyValue, PyValue] => [k, negative(n)])),
  '__iadd__(other, /)': inPlace(add),
  '__isub__(other, /)': inPlace(subtract),
  '__ior__(other, /)': inPlace(larger),
  '__iand__(other, /)': (c: PyDict, other) => {
    for (const [k, n] of [...c.entries()])
      c.set(k, smaller(n, other instanceof PyDict ? (other.get(k) ?? 0) : getItem(other, k)));
    return dropRest(c);
  },
  '__reduce__()': (c: PyDict) => {
    const state = dictOf(c);
    return new PyTuple([c.type, new PyTuple([c.copy()]), state === null || state.size === 0 ? None : state]);
  },
});
defClassMethods(counterType, {
  'fromkeys(iterable, v?)': () =>
    raise('NotImplementedError', 'Counter.fromkeys() is undefined.  Use Counter(iterable) instead.'),
});
