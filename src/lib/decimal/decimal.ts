/**
 * The module `_decimal`: the classes Decimal and Context over the arithmetic of decimal-number.ts.
 */
import { importedAttr } from '../../objects/slots/imported.ts';
import { normInt } from '../../numbers/int-ops.ts';
import { PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyComplex,
  PyFloat,
  type PyModule,
  PyTuple,
  floatType,
  intOf,
  native,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import {
  type Kwargs,
  defClassMethods,
  defGetSet,
  defMethods,
  defNew,
  makeFunctions,
} from '../../objects/core/builtin.ts';
import { cType } from '../../objects/core/c-types.ts';
import { overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { identityHash } from '../../types/classes/object.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { getAttr } from '../../objects/slots/attribute.ts';
import { isInstance } from '../../objects/slots/compare.ts';
import { toArray } from '../../objects/slots/iterate.ts';
import {
  EXCEPTIONS,
  MAX_PREC,
  type PyContext,
  ROUNDINGS,
  configure,
  contextOf,
  contextType,
  currentContext,
  keepStandard,
  localContext,
  setContext,
  standardContexts,
  useContext,
} from './context.ts';
import * as f from './functions.ts';
import * as d from './number.ts';
import { type Ctx, type Dec, Kind } from './number.ts';
import { decimalText, formatDecimal, parseDecimal, parseSpec } from './text.ts';

const decimalType = cType('decimal', 'Decimal', { equalsOthers: true });

/** A decimal number. */
class PyDecimal extends PyObj {
  constructor(readonly value: Dec) {
    super();
  }
}
native(PyDecimal, decimalType);

const wrap = (x: Dec): PyDecimal => new PyDecimal(x);

/* ---- making ---- */

/** Returns a float's exact value. */
function ofFloat(x: number): Dec {
  if (Number.isNaN(x)) return d.NAN;
  const sign = x < 0 || Object.is(x, -0) ? 1 : 0;
  if (!Number.isFinite(x)) return d.infinity(sign);
  const [n, den] = (invoke(getAttr(new PyFloat(Math.abs(x)), 'as_integer_ratio'), []) as PyTuple).items.map((v) =>
    BigInt(intOf(v)!),
  ) as [bigint, bigint];
  const k = den.toString(2).length - 1;
  return d.finite(sign, n * 5n ** BigInt(k), -k);
}

/** Reads the tuple form (sign, digits, exponent). */
function ofTuple(x: PyValue): Dec {
  const parts = toArray(x);
  if (parts.length !== 3) valueError('argument must be a sequence of length 3');
  const sign = intOf(parts[0]!);
  if (sign !== 0 && sign !== 1) valueError('sign must be an integer with the value 0 or 1');
  const digits = toArray(parts[1]!)
    .map((v) => {
      const n = intOf(v);
      return n === undefined || n < 0 || n > 9 ? valueError('coefficient must be a tuple of digits') : n;
    })
    .join('');
  const e = strOf(parts[2]!);
  if (e === 'F') return d.infinity(sign);
  const coef = BigInt(digits === '' ? 0 : digits);
  if (e === 'n' || e === 'N') return { sign, kind: e === 'n' ? Kind.QNAN : Kind.SNAN, coef, exp: 0 };
  if (e !== undefined) valueError("string argument in the third position must be 'F', 'n' or 'N'");
  return d.finite(sign, coef, Number(intOf(parts[2]!) ?? valueError('exponent must be an integer')));
}

/** Makes a number of any value that has one exactly. */
function exactly(x: PyValue, ctx: PyContext): Dec {
  if (x instanceof PyDecimal) return x.value;
  const n = intOf(x);
  if (n !== undefined) return d.ofInt(n);
  const text = strOf(x);
  if (text !== undefined) {
    const v = parseDecimal(text);
    return v ?? ctx.run((c) => d.invalid(c, d.C.SYNTAX));
  }
  if (x instanceof PyFloat) {
    ctx.run((c) => {
      c.status |= d.C.FLOAT;
    });
    return ofFloat(x.value);
  }
  if (x instanceof PyTuple || typeOf(x).name === 'list') return ofTuple(x);
  return typeError(`conversion from ${typeOf(x).name} to Decimal is not supported`);
}

defNew(decimalType, 'value?, context?', (cls: PyType, value: PyValue = 0, context?: PyValue) => {
  if (cls === decimalType && value instanceof PyDecimal && value.type === decimalType) return value;
  const made = wrap(exactly(value, contextOf(context)));
  return cls === decimalType ? made : shapeInstance(made, cls);
});
defClassMethods(decimalType, {
  'from_float(f, /)': (cls: PyType, x: PyValue) => {
    const v =
      x instanceof PyFloat
        ? ofFloat(x.value)
        : intOf(x) !== undefined
          ? d.ofInt(intOf(x)!)
          : typeError('argument must be int or float');
    return cls === decimalType ? wrap(v) : invoke(cls, [wrap(v)]);
  },
});

/** Returns an operand as a number; undefined where an operator does not take it. */
function operand(x: PyValue): Dec | undefined {
  if (x instanceof PyDecimal) return x.value;
  const n = intOf(x);
  return n === undefined ? undefined : d.ofInt(n);
}

/** Returns an argument of a method as a number. Throws TypeError. */
function argument(x: PyValue): Dec {
  return operand(x) ?? typeError(`conversion from ${typeOf(x).name} to Decimal is not supported`);
}

/* ---- operators ---- */

type Binary = (a: Dec, b: Dec, ctx: Ctx) => Dec;
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
function divmod(a: Dec, b: Dec, ctx: PyContext): PyTuple {
  return new PyTuple(ctx.run((c) => [d.divideInt(a, b, c), d.remainder(a, b, c)]).map(wrap));
}

/** Raises to a power. */
function raised(a: PyValue, b: PyValue, modulus: PyValue): PyValue {
  const [x, y] = [operand(a), operand(b)];
  if (x === undefined || y === undefined) return NotImplemented;
  if (modulus === None) return wrap(currentContext().run((c) => f.power(x, y, c)));
  const m = operand(modulus);
  return m === undefined ? NotImplemented : wrap(currentContext().run((c) => f.powerModulo(x, y, m, c)));
}

/** Returns the int that is left without the fraction. Throws for infinities and NaN. */
function truncated(x: Dec): number | bigint {
  if (d.isNan(x)) valueError('cannot convert NaN to integer');
  if (d.isInfinite(x)) overflowError('cannot convert Infinity to integer');
  const r = d.rescale(x, 0, 'ROUND_DOWN');
  return normInt(r.sign === 1 ? -r.coef : r.coef);
}

/** Rounds to an int. */
function toInt(x: Dec, rounding: d.Rounding): number | bigint {
  return d.isNan(x) || d.isInfinite(x) ? truncated(x) : truncated(d.rescale(x, 0, rounding));
}

const PRIME = (1n << 61n) - 1n;

/** Hashes as the number of another type that is equal. */
function hashOf(x: PyDecimal): PyValue {
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
    if (equality) currentContext().flags |= d.C.FLOAT;
    else
      currentContext().run((c) => {
        c.status |= d.C.FLOAT;
      });
    return { a, b: ofFloat(part.value) };
  }
  if (typeof other === 'object' && isInstance(other, importedAttr('numbers', 'Rational'))) {
    const [n, den] = ['numerator', 'denominator'].map((k) => d.ofInt(intOf(getAttr(other, k)) ?? 0)) as [Dec, Dec];
    return { a: a.kind === Kind.FINITE ? d.finite(a.sign, a.coef * den.coef, a.exp) : a, b: n };
  }
  return undefined;
}

['lt', 'le', 'eq', 'ne', 'gt', 'ge'].forEach((name, op) => {
  const equality = op === 2 || op === 3;
  defMethods(decimalType, {
    [`__${name}__(value, /)`]: (self: PyDecimal, other: PyValue) => {
      const pair = compareWith(self.value, other, equality);
      if (pair === undefined) return NotImplemented;
      if (d.isNan(pair.a) || d.isNan(pair.b)) {
        if (!equality || pair.a.kind === Kind.SNAN || pair.b.kind === Kind.SNAN)
          currentContext().run((c) => d.invalid(c));
        return op === 3;
      }
      const c = d.compareExact(pair.a, pair.b);
      return [c < 0, c <= 0, c === 0, c !== 0, c > 0, c >= 0][op]!;
    },
  });
});

/* ---- operations that are methods of both Decimal and Context ---- */

/** Compares as a number, NaN where one is. */
function compare(a: Dec, b: Dec, ctx: Ctx, signal: boolean): Dec {
  if (signal && (d.isNan(a) || d.isNan(b))) {
    ctx.status |= d.C.INVALID;
    const quiet = (x: Dec): Dec => ({ ...x, kind: Kind.QNAN });
    return quiet([a, b].find((x) => x.kind === Kind.SNAN) ?? [a, b].find(d.isNan)!);
  }
  return d.nanOf(ctx, a, b) ?? d.ofInt(d.compareExact(a, b));
}

/** Returns the exponent of the first digit as a number. */
function logb(a: Dec, ctx: Ctx): Dec {
  const nan = d.nanOf(ctx, a);
  if (nan !== undefined) return nan;
  if (d.isInfinite(a)) return d.infinity(0);
  if (d.isZero(a)) {
    ctx.status |= d.C.BY_ZERO;
    return d.infinity(1);
  }
  return d.finish(d.ofInt(d.adjusted(a)), ctx);
}

/** Multiplies by a power of ten. */
function scaleb(a: Dec, b: Dec, ctx: Ctx): Dec {
  const nan = d.nanOf(ctx, a, b);
  if (nan !== undefined) return nan;
  const n = b.exp === 0 ? f.integerOf(b) : undefined;
  if (n === undefined || n > 2n * BigInt(ctx.emax + ctx.prec) || n < -2n * BigInt(ctx.emax + ctx.prec))
    return d.invalid(ctx);
  return d.isInfinite(a) ? a : d.finish(d.finite(a.sign, a.coef, a.exp + Number(n)), ctx);
}

/** Shifts or rotates the digits of the coefficient. */
function shifted(a: Dec, b: Dec, ctx: Ctx, around: boolean): Dec {
  const nan = d.nanOf(ctx, a, b);
  if (nan !== undefined) return nan;
  const n = b.exp === 0 ? f.integerOf(b) : undefined;
  if (n === undefined || n > BigInt(ctx.prec) || n < -BigInt(ctx.prec)) return d.invalid(ctx);
  if (d.isInfinite(a)) return a;
  const k = Number(n);
  const digits = a.coef.toString().slice(-ctx.prec).padStart(ctx.prec, '0');
  const at = ((k % ctx.prec) + ctx.prec) % ctx.prec;
  const moved = around
    ? digits.slice(at) + digits.slice(0, at)
    : k < 0
      ? digits.slice(0, k)
      : (digits + '0'.repeat(k)).slice(-ctx.prec);
  return d.finite(a.sign, BigInt(moved === '' ? 0 : moved), a.exp);
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
  return d.finite(0, BigInt([...p].map((c, i) => (op(c, q[i]!) ? '1' : '0')).join('')), 0);
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
    if (d.isInfinite(r)) c.status |= d.C.OVERFLOW | d.C.INEXACT | d.C.ROUNDED;
    else if (d.adjusted(r) < c.emin)
      c.status |= d.C.UNDERFLOW | d.C.SUBNORMAL | d.C.INEXACT | d.C.ROUNDED | (d.isZero(r) ? d.C.CLAMPED : 0);
    return r;
  },
  compare_total: (a, b) => d.ofInt(d.compareTotal(a, b)),
  compare_total_mag: (a, b) => d.ofInt(d.compareTotal({ ...a, sign: 0 }, { ...b, sign: 0 })),
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
  logical_invert: (a, c) => logical(a, d.finite(0, BigInt('1'.repeat(c.prec)), 0), c, (x, y) => x !== y),
};
const TESTS: Record<string, (a: Dec, ctx: Ctx) => boolean> = {
  is_normal: (a, c) => a.kind === Kind.FINITE && a.coef !== 0n && d.adjusted(a) >= c.emin,
  is_subnormal: (a, c) => a.kind === Kind.FINITE && a.coef !== 0n && d.adjusted(a) < c.emin,
};
const PLAIN_TESTS: Record<string, (a: Dec) => boolean> = {
  is_nan: d.isNan,
  is_qnan: (a) => a.kind === Kind.QNAN,
  is_snan: (a) => a.kind === Kind.SNAN,
  is_zero: d.isZero,
  is_infinite: d.isInfinite,
  is_finite: (a) => a.kind === Kind.FINITE,
  is_signed: (a) => a.sign === 1,
  is_canonical: () => true,
};
const COPIES: Record<string, (a: Dec) => Dec> = { copy_abs: (a) => ({ ...a, sign: 0 }), copy_negate: d.negated };

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
function roundingOr(x: PyValue | undefined, ctx: PyContext): d.Rounding {
  if (x === undefined || x === None) return ctx.rounding;
  return configure(ctx.copy(), [['rounding', x]]).rounding;
}

