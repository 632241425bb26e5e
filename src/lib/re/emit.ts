/**
 * Regular expressions as JavaScript's, where the two agree.
 *
 * V8 compiles a RegExp to machine code, so this is what makes matching fast. Where Python's meaning
 * differs, a node is spelt differently (`$`, `\w`, `\b`, possessive repeats, case); where it
 * cannot be spelt, `emit` answers null and the matcher of `re-backtrack.ts` runs instead:
 *
 * - a back reference to a group that may not have matched (in JS it matches nothing, in Python it fails),
 * - a group in a repeat that an iteration may leave out (JS forgets what it matched before), or
 *   that may match the empty string,
 * - groups inside a look-behind (JS matches it backwards), conditionals.
 *
 * Character classes are written three ways: for subjects of ASCII only, of Latin-1 only, and for any. The
 * first two list the characters; the last uses Unicode properties (the `v` flag).
 */
import { A, I, M, MAX_REPEAT, type Node, S, type SetItem, widthOf } from './nodes.ts';
import { caseVariants, inSet } from './chars.ts';

export type Alphabet = 'ascii' | 'latin1' | 'any';

/** What JavaScript cannot say. */
class Unsupported {}

/** A JavaScript pattern: source and the number of each Python group. */
export interface Emitted {
  source: string;
  flags: string;
  indices: number[];
}

const hex = (c: number, any: boolean): string => {
  if ((c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122)) return String.fromCharCode(c);
  if (c <= 0xffff) return `\\u${c.toString(16).padStart(4, '0')}`;
  if (any) return `\\u{${c.toString(16)}}`;
  const text = String.fromCodePoint(c);
  return `\\u${text.charCodeAt(0).toString(16)}\\u${text.charCodeAt(1).toString(16)}`;
};

const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

class Emitter {
  private next = 1;
  readonly indices: number[] = [0];
  /** Groups that have matched wherever emission stands. */
  private sure = new Set<number>();
  constructor(private readonly alphabet: Alphabet) {}

  private get any(): boolean {
    return this.alphabet === 'any';
  }

  emit(n: Node): string {
    switch (n.k) {
      case 'char':
        return this.char(n.c, n.neg, n.flags);
      case 'any':
        return (n.flags & S) !== 0 ? (this.any ? '[\\u{0}-\\u{10ffff}]' : '[^]') : '[^\\n]';
      case 'set':
        return this.set(n.items, n.neg, n.flags);
      case 'at':
        return this.at(n.where, n.flags);
      case 'seq':
        return n.items.map((x) => (x.k === 'alt' ? `(?:${this.emit(x)})` : this.emit(x))).join('');
      case 'alt':
        return this.alternatives(n.branches);
      case 'group':
        return this.group(n.index, n.node);
      case 'atomic':
        return this.atomic(() => this.emit(n.node));
      case 'repeat':
        return this.repeat(n);
      case 'look':
        return this.look(n);
      case 'fail':
        return '(?!)';
      case 'ref':
        if (!this.sure.has(n.index) || (n.flags & I) !== 0) throw new Unsupported();
        return `(?:\\${this.indices[n.index]})`;
      case 'cond':
        throw new Unsupported();
    }
  }

  private char(c: number, neg: boolean, flags: number): string {
    const all = (flags & I) !== 0 ? caseVariants(c, flags) : [c];
    if (all.length === 1 && !neg) return c > 0xffff && !this.any ? `(?:${hex(c, false)})` : hex(c, this.any);
    return this.set(
      all.map((x) => ({ lo: x, hi: x })),
      neg,
      flags & ~I,
    );
  }

  private set(items: readonly SetItem[], neg: boolean, flags: number): string {
    if (!this.any) return this.listed((c) => inSet(items, neg, c, flags));
    const parts = items.map((i) => {
      if ('category' in i) return this.category(i.category, (flags & A) !== 0);
      if ((flags & I) === 0) return i.lo === i.hi ? hex(i.lo, true) : `${hex(i.lo, true)}-${hex(i.hi, true)}`;
      if (i.hi - i.lo > 2000) throw new Unsupported();
      let out = '';
      for (let c = i.lo; c <= i.hi; c++)
        out += caseVariants(c, flags)
          .map((v) => hex(v, true))
          .join('');
      return out;
    });
    return `[${neg ? '^' : ''}${parts.join('')}]`;
  }

  /** Writes a class by listing its members among the alphabet. */
  private listed(has: (c: number) => boolean): string {
    const limit = this.alphabet === 'ascii' ? 0x7f : 0xff;
    let out = '';
    for (let c = 0; c <= limit; c++) {
      if (!has(c)) continue;
      let end = c;
      while (end < limit && has(end + 1)) end++;
      out += end === c ? hex(c, false) : `${hex(c, false)}-${hex(end, false)}`;
      c = end;
    }
    return `[${out}]`;
  }

