/**
 * THE table of runtime functions: what semantics and compiled code may call, with its effects.
 *
 * A row is one tier-3 function on plain values. `effects` declares what a call may do, for which operands
 * (see `effects.ts`): semantics calls the one row, and the recorder asks which case holds.
 * `variadic` functions take one array. Every row may raise.
 */
import { toList } from '../objects/slots/length-hint.ts';
import { lookupAttr } from '../objects/slots/attribute.ts';
import { setAttr, delAttr } from '../objects/slots/set-attribute.ts';
import { superAttr } from '../objects/slots/super.ts';
import { iteratesPlainly, updateDict, setFrom, setUpdate } from '../objects/slots/collect.ts';
import type { Kwargs } from '../objects/core/builtin.ts';
import type { Declared } from './effects.ts';
import { PyType, type PyValue } from '../objects/core/object.ts';
import { None, PyCell, PySlice, PyTuple, listType, strOf, tupleType, typeOf } from '../objects/core/values.ts';
import { PyDict } from '../objects/core/dict.ts';
import { Kind } from './kinds.ts';
import { kwDefault, makeFunction, setFunctionAttribute } from './make-function.ts';
import { invoke, invokeArray } from '../objects/core/invoke.ts';
import { baseExceptionType, nameError, typeError, raise, PyException } from '../objects/core/exceptions.ts';
import { BINARY_OPERATORS } from '../bytecode/opcodes.ts';
import { getAttr } from '../objects/slots/attribute.ts';
import { binaryOp, invert, negative, positive } from '../objects/slots/number.ts';
import { compareOp, contains, isTrue } from '../objects/slots/compare.ts';
import { delItem, getItem, lengthOf, setItem } from '../objects/slots/subscript.ts';
import { getIter, iterNext, toArray } from '../objects/slots/iterate.ts';
import { ascii, format, repr, str } from '../objects/slots/format.ts';
import { compareTexts } from '../text/order.ts';
import type { PySet } from '../objects/core/set-table.ts';
import { assignPlainSlice, plainSlice, plainStride } from '../objects/core/list-slices.ts';
import { listAppend, listExtend, listFrom } from '../objects/core/list-storage.ts';

export interface RuntimeFn extends Declared {
  readonly owner: null;
  readonly variadic: boolean;
  readonly fn: (...args: any[]) => PyValue;
  /** The kind of every result, where it is always the same. */
  readonly result: Kind;
  /** The kind of every result of a call that runs no Python, where that is always the same. */
  readonly plainResult: Kind;
  /** Every result is an object made by the call: compiled code knows that it is no other. */
  readonly fresh?: true;
}

/** Declares a runtime function. */
function rt(
  name: string,
  effects: string,
  fn: (...args: any[]) => PyValue,
  result: Kind = Kind.OBJECT,
  plainResult: Kind = result,
): RuntimeFn {
  return { name, effects, owner: null, variadic: false, fn, result, plainResult };
}

/** Declares a runtime function that takes one array. */
function rtArray(name: string, effects: string, fn: (args: any[]) => PyValue, result: Kind = Kind.OBJECT): RuntimeFn {
  return { name, effects, owner: null, variadic: true, fn, result, plainResult: result };
}

/** Declares that every result of a runtime function is an object made by the call. */
function fresh(fn: RuntimeFn): RuntimeFn {
  return { ...fn, fresh: true };
}

/** What operators may do to other operands than two scalars; in-place forms where they differ. */
const OPERATOR_EFFECTS: Record<string, string> = {
  '+': 'pure if tuple tuple; read if list list',
  '+=': 'pure if tuple tuple; write if list list | list tuple | list str | list range',
  '*': 'pure if tuple scalar | scalar tuple; read if list scalar | scalar list',
  '*=': 'pure if tuple scalar | scalar tuple; write if list scalar; read if scalar list',
  '&': 'read if scalars scalars',
  '&=': 'write if scalars scalars',
  '|': 'read if scalars scalars',
  '|=': 'write if scalars scalars',
  '-': 'read if scalars scalars',
  '-=': 'write if scalars scalars',
  '^': 'read if scalars scalars',
  '^=': 'write if scalars scalars',
};

