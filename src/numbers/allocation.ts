/**
 * What the host can hold, and the checks before anything is made whose size a program chooses.
 *
 * Where a text, a bigint or a typed array would be too large, the host throws; where an array grows beyond its limit
 * it ends the process. So nothing may be made, and no array grow, before its size is compared with the table here.
 * CPython, which could make it if there were memory, raises MemoryError where there is none; so does what follows.
 *
 * Arrays: the host keeps up to 2^27 elements. One that grows by pushes gets half as much again each time, so from
 * about 89 million elements on the next growth may be one too many, and the limit depends on how the array came to be.
 * `append` is for arrays that begin empty and only grow by it: they may have `pushed` elements. Lists, which grow in
 * all ways, are seen to by `objects/core/list-storage.ts`.
 */
import { heap } from '../memory/heap.ts';
import { faults, overflowError } from './faults.ts';

/** THE table of limits. */
export const MOST = {
  /** UTF-16 units of a text. */
  text: 0x1fffffe8,
  /** Bytes handled at once: they must fit a text too. */
  bytes: 0x1fffffe8,
  /** Elements of an array. */
  items: 134_217_000,
  /** Elements of an array up to which it may be pushed to, however it came to be. */
  growing: 89_000_000,
  /** Elements of an array that has grown by pushes alone. */
  pushed: 112_721_920,
  /** Bits of an int. */
  bits: 2 ** 30,
} as const;

/** One more than the largest `Py_ssize_t`. */
export const SSIZE_LIMIT = 2 ** 63;

/** Sizes in bytes from which on there must be room in the heap. */
const LARGE = 2 ** 24;

/** Raises MemoryError, which has no arguments. */
export function memoryError(): never {
  return faults.raise('MemoryError');
}

/** Checks that something can be made. `size` is in the unit of the limit, of which each takes `bytes`. */
function check(size: number, most: number, bytes: number): void {
  if (size > most || (size * bytes > LARGE && !heap.hasRoom(size * bytes))) memoryError();
}

/** Checks that a text of so many UTF-16 units can be made. Throws MemoryError. */
export function checkText(units: number): void {
  check(units, MOST.text, 1);
}

/** Checks that so many bytes can be made. Throws MemoryError. */
export function checkBytes(n: number): void {
  check(n, MOST.bytes, 1);
}

/** Checks that an array of so many elements can be made. Throws MemoryError. */
export function checkItems(n: number): void {
  check(n, MOST.items, 8);
}

/** Checks that an array of as many elements as an iterable says can be grown. Throws MemoryError, OverflowError. */
export function checkHint(n: number): void {
  if (n >= SSIZE_LIMIT) overflowError('Python int too large to convert to C ssize_t');
  check(n, MOST.pushed, 8);
}

/** Elements between two looks at what an array has grown to, less one. */
export const LOOK = 0xffff;

/** Appends to an array that began empty and grows by this function alone. Throws MemoryError. */
export function append<T>(items: T[], x: T): void {
  if ((items.length & LOOK) === LOOK) grown(items.length);
  items.push(x);
}

/** Looks at what an array has grown to. */
function grown(n: number): void {
  if (n + LOOK >= MOST.pushed || heap.isFull()) memoryError();
}
