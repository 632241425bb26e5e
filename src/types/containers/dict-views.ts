/**
 * dict_keys, dict_values, dict_items, and the six iterators over a dict.
 *
 * Keys and items are sets to the operators; what `&`, `|`, `-`, `^` build is a set, in the order of steps of
 * Objects/dictobject.c. An iterator notices a dict that changed its size, and one whose keys changed
 * under an equal size once it has seen as many as there were.
 */
import { Comparison } from '../../bytecode/operators.ts';
import { setUpdate } from '../../objects/slots/collect.ts';
import { PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import { None, NotImplemented, PyIterator, PyTuple, builtinType, native } from '../../objects/core/values.ts';
import { defGetSet, defMethods } from '../../objects/core/builtin.ts';
import { raise } from '../../objects/core/exceptions.ts';
import { type PyDict, dictType } from '../../objects/core/dict.ts';
import { PySet, setType } from '../../objects/core/set-table.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { append } from '../../numbers/allocation.ts';
import { defIterator, reduceToIter } from './iterators.ts';
import { guardedRepr } from '../../objects/core/repr-guard.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { contains, sameOrEqual } from '../../protocol/compare.ts';
import { iterate, toArray } from '../../protocol/iterate.ts';
import { lengthOf } from '../../objects/slots/subscript.ts';
import { repr } from '../../objects/slots/format.ts';
import { PyMappingProxy } from './mapping-proxy.ts';

type Part = 'key' | 'value' | 'item';

export const dictKeysType = builtinType('dict_keys', { base: false });
export const dictValuesType = builtinType('dict_values', { base: false });
export const dictItemsType = builtinType('dict_items', { base: false });

/** A view of a dict; its type object says which. */
export class PyDictView extends PyObj {
  declare type: PyType;
  constructor(
    readonly dict: PyDict,
    type: PyType,
  ) {
    super();
    this.type = type;
  }

  /** What the view shows of an entry. */
  get part(): Part {
    return partOf(this.type);
  }
}

/** Returns the part of an entry that a view type shows; odict's views have types of their own. */
function partOf(type: PyType): Part {
  if (type === dictKeysType) return 'key';
  if (type === dictValuesType) return 'value';
  return type === dictItemsType ? 'item' : partOf(type.base!);
}

const ITERATOR_TYPES = new Map<string, PyType>();
for (const part of ['key', 'value', 'item']) {
  for (const reverse of ['', 'reverse'])
    ITERATOR_TYPES.set(reverse + part, builtinType(`dict_${reverse}${part}iterator`, { base: false }));
}

/** Iterates over a dict, forwards or backwards. */
export class PyDictIterator extends PyIterator {
  declare type: PyType;
  /** Whether the dict is an OrderedDict, as messages say. */
  private readonly ordered: boolean;
  private at: number;
  private used: number;
  private left: number;

  constructor(
    private dict: PyDict | null,
    private readonly part: Part,
    private readonly backwards: boolean,
    type?: PyType,
  ) {
    super();
    this.ordered = type !== undefined;
    this.type = type ?? ITERATOR_TYPES.get((backwards ? 'reverse' : '') + part)!;
    this.used = this.left = dict!.size;
    this.at = backwards ? dict!.keys.length - 1 : 0;
  }

  next(): PyValue | undefined {
    const d = this.dict;
    if (d === null) return undefined;
    if (d.size !== this.used) {
      this.used = -1;
      raise('RuntimeError', `${this.ordered ? 'OrderedDict' : 'dictionary'} changed size during iteration`);
    }
    const i = this.seek(d);
    if (i < 0) {
      this.dict = null;
      return undefined;
    }
    if (this.left === 0) {
      this.dict = null;
      raise('RuntimeError', 'dictionary keys changed during iteration');
    }
    this.at = this.backwards ? i - 1 : i + 1;
    this.left--;
    if (this.part === 'key') return d.keys[i]!;
    return this.part === 'value' ? d.values[i]! : new PyTuple([d.keys[i]!, d.values[i]!]);
  }

  /** Returns the values that are left. Throws RuntimeError as `next` does. */
  rest(): PyValue[] {
    const twin: this = Object.assign(Object.create(Object.getPrototypeOf(this)), this);
    const out: PyValue[] = [];
    for (let x = twin.next(); x !== undefined; x = twin.next()) append(out, x);
    return out;
  }

  /** Returns how many entries are left. */
  get hint(): number {
    return this.dict !== null && this.dict.size === this.used ? this.left : 0;
  }

  /** Returns the index of the next live entry, or -1. */
  private seek(d: PyDict): number {
    if (!this.backwards) return d.nextIndex(this.at);
    let i = Math.min(this.at, d.keys.length - 1);
    while (i >= 0 && d.keys[i] === undefined) i--;
    return i;
  }
}
/** Defines the methods of a type of iterators over dicts. */
export function defDictIterator(type: PyType): void {
  defIterator<PyDictIterator>(type, (it) => it.hint);
  defMethods(type, { '__reduce__()': (it: PyDictIterator) => reduceToIter(() => [[listFrom(it.rest())]]) });
}
for (const type of ITERATOR_TYPES.values()) defDictIterator(type);
native(PyDictIterator, ITERATOR_TYPES.get('key')!);

/** Tells whether a view shows `x`. */
function holds(v: PyDictView, x: PyValue): boolean {
  if (v.part === 'key') return v.dict.has(x);
  if (!(x instanceof PyTuple) || x.items.length !== 2) return false;
  const found = v.dict.get(x.items[0]!);
  return found !== undefined && sameOrEqual(found, x.items[1]!);
}

/** Tells whether `x` is a view of keys or items. */
function isSetView(x: PyValue): x is PyDictView {
  return x instanceof PyDictView && x.part !== 'value';
}

/** Makes a set of an operand: a view of an exact dict's keys, like the dict, is added in one go. */
function toSet(x: PyValue): PySet {
  const s = new PySet();
  setUpdate(s, isSetView(x) && x.part === 'key' && x.dict.type === dictType ? x.dict : x);
  return s;
}

function intersect(v: PyDictView, other: PyValue): PyValue {
  let self = v;
  let from = other;
  if (other instanceof PySet && other.type === setType && v.dict.size <= other.size)
    return invoke(getAttr(other, 'intersection'), [v]);
  if (isSetView(other) && other.dict.size > v.dict.size) {
    self = other;
    from = v;
  }
  const out = new PySet();
  for (const x of iterate(from)) if (holds(self, x)) out.add(x);
  return out;
}

const update = (a: PyValue, b: PyValue, method: string): PyValue => {
  const s = toSet(a);
  invoke(getAttr(s, method), [b]);
  return s;
};

/** Tells whether every value of `a` is in `b`. */
function allIn(a: PyValue, b: PyValue): boolean {
  for (const x of iterate(a)) if (!contains(x, b)) return false;
  return true;
}

function compare(op: number): (v: PyDictView, other: PyValue) => PyValue {
  return (v, other) => {
    if (!(other instanceof PySet) && !isSetView(other)) return NotImplemented;
    const a = v.dict.size,
      b = lengthOf(other);
    switch (op) {
      case Comparison.LT:
        return a < b && allIn(v, other);
      case Comparison.LE:
        return a <= b && allIn(v, other);
      case Comparison.EQ:
        return a === b && allIn(v, other);
      case Comparison.NE:
        return !(a === b && allIn(v, other));
      case Comparison.GT:
        return a > b && allIn(other, v);
      default:
        return a >= b && allIn(other, v);
    }
  };
}

for (const type of [dictKeysType, dictValuesType, dictItemsType]) {
  defMethods(type, {
    '__len__()': (v: PyDictView) => v.dict.size,
    '__iter__()': (v: PyDictView) => new PyDictIterator(v.dict, v.part, false),
    '__reversed__()': (v: PyDictView) => new PyDictIterator(v.dict, v.part, true),
    '__repr__()': (v: PyDictView) =>
      guardedRepr(v, '...', () => `${v.type.name}([${toArray(v).map(repr).join(', ')}])`),
  });
  defGetSet(type, { mapping: (v: PyDictView) => new PyMappingProxy(v.dict) });
  if (type === dictValuesType) continue;
  type.dict.set('__hash__', None);
  defMethods(type, {
    '__contains__(key, /)': holds,
    '__lt__(value, /)': compare(Comparison.LT),
    '__le__(value, /)': compare(Comparison.LE),
    '__eq__(value, /)': compare(Comparison.EQ),
    '__ne__(value, /)': compare(Comparison.NE),
    '__gt__(value, /)': compare(Comparison.GT),
    '__ge__(value, /)': compare(Comparison.GE),
    '__and__(value, /)': intersect,
    '__rand__(value, /)': intersect,
    '__or__(value, /)': (a, b) => update(a, b, 'update'),
    '__ror__(value, /)': (a, b) => update(b, a, 'update'),
    '__sub__(value, /)': (a, b) => update(a, b, 'difference_update'),
    '__rsub__(value, /)': (a, b) => update(b, a, 'difference_update'),
    '__xor__(value, /)': (a, b) => update(a, b, 'symmetric_difference_update'),
    '__rxor__(value, /)': (a, b) => update(b, a, 'symmetric_difference_update'),
    'isdisjoint(other, /)': (v: PyDictView, other) => {
      if (v === other) return v.dict.size === 0;
      if ((other instanceof PySet || isSetView(other)) && lengthOf(other) > v.dict.size) {
        for (const x of iterate(v)) if (contains(x, other)) return false;
        return true;
      }
      for (const x of iterate(other)) if (holds(v, x)) return false;
      return true;
    },
  });
}
