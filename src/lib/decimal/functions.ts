/**
 * Square roots, exponentials, logarithms and powers of decimal numbers, rounded correctly.
 *
 * A function is computed in fixed point with more and more digits until all the digits beyond the precision decide
 * which way to round. That ends because values that lie exactly between two numbers are taken out before.
 */
import {
  C,
  type Ctx,
  type Dec,
  Kind,
  ONE,
  adjusted,
  digitsOf,
  etiny,
  finite,
  infinity,
  isInfinite,
  isZero,
  ofInt,
  pow10,
} from './values.ts';
import { compareExact, divide, finish, invalid, nanOf } from './number.ts';

/** Returns the integer square root. */
export function isqrt(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 10n ** BigInt(Math.ceil(digitsOf(n) / 2));
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

export function sqrt(a: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a);
  if (nan !== undefined) return nan;
  if (isInfinite(a) && a.sign === 0) return a;
  if (isZero(a)) return finish(finite(a.sign, 0n, a.exp >> 1), ctx);
  if (a.sign === 1) return invalid(ctx);
  const prec = ctx.prec + 1;
  let e = a.exp >> 1;
  let c = a.coef;
  const len = digitsOf(c);
  let l = (a.exp & 1) !== 0 ? (len >> 1) + 1 : (len + 1) >> 1;
  if ((a.exp & 1) !== 0) c *= 10n;
  const shift = prec - l;
  let exact = true;
  if (shift >= 0) c *= pow10(2 * shift);
  else {
    const unit = pow10(-2 * shift);
    exact = c % unit === 0n;
    c /= unit;
  }
  e -= shift;
  let n = isqrt(c);
  exact &&= n * n === c;
  if (exact) {
    if (shift >= 0) n /= pow10(shift);
    else n *= pow10(-shift);
    e += shift;
    l = 0;
  } else if (n % 5n === 0n) n++;
  return finish(finite(0, n, e), sharing(ctx));
}

/** Returns the context with half-even rounding, which these functions always use; the status is shared. */
function sharing(ctx: Ctx): Ctx {
  const own = Object.create(ctx) as Ctx;
  Object.defineProperty(own, 'rounding', { value: 'ROUND_HALF_EVEN' });
  Object.defineProperty(own, 'status', {
    get: () => ctx.status,
    set: (v: number) => {
      ctx.status = v;
    },
  });
  return own;
}

/** Returns e^x of a fixed-point number with `p` digits after the point. */
function expFixed(x: bigint, p: number): bigint {
  const one = pow10(p);
  // Halve until the series is short, and square back.
  const halvings = Math.max(0, digitsOf(x < 0n ? -x : x) - p) * 4 + 12;
  const guard = BigInt(halvings + 10);
  const scale = one << guard;
  const y = (x << guard) >> BigInt(halvings);
  let sum = scale;
  let term = scale;
  for (let k = 1n; term !== 0n; k++) {
    term = (term * y) / (scale * k);
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) / scale;
  return sum >> guard;
}

const ln10s = new Map<number, bigint>();

/** Returns ln 10 with `p` digits after the point. */
function ln10(p: number): bigint {
  let v = ln10s.get(p);
  if (v === undefined) {
    // ln 10 = 46·artanh(1/31) + 34·artanh(1/49) + 20·artanh(1/161)
    const one = pow10(p + 5);
    v = (46n * artanhInverse(31n, one) + 34n * artanhInverse(49n, one) + 20n * artanhInverse(161n, one)) / 100000n;
    if (ln10s.size > 20) ln10s.clear();
    ln10s.set(p, v);
  }
  return v;
}

/** Returns artanh(1/n) in units of `one`. */
function artanhInverse(n: bigint, one: bigint): bigint {
  let power = one / n;
  let sum = power;
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= n * n;
    sum += power / k;
  }
  return sum;
}

/** Returns the natural logarithm of a positive number in fixed point with `p` digits after the point. */
function lnFixed(a: Dec, p: number): bigint {
  const e = adjusted(a) + 1;
  const q = Math.max(p + 8, 25);
  const one = pow10(q);
  // a = m · 10^e with 0.1 <= m < 1
  const places = digitsOf(a.coef);
  const m = places <= q ? a.coef * pow10(q - places) : a.coef / pow10(places - q);
  // Newton on exp, from the double's logarithm: each step doubles the digits.
  let y = BigInt(Math.round(Math.log(Number(m / pow10(q - 17)) / 1e17) * 1e15)) * pow10(q - 15);
  for (let good = 14; good < q; good *= 2) {
    const ey = expFixed(y, q);
    y += (2n * one * (m - ey)) / (m + ey);
  }
  return (y + BigInt(e) * ln10(q)) / pow10(q - p);
}

