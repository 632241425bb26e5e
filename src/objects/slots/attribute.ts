/**
 * Reading attributes: `obj.name` by the methods of classes. (`plans.ts` has the plans by which the interpreter and
 * traces do the same faster.)
 *
 * The order is that of `object.__getattribute__` (reference, "Implementing Descriptors"): data
 * descriptor on the class, the instance's own attribute, anything else on the class, `__getattr__`.
 * Classes, modules, bound methods and `super` look elsewhere first: a type whose `__getattribute__`
 * is native may register a *finder* under which its instances are searched. A finder returns
 * undefined for "no such attribute" so that `hasattr` and `__getattr__` cost no exception object.
 */
import { bindTo, bindToClass, callBound, fullName, isDataDescriptor, isReadable } from './descriptor.ts';
import { PyMember } from '../core/descriptors.ts';
import { type PyType, type PyValue, PyType as Type } from '../core/object.ts';
import { None, PyMethod, PyModule, methodType, moduleType, objectType, typeOf, typeType } from '../core/values.ts';
import { PyBuiltin } from '../core/builtin.ts';
import { type PyException, PyRaise, attributeError, exceptionType, typeError } from '../core/exceptions.ts';
import { invoke } from '../core/invoke.ts';
import { ownAttr } from '../core/instance.ts';

export type Finder = (obj: any, name: string) => PyValue | undefined;

const finders = new Map<PyType, Finder>();

/** Makes `find` the native `__getattribute__` of instances of `type` (and subclasses that do not override it). */
export function setFinder(type: PyType, find: Finder): void {
  finders.set(type, find);
  type.dict.set(
    '__getattribute__',
    new PyBuiltin('__getattribute__', 'name, /', 'wrapper', type, null, (self: PyValue, name: PyValue) => {
      const text = attributeName(name);
      return find(self, text) ?? missing(self, text);
    }),
  );
}

/** Looks up as `object.__getattribute__` does. */
export function findGeneric(obj: PyValue, name: string): PyValue | undefined {
  const type = typeOf(obj);
  const descr = type.lookup(name);
  if (descr !== undefined && isDataDescriptor(descr) && isReadable(descr)) return bindTo(descr, obj, type);
  const own = ownAttr(obj, name);
  if (own !== undefined) return own;
  return descr === undefined ? undefined : bindTo(descr, obj, type);
}

/** Looks up as `type.__getattribute__` does. */
export function findInClass(cls: PyType, name: string): PyValue | undefined {
  const meta = cls.type;
  const descr = meta.lookup(name);
  if (descr !== undefined && isDataDescriptor(descr) && isReadable(descr)) return bindTo(descr, cls, meta);
  const own = cls.lookup(name);
  if (own !== undefined) return bindToClass(own, cls);
  return descr === undefined ? undefined : bindTo(descr, cls, meta);
}

/** Looks up in a module: its class, its dict, then its own `__getattr__` (PEP 562). */
function findInModule(mod: PyModule, name: string): PyValue | undefined {
  const found = findGeneric(mod, name);
  if (found !== undefined) return found;
  const hook = mod.dict.get('__getattr__');
  return hook === undefined ? undefined : invoke(hook, [name]);
}

/** Looks up in a bound method: its class, then its function. */
function findInMethod(method: PyMethod, name: string): PyValue | undefined {
  const descr = method.type.lookup(name);
  if (descr !== undefined) return bindTo(descr, method, method.type);
  return lookupAttr(method.fn, name);
}

/** `object.__getattribute__`. */
export const objectGetattribute = new PyBuiltin(
  '__getattribute__',
  'name, /',
  'wrapper',
  objectType,
  null,
  (self: PyValue, name: PyValue) => {
    const text = attributeName(name);
    return findGeneric(self, text) ?? missing(self, text);
  },
);
objectType.dict.set('__getattribute__', objectGetattribute);
setFinder(typeType, findInClass);
setFinder(moduleType, findInModule);
setFinder(methodType, findInMethod);

/** Returns the finder of a type, or undefined where a Python `__getattribute__` must run. */
function finderOf(type: PyType): Finder | undefined {
  const g = type.lookup('__getattribute__');
  if (g === objectGetattribute) return findGeneric;
  return g instanceof PyBuiltin && type.isSubtype(g.owner!) ? finders.get(g.owner!) : undefined;
}

