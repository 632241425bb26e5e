/**
 * The attributes and methods of classes themselves (of `type`), other than calling and making them.
 */
import { bindDescriptor } from '../../objects/slots/descriptor.ts';
import { PyType, type PyValue } from '../../objects/core/object.ts';
import { None, NotImplemented, PyTuple, objectType, strOf, typeOf, typeType } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { type Kwargs, defClassMethods, defGetSet, defMethods } from '../../objects/core/builtin.ts';
import { PyRaise, attributeError, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { isRealInstance, isRealSubclass } from '../../objects/slots/compare.ts';
import { isTrue } from '../../protocol/compare.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { qualifiedName } from './object.ts';
import { computeMro, linearize } from './mro.ts';
import { bestBase, solidBase } from './slots.ts';
import { encodeUtf8 } from '../str/utf.ts';
import { PyMappingProxy } from '../containers/mapping-proxy.ts';
import { makeUnion } from './generic-alias.ts';
import { shortName } from '../../objects/core/c-types.ts';

/** Raises where an attribute of a class that cannot change is assigned or deleted. */
function checkChange(cls: PyType, name: string, value: PyValue | undefined): asserts value is PyValue {
  if (!cls.heap) typeError(`cannot set '${name}' attribute of immutable type '${cls.name}'`);
  if (value === undefined) typeError(`cannot delete '${name}' attribute of immutable type '${cls.name}'`);
}

/** Returns an attribute of a class that is kept in its own dict, or raises AttributeError. */
function ownOr(cls: PyType, name: string): PyValue {
  return cls.dict.get(name) ?? attributeError(`type object '${cls.name}' has no attribute '${name}'`, cls, name);
}

/** Replaces the bases of a class and everything that follows from them. */
function setBases(cls: PyType, value: PyValue | undefined): void {
  checkChange(cls, '__bases__', value);
  if (!(value instanceof PyTuple))
    typeError(`can only assign tuple to ${cls.name}.__bases__, not ${typeOf(value).name}`);
  if (value.items.length === 0) typeError(`can only assign non-empty tuple to ${cls.name}.__bases__, not ()`);
  for (const b of value.items) {
    if (!(b instanceof PyType)) typeError(`${cls.name}.__bases__ must be tuple of classes, not '${typeOf(b).name}'`);
    if (b.isSubtype(cls)) typeError('a __bases__ item causes an inheritance cycle');
  }
  const bases = value.items as PyType[];
  const best = bestBase(bases);
  if (solidBase(best) !== solidBase(cls.base!))
    typeError(`__bases__ assignment: '${best.name}' object layout differs from '${cls.base!.name}'`);
  linearize(bases);
  for (const b of cls.bases) b.subclasses.delete(cls);
  cls.bases = bases;
  cls.layoutBase = best;
  for (const b of bases) b.subclasses.add(cls);
  updateMro(cls);
  cls.changed();
}

/** Computes the MRO of a class and its subclasses again. */
function updateMro(cls: PyType): void {
  cls.mro = computeMro(cls);
  for (const s of cls.subclasses) updateMro(s);
}

defGetSet(typeType, {
  __name__: [
    (c: PyType) => shortName(c),
    (c: PyType, v) => {
      checkChange(c, '__name__', v);
      const text = strOf(v);
      if (text === undefined) typeError(`can only assign string to ${c.name}.__name__, not '${typeOf(v).name}'`);
      if (text.includes('\0')) valueError('type name must not contain null characters');
      encodeUtf8(text, 'strict');
      c.name = text;
    },
  ],
  __qualname__: [
    (c: PyType) => c.qualname,
    (c: PyType, v) => {
      checkChange(c, '__qualname__', v);
      const text = strOf(v);
      if (text === undefined) typeError(`can only assign string to ${c.name}.__qualname__, not '${typeOf(v).name}'`);
      c.qualname = text;
    },
  ],
  __module__: [
    (c: PyType) => (c.heap ? ownOr(c, '__module__') : c.module),
    (c: PyType, v) => {
      checkChange(c, '__module__', v);
      c.setAttr('__module__', v);
    },
  ],
  __bases__: [(c: PyType) => new PyTuple(c.bases), setBases],
  __base__: (c: PyType) => c.base ?? None,
  __mro__: (c: PyType) => new PyTuple(c.mro),
  __dict__: (c: PyType) => new PyMappingProxy(c),
  __doc__: [
    (c: PyType) => {
      const doc = c.dict.get('__doc__');
      return doc === undefined ? None : c.heap ? bindDescriptor(doc, undefined, c) : doc;
    },
    (c: PyType, v) => {
      checkChange(c, '__doc__', v);
      c.setAttr('__doc__', v);
    },
  ],
  __annotations__: [
    (c: PyType) => {
      const own = c.dict.get('__annotations__');
      if (own !== undefined) return own;
      if (!c.heap) return ownOr(c, '__annotations__');
      const d = new PyDict();
      c.setAttr('__annotations__', d);
      return d;
    },
    (c: PyType, v) => {
      if (!c.heap) typeError(`cannot set '__annotations__' attribute of immutable type '${c.name}'`);
      if (v !== undefined) c.setAttr('__annotations__', v);
      else if (!c.deleteAttr('__annotations__')) attributeError('__annotations__', c, '__annotations__');
    },
  ],
  __type_params__: [
    (c: PyType) => c.dict.get('__type_params__') ?? new PyTuple([]),
    (c: PyType, v) => {
      checkChange(c, '__type_params__', v);
      c.setAttr('__type_params__', v);
    },
  ],
  __abstractmethods__: [
    (c: PyType) => {
      const own = c === typeType ? undefined : c.dict.get('__abstractmethods__');
      if (own === undefined) throw new PyRaise(makeException('AttributeError', '__abstractmethods__'));
      return own;
    },
    (c: PyType, v) => {
      if (v === undefined) {
        if (!c.deleteAttr('__abstractmethods__'))
          throw new PyRaise(makeException('AttributeError', '__abstractmethods__'));
        c.abstract = false;
      } else {
        c.abstract = isTrue(v);
        c.setAttr('__abstractmethods__', v);
      }
    },
  ],
  __text_signature__: (c: PyType) => (c === objectType ? '()' : None),
  __basicsize__: (c: PyType) => (c === objectType ? 16 : 32),
  __itemsize__: () => 0,
  __flags__: (c: PyType) =>
    (c.heap ? 1 << 9 : 0) | (c.subclassable ? 1 << 10 : 0) | (c.abstract ? 1 << 20 : 0) | (1 << 12),
  __dictoffset__: (c: PyType) => (c.hasDict ? -1 : 0),
  __weakrefoffset__: () => 0,
});

defMethods(typeType, {
  '__repr__()': (c: PyType) => `<class '${qualifiedName(c)}'>`,
  '__or__(other, /)': (c: PyType, other: PyValue) => makeUnion(c, other) ?? NotImplemented,
  '__ror__(other, /)': (c: PyType, other: PyValue) => makeUnion(other, c) ?? NotImplemented,
  'mro()': (c: PyType) => listFrom([c, ...linearize(c.bases)]),
  '__subclasses__()': (c: PyType) => listFrom([...c.subclasses]),
  '__instancecheck__(instance, /)': (c: PyType, x: PyValue) => isRealInstance(x, c),
  '__subclasscheck__(subclass, /)': (c: PyType, x: PyValue) => isRealSubclass(x, c),
  '__dir__()': (c: PyType) => {
    const names = new Set<PyValue>();
    for (const t of c.mro) for (const k of t.dict.keys()) names.add(k);
    return listFrom([...names]);
  },
  '__sizeof__()': () => 1064,
  '__init__(*args, **kwargs)': (_c: PyType, args: PyValue[], kw: Kwargs) => {
    if (args.length === 1 && kw.size > 0) typeError('type.__init__() takes no keyword arguments');
    if (args.length !== 1 && args.length !== 3) typeError('type.__init__() takes 1 or 3 arguments');
    return None;
  },
});
defClassMethods(typeType, { '__prepare__(*args, **kwargs)': () => new PyDict() });
typeType.dict.set('__doc__', "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type");
typeType.allocate = null;
