/** Text streams: reading lines and characters from decoded text, by the rules of `newline`. */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyIterator, strOf, typeOf } from '../../objects/core/values.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { hasSurrogates, strLength, unitIndex } from '../../types/str/code-points.ts';

export const PENDING = 8192;

/** What `newline=` says: null translates every kind, '' keeps them, else the only line end. */
export type Newline = null | '' | '\n' | '\r' | '\r\n';

/** Text that is read line by line: what text files and StringIO share. */
export abstract class PyTextStream extends PyIterator {
  declare type: PyType;
  closed = false;
  protected text = '';
  protected pos = 0;
  constructor(readonly newline: Newline) {
    super();
  }

  /** Gets more text to read; false at the end. */
  protected abstract fill(): boolean;
  abstract writeText(s: string): void;
  abstract checkReadable(): void;

  /** Finds the end of the line that begins at `pos`, or -1 if more text may belong to it. */
  private lineEnd(from: number): number {
    const t = this.text;
    if (this.newline === null || this.newline === '\n') return t.indexOf('\n', from) + 1 || -1;
    if (this.newline !== '') {
      const i = t.indexOf(this.newline, from);
      return i < 0 ? -1 : i + this.newline.length;
    }
    const found = /\r\n|\r|\n/g;
    found.lastIndex = from;
    const m = found.exec(t);
    return m === null ? -1 : m.index + m[0].length;
  }

  /** Reads a line with its end, at most `limit` characters unless -1; empty at the end. */
  readLine(limit: number): string {
    this.checkReadable();
    let end = this.lineEnd(this.pos);
    while (end < 0 && (limit < 0 || this.text.length - this.pos < limit * 2)) {
      const from = Math.max(this.pos, this.text.length - 1) - this.pos;
      if (!this.fill()) break;
      end = this.lineEnd(this.pos + from);
    }
    if (end < 0) end = this.text.length;
    if (limit >= 0) {
      const cut =
        this.pos +
        unitIndex(this.text.slice(this.pos, end), Math.min(limit, strLength(this.text.slice(this.pos, end))));
      end = Math.min(end, cut);
    }
    const line = this.text.slice(this.pos, end);
    this.pos = end;
    return line;
  }

  /** Reads `n` characters, all for -1. */
  readText(n: number): string {
    this.checkReadable();
    if (n < 0) {
      const parts = [this.text.slice(this.pos)];
      this.pos = this.text.length;
      while (this.fill()) {
        parts.push(this.text.slice(this.pos));
        this.pos = this.text.length;
      }
      return parts.length === 1 ? parts[0]! : parts.join('');
    }
    while (this.text.length - this.pos < n && this.fill()) {
      /* until enough units */
    }
    let part = this.text.slice(this.pos, this.pos + n);
    if (hasSurrogates(part)) {
      while (this.text.length - this.pos < n * 2 && this.fill()) {
        /* until enough characters */
      }
      const rest = this.text.slice(this.pos, this.pos + 2 * n);
      part = rest.slice(0, unitIndex(rest, Math.min(n, strLength(rest))));
    }
    this.pos += part.length;
    return part;
  }

  next(): PyValue | undefined {
    const line = this.readLine(-1);
    return line === '' ? undefined : line;
  }
}

export function newlineOf(v: PyValue): Newline {
  if (v === None) return null;
  const text = strOf(v);
  if (text === undefined) typeError(`open() argument 'newline' must be str or None, not ${typeOf(v).name}`);
  if (!['', '\n', '\r', '\r\n'].includes(text)) valueError(`illegal newline value: ${text}`);
  return text as Newline;
}