/** Names the class of a number. */
function numberClass(x: Dec, ctx: Ctx): string {
  if (x.kind === Kind.SNAN) return 'sNaN';
  if (x.kind === Kind.QNAN) return 'NaN';
  const kind =
    x.kind === Kind.INFINITE ? 'Infinity' : x.coef === 0n ? 'Zero' : d.adjusted(x) < ctx.emin ? 'Subnormal' : 'Normal';
  return (x.sign === 1 ? '-' : '+') + kind;
}

/* ---- Decimal ---- */

const decimalTuple = (x: Dec): PyValue => {
  const digits =
    x.kind === Kind.INFINITE ? [0] : x.kind !== Kind.FINITE && x.coef === 0n ? [] : [...x.coef.toString()].map(Number);
  const e = x.kind === Kind.FINITE ? x.exp : x.kind === Kind.INFINITE ? 'F' : x.kind === Kind.QNAN ? 'n' : 'N';
  return invoke(tupleClass(), [x.sign, new PyTuple(digits), e]);
};
let tuples: PyValue | null = null;
/** Returns the named tuple `DecimalTuple`. */
function tupleClass(): PyValue {
  tuples ??= invoke(
    importedAttr('collections', 'namedtuple'),
    ['DecimalTuple', 'sign digits exponent'],
    new Map<string, PyValue>([['module', 'decimal']]),
  );
  return tuples;
}

