/** The iterator types among the builtins: enumerate, zip, map, filter, reversed. */
import type { PyType, PyValue } from './object.ts';
import { None, PyIterator, PyTuple, builtinType, native, typeOf } from './values.ts';
import { type Kwargs, defClassMethods, defMethods, defNew } from './builtin.ts';
import { typeError, valueError } from './exceptions.ts';
import { invoke } from './invoke.ts';
import { shapeInstance } from './instance.ts';
import { type Int, intAdd } from './int-ops.ts';
import { PyDict } from './dict.ts';
import { makeGenericAlias } from './type-generic.ts';
import { defIterator } from './iterators.ts';
import { callBound } from './protocol/attribute.ts';
import { isTrue } from './protocol/compare.ts';
import { getIter, isRaised, iterNext } from './protocol/iterate.ts';
import { indexOf } from './protocol/number.ts';
import { getItem, lengthOf } from './protocol/subscript.ts';

export const enumerateType = builtinType('enumerate');
export const zipType = builtinType('zip');
export const mapType = builtinType('map');
export const filterType = builtinType('filter');
export const reversedType = builtinType('reversed');

/** Makes a native object an instance of a subclass, if `cls` is one. */
export function ofClass<T extends PyIterator>(obj: T, cls: PyType, exact: PyType): T {
  return cls === exact ? obj : shapeInstance(obj, cls);
}

/** Raises for keyword arguments given to the type itself; a subclass with `__init__` may have its own. */
export function noKeywords(cls: PyType, exact: PyType, kw: Kwargs): void {
  if (kw.size > 0 && (cls === exact || cls.lookup('__init__') === exact.lookup('__init__'))) typeError(`${exact.name}() takes no keyword arguments`);
}

class PyEnumerate extends PyIterator {
  constructor(private readonly it: PyValue, private count: Int) { super(); }
  next(): PyValue | undefined {
    const x = iterNext(this.it);
    if (x === undefined) return undefined;
    const n = this.count;
    this.count = typeof n === 'number' && n < 9007199254740991 ? n + 1 : intAdd(n, 1);
    return new PyTuple([n, x]);
  }
  /** Returns the arguments that make an equal iterator. */
  get state(): PyTuple { return new PyTuple([this.it, this.count]); }
}
native(PyEnumerate, enumerateType);
defIterator(enumerateType);
defNew(enumerateType, 'iterable, start?', (cls: PyType, iterable, start?) => {
  const first = start === undefined ? 0 : indexOf(start);
  return ofClass(new PyEnumerate(getIter(iterable), first), cls, enumerateType);
});
defMethods(enumerateType, { '__reduce__()': (it: PyEnumerate) => new PyTuple([it.type, it.state]) });

class PyZip extends PyIterator {
  private done = false;
  constructor(private readonly its: PyValue[], private readonly strict: boolean) { super(); }

  next(): PyValue | undefined {
    if (this.done || this.its.length === 0) return undefined;
    const out: PyValue[] = [];
    for (let i = 0; i < this.its.length; i++) {
      const x = iterNext(this.its[i]!);
      if (x === undefined) {
        if (this.strict) this.check(i);
        return undefined;
      }
      out.push(x);
    }
    return new PyTuple(out);
  }

  /** Raises ValueError if the iterators, of which `i` is the first exhausted, are of different lengths. */
  private check(i: number): void {
    if (i > 0) valueError(`zip() argument ${i + 1} is shorter than argument${i === 1 ? ' ' : 's 1-'}${i}`);
    for (let j = 1; j < this.its.length; j++) {
      if (iterNext(this.its[j]!) !== undefined) valueError(`zip() argument ${j + 1} is longer than argument${j === 1 ? ' ' : 's 1-'}${j}`);
    }
  }
}
native(PyZip, zipType);
defIterator(zipType);
defNew(zipType, '*iterables, strict?', (cls: PyType, iterables: PyValue[], strict?: PyValue) => (
  ofClass(new PyZip(iterables.map(getIter), strict !== undefined && isTrue(strict)), cls, zipType)
));

class PyMap extends PyIterator {
  constructor(private readonly fn: PyValue, private readonly its: PyValue[]) { super(); }
  next(): PyValue | undefined {
    const args: PyValue[] = [];
    for (let i = 0; i < this.its.length; i++) {
      const x = iterNext(this.its[i]!);
      if (x === undefined) return undefined;
      args.push(x);
    }
    return invoke(this.fn, args);
  }
}
native(PyMap, mapType);
defIterator(mapType);
defNew(mapType, '*args, **kw', (cls: PyType, args: PyValue[], kw: Kwargs) => {
  noKeywords(cls, mapType, kw);
  if (args.length < 2) typeError('map() must have at least two arguments.');
  return ofClass(new PyMap(args[0]!, args.slice(1).map(getIter)), cls, mapType);
});

class PyFilter extends PyIterator {
  constructor(private readonly fn: PyValue, private readonly it: PyValue) { super(); }
  next(): PyValue | undefined {
    for (;;) {
      const x = iterNext(this.it);
      if (x === undefined || isTrue(this.fn === None ? x : invoke(this.fn, [x]))) return x;
    }
  }
}
native(PyFilter, filterType);
defIterator(filterType);
defNew(filterType, '*args, **kw', (cls: PyType, args: PyValue[], kw: Kwargs) => {
  noKeywords(cls, filterType, kw);
  if (args.length !== 2) typeError(`filter expected 2 arguments, got ${args.length}`);
  return ofClass(new PyFilter(args[0]!, getIter(args[1]!)), cls, filterType);
});

class PyReversed extends PyIterator {
  constructor(private sequence: PyValue | null, private index: number) { super(); }
  next(): PyValue | undefined {
    if (this.sequence === null || this.index < 0) { this.sequence = null; return undefined; }
    try {
      return getItem(this.sequence, this.index--);
    } catch (e) {
      if (!isRaised(e, 'IndexError') && !isRaised(e, 'StopIteration')) throw e;
      this.sequence = null;
      return undefined;
    }
  }
  /** Returns how many items are left at most. */
  get left(): number { return this.sequence === null ? 0 : this.index + 1; }
}
native(PyReversed, reversedType);
defIterator<PyReversed>(reversedType, (it) => it.left);
defNew(reversedType, '*args, **kw', (cls: PyType, args: PyValue[], kw: Kwargs) => {
  noKeywords(cls, reversedType, kw);
  if (args.length !== 1) typeError(`reversed expected 1 argument, got ${args.length}`);
  const x = args[0]!;
  const type = typeOf(x);
  const own = type.lookup('__reversed__');
  if (own === None) typeError(`'${type.name}' object is not reversible`);
  if (own !== undefined) return callBound(own, x);
  if (x instanceof PyDict || type.lookup('__getitem__') === undefined) typeError(`'${type.name}' object is not reversible`);
  return ofClass(new PyReversed(x, lengthOf(x) - 1), cls, reversedType);
});
defClassMethods(enumerateType, { '__class_getitem__(item, /)': (cls: PyType, item) => makeGenericAlias(cls, item) });
