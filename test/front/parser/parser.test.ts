import type { Constant } from '../../../src/front/tree/expressions.ts';
import type { ExprStmt } from '../../../src/front/tree/statements.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConstFloat } from '../../../src/bytecode/code.ts';
import type { Module } from '../../../src/front/tree/ast.ts';
import { PythonSyntaxError } from '../../../src/front/source/errors.ts';
import { parseModule, type ParseOptions } from '../../../src/front/parse/parser.ts';
import { lookupName } from '../../../src/text/character-names.ts';
import { errorFields } from './golden.ts';

function parse(source: string | Uint8Array, options?: ParseOptions): Module {
  return parseModule(source, 'case.py', options) as Module;
}

function errorOf(source: string | Uint8Array, options?: ParseOptions): unknown[] {
  try {
    parse(source, options);
  } catch (error) {
    if (error instanceof PythonSyntaxError) return errorFields(error);
    throw error;
  }
  throw new Error('accepted');
}

function constant(source: string): Constant['value'] {
  return ((parse(source).body[0] as ExprStmt).value as Constant).value;
}

describe('constants', () => {
  test('ints are numbers up to 2**53-1 and bigints from there', () => {
    expect(constant('9007199254740991')).toBe(9007199254740991);
    expect(constant('9007199254740992')).toBe(9007199254740992n);
    expect(constant('1.0')).toEqual(new ConstFloat(1));
  });

  test('the limit on decimal digits is an option', () => {
    const digits = '9'.repeat(700);
    expect(constant(digits)).toBe(BigInt(digits));
    expect(errorOf(digits, { maxDigits: 640 })[1]).toMatch(/^Exceeds the limit \(640 digits\)/);
    expect(() => parse('9'.repeat(5000), { maxDigits: 0 })).not.toThrow();
  });
});

describe('nesting (the bounds are CPython 3.13.0 measured)', () => {
  const overflow = 'Parser stack overflowed - Python source too complex to parse';
  const outcome = (source: string): unknown => {
    try {
      parse(source);
      return 'ok';
    } catch (error) {
      if (error instanceof PythonSyntaxError) return error.msg;
      throw error;
    }
  };

  test('200 brackets, not 201', () => {
    expect(outcome(`${'('.repeat(200)}1${')'.repeat(200)}`)).toBe('ok');
    expect(outcome(`${'('.repeat(201)}1${')'.repeat(201)}`)).toBe('too many nested parentheses');
    expect(outcome(`${'f('.repeat(200)}1 2${')'.repeat(200)}`)).toBe('invalid syntax. Perhaps you forgot a comma?');
  });

  test('chains without brackets meet the limit of 6000 rules, never the stack of the host', () => {
    for (const link of ['-', 'not ', 'lambda:', 'a if b else ', 'a**', '~']) {
      expect(outcome(`${link.repeat(1900)}1`)).toBe('ok');
      expect(outcome(`${link.repeat(6000)}1`)).toBe(overflow);
    }
    expect(outcome(`if a: pass\n${'elif a: pass\n'.repeat(6000)}`)).toBe(overflow);
  });

  test('100 indents at most, 149 f-strings within one another', () => {
    const blocks = (n: number): string => Array.from({ length: n }, (_, i) => `${' '.repeat(i)}if x:\n`).join('');
    expect(outcome(`${blocks(99)}${' '.repeat(99)}y\n`)).toBe('ok');
    expect(outcome(`${blocks(100)}${' '.repeat(100)}y\n`)).toBe('too many levels of indentation');
    const strings = (n: number): string => `${'f"{'.repeat(n)}x${'}"'.repeat(n)}`;
    expect(outcome(strings(149))).toBe('ok');
    expect(outcome(strings(150))).toBe('too many nested f-strings');
  });

  test('long chains are no nesting', () => {
    const chains = [
      'x = '.repeat(5000),
      'a and '.repeat(5000),
      'a + '.repeat(5000),
      "'a' ".repeat(5000),
      'a.b < '.repeat(5000),
    ];
    for (const chain of chains) expect(outcome(`${chain}${chain.startsWith("'") ? '' : 'b'}`)).toBe('ok');
  });
});

