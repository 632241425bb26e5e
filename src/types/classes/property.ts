/**
 * `property`, `classmethod` and `staticmethod`.
 */
import { setProperty } from '../../objects/slots/descriptor.ts';
import { PyClassMethod, PyProperty, PyStaticMethod } from '../../objects/core/descriptors.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  None,
  PyMethod,
  classmethodType,
  objectType,
  propertyType,
  staticmethodType,
  typeOf,
} from '../../objects/core/values.ts';
import { type Kwargs, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { attributeError, typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { getAttr, setAttr } from '../../protocol/attribute.ts';
import { isRaised } from '../../objects/slots/iterate.ts';
import { isTrue } from '../../protocol/compare.ts';
import { repr } from '../../objects/slots/format.ts';
import { shapeInstance } from '../../objects/core/instance.ts';

/** Tells the classes that have a descriptor that it does something else now. */
function changeOwners(descr: PyValue, cls: PyType = objectType): void {
  for (const sub of cls.subclasses) {
    for (const v of sub.dict.values()) if (v === descr) sub.changed();
    changeOwners(descr, sub);
  }
}

/* ---- property ---- */

propertyType.allocate = (type) => shapeInstance(new PyProperty(None, None, None, None), type);
defNew(propertyType, '*args, **kwargs', (cls: PyType) =>
  cls === propertyType ? new PyProperty(None, None, None, None) : propertyType.allocate!(cls),
);

/** Makes a copy of a property with one function replaced, by its own class. */
function replaced(p: PyProperty, fget: PyValue, fset: PyValue, fdel: PyValue): PyValue {
  // The getter of a copy brings its own text.
  const made = invoke(typeOf(p), [fget, fset, fdel, p.docFromGetter && fget !== None ? None : p.doc]);
  if (made instanceof PyProperty) made.name = p.name;
  return made;
}

defMethods(propertyType, {
  '__init__(fget?, fset?, fdel?, doc?)': (p: PyProperty, fget = None, fset = None, fdel = None, doc = None) => {
    const again = [p.fget, p.fset, p.fdel].some((f) => f !== None);
    p.fget = fget;
    p.fset = fset;
    p.fdel = fdel;
    if (again) changeOwners(p);
    p.name = null;
    const own = doc === None && fget !== None ? (lookupAttr(fget, '__doc__') ?? None) : None;
    p.docFromGetter = own !== None;
    setDoc(p, p.docFromGetter ? own : doc);
    return None;
  },
  '__get__(instance, owner?, /)': (p: PyProperty, obj: PyValue) => (obj === None ? p : getProperty(p, obj)),
  '__set__(instance, value, /)': (p: PyProperty, obj: PyValue, value: PyValue) => {
    setProperty(p, obj, value);
    return None;
  },
  '__delete__(instance, /)': (p: PyProperty, obj: PyValue) => {
    setProperty(p, obj, undefined);
    return None;
  },
  'getter(fget, /)': (p: PyProperty, f: PyValue) => replaced(p, f === None ? p.fget : f, p.fset, p.fdel),
  'setter(fset, /)': (p: PyProperty, f: PyValue) => replaced(p, p.fget, f === None ? p.fset : f, p.fdel),
  'deleter(fdel, /)': (p: PyProperty, f: PyValue) => replaced(p, p.fget, p.fset, f === None ? p.fdel : f),
  '__set_name__(*args)': (p: PyProperty, args: readonly PyValue[]) => {
    if (args.length !== 2) typeError(`__set_name__() takes 2 positional arguments but ${args.length} were given`);
    p.name = args[1]!;
    return None;
  },
});

/**
 * Sets the text of a property. A subclass has one of its own, which would hide it, so there it becomes an attribute of
 * the instance; where that has no room it is dropped, but for a getter's.
 */
function setDoc(p: PyProperty, doc: PyValue): void {
  if (p.type === propertyType) {
    p.doc = doc;
    return;
  }
  p.doc = None;
  try {
    setAttr(p, '__doc__', doc);
  } catch (e) {
    if (p.docFromGetter || !isRaised(e, 'AttributeError')) throw e;
  }
}

/** Returns ` 'name'` for messages, empty where the name is not known. */
function quotedName(p: PyProperty): string {
  const name = p.name ?? (p.fget === None ? undefined : lookupAttr(p.fget, '__name__'));
  return name === undefined ? '' : ` ${repr(name)}`;
}

/** Runs a getter for a property of any subclass. */
function getProperty(p: PyProperty, obj: PyValue): PyValue {
  if (p.fget === None)
    attributeError(`property${quotedName(p)} of '${typeOf(obj).qualname}' object has no getter`, obj, '');
  return invoke(p.fget, [obj]);
}

defGetSet(propertyType, {
  fget: (p: PyProperty) => p.fget,
  fset: (p: PyProperty) => p.fset,
  fdel: (p: PyProperty) => p.fdel,
  __doc__: [
    (p: PyProperty) => p.doc,
    (p: PyProperty, v) => {
      p.doc = v ?? None;
    },
  ],
  __name__: [
    (p: PyProperty) => {
      if (p.name !== null) return p.name;
      return (
        (p.fget === None ? undefined : lookupAttr(p.fget, '__name__')) ??
        attributeError("'property' object has no attribute '__name__'", p, '__name__')
      );
    },
    (p: PyProperty, v) => {
      p.name = v ?? null;
    },
  ],
  __isabstractmethod__: (p: PyProperty) => [p.fget, p.fset, p.fdel].some(isAbstract),
});

/** Tells whether a callable is marked abstract. */
function isAbstract(f: PyValue): boolean {
  const mark = f === None ? undefined : lookupAttr(f, '__isabstractmethod__');
  return mark !== undefined && isTrue(mark);
}

/* ---- classmethod and staticmethod ---- */

/** Attributes of the wrapped function that the wrapper takes over. */
const WRAPPED = ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__'];

/** Fills a wrapper from the function it wraps. */
function wrap(w: PyClassMethod | PyStaticMethod, fn: PyValue): void {
  w.fn = fn;
  w.attrs ??= new PyDict();
  for (const name of WRAPPED) {
    const v = lookupAttr(fn, name);
    if (v !== undefined) w.attrs.set(name, v);
  }
}

for (const [type, make] of [
  [classmethodType, () => new PyClassMethod(None)],
  [staticmethodType, () => new PyStaticMethod(None)],
] as const) {
  type.hasDict = true;
  type.allocate = (cls) => shapeInstance(make() as PyClassMethod, cls);
  defNew(type, 'function, /', (cls: PyType, fn: PyValue) => {
    const made = cls === type ? make() : (type.allocate!(cls) as PyClassMethod);
    wrap(made, fn);
    return made;
  });
  defMethods(type, {
    '__init__(function, /)': (w: PyClassMethod, fn: PyValue) => {
      if (w.fn !== fn) {
        w.fn = fn;
        changeOwners(w);
      }
      return None;
    },
    '__repr__()': (w: PyClassMethod) => `<${type.name}(${repr(w.fn)})>`,
  });
  defGetSet(type, {
    __func__: (w: PyClassMethod) => w.fn,
    __wrapped__: (w: PyClassMethod) => w.fn,
    __isabstractmethod__: (w: PyClassMethod) => isAbstract(w.fn),
    __annotations__: (w: PyClassMethod) => getAttr(w.fn, '__annotations__'),
    __dict__: (w: PyClassMethod) => (w.attrs ??= new PyDict()),
  });
}

defMethods(classmethodType, {
  '__get__(instance, owner?, /)': (c: PyClassMethod, obj: PyValue, owner?: PyValue) => {
    if (owner === undefined && obj === None) typeError('__get__(None, None) is invalid');
    return new PyMethod(c.fn, owner === undefined || owner === None ? typeOf(obj) : owner);
  },
});
defMethods(staticmethodType, {
  '__get__(instance, owner?, /)': (s: PyStaticMethod) => s.fn,
  '__call__(*args, **kwargs)': (s: PyStaticMethod, args: PyValue[], kw: Kwargs) =>
    invoke(s.fn, args, kw.size === 0 ? null : kw),
});
