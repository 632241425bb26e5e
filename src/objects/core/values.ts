/**
 * The data classes of the built-in types and their type objects. Layout only: methods are defined
 * in one file per type (`list.ts`, `str.ts`, …) by filling the type objects' dicts.
 *
 * To add a built-in type: a class here (or in its own file, for types that traces never look into),
 * `native()` with its type object, and `defMethods` in the type's file.
 */
import { Assumption, PyObj, PyType, type PyValue, type TypeOptions } from './object.ts';
import { NO_FLOATS, type Shape } from './shape.ts';
import type { CodeObject } from '../../bytecode/code.ts';
import type { PyDict } from './dict.ts';
import { rangeLength } from '../../numbers/int-fast.ts';

export const objectType = new PyType('object', []);
export const typeType = new PyType('type', [objectType], { weak: true });
(PyType.prototype as { type: PyType }).type = typeType;

/** Makes a built-in type object whose only base is `object`, unless told otherwise. */
export function builtinType(name: string, options: TypeOptions & { from?: PyType } = {}): PyType {
  return new PyType(name, [options.from ?? objectType], options);
}

/** Makes `type` the class of every plain instance of the JS class `cls`. */
export function native(cls: { prototype: PyObj }, type: PyType): void {
  Object.defineProperty(cls.prototype, 'type', { value: type, writable: true, configurable: true });
}

/* ---- numbers, text and singletons: values that are JS primitives need a type object only ---- */

export const intType = builtinType('int', { variable: true, matchesSelf: true, mostArguments: 2 });
export const boolType = builtinType('bool', { from: intType, base: false });
export const strType = builtinType('str', { sequenceSlots: true, matchesSelf: true, mostArguments: 3 });
export const floatType = builtinType('float', { matchesSelf: true });
export const complexType = builtinType('complex');
export const noneType = builtinType('NoneType', { base: false });
export const notImplementedType = builtinType('NotImplementedType', { base: false });
export const ellipsisType = builtinType('ellipsis', { base: false });

export class PyFloat extends PyObj {
  constructor(readonly value: number) {
    super();
  }
}
native(PyFloat, floatType);

export class PyComplex extends PyObj {
  constructor(
    readonly real: number,
    readonly imag: number,
  ) {
    super();
  }
}
native(PyComplex, complexType);

class PySingleton extends PyObj {}
class PyNone extends PySingleton {}
class PyNotImplemented extends PySingleton {}
class PyEllipsis extends PySingleton {}
native(PyNone, noneType);
native(PyNotImplemented, notImplementedType);
native(PyEllipsis, ellipsisType);
export const None: PyObj = new PyNone();
export const NotImplemented: PyObj = new PyNotImplemented();
export const Ellipsis: PyObj = new PyEllipsis();

/** An instance of a subclass of int or str: the primitive in a shaped box. */
export class PyIntSub extends PyObj {
  declare type: PyType;
  shape: Shape;
  slots: PyValue[] = [];
  floats: number[] = NO_FLOATS;
  attrs: PyDict | null = null;
  constructor(
    type: PyType,
    readonly value: number | bigint,
  ) {
    super();
    this.type = type;
    this.shape = type.rootShape;
  }
}
export class PyStrSub extends PyObj {
  declare type: PyType;
  shape: Shape;
  slots: PyValue[] = [];
  floats: number[] = NO_FLOATS;
  attrs: PyDict | null = null;
  constructor(
    type: PyType,
    readonly value: string,
  ) {
    super();
    this.type = type;
    this.shape = type.rootShape;
  }
}

/* ---- containers ---- */

export const listType = builtinType('list', { collection: 'sequence', sequenceSlots: true, matchesSelf: true });
export const tupleType = builtinType('tuple', {
  variable: true,
  collection: 'sequence',
  sequenceSlots: true,
  matchesSelf: true,
});
export const rangeType = builtinType('range', { base: false, collection: 'sequence' });
export const sliceType = builtinType('slice', { base: false });
export const bytesType = builtinType('bytes', { variable: true, sequenceSlots: true, matchesSelf: true });
export const bytearrayType = builtinType('bytearray', { sequenceSlots: true, matchesSelf: true });

