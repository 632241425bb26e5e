// Modules of the library against CPython: programs that use them as their documentation does, whose output was
// recorded by test/types/model/golden-model.mjs. Addresses are hidden on both sides. Each program runs interpreted,
// compiled, and compiled as early as can be.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../src/vm.ts';

const DIR = join(import.meta.dirname, 'programs');
const hide = (text: string): string => text.replace(/0x[0-9a-f]{6,}/g, '0xADDR');

const MODES = {
  interpreted: { tier: 'interp' },
  compiled: { tier: 'trace' },
  'compiled early': { tier: 'trace', jit: 'hotloop=1' },
} as const;

for (const [mode, options] of Object.entries(MODES)) {
  describe(mode, () => {
    for (const name of readdirSync(DIR).filter((n) => n.endsWith('.py'))) {
      test(name, async () => {
        const filename = `test/lib/programs/${name}`;
        const source = readFileSync(join(DIR, name), 'utf8');
        const r = await runProgram({ source, filename, argv: [filename], path0: DIR, ...options });
        expect(hide(r.stderr)).toBe('');
        expect(hide(r.stdout)).toBe(readFileSync(join(DIR, name.replace(/\.py$/, '.out')), 'utf8'));
      }, 30_000);
    }
  });
}
