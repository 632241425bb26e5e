/**
 * What a class attribute does when it is reached through an instance or a class: the descriptors (reference,
 * "Implementing Descriptors"). Functions, natives, properties, `__slots__` entries, class and static methods are
 * known by their JS class; anything else by `__get__`, `__set__` and `__delete__` of its type.
 */
import {
  type PyClassMethod,
  PyGetSet,
  PyMember,
  PyProperty,
  type PyStaticMethod,
  PyStructMember,
} from '../core/descriptors.ts';
import { type PyType, type PyValue, type Shaped, isShaped } from '../core/object.ts';
import { None, PyFunction, PyMethod, classmethodType, propertyType, staticmethodType, typeOf } from '../core/values.ts';
import { PyBoundBuiltin, PyBuiltin } from '../core/builtin.ts';
import { PyRaise, attributeError, makeException, typeError } from '../core/exceptions.ts';
import { invoke } from '../core/invoke.ts';
import { connect } from '../core/world.ts';
import { deleteMember, memberValue, setMember } from '../core/instance.ts';
import { lookupAttr } from './attribute.ts';
import { repr } from './format.ts';

/** Tells whether a class attribute takes precedence over the instance's own (has `__set__` or `__delete__`). */
export function isDataDescriptor(descr: PyValue): boolean {
  if (typeof descr !== 'object') return false;
  if (descr instanceof PyFunction || descr instanceof PyBuiltin) return false;
  if (descr instanceof PyGetSet || descr instanceof PyMember || descr instanceof PyProperty) return true;
  const t = descr.type;
  return t.lookup('__set__') !== undefined || t.lookup('__delete__') !== undefined;
}

/** Tells whether a data descriptor can be read; where not, what the instance has itself comes before it. */
export function isReadable(descr: PyValue): boolean {
  if (descr instanceof PyGetSet || descr instanceof PyMember || descr instanceof PyProperty) return true;
  return typeOf(descr).lookup('__get__') !== undefined;
}

/** Binds a class attribute to an instance, as `obj.attr` does; undefined for an unset `__slots__` entry. */
export function bindTo(descr: PyValue, obj: PyValue, type: PyType): PyValue | undefined {
  if (typeof descr !== 'object') return descr;
  if (descr instanceof PyFunction) return new PyMethod(descr, obj);
  if (descr instanceof PyBuiltin) {
    switch (descr.kind) {
      case 'method':
      case 'wrapper':
        checkOwner(descr.name, descr.owner!, type);
        return new PyBoundBuiltin(descr, obj);
      case 'classmethod':
        return new PyBoundBuiltin(descr, type);
      default:
        return descr;
    }
  }
  if (descr instanceof PyGetSet) {
    checkOwner(descr.name, descr.owner, type);
    return descr.get(obj);
  }
  if (descr instanceof PyMember) {
    checkOwner(descr.name, descr.owner, type);
    return isShaped(obj) ? memberValue(obj, descr.name) : undefined;
  }
  const kind = descr.type;
  if (kind === propertyType) return getProperty(descr as PyProperty, obj);
  if (kind === classmethodType) return new PyMethod((descr as PyClassMethod).fn, type);
  if (kind === staticmethodType) return (descr as PyStaticMethod).fn;
  const get = kind.lookup('__get__');
  if (get === undefined) return descr;
  return callBound(get, descr, obj, type);
}

/** Binds an attribute found on a class itself, as `cls.attr` does. */
export function bindToClass(descr: PyValue, type: PyType): PyValue {
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
  ) {
    method.checkSelf(self);
    return method.impl(self, ...args);
  }
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
  if (method instanceof PyBuiltin && (method.kind === 'wrapper' || method.kind === 'method') && method.accepts(1)) {
    method.checkSelf(self);
    return method.impl(self, arg);
  }
  return callBound(method, self, arg);
}

/**
 * Applies `descr.__get__(obj, type)`; `obj` undefined means access through the class. Returns
 * `descr` itself where it is no descriptor. May run Python; throws AttributeError for an unset slot.
 */
export function bindDescriptor(descr: PyValue, obj: PyValue | undefined, type: PyType): PyValue {
  if (obj === undefined) return bindToClass(descr, type);
  const bound = bindTo(descr, obj, type);
  if (bound === undefined) {
    const name = (descr as PyMember).name;
    attributeError(`'${fullName(typeOf(obj))}' object has no attribute '${name}'`, obj, name);
  }
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

/** Names a property in a message: as its class did, else as its getter is called. */
function propertyName(p: PyProperty): string {
  const name = p.name ?? (p.fget === None ? undefined : lookupAttr(p.fget, '__name__'));
  return name === undefined ? '' : ` ${repr(name)}`;
}

/** Says that a computed attribute cannot be set. */
export function notWritable(descr: PyGetSet): string {
  return descr instanceof PyStructMember
    ? 'readonly attribute'
    : `attribute '${descr.name}' of '${descr.owner.name}' objects is not writable`;
}

/** Raises AttributeError without `name` and `obj`, as the descriptors do. */
function attributeErrorOf(message: string): never {
  throw new PyRaise(makeException('AttributeError', message));
}

/** Sets through a data descriptor (deletes where `value` is undefined); returns false if it is not one. */
export function setThrough(descr: PyValue, obj: PyValue, type: PyType, value: PyValue | undefined): boolean {
  if (typeof descr !== 'object' || descr instanceof PyFunction || descr instanceof PyBuiltin) return false;
  if (descr instanceof PyGetSet) {
    checkOwner(descr.name, descr.owner, type);
    if (descr.set === null) attributeErrorOf(notWritable(descr));
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
  checkOwner(descr.name, descr.owner, typeOf(obj));
}

/** Raises TypeError for a descriptor of one class that a class which is not derived from it has. */
function checkOwner(name: string, owner: PyType, type: PyType): void {
  if (type !== owner && !type.isSubtype(owner))
    typeError(`descriptor '${name}' for '${owner.name}' objects doesn't apply to a '${type.name}' object`);
}

/** Names a class with its module, as the messages of newer code do (`%T`). */
export function fullName(type: PyType): string {
  return type.module === 'builtins' || type.module === '__main__' ? type.qualname : `${type.module}.${type.qualname}`;
}

connect({ bind: (descr, self) => bindDescriptor(descr, self, typeOf(self)) });
