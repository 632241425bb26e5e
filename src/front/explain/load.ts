/**
 * Reads the notation of grammar-rules.ts and grammar-invalid.ts into rules the interpreter walks.
 *
 * Done once, when the first error is explained. Groups, repetitions and separated lists become rules
 * without names, as in CPython's generated parser, whose depth limit counts them.
 */
import { INVALID_RULES } from './invalid.ts';
import { EXPRESSION_RULES } from './expression-rules.ts';
import { STATEMENT_RULES } from './rules.ts';
import { T } from '../lex/tokens.ts';
import { Kind, Look, Repeat, type Alternative, type Item, type Rule } from './grammar.ts';
import { Reader } from './reader.ts';

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
    for (const text of [STATEMENT_RULES, EXPRESSION_RULES, INVALID_RULES]) {
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
