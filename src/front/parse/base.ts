/**
 * The cursor of the parser over the tokens, and the names and positions it takes from them.
 *
 * The parser of `parse-*.ts` accepts exactly the programs of the grammar and builds their tree in one
 * pass, without looking back: wherever the grammar of CPython (a PEG) tries alternatives, the next
 * token or the kind of the tree just built decides here. It says nothing about errors: the first
 * token that does not fit ends it with `BAIL`, and grammar-*.ts parses again to find what to report.
 *
 * Constructs that recurse without brackets (`not not x`, `lambda: lambda: x`, chains of `else`) are
 * parsed by loops, so host recursion is bounded by the 200 brackets the tokenizer allows. `depth`
 * counts them all the same: past a bound, well below CPython's limit of 6000 nested rules, the other
 * parser is asked whether CPython would still accept the program.
 */
import type { Expr } from '../tree/expressions.ts';
import type { Lexer } from '../lex/lexer.ts';
import { STRIDE } from '../lex/state.ts';
import { T } from '../lex/tokens.ts';

/** Thrown where a program does not fit the grammar; carries nothing. */
export const BAIL = { message: 'the program does not fit the grammar' };

/** Depth of unbracketed nesting past which the exact limit has to be asked for. */
const DEPTH_BOUND = 600;

export class TokenCursor {
  protected readonly kinds: Uint8Array;
  protected readonly positions: Int32Array;
  protected readonly source: string;
  private readonly identifiers: (string | undefined)[];
  protected p = 0;
  /** Whether some nesting passed DEPTH_BOUND. */
  deep = false;
  /** The first token of the statement of the file that is being parsed. */
  reached = 0;

  constructor(
    protected readonly lexer: Lexer,
    protected readonly maxDigits: number,
    private readonly featureVersion: number,
  ) {
    this.kinds = lexer.kinds;
    this.positions = lexer.positions;
    this.source = lexer.text;
    this.identifiers = new Array<string | undefined>(lexer.names.texts.length).fill(undefined);
    this.deep = lexer.maxLevel > 100;
  }

  /** Gives up: the program is not valid. */
  protected bail(): never {
    throw BAIL;
  }

  /** Bails where the syntax meant is that of a Python before 3.`version`. */
  protected requires(version: number): void {
    if (this.featureVersion < version) throw BAIL;
  }

  /** Takes a type comment, if one is next. */
  protected typeComment(): string | null {
    return this.kinds[this.p] === T.TYPE_COMMENT ? this.tokenText(this.p++) : null;
  }

  /** Takes a token of a kind, or bails. */
  protected expect(kind: T): void {
    if (this.kinds[this.p] !== kind) throw BAIL;
    this.p++;
  }

  /** Takes the next token if it is of a kind. */
  protected accept(kind: T): boolean {
    if (this.kinds[this.p] !== kind) return false;
    this.p++;
    return true;
  }

  /** Notes nesting without brackets. */
  protected noteDepth(depth: number): void {
    if (depth > DEPTH_BOUND) this.deep = true;
  }

  /** Takes a NAME and returns its identifier, in NFKC. */
  protected identifier(): string {
    if (this.kinds[this.p] !== T.NAME) throw BAIL;
    return this.nameOf(this.p++);
  }

  /** Returns the identifier of the NAME token `at`. */
  protected nameOf(at: number): string {
    const n = this.positions[at * STRIDE + 6]! >> 8;
    return this.identifiers[n] ?? this.intern(n);
  }

  /** Makes the identifier of a name's number. */
  private intern(n: number): string {
    const text = this.lexer.names.texts[n]!;
    const normal = /[^\0-\x7f]/.test(text) ? text.normalize('NFKC') : text;
    this.identifiers[n] = normal;
    return normal;
  }

  /** Tells whether the token `at` is the soft keyword `word`. */
  protected isSoft(at: number, word: string): boolean {
    return this.kinds[at] === T.NAME && this.lexer.names.texts[this.positions[at * STRIDE + 6]! >> 8] === word;
  }

  /** Returns the source of the token `at`. */
  protected tokenText(at: number): string {
    const i = at * STRIDE;
    return this.source.slice(this.positions[i]!, this.positions[i + 1]!);
  }

  /** Returns the line a token begins on. */
  protected lineOf(at: number): number {
    return this.positions[at * STRIDE + 2]!;
  }

  /** Returns the column a token begins at. */
  protected colOf(at: number): number {
    return this.positions[at * STRIDE + 3]!;
  }

  /** Returns the number of the last token taken that is neither NEWLINE, INDENT nor DEDENT. */
  protected lastToken(): number {
    let at = this.p - 1;
    while (at > 0 && this.kinds[at]! >= T.NEWLINE && this.kinds[at]! <= T.DEDENT) at--;
    return at;
  }

  /** Returns the line a token ends on. */
  protected endLineOf(at: number): number {
    return this.positions[at * STRIDE + 4]!;
  }

  /** Returns the column a token ends at. */
  protected endColOf(at: number): number {
    return this.positions[at * STRIDE + 5]!;
  }

  /** Makes `expr` a target: sets its context throughout. Bails where the grammar has no such target. */
  protected toStore(expr: Expr): Expr {
    switch (expr.kind) {
      case 'Name':
      case 'Attribute':
      case 'Subscript':
        expr.ctx = 'Store';
        return expr;
      case 'Starred':
        expr.ctx = 'Store';
        if (expr.value.kind === 'Starred') this.bail();
        this.toStore(expr.value);
        return expr;
      case 'Tuple':
      case 'List':
        expr.ctx = 'Store';
        for (const elt of expr.elts) this.toStore(elt);
        return expr;
    }
    return this.bail();
  }
}
