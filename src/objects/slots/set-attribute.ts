/**
 * Writing attributes: `obj.name = value` and `del obj.name`, by the methods of classes.
 *
 * A data descriptor of the class comes first, then the instance's own attributes. A type whose `__setattr__` and
 * `__delattr__` are native registers one *setter* for both, so that no exception or argument list is made where
 * nothing in Python overrides them.
 */
import { callBound, isDataDescriptor, setThrough } from './descriptor.ts';
import { attributeName, missing } from './attribute.ts';
import { PyClassMethod, PyStaticMethod } from '../core/descriptors.ts';
import { PyType, type PyValue, isShaped } from '../core/object.ts';
import { None, PyFunction, PyModule, objectType, typeOf, typeType } from '../core/values.ts';
import { PyBuiltin } from '../core/builtin.ts';
import { attributeError, typeError } from '../core/exceptions.ts';
import { deleteOwnAttr, setOwnAttr } from '../core/instance.ts';

/** Native `__setattr__`/`__delattr__` by the type that defines them; `value` undefined deletes. */
type Setter = (obj: any, name: string, value: PyValue | undefined) => void;
const setters = new Map<PyType, Setter>();

/** Refuses to use the `__setattr__` of a base on a class: it would go round what classes check. */
function checkSetter(set: Setter, obj: PyValue, name: '__setattr__' | '__delattr__'): void {
  if (set === setGeneric && obj instanceof PyType) typeError(`can't apply this ${name} to ${typeOf(obj).name} object`);
}

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
        checkSetter(set, self, '__setattr__');
        set(self, attributeName(name), value);
        return None;
      },
    ),
  );
  type.dict.set(
    '__delattr__',
    new PyBuiltin('__delattr__', 'name, /', 'wrapper', type, null, (self: PyValue, name: PyValue) => {
      checkSetter(set, self, '__delattr__');
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
  return s instanceof PyBuiltin && type.isSubtype(s.owner!) ? setters.get(s.owner!) : undefined;
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
