/** `super`: its construction and methods. The search is in `objects/slots/super.ts`. */
import { PyType, type PyValue } from '../../objects/core/object.ts';
import { None, superType, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { PySuper, makeSuper } from '../../objects/slots/super.ts';
import { world } from '../../objects/core/world.ts';

/** Makes what `super(type, obj)` is. Throws TypeError. */
function make(type?: PyValue, obj?: PyValue): PySuper {
  if (type === undefined) return makeSuper(...world.zeroArgumentSuper());
  if (!(type instanceof PyType)) typeError(`super() argument 1 must be a type, not ${typeOf(type).name}`);
  return obj === undefined || obj === None ? new PySuper(type, null, null) : makeSuper(type, obj);
}

// A subclass may pass its arguments on to `__init__`, or not.
defNew(superType, '*args, **kwargs', (cls: PyType, args: readonly PyValue[], kw: Kwargs) => {
  if (cls !== superType) return superType.allocate!(cls);
  if (kw.size > 0) typeError('super() takes no keyword arguments');
  if (args.length > 2) typeError(`super expected at most 2 arguments, got ${args.length}`);
  return make(...args);
});
superType.allocate = (type) => shapeInstance(new PySuper(type, null, null), type);

defGetSet(superType, {
  __thisclass__: (s: PySuper) => s.thisClass,
  __self__: (s: PySuper) => s.obj ?? None,
  __self_class__: (s: PySuper) => s.objType ?? None,
});

defMethods(superType, {
  '__init__(type?, object?, /)': (s: PySuper, type?: PyValue, obj?: PyValue) => {
    if (s.type === superType) return None;
    const made = make(type, obj);
    s.thisClass = made.thisClass;
    s.obj = made.obj;
    s.objType = made.objType;
    return None;
  },
  '__repr__()': (s: PySuper) =>
    s.objType === null
      ? `<super: <class '${s.thisClass.name}'>, NULL>`
      : `<super: <class '${s.thisClass.name}'>, <${s.objType.name} object>>`,
  '__get__(obj, type?, /)': (s: PySuper, obj: PyValue) => {
    if (obj === None || s.obj !== null) return s;
    return s.type === superType ? makeSuper(s.thisClass, obj) : invoke(s.type, [s.thisClass, obj]);
  },
});
