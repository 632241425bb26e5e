import {
  C,
  Kind,
  NAN,
  adjusted,
  digitsOf,
  etiny,
  etop,
  finite,
  infinity,
  isInfinite,
  isNan,
  isZero,
  negated,
  pow10,
  type Ctx,
  type Dec,
  type Rounding,
} from './values.ts';

/** Adds a condition to the status and answers NaN. */
export function invalid(ctx: Ctx, condition: number = C.INVALID): Dec {
  ctx.status |= condition;
  return NAN;
}

/** Drops the last `n` digits of a coefficient; tells what was dropped: nothing, or something. */
function shorten(coef: bigint, n: number, sign: 0 | 1, rounding: Rounding): { coef: bigint; exact: boolean } {
  const unit = pow10(n);
  const q = coef / unit;
  const rest = coef % unit;
  if (rest === 0n) return { coef: q, exact: true };
  const half = rest * 2n < unit ? -1 : rest * 2n > unit ? 1 : 0;
  let up = false;
  switch (rounding) {
    case 'ROUND_UP':
      up = true;
      break;
    case 'ROUND_DOWN':
      break;
    case 'ROUND_CEILING':
      up = sign === 0;
      break;
    case 'ROUND_FLOOR':
      up = sign === 1;
      break;
    case 'ROUND_HALF_UP':
      up = half >= 0;
      break;
    case 'ROUND_HALF_DOWN':
      up = half > 0;
      break;
    case 'ROUND_HALF_EVEN':
      up = half > 0 || (half === 0 && q % 2n === 1n);
      break;
    case 'ROUND_05UP':
      up = q % 5n === 0n;
  }
  return { coef: up ? q + 1n : q, exact: false };
}

/** Cuts a NaN's payload to what a context can hold. */
function finishNaN(x: Dec, ctx: Ctx): Dec {
  const room = ctx.prec - ctx.clamp;
  return digitsOf(x.coef) > room ? { ...x, coef: x.coef % pow10(room) } : x;
}

/** Returns what an overflow gives. */
function overflow(sign: 0 | 1, ctx: Ctx): Dec {
  ctx.status |= C.OVERFLOW | C.INEXACT | C.ROUNDED;
  const largest =
    ctx.rounding === 'ROUND_DOWN' ||
    ctx.rounding === 'ROUND_05UP' ||
    (ctx.rounding === 'ROUND_CEILING' && sign === 1) ||
    (ctx.rounding === 'ROUND_FLOOR' && sign === 0);
  return largest ? finite(sign, pow10(ctx.prec) - 1n, etop(ctx)) : infinity(sign);
}

/** Rounds a result to a context. */
export function finish(x: Dec, ctx: Ctx): Dec {
  if (isNan(x)) return finishNaN(x, ctx);
  if (x.kind === Kind.INFINITE) return x;
  const tiny = etiny(ctx);
  if (x.coef === 0n) {
    const exp = Math.min(Math.max(x.exp, tiny), ctx.clamp === 1 ? etop(ctx) : ctx.emax);
    if (exp === x.exp) return x;
    ctx.status |= C.CLAMPED;
    return finite(x.sign, 0n, exp);
  }
  let { coef, exp } = x;
  const digits = digitsOf(coef);
  if (exp + digits - 1 > ctx.emax) return overflow(x.sign, ctx);
  const subnormal = exp + digits - 1 < ctx.emin;
  const wanted = Math.max(exp + digits - ctx.prec, tiny);
  if (wanted > exp) {
    const cut =
      wanted - exp > digits
        ? { coef: shorten(1n, 1, x.sign, ctx.rounding).coef, exact: false }
        : shorten(coef, wanted - exp, x.sign, ctx.rounding);
    coef = cut.coef;
    exp = wanted;
    ctx.status |= C.ROUNDED | (cut.exact ? 0 : C.INEXACT) | (subnormal && !cut.exact ? C.UNDERFLOW : 0);
    if (digitsOf(coef) > ctx.prec) {
      coef /= 10n;
      exp++;
    }
    if (exp + digitsOf(coef) - 1 > ctx.emax) return overflow(x.sign, ctx);
    if (coef === 0n) ctx.status |= C.CLAMPED;
  }
  if (subnormal) ctx.status |= C.SUBNORMAL;
  if (ctx.clamp === 1 && exp > etop(ctx)) {
    ctx.status |= C.CLAMPED;
    coef *= pow10(exp - etop(ctx));
    exp = etop(ctx);
  }
  return finite(x.sign, coef, exp);
}

