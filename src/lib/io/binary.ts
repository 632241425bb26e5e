/**
 * Buffered bytes: the objects `open(…, 'rb')` makes, and BytesIO.
 *
 * Written data waits in `held` as byte arrays or, from the text layer, as strings to be encoded in
 * UTF-8 all at once (`open-files.ts`).
 *
 * A file open for reading only is closed on the host side at its end and reopened if it is
 * used again: without reference counts, `open(p).read()` in a loop would run out of descriptors.
 */
import * as fs from 'node:fs';
import type { PyObj, PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyBytes, PyIterator, intOf, native, typeOf } from '../../objects/core/values.ts';
import { defGetSet, defMethods } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { needBuffer } from '../../objects/core/buffer.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { iterate } from '../../protocol/iterate.ts';
import { repr } from '../../objects/slots/format.ts';
import { Held, openFiles } from './open-files.ts';
import { HostFile, type RawFile } from './raw.ts';
import {
  bufferedRandomType,
  bufferedReaderType,
  bufferedWriterType,
  bytesIoType,
  fileIoType,
  ioBaseType,
  sizeOf,
  unsupported,
} from './types.ts';
import { append } from '../../numbers/allocation.ts';

const CHUNK = 1 << 16;
export const EMPTY = new Uint8Array(0);

/** A buffered binary file; `next()` gives lines. */
export class PyBinaryFile extends PyIterator {
  declare type: PyType;
  closed = false;
  name: PyValue = None;
  mode = 'rb';
  readable = true;
  writable = false;
  /** Whether what is written goes to the host at once. */
  unbuffered = false;
  /** Opens the file again after it was closed at its end. */
  reopen: (() => RawFile) | null = null;
  private ahead: Uint8Array = EMPTY;
  private at = 0;
  readonly held: Held;

  constructor(type: PyType, file: RawFile) {
    super();
    this.type = type;
    this.held = new Held(file);
  }

  /** The file of the host. Throws ValueError when closed. */
  get raw(): RawFile {
    const { held } = this;
    if (held.file === null) {
      if (this.closed || this.reopen === null) valueError('I/O operation on closed file.');
      const at = this.parked;
      held.file = this.reopen();
      held.file.seek(at);
    }
    return held.file;
  }
  private parked = 0;

  /** Has the file written out at exit, and closed when it is dropped. */
  track(): void {
    openFiles.add(this.held, this);
  }

  private checkReadable(verb: string): void {
    if (this.closed) valueError(`${verb} of closed file`);
    if (!this.readable) unsupported(verb === 'readline' ? 'not readable' : 'read');
  }

  /** Reads another chunk; false at the end. */
  private fill(want: number): boolean {
    if (this.held.size > 0) this.flush();
    const raw = this.raw;
    const chunk = raw.read(
      Math.max(want, raw.seekable ? Math.min(Math.max(raw.size() - raw.position() + 1, 512), 1 << 22) : CHUNK),
    );
    if (chunk.length === 0) {
      if (this.reopen !== null && !this.writable) {
        this.parked = raw.position();
        raw.close();
        this.held.file = null;
      }
      return false;
    }
    const rest = this.ahead.subarray(this.at);
    this.ahead = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    this.at = 0;
    return true;
  }

  /** Takes `n` bytes of what was read ahead. */
  private take(n: number): Uint8Array {
    const part = this.ahead.subarray(this.at, this.at + n);
    this.at += part.length;
    return part;
  }

  /** Returns whatever is at hand, reading a chunk if nothing is: empty at the end. */
  readChunk(): Uint8Array {
    this.checkReadable('read');
    if (this.at >= this.ahead.length && !this.fill(0)) return EMPTY;
    return this.take(this.ahead.length);
  }

  /** Reads up to `n` bytes, all for -1. */
  readBytes(n: number): Uint8Array {
    this.checkReadable('read');
    if (n < 0) {
      while (this.fill(0)) {
        /* everything */
      }
      return this.take(this.ahead.length);
    }
    while (this.ahead.length - this.at < n && this.fill(n)) {
      /* until enough */
    }
    return this.take(n);
  }

