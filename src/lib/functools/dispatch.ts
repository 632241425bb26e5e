/**
 * functools.singledispatch and singledispatchmethod: generic functions that choose by the class of their
 * first argument (PEP 443).
 *
 * The implementation is that of the first class in the MRO that has one; abstract classes of which the
 * class is a virtual subclass come before `object`, the most derived of them first.
 */
import { bindDescriptor } from '../../objects/slots/descriptor.ts';
import { PyObj, PyType, type PyValue } from '../../objects/core/object.ts';
import { None, PyMethod, builtinType, native, objectType, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, PyBuiltin, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { raise, typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { PyUnion } from '../../objects/core/generic.ts';
import { PyMappingProxy } from '../../types/containers/mapping-proxy.ts';
import { addressOf } from '../../objects/core/identity.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { isSubclass } from '../../objects/slots/compare.ts';
import { repr, str } from '../../objects/slots/format.ts';
import { updateWrapper } from './wrap.ts';
import { giveDict } from '../host/instance-dict.ts';

const dispatcherType = builtinType('function', { base: false });
giveDict(dispatcherType);

/** A generic function. */
class PyDispatcher extends PyObj {
  readonly registry = new PyDict();
  private readonly chosen = new Map<PyType, PyValue>();
  constructor(readonly name: string) {
    super();
  }

  /** Registers an implementation. */
  add(cls: PyValue, fn: PyValue): void {
    this.registry.set(cls, fn);
    this.chosen.clear();
  }

  clear(): void {
    this.chosen.clear();
  }

  /** Returns the implementation for a class. Throws RuntimeError where it is ambiguous. */
  choose(cls: PyType): PyValue {
    let fn = this.chosen.get(cls);
    if (fn === undefined) {
      fn = this.find(cls);
      this.chosen.set(cls, fn);
    }
    return fn;
  }

  private find(cls: PyType): PyValue {
    for (const c of cls.mro) {
      if (c === objectType) break;
      const fn = this.registry.get(c);
      if (fn !== undefined) return fn;
    }
    const virtual: PyType[] = [];
    for (const [c] of this.registry.entries()) {
      if (c instanceof PyType && c !== objectType && !cls.isSubtype(c) && isSubclass(cls, c)) virtual.push(c);
    }
    const best = virtual.filter((c) => !virtual.some((d) => d !== c && isSubclass(d, c)));
    if (best.length > 1) raise('RuntimeError', `Ambiguous dispatch: ${repr(best[0]!)} or ${repr(best[1]!)}`);
    return this.registry.get(best[0] ?? objectType)!;
  }

  /** Calls the implementation for the first argument. */
  call(args: PyValue[], kw: Kwargs): PyValue {
    if (args.length === 0) typeError(`${this.name} requires at least 1 positional argument`);
    return invoke(this.choose(typeOf(args[0]!)), args, kw.size === 0 ? null : kw);
  }
}
native(PyDispatcher, dispatcherType);

/** Tells whether a value can be registered: a class, or a union of classes. */
function isDispatchable(x: PyValue): boolean {
  return x instanceof PyType || (x instanceof PyUnion && x.args.every((a) => a instanceof PyType || a === None));
}

/** Returns the classes a registration stands for. */
function classesOf(x: PyValue): PyValue[] {
  return x instanceof PyUnion ? x.args.map((a) => (a === None ? typeOf(None) : a)) : [x];
}

/** Does `generic.register(cls, func=None)`. */
function register(d: PyDispatcher, cls: PyValue, fn: PyValue): PyValue {
  if (isDispatchable(cls)) {
    if (fn === None)
      return new PyBuiltin('<lambda>', 'f', 'function', null, 'functools', (f: PyValue) => register(d, cls, f));
    for (const c of classesOf(cls)) d.add(c, fn);
    return fn;
  }
  if (fn !== None) typeError(`Invalid first argument to \`register()\`. ${repr(cls)} is not a class or union type.`);
  const annotations = lookupAttr(cls, '__annotations__');
  if (!(annotations instanceof PyDict) || annotations.size === 0) {
    typeError(
      `Invalid first argument to \`register()\`: ${repr(cls)}. Use either ` +
        `\`@register(some_class)\` or plain \`@register\` on an annotated function.`,
    );
  }
  const [name, hint] = annotations.entries().next().value!;
  const target = hint === None ? typeOf(None) : typeof hint === 'string' ? resolve(cls, hint) : hint;
  if (!isDispatchable(target)) {
    if (target instanceof PyUnion)
      typeError(`Invalid annotation for ${repr(name)}. ${repr(target)} not all arguments are classes.`);
    typeError(`Invalid annotation for ${repr(name)}. ${repr(target)} is not a class.`);
  }
  return register(d, target, cls);
}

/** Looks up a string annotation that is a plain name. */
function resolve(fn: PyValue, name: string): PyValue {
  const globals = getAttr(fn, '__globals__') as PyDict;
  const found = globals.get(name) ?? lookupBuiltin(globals, name);
  return found ?? raise('NameError', `name '${name}' is not defined`);
}

/** Looks up a name in the builtins a namespace refers to. */
function lookupBuiltin(globals: PyDict, name: string): PyValue | undefined {
  const b = globals.get('__builtins__');
  if (b === undefined) return undefined;
  return b instanceof PyDict ? b.get(name) : lookupAttr(b, name);
}

/** Makes a generic function of its implementation for `object`. */
export function singledispatch(fn: PyValue): PyValue {
  const d = shapeInstance(
    new PyDispatcher(str(lookupAttr(fn, '__name__') ?? 'singledispatch function')),
    dispatcherType,
  );
  d.add(objectType, fn);
  updateWrapper(d, fn);
  return d;
}

defMethods(dispatcherType, {
  '__call__(*args, **kw)': (d: PyDispatcher, args: PyValue[], kw: Kwargs) => d.call(args, kw),
  '__get__(instance, owner?, /)': (d: PyDispatcher, instance: PyValue) =>
    instance === None ? d : new PyMethod(d, instance),
  '__repr__()': (d: PyDispatcher) => `<function ${str(lookupAttr(d, '__qualname__') ?? d.name)} at ${addressOf(d)}>`,
  'register(cls, func?)': (d: PyDispatcher, cls, fn: PyValue = None) => register(d, cls, fn),
  'dispatch(cls)': (d: PyDispatcher, cls) =>
    cls instanceof PyType ? d.choose(cls) : typeError('dispatch() argument must be a class'),
  '_clear_cache()': (d: PyDispatcher) => {
    d.clear();
    return None;
  },
});
defGetSet(dispatcherType, { registry: (d: PyDispatcher) => new PyMappingProxy(d.registry) });

export const singledispatchmethodType = builtinType('singledispatchmethod', { module: 'functools' });

/** A generic method: chooses by the class of the first argument after self. */
class PyDispatchMethod extends PyObj {
  readonly dispatcher: PyDispatcher;
  constructor(readonly func: PyValue) {
    super();
    this.dispatcher = singledispatch(func) as PyDispatcher;
  }
}
native(PyDispatchMethod, singledispatchmethodType);
defNew(singledispatchmethodType, 'func', (cls: PyType, func: PyValue) => {
  if (typeOf(func).lookup('__call__') === undefined && typeOf(func).lookup('__get__') === undefined)
    typeError(`${repr(func)} is not callable or a descriptor`);
  const m = new PyDispatchMethod(func);
  return cls === singledispatchmethodType ? m : shapeInstance(m, cls);
});
defGetSet(singledispatchmethodType, {
  func: (m: PyDispatchMethod) => m.func,
  dispatcher: (m: PyDispatchMethod) => m.dispatcher,
});
defMethods(singledispatchmethodType, {
  'register(cls, method?)': (m: PyDispatchMethod, cls, fn: PyValue = None) => register(m.dispatcher, cls, fn),
  '__get__(instance, owner?, /)': (m: PyDispatchMethod, instance: PyValue, owner: PyValue = None) => {
    const name = str(lookupAttr(m.func, '__name__') ?? 'singledispatchmethod method');
    const bound = new PyBuiltin(name, '*args, **kw', 'function', null, 'functools', (args: PyValue[], kw: Kwargs) => {
      if (args.length === 0) typeError(`${name} requires at least 1 positional argument`);
      const fn = m.dispatcher.choose(typeOf(args[0]!));
      const target = bindDescriptor(
        fn,
        instance === None ? undefined : instance,
        instance === None && owner instanceof PyType ? owner : typeOf(instance),
      );
      return invoke(target, args, kw.size === 0 ? null : kw);
    });
    const out = shapeInstance(new PyBoundDispatch(bound, m), boundDispatchType);
    updateWrapper(out, m.func);
    return out;
  },
});

const boundDispatchType = builtinType('function', { base: false });
giveDict(boundDispatchType);

/** What a generic method gives when looked up: callable, and able to register. */
class PyBoundDispatch extends PyObj {
  constructor(
    readonly fn: PyValue,
    readonly method: PyDispatchMethod,
  ) {
    super();
  }
}
native(PyBoundDispatch, boundDispatchType);
defMethods(boundDispatchType, {
  '__call__(*args, **kw)': (b: PyBoundDispatch, args: PyValue[], kw: Kwargs) => invoke(b.fn, args, kw),
  'register(cls, method?)': (b: PyBoundDispatch, cls, fn: PyValue = None) => register(b.method.dispatcher, cls, fn),
});
