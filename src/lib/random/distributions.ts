/** Real-valued distributions, over Python values. */
import { isRaised } from '../../objects/slots/iterate.ts';
import { Binary } from '../../bytecode/operators.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, floatType } from '../../objects/core/values.ts';
import { asDouble } from '../../types/numbers/float.ts';
import { binaryOp } from '../../protocol/number.ts';
import { type PyRandom, sourceOf } from './core.ts';
import { exp } from '../../numbers/libm/exp.ts';
import { log } from '../../numbers/libm/log.ts';
import { cos, sin } from '../../numbers/libm/trig.ts';
import { rangeError } from '../math/math.ts';

export const real = (x: number): PyFloat => new PyFloat(x);

/* ---- distributions ---- */

/** Returns a plain number as a JS number, undefined for other objects. */
export function plain(x: PyValue): number | undefined {
  if (typeof x === 'number') return x;
  return x instanceof PyFloat && x.type === floatType ? x.value : undefined;
}

/** Returns a + b*t for a float t, by the operands' own operators if they are not plain. */
export function affine(a: PyValue, b: PyValue, t: number): PyValue {
  const x = plain(a);
  const y = plain(b);
  return x !== undefined && y !== undefined
    ? real(x + y * t)
    : binaryOp(Binary.ADD, a, binaryOp(Binary.MUL, b, real(t)));
}

/** Returns a + t*b, as `affine`. */
export function scaled(a: PyValue, t: number, b: PyValue): PyValue {
  const x = plain(a);
  const y = plain(b);
  return x !== undefined && y !== undefined
    ? real(x + t * y)
    : binaryOp(Binary.ADD, a, binaryOp(Binary.MUL, real(t), b));
}

/** Performs `triangular`. */
export function triangular(self: PyRandom, low: PyValue, high: PyValue, mode: PyValue): PyValue {
  let u = sourceOf(self).random();
  let c = 0.5;
  try {
    if (mode !== None)
      c = asDouble(binaryOp(Binary.TRUEDIV, binaryOp(Binary.SUB, mode, low), binaryOp(Binary.SUB, high, low)));
  } catch (e) {
    if (isRaised(e, 'ZeroDivisionError')) return low;
    throw e;
  }
  if (u > c) {
    u = 1 - u;
    c = 1 - c;
    [low, high] = [high, low];
  }
  return affine(low, binaryOp(Binary.SUB, high, low), Math.sqrt(u * c));
}

/** Draws the standard normal deviate of `gauss`, two at a time. */
export function gauss(self: PyRandom): number {
  const kept = self.gaussNext;
  self.gaussNext = null;
  if (kept !== null) return kept;
  const s = sourceOf(self);
  const angle = s.random() * (2 * Math.PI);
  const radius = Math.sqrt(-2 * log(1 - s.random()));
  self.gaussNext = sin(angle) * radius;
  return cos(angle) * radius;
}

/** Returns e**x. Throws OverflowError. */
export function checkedExp(x: number): number {
  const r = exp(x);
  return r === Number.POSITIVE_INFINITY && x !== r ? rangeError() : r;
}
