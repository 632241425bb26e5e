/**
 * Text files: decoding, encoding and newline translation over `PyBinaryFile`, and StringIO.
 *
 * Reading decodes chunk by chunk into `text` and hands out slices of it; a multi-byte sequence or a
 * `\r` at the end of a chunk waits for the next one. Writing gathers text in `pending`, which goes
 * down to the binary layer when it is long (CPython: 8192), at a newline if the stream is
 * line-buffered, and on flush. `tell` counts bytes back from the binary position, through the text as
 * it was before newlines were translated.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { None, intOf, strOf, typeOf } from '../../objects/core/values.ts';
import { defGetSet, defMethods } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { strLength } from '../../types/str/code-points.ts';
import { lookupCodec } from '../../types/str/codecs.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { iterate } from '../../protocol/iterate.ts';
import { repr } from '../../objects/slots/format.ts';
import { isTrue } from '../../protocol/compare.ts';
import { sizeOf, stringIoType, textIoWrapperType } from './types.ts';
import { PyTextFile } from './text-file.ts';
import { type PyTextStream, newlineOf, type Newline } from './text-stream.ts';
import type { PyStringIO } from './string-io.ts';
import { append } from '../../numbers/allocation.ts';

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
        append(out, line);
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
