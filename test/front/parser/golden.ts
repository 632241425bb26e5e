/** Reads the golden files of test/front/parser/golden-ast.py, and runs the parser on one of their records. */
import type { ParseMode } from '../../../src/front/lex/job.ts';
import { readFileSync } from 'node:fs';
import { dumpAst } from '../../../src/front/tree/dump.ts';
import { PythonSyntaxError } from '../../../src/front/source/errors.ts';
import { parseModule } from '../../../src/front/parse/parser.ts';

export interface Golden {
  source: string | number[];
  mode: ParseMode;
  tree?: string;
  /** Type, message, line, offset, text, end line, end offset. */
  error?: unknown[];
  /** Message and line of each SyntaxWarning. */
  warnings?: [string, number][];
}

/** Returns the records of golden/NAME.json. */
export function readGolden(name: string): Golden[] {
  return JSON.parse(readFileSync(new URL(`golden/${name}.json`, import.meta.url), 'utf8')) as Golden[];
}

/** Parses the program of a record and returns the record our parser makes of it. */
export function ourRecord(golden: Golden): Golden {
  const { source, mode } = golden;
  const record: Golden = { source, mode };
  const warnings: [string, number][] = [];
  const warn = (_category: string, message: string, line: number): boolean => {
    warnings.push([message, line]);
    return false;
  };
  try {
    const text = typeof source === 'string' ? source : Uint8Array.from(source);
    record.tree = dumpAst(parseModule(text, 'case.py', { mode, warn }));
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    record.error = errorFields(error);
  }
  if (warnings.length > 0) record.warnings = warnings;
  return record;
}

/** Returns the attributes of an error in the order of the golden files. */
export function errorFields(error: PythonSyntaxError): unknown[] {
  return [error.type, error.msg, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset];
}
