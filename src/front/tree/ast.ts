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
import type { Const } from '../../bytecode/code.ts';

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
export interface Interactive {
  kind: 'Interactive';
  body: Stmt[];
}
export interface Expression {
  kind: 'Expression';
  body: Expr;
}
export interface FunctionType {
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

// ---- stmt

/** The fields that FunctionDef and AsyncFunctionDef share. */
interface FunctionFields extends Located {
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_comment: string | null;
  type_params: TypeParam[];
}
export interface FunctionDef extends FunctionFields {
  kind: 'FunctionDef';
}
export interface AsyncFunctionDef extends FunctionFields {
  kind: 'AsyncFunctionDef';
}
export interface ClassDef extends Located {
  kind: 'ClassDef';
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorator_list: Expr[];
  type_params: TypeParam[];
}
export interface Return extends Located {
  kind: 'Return';
  value: Expr | null;
}
export interface Delete extends Located {
  kind: 'Delete';
  targets: Expr[];
}
export interface Assign extends Located {
  kind: 'Assign';
  targets: Expr[];
  value: Expr;
  type_comment: string | null;
}
export interface TypeAlias extends Located {
  kind: 'TypeAlias';
  name: Name;
  type_params: TypeParam[];
  value: Expr;
}
export interface AugAssign extends Located {
  kind: 'AugAssign';
  target: Expr;
  op: Operator;
  value: Expr;
}
export interface AnnAssign extends Located {
  kind: 'AnnAssign';
  target: Expr;
  annotation: Expr;
  value: Expr | null;
  /** 1 where the target is a bare name without parentheses. */
  simple: 0 | 1;
}
interface ForFields extends Located {
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
  type_comment: string | null;
}
export interface For extends ForFields {
  kind: 'For';
}
export interface AsyncFor extends ForFields {
  kind: 'AsyncFor';
}
export interface While extends Located {
  kind: 'While';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface If extends Located {
  kind: 'If';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
interface WithFields extends Located {
  items: WithItem[];
  body: Stmt[];
  type_comment: string | null;
}
export interface With extends WithFields {
  kind: 'With';
}
export interface AsyncWith extends WithFields {
  kind: 'AsyncWith';
}
export interface Match extends Located {
  kind: 'Match';
  subject: Expr;
  cases: MatchCase[];
}
export interface Raise extends Located {
  kind: 'Raise';
  exc: Expr | null;
  cause: Expr | null;
}
interface TryFields extends Located {
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}
export interface Try extends TryFields {
  kind: 'Try';
}
export interface TryStar extends TryFields {
  kind: 'TryStar';
}
export interface Assert extends Located {
  kind: 'Assert';
  test: Expr;
  msg: Expr | null;
}
export interface Import extends Located {
  kind: 'Import';
  names: Alias[];
}
export interface ImportFrom extends Located {
  kind: 'ImportFrom';
  module: string | null;
  names: Alias[];
  level: number;
}
export interface Global extends Located {
  kind: 'Global';
  names: string[];
}
export interface Nonlocal extends Located {
  kind: 'Nonlocal';
  names: string[];
}
export interface ExprStmt extends Located {
  kind: 'Expr';
  value: Expr;
}
export interface Pass extends Located {
  kind: 'Pass';
}
export interface Break extends Located {
  kind: 'Break';
}
export interface Continue extends Located {
  kind: 'Continue';
}

export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

// ---- expr

export interface BoolOp extends Located {
  kind: 'BoolOp';
  op: BoolOperator;
  values: Expr[];
}
export interface NamedExpr extends Located {
  kind: 'NamedExpr';
  target: Name;
  value: Expr;
}
export interface BinOp extends Located {
  kind: 'BinOp';
  left: Expr;
  op: Operator;
  right: Expr;
}
export interface UnaryOp extends Located {
  kind: 'UnaryOp';
  op: UnaryOperator;
  operand: Expr;
}
export interface Lambda extends Located {
  kind: 'Lambda';
  args: Arguments;
  body: Expr;
}
export interface IfExp extends Located {
  kind: 'IfExp';
  test: Expr;
  body: Expr;
  orelse: Expr;
}
/** `keys[i]` is null where `values[i]` is unpacked (`**value`). */
export interface Dict extends Located {
  kind: 'Dict';
  keys: (Expr | null)[];
  values: Expr[];
}
export interface SetExpr extends Located {
  kind: 'Set';
  elts: Expr[];
}
export interface ListComp extends Located {
  kind: 'ListComp';
  elt: Expr;
  generators: Comprehension[];
}
export interface SetComp extends Located {
  kind: 'SetComp';
  elt: Expr;
  generators: Comprehension[];
}
export interface DictComp extends Located {
  kind: 'DictComp';
  key: Expr;
  value: Expr;
  generators: Comprehension[];
}
export interface GeneratorExp extends Located {
  kind: 'GeneratorExp';
  elt: Expr;
  generators: Comprehension[];
}
export interface Await extends Located {
  kind: 'Await';
  value: Expr;
}
export interface Yield extends Located {
  kind: 'Yield';
  value: Expr | null;
}
export interface YieldFrom extends Located {
  kind: 'YieldFrom';
  value: Expr;
}
export interface Compare extends Located {
  kind: 'Compare';
  left: Expr;
  ops: CmpOperator[];
  comparators: Expr[];
}
export interface Call extends Located {
  kind: 'Call';
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
}
export interface FormattedValue extends Located {
  kind: 'FormattedValue';
  value: Expr;
  /** -1 = none, else the character code of `s`, `r` or `a`. */
  conversion: number;
  format_spec: JoinedStr | null;
}
export interface JoinedStr extends Located {
  kind: 'JoinedStr';
  values: Expr[];
}
export interface Constant extends Located {
  kind: 'Constant';
  /** A JS number is an int of at most 2**53-1, a bigint a larger one; floats are `ConstFloat`. */
  value: Const;
  /** ASDL's `Constant.kind`: 'u' for a string with a u prefix. */
  kind_: 'u' | null;
}
export interface Attribute extends Located {
  kind: 'Attribute';
  value: Expr;
  attr: string;
  ctx: ExprContext;
}
export interface Subscript extends Located {
  kind: 'Subscript';
  value: Expr;
  slice: Expr;
  ctx: ExprContext;
}
export interface Starred extends Located {
  kind: 'Starred';
  value: Expr;
  ctx: ExprContext;
}
export interface Name extends Located {
  kind: 'Name';
  id: string;
  ctx: ExprContext;
}
export interface List extends Located {
  kind: 'List';
  elts: Expr[];
  ctx: ExprContext;
}
export interface Tuple extends Located {
  kind: 'Tuple';
  elts: Expr[];
  ctx: ExprContext;
}
export interface Slice extends Located {
  kind: 'Slice';
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetExpr
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

// ---- pattern

export interface MatchValue extends Located {
  kind: 'MatchValue';
  value: Expr;
}
export interface MatchSingleton extends Located {
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
export interface MatchStar extends Located {
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

export interface TypeVar extends Located {
  kind: 'TypeVar';
  name: string;
  bound: Expr | null;
  default_value: Expr | null;
}
export interface ParamSpec extends Located {
  kind: 'ParamSpec';
  name: string;
  default_value: Expr | null;
}
export interface TypeVarTuple extends Located {
  kind: 'TypeVarTuple';
  name: string;
  default_value: Expr | null;
}

export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

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
