/**
 * memoryview: a window on the bytes of another object (PEP 3118), in one dimension.
 *
 * A view is an object with a buffer, a byte offset, a number of items and a stride; bytes are fetched
 * from the object at each access, so that a bytearray may have moved its storage meanwhile. There is
 * no reference counting here to tell when a view is gone; only a view used in a `with` block locks
 * the size of its bytearray (CPython: every living view does). Views of several dimensions are not
 * there: `cast` with such a shape raises NotImplementedError.
 */
import { equalObjects } from '../../objects/core/hash-parts.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { PyObj } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyByteArray,
  PyBytes,
  PyIterator,
  PyList,
  PySlice,
  PyTuple,
  builtinType,
  bytearrayType,
  bytesType,
  native,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { addressOf } from '../../objects/core/identity.ts';
import { defIterator } from '../containers/iterators.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { toArray } from '../../protocol/iterate.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { bytesHash } from '../str/code-points.ts';
import { strArg, sliceBounds } from '../str/arguments.ts';
import { bufferInfo, bufferOf, needBuffer, registerBuffer } from '../../objects/core/buffer.ts';
import { type ItemFormat, itemFormat, writeItem } from './formats.ts';
import { bytesHex } from './repr.ts';

export const memoryviewType = builtinType('memoryview', { base: false, weak: true, collection: 'sequence' });

/** The part of a buffer a view shows: `count` items from byte `offset` by `stride` bytes. */
interface Window {
  offset: number;
  count: number;
  stride: number;
  format: string;
  readonly: boolean;
}

export class PyMemoryView extends PyObj {
  /** Null when released. */
  obj: PyValue | null;
  readonly window: Window;
  private locked = 0;

  constructor(obj: PyValue, window?: Window) {
    super();
    this.obj = obj;
    if (window === undefined) {
      const { format, readonly } = bufferInfo(obj);
      const stride = (itemFormat(format) ?? valueError(`memoryview: unsupported format ${format}`)).size;
      window = { offset: 0, count: needBuffer(obj).length / stride, stride, format, readonly };
    }
    this.window = window;
  }

  get item(): ItemFormat {
    return itemFormat(this.window.format)!;
  }
  get size(): number {
    return this.item.size;
  }
  get nbytes(): number {
    return this.window.count * this.size;
  }
  get contiguous(): boolean {
    return this.window.count === 1 || this.window.stride === this.size;
  }

  /** Returns the object. Throws ValueError when released. */
  get source(): PyValue {
    return this.obj ?? valueError('operation forbidden on released memoryview object');
  }

  /** Returns all bytes of the object. */
  get storage(): Uint8Array {
    return bufferOf(this.source)!;
  }

  get dataView(): DataView {
    const s = this.storage;
    return new DataView(s.buffer, s.byteOffset, s.byteLength);
  }

  /** Returns the bytes shown: shared where contiguous, else a copy. */
  get bytes(): Uint8Array {
    const { offset, count, stride } = this.window;
    const s = this.storage;
    if (this.contiguous) return s.subarray(offset, offset + this.nbytes);
    const out = new Uint8Array(this.nbytes);
    for (let i = 0; i < count; i++)
      out.set(s.subarray(offset + i * stride, offset + i * stride + this.size), i * this.size);
    return out;
  }

  /** Reads all items. */
  items(): PyValue[] {
    const view = this.dataView;
    const { offset, count, stride } = this.window;
    return Array.from({ length: count }, (_, i) => this.item.read(view, offset + i * stride));
  }

  /** Makes the view of a slice. */
  slice(s: PySlice): PyMemoryView {
    const { start, step, count } = sliceBounds(s, this.window.count);
    const { offset, stride } = this.window;
    return new PyMemoryView(this.source, {
      ...this.window,
      offset: offset + start * stride,
      stride: stride * step,
      count,
    });
  }

  /** Keeps the size of a bytearray fixed until released. */
  lock(): void {
    if (this.source instanceof PyByteArray) {
      this.source.exports++;
      this.locked++;
    }
  }

  release(): void {
    if (this.obj instanceof PyByteArray) this.obj.exports -= this.locked;
    this.obj = null;
  }
}
native(PyMemoryView, memoryviewType);

registerBuffer(memoryviewType, { view: (m: PyMemoryView) => m.bytes, format: (m: PyMemoryView) => m.window.format });

