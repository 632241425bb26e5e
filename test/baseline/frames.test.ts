// Frames of baseline code: what looks at them sees what it would see in the interpreter, and so did CPython.
import { describe, expect, test } from 'vitest';
import { difference, readExpectation } from '../support/expectations.ts';
import { MODES } from '../support/modes.ts';
import { listPrograms, readText } from '../support/programs.ts';
import { loadVm, runWatched } from '../support/vm.ts';

describe('programs that look at frames', async () => {
  const vm = await loadVm();
  for (const { name, tier, jit } of [...MODES.interp, ...MODES.baseline, ...MODES.both])
    for (const path of listPrograms('test/baseline/programs'))
      test(`${path}, ${name}`, async () => {
        const source = readText(path);
        const outcome = await runWatched(vm, { source, filename: path, argv: [path], stdin: '', tier, jit });
        expect(difference(readExpectation(source), outcome)).toBeUndefined();
      });
});
