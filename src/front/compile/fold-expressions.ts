/** Folding one expression: what has constant operands becomes a constant. */
import type {
  BinOp,
  Compare,
  Constant,
  Expr,
  FormattedValue,
  JoinedStr,
  Subscript,
  Tuple,
  UnaryOp,
} from '../tree/expressions.ts';
import { type Const, ConstFrozenSet, ConstTuple } from '../../bytecode/code.ts';
import { type Location, NO_LOCATION } from '../emit/blocks.ts';
import type { Arguments, Comprehension, Keyword } from '../tree/ast.ts';
import { foldBinary, foldSubscript, foldUnary } from './arithmetic.ts';
import { distinct } from './constants.ts';
import type { Settings } from './constant-fold.ts';

/** Makes a constant in the place of a node. */
function constant(value: Const, at: Location): Constant {
  const { lineno, col_offset, end_lineno, end_col_offset } = at;
  return { kind: 'Constant', lineno, col_offset, end_lineno, end_col_offset, value, kind_: null };
}

/** Makes an f-string in the place of a node. */
export function joined(values: Expr[], at: Location): JoinedStr {
  const { lineno, col_offset, end_lineno, end_col_offset } = at;
  return { kind: 'JoinedStr', lineno, col_offset, end_lineno, end_col_offset, values };
}

/** Folds expressions in an array. */
export function foldAll(f: Settings, list: Expr[]): void {
  for (let i = 0; i < list.length; i++) list[i] = fold(f, list[i]!);
}

/** Folds an expression that may be missing. */
export function foldOptional(f: Settings, e: Expr | null): Expr | null {
  return e === null ? null : fold(f, e);
}

/** Folds expressions in an array where some may be missing. */
function foldAllOptional(f: Settings, list: (Expr | null)[]): void {
  for (let i = 0; i < list.length; i++) list[i] = foldOptional(f, list[i]!);
}

/** Folds the values of keyword arguments. */
export function foldKeywords(f: Settings, keywords: readonly Keyword[]): void {
  for (let i = 0; i < keywords.length; i++) keywords[i]!.value = fold(f, keywords[i]!.value);
}

/** Folds the defaults and annotations of parameters. */
export function foldArguments(f: Settings, a: Arguments): void {
  if (!f.postponed) {
    for (const list of [a.posonlyargs, a.args, a.kwonlyargs]) {
      for (const p of list) p.annotation = foldOptional(f, p.annotation);
    }
    if (a.vararg !== null) a.vararg.annotation = foldOptional(f, a.vararg.annotation);
    if (a.kwarg !== null) a.kwarg.annotation = foldOptional(f, a.kwarg.annotation);
  }
  foldAllOptional(f, a.kw_defaults);
  foldAll(f, a.defaults);
}

/** Folds the clauses of a comprehension. */
function foldClauses(f: Settings, clauses: readonly Comprehension[]): void {
  for (const g of clauses) {
    g.target = fold(f, g.target);
    g.iter = foldIterable(fold(f, g.iter));
    foldAll(f, g.ifs);
  }
}

/** Returns the values of constants, or null where one is none. */
function constants(elts: readonly Expr[]): Const[] | null {
  const values: Const[] = [];
  for (const e of elts) {
    if (e.kind !== 'Constant') return null;
    values.push(e.value);
  }
  return values;
}

/** Returns what to iterate over, or search in, instead of a display that nobody else can see. */
export function foldIterable(e: Expr): Expr {
  if (e.kind === 'List') {
    if (e.elts.some((x) => x.kind === 'Starred')) return e;
    const values = constants(e.elts);
    if (values !== null) return constant(new ConstTuple(values), e);
    const { lineno, col_offset, end_lineno, end_col_offset, elts, ctx } = e;
    return { kind: 'Tuple', lineno, col_offset, end_lineno, end_col_offset, elts, ctx };
  }
  if (e.kind === 'Set') {
    const values = constants(e.elts);
    if (values !== null) return constant(new ConstFrozenSet(distinct(values)), e);
  }
  return e;
}

/** Folds an expression; returns the one that takes its place. Its own frame is kept small, for deep trees. */
export function fold(f: Settings, e: Expr): Expr {
  switch (e.kind) {
    case 'Constant':
      return e;
    case 'Name':
      return e.ctx === 'Load' && e.id === '__debug__' ? constant(f.optimize === 0, e) : e;
    case 'Attribute':
    case 'Starred':
    case 'Await':
    case 'YieldFrom':
      e.value = fold(f, e.value);
      return e;
    case 'Call':
      e.func = fold(f, e.func);
      foldAll(f, e.args);
      foldKeywords(f, e.keywords);
      return e;
    case 'BinOp':
      return foldSpine(f, e);
    case 'UnaryOp':
      e.operand = fold(f, e.operand);
      return foldUnaryOp(e);
    case 'BoolOp':
    case 'JoinedStr':
      foldAll(f, e.values);
      return e;
    case 'Compare':
      e.left = fold(f, e.left);
      foldAll(f, e.comparators);
      return foldCompare(e);
    case 'Tuple':
      foldAll(f, e.elts);
      return foldTuple(e);
    case 'List':
    case 'Set':
      foldAll(f, e.elts);
      return e;
    case 'Subscript':
      e.value = fold(f, e.value);
      e.slice = fold(f, e.slice);
      return foldItem(e);
    case 'Slice':
      e.lower = foldOptional(f, e.lower);
      e.upper = foldOptional(f, e.upper);
      e.step = foldOptional(f, e.step);
      return e;
    case 'Dict':
      foldAllOptional(f, e.keys);
      foldAll(f, e.values);
      return e;
    case 'IfExp':
      e.test = fold(f, e.test);
      e.body = fold(f, e.body);
      e.orelse = fold(f, e.orelse);
      return e;
    case 'Lambda':
      foldArguments(f, e.args);
      e.body = fold(f, e.body);
      return e;
    case 'NamedExpr':
      e.value = fold(f, e.value);
      return e;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      e.elt = fold(f, e.elt);
      foldClauses(f, e.generators);
      return e;
    case 'DictComp':
      e.key = fold(f, e.key);
      e.value = fold(f, e.value);
      foldClauses(f, e.generators);
      return e;
    case 'Yield':
      e.value = foldOptional(f, e.value);
      return e;
    case 'FormattedValue':
      e.value = fold(f, e.value);
      if (e.format_spec !== null) e.format_spec = fold(f, e.format_spec) as JoinedStr;
      return e;
  }
}

