/**
 * Making classes: `type.__new__`, in the order of CPython's `type_new_impl`: metaclass, layout,
 * `__slots__`, namespace, MRO, `__set_name__`, `__init_subclass__`.
 *
 * A class namespace is a JS Map of str keys; entries of the namespace with other keys are dropped.
 */
import { encodeUtf8 } from '../str/utf.ts';
import { callBound } from '../../objects/slots/descriptor.ts';
import { PyClassMethod, PyGetSet, PyStaticMethod } from '../../objects/core/descriptors.ts';
import { currentModuleName } from '../../objects/core/world.ts';
import {
  type PyInstance,
  PyType,
  type PyValue,
  type Shaped,
  isShaped,
  superLookup,
} from '../../objects/core/object.ts';
import { None, PyCell, PyFunction, PyTuple, objectType, strOf, typeOf, typeType } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { type Kwargs, PyBuiltin, defNew } from '../../objects/core/builtin.ts';
import { PyRaise, typeError, valueError, addNote } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { repr } from '../../objects/slots/format.ts';
import { dictOf, replaceDict } from '../../objects/core/instance.ts';
import { computeMro, linearize } from './mro.ts';
import { applySlots, bestBase, readSlots } from './slots.ts';

/** Returns the most derived metaclass among `meta` and those of the bases. Throws TypeError on conflict. */
export function calculateMetaclass(meta: PyType, bases: readonly PyValue[]): PyType {
  let winner = meta;
  for (const base of bases) {
    const m = typeOf(base);
    if (winner.isSubtype(m)) continue;
    if (m.isSubtype(winner)) {
      winner = m;
      continue;
    }
    typeError(
      'metaclass conflict: the metaclass of a derived class must ' +
        'be a (non-strict) subclass of the metaclasses of all its bases',
    );
  }
  return winner;
}

defNew(typeType, '*args, **kwargs', (meta: PyType, args: PyValue[], kw: Kwargs) => {
  if (args.length !== 3) typeError(`type.__new__() takes exactly 3 arguments (${args.length} given)`);
  const [name, bases, namespace] = args as [PyValue, PyValue, PyValue];
  const text = strOf(name);
  if (text === undefined) typeError(`type.__new__() argument 1 must be str, not ${typeOf(name).name}`);
  if (!(bases instanceof PyTuple)) typeError(`type.__new__() argument 2 must be tuple, not ${typeOf(bases).name}`);
  if (!(namespace instanceof PyDict))
    typeError(`type.__new__() argument 3 must be dict, not ${typeOf(namespace).name}`);
  return newClass(meta, text, bases, namespace, kw);
});
const typeNew = typeType.dict.get('__new__');

/** Makes a class; `kw` goes to `__init_subclass__`. Throws TypeError and what the hooks raise. */
export function newClass(meta: PyType, name: string, baseTuple: PyTuple, namespace: PyDict, kw: Kwargs): PyValue {
  for (const b of baseTuple.items) {
    if (!(b instanceof PyType) && lookupAttr(b, '__mro_entries__') !== undefined) {
      typeError("type() doesn't support MRO entry resolution; use types.new_class()");
    }
  }
  const winner = calculateMetaclass(meta, baseTuple.items);
  if (winner !== meta) {
    const other = winner.lookup('__new__');
    if (other !== undefined && other !== typeNew) {
      return invoke(
        other instanceof PyStaticMethod ? other.fn : other,
        [winner, name, baseTuple, namespace],
        kw.size === 0 ? null : kw,
      );
    }
  }
  if (/\p{Surrogate}/u.test(name)) encodeUtf8(name, 'strict');
  if (name.includes('\0')) valueError('type name must not contain null characters');
  const bases = (baseTuple.items.length === 0 ? [objectType] : [...baseTuple.items]) as PyType[];
  const best = bestBase(bases);
  linearize(bases);
  const cls = makeType(winner, name, bases, best, namespace);
  setNames(cls, namespace);
  initSubclass(cls, kw);
  return cls;
}