/** Storage strategies of a list; `EMPTY` may become any of the others. */
export const enum Store {
  EMPTY = 0,
  INT = 1,
  FLOAT = 2,
  OBJECT = 3,
}

/**
 * A list. With INT storage `items` holds JS numbers that are ints (|n| ≤ 2^53-1), with FLOAT JS
 * numbers that are the unboxed values of floats, with OBJECT any `PyValue`. Never write `items`
 * outside `objects/core/list-storage.ts` and the op table.
 */
export class PyList extends PyObj {
  constructor(
    public store: Store,
    public items: any[],
  ) {
    super();
  }
}
native(PyList, listType);

export class PyTuple extends PyObj {
  constructor(readonly items: readonly PyValue[]) {
    super();
  }
}
native(PyTuple, tupleType);

/** A range; `length` is exact where it is a number, and -1 where a bound does not fit a number. */
export class PyRange extends PyObj {
  constructor(
    readonly start: number | bigint,
    readonly stop: number | bigint,
    readonly step: number | bigint,
    readonly length: number | bigint,
  ) {
    super();
  }
}
native(PyRange, rangeType);

export class PySlice extends PyObj {
  constructor(
    readonly start: PyValue,
    readonly stop: PyValue,
    readonly step: PyValue,
  ) {
    super();
  }
}
native(PySlice, sliceType);

export class PyBytes extends PyObj {
  constructor(readonly data: Uint8Array) {
    super();
  }
}
native(PyBytes, bytesType);

/** `data` may be longer than the value; `length` bytes count. */
export class PyByteArray extends PyObj {
  exports = 0;
  constructor(
    public data: Uint8Array,
    public length: number = data.length,
  ) {
    super();
  }
}
native(PyByteArray, bytearrayType);

/* ---- iterators: `next` returns undefined when exhausted ---- */

/**
 * A native iterator. Subclasses live beside the type they iterate over; those that traces look into, below, get their
 * `next` of the semantics (`protocol/iterate.ts`).
 */
export abstract class PyIterator extends PyObj {
  abstract next(): PyValue | undefined;
}

export const listIteratorType = builtinType('list_iterator', { base: false });
export const tupleIteratorType = builtinType('tuple_iterator', { base: false });
export const rangeIteratorType = builtinType('range_iterator', { base: false });

/** Iterates over a list by index; `list` becomes null when exhausted. Traces look inside. */
export class PyListIterator extends PyIterator {
  declare next: () => PyValue | undefined;
  index = 0;
  constructor(public list: PyList | null) {
    super();
  }
}
native(PyListIterator, listIteratorType);

export class PyTupleIterator extends PyIterator {
  declare next: () => PyValue | undefined;
  index = 0;
  constructor(public tuple: PyTuple) {
    super();
  }
}
native(PyTupleIterator, tupleIteratorType);

/** Iterates over a range whose bounds are all numbers: from `current` up (or down) to before `stop`. */
export class PyRangeIterator extends PyIterator {
  declare next: () => PyValue | undefined;
  constructor(
    public current: number,
    readonly stop: number,
    readonly step: number,
  ) {
    super();
  }
  /** The number of values still to come. */
  get remaining(): number {
    return rangeLength(this.current, this.stop, this.step);
  }
}
native(PyRangeIterator, rangeIteratorType);

/* ---- functions and their kin ---- */

