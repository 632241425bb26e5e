/**
 * The modules `weakref` (core) and `gc`.
 *
 * The host collects garbage when it likes, and never within one run of a program's code, so a weak
 * reference seldom dies while a program looks. What CPython's reference counts make immediate — a dead
 * reference after `del` — cannot be had; programs that do not look see no difference.
 */
import { delAttr, setSetter } from '../objects/slots/set-attribute.ts';
import { Comparison } from '../bytecode/operators.ts';
import { PyObj, type PyType, type PyValue } from '../objects/core/object.ts';
import { None, NotImplemented, type PyModule, native, strOf, typeOf } from '../objects/core/values.ts';
import { cType } from '../objects/core/c-types.ts';
import { type Kwargs, defClassMethods, defGetSet, defMethods, defNew, makeFunctions } from '../objects/core/builtin.ts';
import { addressOf } from '../objects/core/identity.ts';
import { shapeInstance } from '../objects/core/instance.ts';
import { listFrom } from '../objects/core/list-storage.ts';
import { isCallable } from '../types/functions/method.ts';
import { nativeModule } from '../types/functions/module.ts';
import { identityHash } from '../types/classes/object.ts';
import { makeGenericAlias } from '../objects/core/generic.ts';
import { PyDict } from '../objects/core/dict.ts';
import { raise, typeError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import { lookupAttr, setFinder } from '../objects/slots/attribute.ts';
import { getAttr, setAttr } from '../protocol/attribute.ts';
import { hash } from '../objects/slots/compare.ts';
import { compareOp, isTrue } from '../protocol/compare.ts';

const refType = cType('weakref', 'ReferenceType');
refType.hasDict = false;

/** A weak reference. */
class PyWeakRef extends PyObj {
  constructor(
    readonly target: WeakRef<object>,
    readonly callback: PyValue,
  ) {
    super();
  }
  get(): PyValue {
    return (this.target.deref() as PyValue | undefined) ?? None;
  }
}
native(PyWeakRef, refType);

const known = new WeakMap<object, PyWeakRef>();

/** Refuses what cannot be referred to weakly. */
function checkTarget(x: PyValue): object {
  const t = typeOf(x);
  if (typeof x !== 'object' || !t.weak) typeError(`cannot create weak reference to '${t.name}' object`);
  return x;
}

/** Writes the `__name__` of what is referred to, where it has one. */
function named(x: PyValue): string {
  const name = lookupAttr(x, '__name__');
  const text = name === undefined ? undefined : strOf(name);
  return text === undefined ? '' : ` (${text})`;
}

refType.allocate = (type) => shapeInstance(new PyWeakRef(new WeakRef({}), None), type);
defNew(
  refType,
  'object, callback?, /, *args, **kwargs',
  (cls: PyType, x: PyValue, callback: PyValue = None, more: PyValue[], kw: Kwargs) => {
    if (cls === refType && kw.size > 0) typeError('ref() takes no keyword arguments');
    if (cls === refType && more.length > 0) typeError(`ref() expected at most 2 arguments, got ${2 + more.length}`);
    const target = checkTarget(x);
    const record = (r: PyWeakRef): PyWeakRef => {
      others.set(target, [...(others.get(target) ?? []), r]);
      return r;
    };
    if (cls !== refType) return record(shapeInstance(new PyWeakRef(new WeakRef(target), callback), cls));
    if (callback === None) {
      const old = known.get(target);
      if (old !== undefined) return old;
    }
    const made = new PyWeakRef(new WeakRef(target), callback);
    if (callback === None) known.set(target, made);
    else record(made);
    return made;
  },
);
defMethods(refType, {
  '__init__(*args, **kwargs)': () => None,
  '__call__()': (r: PyWeakRef) => r.get(),
  '__repr__()': (r: PyWeakRef) => {
    const x = r.get();
    return x === None
      ? `<weakref at ${addressOf(r)}; dead>`
      : `<weakref at ${addressOf(r)}; to '${typeOf(x).name}' at ${addressOf(x)}${named(x)}>`;
  },
  '__hash__()': (r: PyWeakRef) => {
    const x = r.get();
    return x === None ? identityHash(r) : hash(x);
  },
  '__eq__(other, /)': (r: PyWeakRef, other: PyValue) => {
    if (!(other instanceof PyWeakRef)) return NotImplemented;
    const [a, b] = [r.get(), other.get()];
    return a === None || b === None ? r === other : compareOp(Comparison.EQ, a, b);
  },
});
defClassMethods(refType, { '__class_getitem__(key, /)': (cls: PyType, key: PyValue) => makeGenericAlias(cls, key) });

const proxyType = cType('weakref', 'ProxyType', { base: false });
const callableProxyType = cType('weakref', 'CallableProxyType', { base: false });

/** Stands for an object without keeping it alive. */
class PyWeakProxy extends PyObj {
  constructor(readonly target: WeakRef<object>) {
    super();
  }
  get(): PyValue {
    const x = this.target.deref() as PyValue | undefined;
    return x ?? raise('ReferenceError', 'weakly-referenced object no longer exists');
  }
}
/** Stands for an object that can be called. */
class PyCallableProxy extends PyWeakProxy {}
native(PyWeakProxy, proxyType);
native(PyCallableProxy, callableProxyType);

const FORWARDED =
  'str bytes len getitem setitem delitem iter next contains eq ne ' +
  'lt le gt ge neg pos abs invert int float index enter exit reversed ' +
  'add radd iadd sub rsub isub mul rmul imul truediv rtruediv itruediv ' +
  'floordiv rfloordiv ifloordiv mod rmod imod pow rpow ipow divmod rdivmod ' +
  'and rand iand or ror ior xor rxor ixor lshift rlshift ilshift rshift rrshift irshift matmul rmatmul imatmul';

/** Returns what a proxy stands for, other values as they are. */
function behind(x: PyValue): PyValue {
  return x instanceof PyWeakProxy ? x.get() : x;
}

for (const type of [proxyType, callableProxyType]) {
  setFinder(type, (p: PyWeakProxy, name: string) => lookupAttr(p.get(), name));
  setSetter(type, (p: PyWeakProxy, name: string, value) => {
    if (value === undefined) delAttr(p.get(), name);
    else setAttr(p.get(), name, value);
  });
  for (const n of FORWARDED.split(' ')) {
    defMethods(type, {
      [`__${n}__(*args)`]: (p: PyWeakProxy, args: PyValue[]) => invoke(getAttr(p.get(), `__${n}__`), args.map(behind)),
    });
  }
  defMethods(type, {
    '__bool__()': (p: PyWeakProxy) => isTrue(p.get()),
    '__repr__()': (p: PyWeakProxy) =>
      `<weakproxy at ${addressOf(p)} to ${typeOf(p.get()).name} at ${addressOf(p.get())}>`,
  });
  type.dict.set('__hash__', None);
  defGetSet(type, { __class__: (p: PyWeakProxy) => typeOf(p.get()) });
}
defMethods(callableProxyType, {
  '__call__(*args, **kwargs)': (p: PyWeakProxy, args: PyValue[], kw: Kwargs) =>
    invoke(p.get(), args, kw.size === 0 ? null : kw),
});

/** References and proxies without callbacks, one an object; the others, which `getweakrefs` lists as well. */
const proxies = new WeakMap<object, PyWeakProxy>();
const others = new WeakMap<object, PyWeakRef[]>();

/** Returns the weak references to an object that are known. */
function referencesTo(x: PyValue): PyValue[] {
  if (typeof x !== 'object') return [];
  return [
    ...(known.has(x) ? [known.get(x)!] : []),
    ...(proxies.has(x) ? [proxies.get(x)!] : []),
    ...(others.get(x) ?? []),
  ];
}

/** Makes a proxy, or returns the one there is. */
function proxyOf(x: PyValue, callback: PyValue): PyValue {
  const target = checkTarget(x);
  const old = proxies.get(target);
  if (old !== undefined && callback === None) return old;
  const made = new (isCallable(x) ? PyCallableProxy : PyWeakProxy)(new WeakRef(target));
  if (callback === None) proxies.set(target, made);
  return made;
}

/** Makes the module `_weakref`. */
export function makeModule(): PyModule {
  return nativeModule('_weakref', [
    ['ref', refType],
    ['ReferenceType', refType],
    ['ProxyType', proxyType],
    ['CallableProxyType', callableProxyType],
    ...makeFunctions('_weakref', {
      'getweakrefcount(object, /)': (x: PyValue) => referencesTo(x).length,
      'proxy(object, callback?, /)': (x: PyValue, callback: PyValue = None) => proxyOf(x, callback),
      '_remove_dead_weakref(dct, key, /)': (dct: PyValue, key: PyValue) => {
        if (dct instanceof PyDict) {
          const r = dct.get(key);
          if (r instanceof PyWeakRef && r.get() === None) dct.delete(key);
        }
        return None;
      },
      'getweakrefs(object, /)': (x: PyValue) => listFrom(referencesTo(x)),
    }),
  ]);
}
