/** Tokens of string literals, and the beginning of f-strings. */
import { CommentLexer } from './comment.ts';
import { T, MAX_FSTRING_LEVEL } from './tokens.ts';
import { extraBytes } from '../source/identifiers.ts';
import { C } from './chars.ts';

/** Makes the tokens of string literals. */
export abstract class StringLexer extends CommentLexer {
  // ---- strings

  /** Makes the FSTRING_START whose prefix begins at `start` and whose quote is at `pos`. */
  protected beginFString(start: number, pos: number, quote: number): T {
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
  protected string(pos: number, quote: number): T {
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
}
