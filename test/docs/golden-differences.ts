// Writes test/docs/differences.json: what CPython 3.13 answers to the programs of test/docs/differences.ts.
//
//   npx tsx test/docs/golden-differences.ts            (SIDEWINDER_PYTHON or python3.13)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIMS } from './differences.ts';
import { answer } from './answer.ts';
import { ROOT } from '../support/programs.ts';
import { findPython } from '../../scripts/oracle.mjs';

const python = findPython();
if (!python) throw new Error('no CPython 3.13');
const answers = Object.fromEntries(CLAIMS.map((claim) => [claim.program, answer(claim, [python.command])]));
writeFileSync(join(ROOT, 'test/docs/differences.json'), `${JSON.stringify(answers, null, 2)}\n`);
console.log(`${Object.keys(answers).length} answers of CPython ${python.version}`);