const INVERSE = new Map([
  ['Is', 'IsNot'],
  ['IsNot', 'Is'],
  ['In', 'NotIn'],
  ['NotIn', 'In'],
] as const) as ReadonlyMap<string, 'Is' | 'IsNot' | 'In' | 'NotIn'>;

/** Folds a unary operation whose operand is folded. */
function foldUnaryOp(e: UnaryOp): Expr {
  const { operand } = e;
  if (operand.kind === 'Constant') {
    const value = foldUnary(e.op, operand.value);
    return value === undefined ? e : constant(value, e);
  }
  if (e.op !== 'Not' || operand.kind !== 'Compare' || operand.ops.length !== 1) return e;
  const inverse = INVERSE.get(operand.ops[0]!);
  if (inverse === undefined) return e;
  operand.ops[0] = inverse;
  return operand;
}

/** Gives `in` something better to search than a display. */
function foldCompare(e: Compare): Expr {
  const last = e.ops.length - 1;
  if (e.ops[last] === 'In' || e.ops[last] === 'NotIn') e.comparators[last] = foldIterable(e.comparators[last]!);
  return e;
}

/** Folds a tuple whose items are folded. */
function foldTuple(e: Tuple): Expr {
  const values = e.ctx === 'Load' ? constants(e.elts) : null;
  return values === null ? e : constant(new ConstTuple(values), e);
}

/** Folds a subscript whose parts are folded. */
function foldItem(e: Subscript): Expr {
  if (e.ctx !== 'Load' || e.value.kind !== 'Constant' || e.slice.kind !== 'Constant') return e;
  const value = foldSubscript(e.value.value, e.slice.value);
  return value === undefined ? e : constant(value, e);
}

/** Folds a binary operation and those it leans on to the left, without recursion. */
function foldSpine(f: Settings, e: BinOp): Expr {
  const spine: BinOp[] = [];
  let left: Expr = e;
  for (; left.kind === 'BinOp'; left = left.left) spine.push(left);
  let folded = fold(f, left);
  for (let i = spine.length - 1; i >= 0; i--) {
    const node = spine[i]!;
    node.left = folded;
    node.right = fold(f, node.right);
    folded = foldOne(node);
  }
  return folded;
}

/** Folds a binary operation whose operands are folded. */
function foldOne(e: BinOp): Expr {
  const { left, right } = e;
  if (left.kind !== 'Constant') return e;
  if (e.op === 'Mod' && typeof left.value === 'string' && right.kind === 'Tuple') {
    return right.elts.some((x) => x.kind === 'Starred') ? e : (formatToJoined(left.value, right.elts, e) ?? e);
  }
  if (right.kind !== 'Constant') return e;
  const value = foldBinary(e.op, left.value, right.value);
  return value === undefined ? e : constant(value, e);
}

/** Returns the f-string for `format % elts`, or null where the format is not that simple. */
function formatToJoined(format: string, elts: readonly Expr[], at: Location): Expr | null {
  const values: Expr[] = [];
  const unit = /((?:[^%]|%%)*)(?:%([-+ #0]*)(\d{0,2})(?:\.(\d{0,2}))?([sra]))?/suy;
  let used = 0;
  while (unit.lastIndex < format.length) {
    const start = unit.lastIndex;
    const m = unit.exec(format)!;
    if (m[0] === '') return null;
    if (m[1] !== '') values.push(constant(m[1]!.replaceAll('%%', '%'), NO_LOCATION));
    if (m[5] === undefined) {
      if (start + m[0].length < format.length) return null;
      break;
    }
    const value = elts[used++];
    if (value === undefined) return null;
    values.push(formatted(value, m[2]!, m[3]!, m[4], m[5]));
  }
  return used === elts.length ? joined(values, at) : null;
}

/** Makes the replacement field for one conversion of a % format. */
function formatted(value: Expr, flags: string, width: string, precision: string | undefined, conversion: string): Expr {
  const { lineno, col_offset, end_lineno, end_col_offset } = value;
  let spec = '';
  if (width !== '') spec = (flags.includes('-') || Number(width) === 0 ? '' : '>') + Number(width);
  if (precision !== undefined) spec += `.${Number(precision)}`;
  const result: FormattedValue = {
    kind: 'FormattedValue',
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
    value,
    conversion: conversion.charCodeAt(0),
    format_spec: spec === '' ? null : joined([constant(spec, value)], value),
  };
  return result;
}
