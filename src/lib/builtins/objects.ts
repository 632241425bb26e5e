/**
 * Built-in functions on objects: getattr, isinstance, iter, len, repr, hash, dir, …
 */
import { delAttr } from '../../objects/slots/set-attribute.ts';
import { callBound } from '../../objects/slots/descriptor.ts';
import { world } from '../../objects/core/world.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyByteArray, PyBytes, PyIterator, generatorType, strOf, typeOf } from '../../objects/core/values.ts';
import { makeFunctions } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, typeError } from '../../objects/core/exceptions.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { idOf } from '../../objects/core/identity.ts';
import { PyCallableIterator } from '../../types/containers/iterators.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { isCallable } from '../../types/functions/method.ts';
import { dirOf, sortedNames } from '../../types/classes/object.ts';
import { chr, ord, strLength } from '../../types/str/code-points.ts';
import { attributeName, lookupAttr } from '../../objects/slots/attribute.ts';
import { getAttr, setAttr } from '../../protocol/attribute.ts';
import { hash, isInstance, isSubclass } from '../../objects/slots/compare.ts';
import { isTrue } from '../../protocol/compare.ts';
import { ascii, format, repr } from '../../objects/slots/format.ts';
import { iterNext, isRaised } from '../../objects/slots/iterate.ts';
import { getIter, toArray } from '../../protocol/iterate.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { lengthOf } from '../../objects/slots/subscript.ts';

/** `next(it, default)`. */
function next(it: PyValue, fallback: PyValue | undefined): PyValue {
  if (it instanceof PyIterator && it.type !== generatorType && !it.type.heap) {
    const x = it.next() ?? fallback;
    if (x === undefined) throw new PyRaise(makeException('StopIteration'));
    return x;
  }
  const f = typeOf(it).lookup('__next__');
  if (f === undefined) typeError(`'${typeOf(it).name}' object is not an iterator`);
  try {
    return callBound(f, it);
  } catch (e) {
    if (fallback !== undefined && isRaised(e, 'StopIteration')) return fallback;
    throw e;
  }
}

/** `vars(object)`. */
function vars(x: PyValue | undefined): PyValue {
  if (x === undefined) return world.locals() ?? None;
  return lookupAttr(x, '__dict__') ?? typeError('vars() argument must have __dict__ attribute');
}

/** `ord(c)`. */
function ordOf(c: PyValue): PyValue {
  const text = strOf(c);
  if (text !== undefined) {
    const n = strLength(text);
    if (n !== 1) typeError(`ord() expected a character, but string of length ${n} found`);
    return ord(text);
  }
  if (c instanceof PyBytes || c instanceof PyByteArray) {
    const n = c instanceof PyBytes ? c.data.length : c.length;
    if (n !== 1) typeError(`ord() expected a character, but string of length ${n} found`);
    return c.data[0]!;
  }
  return typeError(`ord() expected string of length 1, but ${typeOf(c).name} found`);
}

/** `dir(object)`. */
function dir(x: PyValue | undefined): PyValue {
  if (x !== undefined) return listFrom(dirOf(x));
  const names = world.locals();
  return listFrom(names === null ? [] : sortedNames(toArray(invoke(getAttr(names, 'keys'), []))));
}

export const objectFunctions = makeFunctions('builtins', {
  'all(iterable, /); read if scalars': (x: PyValue) => {
    const it = getIter(x);
    for (let v = iterNext(it); v !== undefined; v = iterNext(it)) if (!isTrue(v)) return false;
    return true;
  },
  'any(iterable, /); read if scalars': (x: PyValue) => {
    const it = getIter(x);
    for (let v = iterNext(it); v !== undefined; v = iterNext(it)) if (isTrue(v)) return true;
    return false;
  },
  'ascii(obj, /); pure if scalar': (x: PyValue) => ascii(x),
  'callable(obj, /); pure if scalar': (x: PyValue) => isCallable(x),
  'chr(i, /); pure if scalar': (i: PyValue) => chr(indexOf(i)),
  'delattr(obj, name, /)': (x: PyValue, name: PyValue) => {
    delAttr(x, attributeName(name));
    return None;
  },
  'dir(object?, /); frame': dir,
  'format(value, format_spec?, /); pure if scalar scalar': (x: PyValue, spec: PyValue = '') =>
    format(x, strOf(spec) ?? typeError(`format() argument 2 must be str, not ${typeOf(spec).name}`)),
  'getattr(object, name, default?, /)': (x: PyValue, name: PyValue, fallback?: PyValue) => {
    const text = attributeName(name);
    return fallback === undefined ? getAttr(x, text) : (lookupAttr(x, text) ?? fallback);
  },
  'hasattr(obj, name, /)': (x: PyValue, name: PyValue) => lookupAttr(x, attributeName(name)) !== undefined,
  'hash(obj, /); pure if scalar': (x: PyValue) => hash(x),
  'id(obj, /)': (x: PyValue) => idOf(x),
  'isinstance(obj, class_or_tuple, /); pure if scalar type': (x: PyValue, cls: PyValue) => isInstance(x, cls),
  'issubclass(cls, class_or_tuple, /)': (x: PyValue, cls: PyValue) => isSubclass(x, cls),
  'iter(object, sentinel?, /)': (x: PyValue, sentinel?: PyValue) => {
    if (sentinel === undefined) return getIter(x);
    if (!isCallable(x)) typeError('iter(v, w): v must be callable');
    return new PyCallableIterator(x, sentinel);
  },
  'len(obj, /); pure if scalar | tuple | range; read if list | dict | table': (x: PyValue) => lengthOf(x),
  'next(iterator, default?, /)': next,
  'ord(c, /); pure if scalar': ordOf,
  'repr(obj, /); pure if scalar': (x: PyValue) => repr(x),
  'setattr(obj, name, value, /)': (x: PyValue, name: PyValue, value: PyValue) => {
    setAttr(x, attributeName(name), value);
    return None;
  },
  'vars(object?, /); frame': vars,
  'aiter(async_iterable, /)': (x: PyValue) => {
    const f = typeOf(x).lookup('__aiter__');
    return f === undefined ? typeError(`'${typeOf(x).name}' object is not an async iterable`) : callBound(f, x);
  },
  'globals(); frame': () => world.globals() ?? new PyDict(),
  'locals(); frame': () => world.locals() ?? new PyDict(),
});
