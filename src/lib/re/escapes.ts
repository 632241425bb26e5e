/** Escapes and sets in patterns. */
import { ESCAPES, Tokens, isDigit, isOctal, quoted, size } from './tokens.ts';
import type { Category, Node, SetItem } from './nodes.ts';

/** Parses escapes and sets. */
export abstract class EscapeParser {
  readonly t: Tokens;
  groups = 1;
  readonly names = new Map<string, number>();
  protected readonly closed: (boolean | undefined)[] = [];
  protected readonly widths: ([number, number] | undefined)[] = [];
  protected behindFrom: number | null = null;
  protected readonly conditions = new Map<number, number>();

  constructor(
    text: string,
    isText: boolean,
    public flags: number,
    private readonly lookupName: (name: string) => number | undefined,
  ) {
    this.t = new Tokens(text, isText);
  }

  /** Parses digits of `\x`, `\u`, `\U`; null for other escapes. */
  private hexEscape(e: string): number | null {
    const count = e[1] === 'x' ? 2 : e[1] === 'u' && this.t.isText ? 4 : e[1] === 'U' && this.t.isText ? 8 : 0;
    if (count === 0) return null;
    const text = e + this.t.getWhile(count, /^[0-9a-fA-F]$/);
    if (text.length !== count + 2) this.t.fail(`incomplete escape ${text}`, text.length);
    const c = Number.parseInt(text.slice(2), 16);
    if (c > 0x10ffff) this.t.fail(`bad escape ${text}`, text.length);
    return c;
  }

  /** Parses the rest of `\N{name}`. */
  private named(): number {
    if (!this.t.match('{')) this.t.fail('missing {');
    const name = this.t.getUntil('}', 'character name');
    const c = this.lookupName(name);
    if (c === undefined) this.t.fail(`undefined character name ${quoted(name)}`, size(name) + 4);
    return c;
  }

  protected escape(e: string, flags: number): Node {
    const t: Tokens = this.t;
    const c = e[1]!;
    const literal = (code: number): Node => ({ k: 'char', c: code, neg: false, flags });
    if ('AZbB'.includes(c) && e.length === 2) return { k: 'at', where: c as 'A', flags };
    if ('dDsSwW'.includes(c)) return { k: 'set', items: [{ category: c as Category }], neg: false, flags };
    const plain = ESCAPES[c];
    if (plain !== undefined) return literal(plain);
    const hex = this.hexEscape(e);
    if (hex !== null) return literal(hex);
    if (c === 'N' && t.isText) return literal(this.named());
    if (c === '0') return literal(Number.parseInt(`0${t.getWhile(2, /^[0-7]$/)}`, 8));
    if (isDigit(c)) {
      let text = e;
      if (isDigit(t.next)) {
        text += t.get();
        if (isOctal(text[1]!) && isOctal(text[2]!) && isOctal(t.next)) {
          text += t.get();
          const code = Number.parseInt(text.slice(1), 8);
          if (code > 0o377) t.fail(`octal escape value ${text} outside of range 0-0o377`, text.length);
          return literal(code);
        }
      }
      const index = Number(text.slice(1));
      if (index < this.groups) {
        if (this.closed[index] !== true) t.fail('cannot refer to an open group', text.length);
        this.checkBehind(index);
        return { k: 'ref', index, flags };
      }
      t.fail(`invalid group reference ${index}`, text.length - 1);
    }
    if (/^[A-Za-z]$/.test(c)) t.fail(`bad escape ${e}`, size(e));
    return literal(e.codePointAt(1)!);
  }

  /** Refuses a reference, inside a look-behind, to a group opened in it. */
  protected checkBehind(index: number): void {
    if (this.behindFrom === null) return;
    if (this.closed[index] !== true) this.t.fail('cannot refer to an open group');
    if (index >= this.behindFrom) this.t.fail('cannot refer to group defined in the same lookbehind subpattern');
  }

  private classEscape(e: string): SetItem {
    const t: Tokens = this.t;
    const c = e[1]!;
    const literal = (code: number): SetItem => ({ lo: code, hi: code });
    const plain = ESCAPES[c];
    if (plain !== undefined) return literal(plain);
    if ('dDsSwW'.includes(c)) return { category: c as Category };
    const hex = this.hexEscape(e);
    if (hex !== null) return literal(hex);
    if (c === 'N' && t.isText) return literal(this.named());
    if (isOctal(c)) {
      const text = e + t.getWhile(2, /^[0-7]$/);
      const code = Number.parseInt(text.slice(1), 8);
      if (code > 0o377) t.fail(`octal escape value ${text} outside of range 0-0o377`, text.length);
      return literal(code);
    }
    if (/^[0-9A-Za-z]$/.test(c)) t.fail(`bad escape ${e}`, size(e));
    return literal(e.codePointAt(1)!);
  }

  protected set(flags: number): Node {
    const t: Tokens = this.t;
    const here = t.tell() - 1;
    const items: SetItem[] = [];
    const neg = t.match('^');
    for (;;) {
      const c = t.get();
      if (c === null) t.fail('unterminated character set', t.tell() - here);
      if (c === ']' && items.length > 0) break;
      const one: SetItem = c.startsWith('\\') ? this.classEscape(c) : { lo: c.codePointAt(0)!, hi: c.codePointAt(0)! };
      if (!t.match('-')) {
        items.push(one);
        continue;
      }
      const that = t.get();
      if (that === null) t.fail('unterminated character set', t.tell() - here);
      if (that === ']') {
        items.push(one, { lo: 45, hi: 45 });
        break;
      }
      const two: SetItem = that.startsWith('\\')
        ? this.classEscape(that)
        : { lo: that.codePointAt(0)!, hi: that.codePointAt(0)! };
      if ('category' in one || 'category' in two || two.lo < one.lo)
        t.fail(`bad character range ${c}-${that}`, size(c) + 1 + size(that));
      items.push({ lo: one.lo, hi: two.lo });
    }
    const only = items[0]!;
    if (items.length === 1 && 'lo' in only && only.lo === only.hi) return { k: 'char', c: only.lo, neg, flags };
    return { k: 'set', items, neg, flags };
  }
}