/** One runtime function per operator. */
export const BINARY: RuntimeFn[] = BINARY_OPERATORS.map((sign, i) => {
  const more = OPERATOR_EFFECTS[sign];
  const effects = `pure if scalar scalar${more === undefined ? '' : `; ${more}`}`;
  return rt(`binary ${sign}`, effects, (x, y) => binaryOp(i, x, y));
});
const COMPARE_EFFECTS = 'pure if scalar scalar; read if scalars scalars';
export const COMPARE: RuntimeFn[] = [0, 1, 2, 3, 4, 5].map((i) =>
  rt(`compare ${i}`, COMPARE_EFFECTS, (x, y) => compareOp(i, x, y), Kind.OBJECT, Kind.BOOL),
);
export const COMPARE_TRUE: RuntimeFn[] = [0, 1, 2, 3, 4, 5].map((i) =>
  rt(`compare ${i} true`, COMPARE_EFFECTS, (x, y) => isTrue(compareOp(i, x, y)), Kind.BOOL),
);

/** Makes a slice object as BINARY_SLICE and STORE_SLICE do. */
const slice = (start: PyValue, stop: PyValue): PySlice => new PySlice(start, stop, None);

/** Unpacks an iterable into exactly `n` values, as UNPACK_SEQUENCE does. */
function unpack(x: PyValue, n: number): PyTuple {
  let it: PyValue;
  const lookup = typeOf(x);
  if (lookup.lookup('__iter__') === undefined && lookup.lookup('__getitem__') === undefined)
    typeError(`cannot unpack non-iterable ${lookup.name} object`);
  it = getIter(x);
  const out: PyValue[] = [];
  for (let i = 0; i < n; i++) {
    const v = iterNext(it);
    if (v === undefined) raise('ValueError', `not enough values to unpack (expected ${n}, got ${i})`);
    out.push(v);
  }
  if (iterNext(it) !== undefined) raise('ValueError', `too many values to unpack (expected ${n})`);
  return new PyTuple(out);
}

/** Unpacks into `before` values, a list, and `after` values; the result is one tuple of all. */
function unpackEx(x: PyValue, counts: number): PyTuple {
  const before = counts & 0xff;
  const after = counts >> 8;
  const t = typeOf(x);
  if (t.lookup('__iter__') === undefined && t.lookup('__getitem__') === undefined)
    typeError(`cannot unpack non-iterable ${t.name} object`);
  const all = t === listType || t === tupleType ? toArray(x) : takeAll(getIter(x), before);
  if (all.length < before + after) {
    raise('ValueError', `not enough values to unpack (expected at least ${before + after}, got ${all.length})`);
  }
  const middle = listFrom(all.slice(before, all.length - after));
  return new PyTuple([...all.slice(0, before), middle, ...all.slice(all.length - after)]);
}

/** Takes so many values of an iterator, if it has them, and then makes a list of the rest. */
function takeAll(it: PyValue, first: number): PyValue[] {
  const out: PyValue[] = [];
  for (let i = 0; i < first; i++) {
    const v = iterNext(it);
    if (v === undefined) return out;
    out.push(v);
  }
  return [...out, ...toList(it)];
}

/** Merges a mapping into a dict for `f(**m)`: duplicates raise. */
function dictMerge(d: PyDict, m: PyValue, callee: PyValue): PyValue {
  if (!(m instanceof PyDict) && lookupAttr(m, 'keys') === undefined) {
    typeError(`${calleeName(callee)} argument after ** must be a mapping, not ${typeOf(m).name}`);
  }
  const plain = iteratesPlainly(m);
  for (const key of plain ? [...m.entries()].map(([k]) => k) : toArray(invoke(getAttr(m, 'keys'), []))) {
    if (strOf(key) === undefined) typeError('keywords must be strings');
    if (d.has(key)) typeError(`${calleeName(callee)} got multiple values for keyword argument '${strOf(key)}'`);
    d.set(key, plain ? m.get(key)! : getItem(m, key));
  }
  return None;
}

/** Names a callable as CPython's `_PyObject_FunctionStr` does. */
function calleeName(f: PyValue): string {
  const name = lookupAttr(f, '__qualname__');
  if (name === undefined) return str(f);
  const module = lookupAttr(f, '__module__') ?? None;
  return module !== None && strOf(module) !== 'builtins' ? `${str(module)}.${str(name)}()` : `${str(name)}()`;
}

/** Updates a dict from a mapping, as `{**m}` does. */
function dictUpdate(d: PyDict, m: PyValue): PyValue {
  if (m instanceof PyDict) {
    updateDict(d, m);
    return None;
  }
  if (lookupAttr(m, 'keys') === undefined) typeError(`'${typeOf(m).name}' object is not a mapping`);
  for (const key of toArray(invoke(getAttr(m, 'keys'), []))) d.set(key, getItem(m, key));
  return None;
}

