/**
 * Regular expressions: the syntax tree and its parser.
 *
 * The grammar, the checks and the positions of errors are those of CPython 3.13's Lib/re/_parser.py. Every
 * leaf carries the flags in force where it stands, because `(?i:…)` changes them for a part.
 */
import { MAX_GROUPS, PatternSyntaxError, type Tokens, quoted, size } from './tokens.ts';
import {
  FLAG_LETTERS,
  GLOBAL_FLAGS,
  MAX_REPEAT,
  RepeatTooLarge,
  TYPE_FLAGS,
  X,
  type Node,
  type Parsed,
  widthOf,
} from './nodes.ts';
import { EscapeParser } from './escapes.ts';

class Parser extends EscapeParser {
  parse(): Node {
    const node = this.alternation(this.flags, (this.flags & X) !== 0, true);
    if (this.t.next !== null) this.t.fail('unbalanced parenthesis');
    for (const [g, pos] of this.conditions)
      if (g >= this.groups) throw new PatternSyntaxError(`invalid group reference ${g}`, pos);
    return node;
  }

  private alternation(flags: number, verboseIn: boolean, top: boolean): Node {
    let verbose = verboseIn;
    const branches: Node[] = [];
    for (;;) {
      branches.push(this.sequence(top ? null : flags, verbose, top && branches.length === 0));
      if (!this.t.match('|')) break;
      if (top) verbose = (this.flags & X) !== 0;
    }
    return branches.length === 1 ? branches[0]! : { k: 'alt', branches };
  }

  /** Parses a sequence; `scoped` are the flags in force, null at the top where they are the global ones. */
  private sequence(scoped: number | null, verboseIn: boolean, first: boolean): Node {
    const t: Tokens = this.t;
    let verbose = verboseIn;
    const items: Node[] = [];
    const flags = (): number => scoped ?? this.flags;
    for (;;) {
      const c = t.next;
      if (c === null || c === '|' || c === ')') break;
      t.get();
      if (verbose) {
        if (' \t\n\r\v\f'.includes(c)) continue;
        if (c === '#') {
          for (let x = t.get(); x !== null && x !== '\n'; x = t.get()) {
            /* comment */
          }
          continue;
        }
      }
      if (c.startsWith('\\')) items.push(this.escape(c, flags()));
      else if (c === '[') items.push(this.set(flags()));
      else if ('*+?{'.includes(c)) this.repeat(c, items, flags());
      else if (c === '.') items.push({ k: 'any', flags: flags() });
      else if (c === '^' || c === '$') items.push({ k: 'at', where: c, flags: flags() });
      else if (c === '(') {
        const node = this.group(scoped, verbose, first && items.length === 0);
        if (node === 'flags') verbose = (this.flags & X) !== 0;
        else if (node !== null) items.push(node);
      } else items.push({ k: 'char', c: c.codePointAt(0)!, neg: false, flags: flags() });
    }
    return items.length === 1 ? items[0]! : { k: 'seq', items };
  }

  private repeat(c: string, items: Node[], flags: number): void {
    const t: Tokens = this.t;
    const here = t.tell();
    let min = c === '+' ? 1 : 0;
    let max = c === '?' ? 1 : MAX_REPEAT;
    if (c === '{') {
      const brace = (): void => {
        items.push({ k: 'char', c: 123, neg: false, flags });
      };
      if (t.next === '}') {
        brace();
        return;
      }
      const lo = t.getWhile(1e9, /^[0-9]$/);
      const hi = t.match(',') ? t.getWhile(1e9, /^[0-9]$/) : lo;
      if (!t.match('}')) {
        brace();
        t.seek(here);
        return;
      }
      if (lo !== '') min = Number(lo);
      if (hi !== '') max = Number(hi);
      if (min >= MAX_REPEAT || (hi !== '' && max >= MAX_REPEAT)) throw new RepeatTooLarge();
      if (max < min) t.fail('min repeat greater than max repeat', t.tell() - here);
    }
    const item = items.at(-1);
    if (item === undefined || item.k === 'at') t.fail('nothing to repeat', t.tell() - here + 1);
    if (item.k === 'repeat') t.fail('multiple repeat', t.tell() - here + 1);
    const mode = t.match('?') ? 'lazy' : t.match('+') ? 'possessive' : 'greedy';
    items[items.length - 1] = { k: 'repeat', min, max, mode, node: item };
  }

