// Surrogates written as escapes stay characters of their own, where a JavaScript string would join them.
// What is expected is what CPython 3.13 prints (`python -m ast`, `co_consts`).
import { expect, test } from 'vitest';
import { constRepr } from '../../../src/bytecode/constant-text.ts';
import { compileModule } from '../../../src/front/compile/compile.ts';
import { constantRepr } from '../../../src/front/tree/dump.ts';
import { parseModule } from '../../../src/front/parse/parser.ts';

test.each([
  [String.raw`'\ud834\udd1e'`, String.raw`'\ud834\udd1e'`],
  [String.raw`'\ud834' '\udd1e'`, String.raw`'\ud834\udd1e'`],
  [String.raw`'a\ud834' "'\udd1e"`, String.raw`"a\ud834'\udd1e"`],
  [String.raw`'\U0001d11e\ud834'`, String.raw`'𝄞\ud834'`],
  [String.raw`'\udd1e\ud834'`, String.raw`'\udd1e\ud834'`],
])('the tree of %s', (source, repr) => {
  const tree = parseModule(source, 'f', { mode: 'eval' }) as unknown as { body: { value: never } };
  expect(constantRepr(tree.body.value)).toBe(repr);
});

test.each([
  [String.raw`x = '\ud834' + '\udd1e'`, String.raw`'\ud834\udd1e'`],
  [String.raw`x = '\udd1e\ud834' * 2`, String.raw`'\udd1e\ud834\udd1e\ud834'`],
  [String.raw`x = '\ud834\udd1e'[1]`, String.raw`'\udd1e'`],
  [String.raw`x = '𝄞' + '\udd1e'`, String.raw`'𝄞\udd1e'`],
])('the constant of %s', (source, repr) => {
  expect(compileModule(parseModule(source, 'f'), 'f').consts.map(constRepr)).toContain(repr);
});
