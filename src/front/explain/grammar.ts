/** What a grammar is made of: rules, alternatives, items, actions. */
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