/** Resolves an index. Throws IndexError. */
function position(m: PyMemoryView, key: PyValue): number {
  const n = m.window.count;
  const k = toNumberIndex(key, false, () => raise('IndexError', "cannot fit 'int' into an index-sized integer"));
  const i = k < 0 ? k + n : k;
  if (i < 0 || i >= n) raise('IndexError', 'index out of bounds on dimension 1');
  return m.window.offset + i * m.window.stride;
}

/** Returns a key as slice or byte position. Throws TypeError, NotImplementedError or IndexError. */
function keyOf(m: PyMemoryView, key: PyValue): number | PySlice {
  void m.source;
  if (key instanceof PySlice) return key;
  if (key instanceof PyTuple) {
    if (key.items.length === 0) raise('NotImplementedError', 'sub-views are not implemented');
    if (key.items.length > 1) typeError(`cannot index 1-dimension view with ${key.items.length}-element tuple`);
    return position(m, key.items[0]!);
  }
  if (typeof key === 'string' || (typeof key === 'object' && typeOf(key).lookup('__index__') === undefined))
    typeError('memoryview: invalid slice key');
  return position(m, key);
}

/** Performs `m[key] = value`. Throws TypeError, IndexError or ValueError. */
function setItem(m: PyMemoryView, key: PyValue, value: PyValue): PyValue {
  void m.source;
  if (m.window.readonly) typeError('cannot modify read-only memory');
  const k = keyOf(m, key);
  if (typeof k === 'number') {
    writeItem(m.window.format, m.dataView, k, value);
    return None;
  }
  const bytes = needBuffer(value).slice();
  const target = m.slice(k);
  if (
    bytes.length !== target.nbytes ||
    bufferInfo(value).format.replace('@', '') !== m.window.format.replace('@', '')
  ) {
    valueError('memoryview assignment: lvalue and rvalue have different structures');
  }
  const { offset, count, stride } = target.window;
  for (let i = 0; i < count; i++) m.storage.set(bytes.subarray(i * m.size, (i + 1) * m.size), offset + i * stride);
  return None;
}

/** Performs `m.cast(format, shape)`. Throws TypeError or ValueError. */
function cast(m: PyMemoryView, formatArg: PyValue, shape?: PyValue): PyMemoryView {
  void m.source;
  const format = strArg(formatArg, "cast() argument 'format'");
  if (!m.contiguous) typeError('memoryview: casts are restricted to C-contiguous views');
  const target = itemFormat(format);
  if (target === undefined)
    valueError("memoryview: destination format must be a native single character format prefixed with an optional '@'");
  const isByte = (f: string): boolean => 'Bbc'.includes(f.replace('@', ''));
  if (!isByte(m.window.format) && !isByte(format)) typeError('memoryview: cannot cast between two non-byte formats');
  if (m.nbytes % target.size !== 0) typeError('memoryview: length is not a multiple of itemsize');
  const count = m.nbytes / target.size;
  if (shape !== undefined && shape !== None) {
    if (!(shape instanceof PyTuple) && !(shape instanceof PyList)) typeError('shape must be a list or a tuple');
    const dims = toArray(shape);
    if (m.window.count === 0) typeError('memoryview: cannot cast view with zeros in shape or strides');
    if (dims.length > 1)
      raise('NotImplementedError', 'memoryview.cast: views of several dimensions are not implemented');
    if (dims[0] !== count) typeError('memoryview: product(shape) * itemsize != buffer size');
  }
  return new PyMemoryView(m.source, { ...m.window, count, stride: target.size, format });
}

/** Tells whether two views (or a view and a bytes-like object) hold equal items; undefined if not comparable. */
function equal(m: PyMemoryView, other: PyValue): boolean | undefined {
  if (m.obj === null || (other instanceof PyMemoryView && other.obj === null)) return m === other;
  const data = bufferOf(other);
  if (data === null) return undefined;
  const b = other instanceof PyMemoryView ? other : new PyMemoryView(other);
  if (m.window.count !== b.window.count) return false;
  const [xs, ys] = [m.items(), b.items()];
  return xs.every((x, i) => equalObjects(x, ys[i]!));
}

/** Iterates over the items of a view. */
class PyMemoryIterator extends PyIterator {
  private index = 0;
  constructor(private view: PyMemoryView | null) {
    super();
  }
  next(): PyValue | undefined {
    const m = this.view;
    if (m === null) return undefined;
    if (this.index < m.window.count) return m.item.read(m.dataView, m.window.offset + this.index++ * m.window.stride);
    this.view = null;
    return undefined;
  }
}
const memoryIteratorType = builtinType('memory_iterator', { base: false });
native(PyMemoryIterator, memoryIteratorType);
defIterator<PyMemoryIterator>(memoryIteratorType);

