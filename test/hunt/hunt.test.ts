// A short piece of the standing hunt (scripts/hunt): fixed seeds, without CPython, so what differs is between the
// modes. `npm run hunt` goes on from here for as long as it is let.
import { expect, test } from 'vitest';
import { answers, callsProgram, suspicious } from '../../scripts/hunt/calls.ts';
import { STEP_NAMES, tryFaults } from '../../scripts/hunt/faults.ts';
import { LISTING, readListing } from '../../scripts/hunt/listing.ts';
import { typedProgram } from '../../scripts/hunt/program.ts';
import { reduce } from '../../scripts/hunt/reduce.ts';
import { loadMachine, outcome } from '../../scripts/hunt/run.ts';
import { hunt } from '../../scripts/hunt/worker.ts';
import { PROGRAMS } from '../ir/programs.ts';
import { MODES } from '../support/modes.ts';

const SEED = 20261130;

test('random programs answer alike in all modes', async () => {
  const vm = await loadMachine();
  const wrong: unknown[] = [];
  for (let k = 0; k < 6; k++) {
    const modes = (['hot', 'passes', 'stress', 'effects'] as const).filter((_, i) => (i + k) % 2 === 0);
    const report = await hunt(vm, undefined, { seed: SEED + k, what: 'programs', modes });
    wrong.push(...report.differences);
  }
  expect(wrong).toEqual([]);
});

test('what a random program puts into a part of a list is cut off again, or a loop over it takes for ever', () => {
  const lines = Array.from({ length: 60 }, (_, k) => typedProgram(SEED + k)).flatMap((source) => source.split('\n'));
  const assigned = lines.filter((line) => /^ +\w+\[[^\]=]*:[^\]=]*\] = /.test(line));
  expect(assigned.length).toBeGreaterThan(10);
  expect(assigned.filter((line) => !/; del \w+\[8:\]$/.test(line))).toEqual([]);
});

test('random calls show nothing of the host', async () => {
  const vm = await loadMachine();
  const mode = MODES.interp[0];
  const callables = readListing((await vm.runProgram({ source: LISTING, filename: 'p.py', ...mode })).stdout);
  expect(callables.length).toBeGreaterThan(1500);
  const seen: string[] = [];
  for (let k = 0; k < 6; k++) {
    const text = await outcome(vm, callsProgram(SEED + k, callables), mode);
    const found = answers(text);
    expect(found.size, `seed ${SEED + k}\n${text.slice(-600)}`).toBeGreaterThanOrEqual(40);
    for (const [n, answer] of found) {
      const odd = suspicious(answer);
      if (odd !== undefined) seen.push(`seed ${SEED + k}, call ${n}: ${answer}`);
    }
  }
  expect(seen).toEqual([]);
});

test.each(STEP_NAMES)('a fault at this step is not seen by the program: %s', (step) => {
  const programs = Object.values(PROGRAMS);
  let tried = 0;
  for (const source of programs.slice(0, 6)) {
    const found = tryFaults(source, step, 1);
    expect(found.wrong).toEqual([]);
    tried += found.tried;
  }
  expect(tried).toBeGreaterThan(0);
});

test('a difference is reduced to the lines that show it', async () => {
  const source = `
def f(n):
    t = 0
    for i in range(n):
        if i % 2:
            t += i
        else:
            print('odd', [i, t])
    return t
def g(): return 1
print(f(3))
print(g())
`;
  const short = await reduce(source, (text) => Promise.resolve(/print\('odd'/.test(text)));
  expect(short).toBe("print('odd', 0)");
});
