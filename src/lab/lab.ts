/**
 * The command `sidewinder-lab`: what the front end makes of a program, without running it.
 *
 * Exit codes: 0 = done; 1 = the program is no Python (the error goes to stderr as CPython prints it); 2 = the command
 * line is wrong or the file cannot be read.
 */
import { buildSymbols } from '../front/symbols/symbols.ts';
import { readFileSync } from 'node:fs';
import { disassemble } from '../bytecode/disassembler.ts';
import { CompileRecursionError } from '../front/symbols/compile-errors.ts';
import { compileModule } from '../front/compile/compile.ts';
import { PythonSyntaxError } from '../front/source/errors.ts';
import { parseModule } from '../front/parse/parser.ts';
import { TokenError, tokenize } from '../front/lex/tokenize.ts';
import { helpText, readArguments, type Settings, Usage } from './arguments.ts';
import { astData, dumpIndented } from './ast.ts';
import { codeData } from './dis.ts';
import { formatSyntaxError, formatWarning } from './error.ts';
import { formatSymbols, symbolData } from './symbols.ts';
import { formatTokens } from './tokens.ts';

/** Reads the program. Throws Usage. */
function readSource(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new Usage(`cannot read ${file}: ${(error as Error).message}`);
  }
}

/** Returns the output of a command. Throws PythonSyntaxError, TokenError, CompileRecursionError. */
function output(settings: Settings, source: Uint8Array, filename: string): string {
  const { command, json, file } = settings;
  const onDisk = file === '-' ? null : source;
  const show = (data: unknown): string => `${JSON.stringify(data, null, 1)}\n`;
  if (command === 'tokens') {
    // CPython reads standard input as text, which has no encoding to tell of.
    const tokens = tokenize(source, filename).slice(onDisk === null ? 1 : 0);
    return json ? show(tokens) : formatTokens(tokens);
  }
  const warned = new Set<string>();
  const warn = (_category: string, message: string, line: number): undefined => {
    const text = formatWarning(message, filename, line, onDisk);
    if (!warned.has(text)) process.stderr.write(text);
    warned.add(text);
  };
  const { mode, typeComments, featureVersion } = settings;
  const tree = parseModule(source, filename, { warn, mode, typeComments, featureVersion });
  switch (command) {
    case 'ast':
      return json ? show(astData(tree)) : `${dumpIndented(tree, settings.attributes, settings.indent)}\n`;
    case 'symbols': {
      const { top } = buildSymbols(tree, filename);
      return json ? show(symbolData(top)) : formatSymbols(top, filename);
    }
    case 'dis': {
      const code = compileModule(tree, filename, { warn, optimize: settings.optimize });
      return json ? show(codeData(code)) : disassemble(code);
    }
  }
}

/** Runs the command; returns its exit code. */
export function main(argv: readonly string[]): number {
  let onDisk: Uint8Array | null = null;
  let filename = '';
  try {
    const settings = readArguments(argv);
    if (settings === null) {
      process.stdout.write(helpText());
      return 0;
    }
    filename = settings.file === '-' ? '<stdin>' : settings.file;
    const source = readSource(settings.file);
    if (settings.file !== '-') onDisk = source;
    process.stdout.write(output(settings, source, filename));
    return 0;
  } catch (error) {
    if (error instanceof Usage) {
      process.stderr.write(`sidewinder-lab: ${error.message}\nTry: sidewinder-lab --help\n`);
      return 2;
    }
    if (error instanceof TokenError)
      process.stderr.write(`${filename}:${error.line}:${error.column}: error: ${error.msg}\n`);
    else if (error instanceof PythonSyntaxError) process.stderr.write(formatSyntaxError(error, onDisk));
    else if (error instanceof CompileRecursionError) process.stderr.write(`RecursionError: ${error.message}\n`);
    else throw error;
    return 1;
  }
}
