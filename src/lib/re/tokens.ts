/**
 * Regular expressions: reading a pattern or a template piece by piece.
 */

/** The most groups a pattern can have. */
export const MAX_GROUPS = 1073741823;

/** An error of a pattern, raised as `re.PatternError`; `pos` null where there is none. */
export class PatternSyntaxError {
  constructor(
    readonly msg: string,
    readonly pos: number | null,
  ) {}
}

export const ESCAPES: Record<string, number> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };
export const isDigit = (c: string | null): boolean => c !== null && /^[0-9]$/.test(c);
export const isOctal = (c: string | null): boolean => c !== null && /^[0-7]$/.test(c);
const IDENTIFIER_START = /[\p{L}\p{Nl}_\u{2118}\u{212e}\u{309b}\u{309c}]/u;
const IDENTIFIER_REST = /[\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\u{b7}\u{387}\u{1369}-\u{1371}\u{19da}]/u;
const IDENTIFIER = new RegExp(`^${IDENTIFIER_START.source}${IDENTIFIER_REST.source}*$`, 'u');
const isIdentifier = (s: string): boolean => IDENTIFIER.test(s);

/** Quotes a name as `repr` does for what can be in one. */
export const quoted = (s: string): string =>
  s.includes("'") && !s.includes('"') ? `"${s}"` : `'${s.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

/** Reads a pattern one character (or escape) at a time. */
export class Tokens {
  private index = 0;
  next: string | null = null;
  readonly chars: string[];
  constructor(
    text: string,
    readonly isText: boolean,
  ) {
    this.chars = [...text];
    this.advance();
  }
  private advance(): void {
    const c = this.chars[this.index];
    if (c === undefined) {
      this.next = null;
      return;
    }
    if (c === '\\') {
      const e = this.chars[this.index + 1];
      if (e === undefined) throw new PatternSyntaxError('bad escape (end of pattern)', this.chars.length - 1);
      this.index += 2;
      this.next = c + e;
      return;
    }
    this.index++;
    this.next = c;
  }
  get(): string | null {
    const t = this.next;
    this.advance();
    return t;
  }
  match(c: string): boolean {
    if (this.next !== c) return false;
    this.advance();
    return true;
  }
  tell(): number {
    return this.index - (this.next === null ? 0 : this.next.startsWith('\\') ? 2 : 1);
  }
  seek(i: number): void {
    this.index = i;
    this.advance();
  }
  getWhile(n: number, test: RegExp): string {
    let out = '';
    for (let i = 0; i < n && this.next !== null && test.test(this.next); i++) out += this.get();
    return out;
  }
  getUntil(terminator: string, what: string): string {
    let out = '';
    for (;;) {
      const c = this.get();
      if (c === null) {
        if (out === '') this.fail(`missing ${what}`);
        this.fail(`missing ${terminator}, unterminated name`, [...out].length);
      }
      if (c === terminator) {
        if (out === '') this.fail(`missing ${what}`, 1);
        return out;
      }
      out += c;
    }
  }
  fail(msg: string, offset = 0): never {
    throw new PatternSyntaxError(msg, this.tell() - offset);
  }
  checkName(name: string, offset: number): void {
    if ((!this.isText && !/^[\x00-\x7f]*$/.test(name)) || !isIdentifier(name))
      this.fail(`bad character in group name ${quoted(name)}`, [...name].length + offset);
  }
}

export const size = (s: string): number => [...s].length;
