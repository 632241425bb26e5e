/**
 * The methods of `object`, which every class inherits.
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import type { Hash } from '../../objects/core/hash-parts.ts';
import { importedAttr } from '../../objects/slots/imported.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { PyType, type PyValue, isShaped } from '../../objects/core/object.ts';
import { None, NotImplemented, PyModule, moduleType, objectType, strOf, typeOf } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { type Kwargs, defClassMethods, defGetSet, defMethods } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { isTrue } from '../../protocol/compare.ts';
import { repr, str } from '../../objects/slots/format.ts';
import { changeClass, ownNames, setModuleClass } from '../../objects/core/instance.ts';
import { addressOf, idOf } from '../../objects/core/identity.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { listSort } from '../containers/list-sort.ts';
import { getState, reduce } from './reduce.ts';
import { nativeBase } from './slots.ts';
import { toArray } from '../../protocol/iterate.ts';

/** Returns the module-qualified name of a class, without `builtins.`. */
export function qualifiedName(type: PyType): string {
  const module = type.heap ? type.dict.get('__module__') : type.module;
  return module === undefined || module === 'builtins' || typeof module !== 'string'
    ? type.qualname
    : `${module}.${type.qualname}`;
}

/** Makes the default repr of an object. */
function defaultRepr(x: PyValue): string {
  return `<${qualifiedName(typeOf(x))} object at ${addressOf(x)}>`;
}

/** Returns the hash of an object compared by identity. */
export function identityHash(x: PyValue): Hash {
  return Math.floor(idOf(x) / 16);
}

defMethods(objectType, {
  '__repr__()': (self: PyValue) => defaultRepr(self),
  '__str__()': (self: PyValue) => repr(self),
  '__hash__()': (self: PyValue) => identityHash(self),
  '__eq__(value, /)': (self: PyValue, other: PyValue) => (self === other ? true : NotImplemented),
  '__ne__(value, /)': (self: PyValue, other: PyValue) => {
    const eq = typeOf(self).lookup('__eq__');
    if (eq === undefined) return NotImplemented;
    const r = callBound(eq, self, other);
    return r === NotImplemented ? r : !isTrue(r);
  },
  '__lt__(value, /)': () => NotImplemented,
  '__le__(value, /)': () => NotImplemented,
  '__gt__(value, /)': () => NotImplemented,
  '__ge__(value, /)': () => NotImplemented,
  '__format__(format_spec, /)': (self: PyValue, spec: PyValue) => {
    if (typeof spec !== 'string') typeError(`__format__() argument must be str, not ${typeOf(spec).name}`);
    if (spec !== '') typeError(`unsupported format string passed to ${typeOf(self).name}.__format__`);
    return str(self);
  },
  '__sizeof__()': () => 16,
  '__dir__()': (self: PyValue) => listFrom([...directory(self)]),
  '__reduce__()': (self: PyValue) => invoke(importedAttr('copyreg', '_reduce_ex'), [self, 0]),
  '__reduce_ex__(protocol, /)': (self: PyValue, protocol: PyValue) => {
    const n = Number(indexOf(protocol));
    const custom = typeOf(self).lookup('__reduce__');
    if (custom !== undefined && custom !== objectType.dict.get('__reduce__'))
      return invoke(getAttr(self, '__reduce__'), []);
    return n < 2 ? invoke(importedAttr('copyreg', '_reduce_ex'), [self, n]) : reduce(self);
  },
  '__getstate__()': (self: PyValue) => getState(self),
});

defClassMethods(objectType, {
  '__init_subclass__(*args, **kwargs)': (cls: PyType, args: PyValue[], kw: Kwargs) => {
    if (kw.size > 0) typeError(`${cls.qualname}.__init_subclass__() takes no keyword arguments`);
    if (args.length > 0) typeError(`${cls.qualname}.__init_subclass__() takes no arguments (${args.length} given)`);
    return None;
  },
  '__subclasshook__(cls, /)': () => NotImplemented,
});

/** Tells whether instances of one class may become instances of another. */
function sameLayout(a: PyType, b: PyType): boolean {
  const slots = (t: PyType) => (t.slotNames ?? []).join();
  return a.heap && b.heap && nativeBase(a) === nativeBase(b) && slots(a) === slots(b) && a.hasDict === b.hasDict;
}

defGetSet(objectType, {
  __class__: [
    (self: PyValue) => typeOf(self),
    (self: PyValue, value) => {
      if (value === undefined) typeError("can't delete __class__ attribute");
      if (!(value instanceof PyType)) typeError(`__class__ must be set to a class, not '${typeOf(value).name}' object`);
      const old = typeOf(self);
      if (self instanceof PyModule && value.isSubtype(moduleType)) {
        setModuleClass(self, value);
        return;
      }
      if (!old.heap || !value.heap)
        typeError('__class__ assignment only supported for mutable types or ModuleType subclasses');
      if (self instanceof PyType) {
        (self as { type: PyType }).type = value;
        return;
      }
      if (!isShaped(self) || !sameLayout(old, value))
        typeError(`__class__ assignment: '${value.name}' object layout differs from '${old.name}'`);
      changeClass(self, value);
    },
  ],
});
objectType.dict.set(
  '__doc__',
  'The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and ' +
    'returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n',
);

/** Collects the attribute names of an object and its classes, as `object.__dir__` does. */
function directory(self: PyValue): Set<PyValue> {
  const names = new Set<PyValue>(ownNames(self));
  const d = lookupAttr(self, '__dict__') ?? None;
  if (self instanceof PyModule && !(d instanceof PyDict))
    typeError(`${strOf(getAttr(self, '__name__')) ?? '?'}.__dict__ is not a dictionary`);
  if (d instanceof PyDict) for (const k of d.keys) if (k !== undefined) names.add(k);
  const cls = lookupAttr(self, '__class__');
  if (cls instanceof PyType) for (const t of cls.mro) for (const k of t.dict.keys()) names.add(k);
  return names;
}

/** Returns the names that `dir(x)` lists, sorted. */
export function dirOf(x: PyValue): PyValue[] {
  const hook = typeOf(x).lookup('__dir__');
  const names = hook === undefined ? [...directory(x)] : toArray(callBound(hook, x));
  return sortedNames(names);
}

/** Sorts names, which may be no strings. Throws TypeError where they have no order. */
export function sortedNames(names: PyValue[]): PyValue[] {
  const list = listFrom(names);
  listSort(list, None, false);
  return toArray(list);
}
