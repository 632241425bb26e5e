/**
 * functools.lru_cache, cache and cached_property.
 *
 * The cache is a dict from arguments to entries, and the entries are a doubly linked list in order of use,
 * so that a hit and an eviction are O(1). A single int or str argument is its own key, as in CPython;
 * otherwise the key is a tuple of the arguments, with a marker before keyword arguments and, with `typed`,
 * the classes at the end.
 */
import { PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import {
  None,
  PyMethod,
  PyTuple,
  builtinType,
  intType,
  native,
  objectType,
  strType,
  typeOf,
} from '../../objects/core/values.ts';
import { type Kwargs, PyBuiltin, defClassMethods, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { ownAttr, setOwnAttr, shapeInstance } from '../../objects/core/instance.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { isTrue } from '../../protocol/compare.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { repr } from '../../objects/slots/format.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { makeNamedTuple } from '../collections/namedtuple.ts';
import { updateWrapper } from './wrap.ts';
import { cType } from '../../objects/core/c-types.ts';
import { giveDict } from '../host/instance-dict.ts';

/** One cached result, linked to those used just before and after it. */
class Entry extends PyObj {
  before: Entry | null = null;
  after: Entry | null = null;
  constructor(
    readonly key: PyValue,
    readonly result: PyValue,
  ) {
    super();
  }
}

const wrapperType = cType('functools', '_lru_cache_wrapper');
giveDict(wrapperType);

/** Separates keyword arguments from positional ones in a key. */
class Marker extends PyObj {}
native(Marker, objectType);
const MARK = new Marker();

/** A function with a cache before it; `maxsize` -1 means unbounded. */
class PyLruCache extends PyObj {
  private readonly results = new PyDict();
  private newest: Entry | null = null;
  private oldest: Entry | null = null;
  private hits = 0;
  private misses = 0;
  constructor(
    readonly fn: PyValue,
    readonly maxsize: number,
    readonly typed: boolean,
  ) {
    super();
  }

  /** Calls the function unless the result is known. Throws what the function or hashing raises. */
  call(args: PyValue[], kw: Kwargs): PyValue {
    const given = kw.size === 0 ? null : kw;
    if (this.maxsize === 0) {
      this.misses++;
      return invoke(this.fn, args, given);
    }
    const key = this.keyOf(args, kw);
    const found = this.results.get(key);
    if (found !== undefined) {
      this.hits++;
      if (this.maxsize < 0) return found;
      const entry = found as Entry;
      if (entry !== this.newest) {
        this.unlink(entry);
        this.link(entry);
      }
      return entry.result;
    }
    this.misses++;
    const result = invoke(this.fn, args, given);
    if (this.maxsize < 0) {
      this.results.set(key, result);
      return result;
    }
    if (this.results.has(key)) return result;
    if (this.results.size >= this.maxsize) {
      const old = this.oldest!;
      this.unlink(old);
      this.results.delete(old.key);
    }
    const entry = new Entry(key, result);
    this.results.set(key, entry);
    this.link(entry);
    return result;
  }

  /** Returns hits, misses, maxsize, currsize. */
  info(): PyValue[] {
    return [this.hits, this.misses, this.maxsize < 0 ? None : this.maxsize, this.results.size];
  }

  clear(): void {
    this.results.clear();
    this.newest = this.oldest = null;
    this.hits = this.misses = 0;
  }

  private keyOf(args: PyValue[], kw: Kwargs): PyValue {
    if (kw.size === 0 && !this.typed) {
      if (args.length === 1) {
        const type = typeOf(args[0]!);
        if (type === intType || type === strType) return args[0]!;
      }
      return new PyTuple(args);
    }
    const parts = args.slice();
    if (kw.size > 0) {
      parts.push(MARK);
      for (const [k, v] of kw) parts.push(k, v);
    }
    if (this.typed) {
      for (const a of args) parts.push(typeOf(a));
      for (const v of kw.values()) parts.push(typeOf(v));
    }
    return new PyTuple(parts);
  }

  private link(entry: Entry): void {
    entry.before = this.newest;
    if (this.newest !== null) this.newest.after = entry;
    else this.oldest = entry;
    this.newest = entry;
  }

  private unlink(entry: Entry): void {
    if (entry.before !== null) entry.before.after = entry.after;
    else this.oldest = entry.after;
    if (entry.after !== null) entry.after.before = entry.before;
    else this.newest = entry.before;
    entry.before = entry.after = null;
  }
}
native(PyLruCache, wrapperType);

let cacheInfo: PyType | null = null;
/** Returns the namedtuple class of `cache_info()`, made on first use. */
function cacheInfoType(): PyType {
  cacheInfo ??= makeNamedTuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], 'functools');
  return cacheInfo;
}

