/**
 * `super`: attribute access that starts after a class in the MRO of an object's class.
 *
 * The interpreter calls `superAttr` for `super().name`, or finds a method to call without making the object
 * (`semantics/attribute.ts`).
 */
import { bindDescriptor } from './descriptor.ts';
import { PyObj, PyType, type PyValue, superLookup } from '../core/object.ts';
import { native, superType, typeOf } from '../core/values.ts';
import { typeError } from '../core/exceptions.ts';
import { findGeneric, lookupAttr, missing, setFinder } from './attribute.ts';

/** A `super` object; `obj` and `objType` are null while unbound. */
export class PySuper extends PyObj {
  constructor(
    public thisClass: PyType,
    public obj: PyValue | null,
    public objType: PyType | null,
  ) {
    super();
  }
}
native(PySuper, superType);

/** Returns the class whose MRO `super(cls, obj)` searches. Throws TypeError where obj does not fit. */
function superStart(cls: PyType, obj: PyValue): PyType {
  if (obj instanceof PyType && obj.isSubtype(cls)) return obj;
  const type = typeOf(obj);
  if (type.isSubtype(cls)) return type;
  const claimed = lookupAttr(obj, '__class__');
  if (claimed instanceof PyType && claimed !== type && claimed.isSubtype(cls)) return claimed;
  const what = obj instanceof PyType ? `type ${obj.name}` : `instance of ${type.name}`;
  return typeError(`super(type, obj): obj (${what}) is not an instance or subtype of type (${cls.name}).`);
}

/** Returns `super(cls, self).name`. Throws TypeError or AttributeError. */
export function superAttr(cls: PyValue, self: PyValue, name: string): PyValue {
  return findInSuper(makeSuper(cls, self), name) ?? missing(makeSuper(cls, self), name);
}

/** Makes a bound super object. */
export function makeSuper(cls: PyValue, obj: PyValue): PySuper {
  if (!(cls instanceof PyType)) typeError(`super() argument 1 must be a type, not ${typeOf(cls).name}`);
  return new PySuper(cls, obj, superStart(cls, obj));
}

/** Looks up an attribute of a super object. */
function findInSuper(s: PySuper, name: string): PyValue | undefined {
  if (s.objType !== null && name !== '__class__') {
    const found = superLookup(s.thisClass, s.objType, name);
    if (found !== undefined) return bindDescriptor(found, s.obj === s.objType ? undefined : s.obj!, s.objType);
  }
  return findGeneric(s, name);
}
setFinder(superType, findInSuper);
