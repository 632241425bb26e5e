/** The compiler against CPython 3.13: instructions, tables, constants, listings, errors and warnings. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { disassemble } from '../../../src/bytecode/disassembler.ts';
import { CompileRecursionError } from '../../../src/front/symbols/compile-errors.ts';
import { compileModule } from '../../../src/front/compile/compile.ts';
import { PythonSyntaxError } from '../../../src/front/source/errors.ts';
import { parseModule } from '../../../src/front/parse/parser.ts';
import { CodeObject } from '../../../src/bytecode/code.ts';
import { type CodeRow, describeDifference, rowOf } from './listing.ts';

const here = new URL('.', import.meta.url);
const cases = readdirSync(new URL('cases', here))
  .filter((f) => f.endsWith('.py'))
  .map((f) => f.slice(0, -3));

/** Reads a file beside this one. */
const read = (path: string): string => readFileSync(new URL(path, here), 'utf8');

/** Compiles a source. */
function compile(source: string, name: string, optimize: 0 | 2 = 0): CodeObject {
  return compileModule(parseModule(source, name), name, { optimize });
}

/** Returns the differences of two code objects and of those inside them. */
function differences(want: CodeRow, got: CodeObject): string[] {
  const difference = describeDifference(want, rowOf(got));
  const found = difference === null ? [] : [`${want.qualname}: ${difference.reason}\n${difference.detail}`];
  const inner = got.consts.filter((c) => c instanceof CodeObject);
  let i = 0;
  for (const c of want.consts) {
    if (!Array.isArray(c) || c[0] !== 'code') continue;
    const code = inner[i++];
    if (code === undefined) found.push(`${(c[1] as CodeRow).qualname}: missing`);
    else found.push(...differences(c[1] as CodeRow, code));
  }
  return found;
}

/** Puts the items of frozensets in order, which CPython leaves to the hashes. */
const sortSets = (text: string): string =>
  text.replace(/frozenset\(\{(.*?)\}\)/g, (_, items: string) => `frozenset({${items.split(', ').sort().join(', ')}})`);

describe('listings equal CPython 3.13', () => {
  for (const name of cases) {
    const source = read(`cases/${name}.py`);
    const golden = JSON.parse(read(`golden/${name}.json`)) as Record<'0' | '2', CodeRow>;
    it(`${name}: code objects`, () => {
      expect(differences(golden['0'], compile(source, `${name}.py`))).toEqual([]);
    });
    it(`${name}: code objects of python -OO`, () => {
      expect(differences(golden['2'], compile(source, `${name}.py`, 2))).toEqual([]);
    });
    it(`${name}: python -m dis`, () => {
      const text = disassemble(compile(source, `${name}.py`)).replace(/ at 0x[0-9a-f]+/g, ' at 0x0');
      expect(sortSets(text)).toBe(sortSets(read(`golden/${name}.dis`)));
    });
  }
});

interface Outcome {
  source: string;
  error?: unknown[];
  warnings?: unknown[];
}

describe('errors and warnings equal CPython 3.13', () => {
  for (const { source, error, warnings } of JSON.parse(read('golden/errors.json')) as Outcome[]) {
    it(JSON.stringify(source.slice(0, 60)), () => {
      const warned: unknown[] = [];
      let got: unknown[] | undefined;
      try {
        compileModule(parseModule(source, '<case>'), '<case>', { warn: (c, m, line) => warned.push([c, m, line]) });
      } catch (e) {
        if (!(e instanceof PythonSyntaxError)) throw e;
        got = [e.type, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset];
      }
      expect(got).toEqual(error);
      if (error === undefined) expect(warned).toEqual(warnings);
    });
  }
});

describe('deep trees', () => {
  it('compiles a sum of 100,000 terms without recursion', () => {
    const code = compile(`x = ${new Array(100_000).fill('a').join('+')}\n`, 'sum');
    expect(code.ops.length).toBe(200_002);
  });

  it('refuses a tree deeper than the stack with CPython’s words', () => {
    expect(() => compile(`x = a${'.b'.repeat(100_000)}\n`, 'deep')).toThrow(CompileRecursionError);
    expect(() => compile(`x = a${'.b'.repeat(100_000)}\n`, 'deep')).toThrow(
      'maximum recursion depth exceeded during compilation',
    );
  });
});

describe('modes', () => {
  it('prints the values of expression statements in interactive mode', () => {
    const tree = parseModule('x\n', '<stdin>');
    if (tree.kind !== 'Module') throw new Error(tree.kind);
    const code = compileModule({ kind: 'Interactive', body: tree.body }, '<stdin>');
    expect(rowOf(code).ops).toEqual(['RESUME', 'LOAD_NAME', 'CALL_INTRINSIC_1', 'POP_TOP', 'RETURN_CONST']);
  });
});
