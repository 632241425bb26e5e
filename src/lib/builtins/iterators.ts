/**
 * The iterator types of `builtins`: enumerate, zip, map, filter, reversed.
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyIterator, PyTuple, builtinType, native, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, defClassMethods, defMethods, defNew, hasOwnInit } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { intAdd } from '../../numbers/int-ops.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { clamp, defIterator, stateIndex } from '../../types/containers/iterators.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { isTrue } from '../../protocol/compare.ts';
import { iterNext, isRaised } from '../../objects/slots/iterate.ts';
import { getIter } from '../../protocol/iterate.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { countOf } from '../../objects/slots/subscript.ts';
import { getItem } from '../../protocol/subscript.ts';

export const enumerateType = builtinType('enumerate');
export const zipType = builtinType('zip');
export const mapType = builtinType('map');
export const filterType = builtinType('filter');
export const reversedType = builtinType('reversed');

/** Makes an iterator an instance of a subclass where one is asked for. */
function typed<T extends PyIterator>(it: T, cls: PyType, type: PyType): T {
  return cls === type ? it : shapeInstance(it, cls);
}

/** Counts what another iterator gives. */
class PyEnumerate extends PyIterator {
  constructor(
    readonly it: PyValue,
    public count: number | bigint,
  ) {
    super();
  }
  next(): PyValue | undefined {
    const x = iterNext(this.it);
    if (x === undefined) return undefined;
    const i = this.count;
    this.count = typeof i === 'number' && i < Number.MAX_SAFE_INTEGER ? i + 1 : intAdd(i, 1);
    return new PyTuple([i, x]);
  }
}
native(PyEnumerate, enumerateType);
defNew(enumerateType, 'iterable?, start?', (cls: PyType, iterable?: PyValue, start?: PyValue) => {
  if (iterable === undefined) typeError("enumerate() missing required argument 'iterable'");
  return typed(new PyEnumerate(getIter(iterable), start === undefined ? 0 : indexOf(start)), cls, enumerateType);
});

/** Gives tuples of what several iterators give. */
class PyZip extends PyIterator {
  private finished = false;
  constructor(
    readonly its: readonly PyValue[],
    public strict: boolean,
  ) {
    super();
  }
  next(): PyValue | undefined {
    if (this.finished || this.its.length === 0) return undefined;
    const out: PyValue[] = [];
    for (let i = 0; i < this.its.length; i++) {
      const x = iterNext(this.its[i]!);
      if (x !== undefined) {
        out.push(x);
        continue;
      }
      this.finished = true;
      if (this.strict) this.checkStrict(i);
      return undefined;
    }
    return new PyTuple(out);
  }
  /** Raises ValueError where iterator `i` ended before or after the others. */
  private checkStrict(i: number): void {
    const before = (n: number): string => (n === 1 ? ' 1' : `s 1-${n}`);
    if (i > 0) valueError(`zip() argument ${i + 1} is shorter than argument${before(i)}`);
    for (let j = 1; j < this.its.length; j++) {
      if (iterNext(this.its[j]!) !== undefined)
        valueError(`zip() argument ${j + 1} is longer than argument${before(j)}`);
    }
  }
}
native(PyZip, zipType);
defNew(zipType, '*iterables, strict?', (cls: PyType, iterables: PyValue[], strict?: PyValue) => {
  return typed(new PyZip(iterables.map(getIter), strict !== undefined && isTrue(strict)), cls, zipType);
});

/** Applies a function to what iterators give. */
class PyMap extends PyIterator {
  constructor(
    readonly fn: PyValue,
    readonly its: readonly PyValue[],
  ) {
    super();
  }
  next(): PyValue | undefined {
    const args: PyValue[] = [];
    for (const it of this.its) {
      const x = iterNext(it);
      if (x === undefined) return undefined;
      args.push(x);
    }
    return invoke(this.fn, args);
  }
}
native(PyMap, mapType);
defNew(mapType, '*args, **kwargs', (cls: PyType, args: PyValue[], kw: Kwargs) => {
  if (kw.size > 0 && !hasOwnInit(cls, mapType)) typeError('map() takes no keyword arguments');
  if (args.length < 2) typeError('map() must have at least two arguments.');
  return typed(new PyMap(args[0]!, args.slice(1).map(getIter)), cls, mapType);
});

