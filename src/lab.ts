/**
 * The command `sidewinder-lab`: what the front end makes of a program, without running it.
 *
 * Exit codes: 0 = done; 1 = the program is no Python (the error goes to stderr as CPython prints it); 2 = the command line
 * is wrong or the file cannot be read.
 */
import { readFileSync } from 'node:fs';
import { disassemble } from './bytecode/disassembler.ts';
import { CompileRecursionError } from './front/compile-errors.ts';
import { compileModule } from './front/compile.ts';
import { PythonSyntaxError } from './front/errors.ts';
import { parseModule } from './front/parser.ts';
import { buildSymbols } from './front/symbols.ts';
import { TokenError, tokenize } from './front/tokenize.ts';
import { astData, dumpIndented } from './lab/ast.ts';
import { codeData } from './lab/dis.ts';
import { formatSyntaxError, formatWarning } from './lab/error.ts';
import { formatSymbols, symbolData } from './lab/symbols.ts';
import { formatTokens } from './lab/tokens.ts';
import { pow } from './lib/libm/exp.ts';

const HELP = `usage: sidewinder-lab COMMAND [options] FILE

Shows what the front end makes of a Python file, without running it. FILE may be - for standard input.

commands:
  tokens     the tokens, as python -m tokenize prints them
  ast        the syntax tree, as python -m ast prints it
  symbols    the symbol tables, as python -m symtable prints them
  dis        the bytecode, as python -m dis prints it

options:
  --json         print JSON instead of text
  -a             ast: with the place of each node
  -O, -OO        dis: without asserts, without docstrings too
  -h, --help     print this

exit codes: 0 done, 1 FILE is not valid Python, 2 wrong usage or FILE cannot be read

examples:
  sidewinder-lab dis program.py
  sidewinder-lab tokens --json program.py
`;

const COMMANDS = ['tokens', 'ast', 'symbols', 'dis'] as const;
const OPTIONS = ['--json', '-a', '-O', '-OO'];

/** A command line that makes no sense, or a file that cannot be read. */
class Usage extends Error {}

interface Settings {
  readonly command: (typeof COMMANDS)[number];
  readonly file: string;
  readonly options: ReadonlySet<string>;
}

/** Reads the command line. Throws Usage. */
function readArguments(argv: readonly string[]): Settings {
  const isOption = (arg: string): boolean => arg.startsWith('-') && arg !== '-';
  const options = new Set(argv.filter(isOption));
  for (const option of options) if (!OPTIONS.includes(option)) throw new Usage(`unknown option ${option}`);
  const [name, file, ...rest] = argv.filter((arg) => !isOption(arg));
  if (name === undefined) throw new Usage('a command is missing: tokens, ast, symbols or dis');
  const command = COMMANDS.find((c) => c === name);
  if (command === undefined) throw new Usage(`unknown command ${name}: it is one of tokens, ast, symbols, dis`);
  if (file === undefined) throw new Usage('the FILE is missing');
  if (rest.length > 0) throw new Usage(`one FILE at a time, not also ${rest[0]}`);
  return { command, file, options };
}

/** Reads the program. Throws Usage. */
function readSource(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new Usage(`cannot read ${file}: ${(error as Error).message}`);
  }
}

/** Returns the output of a command. Throws PythonSyntaxError, TokenError, CompileRecursionError. */
function output({ command, options }: Settings, source: Uint8Array, filename: string): string {
  const json = options.has('--json');
  const show = (data: unknown): string => `${JSON.stringify(data, null, 1)}\n`;
  if (command === 'tokens') {
    const tokens = tokenize(source, filename);
    return json ? show(tokens) : formatTokens(tokens);
  }
  const warned = new Set<string>();
  const warn = (_category: string, message: string, line: number): undefined => {
    const text = formatWarning(message, filename, line, source);
    if (!warned.has(text)) process.stderr.write(text);
    warned.add(text);
  };
  const tree = parseModule(source, filename, { warn });
  switch (command) {
    case 'ast': return json ? show(astData(tree)) : `${dumpIndented(tree, options.has('-a'))}\n`;
    case 'symbols': {
      const { top } = buildSymbols(tree, filename);
      return json ? show(symbolData(top)) : formatSymbols(top, filename);
    }
    case 'dis': {
      const optimize = options.has('-OO') ? 2 : options.has('-O') ? 1 : 0;
      const code = compileModule(tree, filename, { warn, optimize, floatPower: pow });
      return json ? show(codeData(code)) : disassemble(code);
    }
  }
}

/** Runs the command; returns its exit code. */
export function main(argv: readonly string[]): number {
  if (argv.includes('-h') || argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  let source: Uint8Array = new Uint8Array();
  let filename = '';
  try {
    const settings = readArguments(argv);
    filename = settings.file === '-' ? '<stdin>' : settings.file;
    source = readSource(settings.file);
    process.stdout.write(output(settings, source, filename));
    return 0;
  } catch (error) {
    if (error instanceof Usage) {
      process.stderr.write(`sidewinder-lab: ${error.message}\nTry: sidewinder-lab --help\n`);
      return 2;
    }
    if (error instanceof TokenError) process.stderr.write(`${filename}:${error.line}:${error.column}: error: ${error.msg}\n`);
    else if (error instanceof PythonSyntaxError) process.stderr.write(formatSyntaxError(error, source));
    else if (error instanceof CompileRecursionError) process.stderr.write(`RecursionError: ${error.message}\n`);
    else throw error;
    return 1;
  }
}
