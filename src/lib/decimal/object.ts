/** The class Decimal: its object, and what becomes one. */
import { type Dec, Kind } from './values.ts';
import { PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import { PyFloat, PyTuple, intOf, native, strOf, typeOf, PyList } from '../../objects/core/values.ts';
import { defClassMethods, defNew } from '../../objects/core/builtin.ts';
import { cType } from '../../objects/core/c-types.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { toArray } from '../../protocol/iterate.ts';
import { type PyContext, contextOf } from './context.ts';
import * as d from './number.ts';
import * as D from './values.ts';
import { parseDecimal } from './text.ts';

export const decimalType = cType('decimal', 'Decimal', { equalsOthers: true });

/** A decimal number. */
export class PyDecimal extends PyObj {
  constructor(readonly value: Dec) {
    super();
  }
}
native(PyDecimal, decimalType);

export const wrap = (x: Dec): PyDecimal => new PyDecimal(x);

/* ---- making ---- */

/** Returns a float's exact value. */
export function ofFloat(x: number): Dec {
  if (Number.isNaN(x)) return D.NAN;
  const sign = x < 0 || Object.is(x, -0) ? 1 : 0;
  if (!Number.isFinite(x)) return D.infinity(sign);
  const [n, den] = (invoke(getAttr(new PyFloat(Math.abs(x)), 'as_integer_ratio'), []) as PyTuple).items.map((v) =>
    BigInt(intOf(v)!),
  ) as [bigint, bigint];
  const k = den.toString(2).length - 1;
  return D.finite(sign, n * 5n ** BigInt(k), -k);
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
  if (e === 'F') return D.infinity(sign);
  const coef = BigInt(digits === '' ? 0 : digits);
  if (e === 'n' || e === 'N') return { sign, kind: e === 'n' ? Kind.QNAN : Kind.SNAN, coef, exp: 0 };
  if (e !== undefined) valueError("string argument in the third position must be 'F', 'n' or 'N'");
  return D.finite(sign, coef, Number(intOf(parts[2]!) ?? valueError('exponent must be an integer')));
}

/** Makes a number of any value that has one exactly. */
export function exactly(x: PyValue, ctx: PyContext): Dec {
  if (x instanceof PyDecimal) return x.value;
  const n = intOf(x);
  if (n !== undefined) return D.ofInt(n);
  const text = strOf(x);
  if (text !== undefined) {
    const v = parseDecimal(text);
    return v ?? ctx.run((c) => d.invalid(c, D.C.SYNTAX));
  }
  if (x instanceof PyFloat) {
    ctx.run((c) => {
      c.status |= D.C.FLOAT;
    });
    return ofFloat(x.value);
  }
  if (x instanceof PyTuple || x instanceof PyList) return ofTuple(x);
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
          ? D.ofInt(intOf(x)!)
          : typeError('argument must be int or float');
    return cls === decimalType ? wrap(v) : invoke(cls, [wrap(v)]);
  },
});

/** Returns an operand as a number; undefined where an operator does not take it. */
export function operand(x: PyValue): Dec | undefined {
  if (x instanceof PyDecimal) return x.value;
  const n = intOf(x);
  return n === undefined ? undefined : D.ofInt(n);
}

/** Returns an argument of a method as a number. Throws TypeError. */
export function argument(x: PyValue): Dec {
  return operand(x) ?? typeError(`conversion from ${typeOf(x).name} to Decimal is not supported`);
}
