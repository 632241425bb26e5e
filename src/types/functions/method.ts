/**
 * `method`: functions bound to an object. Attributes it lacks are those of its function.
 */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, NotImplemented, PyMethod, methodType, strOf, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { hash } from '../../objects/slots/compare.ts';
import { sameOrEqual } from '../../protocol/compare.ts';
import { repr } from '../../objects/slots/format.ts';
import { identityHash } from '../classes/object.ts';
import { splitHash, hi, joinHash, lo } from '../../objects/core/hash-parts.ts';

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
