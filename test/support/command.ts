// Runs the real command, bin/sidewinder.js, as its own process.
import { expect, test } from 'vitest';
import { type CommandCase, runCase } from './commands.ts';
import { firstDifference, type Outcome } from './expectations.ts';
import { readText, SIDEWINDER } from './programs.ts';

type Golden = { stdout: string | { length: number; end: string }; stderr: string; exitCode: number };

/** Runs a case with our command. */
export function runCommand(one: CommandCase): Outcome {
  return runCase(one, SIDEWINDER, SIDEWINDER.at(-1)!);
}

/** Declares a test per case: the same texts and exit code as CPython 3.13. */
export function testCases(cases: readonly CommandCase[]): void {
  const golden = JSON.parse(readText('test/golden/commands.json')) as Record<string, Golden>;
  for (const one of cases) {
    test(one.name, () => {
      const expected = golden[one.name];
      if (expected === undefined)
        throw new Error('no golden outcome: run npx tsx test/golden/golden-programs.mjs --commands');
      const actual = runCommand(one);
      const stderr = one.usage ? `${actual.stderr.split('\n')[0]}\n` : actual.stderr;
      if (typeof expected.stdout === 'string') expectText('stdout', expected.stdout, actual.stdout, stderr);
      else expect({ length: actual.stdout.length, end: actual.stdout.slice(-200) }).toEqual(expected.stdout);
      expectText('stderr', expected.stderr, stderr, '');
      expect(actual.exitCode).toBe(expected.exitCode);
    });
  }
}

/** Compares a stream, naming its first line that differs. */
function expectText(name: string, expected: string, actual: string, also: string): void {
  if (actual !== expected)
    expect.fail(`${name}: ${firstDifference(expected, actual)}${also === '' ? '' : `\nstderr: ${also}`}`);
}
