/**
 * `open()`: mode parsing, opening, and choosing the object.
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import { makeOsError } from '../../types/exceptions/os-error.ts';
import { PyTextFile } from './text-file.ts';
import { newlineOf } from './text-stream.ts';
import * as fs from 'node:fs';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyBytes, intOf, strOf, typeOf } from '../../objects/core/values.ts';
import { PyRaise, raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { defNew } from '../../objects/core/builtin.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { isTrue } from '../../protocol/compare.ts';
import { PyBinaryFile, openHost } from './binary.ts';
import { openFiles } from './open-files.ts';
import { HostFile, type RawFile, raiseHost } from './raw.ts';
import { bufferedRandomType, bufferedReaderType, bufferedWriterType, fileIoType, textIoWrapperType } from './types.ts';

/** Returns the text of a path: str, bytes or an object with `__fspath__`. Throws TypeError. */
export function pathText(path: PyValue, what = 'expected str, bytes or os.PathLike object, not '): string {
  const text = strOf(path);
  if (text !== undefined) return text;
  if (path instanceof PyBytes) return Buffer.from(path.data).toString('utf8');
  const hook = typeof path === 'object' ? path.type.lookup('__fspath__') : undefined;
  if (hook !== undefined) return pathText(callBound(hook, path));
  return typeError(`${what}${typeOf(path).name}`);
}

/** Returns a path as errors show it: an object that stands for one gives its path. */
export function plainPath(path: PyValue): PyValue {
  const hook = typeof path === 'object' ? path.type.lookup('__fspath__') : undefined;
  return hook === undefined ? path : callBound(hook, path);
}

interface Mode {
  action: 'r' | 'w' | 'a' | 'x';
  update: boolean;
  binary: boolean;
}

/** Parses a mode string. Throws ValueError. */
function parseMode(mode: string): Mode {
  if (/[^rwaxbt+]/.test(mode) || new Set(mode).size !== mode.length) valueError(`invalid mode: '${mode}'`);
  const actions = mode.match(/[rwax]/g) ?? [];
  const binary = mode.includes('b');
  if (binary && mode.includes('t')) valueError("can't have text and binary mode at once");
  if (actions.length === 0) valueError('Must have exactly one of create/read/write/append mode and at most one plus');
  if (actions.length !== 1) valueError('must have exactly one of create/read/write/append mode');
  return { action: actions[0] as Mode['action'], update: mode.includes('+'), binary };
}

/** The flags of Node for a mode. */
function nodeFlags(m: Mode): string {
  return `${m.action === 'x' ? 'wx' : m.action}${m.update ? '+' : ''}`;
}

/** Returns the encoding of a text file: of the locale, which is UTF-8, where none is given. */
function encodingName(given: string | null): string {
  return given === null || given === 'locale' ? 'UTF-8' : given;
}

/** Opens a file. Throws OSError, ValueError, TypeError. */
export function openFile(
  file: PyValue,
  mode = 'r',
  buffering = -1,
  encoding: string | null = null,
  errors: string | null = null,
  newline: PyValue = None,
  closefd = true,
): PyValue {
  const m = parseMode(mode);
  if (m.binary && encoding !== null) valueError("binary mode doesn't take an encoding argument");
  if (m.binary && errors !== null) valueError("binary mode doesn't take an errors argument");
  if (m.binary && newline !== None) valueError("binary mode doesn't take a newline argument");
  if (!m.binary && buffering === 0) valueError("can't have unbuffered text I/O");
  const fd = typeof file === 'boolean' ? undefined : intOf(file);
  const raw = fd === undefined ? openPath(file, m) : openDescriptor(Number(fd));
  const readable = m.action === 'r' || m.update;
  const writable = m.action !== 'r' || m.update;
  const type =
    buffering === 0
      ? fileIoType
      : readable && writable
        ? bufferedRandomType
        : writable
          ? bufferedWriterType
          : bufferedReaderType;
  const f = new PyBinaryFile(type, raw);
  f.name = plainPath(file);
  f.mode = `${m.action}b${m.update ? '+' : ''}`;
  f.readable = readable;
  f.writable = writable;
  f.held.closefd = closefd;
  if (fd === undefined && !writable && raw.seekable) f.reopen = () => openPath(file, m);
  f.track();
  if (m.binary) return f;
  const text = new PyTextFile(f, encodingName(encoding), errors ?? 'strict', newlineOf(newline), mode);
  text.lineBuffering = buffering === 1 || (buffering < 0 && raw.isatty());
  return text;
}

