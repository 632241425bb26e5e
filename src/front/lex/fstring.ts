/**
 * The literal text of f-strings (PEP 701), and what `{`, `}`, `:`, `!` mean inside one.
 *
 * Each f-string being read has a mode on a stack. In literal text the tokenizer makes
 * FSTRING_MIDDLEs up to the next `{`, `}` or the closing quote; inside a replacement field it makes
 * ordinary tokens until the bracket depth is back at the field's own `{`, where `:` switches to
 * literal text again (the format spec) and `}` ends the field. `{{` ends a piece after its first
 * brace, so that the pieces joined give the text.
 */
import { LexerState, type FStringMode } from './state.ts';
import { T, MAX_FSTRING_NESTING } from './tokens.ts';
import { extraBytes } from '../source/identifiers.ts';

export abstract class FStringLexer extends LexerState {
  /** Makes the next token outside the literal text of an f-string. */
  protected abstract ordinary(): T;

  /** Appends the token of one line, all ASCII, from `start` to the reading position; its text ends at `end`. */
  protected token(kind: T, end = this.pos): T {
    const { start, lineno } = this;
    return this.push(kind, start, end, lineno, start + this.bias, lineno, this.column(), 0);
  }

  /** Appends a token without a place of its own: INDENT, DEDENT, ENDMARKER, ERROR. */
  protected marker(kind: T): T {
    return this.push(kind, this.pos, this.pos, this.lineno, -1, this.lineno, -1, 0);
  }

  /** Counts the extra bytes of `text[from, to)` on the current line. */
  protected passWide(from: number, to: number): void {
    let extra = 0;
    for (let i = from; i < to; i++) extra += extraBytes(this.text.charCodeAt(i));
    this.bias += extra;
  }

  /** Begins an f-string. */
  protected enterFString(mode: FStringMode): void {
    this.modes.push(mode);
    this.mode = mode;
  }

  /** Notes one of `{ } : !` in a replacement field; true for the colon that begins the format spec. */
  protected fieldSymbol(mode: FStringMode, c: number): boolean {
    const cursor = mode.curlyDepth - (c === 123 ? 0 : 1);
    if (cursor === 0 || (cursor === 1 && (mode.debug || mode.inFormatSpec))) {
      if (c === 123) this.beginField(mode, this.pos + 1);
      else {
        if (mode.exprEnd < 0) mode.exprEnd = this.pos;
        if (mode.debug && !this.debugTexts.has(this.count)) {
          this.debugTexts.set(this.count, withoutComments(this.text.slice(mode.exprStart, mode.exprEnd)));
        }
      }
    }
    if (c === 58 && cursor === mode.exprStartDepth) {
      mode.literal = true;
      mode.inFormatSpec = true;
      return true;
    }
    return false;
  }

  /** Notes where the text of a replacement field begins. */
  private beginField(mode: FStringMode, start: number): void {
    mode.exprStart = start;
    mode.exprEnd = -1;
  }

  /** Begins a replacement field; false (reported) when they nest too deeply. */
  private enterField(mode: FStringMode): boolean {
    mode.exprStartDepth++;
    if (mode.exprStartDepth >= MAX_FSTRING_NESTING) {
      this.fail('f-string: expressions nested too deeply');
      return false;
    }
    mode.literal = false;
    return true;
  }

