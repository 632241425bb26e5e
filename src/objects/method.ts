/**
 * `method`: functions bound to an object. Attributes it lacks are those of its function.
 */
import type { PyType, PyValue } from './object.ts';
import { None, NotImplemented, PyMethod, methodType, strOf, typeOf } from './values.ts';
import { type Kwargs, defGetSet, defMethods, defNew } from './builtin.ts';
import { typeError } from './exceptions.ts';
import { invoke } from './invoke.ts';
import { installMethodFinder, lookupAttr } from './protocol/attribute.ts';
import { hash, sameOrEqual } from './protocol/compare.ts';
import { repr } from './protocol/format.ts';
import { identityHash } from './object-methods.ts';
import { splitHash, hi, joinHash, lo } from './hash-parts.ts';

installMethodFinder(methodType);

/** Tells whether a value can be called. */
export function isCallable(x: PyValue): boolean {
  return typeOf(x).lookup('__call__') !== undefined;
}

defNew(methodType, 'function, instance, /', (_cls: PyType, fn: PyValue, self: PyValue) => {
  if (!isCallable(fn)) typeError('first argument must be callable');
  if (self === None) typeError('instance must not be None');
  return new PyMethod(fn, self);
});

defGetSet(methodType, {
  __func__: (m: PyMethod) => m.fn,
  __self__: (m: PyMethod) => m.self,
  __doc__: (m: PyMethod) => lookupAttr(m.fn, '__doc__') ?? None,
});

defMethods(methodType, {
  '__repr__()': (m: PyMethod) => {
    const name = lookupAttr(m.fn, '__qualname__') ?? lookupAttr(m.fn, '__name__');
    return `<bound method ${(name === undefined ? undefined : strOf(name)) ?? '?'} of ${repr(m.self)}>`;
  },
  '__eq__(other, /)': (m: PyMethod, other: PyValue) =>
    other instanceof PyMethod ? m.self === other.self && sameOrEqual(m.fn, other.fn) : NotImplemented,
  '__hash__()': (m: PyMethod) => {
    splitHash(identityHash(m.self));
    const [a, b] = [lo, hi];
    splitHash(hash(m.fn));
    const h = joinHash(a ^ lo, b ^ hi);
    return h === -1 ? -2 : h;
  },
  '__call__(*args, **kwargs)': (m: PyMethod, args: PyValue[], kw: Kwargs) => invoke(m, args, kw.size === 0 ? null : kw),
  '__get__(instance, owner?, /)': (m: PyMethod) => m,
});
