/**
 * Turning the front end's syntax errors into Python exceptions.
 */
import { setField } from '../../types/exceptions/fields.ts';
import { type CompileMode, type CompileRequest, world } from '../../objects/core/world.ts';
import * as fs from 'node:fs';
import { CompileRecursionError, CompileSystemError } from '../../front/symbols/compile-errors.ts';
import { PythonSyntaxError } from '../../front/source/errors.ts';
import { type PyException, PyRaise, makeException } from '../../objects/core/exceptions.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyTuple } from '../../objects/core/values.ts';
import { encodeText } from '../../types/str/codecs.ts';
import { makeDecodeError } from '../../types/str/codec-errors.ts';
import type { CodeObject } from '../../bytecode/code.ts';

/** Returns a line of a file with its newline, as the compiler shows it; null where there is none. */
function lineOnDisk(filename: string, lineno: number): string | null {
  try {
    return fs.readFileSync(filename, 'utf8').split(/(?<=\n)/)[lineno - 1] ?? null;
  } catch {
    return null;
  }
}

/**
 * Returns the Python exception that an exception of the front end stands for: SyntaxError and its
 * subclasses, MemoryError, UnicodeEncodeError (of `source`), UnicodeDecodeError, RecursionError, SystemError;
 * undefined for any other.
 */
export function frontException(e: unknown, source: string | Uint8Array, script = false): PyException | undefined {
  if (e instanceof CompileRecursionError) return makeException('RecursionError', e.message);
  if (e instanceof CompileSystemError) return makeException('SystemError', e.message);
  if (!(e instanceof PythonSyntaxError)) return undefined;
  if (e.type === 'MemoryError') return makeException('MemoryError', e.msg);
  if (e.type === 'UnicodeEncodeError' && typeof source === 'string') {
    try {
      encodeText(source);
    } catch (error) {
      return error instanceof PyRaise ? error.exc : undefined;
    }
  }
  if (e.failure !== null) {
    const { encoding, object, start, end, reason } = e.failure;
    return makeDecodeError(encoding, object, start, end, reason);
  }
  // CPython knows no place for a script that it cannot decode.
  if (e.lineno === 0 && script) return makeException(e.type, e.msg);
  return syntaxException(e);
}

/** Makes the Python exception of a syntax error. */
function syntaxException(e: PythonSyntaxError): PyException {
  const text = e.text ?? (e.lineno === null || e.lineno < 1 ? null : lineOnDisk(e.filename, e.lineno));
  const orNone = (x: number | string | null): PyValue => x ?? None;
  const details: [string, PyValue][] = [
    ['filename', e.filename],
    ['lineno', orNone(e.lineno)],
    ['offset', orNone(e.offset)],
    ['text', orNone(text)],
    ['end_lineno', orNone(e.end_lineno)],
    ['end_offset', orNone(e.end_offset)],
  ];
  // An error of the decoder has no end.
  const exc = makeException(e.type, e.msg, new PyTuple(details.slice(0, e.lineno === 0 ? 4 : 6).map(([, v]) => v)));
  setField(exc, 'msg', e.msg);
  for (const [name, value] of details) setField(exc, name, value);
  return exc;
}

/** Compiles source text. Throws SyntaxError as a Python exception. */
export function compileSource(
  source: string | Uint8Array,
  filename: string,
  mode: CompileMode,
  request: CompileRequest = {},
): CodeObject {
  try {
    return world.compile(source, filename, mode, request);
  } catch (e) {
    const exc = frontException(e, source);
    throw exc === undefined ? e : new PyRaise(exc);
  }
}
