/** The methods of Decimal alone. */
import { type Ctx, type Dec, Kind } from './values.ts';
import { importedAttr } from '../../objects/slots/imported.ts';
import { normInt } from '../../numbers/int-ops.ts';
import type { PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyComplex,
  type PyFloat,
  PyTuple,
  floatType,
  intOf,
  strOf,
} from '../../objects/core/values.ts';
import { defGetSet, defMethods } from '../../objects/core/builtin.ts';
import { overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { type PyContext, contextOf, contextType, currentContext } from './context.ts';
import * as d from './number.ts';
import * as D from './values.ts';
import { decimalText, formatDecimal, parseSpec } from './text.ts';
import { type PyDecimal, argument, decimalType, operand, wrap } from './object.ts';
import { divmod, hashOf, raised, toInt, truncated } from './operators.ts';
import { numberClass, roundingOr } from './operations.ts';

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

/** Makes the named tuple `DecimalTuple` of a new machine. */
export function newTupleClass(): PyValue {
  tuples = null;
  return tupleClass();
}

/** Returns numerator and denominator in lowest terms. */
function ratio(x: Dec): PyTuple {
  if (D.isNan(x)) valueError('cannot convert NaN to integer ratio');
  if (D.isInfinite(x)) overflowError('cannot convert Infinity to integer ratio');
  let [n, den] = x.exp >= 0 ? [x.coef * D.pow10(x.exp), 1n] : [x.coef, D.pow10(-x.exp)];
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
  '__bool__()': (a: PyDecimal) => !D.isZero(a.value),
  '__int__()': (a: PyDecimal) => truncated(a.value),
  '__trunc__()': (a: PyDecimal) => truncated(a.value),
  '__floor__()': (a: PyDecimal) => toInt(a.value, 'ROUND_FLOOR'),
  '__ceil__()': (a: PyDecimal) => toInt(a.value, 'ROUND_CEILING'),
  '__float__()': (a: PyDecimal) => toFloat(a.value),
  '__complex__()': (a: PyDecimal) => new PyComplex((toFloat(a.value) as PyFloat).value, 0),
  '__round__(ndigits?, /)': (a: PyDecimal, n: PyValue = None) => {
    if (n === None) return toInt(a.value, 'ROUND_HALF_EVEN');
    const places = intOf(n) ?? typeError('optional arg must be an integer');
    return wrap(currentContext().run((c) => d.quantize(a.value, D.finite(0, 1n, -Number(places)), c, c.rounding)));
  },
  '__neg__()': (a: PyDecimal) =>
    wrap(
      currentContext().run(
        (c) =>
          d.nanOf(c, a.value) ??
          d.finish(D.isZero(a.value) && c.rounding !== 'ROUND_FLOOR' ? { ...a.value, sign: 0 } : D.negated(a.value), c),
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
  'adjusted()': (a: PyDecimal) => (a.value.kind === Kind.FINITE ? D.adjusted(a.value) : 0),
  'canonical()': (a: PyDecimal) => a,
  'conjugate()': (a: PyDecimal) => a,
  'radix()': () => wrap(D.ofInt(10)),
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
defGetSet(decimalType, { real: (a: PyDecimal) => a, imag: () => wrap(D.finite(0, 0n, 0)) });

/** Rounds an operand, as unary plus does. */
export function plus(a: Dec, ctx: Ctx): Dec {
  const nan = d.nanOf(ctx, a);
  if (nan !== undefined) return nan;
  return d.finish(D.isZero(a) && ctx.rounding !== 'ROUND_FLOOR' ? { ...a, sign: 0 } : a, ctx);
}
