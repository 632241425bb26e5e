// Numbers print what CPython prints: programs full of edge values, and samples of the elementary functions.
// Expected values come from test/types/numbers/golden-numbers.mjs.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../support/programs.ts';
import { loadVm, runWatched } from '../../support/vm.ts';
import * as exponential from '../../../src/numbers/libm/exp.ts';
import * as logarithm from '../../../src/numbers/libm/log.ts';
import * as trig from '../../../src/numbers/libm/trig.ts';
import * as tangent from '../../../src/numbers/libm/tan.ts';
import * as arctangent from '../../../src/numbers/libm/atan.ts';
import * as arcsine from '../../../src/numbers/libm/asin.ts';
import * as hyperbolic from '../../../src/numbers/libm/hyperbolic.ts';
import * as errorFunction from '../../../src/numbers/libm/erf.ts';
import * as gammaFunction from '../../../src/numbers/libm/gamma.ts';
import * as cubeRoot from '../../../src/numbers/libm/cbrt.ts';

const folder = join(ROOT, 'test/types/numbers');

/** Describes the first lines that differ, or returns ''. */
function firstDifferences(expected: string, actual: string): string {
  const a = expected.split('\n');
  const b = actual.split('\n');
  const out: string[] = [];
  for (let i = 0; i < Math.max(a.length, b.length) && out.length < 5; i++) {
    if (a[i] === b[i]) continue;
    let k = 0;
    while (k < (a[i]?.length ?? 0) && a[i]![k] === b[i]?.[k]) k++;
    const cut = (s: string | undefined): string =>
      s === undefined ? '<nothing>' : s.slice(Math.max(0, k - 60), k + 80);
    out.push(`line ${i + 1}: expected …${cut(a[i])}… got …${cut(b[i])}…`);
  }
  return out.join('\n');
}

describe('programs', async () => {
  const vm = await loadVm();
  for (const name of readdirSync(join(folder, 'programs'))) {
    for (const tier of ['interp', 'trace'] as const) {
      test(`${name} (${tier})`, async () => {
        const path = `test/types/numbers/programs/${name}`;
        const expected = gunzipSync(readFileSync(join(folder, 'golden', name.replace('.py', '.txt.gz')))).toString(
          'utf8',
        );
        const source = readFileSync(join(ROOT, path), 'utf8');
        const outcome = await runWatched(vm, { source, filename: path, argv: [path], stdin: '', tier, jit: '' });
        expect(firstDifferences(expected, outcome.stdout) + (outcome.exitCode === 0 ? '' : outcome.stderr)).toBe('');
      });
    }
  }
});

describe('elementary functions', () => {
  const functions: Record<string, unknown> = {
    ...exponential,
    ...logarithm,
    ...trig,
    ...tangent,
    ...arctangent,
    ...arcsine,
    ...hyperbolic,
    ...errorFunction,
    ...gammaFunction,
    ...cubeRoot,
  };
  const samples = JSON.parse(readFileSync(join(folder, 'golden/libm.json'), 'utf8')) as Record<
    string,
    [number, string]
  >;
  for (const [name, [count, text]] of Object.entries(samples)) {
    test(name, () => {
      const bytes = Buffer.from(text, 'base64');
      const values = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
      const f = functions[name] as (...args: number[]) => number;
      const wrong: string[] = [];
      for (let i = 0; i < values.length; i += count + 1) {
        const args = [...values.subarray(i, i + count)];
        const expected = values[i + count]!;
        const r = f(...args);
        // Where Python raises, C gives NaN or an infinity.
        if (Number.isNaN(expected) ? Number.isFinite(r) : !Object.is(r, expected))
          wrong.push(`${name}(${args.join(', ')}) is ${expected}, not ${r}`);
      }
      expect(wrong).toEqual([]);
    });
  }
});
