// tinybench inside one Node process: whole runs of small programs, a fresh machine for each run.
//
// What this shows and the other measurements cannot: what a run costs once V8 has compiled the
// machine itself (parsing, compiling to bytecode, building the library, recording, generating); that
// the interpreter is no slower after the tracer has used its own copy of it; and how long the
// compiler takes for one trace once it is warm.
//
//   node --stack-size=6500 --import tsx bench/in-process.ts [NAME…]
//
// Uses dist/vm.js where the build made one (there the tracer has its own instance of interpreter and
// semantics), else src/vm.ts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Bench } from 'tinybench';
import type { JitEvent } from '../src/jit/events.ts';
import { readText, ROOT } from '../test/support/programs.ts';
import { commandLine } from './options.ts';
import { choosePrograms, type Program } from './programs.ts';
import { median, ratio, seconds, table } from './report.ts';

type Vm = typeof import('../src/vm.ts');
type Print = (line: string) => void;
type HandWritten = { main: (args: readonly string[], print: Print, read: (path: string) => string) => void };

const built = join(ROOT, 'dist/vm.js');
const { runProgram } = (await import(pathToFileURL(existsSync(built) ? built : join(ROOT, 'src/vm.ts')).href)) as Vm;
const { Events } = await import('../src/jit/events.ts');
const programs = choosePrograms(commandLine(process.argv.slice(2)).names, 'small');

/** Runs a program in a fresh machine and checks its output. */
async function run(program: Program, tier: 'interp' | 'trace', linked?: number[]): Promise<void> {
  const events = new Events();
  events.listen((event: JitEvent) => {
    if (event.kind === 'generated') linked?.push(event.milliseconds);
  });
  const outcome = await runProgram({
    source: readText(program.path),
    filename: program.path,
    argv: [program.path, ...program.args],
    tier,
    events,
  });
  if (outcome.stdout !== program.expected)
    throw new Error(`${program.name} (${tier}): wrong output\n${outcome.stderr}`);
}

/** Measures tasks one after the other and returns the median milliseconds of each. */
async function measure(tasks: readonly (readonly [string, () => Promise<void>])[]): Promise<Map<string, number>> {
  const bench = new Bench({ time: 300, warmupTime: 150, iterations: 5, warmupIterations: 3, throws: true });
  for (const [name, task] of tasks) bench.add(name, task);
  await bench.run();
  const medians = new Map<string, number>();
  for (const task of bench.tasks) {
    if (task.result.state !== 'completed') throw new Error(`${task.name}: ${task.result.state}`);
    medians.set(task.name, task.result.latency.p50);
  }
  return medians;
}

const before = await measure(programs.map((program) => [program.name, () => run(program, 'interp')] as const));
const linked: number[] = [];
const traced = await measure(programs.map((program) => [program.name, () => run(program, 'trace', linked)] as const));
const after = await measure(programs.map((program) => [program.name, () => run(program, 'interp')] as const));
const hand = await measure(
  await Promise.all(
    programs.map(async (program) => {
      const { main } = (await import(join(ROOT, `bench/js/${program.name}.mjs`))) as HandWritten;
      const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
      return [program.name, async () => main(program.args, () => {}, read)] as const;
    }),
  ),
);

console.log('## In process: a whole run of the small size, a fresh machine each time (tinybench, medians)\n');
console.log(
  table(
    ['program', 'interp', 'interp after tracing', 'after/before', 'trace', 'js'],
    programs.map(({ name }) => [
      name,
      seconds(before.get(name)! / 1000),
      seconds(after.get(name)! / 1000),
      ratio(after.get(name)! / before.get(name)!),
      seconds(traced.get(name)! / 1000),
      seconds(hand.get(name)! / 1000),
    ]),
  ),
);
if (linked.length > 0) {
  const warm = linked.slice(linked.length >> 1);
  console.log(
    `\n${linked.length} trees generated; once warm, the median takes ` +
      `${median(warm).toFixed(2)} ms, the slowest ${Math.max(...warm).toFixed(2)} ms\n`,
  );
}