  /** Makes the next token in the literal text of the f-string `mode`. */
  protected literalText(mode: FStringMode): T {
    const { text } = this;
    const { quote, quoteSize } = mode;
    this.start = this.pos;
    if (this.pos === this.inp) this.underflow();
    let pos = this.start;
    if (text.charCodeAt(pos) === 123 && text.charCodeAt(pos + 1) !== 123) {
      if (!this.enterField(mode)) return this.marker(T.ERROR);
      return this.ordinary();
    }
    if (text.startsWith(quoteSize === 3 ? (quote === 34 ? '"""' : "'''") : quote === 34 ? '"' : "'", pos)) {
      this.pos = pos + quoteSize;
      this.modes.pop();
      this.mode = this.modes.length > 0 ? this.modes[this.modes.length - 1]! : null;
      return this.token(T.FSTRING_END);
    }
    const firstLine = this.lineno;
    const startCol = this.column();
    let closing = 0;
    let nameEscape = false;
    while (closing !== quoteSize) {
      if (pos === this.inp) {
        this.pos = pos;
        this.underflow();
      }
      const c = text.charCodeAt(pos);
      const inSpec = mode.inFormatSpec && mode.exprStartDepth >= 0;
      if (c === 0 || (c === 10 && quoteSize === 1)) {
        if (inSpec && c === 10) {
          mode.literal = false;
          mode.inFormatSpec = false;
          return this.middle(firstLine, startCol, pos, pos);
        }
        return this.unterminated(mode);
      }
      pos++;
      if (c >= 0x80) this.bias += extraBytes(c);
      if (c === quote) {
        closing++;
        continue;
      }
      closing = 0;
      if (c === 123) {
        this.beginField(mode, pos);
        if (text.charCodeAt(pos) !== 123 || inSpec) {
          this.pos = pos - 1;
          if (!this.enterField(mode)) return this.marker(T.ERROR);
          mode.inFormatSpec = false;
          return this.middle(firstLine, startCol, pos - 1, pos - 1);
        }
        return this.middle(firstLine, startCol, pos, pos + 1);
      }
      if (c === 125) {
        if (nameEscape) return this.middle(firstLine, startCol, pos, pos);
        if (text.charCodeAt(pos) === 125 && !inSpec && mode.curlyDepth === 0) {
          return this.middle(firstLine, startCol, pos, pos + 1);
        }
        mode.literal = false;
        mode.inFormatSpec = false;
        return this.middle(firstLine, startCol, pos - 1, pos - 1);
      }
      if (c === 92) {
        if (pos === this.inp) {
          this.pos = pos;
          this.underflow();
        }
        const after = text.charCodeAt(pos);
        if (after === 123 || after === 125) {
          if (!mode.raw) {
            this.pos = pos + 1;
            if (!this.warnEscape(after)) return this.marker(T.ERROR);
          }
          continue;
        }
        if (after === 0) continue;
        pos++;
        if (after >= 0x80) this.bias += extraBytes(after);
        if (!mode.raw && after === 78 && text.charCodeAt(pos) === 123) {
          nameEscape = true;
          pos++;
        }
      }
    }
    return this.middle(firstLine, startCol, pos - quoteSize, pos - quoteSize);
  }

  /** Appends the FSTRING_MIDDLE that ends at `end`; reading goes on at `next`. */
  private middle(firstLine: number, startCol: number, end: number, next: number): T {
    this.pos = next;
    return this.push(T.FSTRING_MIDDLE, this.start, end, firstLine, startCol, this.lineno, this.column(), 0);
  }

  /** Warns of an escaped brace; false where warnings are errors. */
  private warnEscape(c: number): boolean {
    const message = `invalid escape sequence '\\${String.fromCharCode(c)}'`;
    if (!this.warn('SyntaxWarning', message, this.lineno)) return true;
    this.fail(message);
    return false;
  }

  /** Reports an f-string without an end, at its beginning. */
  private unterminated(mode: FStringMode): T {
    const detected = this.lineno;
    this.pos = mode.start + 1;
    this.lineStart = mode.startLineStart;
    this.lineno = mode.startLine;
    const what = mode.quoteSize === 3 ? 'triple-quoted f-string' : 'f-string';
    this.fail(`unterminated ${what} literal (detected at line ${detected})`);
    return this.marker(T.ERROR);
  }
}

/** Cuts each '#' and what follows it on its line, as CPython does for `{expr=}`, even inside strings. */
function withoutComments(text: string): string {
  return text.includes('#') ? text.replace(/#[^\n]*/g, '') : text;
}
