/**
 * Text files: decoding, encoding and newline translation over `PyBinaryFile`, and StringIO.
 *
 * Reading decodes chunk by chunk into `text` and hands out slices of it; a multi-byte sequence or a
 * `\r` at the end of a chunk waits for the next one. Writing gathers text in `pending`, which goes
 * down to the binary layer when it is long (CPython: 8192), at a newline if the stream is
 * line-buffered, and on flush. `tell` counts bytes back from the binary position, through the text as
 * it was before newlines were translated.
 */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyIterator, PyTuple, intOf, native, strOf, typeOf } from '../../objects/core/values.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { hasSurrogates, strLength, pointIndex, unitIndex } from '../../types/str/code-points.ts';
import { decodeUtf8, encodeUtf8 } from '../../types/str/utf.ts';
import { decodeText, encodeText, lookupCodec } from '../../types/str/codecs.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { iterate } from '../../objects/slots/iterate.ts';
import { repr } from '../../objects/slots/format.ts';
import { isTrue } from '../../objects/slots/compare.ts';
import type { PyBinaryFile } from './binary.ts';
import { sizeOf, stringIoType, textIoWrapperType, unsupported } from './types.ts';

const PENDING = 8192;

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

/** A text file over a binary one. */
export class PyTextFile extends PyTextStream {
  lineBuffering = false;
  writeThrough = false;
  private pending = '';
  private carry: Uint8Array = new Uint8Array(0);
  private heldCr = false;
  private eof = false;
  private iterating = false;
  /** `text` before newlines were translated, where that differs. */
  private original: string | null = null;
  private seen = new Set<string>();
  readonly codec: string;

  constructor(
    readonly binary: PyBinaryFile,
    readonly encoding: string,
    public errors: string,
    newline: Newline,
    public mode: string,
  ) {
    super(newline);
    this.codec = lookupCodec(encoding).name;
  }

  checkReadable(): void {
    this.checkOpen();
    if (!this.binary.readable) unsupported('not readable');
    if (this.pending !== '') this.flush();
  }

  checkOpen(): void {
    if (this.closed || this.binary.closed) valueError('I/O operation on closed file.');
  }

  protected fill(): boolean {
    for (;;) {
      if (this.eof) return false;
      const more = this.decodeMore();
      if (more !== '') {
        this.append(more);
        return true;
      }
    }
  }

  /** Reads and decodes a chunk. */
  private decodeMore(): string {
    const utf8 = this.codec === 'utf-8';
    const whole = !utf8 && this.codec !== 'ascii' && this.codec !== 'iso8859-1' && this.codec !== 'latin-1';
    const chunk = whole ? this.binary.readBytes(-1) : this.binary.readChunk();
    this.eof = chunk.length === 0 || whole;
    const data = this.carry.length === 0 ? chunk : Buffer.concat([this.carry, chunk]);
    this.carry = data.subarray(data.length);
    let text: string;
    if (utf8) {
      const d = decodeUtf8(data, this.errors, this.eof);
      text = d.text;
      if (d.used < data.length) this.carry = data.slice(d.used);
    } else text = decodeText(data, this.encoding, this.errors);
    if (this.heldCr) {
      text = `\r${text}`;
      this.heldCr = false;
    }
    if ((this.newline === null || this.newline === '' || this.newline === '\r\n') && text.endsWith('\r') && !this.eof) {
      this.heldCr = true;
      text = text.slice(0, -1);
    }
    return text;
  }

  /** Appends decoded text, translating newlines. */
  private append(raw: string): void {
    let text = raw;
    if (raw.includes('\r')) {
      for (const m of raw.match(/\r\n|\r/g)!) this.seen.add(m);
      if (this.newline === null) {
        this.original = (this.original ?? this.text) + raw;
        text = raw.replace(/\r\n?/g, '\n');
      }
    } else if (this.original !== null) this.original += raw;
    if (/[^\r]\n|^\n/.test(raw.length < 200 ? raw : raw.slice(0, 200))) this.seen.add('\n');
    if (this.pos > 1 << 16) this.dropRead();
    this.text += text;
  }

  /** Forgets text already handed out. */
  private dropRead(): void {
    if (this.original !== null) this.original = this.original.slice(this.originalIndex());
    this.text = this.text.slice(this.pos);
    this.pos = 0;
  }

  /** Returns the index in `original` that `pos` corresponds to. */
  private originalIndex(): number {
    const o = this.original!;
    let i = 0;
    for (let n = 0; n < this.pos; n++) i += o.charCodeAt(i) === 13 && o.charCodeAt(i + 1) === 10 ? 2 : 1;
    return i;
  }

