/** Ints so large that an operation on them takes long enough for somebody to press Ctrl-C. */
import { polling } from '../signals/polling.ts';

/** Bits from which on a product takes some hundredths of a second. */
const HUGE_BITS = 2 ** 22;
/** The bounds of ints that are not huge: made once, for one of them fills half a megabyte. */
let above = 0n;
let below = 0n;

/** Tells whether an int is huge. */
function isHuge(n: bigint): boolean {
  if (above === 0n) {
    above = 1n << BigInt(HUGE_BITS);
    below = -above;
  }
  return n >= above || n <= below;
}

/**
 * Runs an operation on two bigints so that SIGINT can end it where it may take long. Nobody asks for the size of ints
 * before the program has been seen to do slow things.
 */
export function watched<T>(a: bigint, b: bigint, operation: (a: bigint, b: bigint) => T): T {
  if (polling.slow && (isHuge(a) || isHuge(b))) return polling.watch(() => operation(a, b));
  return operation(a, b);
}

/** Runs an operation whose result has so many bits so that SIGINT can end it where that takes long. */
export function watchedBits<T>(bits: number, operation: () => T): T {
  if (bits < HUGE_BITS) return operation();
  polling.slow = true;
  return polling.watch(operation);
}
