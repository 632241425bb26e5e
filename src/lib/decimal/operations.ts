/** The operations that are methods of both Decimal and Context. */
import { type Ctx, type Dec, Kind } from './values.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None } from '../../objects/core/values.ts';
import { defMethods } from '../../objects/core/builtin.ts';
import { type PyContext, configure, contextOf, contextType } from './context.ts';
import * as f from './functions.ts';
import * as d from './number.ts';
import * as D from './values.ts';
import type { Binary } from './operators.ts';
import { type PyDecimal, argument, decimalType, wrap } from './object.ts';

/* ---- operations that are methods of both Decimal and Context ---- */

/** Compares as a number, NaN where one is. */
function compare(a: Dec, b: Dec, ctx: Ctx, signal: boolean): Dec {
  if (signal && (D.isNan(a) || D.isNan(b))) {
    ctx.status |= D.C.INVALID;
    const quiet = (x: Dec): Dec => ({ ...x, kind: Kind.QNAN });
    return quiet([a, b].find((x) => x.kind === Kind.SNAN) ?? [a, b].find(D.isNan)!);
  }
  return d.nanOf(ctx, a, b) ?? D.ofInt(d.compareExact(a, b));
}

/** Returns the exponent of the first digit as a number. */
function logb(a: Dec, ctx: Ctx): Dec {
  const nan = d.nanOf(ctx, a);
  if (nan !== undefined) return nan;
  if (D.isInfinite(a)) return D.infinity(0);
  if (D.isZero(a)) {
    ctx.status |= D.C.BY_ZERO;
    return D.infinity(1);
  }
  return d.finish(D.ofInt(D.adjusted(a)), ctx);
}

/** Multiplies by a power of ten. */
function scaleb(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = d.nanOf(ctx, a, b);
  if (nan !== undefined) return nan;
  const n = b.exp === 0 ? f.integerOf(b) : undefined;
  if (n === undefined || n > 2n * BigInt(ctx.emax + ctx.prec) || n < -2n * BigInt(ctx.emax + ctx.prec))
    return d.invalid(ctx);
  return D.isInfinite(a) ? a : d.finish(D.finite(a.sign, a.coef, a.exp + Number(n)), ctx);
}

/** Shifts or rotates the digits of the coefficient. */
function shifted(a: Dec, b: Dec, ctx: Ctx, around: boolean): Dec {
  const nan = d.nanOf(ctx, a, b);
  if (nan !== undefined) return nan;
  const n = b.exp === 0 ? f.integerOf(b) : undefined;
  if (n === undefined || n > BigInt(ctx.prec) || n < -BigInt(ctx.prec)) return d.invalid(ctx);
  if (D.isInfinite(a)) return a;
  const k = Number(n);
  const digits = a.coef.toString().slice(-ctx.prec).padStart(ctx.prec, '0');
  const at = ((k % ctx.prec) + ctx.prec) % ctx.prec;
  const moved = around
    ? digits.slice(at) + digits.slice(0, at)
    : k < 0
      ? digits.slice(0, k)
      : (digits + '0'.repeat(k)).slice(-ctx.prec);
  return D.finite(a.sign, BigInt(moved === '' ? 0 : moved), a.exp);
}

/** Combines numbers whose digits are all 0 or 1. */
function logical(a: Dec, b: Dec, ctx: Ctx, op: (x: string, y: string) => boolean): Dec {
  const bits = [a, b].map((x) =>
    x.kind === Kind.FINITE && x.sign === 0 && x.exp === 0 && /^[01]+$/.test(x.coef.toString())
      ? x.coef.toString().slice(-ctx.prec).padStart(ctx.prec, '0')
      : undefined,
  );
  const [p, q] = bits;
  if (p === undefined || q === undefined) return d.invalid(ctx);
  return D.finite(0, BigInt([...p].map((c, i) => (op(c, q[i]!) ? '1' : '0')).join('')), 0);
}

