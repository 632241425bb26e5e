// The options of `npm run bench`: one table, from which they are read and help is made.
import { type WordRow, readWords, wordsHelp } from '../src/options/words.ts';
import { readExamples } from '../test/support/programs.ts';

export type Options = {
  names: readonly string[];
  size: string;
  rounds: number;
  reps: number;
  only: readonly string[];
  without: readonly string[];
  json: string | undefined;
};

const SIZES = ['full', 'medium', 'small'];
const MEASUREMENTS = ['process', 'steady', 'startup', 'inprocess'];
const IMPLEMENTATIONS = ['interp', 'trace', 'cpython', 'pypy', 'js'];

/** Reads a whole number of at least `min`. */
function number(name: string, text: string, min: number): number {
  const n = /^\d+$/.test(text) ? Number(text) : 0;
  if (n < min) throw new Error(`--${name} takes a whole number, at least ${min}, not '${text}'`);
  return n;
}

/** Reads words separated by commas, each one of a list. */
function choice(name: string, text: string, list: readonly string[]): string[] {
  const words = text.split(',');
  const wrong = words.find((word) => !list.includes(word));
  if (wrong !== undefined) throw new Error(`--${name} takes ${list.join(', ')}, not '${wrong}'`);
  return words;
}

const OPTIONS: Readonly<Record<string, WordRow & { set: (o: Options, value: string) => void }>> = {
  quick: {
    value: '',
    doc: 'medium sizes, one round: about one minute',
    set: (o) => {
      Object.assign(o, { size: 'medium', rounds: 1, reps: 4 });
    },
  },
  size: {
    value: 'SIZE',
    doc: `how large the programs are: ${SIZES.join(', ')}`,
    set: (o, value) => {
      if (!SIZES.includes(value)) throw new Error(`--size takes ${SIZES.join(', ')}, not '${value}'`);
      o.size = value;
    },
  },
  rounds: {
    value: 'N',
    doc: 'how often the implementations take turns (3)',
    set: (o, value) => {
      o.rounds = number('rounds', value, 1);
    },
  },
  reps: {
    value: 'N',
    doc: 'how often a program is repeated in one process (6)',
    set: (o, value) => {
      o.reps = number('reps', value, 2);
    },
  },
  only: {
    value: 'LIST',
    doc: `which measurements: ${MEASUREMENTS.join(',')} (all)`,
    set: (o, value) => {
      o.only = choice('only', value, MEASUREMENTS);
    },
  },
  without: {
    value: 'LIST',
    doc: `leave implementations out: ${IMPLEMENTATIONS.join(',')}`,
    set: (o, value) => {
      o.without = choice('without', value, IMPLEMENTATIONS);
    },
  },
  json: {
    value: 'PATH',
    doc: 'write every number as JSON as well',
    set: (o, value) => {
      o.json = value;
    },
  },
  help: { short: 'h', value: '', doc: 'print this', set: () => {} },
};

/** Returns the text of `--help`. */
export function helpText(): string {
  return `usage: npm run bench -- [options] [NAME]...

Measures the examples (or those named) beside CPython 3.13, PyPy and hand-written JavaScript: bench/README.md.

options:
${wordsHelp(OPTIONS)}`;
}

/** Refuses a name that is no example. */
function checkNames(names: readonly string[]): void {
  const known = [...readExamples().keys()];
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined) throw new Error(`no example named ${wrong}: ${known.join(', ')}`);
}

/** Reads a command line; null asks for help. Throws Error with one line for the user. */
export function readOptions(argv: readonly string[]): Options | null {
  const { options, plain } = readWords(OPTIONS, argv);
  if (options.some((one) => one.name === 'help')) return null;
  checkNames(plain);
  const chosen: Options = {
    names: plain,
    size: 'full',
    rounds: 3,
    reps: 6,
    only: MEASUREMENTS,
    without: [],
    json: undefined,
  };
  for (const { name, value } of options) OPTIONS[name]!.set(chosen, value);
  return chosen;
}

/** Reads the command line of the benchmark; ends the process where there is nothing to measure. */
export function commandLine(argv: readonly string[]): Options {
  try {
    const options = readOptions(argv);
    if (options !== null) return options;
    process.stdout.write(helpText());
    process.exit(0);
  } catch (e) {
    process.stderr.write(`bench: ${(e as Error).message} (--help lists the options)\n`);
    process.exit(2);
  }
}
