// The counters of the compiler on the examples, exactly: what is recorded when, and how much comes of it.
//
// A change that is meant to keep them keeps all; one that is meant to change them shows what it changed in the
// diff of counters.json, which `npx tsx test/jit/golden-counters.ts` writes anew.
import { expect, test } from 'vitest';
import { readText } from '../support/programs.ts';
import { smallExamples } from './counters.ts';

const golden = JSON.parse(readText('test/jit/counters.json')) as Record<string, unknown>;
const examples = smallExamples();

test('every example has its counters', () => {
  expect(Object.keys(golden)).toEqual([...examples.keys()]);
});

test.each([...examples])('%s', (name, count) => {
  expect(count()).toEqual(golden[name]);
});
