/**
 * Hashing and equality of arbitrary objects, as the containers need them: the knot between the
 * containers and the protocols above them, tied by `installHash` (see `objects/slots/compare.ts`).
 */
import type { PyValue } from './object.ts';

/** A Python hash: a 64-bit signed integer, as a number where |h| ≤ 2^53-1. */
export type Hash = number | bigint;

let hash: (x: PyValue) => Hash = () => {
  throw new Error('hash is not installed');
};
let equal: (x: PyValue, y: PyValue) => boolean = () => {
  throw new Error('equality is not installed');
};

/** Returns `hash(x)`. Throws TypeError for unhashable values; may run Python. */
export function hashOf(x: PyValue): Hash {
  return hash(x);
}

/** Tells whether `x is y or x == y`. May run Python. */
export function equalObjects(x: PyValue, y: PyValue): boolean {
  return x === y || equal(x, y);
}

/** Ties the knot. */
export function installHash(h: (x: PyValue) => Hash, eq: (x: PyValue, y: PyValue) => boolean): void {
  hash = h;
  equal = eq;
}
