/**
 * Subscription and length: `o[key]`, `o[key] = v`, `del o[key]`, `len(o)`, by the methods of the
 * object's class; on a class without a metaclass method, by `__class_getitem__` (PEP 560).
 */
import { PyType, type PyValue } from '../core/object.ts';
import { PyList, PyTuple, Store, intOf, listType, tupleType, typeOf, typeType } from '../core/values.ts';
import { makeGenericAlias } from '../core/generic.ts';
import { PyDict, dictType } from '../core/dict.ts';
import { PyBuiltin } from '../core/builtin.ts';
import { overflowError, typeError, valueError } from '../core/exceptions.ts';
import { invoke } from '../core/invoke.ts';
import { callBound, lookupAttr } from './attribute.ts';

/** Returns `o[key]`. Throws TypeError where `o` is not subscriptable, or what its method raises. */
export function getItem(o: PyValue, key: PyValue): PyValue {
  const type = typeOf(o);
  if (typeof key === 'number') {
    if (type === listType) {
      const l = o as PyList;
      const i = key < 0 ? key + l.items.length : key;
      if (i >= 0 && i < l.items.length && l.store !== Store.FLOAT) return l.items[i];
    } else if (type === tupleType) {
      const items = (o as PyTuple).items;
      const i = key < 0 ? key + items.length : key;
      if (i >= 0 && i < items.length) return items[i]!;
    }
  }
  if (type === dictType) {
    const v = (o as PyDict).get(key);
    if (v !== undefined) return v;
  }
  const f = type.lookup('__getitem__');
  if (f !== undefined) return callOne(f, o, key);
  if (o instanceof PyType) {
    if (o === typeType) return makeGenericAlias(o, key);
    const hook = lookupAttr(o, '__class_getitem__');
    if (hook !== undefined) return invoke(hook, [key]);
    typeError(`type '${o.name}' is not subscriptable`);
  }
  return typeError(`'${type.name}' object is not subscriptable`);
}

/** Calls a method found on the type of `self` with one argument; native ones directly. */
function callOne(f: PyValue, self: PyValue, arg: PyValue): PyValue {
  if (f instanceof PyBuiltin && (f.kind === 'wrapper' || f.kind === 'method') && f.accepts(1)) return f.impl(self, arg);
  return callBound(f, self, arg);
}

/** Performs `o[key] = v`. Throws TypeError, or what the method raises. */
export function setItem(o: PyValue, key: PyValue, v: PyValue): void {
  if (o instanceof PyDict && o.type === dictType) {
    o.set(key, v);
    return;
  }
  const f = typeOf(o).lookup('__setitem__');
  if (f === undefined) typeError(`'${typeOf(o).name}' object does not support item assignment`);
  callBound(f, o, key, v);
}

/** Performs `del o[key]`. Throws TypeError, or what the method raises. */
export function delItem(o: PyValue, key: PyValue): void {
  const f = typeOf(o).lookup('__delitem__');
  if (f === undefined) {
    typeError(`'${typeOf(o).name}' object doesn't support item deletion`);
  }
  callBound(f, o, key);
}

/** Returns `len(o)`. Throws TypeError without `__len__`, ValueError or OverflowError for a bad result. */
export function lengthOf(o: PyValue): number {
  if (o instanceof PyList || o instanceof PyTuple) {
    if (!o.type.heap) return o.items.length;
  }
  const f = typeOf(o).lookup('__len__');
  if (f === undefined) typeError(`object of type '${typeOf(o).name}' has no len()`);
  const r = callBound(f, o);
  const n = typeof r === 'number' ? r : intOf(r);
  if (n === undefined) typeError(`'${typeOf(r).name}' object cannot be interpreted as an integer`);
  if (n < 0) valueError('__len__() should return >= 0');
  if (typeof n === 'bigint') {
    if (n > 9223372036854775807n) overflowError("cannot fit 'int' into an index-sized integer");
    return Number.MAX_SAFE_INTEGER;
  }
  return n;
}
