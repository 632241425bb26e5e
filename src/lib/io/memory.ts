/** Bytes in memory (`BytesIO`). */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyBytes, PyByteArray } from '../../objects/core/values.ts';
import { defMethods, defNew } from '../../objects/core/builtin.ts';
import { memoryviewType } from '../../types/bytes/memoryview.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { needBuffer } from '../../objects/core/buffer.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import type { RawFile } from './raw.ts';
import { bytesIoType } from './types.ts';
import { EMPTY, PyBinaryFile } from './binary.ts';

/* ---- memory ---- */

/** The bytes of a BytesIO. */
class MemoryBytes implements RawFile {
  readonly fd = -1;
  readonly seekable = true;
  private offset = 0;
  constructor(
    private data: Uint8Array,
    private length: number,
  ) {}
  read(n: number): Uint8Array {
    const part = this.data.subarray(this.offset, Math.min(this.offset + n, this.length));
    this.offset += part.length;
    return part.slice();
  }
  write(data: Uint8Array): number {
    const end = this.offset + data.length;
    if (end > this.data.length) {
      const bigger = new Uint8Array(Math.max(end, this.data.length * 2, 64));
      bigger.set(this.data.subarray(0, this.length));
      this.data = bigger;
    }
    if (this.offset > this.length) this.data.fill(0, this.length, this.offset);
    this.data.set(data, this.offset);
    this.offset = end;
    this.length = Math.max(this.length, end);
    return data.length;
  }
  seek(position: number): number {
    this.offset = position;
    return position;
  }
  position(): number {
    return this.offset;
  }
  size(): number {
    return this.length;
  }
  truncate(size: number): void {
    this.length = Math.min(this.length, size);
  }
  isatty(): boolean {
    return false;
  }
  close(): void {}
  value(): Uint8Array {
    return this.data.slice(0, this.length);
  }
}

function memoryFile(type: PyType, initial: Uint8Array): PyBinaryFile {
  const f = new PyBinaryFile(type, new MemoryBytes(initial, initial.length));
  f.writable = true;
  return type === bytesIoType ? f : shapeInstance(f, type);
}
bytesIoType.allocate = (type) => memoryFile(type, EMPTY);
bytesIoType.hasDict = true;
defNew(bytesIoType, '*args, **kwargs', (cls: PyType) => memoryFile(cls, EMPTY));
defMethods(bytesIoType, {
  '__init__(initial_bytes?)': (f: PyBinaryFile, initial: PyValue = None) => {
    if (initial !== None) {
      f.writeBytes(needBuffer(initial));
      f.seek(0, 0);
    }
    return None;
  },
  'getvalue()': (f: PyBinaryFile) => {
    f.flush();
    return new PyBytes((f.raw as MemoryBytes).value());
  },
  'getbuffer()': (f: PyBinaryFile) => {
    f.flush();
    return invoke(memoryviewType, [new PyByteArray((f.raw as MemoryBytes).value())]);
  },
});
