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
import { Comment, CommentLexer } from './comment.ts';
import { isDigit } from './number.ts';
import { Done } from './state.ts';
import { kindOfName, NameTable } from './names.ts';
import { T, MAX_FSTRING_LEVEL, MAX_INDENT, MAX_LEVEL } from './tokens.ts';
import { undecodable } from '../source/source.ts';
import { extraBytes, findInvalidIdentifierChar, IDENTIFIER, isPrintable } from '../source/identifiers.ts';

const enum C {
  TAB = 9,
  LF = 10,
  FF = 12,
  SPACE = 32,
  BANG = 33,
  DQUOTE = 34,
  HASH = 35,
  PERCENT = 37,
  AMPER = 38,
  SQUOTE = 39,
  LPAR = 40,
  RPAR = 41,
  STAR = 42,
  PLUS = 43,
  COMMA = 44,
  MINUS = 45,
  DOT = 46,
  SLASH = 47,
  COLON = 58,
  SEMI = 59,
  LESS = 60,
  EQUAL = 61,
  GREATER = 62,
  AT = 64,
  LSQB = 91,
  BACKSLASH = 92,
  RSQB = 93,
  CARET = 94,
  LBRACE = 123,
  VBAR = 124,
  RBRACE = 125,
  TILDE = 126,
}

export class Lexer extends CommentLexer {
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

  // ---- strings

  /** Makes the FSTRING_START whose prefix begins at `start` and whose quote is at `pos`. */
  private beginFString(start: number, pos: number, quote: number): T {
    const { text } = this;
    const triple = text.charCodeAt(pos + 1) === quote && text.charCodeAt(pos + 2) === quote;
    this.pos = pos + (triple ? 3 : 1);
    if (this.modes.length + 2 > MAX_FSTRING_LEVEL) {
      this.fail('too many nested f-strings');
      return this.marker(T.ERROR);
    }
    const raw = pos - start === 2;
    this.enterFString({
      literal: true,
      quote,
      quoteSize: triple ? 3 : 1,
      raw,
      start,
      startLine: this.lineno,
      startLineStart: this.lineStart,
      curlyDepth: 0,
      exprStartDepth: -1,
      inFormatSpec: false,
      debug: false,
      exprStart: -1,
      exprEnd: -1,
    });
    return this.token(T.FSTRING_START);
  }

  /** Reads a string literal whose opening quote is at `pos`. */
  private string(pos: number, quote: number): T {
    const { text, lineno: firstLine, lineStart: firstLineStart } = this;
    const startCol = this.start + this.bias;
    let quoteSize = 1;
    if (text.charCodeAt(++pos) === quote) {
      if (text.charCodeAt(pos + 1) !== quote) {
        this.pos = pos + 1;
        return this.token(T.STRING);
      }
      quoteSize = 3;
      pos += 2;
    }
    let closing = 0;
    let escapedQuote = false;
    do {
      if (pos === this.inp) {
        this.pos = pos;
        this.underflow();
      }
      let c = text.charCodeAt(pos);
      if (c === quote) {
        closing++;
        pos++;
        continue;
      }
      closing = 0;
      if (c === 0 || (c === C.LF && quoteSize === 1)) {
        return this.unterminatedString(quote, quoteSize, firstLine, firstLineStart, escapedQuote);
      }
      if (c === C.BACKSLASH) {
        pos++;
        if (pos === this.inp) {
          this.pos = pos;
          this.underflow();
        }
        c = text.charCodeAt(pos);
        if (c === quote) escapedQuote = true;
        if (c === 0) continue;
      }
      if (c >= 0x80) this.bias += extraBytes(c);
      pos++;
    } while (closing !== quoteSize);
    this.pos = pos;
    return this.push(T.STRING, this.start, pos, firstLine, startCol, this.lineno, pos + this.bias, 0);
  }