defNew(memoryviewType, 'object', (_cls: PyType, object: PyValue) => {
  if (bufferOf(object) === null) typeError(`memoryview: a bytes-like object is required, not '${typeOf(object).name}'`);
  return object instanceof PyMemoryView ? new PyMemoryView(object.source, object.window) : new PyMemoryView(object);
});

defMethods(memoryviewType, {
  '__len__()': (m: PyMemoryView) => {
    void m.source;
    return m.window.count;
  },
  '__getitem__(key, /)': (m: PyMemoryView, key: PyValue) => {
    const k = keyOf(m, key);
    return typeof k === 'number' ? m.item.read(m.dataView, k) : m.slice(k);
  },
  '__setitem__(key, value, /)': setItem,
  '__delitem__(key, /)': (m: PyMemoryView) =>
    typeError(m.window.readonly ? 'cannot modify read-only memory' : 'cannot delete memory'),
  '__iter__()': (m: PyMemoryView) => {
    void m.source;
    return new PyMemoryIterator(m);
  },
  '__eq__(value, /)': (m: PyMemoryView, other: PyValue) => equal(m, other) ?? NotImplemented,
  '__ne__(value, /)': (m: PyMemoryView, other: PyValue) => {
    const r = equal(m, other);
    return r === undefined ? NotImplemented : !r;
  },
  '__hash__()': (m: PyMemoryView) => {
    void m.source;
    return m.window.readonly ? bytesHash(m.bytes) : valueError('cannot hash writable memoryview object');
  },
  '__repr__()': (m: PyMemoryView) => `<${m.obj === null ? 'released memory' : 'memory'} at ${addressOf(m)}>`,
  '__enter__()': (m: PyMemoryView) => {
    m.lock();
    return m;
  },
  '__exit__(*args)': (m: PyMemoryView) => {
    m.release();
    return None;
  },
  'release()': (m: PyMemoryView) => {
    m.release();
    return None;
  },
  'tobytes(order?)': (m: PyMemoryView, order?: PyValue) => {
    const o =
      order === undefined || order === None
        ? 'C'
        : (strOf(order) ?? typeError(`tobytes() argument 'order' must be str or None, not ${typeOf(order).name}`));
    if (!['C', 'F', 'A'].includes(o)) valueError("order must be 'C', 'F' or 'A'");
    return new PyBytes(m.bytes.slice());
  },
  'tolist()': (m: PyMemoryView) => listFrom(m.items()),
  'hex(sep?, bytes_per_sep?)': (m: PyMemoryView, sep?: PyValue, perSep?: PyValue) => bytesHex(m.bytes, sep, perSep),
  'cast(format, shape?)': cast,
  'toreadonly()': (m: PyMemoryView) => new PyMemoryView(m.source, { ...m.window, readonly: true }),
});

for (const type of [bytesType, bytearrayType, memoryviewType]) {
  defMethods(type, {
    '__buffer__(flags, /)': (self: PyValue) =>
      self instanceof PyMemoryView ? new PyMemoryView(self.source, self.window) : new PyMemoryView(self),
  });
}
for (const type of [bytearrayType, memoryviewType]) {
  defMethods(type, {
    '__release_buffer__(buffer, /)': (_self: PyValue, buffer: PyValue) => {
      if (!(buffer instanceof PyMemoryView)) typeError('expected a memoryview object');
      buffer.release();
      return None;
    },
  });
}

/** Makes a getter that first checks that the view is not released. */
function checked(get: (m: PyMemoryView) => PyValue): (m: PyMemoryView) => PyValue {
  return (m) => {
    void m.source;
    return get(m);
  };
}

defGetSet(memoryviewType, {
  obj: checked((m) => m.source),
  nbytes: checked((m) => m.nbytes),
  itemsize: checked((m) => m.size),
  format: checked((m) => m.window.format),
  ndim: checked(() => 1),
  shape: checked((m) => new PyTuple([m.window.count])),
  strides: checked((m) => new PyTuple([m.window.stride])),
  suboffsets: checked(() => new PyTuple([])),
  readonly: checked((m) => m.window.readonly),
  c_contiguous: checked((m) => m.contiguous),
  f_contiguous: checked((m) => m.contiguous),
  contiguous: checked((m) => m.contiguous),
});