/** Makes keyword arguments of a str-keyed dict. */
function kwargsOf(d: PyValue): Kwargs | null {
  if (!(d instanceof PyDict) || d.size === 0) return null;
  const kw: Kwargs = new Map();
  for (const [k, v] of d.entries()) {
    const name = strOf(k);
    if (name === undefined) typeError('keywords must be strings');
    kw.set(name, v);
  }
  return kw;
}

/** Converts what `raise X` was given into an exception object. */
export function exceptionFrom(x: PyValue): PyException {
  if (x instanceof PyException) return x;
  if (x instanceof PyType && x.isSubtype(baseExceptionType)) {
    const e = invoke(x, []);
    if (e instanceof PyException) return e;
    typeError(`calling ${repr(x)} should have returned an instance of BaseException, not ${typeOf(e).name}`);
  }
  typeError('exceptions must derive from BaseException');
}

/** Names an unbound variable in the wording of the interpreter; only a free one is told by `name`, for suggestions. */
export function raiseUnbound(name: string, kind: 'local' | 'free'): never {
  if (kind === 'local')
    nameError(
      'UnboundLocalError',
      `cannot access local variable '${name}' where it is not associated with a value`,
      null,
    );
  nameError(
    'NameError',
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
    name,
  );
}

export const RT = {
  negative: rt('negative', 'pure if scalar', negative),
  positive: rt('positive', 'pure if scalar', positive),
  invert: rt('invert', 'pure if scalar', invert),
  isTrue: rt('isTrue', 'pure if scalar; read if table | scalars | dict | list | range', isTrue, Kind.BOOL),
  contains: rt(
    'contains',
    'pure if scalar scalar | scalar range; read if scalar table | scalar scalars',
    (x, c) => contains(x, c),
    Kind.BOOL,
  ),
  /** Negative, 0 or positive as one text comes before, is or comes after another. */
  compareTexts: rt('compareTexts', 'pure', compareTexts, Kind.INT),
  getAttr: rt('getAttr', 'python', (o, name) => getAttr(o, name)),
  superAttr: rt('superAttr', 'python', superAttr),
  setAttr: rt('setAttr', 'python', (o, name, v) => {
    setAttr(o, name, v);
    return None;
  }),
  delAttr: rt('delAttr', 'python', (o, name) => {
    delAttr(o, name);
    return None;
  }),
  getItem: rt(
    'getItem',
    'pure if scalar scalar | tuple scalar | range scalar; read if table scalar | list scalar',
    (o, k) => (typeof k === 'object' ? plainStride(o, k) : undefined) ?? getItem(o, k),
  ),
  setItem: rt('setItem', 'write if table scalar any | list scalar any', (o, k, v) => {
    setItem(o, k, v);
    return None;
  }),
  delItem: rt('delItem', 'write if table scalar | list scalar', (o, k) => {
    delItem(o, k);
    return None;
  }),
  getSlice: rt(
    'getSlice',
    'pure if scalar scalar scalar | tuple scalar scalar; read if list scalar scalar',
    (o, a, b) => plainSlice(o, a, b) ?? getItem(o, slice(a, b)),
  ),
  setSlice: rt('setSlice', 'write if list scalar scalar list', (o, a, b, v) => {
    if (!assignPlainSlice(o, a, b, v)) setItem(o, slice(a, b), v);
    return None;
  }),
  length: rt('length', 'pure if scalar | tuple; read if list | dict | table', lengthOf, Kind.INT),
  /** The length of a range: an int of either representation. */
  lengthOfRange: rt('lengthOfRange', 'pure', lengthOf),
  getIter: rt('getIter', 'python', getIter),
  /** The next value, or undefined (NULL) when exhausted. */
  next: rt('next', 'python', (it) => iterNext(it) as PyValue),
  unpack: rt('unpack', 'python', (x, n) => unpack(x, n), Kind.TUPLE),
  unpackEx: rt('unpackEx', 'python', (x, n) => unpackEx(x, n), Kind.TUPLE),
  format: rt('format', 'pure if scalar scalar', (x, spec) => format(x, spec)),
  formatSimple: rt('formatSimple', 'pure if scalar', (x) => (typeof x === 'string' ? x : format(x, '')), Kind.STR),
  convert: rt(
    'convert',
    'pure if scalar any',
    (x, how) => (how === 1 ? str(x) : how === 2 ? repr(x) : ascii(x)),
    Kind.OBJECT,
    Kind.STR,
  ),
  listAppend: rt('listAppend', 'write', (l, v) => {
    listAppend(l, v);
    return None;
  }),
  listExtend: rt('listExtend', 'write if list list | list tuple', (l, v) => {
    listExtend(l, toArrayFor(v));
    return None;
  }),
  listToTuple: rt('listToTuple', 'read', (l) => new PyTuple(toArray(l))),
  buildList: fresh(rtArray('buildList', 'pure', (items) => listFrom(items), Kind.LIST)),
  buildSet: rtArray('buildSet', 'pure if scalar*', (items) => setFrom(items)),
  setAdd: rt('setAdd', 'write if table scalar', (s, v) => {
    (s as PySet).add(v);
    return None;
  }),
  setUpdate: rt('setUpdate', 'python', (s, v) => {
    setUpdate(s as PySet, v);
    return None;
  }),
  buildTuple: fresh(rtArray('buildTuple', 'pure', (items) => new PyTuple(items), Kind.TUPLE)),
  /** Keyword arguments that no parameter names, as `**kwargs`: keys are strs, so no Python runs. */
  buildKeywords: fresh(
    rtArray('buildKeywords', 'pure', (kv) => {
      const d = new PyDict();
      for (let i = 0; i < kv.length; i += 2) d.set(kv[i], kv[i + 1]);
      return d;
    }),
  ),
  buildDict: fresh(
    rtArray('buildDict', 'pure if scalar*', (kv) => {
      const d = new PyDict();
      for (let i = 0; i < kv.length; i += 2) d.set(kv[i], kv[i + 1]);
      return d;
    }),
  ),
  buildConstKeyMap: rtArray('buildConstKeyMap', 'pure', (args) => {
    const keys = (args[args.length - 1] as PyTuple).items;
    const d = new PyDict();
    keys.forEach((k, i) => {
      d.set(k, args[i]);
    });
    return d;
  }),
  buildSlice: rt('buildSlice', 'pure', (a, b, c) => new PySlice(a, b, c ?? None)),
  buildString: rtArray('buildString', 'pure', (parts) => parts.map((p) => strOf(p)!).join(''), Kind.STR),
  mapAdd: rt('mapAdd', 'write if table scalar any', (d, k, v) => {
    (d as PyDict).set(k, v);
    return None;
  }),
  dictMerge: rt('dictMerge', 'python', dictMerge),
  dictUpdate: rt('dictUpdate', 'python', dictUpdate),
  call: rtArray('call', 'python', invokeArray),
  callKw: rtArray('callKw', 'python', (a) => {
    const names = (a[a.length - 1] as PyTuple).items;
    const kw: Kwargs = new Map();
    const first = a.length - 1 - names.length;
    names.forEach((n, i) => {
      kw.set(n as string, a[first + i]);
    });
    return invoke(a[0], a.slice(1, first), kw);
  }),
  callEx: rt('callEx', 'python', (fn, args, kw) => {
    let list: PyValue[];
    if (args instanceof PyTuple) list = args.items as PyValue[];
    else {
      if (typeOf(args).lookup('__iter__') === undefined && typeOf(args).lookup('__getitem__') === undefined) {
        typeError(`${calleeName(fn)} argument after * must be an iterable, not ${typeOf(args).name}`);
      }
      list = toList(args);
    }
    return invoke(fn, list, kw === undefined ? null : kwargsOf(kw));
  }),
  makeFunction: rt('makeFunction', 'read', makeFunction),
  kwDefault: rt('kwDefault', 'read', kwDefault),
  setFunctionAttribute: rt('setFunctionAttribute', 'write', setFunctionAttribute),
  makeCell: rt('makeCell', 'pure', (v) => new PyCell(v)),
  raiseUnboundLocal: rt('raiseUnboundLocal', 'pure', (name) => raiseUnbound(name, 'local')),
  raiseUnboundFree: rt('raiseUnboundFree', 'pure', (name) => raiseUnbound(name, 'free')),
  indexError: rt('indexError', 'pure', (text) => raise('IndexError', text)),
} satisfies Record<string, RuntimeFn>;

/** Returns the values of `*xs` in a display; the TypeError names the display. */
function toArrayFor(v: PyValue): PyValue[] {
  const t = typeOf(v);
  if (t.lookup('__iter__') === undefined && t.lookup('__getitem__') === undefined) {
    typeError(`Value after * must be an iterable, not ${t.name}`);
  }
  return toList(v);
}
