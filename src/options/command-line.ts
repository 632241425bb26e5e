/**
 * THE table of the command's options, and their parsing. Help, the table of README.md (test/docs) and the
 * parser are made of it.
 *
 * The rules are CPython's (Python/getopt.c), not those of `util.parseArgs`: one-letter options stand together
 * (`-OB`), and the option list ends at `-c`, at `-`, at `--`, or at the first argument that is no option; all
 * that follows is the program's.
 */
import { DEFAULT_STAGES, type DumpRequest, STAGES, parseStages } from './stages.ts';

export interface Settings {
  mode: 'file' | 'code' | 'stdin' | 'help' | 'version' | 'jit-help';
  /** File name or code. */
  target: string;
  /** `sys.argv`, the program's name first. */
  argv: string[];
  /** Arguments of `-W`. */
  warnings: string[];
  /** How often `-O` was given. */
  optimize: number;
  isolated: boolean;
  /** Whether PYTHON* variables of the environment count. */
  environment: boolean;
  /** Directories of `PYTHONPATH`. */
  modulePath: string[];
  /** Whether the program's directory is kept off sys.path. */
  safePath: boolean;
  noUserSite: boolean;
  noSite: boolean;
  unbuffered: boolean;
  quiet: boolean;
  tier: 'interp' | 'baseline' | 'trace';
  jit: string[];
  dump: DumpRequest | null;
  stats: '' | 'text' | 'json';
  /** Bytes that the program may hold; null = as the machine's memory allows. */
  maxMemory: number | null;
}

interface OptionRow {
  readonly names: readonly string[];
  /** What its value is called; '' = it has none, `[X]` = it may be left out and follows `=`. */
  readonly value: string;
  readonly doc: string;
  /** Takes the option in. Throws Error with a message for the user. */
  readonly set: (s: Settings, value: string) => void;
}

/** A mistake on the command line. */
export class UsageError extends Error {}

export const OPTIONS: readonly OptionRow[] = [
  {
    names: ['-c'],
    value: 'CODE',
    doc: 'run code given as an argument (ends the option list)',
    set: (s, value) => {
      s.mode = 'code';
      s.target = value;
    },
  },
  {
    names: ['-E'],
    value: '',
    doc: 'ignore the PYTHON* variables of the environment',
    set: (s) => {
      s.environment = false;
    },
  },
  {
    names: ['-I'],
    value: '',
    doc: 'isolate the program from its surroundings: -E, -P and -s',
    set: (s) => {
      s.isolated = true;
      s.environment = false;
      s.safePath = true;
      s.noUserSite = true;
    },
  },
  {
    names: ['-O'],
    value: '',
    doc: 'leave out assert statements; -OO: docstrings too',
    set: (s) => {
      s.optimize++;
    },
  },
  {
    names: ['-P'],
    value: '',
    doc: "keep the program's directory off sys.path",
    set: (s) => {
      s.safePath = true;
    },
  },
  {
    names: ['-S'],
    value: '',
    doc: 'leave out exit and quit, the only things of the module site there are',
    set: (s) => {
      s.noSite = true;
    },
  },
  {
    names: ['-u'],
    value: '',
    doc: 'write stdout and stderr at once, unbuffered',
    set: (s) => {
      s.unbuffered = true;
    },
  },
  {
    names: ['-W'],
    value: 'ARG',
    doc: 'control warnings: action:message:category:module:lineno',
    set: (s, value) => {
      s.warnings.push(value);
    },
  },
  {
    names: ['-q'],
    value: '',
    doc: 'set sys.flags.quiet; there is no banner to leave out',
    set: (s) => {
      s.quiet = true;
    },
  },
  {
    names: ['-s'],
    value: '',
    doc: 'set sys.flags.no_user_site; no user packages are looked for in any case',
    set: (s) => {
      s.noUserSite = true;
    },
  },
  { names: ['-B'], value: '', doc: 'no effect: no .pyc files are written in any case', set: () => {} },
  {
    names: ['--tier'],
    value: 'interp|baseline|trace',
    doc: 'interpret only, compile what runs twice, or hot loops (the default)',
    set: (s, value) => {
      if (value !== 'interp' && value !== 'baseline' && value !== 'trace')
        throw new Error(`--tier takes interp, baseline or trace, not '${value}'`);
      s.tier = value;
    },
  },
  {
    names: ['--jit'],
    value: 'NAME=VALUE,...',
    doc: "set the compiler's tunables; --jit help prints their table",
    set: (s, value) => {
      if (value === 'help') s.mode = 'jit-help';
      s.jit.push(value);
    },
  },
  {
    names: ['--dump-traces'],
    value: '[STAGES][,PATH]',
    doc:
      'write what becomes of hot loops, to stderr or to a file whose path contains / or .; ' +
      `stages: ${Object.keys(STAGES).join(', ')} (default ${DEFAULT_STAGES.join(',')})`,
    set: (s, value) => {
      s.dump = parseStages(value);
    },
  },
  {
    names: ['--stats'],
    value: '[json]',
    doc: 'write counters of the compiler to stderr at the end',
    set: (s, value) => {
      if (value !== '' && value !== 'json') throw new Error(`--stats takes json, not '${value}'`);
      s.stats = value === 'json' ? 'json' : 'text';
    },
  },
  {
    names: ['--max-memory'],
    value: 'SIZE',
    doc: "memory the program may hold, as 500M or 2G, within Node's limit (default: 85 % of that)",
    set: (s, value) => {
      s.maxMemory = parseSize(value);
    },
  },
  {
    names: ['-V', '--version'],
    value: '',
    doc: 'print the version',
    set: (s) => {
      s.mode = 'version';
    },
  },
  {
    names: ['-h', '-?', '--help'],
    value: '',
    doc: 'print the options',
    set: (s) => {
      s.mode = 'help';
    },
  },
];

