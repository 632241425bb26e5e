/**
 * The module `_decimal`: the classes Decimal and Context over the arithmetic of decimal-number.ts.
 */
import { importedAttr } from '../../objects/slots/imported.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, type PyModule, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, defMethods, makeFunctions, withoutNames } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { getAttr } from '../../protocol/attribute.ts';
import {
  EXCEPTIONS,
  MAX_PREC,
  type PyContext,
  ROUNDINGS,
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
import * as D from './values.ts';
import { decimalText } from './text.ts';
import { divmod, type Binary } from './operators.ts';
import { argument, decimalType, exactly, ofFloat, wrap } from './object.ts';
import { newTupleClass, plus } from './methods.ts';
import { numberClass } from './operations.ts';

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
    ctx.run((c) => (D.isNan(v) && D.digitsOf(v.coef) > c.prec - c.clamp ? d.invalid(c, D.C.SYNTAX) : d.finish(v, c))),
  );
}
defMethods(contextType, {
  'plus(x, /)': (ctx: PyContext, a: PyValue) => wrap(ctx.run((c) => plus(argument(a), c))),
  'minus(x, /)': (ctx: PyContext, a: PyValue) => wrap(ctx.run((c) => plus(D.negated(argument(a)), c))),
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
  'radix()': () => wrap(D.ofInt(10)),
  'canonical(x, /)': (_ctx: PyContext, a: PyValue) =>
    typeOf(a).isSubtype(decimalType) ? a : typeError('argument must be a Decimal'),
  'copy_decimal(x, /)': (_ctx: PyContext, a: PyValue) => wrap(argument(a)),
});

for (const type of [decimalType, contextType]) withoutNames(type.dict.values(), 'function');

/** Makes the module `_decimal`. */
export function makeModule(): PyModule {
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
    ['DecimalTuple', newTupleClass()],
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
