/**
 * Attribute access: `obj.name`, `obj.name = value`, `del obj.name`, by the methods of classes. (`plans.ts` has the
 * plans by which the interpreter and traces do the same faster.)
 *
 * The order is that of `object.__getattribute__` (reference, "Implementing Descriptors"): data
 * descriptor on the class, the instance's own attribute, anything else on the class, `__getattr__`.
 * Classes, modules, bound methods and `super` look elsewhere first: a type whose `__getattribute__`
 * is native may register a *finder* under which its instances are searched. A finder returns
 * undefined for "no such attribute" so that `hasattr` and `__getattr__` cost no exception object.
 */
import { PyClassMethod, PyGetSet, PyMember, PyProperty, PyStaticMethod } from '../core/descriptors.ts';
import { type PyType, type PyValue, type Shaped, PyType as Type, isShaped } from '../core/object.ts';
import {
  None,
  PyFunction,
  PyMethod,
  PyModule,
  classmethodType,
  methodType,
  moduleType,
  objectType,
  propertyType,
  staticmethodType,
  typeOf,
  typeType,
} from '../core/values.ts';
import { PyBoundBuiltin, PyBuiltin } from '../core/builtin.ts';
import {
  type PyException,
  PyRaise,
  attributeError,
  exceptionType,
  makeException,
  typeError,
} from '../core/exceptions.ts';
import { invoke } from '../core/invoke.ts';
import { connect } from '../core/world.ts';
import { deleteMember, deleteOwnAttr, memberValue, ownAttr, setMember, setOwnAttr } from '../core/instance.ts';

/* ---- descriptors ---- */

/** Tells whether a class attribute takes precedence over the instance's own (has `__set__` or `__delete__`). */
export function isDataDescriptor(descr: PyValue): boolean {
  if (typeof descr !== 'object') return false;
  if (descr instanceof PyFunction || descr instanceof PyBuiltin) return false;
  if (descr instanceof PyGetSet || descr instanceof PyMember || descr instanceof PyProperty) return true;
  const t = descr.type;
  return t.lookup('__set__') !== undefined || t.lookup('__delete__') !== undefined;
}

/** Binds a class attribute to an instance, as `obj.attr` does; undefined for an unset `__slots__` entry. */
function bindTo(descr: PyValue, obj: PyValue, type: PyType): PyValue | undefined {
  if (typeof descr !== 'object') return descr;
  if (descr instanceof PyFunction) return new PyMethod(descr, obj);
  if (descr instanceof PyBuiltin) {
    switch (descr.kind) {
      case 'method':
      case 'wrapper':
        return new PyBoundBuiltin(descr, obj);
      case 'classmethod':
        return new PyBoundBuiltin(descr, type);
      default:
        return descr;
    }
  }
  if (descr instanceof PyGetSet) return descr.get(obj);
  if (descr instanceof PyMember) return isShaped(obj) ? memberValue(obj, descr.name) : undefined;
  const kind = descr.type;
  if (kind === propertyType) return getProperty(descr as PyProperty, obj);
  if (kind === classmethodType) return new PyMethod((descr as PyClassMethod).fn, type);
  if (kind === staticmethodType) return (descr as PyStaticMethod).fn;
  const get = kind.lookup('__get__');
  if (get === undefined) return descr;
  return callBound(get, descr, obj, type);
}

/** Binds an attribute found on a class itself, as `cls.attr` does. */
function bindToClass(descr: PyValue, type: PyType): PyValue {
  if (typeof descr !== 'object' || descr instanceof PyFunction) return descr;
  if (descr instanceof PyBuiltin) return descr.kind === 'classmethod' ? new PyBoundBuiltin(descr, type) : descr;
  if (descr instanceof PyGetSet || descr instanceof PyMember) return descr;
  const kind = descr.type;
  if (kind === propertyType) return descr;
  if (kind === classmethodType) return new PyMethod((descr as PyClassMethod).fn, type);
  if (kind === staticmethodType) return (descr as PyStaticMethod).fn;
  const get = kind.lookup('__get__');
  if (get === undefined) return descr;
  return callBound(get, descr, None, type);
}

/** Calls a special method found on the type of `self`. */
export function callBound(method: PyValue, self: PyValue, ...args: PyValue[]): PyValue {
  if (
    method instanceof PyBuiltin &&
    (method.kind === 'wrapper' || method.kind === 'method') &&
    method.accepts(args.length)
  )
    return method.impl(self, ...args);
  if (
    method instanceof PyFunction ||
    (method instanceof PyBuiltin && method.takesSelf && method.kind !== 'classmethod')
  )
    return invoke(method, [self, ...args]);
  return invoke(bindDescriptor(method, self, typeOf(self)), args);
}