  /** Reads up to and including a newline, at most `limit` bytes unless -1. */
  readLine(limit: number): Uint8Array {
    this.checkReadable('readline');
    let from = this.at;
    for (;;) {
      const i = this.ahead.indexOf(10, from);
      const have = this.ahead.length - this.at;
      if (limit >= 0 && (i < 0 ? have >= limit : i + 1 - this.at > limit)) return this.take(limit);
      if (i >= 0) return this.take(i + 1 - this.at);
      if (!this.fill(0)) return this.take(have);
      from = this.at + have;
    }
  }

  next(): PyValue | undefined {
    const line = this.readLine(-1);
    return line.length === 0 ? undefined : new PyBytes(line.slice());
  }

  /** Prepares for writing: forgets what was read ahead. */
  private checkWritable(): void {
    if (this.closed) valueError('write to closed file');
    if (!this.writable) unsupported('write');
    if (this.at < this.ahead.length) this.raw.seek(this.raw.position() - (this.ahead.length - this.at));
    this.ahead = EMPTY;
    this.at = 0;
  }

  writeBytes(data: Uint8Array): void {
    this.checkWritable();
    this.push(data.slice(), data.length);
  }

  /** Writes text that encodes in UTF-8 without error. */
  writeText(text: string): void {
    this.checkWritable();
    this.push(text, text.length);
  }

  private push(data: Uint8Array | string, size: number): void {
    const { held } = this;
    held.out.push(data);
    held.size += size;
    if (this.unbuffered || held.size >= CHUNK) this.flush();
  }

  /** Writes out what is buffered. */
  flush(): void {
    if (this.held.out.length > 0) this.held.write(this.raw);
  }

  tell(): number {
    if (this.closed) valueError('tell of closed file');
    this.flush();
    const { file } = this.held;
    const position = file === null ? this.parked : file.position();
    return position - (this.ahead.length - this.at);
  }

  seek(offset: number, whence: number): number {
    if (this.closed) valueError('seek of closed file');
    if (!this.raw.seekable) unsupported('File or stream is not seekable.');
    if (whence === 2) this.flush();
    const base = whence === 0 ? 0 : whence === 1 ? this.tell() : this.raw.size();
    if (whence < 0 || whence > 2) valueError(`whence value ${whence} unsupported`);
    const target = base + offset;
    if (target < 0) valueError(`negative seek value ${target}`);
    this.flush();
    this.ahead = EMPTY;
    this.at = 0;
    return this.raw.seek(target);
  }

  truncate(size: number): void {
    this.flush();
    this.raw.truncate(size);
  }

  /** Returns what is read ahead, filling it if it is empty. */
  peek(): Uint8Array {
    if (this.at >= this.ahead.length) this.fill(0);
    return this.ahead.slice(this.at);
  }

  close(): void {
    if (this.closed) return;
    try {
      this.flush();
    } finally {
      this.closed = true;
      const { held } = this;
      openFiles.delete(held);
      if (held.closefd) held.file?.close();
      held.file = null;
    }
  }

  isatty(): boolean {
    return this.raw.isatty();
  }
}
native(PyBinaryFile, bufferedReaderType);

/* ---- methods ---- */

const bytes = (data: Uint8Array): PyBytes => new PyBytes(data.slice());

