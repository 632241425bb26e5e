/**
 * Bytes from and to the host: files, pipes and terminals by descriptor, and memory for tests.
 *
 * Node has no lseek, so a seekable file keeps its own position and uses positional reads and
 * writes; pipes, terminals and sockets are read and written where they are, without blocking where that can be
 * (`signals/descriptors.ts`): what cannot be done yet is waited for, and handlers of signals run meanwhile. Other
 * errors become the OSError of their errno.
 */
import { makeOsError } from '../../types/exceptions/os-error.ts';
import * as fs from 'node:fs';
import { PyRaise } from '../../objects/core/exceptions.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None } from '../../objects/core/values.ts';
import { waitFor } from '../../frames/signals.ts';
import { closeDoubles, countWrite, withoutBlocking } from '../../signals/descriptors.ts';
import { osErrorOf } from '../host/os-errors.ts';

/** A sequence of bytes with a position. */
export interface RawFile {
  readonly fd: number;
  readonly seekable: boolean;
  /** Reads up to `n` bytes; an empty array at the end. */
  read(n: number): Uint8Array;
  /** Writes as many bytes as there is room for; returns how many. Throws OSError, and what handlers raise. */
  write(data: Uint8Array): number;
  /** Moves the position and returns it. */
  seek(position: number): number;
  position(): number;
  size(): number;
  truncate(size: number): void;
  isatty(): boolean;
  close(): void;
}

/** Raises the OSError of a failed host call. */
export function raiseHost(error: unknown, filename: PyValue = None): never {
  const found = osErrorOf(error);
  if (found === undefined) throw error;
  throw new PyRaise(makeOsError(found.errno, found.text, filename));
}

/** Reads bytes that are there, or waits for some; returns how many, 0 at the end. Throws OSError, what handlers do. */
export function readBytes(fd: number, into: Uint8Array, position: number | null): number {
  const from = position === null ? withoutBlocking(fd, 'read') : fd;
  return waitFor(() => whenReady(() => fs.readSync(from, into, 0, into.length, position)))!;
}

/** Writes as many bytes as there is room for, at least one; returns how many. Throws as `readBytes` does. */
export function writeBytes(fd: number, data: Uint8Array, position: number | null): number {
  const to = position === null ? withoutBlocking(fd, 'write') : fd;
  if (position === null) countWrite(fd, data.length);
  return waitFor(() => whenReady(() => fs.writeSync(to, data, 0, data.length, position)))!;
}

/** Calls the host; undefined where it has to be asked again. Throws OSError. */
function whenReady(call: () => number): number | undefined {
  try {
    return call();
  } catch (e) {
    const { code } = e as { code?: string };
    if (code === 'EAGAIN') return undefined;
    if (code === 'EOF') return 0;
    return raiseHost(e);
  }
}

/** A file of the operating system. */
export class HostFile implements RawFile {
  readonly seekable: boolean;
  private offset = 0;
  constructor(
    readonly fd: number,
    private readonly append: boolean,
  ) {
    let regular = false;
    try {
      regular = fs.fstatSync(fd).isFile();
    } catch {
      /* closed or foreign descriptors are not seekable */
    }
    this.seekable = regular;
    if (regular && append) this.offset = this.size();
  }

  read(n: number): Uint8Array {
    const buffer = Buffer.allocUnsafe(n);
    const got = readBytes(this.fd, buffer, this.seekable ? this.offset : null);
    this.offset += got;
    return buffer.subarray(0, got);
  }

  write(data: Uint8Array): number {
    const n = writeBytes(this.fd, data, this.seekable && !this.append ? this.offset : null);
    this.offset = this.append && this.seekable ? this.size() : this.offset + n;
    return n;
  }

  seek(position: number): number {
    this.offset = position;
    return position;
  }
  position(): number {
    return this.offset;
  }
  size(): number {
    return fs.fstatSync(this.fd).size;
  }
  truncate(size: number): void {
    try {
      fs.ftruncateSync(this.fd, size);
    } catch (e) {
      raiseHost(e);
    }
  }
  isatty(): boolean {
    return tty(this.fd);
  }
  close(): void {
    try {
      closeDoubles(this.fd);
      fs.closeSync(this.fd);
    } catch (e) {
      raiseHost(e);
    }
  }
}

/** Tells whether a descriptor is a terminal, without loading `node:tty`. */
function tty(fd: number): boolean {
  try {
    return (
      fs.fstatSync(fd).isCharacterDevice() && /^\/dev\/(pts|tty|console)/.test(fs.readlinkSync(`/proc/self/fd/${fd}`))
    );
  } catch {
    return false;
  }
}

/** Standard streams of a test: reads given bytes, hands written ones to a function. */
export class MemoryFile implements RawFile {
  readonly seekable = false;
  private at = 0;
  constructor(
    readonly fd: number,
    private readonly input: Uint8Array,
    private readonly output: (data: Uint8Array) => void,
  ) {}
  read(n: number): Uint8Array {
    const part = this.input.subarray(this.at, this.at + n);
    this.at += part.length;
    return part;
  }
  write(data: Uint8Array): number {
    this.output(data);
    return data.length;
  }
  seek(position: number): number {
    this.at = position;
    return position;
  }
  position(): number {
    return this.at;
  }
  size(): number {
    return this.input.length;
  }
  truncate(): void {}
  isatty(): boolean {
    return false;
  }
  close(): void {}
}
