// What is dropped is freed: memory after many rounds of making things (test/memory/rounds.ts).
// `scripts/memory.ts` prints the table for as many rounds as one likes.
import { expect, test } from 'vitest';
import { heapOf } from './rounds.ts';

/** Rounds in a step. */
const ROUNDS = 150;
/** Bytes that a round may leave: what V8 makes of our own code meanwhile. What was never freed was 1,800 and more. */
const EACH = 1500;

test.each([
  ['hot functions made by exec', true],
  ['classes', true],
  ['classes', false],
  ['attribute names', true],
  ['modules', false],
  ['generators', true],
  ['files left open', false],
])('%s are freed (compiler: %s)', (kind, jit) => {
  const heap = heapOf(kind, 4, ROUNDS, jit);
  expect((heap[3]! - heap[1]!) / (2 * ROUNDS)).toBeLessThan(EACH);
});
