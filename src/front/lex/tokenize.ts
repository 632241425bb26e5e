/**
 * The stream of CPython 3.13's `tokenize.tokenize`: the parser's tokens and what the parser never sees.
 *
 * The tokenizer proper drops comments, blank lines and line ends inside brackets, and should: the parser
 * would only skip them again. They are not lost, though: they are what the source holds between one token
 * and the next. So the stream is made of the tokens, in order, with each gap read again for comments and
 * line ends. Columns count code points here (the parser's count bytes). Cost: O(n), one extra pass.
 */
import type { PythonSyntaxError } from '../source/errors.ts';
import { Lexer } from './lexer.ts';
import { codePoints, Done, STRIDE } from './state.ts';
import { decodeSource, findLoneSurrogate, normalLines } from '../source/source.ts';
import { T } from './tokens.ts';

export type TokenType =
  | 'ENCODING'
  | 'ENDMARKER'
  | 'NAME'
  | 'NUMBER'
  | 'STRING'
  | 'NEWLINE'
  | 'NL'
  | 'COMMENT'
  | 'INDENT'
  | 'DEDENT'
  | 'OP'
  | 'FSTRING_START'
  | 'FSTRING_MIDDLE'
  | 'FSTRING_END';

/** A token of the stream. Lines count from 1 (ENCODING: 0), columns from 0 in code points. */
export interface Token {
  readonly type: TokenType;
  readonly string: string;
  readonly start: readonly [line: number, column: number];
  readonly end: readonly [line: number, column: number];
}

/** What `tokenize.TokenError` reports: a message and a place (line from 1, column as CPython gives it). */
export class TokenError extends Error {
  constructor(
    readonly msg: string,
    readonly line: number,
    readonly column: number,
    readonly type: 'SyntaxError' | 'IndentationError' | 'TabError' = 'SyntaxError',
  ) {
    super(`${msg} (${line}, ${column})`);
  }
}

const KINDS = new Map<T, TokenType>([
  [T.NUMBER, 'NUMBER'],
  [T.STRING, 'STRING'],
  [T.NEWLINE, 'NEWLINE'],
  [T.FSTRING_START, 'FSTRING_START'],
  [T.FSTRING_MIDDLE, 'FSTRING_MIDDLE'],
  [T.FSTRING_END, 'FSTRING_END'],
  [T.ENDMARKER, 'ENDMARKER'],
]);

/** Returns the type the stream gives to a kind of the parser. */
function typeOf(kind: T): TokenType {
  if (kind === T.NAME || (kind >= T.FALSE && kind <= T.YIELD)) return 'NAME';
  return KINDS.get(kind) ?? 'OP';
}

/** Makes the stream of one source. */
class Stream {
  readonly tokens: Token[] = [];
  private readonly lineStarts: number[] = [0];
  private readonly wide: boolean;
  /** Last place whose column was asked for: columns are asked for in order. */
  private lastLine = 0;
  private lastOffset = 0;
  private lastColumn = 0;
  /** Line of the place `at` that was reached last. */
  private line = 1;

  constructor(
    readonly text: string,
    /** Where the newline is that the source lacks at its end, or -1. */
    readonly implicit: number,
    /** Lines (from 1) that end in CR LF. */
    readonly crlf: ReadonlySet<number>,
  ) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.lineStarts.push(i + 1);
    this.wide = /[\ud800-\udbff]/.test(text);
  }

  /** Returns line and column of an offset of the text. */
  private place(offset: number): [number, number] {
    const { lineStarts } = this;
    while (this.line < lineStarts.length && lineStarts[this.line]! <= offset) this.line++;
    while (lineStarts[this.line - 1]! > offset) this.line--;
    const start = lineStarts[this.line - 1]!;
    if (!this.wide) return [this.line, offset - start];
    const known = this.lastLine === this.line && this.lastOffset <= offset;
    const from = known ? this.lastOffset : start;
    this.lastColumn = (known ? this.lastColumn : 0) + codePoints(this.text, from, offset);
    this.lastLine = this.line;
    this.lastOffset = offset;
    return [this.line, this.lastColumn];
  }

  /** Appends a token. */
  add(type: TokenType, start: number, end: number): void {
    const from = this.place(start);
    this.tokens.push({ type, string: this.text.slice(start, end), start: from, end: this.place(end) });
  }

  /** Appends a NEWLINE or NL. */
  addLineEnd(type: 'NEWLINE' | 'NL', at: number): void {
    const [line, column] = this.place(at);
    const string = at === this.implicit ? '' : this.crlf.has(line) ? '\r\n' : '\n';
    this.tokens.push({ type, string, start: [line, column], end: [line, column + Math.max(1, string.length)] });
  }

  /** Appends the comments and line ends between two tokens. */
  gap(start: number, end: number): void {
    const { text } = this;
    for (let i = start; i < end; i++) {
      const c = text.charCodeAt(i);
      if (c === 35) {
        const stop = text.indexOf('\n', i);
        this.add('COMMENT', i, stop);
        i = stop - 1;
      } else if (c === 10) this.addLineEnd('NL', i);
      else if (c === 92) i++;
    }
  }

  /** Appends an INDENT or a DEDENT before the token at `at`; at the end of the source, a DEDENT at its last line. */
  indentation(type: 'INDENT' | 'DEDENT', at: number): void {
    const place = this.place(at);
    const string = type === 'INDENT' ? this.text.slice(this.lineStarts[place[0] - 1]!, at) : '';
    this.tokens.push({ type, string, start: type === 'INDENT' ? [place[0], 0] : place, end: place });
  }
}

