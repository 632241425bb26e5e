/**
 * String literals of all kinds, side by side: str, bytes and f-strings to one Constant or JoinedStr.
 *
 * CPython folds neighbours after parsing each; the places of the folded pieces (a Constant reaches
 * from the first piece to the last) and the pieces that vanish (empty ones) are its. Two oddities are
 * kept: in a format spec escapes are decoded even in raw f-strings, and the text shown by `{x=}` is
 * itself decoded like the text around it.
 */
import type { Constant, Expr, FormattedValue, JoinedStr } from '../tree/expressions.ts';
import { ConstBytes, type Text, joinTexts } from '../../bytecode/code.ts';
import { decodeEscapes, EscapeError, stringValue } from '../lex/literals.ts';
import { STRIDE } from '../lex/state.ts';
import { BAIL, TokenCursor } from './base.ts';
import { findLoneSurrogate } from '../source/source.ts';
import { T } from '../lex/tokens.ts';

/** A warning to give once the whole program has been accepted; `token` orders them. */
interface PendingWarning {
  readonly token: number;
  readonly message: string;
  readonly line: number;
}

export abstract class StringParser extends TokenCursor {
  readonly warnings: PendingWarning[] = [];

  protected abstract annotatedRhs(): Expr;

  /** Parses one or more string literals, at the first. */
  protected strings(): Expr {
    const first = this.p;
    const next = this.kinds[first + 1];
    if (this.kinds[first] === T.STRING && next !== T.STRING && next !== T.FSTRING_START) return this.string();
    const parts: Expr[] = [];
    let bytes = 0;
    let formatted = false;
    for (;;) {
      const kind = this.kinds[this.p];
      if (kind === T.STRING) {
        const part = this.string();
        if (part.value instanceof ConstBytes) bytes++;
        parts.push(part);
      } else if (kind === T.FSTRING_START) {
        formatted = true;
        parts.push(this.fstring());
      } else break;
    }
    const last = this.p - 1;
    const place = {
      lineno: this.lineOf(first),
      col_offset: this.colOf(first),
      end_lineno: this.endLineOf(last),
      end_col_offset: this.endColOf(last),
    };
    if (bytes > 0) {
      if (bytes < parts.length) throw BAIL;
      return { kind: 'Constant', ...place, value: joinBytes(parts as Constant[]), kind_: null };
    }
    const values = foldConstants(parts, formatted);
    return formatted ? { kind: 'JoinedStr', ...place, values } : values[0]!;
  }

  /** Parses one STRING token. */
  private string(): Constant {
    const at = this.p++;
    const i = at * STRIDE;
    const start = this.positions[i]!;
    const value = this.decoding(() =>
      stringValue(this.source, start, this.positions[i + 1]!, (invalid) => this.warnEscape(at, at, invalid)),
    );
    return this.constant(at, value, this.source.charCodeAt(start) === 117 ? 'u' : null);
  }

  /** Runs a decoder; bails where it refuses. */
  private decoding<R>(decode: () => R): R {
    try {
      return decode();
    } catch (error) {
      if (error instanceof EscapeError) throw BAIL;
      throw error;
    }
  }

  /** Makes a Constant at the place of the token `at`. */
  protected constant(at: number, value: Constant['value'], kind_: 'u' | null): Constant {
    return {
      kind: 'Constant',
      lineno: this.lineOf(at),
      col_offset: this.colOf(at),
      end_lineno: this.endLineOf(at),
      end_col_offset: this.endColOf(at),
      value,
      kind_,
    };
  }

  /** Notes an unknown escape met in the token `at`; the warning names the line of the token `lineFrom`. */
  private warnEscape(at: number, lineFrom: number, invalid: string): void {
    const what = invalid.length > 1 || /[0-7]/.test(invalid) ? 'octal escape' : 'escape';
    const message = `invalid ${what} sequence '\\${invalid}'`;
    this.warnings.push({ token: at, message, line: this.lineOf(lineFrom) });
  }

  // ---- f-strings

  /** Parses one f-string. */
  private fstring(): JoinedStr {
    const start = this.p;
    const raw = /r/i.test(this.tokenText(start));
    this.p++;
    const pieces: Expr[] = [];
    while (this.kinds[this.p] !== T.FSTRING_END) {
      if (this.kinds[this.p] === T.FSTRING_MIDDLE) {
        pieces.push(this.constant(this.p, this.tokenText(this.p), null));
        this.p++;
      } else this.replacementField(pieces);
    }
    const end = this.p++;
    const values: Expr[] = [];
    for (const piece of pieces) {
      if (piece.kind === 'Constant' && typeof piece.value === 'string') {
        if (!raw && piece.value.includes('\\')) piece.value = this.decodePiece(piece.value, end);
        else if (findLoneSurrogate(piece.value) >= 0) throw BAIL;
        if (piece.value === '') continue;
      }
      values.push(piece);
    }
    return {
      kind: 'JoinedStr',
      lineno: this.lineOf(start),
      col_offset: this.colOf(start),
      end_lineno: this.endLineOf(end),
      end_col_offset: this.endColOf(end),
      values,
    };
  }