  override next(): PyValue | undefined {
    this.iterating = true;
    const line = this.readLine(-1);
    if (line === '') {
      this.iterating = false;
      return undefined;
    }
    return line;
  }

  writeText(s: string): void {
    this.checkOpen();
    if (!this.binary.writable) unsupported('not writable');
    if (this.text.length > 0 || this.eof) this.resetReading();
    let text = s;
    if (this.newline !== null && this.newline !== '' && this.newline !== '\n') text = s.replaceAll('\n', this.newline);
    if (this.codec === 'utf-8') {
      if (hasSurrogates(text)) this.writeEncoded(encodeUtf8(text, this.errors));
      else this.pending += text;
    } else this.writeEncoded(encodeText(text, this.encoding, this.errors));
    if (this.pending.length >= PENDING) this.pushPending();
    if (this.writeThrough) this.pushPending();
    if (this.lineBuffering && (s.includes('\n') || s.includes('\r'))) this.flush();
  }

  /** Writes text from native code. */
  write(text: string): void {
    this.writeText(text);
  }

  private writeEncoded(data: Uint8Array): void {
    this.pushPending();
    this.binary.writeBytes(data);
  }

  /** Hands gathered text to the binary layer. */
  private pushPending(): void {
    if (this.pending === '') return;
    const text = this.pending;
    this.pending = '';
    this.binary.writeText(text);
  }

  flush(): void {
    this.pushPending();
    this.binary.flush();
  }

  close(): void {
    if (this.closed) return;
    try {
      if (!this.binary.closed) this.flush();
    } finally {
      this.closed = true;
      this.binary.close();
    }
  }

  /** Forgets what was read ahead; the binary position becomes the logical one. */
  private resetReading(): void {
    if (this.binary.raw.seekable && this.text.length > this.pos) this.binary.seek(this.tell(), 0);
    this.text = '';
    this.original = null;
    this.pos = 0;
    this.carry = new Uint8Array(0);
    this.heldCr = false;
    this.eof = false;
  }

  tell(): number {
    this.checkOpen();
    if (!this.binary.raw.seekable) unsupported('underlying stream is not seekable');
    if (this.iterating) throw new PyRaise(makeException('OSError', 'telling position disabled by next() call'));
    this.flush();
    const rest = this.original === null ? this.text.slice(this.pos) : this.original.slice(this.originalIndex());
    const ahead =
      this.codec === 'utf-8' ? Buffer.byteLength(rest, 'utf8') : encodeText(rest, this.encoding, 'replace').length;
    return this.binary.tell() - this.carry.length - (this.heldCr ? 1 : 0) - ahead;
  }

  seek(offset: number, whence: number): number {
    this.checkOpen();
    if (whence === 1) {
      if (offset !== 0) unsupported("can't do nonzero cur-relative seeks");
      offset = this.tell();
    } else if (whence === 2) {
      if (offset !== 0) unsupported("can't do nonzero end-relative seeks");
    } else if (whence !== 0) valueError(`invalid whence (${whence}, should be 0, 1 or 2)`);
    if (offset < 0) valueError(`negative seek position ${offset}`);
    this.iterating = false;
    this.flush();
    this.text = '';
    this.original = null;
    this.pos = 0;
    this.carry = new Uint8Array(0);
    this.heldCr = false;
    this.eof = false;
    return this.binary.seek(whence === 2 ? 0 : offset, whence === 2 ? 2 : 0);
  }

  /** Returns the kinds of newline met so far: None, one, or a tuple. */
  newlines(): PyValue {
    const kinds = ['\r', '\n', '\r\n'].filter((k) => this.seen.has(k));
    return kinds.length === 0 ? None : kinds.length === 1 ? kinds[0]! : new PyTuple(kinds);
  }
}
native(PyTextFile, textIoWrapperType);

