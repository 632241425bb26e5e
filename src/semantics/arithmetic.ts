/**
 * Arithmetic on any operands: `x op y`, unary minus and friends.
 *
 * Dispatch is by the pair of kinds. Ints are tried as JS numbers; a result that leaves ±(2^53-1)
 * goes through the `any_*` ops, which are exact for ints of any size and say nothing of the class of
 * their result, so that a chain such as `(x * a + b) & mask` records no guard between its links and
 * the optimiser may replace the whole chain by 32-bit arithmetic.
 */
import { Binary } from '../bytecode/operators.ts';
import { Kind } from '../machine/kinds.ts';
import { BINARY, RT } from '../machine/runtime-fns.ts';
import type { Machine } from '../machine/machine.ts';

const MAX_I32 = 0x7fffffff;

/** Tells whether a kind is an int of either representation or a bool. */
function isIntKind(k: Kind): boolean {
  return k === Kind.INT || k === Kind.BIG || k === Kind.BOOL;
}

/**
 * Evaluates `x op y`; `op` indexes BINARY_OPERATORS, in-place forms included. Returns null where x is
 * an object that may have a method for it (`operators.ts`).
 */
export function binaryOp<R, I, F, B>(m: Machine<R, I, F, B>, op: number, x: R, y: R): R | null {
  const kx = m.kindOf(x);
  const ky = m.kindOf(y);
  if (kx === Kind.INT && ky === Kind.INT) return intOp(m, op, x, y);
  if (kx === Kind.FLOAT) {
    if (ky === Kind.FLOAT) return floatOp(m, op, x, y, m.unbox_float(x), m.unbox_float(y));
    if (ky === Kind.INT) return floatOp(m, op, x, y, m.unbox_float(x), m.int_to_float(m.unbox_int(y)));
  } else if (ky === Kind.FLOAT && kx === Kind.INT) {
    return floatOp(m, op, x, y, m.int_to_float(m.unbox_int(x)), m.unbox_float(y));
  }
  if (isIntKind(kx) && isIntKind(ky)) return wideOp(m, op, x, y, kx, ky);
  if (kx === Kind.STR && ky === Kind.STR && plainOf(op) === Binary.ADD) return m.str_concat(x, y);
  return kx === Kind.OBJECT ? null : m.call(BINARY[op]!, x, y);
}

/** Returns the operator of which this may be the in-place form; that form matters to messages only. */
function plainOf(op: number): number {
  return op >= Binary.IN_PLACE ? op - Binary.IN_PLACE : op;
}

/** Evaluates an operator on two small ints. */
function intOp<R, I, F, B>(m: Machine<R, I, F, B>, op: number, x: R, y: R): R {
  const a = m.unbox_int(x);
  const b = m.unbox_int(y);
  switch (plainOf(op)) {
    case Binary.ADD: {
      const r = m.int_add(a, b);
      return m.branch(m.int_fits(r)) ? m.box_int(r) : m.any_add(x, y);
    }
    case Binary.SUB: {
      const r = m.int_sub(a, b);
      return m.branch(m.int_fits(r)) ? m.box_int(r) : m.any_sub(x, y);
    }
    case Binary.MUL: {
      const r = m.int_mul(a, b);
      return m.branch(m.int_fits(r)) ? m.box_int(r) : m.any_mul(x, y);
    }
    case Binary.FLOORDIV:
      if (m.branch(m.int_eq(b, m.int(0)))) break;
      return m.box_int(m.int_floordiv(a, b));
    case Binary.MOD:
      if (m.branch(m.int_gt(b, m.int(0)))) {
        if (m.branch(m.int_ge(a, m.int(0)))) return m.box_int(m.int_mod(a, b));
      } else if (m.branch(m.int_eq(b, m.int(0)))) break;
      return m.box_int(m.int_mod_signed(a, b));
    case Binary.TRUEDIV:
      if (m.branch(m.int_eq(b, m.int(0)))) break;
      return m.box_float(m.int_truediv(a, b));
    case Binary.AND: {
      const r = m.int_and(a, b);
      if (m.branch(m.int_fits(r))) return m.box_int(r);
      break;
    }
    case Binary.OR:
      return m.box_int(m.int_or(a, b));
    case Binary.XOR: {
      const r = m.int_xor(a, b);
      if (m.branch(m.int_fits(r))) return m.box_int(r);
      break;
    }
    case Binary.LSHIFT: {
      if (m.branch(m.int_lt(b, m.int(0))) || m.branch(m.int_gt(b, m.int(52)))) break;
      const r = m.int_shl(a, b);
      if (m.branch(m.int_fits(r))) return m.box_int(r);
      break;
    }
    case Binary.RSHIFT:
      if (m.branch(m.int_lt(b, m.int(0)))) break;
      return m.box_int(m.int_shr(a, b));
    case Binary.POW:
      return intPower(m, x, y, a, b);
  }
  return m.call(BINARY[op]!, x, y);
}

