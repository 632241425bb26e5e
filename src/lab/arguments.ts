/** The command line of `sidewinder-lab`: its commands, its options, its help. */
import type { ParseMode } from '../front/lex/job.ts';
import { type WordRow, readWords, wordsHelp } from '../options/words.ts';

const COMMANDS = {
  tokens: 'the tokens, as python -m tokenize prints them',
  ast: 'the syntax tree, as python -m ast prints it',
  symbols: 'the symbol tables, as python -m symtable prints them',
  dis: 'the bytecode, as python -m dis prints it',
} as const;
type Command = keyof typeof COMMANDS;

const MODES: readonly ParseMode[] = ['exec', 'eval', 'single', 'func_type'];

/** A command line that makes no sense, or a file that cannot be read. */
export class Usage extends Error {}

export interface Settings {
  readonly command: Command;
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

interface Option extends WordRow {
  /** The command it belongs to, or all. */
  readonly command: Command | null;
  /** Makes settings of its value. Throws Usage. */
  readonly set: (value: string, so: Changes) => Changes;
}

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

/** Counts one --optimize more. */
function readOptimize(_value: string, { optimize = 0 }: Changes): Changes {
  if (optimize === 2) throw new Usage('--optimize is given at most twice');
  return { optimize: optimize === 0 ? 1 : 2 };
}

const OPTIONS: Readonly<Record<string, Option>> = {
  json: { value: '', command: null, doc: 'print JSON instead of text', set: () => ({ json: true }) },
  help: { short: 'h', value: '', command: null, doc: 'print this', set: () => ({}) },
  mode: { short: 'm', value: 'MODE', command: 'ast', doc: `what FILE holds: ${MODES.join(', ')}`, set: readMode },
  'no-type-comments': {
    value: '',
    command: 'ast',
    doc: 'do not read type comments',
    set: () => ({ typeComments: false }),
  },
  'feature-version': {
    value: '3.N',
    command: 'ast',
    doc: 'refuse syntax newer than Python 3.N',
    set: readVersion,
  },
  'include-attributes': {
    short: 'a',
    value: '',
    command: 'ast',
    doc: 'with the place of each node',
    set: () => ({ attributes: true }),
  },
  indent: {
    short: 'i',
    value: 'N',
    command: 'ast',
    doc: 'how many spaces a level is indented by (3)',
    set: readIndent,
  },
  optimize: {
    short: 'O',
    value: '',
    command: 'dis',
    doc: 'without asserts; given twice (-OO): without docstrings too',
    set: readOptimize,
  },
};

/** Returns the lines of help for the options of a command, or of all. */
function helpOf(command: Command | null): string {
  return wordsHelp(Object.fromEntries(Object.entries(OPTIONS).filter(([, option]) => option.command === command)));
}

/** Returns the text of `--help`. */
export function helpText(): string {
  return `usage: sidewinder-lab COMMAND [options] FILE

Shows what the front end makes of a Python file, without running it. FILE may be - for standard input.

commands:
${Object.entries(COMMANDS)
  .map(([name, doc]) => `  ${name.padEnd(26)}${doc}\n`)
  .join('')}
options:
${helpOf(null)}options of ast:
${helpOf('ast')}options of dis:
${helpOf('dis')}
exit codes: 0 done, 1 FILE is not valid Python, 2 wrong usage or FILE cannot be read

examples:
  sidewinder-lab dis program.py
  sidewinder-lab tokens --json program.py
`;
}

/** Reads options and words. Throws Usage. */
function read(argv: readonly string[]): ReturnType<typeof readWords> {
  try {
    return readWords(OPTIONS, argv);
  } catch (e) {
    throw new Usage((e as Error).message);
  }
}

/** Reads the command line; null asks for help. Throws Usage. */
export function readArguments(argv: readonly string[]): Settings | null {
  const names = Object.keys(COMMANDS);
  const { options, plain } = read(argv);
  if (options.some((one) => one.name === 'help')) return null;
  const changes: Changes = {};
  for (const { name, value } of options) Object.assign(changes, OPTIONS[name]!.set(value, changes));
  const [name, file, ...rest] = plain;
  if (name === undefined) throw new Usage(`a command is missing: ${names.join(', ')}`);
  if (!Object.hasOwn(COMMANDS, name)) throw new Usage(`unknown command ${name}: it is one of ${names.join(', ')}`);
  const command = name as Command;
  for (const used of options) {
    const of = OPTIONS[used.name]!.command;
    if (of !== null && of !== command) throw new Usage(`--${used.name} is an option of ${of}, not of ${command}`);
  }
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
