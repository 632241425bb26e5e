/** dict: its methods. The table is in `dict.ts`, views and iterators in `dict-views.ts`. */
import { append } from '../../numbers/allocation.ts';
import { callBound } from '../../objects/slots/descriptor.ts';
import { updateDict } from '../../objects/slots/collect.ts';
import type { PyObj, PyType, PyValue } from '../../objects/core/object.ts';
import { None, NotImplemented, PyTuple } from '../../objects/core/values.ts';
import { type Kwargs, coexist, defClassMethods, defMethods, defNew } from '../../objects/core/builtin.ts';
import { keyError, typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { PyDict, dictType } from '../../objects/core/dict.ts';
import { PyDictIterator, PyDictView, dictItemsType, dictKeysType, dictValuesType } from './dict-views.ts';
import { PySet } from '../../objects/core/set-table.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { guardedRepr } from '../../objects/core/repr-guard.ts';
import { sameOrEqual } from '../../protocol/compare.ts';
import { getIter, toArray } from '../../protocol/iterate.ts';
import { iterNext } from '../../objects/slots/iterate.ts';
import { setItem } from '../../protocol/subscript.ts';
import { repr } from '../../objects/slots/format.ts';

/** Makes an empty dict of a class. */
function newDict(type: PyType): PyDict {
  const d = new PyDict();
  return type === dictType ? d : shapeInstance(d, type);
}
dictType.allocate = newDict;
defNew(dictType, '*args, **kw', newDict);

/** Does what `dict(*args, **kw)` and `update(*args, **kw)` share. */
export function updateFromCall(d: PyDict, name: string, args: PyValue[], kw: Kwargs): void {
  if (args.length > 1) typeError(`${name} expected at most 1 argument, got ${args.length}`);
  if (args.length === 1) updateDict(d, args[0]!);
  for (const [k, v] of kw) d.set(k, v);
}

/** Returns `d[key]`, asking `__missing__` of a subclass. */
function dictItem(d: PyDict, key: PyValue): PyValue {
  const v = d.get(key);
  if (v !== undefined) return v;
  if (d.type !== dictType) {
    const missing = d.type.lookup('__missing__');
    if (missing !== undefined) return callBound(missing, d, key);
  }
  return keyError(key);
}

/** Returns `repr(d)` of the plain dict form. */
export function dictRepr(d: PyDict): string {
  if (d.size === 0) return '{}';
  return guardedRepr(d, '{...}', () => {
    const parts: string[] = [];
    for (let i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
      const value = d.values[i]!;
      append(parts, `${repr(d.keys[i]!)}: ${repr(value)}`);
    }
    return `{${parts.join(', ')}}`;
  });
}

/** Tells whether two dicts have equal items. May run Python. */
export function equalDicts(a: PyDict, b: PyDict): boolean {
  if (a.size !== b.size) return false;
  for (let i = a.nextIndex(0); i >= 0; i = a.nextIndex(i + 1)) {
    const value = a.values[i]!;
    const other = b.get(a.keys[i]!);
    if (other === undefined || !sameOrEqual(other, value)) return false;
  }
  return true;
}

const never = (): PyValue => NotImplemented;

dictType.dict.set('__hash__', None);
defMethods(dictType, {
  '__init__(*args, **kw)': (d: PyDict, args: PyValue[], kw: Kwargs) => {
    updateFromCall(d, 'dict', args, kw);
    return None;
  },
  '__repr__()': dictRepr,
  '__len__(); read if dict': (d: PyDict) => d.size,
  '__getitem__(key, /); read if table scalar': dictItem,
  '__setitem__(key, value, /); write if table scalar any': (d: PyDict, key, value) => {
    d.set(key, value);
    return None;
  },
  '__delitem__(key, /); write if table scalar': (d: PyDict, key) =>
    d.delete(key) === undefined ? keyError(key) : None,
  '__contains__(key, /); read if table scalar': (d: PyDict, key) => d.has(key),
  '__iter__()': (d: PyDict) => new PyDictIterator(d, 'key', false),
  '__reversed__()': (d: PyDict) => new PyDictIterator(d, 'key', true),
  '__eq__(value, /)': (a: PyDict, b) => (b instanceof PyDict ? equalDicts(a, b) : NotImplemented),
  '__ne__(value, /)': (a: PyDict, b) => (b instanceof PyDict ? !equalDicts(a, b) : NotImplemented),
  '__lt__(value, /)': never,
  '__le__(value, /)': never,
  '__gt__(value, /)': never,
  '__ge__(value, /)': never,
  '__or__(value, /)': (a: PyDict, b) => merged(a, b),
  '__ror__(value, /)': (b: PyDict, a) => (a instanceof PyDict ? merged(a, b) : NotImplemented),
  '__ior__(value, /)': (d: PyDict, other) => {
    updateDict(d, other);
    return d;
  },
  '__sizeof__()': (d: PyDict) => 48 + (d.size === 0 ? 0 : 136 + 24 * Math.max(d.size - 5, 0)),
  'get(key, default?, /); read if table scalar any': (d: PyDict, key, absent?) => d.get(key) ?? absent ?? None,
  'setdefault(key, default?, /); write if table scalar any': (d: PyDict, key, absent?: PyValue) => {
    const v = d.get(key);
    if (v !== undefined) return v;
    d.set(key, absent ?? None);
    return absent ?? None;
  },
  'pop(key, default?, /); write if table scalar any': (d: PyDict, key, absent?) =>
    (d.size === 0 ? undefined : d.delete(key)) ?? absent ?? keyError(key),
  'popitem(); write if table': (d: PyDict) => {
    const pair = d.popLast();
    return pair === undefined ? keyError('popitem(): dictionary is empty') : new PyTuple(pair);
  },
  'update(*args, **kw)': (d: PyDict, args: PyValue[], kw: Kwargs) => {
    updateFromCall(d, 'update', args, kw);
    return None;
  },
  'keys(); pure if dict': (d: PyDict) => new PyDictView(d, dictKeysType),
  'values(); pure if dict': (d: PyDict) => new PyDictView(d, dictValuesType),
  'items(); pure if dict': (d: PyDict) => new PyDictView(d, dictItemsType),
  'copy(); read if dict': (d: PyDict) => d.copy(),
  'clear(); write if table': (d: PyDict) => {
    d.clear();
    return None;
  },
});

/** Returns `a | b`. */
function merged(a: PyDict, b: PyValue): PyValue {
  if (!(b instanceof PyDict)) return NotImplemented;
  const d = a.copy();
  updateDict(d, b);
  return d;
}

defClassMethods(dictType, {
  'fromkeys(iterable, value?, /)': (cls: PyType, from: PyValue, value?: PyValue) => {
    const d = invoke(cls, []);
    const v = value ?? None;
    if (d instanceof PyDict && d.type === dictType && d.size === 0) {
      if (from instanceof PySet) for (const k of from.toArray()) d.set(k, v);
      else for (const k of toArray(from)) d.set(k, v);
      return d;
    }
    const it = getIter(from);
    for (let k = iterNext(it); k !== undefined; k = iterNext(it)) setItem(d, k, v);
    return d;
  },
  '__class_getitem__(item, /)': (cls: PyObj, item) => makeGenericAlias(cls, item),
});
coexist(dictType, '__getitem__', '__contains__');
