// Random programs (generate.ts, generate-mixed.ts) answer the same compiled as interpreted, in every mode; in some of
// them every call is held against its declared effects.
// FUZZ_SEED and FUZZ_SECONDS run others, for longer: FUZZ_SEED=5000 FUZZ_SECONDS=60 npx vitest run
// test/deopt/fuzz.test.ts
import { expect, it } from 'vitest';
import { compiled, interpreted } from '../ir/trees.ts';
import { randomProgram } from './generate.ts';
import { mixedProgram } from './generate-mixed.ts';

const MODES = [
  'hotloop=3,hotcall=3,hotexit=2',
  'checkeffects=1,hotloop=1,hotcall=1,hotexit=1',
  'checkeffects=1,hotloop=7,hotcall=7,hotexit=3,stress=5',
  'hotloop=2,hotcall=2,hotexit=1,stress=2',
  'hotloop=3,hotcall=3,hotexit=1,stress=11',
  'checkeffects=1,hotloop=1000000000,hotcall=1000000000',
  ...['fold', 'facts', 'cse', 'forward', 'putoff', 'peel', 'sink', 'narrow', 'unseen'].map(
    (p) => `hotloop=3,hotcall=3,hotexit=2,nopass=${p}`,
  ),
];
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 0);
const AT_LEAST = 25;

it.each([
  ['numbers', randomProgram],
  ['mixed kinds', mixedProgram],
])('answer as the interpreter does: %s', async (kind, program) => {
  const end = Date.now() + SECONDS * 1000;
  let traces = 0;
  for (let k = 0; k < AT_LEAST || Date.now() < end; k++) {
    const source = program(SEED + k);
    const want = await interpreted(source);
    if (kind === 'numbers') expect(want.stderr, `seed ${SEED + k}\n${source}`).toBe('');
    for (const jit of [MODES[0]!, MODES[1]!, MODES[2]!, MODES[3 + (k % (MODES.length - 3))]!]) {
      const got = await compiled(source, { jit, evaluate: k % 5 === 4 && !jit.includes('stress') });
      expect(got.stdout + got.stderr, `seed ${SEED + k}, ${jit}\n${source}`).toBe(want.stdout + want.stderr);
      expect(got.faults, `seed ${SEED + k}, ${jit}\n${source}`).toEqual([]);
      traces += got.traces.length;
    }
  }
  expect(traces).toBeGreaterThan(AT_LEAST);
});
