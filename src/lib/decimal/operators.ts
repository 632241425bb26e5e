/** The operators of Decimal, its hash and its comparisons. */
import { Comparison } from '../../bytecode/operators.ts';
import { type Ctx, type Dec, Kind } from './values.ts';
import { importedAttr } from '../../objects/slots/imported.ts';
import { normInt } from '../../numbers/int-ops.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, NotImplemented, PyComplex, PyFloat, PyTuple, intOf } from '../../objects/core/values.ts';
import { defMethods } from '../../objects/core/builtin.ts';
import { overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { identityHash } from '../../types/classes/object.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { isInstance } from '../../objects/slots/compare.ts';
import { type PyContext, currentContext } from './context.ts';
import * as f from './functions.ts';
import * as d from './number.ts';
import * as D from './values.ts';
import { type PyDecimal, decimalType, ofFloat, operand, wrap } from './object.ts';

/* ---- operators ---- */

export type Binary = (a: Dec, b: Dec, ctx: Ctx) => Dec;
const OPERATORS: Record<string, Binary> = {
  add: d.add,
  sub: d.subtract,
  mul: d.multiply,
  truediv: d.divide,
  floordiv: d.divideInt,
  mod: d.remainder,
};
for (const [name, op] of Object.entries(OPERATORS)) {
  const run = (a: PyValue, b: PyValue): PyValue => {
    const [x, y] = [operand(a), operand(b)];
    return x === undefined || y === undefined ? NotImplemented : wrap(currentContext().run((c) => op(x, y, c)));
  };
  defMethods(decimalType, {
    [`__${name}__(value, /)`]: run,
    [`__r${name}__(value, /)`]: (b: PyValue, a: PyValue) => run(a, b),
  });
}

/** Returns quotient and remainder. */
export function divmod(a: Dec, b: Dec, ctx: PyContext): PyTuple {
  return new PyTuple(ctx.run((c) => [d.divideInt(a, b, c), d.remainder(a, b, c)]).map(wrap));
}

/** Raises to a power. */
export function raised(a: PyValue, b: PyValue, modulus: PyValue): PyValue {
  const [x, y] = [operand(a), operand(b)];
  if (x === undefined || y === undefined) return NotImplemented;
  if (modulus === None) return wrap(currentContext().run((c) => f.power(x, y, c)));
  const m = operand(modulus);
  return m === undefined ? NotImplemented : wrap(currentContext().run((c) => f.powerModulo(x, y, m, c)));
}

/** Returns the int that is left without the fraction. Throws for infinities and NaN. */
export function truncated(x: Dec): number | bigint {
  if (D.isNan(x)) valueError('cannot convert NaN to integer');
  if (D.isInfinite(x)) overflowError('cannot convert Infinity to integer');
  const r = d.rescale(x, 0, 'ROUND_DOWN');
  return normInt(r.sign === 1 ? -r.coef : r.coef);
}

/** Rounds to an int. */
export function toInt(x: Dec, rounding: D.Rounding): number | bigint {
  return D.isNan(x) || D.isInfinite(x) ? truncated(x) : truncated(d.rescale(x, 0, rounding));
}

const PRIME = (1n << 61n) - 1n;

/** Hashes as the number of another type that is equal. */
export function hashOf(x: PyDecimal): PyValue {
  const v = x.value;
  if (v.kind === Kind.SNAN) typeError('Cannot hash a signaling NaN value');
  if (v.kind === Kind.QNAN) return identityHash(x);
  if (v.kind === Kind.INFINITE) return v.sign === 1 ? -314159 : 314159;
  let base = v.exp >= 0 ? 10n : 2075258708292324556n;
  let h = v.coef % PRIME;
  for (let e = BigInt(Math.abs(v.exp)); e > 0n; e >>= 1n) {
    if ((e & 1n) === 1n) h = (h * base) % PRIME;
    base = (base * base) % PRIME;
  }
  const signed = v.sign === 1 ? -h : h;
  return normInt(signed === -1n ? -2n : signed);
}

/** Compares with any number; undefined where it is none. Equality with a fraction multiplies by its denominator. */
function compareWith(a: Dec, other: PyValue, equality: boolean): { a: Dec; b: Dec } | undefined {
  const plain = operand(other);
  if (plain !== undefined) return { a, b: plain };
  const part =
    other instanceof PyFloat
      ? other
      : equality && other instanceof PyComplex && other.imag === 0
        ? new PyFloat(other.real)
        : undefined;
  if (part !== undefined) {
    if (equality) currentContext().flags |= D.C.FLOAT;
    else
      currentContext().run((c) => {
        c.status |= D.C.FLOAT;
      });
    return { a, b: ofFloat(part.value) };
  }
  if (typeof other === 'object' && isInstance(other, importedAttr('numbers', 'Rational'))) {
    const [n, den] = ['numerator', 'denominator'].map((k) => D.ofInt(intOf(getAttr(other, k)) ?? 0)) as [Dec, Dec];
    return { a: a.kind === Kind.FINITE ? D.finite(a.sign, a.coef * den.coef, a.exp) : a, b: n };
  }
  return undefined;
}

['lt', 'le', 'eq', 'ne', 'gt', 'ge'].forEach((name, op) => {
  const equality = op === Comparison.EQ || op === Comparison.NE;
  defMethods(decimalType, {
    [`__${name}__(value, /)`]: (self: PyDecimal, other: PyValue) => {
      const pair = compareWith(self.value, other, equality);
      if (pair === undefined) return NotImplemented;
      if (D.isNan(pair.a) || D.isNan(pair.b)) {
        if (!equality || pair.a.kind === Kind.SNAN || pair.b.kind === Kind.SNAN)
          currentContext().run((c) => d.invalid(c));
        return op === Comparison.NE;
      }
      const c = d.compareExact(pair.a, pair.b);
      return [c < 0, c <= 0, c === 0, c !== 0, c > 0, c >= 0][op]!;
    },
  });
});
