/**
 * Turning the front end's syntax errors into Python exceptions.
 */
import { PythonSyntaxError } from '../front/errors.ts';
import { type PyException, PyRaise, makeException } from '../objects/exceptions.ts';
import type { PyValue } from '../objects/object.ts';
import { None, PyTuple } from '../objects/values.ts';
import { setField } from '../objects/exception-methods.ts';
import type { CodeObject } from '../bytecode/code.ts';
import { type CompileMode, hooks } from './hooks.ts';

/** Makes the Python exception of a syntax error. */
export function syntaxException(e: PythonSyntaxError): PyException {
  const orNone = (x: number | string | null): PyValue => x ?? None;
  const details: [string, PyValue][] = [
    ['filename', e.filename], ['lineno', orNone(e.lineno)], ['offset', orNone(e.offset)], ['text', orNone(e.text)],
    ['end_lineno', orNone(e.end_lineno)], ['end_offset', orNone(e.end_offset)],
  ];
  const exc = makeException(e.type, e.msg, new PyTuple(details.map(([, v]) => v)));
  setField(exc, 'msg', e.msg);
  for (const [name, value] of details) setField(exc, name, value);
  return exc;
}

/** Compiles source text. Throws SyntaxError as a Python exception. */
export function compileSource(source: string, filename: string, mode: CompileMode, flags = 0): CodeObject {
  try {
    return hooks.compile(source, filename, mode, flags);
  } catch (e) {
    if (e instanceof PythonSyntaxError) throw new PyRaise(syntaxException(e));
    throw e;
  }
}