/** Evaluates `a ** b`: squares and cubes are products, the rest is a call. */
function intPower<R, I, F, B>(m: Machine<R, I, F, B>, x: R, y: R, a: I, b: I): R {
  if (m.branch(m.int_eq(b, m.int(2)))) {
    const r = m.int_mul(a, a);
    return m.branch(m.int_fits(r)) ? m.box_int(r) : m.any_mul(x, x);
  }
  return m.call(BINARY[Binary.POW]!, x, y);
}

/** Evaluates an operator where an int is big or a bool. */
function wideOp<R, I, F, B>(m: Machine<R, I, F, B>, op: number, x: R, y: R, kx: Kind, ky: Kind): R {
  const intX = kx !== Kind.BOOL;
  const intY = ky !== Kind.BOOL;
  const plain = plainOf(op);
  if (!intX || !intY) {
    if ((plain === Binary.AND || plain === Binary.OR || plain === Binary.XOR) && !intX && !intY)
      return m.call(BINARY[op]!, x, y);
    if (kx === Kind.BIG || ky === Kind.BIG || plain === Binary.MATMUL) return m.call(BINARY[op]!, x, y);
    const a = intX ? x : m.box_int(m.bool_to_int(m.unbox_bool(x)));
    const b = intY ? y : m.box_int(m.bool_to_int(m.unbox_bool(y)));
    return intOp(m, op, a, b);
  }
  switch (plain) {
    case Binary.ADD:
      return m.any_add(x, y);
    case Binary.SUB:
      return m.any_sub(x, y);
    case Binary.MUL:
      return m.any_mul(x, y);
    case Binary.AND:
      if (ky === Kind.INT && isMask(m, m.unbox_int(y))) return m.box_int(m.any_mask(x, m.unbox_int(y)));
      if (kx === Kind.INT && isMask(m, m.unbox_int(x))) return m.box_int(m.any_mask(y, m.unbox_int(x)));
      break;
    case Binary.MOD:
      if (ky === Kind.INT && m.branch(m.int_gt(m.unbox_int(y), m.int(0))))
        return m.box_int(m.any_mod(x, m.unbox_int(y)));
      break;
  }
  return m.call(BINARY[op]!, x, y);
}

/** Tells whether an int is in [0, 2^31): a mask that only needs low bits of the other operand. */
function isMask<R, I, F, B>(m: Machine<R, I, F, B>, n: I): boolean {
  return m.branch(m.int_ge(n, m.int(0))) && m.branch(m.int_le(n, m.int(MAX_I32)));
}

/** Evaluates an operator on two floats (ints among the operands converted already). */
function floatOp<R, I, F, B>(m: Machine<R, I, F, B>, op: number, x: R, y: R, a: F, b: F): R {
  switch (plainOf(op)) {
    case Binary.ADD:
      return m.box_float(m.float_add(a, b));
    case Binary.SUB:
      return m.box_float(m.float_sub(a, b));
    case Binary.MUL:
      return m.box_float(m.float_mul(a, b));
    case Binary.TRUEDIV:
      if (m.branch(m.float_eq(b, m.float(0)))) break;
      return m.box_float(m.float_div(a, b));
    case Binary.MOD:
      if (m.branch(m.float_eq(b, m.float(0)))) break;
      return m.box_float(m.float_mod(a, b));
    case Binary.FLOORDIV:
      if (m.branch(m.float_eq(b, m.float(0)))) break;
      return m.box_float(m.float_floordiv(a, b));
    case Binary.POW:
      if (m.branch(m.float_eq(b, m.float(2)))) {
        // Beyond, the power may overflow, which raises.
        if (m.branch(m.float_lt(m.float_mul(a, a), m.float(1e300)))) return m.box_float(m.float_square(a));
      }
      break;
  }
  return m.call(BINARY[op]!, x, y);
}

/** Evaluates `-x`. */
export function negative<R, I, F, B>(m: Machine<R, I, F, B>, x: R): R {
  const k = m.kindOf(x);
  if (k === Kind.INT) return m.box_int(m.int_neg(m.unbox_int(x)));
  if (k === Kind.FLOAT) return m.box_float(m.float_neg(m.unbox_float(x)));
  return m.call(RT.negative, x);
}

/** Evaluates `+x`. */
export function positive<R, I, F, B>(m: Machine<R, I, F, B>, x: R): R {
  const k = m.kindOf(x);
  return k === Kind.INT || k === Kind.FLOAT ? x : m.call(RT.positive, x);
}

/** Evaluates `~x`. That of a bool warns, naming the line: only the interpreter's frames know it. */
export function invert<R, I, F, B>(m: Machine<R, I, F, B>, x: R): R {
  const k = m.kindOf(x);
  if (k === Kind.BOOL) return m.escape('UNARY_INVERT', RT.invert.fn, x);
  if (k === Kind.INT) {
    const r = m.int_invert(m.unbox_int(x));
    if (m.branch(m.int_fits(r))) return m.box_int(r);
  }
  return m.call(RT.invert, x);
}
