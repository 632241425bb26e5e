/**
 * Built-in functions and methods that are looked into instead of called, by name.
 *
 * A row gets the operands of a positional call (self first for methods) and returns the result, or
 * undefined where only the runtime form will do.
 */
import { Kind } from '../machine/kinds.ts';
import type { PyType } from '../objects/core/object.ts';
import { None, boolType, floatType, intType, rangeType, strType } from '../objects/core/values.ts';
import { isScalar } from '../machine/effects.ts';
import { RT } from '../machine/runtime-fns.ts';
import type { Machine } from '../machine/machine.ts';
import { compareOp, toBool } from './compare.ts';
import { appendItem } from './subscript.ts';

type Inlined = <R, I, F, B>(m: Machine<R, I, F, B>, args: R[]) => R | undefined;

/** Returns a number as a float, or undefined where it is neither int nor float. */
function asFloat<R, I, F, B>(m: Machine<R, I, F, B>, x: R): F | undefined {
  const k = m.kindOf(x);
  if (k === Kind.FLOAT) return m.unbox_float(x);
  return k === Kind.INT ? m.int_to_float(m.unbox_int(x)) : undefined;
}

/** Picks the smaller (or larger) of the operands, the first one among equals. */
function pick<R, I, F, B>(m: Machine<R, I, F, B>, args: R[], op: number): R | undefined {
  if (args.length < 2) return undefined;
  let best = args[0]!;
  for (const x of args) if (!isNumber(m.kindOf(x))) return undefined;
  for (let i = 1; i < args.length; i++) {
    if (m.branch(m.unbox_bool(compareOp(m, op, args[i]!, best)))) best = args[i]!;
  }
  return best;
}

function isNumber(k: Kind): boolean {
  return k === Kind.INT || k === Kind.FLOAT;
}

const len: Inlined = (m, args) => {
  if (args.length !== 1) return undefined;
  const x = args[0]!;
  switch (m.kindOf(x)) {
    case Kind.LIST:
      return m.box_int(m.items_length(m.list_items(x)));
    case Kind.TUPLE:
      return m.box_int(m.tuple_length(x));
    case Kind.STR:
    case Kind.DICT:
      return m.call(RT.length, x);
    case Kind.RANGE:
      return m.call(RT.lengthOfRange, x);
    default:
      return undefined;
  }
};

const range: Inlined = (m, args) => {
  if (args.length < 1 || args.length > 3) return undefined;
  for (const x of args) if (m.kindOf(x) !== Kind.INT) return undefined;
  const start = args.length === 1 ? m.int(0) : m.unbox_int(args[0]!);
  const stop = m.unbox_int(args.length === 1 ? args[0]! : args[1]!);
  const step = args.length < 3 ? m.int(1) : m.unbox_int(args[2]!);
  if (args.length === 3 && m.branch(m.int_eq(step, m.int(0)))) return undefined;
  const count = m.range_count(start, stop, step);
  return m.branch(m.int_fits(count)) ? m.new_range(start, stop, step, count) : undefined;
};

const abs: Inlined = (m, args) => {
  if (args.length !== 1) return undefined;
  const k = m.kindOf(args[0]!);
  if (k === Kind.INT) return m.box_int(m.int_abs(m.unbox_int(args[0]!)));
  return k === Kind.FLOAT ? m.box_float(m.float_abs(m.unbox_float(args[0]!))) : undefined;
};

const toInt: Inlined = (m, args) => {
  if (args.length !== 1) return undefined;
  const x = args[0]!;
  switch (m.kindOf(x)) {
    case Kind.INT:
      return x;
    case Kind.BOOL:
      return m.box_int(m.bool_to_int(m.unbox_bool(x)));
    case Kind.FLOAT: {
      const v = m.unbox_float(x);
      return m.branch(m.float_truncs(v)) ? m.box_int(m.float_trunc(v)) : undefined;
    }
    default:
      return undefined;
  }
};

const toFloat: Inlined = (m, args) => {
  if (args.length !== 1) return undefined;
  if (m.kindOf(args[0]!) === Kind.FLOAT) return args[0]!;
  const v = asFloat(m, args[0]!);
  return v === undefined ? undefined : m.box_float(v);
};

/** `str(x)` as `f'{x!s}'` has it. */
const toStr: Inlined = (m, args) =>
  args.length === 1 && isScalar(m.kindOf(args[0]!)) ? m.call(RT.convert, args[0]!, m.ref(1)) : undefined;

const sqrt: Inlined = (m, args) => {
  if (args.length !== 1) return undefined;
  const v = asFloat(m, args[0]!);
  if (v === undefined || !m.branch(m.float_ge(v, m.float(0)))) return undefined;
  return m.box_float(m.float_sqrt(v));
};

const floor: Inlined = (m, args) => {
  if (args.length !== 1) return undefined;
  const k = m.kindOf(args[0]!);
  if (k === Kind.INT) return args[0]!;
  if (k !== Kind.FLOAT) return undefined;
  const v = m.float_floor(m.unbox_float(args[0]!));
  return m.branch(m.float_truncs(v)) ? m.box_int(m.float_trunc(v)) : undefined;
};

const append: Inlined = (m, args) => {
  if (args.length !== 2 || m.kindOf(args[0]!) !== Kind.LIST) return undefined;
  appendItem(m, args[0]!, args[1]!);
  return m.ref(None);
};

export const INLINED: ReadonlyMap<string, Inlined> = new Map<string, Inlined>([
  ['builtins.len', len],
  ['builtins.abs', abs],
  ['builtins.min', (m, args) => pick(m, args, 0)],
  ['builtins.max', (m, args) => pick(m, args, 4)],
  ['math.sqrt', sqrt],
  [
    'math.fabs',
    (m, args) => {
      const v = args.length === 1 ? asFloat(m, args[0]!) : undefined;
      return v === undefined ? undefined : m.box_float(m.float_abs(v));
    },
  ],
  ['math.floor', floor],
  ['list.append', append],
]);

/** Classes that are looked into when called. */
export const INLINED_TYPES: ReadonlyMap<PyType, Inlined> = new Map<PyType, Inlined>([
  [rangeType, range],
  [intType, toInt],
  [floatType, toFloat],
  [strType, toStr],
  [boolType, (m, args) => (args.length === 1 ? toBool(m, args[0]!) : undefined)],
]);