export const functionType = builtinType('function', { base: false, weak: true });
export const methodType = builtinType('method', { base: false, weak: true });
export const builtinFunctionType = builtinType('builtin_function_or_method', { base: false, weak: true });
export const methodDescriptorType = builtinType('method_descriptor', { base: false });
export const wrapperDescriptorType = builtinType('wrapper_descriptor', { base: false });
export const methodWrapperType = builtinType('method-wrapper', { base: false });
export const classMethodDescriptorType = builtinType('classmethod_descriptor', { base: false });
export const getsetType = builtinType('getset_descriptor', { base: false });
export const memberType = builtinType('member_descriptor', { base: false });
export const cellType = builtinType('cell', { base: false });
export const codeType = builtinType('code', { base: false, weak: true });
export const moduleType = builtinType('module', { weak: true });
export const propertyType = builtinType('property');
export const classmethodType = builtinType('classmethod');
export const staticmethodType = builtinType('staticmethod');
export const superType = builtinType('super');
export const generatorType = builtinType('generator', { base: false, weak: true });
export const frameType = builtinType('frame', { base: false });
export const tracebackType = builtinType('traceback', { base: false });

/** A closure cell; `value` is undefined while unbound. */
export class PyCell extends PyObj {
  constructor(public value: PyValue | undefined) {
    super();
  }
}
native(PyCell, cellType);

export class PyCode extends PyObj {
  constructor(readonly code: CodeObject) {
    super();
  }
}
native(PyCode, codeType);

/** Returns the Python object of a code object, the same each time. */
export function codeObject(code: CodeObject): PyCode {
  return (code.object ??= new PyCode(code)) as PyCode;
}

export class PyFunction extends PyObj {
  name: string;
  qualname: string;
  /** Values of the last positional parameters' defaults. */
  defaults: readonly PyValue[] | null = null;
  kwdefaults: PyDict | null = null;
  closure: readonly PyCell[] | null = null;
  annotations: PyValue | null = null;
  doc: PyValue;
  module: PyValue = None;
  typeParams: PyValue | null = null;
  attrs: PyDict | null = null;
  /** Number of arguments with which `js` may be called; -1 while it may not. */
  arity = -1;
  /** Baseline code: takes depth, function and arguments. */
  js: any = null;
  /** The program has the dict of its keyword defaults, and may change it unseen. */
  kwShared = false;
  private stability: Assumption | null = null;
  constructor(
    public code: CodeObject,
    readonly globals: PyDict,
  ) {
    super();
    this.name = code.name;
    this.qualname = code.qualname;
    const doc = code.consts[0];
    this.doc = typeof doc === 'string' ? doc : None;
  }

  /** The assumption that it runs the code and has the defaults that it has now. */
  get stable(): Assumption {
    this.stability ??= new Assumption();
    return this.stability;
  }

  /** Breaks assumptions on its code and defaults. */
  changed(): void {
    this.stability?.invalidate();
    this.stability = null;
  }
}
native(PyFunction, functionType);

/** A bound method: `fn` is any callable, called with `self` first. */
export class PyMethod extends PyObj {
  constructor(
    readonly fn: PyValue,
    readonly self: PyValue,
  ) {
    super();
  }
}
native(PyMethod, methodType);

export class PyModule extends PyObj {
  constructor(
    readonly name: string,
    readonly dict: PyDict,
  ) {
    super();
  }
}
native(PyModule, moduleType);

/* ---- reading values whatever their box ---- */

/** Returns the class of any value. */
export function typeOf(x: PyValue): PyType {
  switch (typeof x) {
    case 'number':
      return intType;
    case 'string':
      return strType;
    case 'boolean':
      return boolType;
    case 'bigint':
      return intType;
    default:
      return x.type;
  }
}

/** Returns the text of a str or an instance of a subclass of str, else undefined. */
export function strOf(x: PyValue): string | undefined {
  if (typeof x === 'string') return x;
  return x instanceof PyStrSub ? x.value : undefined;
}

/** Returns the int value of an int, bool or an instance of a subclass of int, else undefined. */
export function intOf(x: PyValue): number | bigint | undefined {
  switch (typeof x) {
    case 'number':
    case 'bigint':
      return x;
    case 'boolean':
      return x ? 1 : 0;
    default:
      return x instanceof PyIntSub ? x.value : undefined;
  }
}
