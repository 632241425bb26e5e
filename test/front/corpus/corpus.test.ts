// A sample of `npm run test:frontend`, whose corpora and figures are described in docs/frontend.md.
import { buildSymbols } from '../../../src/front/symbols/symbols.ts';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { disassemble } from '../../../src/bytecode/disassembler.ts';
import { compileModule } from '../../../src/front/compile/compile.ts';
import { parseModule } from '../../../src/front/parse/parser.ts';
import { tokenize } from '../../../src/front/lex/tokenize.ts';
import { dumpIndented } from '../../../src/lab/ast.ts';
import { formatSymbols } from '../../../src/lab/symbols.ts';
import { formatTokens } from '../../../src/lab/tokens.ts';
import { type Digests, digestsOf, readZip } from './digests.ts';
import { excerpt, mutate, verdict } from './robustness.ts';
import { compareSnippets } from './snippets.ts';

const zip = readZip(fileURLToPath(new URL('../../../node_modules/pyodide/python_stdlib.zip', import.meta.url)));
const golden = readFileSync(new URL('golden/pyodide.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '');

test('trees, tokens, symbol tables and code of every 8th file of the library equal CPython 3.13’s', () => {
  const sample = golden.filter((_, i) => i % 8 === 3).map((line) => JSON.parse(line) as Digests);
  for (const want of sample) expect(digestsOf(want[0], zip.get(want[0])!)).toEqual(want);
});

test('small programs are accepted and refused as CPython 3.13 does, with its message, offsets and carets', () => {
  const tally = compareSnippets();
  expect(tally.rejected).toBeGreaterThan(2500);
  expect(tally.differences).toEqual([]);
});

test('broken sources end in code or in an error of Python', () => {
  const files = [...zip.values()].filter((source) => source.length > 0);
  for (let seed = 1; seed <= 300; seed++) {
    expect(['compiled', 'refused']).toContain(verdict(mutate(excerpt(files[(seed * 7) % files.length]!, seed), seed)));
  }
});

describe('listings equal those of CPython’s own tools', () => {
  for (const name of ['comprehensions', 'matching']) {
    const source = readFileSync(new URL(`../compiler/cases/${name}.py`, import.meta.url));
    const file = `${name}.py`;
    const listings: Record<string, () => string> = {
      tokens: () => formatTokens(tokenize(source, file)),
      ast: () => `${dumpIndented(parseModule(source, file), false)}\n`,
      'ast-a': () => `${dumpIndented(parseModule(source, file), true)}\n`,
      symbols: () => formatSymbols(buildSymbols(parseModule(source, file), file).top, file),
      dis: () => disassemble(compileModule(parseModule(source, file), file)).replace(/ at 0x[0-9a-f]+/g, ' at 0x0'),
    };
    test.each(Object.keys(listings))(`%s of ${file}`, (kind) => {
      expect(listings[kind]!()).toBe(readFileSync(new URL(`golden/lab/${name}.${kind}`, import.meta.url), 'utf8'));
    });
  }
});
