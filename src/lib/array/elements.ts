/** Making arrays, and reading and writing their items. */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { PyByteArray, PyBytes, PyList, PySlice, PyTuple, intOf, strOf, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, defNew } from '../../objects/core/builtin.ts';
import { PyRaise, indexError, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { bufferInfo, needBuffer } from '../../objects/core/buffer.ts';
import { spanOf } from '../../types/containers/slice.ts';
import { getIter, toArray } from '../../protocol/iterate.ts';
import { iterNext } from '../../objects/slots/iterate.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { ARRAY_KINDS } from './kinds.ts';
import { PyArray, arrayType } from './storage.ts';

/* ---- construction ---- */

/** Appends the values of any iterable. */
export function extend(a: PyArray, x: PyValue): void {
  if (x instanceof PyArray) {
    if (x.kind !== a.kind) typeError('can only extend with array of same kind');
    a.splice(a.length, 0, x);
    return;
  }
  const it = getIter(x);
  for (let v = iterNext(it); v !== undefined; v = iterNext(it)) a.push(a.kind.encode(v));
}

/** Appends the items in a bytes-like object. */
export function fromBytes(a: PyArray, x: PyValue): void {
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
export function fromText(a: PyArray, text: string): void {
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

export function getItem(a: PyArray, key: PyValue): PyValue {
  if (typeof key === 'number' && key >= 0 && key < a.length) return a.get(key);
  if (!(key instanceof PySlice)) return a.get(index(a, key, 'array index out of range'));
  const { start, step, count } = spanOf(key, a.length);
  return a.stride(start, step, count);
}

export function setItem(a: PyArray, key: PyValue, value: PyValue): void {
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

export function delItem(a: PyArray, key: PyValue): void {
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

export function badArgument(): never {
  return typeError('bad argument type for built-in operation');
}
