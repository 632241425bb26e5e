/**
 * The type bytearray: construction and everything that changes it; the rest is shared with bytes
 * (`bytes-methods.ts`).
 *
 * `data` has room to spare at its end, so that appending is amortised O(1); `length` bytes count.
 * While a memoryview is held (`exports > 0`) the size is fixed: resizing raises BufferError.
 */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  NotImplemented,
  None,
  PyByteArray,
  PyTuple,
  bytearrayType,
  intOf,
  listType,
  strOf,
  tupleType,
  typeOf,
} from '../../objects/core/values.ts';
import { type Kwargs, defMethods, defNew } from '../../objects/core/builtin.ts';
import { indexError, raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { iterate, toArray } from '../../protocol/iterate.ts';
import { bufferOf, latin1, viewOf } from '../../objects/core/buffer.ts';
import { PyByteArrayIterator, bytesOf, encodedSource } from './bytes.ts';
import { byteArg, byteIndex, bytesOfInts, defBytesMethods, repeat } from './methods.ts';
import { bytesRepr } from './repr.ts';
import { rangeArgs, sizeArg, sliceBounds, subscriptArg } from '../str/arguments.ts';
import { checkBytes } from '../../numbers/allocation.ts';

const NAMES = { kind: 'bytearray', range: 'bytearray index out of range' };
const RANGE = 'byte must be in range(0, 256)';

/** Makes an empty bytearray or instance of a subclass. */
function newByteArray(cls: PyType): PyByteArray {
  const b = new PyByteArray(new Uint8Array(0));
  return cls === bytearrayType ? b : shapeInstance(b, cls);
}

/** Makes room for `n` bytes and sets the length; new bytes hold anything. Throws BufferError while exported. */
function resize(b: PyByteArray, n: number): void {
  if (n === b.length) return;
  if (b.exports > 0) raise('BufferError', 'Existing exports of data: object cannot be re-sized');
  if (n > b.data.length) {
    checkBytes(n);
    const data = new Uint8Array(n + (n >> 3) + 8);
    data.set(b.data.subarray(0, b.length));
    b.data = data;
  }
  b.length = n;
}

/** Replaces `count` bytes from `start` by others. Throws BufferError. */
function splice(b: PyByteArray, start: number, count: number, by: Uint8Array): void {
  const tail = b.data.slice(start + count, b.length);
  const values = by.buffer === b.data.buffer ? by.slice() : by;
  resize(b, b.length - count + values.length);
  b.data.set(values, start);
  b.data.set(tail, start + values.length);
}

/** Makes `data` the whole value. Throws BufferError. */
function assign(b: PyByteArray, data: Uint8Array): void {
  resize(b, data.length);
  b.data.set(data);
}

/** Returns the bytes assigned to a slice. Throws TypeError or ValueError. */
function assigned(value: PyValue): Uint8Array {
  const data = bufferOf(value);
  if (data !== null) return data;
  const type = typeOf(value);
  const isNumber = ['__index__', '__int__', '__float__'].some((name) => type.lookup(name) !== undefined);
  if (isNumber || intOf(value) !== undefined || strOf(value) !== undefined)
    typeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  return bytesOf('bytearray', value, RANGE);
}

/**
 * Performs `b[key] = value`, or `del b[key]` where the value is undefined. Throws TypeError, IndexError, ValueError.
 */
function setItem(self: PyByteArray, key: PyValue, value: PyValue | undefined): PyValue {
  const k = subscriptArg(key, `bytearray indices must be integers or slices, not ${typeOf(key).name}`);
  if (typeof k === 'number') {
    const c = value === undefined ? 0 : byteArg(value);
    const i = byteIndex(self, k, NAMES) as number;
    if (value === undefined) splice(self, i, 1, new Uint8Array(0));
    else self.data[i] = c;
    return None;
  }
  const { start, step, count } = sliceBounds(k, self.length);
  const by = value === undefined ? new Uint8Array(0) : assigned(value);
  if (step === 1) splice(self, start, count, by);
  else if (by.length === 0) {
    const gone = new Set(Array.from({ length: count }, (_, k) => start + k * step));
    if (count > 0)
      assign(
        self,
        viewOf(self).filter((_, k) => !gone.has(k)),
      );
  } else {
    if (by.length !== count)
      valueError(`attempt to assign bytes of size ${by.length} to extended slice of size ${count}`);
    const values = by.slice();
    for (let k = 0; k < count; k++) self.data[start + k * step] = values[k]!;
  }
  return None;
}

/** Performs `b.extend(x)`. Throws TypeError or ValueError; nothing is added then. */
function extend(self: PyByteArray, x: PyValue): PyValue {
  const data = bufferOf(x);
  if (data !== null) {
    splice(self, self.length, 0, data);
    return None;
  }
  const type = typeOf(x);
  if (strOf(x) !== undefined) typeError(`expected iterable of integers; got: '${type.name}'`);
  if (type.lookup('__iter__') === undefined && type.lookup('__getitem__') === undefined)
    typeError(`can't extend bytearray with ${type.name}`);
  const items = type === listType || type === tupleType ? toArray(x) : iterate(x);
  splice(self, self.length, 0, bytesOfInts(items, RANGE));
  return None;
}

/** Matches the arguments of `bytearray(source, encoding, errors)`, under the name of the class. Throws TypeError. */
function initArguments(args: readonly PyValue[], kw: Kwargs): (PyValue | undefined)[] {
  if (args.length + kw.size > 3) typeError(`bytearray() takes at most 3 arguments (${args.length + kw.size} given)`);
  const out: (PyValue | undefined)[] = [...args];
  for (const [name, value] of kw) {
    const i = ['source', 'encoding', 'errors'].indexOf(name);
    if (i < 0) typeError(`bytearray() got an unexpected keyword argument '${name}'`);
    if (i < args.length) typeError(`argument for bytearray() given by name ('${name}') and position (${i + 1})`);
    out[i] = value;
  }
  return out;
}

defNew(bytearrayType, '*args, **kw', newByteArray);
bytearrayType.allocate = newByteArray;

defBytesMethods(bytearrayType, (data) => new PyByteArray(data), NAMES, NotImplemented);
bytearrayType.dict.set('__hash__', None);

defMethods(bytearrayType, {
  '__init__(*args, **kw)': (self: PyByteArray, args: readonly PyValue[], kw: Kwargs) => {
    const [source, encoding, errors] = initArguments(args, kw);
    const encoded = encodedSource('bytearray', source, encoding, errors);
    assign(self, encoded ?? (source === undefined ? new Uint8Array(0) : bytesOf('bytearray', source, RANGE)));
    return None;
  },
  '__repr__()': (self: PyByteArray) => `${self.type.name}(${bytesRepr(viewOf(self), true)})`,
  '__str__()': (self: PyByteArray) => `${self.type.name}(${bytesRepr(viewOf(self), true)})`,
  '__setitem__(key, value, /)': setItem,
  '__delitem__(key, /)': (self: PyByteArray, key: PyValue) => setItem(self, key, undefined),
  '__iadd__(value, /)': (self: PyByteArray, other: PyValue) => {
    const data = bufferOf(other);
    if (data === null) typeError(`can't concat ${typeOf(other).name} to ${typeOf(self).name}`);
    splice(self, self.length, 0, data);
    return self;
  },
  '__imul__(value, /)': (self: PyByteArray, n: PyValue) => {
    assign(self, repeat(viewOf(self), n));
    return self;
  },
  '__iter__()': (self: PyByteArray) => new PyByteArrayIterator(self),
  '__alloc__()': (self: PyByteArray) => (self.length === 0 ? 0 : self.length + 1),
  '__sizeof__()': (self: PyByteArray) => 56 + (self.length === 0 ? 0 : self.length + 1),
  '__reduce__()': (self: PyByteArray) =>
    new PyTuple([self.type, new PyTuple([latin1(viewOf(self)), 'latin-1']), lookupAttr(self, '__dict__') ?? None]),
  'append(item, /)': (self: PyByteArray, item: PyValue) => {
    const c = byteArg(item);
    resize(self, self.length + 1);
    self.data[self.length - 1] = c;
    return None;
  },
  'extend(iterable_of_ints, /)': extend,
  'insert(index, item, /)': (self: PyByteArray, index: PyValue, item: PyValue) => {
    const [at] = rangeArgs(sizeArg(index, 0), undefined, self.length);
    splice(self, Math.min(at, self.length), 0, Uint8Array.of(byteArg(item)));
    return None;
  },
  'pop(index?, /)': (self: PyByteArray, index?: PyValue) => {
    const k = sizeArg(index, -1);
    if (self.length === 0) indexError('pop from empty bytearray');
    const i = k < 0 ? k + self.length : k;
    if (i < 0 || i >= self.length) indexError('pop index out of range');
    const c = self.data[i]!;
    splice(self, i, 1, new Uint8Array(0));
    return c;
  },
  'remove(value, /)': (self: PyByteArray, value: PyValue) => {
    const i = viewOf(self).indexOf(byteArg(value));
    if (i < 0) valueError('value not found in bytearray');
    splice(self, i, 1, new Uint8Array(0));
    return None;
  },
  'reverse()': (self: PyByteArray) => {
    viewOf(self).reverse();
    return None;
  },
  'clear()': (self: PyByteArray) => {
    resize(self, 0);
    return None;
  },
  'copy()': (self: PyByteArray) => new PyByteArray(viewOf(self).slice()),
});
