// Writes test/golden/differences.json: what CPython 3.13 answers to the programs of test/docs/differences.ts.
//
//   npx tsx scripts/golden-differences.ts            (SIDEWINDER_PYTHON or python3.13)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIMS } from '../test/docs/differences.ts';
import { answer } from '../test/docs/answer.ts';
import { ROOT } from '../test/support/programs.ts';
import { findPython } from './oracle.mjs';

const python = findPython();
if (!python) throw new Error('no CPython 3.13');
const answers = Object.fromEntries(CLAIMS.map((claim) => [claim.program, answer(claim, [python.command])]));
writeFileSync(join(ROOT, 'test/golden/differences.json'), `${JSON.stringify(answers, null, 2)}\n`);
console.log(`${Object.keys(answers).length} answers of CPython ${python.version}`);
