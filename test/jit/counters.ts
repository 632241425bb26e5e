// What the compiler counts while the command runs the examples.
import { spawnSync } from 'node:child_process';
import { readExamples, readText, ROOT, SIDEWINDER, type Size } from '../support/programs.ts';

/** The sizes that take no time. */
const SIZES = ['small', 'stdin'];

/** Lists the examples at their small sizes, by name and size. */
export function smallExamples(): Map<string, () => unknown> {
  const all = [...readExamples()].flatMap(([name, sizes]) =>
    [...sizes]
      .filter(([size]) => SIZES.includes(size))
      .map(([size, how]) => [`${name} ${size}`, () => countersOf(name, how)] as const),
  );
  return new Map(all);
}

/** Runs an example and returns what `--stats=json` says, without the time it took. */
function countersOf(name: string, how: Size): unknown {
  const [command, ...words] = [...SIDEWINDER, '--stats=json', `examples/${name}.py`, ...how.args];
  const done = spawnSync(command!, words, {
    cwd: ROOT,
    encoding: 'utf8',
    input: how.stdin === undefined ? '' : readText(how.stdin),
  });
  if (done.status !== 0) throw new Error(`${name}: ${done.stderr}`);
  const { milliseconds: _, ...counters } = JSON.parse(done.stderr.trimEnd().split('\n').at(-1)!);
  return counters;
}