  /** Reports a string without an end, at its beginning. */
  private unterminatedString(
    quote: number,
    quoteSize: number,
    firstLine: number,
    firstLineStart: number,
    escapedQuote: boolean,
  ): T {
    const detected = this.lineno;
    this.pos = this.start + 1;
    this.lineStart = firstLineStart;
    this.lineno = firstLine;
    const { mode } = this;
    if (mode !== null && mode.quote === quote && mode.quoteSize === quoteSize) this.fail("f-string: expecting '}'");
    else if (quoteSize === 3) this.fail(`unterminated triple-quoted string literal (detected at line ${detected})`);
    else {
      const hint = escapedQuote ? '; perhaps you escaped the end quote?' : '';
      this.fail(`unterminated string literal (detected at line ${detected})${hint}`);
    }
    return this.marker(T.ERROR);
  }

  // ---- operators

  /** Reads an operator, or a string or number that begins with a symbol. */
  private symbol(c: number, pos: number): T {
    const { text, mode } = this;
    if (c === C.DQUOTE || c === C.SQUOTE) return this.string(pos, c);
    const c2 = text.charCodeAt(pos + 1);
    if (c === C.DOT) {
      if (isDigit(c2)) return this.fraction(pos);
      if (c2 === C.DOT && text.charCodeAt(pos + 2) === C.DOT) return this.operator(T.ELLIPSIS, 3);
      return this.operator(T.DOT, 1);
    }
    if (mode !== null && (c === C.COLON || c === C.RBRACE || c === C.BANG || c === C.LBRACE)) {
      if (mode.exprStartDepth >= 0 && this.fieldSymbol(mode, c)) return this.operator(T.COLON, 1);
    }
    switch (c) {
      case C.LPAR:
        return this.open(T.LPAR, c);
      case C.LSQB:
        return this.open(T.LSQB, c);
      case C.LBRACE:
        return this.open(T.LBRACE, c);
      case C.RPAR:
        return this.close(T.RPAR, c, C.LPAR);
      case C.RSQB:
        return this.close(T.RSQB, c, C.LSQB);
      case C.RBRACE:
        return this.close(T.RBRACE, c, C.LBRACE);
      case C.COMMA:
        return this.operator(T.COMMA, 1);
      case C.SEMI:
        return this.operator(T.SEMI, 1);
      case C.TILDE:
        return this.operator(T.TILDE, 1);
      case C.COLON:
        return c2 === C.EQUAL ? this.operator(T.COLONEQUAL, 2) : this.operator(T.COLON, 1);
      case C.BANG:
        return c2 === C.EQUAL ? this.operator(T.NOTEQUAL, 2) : this.operator(T.EXCLAMATION, 1);
      case C.EQUAL:
        if (c2 === C.EQUAL) return this.operator(T.EQEQUAL, 2);
        if (mode !== null && mode.exprStartDepth >= 0) mode.debug = true;
        return this.operator(T.EQUAL, 1);
      case C.PLUS:
        return c2 === C.EQUAL ? this.operator(T.PLUSEQUAL, 2) : this.operator(T.PLUS, 1);
      case C.PERCENT:
        return c2 === C.EQUAL ? this.operator(T.PERCENTEQUAL, 2) : this.operator(T.PERCENT, 1);
      case C.AMPER:
        return c2 === C.EQUAL ? this.operator(T.AMPEREQUAL, 2) : this.operator(T.AMPER, 1);
      case C.VBAR:
        return c2 === C.EQUAL ? this.operator(T.VBAREQUAL, 2) : this.operator(T.VBAR, 1);
      case C.CARET:
        return c2 === C.EQUAL ? this.operator(T.CIRCUMFLEXEQUAL, 2) : this.operator(T.CIRCUMFLEX, 1);
      case C.AT:
        return c2 === C.EQUAL ? this.operator(T.ATEQUAL, 2) : this.operator(T.AT, 1);
      case C.MINUS:
        if (c2 === C.GREATER) return this.operator(T.ARROW, 2);
        return c2 === C.EQUAL ? this.operator(T.MINEQUAL, 2) : this.operator(T.MINUS, 1);
      case C.STAR:
        if (c2 === C.EQUAL) return this.operator(T.STAREQUAL, 2);
        return c2 === C.STAR ? this.maybeEqual(T.DOUBLESTAR, T.DOUBLESTAREQUAL) : this.operator(T.STAR, 1);
      case C.SLASH:
        if (c2 === C.EQUAL) return this.operator(T.SLASHEQUAL, 2);
        return c2 === C.SLASH ? this.maybeEqual(T.DOUBLESLASH, T.DOUBLESLASHEQUAL) : this.operator(T.SLASH, 1);
      case C.LESS:
        if (c2 === C.EQUAL) return this.operator(T.LESSEQUAL, 2);
        if (c2 === C.GREATER) return this.operator(T.NOTEQUAL, 2);
        return c2 === C.LESS ? this.maybeEqual(T.LEFTSHIFT, T.LEFTSHIFTEQUAL) : this.operator(T.LESS, 1);
      case C.GREATER:
        if (c2 === C.EQUAL) return this.operator(T.GREATEREQUAL, 2);
        return c2 === C.GREATER ? this.maybeEqual(T.RIGHTSHIFT, T.RIGHTSHIFTEQUAL) : this.operator(T.GREATER, 1);
    }
    this.pos = pos + 1;
    if (!isPrintable(c)) {
      this.fail(`invalid non-printable character U+${c.toString(16).toUpperCase().padStart(4, '0')}`);
      return this.marker(T.ERROR);
    }
    return this.token(T.OP);
  }