const UNITS: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** Returns the bytes that `500M` stands for. Throws Error with a message for the user. */
function parseSize(text: string): number {
  const found = /^(\d+(?:\.\d+)?)([KMGT])B?$/i.exec(text);
  const bytes = found === null ? Number.NaN : Number(found[1]) * UNITS[found[2]!.toUpperCase()]!;
  if (!(bytes >= LEAST_MEMORY)) throw new Error(`--max-memory takes a size of at least 100M, not '${text}'`);
  return bytes;
}
const LEAST_MEMORY = 100 * 2 ** 20;

/** CPython's options that are refused. */
const REFUSED = 'bdimvxX';

/** A variable of the environment that counts, where it is not empty, unless `-E` or `-I` is given. */
interface VariableRow {
  readonly name: string;
  readonly doc: string;
  readonly set: (s: Settings, value: string) => void;
}

export const VARIABLES: readonly VariableRow[] = [
  {
    name: 'PYTHONPATH',
    doc: "directories searched for modules after the program's own, separated by colons",
    set: (s, value) => {
      s.modulePath = value.split(':');
    },
  },
  {
    name: 'PYTHONWARNINGS',
    doc: 'as -W, separated by commas',
    set: (s, value) => {
      s.warnings.unshift(...value.split(',').filter((part) => part !== ''));
    },
  },
  {
    name: 'PYTHONOPTIMIZE',
    doc: 'as -O, as often as the number says',
    set: (s, value) => {
      const n = /^\d+$/.test(value) ? Number(value) : 1;
      s.optimize = Math.max(s.optimize, n);
    },
  },
  {
    name: 'PYTHONUNBUFFERED',
    doc: 'as -u',
    set: (s) => {
      s.unbuffered = true;
    },
  },
  {
    name: 'PYTHONSAFEPATH',
    doc: 'as -P',
    set: (s) => {
      s.safePath = true;
    },
  },
  {
    name: 'PYTHONNOUSERSITE',
    doc: 'as -s',
    set: (s) => {
      s.noUserSite = true;
    },
  },
];

/** Takes in the environment, as far as the options allow. */
export function applyEnvironment(s: Settings, environment: Readonly<Record<string, string | undefined>>): void {
  if (!s.environment) return;
  for (const row of VARIABLES) {
    const value = environment[row.name];
    if (value !== undefined && value !== '') row.set(s, value);
  }
}

/** Finds the row of an option. */
const rowOf = (name: string): OptionRow | undefined => OPTIONS.find((row) => row.names.includes(name));

