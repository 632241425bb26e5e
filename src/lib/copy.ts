/**
 * The module `copy`: shallow and deep copies.
 *
 * What a class says about itself decides: `__copy__` or `__deepcopy__`, else `__reduce_ex__(4)`, whose answer (a
 * callable, its arguments, a state, list items, dict items) is carried out here. The built-in containers
 * are copied directly. `memo` is a dict from id to copy, as programs may pass and read it; what must stay alive
 * while its id counts is kept beside it by the ids themselves, which are never used again.
 */
import { checkInterrupt } from '../signals/polling.ts';
import { PyType, type PyValue } from '../objects/core/object.ts';
import {
  Ellipsis,
  None,
  NotImplemented,
  PyFunction,
  type PyList,
  PyMethod,
  type PyModule,
  PySlice,
  PyTuple,
  boolType,
  builtinFunctionType,
  bytesType,
  complexType,
  floatType,
  intType,
  listType,
  rangeType,
  sliceType,
  strOf,
  strType,
  tupleType,
  typeOf,
  typeType,
} from '../objects/core/values.ts';
import { PyBoundBuiltin, PyBuiltin, type Kwargs, makeFunctions } from '../objects/core/builtin.ts';
import { PyDict, dictType } from '../objects/core/dict.ts';
import { exceptionType, typeError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import { idOf } from '../objects/core/identity.ts';
import { setOwnAttr } from '../objects/core/instance.ts';
import { listAppend, listFrom, listToArray } from '../objects/core/list-storage.ts';
import { nativeModule } from '../types/functions/module.ts';
import { frozensetType, setType } from '../objects/core/set-table.ts';
import { bytearrayType } from '../objects/core/values.ts';
import { lookupAttr } from '../objects/slots/attribute.ts';
import { getAttr, setAttr } from '../protocol/attribute.ts';
import { iterate, toArray } from '../protocol/iterate.ts';
import { isTrue } from '../protocol/compare.ts';
import { setItem } from '../protocol/subscript.ts';

/** Types whose instances are their own copies. */
const ATOMIC = new Set<PyType>([intType, floatType, boolType, complexType, strType, bytesType, rangeType, sliceType]);

/** Tells whether a value is its own copy, deep or not. */
function isAtomic(x: PyValue): boolean {
  if (typeof x !== 'object' || x === None || x === NotImplemented || x === Ellipsis) return true;
  return (
    ATOMIC.has(x.type) ||
    x instanceof PyFunction ||
    x instanceof PyBuiltin ||
    (x instanceof PyBoundBuiltin && x.type === builtinFunctionType) ||
    x instanceof PyType
  );
}

/** Calls a method defined by the class of `x`, if there is one. */
function own(x: PyValue, name: string, args: PyValue[]): PyValue | undefined {
  const method = lookupAttr(typeOf(x), name);
  return method === undefined || method === None ? undefined : invoke(method, [x, ...args]);
}

/** Returns `copy.copy(x)`. Throws TypeError for what cannot be copied. */
function copy(x: PyValue): PyValue {
  const type = typeOf(x);
  if (isAtomic(x) || type === tupleType || type === frozensetType || (typeOf(type) !== typeType && x instanceof PyType))
    return x;
  if (type === listType || type === dictType || type === setType || type === bytearrayType)
    return invoke(getAttr(x, 'copy'), []);
  const made = own(x, '__copy__', []);
  if (made !== undefined) return made;
  return reconstruct(x, null, invoke(getAttr(x, '__reduce_ex__'), [4]));
}

/** Returns `copy.deepcopy(x, memo)`. */
function deepcopy(x: PyValue, memo: PyDict): PyValue {
  if (isAtomic(x) && !(x instanceof PySlice)) return x;
  checkInterrupt();
  const id = idOf(x);
  const known = memo.get(id);
  if (known !== undefined) return known;
  const type = typeOf(x);
  if (type === listType) {
    const out = listFrom([]);
    memo.set(id, out);
    const from = x as PyList;
    for (const v of listToArray(from)) listAppend(out, deepcopy(v, memo));
    return out;
  }
  if (type === dictType) {
    const out = new PyDict();
    memo.set(id, out);
    for (const [k, v] of [...(x as PyDict).entries()]) out.set(deepcopy(k, memo), deepcopy(v, memo));
    return out;
  }
  let made: PyValue;
  if (type === tupleType) made = deepTuple(x as PyTuple, memo, id);
  else if (x instanceof PyMethod) made = new PyMethod(x.fn, deepcopy(x.self, memo));
  else made = own(x, '__deepcopy__', [memo]) ?? reconstruct(x, memo, invoke(getAttr(x, '__reduce_ex__'), [4]));
  if (made !== x) memo.set(id, made);
  return made;
}

/** Copies a tuple deeply; one whose items are their own copies is its own. */
function deepTuple(t: PyTuple, memo: PyDict, id: number): PyValue {
  const items = t.items.map((v) => deepcopy(v, memo));
  const made = memo.get(id);
  if (made !== undefined) return made;
  return items.every((v, i) => v === t.items[i]) ? t : new PyTuple(items);
}

/** Makes an object of what `__reduce_ex__` gave; deeply where there is a memo. */
function reconstruct(x: PyValue, memo: PyDict | null, reduced: PyValue): PyValue {
  if (strOf(reduced) !== undefined) return x;
  if (!(reduced instanceof PyTuple)) typeError(`__reduce__ must return a string or tuple`);
  const [make, given, state = None, listItems = None, dictItems = None] = reduced.items as [
    PyValue,
    PyValue,
    PyValue?,
    PyValue?,
    PyValue?,
  ];
  const deep = (v: PyValue): PyValue => (memo === null ? v : deepcopy(v, memo));
  const y = invoke(make, toArray(given).map(deep));
  if (memo !== null) memo.set(idOf(x), y);
  if (state !== None) restoreState(y, deep(state));
  if (listItems !== None) for (const v of iterate(listItems)) invoke(getAttr(y, 'append'), [deep(v)]);
  if (dictItems !== None) {
    for (const pair of iterate(dictItems)) {
      const [k, v] = toArray(pair);
      setItem(y, deep(k!), deep(v!));
    }
  }
  return y;
}

/** Gives a new object the state of the one copied. */
function restoreState(y: PyValue, given: PyValue): void {
  const setState = lookupAttr(y, '__setstate__');
  if (setState !== undefined) {
    invoke(setState, [given]);
    return;
  }
  let state = given;
  let slots: PyValue = None;
  if (given instanceof PyTuple && given.items.length === 2) [state, slots] = given.items as [PyValue, PyValue];
  if (state !== None && isTrue(state)) {
    for (const [k, v] of pairs(state)) {
      const name = strOf(k);
      if (name === undefined || !setOwnAttr(y, name, v)) invoke(getAttr(getAttr(y, '__dict__'), 'update'), [state]);
    }
  }
  if (slots !== None) for (const [k, v] of pairs(slots)) setAttr(y, strOf(k)!, v);
}

/** Returns the items of a state. */
function pairs(m: PyValue): [PyValue, PyValue][] {
  if (m instanceof PyDict) return [...m.entries()];
  return toArray(invoke(getAttr(m, 'items'), [])).map((p) => toArray(p) as [PyValue, PyValue]);
}

/** Makes the module. */
export function makeModule(): PyModule {
  const namespace = new PyDict();
  namespace.set('__module__', 'copy');
  const error = invoke(typeType, ['Error', new PyTuple([exceptionType('Exception')]), namespace]);
  return nativeModule('copy', [
    ...makeFunctions('copy', {
      'copy(x)': copy,
      'deepcopy(x, memo?, _nil?)': (x: PyValue, memo: PyValue = None) =>
        deepcopy(x, memo instanceof PyDict ? memo : new PyDict()),
      'replace(obj, /, **changes)': (obj: PyValue, changes: Kwargs) => {
        const method = lookupAttr(typeOf(obj), '__replace__');
        if (method === undefined || method === None)
          typeError(`replace() does not support ${typeOf(obj).name} objects`);
        return invoke(method, [obj], changes);
      },
    }),
    ['Error', error],
    ['error', error],
    ['__all__', listFrom(['Error', 'copy', 'deepcopy', 'replace'])],
  ]);
}