/** Rounds what `compute(p)` gives with p digits after the point, once enough of them are known. */
function settle(ctx: Ctx, compute: (p: number) => bigint, firstDigit: number): Dec {
  for (let extra = 5; ; extra *= 2) {
    const p = Math.max(ctx.prec - firstDigit + extra, 1);
    const v = compute(p);
    const abs = v < 0n ? -v : v;
    const len = digitsOf(abs);
    if (len < ctx.prec + 3) continue;
    const unit = pow10(len - ctx.prec - 1);
    const tail = abs % (unit * 10n);
    // The last two digits of what was computed may be wrong.
    const half = unit * 5n;
    const near = (x: bigint): boolean => (tail > x ? tail - x : x - tail) <= 100n;
    if (unit > 100n && !near(0n) && !near(half) && !near(unit * 10n))
      return finish(finite(v < 0n ? 1 : 0, abs % 5n === 0n ? abs + 1n : abs, -p), sharing(ctx));
  }
}

export function exp(a: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a);
  if (nan !== undefined) return nan;
  if (isInfinite(a)) return a.sign === 1 ? finite(0, 0n, 0) : a;
  if (isZero(a)) return ONE;
  const own = sharing(ctx);
  const at = adjusted(a);
  if (a.sign === 0 && at > String((ctx.emax + 1) * 3).length) return finish(finite(0, 1n, ctx.emax + 1), own);
  if (a.sign === 1 && at > String((-etiny(ctx) + 1) * 3).length) return finish(finite(0, 1n, etiny(ctx) - 1), own);
  if (a.sign === 0 && at < -ctx.prec) return finish(finite(0, pow10(ctx.prec + 1) + 1n, -ctx.prec - 1), own);
  if (a.sign === 1 && at < -ctx.prec - 1) return finish(finite(0, pow10(ctx.prec + 2) - 1n, -ctx.prec - 2), own);
  return finish(
    expOf(
      (p) => (a.exp + p >= 0 ? a.coef * pow10(a.exp + p) : a.coef / pow10(-a.exp - p)) * (a.sign === 1 ? -1n : 1n),
      ctx,
    ),
    own,
  );
}

/** Returns e^x, not yet rounded, of an x known to any number of digits. */
function expOf(x: (p: number) => bigint, ctx: Ctx): Dec {
  // e^x = e^r · 10^k
  const k = Number(x(40) / ln10(40)) + (x(40) < 0n ? -1 : 0);
  const guard = 12 + String(Math.abs(k)).length;
  const r = settleParts(ctx, (p) => expFixed(x(p + guard) - BigInt(k) * ln10(p + guard), p + guard) / pow10(guard));
  return finite(0, r.coef, r.exp + k);
}

/** As `settle`, of a number between 0.1 and 100, without making it a result yet. */
function settleParts(ctx: Ctx, compute: (p: number) => bigint): Dec {
  const scratch: Ctx = { ...ctx, emin: -999999999, emax: 999999999, prec: ctx.prec + 3, status: 0 };
  for (let extra = 5; ; extra *= 2) {
    const p = ctx.prec + extra;
    const v = compute(p);
    const len = digitsOf(v);
    const unit = pow10(len - ctx.prec);
    const tail = v % unit;
    const near = (y: bigint): boolean => (tail > y ? tail - y : y - tail) <= 100n;
    if (unit > 1000n && !near(0n) && !near(unit / 2n) && !near(unit)) return finite(0, v % 5n === 0n ? v + 1n : v, -p);
    if (extra > 40 + scratch.prec) return finite(0, v, -p);
  }
}

export function ln(a: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a);
  if (nan !== undefined) return nan;
  if (isZero(a)) return infinity(1);
  if (a.sign === 1) return invalid(ctx);
  if (isInfinite(a)) return a;
  if (compareExact(a, ONE) === 0) return finite(0, 0n, 0);
  return settle(ctx, (p) => lnFixed(a, p), 0);
}

export function log10(a: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a);
  if (nan !== undefined) return nan;
  if (isZero(a)) return infinity(1);
  if (a.sign === 1) return invalid(ctx);
  if (isInfinite(a)) return a;
  const text = a.coef.toString();
  if (/^10*$/.test(text)) return finish(ofInt(a.exp + text.length - 1), sharing(ctx));
  return settle(ctx, (p) => (lnFixed(a, p + 10) * pow10(p + 10)) / ln10(p + 10) / pow10(10), 0);
}

