/**
 * Runs the front end on the programs of golden/snippets.jsonl (golden-snippets.py) and compares with CPython.
 */
import { readFileSync } from 'node:fs';
import { CompileRecursionError } from '../../../src/front/symbols/compile-errors.ts';
import { compileModule } from '../../../src/front/compile/compile.ts';
import { PythonSyntaxError } from '../../../src/front/source/errors.ts';
import { parseModule } from '../../../src/front/parse/parser.ts';
import { formatSyntaxError, sourceLine } from '../../../src/lab/error.ts';

/** A program, and where CPython refuses it: type, message, four offsets; the text; what is printed. */
export type Snippet = [source: string, error?: unknown[], text?: string | null, printed?: string | null];

/** Returns the corpus. */
export function readSnippets(): Snippet[] {
  const text = readFileSync(new URL('golden/snippets.jsonl', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Snippet);
}

/** Returns the record our front end makes of a program. Throws internal errors on. */
export function ourSnippet(source: string): Snippet {
  const bytes = Buffer.from(source);
  try {
    compileModule(parseModule(bytes, 'case.py'), 'case.py');
  } catch (e) {
    if (e instanceof CompileRecursionError)
      return [source, ['RecursionError', e.message, null, null, null, null], null, null];
    if (!(e instanceof PythonSyntaxError)) throw e;
    // The compiler has no source; whoever prints its errors reads the line.
    const text = e.text ?? (e.lineno !== null && e.lineno > 0 ? sourceLine(bytes, e.lineno) : null);
    const fields = [e.type, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset];
    return [source, fields, text, formatSyntaxError(e, bytes)];
  }
  return [source];
}

export interface Tally {
  total: number;
  rejected: number;
  sameVerdict: number;
  sameError: number;
  differences: { source: string; want: Snippet; got: Snippet }[];
}

/** Compares the whole corpus: verdicts, and of the rejected ones message, offsets and printed lines. */
export function compareSnippets(): Tally {
  const tally: Tally = { total: 0, rejected: 0, sameVerdict: 0, sameError: 0, differences: [] };
  for (const want of readSnippets()) {
    const got = ourSnippet(want[0]);
    tally.total++;
    const sameVerdict = (want[1] === undefined) === (got[1] === undefined);
    if (sameVerdict) tally.sameVerdict++;
    if (want[1] !== undefined) tally.rejected++;
    const same =
      want[3] === null || want[1] === undefined
        ? sameVerdict
        : JSON.stringify([want[1], want[3]]) === JSON.stringify([got[1], got[3]]);
    if (same && want[1] !== undefined) tally.sameError++;
    if (!same) tally.differences.push({ source: want[0], want, got });
  }
  return tally;
}
