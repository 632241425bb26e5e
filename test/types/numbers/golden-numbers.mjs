// Writes the expected values of test/types/numbers: what CPython 3.13 prints for each program, and
// samples of the elementary functions. They need a CPython on x86-64 with glibc 2.28 or later, whose last
// digits the functions have (the WebAssembly build has another libm).
//
// usage: node test/types/numbers/golden-numbers.mjs
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT, findPython } from '../../../scripts/oracle.mjs';

const folder = join(ROOT, 'test/types/numbers');
const python = findPython();
if (python === undefined) throw new Error('no CPython 3.13 here');

/** Runs a Python program and returns what it prints. */
function run(path) {
  return execFileSync(python.command, ['-W', 'ignore', path], {
    env: python.env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

for (const name of readdirSync(join(folder, 'programs'))) {
  writeFileSync(
    join(folder, 'golden', name.replace('.py', '.txt.gz')),
    gzipSync(run(join(folder, 'programs', name)), { level: 9 }),
  );
}
writeFileSync(join(folder, 'golden/libm.json'), run(join(ROOT, 'test/types/numbers/golden-numbers.py')));
