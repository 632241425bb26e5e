/**
 * `super`: attribute access that starts after a class in the MRO of an object's class.
 *
 * The interpreter calls `superAttr` for `super().name`, or finds a method to call without making the object
 * (`semantics/attribute.ts`).
 */
import { PyObj, PyType, type PyValue } from '../../objects/core/object.ts';
import { None, native, superType, typeOf } from '../../objects/core/values.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError, raise } from '../../objects/core/exceptions.ts';
import { bindDescriptor, findGeneric, lookupAttr, missing, setFinder } from '../../objects/slots/attribute.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { superLookup } from '../../objects/core/super-lookup.ts';

/** A `super` object; `obj` and `objType` are null while unbound. */
export class PySuper extends PyObj {
  constructor(
    readonly thisClass: PyType,
    readonly obj: PyValue | null,
    readonly objType: PyType | null,
  ) {
    super();
  }
}
native(PySuper, superType);

/** Returns the class whose MRO `super(cls, obj)` searches. Throws TypeError where obj does not fit. */
export function superStart(cls: PyType, obj: PyValue): PyType {
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

/** Supplies the arguments of `super()`: class and first argument of the running function. Installed by the interpreter. */
let zeroArguments: () => readonly [PyValue, PyValue] = () => raise('RuntimeError', 'super(): no current frame');
export function installZeroArgumentSuper(find: () => readonly [PyValue, PyValue]): void {
  zeroArguments = find;
}

defNew(superType, 'type?, obj?, /', (cls: PyType, type?: PyValue, obj?: PyValue) => {
  let made: PySuper;
  if (type === undefined) made = makeSuper(...zeroArguments());
  else if (!(type instanceof PyType)) typeError(`super() argument 1 must be a type, not ${typeOf(type).name}`);
  else made = obj === undefined || obj === None ? new PySuper(type, null, null) : makeSuper(type, obj);
  return cls === superType ? made : shapeInstance(made, cls);
});
superType.allocate = (type) => shapeInstance(new PySuper(type, null, null), type);

defGetSet(superType, {
  __thisclass__: (s: PySuper) => s.thisClass,
  __self__: (s: PySuper) => s.obj ?? None,
  __self_class__: (s: PySuper) => s.objType ?? None,
});

defMethods(superType, {
  '__repr__()': (s: PySuper) =>
    s.objType === null
      ? `<super: <class '${s.thisClass.name}'>, NULL>`
      : `<super: <class '${s.thisClass.name}'>, <${s.objType.name} object>>`,
  '__get__(obj, type?, /)': (s: PySuper, obj: PyValue) =>
    obj === None || s.obj !== null ? s : makeSuper(s.thisClass, obj),
});
