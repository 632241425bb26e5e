/** The patterns of `match`, and type parameters. */
import type { Located } from './ast.ts';
import type { Expr } from './expressions.ts';

// ---- pattern

interface MatchValue extends Located {
  kind: 'MatchValue';
  value: Expr;
}
interface MatchSingleton extends Located {
  kind: 'MatchSingleton';
  value: null | boolean;
}
export interface MatchSequence extends Located {
  kind: 'MatchSequence';
  patterns: Pattern[];
}
export interface MatchMapping extends Located {
  kind: 'MatchMapping';
  keys: Expr[];
  patterns: Pattern[];
  rest: string | null;
}
export interface MatchClass extends Located {
  kind: 'MatchClass';
  cls: Expr;
  patterns: Pattern[];
  kwd_attrs: string[];
  kwd_patterns: Pattern[];
}
interface MatchStar extends Located {
  kind: 'MatchStar';
  name: string | null;
}
/** Both null is the wildcard `_`. */
export interface MatchAs extends Located {
  kind: 'MatchAs';
  pattern: Pattern | null;
  name: string | null;
}
export interface MatchOr extends Located {
  kind: 'MatchOr';
  patterns: Pattern[];
}

export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

// ---- type_param

interface TypeVar extends Located {
  kind: 'TypeVar';
  name: string;
  bound: Expr | null;
  default_value: Expr | null;
}
interface ParamSpec extends Located {
  kind: 'ParamSpec';
  name: string;
  default_value: Expr | null;
}
interface TypeVarTuple extends Located {
  kind: 'TypeVarTuple';
  name: string;
  default_value: Expr | null;
}

export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;
