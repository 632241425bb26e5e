/**
 * The modules `io` and `_io`, and the standard streams.
 */
import * as fs from 'node:fs';
import { PyTextFile } from './text-file.ts';
import { None, type PyModule } from '../../objects/core/values.ts';
import { PyBuiltin, makeFunctions } from '../../objects/core/builtin.ts';
import { exceptionType } from '../../objects/core/exceptions.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { PyBinaryFile } from './binary.ts';
import './memory.ts';
import './string-io.ts';
import './text.ts';
import { HostFile, type RawFile } from './raw.ts';
import { openBuiltin } from './open.ts';
import { openFiles } from './open-files.ts';
import {
  bufferedIoBaseType,
  bufferedRandomType,
  bufferedReaderType,
  bufferedWriterType,
  bytesIoType,
  fileIoType,
  ioBaseType,
  rawIoBaseType,
  stringIoType,
  textIoBaseType,
  textIoWrapperType,
  unsupportedOperationType,
} from './types.ts';

/** The `open` function. */
export const openFunction = new PyBuiltin(
  'open',
  'file, mode?, buffering?, encoding?, errors?, newline?, closefd?, opener?',
  'function',
  null,
  '_io',
  openBuiltin,
);

const CLASSES = [
  ioBaseType,
  rawIoBaseType,
  bufferedIoBaseType,
  textIoBaseType,
  fileIoType,
  bufferedReaderType,
  bufferedWriterType,
  bufferedRandomType,
  bytesIoType,
  textIoWrapperType,
  stringIoType,
];

function contents(): [string, PyValue][] {
  return [
    ['open', openFunction],
    ['DEFAULT_BUFFER_SIZE', 8192],
    ['BlockingIOError', exceptionType('BlockingIOError')],
    ['UnsupportedOperation', unsupportedOperationType],
    ['SEEK_SET', 0],
    ['SEEK_CUR', 1],
    ['SEEK_END', 2],
    ...CLASSES.map((c): [string, PyValue] => [c.qualname, c]),
  ];
}

/** Names the encoding of `open` for None (`io.text_encoding`). */
function textEncoding(encoding: PyValue): PyValue {
  return encoding === None ? 'utf-8' : encoding;
}

/** Makes `_io`. */
export function makeIoCore(): PyModule {
  return nativeModule('_io', contents());
}

/** Makes `io`. */
export function makeModule(): PyModule {
  return nativeModule('io', [
    ...makeFunctions('_io', { 'text_encoding(encoding, stacklevel?, /)': textEncoding }),
    ...contents(),
    ['IOBase', ioBaseType],
    ['RawIOBase', rawIoBaseType],
    ['BufferedIOBase', bufferedIoBaseType],
    ['TextIOBase', textIoBaseType],
  ]);
}

/* ---- standard streams ---- */

export interface StandardStreams {
  stdin: PyTextFile;
  stdout: PyTextFile;
  stderr: PyTextFile;
}

/** Where the standard streams lead; descriptors 0 to 2 unless a test gives others. */
export interface StreamTargets {
  stdin?: RawFile;
  stdout?: RawFile;
  stderr?: RawFile;
}

/** Makes sys.stdin, sys.stdout and sys.stderr; unbuffered ones write what they are given at once. */
export function makeStandardStreams(targets: StreamTargets = {}, unbuffered = false): StandardStreams {
  const errors = streamErrors(process.env);
  const stdin = textStream(targets.stdin ?? new HostFile(0, false), '<stdin>', 'r', errors);
  const stdout = textStream(targets.stdout ?? new HostFile(1, true), '<stdout>', 'w', errors);
  const stderr = textStream(targets.stderr ?? new HostFile(2, true), '<stderr>', 'w', 'backslashreplace');
  stdin.binary.writable = false;
  stdout.lineBuffering = !unbuffered && stdout.binary.isatty();
  stderr.lineBuffering = !unbuffered;
  stdin.writeThrough = unbuffered;
  if (unbuffered) for (const stream of [stdout, stderr]) writeAtOnce(stream);
  return { stdin, stdout, stderr };
}

/** Locales in which CPython passes bytes that are not UTF-8 through the standard streams. */
const PLAIN_LOCALE = /^(|C|POSIX|C\.UTF-?8|UTF-8)$/i;
const LOCALES = '/usr/lib/locale';

/** Returns how the standard streams treat what UTF-8 cannot encode: by the locale, C where that is not installed. */
function streamErrors(environment: Readonly<Record<string, string | undefined>>): string {
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG || '';
  if (PLAIN_LOCALE.test(locale)) return 'surrogateescape';
  const installed = [locale, locale.replace(/\.utf-?8$/i, '.utf8'), 'locale-archive'].some((name) =>
    fs.existsSync(`${LOCALES}/${name}`),
  );
  return installed ? 'strict' : 'surrogateescape';
}

/** Takes the buffers out of a stream: its binary file is then what CPython shows as a FileIO. */
function writeAtOnce(stream: PyTextFile): void {
  stream.writeThrough = true;
  stream.binary.unbuffered = true;
  stream.binary.type = fileIoType;
}

function textStream(raw: RawFile, name: string, mode: string, errors: string): PyTextFile {
  const b = new PyBinaryFile(mode === 'r' ? bufferedReaderType : bufferedWriterType, raw);
  b.name = name;
  b.mode = `${mode}b`;
  b.readable = mode === 'r';
  b.writable = mode !== 'r';
  return new PyTextFile(b, 'utf-8', errors, mode === 'r' ? null : '\n', mode);
}

/** Writes out the standard streams and every open file. Throws OSError (a closed pipe, say). */
export function flushStandardStreams(s: StandardStreams): void {
  openFiles.flush();
  for (const f of [s.stdout, s.stderr]) if (!f.closed && !f.binary.closed) f.flush();
}
