/**
 * The module `array`: arrays of machine values in typed arrays that grow by doubling.
 *
 * `data` has room for more than `length` items. What kind of storage it is follows from the typecode (see
 * `array-kinds.ts`), except that the eight-byte ints change theirs once.
 */
import { Comparison } from '../../bytecode/operators.ts';
import type { PyModule } from '../../objects/core/values.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyBytes,
  PyIterator,
  PyList,
  PyTuple,
  native,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { defClassMethods, defGetSet, defMethods } from '../../objects/core/builtin.ts';
import { PyRaise, indexError, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { dictOf } from '../../objects/core/instance.ts';
import { idOf } from '../../objects/core/identity.ts';
import { cType, shortName } from '../../objects/core/c-types.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { repeatCount, sizeArgument } from '../../types/containers/list.ts';
import { bounds } from '../../types/containers/slice.ts';
import { compareItems } from '../../types/containers/sequence.ts';
import { clamp, defIterator, reduceToIter, stateIndex } from '../../types/containers/iterators.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { sameOrEqual } from '../../protocol/compare.ts';
import { toArray } from '../../protocol/iterate.ts';
import { repr } from '../../objects/slots/format.ts';
import { PyArray, arrayType } from './storage.ts';
import { badArgument, delItem, extend, fromBytes, fromText, getItem, setItem } from './elements.ts';
import { checkItems } from '../../numbers/allocation.ts';

const iteratorType = cType('array', 'arrayiterator', { base: false });

/** Returns the index of the first item equal to `x` in [from, to), or -1. */
function search(a: PyArray, x: PyValue, from = 0, to = a.length): number {
  if (typeof x === 'number' && a.data instanceof Float64Array === false && a.kind.sort === 'int') {
    const i = (a.data as Int32Array).subarray(0, Math.min(a.length, to)).indexOf(x, from);
    return i;
  }
  for (let i = from; i < a.length && i < to; i++) if (sameOrEqual(a.get(i), x)) return i;
  return -1;
}

const compare =
  (op: number) =>
  (a: PyArray, b: PyValue): PyValue =>
    b instanceof PyArray ? compareItems(op, a.toArray(), b.toArray()) : NotImplemented;

/** Returns `a * n`. */
function repeat(a: PyArray, n: PyValue): PyArray {
  const count = Math.max(repeatCount(n), 0);
  checkItems(count * a.length);
  const out = new PyArray(a.kind);
  if (!(a.data instanceof Float64Array)) out.widen();
  out.reserve(count * a.length);
  for (let k = 0; k < count; k++)
    (out.data as Float64Array).set((a.data as Float64Array).subarray(0, a.length), k * a.length);
  out.length = count * a.length;
  return out;
}

/** Swaps the bytes of every item. */
function byteswap(a: PyArray): void {
  const bytes = a.bytes();
  const { size } = a.kind;
  for (let i = 0; i < bytes.length; i += size) bytes.subarray(i, i + size).reverse();
}

/** Checks that an array is one of characters. */
function needText(a: PyArray, name: string): void {
  if (a.kind.sort !== 'text') valueError(`${name}() may only be called on unicode type arrays ('u' or 'w')`);
}

arrayType.dict.set('__hash__', None);
defGetSet(arrayType, {
  typecode: [(a: PyArray) => a.kind.code, notWritable('typecode')],
  itemsize: [(a: PyArray) => a.kind.size, notWritable('itemsize')],
});

/** Makes the setter of a computed attribute without one. */
function notWritable(name: string): () => never {
  return () => {
    throw new PyRaise(makeException('AttributeError', `attribute '${name}' of 'array.array' objects is not writable`));
  };
}

defMethods(arrayType, {
  '__repr__()': (a: PyArray) => {
    const name = shortName(a.type);
    if (a.length === 0) return `${name}('${a.kind.code}')`;
    return `${name}('${a.kind.code}', ${a.kind.sort === 'text' ? repr(a.text()) : repr(listFrom(a.toArray()))})`;
  },
  '__len__()': (a: PyArray) => a.length,
  '__getitem__(key, /)': getItem,
  '__setitem__(key, value, /)': (a: PyArray, key, value) => {
    setItem(a, key, value);
    return None;
  },
  '__delitem__(key, /)': (a: PyArray, key) => {
    delItem(a, key);
    return None;
  },
  '__contains__(key, /)': (a: PyArray, x) => search(a, x) >= 0,
  '__iter__()': (a: PyArray) => new PyArrayIterator(a),
  '__eq__(value, /)': compare(Comparison.EQ),
  '__ne__(value, /)': compare(Comparison.NE),
  '__lt__(value, /)': compare(Comparison.LT),
  '__le__(value, /)': compare(Comparison.LE),
  '__gt__(value, /)': compare(Comparison.GT),
  '__ge__(value, /)': compare(Comparison.GE),
  '__add__(value, /)': (a: PyArray, b) => {
    if (!(b instanceof PyArray)) typeError(`can only append array (not "${typeOf(b).name}") to array`);
    if (a.kind !== b.kind) badArgument();
    const out = a.stride(0, 1, a.length);
    out.splice(out.length, 0, b);
    return out;
  },
  '__iadd__(value, /)': (a: PyArray, b) => {
    if (!(b instanceof PyArray)) typeError(`can only extend array with array (not "${typeOf(b).name}")`);
    extend(a, b);
    return a;
  },
  '__mul__(value, /)': repeat,
  '__rmul__(value, /)': repeat,
  '__imul__(value, /)': (a: PyArray, n) => {
    const out = repeat(a, n);
    a.data = out.data;
    a.length = out.length;
    return a;
  },
  'append(v, /)': (a: PyArray, x) => {
    a.push(a.kind.encode(x));
    return None;
  },
  'extend(bb, /)': (a: PyArray, x) => {
    extend(a, x);
    return None;
  },
  'insert(i, v, /)': (a: PyArray, i, x) => {
    let at = sizeArgument(i);
    if (at < 0) at = Math.max(at + a.length, 0);
    const one = new PyArray(a.kind);
    one.push(a.kind.encode(x));
    a.splice(Math.min(at, a.length), 0, one);
    return None;
  },
  'pop(i?, /)': (a: PyArray, i: PyValue = -1) => {
    let at = sizeArgument(i);
    if (a.length === 0) indexError('pop from empty array');
    if (at < 0) at += a.length;
    if (at < 0 || at >= a.length) indexError('pop index out of range');
    const x = a.get(at);
    a.splice(at, 1, null);
    return x;
  },
  'remove(v, /)': (a: PyArray, x) => {
    const i = search(a, x);
    if (i < 0) valueError('array.remove(x): x not in array');
    a.splice(i, 1, null);
    return None;
  },
  'index(v, start?, stop?, /)': (a: PyArray, x, start?: PyValue, stop?: PyValue) => {
    const [from, to] = bounds(start, stop, a.length);
    const i = search(a, x, from, to);
    return i >= 0 ? i : valueError('array.index(x): x not in array');
  },
  'count(v, /)': (a: PyArray, x) => {
    let n = 0;
    for (let i = 0; i < a.length; i++) if (sameOrEqual(a.get(i), x)) n++;
    return n;
  },
  'clear()': (a: PyArray) => {
    a.length = 0;
    a.data = a.kind.make(0);
    return None;
  },
  'reverse()': (a: PyArray) => {
    a.data.subarray(0, a.length).reverse();
    return None;
  },
  'tolist()': (a: PyArray) => listFrom(a.toArray()),
  'fromlist(list, /)': (a: PyArray, l) => {
    if (!(l instanceof PyList)) typeError('arg must be list');
    const { length } = a;
    try {
      for (const v of toArray(l)) a.push(a.kind.encode(v));
    } catch (e) {
      a.length = length;
      throw e;
    }
    return None;
  },
  'tobytes()': (a: PyArray) => new PyBytes(a.bytes().slice()),
  'frombytes(buffer, /)': (a: PyArray, x) => {
    fromBytes(a, x);
    return None;
  },
  'tofile(f, /)': (a: PyArray, f) => {
    invoke(getAttr(f, 'write'), [new PyBytes(a.bytes().slice())]);
    return None;
  },
  'fromfile(f, n, /)': (a: PyArray, f, n) => {
    const size = sizeArgument(n) * a.kind.size;
    const data = invoke(getAttr(f, 'read'), [size]);
    if (!(data instanceof PyBytes)) typeError("read() didn't return bytes");
    a.appendBytes(data.data.subarray(0, data.data.length - (data.data.length % a.kind.size)));
    if (data.data.length !== size) throw new PyRaise(makeException('EOFError', "read() didn't return enough bytes"));
    return None;
  },
  'fromunicode(ustr, /)': (a: PyArray, x) => {
    const text = strOf(x);
    if (text === undefined)
      typeError(`fromunicode() argument must be str, not ${x === None ? 'None' : typeOf(x).name}`);
    needText(a, 'fromunicode');
    fromText(a, text);
    return None;
  },
  'tounicode()': (a: PyArray) => {
    needText(a, 'tounicode');
    return a.text();
  },
  'byteswap()': (a: PyArray) => {
    byteswap(a);
    return None;
  },
  'buffer_info()': (a: PyArray) => new PyTuple([idOf(a), a.length]),
  '__copy__()': (a: PyArray) => a.stride(0, 1, a.length),
  '__deepcopy__(memo, /)': (a: PyArray) => a.stride(0, 1, a.length),
  '__reduce_ex__(protocol, /)': (a: PyArray) => {
    const state = a.type.heap ? dictOf(a) : null;
    const items = a.kind.sort === 'text' ? a.text() : listFrom(a.toArray());
    return new PyTuple([a.type, new PyTuple([a.kind.code, items]), state === null || state.size === 0 ? None : state]);
  },
});
defClassMethods(arrayType, { '__class_getitem__(item, /)': (cls: PyType, item) => makeGenericAlias(cls, item) });

/** Iterates over an array by index; the array may grow meanwhile. */
class PyArrayIterator extends PyIterator {
  at = 0;
  constructor(public array: PyArray | null) {
    super();
  }
  next(): PyValue | undefined {
    const a = this.array;
    if (a === null) return undefined;
    if (this.at < a.length) return a.get(this.at++);
    this.array = null;
    return undefined;
  }
}
native(PyArrayIterator, iteratorType);
defIterator(iteratorType);
defMethods(iteratorType, {
  '__reduce__()': (it: PyArrayIterator) =>
    reduceToIter(() => (it.array === null ? [[new PyTuple([])]] : [[it.array], it.at])),
  '__setstate__(state, /)': (it: PyArrayIterator, state: PyValue) => {
    const i = stateIndex(state);
    if (it.array !== null) it.at = clamp(i, 0, it.array.length);
    return None;
  },
});

/** Makes the module. */
export function makeModule(): PyModule {
  return nativeModule('array', [
    ['array', arrayType],
    ['ArrayType', arrayType],
    ['typecodes', 'bBuwhHiIlLqQfd'],
  ]);
}