describe('options', () => {
  test('a warning the caller refuses becomes a SyntaxError', () => {
    const warn = (): boolean => true;
    expect(errorOf("x = '\\d'", { warn }).slice(0, 4)).toEqual(['SyntaxError', "invalid escape sequence '\\d'", 1, 5]);
    expect(errorOf('x = 1if y else 2', { warn }).slice(0, 3)).toEqual(['SyntaxError', 'invalid decimal literal', 1]);
  });

  test('a program with an error warns as far as CPython reads', () => {
    const seen: string[] = [];
    const warn = (_: string, message: string): boolean => seen.push(message) < 0;
    errorOf("'\\d'\nx y\n'\\e'\n", { warn });
    expect(seen).toEqual(["invalid escape sequence '\\d'"]);
  });

  test('incomplete input', () => {
    for (const source of ['x = (', "x = '''a", 'if x:', 'def f():\n']) {
      expect(errorOf(source, { mode: 'single', allowIncomplete: true })[0]).toBe('_IncompleteInputError');
    }
    expect(errorOf('x y', { mode: 'exec', allowIncomplete: true })[0]).toBe('SyntaxError');
  });

  test('a script is read strictly', () => {
    const bytes = Buffer.from('x = 1\n# \xff\n', 'latin1');
    expect(() => parse(bytes)).not.toThrow();
    expect(errorOf(bytes, { script: true })[1]).toBe(
      "Non-UTF-8 code starting with '\\xff' in file case.py on line 2, but no encoding declared; " +
        'see https://peps.python.org/pep-0263/ for details',
    );
    expect(errorOf('x = 1\0', { script: true }).slice(0, 3)).toEqual([
      'SyntaxError',
      'source code cannot contain null bytes',
      1,
    ]);
  });

  test('other encodings come from the caller', () => {
    const decoder = (): string => 'x = "decoded"';
    expect(() => parse(Buffer.from('# coding: x-private\n'), { decoder })).not.toThrow();
    expect(errorOf(Buffer.from('# coding: x-private\n'))[1]).toBe('unknown encoding: x-private');
  });

  test('what cannot be encoded or has a NUL is refused without a place', () => {
    expect(errorOf('x\0').slice(1, 4)).toEqual(['source code string cannot contain null bytes', null, null]);
    expect(errorOf("'\ud800'").slice(0, 2)).toEqual([
      'UnicodeEncodeError',
      "'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
    ]);
  });
});

test('names of characters', () => {
  expect(lookupName('bullet')).toBe(0x2022);
  expect(lookupName('LINE FEED')).toBe(10);
  expect(lookupName('HANGUL SYLLABLE GAG')).toBe(0xac01);
  expect(lookupName('CJK UNIFIED IDEOGRAPH-4E00')).toBe(0x4e00);
  expect(lookupName('NUSHU CHARACTER-1B170')).toBe(0x1b170);
  for (const name of ['', 'FOO', 'HANGUL SYLLABLE X', 'CJK UNIFIED IDEOGRAPH-0041']) expect(lookupName(name)).toBe(-1);
});

test('any text is parsed or refused with a PythonSyntaxError', () => {
  const piece = fc.constantFrom(
    'x',
    ' ',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ':',
    ',',
    '=',
    '\n',
    '\n  ',
    'if ',
    'def ',
    'f"',
    '"',
    "'''",
    '\\',
    '#',
    'é',
    '1',
    '*',
    'lambda ',
    'for ',
    'in ',
    'match ',
    'case ',
    'class ',
    '@',
    '.',
    ' as ',
    '!',
    '->',
    'async ',
    'await ',
    'yield ',
    'with ',
    '\t',
    '\f',
    '\r',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.constantFrom('exec', 'eval', 'single', 'func_type'),
      (parts, mode) => {
        try {
          parse(parts.join(''), { mode: mode as 'exec' });
        } catch (error) {
          expect(error).toBeInstanceOf(PythonSyntaxError);
        }
      },
    ),
    { numRuns: 2000, seed: 313 },
  );
});
