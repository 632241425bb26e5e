/**
 * Open files: what they hold back, and those that were dropped.
 *
 * CPython writes a file out and closes it as soon as the last reference to it is gone. Here nothing tells when that
 * is. So what a file holds (`Held`: the descriptor, bytes and text not yet written) is an object of its own, kept here
 * as long as it is open, while the file object itself is referred to weakly. Before files are opened or examined, all
 * is written out. Where descriptors run out, the host is made to collect, and what then has lost its file object is
 * closed; so is, without a collection, what has lost it when many files have been opened since.
 */
import { collect, letGo, prepareCollector } from '../../memory/collector.ts';
import { PyRaise } from '../../objects/core/exceptions.ts';
import type { RawFile } from './raw.ts';

/** Files opened between two looks at which of them were dropped. */
const LOOK = 256;
/** Files opened after which descriptors may run out one day: by default macOS gives 256. */
const MANY = 64;

/** What an open file holds. */
export class Held {
  /** What waits to be written: bytes, and text to be encoded in UTF-8. */
  out: (Uint8Array | string)[] = [];
  size = 0;
  /** Text of the layer above, to be written after that. */
  text = '';
  /** Whether the descriptor is closed with the file. */
  closefd = true;

  private writing = false;

  constructor(public file: RawFile | null) {}

  /** Takes the text over, to be written with the rest. */
  takeText(): void {
    if (this.text === '') return;
    this.out.push(this.text);
    this.size += this.text.length;
    this.text = '';
  }

  /**
   * Writes out what waits, but for the text. Handlers of signals may run meanwhile: what they write comes after, and
   * where they raise, the rest waits on. What the host refuses is lost.
   */
  write(file: RawFile): void {
    if (this.writing) return;
    this.writing = true;
    try {
      while (this.out.length > 0) this.writeAll(file, this.takeBytes());
    } finally {
      this.writing = false;
    }
  }

  /** Takes out what waits, as bytes. */
  private takeBytes(): Uint8Array {
    const { out } = this;
    this.out = [];
    this.size = 0;
    if (out.every((x) => typeof x === 'string'))
      return Buffer.from(out.length === 1 ? (out[0] as string) : out.join(''), 'utf8');
    return Buffer.concat(out.map((x) => (typeof x === 'string' ? Buffer.from(x, 'utf8') : x)));
  }

  private writeAll(file: RawFile, data: Uint8Array): void {
    let rest = data;
    try {
      while (rest.length > 0) rest = rest.subarray(file.write(rest));
    } catch (e) {
      if (!(e instanceof PyRaise) || e.exc.fields?.get('errno') === undefined) {
        this.out.unshift(rest);
        this.size += rest.length;
      }
      throw e;
    }
  }
}

class OpenFiles {
  private readonly files = new Map<Held, WeakRef<object>>();
  private opened = 0;

  /** Takes in an open file. */
  add(held: Held, file: object): void {
    this.files.set(held, new WeakRef(file));
    if (++this.opened === MANY) prepareCollector();
    if (this.opened % LOOK !== 0) return;
    letGo();
    this.closeDropped();
  }

  /** Takes out a file that was closed. */
  delete(held: Held): void {
    this.files.delete(held);
  }

  /** Writes out what all open files hold back. Throws OSError. */
  flush(): void {
    for (const held of this.files.keys()) {
      if (held.file === null) continue;
      held.takeText();
      held.write(held.file);
    }
  }

  /** Runs a host call that takes a descriptor; where there is none left, files that were dropped are closed first. */
  withDescriptor<T>(call: () => T): T {
    try {
      return call();
    } catch (e) {
      if ((e as NodeJS.ErrnoException).code !== 'EMFILE') throw e;
      collect();
      if (!this.closeDropped()) throw e;
      return call();
    }
  }

  /** Closes files whose objects are gone; tells whether there were any. */
  private closeDropped(): boolean {
    let any = false;
    for (const [held, ref] of this.files) {
      if (ref.deref() !== undefined) continue;
      any = true;
      this.files.delete(held);
      const { file } = held;
      if (file === null) continue;
      try {
        held.takeText();
        held.write(file);
        if (held.closefd) file.close();
      } catch {
        // CPython reports such an error as unraisable and goes on.
      }
    }
    return any;
  }
}

export const openFiles = new OpenFiles();