/** Parses the arguments after the command's name. Throws UsageError. */
export function parseArguments(argv: readonly string[]): Settings {
  const s: Settings = {
    mode: 'stdin',
    target: '',
    argv: [''],
    warnings: [],
    optimize: 0,
    isolated: false,
    environment: true,
    modulePath: [],
    safePath: false,
    noUserSite: false,
    noSite: false,
    unbuffered: false,
    quiet: false,
    tier: 'trace',
    jit: [],
    dump: null,
    stats: '',
    maxMemory: null,
  };
  let i = 0;
  while (i < argv.length) {
    const a = argv[i]!;
    if (a === '-' || !a.startsWith('-')) break;
    i++;
    if (a === '--') break;
    i += a.startsWith('--') ? longOption(s, a, argv[i]) : letters(s, a, argv[i]);
    if (s.mode === 'code') return { ...s, argv: ['-c', ...argv.slice(i)] };
    if (s.mode !== 'stdin') return s;
  }
  const target = argv[i];
  if (target === undefined) return s;
  return { ...s, mode: target === '-' ? 'stdin' : 'file', target, argv: argv.slice(i) };
}

/** Sets an option; what is wrong with its value is a mistake on the command line. */
function apply(s: Settings, row: OptionRow, value: string): void {
  try {
    row.set(s, value);
  } catch (e) {
    throw new UsageError((e as Error).message);
  }
}

/** Takes in an argument of one-letter options, `-OB` or `-Wignore`; returns how many further arguments it used. */
function letters(s: Settings, a: string, following: string | undefined): number {
  for (let i = 1; i < a.length; i++) {
    const c = a[i]!;
    const row = rowOf(`-${c}`);
    if (row === undefined)
      throw new UsageError(
        REFUSED.includes(c) ? `-${c} is an option of CPython that sidewinder does not have` : `Unknown option: -${c}`,
      );
    if (row.value !== '') {
      const inline = a.slice(i + 1);
      const value = inline === '' ? following : inline;
      if (value === undefined) throw new UsageError(`Argument expected for the -${c} option`);
      apply(s, row, value);
      return inline === '' ? 1 : 0;
    }
    apply(s, row, '');
    if (s.mode !== 'stdin') return 0;
  }
  return 0;
}

/** Takes in `--name`, `--name=value` or `--name value`; returns how many further arguments it used. */
function longOption(s: Settings, a: string, following: string | undefined): number {
  const eq = a.indexOf('=');
  const name = eq < 0 ? a : a.slice(0, eq);
  const inline = eq < 0 ? undefined : a.slice(eq + 1);
  const row = rowOf(name);
  if (row === undefined || (row.value === '' && inline !== undefined)) throw new UsageError(`unknown option ${a}`);
  const needed = row.value !== '' && !row.value.startsWith('[');
  const value = inline ?? (needed ? following : '');
  if (value === undefined) throw new UsageError(`Argument expected for the ${name} option`);
  apply(s, row, value);
  return needed && inline === undefined ? 1 : 0;
}

/* ---- help ---- */

const USAGE = 'sidewinder [option] ... [-c cmd | file | -] [arg] ...';

/** Returns how an option is written, with its value. */
export function optionHead({ names, value }: OptionRow): string {
  const long = names[0]!.startsWith('--');
  const shown = value === '' ? '' : !long ? ` ${value}` : value.startsWith('[') ? `[=${value.slice(1)}` : `=${value}`;
  return `${names.join(', ')}${shown}`;
}

/** Returns what is printed for a mistake. */
export function usageText(message: string): string {
  return `${message}\nusage: ${USAGE}\nTry \`sidewinder -h' for more information.\n`;
}

/** Returns the text of `--help`. */
export function helpText(): string {
  const line = (head: string, doc: string): string =>
    head.length < 24 ? `${head.padEnd(24)}: ${doc}` : `${head}\n${' '.repeat(24)}: ${doc}`;
  return `${[
    `usage: ${USAGE}`,
    'Options:',
    ...OPTIONS.map((row) => line(optionHead(row), row.doc)),
    line('--', 'ends the option list'),
    line('file', 'program read from file'),
    line('-', 'program read from stdin'),
    line('arg ...', 'arguments passed to program in sys.argv[1:]'),
    '',
    'Variables of the environment:',
    ...VARIABLES.map((row) => line(row.name, row.doc)),
    '',
    'Exit status: 0 done, 1 uncaught exception, N sys.exit(N), 2 bad usage or unreadable file,',
    '120 output that could not be written, 70 a fault of sidewinder itself.',
  ].join('\n')}\n`;
}
