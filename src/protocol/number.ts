/** Operators, for native code: what the interpreter does with the same operands. */
import { LIVE } from '../machine/live.ts';
import type { PyValue } from '../objects/core/object.ts';
import { binaryOp as byMethods } from '../objects/slots/number.ts';
import * as semantics from './instance.ts';

/**
 * Performs the operator with the given index in BINARY_OPERATORS (13 and up are in-place). Throws TypeError where
 * neither operand supports it.
 */
export function binaryOp(op: number, x: PyValue, y: PyValue): PyValue {
  return semantics.binaryOp(LIVE, op, x, y) ?? byMethods(op, x, y);
}

/** Performs `-x`. Throws TypeError. */
export function negative(x: PyValue): PyValue {
  return semantics.negative(LIVE, x);
}

/** Performs `+x`. Throws TypeError. */
export function positive(x: PyValue): PyValue {
  return semantics.positive(LIVE, x);
}

/** Performs `~x`. Throws TypeError. */
export function invert(x: PyValue): PyValue {
  return semantics.invert(LIVE, x);
}