/** Tells the value of an integer, or undefined for what is none. */
export function integerOf(x: Dec): bigint | undefined {
  if (x.kind !== Kind.FINITE) return undefined;
  if (x.exp >= 0) return x.exp > 100000 ? undefined : x.coef * pow10(x.exp) * (x.sign === 1 ? -1n : 1n);
  if (-x.exp > digitsOf(x.coef) && x.coef !== 0n) return undefined;
  const unit = pow10(-x.exp);
  return x.coef % unit === 0n ? (x.coef / unit) * (x.sign === 1 ? -1n : 1n) : undefined;
}

/** Returns the power of special operands; undefined where it has to be computed. */
function specialPower(a: Dec, b: Dec, sign: 0 | 1, ctx: Ctx): Dec | undefined {
  if (isZero(b)) return isZero(a) ? invalid(ctx) : ONE;
  const growing = (b.sign === 0) === (isInfinite(a) || compareExact({ ...a, sign: 0 }, ONE) > 0);
  if (isZero(a)) return b.sign === 1 ? infinity(sign) : finite(sign, 0n, 0);
  if (isInfinite(a)) return b.sign === 1 ? finite(sign, 0n, 0) : infinity(sign);
  if (isInfinite(b)) {
    if (a.sign === 1) return invalid(ctx);
    const c = compareExact(a, ONE);
    if (c === 0) {
      ctx.status |= C.INEXACT | C.ROUNDED;
      return finite(0, pow10(ctx.prec - 1), 1 - ctx.prec);
    }
    return growing ? infinity(0) : finite(0, 0n, 0);
  }
  return undefined;
}

export function power(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = nanOf(ctx, a, b);
  if (nan !== undefined) return nan;
  const n = integerOf(b);
  const odd = n !== undefined && (n & 1n) === 1n;
  const sign: 0 | 1 = a.sign === 1 && odd ? 1 : 0;
  const special = specialPower(a, b, sign, ctx);
  if (special !== undefined) return special;
  if (a.sign === 1 && n === undefined) return invalid(ctx);
  const base = { ...a, sign: 0 as const };
  if (n !== undefined && compareExact(base, ONE) === 0 && a.exp === 0) return finite(sign, 1n, 0);
  const size = n === undefined ? Number.POSITIVE_INFINITY : Math.abs(Number(n)) * digitsOf(a.coef);
  if (n !== undefined && size <= 30000) {
    const times = n < 0n ? -n : n;
    const raised = finite(sign, a.coef ** times, a.exp * Number(times));
    return n < 0n ? divide(ONE, raised, ctx) : finish(raised, ctx);
  }
  return logarithmicPower(base, b, sign, ctx);
}

/** Returns a^b by e^(b·ln a). */
function logarithmicPower(a: Dec, b: Dec, sign: 0 | 1, ctx: Ctx): Dec {
  ctx.status |= C.INEXACT | C.ROUNDED;
  if (compareExact(a, ONE) === 0) return finite(sign, pow10(ctx.prec - 1), 1 - ctx.prec);
  const size = adjusted(b) + digitsOf(BigInt(Math.abs(adjusted(a)) + 1));
  const product = (p: number): bigint => {
    const q = p + Math.max(0, adjusted(b)) + 5;
    const l = lnFixed(a, q) * b.coef * (b.sign === 1 ? -1n : 1n);
    const shift = p - q + b.exp;
    return shift >= 0 ? l * pow10(shift) : l / pow10(-shift);
  };
  const grows = compareExact(a, ONE) > 0 === (b.sign === 0);
  const r = finish(
    size > 12 ? finite(sign, 1n, grows ? ctx.emax + 1 : etiny(ctx) - 1) : { ...expOf(product, ctx), sign },
    ctx,
  );
  const room = r.kind === Kind.FINITE && r.coef !== 0n ? Math.min(ctx.prec - digitsOf(r.coef), r.exp - etiny(ctx)) : 0;
  return room > 0 ? finite(sign, r.coef * pow10(room), r.exp - room) : r;
}

/** Returns (a ** b) % m of integers. */
export function powerModulo(a: Dec, b: Dec, m: Dec, ctx: Ctx): Dec {
  const [x, n, modulus] = [integerOf(a), integerOf(b), integerOf(m)];
  if (x === undefined || n === undefined || modulus === undefined || n < 0n || modulus === 0n || (x === 0n && n === 0n))
    return invalid(ctx);
  if (digitsOf(modulus < 0n ? -modulus : modulus) > ctx.prec) return invalid(ctx);
  const size = modulus < 0n ? -modulus : modulus;
  let result = 1n % size;
  for (let base = (x < 0n ? -x : x) % size, e = n; e > 0n; e >>= 1n) {
    if ((e & 1n) === 1n) result = (result * base) % size;
    base = (base * base) % size;
  }
  return finite(x < 0n && (n & 1n) === 1n ? 1 : 0, result, 0);
}
