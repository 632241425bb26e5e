import { describe, expect, test } from 'vitest';
import { ourRecord, readGolden } from './golden.ts';

describe('trees equal ast.dump() of CPython 3.13, places included', () => {
  for (const golden of readGolden('trees')) {
    test(`${golden.mode} ${JSON.stringify(golden.source)}`, () => expect(ourRecord(golden)).toEqual(golden));
  }
});

describe('errors equal those of CPython 3.13: class, message, place, text', () => {
  for (const golden of readGolden('errors')) {
    test(`${golden.mode} ${JSON.stringify(golden.source)}`, () => expect(ourRecord(golden)).toEqual(golden));
  }
});

describe('sources in bytes', () => {
  for (const golden of readGolden('bytes')) {
    const name = Buffer.from(golden.source as number[]).toString('latin1');
    test(JSON.stringify(name), () => expect(ourRecord(golden)).toEqual(golden));
  }
});

test('errors of programs broken at random', () => {
  const all = readGolden('mutants');
  expect(all.length).toBeGreaterThan(500);
  for (const golden of all) expect(ourRecord(golden)).toEqual(golden);
});
