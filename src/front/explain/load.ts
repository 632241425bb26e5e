/**
 * Reads the notation of grammar-rules.ts and grammar-invalid.ts into rules the interpreter walks.
 *
 * Done once, when the first error is explained. Groups, repetitions and separated lists become rules
 * without names, as in CPython's generated parser, whose depth limit counts them.
 */
import { INVALID_RULES } from './invalid.ts';
import { RULES } from './rules.ts';
import { T, KEYWORDS, OPERATORS } from '../lex/tokens.ts';

export const enum Kind {
  TOKEN,
  SOFT,
  NAME,
  NUMBER,
  SOFT_KEYWORD,
  RULE,
  CUT,
}
export const enum Look {
  NONE,
  POSITIVE,
  NEGATIVE,
}
export const enum Repeat {
  NONE,
  ZERO,
  ONE,
}

/** One part of an alternative. */
export interface Item {
  kind: Kind;
  token: number;
  /** The text of a soft keyword or, where forced, of the token. */
  text: string;
  rule: Rule | null;
  name: string;
  optional: boolean;
  look: Look;
  forced: boolean;
  /** Whether somebody looks at the value; what nobody looks at is not made. */
  wanted: boolean;
}

export interface Action {
  kind: 'node' | 'part' | 'call' | 'error';
  /** The kind of the node, the name of the part or action, or the manner of the error. */
  name: string;
  message: string;
}

/** A minor version of Python 3, and what it brought. */
export interface Since {
  readonly version: number;
  readonly what: string;
}

export interface Alternative {
  items: Item[];
  action: Action | null;
  /** The minor version of Python it came with, and what to say to an older one. */
  since: Since | null;
  /** Whether it is one part, an `invalid_` rule, and so tried only when explaining. */
  invalid: boolean;
  /** Whether its first part is the rule itself: tried only to grow a seed, from the second part on. */
  self: boolean;
  /** The kinds of token it can begin with (its second part, where the first is the rule itself); null = any. */
  first: Uint8Array | null;
}

export interface Rule {
  readonly id: number;
  readonly name: string;
  alternatives: Alternative[];
  memo: boolean;
  leftRecursive: boolean;
  /** Whether it is one of the rules from `disjunction` to `primary`. */
  chain: boolean;
  /** Of these: how many levels CPython counts from inside it to `primary`, in either pass. */
  readonly below: [first: number, second: number];
  /** Whether it is left-recursive through another rule. */
  indirect: boolean;
  repeat: Repeat;
  /** Whether the values are those of a separated list: the first, then the list of the others. */
  gather: boolean;
  /** Whether `invalid_` rules are not tried inside. */
  withoutInvalid: boolean;
  /** The kinds of token the rule can begin with: one byte a kind. */
  readonly first: Uint8Array;
  /** Whether it can succeed without a token, or fail with an error before one: `first` then says nothing. */
  nullable: boolean;
}

const SOFT_KEYWORDS = ['_', 'case', 'match', 'type'];

/** Tells what CPython's parser takes for a soft keyword when it looks for any: every beginning of one, too. */
export function isSoftKeyword(name: string): boolean {
  return SOFT_KEYWORDS.some((word) => word.startsWith(name));
}

const TOKEN_CLASSES = new Map<string, number>([
  ['NEWLINE', T.NEWLINE],
  ['INDENT', T.INDENT],
  ['DEDENT', T.DEDENT],
  ['ENDMARKER', T.ENDMARKER],
  ['STRING', T.STRING],
  ['FSTRING_START', T.FSTRING_START],
  ['FSTRING_MIDDLE', T.FSTRING_MIDDLE],
  ['FSTRING_END', T.FSTRING_END],
  ['TYPE_COMMENT', T.TYPE_COMMENT],
]);

/** The rules whose own left edge is themselves; `attr` stands for the pair it makes with `name_or_attr`. */
const LEFT_RECURSIVE = new Set([
  'dotted_name',
  'attr',
  'bitwise_or',
  'bitwise_xor',
  'bitwise_and',
  'shift_expr',
  'sum',
  'term',
  'primary',
  't_primary',
]);

