/**
 * Number literals: ints in four bases, floats, imaginary numbers, and what is nearly one of them.
 *
 * A name right after a number is an error, unless it is a keyword that may follow one (`1if x else y`),
 * which is only warned of.
 */
import { FStringLexer } from './fstring.ts';
import { T } from './tokens.ts';
import { IDENTIFIER } from '../source/identifiers.ts';

const PLUS = 43;
const MINUS = 45;
const DOT = 46;

export abstract class NumberLexer extends FStringLexer {
  /**
   * Whether the tokens are for the `tokenize` module: then characters that no identifier holds may stand in a NAME, a
   * name may follow a number at once, an int may begin with zeros and brackets need not match.
   */
  lenient = false;

  /** Reads a number that begins with a digit. */
  protected number(start: number): T {
    const { text } = this;
    let pos = start;
    let c = text.charCodeAt(pos);
    if (c === 48) {
      c = text.charCodeAt(++pos);
      const base = c | 32;
      if (base === 120) return this.radix(pos, 16, 'hexadecimal');
      if (base === 111) return this.radix(pos, 8, 'octal');
      if (base === 98) return this.radix(pos, 2, 'binary');
      for (;;) {
        if (c === 95) {
          c = text.charCodeAt(++pos);
          if (!isDigit(c)) return this.numberError(pos, 'invalid decimal literal');
        }
        if (c !== 48) break;
        c = text.charCodeAt(++pos);
      }
      const zerosEnd = pos + 1;
      let nonzero = false;
      if (isDigit(c)) {
        nonzero = true;
        pos = this.digits(pos);
        if (pos < 0) return this.marker(T.ERROR);
        c = text.charCodeAt(pos);
      }
      if (c === DOT || (c | 32) === 101 || (c | 32) === 106) return this.fraction(pos);
      if (nonzero && !this.lenient) {
        this.pos = pos;
        this.fail(
          'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
          start + 1 + this.bias,
          zerosEnd + this.bias,
        );
        return this.marker(T.ERROR);
      }
      return this.endNumber(pos, 'decimal');
    }
    pos = this.digits(pos);
    if (pos < 0) return this.marker(T.ERROR);
    c = text.charCodeAt(pos);
    if (c === DOT || (c | 32) === 101 || (c | 32) === 106) return this.fraction(pos);
    return this.endNumber(pos, 'decimal');
  }

  /** Passes digits with single underscores between them, from a digit on; -1 = reported. */
  private digits(pos: number): number {
    const { text } = this;
    for (;;) {
      let c: number;
      do c = text.charCodeAt(++pos);
      while (c >= 48 && c <= 57);
      if (c !== 95) return pos;
      if (!isDigit(text.charCodeAt(++pos))) {
        this.numberError(pos, 'invalid decimal literal');
        return -1;
      }
    }
  }

  /** Reads what may follow the whole part: fraction, exponent, `j`. */
  protected fraction(pos: number): T {
    const { text } = this;
    if (text.charCodeAt(pos) === DOT) {
      pos++;
      if (isDigit(text.charCodeAt(pos))) {
        pos = this.digits(pos);
        if (pos < 0) return this.marker(T.ERROR);
      }
    }
    if ((text.charCodeAt(pos) | 32) === 101) {
      const e = pos++;
      let c = text.charCodeAt(pos);
      if (c === PLUS || c === MINUS) {
        c = text.charCodeAt(++pos);
        if (!isDigit(c)) return this.numberError(pos, 'invalid decimal literal');
      } else if (!isDigit(c)) return this.endNumber(e, 'decimal');
      pos = this.digits(pos);
      if (pos < 0) return this.marker(T.ERROR);
    }
    if ((text.charCodeAt(pos) | 32) === 106) return this.endNumber(pos + 1, 'imaginary');
    return this.endNumber(pos, 'decimal');
  }

  /** Reads an int with a base prefix, whose letter is at `pos`. */
  private radix(pos: number, base: 2 | 8 | 16, kind: string): T {
    const { text } = this;
    let c = text.charCodeAt(++pos);
    do {
      if (c === 95) c = text.charCodeAt(++pos);
      if (!isDigitOf(c, base)) {
        if (base !== 16 && isDigit(c)) return this.badDigit(pos, c, kind);
        return this.numberError(pos, `invalid ${kind} literal`);
      }
      do c = text.charCodeAt(++pos);
      while (isDigitOf(c, base));
    } while (c === 95);
    if (base !== 16 && isDigit(c)) return this.badDigit(pos, c, kind);
    return this.endNumber(pos, kind);
  }

  /** Reports a digit the base does not have. */
  private badDigit(pos: number, c: number, kind: string): T {
    return this.numberError(pos + 1, `invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
  }

  /** Reports a number that goes wrong before `pos`. */
  private numberError(pos: number, message: string): T {
    this.pos = pos;
    this.fail(message);
    return this.marker(T.ERROR);
  }

  /** Ends a number at `pos`; a keyword right after it is only warned of, any other name is an error. */
  private endNumber(pos: number, kind: string): T {
    const c = this.text.charCodeAt(pos);
    if (c < 128 && IDENTIFIER[c] !== 0 && !this.lenient) {
      if (!keywordFollows(this.text, pos)) return this.numberError(pos, `invalid ${kind} literal`);
      if (this.warn('SyntaxWarning', `invalid ${kind} literal`, this.lineno)) {
        return this.numberError(pos, `invalid ${kind} literal`);
      }
    }
    this.pos = pos;
    return this.token(T.NUMBER);
  }
}

/** Tells whether a character code is a decimal digit. */
export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** Tells whether a character code is a digit of a base. */
function isDigitOf(c: number, base: 2 | 8 | 16): boolean {
  if (base === 16) return isDigit(c) || ((c | 32) >= 97 && (c | 32) <= 102);
  return c >= 48 && c < 48 + base;
}

/** Tells whether a keyword that may follow a number begins at `pos`. */
function keywordFollows(text: string, pos: number): boolean {
  const c = text.charCodeAt(pos + 1);
  switch (text.charCodeAt(pos)) {
    case 97:
      return wordEnds(text, pos, 'and');
    case 101:
      return wordEnds(text, pos, 'else');
    case 102:
      return wordEnds(text, pos, 'for');
    case 105:
      return c === 102 || c === 110 || c === 115;
    case 111:
      return wordEnds(text, pos, 'or');
    case 110:
      return wordEnds(text, pos, 'not');
  }
  return false;
}

/** Tells whether a whole word stands at `pos`. */
function wordEnds(text: string, pos: number, word: string): boolean {
  if (!text.startsWith(word, pos)) return false;
  const c = text.charCodeAt(pos + word.length);
  return c < 128 && IDENTIFIER[c] === 0;
}
