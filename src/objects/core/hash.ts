/**
 * Hashing and equality of arbitrary objects, as the containers need them: the protocols above answer.
 */
import type { PyValue } from './object.ts';
import { world } from './world.ts';

/** A Python hash: a 64-bit signed integer, as a number where |h| ≤ 2^53-1. */
export type Hash = number | bigint;

/** Returns `hash(x)`. Throws TypeError for unhashable values; may run Python. */
export function hashOf(x: PyValue): Hash {
  return world.hash(x);
}

/** Tells whether `x is y or x == y`. May run Python. */
export function equalObjects(x: PyValue, y: PyValue): boolean {
  return x === y || world.equal(x, y);
}