/** Text in memory. Positions count characters. */
export class PyStringIO extends PyTextStream {
  constructor(initial: string, newline: Newline) {
    super(newline === null ? '\n' : newline);
    this.text = initial;
  }
  protected fill(): boolean {
    return false;
  }
  checkReadable(): void {
    if (this.closed) valueError('I/O operation on closed file');
  }
  writeText(s: string): void {
    this.checkReadable();
    const text = this.newline === '\r' || this.newline === '\r\n' ? s.replaceAll('\n', this.newline) : s;
    if (this.pos >= this.text.length) {
      if (this.pos > this.text.length) this.text += '\0'.repeat(this.pos - this.text.length);
      this.text += text;
    } else {
      const tail = this.text.slice(this.pos);
      this.text =
        this.text.slice(0, this.pos) + text + tail.slice(unitIndex(tail, Math.min(strLength(text), strLength(tail))));
    }
    this.pos += text.length;
  }
  /** Sets the whole contents. */
  assign(text: string): void {
    this.text = text;
    this.pos = 0;
  }
  get value(): string {
    return this.text;
  }
  tell(): number {
    return this.pos > this.text.length ? this.pos : pointIndex(this.text, this.pos);
  }
  seek(offset: number, whence: number): number {
    this.checkReadable();
    if (whence !== 0 && offset !== 0)
      throw new PyRaise(makeException('OSError', "Can't do nonzero cur-relative seeks"));
    if (whence === 2) this.pos = this.text.length;
    else if (whence === 0) {
      if (offset < 0) valueError(`Negative seek position ${offset}`);
      const n = strLength(this.text);
      this.pos = offset >= n ? this.text.length + offset - n : unitIndex(this.text, offset);
    }
    return this.tell();
  }
  truncate(n: number): void {
    this.text = this.text.slice(0, n >= strLength(this.text) ? this.text.length : unitIndex(this.text, n));
  }
}
native(PyStringIO, stringIoType);

function newlineOf(v: PyValue): Newline {
  if (v === None) return null;
  const text = strOf(v);
  if (text === undefined) typeError(`open() argument 'newline' must be str or None, not ${typeOf(v).name}`);
  if (!['', '\n', '\r', '\r\n'].includes(text)) valueError(`illegal newline value: ${text}`);
  return text as Newline;
}
export { newlineOf };

function makeStringIO(cls: PyType): PyStringIO {
  const f = new PyStringIO('', '\n');
  return cls === stringIoType ? f : shapeInstance(f, cls);
}
stringIoType.allocate = makeStringIO;
stringIoType.hasDict = true;
defNew(stringIoType, '*args, **kwargs', makeStringIO);
defMethods(stringIoType, {
  '__init__(initial_value?, newline?)': (f: PyStringIO, initial: PyValue = '', newline: PyValue = '\n') => {
    const text = initial === None ? '' : strOf(initial);
    if (text === undefined) typeError(`initial_value must be str or None, not ${typeOf(initial).name}`);
    (f as { newline: Newline }).newline = newline === None ? '\n' : newlineOf(newline);
    f.assign(
      newline === None
        ? text.replace(/\r\n?/g, '\n')
        : f.newline === '\r' || f.newline === '\r\n'
          ? text.replaceAll('\n', f.newline)
          : text,
    );
    return None;
  },
  'getvalue()': (f: PyStringIO) => (f.closed ? valueError('I/O operation on closed file') : f.value),
  'seek(pos, whence?, /)': (f: PyStringIO, n: PyValue, whence: PyValue = 0) =>
    f.seek(Number(intOf(n) ?? 0), Number(intOf(whence) ?? 0)),
  'truncate(pos?, /)': (f: PyStringIO, n: PyValue = None) => {
    const size = n === None ? f.tell() : Number(intOf(n) ?? 0);
    f.truncate(size);
    return size;
  },
  'flush()': (f: PyStringIO) => {
    f.checkReadable();
    return None;
  },
  'close()': (f: PyStringIO) => {
    f.closed = true;
    return None;
  },
  'isatty()': () => false,
  'fileno()': () => unsupported('fileno'),
  'readable()': () => true,
  'writable()': () => true,
  'seekable()': () => true,
});
defGetSet(stringIoType, {
  newlines: () => None,
  line_buffering: () => false,
  errors: () => None,
  encoding: () => None,
});

