/** `super`: its construction and methods. The search is in `objects/slots/super.ts`. */
import { PyType, type PyValue } from '../../objects/core/object.ts';
import { None, superType, typeOf } from '../../objects/core/values.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { PySuper, makeSuper } from '../../objects/slots/super.ts';
import { world } from '../../objects/core/world.ts';

defNew(superType, 'type?, obj?, /', (cls: PyType, type?: PyValue, obj?: PyValue) => {
  let made: PySuper;
  if (type === undefined) made = makeSuper(...world.zeroArgumentSuper());
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