  private group(scoped: number | null, verbose: boolean, first: boolean): Node | 'flags' | null {
    const t: Tokens = this.t;
    const start = t.tell() - 1;
    let capture = true;
    let atomic = false;
    let name: string | null = null;
    let add = 0;
    let del = 0;
    const flags = scoped ?? this.flags;
    const close = (): void => {
      if (!t.match(')')) t.fail('missing ), unterminated subpattern', t.tell() - start);
    };
    if (t.match('?')) {
      const c = t.get();
      if (c === null) t.fail('unexpected end of pattern');
      if (c === 'P') {
        if (t.match('<')) {
          name = t.getUntil('>', 'group name');
          t.checkName(name, 1);
        } else if (t.match('=')) return this.namedRef(flags);
        else {
          const x = t.get();
          if (x === null) t.fail('unexpected end of pattern');
          t.fail(`unknown extension ?P${x}`, size(x) + 2);
        }
      } else if (c === ':') capture = false;
      else if (c === '#') {
        for (;;) {
          if (t.next === null) t.fail('missing ), unterminated comment', t.tell() - start);
          if (t.get() === ')') return null;
        }
      } else if (c === '=' || c === '!' || c === '<') return this.look(c, flags, verbose, close);
      else if (c === '(') return this.condition(flags, verbose, close);
      else if (c === '>') {
        capture = false;
        atomic = true;
      } else if (FLAG_LETTERS[c] !== undefined || c === '-') {
        const change = this.inlineFlags(c);
        if (change === null) {
          if (!first) t.fail('global flags not at the start of the expression', t.tell() - start);
          return 'flags';
        }
        [add, del] = change;
        capture = false;
      } else t.fail(`unknown extension ?${c}`, size(c) + 1);
    }
    let index: number | null = null;
    if (capture) index = this.open(name);
    const inner = (add & TYPE_FLAGS) !== 0 ? ((flags & ~TYPE_FLAGS) | add) & ~del : (flags | add) & ~del;
    const innerVerbose = (verbose || (add & X) !== 0) && (del & X) === 0;
    const node = this.alternation(inner, innerVerbose, false);
    close();
    if (index !== null) {
      this.closed[index] = true;
      this.widths[index] = widthOf(node, this.widths);
    }
    return atomic ? { k: 'atomic', node } : { k: 'group', index, node, scoped: add !== 0 || del !== 0 };
  }

  private open(name: string | null): number {
    const index = this.groups++;
    if (this.groups > MAX_GROUPS) this.t.fail('too many groups');
    if (name !== null) {
      const known = this.names.get(name);
      if (known !== undefined)
        this.t.fail(`redefinition of group name ${quoted(name)} as group ${index}; was group ${known}`, size(name) + 1);
      this.names.set(name, index);
    }
    return index;
  }

  private namedRef(flags: number): Node {
    const t: Tokens = this.t;
    const name = t.getUntil(')', 'group name');
    t.checkName(name, 1);
    const index = this.names.get(name);
    if (index === undefined) t.fail(`unknown group name ${quoted(name)}`, size(name) + 1);
    if (this.closed[index] !== true) t.fail('cannot refer to an open group', size(name) + 1);
    this.checkBehind(index);
    return { k: 'ref', index, flags };
  }

  private look(c: string, flags: number, verbose: boolean, close: () => void): Node {
    const t: Tokens = this.t;
    let kind: string = c;
    let behind = false;
    const saved = this.behindFrom;
    if (c === '<') {
      const x = t.get();
      if (x === null) t.fail('unexpected end of pattern');
      if (x !== '=' && x !== '!') t.fail(`unknown extension ?<${x}`, size(x) + 2);
      kind = x;
      behind = true;
      if (saved === null) this.behindFrom = this.groups;
    }
    const node = this.alternation(flags, verbose, false);
    if (behind && saved === null) this.behindFrom = null;
    close();
    if (behind) {
      const [lo, hi] = widthOf(node, this.widths);
      if (lo !== hi) this.late ??= new PatternSyntaxError('look-behind requires fixed-width pattern', null);
    }
    if (kind === '!' && node.k === 'seq' && node.items.length === 0) return { k: 'fail' };
    return { k: 'look', behind, neg: kind === '!', node };
  }

