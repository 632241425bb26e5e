// Every row of the op table: the evaluator, the emitted JavaScript and Python agree on edge values.
import { readFileSync } from 'node:fs';
import { generate } from 'astring';
import type * as ES from 'estree';
import { describe, expect, it } from 'vitest';
import * as n from '../../../src/codegen/nodes.ts';
import { expand } from '../../../src/codegen/templates.ts';
import { verifySource } from '../../../src/codegen/verify.ts';
import { evaluateOp } from '../../../src/ir/evaluate.ts';
import { OPS, type OpName, rowOf, sortsOf } from '../../../src/ir/ops.ts';
import { NAMES } from '../../../src/machine/names.ts';
import { compileOps } from '../../../src/machine/live-ops.ts';
import { REFERENCE } from './reference.ts';
import { samplesOf } from './samples.ts';

const EVALUATE = compileOps();
const evaluate = (op: OpName, args: readonly unknown[]): unknown => evaluateOp(EVALUATE, op, args);
const ROWS = Object.keys(OPS) as OpName[];

/** Prints a row on given operand nodes as the generator does. */
function emitted(op: OpName, args: readonly ES.Expression[]): string {
  return generate({ type: 'ExpressionStatement', expression: expand(op, args) } as never).replace(/;\s*$/, '');
}

/** Compiles an emitted expression of `x0`, `x1`, …, as many as there are operands. */
function compile(op: OpName, count: number): { run: (...args: unknown[]) => unknown; text: string } {
  const params = sortsOf(op, count).map((_, i) => `x${i}`);
  const text = emitted(
    op,
    params.map((p) => n.name(p)),
  );
  const make = new Function(...Object.keys(NAMES), `"use strict"; return (${params.join(', ')}) => (${text});`) as (
    ...v: unknown[]
  ) => (...args: unknown[]) => unknown;
  return { run: make(...Object.values(NAMES)), text };
}

const literal = (v: unknown): ES.Expression | null =>
  typeof v === 'number' ? n.number(v) : typeof v === 'boolean' ? n.bool(v) : null;

describe.each(ROWS)('%s', (op) => {
  const row = rowOf(op);
  const { run, text } = compile(op, 3);

  it('is emitted as it is evaluated', () => {
    const left = samplesOf(op);
    const right = samplesOf(op);
    expect(left.length).toBeGreaterThan(0);
    left.forEach((args, i) => {
      const want = evaluate(op, args);
      const got = (row.variadic === true ? compile(op, args.length).run : run)(...right[i]!);
      if (row.result === 'none' || row.effect === 'alloc') {
        if (row.effect === 'alloc') expect(got).toEqual(want);
        expect(right[i]).toEqual(args);
      } else if (typeof want === 'object' || typeof want === 'function') expect(got).toEqual(want);
      else if (!Object.is(got, want))
        expect.fail(`${op}(${args.map(String)}) is ${String(got)}, not ${String(want)}: ${text}`);
    });
  });

  it('keeps its meaning with constants in place', () => {
    const cases = samplesOf(op).filter((args) => args.every((v) => literal(v) !== null));
    if (row.result === 'none' || row.effect !== 'pure') return;
    for (const args of cases.filter((_, i) => cases.length < 400 || i % 7 === 0)) {
      const code = emitted(
        op,
        args.map((v) => literal(v)!),
      );
      const make = new Function(...Object.keys(NAMES), `"use strict"; return (${code});`) as (
        ...v: unknown[]
      ) => unknown;
      const got = make(...Object.values(NAMES));
      const want = evaluate(op, args);
      if (!Object.is(got, want)) expect.fail(`${code} is ${String(got)}, not ${String(want)}`);
    }
  });

  it('is a single expression that the verifier of emitted text lets through', () => {
    const params = sortsOf(op, 3)
      .map((_, i) => `x${i}`)
      .join(', ');
    expect(verifySource(`function f(${params}) { ${row.result === 'none' ? text : `return ${text}`}; }`)).toEqual([]);
  });

  it('returns its sort', () => {
    for (const args of samplesOf(op)) {
      const v = evaluate(op, args);
      switch (row.result) {
        case 'bool':
          expect(typeof v).toBe('boolean');
          break;
        case 'float':
          expect(typeof v).toBe('number');
          break;
        case 'int':
          if (!(Number.isInteger(v) && !Object.is(v, -0)) && row.overflows !== true)
            expect.fail(`${op}(${args.map(String)}) is ${String(v)}`);
          break;
        case 'none':
        case 'ref':
          break;
      }
    }
  });

  const reference = REFERENCE[op];
  if (reference !== undefined) {
    it('agrees with integers of any size', () => {
      for (const args of samplesOf(op)) {
        const want = reference(...args);
        const got: unknown = EVALUATE[op](...args);
        if (typeof want === 'boolean') {
          if (got !== want) expect.fail(`${op}(${args.map(String)}) is ${got}`);
          continue;
        }
        const fits = want >= -9007199254740991n && want <= 9007199254740991n;
        const right =
          row.kind === 'any_int'
            ? fits
              ? Object.is(got, Number(want))
              : got === want
            : fits
              ? Object.is(got, Number(want))
              : row.overflows === true && EVALUATE.int_fits(got) === false;
        if (!right) expect.fail(`${op}(${args.map(String)}) is ${String(got)}, not ${want}`);
      }
    });
  }

  if (row.commutes === true) {
    it('commutes', () => {
      for (const [x, y] of samplesOf(op)) {
        const a: unknown = EVALUATE[op](x, y);
        const b: unknown = EVALUATE[op](y, x);
        // The payload of a NaN is not observable.
        if (!Object.is(a, b))
          expect.fail(`${op}(${String(x)}, ${String(y)}) is ${String(a)} one way and ${String(b)} the other`);
      }
    });
  }

  if (row.negate !== undefined) {
    it('is the opposite of its negation', () => {
      for (const args of samplesOf(op)) expect(EVALUATE[row.negate as OpName](...args)).toBe(!EVALUATE[op](...args));
      expect(rowOf(row.negate as OpName).negate).toBe(op);
    });
  }
});

describe('float rows', () => {
  const value = (s: string): number | boolean =>
    s === 'true' || s === 'false'
      ? s === 'true'
      : s.endsWith('inf')
        ? s === 'inf'
          ? Infinity
          : -Infinity
        : s === 'nan'
          ? Number.NaN
          : Number(s);
  const golden = JSON.parse(readFileSync(new URL('./floats.json', import.meta.url), 'utf8')) as [
    OpName,
    string[],
    string,
  ][];

  it.each([...new Set(golden.map(([op]) => op))])('%s answers as Python 3.13 does', (op) => {
    for (const [, args, want] of golden.filter((g) => g[0] === op)) {
      const got: unknown = EVALUATE[op](...args.map(value));
      if (!Object.is(got, value(want))) expect.fail(`${op}(${args}) is ${String(got)}, not ${want}`);
    }
  });
});