/** Calls a special method of one argument found on the type of `self`. */
export function callBinary(method: PyValue, self: PyValue, arg: PyValue): PyValue {
  if (method instanceof PyFunction) return invoke(method, [self, arg]);
  if (method instanceof PyBuiltin && (method.kind === 'wrapper' || method.kind === 'method') && method.accepts(1))
    return method.impl(self, arg);
  return callBound(method, self, arg);
}

/**
 * Applies `descr.__get__(obj, type)`; `obj` undefined means access through the class. Returns
 * `descr` itself where it is no descriptor. May run Python; throws AttributeError for an unset slot.
 */
export function bindDescriptor(descr: PyValue, obj: PyValue | undefined, type: PyType): PyValue {
  if (obj === undefined) return bindToClass(descr, type);
  const bound = bindTo(descr, obj, type);
  if (bound === undefined) missing(obj, (descr as PyMember).name);
  return bound;
}

/** Runs the getter of a property. */
function getProperty(p: PyProperty, obj: PyValue): PyValue {
  if (p.fget === None) attributeErrorOf(`property${propertyName(p)} of '${typeOf(obj).qualname}' object has no getter`);
  return invoke(p.fget, [obj]);
}

/** Runs the setter of a property, or its deleter where `value` is undefined. */
export function setProperty(p: PyProperty, obj: PyValue, value: PyValue | undefined): void {
  const fn = value === undefined ? p.fdel : p.fset;
  if (fn === None)
    attributeErrorOf(
      `property${propertyName(p)} of '${typeOf(obj).qualname}' ` +
        `object has no ${value === undefined ? 'deleter' : 'setter'}`,
    );
  invoke(fn, value === undefined ? [obj] : [obj, value]);
}

function propertyName(p: PyProperty): string {
  return p.name === null ? '' : ` '${p.name}'`;
}

/** Raises AttributeError without `name` and `obj`, as the descriptors do. */
function attributeErrorOf(message: string): never {
  throw new PyRaise(makeException('AttributeError', message));
}

/** Sets through a data descriptor (deletes where `value` is undefined); returns false if it is not one. */
function setThrough(descr: PyValue, obj: PyValue, type: PyType, value: PyValue | undefined): boolean {
  if (typeof descr !== 'object' || descr instanceof PyFunction || descr instanceof PyBuiltin) return false;
  if (descr instanceof PyGetSet) {
    if (descr.set === null)
      attributeErrorOf(`attribute '${descr.name}' of '${descr.owner.name}' objects is not writable`);
    descr.set(obj, value);
    return true;
  }
  if (descr instanceof PyMember) {
    setThroughMember(descr, obj, value);
    return true;
  }
  const kind = descr.type;
  if (kind === propertyType) {
    setProperty(descr as PyProperty, obj, value);
    return true;
  }
  const method = kind.lookup(value === undefined ? '__delete__' : '__set__');
  if (method === undefined) {
    if (!isDataDescriptor(descr)) return false;
    return attributeErrorOf(value === undefined ? '__delete__' : '__set__');
  }
  if (value === undefined) callBound(method, descr, obj);
  else callBound(method, descr, obj, value);
  void type;
  return true;
}

/** Sets or deletes an entry of `__slots__`. Throws TypeError for an object of another class. */
export function setThroughMember(descr: PyMember, obj: PyValue, value: PyValue | undefined): void {
  checkMember(descr, obj);
  if (value !== undefined) setMember(obj as Shaped, descr.name, value);
  else if (!deleteMember(obj as Shaped, descr.name)) attributeErrorOf(descr.name);
}

/** Raises TypeError unless an object has the entry of `__slots__`. */
export function checkMember(descr: PyMember, obj: PyValue): void {
  if (!isShaped(obj) || !typeOf(obj).isSubtype(descr.owner)) {
    typeError(
      `descriptor '${descr.name}' for '${descr.owner.name}' objects doesn't apply to a '${typeOf(obj).name}' object`,
    );
  }
}

/* ---- finders: attribute lookup without __getattr__ ---- */

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
  if (descr !== undefined && isDataDescriptor(descr)) return bindTo(descr, obj, type);
  const own = ownAttr(obj, name);
  if (own !== undefined) return own;
  return descr === undefined ? undefined : bindTo(descr, obj, type);
}

