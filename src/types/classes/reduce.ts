/** What `copy` and `pickle` take apart an object into: `object.__reduce_ex__` and `object.__getstate__`. */
import { PyBoundBuiltin } from '../../objects/core/builtin.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { ownNames } from '../../objects/core/instance.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyList, PyTuple, objectType, strOf, typeOf } from '../../objects/core/values.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { callBound } from '../../objects/slots/descriptor.ts';
import { importedAttr } from '../../objects/slots/imported.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { getIter, toArray } from '../../protocol/iterate.ts';
import { nativeBase } from './slots.ts';

/** Returns the default state of an object for copying: its dict, or (dict, members) with `__slots__`. */
export function getState(self: PyValue): PyValue {
  let state: PyValue = None;
  const names = ownNames(self);
  if (names.length > 0) {
    const d = new PyDict();
    for (const n of names) d.set(n, getAttr(self, n as string));
    state = d;
  }
  const type = typeOf(self);
  if (type.slotNames === null && !type.heap) return state;
  const members = new PyDict();
  for (const n of toArray(invoke(importedAttr('copyreg', '_slotnames'), [type]))) {
    const v = lookupAttr(self, strOf(n) ?? typeError(`__slotnames__ must hold names, not ${typeOf(n).name}`));
    if (v !== undefined) members.set(n, v);
  }
  return members.size === 0 ? state : new PyTuple([state, members]);
}

/**
 * Returns the state of an object for copying. Throws TypeError where the default would lose what a built-in class keeps
 * and neither arguments nor items bring back.
 */
function stateOf(self: PyValue, alone: boolean): PyValue {
  const method = getAttr(self, '__getstate__');
  const isDefault =
    method instanceof PyBoundBuiltin && method.fn === objectType.dict.get('__getstate__') && method.self === self;
  if (!isDefault) return invoke(method, []);
  if (alone && nativeBase(typeOf(self)) !== objectType) typeError(`cannot pickle '${typeOf(self).name}' object`);
  return getState(self);
}

/** Returns what `__new__` is to be given: positional arguments, null without, and a dict of keywords or null. */
function newArguments(self: PyValue, type: PyType): [PyTuple | null, PyDict | null] {
  const extended = type.lookup('__getnewargs_ex__');
  if (extended !== undefined) return extendedArguments(callBound(extended, self));
  const method = type.lookup('__getnewargs__');
  if (method === undefined) return [null, null];
  const args = callBound(method, self);
  if (!(args instanceof PyTuple)) typeError(`__getnewargs__ should return a tuple, not '${typeOf(args).name}'`);
  return [args, null];
}

/** Checks what `__getnewargs_ex__` has returned. Throws TypeError and ValueError. */
function extendedArguments(pair: PyValue): [PyTuple, PyDict] {
  if (!(pair instanceof PyTuple)) typeError(`__getnewargs_ex__ should return a tuple, not '${typeOf(pair).name}'`);
  const [args, kw] = pair.items;
  if (pair.items.length !== 2)
    valueError(`__getnewargs_ex__ should return a tuple of length 2, not ${pair.items.length}`);
  const what = (i: string): string => `${i} item of the tuple returned by __getnewargs_ex__ must be`;
  if (!(args instanceof PyTuple)) typeError(`${what('first')} a tuple, not '${typeOf(args!).name}'`);
  if (!(kw instanceof PyDict)) typeError(`${what('second')} a dict, not '${typeOf(kw!).name}'`);
  return [args, kw];
}

/** Makes what `copy` and `pickle` rebuild an object from, as `object.__reduce_ex__` (protocol 2 and up). */
export function reduce(self: PyValue): PyValue {
  const type = typeOf(self);
  const items = self instanceof PyList ? getIter(listFrom(toArray(self))) : None;
  const pairs = self instanceof PyDict ? getIter(invoke(getAttr(self, 'items'), [])) : None;
  if (!type.heap && type !== objectType && items === None && pairs === None)
    typeError(`cannot pickle '${type.name}' object`);
  const [args, kw] = newArguments(self, type);
  const state = stateOf(self, args === null && items === None && pairs === None);
  const tail = [state, items, pairs];
  if (kw !== null && kw.size > 0)
    return new PyTuple([importedAttr('copyreg', '__newobj_ex__'), new PyTuple([type, args!, kw]), ...tail]);
  return new PyTuple([importedAttr('copyreg', '__newobj__'), new PyTuple([type, ...(args?.items ?? [])]), ...tail]);
}
