/** Text over a binary file (`TextIOWrapper`). */
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyTuple, native } from '../../objects/core/values.ts';
import { PyRaise, makeException, valueError } from '../../objects/core/exceptions.ts';
import { hasSurrogates } from '../../types/str/code-points.ts';
import { decodeUtf8, encodeUtf8 } from '../../types/str/utf.ts';
import { decodeText, encodeText, lookupCodec } from '../../types/str/codecs.ts';
import type { PyBinaryFile } from './binary.ts';
import { textIoWrapperType, unsupported } from './types.ts';
import { PENDING, PyTextStream, type Newline } from './text-stream.ts';

/** A text file over a binary one. */
export class PyTextFile extends PyTextStream {
  lineBuffering = false;
  writeThrough = false;
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
    if (this.binary.held.text !== '') this.flush();
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
      else this.binary.held.text += text;
    } else this.writeEncoded(encodeText(text, this.encoding, this.errors));
    if (this.binary.held.text.length >= PENDING) this.pushPending();
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
    const { held } = this.binary;
    if (held.text === '') return;
    const { text } = held;
    held.text = '';
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
