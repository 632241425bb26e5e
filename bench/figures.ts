// The figures the project has set itself, and whether a run of the benchmark meets them.
import { geometricMean, ratio } from './report.ts';

/** Per program, per implementation: a number of seconds. */
export type Times = Map<string, Map<string, number>>;

export type Results = {
  process: Times;
  /** The first run in a process that repeats the program. */
  first: Times;
  steady: Times;
  startup: Map<string, number>;
};

export type Figure = { name: string; bar: string; measured: string; met: boolean };

/** Programs whose inner loop is nothing but numbers and lists: V8's own ground. */
const NUMERIC = ['sieve', 'matmul', 'mandelbrot', 'collatz', 'heat'];

/** Compares what was measured with every bar for which there are numbers. */
export function judge(results: Results): Figure[] {
  const figures: Figure[] = [];
  const mean = (times: Times, a: string, b: string): number | undefined => {
    const all = ratios(times, a, b).map(([, value]) => value);
    return all.length === 0 ? undefined : geometricMean(all);
  };
  const atLeast = (name: string, value: number | undefined, bar: number): void => {
    if (value !== undefined) figures.push({ name, bar: `at least ${bar}x`, measured: ratio(value), met: value >= bar });
  };
  const atMost = (name: string, value: number | undefined, bar: number): void => {
    if (value !== undefined) figures.push({ name, bar: `at most ${bar}x`, measured: ratio(value), met: value <= bar });
  };

  atLeast(
    'trace tier against interpreter tier, whole process, geometric mean',
    mean(results.process, 'interp', 'trace'),
    12,
  );
  atLeast(
    'trace tier against interpreter tier, steady state, geometric mean',
    mean(results.steady, 'interp', 'trace'),
    12,
  );
  atLeast(
    'trace tier against CPython 3.13, whole process, geometric mean',
    mean(results.process, 'cpython', 'trace'),
    6,
  );
  for (const [name, value] of ratios(results.steady, 'trace', 'js')) {
    if (NUMERIC.includes(name)) atMost(`${name}: trace tier against hand-written JavaScript, steady state`, value, 2);
  }
  atMost('interpreter tier against CPython 3.13, geometric mean', mean(results.steady, 'interp', 'cpython'), 3);
  const slowest = ratios(results.process, 'trace', 'interp').sort(([, a], [, b]) => b - a)[0];
  if (slowest) atMost(`${slowest[0]}: slowest trace tier against interpreter tier, whole process`, slowest[1], 1.1);
  const own = results.startup.get('sidewinder -c pass');
  const node = results.startup.get('node -e 0');
  if (own !== undefined && node !== undefined) atMost('sidewinder -c pass against node -e 0', own / node, 1.5);
  return figures;
}

/** Lists a's time over b's for every program that has both. */
function ratios(times: Times, a: string, b: string): [string, number][] {
  const all: [string, number][] = [];
  for (const [name, of] of times) {
    const above = of.get(a);
    const below = of.get(b);
    if (above !== undefined && below !== undefined) all.push([name, above / below]);
  }
  return all;
}