/** The rules an operand passes through one after the other, from the atom to the loosest operator. */
const CHAIN = [
  'primary',
  'await_primary',
  'power',
  'factor',
  'term',
  'sum',
  'shift_expr',
  'bitwise_and',
  'bitwise_xor',
  'bitwise_or',
  'comparison',
  'inversion',
  'conjunction',
  'disjunction',
];

const PIECE =
  /\s+|<\d+ "[^"]*">|->\s*(?:[:@=]\w+|![\w.>-]*(?:\s*"(?:[^"\\]|\\.)*")?)|'[^']*'|"[^"]*"|[A-Za-z_]\w*|&&|[=.*+&!~()[\]|]/gy;

class Reader {
  private readonly pieces: string[] = [];
  private at = 0;

  constructor(
    private readonly grammar: Grammar,
    text: string,
  ) {
    PIECE.lastIndex = 0;
    for (let match = PIECE.exec(text); match !== null; match = PIECE.exec(text)) {
      if (match[0].trim() !== '') this.pieces.push(match[0]);
      if (PIECE.lastIndex === text.length) break;
    }
    if (PIECE.lastIndex !== text.length) throw new Error(`grammar: cannot read ${text}`);
  }

  /** Reads alternatives up to a closing bracket or the end. */
  alternatives(): Alternative[] {
    const out = [this.alternative()];
    while (this.take('|')) out.push(this.alternative());
    return out;
  }

  /** Takes a piece if it is next. */
  private take(piece: string): boolean {
    if (this.pieces[this.at] !== piece) return false;
    this.at++;
    return true;
  }

  /** Reads one alternative. */
  private alternative(): Alternative {
    const items: Item[] = [];
    let action: Action | null = null;
    let since: Since | null = null;
    for (;;) {
      const piece = this.pieces[this.at];
      if (piece === undefined || piece === '|' || piece === ')' || piece === ']') break;
      if (piece.startsWith('->')) {
        this.at++;
        action = readAction(piece.slice(2).trim());
      } else if (piece.startsWith('<')) {
        this.at++;
        since = { version: Number.parseInt(piece.slice(1), 10), what: piece.slice(piece.indexOf('"') + 1, -2) };
      } else items.push(this.item());
    }
    const invalid = items.length === 1 && (items[0]!.rule?.name.startsWith('invalid_') ?? false);
    const values = items.filter((item) => item.look === Look.NONE && item.kind !== Kind.CUT).length;
    for (const item of items)
      if (item.look !== Look.NONE || (item.name === '' && (values > 1 || action !== null))) item.wanted = false;
    return { ...plain(items), action, since, invalid };
  }

  /** Reads one part, with its name and marks. */
  private item(): Item {
    if (this.take('~')) return { ...blank(), kind: Kind.CUT };
    let name = '';
    if (this.pieces[this.at + 1] === '=') {
      name = this.pieces[this.at]!;
      this.at += 2;
    }
    if (this.take('&&')) return { ...this.atom(), forced: true };
    if (this.take('&')) return { ...this.atom(), look: Look.POSITIVE };
    if (this.take('!')) return { ...this.atom(), look: Look.NEGATIVE };
    const item = this.atom();
    if (this.take('*')) return { ...this.repeated(item, Repeat.ZERO), name };
    if (this.take('+')) return { ...this.repeated(item, Repeat.ONE), name };
    if (this.take('.')) {
      const element = this.atom();
      this.at++;
      return { ...this.separated(item, element), name };
    }
    return { ...item, name };
  }

  /** Makes the rule of `item*` or `item+`. */
  private repeated(item: Item, repeat: Repeat): Item {
    const rule = this.grammar.anonymous([plain([item])]);
    rule.repeat = repeat;
    return reference(rule);
  }

