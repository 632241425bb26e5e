/**
 * The module `array`: arrays of machine values in typed arrays that grow by doubling.
 *
 * `data` has room for more than `length` items. What kind of storage it is follows from the typecode (see
 * `array-kinds.ts`), except that the eight-byte ints change theirs once.
 */
import type { PyModule } from '../../objects/core/values.ts';
import { PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyByteArray,
  PyBytes,
  PyIterator,
  PyList,
  PySlice,
  PyTuple,
  intOf,
  native,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { type Kwargs, defClassMethods, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { PyRaise, indexError, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { dictOf, shapeInstance } from '../../objects/core/instance.ts';
import { idOf } from '../../objects/core/identity.ts';
import { cType, shortName } from '../../objects/core/c-types.ts';
import { bufferInfo, needBuffer, registerBuffer } from '../../objects/core/buffer.ts';
import { checkSize, listFrom } from '../../objects/core/list-storage.ts';
import { repeatCount, sizeArgument } from '../../types/containers/list.ts';
import { bounds, spanOf } from '../../types/containers/slice.ts';
import { compareItems } from '../../types/containers/sequence.ts';
import { defIterator } from '../../types/containers/iterators.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { getAttr } from '../../objects/slots/attribute.ts';
import { sameOrEqual } from '../../objects/slots/compare.ts';
import { getIter, iterNext, toArray } from '../../objects/slots/iterate.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { repr } from '../../objects/slots/format.ts';
import { ARRAY_KINDS, type ArrayKind, type Raw, type Storage } from './kinds.ts';

export const arrayType = cType('array', 'array', { weak: true });
const iteratorType = cType('array', 'arrayiterator', { base: false });

export class PyArray extends PyObj {
  data: Storage;
  length = 0;
  constructor(
    readonly kind: ArrayKind,
    capacity = 0,
  ) {
    super();
    this.data = kind.make(capacity);
  }

  /** Returns item `i`, which is in range. */
  get(i: number): PyValue {
    return this.kind.decode(this.data[i]!);
  }

  /** Writes an item as `kind.encode` gave it; `i` is within the capacity. */
  put(i: number, raw: Raw): void {
    if (this.kind.sort === 'wide') {
      if (typeof raw === 'bigint') this.widen();
      if (!(this.data instanceof Float64Array)) raw = BigInt(raw);
    }
    (this.data as { [i: number]: Raw })[i] = raw;
  }

  /** Appends an item as `kind.encode` gave it. */
  push(raw: Raw): void {
    if (this.length === this.data.length) this.reserve(this.length + 1);
    this.put(this.length++, raw);
  }

  /** Makes room for `n` items. */
  reserve(n: number): void {
    if (n <= this.data.length) return;
    checkSize(n);
    const size = Math.max(n, this.data.length * 2, 8);
    const old = this.data;
    const Cls = old.constructor as new (n: number) => Storage;
    this.data = new Cls(size);
    (this.data as Float64Array).set(old as Float64Array);
  }

  /** Turns eight-byte ints into their machine form. */
  widen(): void {
    if (this.kind.sort !== 'wide' || !(this.data instanceof Float64Array)) return;
    const old = this.data;
    const signed = this.kind.code === 'l' || this.kind.code === 'q';
    const out = signed ? new BigInt64Array(old.length) : new BigUint64Array(old.length);
    for (let i = 0; i < old.length; i++) out[i] = BigInt(old[i]!);
    this.data = out;
  }

  /** Returns a view of the bytes of the items. */
  bytes(): Uint8Array {
    this.widen();
    return new Uint8Array(this.data.buffer, this.data.byteOffset, this.length * this.kind.size);
  }

  /** Appends items given as bytes, a whole number of them. */
  appendBytes(bytes: Uint8Array): void {
    const copy = bytes.slice();
    const n = copy.length / this.kind.size;
    this.widen();
    this.reserve(this.length + n);
    this.length += n;
    this.bytes().set(copy, (this.length - n) * this.kind.size);
  }

  /** Replaces the `count` items from `start` by those of another array of the same kind. */
  splice(start: number, count: number, by: PyArray | null): void {
    const insert = by === null ? null : by.data.slice(0, by.length);
    const n = insert === null ? 0 : insert.length;
    if (insert !== null && !(insert instanceof this.data.constructor)) {
      this.widen();
      by!.widen();
      this.splice(start, count, by);
      return;
    }
    this.reserve(this.length + n - count);
    this.data.copyWithin(start + n, start + count, this.length);
    if (insert !== null) (this.data as Float64Array).set(insert as Float64Array, start);
    this.length += n - count;
  }

  /** Makes an array of `count` items from `start` by `step`. */
  stride(start: number, step: number, count: number): PyArray {
    const out = new PyArray(this.kind);
    if (step === 1) out.data = this.data.slice(start, start + count);
    else {
      out.reserve(count);
      for (let i = start, k = 0; k < count; i += step, k++) out.put(k, this.data[i]!);
    }
    out.length = count;
    return out;
  }

  /** Returns all items as values. */
  toArray(): PyValue[] {
    const out: PyValue[] = [];
    for (let i = 0; i < this.length; i++) out.push(this.get(i));
    return out;
  }

  /** Returns all items as text. */
  text(): string {
    let s = '';
    for (let i = 0; i < this.length; i++) s += this.get(i) as string;
    return s;
  }
}
native(PyArray, arrayType);
registerBuffer(arrayType, {
  view: (a: PyArray) => a.bytes(),
  format: (a: PyArray) => (a.kind.code === 'u' ? 'w' : a.kind.code),
});

/* ---- construction ---- */

/** Appends the values of any iterable. */
function extend(a: PyArray, x: PyValue): void {
  if (x instanceof PyArray) {
    if (x.kind !== a.kind) typeError('can only extend with array of same kind');
    a.splice(a.length, 0, x);
    return;
  }
  const it = getIter(x);
  for (let v = iterNext(it); v !== undefined; v = iterNext(it)) a.push(a.kind.encode(v));
}

/** Appends the items in a bytes-like object. */
function fromBytes(a: PyArray, x: PyValue): void {
  if (
    x instanceof PyArray
      ? x.kind.size !== 1
      : bufferInfo(x).format.length === 1 && !'bBc?'.includes(bufferInfo(x).format)
  )
    typeError('a bytes-like object is required');
  if (x === a) throw new PyRaise(makeException('BufferError', 'cannot resize an array that is exporting buffers'));
  const bytes = needBuffer(x);
  if (bytes.length % a.kind.size !== 0) valueError('bytes length not a multiple of item size');
  a.appendBytes(bytes);
}

/** Appends the characters of a str. */
function fromText(a: PyArray, text: string): void {
  for (const ch of text) a.push(ch.codePointAt(0)!);
}

/** Appends initial values, of whatever kind they are given. */
function initialise(a: PyArray, x: PyValue): void {
  const text = strOf(x);
  const { code } = a.kind;
  if (a.kind.sort !== 'text') {
    if (text !== undefined) typeError(`cannot use a str to initialize an array with typecode '${code}'`);
    if (x instanceof PyArray && x.kind.sort === 'text')
      typeError(`cannot use a unicode array to initialize an array with typecode '${code}'`);
  }
  if (text !== undefined) fromText(a, text);
  else if (x instanceof PyArray && x.kind === a.kind) a.splice(0, 0, x);
  else if (x instanceof PyBytes || x instanceof PyByteArray) fromBytes(a, x);
  else if (x instanceof PyList || x instanceof PyTuple || x instanceof PyArray)
    for (const v of toArray(x)) a.push(a.kind.encode(v));
  else extend(a, x);
}

defNew(arrayType, '*args, **kw', (cls: PyType, args: PyValue[], kw: Kwargs) => {
  if (kw.size > 0 && (cls === arrayType || cls.lookup('__init__') === arrayType.lookup('__init__')))
    typeError('array.array() takes no keyword arguments');
  if (args.length < 1) typeError(`array() takes at least 1 argument (${args.length} given)`);
  if (args.length > 2) typeError(`array() takes at most 2 arguments (${args.length} given)`);
  const code = strOf(args[0]!);
  if (code === undefined) typeError(`array() argument 1 must be a unicode character, not ${typeOf(args[0]!).name}`);
  if ([...code].length !== 1) typeError('array() argument 1 must be a unicode character, not str');
  const kind = ARRAY_KINDS.get(code);
  if (kind === undefined) {
    if (args.length > 1 && strOf(args[1]!) !== undefined)
      typeError(`cannot use a str to initialize an array with typecode '${code}'`);
    valueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)');
  }
  const a = new PyArray(kind);
  if (args.length > 1) initialise(a, args[1]!);
  return cls === arrayType ? a : shapeInstance(a, cls);
});

/* ---- subscripts ---- */

/** Returns the index a subscript stands for, or raises IndexError with `message`. */
function index(a: PyArray, key: PyValue, message: string): number {
  if (intOf(key) === undefined && typeOf(key).lookup('__index__') === undefined)
    typeError('array indices must be integers');
  const i = toNumberIndex(key, false, (x) => indexError(`cannot fit '${typeOf(x).name}' into an index-sized integer`));
  const j = i < 0 ? i + a.length : i;
  if (j < 0 || j >= a.length) indexError(message);
  return j;
}

function getItem(a: PyArray, key: PyValue): PyValue {
  if (typeof key === 'number' && key >= 0 && key < a.length) return a.get(key);
  if (!(key instanceof PySlice)) return a.get(index(a, key, 'array index out of range'));
  const { start, step, count } = spanOf(key, a.length);
  return a.stride(start, step, count);
}

function setItem(a: PyArray, key: PyValue, value: PyValue): void {
  if (!(key instanceof PySlice)) {
    const i =
      typeof key === 'number' && key >= 0 && key < a.length
        ? key
        : index(a, key, 'array assignment index out of range');
    a.put(i, a.kind.encode(value));
    return;
  }
  const { start, step, count } = spanOf(key, a.length);
  if (!(value instanceof PyArray)) typeError(`can only assign array (not "${typeOf(value).name}") to array slice`);
  if (value.kind !== a.kind) badArgument();
  if (step === 1) {
    a.splice(start, count, value);
    return;
  }
  if (value.length !== count)
    valueError(`attempt to assign array of size ${value.length} to extended slice of size ${count}`);
  const items = value.data.slice(0, count);
  for (let i = start, k = 0; k < count; i += step, k++) a.put(i, items[k]!);
}

function delItem(a: PyArray, key: PyValue): void {
  if (!(key instanceof PySlice)) {
    a.splice(index(a, key, 'array assignment index out of range'), 1, null);
    return;
  }
  let { start, step, count } = spanOf(key, a.length);
  if (step < 0) {
    start += step * (count - 1);
    step = -step;
  }
  if (step === 1) {
    a.splice(start, count, null);
    return;
  }
  for (let k = count - 1; k >= 0; k--) a.splice(start + k * step, 1, null);
}

function badArgument(): never {
  return typeError('bad argument type for built-in operation');
}

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
  checkSize(count * a.length);
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
  '__eq__(value, /)': compare(2),
  '__ne__(value, /)': compare(3),
  '__lt__(value, /)': compare(0),
  '__le__(value, /)': compare(1),
  '__gt__(value, /)': compare(4),
  '__ge__(value, /)': compare(5),
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
  private at = 0;
  constructor(private array: PyArray | null) {
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

/** Makes the module. */
export function makeModule(): PyModule {
  return nativeModule('array', [
    ['array', arrayType],
    ['ArrayType', arrayType],
    ['typecodes', 'bBuwhHiIlLqQfd'],
  ]);
}
