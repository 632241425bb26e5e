/**
 * The syntax tree: every node of CPython 3.13's Parser/Python.asdl, as plain objects.
 *
 * `kind` is the ASDL constructor; the other names are the ASDL's fields in the ASDL's order, with
 * two exceptions forced by JavaScript: `Constant.kind` (the 'u' prefix) is `kind_`, and the four
 * position attributes come first so that all nodes share the head of their hidden class.
 * Optional fields are `T | null`, sequences are arrays, operators and contexts are strings.
 *
 * Positions are CPython's: lines from 1, columns from 0 counted in bytes of UTF-8.
 *
 * Invariants the parser keeps: a `ctx` says how the node is used where it stands; an f-string is a
 * `JoinedStr` whose values are `Constant` strings and `FormattedValue`s; identifiers are in NFKC.
 */
import type { Stmt } from './statements.ts';
import type { Expr } from './expressions.ts';
import type { Pattern, TypeParam } from './patterns.ts';

/** Where a node stands in the source; every node but the modules, arguments and comprehensions has it. */
export interface Located {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

export type ExprContext = 'Load' | 'Store' | 'Del';
export type BoolOperator = 'And' | 'Or';
export type Operator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type CmpOperator = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

// ---- mod

export interface Module {
  kind: 'Module';
  body: Stmt[];
  type_ignores: TypeIgnore[];
}
interface Interactive {
  kind: 'Interactive';
  body: Stmt[];
}
interface Expression {
  kind: 'Expression';
  body: Expr;
}
interface FunctionType {
  kind: 'FunctionType';
  argtypes: Expr[];
  returns: Expr;
}
export type Mod = Module | Interactive | Expression | FunctionType;

export interface TypeIgnore {
  kind: 'TypeIgnore';
  lineno: number;
  tag: string;
}

// ---- the products

export interface Comprehension {
  kind: 'comprehension';
  target: Expr;
  iter: Expr;
  ifs: Expr[];
  is_async: 0 | 1;
}
export interface ExceptHandler extends Located {
  kind: 'ExceptHandler';
  type: Expr | null;
  name: string | null;
  body: Stmt[];
}
export interface Arguments {
  kind: 'arguments';
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  /** One entry for each of `kwonlyargs`; null = no default. */
  kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  /** The defaults of the last positional parameters. */
  defaults: Expr[];
}
export interface Arg extends Located {
  kind: 'arg';
  arg: string;
  annotation: Expr | null;
  type_comment: string | null;
}
/** `arg` is null for `**value`. */
export interface Keyword extends Located {
  kind: 'keyword';
  arg: string | null;
  value: Expr;
}
export interface Alias extends Located {
  kind: 'alias';
  name: string;
  asname: string | null;
}
export interface WithItem {
  kind: 'withitem';
  context_expr: Expr;
  optional_vars: Expr | null;
}
export interface MatchCase {
  kind: 'match_case';
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}

/** Any node at all. */
export type Node =
  | Mod
  | Stmt
  | Expr
  | Pattern
  | TypeParam
  | Comprehension
  | ExceptHandler
  | Arguments
  | Arg
  | Keyword
  | Alias
  | WithItem
  | MatchCase
  | TypeIgnore;
