/** What the interpreter of the grammar keeps of a rule being tried, and of what rules gave. */
import type { Rule } from './grammar.ts';
import type { PartNode } from './errors.ts';
import { T } from '../lex/tokens.ts';

export const MAX_STACK = 6000;

/** What a rule or part gives: a node, a token, a list of them, or null for failure. */
export type Value = PartNode | Value[] | null;

/** The named parts of the alternative being tried. */
export type Parts = Record<string, Value>;

/** The parts of an alternative of which none is named yet; never written to. */
export const NO_PARTS: Parts = {};
export const NO_VALUES: Value[] = [];

/** The value of a part nobody looks at. */
export const SOMETHING: Value = {
  kind: 'part',
  lineno: 0,
  col_offset: 0,
  end_lineno: 0,
  end_col_offset: 0,
  token: 0,
  text: '',
  parts: NO_PARTS,
};

/** A rule being tried. */
export interface Frame {
  rule: Rule;
  /** Where the rule began. */
  mark: number;
  alternative: number;
  item: number;
  /** Where the alternative (or this turn of a repetition) began. */
  start: number;
  parts: Parts;
  /** The value of the only part that is not named otherwise. */
  first: Value;
  values: number;
  cut: boolean;
  results: Value[];
  lookMark: number;
  /** For left recursion: the best parse so far, null = there is no seed yet. */
  grown: Value;
  grownMark: number;
  savedInvalid: boolean;
  /** How many levels were skipped to try `primary` for the rule; -1 = that is not what is being tried. */
  skipped: number;
}

/** What a rule gave at a token, and the next such memory of the same token. */
export interface Memo {
  readonly rule: Rule;
  value: Value;
  mark: number;
  readonly next: Memo | undefined;
}

/**
 * The number of frames when a statement of the file ends: the file, its statements, their repetition, the statement.
 */
export const STATEMENT_DEPTH = 4;

/** More nested rules than there are from `disjunction` to a token. */
export const CHAIN_LEVELS = 40;

/** The kinds of node of the constants that are one token. */
export const CONSTANTS: Readonly<Record<number, string>> = {
  [T.TRUE]: 'True',
  [T.FALSE]: 'False',
  [T.NONE]: 'None',
  [T.ELLIPSIS]: 'Ellipsis',
};

/** Makes a frame, to be filled. */
export function newFrame(rule: Rule): Frame {
  return {
    rule,
    mark: 0,
    alternative: 0,
    item: 0,
    start: 0,
    parts: NO_PARTS,
    first: null,
    values: 0,
    cut: false,
    results: NO_VALUES,
    lookMark: 0,
    grown: null,
    grownMark: 0,
    savedInvalid: false,
    skipped: -1,
  };
}
