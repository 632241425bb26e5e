/**
 * Measures what a program pays before its first line (`npm run startup`): the CPU time of whole processes, user and
 * system, least of several interleaved runs. The least is taken because noise only adds; interleaved, so that a
 * machine that slows down slows all columns. Arguments: the number of runs (15), then modules instead of the usual.
 *
 * NODE_EXTRA_CA_CERTS is taken away: where it is set, each start of Node reads certificates for some 37 ms, which
 * hides the difference. A module that is not there has no figure.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findPython, ROOT } from './oracle.mjs';

const USUAL =
  're enum collections functools dataclasses typing inspect json random datetime argparse pathlib os itertools ' +
  'contextlib copy statistics string textwrap traceback warnings logging unittest decimal fractions heapq bisect ' +
  'csv struct tempfile shutil subprocess threading queue asyncio';

const ENV: NodeJS.ProcessEnv = { ...process.env, PYENV_VERSION: '3.13.0' };
delete ENV['NODE_EXTRA_CA_CERTS'];

/** Returns the CPU milliseconds of all children that have ended, from the table the shell's `times` prints. */
function run(command: readonly string[]): number | undefined {
  const quiet = 'exec 3>&1; "$@" >/dev/null 2>&1 || exit 1; times >&3';
  const done = spawnSync('bash', ['-c', quiet, 'bash', ...command], { cwd: ROOT, env: ENV, encoding: 'utf8' });
  if (done.status !== 0) return undefined;
  const children = done.stdout.trim().split('\n')[1]!;
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, m, s]) => sum + Number(m) * 6e4 + Number(s) * 1e3,
    0,
  );
}

/** Returns the least time of each command, undefined for one that fails. */
function least(commands: readonly (readonly string[])[], runs: number): (number | undefined)[] {
  const best = commands.map(run);
  for (let i = 1; i < runs; i++) {
    for (const [k, command] of commands.entries()) {
      if (best[k] !== undefined) best[k] = Math.min(best[k], run(command) ?? best[k]);
    }
  }
  return best;
}

/** Returns CPython's own file, so that a shell script in front of it is not measured. */
function findInterpreter(): string | undefined {
  const found = findPython();
  const ask = ['-c', 'import sys; print(sys.executable)'];
  return found && execFileSync(found.command, ask, { env: found.env, encoding: 'utf8' }).trim();
}

/** Prints one line of the table. */
function print(...cells: (string | number | undefined)[]): void {
  console.log(
    cells
      .map((cell, i) => show(cell).padEnd(i === 0 ? 16 : 12))
      .join('')
      .trimEnd(),
  );
}

/** Returns a cell as text: milliseconds with one digit, a dash where there is no figure. */
function show(cell: string | number | undefined): string {
  return typeof cell === 'number' ? cell.toFixed(1) : (cell ?? '–');
}

const [runs = '15', ...chosen] = process.argv.slice(2);
const modules = chosen.length > 0 ? chosen : USUAL.split(' ');
const python = findInterpreter();
const ours = [join(ROOT, 'bin/sidewinder.js'), '-c'];
const theirs = python === undefined ? undefined : [python, '-c'];
const bases = [[process.execPath, '-e', '0'], [...ours, 'pass'], ...(theirs ? [[...theirs, 'pass']] : [])];
const [node, pass, cpython] = least(bases, Number(runs));
print('CPU ms', 'sidewinder', 'above pass', 'CPython', 'above pass');
print('node -e 0', node);
print('-c pass', pass, undefined, cpython);
for (const name of modules) {
  const text = `import ${name}`;
  const commands = [[...ours, text], ...(theirs ? [[...theirs, text]] : [])];
  const [a, b] = least(commands, Number(runs));
  print(name, a, a && pass && a - pass, b, b && cpython && b - cpython);
}
