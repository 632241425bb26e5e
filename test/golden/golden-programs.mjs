// Writes every expected value of the whole-program tests, by asking the oracle (scripts/oracle.mjs).
//
//   npx tsx test/golden/golden-programs.mjs            the language tests and the examples
//   …  --check                                     writes nothing, fails if anything would change
//   …  --lang | --examples | --commands            one of the three
//   …  --quick                                     leaves out the examples' full sizes
//   …  WORD…                                       only programs whose path contains a WORD
//
// Language tests (test/lang/**/*.py) and those of frames (test/baseline/programs) carry their expectations
// as comments; those are rewritten in place. Adding a comment moves the lines below it, which a program can see (a traceback shows line
// numbers), so a file is run again until it no longer changes. Examples at the sizes listed in
// examples/programs.json get a file each, test/golden/examples/NAME.SIZE.txt. The command lines of
// test/support/commands.ts go to test/golden/commands.json; those need a real CPython.
//
// Pyodide agrees with CPython on all of it but a dozen files that show the platform: 32-bit hashes
// and sys.maxsize, errno values, and the last digits of another C library's mathematics. So it checks,
// and a real CPython writes.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExpectation, difference, writeExpectations } from '../support/expectations.ts';
import { listLanguageTests, listPrograms, readExamples, readText } from '../support/programs.ts';
import { BAD_INPUT, COMMANDS, runCase } from '../support/commands.ts';
import { OPTION_COMMANDS } from '../support/option-commands.ts';
import { findPython, openOracle, ROOT } from '../../scripts/oracle.mjs';

const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = (path) => words.length === 0 || words.some((word) => path.includes(word));
const oracle = await openOracle();
console.log(`oracle: ${oracle.name} ${oracle.version}`);
let changed = 0;
let total = 0;
let failed = 0;

/** Writes a file if its text is new, or only counts it with --check. */
function settle(path, text) {
  total++;
  const file = join(ROOT, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  changed++;
  console.log(`${flags.has('--check') ? 'differs' : 'wrote'}: ${path}`);
  if (!flags.has('--check')) writeFileSync(file, text);
}

/** Brings the comments of one language test up to date. */
async function annotate(path) {
  const file = join(ROOT, path);
  const before = readFileSync(file, 'utf8');
  let text = before;
  try {
    for (let round = 0; ; round++) {
      const outcome = await oracle.run({ path, positions: true });
      const next = writeExpectations(text, outcome, outcome.lines);
      if (next === text) {
        const wrong = difference(readExpectation(text), outcome);
        if (wrong !== undefined) throw new Error(`${path}: comments do not read back: ${wrong}`);
        break;
      }
      if (round === 5) throw new Error(`${path}: its output changes with its comments`);
      text = next;
      writeFileSync(file, text);
    }
  } finally {
    writeFileSync(file, before);
  }
  settle(path, text);
}

/** Runs an example at one of its sizes. */
async function golden(name, size, { args, stdin }) {
  const path = `examples/${name}.py`;
  const input = stdin === undefined ? '' : readText(stdin);
  const outcome = await oracle.run({ path, args, stdin: input });
  if (outcome.exitCode !== 0) throw new Error(`${path} ${args.join(' ')}: ${outcome.stderr}`);
  settle(`test/golden/examples/${name}.${size}.txt`, outcome.stdout);
}

/** Runs every case of the command line. */
function goldenCommands() {
  const python = findPython();
  if (!python || oracle.name === 'pyodide') {
    console.log('command lines left out: they need a real CPython');
    return;
  }
  const command = execFileSync(python.command, ['-c', 'import sys; print(sys.executable)'], {
    env: python.env,
    encoding: 'utf8',
  }).trim();
  const outcomes = {};
  for (const one of [...BAD_INPUT, ...COMMANDS, ...OPTION_COMMANDS]) {
    const outcome = runCase(one, [command], command);
    if (one.usage) outcome.stderr = `${outcome.stderr.split('\n')[0]}\n`;
    // Long texts are compared by their length and their end.
    if (outcome.stdout.length > 4000)
      outcome.stdout = { length: outcome.stdout.length, end: outcome.stdout.slice(-200) };
    outcomes[one.name] = outcome;
  }
  settle('test/golden/commands.json', `${JSON.stringify(outcomes, null, 2)}\n`);
}

const some = ['--lang', '--examples', '--commands'].some((flag) => flags.has(flag));
if (!some || flags.has('--lang')) {
  const paths = [...listLanguageTests(), ...listPrograms('test/baseline/programs')].filter(wanted);
  for (const path of paths) {
    try {
      await annotate(path);
    } catch (error) {
      failed++;
      console.log(error.message);
    }
  }
}
if (!some || flags.has('--commands')) goldenCommands();
if (!some || flags.has('--examples')) {
  for (const [name, sizes] of readExamples()) {
    if (!wanted(`examples/${name}.py`)) continue;
    for (const [size, run] of sizes) {
      if (!(flags.has('--quick') && size.startsWith('full'))) await golden(name, size, run);
    }
  }
}
console.log(`${total} checked, ${changed} ${flags.has('--check') ? 'differ' : 'written'}, ${failed} failed`);
if (failed > 0 || (flags.has('--check') && changed > 0)) process.exitCode = 1;
