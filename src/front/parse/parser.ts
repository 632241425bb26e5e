/**
 * The entrance of the front end: Python source to syntax tree, or a syntax error.
 *
 * A program is tokenized whole and parsed by a parser that knows only valid programs. When that
 * fails the source is parsed again, slowly, by an interpreter of CPython's grammar with its rules
 * for invalid programs (explain.ts), whose only product is the error. It begins at the statement of
 * the file where the first parser gave up.
 */
import type { Mod } from '../tree/ast.ts';
import { PythonSyntaxError } from '../source/errors.ts';
import { checkDepth, explain } from '../explain/explain.ts';
import { Lexer } from '../lex/lexer.ts';
import type { BufferedWarning, ParseJob, ParseMode, Refusal } from '../lex/job.ts';
import { codePoints, type WarnHandler } from '../lex/state.ts';
import { BAIL } from './base.ts';
import { Parser } from './statements.ts';
import { decodeSource, findLoneSurrogate, hasBom, normalLines, type Decoder } from '../source/source.ts';

export interface ParseOptions {
  /** What the source is; 'exec' unless told. */
  mode?: ParseMode;
  /** Told of each SyntaxWarning; returns true to have it raised as a SyntaxError. */
  warn?: WarnHandler;
  /** `sys.get_int_max_str_digits()`; 0 = no limit, 4300 unless told. */
  maxDigits?: number;
  /** Decodes sources whose cookie names an encoding other than UTF-8, Latin-1 and ASCII. */
  decoder?: Decoder;
  /** Whether the source is the file the interpreter is started with, which CPython reads more strictly. */
  script?: boolean;
  /** Whether type comments are read (PyCF_TYPE_COMMENTS). */
  typeComments?: boolean;
  /** The minor version of Python 3 whose syntax is meant (`feature_version`); what came later is refused. */
  featureVersion?: number;
  /** Whether a source that only lacks its end raises `_IncompleteInputError` (PyCF_ALLOW_INCOMPLETE_INPUT). */
  allowIncomplete?: boolean;
}

/** The minor version of Python whose syntax this is. */
const NEWEST = 13;

/**
 * Parses Python source into a tree of the mode's kind: Module, Expression, Interactive, FunctionType.
 *
 * Throws `PythonSyntaxError` for what CPython refuses, with its message and place.
 */
export function parseModule(source: string | Uint8Array, filename: string, options: ParseOptions = {}): Mod {
  const mode = options.mode ?? 'exec';
  const script = options.script ?? false;
  const text =
    typeof source === 'string'
      ? encodable(source, filename)
      : decodeSource(source, filename, script, options.decoder, mode === 'exec');
  if (text.includes('\0')) throw nullByte(text, filename, script);
  let lines = normalLines(text);
  if (mode === 'exec' && !lines.endsWith('\n')) lines += '\n';
  const job: ParseJob = {
    text: `${lines}\0`,
    filename,
    mode,
    warn: options.warn ?? (() => false),
    maxDigits: options.maxDigits ?? 4300,
    allowIncomplete: options.allowIncomplete ?? false,
    typeComments: options.typeComments ?? false,
    featureVersion: options.featureVersion ?? NEWEST,
    disk:
      script && typeof source !== 'string' && !filename.startsWith('<')
        ? `${hasBom(source) ? '\ufeff' : ''}${normalLines(text)}`
        : null,
  };
  const parsed = parseValid(job);
  return 'kind' in parsed ? parsed : explain(job, parsed);
}

/** Returns a source given as str. Throws where it cannot be encoded, as it would have to be in CPython. */
function encodable(source: string, filename: string): string {
  const at = findLoneSurrogate(source);
  if (at < 0) return source;
  const code = source.charCodeAt(at).toString(16);
  const position = codePoints(source, 0, at);
  const message = `'utf-8' codec can't encode character '\\u${code}' in position ${position}: surrogates not allowed`;
  throw new PythonSyntaxError('UnicodeEncodeError', message, filename, null, position, null, null, null);
}

/** Makes the error of a NUL in the source. */
function nullByte(text: string, filename: string, script: boolean): PythonSyntaxError {
  if (!script) {
    const message = 'source code string cannot contain null bytes';
    return new PythonSyntaxError('SyntaxError', message, filename, null, null, null, null, null);
  }
  const lines = normalLines(text.slice(0, text.indexOf('\0'))).split('\n');
  const message = 'source code cannot contain null bytes';
  return new PythonSyntaxError('SyntaxError', message, filename, lines.length, 0, lines.at(-1)!, lines.length, 0);
}

/** Says that nothing is known to be valid. */
const NOTHING_VALID: Refusal = { from: 0, warnings: [] };

/** Parses a valid program; for any other tells how far it is one. */
function parseValid(job: ParseJob): Mod | Refusal {
  const buffered: BufferedWarning[] = [];
  const lexer: Lexer = new Lexer(job.text, job.filename, (_, message, line) => {
    buffered.push({ message, line, token: lexer.count });
    return false;
  });
  lexer.single = job.mode === 'single';
  lexer.typeComments = job.typeComments;
  const complete = lexer.all();
  if (!complete && job.mode !== 'exec') return NOTHING_VALID;
  if (!complete) lexer.seal();
  const parser = new Parser(lexer, job.maxDigits, job.featureVersion);
  let tree: Mod;
  try {
    tree = parser.module(job.mode);
  } catch (error) {
    if (error !== BAIL && !(error instanceof RangeError)) throw error;
    const from = error !== BAIL || parser.deep ? 0 : parser.reached;
    return { from, warnings: inOrder(buffered, parser.warnings).filter(({ token }) => token < from) };
  }
  if (!complete) return NOTHING_VALID;
  if (parser.deep) checkDepth(job);
  for (const { message, line } of inOrder(buffered, parser.warnings)) {
    if (job.warn('SyntaxWarning', message, line)) return NOTHING_VALID;
  }
  return tree;
}

/** Returns the warnings of the tokenizer and the parser in the order of the tokens. */
function inOrder(a: readonly BufferedWarning[], b: readonly BufferedWarning[]): BufferedWarning[] {
  return [...a, ...b].sort((x, y) => x.token - y.token);
}
