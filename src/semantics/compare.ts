/**
 * Comparison, truth, identity and membership.
 *
 * Comparisons of two numbers are one primitive; everything else is a runtime call. Identity of
 * floats is identity of their bits, because a float has no identity in compiled code (as in PyPy).
 */
import { Comparison } from '../bytecode/operators.ts';
import { Kind } from '../machine/kinds.ts';
import { isScalar } from '../machine/effects.ts';
import { COMPARE, COMPARE_TRUE, RT } from '../machine/runtime-fns.ts';
import type { Machine } from '../machine/machine.ts';

/** Evaluates the truth of `x op y`. */
export function compareTrue<R, I, F, B>(m: Machine<R, I, F, B>, op: number, x: R, y: R): R {
  const kx = m.kindOf(x);
  if (isScalar(kx)) {
    const ky = m.kindOf(y);
    if (kx === Kind.INT && ky === Kind.INT) return m.box_bool(compareInts(m, op, m.unbox_int(x), m.unbox_int(y)));
    if (isScalar(ky)) return compareScalars(m, op, x, y, kx, ky);
  }
  return m.call(COMPARE_TRUE[op]!, x, y);
}

/** Evaluates `x op y`; `op` indexes COMPARE_OPERATORS. */
export function compareOp<R, I, F, B>(m: Machine<R, I, F, B>, op: number, x: R, y: R): R {
  const kx = m.kindOf(x);
  const ky = m.kindOf(y);
  if (kx === Kind.INT && ky === Kind.INT) return m.box_bool(compareInts(m, op, m.unbox_int(x), m.unbox_int(y)));
  return isScalar(kx) && isScalar(ky) ? compareScalars(m, op, x, y, kx, ky) : m.call(COMPARE[op]!, x, y);
}

/** Evaluates `x op y` where both are numbers, texts or None, but not two small ints. */
function compareScalars<R, I, F, B>(m: Machine<R, I, F, B>, op: number, x: R, y: R, kx: Kind, ky: Kind): R {
  if (kx === Kind.FLOAT) {
    if (ky === Kind.FLOAT) return m.box_bool(compareFloats(m, op, m.unbox_float(x), m.unbox_float(y)));
    if (ky === Kind.INT) return m.box_bool(compareFloats(m, op, m.unbox_float(x), m.int_to_float(m.unbox_int(y))));
  } else if (kx === Kind.INT && ky === Kind.FLOAT) {
    return m.box_bool(compareFloats(m, op, m.int_to_float(m.unbox_int(x)), m.unbox_float(y)));
  }
  if (kx === Kind.STR && ky === Kind.STR) {
    if (op === Comparison.EQ) return m.box_bool(m.str_eq(x, y));
    if (op === Comparison.NE) return m.box_bool(m.bool_not(m.str_eq(x, y)));
    return m.box_bool(compareInts(m, op, m.unbox_int(m.call(RT.compareTexts, x, y)), m.int(0)));
  }
  return m.call(COMPARE[op]!, x, y);
}

function compareInts<R, I, F, B>(m: Machine<R, I, F, B>, op: number, a: I, b: I): B {
  switch (op) {
    case Comparison.LT:
      return m.int_lt(a, b);
    case Comparison.LE:
      return m.int_le(a, b);
    case Comparison.EQ:
      return m.int_eq(a, b);
    case Comparison.NE:
      return m.int_ne(a, b);
    case Comparison.GT:
      return m.int_gt(a, b);
    default:
      return m.int_ge(a, b);
  }
}

function compareFloats<R, I, F, B>(m: Machine<R, I, F, B>, op: number, a: F, b: F): B {
  switch (op) {
    case Comparison.LT:
      return m.float_lt(a, b);
    case Comparison.LE:
      return m.float_le(a, b);
    case Comparison.EQ:
      return m.float_eq(a, b);
    case Comparison.NE:
      return m.float_ne(a, b);
    case Comparison.GT:
      return m.float_gt(a, b);
    default:
      return m.float_ge(a, b);
  }
}

/** Returns the truth of a value as a bool value. */
export function toBool<R, I, F, B>(m: Machine<R, I, F, B>, x: R): R {
  switch (m.kindOf(x)) {
    case Kind.BOOL:
      return x;
    case Kind.INT:
      return m.box_bool(m.int_ne(m.unbox_int(x), m.int(0)));
    case Kind.FLOAT:
      return m.box_bool(m.float_ne(m.unbox_float(x), m.float(0)));
    case Kind.NONE:
      return m.box_bool(m.bool(false));
    case Kind.STR:
      return m.box_bool(m.str_truth(x));
    case Kind.LIST:
      return m.box_bool(m.int_ne(m.items_length(m.list_items(x)), m.int(0)));
    case Kind.TUPLE:
      return m.box_bool(m.int_ne(m.tuple_length(x), m.int(0)));
    default:
      return m.call(RT.isTrue, x);
  }
}

/** Evaluates `x is y` (or `is not`). */
export function isOp<R, I, F, B>(m: Machine<R, I, F, B>, x: R, y: R, negated: boolean): R {
  const same = m.same(x, y);
  return m.box_bool(negated ? m.bool_not(same) : same);
}

/** Evaluates `x in container` (or `not in`). */
export function containsOp<R, I, F, B>(m: Machine<R, I, F, B>, x: R, container: R, negated: boolean): R {
  const r = m.call(RT.contains, x, container);
  return negated ? m.box_bool(m.bool_not(m.unbox_bool(r))) : r;
}
