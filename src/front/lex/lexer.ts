/**
 * The tokenizer: text to tokens, with CPython's indentation rules, continuation lines and errors.
 *
 * `next()` makes one token; the parser of valid programs asks for all at once, the parser that
 * explains errors asks one by one, because which of two errors is reported depends on how far the
 * source has been read. F-strings (PEP 701) are tokenized in two alternating modes, literal text
 * (lexer-fstring.ts) and replacement fields, which are ordinary tokens (here).
 *
 * Source of the rules: the Lexical analysis chapter of the Language Reference, PEP 701, and CPython
 * 3.13's Parser/lexer for what is said about an error and where.
 */
import { Comment } from './comment.ts';
import { Done } from './state.ts';
import { kindOfName, NameTable } from './names.ts';
import { T, MAX_INDENT } from './tokens.ts';
import { undecodable } from '../source/source.ts';
import { findInvalidIdentifierChar, IDENTIFIER, isPrintable } from '../source/identifiers.ts';
import { C } from './chars.ts';
import { SymbolLexer } from './symbols.ts';

export class Lexer extends SymbolLexer {
  readonly names = new NameTable();

  /** Whether the input is one interactive statement, after whose end CPython puts a NEWLINE of its own. */
  single = false;
  private started = false;

  /** Makes tokens to the end of the source; false when an error stopped it. */
  all(): boolean {
    for (;;) {
      const kind = this.next();
      if (kind === T.ENDMARKER) return true;
      if (kind === T.ERROR) return false;
    }
  }

  /** Puts an ENDMARKER after the ERROR, so that who looks ahead stops. */
  seal(): void {
    this.marker(T.ENDMARKER);
  }

  /** Makes the next token and returns its kind; ERROR leaves the reason in `done` and `error`. */
  next(): T {
    const { mode } = this;
    const kind = mode?.literal ? this.literalText(mode) : this.ordinary();
    if (this.pos === this.length && (kind === T.NAME || kind === T.NUMBER || kind > T.ERROR)) {
      // CPython has looked for more of the token, and met the end.
      this.done = Done.EOF;
      this.atEnd = true;
    }
    return this.single ? this.endSingle(kind) : kind;
  }

  /** Turns the first ENDMARKER after anything else into a NEWLINE and closes the blocks still open. */
  private endSingle(kind: T): T {
    if (kind !== T.ENDMARKER || !this.started) {
      this.started = true;
      return kind;
    }
    this.started = false;
    this.kinds[this.count - 1] = T.NEWLINE;
    this.pendin = -this.indent;
    this.indent = 0;
    return T.NEWLINE;
  }

  protected override ordinary(): T {
    const { text } = this;
    for (;;) {
      this.start = -1;
      let blank = false;
      if (this.atbol) {
        const state = this.beginLine();
        if (state < 0) return this.marker(T.ERROR);
        blank = state === 1;
      } else if (this.pos === this.inp) this.underflow();
      this.start = this.pos;
      if (this.pendin !== 0) {
        if (this.pendin < 0) {
          this.pendin++;
          return this.marker(T.DEDENT);
        }
        this.pendin--;
        return this.marker(T.INDENT);
      }
      for (;;) {
        let { pos } = this;
        let c = text.charCodeAt(pos);
        while (c === C.SPACE || c === C.TAB || c === C.FF) c = text.charCodeAt(++pos);
        this.pos = this.start = pos;
        if (c < 128) {
          const what = IDENTIFIER[c]!;
          if (what === 1) return this.name(pos);
          if (what === 2) return this.number(pos);
        } else return this.name(pos);
        let col = pos + this.bias;
        if (c === C.HASH) {
          const comment = this.comment(blank);
          if (comment === Comment.TYPE) return T.TYPE_COMMENT;
          pos = this.pos;
          c = text.charCodeAt(pos);
          if (comment === Comment.IGNORE) {
            this.start = pos;
            col = this.column();
            // CPython begins a line after the comment even where the source ends: blocks are closed there.
            this.atbol = blank && c === 0;
            if (this.atbol) break;
          }
        }
        if (c === 0) {
          this.done = Done.EOF;
          this.atEnd = true;
          return this.marker(this.level > 0 ? T.ERROR : T.ENDMARKER);
        }
        if (c === C.LF) {
          this.pos = pos + 1;
          this.atbol = true;
          if (blank || this.level > 0) break;
          return this.push(T.NEWLINE, this.start, this.start, this.lineno, col, this.lineno, this.column(), 0);
        }
        if (c === C.BACKSLASH) {
          this.pos = pos + 1;
          if (!this.continuationLine()) return this.marker(T.ERROR);
          continue;
        }
        return this.symbol(c, pos);
      }
    }
  }

