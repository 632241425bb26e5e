/**
 * THE table of command line options, and their parsing: as CPython's, the option list ends at `-c`,
 * `-`, or the first argument that is not an option.
 */
export interface OptionRow {
  readonly names: readonly string[];
  readonly value: '' | string;
  readonly doc: string;
}

export const OPTIONS: readonly OptionRow[] = [
  { names: ['-c'], value: 'CODE', doc: 'program passed in as string (ends the option list)' },
  { names: ['-'], value: '', doc: 'program read from stdin' },
  { names: ['-V', '--version'], value: '', doc: 'print the version and exit' },
  { names: ['-h', '-?', '--help'], value: '', doc: 'print this help and exit' },
  { names: ['-E'], value: '', doc: 'ignore PYTHON* environment variables' },
  { names: ['-I'], value: '', doc: "ignore them, and do not put the program's directory on sys.path" },
  { names: ['-O'], value: '', doc: 'leave out assert statements; -OO: docstrings too' },
  { names: ['-W'], value: 'ARG', doc: 'warning control: action:message:category:module:lineno (also PYTHONWARNINGS)' },
  { names: ['-B', '-q', '-s', '-S', '-u'], value: '', doc: 'accepted for the sake of scripts; nothing to change here' },
  { names: ['--tier'], value: 'interp|trace', doc: 'interpret only, or compile hot loops (the default)' },
  { names: ['--jit'], value: 'NAME=VALUE,...', doc: 'set parameters of the compiler; --jit help lists them' },
  {
    names: ['--dump-traces'],
    value: '[STAGES][,PATH]',
    doc: 'write what becomes of hot loops to stderr or PATH; stages: log, ir, js, guards (default log,ir,js)',
  },
  { names: ['--stats'], value: '[json]', doc: 'write counters of the compiler to stderr at the end' },
];

export interface Settings {
  mode: 'file' | 'code' | 'stdin' | 'help' | 'version' | 'jit-help';
  /** File name or code. */
  target: string;
  args: string[];
  /** Arguments of `-W`. */
  warnings: string[];
  optimize: 0 | 1 | 2;
  /** Whether PYTHON* environment variables count. */
  environment: boolean;
  /** Whether the program's directory is put on sys.path. */
  ownPath: boolean;
  tier: 'interp' | 'trace';
  jit: string[];
  dump: string | null;
  stats: '' | 'text' | 'json';
}

/** A mistake on the command line. */
export class UsageError extends Error {}

/** Parses the arguments after the command's name. Throws UsageError. */
export function parseArguments(argv: readonly string[]): Settings {
  const s: Settings = {
    mode: 'stdin',
    target: '',
    args: [],
    warnings: [],
    optimize: 0,
    environment: true,
    ownPath: true,
    tier: 'trace',
    jit: [],
    dump: null,
    stats: '',
  };
  let i = 0;
  for (; i < argv.length; i++) {
    const a = argv[i]!;
    if (a === '-') return { ...s, mode: 'stdin', args: argv.slice(i + 1) };
    if (!a.startsWith('-')) return { ...s, mode: 'file', target: a, args: argv.slice(i + 1) };
    i += a.startsWith('--') || a === '-?' ? option(s, a, argv[i + 1]) : letters(s, a, argv[i + 1]);
    if (s.mode === 'code') return { ...s, args: argv.slice(i + 1) };
    if (s.mode !== 'stdin') return s;
  }
  return s;
}

/** Takes in an argument of one-letter options, `-OB` or `-Wignore`; returns how many further arguments it used. */
function letters(s: Settings, a: string, following: string | undefined): number {
  for (let i = 1; i < a.length; i++) {
    const c = a[i]!;
    if (c !== 'c' && c !== 'W') {
      letter(s, c);
      if (s.mode !== 'stdin') return 0;
      continue;
    }
    const inline = a.slice(i + 1);
    const value = inline === '' ? following : inline;
    if (value === undefined) throw new UsageError(`Argument expected for the -${c} option`);
    if (c === 'W') s.warnings.push(value);
    else {
      s.mode = 'code';
      s.target = value;
    }
    return inline === '' ? 1 : 0;
  }
  return 0;
}

/** Takes in one letter. */
function letter(s: Settings, c: string): void {
  switch (c) {
    case 'V':
      s.mode = 'version';
      return;
    case 'h':
      s.mode = 'help';
      return;
    case 'O':
      s.optimize = s.optimize === 0 ? 1 : 2;
      return;
    case 'I':
      s.ownPath = false;
      s.environment = false;
      return;
    case 'E':
      s.environment = false;
      return;
    case 'B':
    case 'q':
    case 's':
    case 'S':
    case 'u':
      return;
    default:
      throw new UsageError(`Unknown option: -${c}`);
  }
}

/** Takes in one option; returns how many further arguments it used. */
function option(s: Settings, a: string, following: string | undefined): number {
  const eq = a.indexOf('=');
  const name = a.startsWith('--') && eq > 0 ? a.slice(0, eq) : a;
  const inline = name === a ? undefined : a.slice(eq + 1);
  const used = inline === undefined ? 1 : 0;
  const value = (): string => {
    const v = inline ?? following;
    if (v === undefined) throw new UsageError(`Argument expected for the ${name} option`);
    return v;
  };
  switch (name) {
    case '--version':
      s.mode = 'version';
      return 0;
    case '-?':
    case '--help':
      s.mode = 'help';
      return 0;
    case '--tier': {
      const v = value();
      if (v !== 'interp' && v !== 'trace') throw new UsageError(`--tier takes interp or trace, not '${v}'`);
      s.tier = v;
      return used;
    }
    case '--jit': {
      const v = value();
      if (v === 'help') s.mode = 'jit-help';
      s.jit.push(v);
      return used;
    }
    case '--dump-traces':
      s.dump = inline ?? '';
      return 0;
    case '--stats':
      if (inline !== undefined && inline !== 'json') throw new UsageError(`--stats takes json, not '${inline}'`);
      s.stats = inline === 'json' ? 'json' : 'text';
      return 0;
    default:
      throw new UsageError(`unknown option ${a}`);
  }
}

/** Returns the text of `--help`. */
export function helpText(): string {
  const lines = ['usage: sidewinder [option] ... [-c cmd | file | -] [arg] ...', 'Options:'];
  for (const o of OPTIONS) {
    const head = `${o.names.join(', ')}${o.value === '' ? '' : o.names[0]!.startsWith('--') ? (o.value.startsWith('[') ? `[=${o.value.slice(1)}` : `=${o.value}`) : ` ${o.value}`}`;
    lines.push(head.length < 24 ? `${head.padEnd(24)}: ${o.doc}` : `${head}\n${' '.repeat(24)}: ${o.doc}`);
  }
  lines.push(
    'file                    : program read from file',
    'arg ...                 : arguments passed to program in sys.argv[1:]',
    '',
    'Exit status: 0 done, 1 uncaught exception, N sys.exit(N), 2 bad usage or unreadable file,',
    '70 a fault of sidewinder itself.',
  );
  return `${lines.join('\n')}\n`;
}
