/**
 * Calling a class: `type.__call__`, `object.__new__` and `object.__init__`.
 *
 * `callType` is the whole of instantiation for native callers; the interpreter does the common case
 * (a Python `__init__`, no `__new__`) by itself with `plainInstances`.
 */
import { bindDescriptor } from '../../objects/slots/descriptor.ts';
import { PyStaticMethod } from '../../objects/core/descriptors.ts';
import { PyInstance, type PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import { None, PyTuple, objectType, typeOf, typeType } from '../../objects/core/values.ts';
import { type Kwargs, PyBuiltin, defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { iterate } from '../../protocol/iterate.ts';
import { solidBase } from './slots.ts';

/** Makes an instance of a class without initialising it. */
function allocate(type: PyType): PyObj {
  return type.allocate === null ? new PyInstance(type) : type.allocate(type);
}

/** Calls a class: `__new__`, then `__init__` if the result is an instance. Throws what they raise. */
function callType(cls: PyType, args: readonly PyValue[], kw: Kwargs | null): PyValue {
  if (cls === typeType) {
    const n = kw === null ? 0 : kw.size;
    if (args.length === 1 && n === 0) return typeOf(args[0]!);
    if (args.length !== 3 && n === 0) typeError('type() takes 1 or 3 arguments');
  }
  if (args.length > cls.mostArguments && (kw === null || kw.size === 0))
    typeError(`${cls.name} expected at most ${cls.mostArguments} arguments, got ${args.length}`);
  const make = cls.lookup('__new__');
  if (make === undefined) typeError(`cannot create '${cls.name}' instances`);
  const obj = callNew(make, cls, args, kw);
  if (obj === None || !typeOf(obj).isSubtype(cls)) return obj;
  const init = typeOf(obj).lookup('__init__');
  if (init === undefined || init === objectInit) {
    if (init === objectInit && (args.length > 0 || (kw !== null && kw.size > 0))) checkInitArguments(typeOf(obj));
    return obj;
  }
  const r = init instanceof PyBuiltin ? init.call([obj, ...args], kw) : callInit(init, obj, args, kw);
  if (r !== None) typeError(`__init__() should return None, not '${typeOf(r).name}'`);
  return obj;
}

/** Calls `__init__` written in Python. */
function callInit(init: PyValue, obj: PyValue, args: readonly PyValue[], kw: Kwargs | null): PyValue {
  const bound = bindDescriptor(init, obj, typeOf(obj));
  return invoke(bound, args, kw);
}

/** Calls the `__new__` found on a class. */
function callNew(make: PyValue, cls: PyType, args: readonly PyValue[], kw: Kwargs | null): PyValue {
  if (make instanceof PyBuiltin) {
    if (kw === null && make.kind === 'new' && make.accepts(args.length)) return make.impl(cls, ...args);
    return make.call([cls, ...args], kw);
  }
  if (make instanceof PyStaticMethod) return invoke(make.fn, [cls, ...args], kw);
  return invoke(bindDescriptor(make, undefined, cls), [cls, ...args], kw);
}

defNew(objectType, '*args, **kwargs', (cls: PyType, args: PyValue[], kw: Kwargs) => {
  const bare = cls.allocate === null ? cls.mro.find((t) => !t.heap && t !== objectType) : undefined;
  if (bare !== undefined) typeError(`cannot create '${bare.name}' instances`);
  if (args.length > 0 || kw.size > 0) {
    if (cls.lookup('__new__') !== objectNew)
      typeError('object.__new__() takes exactly one argument (the type to instantiate)');
    if (cls.lookup('__init__') === objectInit) typeError(`${cls.name}() takes no arguments`);
  }
  if (cls.abstract) raiseAbstract(cls);
  if (cls.allocate !== null) {
    const solid = solidBase(cls);
    const own = solid.lookup('__new__');
    if (own !== undefined && own !== objectNew)
      typeError(`object.__new__(${cls.name}) is not safe, use ${solid.name}.__new__()`);
  }
  return allocate(cls);
});

defMethods(objectType, {
  '__init__(*args, **kwargs)': (self: PyValue, args: PyValue[], kw: Kwargs) => {
    if (args.length > 0 || kw.size > 0) checkInitArguments(typeOf(self));
    return None;
  },
});

/** `object.__new__` and `object.__init__` themselves, to recognise classes that do not override them. */
const objectNew = objectType.dict.get('__new__') as PyBuiltin;
const objectInit = objectType.dict.get('__init__') as PyBuiltin;

/** Raises for arguments that `object.__init__` cannot take. */
function checkInitArguments(type: PyType): void {
  if (type.lookup('__init__') !== objectInit)
    typeError('object.__init__() takes exactly one argument (the instance to initialize)');
  // Types of native code have no `__new__` of `object`'s even where they have none at all.
  if (type.lookup('__new__') === objectNew && type.mro.every((t) => t.heap || t === objectType))
    typeError(`${type.name}.__init__() takes exactly one argument (the instance to initialize)`);
}

/** Raises the TypeError of instantiating an abstract class. */
function raiseAbstract(cls: PyType): never {
  const names = [...iterate(cls.lookup('__abstractmethods__') ?? new PyTuple([]))].map((n) => `'${String(n)}'`).sort();
  return typeError(
    `Can't instantiate abstract class ${cls.name} without an implementation ` +
      `for abstract method${names.length === 1 ? '' : 's'} ${names.join(', ')}`,
  );
}

defMethods(typeType, {
  '__call__(*args, **kwargs)': (cls: PyType, args: PyValue[], kw: Kwargs) =>
    callType(cls, args, kw.size === 0 ? null : kw),
});
