/**
 * Subscription and length: `o[key]`, `o[key] = v`, `del o[key]`, `len(o)`, by the methods of the
 * object's class; on a class without a metaclass method, by `__class_getitem__` (PEP 560).
 */
import { callBinary, callBound } from './descriptor.ts';
import { PyType, type PyValue } from '../core/object.ts';
import { intOf, typeOf, typeType } from '../core/values.ts';
import { makeGenericAlias } from '../core/generic.ts';
import { PyRaise, indexError, makeException, overflowError, typeError, valueError } from '../core/exceptions.ts';
import { invoke } from '../core/invoke.ts';
import { lookupAttr } from './attribute.ts';
import { toNumberIndex } from './number.ts';

/** Returns `o[key]`. Throws TypeError where `o` is not subscriptable, or what its method raises. */
export function getItem(o: PyValue, key: PyValue): PyValue {
  const type = typeOf(o);
  const f = type.lookup('__getitem__');
  if (f !== undefined) return callBinary(f, o, key);
  if (o instanceof PyType) {
    if (o === typeType) return makeGenericAlias(o, key);
    const hook = lookupAttr(o, '__class_getitem__');
    if (hook !== undefined) return invoke(hook, [key]);
    typeError(`type '${o.name}' is not subscriptable`);
  }
  return typeError(`'${type.name}' object is not subscriptable`);
}

/** Performs `o[key] = v`. Throws TypeError, or what the method raises. */
export function setItem(o: PyValue, key: PyValue, v: PyValue): void {
  const f = typeOf(o).lookup('__setitem__');
  if (f !== undefined) callBound(f, o, key, v);
  else lacks(o, key, '__setitem__', '__delitem__', 'does not support item assignment');
}

/** Performs `del o[key]`. Throws TypeError, or what the method raises. */
export function delItem(o: PyValue, key: PyValue): void {
  const f = typeOf(o).lookup('__delitem__');
  if (f !== undefined) callBound(f, o, key);
  else {
    const message = asksIndex(o, key) ? "doesn't support item deletion" : 'does not support item deletion';
    lacks(o, key, '__delitem__', '__setitem__', message);
  }
}

/** Tells whether a key is asked for its number before an object is said to have no such items: that of a sequence. */
function asksIndex(o: PyValue, key: PyValue): boolean {
  return hasSequenceSlots(typeOf(o)) && (intOf(key) !== undefined || typeOf(key).lookup('__index__') !== undefined);
}

/** Tells whether a class has anything of a sequence (`tp_as_sequence`), as all have that a `class` statement makes. */
export function hasSequenceSlots(type: PyType): boolean {
  return type.heap || type.lookup('__len__') !== undefined;
}

/**
 * Raises for an object whose items cannot be set or deleted. In CPython one slot does both: where the other method
 * is there, this one is missed by name.
 */
function lacks(o: PyValue, key: PyValue, method: string, other: string, message: string): never {
  const type = typeOf(o);
  if (type.heap && type.lookup(other) !== undefined) throw new PyRaise(makeException('AttributeError', method));
  if (asksIndex(o, key))
    toNumberIndex(key, false, (k) => indexError(`cannot fit '${typeOf(k).name}' into an index-sized integer`));
  return typeError(`'${type.name}' object ${message}`);
}

/** Returns `len(o)`. Throws TypeError without `__len__`, ValueError or OverflowError for a bad result. */
export function lengthOf(o: PyValue): number | bigint {
  const f = typeOf(o).lookup('__len__');
  if (f === undefined) typeError(`object of type '${typeOf(o).name}' has no len()`);
  const r = callBound(f, o);
  const n = typeof r === 'number' ? r : intOf(r);
  if (n === undefined) typeError(`'${typeOf(r).name}' object cannot be interpreted as an integer`);
  if (n < 0) valueError('__len__() should return >= 0');
  if (typeof n === 'bigint' && n > 9223372036854775807n) overflowError("cannot fit 'int' into an index-sized integer");
  return n;
}

/** Returns `len(o)` for host code that counts with numbers; no sequence in memory is longer. */
export function countOf(o: PyValue): number {
  const n = lengthOf(o);
  return typeof n === 'number' ? n : Number.MAX_SAFE_INTEGER;
}