/** Makes the class object from a checked list of bases. */
function makeType(meta: PyType, name: string, bases: PyType[], best: PyType, namespace: PyDict): PyType {
  const qualname = namespace.get('__qualname__') ?? name;
  if (strOf(qualname) === undefined) typeError(`type __qualname__ must be a str, not ${typeOf(qualname).name}`);
  const cell = namespace.get('__classcell__');
  if (cell !== undefined && !(cell instanceof PyCell))
    typeError(`__classcell__ must be a nonlocal cell, not <class '${typeOf(cell).name}'>`);
  const slots = readSlots(namespace.get('__slots__'));
  const cls = new PyType(name, bases, { heap: true, qualname: strOf(qualname)! });
  if (meta !== typeType) cls.type = meta;
  cls.layoutBase = best;
  cls.allocate = best.allocate;
  try {
    fill(cls, slots, namespace);
    if (cell instanceof PyCell) cell.value = cls;
    cls.mro = computeMro(cls);
    cls.changed();
  } catch (e) {
    for (const b of bases) b.subclasses.delete(cls);
    throw e;
  }
  return cls;
}

/** Copies the namespace into a class, with the conversions that `class` makes. */
function fill(cls: PyType, slots: string[] | null, namespace: PyDict): void {
  const hadDict = cls.bases.some((b) => b.hasDict);
  const members = new Map<string, PyValue>();
  applySlots(cls, slots, namespace);
  if (cls.base!.isSubtype(typeType)) cls.hasDict = false;
  for (const [k, v] of cls.dict) members.set(k, v);
  cls.dict.clear();
  for (const [key, value] of namespace.entries()) {
    const name = strOf(key);
    if (name === undefined || name === '__qualname__' || name === '__classcell__') continue;
    cls.dict.set(name, convert(name, value));
  }
  if (!cls.dict.has('__module__')) {
    const module = currentModuleName();
    if (module !== undefined) cls.dict.set('__module__', module);
  }
  const module = cls.dict.get('__module__');
  cls.module = (module !== undefined ? strOf(module) : undefined) ?? 'builtins';
  for (const [k, v] of members) cls.dict.set(k, v);
  if (cls.hasDict && !hadDict && !cls.dict.has('__dict__')) cls.dict.set('__dict__', dictGetSet(cls));
  if (!cls.weak && !cls.variable && (slots === null || slots.includes('__weakref__'))) {
    cls.weak = true;
    if (!cls.dict.has('__weakref__')) cls.dict.set('__weakref__', new PyGetSet('__weakref__', cls, () => None, null));
  }
  if (!cls.dict.has('__doc__')) cls.dict.set('__doc__', None);
  if (cls.dict.has('__eq__') && !cls.dict.has('__hash__')) cls.dict.set('__hash__', None);
}

/** Wraps the functions that are static or class methods without being marked. */
function convert(name: string, value: PyValue): PyValue {
  if (!(value instanceof PyFunction)) return value;
  if (name === '__new__') return new PyStaticMethod(value);
  if (name === '__init_subclass__' || name === '__class_getitem__') return new PyClassMethod(value);
  return value;
}

/** Makes the `__dict__` attribute of a class's instances. */
export function dictGetSet(cls: PyType): PyGetSet {
  return new PyGetSet(
    '__dict__',
    cls,
    (self: PyInstance) => dictOf(self)!,
    (self: Shaped, value) => {
      if (value === undefined) {
        if (!cls.heap) typeError('cannot delete __dict__');
        replaceDict(self, new PyDict());
        return;
      }
      if (!(value instanceof PyDict)) typeError(`__dict__ must be set to a dictionary, not a '${typeOf(value).name}'`);
      if (isShaped(self)) replaceDict(self, value);
    },
  );
}

/** Calls `__set_name__` of the attributes that have one. */
function setNames(cls: PyType, namespace: PyDict): void {
  for (const [key, value] of [...namespace.entries()]) {
    if (typeof value !== 'object' || value instanceof PyFunction) continue;
    const hook = value.type.lookup('__set_name__');
    if (hook === undefined) continue;
    try {
      callBound(hook, value, cls, key);
    } catch (e) {
      if (e instanceof PyRaise)
        addNote(e.exc, `Error calling __set_name__ on '${value.type.name}' instance ${repr(key)} in '${cls.name}'`);
      throw e;
    }
  }
}

/** Calls `super(cls, cls).__init_subclass__(**kw)`. */
function initSubclass(cls: PyType, kw: Kwargs): void {
  const found = superLookup(cls, cls, '__init_subclass__');
  if (found instanceof PyBuiltin && found.owner === objectType && kw.size === 0) return;
  if (found === undefined) return;
  const bound = found instanceof PyClassMethod ? ([found.fn, cls] as const) : null;
  if (bound !== null) invoke(bound[0], [cls], kw.size === 0 ? null : kw);
  else if (found instanceof PyBuiltin) found.call([cls], kw.size === 0 ? null : kw);
  else invoke(lookupAttr(found, '__func__') ?? found, [cls], kw.size === 0 ? null : kw);
}
