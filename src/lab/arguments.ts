import type { ParseMode } from '../front/lex/job.ts';
/** The command line of `sidewinder-lab`. */

export const HELP = `usage: sidewinder-lab COMMAND [options] FILE

Shows what the front end makes of a Python file, without running it. FILE may be - for standard input.

commands:
  tokens     the tokens, as python -m tokenize prints them
  ast        the syntax tree, as python -m ast prints it
  symbols    the symbol tables, as python -m symtable prints them
  dis        the bytecode, as python -m dis prints it

options:
  --json                    print JSON instead of text
  -h, --help                print this
options of ast:
  -m, --mode MODE           what FILE holds: exec, eval, single, func_type
  --no-type-comments        do not read type comments
  --feature-version 3.N     refuse syntax newer than Python 3.N
  -a, --include-attributes  with the place of each node
  -i, --indent N            how many spaces a level is indented by (3)
options of dis:
  -O, -OO                   without asserts, without docstrings too

exit codes: 0 done, 1 FILE is not valid Python, 2 wrong usage or FILE cannot be read

examples:
  sidewinder-lab dis program.py
  sidewinder-lab tokens --json program.py
`;

const COMMANDS = ['tokens', 'ast', 'symbols', 'dis'] as const;
const MODES: readonly ParseMode[] = ['exec', 'eval', 'single', 'func_type'];

/** A command line that makes no sense, or a file that cannot be read. */
export class Usage extends Error {}

export interface Settings {
  readonly command: (typeof COMMANDS)[number];
  readonly file: string;
  readonly json: boolean;
  readonly optimize: 0 | 1 | 2;
  readonly attributes: boolean;
  readonly indent: number;
  readonly mode: ParseMode;
  readonly typeComments: boolean;
  readonly featureVersion: number;
}

type Changes = { -readonly [K in keyof Settings]?: Settings[K] };

interface Option {
  readonly names: readonly string[];
  /** The command it belongs to, or all. */
  readonly command: Settings['command'] | null;
  /** What its value is called; '' = it has none. */
  readonly value: string;
  /** Returns the settings it makes. Throws Usage. */
  readonly set: (value: string) => Changes;
}

const OPTIONS: readonly Option[] = [
  { names: ['--json'], command: null, value: '', set: () => ({ json: true }) },
  { names: ['-O'], command: 'dis', value: '', set: () => ({ optimize: 1 }) },
  { names: ['-OO'], command: 'dis', value: '', set: () => ({ optimize: 2 }) },
  { names: ['-a', '--include-attributes'], command: 'ast', value: '', set: () => ({ attributes: true }) },
  { names: ['--no-type-comments'], command: 'ast', value: '', set: () => ({ typeComments: false }) },
  { names: ['-m', '--mode'], command: 'ast', value: 'MODE', set: readMode },
  { names: ['-i', '--indent'], command: 'ast', value: 'N', set: readIndent },
  { names: ['--feature-version'], command: 'ast', value: '3.N', set: readVersion },
];

/** Reads the value of --mode. */
function readMode(value: string): Changes {
  const mode = MODES.find((m) => m === value);
  if (mode === undefined) throw new Usage(`unknown mode ${value}: it is one of ${MODES.join(', ')}`);
  return { mode };
}

/** Reads the value of --indent. */
function readIndent(value: string): Changes {
  if (!/^\d{1,3}$/.test(value)) throw new Usage(`--indent takes a number of spaces, not ${value}`);
  return { indent: Number(value) };
}

/** Reads the value of --feature-version. */
function readVersion(value: string): Changes {
  const match = /^3\.(\d{1,3})$/.exec(value);
  if (match === null) throw new Usage(`--feature-version takes 3.N, not ${value}`);
  return { featureVersion: Number(match[1]) };
}

/** Reads the command line. Throws Usage. */
export function readArguments(argv: readonly string[]): Settings {
  const changes: Changes = {};
  const used: Option[] = [];
  const plain: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!;
    if (!arg.startsWith('-') || arg === '-') {
      plain.push(arg);
      continue;
    }
    const [, name, attached] = /^(--[^=]*|-OO|-.)(?:=?(.+))?$/s.exec(arg) ?? [];
    const option = OPTIONS.find(
      ({ names, value }) => names.includes(name!) && (value !== '' || attached === undefined),
    );
    if (option === undefined) throw new Usage(`unknown option ${arg}`);
    const value = option.value === '' ? '' : (attached ?? argv[++i]);
    if (value === undefined) throw new Usage(`${name} lacks its ${option.value}`);
    Object.assign(changes, option.set(value));
    used.push(option);
  }
  const [name, file, ...rest] = plain;
  if (name === undefined) throw new Usage('a command is missing: tokens, ast, symbols or dis');
  const command = COMMANDS.find((c) => c === name);
  if (command === undefined) throw new Usage(`unknown command ${name}: it is one of tokens, ast, symbols, dis`);
  const foreign = used.find((option) => option.command !== null && option.command !== command);
  if (foreign !== undefined)
    throw new Usage(`${foreign.names[0]} is an option of ${foreign.command}, not of ${command}`);
  if (file === undefined) throw new Usage('the FILE is missing');
  if (rest.length > 0) throw new Usage(`one FILE at a time, not also ${rest[0]}`);
  return {
    command,
    file,
    json: false,
    optimize: 0,
    attributes: false,
    indent: 3,
    mode: 'exec',
    typeComments: command === 'ast',
    featureVersion: 13,
    ...changes,
  };
}
