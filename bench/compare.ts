/**
 * Compares two builds on whole programs, interleaved: CPU time of the process, the least of all rounds.
 *
 *     npx tsx bench/compare.ts OLD-COMMAND NEW-COMMAND [--programs=examples|whole] [--size=SIZE] [--rounds=N]
 *                              [--only=NAME,…] [-- ARGS-FOR-BOTH]
 *
 * Prints OLD / NEW for each program: above 1, the new one is faster. A command may have options, between spaces, so
 * that one build is compared with itself: "bin/sidewinder.js --jit regrow=1000000000". Sizes are those of
 * examples/programs.json (medium unless said) and of bench/suite/whole/sizes.json (S unless said).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../test/support/programs.ts';
import { choosePrograms } from './programs.ts';

interface Run {
  readonly name: string;
  readonly args: readonly string[];
}

const USAGE =
  'usage: tsx bench/compare.ts OLD-COMMAND NEW-COMMAND [--programs=examples|whole] [--size=SIZE] ' +
  '[--rounds=N] [--only=NAME,…] [-- ARGS-FOR-BOTH]';

/** Lists the twenty whole programs at a size. */
function wholePrograms(size: string): Run[] {
  const sizes = JSON.parse(readFileSync(join(ROOT, 'bench/suite/whole/sizes.json'), 'utf8'));
  return Object.keys(sizes).map((name) => ({
    name,
    args: [`bench/suite/whole/${name}.py`, String(sizes[name][size])],
  }));
}

/** Lists the examples at a size. */
function examples(size: string): Run[] {
  return choosePrograms([], size).map(({ name, path, args }) => ({ name, args: [path, ...args] }));
}

/** Runs a command; returns the seconds of CPU time it took and what it printed. */
function measure(command: readonly string[]): { seconds: number; stdout: string } {
  const { NODE_EXTRA_CA_CERTS: _certificates, PYTHONUNBUFFERED: _unbuffered, ...env } = process.env;
  const done = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; { time "$@" 2>&4; } 2>&3', 'bash', ...command], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe', 'inherit'],
  });
  if (done.status !== 0) throw new Error(`${command.join(' ')}: exit code ${done.status}`);
  const [user, system] = done.output[3]!.trim().split(' ').map(Number);
  return { seconds: user! + system!, stdout: done.stdout };
}

/** Returns the geometric mean. */
function mean(ratios: readonly number[]): number {
  return Math.exp(ratios.reduce((sum, r) => sum + Math.log(r), 0) / ratios.length);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    programs: { type: 'string', default: 'examples' },
    size: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const [before, after, ...shared] = positionals;
if (before === undefined || after === undefined) {
  console.error(USAGE);
  process.exit(2);
}
const all = values.programs === 'whole' ? wholePrograms(values.size ?? 'S') : examples(values.size ?? 'medium');
const only = values.only?.split(',');
const ratios: number[] = [];
for (const { name, args } of all) {
  if (only !== undefined && !only.includes(name)) continue;
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const printed = ['', ''];
  for (let k = 0; k < Number(values.rounds); k++)
    for (const [i, command] of [before, after].entries()) {
      const { seconds, stdout } = measure([...command.split(' '), ...shared, ...args]);
      least[i] = Math.min(least[i]!, seconds);
      printed[i] = stdout;
    }
  const ratio = least[0]! / least[1]!;
  ratios.push(ratio);
  const differs = printed[0] === printed[1] ? '' : '  prints something else';
  console.log(`${name.padEnd(18)} ${least.map((s) => s.toFixed(3)).join(' ')}  ${ratio.toFixed(3)}${differs}`);
}
console.log(`geometric mean     ${mean(ratios).toFixed(3)}`);
