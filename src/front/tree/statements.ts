/** The statements of the syntax tree. */
import type { Alias, Arguments, ExceptHandler, Keyword, Located, MatchCase, Operator, WithItem } from './ast.ts';
import type { Expr, Name } from './expressions.ts';
import type { TypeParam } from './patterns.ts';

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
interface Delete extends Located {
  kind: 'Delete';
  targets: Expr[];
}
interface Assign extends Located {
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
interface Raise extends Located {
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
interface Assert extends Located {
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
interface Global extends Located {
  kind: 'Global';
  names: string[];
}
interface Nonlocal extends Located {
  kind: 'Nonlocal';
  names: string[];
}
export interface ExprStmt extends Located {
  kind: 'Expr';
  value: Expr;
}
interface Pass extends Located {
  kind: 'Pass';
}
interface Break extends Located {
  kind: 'Break';
}
interface Continue extends Located {
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