/**
 * Returns the tokens of a source in bytes. Throws TokenError where `tokenize.tokenize` does, and
 * PythonSyntaxError for an encoding that cannot be followed.
 */
export function tokenize(source: Uint8Array, filename: string): Token[] {
  const decoded = decodeSource(source, filename, false);
  if (findLoneSurrogate(decoded) >= 0) throw new TokenError('invalid or missing encoding declaration', 0, 0);
  const stream = tokenizeText(decoded, filename);
  if (stream.error !== null) throw stream.error;
  return [{ type: 'ENCODING', string: encodingOf(source), start: [0, 0], end: [0, 0] }, ...stream.tokens];
}

/** Returns the tokens of a text, and the error that ended them before the text did. */
export function tokenizeText(
  decoded: string,
  filename: string,
): { tokens: readonly Token[]; error: TokenError | PythonSyntaxError | null } {
  const crlf = new Set<number>();
  if (decoded.includes('\r')) {
    decoded.split(/\n|\r(?!\n)/).forEach((line, i) => {
      if (line.endsWith('\r')) crlf.add(i + 1);
    });
  }
  let text = normalLines(decoded);
  let implicit = -1;
  if (text !== '' && !text.endsWith('\n')) {
    implicit = text.length;
    text += '\n';
  }
  const lexer = new Lexer(`${text}\0`, filename, () => false);
  lexer.lenient = true;
  const complete = lexer.all();
  const stream = new Stream(text, implicit, crlf);
  const { kinds, positions, count } = lexer;
  const last = complete ? count : count - 1;
  let at = 0;
  for (let i = 0; i < last; i++) {
    let next = i;
    while (kinds[next] === T.INDENT || kinds[next] === T.DEDENT) next++;
    let start = next >= last && !complete ? at : positions[next * STRIDE]!;
    // The parser's NEWLINE begins where the comment before the line end does.
    if (kinds[next] === T.NEWLINE) start = text.indexOf('\n', start);
    stream.gap(at, start);
    for (; i < next; i++) stream.indentation(kinds[i] === T.INDENT ? 'INDENT' : 'DEDENT', start);
    if (i >= last) break;
    const kind = kinds[i]! as T;
    at = kind === T.NEWLINE ? start + 1 : positions[i * STRIDE + 1]!;
    if (kind === T.NEWLINE) stream.addLineEnd('NEWLINE', start);
    else stream.add(typeOf(kind), start, at);
  }
  return { tokens: stream.tokens, error: complete ? null : failure(lexer) };
}

/** Makes the error of a source that cannot be tokenized to its end. */
function failure(lexer: Lexer): TokenError | PythonSyntaxError {
  const { error, lineno } = lexer;
  if (error !== null) {
    if (error.msg.startsWith('unterminated triple-quoted string'))
      return new TokenError('EOF in multi-line string', error.lineno!, error.offset!);
    return new TokenError(error.msg, error.lineno!, error.offset!);
  }
  const column = codePoints(lexer.text, lexer.lineStart, lexer.pos);
  switch (lexer.done) {
    case Done.EOF: {
      // After the last line, which CPython has left behind unless it reads an f-string.
      const after = lexer.level > 0 && lexer.modes.length === 0;
      return new TokenError('unexpected EOF in multi-line statement', lineno, after ? 0 : column);
    }
    case Done.DEDENT:
      return new TokenError('unindent does not match any outer indentation level', lineno, column, 'IndentationError');
    case Done.TABSPACE:
      return new TokenError('inconsistent use of tabs and spaces in indentation', lineno, column, 'TabError');
    case Done.TOODEEP:
      return new TokenError('too many levels of indentation', lineno, column, 'IndentationError');
    case Done.LINECONT: {
      const end = codePoints(lexer.text, lexer.buf, lexer.inp);
      return new TokenError('unexpected character after line continuation character', lineno, end);
    }
    default:
      return new TokenError(lexer.undecodable || 'unknown tokenization error', lineno, column);
  }
}

/** Returns the encoding `tokenize.detect_encoding` names. */
function encodingOf(source: Uint8Array): string {
  if (source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf) return 'utf-8-sig';
  const head = Buffer.from(source.subarray(0, 4096))
    .toString('latin1')
    .split(/\r\n|\r|\n/);
  const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
  let found = cookie.exec(head[0] ?? '');
  if (found === null && /^[ \t\f]*(?:#.*)?$/.test(head[0] ?? '')) found = cookie.exec(head[1] ?? '');
  if (found === null) return 'utf-8';
  const short = found[1]!.slice(0, 12).toLowerCase().replaceAll('_', '-');
  if (short === 'utf-8' || short.startsWith('utf-8-')) return 'utf-8';
  if (/^(latin-1|iso-8859-1|iso-latin-1)(-|$)/.test(short)) return 'iso-8859-1';
  return found[1]!;
}
