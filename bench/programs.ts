// What is measured: the examples, at a size, and the program text that repeats one in a process.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenExample, readExamples, readText, ROOT } from '../test/support/programs.ts';

export type Program = {
  name: string;
  /** The example's path below the root. */
  path: string;
  args: string[];
  /** What one run prints under CPython 3.13. */
  expected: string;
};

const GUARD = /^if __name__ == "__main__":\n {4}main\(\)\n$/m;

/** The body that replaces a program's last two lines: run main() again and again, and time each. */
const HARNESS = `
import time as _time

_times = []
for _k in range(REPS):
    _start = _time.perf_counter()
    main()
    _times.append(_time.perf_counter() - _start)
print("TIMES", *_times, file=sys.stderr)
`;

/** Lists the programs whose names are chosen (all if none is), at a size of examples/programs.json. */
export function choosePrograms(names: readonly string[], size: string): Program[] {
  const programs: Program[] = [];
  for (const [name, sizes] of readExamples()) {
    const how = sizes.get(size);
    if (how === undefined || (names.length > 0 && !names.includes(name))) continue;
    programs.push({ name, path: `examples/${name}.py`, args: how.args, expected: goldenExample(name, size) });
  }
  for (const name of names) {
    if (!programs.some((program) => program.name === name))
      throw new Error(`no example named ${name} with a size ${size}`);
  }
  return programs;
}

/**
 * Writes the program that runs an example `reps` times in one process and reports the seconds of
 * each run on stderr, and returns its path. An example with a main() function calls it again; one
 * that is all at module level becomes the body of a loop at module level.
 */
export function writeRepeating(program: Program, reps: number): string {
  const source = readText(program.path);
  const text = GUARD.test(source)
    ? source.replace(GUARD, HARNESS.replace('REPS', String(reps)))
    : repeatModule(source, reps);
  const folder = join(ROOT, 'node_modules/.cache/sidewinder-bench');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${program.name}.${reps}.py`);
  writeFileSync(path, text);
  return path;
}

/** Puts the whole of a module into a loop. */
function repeatModule(source: string, reps: number): string {
  const body = source
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
  return `import time as _time
_times = []
for _k in range(${reps}):
    _start = _time.perf_counter()
${body}
    _times.append(_time.perf_counter() - _start)
print("TIMES", *_times, file=sys.stderr)
`;
}
