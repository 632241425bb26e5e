/** Text in memory (`StringIO`). */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, intOf, native, strOf, typeOf } from '../../objects/core/values.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { strLength, pointIndex, unitIndex } from '../../types/str/code-points.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { stringIoType, unsupported } from './types.ts';
import { PyTextStream, newlineOf, type Newline } from './text-stream.ts';

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
