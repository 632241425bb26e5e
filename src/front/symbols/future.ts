/** `from __future__ import ...`: which features a module turns on (PEP 236). */
import { type Location, NO_LOCATION } from '../emit/blocks.ts';
import type { Mod } from '../tree/ast.ts';
import { PythonSyntaxError } from '../source/errors.ts';

/** Flag of compile(): await may stand at the top level (PyCF_ALLOW_TOP_LEVEL_AWAIT). */
export const CO_ALLOW_TOP_LEVEL_AWAIT = 0x2000;
const CO_FUTURE_BARRY_AS_BDFL = 0x400000;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;

/** Features that are mandatory by now: naming them does nothing. */
const MANDATORY = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'generator_stop',
]);

export interface FutureFeatures {
  readonly features: number;
  /** The last future statement; such statements after it are errors. */
  readonly loc: Location;
}

/** Makes the error of a future statement, which has no end column in CPython. */
function futureError(msg: string, filename: string, loc: Location): PythonSyntaxError {
  return new PythonSyntaxError('SyntaxError', msg, filename, loc.lineno, loc.col_offset + 1, null, loc.lineno, null);
}

/** Reads the future statements at the beginning of a module. */
export function readFuture(tree: Mod, filename: string): FutureFeatures {
  let features = 0;
  let loc = NO_LOCATION;
  if (tree.kind !== 'Module' && tree.kind !== 'Interactive') return { features, loc };
  let first = true;
  for (const s of tree.body) {
    if (s.kind === 'ImportFrom' && s.module === '__future__' && s.level === 0) {
      for (const { name } of s.names) {
        if (MANDATORY.has(name)) continue;
        if (name === 'annotations') features |= CO_FUTURE_ANNOTATIONS;
        else if (name === 'barry_as_FLUFL') features |= CO_FUTURE_BARRY_AS_BDFL;
        else if (name === 'braces') throw futureError('not a chance', filename, s);
        else throw futureError(`future feature ${name.slice(0, 100)} is not defined`, filename, s);
      }
      loc = s;
    } else {
      const literal = first && s.kind === 'Expr' && s.value.kind === 'Constant' ? s.value.value : null;
      if (typeof literal !== 'string') break;
    }
    first = false;
  }
  return { features, loc };
}
