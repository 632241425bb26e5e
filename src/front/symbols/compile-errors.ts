/** Errors of the compiler: how they are made, and those that are not syntax errors. */
import type { Location } from '../emit/blocks.ts';
import { PythonSyntaxError } from '../source/errors.ts';

/**
 * Makes a SyntaxError at a location. Like CPython's compiler, which no longer has the source, it counts
 * `offset` in UTF-8 bytes and leaves `text` to whoever knows the file.
 */
export function syntaxError(msg: string, filename: string, loc: Location): PythonSyntaxError {
  return new PythonSyntaxError(
    'SyntaxError',
    msg,
    filename,
    loc.lineno,
    loc.col_offset + 1,
    null,
    loc.end_lineno,
    loc.end_col_offset + 1,
  );
}

/** A program nested too deeply to be compiled: Python's RecursionError, with CPython's message. */
export class CompileRecursionError extends Error {
  override readonly name = 'CompileRecursionError';
  constructor() {
    super('maximum recursion depth exceeded during compilation');
  }
}

/**
 * A program that CPython's own compiler fails on: a function within a comprehension of a class body that names
 * `__class__`, of which neither block has a cell. Python's SystemError, with CPython's message.
 */
export class CompileSystemError extends Error {
  override readonly name = 'CompileSystemError';
  constructor(variable: string, unit: string, code: string, free: readonly string[]) {
    const names = free.map((x) => `'${x}'`).join(', ');
    super(
      `compiler_lookup_arg(name='${variable}') with reftype=5 failed in ${unit}; ` +
        `freevars of code ${code}: (${names}${free.length === 1 ? ',' : ''})`,
    );
  }
}
