// The object model against CPython: programs whose output, and tracebacks whose stderr, were recorded by
// test/types/model/golden-model.mjs. Addresses are hidden on both sides.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../../../src/vm.ts';

const HERE = import.meta.dirname;
const hide = (text: string): string => text.replace(/0x[0-9a-f]{6,}/g, '0xADDR');

for (const folder of ['programs', 'tracebacks']) {
  describe(folder, () => {
    const dir = join(HERE, folder);
    for (const name of readdirSync(dir).filter((n) => n.endsWith('.py'))) {
      test(name, async () => {
        const filename = `test/types/model/${folder}/${name}`;
        const source = readFileSync(join(dir, name), 'utf8');
        const r = await runProgram({ source, filename, argv: [filename], tier: 'interp', path0: dir });
        const golden = (end: string): string => readFileSync(join(dir, name.replace(/\.py$/, end)), 'utf8');
        expect(hide(r.stdout)).toBe(golden('.out'));
        expect(hide(r.stderr)).toBe(folder === 'tracebacks' ? golden('.err') : '');
      });
    }
  });
}