/** Looks up as `type.__getattribute__` does. */
export function findInClass(cls: PyType, name: string): PyValue | undefined {
  const meta = cls.type;
  const descr = meta.lookup(name);
  if (descr !== undefined && isDataDescriptor(descr)) return bindTo(descr, cls, meta);
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
  return g instanceof PyBuiltin ? finders.get(g.owner!) : undefined;
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
  if (type.lookup('__getattr__') !== undefined) return getWithFallback(obj, type, find, name);
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

/** Returns `obj.name` for a class with `__getattr__`, which is asked when lookup raises AttributeError. */
function getWithFallback(obj: PyValue, type: PyType, find: Finder | undefined, name: string): PyValue {
  let pending: PyRaise | null = null;
  try {
    const found = find !== undefined ? find(obj, name) : callBound(type.lookup('__getattribute__')!, obj, name);
    if (found !== undefined) return found;
  } catch (e) {
    if (!isAttributeError(e)) throw e;
    pending = e as PyRaise;
  }
  void pending;
  return callBound(type.lookup('__getattr__')!, obj, name);
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

/** Names a class with its module, as the messages of newer code do (`%T`). */
function fullName(type: PyType): string {
  return type.module === 'builtins' || type.module === '__main__' ? type.qualname : `${type.module}.${type.qualname}`;
}

/** Returns the text of an attribute name given by a program. Throws TypeError. */
export function attributeName(name: PyValue): string {
  if (typeof name === 'string') return name;
  const text = (name as { value?: unknown }).value;
  if (typeof text === 'string') return text;
  return typeError(`attribute name must be string, not '${typeOf(name).name}'`);
}

/* ---- writing ---- */

/** Native `__setattr__`/`__delattr__` by the type that defines them; `value` undefined deletes. */
type Setter = (obj: any, name: string, value: PyValue | undefined) => void;
const setters = new Map<PyType, Setter>();

/** Makes `set` the native `__setattr__` and `__delattr__` of instances of `type`. */
export function setSetter(type: PyType, set: Setter): void {
  setters.set(type, set);
  type.dict.set(
    '__setattr__',
    new PyBuiltin(
      '__setattr__',
      'name, value, /',
      'wrapper',
      type,
      null,
      (self: PyValue, name: PyValue, value: PyValue) => {
        set(self, attributeName(name), value);
        return None;
      },
    ),
  );
  type.dict.set(
    '__delattr__',
    new PyBuiltin('__delattr__', 'name, /', 'wrapper', type, null, (self: PyValue, name: PyValue) => {
      set(self, attributeName(name), undefined);
      return None;
    }),
  );
}

/** Sets or deletes as `object.__setattr__` and `__delattr__` do. */
export function setGeneric(obj: PyValue, name: string, value: PyValue | undefined): void {
  const type = typeOf(obj);
  const descr = type.lookup(name);
  if (descr !== undefined && setThrough(descr, obj, type, value)) return;
  if (value !== undefined ? setOwnAttr(obj, name, value) : deleteOwnAttr(obj, name)) return;
  if (hasDict(obj)) missing(obj, name);
  if (descr !== undefined) attributeError(`'${type.name}' object attribute '${name}' is read-only`, obj, name);
  attributeError(
    `'${type.name}' object has no attribute '${name}' and no __dict__ for setting new attributes`,
    obj,
    name,
  );
}

/** Tells whether an object keeps attributes of its own. */
function hasDict(obj: PyValue): boolean {
  if (typeof obj !== 'object') return false;
  if (isShaped(obj)) return obj.shape.owner.hasDict;
  return (
    obj instanceof PyFunction ||
    obj instanceof PyModule ||
    obj instanceof PyClassMethod ||
    obj instanceof PyStaticMethod
  );
}

/** Sets or deletes an attribute of a class, as `type.__setattr__` does. */
export function setInClass(cls: PyType, name: string, value: PyValue | undefined): void {
  if (!cls.heap) typeError(`cannot set '${name}' attribute of immutable type '${cls.name}'`);
  const meta = cls.type;
  const descr = meta.lookup(name);
  if (descr !== undefined && isDataDescriptor(descr)) {
    setThrough(descr, cls, meta, value);
    return;
  }
  if (value !== undefined) cls.setAttr(name, value);
  else if (!cls.deleteAttr(name)) missing(cls, name);
}

setSetter(objectType, setGeneric);
setSetter(typeType, setInClass);

/** Returns the native setter of a type, or undefined where Python code overrides it. */
function setterOf(type: PyType, dunder: '__setattr__' | '__delattr__'): Setter | undefined {
  const s = type.lookup(dunder);
  return s instanceof PyBuiltin ? setters.get(s.owner!) : undefined;
}

/** Performs `obj.name = value`. Throws AttributeError or TypeError, or what a descriptor raises. */
export function setAttr(obj: PyValue, name: string, value: PyValue): void {
  const type = typeOf(obj);
  const set = setterOf(type, '__setattr__');
  if (set !== undefined) set(obj, name, value);
  else callBound(type.lookup('__setattr__')!, obj, name, value);
}

/** Performs `del obj.name`. Throws AttributeError or TypeError, or what a descriptor raises. */
export function delAttr(obj: PyValue, name: string): void {
  const type = typeOf(obj);
  const set = setterOf(type, '__delattr__');
  if (set !== undefined) set(obj, name, undefined);
  else callBound(type.lookup('__delattr__')!, obj, name);
}

connect({ bind: (descr, self) => bindDescriptor(descr, self, typeOf(self)) });
