/** The array object: items of one kind in a typed array. */
import { PyObj, type PyValue } from '../../objects/core/object.ts';
import { native } from '../../objects/core/values.ts';
import { cType } from '../../objects/core/c-types.ts';
import { registerBuffer } from '../../objects/core/buffer.ts';
import type { ArrayKind, Raw, Storage } from './kinds.ts';
import { checkItems } from '../../numbers/allocation.ts';

export const arrayType = cType('array', 'array', { weak: true, collection: 'sequence', sequenceSlots: true });

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
    checkItems(n);
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