/** Returns numerator and denominator in lowest terms. */
function ratio(x: Dec): PyTuple {
  if (d.isNan(x)) valueError('cannot convert NaN to integer ratio');
  if (d.isInfinite(x)) overflowError('cannot convert Infinity to integer ratio');
  let [n, den] = x.exp >= 0 ? [x.coef * d.pow10(x.exp), 1n] : [x.coef, d.pow10(-x.exp)];
  let [a, b] = [n, den];
  while (b !== 0n) [a, b] = [b, a % b];
  n /= a;
  den /= a;
  return new PyTuple([normInt(x.sign === 1 ? -n : n), normInt(den)]);
}

/** Returns the nearest float. */
function toFloat(x: Dec): PyValue {
  if (x.kind === Kind.SNAN) valueError('cannot convert signaling NaN to float');
  return invoke(floatType, [decimalText(x.kind === Kind.QNAN ? { ...x, coef: 0n } : x)]);
}

defMethods(decimalType, {
  '__repr__()': (a: PyDecimal) => `Decimal('${decimalText(a.value, currentContext().capitals === 1)}')`,
  '__str__()': (a: PyDecimal) => decimalText(a.value, currentContext().capitals === 1),
  '__hash__()': hashOf,
  '__bool__()': (a: PyDecimal) => !d.isZero(a.value),
  '__int__()': (a: PyDecimal) => truncated(a.value),
  '__trunc__()': (a: PyDecimal) => truncated(a.value),
  '__floor__()': (a: PyDecimal) => toInt(a.value, 'ROUND_FLOOR'),
  '__ceil__()': (a: PyDecimal) => toInt(a.value, 'ROUND_CEILING'),
  '__float__()': (a: PyDecimal) => toFloat(a.value),
  '__complex__()': (a: PyDecimal) => new PyComplex((toFloat(a.value) as PyFloat).value, 0),
  '__round__(ndigits?, /)': (a: PyDecimal, n: PyValue = None) => {
    if (n === None) return toInt(a.value, 'ROUND_HALF_EVEN');
    const places = intOf(n) ?? typeError('optional arg must be an integer');
    return wrap(currentContext().run((c) => d.quantize(a.value, d.finite(0, 1n, -Number(places)), c, c.rounding)));
  },
  '__neg__()': (a: PyDecimal) =>
    wrap(
      currentContext().run(
        (c) =>
          d.nanOf(c, a.value) ??
          d.finish(d.isZero(a.value) && c.rounding !== 'ROUND_FLOOR' ? { ...a.value, sign: 0 } : d.negated(a.value), c),
      ),
    ),
  '__pos__()': (a: PyDecimal) => wrap(currentContext().run((c) => plus(a.value, c))),
  '__abs__()': (a: PyDecimal) => wrap(currentContext().run((c) => plus({ ...a.value, sign: 0 }, c))),
  '__divmod__(value, /)': (a: PyDecimal, b: PyValue) => {
    const y = operand(b);
    return y === undefined ? NotImplemented : divmod(a.value, y, currentContext());
  },
  '__rdivmod__(value, /)': (b: PyDecimal, a: PyValue) => {
    const x = operand(a);
    return x === undefined ? NotImplemented : divmod(x, b.value, currentContext());
  },
  '__pow__(value, mod?, /)': (a: PyDecimal, b: PyValue, m: PyValue = None) => raised(a, b, m),
  '__rpow__(value, mod?, /)': (b: PyDecimal, a: PyValue, m: PyValue = None) => raised(a, b, m),
  '__format__(spec, /)': (a: PyDecimal, text: PyValue) => {
    const spec =
      parseSpec(strOf(text) ?? typeError(`format argument must be str`)) ?? valueError('invalid format string');
    return formatDecimal(a.value, spec, currentContext(), currentContext().capitals === 1);
  },
  '__reduce__()': (a: PyDecimal) => new PyTuple([a.type, new PyTuple([decimalText(a.value)])]),
  '__copy__()': (a: PyDecimal) => a,
  '__deepcopy__(memo, /)': (a: PyDecimal) => a,
  'as_tuple()': (a: PyDecimal) => decimalTuple(a.value),
  'as_integer_ratio()': (a: PyDecimal) => ratio(a.value),
  'adjusted()': (a: PyDecimal) => (a.value.kind === Kind.FINITE ? d.adjusted(a.value) : 0),
  'canonical()': (a: PyDecimal) => a,
  'conjugate()': (a: PyDecimal) => a,
  'radix()': () => wrap(d.ofInt(10)),
  'number_class(context?)': (a: PyDecimal, context?: PyValue) => numberClass(a.value, contextOf(context)),
  'same_quantum(other, context?)': (a: PyDecimal, b: PyValue) => {
    const y = argument(b);
    return a.value.kind === y.kind && (a.value.kind !== Kind.FINITE || a.value.exp === y.exp);
  },
  'to_eng_string(context?)': (a: PyDecimal, context?: PyValue) =>
    decimalText(a.value, contextOf(context).capitals === 1, true),
  'quantize(exp, rounding?, context?)': (a: PyDecimal, b: PyValue, rounding?: PyValue, context?: PyValue) => {
    const [ctx, y] = [contextOf(context), argument(b)];
    const mode = roundingOr(rounding, ctx);
    return wrap(ctx.run((c) => d.quantize(a.value, y, c, mode)));
  },
  'fma(other, third, context?)': (a: PyDecimal, b: PyValue, c: PyValue, context?: PyValue) => {
    const [y, z] = [argument(b), argument(c)];
    return wrap(contextOf(context).run((k) => d.fma(a.value, y, z, k)));
  },
});
for (const [name, exact] of [
  ['to_integral', false],
  ['to_integral_value', false],
  ['to_integral_exact', true],
] as const) {
  defMethods(decimalType, {
    [`${name}(rounding?, context?)`]: (a: PyDecimal, rounding?: PyValue, context?: PyValue) => {
      const ctx = contextOf(context);
      const mode = roundingOr(rounding, ctx);
      return wrap(ctx.run((c) => d.toIntegral(a.value, c, mode, exact)));
    },
  });
  defMethods(contextType, {
    [`${name}(x, /)`]: (ctx: PyContext, a: PyValue) => {
      const x = argument(a);
      return wrap(ctx.run((c) => d.toIntegral(x, c, c.rounding, exact)));
    },
  });
}
defGetSet(decimalType, { real: (a: PyDecimal) => a, imag: () => wrap(d.finite(0, 0n, 0)) });

