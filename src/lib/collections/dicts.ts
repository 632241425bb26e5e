/** collections.defaultdict and OrderedDict: dicts with one more idea each. */
import { updateDict } from '../../objects/slots/collect.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, NotImplemented, PyTuple, builtinType, native, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, defClassMethods, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { PyDict, dictType } from '../../objects/core/dict.ts';
import { equalDicts, updateFromCall } from '../../types/containers/dict.ts';
import {
  PyDictIterator,
  defDictIterator,
  PyDictView,
  dictItemsType,
  dictKeysType,
  dictValuesType,
} from '../../types/containers/dict-views.ts';
import { PyRaise, keyError, makeException, raise, typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { dictOf, shapeInstance } from '../../objects/core/instance.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { guardedRepr } from '../../objects/core/repr-guard.ts';
import { dictRepr } from '../../types/containers/dict.ts';
import { isTrue, sameOrEqual } from '../../protocol/compare.ts';
import { iterate } from '../../protocol/iterate.ts';
import { getIter } from '../../protocol/iterate.ts';
import { repr } from '../../objects/slots/format.ts';
import { cType, shortName } from '../../objects/core/c-types.ts';
import { giveDict } from '../host/instance-dict.ts';

/** Makes the allocator of a native subclass of dict. */
function allocator(cls: new () => PyDict, exact: PyType): (type: PyType) => PyDict {
  return (type) => (type === exact ? new cls() : shapeInstance(new cls(), type));
}

/* ---- defaultdict ---- */

export const defaultdictType = cType('collections', 'defaultdict', { from: dictType });

class PyDefaultDict extends PyDict {
  factory: PyValue = None;
}
native(PyDefaultDict, defaultdictType);
defaultdictType.allocate = allocator(PyDefaultDict, defaultdictType);
defNew(defaultdictType, '*args, **kw', (cls: PyType) => defaultdictType.allocate!(cls));

/** Copies a defaultdict with its factory. */
function copyDefault(d: PyDefaultDict): PyValue {
  return invoke(d.type, [d.factory, d]);
}

defGetSet(defaultdictType, {
  default_factory: [
    (d: PyDefaultDict) => d.factory,
    (d: PyDefaultDict, v) => {
      d.factory = v ?? None;
    },
  ],
});
defMethods(defaultdictType, {
  '__init__(*args, **kw)': (d: PyDefaultDict, args: PyValue[], kw: Kwargs) => {
    const factory = args[0] ?? None;
    if (factory !== None && typeOf(factory).lookup('__call__') === undefined)
      typeError('first argument must be callable or None');
    d.factory = factory;
    updateFromCall(d, 'dict', args.slice(1), kw);
    return None;
  },
  '__missing__(key, /)': (d: PyDefaultDict, key: PyValue) => {
    if (d.factory === None) keyError(key);
    const value = invoke(d.factory, []);
    d.set(key, value);
    return value;
  },
  '__repr__()': (d: PyDefaultDict) => {
    const factory = guardedRepr(d, '...', () => repr(d.factory));
    return `${shortName(d.type)}(${factory}, ${dictRepr(d)})`;
  },
  'copy()': copyDefault,
  '__copy__()': copyDefault,
  '__or__(value, /)': (d: PyDefaultDict, other) => {
    if (!(other instanceof PyDict)) return NotImplemented;
    const out = copyDefault(d) as PyDict;
    updateDict(out, other);
    return out;
  },
  '__ror__(value, /)': (d: PyDefaultDict, other) => {
    if (!(other instanceof PyDict)) return NotImplemented;
    const out = invoke(d.type, [d.factory, other]) as PyDict;
    updateDict(out, d);
    return out;
  },
  '__reduce__()': (d: PyDefaultDict) =>
    new PyTuple([
      d.type,
      new PyTuple(d.factory === None ? [] : [d.factory]),
      None,
      None,
      getIter(new PyDictView(d, dictItemsType)),
    ]),
});
defClassMethods(defaultdictType, { '__class_getitem__(item, /)': (cls: PyType, item) => makeGenericAlias(cls, item) });

/* ---- OrderedDict ---- */

export const orderedDictType = cType('collections', 'OrderedDict', { from: dictType });
giveDict(orderedDictType);

class PyOrderedDict extends PyDict {}
native(PyOrderedDict, orderedDictType);
orderedDictType.allocate = (type) => shapeInstance(new PyOrderedDict(), type);
defNew(orderedDictType, '*args, **kw', (cls: PyType) => orderedDictType.allocate!(cls));

const keysType = builtinType('odict_keys', { from: dictKeysType, base: false });
const valuesType = builtinType('odict_values', { from: dictValuesType, base: false });
const itemsType = builtinType('odict_items', { from: dictItemsType, base: false });
const iteratorType = builtinType('odict_iterator', { base: false });
type Part = 'key' | 'value' | 'item';

/** Iterates over an OrderedDict, noticing any change of its keys or their order. */
class PyOdictIterator extends PyDictIterator {
  private readonly version: number;
  private ended = false;
  constructor(
    private readonly od: PyDict,
    part: Part,
    backwards: boolean,
  ) {
    super(od, part, backwards, iteratorType);
    this.version = od.keysVersion;
  }
  override next(): PyValue | undefined {
    if (this.ended) return undefined;
    if (this.od.keysVersion !== this.version) {
      this.ended = true;
      raise('RuntimeError', 'OrderedDict mutated during iteration');
    }
    const x = super.next();
    if (x === undefined) this.ended = true;
    return x;
  }
}
native(PyOdictIterator, iteratorType);
defDictIterator(iteratorType);

for (const type of [keysType, valuesType, itemsType]) {
  const part = type === keysType ? 'key' : type === valuesType ? 'value' : 'item';
  defMethods(type, {
    '__iter__()': (v: PyDictView) => new PyOdictIterator(v.dict, part, false),
    '__reversed__()': (v: PyDictView) => new PyOdictIterator(v.dict, part, true),
  });
}

/** Tells whether two OrderedDicts have equal items in the same order; any other dict compares without order. */
function equal(a: PyDict, b: PyDict): boolean {
  if (!equalDicts(a, b)) return false;
  if (!(b instanceof PyOrderedDict)) return true;
  for (let i = a.nextIndex(0), j = b.nextIndex(0); i >= 0 && j >= 0; i = a.nextIndex(i + 1), j = b.nextIndex(j + 1)) {
    if (!sameOrEqual(a.keys[i]!, b.keys[j]!)) return false;
  }
  return true;
}

/** Returns `a | b` as an OrderedDict of the class of `cls`. */
function merged(cls: PyType, a: PyValue, b: PyValue): PyValue {
  const out = invoke(cls, [a]) as PyDict;
  updateDict(out, b);
  return out;
}

defMethods(orderedDictType, {
  '__repr__()': (d: PyDict) =>
    d.size === 0
      ? `${shortName(d.type)}()`
      : guardedRepr(d, '...', () => {
          const parts: string[] = [];
          for (const [k, v] of d.entries()) parts.push(`${repr(k)}: ${repr(v)}`);
          return `${shortName(d.type)}({${parts.join(', ')}})`;
        }),
  '__eq__(value, /)': (a: PyDict, b) => (b instanceof PyDict ? equal(a, b) : NotImplemented),
  '__ne__(value, /)': (a: PyDict, b) => (b instanceof PyDict ? !equal(a, b) : NotImplemented),
  '__iter__()': (d: PyDict) => new PyOdictIterator(d, 'key', false),
  '__reversed__()': (d: PyDict) => new PyOdictIterator(d, 'key', true),
  '__or__(value, /)': (a: PyDict, b) => (b instanceof PyDict ? merged(a.type, a, b) : NotImplemented),
  '__ror__(value, /)': (b: PyDict, a) => (a instanceof PyDict ? merged(b.type, a, b) : NotImplemented),
  'keys()': (d: PyDict) => new PyDictView(d, keysType),
  'values()': (d: PyDict) => new PyDictView(d, valuesType),
  'items()': (d: PyDict) => new PyDictView(d, itemsType),
  'copy()': (d: PyDict) => merged(d.type, new PyDict(), d),
  '__copy__()': (d: PyDict) => merged(d.type, new PyDict(), d),
  'pop(key, default?)': (d: PyDict, key, absent?) => d.delete(key) ?? absent ?? keyError(key),
  'popitem(last?)': (d: PyDict, last: PyValue = true) => {
    if (d.size === 0) throw new PyRaise(makeException('KeyError', 'dictionary is empty'));
    if (isTrue(last)) return new PyTuple(d.popLast()!);
    const i = d.nextIndex(0);
    const key = d.keys[i]!;
    return new PyTuple([key, d.deleteAt(i)]);
  },
  'move_to_end(key, last?)': (d: PyDict, key, last: PyValue = true) => {
    const i = d.find(key);
    if (i < 0) keyError(key);
    d.moveEntry(i, isTrue(last));
    return None;
  },
  'setdefault(key, default?)': (d: PyDict, key, absent: PyValue = None) => {
    const v = d.get(key);
    if (v !== undefined) return v;
    d.set(key, absent);
    return absent;
  },
  '__reduce__()': (d: PyDict) => {
    const state = dictOf(d);
    return new PyTuple([
      d.type,
      new PyTuple([]),
      state === null || state.size === 0 ? None : state,
      None,
      getIter(new PyDictView(d, itemsType)),
    ]);
  },
});
defClassMethods(orderedDictType, {
  'fromkeys(iterable, value?)': (cls: PyType, from: PyValue, value: PyValue = None) => {
    const d = invoke(cls, []);
    for (const k of iterate(from)) (d as PyDict).set(k, value);
    return d;
  },
});