/** Gives the items of an iterator for which a function is true. */
class PyFilter extends PyIterator {
  constructor(
    readonly fn: PyValue,
    readonly it: PyValue,
  ) {
    super();
  }
  next(): PyValue | undefined {
    for (;;) {
      const x = iterNext(this.it);
      if (x === undefined) return undefined;
      if (isTrue(this.fn === None ? x : invoke(this.fn, [x]))) return x;
    }
  }
}
native(PyFilter, filterType);
defNew(filterType, 'function, iterable, /', (cls: PyType, fn: PyValue, iterable: PyValue) =>
  typed(new PyFilter(fn, getIter(iterable)), cls, filterType),
);

/** Walks a sequence backwards by `__len__` and `__getitem__`. */
class PyReversed extends PyIterator {
  constructor(
    public seq: PyValue | null,
    public index: number,
  ) {
    super();
  }
  next(): PyValue | undefined {
    if (this.seq === null) return undefined;
    if (this.index < 0) {
      this.seq = null;
      return undefined;
    }
    try {
      return getItem(this.seq, this.index--);
    } catch (e) {
      this.seq = null;
      if (isRaised(e, 'IndexError') || isRaised(e, 'StopIteration')) return undefined;
      throw e;
    }
  }
  get remaining(): number {
    return this.seq === null || countOf(this.seq) <= this.index ? 0 : this.index + 1;
  }
}
native(PyReversed, reversedType);
defNew(reversedType, 'sequence, /', (cls: PyType, x: PyValue) => {
  const type = typeOf(x);
  const hook = type.lookup('__reversed__');
  if (hook === None) typeError(`'${type.name}' object is not reversible`);
  if (hook !== undefined) return callBound(hook, x);
  if (type.lookup('__getitem__') === undefined || type.lookup('__len__') === undefined || type.collection === 'mapping')
    typeError(`'${type.name}' object is not reversible`);
  return typed(new PyReversed(x, countOf(x) - 1), cls, reversedType);
});

defIterator(enumerateType);
defIterator(zipType);
defIterator(mapType);
defIterator(filterType);
defIterator<PyReversed>(reversedType, (it) => it.remaining);
defMethods(enumerateType, {
  '__reduce__()': (e: PyEnumerate) => new PyTuple([e.type, new PyTuple([e.it, e.count])]),
});
defMethods(zipType, {
  '__reduce__()': (z: PyZip) => new PyTuple([z.type, new PyTuple([...z.its]), ...(z.strict ? [true] : [])]),
  '__setstate__(state, /)': (z: PyZip, state: PyValue) => {
    z.strict = isTrue(state);
    return None;
  },
});
defMethods(mapType, { '__reduce__()': (m: PyMap) => new PyTuple([m.type, new PyTuple([m.fn, ...m.its])]) });
defMethods(filterType, { '__reduce__()': (f: PyFilter) => new PyTuple([f.type, new PyTuple([f.fn, f.it])]) });
defMethods(reversedType, {
  '__reduce__()': (r: PyReversed) =>
    r.seq === null
      ? new PyTuple([r.type, new PyTuple([new PyTuple([])])])
      : new PyTuple([r.type, new PyTuple([r.seq]), r.index]),
  '__setstate__(state, /)': (r: PyReversed, state: PyValue) => {
    const i = stateIndex(state);
    if (r.seq !== null) r.index = clamp(i, -1, countOf(r.seq) - 1);
    return None;
  },
});
for (const type of [enumerateType])
  defClassMethods(type, { '__class_getitem__(key, /)': (cls: PyType, key: PyValue) => makeGenericAlias(cls, key) });
for (const type of [enumerateType, zipType, mapType, filterType, reversedType])
  type.allocate = () => typeError(`cannot allocate ${type.name}`);