/** Rounds an operand, as unary plus does. */
function plus(a: Dec, ctx: Ctx): Dec {
  const nan = d.nanOf(ctx, a);
  if (nan !== undefined) return nan;
  return d.finish(d.isZero(a) && ctx.rounding !== 'ROUND_FLOOR' ? { ...a, sign: 0 } : a, ctx);
}

/* ---- Context ---- */

const ARITHMETIC: Record<string, Binary> = {
  add: d.add,
  subtract: d.subtract,
  multiply: d.multiply,
  divide: d.divide,
  divide_int: d.divideInt,
  remainder: d.remainder,
};
for (const [name, op] of Object.entries(ARITHMETIC)) {
  defMethods(contextType, {
    [`${name}(x, y, /)`]: (ctx: PyContext, a: PyValue, b: PyValue) => {
      const [x, y] = [argument(a), argument(b)];
      return wrap(ctx.run((c) => op(x, y, c)));
    },
  });
}
/** Makes a number and rounds it. */
function create(ctx: PyContext, x: PyValue): PyValue {
  const v = exactly(x, ctx);
  return wrap(
    ctx.run((c) => (d.isNan(v) && d.digitsOf(v.coef) > c.prec - c.clamp ? d.invalid(c, d.C.SYNTAX) : d.finish(v, c))),
  );
}
defMethods(contextType, {
  'plus(x, /)': (ctx: PyContext, a: PyValue) => wrap(ctx.run((c) => plus(argument(a), c))),
  'minus(x, /)': (ctx: PyContext, a: PyValue) => wrap(ctx.run((c) => plus(d.negated(argument(a)), c))),
  'abs(x, /)': (ctx: PyContext, a: PyValue) => wrap(ctx.run((c) => plus({ ...argument(a), sign: 0 }, c))),
  'divmod(x, y, /)': (ctx: PyContext, a: PyValue, b: PyValue) => divmod(argument(a), argument(b), ctx),
  'power(a, b, modulo?)': (ctx: PyContext, a: PyValue, b: PyValue, m: PyValue = None) => {
    const [x, y, z] = [argument(a), argument(b), m === None ? undefined : argument(m)];
    return wrap(ctx.run((c) => (z === undefined ? f.power(x, y, c) : f.powerModulo(x, y, z, c))));
  },
  'quantize(x, y, /)': (ctx: PyContext, a: PyValue, b: PyValue) => {
    const [x, y] = [argument(a), argument(b)];
    return wrap(ctx.run((c) => d.quantize(x, y, c, c.rounding)));
  },
  'fma(x, y, z, /)': (ctx: PyContext, a: PyValue, b: PyValue, e: PyValue) => {
    const [x, y, z] = [argument(a), argument(b), argument(e)];
    return wrap(ctx.run((c) => d.fma(x, y, z, c)));
  },
  'create_decimal(num?, /)': (ctx: PyContext, x: PyValue = 0) => create(ctx, x),
  'create_decimal_from_float(f, /)': (ctx: PyContext, x: PyValue) =>
    create(ctx, wrap(x instanceof PyFloat ? ofFloat(x.value) : argument(x))),
  'to_sci_string(x, /)': (ctx: PyContext, a: PyValue) => decimalText(argument(a), ctx.capitals === 1),
  'to_eng_string(x, /)': (ctx: PyContext, a: PyValue) => decimalText(argument(a), ctx.capitals === 1, true),
  'number_class(x, /)': (ctx: PyContext, a: PyValue) => numberClass(argument(a), ctx),
  'same_quantum(x, y, /)': (_ctx: PyContext, a: PyValue, b: PyValue) =>
    invoke(getAttr(wrap(argument(a)), 'same_quantum'), [b]),
  'canonical(x, /)': (_ctx: PyContext, a: PyValue) => a,
  'copy_decimal(x, /)': (_ctx: PyContext, a: PyValue) => wrap(argument(a)),
});