defMethods(textIoWrapperType, {
  'seek(cookie, whence?, /)': (f: PyTextFile, n: PyValue, whence: PyValue = 0) =>
    f.seek(
      Number(intOf(n) ?? typeError(`'${typeOf(n).name}' object cannot be interpreted as an integer`)),
      Number(intOf(whence) ?? 0),
    ),
  'truncate(pos?, /)': (f: PyTextFile, n: PyValue = None) => {
    f.flush();
    const size = n === None ? f.tell() : Number(intOf(n) ?? 0);
    f.binary.truncate(size);
    return size;
  },
  'flush()': (f: PyTextFile) => {
    f.checkOpen();
    f.flush();
    return None;
  },
  'close()': (f: PyTextFile) => {
    f.close();
    return None;
  },
  'isatty()': (f: PyTextFile) => {
    f.checkOpen();
    return f.binary.isatty();
  },
  'fileno()': (f: PyTextFile) => {
    f.checkOpen();
    return f.binary.raw.fd;
  },
  'readable()': (f: PyTextFile) => {
    f.checkOpen();
    return f.binary.readable;
  },
  'writable()': (f: PyTextFile) => {
    f.checkOpen();
    return f.binary.writable;
  },
  'seekable()': (f: PyTextFile) => {
    f.checkOpen();
    return f.binary.raw.seekable;
  },
  'detach()': (f: PyTextFile) => {
    f.flush();
    return f.binary;
  },
  'reconfigure(*, encoding?, errors?, newline?, line_buffering?, write_through?)': (
    f: PyTextFile,
    encoding: PyValue = None,
    errors: PyValue = None,
    newline: PyValue = None,
    line: PyValue = None,
    through: PyValue = None,
  ) => {
    f.flush();
    if (encoding !== None) {
      (f as { encoding: string }).encoding = strOf(encoding)!;
      (f as { codec: string }).codec = lookupCodec(strOf(encoding)!).name;
    }
    if (errors !== None) f.errors = strOf(errors)!;
    if (newline !== None) (f as { newline: Newline }).newline = newlineOf(newline);
    if (line !== None) f.lineBuffering = isTrue(line);
    if (through !== None) f.writeThrough = isTrue(through);
    return None;
  },
  '__repr__()': (f: PyTextFile) =>
    `<_io.TextIOWrapper name=${repr(f.binary.name)} mode=${repr(f.mode)} encoding=${repr(f.encoding)}>`,
});
defGetSet(textIoWrapperType, {
  name: (f: PyTextFile) => f.binary.name,
  mode: [
    (f: PyTextFile) => f.mode,
    (f: PyTextFile, v) => {
      f.mode = v === undefined ? '' : (strOf(v) ?? typeError(`mode must be a str, not ${typeOf(v).name}`));
    },
  ],
  encoding: (f: PyTextFile) => f.encoding,
  errors: (f: PyTextFile) => f.errors,
  buffer: (f: PyTextFile) => f.binary,
  line_buffering: (f: PyTextFile) => f.lineBuffering,
  write_through: (f: PyTextFile) => f.writeThrough,
  newlines: (f: PyTextFile) => f.newlines(),
});

for (const type of [textIoWrapperType, stringIoType]) {
  defMethods(type, {
    'read(size?, /)': (f: PyTextStream, n?: PyValue) => f.readText(sizeOf(n)),
    'readline(size?, /)': (f: PyTextStream, n?: PyValue) => f.readLine(sizeOf(n)),
    'readlines(hint?, /)': (f: PyTextStream, hint?: PyValue) => {
      const out: PyValue[] = [];
      const most = sizeOf(hint);
      let total = 0;
      for (let line = f.readLine(-1); line !== ''; line = f.readLine(-1)) {
        out.push(line);
        total += line.length;
        if (most > 0 && total >= most) break;
      }
      return listFrom(out);
    },
    'write(text, /)': (f: PyTextStream, s: PyValue) => {
      const text = strOf(s);
      if (text === undefined)
        typeError(
          type === stringIoType
            ? `string argument expected, got '${typeOf(s).name}'`
            : `write() argument must be str, not ${typeOf(s).name}`,
        );
      f.writeText(text);
      return strLength(text);
    },
    'writelines(lines, /)': (f: PyTextStream, lines: PyValue) => {
      for (const s of iterate(lines))
        f.writeText(strOf(s) ?? typeError(`write() argument must be str, not ${typeOf(s).name}`));
      return None;
    },
    'tell()': (f: PyTextFile | PyStringIO) => f.tell(),
    '__enter__()': (f: PyTextStream) => (f.closed ? valueError('I/O operation on closed file.') : f),
    '__exit__(*args)': (f: PyTextFile) => {
      if (f instanceof PyTextFile) f.close();
      else (f as PyTextStream).closed = true;
      return None;
    },
    '__iter__()': (f: PyTextStream) => f,
    '__next__()': (f: PyTextStream) => f.next() ?? raiseStop(),
  });
  defGetSet(type, { closed: (f: PyTextFile) => f.closed || (f instanceof PyTextFile && f.binary.closed) });
}

function raiseStop(): never {
  throw new PyRaise(makeException('StopIteration'));
}