  /** An error found by CPython's compiler, after parsing. */
  late: PatternSyntaxError | null = null;

  private condition(flags: number, verbose: boolean, close: () => void): Node {
    const t: Tokens = this.t;
    const name = t.getUntil(')', 'group name');
    let index: number | undefined;
    if (/^[0-9]+$/.test(name)) {
      index = Number(name);
      if (index === 0) t.fail('bad group number', name.length + 1);
      if (index >= MAX_GROUPS) t.fail(`invalid group reference ${index}`, name.length + 1);
      if (!this.conditions.has(index)) this.conditions.set(index, t.tell() - name.length - 1);
    } else {
      t.checkName(name, 1);
      index = this.names.get(name);
      if (index === undefined) t.fail(`unknown group name ${quoted(name)}`, size(name) + 1);
    }
    this.checkBehind(index);
    const yes = this.sequence(flags, verbose, false);
    let no: Node | null = null;
    if (t.match('|')) {
      no = this.sequence(flags, verbose, false);
      if (t.next === '|') t.fail('conditional backref with more than two branches');
    }
    close();
    return { k: 'cond', index, yes, no };
  }

  /** Parses `(?flags)` (null; the global flags change) or `(?flags-flags:` ([on, off]). */
  private inlineFlags(firstChar: string): [number, number] | null {
    const t: Tokens = this.t;
    let c: string | null = firstChar;
    let add = 0;
    let del = 0;
    const alpha = (x: string): boolean => /^\p{L}$/u.test(x);
    if (c !== '-') {
      for (;;) {
        const flag = FLAG_LETTERS[c]!;
        if (t.isText && c === 'L') t.fail("bad inline flags: cannot use 'L' flag with a str pattern");
        if (!t.isText && c === 'u') t.fail("bad inline flags: cannot use 'u' flag with a bytes pattern");
        add |= flag;
        if ((flag & TYPE_FLAGS) !== 0 && (add & TYPE_FLAGS) !== flag)
          t.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        c = t.get();
        if (c === null) t.fail('missing -, : or )');
        if (c === ')' || c === '-' || c === ':') break;
        if (FLAG_LETTERS[c] === undefined) t.fail(alpha(c) ? 'unknown flag' : 'missing -, : or )', size(c));
      }
    }
    if (c === ')') {
      this.flags |= add;
      return null;
    }
    if ((add & GLOBAL_FLAGS) !== 0) t.fail('bad inline flags: cannot turn on global flag', 1);
    if (c === '-') {
      c = t.get();
      if (c === null) t.fail('missing flag');
      if (FLAG_LETTERS[c] === undefined) t.fail(alpha(c) ? 'unknown flag' : 'missing flag', size(c));
      for (;;) {
        const flag = FLAG_LETTERS[c]!;
        if ((flag & TYPE_FLAGS) !== 0) t.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        del |= flag;
        c = t.get();
        if (c === null) t.fail('missing :');
        if (c === ':') break;
        if (FLAG_LETTERS[c] === undefined) t.fail(alpha(c) ? 'unknown flag' : 'missing :', size(c));
      }
    }
    if ((add & del) !== 0) t.fail('bad inline flags: flag turned on and off', 1);
    return [add, del];
  }
}

/** Parses a pattern. Throws `PatternSyntaxError` and `RepeatTooLarge`. */
export function parsePattern(
  text: string,
  isText: boolean,
  flags: number,
  lookupName: (name: string) => number | undefined,
): Parsed {
  const p = new Parser(text, isText, flags, lookupName);
  const node = p.parse();
  if (p.late !== null) throw p.late;
  return { node, flags: p.flags, groups: p.groups - 1, names: p.names };
}