  /** Decodes the escapes of a piece of an f-string; warnings name the line of `token`. */
  private decodePiece(text: string, token: number): Text {
    return this.decoding(() => {
      const { value, invalid } = decodeEscapes(text);
      if (invalid !== '' && invalid !== '{' && invalid !== '}') this.warnEscape(token, token, invalid);
      return value;
    });
  }

  /** Parses `{expr=!c:spec}` onto `out`: the text of `expr=` first where there is a `=`. */
  private replacementField(out: Expr[]): void {
    const brace = this.p;
    this.expect(T.LBRACE);
    const value = this.annotatedRhs();
    const debug = this.accept(T.EQUAL);
    let conversion = -1;
    let textEnd = -1;
    if (this.kinds[this.p] === T.EXCLAMATION) {
      textEnd = this.p++;
      const letter = this.p;
      const name = this.identifier();
      if (this.lineOf(letter) !== this.lineOf(textEnd) || this.colOf(letter) !== this.endColOf(textEnd)) throw BAIL;
      if (name !== 's' && name !== 'r' && name !== 'a') throw BAIL;
      conversion = name.charCodeAt(0);
    }
    let spec: JoinedStr | null = null;
    if (this.kinds[this.p] === T.COLON) {
      if (textEnd < 0) textEnd = this.p;
      spec = this.formatSpec();
    }
    const close = this.p;
    this.expect(T.RBRACE);
    if (debug && conversion < 0 && spec === null) conversion = 114;
    const field: FormattedValue = {
      kind: 'FormattedValue',
      lineno: this.lineOf(brace),
      col_offset: this.colOf(brace),
      end_lineno: this.endLineOf(close),
      end_col_offset: this.endColOf(close),
      value,
      conversion,
      format_spec: spec,
    };
    if (debug) {
      const end = textEnd < 0 ? close : textEnd;
      out.push({
        kind: 'Constant',
        lineno: field.lineno,
        col_offset: field.col_offset + 1,
        end_lineno: this.lineOf(end),
        end_col_offset: this.colOf(end),
        value: this.lexer.debugTexts.get(end) ?? '',
        kind_: null,
      });
    }
    out.push(field);
  }

  /** Parses a format spec, at its colon. */
  private formatSpec(): JoinedStr {
    const colon = this.p++;
    const pieces: Expr[] = [];
    for (;;) {
      const at = this.p;
      if (this.kinds[at] === T.FSTRING_MIDDLE) {
        this.p++;
        const text = this.tokenText(at);
        if (findLoneSurrogate(text) >= 0) throw BAIL;
        const value = text.includes('\\') ? this.decodePiece(text, at) : text;
        if (value !== '') pieces.push(this.constant(at, value, null));
      } else if (this.kinds[at] === T.LBRACE) this.replacementField(pieces);
      else break;
    }
    const last = this.p - 1;
    return {
      kind: 'JoinedStr',
      lineno: this.lineOf(colon),
      col_offset: this.colOf(colon),
      end_lineno: this.endLineOf(last),
      end_col_offset: this.endColOf(last),
      values: foldConstants(pieces, true),
    };
  }
}

/** Joins bytes literals. */
function joinBytes(parts: readonly Constant[]): ConstBytes {
  const all = parts.map((part) => (part.value as ConstBytes).value);
  const joined = new Uint8Array(all.reduce((sum, bytes) => sum + bytes.length, 0));
  let at = 0;
  for (const bytes of all) {
    joined.set(bytes, at);
    at += bytes.length;
  }
  return new ConstBytes(joined);
}

/** Flattens f-strings, joins neighbouring constants and, among f-strings, drops empty ones. */
function foldConstants(parts: readonly Expr[], formatted: boolean): Expr[] {
  const out: Expr[] = [];
  let open: Constant | null = null;
  const add = (part: Expr): void => {
    if (part.kind !== 'Constant') {
      close();
      out.push(part);
    } else if (open === null) open = { ...part };
    else {
      open.value = joinTexts(open.value as Text, part.value as Text);
      open.end_lineno = part.end_lineno;
      open.end_col_offset = part.end_col_offset;
    }
  };
  const close = (): void => {
    if (open !== null && !(formatted && open.value === '')) out.push(open);
    open = null;
  };
  for (const part of parts) {
    if (part.kind === 'JoinedStr') part.values.forEach(add);
    else add(part);
  }
  close();
  return out;
}