  /** Measures the indentation of a line: 0 = has content, 1 = blank, -1 = error. */
  private beginLine(): number {
    const { text } = this;
    this.atbol = false;
    let col = 0;
    let altCol = 0;
    let continued = 0;
    if (this.pos === this.inp) this.underflow();
    let c: number;
    for (;;) {
      c = text.charCodeAt(this.pos);
      if (c === C.SPACE) {
        col++;
        altCol++;
      } else if (c === C.TAB) {
        col = ((col >> 3) + 1) << 3;
        altCol++;
      } else if (c === C.FF) col = altCol = 0;
      else if (c === C.BACKSLASH) {
        continued ||= col;
        this.pos++;
        if (!this.continuationLine()) return -1;
        continue;
      } else break;
      this.pos++;
    }
    if (c === C.HASH || c === C.LF) return 1;
    if (this.level > 0) return 0;
    if (continued) col = altCol = continued;
    const top = this.indents[this.indent]!;
    if (col === top) {
      if (altCol !== this.altIndents[this.indent]) return this.indentError(Done.TABSPACE);
    } else if (col > top) {
      if (this.indent + 1 >= MAX_INDENT) return this.indentError(Done.TOODEEP);
      if (altCol <= this.altIndents[this.indent]!) return this.indentError(Done.TABSPACE);
      this.pendin++;
      this.indents[++this.indent] = col;
      this.altIndents[this.indent] = altCol;
    } else {
      while (this.indent > 0 && col < this.indents[this.indent]!) {
        this.pendin--;
        this.indent--;
      }
      if (col !== this.indents[this.indent]) return this.indentError(Done.DEDENT);
      if (altCol !== this.altIndents[this.indent]) return this.indentError(Done.TABSPACE);
    }
    return 0;
  }

  /** Stops at a line whose indentation is wrong. */
  private indentError(done: Done): number {
    this.done = done;
    this.passWide(this.pos, this.inp);
    this.pos = this.inp;
    return -1;
  }

  /** Passes the newline after a backslash; false (with the reason in `done`) where none or nothing follows. */
  private continuationLine(): boolean {
    if (this.text.charCodeAt(this.pos) !== C.LF) {
      this.done = Done.LINECONT;
      // CPython has read the offending character, which its column counts; at the end there is none.
      if (this.pos < this.inp) this.pos++;
      return false;
    }
    this.pos++;
    if (!this.underflow()) {
      this.pos = this.inp;
      return false;
    }
    return true;
  }

  /** Reads a name, keyword, or the string that a prefix begins. */
  private name(start: number): T {
    const { text } = this;
    let pos = start;
    let hash = 0;
    let c = text.charCodeAt(pos);
    let wide = false;
    // At most two letters of a string prefix; then a quote means a string.
    for (;;) {
      if (c < 128) {
        if (IDENTIFIER[c] === 0) {
          if ((c === C.DQUOTE || c === C.SQUOTE) && pos - start <= 2) {
            const prefix = stringPrefix(text, start, pos);
            if (prefix === 1) return this.string(pos, c);
            if (prefix === 2) return this.beginFString(start, pos, c);
          }
          break;
        }
      } else wide = true;
      hash = (Math.imul(hash, 31) + c) | 0;
      c = text.charCodeAt(++pos);
    }
    this.pos = pos;
    const startCol = start + this.bias;
    if (wide) {
      const bad = findInvalidIdentifierChar(text, start, pos);
      if (bad >= 0 && !this.lenient) return this.badCharacter(bad, start, pos);
      this.passWide(start, pos);
    }
    const n = this.names.find(text, start, pos, hash);
    return this.push(kindOfName(n), start, pos, this.lineno, startCol, this.lineno, pos + this.bias, n);
  }

  /** Reports the character at `bad`, which no identifier holds, in the name `[start, end)`. */
  private badCharacter(bad: number, start: number, end: number): T {
    const code = this.text.codePointAt(bad)!;
    const message = undecodable(this.text, start, end);
    if (message !== null) {
      this.passWide(start, end);
      this.done = Done.DECODE;
      this.undecodable = message;
      return this.marker(T.ERROR);
    }
    const after = bad + (code > 0xffff ? 2 : 1);
    this.pos = Math.min(after, end);
    const hex = code.toString(16).toUpperCase().padStart(4, '0');
    if (isPrintable(code)) this.fail(`invalid character '${String.fromCodePoint(code)}' (U+${hex})`);
    else this.fail(`invalid non-printable character U+${hex}`);
    return this.marker(T.ERROR);
  }
}

/** Tells what prefix `text[start, end)` is: 0 = none, 1 = of a string or bytes, 2 = of an f-string. */
function stringPrefix(text: string, start: number, end: number): number {
  if (end === start) return 1;
  const a = text.charCodeAt(start) | 32;
  if (end - start === 1) return a === 98 || a === 114 || a === 117 ? 1 : a === 102 ? 2 : 0;
  const b = text.charCodeAt(start + 1) | 32;
  if (a === 114) return b === 98 ? 1 : b === 102 ? 2 : 0;
  if (b !== 114) return 0;
  return a === 98 ? 1 : a === 102 ? 2 : 0;
}
