/**
 * Operators that are methods of Python classes: `x + y` by a `__add__` written in Python pushes the
 * method's frame, as a call does, so that a trace goes through it.
 *
 * Until the method returns, both operands stay on the caller's stack: where it returns
 * NotImplemented (which the return asks, being the last bytecode of the method), the runtime goes on
 * with them (`finishOperator`). What is not as plain as one Python method of the left operand is
 * left to the runtime from the start.
 */
import { IN_PLACE_METHODS, OPERATOR_METHODS } from '../objects/slots/number.ts';
import { NotImplemented, PyFunction } from '../objects/core/values.ts';
import { isPlain } from '../frames/entry.ts';
import { type Frame, OnReturn } from '../frames/frame.ts';
import { pushCall } from './calls.ts';
import type { Machine } from '../machine/machine.ts';

/** Returns the frame of the method that `x op y` calls first, or null where that is for the runtime to find out. */
export function operatorFrame<R, I, F, B>(
  m: Machine<R, I, F, B>,
  f: Frame<R>,
  op: number,
  x: R,
  y: R,
): Frame<R> | null {
  const tx = m.typeOf(x);
  if (!tx.heap) return null;
  const plain = op % OPERATOR_METHODS.length;
  const inPlace = op === plain ? undefined : tx.lookup(IN_PLACE_METHODS[plain]!);
  const method = inPlace ?? tx.lookup(OPERATOR_METHODS[plain]!);
  if (!(method instanceof PyFunction) || !isPlain(method.code)) return null;
  const ty = m.typeOf(y);
  // The reflected method of a subclass comes first.
  if (inPlace === undefined && ty !== tx && ty.isSubtype(tx)) return null;
  if (!m.inlines(method.code, f)) return null;
  m.assume(tx.stable);
  const nf = pushCall(m, f, method, [x, y], 0, 2, null);
  nf.onReturn = OnReturn.OPERATOR;
  return nf;
}

/** Tells whether the method of an operator has returned NotImplemented. */
export function isNotImplemented<R, I, F, B>(m: Machine<R, I, F, B>, value: R): boolean {
  return m.branch(m.ref_eq(value, m.ref(NotImplemented)));
}