  /** Makes the rules of `separator.element+`. */
  private separated(separator: Item, element: Item): Item {
    const part: Action = { kind: 'part', name: 'elem', message: '' };
    const rest = this.grammar.anonymous([
      {
        ...plain([
          { ...separator, wanted: false },
          { ...element, name: 'elem' },
        ]),
        action: part,
      },
    ]);
    rest.repeat = Repeat.ZERO;
    const rule = this.grammar.anonymous([
      plain([
        { ...element, name: 'elem' },
        { ...reference(rest), name: 'seq' },
      ]),
    ]);
    rule.gather = true;
    return reference(rule);
  }

  /** Reads a part without marks. */
  private atom(): Item {
    const piece = this.pieces[this.at++]!;
    if (piece === '(' || piece === '[') {
      const inner = this.alternatives();
      this.at++;
      const item = this.group(inner);
      return piece === '[' ? { ...item, optional: true } : item;
    }
    if (piece.startsWith("'") || piece.startsWith('"')) return tokenItem(piece);
    if (piece === 'NAME') return { ...blank(), kind: Kind.NAME };
    if (piece === 'NUMBER') return { ...blank(), kind: Kind.NUMBER };
    if (piece === 'SOFT_KEYWORD') return { ...blank(), kind: Kind.SOFT_KEYWORD };
    const token = TOKEN_CLASSES.get(piece);
    if (token !== undefined) return { ...blank(), kind: Kind.TOKEN, token, text: piece };
    return reference(this.grammar.named(piece));
  }

  /** A group of one plain part is that part; any other is a rule of its own. */
  private group(inner: Alternative[]): Item {
    const only = inner[0]!;
    if (inner.length === 1 && only.items.length === 1 && only.action === null && only.since === null)
      return only.items[0]!;
    return reference(this.grammar.anonymous(inner));
  }
}

/** Makes an alternative without an action. */
function plain(items: Item[]): Alternative {
  return { items, action: null, since: null, invalid: false, self: false, first: null };
}

/** Makes a part with nothing set. */
function blank(): Item {
  return {
    kind: Kind.TOKEN,
    token: -1,
    text: '',
    rule: null,
    name: '',
    optional: false,
    look: Look.NONE,
    forced: false,
    wanted: true,
  };
}

/** Makes a part that is a rule. */
function reference(rule: Rule): Item {
  return { ...blank(), kind: Kind.RULE, rule };
}

/** Makes a part that is a quoted token or soft keyword. */
function tokenItem(piece: string): Item {
  const text = piece.slice(1, -1);
  const keyword = KEYWORDS.indexOf(text);
  if (keyword >= 0) return { ...blank(), token: T.FALSE + keyword, text };
  const operator = OPERATORS.indexOf(text);
  if (operator >= 0) return { ...blank(), token: T.LPAR + operator, text };
  return { ...blank(), kind: Kind.SOFT, text };
}

/** Reads the text after `->`. */
function readAction(text: string): Action {
  const name = text.slice(1);
  switch (text[0]) {
    case ':':
      return { kind: 'node', name, message: '' };
    case '=':
      return { kind: 'part', name, message: '' };
    case '@':
      return { kind: 'call', name, message: '' };
  }
  const quote = name.indexOf('"');
  if (quote < 0) return { kind: 'error', name: name.trim(), message: '' };
  return { kind: 'error', name: name.slice(0, quote).trim(), message: JSON.parse(name.slice(quote)) as string };
}

/** Adds to `first` what a row of parts begins with; true if it can succeed without a token or fail with an error. */
function addFirsts(first: Uint8Array, items: readonly Item[]): boolean {
  for (const item of items) {
    if (item.forced) return true;
    if (item.look !== Look.NONE || item.kind === Kind.CUT) continue;
    if (item.kind === Kind.TOKEN) first[item.token] = 1;
    else if (item.kind === Kind.NUMBER) first[T.NUMBER] = 1;
    else if (item.kind !== Kind.RULE) first[T.NAME] = 1;
    else for (let kind = 0; kind < 256; kind++) if (item.rule!.first[kind] === 1) first[kind] = 1;
    if (!item.optional && !item.rule?.nullable && item.rule?.repeat !== Repeat.ZERO) return false;
  }
  return true;
}