/** Answers for NaN operands: the first signalling one, else the first quiet one; undefined without any. */
export function nanOf(ctx: Ctx, a: Dec, b?: Dec): Dec | undefined {
  const all = b === undefined ? [a] : [a, b];
  const signalling = all.find((x) => x.kind === Kind.SNAN);
  if (signalling !== undefined) ctx.status |= C.INVALID;
  const nan = signalling ?? all.find(isNan);
  return nan === undefined ? undefined : finishNaN({ ...nan, kind: Kind.QNAN }, ctx);
}

/** Writes a number with another exponent; digits that do not fit are rounded away. */
export function rescale(x: Dec, exp: number, rounding: Rounding): Dec {
  if (x.coef === 0n) return finite(x.sign, 0n, exp);
  if (x.exp >= exp) return finite(x.sign, x.coef * pow10(x.exp - exp), exp);
  const n = exp - x.exp;
  return finite(
    x.sign,
    n > digitsOf(x.coef) ? shorten(1n, 1, x.sign, rounding).coef : shorten(x.coef, n, x.sign, rounding).coef,
    exp,
  );
}

/** Brings two numbers to one exponent; a far smaller one becomes a single digit below everything that counts. */
function align(a: Dec, b: Dec, prec: number): [Dec, Dec] {
  const [big, small] = a.exp < b.exp ? [b, a] : [a, b];
  const exp = big.exp + Math.min(-1, digitsOf(big.coef) - prec - 2);
  const low = digitsOf(small.coef) + small.exp - 1 < exp ? finite(small.sign, 1n, exp) : small;
  const high = finite(big.sign, big.coef * pow10(big.exp - low.exp), low.exp);
  return a.exp < b.exp ? [low, high] : [high, low];
}

/** Adds without rounding (but see `align`). */
export function addExact(a: Dec, b: Dec, ctx: Ctx): Dec {
  const negativeZero = ctx.rounding === 'ROUND_FLOOR' && a.sign !== b.sign;
  const exp = Math.min(a.exp, b.exp);
  if (a.coef === 0n && b.coef === 0n) return finite((a.sign & b.sign) === 1 || negativeZero ? 1 : 0, 0n, exp);
  if (a.coef === 0n) return rescale(b, Math.max(exp, b.exp - ctx.prec - 1), ctx.rounding);
  if (b.coef === 0n) return rescale(a, Math.max(exp, a.exp - ctx.prec - 1), ctx.rounding);
  const [x, y] = align(a, b, ctx.prec);
  const sum = (x.sign === 1 ? -x.coef : x.coef) + (y.sign === 1 ? -y.coef : y.coef);
  if (sum === 0n) return finite(negativeZero ? 1 : a.sign === b.sign ? a.sign : 0, 0n, exp);
  return finite(sum < 0n ? 1 : 0, sum < 0n ? -sum : sum, x.exp);
}

export function add(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a, b);
  if (nan !== undefined) return nan;
  if (isInfinite(a)) return isInfinite(b) && a.sign !== b.sign ? invalid(ctx) : a;
  return isInfinite(b) ? b : finish(addExact(a, b, ctx), ctx);
}

export function subtract(a: Dec, b: Dec, ctx: Ctx): Dec {
  return nanOf(ctx, a, b) ?? add(a, negated(b), ctx);
}

export function multiply(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a, b);
  if (nan !== undefined) return nan;
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if (isInfinite(a) || isInfinite(b)) return isZero(a) || isZero(b) ? invalid(ctx) : infinity(sign);
  return finish(finite(sign, a.coef * b.coef, a.exp + b.exp), ctx);
}

export function fma(a: Dec, b: Dec, c: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a, b) ?? undefined;
  if (nan !== undefined) return nan;
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if ((isInfinite(a) && isZero(b)) || (isZero(a) && isInfinite(b))) return invalid(ctx);
  return add(isInfinite(a) || isInfinite(b) ? infinity(sign) : finite(sign, a.coef * b.coef, a.exp + b.exp), c, ctx);
}