  /** Makes an operator of `length` characters at the reading position. */
  private operator(kind: T, length: number): T {
    const { pos, lineno } = this;
    const end = pos + length;
    this.pos = end;
    return this.push(kind, pos, end, lineno, pos + this.bias, lineno, end + this.bias, 0);
  }

  /** Makes a two-character operator, or the augmented assignment it begins. */
  private maybeEqual(kind: T, withEqual: T): T {
    return this.text.charCodeAt(this.pos + 2) === C.EQUAL ? this.operator(withEqual, 3) : this.operator(kind, 2);
  }

  /** Makes an opening bracket and notes where it stands. */
  private open(kind: T, c: number): T {
    const { level } = this;
    if (level >= MAX_LEVEL) {
      this.pos++;
      this.fail('too many nested parentheses');
      return this.marker(T.ERROR);
    }
    this.parens[level] = c;
    this.parenLines[level] = this.lineno;
    this.parenCols[level] = this.column();
    this.level = level + 1;
    if (level >= this.maxLevel) this.maxLevel = level + 1;
    if (this.mode !== null) this.mode.curlyDepth++;
    return this.operator(kind, 1);
  }

  /** Makes a closing bracket; one that does not match is an error. */
  private close(kind: T, c: number, opening: number): T {
    const { mode } = this;
    this.pos++;
    const shown = String.fromCharCode(c);
    if (mode !== null && mode.curlyDepth === 0 && c === C.RBRACE) {
      return this.closeError("f-string: single '}' is not allowed");
    }
    if (this.level === 0 && !this.lenient) return this.closeError(`unmatched '${shown}'`);
    const level = this.level > 0 ? --this.level : 0;
    const opened = this.parens[level]!;
    if (opened !== opening && !this.lenient) {
      if (mode !== null && opened === C.LBRACE && mode.curlyDepth - 1 === mode.exprStartDepth) {
        return this.closeError(`f-string: unmatched '${shown}'`);
      }
      const line = this.parenLines[level]!;
      const where = line !== this.lineno ? ` on line ${line}` : '';
      return this.closeError(
        `closing parenthesis '${shown}' does not match opening parenthesis '${String.fromCharCode(opened)}'${where}`,
      );
    }
    if (mode !== null) {
      mode.curlyDepth--;
      if (mode.curlyDepth < 0) return this.closeError(`f-string: unmatched '${shown}'`);
      if (c === C.RBRACE && mode.curlyDepth === mode.exprStartDepth) {
        mode.exprStartDepth--;
        mode.literal = true;
        mode.inFormatSpec = false;
        mode.debug = false;
      }
    }
    this.pos--;
    return this.operator(kind, 1);
  }

  /** Reports a closing bracket. */
  private closeError(message: string): T {
    this.fail(message);
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