/** Makes the module `_decimal`. */
export function makeModule(): PyModule {
  tuples = null;
  invoke(getAttr(importedAttr('numbers', 'Number'), 'register'), [decimalType]);
  const contexts = standardContexts();
  keepStandard(contexts);
  useContext(contexts.DefaultContext.copy());
  return nativeModule('_decimal', [
    ...makeFunctions('decimal', {
      'getcontext()': () => currentContext(),
      'setcontext(context, /)': setContext,
      'localcontext(ctx?, **kwargs)': (ctx: PyValue | undefined, kw: Kwargs) => localContext(ctx, kw),
    }),
    ['Decimal', decimalType],
    ['Context', contextType],
    ['DecimalTuple', tupleClass()],
    ...EXCEPTIONS.map((t): [string, PyValue] => [t.name, t]),
    ...Object.entries(contexts),
    ...ROUNDINGS.map((r): [string, PyValue] => [r, r]),
    ['MAX_PREC', MAX_PREC],
    ['MAX_EMAX', MAX_PREC],
    ['MIN_EMIN', -MAX_PREC],
    ['MIN_ETINY', -1999999999999999997n],
    ['HAVE_THREADS', true],
    ['HAVE_CONTEXTVAR', true],
    ['__version__', '1.70'],
    ['__libmpdec_version__', '2.5.1'],
  ]);
}
