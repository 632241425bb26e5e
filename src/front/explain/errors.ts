/**
 * Where an error is and what its text line is: CPython's rules (Parser/pegen_errors.c).
 *
 * Offsets start as bytes from 1 and become characters by decoding the line up to there; a token
 * without a place of its own (a dedent, the end) is where reading has come.
 */
import type { Value } from './frames.ts';
import type { ParseJob } from '../lex/job.ts';
import { PythonSyntaxError, type SyntaxErrorType } from '../source/errors.ts';
import { Lexer } from '../lex/lexer.ts';
import { Done, STRIDE } from '../lex/state.ts';
import { EscapeError, numberValue } from '../lex/literals.ts';
import { ConstComplex } from '../../bytecode/code.ts';
import { T } from '../lex/tokens.ts';
import { extraBytes } from '../source/identifiers.ts';

/** What a part of an invalid program is: enough of a syntax node to name and place it. */
export interface PartNode {
  readonly kind: string;
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
  /** The first token. */
  readonly token: number;
  /** The text of a string, where actions need it. */
  readonly text: string;
  readonly parts: Record<string, Value>;
}

const NO_PARTS: Record<string, Value> = {};

/** "End of the range is where reading has come." */
const CURRENT = -5;

export abstract class GrammarErrors {
  readonly lexer: Lexer;
  mark = 0;
  /** Whether an error ended the parse (CPython's error_indicator). */
  failed = false;
  error: PythonSyntaxError | null = null;
  /** Whether `invalid_` rules are tried, that is, whether this is the second pass. */
  invalidRules = false;
  /** The token errors without a place of their own are reported at, if not the last one read. */
  knownToken = -1;

  constructor(readonly job: ParseJob) {
    this.lexer = new Lexer(job.text, job.filename, job.warn);
    this.lexer.single = job.mode === 'single';
    this.lexer.typeComments = job.typeComments;
  }

  /** Returns the kind of a token. */
  kindAt(token: number): T {
    return this.lexer.kinds[token]!;
  }

  /** Returns the source of a token. */
  textAt(token: number): string {
    const { positions, text } = this.lexer;
    return text.slice(positions[token * STRIDE]!, positions[token * STRIDE + 1]!);
  }

  /** Returns the bracket depth at a token. */
  levelAt(token: number): number {
    return this.lexer.positions[token * STRIDE + 6]! & 0xff;
  }

  /** Reads the token at `mark` if it has not been; false when there is none, with `failed` set. */
  fill(): boolean {
    if (this.mark < this.lexer.count) return true;
    if (this.lexer.next() !== T.ERROR) return true;
    this.failed = true;
    this.tokenizerError();
    return false;
  }

  /** Reports what stopped the tokenizer. */
  private tokenizerError(): void {
    const { lexer } = this;
    if (this.error !== null) return;
    switch (lexer.done) {
      case Done.ERROR:
        this.error = lexer.error;
        break;
      case Done.EOF:
        if (lexer.level > 0) this.raiseUnclosed();
        else this.raiseAtLast('SyntaxError', 'unexpected EOF while parsing');
        break;
      case Done.DEDENT:
        this.raiseAtLast('IndentationError', 'unindent does not match any outer indentation level');
        break;
      case Done.TABSPACE:
        this.raiseAtLine('TabError', 0, 'inconsistent use of tabs and spaces in indentation');
        break;
      case Done.TOODEEP:
        this.raiseAtLine('IndentationError', 0, 'too many levels of indentation');
        break;
      case Done.DECODE:
        this.raiseAtLast('SyntaxError', lexer.undecodable);
        break;
      default:
        this.raiseAtLine(
          'SyntaxError',
          this.linecontColumn(),
          'unexpected character after line continuation character',
        );
    }
  }

  /** Returns the column CPython gives the character after a backslash: from the start of its buffer. */
  private linecontColumn(): number {
    const { lexer } = this;
    let bytes = lexer.pos - lexer.buf;
    for (let i = lexer.buf; i < lexer.pos; i++) bytes += extraBytes(lexer.text.charCodeAt(i));
    return Math.max(0, bytes - 1);
  }

