/**
 * The standing hunt: random programs in all modes and beside CPython 3.13, until something differs.
 *
 *     npm run hunt -- [--seconds=N] [--programs=N] [--seed=S] [--modes=hot,stress,…] [--jobs=N] [--oracle=none]
 *                     [--what=programs|calls] [--show]
 *
 * Each seed is one program (worker.ts) and repeats by itself: --seed=S --programs=1; --show prints it. What differs is
 * reduced to a few lines, printed and kept in .hunt/. A program that ends in CPython and not within a minute here, or
 * ends its process, is a difference too. --what=calls makes random calls of native code instead (calls.ts), and tells
 * one of each kind. The exit code is 1 if something differed: between modes, from CPython, or, for calls, if the host
 * was seen.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MODES } from '../../test/support/modes.ts';
import { ROOT } from '../../test/support/programs.ts';
import { keepAtWork } from './job.ts';
import { type Difference, type Order, programOf, type Report } from './worker.ts';

const LOG = join(ROOT, '.hunt');

const { values: given } = parseArgs({
  options: {
    seconds: { type: 'string' },
    programs: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    modes: { type: 'string', default: Object.keys(MODES).join(',') },
    jobs: { type: 'string', default: '1' },
    oracle: { type: 'string', default: 'cpython' },
    what: { type: 'string', default: 'programs' },
    show: { type: 'boolean', default: false },
  },
});
const first = Number(given.seed);
const limit = Number(given.programs ?? 'Infinity');
const seconds = Number(given.seconds ?? (given.programs === undefined ? 60 : 1e9));
const what = given.what as Order['what'];
const modes = given.modes.split(',') as Order['modes'];
for (const group of modes)
  if (!Object.hasOwn(MODES, group)) throw new Error(`no modes '${group}' (modes: ${Object.keys(MODES).join(', ')})`);
if (what !== 'programs' && what !== 'calls') throw new Error(`nothing to hunt called '${given.what}'`);

const started = Date.now();
let next = 0;
let programs = 0;
let runs = 0;
/** Differences by kind. */
const kinds = new Map<string, { times: number; seed: number; difference: Difference }>();

/** Returns the next order, or undefined at the end. */
function order(): Order | undefined {
  if (next >= limit || Date.now() > started + seconds * 1000) return undefined;
  return { seed: first + next++, what, modes };
}

/** Counts what a worker found, prints what is new of it and keeps it. */
function take(report: Report): void {
  programs++;
  runs += report.runs;
  for (const difference of report.differences) {
    const { kind } = difference;
    const known = kinds.get(kind);
    if (known !== undefined && kind !== '') {
      known.times++;
      continue;
    }
    kinds.set(kind === '' ? `seed ${report.seed}` : kind, { times: 1, seed: report.seed, difference });
    if (what === 'programs') tell(report.seed, difference);
  }
}

/** Describes a difference, with the command that repeats it. */
function describe(seed: number, { between, jit, lines }: Difference): string {
  const again = `npm run hunt -- --seed=${seed} --programs=1 --what=${what} --modes=${given.modes}`;
  return `seed ${seed}: ${between} differ${jit === '' ? '' : ` (--jit ${jit})`}\n${lines}\nagain: ${again}\n`;
}

/** Prints a difference and keeps it. */
function tell(seed: number, difference: Difference): void {
  const head = describe(seed, difference);
  mkdirSync(LOG, { recursive: true });
  writeFileSync(join(LOG, `${seed}.py`), `${head.trimEnd().replace(/^/gm, '# ')}\n${difference.program}\n`);
  writeFileSync(join(LOG, `${seed}.whole.py`), programOf(seed));
  console.log(`\n${head}${difference.program.split('\n').slice(0, 60).join('\n')}\n`);
}

/** Prints the kinds of differences of calls, those that show the host first. */
function tellCalls(): void {
  const rank = (kind: string): number => (kind.startsWith('host') ? 0 : 1);
  const all = [...kinds].sort(([a, x], [b, y]) => rank(a) - rank(b) || y.times - x.times);
  const lines = all.map(
    ([kind, { times, seed, difference }]) =>
      `${times} × ${kind}   (seed ${seed})\n    ${difference.program}\n${difference.lines.replace(/^/gm, '    ')}\n`,
  );
  mkdirSync(LOG, { recursive: true });
  writeFileSync(join(LOG, 'calls.txt'), lines.join('\n'));
  console.log(lines.slice(0, 40).join('\n'));
  console.log(`all of them: .hunt/calls.txt`);
}

if (given.show) console.log(programOf(first));
else {
  await Promise.all(Array.from({ length: Number(given.jobs) }, () => keepAtWork(order, take, given.oracle)));
  if (what === 'calls') tellCalls();
  const total = [...kinds].reduce((sum, [, { times }]) => sum + times, 0);
  const minutes = (Date.now() - started) / 60_000;
  console.log(
    `${programs} programs, ${runs} ${what === 'calls' ? 'calls' : 'runs'}, ${total} differences` +
      `${what === 'calls' ? ` of ${kinds.size} kinds` : ''}; seeds ${first} to ${first + next - 1}; ` +
      `${Math.round(runs / minutes)} a minute`,
  );
  const bad = [...kinds.keys()].filter((kind) => what === 'programs' || kind.startsWith('host'));
  process.exitCode = bad.length === 0 ? 0 : 1;
}