/** Returns the number of kinds in a set, negative where it says nothing. */
const sizeOf = (rule: Rule): number => rule.first.reduce((sum, bit) => sum + bit, rule.nullable ? -1000 : 0);

export class Grammar {
  private readonly rules = new Map<string, Rule>();
  private readonly all: Rule[] = [];
  /** The kinds of token that begin an operand with an operator. */
  readonly prefixes = new Uint8Array(256);
  /** The kinds of token that go on after an operand inside the rules of CHAIN. */
  readonly continues = new Uint8Array(256);

  constructor() {
    for (const text of [RULES, INVALID_RULES]) {
      for (const chunk of text.split(/\n(?=[a-z])/)) {
        const match = /^\s*([a-z_]+)(?: (\(memo\)))?:([\s\S]*)$/.exec(chunk);
        if (match === null) continue;
        const rule = this.named(match[1]!);
        rule.memo = match[2] !== undefined;
        rule.alternatives = match[3]!
          .trim()
          .split('\n')
          .flatMap((line) => new Reader(this, line.replace(/^\| /, '').trim()).alternatives());
      }
    }
    this.findFirsts();
  }

  /**
   * Fills `first` and `nullable` of all rules: the least sets that hold (dragon book, 4.4.2).
   *
   * Lookaheads are passed over, which only makes a set larger; what cannot begin with the token at
   * hand need not be tried, and most of what a PEG tries is such.
   */
  private findFirsts(): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const rule of this.all) {
        if (rule.alternatives.length === 0) throw new Error(`grammar: no rule ${rule.name}`);
        const known = sizeOf(rule);
        for (const { items } of rule.alternatives) if (addFirsts(rule.first, items)) rule.nullable = true;
        if (sizeOf(rule) !== known) changed = true;
      }
    }
    for (const rule of this.all) {
      rule.indirect =
        rule.leftRecursive && rule.alternatives.every((alternative) => alternative.items[0]!.rule !== rule);
      for (const alternative of rule.alternatives) {
        alternative.self = rule.leftRecursive && alternative.items[0]!.rule === rule;
        const first = new Uint8Array(256);
        if (!addFirsts(first, alternative.items.slice(alternative.self ? 1 : 0))) alternative.first = first;
        const [leading, ...others] = alternative.items;
        if (!rule.chain || alternative.invalid) continue;
        if (leading!.rule?.chain) addFirsts(this.continues, others);
        else if (rule.name !== 'primary') addFirsts(this.prefixes, alternative.items);
      }
    }
    this.measureChain();
  }

  /** Fills `below` of the rules of CHAIN; the second pass comes to `sum` through `invalid_arithmetic` first. */
  private measureChain(): void {
    let [first, second] = [0, 0];
    for (const name of CHAIN.slice(1)) {
      const rule = this.named(name);
      if (name === 'shift_expr') second++;
      rule.below[0] = first;
      rule.below[1] = second;
      first += rule.leftRecursive ? 2 : 1;
      second += rule.leftRecursive ? 2 : 1;
    }
  }

  /** Returns the rule of a name, to be filled if it was not met before. */
  named(name: string): Rule {
    let rule = this.rules.get(name);
    if (rule === undefined) {
      rule = this.make(name, []);
      rule.leftRecursive = LEFT_RECURSIVE.has(name);
      rule.chain = CHAIN.includes(name);
      rule.withoutInvalid = name.endsWith('_without_invalid');
      this.rules.set(name, rule);
    }
    return rule;
  }

  /** Makes a rule without a name. */
  anonymous(alternatives: Alternative[]): Rule {
    return this.make('', alternatives);
  }

  /** Makes a rule. */
  private make(name: string, alternatives: Alternative[]): Rule {
    const rule: Rule = {
      id: this.all.length,
      name,
      alternatives,
      memo: false,
      leftRecursive: false,
      chain: false,
      below: [0, 0],
      indirect: false,
      repeat: Repeat.NONE,
      gather: false,
      withoutInvalid: false,
      first: new Uint8Array(256),
      nullable: false,
    };
    this.all.push(rule);
    return rule;
  }
}