  /** Reports at a column of the line being read. */
  private raiseAtLine(type: SyntaxErrorType, col: number, message: string): void {
    this.raise(type, this.lexer.lineno, col + 1, this.lexer.lineno, 0, message);
  }

  /** Reports the innermost bracket still open. */
  raiseUnclosed(): void {
    const { lexer } = this;
    const at = lexer.level - 1;
    const line = lexer.parenLines[at]!;
    const shown = String.fromCharCode(lexer.parens[at]!);
    this.raise('SyntaxError', line, lexer.parenCols[at]! + 1, line, 0, `'${shown}' was never closed`);
  }

  /** Reports at the last token read. */
  raiseAtLast(type: SyntaxErrorType, message: string): void {
    if (this.lexer.count === 0) this.raise(type, 0, 0, 0, -1, message);
    else this.raiseToken(type, this.knownToken >= 0 ? this.knownToken : this.lexer.count - 1, message);
  }

  /** Reports at the token that comes next. */
  raiseAtNext(message: string): void {
    if (this.fill()) this.raiseToken('SyntaxError', this.knownToken >= 0 ? this.knownToken : this.mark, message);
  }

  /** Reports a token, or where reading has come if it has no place. */
  private raiseToken(type: SyntaxErrorType, token: number, message: string): void {
    const { lexer } = this;
    const at = token * STRIDE;
    const positions = lexer.positions;
    const col = positions[at + 3]!;
    const endCol = positions[at + 5]!;
    const start = col >= 0 ? col + 1 : lexer.pos === lexer.buf ? 0 : lexer.column();
    this.raise(type, positions[at + 2]!, start, positions[at + 4]!, endCol >= 0 ? endCol + 1 : -1, message);
  }

  /** Reports a token by its own place, whatever it is. */
  raiseAtToken(token: number, message: string): void {
    const at = token * STRIDE;
    const { positions } = this.lexer;
    this.raise(
      'SyntaxError',
      positions[at + 2]!,
      positions[at + 3]! + 1,
      positions[at + 4]!,
      positions[at + 5]! + 1,
      message,
    );
  }

  /** Reports from the start of one part to the end of another. */
  raiseRange(from: Value, to: Value, message: string): void {
    const first = Array.isArray(from) ? (from[0] as PartNode) : from!;
    const last = lastNode(to);
    this.raise('SyntaxError', first.lineno, first.col_offset + 1, last.end_lineno, last.end_col_offset + 1, message);
  }

  /** Reports from the start of a part to where reading has come. */
  raiseFrom(from: PartNode, message: string): void {
    this.raise('SyntaxError', from.lineno, from.col_offset + 1, CURRENT, CURRENT, message);
  }

  /** Reports the part of `expr` that cannot be assigned to (`target`, `for-target`) or deleted (`delete`). */
  raiseTarget(manner: string, expr: PartNode): void {
    const bad = invalidTarget(expr, manner);
    if (bad === null) return;
    this.raiseRange(bad, bad, `cannot ${manner === 'delete' ? 'delete' : 'assign to'} ${errorName(bad)}`);
  }

  /** Records an error; columns are bytes from 1. The first error stays. */
  raise(type: SyntaxErrorType, line: number, col: number, endLine: number, endCol: number, message: string): void {
    if (this.failed && this.error !== null) return;
    this.failed = true;
    const { lexer } = this;
    if (endLine === CURRENT) endLine = lexer.lineno;
    if (endCol === CURRENT) endCol = lexer.column();
    const text = lineOnDisk(this.job.disk, line) ?? lexer.errorText(line);
    const offset = characters(text, col);
    const endOffset = endCol > 0 ? characters(text, endCol) : endCol;
    this.error = new PythonSyntaxError(type, message, this.job.filename, line, offset, text, endLine, endOffset);
  }

  /** Reports syntax that came with Python 3.`version`. */
  refuseVersion(version: number, what: string): void {
    this.raiseAtLast('SyntaxError', `${what} only supported in Python 3.${version} and greater`);
  }

