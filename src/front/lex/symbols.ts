/** Tokens of operators and brackets. */
import { isDigit } from './number.ts';
import { T, MAX_LEVEL } from './tokens.ts';
import { isPrintable } from '../source/identifiers.ts';
import { C } from './chars.ts';
import { StringLexer } from './string-tokens.ts';

/** Makes the tokens of operators and brackets, and keeps the levels of brackets. */
export abstract class SymbolLexer extends StringLexer {
  // ---- operators

  /** Reads an operator, or a string or number that begins with a symbol. */
  protected symbol(c: number, pos: number): T {
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