for (const type of [fileIoType, bufferedReaderType, bufferedWriterType, bufferedRandomType, bytesIoType]) {
  defMethods(type, {
    'read(size?, /)': (f: PyBinaryFile, n?: PyValue) => bytes(f.readBytes(sizeOf(n))),
    'read1(size?, /)': (f: PyBinaryFile, n?: PyValue) => bytes(f.readBytes(sizeOf(n))),
    'readall()': (f: PyBinaryFile) => bytes(f.readBytes(-1)),
    'readline(size?, /)': (f: PyBinaryFile, n?: PyValue) => bytes(f.readLine(sizeOf(n))),
    'readlines(hint?, /)': (f: PyBinaryFile) => {
      const out: PyValue[] = [];
      for (let x = f.next(); x !== undefined; x = f.next()) append(out, x);
      return listFrom(out);
    },
    'readinto(buffer, /)': (f: PyBinaryFile, target: PyValue) => {
      const view = needBuffer(target);
      const data = f.readBytes(view.length);
      view.set(data);
      return data.length;
    },
    'peek(size?, /)': (f: PyBinaryFile) => bytes(f.peek()),
    'write(b, /)': (f: PyBinaryFile, data: PyValue) => {
      if (typeof data === 'string') typeError(`a bytes-like object is required, not 'str'`);
      const view = needBuffer(data);
      f.writeBytes(view);
      if (f.type === fileIoType) f.flush();
      return view.length;
    },
    'writelines(lines, /)': (f: PyBinaryFile, lines: PyValue) => {
      for (const x of iterate(lines)) f.writeBytes(needBuffer(x));
      return None;
    },
    'flush()': (f: PyBinaryFile) => {
      if (f.closed) valueError(f.type === bytesIoType ? 'I/O operation on closed file.' : 'flush of closed file');
      f.flush();
      return None;
    },
    'seek(target, whence?, /)': (f: PyBinaryFile, n: PyValue, whence: PyValue = 0) =>
      f.seek(
        Number(intOf(n) ?? typeError(`'${typeOf(n).name}' object cannot be interpreted as an integer`)),
        Number(intOf(whence) ?? 0),
      ),
    'tell()': (f: PyBinaryFile) => f.tell(),
    'truncate(size?, /)': (f: PyBinaryFile, n: PyValue = None) => {
      const size = n === None ? f.tell() : Number(intOf(n) ?? 0);
      f.truncate(size);
      return size;
    },
    'close()': (f: PyBinaryFile) => {
      f.close();
      return None;
    },
    'fileno()': (f: PyBinaryFile) => (f.raw.fd < 0 ? unsupported('fileno') : f.raw.fd),
    'isatty()': (f: PyBinaryFile) => f.isatty(),
    'readable()': (f: PyBinaryFile) => (f.closed ? valueError('I/O operation on closed file') : f.readable),
    'writable()': (f: PyBinaryFile) => (f.closed ? valueError('I/O operation on closed file') : f.writable),
    'seekable()': (f: PyBinaryFile) => (f.closed ? valueError('I/O operation on closed file') : f.raw.seekable),
    'detach()': (f: PyBinaryFile) => {
      f.flush();
      return f;
    },
    '__enter__()': (f: PyBinaryFile) => (f.closed ? valueError('I/O operation on closed file.') : f),
    '__exit__(*args)': (f: PyBinaryFile) => {
      f.close();
      return None;
    },
    '__iter__()': (f: PyBinaryFile) => f,
    '__next__()': (f: PyBinaryFile) => f.next() ?? endOfIteration(),
    '__repr__()': (f: PyBinaryFile) => `<${f.type.name}${f.name === None ? '' : ` name=${repr(f.name)}`}>`,
  });
  defGetSet(type, {
    closed: (f: PyBinaryFile) => f.closed,
    name: [
      (f: PyBinaryFile) => f.name,
      (f: PyBinaryFile, v) => {
        f.name = v ?? None;
      },
    ],
    mode: (f: PyBinaryFile) => f.mode,
    raw: (f: PyBinaryFile) => f,
  });
}
bytesIoType.dict.delete('name');
bytesIoType.dict.delete('mode');
bytesIoType.dict.delete('__repr__');
defMethods(ioBaseType, {
  '__enter__()': (f: PyObj) => f,
  '__exit__(*args)': () => None,
});

/** Raises StopIteration for `__next__`. */
function endOfIteration(): never {
  throw new PyRaise(makeException('StopIteration'));
}

/** Opens a host file. Throws what Node throws. */
export function openHost(path: string, flags: string, append: boolean, mode = 0o666): RawFile {
  return new HostFile(
    openFiles.withDescriptor(() => fs.openSync(path, flags, mode)),
    append,
  );
}