  /** Returns the node of a NUMBER; a value that cannot be made is an error. */
  number(token: number): Value {
    if (this.job.featureVersion < 6 && this.textAt(token).includes('_')) {
      this.knownToken = token;
      this.refuseVersion(6, 'Underscores in numeric literals are');
      return null;
    }
    try {
      const value = numberValue(this.textAt(token), this.job.maxDigits);
      return { ...tokenNode('Number', this, token), text: value instanceof ConstComplex ? 'j' : '' };
    } catch (error) {
      if (!(error instanceof EscapeError)) throw error;
      const { positions } = this.lexer;
      const at = token * STRIDE;
      this.raise('SyntaxError', positions[at + 2]!, 0, positions[at + 4]!, 0, error.message);
      return null;
    }
  }
}

/**
 * The length of the pieces, in bytes, that CPython reads lines of a file in; it shows the last piece of a long line.
 */
const PIECE = 999;

/**
 * Returns the line of a file that CPython shows with an error, null where it finds none (or begins inside a character).
 */
function lineOnDisk(file: string | null, line: number): string | null {
  if (file === null || line < 1) return null;
  let at = 0;
  for (let i = 1; i < line; i++) {
    at = file.indexOf('\n', at) + 1;
    if (at === 0) return null;
  }
  const newline = file.indexOf('\n', at);
  const text = file.slice(at, newline < 0 ? file.length : newline + 1);
  if (text === '') return null;
  const bytes = Buffer.from(text);
  if (bytes.length <= PIECE) return text;
  const from = bytes.length - ((bytes.length - 1) % PIECE) - 1;
  return (bytes[from]! & 0xc0) === 0x80 ? null : bytes.toString('utf8', from);
}

/** Counts the characters in the first `bytes` bytes of a line; the end counts as one more. */
function characters(text: string, bytes: number): number {
  let count = 0;
  let seen = 0;
  for (const char of text) {
    if (seen >= bytes) return count;
    const code = char.codePointAt(0)!;
    seen += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    count++;
  }
  return seen < bytes ? count + 1 : count;
}

/** Makes the node of a token. */
export function tokenNode(kind: string, engine: GrammarErrors, token: number): PartNode {
  const { positions } = engine.lexer;
  const at = token * STRIDE;
  return {
    kind,
    lineno: positions[at + 2]!,
    col_offset: positions[at + 3]!,
    end_lineno: positions[at + 4]!,
    end_col_offset: positions[at + 5]!,
    token,
    text: '',
    parts: NO_PARTS,
  };
}

/** Returns the node a range ends with: the last of a list, the last condition of a comprehension. */
function lastNode(value: Value): PartNode {
  const node = Array.isArray(value) ? (value[value.length - 1] as PartNode) : value!;
  if (node.kind !== 'comprehension') return node;
  const ifs = node.parts['ifs'] as PartNode[];
  return ifs.length > 0 ? ifs[ifs.length - 1]! : (node.parts['iter'] as PartNode);
}

/** Returns the first part of a target that is none, or null. */
function invalidTarget(expr: PartNode, manner: string): PartNode | null {
  switch (expr.kind) {
    case 'List':
    case 'Tuple':
      for (const elt of (expr.parts['elts'] ?? []) as PartNode[]) {
        const bad = invalidTarget(elt, manner);
        if (bad !== null) return bad;
      }
      return null;
    case 'Starred':
      return manner === 'delete' ? expr : invalidTarget(expr.parts['value'] as PartNode, manner);
    case 'Compare': {
      if (manner !== 'for-target') return expr;
      const ops = expr.parts['ops'] as PartNode[];
      return ops[0]!.kind === 'In' ? invalidTarget(expr.parts['left'] as PartNode, manner) : null;
    }
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return null;
  }
  return expr;
}

const NAMES: Record<string, string> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  None: 'None',
  True: 'True',
  False: 'False',
  Ellipsis: 'ellipsis',
  String: 'literal',
  Bytes: 'literal',
  Number: 'literal',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
};

/** Returns what CPython's messages call an expression of this kind. */
export function errorName(expr: PartNode): string {
  return NAMES[expr.kind] ?? expr.kind;
}