/* ---- reading ---- */

/**
 * Returns `obj.name`. Throws AttributeError, or what a descriptor or `__getattr__` raises. An AttributeError
 * raised by Python code without `name` and `obj` gets them here, for suggestions.
 */
export function getAttr(obj: PyValue, name: string): PyValue {
  try {
    return getAttrRaw(obj, name);
  } catch (e) {
    if (isAttributeError(e)) addContext((e as PyRaise).exc, obj, name);
    throw e;
  }
}

function getAttrRaw(obj: PyValue, name: string): PyValue {
  const type = typeOf(obj);
  const find = finderOf(type);
  const fallback = type.lookup('__getattr__');
  if (fallback !== undefined) return getWithFallback(obj, type, find, name, fallback);
  const found = find !== undefined ? find(obj, name) : callBound(type.lookup('__getattribute__')!, obj, name);
  return found === undefined ? missing(obj, name) : found;
}

/** Says which attribute of what an AttributeError is about, where it does not say so itself. */
function addContext(exc: PyException, obj: PyValue, name: string): void {
  if (exc.fields !== null && ((exc.fields.get('name') ?? None) !== None || (exc.fields.get('obj') ?? None) !== None))
    return;
  exc.fields ??= new Map();
  exc.fields.set('name', name);
  exc.fields.set('obj', obj);
}

/**
 * Returns `obj.name` for a class with `__getattr__`, which is asked when lookup raises AttributeError, even where that
 * has deleted it.
 */
function getWithFallback(
  obj: PyValue,
  type: PyType,
  find: Finder | undefined,
  name: string,
  fallback: PyValue,
): PyValue {
  try {
    const found = find !== undefined ? find(obj, name) : callBound(type.lookup('__getattribute__')!, obj, name);
    if (found !== undefined) return found;
  } catch (e) {
    if (!isAttributeError(e)) throw e;
  }
  return callBound(fallback, obj, name);
}

/** Returns `obj.name`, or undefined where that raises AttributeError. Other exceptions pass. */
export function lookupAttr(obj: PyValue, name: string): PyValue | undefined {
  const type = typeOf(obj);
  try {
    const find = finderOf(type);
    if (find !== undefined && type.lookup('__getattr__') === undefined) return find(obj, name);
    return getAttr(obj, name);
  } catch (e) {
    if (isAttributeError(e)) return undefined;
    throw e;
  }
}

/** Tells whether something caught is a Python AttributeError. */
export function isAttributeError(e: unknown): boolean {
  return e instanceof PyRaise && e.exc.type.isSubtype(exceptionType('AttributeError'));
}

/** Raises the AttributeError of a missing attribute, in the wording for its kind of object. */
export function missing(obj: PyValue, name: string): never {
  if (obj instanceof PyMethod) missing(obj.fn, name);
  if (obj instanceof Type) attributeError(`type object '${obj.name}' has no attribute '${name}'`, obj, name);
  if (obj instanceof PyModule) {
    const shown = obj.dict.get('__name__');
    const spec = obj.dict.get('__spec__');
    const starting = spec !== undefined && spec !== None && lookupAttr(spec, '_initializing') === true;
    if (typeof shown !== 'string') attributeError(`module has no attribute '${name}'`, obj, name);
    if (starting)
      attributeError(
        `partially initialized module '${shown}' has no attribute '${name}' (most likely due to a circular import)`,
        obj,
        name,
      );
    attributeError(`module '${shown}' has no attribute '${name}'`, obj, name);
  }
  const type = typeOf(obj);
  const shown = type.lookup(name) instanceof PyMember ? fullName(type) : type.name;
  attributeError(`'${shown}' object has no attribute '${name}'`, obj, name);
}

/** Returns the text of an attribute name given by a program. Throws TypeError. */
export function attributeName(name: PyValue): string {
  if (typeof name === 'string') return name;
  const text = (name as { value?: unknown }).value;
  if (typeof text === 'string') return text;
  return typeError(`attribute name must be string, not '${typeOf(name).name}'`);
}