export function divide(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a, b);
  if (nan !== undefined) return nan;
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if (isInfinite(a)) return isInfinite(b) ? invalid(ctx) : infinity(sign);
  if (isInfinite(b)) {
    ctx.status |= C.CLAMPED;
    return finite(sign, 0n, etiny(ctx));
  }
  if (isZero(b)) {
    if (isZero(a)) return invalid(ctx, C.UNDEFINED);
    ctx.status |= C.BY_ZERO;
    return infinity(sign);
  }
  if (isZero(a)) return finish(finite(sign, 0n, a.exp - b.exp), ctx);
  const shift = digitsOf(b.coef) - digitsOf(a.coef) + ctx.prec + 1;
  let exp = a.exp - b.exp - shift;
  const [n, d] = shift >= 0 ? [a.coef * pow10(shift), b.coef] : [a.coef, b.coef * pow10(-shift)];
  let coef = n / d;
  // A last digit that is neither 0 nor 5 says that more digits follow.
  if (n % d !== 0n) {
    if (coef % 5n === 0n) coef++;
  } else {
    for (const ideal = a.exp - b.exp; exp < ideal && coef % 10n === 0n; exp++) coef /= 10n;
  }
  return finish(finite(sign, coef, exp), ctx);
}

/** Divides finite numbers to an integer and a remainder. */
function divideWhole(a: Dec, b: Dec, ctx: Ctx): [Dec, Dec] {
  const sign = (a.sign ^ b.sign) as 0 | 1;
  const ideal = isInfinite(b) ? a.exp : Math.min(a.exp, b.exp);
  const gap = adjusted(a) - adjusted(b);
  if (isZero(a) || isInfinite(b) || gap <= -2) return [finite(sign, 0n, 0), rescale(a, ideal, ctx.rounding)];
  if (gap <= ctx.prec) {
    const [n, d] = a.exp >= b.exp ? [a.coef * pow10(a.exp - b.exp), b.coef] : [a.coef, b.coef * pow10(b.exp - a.exp)];
    if (n / d < pow10(ctx.prec)) return [finite(sign, n / d, 0), finite(a.sign, n % d, ideal)];
  }
  const nan = invalid(ctx, C.IMPOSSIBLE);
  return [nan, nan];
}

export function divideInt(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a, b);
  if (nan !== undefined) return nan;
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if (isInfinite(a)) return isInfinite(b) ? invalid(ctx) : infinity(sign);
  if (isZero(b)) {
    if (isZero(a)) return invalid(ctx, C.UNDEFINED);
    ctx.status |= C.BY_ZERO;
    return infinity(sign);
  }
  return finish(divideWhole(a, b, ctx)[0], ctx);
}

export function remainder(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a, b);
  if (nan !== undefined) return nan;
  if (isInfinite(a)) return invalid(ctx);
  if (isZero(b)) return invalid(ctx, isZero(a) ? C.UNDEFINED : C.INVALID);
  return finish(divideWhole(a, b, ctx)[1], ctx);
}

/** Returns what is left of the nearest multiple. */
export function remainderNear(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a, b);
  if (nan !== undefined) return nan;
  if (isInfinite(a)) return invalid(ctx);
  if (isZero(b)) return invalid(ctx, isZero(a) ? C.UNDEFINED : C.INVALID);
  if (isInfinite(b)) return finish(a, ctx);
  const ideal = Math.min(a.exp, b.exp);
  if (isZero(a)) return finish(finite(a.sign, 0n, ideal), ctx);
  const gap = adjusted(a) - adjusted(b);
  if (gap >= ctx.prec + 1) return invalid(ctx, C.IMPOSSIBLE);
  if (gap <= -2) return finish(rescale(a, ideal, ctx.rounding), ctx);
  const n = a.coef * pow10(a.exp - ideal);
  const d = b.coef * pow10(b.exp - ideal);
  let q = n / d;
  let r = n % d;
  if (2n * r + (q & 1n) > d) {
    r -= d;
    q++;
  }
  if (q >= pow10(ctx.prec)) return invalid(ctx, C.IMPOSSIBLE);
  const sign = r < 0n ? (a.sign === 1 ? 0 : 1) : a.sign;
  return finish(finite(sign, r < 0n ? -r : r, ideal), ctx);
}

/** Compares numbers that are no NaN: -1, 0 or 1. */
export function compareExact(a: Dec, b: Dec): number {
  const side = (x: Dec): number => (isZero(x) ? 0 : x.sign === 1 ? -1 : 1);
  if (side(a) !== side(b)) return side(a) < side(b) ? -1 : 1;
  if (side(a) === 0) return 0;
  const s = side(a);
  if (isInfinite(a) || isInfinite(b)) return isInfinite(a) && isInfinite(b) ? 0 : isInfinite(a) ? s : -s;
  const [p, q] = [adjusted(a), adjusted(b)];
  if (p !== q) return p < q ? -s : s;
  const [x, y] = [a.coef * pow10(Math.max(0, a.exp - b.exp)), b.coef * pow10(Math.max(0, b.exp - a.exp))];
  return x === y ? 0 : x < y ? -s : s;
}

