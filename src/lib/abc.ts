/**
 * The module `abc`: abstract base classes (PEP 3119).
 *
 * A class made by ABCMeta keeps a registry of virtual subclasses and caches of answers; negative
 * answers are forgotten whenever any class is registered anywhere. The order of questions is that of
 * the reference implementation: caches, `__subclasshook__`, the MRO, the registry, subclasses.
 */
import { type Collection, PyType, type PyValue } from '../objects/core/object.ts';
import {
  None,
  NotImplemented,
  type PyModule,
  PyTuple,
  classmethodType,
  objectType,
  propertyType,
  staticmethodType,
  strOf,
  typeOf,
  typeType,
} from '../objects/core/values.ts';
import type { PyDict } from '../objects/core/dict.ts';
import { type Kwargs, defMethods, defNew, makeFunctions } from '../objects/core/builtin.ts';
import { raise, typeError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import { PyFrozenSet } from '../objects/core/frozenset.ts';
import { nativeModule } from '../types/functions/module.ts';
import { newClass } from '../types/classes/new.ts';
import { lookupAttr } from '../objects/slots/attribute.ts';
import { getAttr, setAttr } from '../protocol/attribute.ts';
import { isSubclass } from '../objects/slots/compare.ts';
import { isTrue } from '../protocol/compare.ts';
import { iterate } from '../protocol/iterate.ts';

export const abcMetaType = new PyType('ABCMeta', [typeType], { module: 'abc' });
abcMetaType.hasDict = false;

/** What ABCMeta knows of a class. */
interface Knowledge {
  registry: PyType[];
  yes: WeakSet<PyType>;
  no: WeakSet<PyType>;
  noVersion: number;
}

const known = new WeakMap<PyType, Knowledge>();
let invalidations = 0;

function knowledge(cls: PyType): Knowledge {
  let k = known.get(cls);
  if (k === undefined) {
    k = { registry: [], yes: new WeakSet(), no: new WeakSet(), noVersion: invalidations };
    known.set(cls, k);
  }
  return k;
}

/** Tells whether a value is marked abstract. */
function abstract(x: PyValue | undefined): boolean {
  const mark = x === undefined ? undefined : lookupAttr(x, '__isabstractmethod__');
  return mark !== undefined && isTrue(mark);
}

/** Sets `__abstractmethods__` of a class from what it defines and inherits. */
function computeAbstract(cls: PyType, own: Iterable<readonly [PyValue, PyValue]>): void {
  const names = new Set<string>();
  for (const [key, value] of own) {
    const name = strOf(key);
    if (name !== undefined && abstract(value)) names.add(name);
  }
  for (const base of cls.bases) {
    const inherited = base.dict.get('__abstractmethods__');
    if (inherited === undefined || base === typeType) continue;
    for (const n of iterate(inherited)) {
      const name = strOf(n)!;
      if (abstract(lookupAttr(cls, name))) names.add(name);
    }
  }
  cls.abstract = names.size > 0;
  cls.setAttr('__abstractmethods__', PyFrozenSet.of(names));
}

defNew(
  abcMetaType,
  'name, bases, namespace, /, **kwargs',
  (meta: PyType, name: PyValue, bases: PyValue, namespace: PyValue, kw: Kwargs) => {
    const text = strOf(name);
    if (text === undefined) typeError(`type.__new__() argument 1 must be str, not ${typeOf(name).name}`);
    if (!(bases instanceof PyTuple)) typeError(`type.__new__() argument 2 must be tuple, not ${typeOf(bases).name}`);
    const cls = newClass(meta, text, bases, namespace as PyDict, kw);
    if (cls instanceof PyType) {
      computeAbstract(cls, [...(namespace as PyDict).entries()]);
      takeFlags(cls);
    }
    return cls;
  },
);

/** Bits of `__abc_tpflags__`, by which a class says how patterns see its instances. */
const FLAG_SEQUENCE = 1 << 5;
const FLAG_MAPPING = 1 << 6;

/** Takes in the `__abc_tpflags__` of a new class, which do not stay in it. */
function takeFlags(cls: PyType): void {
  const flags = cls.dict.get('__abc_tpflags__');
  if (typeof flags !== 'number') return;
  if ((flags & FLAG_SEQUENCE) !== 0) cls.collection = 'sequence';
  else if ((flags & FLAG_MAPPING) !== 0) cls.collection = 'mapping';
  cls.deleteAttr('__abc_tpflags__');
}

/** Makes patterns see a registered class and its subclasses as they see the abstract one. */
function shareCollection(cls: PyType, collection: Collection): void {
  if (collection === null || !cls.heap || cls.collection === collection) return;
  cls.collection = collection;
  for (const s of cls.subclasses) shareCollection(s, collection);
}

/** Answers `issubclass(subclass, cls)` for a class of ABCMeta. */
function subclassCheck(cls: PyType, subclass: PyValue): boolean {
  if (!(subclass instanceof PyType)) typeError('issubclass() arg 1 must be a class');
  const k = knowledge(cls);
  if (k.yes.has(subclass)) return true;
  if (k.noVersion !== invalidations) {
    k.no = new WeakSet();
    k.noVersion = invalidations;
  } else if (k.no.has(subclass)) return false;
  const answer = decide(cls, subclass, k);
  (answer ? k.yes : k.no).add(subclass);
  return answer;
}

function decide(cls: PyType, subclass: PyType, k: Knowledge): boolean {
  const hook = invoke(getAttr(cls, '__subclasshook__'), [subclass]);
  if (hook !== NotImplemented) {
    if (typeof hook !== 'boolean')
      raise('AssertionError', '__subclasshook__() must return either False, True, or NotImplemented');
    return hook;
  }
  if (subclass.mro.includes(cls)) return true;
  if (k.registry.some((r) => isSubclass(subclass, r))) return true;
  return [...cls.subclasses].some((s) => isSubclass(subclass, s));
}

defMethods(abcMetaType, {
  'register(subclass)': (cls: PyType, subclass: PyValue) => {
    if (!(subclass instanceof PyType)) typeError('Can only register classes');
    if (isSubclass(subclass, cls)) return subclass;
    if (isSubclass(cls, subclass)) raise('RuntimeError', 'Refusing to create an inheritance cycle');
    knowledge(cls).registry.push(subclass);
    invalidations++;
    shareCollection(subclass, cls.collection);
    return subclass;
  },
  '__instancecheck__(instance, /)': (cls: PyType, x: PyValue) => {
    const type = typeOf(x);
    if (subclassCheck(cls, type)) return true;
    if (!type.heap) return false;
    const claimed = lookupAttr(x, '__class__');
    return claimed instanceof PyType && claimed !== type && subclassCheck(cls, claimed);
  },
  '__subclasscheck__(subclass, /)': (cls: PyType, x: PyValue) => subclassCheck(cls, x),
  '_dump_registry(file?)': () => None,
  '_abc_registry_clear()': (cls: PyType) => {
    knowledge(cls).registry = [];
    invalidations++;
    return None;
  },
  '_abc_caches_clear()': (cls: PyType) => {
    known.set(cls, { ...knowledge(cls), yes: new WeakSet(), no: new WeakSet() });
    return None;
  },
});

/** The class ABC, made once. */
export const abcType: PyType = (() => {
  const cls = new PyType('ABC', [objectType], { heap: true, module: 'abc' });
  cls.type = abcMetaType;
  cls.hasDict = false;
  cls.dict.set('__module__', 'abc');
  cls.dict.set('__slots__', new PyTuple([]));
  cls.dict.set('__doc__', 'Helper class that provides a standard way to create an ABC using\ninheritance.\n');
  cls.dict.set('__abstractmethods__', PyFrozenSet.of([]));
  return cls;
})();

/** Makes a deprecated combination of a descriptor and abstractmethod. */
function abstractKind(name: string, base: PyType): PyType {
  const t = new PyType(name, [base], { module: 'abc' });
  t.hasDict = true;
  t.allocate = base.allocate;
  t.dict.set('__isabstractmethod__', true);
  return t;
}

/** Makes the module `abc`. */
export function makeModule(): PyModule {
  return nativeModule('abc', [
    ['ABC', abcType],
    ['ABCMeta', abcMetaType],
    ...makeFunctions('abc', {
      'abstractmethod(funcobj)': (f: PyValue) => {
        setAttr(f, '__isabstractmethod__', true);
        return f;
      },
      'get_cache_token()': () => invalidations,
      'update_abstractmethods(cls)': (cls: PyValue) => {
        if (cls instanceof PyType && cls.dict.has('__abstractmethods__')) computeAbstract(cls, [...cls.dict]);
        return cls;
      },
    }),
    ['abstractproperty', abstractKind('abstractproperty', propertyType)],
    ['abstractclassmethod', abstractKind('abstractclassmethod', classmethodType)],
    ['abstractstaticmethod', abstractKind('abstractstaticmethod', staticmethodType)],
  ]);
}

/** Registers native types as virtual subclasses of a class of ABCMeta. */
export function registerVirtual(cls: PyType, types: readonly PyType[]): void {
  knowledge(cls).registry.push(...types);
  invalidations++;
}
