/** Type comments, the types of functions, and older syntax, against test/front/parser/golden-ast-options.py. */
import type { ParseMode } from '../../../src/front/lex/job.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dumpAst } from '../../../src/front/tree/dump.ts';
import { PythonSyntaxError } from '../../../src/front/source/errors.ts';
import { parseModule, type ParseOptions } from '../../../src/front/parse/parser.ts';
import { errorFields } from './golden.ts';

type Outcome = string | unknown[];

interface Golden {
  readonly source: string;
  readonly mode: ParseMode;
  readonly typeComments: boolean;
  /** The least feature version and what it gives, up to the next. */
  readonly outcomes: readonly [number, Outcome][];
}

const path = new URL('golden/options.json', import.meta.url);
const records = JSON.parse(readFileSync(path, 'utf8')) as Golden[];

/** Returns the tree or the error of a source. */
function outcome(source: string, options: ParseOptions): Outcome {
  try {
    return dumpAst(parseModule(source, 'case.py', options));
  } catch (error) {
    if (error instanceof PythonSyntaxError) return errorFields(error);
    throw error;
  }
}

describe.each(['exec', 'single', 'func_type'] as const)('options of the parser, mode %s', (mode) => {
  for (const [i, { source, typeComments, outcomes }] of records.filter((record) => record.mode === mode).entries()) {
    test(`${i} ${JSON.stringify(source.slice(0, 40))}${typeComments ? ' with type comments' : ''}`, () => {
      const first = outcomes[0]![0];
      for (let featureVersion = first; featureVersion <= 13; featureVersion++) {
        const [, expected] = outcomes.findLast(([version]) => version <= featureVersion)!;
        expect([featureVersion, outcome(source, { mode, typeComments, featureVersion })]).toEqual([
          featureVersion,
          expected,
        ]);
      }
    });
  }
});