function openDescriptor(fd: number): RawFile {
  if (fd < 0) valueError('negative file descriptor');
  try {
    fs.fstatSync(fd);
  } catch {
    throw new PyRaise(makeOsError(9, 'Bad file descriptor', fd));
  }
  return new HostFile(fd, false);
}

function openPath(file: PyValue, m: Mode): RawFile {
  const path = pathText(file);
  if (path.includes('\0')) valueError('embedded null byte');
  openFiles.flush();
  try {
    const raw = openHost(path, nodeFlags(m), m.action === 'a');
    if (fs.fstatSync(raw.fd).isDirectory()) {
      raw.close();
      throw new PyRaise(makeOsError(21, 'Is a directory', plainPath(file)));
    }
    return raw;
  } catch (e) {
    raiseHost(e, plainPath(file));
  }
}

/** `open` as a program calls it. */
export function openBuiltin(
  file: PyValue,
  mode?: PyValue,
  buffering?: PyValue,
  encoding?: PyValue,
  errors?: PyValue,
  newline?: PyValue,
  closefd?: PyValue,
  opener?: PyValue,
): PyValue {
  const text = (v: PyValue | undefined, name: string): string | null => {
    if (v === undefined || v === None) return null;
    return (
      strOf(v) ??
      typeError(`open() argument '${name}' must be str${name === 'mode' ? '' : ' or None'}, not ${typeOf(v).name}`)
    );
  };
  if (opener !== undefined && opener !== None) {
    const m = parseMode(text(mode, 'mode') ?? 'r');
    const flags =
      (m.update ? 2 : m.action === 'r' ? 0 : 1) |
      (m.action === 'r' ? 0 : 64) |
      (m.action === 'w' ? 512 : m.action === 'a' ? 1024 : m.action === 'x' ? 128 : 0) |
      0o2000000;
    const fd = intOf(invoke(opener, [file, flags]));
    if (fd === undefined) typeError('expected integer from opener');
    if (fd < 0) valueError(`opener returned ${fd}`);
    const opened = openFile(
      fd,
      text(mode, 'mode') ?? 'r',
      buffering === undefined ? -1 : Number(intOf(buffering) ?? -1),
      text(encoding, 'encoding'),
      text(errors, 'errors'),
      newline ?? None,
      true,
    );
    (opened instanceof PyTextFile ? opened.binary : (opened as PyBinaryFile)).name = file;
    return opened;
  }
  if (mode === None) typeError("open() argument 'mode' must be str, not None");
  return openFile(
    file,
    text(mode, 'mode') ?? 'r',
    buffering === undefined ? -1 : Number(intOf(buffering) ?? -1),
    text(encoding, 'encoding'),
    text(errors, 'errors'),
    newline ?? None,
    closefd === undefined || isTrue(closefd),
  );
}

/* ---- TextIOWrapper ---- */

textIoWrapperType.allocate = () => typeError('TextIOWrapper.__init__() was not called');
defNew(
  textIoWrapperType,
  'buffer, encoding?, errors?, newline?, line_buffering?, write_through?',
  (
    cls: PyType,
    buffer: PyValue,
    encoding: PyValue = None,
    errors: PyValue = None,
    newline: PyValue = None,
    lineBuffering: PyValue = false,
    writeThrough: PyValue = false,
  ) => {
    if (!(buffer instanceof PyBinaryFile))
      raise(
        'NotImplementedError',
        `TextIOWrapper over an object of type '${typeOf(buffer).name}' is not in sidewinder`,
      );
    const text = (x: PyValue, name: string): string | null =>
      x === None
        ? null
        : (strOf(x) ?? typeError(`TextIOWrapper() argument '${name}' must be str or None, not ${typeOf(x).name}`));
    const name = text(encoding, 'encoding');
    const f = new PyTextFile(
      buffer,
      encodingName(name),
      text(errors, 'errors') ?? 'strict',
      newlineOf(newline),
      buffer.mode,
    );
    f.lineBuffering = isTrue(lineBuffering);
    f.writeThrough = isTrue(writeThrough);
    return cls === textIoWrapperType ? f : shapeInstance(f, cls);
  },
);
