// npm run bench: how fast Sidewinder is, beside CPython 3.13, PyPy and hand-written JavaScript.
//
// Four measurements, each checked for the right output before its time counts (README.md in this
// folder says why they are made so):
//   whole process   the command as a user types it, from start to exit
//   steady state    the same program repeated in one process; the first run is shown apart
//   start-up        `sidewinder -c pass` against `node -e 0`
//   in process      tinybench inside one Node process (bench/in-process.ts)
// Within a measurement the implementations take turns, round after round, so that a slow moment of
// the machine falls on all of them; the figure is the median of the rounds.
//
// `npm run bench -- --help` prints the options (bench/options.ts).
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { NODE_OPTIONS, ROOT, SIDEWINDER } from '../test/support/programs.ts';
import { findImplementations, type Implementation, time, timeOnce, timeRepeated } from './processes.ts';
import { choosePrograms, type Program } from './programs.ts';
import { commandLine } from './options.ts';
import { type Figure, judge, type Results, type Times } from './figures.ts';
import { geometricMean, median, ratio, seconds, table } from './report.ts';

const options = commandLine(process.argv.slice(2));
const results: Results = { process: new Map(), first: new Map(), steady: new Map(), startup: new Map() };
const implementations = findImplementations().filter((one) => !options.without.includes(one.name));
const programs = choosePrograms(options.names, options.size);
const names = implementations.map((one) => one.name);

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} ` +
    `cores, ${process.platform} ${process.arch}, node ${process.version}`,
);
for (const one of implementations) console.log(`  ${one.name.padEnd(8)} ${one.version}`);
console.log(`size ${options.size}, ${options.rounds} rounds, ${options.reps} repetitions\n`);

if (options.only.includes('process')) {
  measure(programs, (program) => {
    const taken = rounds(program, (one) => timeOnce(one, program));
    results.process.set(program.name, taken);
  });
  report('Whole process', results.process);
}
if (options.only.includes('steady')) {
  measure(programs, (program) => {
    const first = new Map<string, number>();
    const steady = new Map<string, number>();
    for (const one of implementations) {
      // A slow implementation has no warm-up worth many repetitions.
      const reps = one.name === 'interp' || one.name === 'cpython' ? 2 : options.reps;
      const times = timeRepeated(one, program, reps);
      first.set(one.name, times[0]!);
      steady.set(one.name, median(times.slice(1)));
    }
    results.first.set(program.name, first);
    results.steady.set(program.name, steady);
  });
  report('Steady state', results.steady);
  reportWarmUp();
}
if (options.only.includes('startup')) {
  measureStartup();
}
if (options.only.includes('inprocess')) {
  spawnSync('node', [...NODE_OPTIONS, '--import', 'tsx', join(ROOT, 'bench/in-process.ts'), ...options.names], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}
const figures = judge(results);
if (figures.length > 0) {
  console.log('\n## Figures\n');
  console.log(
    table(
      ['figure', 'bar', 'measured', 'met'],
      figures.map((one) => [one.name, one.bar, one.measured, one.met ? 'yes' : 'NO']),
    ),
  );
}
if (options.json !== undefined) writeJson(options.json, figures);

/** Runs a measurement on every program, saying on stderr how far it is. */
function measure(list: readonly Program[], run: (program: Program) => void): void {
  for (const program of list) {
    if (process.stderr.isTTY) process.stderr.write(`\r${program.name.padEnd(30)}`);
    run(program);
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${' '.repeat(30)}\r`);
}

/** Lets the implementations take turns and returns the median time of each. */
function rounds(_program: Program, run: (one: Implementation) => number): Map<string, number> {
  const all = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < options.rounds; round++) {
    for (const one of implementations) all.get(one.name)!.push(run(one));
  }
  return new Map([...all].map(([name, times]) => [name, median(times)]));
}

/** Prints the times of a measurement and the ratios that matter. */
function report(title: string, times: Times): void {
  const compare: [string, string, string][] = [
    ['interp/trace', 'interp', 'trace'],
    ['cpython/trace', 'cpython', 'trace'],
    ['pypy/trace', 'pypy', 'trace'],
    ['trace/js', 'trace', 'js'],
    ['interp/cpython', 'interp', 'cpython'],
  ];
  const shown = compare.filter(([, a, b]) => names.includes(a) && names.includes(b));
  const rows = [...times].map(([name, of]) => [
    name,
    ...names.map((one) => seconds(of.get(one))),
    ...shown.map(([, a, b]) => ratio(of.get(a)! / of.get(b)!)),
  ]);
  const means = shown.map(([, a, b]) => ratio(geometricMean([...times.values()].map((of) => of.get(a)! / of.get(b)!))));
  rows.push(['geometric mean', ...names.map(() => ''), ...means]);
  console.log(`## ${title}\n`);
  console.log(`${table(['program', ...names, ...shown.map(([text]) => text)], rows)}\n`);
}

/** Prints what the first run in a process takes beyond a steady one. */
function reportWarmUp(): void {
  const rows = [...results.first].map(([name, of]) => [
    name,
    ...names.flatMap((one) => [
      seconds(of.get(one)),
      seconds(Math.max(0, of.get(one)! - results.steady.get(name)!.get(one)!)),
    ]),
  ]);
  console.log('## Warm-up: the first run in a process, and how much of it a later run does not take\n');
  console.log(`${table(['program', ...names.flatMap((one) => [one, 'warm-up'])], rows)}\n`);
}

/** Measures the shortest program there is. */
function measureStartup(): void {
  const commands = new Map<string, string[]>([
    ['sidewinder -c pass', [...SIDEWINDER, '-c', 'pass']],
    ['node -e 0', ['node', '-e', '0']],
  ]);
  const all = new Map<string, number[]>([...commands.keys()].map((name) => [name, []]));
  for (let round = 0; round < 21; round++) {
    for (const [name, command] of commands) {
      const done = time(command);
      if (done.status !== 0) throw new Error(`${command.join(' ')}: exit code ${done.status}\n${done.stderr}`);
      all.get(name)!.push(done.seconds);
    }
  }
  for (const [name, times] of all) results.startup.set(name, median(times));
  console.log('## Start-up\n');
  console.log(
    `${table(
      ['command', 'median of 21'],
      [...results.startup].map(([name, value]) => [name, seconds(value)]),
    )}\n`,
  );
}

/** Writes everything measured as JSON. */
function writeJson(path: string, judged: readonly Figure[]): void {
  const plain = (times: Times): unknown =>
    Object.fromEntries([...times].map(([name, of]) => [name, Object.fromEntries(of)]));
  const text = JSON.stringify(
    {
      date: new Date().toISOString(),
      processor: cpus()[0]?.model,
      cores: cpus().length,
      node: process.version,
      versions: Object.fromEntries(implementations.map((one) => [one.name, one.version])),
      size: options.size,
      rounds: options.rounds,
      process: plain(results.process),
      first: plain(results.first),
      steady: plain(results.steady),
      startup: Object.fromEntries(results.startup),
      figures: judged,
    },
    null,
    2,
  );
  writeFileSync(resolve(ROOT, path), `${text}\n`);
  console.log(`\nwritten: ${path}`);
}