const BINARY: Record<string, Binary> = {
  compare: (a, b, c) => compare(a, b, c, false),
  compare_signal: (a, b, c) => compare(a, b, c, true),
  remainder_near: d.remainderNear,
  max: (a, b, c) => d.extreme(a, b, c, 1, false),
  min: (a, b, c) => d.extreme(a, b, c, -1, false),
  max_mag: (a, b, c) => d.extreme(a, b, c, 1, true),
  min_mag: (a, b, c) => d.extreme(a, b, c, -1, true),
  scaleb,
  shift: (a, b, c) => shifted(a, b, c, false),
  rotate: (a, b, c) => shifted(a, b, c, true),
  logical_and: (a, b, c) => logical(a, b, c, (x, y) => x === '1' && y === '1'),
  logical_or: (a, b, c) => logical(a, b, c, (x, y) => x === '1' || y === '1'),
  logical_xor: (a, b, c) => logical(a, b, c, (x, y) => x !== y),
  next_toward: (a, b, c) => {
    const nan = d.nanOf(c, a, b);
    if (nan !== undefined) return nan;
    const side = d.compareExact(a, b);
    if (side === 0) return { ...a, sign: b.sign };
    const r = d.nextTowards(a, c, side < 0);
    if (D.isInfinite(r)) c.status |= D.C.OVERFLOW | D.C.INEXACT | D.C.ROUNDED;
    else if (D.adjusted(r) < c.emin)
      c.status |= D.C.UNDERFLOW | D.C.SUBNORMAL | D.C.INEXACT | D.C.ROUNDED | (D.isZero(r) ? D.C.CLAMPED : 0);
    return r;
  },
  compare_total: (a, b) => D.ofInt(d.compareTotal(a, b)),
  compare_total_mag: (a, b) => D.ofInt(d.compareTotal({ ...a, sign: 0 }, { ...b, sign: 0 })),
  copy_sign: (a, b) => ({ ...a, sign: b.sign }),
};
const UNARY: Record<string, (a: Dec, ctx: Ctx) => Dec> = {
  sqrt: f.sqrt,
  exp: f.exp,
  ln: f.ln,
  log10: f.log10,
  normalize: d.normalize,
  next_plus: (a, c) => d.nextTowards(a, c, true),
  next_minus: (a, c) => d.nextTowards(a, c, false),
  logb,
  logical_invert: (a, c) => logical(a, D.finite(0, BigInt('1'.repeat(c.prec)), 0), c, (x, y) => x !== y),
};
const TESTS: Record<string, (a: Dec, ctx: Ctx) => boolean> = {
  is_normal: (a, c) => a.kind === Kind.FINITE && a.coef !== 0n && D.adjusted(a) >= c.emin,
  is_subnormal: (a, c) => a.kind === Kind.FINITE && a.coef !== 0n && D.adjusted(a) < c.emin,
};
const PLAIN_TESTS: Record<string, (a: Dec) => boolean> = {
  is_nan: D.isNan,
  is_qnan: (a) => a.kind === Kind.QNAN,
  is_snan: (a) => a.kind === Kind.SNAN,
  is_zero: D.isZero,
  is_infinite: D.isInfinite,
  is_finite: (a) => a.kind === Kind.FINITE,
  is_signed: (a) => a.sign === 1,
  is_canonical: () => true,
};
const COPIES: Record<string, (a: Dec) => Dec> = { copy_abs: (a) => ({ ...a, sign: 0 }), copy_negate: D.negated };

for (const [name, op] of Object.entries(BINARY)) {
  defMethods(decimalType, {
    [`${name}(other, context?)`]: (a: PyDecimal, b: PyValue, context?: PyValue) => {
      const y = argument(b);
      return wrap(contextOf(context).run((c) => op(a.value, y, c)));
    },
  });
  defMethods(contextType, {
    [`${name}(x, y, /)`]: (ctx: PyContext, a: PyValue, b: PyValue) => {
      const [x, y] = [argument(a), argument(b)];
      return wrap(ctx.run((c) => op(x, y, c)));
    },
  });
}
for (const [name, op] of Object.entries(UNARY)) {
  defMethods(decimalType, {
    [`${name}(context?)`]: (a: PyDecimal, context?: PyValue) => wrap(contextOf(context).run((c) => op(a.value, c))),
  });
  defMethods(contextType, {
    [`${name}(x, /)`]: (ctx: PyContext, a: PyValue) => {
      const x = argument(a);
      return wrap(ctx.run((c) => op(x, c)));
    },
  });
}
for (const [name, test] of Object.entries(TESTS)) {
  defMethods(decimalType, {
    [`${name}(context?)`]: (a: PyDecimal, context?: PyValue) => test(a.value, contextOf(context)),
  });
  defMethods(contextType, { [`${name}(x, /)`]: (ctx: PyContext, a: PyValue) => test(argument(a), ctx) });
}
for (const [name, test] of Object.entries(PLAIN_TESTS)) {
  defMethods(decimalType, { [`${name}()`]: (a: PyDecimal) => test(a.value) });
  defMethods(contextType, { [`${name}(x, /)`]: (_ctx: PyContext, a: PyValue) => test(argument(a)) });
}
for (const [name, copy] of Object.entries(COPIES)) {
  defMethods(decimalType, { [`${name}()`]: (a: PyDecimal) => wrap(copy(a.value)) });
  defMethods(contextType, { [`${name}(x, /)`]: (_ctx: PyContext, a: PyValue) => wrap(copy(argument(a))) });
}

/** Reads a rounding mode; None is the context's. */
export function roundingOr(x: PyValue | undefined, ctx: PyContext): D.Rounding {
  if (x === undefined || x === None) return ctx.rounding;
  return configure(ctx.copy(), [['rounding', x]]).rounding;
}

/** Names the class of a number. */
export function numberClass(x: Dec, ctx: Ctx): string {
  if (x.kind === Kind.SNAN) return 'sNaN';
  if (x.kind === Kind.QNAN) return 'NaN';
  const kind =
    x.kind === Kind.INFINITE ? 'Infinity' : x.coef === 0n ? 'Zero' : D.adjusted(x) < ctx.emin ? 'Subnormal' : 'Normal';
  return (x.sign === 1 ? '-' : '+') + kind;
}