  private category(k: string, ascii: boolean): string {
    switch (k) {
      case 'd':
        return ascii ? '0-9' : '\\p{Nd}';
      case 'D':
        return ascii ? '[^0-9]' : '\\P{Nd}';
      case 's':
        return ascii ? '\\t-\\r\\x20' : SPACE;
      case 'S':
        return ascii ? '[^\\t-\\r\\x20]' : `[^${SPACE}]`;
      case 'w':
        return ascii ? '0-9A-Za-z_' : '\\p{L}\\p{N}_';
      default:
        return ascii ? '[^0-9A-Za-z_]' : '[^\\p{L}\\p{N}_]';
    }
  }

  private at(where: string, flags: number): string {
    switch (where) {
      case 'A':
        return '^';
      case 'Z':
        return '$';
      case '^':
        return (flags & M) !== 0 ? '(?:^|(?<=\\n))' : '^';
      case '$':
        return (flags & M) !== 0 ? '(?=\\n|$)' : '(?=\\n?$)';
      default: {
        if (this.alphabet === 'ascii') return `\\${where}`;
        const w = this.set([{ category: 'w' }], false, flags & A);
        return where === 'b' ? `(?:(?<=${w})(?!${w})|(?<!${w})(?=${w}))` : `(?:(?<=${w})(?=${w})|(?<!${w})(?!${w}))`;
      }
    }
  }

  private alternatives(branches: readonly Node[]): string {
    const before = this.sure;
    let common: Set<number> | null = null;
    const out = branches.map((b) => {
      this.sure = new Set(before);
      const text = this.emit(b);
      common = common === null ? this.sure : new Set([...common].filter((g) => this.sure.has(g)));
      return text;
    });
    this.sure = common ?? before;
    return out.join('|');
  }

  private group(index: number | null, node: Node): string {
    if (index === null) return `(?:${this.emit(node)})`;
    this.indices[index] = this.next++;
    const text = `(${this.emit(node)})`;
    this.sure.add(index);
    return text;
  }

  /** Writes something that is not tried again once it has matched. */
  private atomic(body: () => string): string {
    const own = this.next++;
    return `(?:(?=(${body()}))\\${own})`;
  }

  private repeat(n: Extract<Node, { k: 'repeat' }>): string {
    if (n.mode === 'possessive') return this.atomic(() => this.repeat({ ...n, mode: 'greedy' }));
    const before = new Set(this.sure);
    const firstGroup = this.indices.length;
    const inner = this.emit(n.node);
    const captures = this.indices.length > firstGroup;
    if (captures && n.max > 1) {
      for (let g = firstGroup; g < this.indices.length; g++) if (!this.sure.has(g)) throw new Unsupported();
      if (widthOf(n.node)[0] === 0) throw new Unsupported();
    }
    if (captures && n.max === 1 && widthOf(n.node)[0] === 0) throw new Unsupported();
    if (n.min === 0) this.sure = before;
    const single = n.node.k === 'char' || n.node.k === 'set' || n.node.k === 'any' || n.node.k === 'group';
    const body = single ? inner : `(?:${inner})`;
    const { min, max } = n;
    const count =
      max === MAX_REPEAT
        ? min === 0
          ? '*'
          : min === 1
            ? '+'
            : `{${min},}`
        : min === 0 && max === 1
          ? '?'
          : min === max
            ? `{${min}}`
            : `{${min},${max}}`;
    return `${body}${count}${n.mode === 'lazy' ? '?' : ''}`;
  }

  private look(n: Extract<Node, { k: 'look' }>): string {
    const before = new Set(this.sure);
    const firstGroup = this.indices.length;
    const inner = this.emit(n.node);
    const captures = this.indices.length > firstGroup;
    if (captures && (n.behind || n.neg)) throw new Unsupported();
    if (n.neg) this.sure = before;
    return `(?:(?${n.behind ? '<' : ''}${n.neg ? '!' : '='}${inner}))`;
  }
}

/** Writes a pattern for subjects of an alphabet; null where JavaScript's meaning would differ. */
export function emitJs(node: Node, alphabet: Alphabet): Emitted | null {
  const e = new Emitter(alphabet);
  try {
    const source = e.emit(node);
    return {
      source: node.k === 'alt' ? `(?:${source})` : source,
      flags: alphabet === 'any' ? 'v' : '',
      indices: e.indices,
    };
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
}