/** Orders all numbers, NaNs and numbers that differ in their exponent included. */
export function compareTotal(a: Dec, b: Dec): number {
  if (a.sign !== b.sign) return a.sign === 1 ? -1 : 1;
  const s = a.sign === 1 ? -1 : 1;
  const rank = (x: Dec): number => (x.kind === Kind.SNAN ? 1 : x.kind === Kind.QNAN ? 2 : 0);
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -s : s;
  if (rank(a) > 0) return a.coef === b.coef ? 0 : a.coef < b.coef ? -s : s;
  const c = compareExact(a, b);
  return c !== 0 ? c : a.exp === b.exp ? 0 : a.exp < b.exp ? -s : s;
}

export function quantize(a: Dec, b: Dec, ctx: Ctx, rounding: Rounding): Dec {
  const nan = nanOf(ctx, a, b);
  if (nan !== undefined) return nan;
  if (isInfinite(a) || isInfinite(b)) return isInfinite(a) && isInfinite(b) ? a : invalid(ctx);
  if (b.exp < etiny(ctx) || b.exp > ctx.emax) return invalid(ctx);
  if (isZero(a)) return finish(finite(a.sign, 0n, b.exp), ctx);
  const at = adjusted(a);
  if (at > ctx.emax || at - b.exp + 1 > ctx.prec) return invalid(ctx);
  const r = rescale(a, b.exp, rounding);
  if (adjusted(r) > ctx.emax || digitsOf(r.coef) > ctx.prec) return invalid(ctx);
  if (r.exp > a.exp) ctx.status |= C.ROUNDED | (compareExact(r, a) === 0 ? 0 : C.INEXACT);
  return finish(r, ctx);
}

/** Rounds to an integer; `exact` says whether to tell what was lost. */
export function toIntegral(a: Dec, ctx: Ctx, rounding: Rounding, exact: boolean): Dec {
  const nan = nanOf(ctx, a);
  if (nan !== undefined) return nan;
  if (isInfinite(a) || a.exp >= 0) return a;
  const r = rescale(a, 0, rounding);
  if (exact && !isZero(a)) ctx.status |= C.ROUNDED | (compareExact(r, a) === 0 ? 0 : C.INEXACT);
  return r;
}

/** Removes trailing zeros. */
export function normalize(a: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a);
  if (nan !== undefined) return nan;
  const r = finish(a, ctx);
  if (r.kind !== Kind.FINITE) return r;
  if (isZero(r)) return finite(r.sign, 0n, 0);
  let { coef, exp } = r;
  const most = ctx.clamp === 1 ? etop(ctx) : ctx.emax;
  while (coef % 10n === 0n && exp < most) {
    coef /= 10n;
    exp++;
  }
  return finite(r.sign, coef, exp);
}

/** Returns the larger (1) or smaller (-1) of two numbers; a quiet NaN loses against a number. */
export function extreme(a: Dec, b: Dec, ctx: Ctx, wanted: 1 | -1, magnitude: boolean): Dec {
  if (isNan(a) || isNan(b)) {
    if (b.kind === Kind.QNAN && !isNan(a)) return finish(a, ctx);
    if (a.kind === Kind.QNAN && !isNan(b)) return finish(b, ctx);
    return nanOf(ctx, a, b)!;
  }
  const c = (magnitude ? compareExact({ ...a, sign: 0 }, { ...b, sign: 0 }) : compareExact(a, b)) || compareTotal(a, b);
  return finish(c * wanted >= 0 ? a : b, ctx);
}

/** Returns the next number of a context towards an infinity. */
export function nextTowards(a: Dec, ctx: Ctx, up: boolean): Dec {
  const nan = nanOf(ctx, a);
  if (nan !== undefined) return nan;
  if (isInfinite(a)) return (a.sign === 0) === up ? a : finite(a.sign, pow10(ctx.prec) - 1n, etop(ctx));
  const work: Ctx = { ...ctx, rounding: up ? 'ROUND_CEILING' : 'ROUND_FLOOR', status: 0 };
  const rounded = finish(a, work);
  if (compareExact(rounded, a) !== 0) return rounded;
  return finish(addExact(a, finite(up ? 0 : 1, 1n, etiny(ctx) - 1), work), work);
}