defMethods(wrapperType, {
  '__call__(*args, **kw)': (c: PyLruCache, args: PyValue[], kw: Kwargs) => c.call(args, kw),
  '__get__(instance, owner?, /)': (c: PyLruCache, instance: PyValue) =>
    instance === None ? c : new PyMethod(c, instance),
  'cache_info()': (c: PyLruCache) => invoke(cacheInfoType(), c.info()),
  'cache_clear()': (c: PyLruCache) => {
    c.clear();
    return None;
  },
  '__copy__()': (c: PyLruCache) => c,
  '__deepcopy__(memo, /)': (c: PyLruCache) => c,
});

/** Puts a cache before a function. */
function wrap(fn: PyValue, maxsize: PyValue, typed: boolean): PyValue {
  const size = maxsize === None ? -1 : Math.max(Number(indexOf(maxsize)), 0);
  const cache = shapeInstance(new PyLruCache(fn, size, typed), wrapperType);
  updateWrapper(cache, fn);
  const parameters = new PyBuiltin('<lambda>', '', 'function', null, 'functools', () => {
    const d = new PyDict();
    d.set('maxsize', maxsize);
    d.set('typed', typed);
    return d;
  });
  setOwnAttr(cache, 'cache_parameters', parameters);
  return cache;
}

/** Tells whether a value can be called. */
function isCallable(x: PyValue): boolean {
  return typeOf(x).lookup('__call__') !== undefined;
}

export const CACHE_FUNCTIONS = {
  'lru_cache(maxsize?, typed?)': (maxsize: PyValue = 128, typed: PyValue = false) => {
    if (typeOf(maxsize).isSubtype(intType)) {
      return new PyBuiltin('decorating_function', 'user_function', 'function', null, 'functools', (fn) =>
        wrap(fn, maxsize, isTrue(typed)),
      );
    }
    if (isCallable(maxsize) && typeof typed === 'boolean') return wrap(maxsize, 128, typed);
    if (maxsize !== None) typeError('Expected first argument to be an integer, a callable, or None');
    return new PyBuiltin('decorating_function', 'user_function', 'function', null, 'functools', (fn) =>
      wrap(fn, None, isTrue(typed)),
    );
  },
  'cache(user_function, /)': (fn: PyValue) => wrap(fn, None, false),
};

export const cachedPropertyType = builtinType('cached_property', { module: 'functools' });
giveDict(cachedPropertyType);

/** A method computed once per instance, the result kept in the instance's dict under the same name. */
class PyCachedProperty extends PyObj {
  name: string | null = null;
  constructor(readonly func: PyValue) {
    super();
  }
}
native(PyCachedProperty, cachedPropertyType);
defNew(cachedPropertyType, 'func', (cls: PyType, func: PyValue) => shapeInstance(new PyCachedProperty(func), cls));
defGetSet(cachedPropertyType, {
  func: (p: PyCachedProperty) => p.func,
  attrname: (p: PyCachedProperty) => p.name ?? None,
  __doc__: (p: PyCachedProperty) => lookupAttr(p.func, '__doc__') ?? None,
  __module__: (p: PyCachedProperty) => lookupAttr(p.func, '__module__') ?? None,
});
defMethods(cachedPropertyType, {
  '__set_name__(owner, name, /)': (p: PyCachedProperty, _owner, name: string) => {
    if (p.name === null) p.name = name;
    else if (p.name !== name)
      typeError(`Cannot assign the same cached_property to two different names (${repr(p.name)} and ${repr(name)}).`);
    return None;
  },
  '__get__(instance, owner?, /)': (p: PyCachedProperty, instance: PyValue) => {
    if (instance === None) return p;
    if (p.name === null) typeError('Cannot use cached_property instance without calling __set_name__ on it.');
    const known = ownAttr(instance, p.name);
    if (known !== undefined) return known;
    const value = invoke(p.func, [instance]);
    if (!setOwnAttr(instance, p.name, value)) {
      typeError(
        `No '__dict__' attribute on ${repr(typeOf(instance).name)} instance to cache ${repr(p.name)} property.`,
      );
    }
    return value;
  },
});
defClassMethods(cachedPropertyType, {
  '__class_getitem__(item, /)': (cls: PyType, item) => makeGenericAlias(cls, item),
});
