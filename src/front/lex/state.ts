/**
 * What the tokenizer knows: its place in the text, its stacks, the tokens made, the error met.
 *
 * The text is a JavaScript string with '\n' line ends and a NUL after the last character, so that
 * every scanning loop ends without a bounds check (a NUL inside the source is refused beforehand).
 * CPython counts columns in UTF-8 bytes; `bias` turns an index of the text into the column on the
 * current line by one addition, and grows by the extra bytes of each character beyond ASCII passed.
 *
 * Tokens live in two typed arrays, not in objects: a module has one token for every four characters.
 *
 * `lineno`, `lineStart`, `buf` and `inp` move as CPython's do (a line is entered when its first
 * character is wanted, not when the one before it ends), because the position and text of an error
 * depend on them.
 */
import { PythonSyntaxError } from '../source/errors.ts';
import { readable } from '../source/source.ts';
import { type T, MAX_INDENT, MAX_LEVEL } from './tokens.ts';

/** Why the tokenizer can make no more tokens (CPython's `tok->done`). */
export const enum Done {
  OK,
  EOF,
  ERROR,
  DEDENT,
  TABSPACE,
  TOODEEP,
  LINECONT,
  DECODE,
}

/** A problem CPython warns of while it parses; true = raise it as a SyntaxError instead. */
export type WarnHandler = (category: 'SyntaxWarning', message: string, lineno: number) => boolean | undefined;

/** What the tokenizer keeps for one f-string being read. */
export interface FStringMode {
  /** Whether the text is literal text (true) or inside a replacement field (false). */
  literal: boolean;
  readonly quote: number;
  readonly quoteSize: 1 | 3;
  readonly raw: boolean;
  readonly start: number;
  readonly startLine: number;
  readonly startLineStart: number;
  curlyDepth: number;
  exprStartDepth: number;
  inFormatSpec: boolean;
  /** Whether `=` was seen in the replacement field, which then shows its own text. */
  debug: boolean;
  exprStart: number;
  exprEnd: number;
}

/** Numbers of `positions` for each token: start, end, line, column, end line, end column, name and level. */
export const STRIDE = 7;

export class LexerState {
  pos = 0;
  /** Where the token being read begins; -1 between tokens. */
  start = -1;
  lineno = 0;
  lineStart = 0;
  /** End of the current line, after its newline. */
  inp = 0;
  /** Where CPython's buffer begins: the line on which the current token began. */
  buf = 0;
  bias = 0;
  /** Whether a line begins here. */
  atbol = true;
  /** Indents (positive) or dedents (negative) still to be given. */
  pendin = 0;
  indent = 0;
  readonly indents = new Int32Array(MAX_INDENT);
  readonly altIndents = new Int32Array(MAX_INDENT);
  level = 0;
  maxLevel = 0;
  readonly parens = new Uint8Array(MAX_LEVEL);
  readonly parenLines = new Int32Array(MAX_LEVEL);
  readonly parenCols = new Int32Array(MAX_LEVEL);
  readonly modes: FStringMode[] = [];
  mode: FStringMode | null = null;
  done = Done.OK;
  /** Whether the source ended where more was needed, a string's end included. */
  atEnd = false;
  error: PythonSyntaxError | null = null;
  /** What to say of a name that is no UTF-8. */
  undecodable = '';

  count = 0;
  kinds: Uint8Array;
  positions: Int32Array;
  /** The text of `{text=}` by the number of the token that ends it. */
  readonly debugTexts = new Map<number, string>();
  readonly length: number;
  readonly ascii: boolean;

  constructor(
    /** The text with a NUL after it. */
    readonly text: string,
    readonly filename: string,
    readonly warn: WarnHandler,
  ) {
    this.length = text.length - 1;
    this.ascii = !/[^\0-\x7f]/.test(text);
    const capacity = Math.max(64, (this.length / 3) | 0);
    this.kinds = new Uint8Array(capacity);
    this.positions = new Int32Array(capacity * STRIDE);
  }

  /** Appends a token and returns its kind. */
  protected push(
    kind: T,
    start: number,
    end: number,
    line: number,
    col: number,
    endLine: number,
    endCol: number,
    name: number,
  ): T {
    const n = this.count++;
    if (n === this.kinds.length) this.grow();
    this.kinds[n] = kind;
    const positions = this.positions;
    const at = n * STRIDE;
    positions[at] = start;
    positions[at + 1] = end;
    positions[at + 2] = line;
    positions[at + 3] = col;
    positions[at + 4] = endLine;
    positions[at + 5] = endCol;
    positions[at + 6] = (name << 8) | this.level;
    return kind;
  }

  /** Doubles the room for tokens. */
  private grow(): void {
    const kinds = new Uint8Array(this.kinds.length * 2);
    kinds.set(this.kinds);
    this.kinds = kinds;
    const positions = new Int32Array(this.positions.length * 2);
    positions.set(this.positions);
    this.positions = positions;
  }

  /** Enters the next line; false at the end of the source. */
  protected underflow(): boolean {
    const at = this.pos;
    if (at >= this.length) {
      this.done = Done.EOF;
      this.atEnd = true;
      return false;
    }
    const newline = this.text.indexOf('\n', at);
    this.inp = newline < 0 ? this.length : newline + 1;
    if (this.start < 0) this.buf = at;
    this.lineStart = at;
    this.bias = -at;
    this.lineno++;
    return true;
  }

  /** Returns the column of the reading position in bytes. */
  column(): number {
    return this.pos + this.bias;
  }

  /** Records a SyntaxError at the reading position, or at given columns from 1. */
  protected fail(message: string, col = -1, endCol = col): void {
    if (this.done === Done.ERROR) return;
    this.done = Done.ERROR;
    const { text, lineStart } = this;
    let end = text.indexOf('\n', lineStart);
    if (end < 0) end = this.length;
    if (col < 0) {
      const before = readable(text.slice(lineStart, this.pos));
      col = endCol = codePoints(before, 0, before.length);
    }
    this.error = new PythonSyntaxError(
      'SyntaxError',
      message,
      this.filename,
      this.lineno,
      col,
      readable(text.slice(lineStart, end)),
      this.lineno,
      endCol,
    );
  }

  /** Returns the source of the line of an error as CPython's parser finds it (with or without its newline). */
  errorText(line: number): string {
    const { text } = this;
    if (this.lineno <= line && this.inp > this.buf) return readable(text.slice(this.buf, this.inp));
    let at = 0;
    for (let i = 1; i < line; i++) {
      const next = text.indexOf('\n', at);
      if (next < 0 || next + 1 > this.inp) break;
      at = next + 1;
    }
    let end = text.indexOf('\n', at);
    if (end < 0) end = this.length;
    return readable(text.slice(at, end));
  }
}

/** Counts the code points of the code units of `text` in [start, end). */
export function codePoints(text: string, start: number, end: number): number {
  let count = end - start;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xdc00 && unit <= 0xdfff) count--;
  }
  return count;
}
