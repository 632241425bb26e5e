// The node builder: numbers survive printing, names do not carry anything in.
import { generate } from 'astring';
import type * as ES from 'estree';
import { describe, expect, it } from 'vitest';
import * as n from '../../src/codegen/nodes.ts';
import { verifySource } from '../../src/codegen/verify.ts';
import { FLOATS, INTS } from '../ir/ops/samples.ts';

const print = (e: ES.Expression): string =>
  generate({ type: 'ExpressionStatement', expression: e } as never).replace(/;\s*$/, '');
const run = (text: string): unknown => new Function(`"use strict"; return (${text});`)();

const NUMBERS = [
  ...new Set([...INTS, ...FLOATS, 1e21, 1e-7, 123456789012345680000, 2 ** 1023, -(2 ** 1023), 0.1 + 0.2, 1 / 3]),
];

describe('number', () => {
  it('is exact for every edge number', () => {
    for (const x of NUMBERS) expect(Object.is(run(print(n.number(x))), x), `${x}`).toBe(true);
  });
  it('is exact as an operand of every operator, on both sides', () => {
    const operators: [ES.BinaryOperator, (a: number, b: number) => number | boolean][] = [
      ['-', (a, b) => a - b],
      ['+', (a, b) => a + b],
      ['*', (a, b) => a * b],
      ['/', (a, b) => a / b],
      ['%', (a, b) => a % b],
      ['**', (a, b) => a ** b],
      ['<', (a, b) => a < b],
    ];
    for (const a of FLOATS) {
      for (const b of FLOATS) {
        for (const [operator, f] of operators) {
          // A unary operand of ** on the left is a syntax error unless it is put in parentheses.
          const text = print({ type: 'BinaryExpression', operator, left: n.number(a), right: n.number(b) });
          const want = f(a, b);
          let got: unknown;
          try {
            got = run(text);
          } catch (e) {
            throw new Error(`${text}: ${(e as Error).message}`);
          }
          expect(Object.is(got, want), `${text} is ${String(got)}, not ${String(want)}`).toBe(true);
        }
      }
    }
  });
  it('is exact as the operand of a unary operator and of a call', () => {
    for (const x of FLOATS) {
      expect(
        Object.is(run(print({ type: 'UnaryExpression', operator: '-', prefix: true, argument: n.number(x) })), -x),
      ).toBe(true);
      expect(
        run(
          print(
            n.call(
              {
                type: 'MemberExpression',
                object: n.name('Object'),
                property: n.name('is'),
                computed: false,
                optional: false,
              },
              [n.number(x), n.number(x)],
            ),
          ),
        ),
      ).toBe(true);
    }
  });
});

describe('name', () => {
  it.each(['', 'a b', 'a;b', 'a\nb', '1a', 'a-b', 'ä', 'a.b', 'a(b', '*/', '\u2028', '{}', "a'"])(
    'refuses %j',
    (text) => {
      expect(() => n.name(text)).toThrow();
    },
  );
  it.each(['a', '_', '$', 'v12', 'k0', 'advance$T3'])('lets %j through', (text) => {
    expect(n.name(text).name).toBe(text);
  });
});

describe('the verifier of emitted text', () => {
  const body = (text: string): string => `function f(s, X) { ${text} }`;
  it.each([
    'return 0;',
    'let p0 = s[0]; E: for (;;) { const v1 = p0.items; if (!(v1.length < 3)) { X[0] = v1; return 1; } continue E; }',
    'try { k0(s[0]); } catch (e) { X[0] = e; return 2; }',
    "if (typeof s[0] === 'number') return 1; return -0;",
    'const v1 = new PyFloat(1.5); X[0] = v1; return 0;',
    'return Math.floor(s[0]) + MAX_INT;',
  ])('lets through %j', (text) => {
    expect(verifySource(body(text))).toEqual([]);
  });
  it.each([
    'return process;',
    'return this;',
    'return eval(s);',
    'return arguments;',
    'return Function(s);',
    'return s.constructor;',
    'return s["constructor"];',
    "return 'x';",
    'return `x`;',
    'return /x/;',
    'return 1n;',
    'return () => 1;',
    'function g() {}',
    'class A {}',
    'var a = 1; return a;',
    'with (s) {}',
    'debugger;',
    'throw s;',
    'return import("x");',
    'return s?.length;',
    'a = 1; return 0;',
    'return v1;',
    'const __proto__ = s; return s.__proto__;',
    'while (true) {}',
    'delete s[0];',
    'return void 0;',
    'return s instanceof X;',
    "return 'a' in s;",
    'return (k0, k1)(s)``;',
    'return new (s[0])();',
    's[0]++; return 0;',
    's[0] += 1; return 0;',
    'return typeof s === "evil";',
    '{ const a = 1; } return a;',
    'const a = 1; const a = 2;',
    'return {};',
    'return (async () => 1)();',
    'for (let i = 0; ; ) { return i; }',
    'return s.length.constructor;',
    'return k0.apply;',
  ])('refuses %j', (text) => {
    expect(verifySource(body(text))).not.toEqual([]);
  });
  it('refuses anything besides the function', () => {
    expect(verifySource(`${body('return 0;')} process.exit();`)).not.toEqual([]);
    expect(verifySource('function f(s, X) { return 0; } //\nprocess.exit()')).not.toEqual([]);
    expect(verifySource('')).not.toEqual([]);
    expect(verifySource('async function f() {}')).not.toEqual([]);
  });
});
