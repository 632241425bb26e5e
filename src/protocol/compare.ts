/** Comparison, truth and containment, for native code; what dicts and sets ask of keys. */
import { Comparison } from '../bytecode/operators.ts';
import { LIVE } from '../machine/live.ts';
import { connect } from '../objects/core/world.ts';
import type { PyValue } from '../objects/core/object.ts';
import * as semantics from './instance.ts';

/** Performs a comparison operator by its index in COMPARE_OPERATORS. Throws TypeError where unordered. */
export function compareOp(op: number, x: PyValue, y: PyValue): PyValue {
  return semantics.compareOp(LIVE, op, x, y);
}

/** Tells whether `x op y` is true. Throws TypeError where unordered. */
export function compareTrue(op: number, x: PyValue, y: PyValue): boolean {
  return semantics.compareTrue(LIVE, op, x, y) as boolean;
}

/** Tells whether `x is y or x == y`, the equality of containers. */
export function sameOrEqual(x: PyValue, y: PyValue): boolean {
  return x === y || (semantics.compareTrue(LIVE, Comparison.EQ, x, y) as boolean);
}

/** Returns the truth value of an object. Throws TypeError for a bad `__bool__`, or what it raises. */
export function isTrue(x: PyValue): boolean {
  return semantics.toBool(LIVE, x) as boolean;
}

/** Tells whether `x in container`. Throws TypeError, or what the container's methods raise. */
export function contains(x: PyValue, container: PyValue): boolean {
  return semantics.containsOp(LIVE, x, container, false) as boolean;
}

connect({ equal: sameOrEqual });
