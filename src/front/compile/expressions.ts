/** Expressions: operators, comparisons, conditions, attributes, subscripts, f-strings, yield and await. */
import type { Attribute, BinOp, Expr, FormattedValue, JoinedStr, Slice, Subscript } from '../tree/expressions.ts';
import { Op } from '../../bytecode/opcodes.ts';
import type { Location } from '../emit/blocks.ts';
import type { Operator } from '../tree/ast.ts';
import { atAttribute, isSuperAttribute, loadSuper, visitCall } from './calls.ts';
import { visitComprehension } from './comprehensions.ts';
import { visitLambda } from './functions.ts';
import { checkName, nameOp } from './names.ts';
import { STACK_USE_GUIDELINE, visitDict, visitSequence, visitSet } from './sequences.ts';
import type { Compiler } from './unit.ts';
import { checkIndex, checkSubscripter } from './warnings.ts';
import { visitBoolOp, visitCompare, visitIfExp } from './conditions.ts';
import { visitAwait, visitYield, visitYieldFrom } from './suspend.ts';

export const INTRINSIC_ASYNC_GEN_WRAP = 4;
const INTRINSIC_UNARY_POSITIVE = 5;

/** Argument of BINARY_OP by operator; the in-place forms are 13 more. */
const BINARY: Readonly<Record<Operator, number>> = {
  Add: 0,
  BitAnd: 1,
  FloorDiv: 2,
  LShift: 3,
  MatMult: 4,
  Mult: 5,
  Mod: 6,
  BitOr: 7,
  Pow: 8,
  RShift: 9,
  Sub: 10,
  Div: 11,
  BitXor: 12,
};

/** Emits a binary operation on the two values on the stack. */
export function binaryOp(c: Compiler, op: Operator, inPlace: boolean, loc: Location): void {
  c.opArg(Op.BINARY_OP, BINARY[op] + (inPlace ? 13 : 0), loc);
}

/** Emits an expression. */
export function visitExpr(c: Compiler, e: Expr): void {
  switch (e.kind) {
    case 'Name':
      nameOp(c, e.id, e.ctx, e);
      break;
    case 'Constant':
      c.loadConst(e.value, e);
      break;
    case 'Attribute':
      visitAttribute(c, e);
      break;
    case 'Call':
      visitCall(c, e);
      break;
    case 'BinOp':
      visitBinOp(c, e);
      break;
    case 'Subscript':
      visitSubscript(c, e);
      break;
    case 'Compare':
      visitCompare(c, e);
      break;
    case 'BoolOp':
      visitBoolOp(c, e);
      break;
    case 'UnaryOp':
      visitExpr(c, e.operand);
      switch (e.op) {
        case 'Not':
          c.op(Op.TO_BOOL, e);
          c.op(Op.UNARY_NOT, e);
          break;
        case 'UAdd':
          c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_UNARY_POSITIVE, e);
          break;
        case 'USub':
          c.op(Op.UNARY_NEGATIVE, e);
          break;
        case 'Invert':
          c.op(Op.UNARY_INVERT, e);
          break;
      }
      break;
    case 'IfExp':
      visitIfExp(c, e);
      break;
    case 'NamedExpr':
      visitExpr(c, e.value);
      c.opArg(Op.COPY, 1, e);
      visitExpr(c, e.target);
      break;
    case 'Lambda':
      visitLambda(c, e);
      break;
    case 'List':
    case 'Tuple':
      visitSequence(c, e);
      break;
    case 'Set':
      visitSet(c, e);
      break;
    case 'Dict':
      visitDict(c, e);
      break;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      visitComprehension(c, e);
      break;
    case 'JoinedStr':
      visitJoinedStr(c, e);
      break;
    case 'FormattedValue':
      visitFormattedValue(c, e);
      break;
    case 'Yield':
      visitYield(c, e);
      break;
    case 'YieldFrom':
      visitYieldFrom(c, e);
      break;
    case 'Await':
      visitAwait(c, e);
      break;
    case 'Slice':
      c.opArg(Op.BUILD_SLICE, visitSliceParts(c, e), e);
      break;
    case 'Starred':
      if (e.ctx === 'Store') c.fail('starred assignment target must be in a list or tuple', e);
      c.fail("can't use starred expression here", e);
  }
}

/** Emits a binary operation; a long sum leans to the left and is walked without recursion. */
function visitBinOp(c: Compiler, e: BinOp): void {
  if (e.left.kind !== 'BinOp') {
    visitExpr(c, e.left);
  } else {
    const spine: BinOp[] = [];
    let left: Expr = e.left;
    for (; left.kind === 'BinOp'; left = left.left) spine.push(left);
    visitExpr(c, left);
    for (let i = spine.length - 1; i >= 0; i--) {
      const inner = spine[i]!;
      visitExpr(c, inner.right);
      binaryOp(c, inner.op, false, inner);
    }
  }
  visitExpr(c, e.right);
  binaryOp(c, e.op, false, e);
}

/** Emits an attribute as a value, a target or a deletion. */
function visitAttribute(c: Compiler, e: Attribute): void {
  if (isSuperAttribute(c, e)) {
    loadSuper(c, e, 0);
    return;
  }
  if (e.ctx === 'Store' && e.value.kind === 'Name' && e.value.id === 'self') {
    let unit = c.unit.parent;
    while (unit !== null && unit.type !== 'class') unit = unit.parent;
    unit?.staticAttributes.add(e.attr);
  }
  visitExpr(c, e.value);
  const loc = atAttribute(e, e);
  switch (e.ctx) {
    case 'Load':
      c.opName(Op.LOAD_ATTR, e.attr, loc, 1);
      break;
    case 'Store':
      checkName(c, e.attr, 'Store', e);
      c.opName(Op.STORE_ATTR, e.attr, loc);
      break;
    case 'Del':
      c.opName(Op.DELETE_ATTR, e.attr, loc);
      break;
  }
}

/** Tells whether a subscript is `a:b`, which has instructions of its own. */
export const isTwoPartSlice = (e: Expr): e is Slice => e.kind === 'Slice' && e.step === null;

/** Emits the parts of a slice; returns how many there are. */
export function visitSliceParts(c: Compiler, e: Slice): 2 | 3 {
  for (const part of [e.lower, e.upper]) {
    if (part !== null) visitExpr(c, part);
    else c.loadConst(null, e);
  }
  if (e.step === null) return 2;
  visitExpr(c, e.step);
  return 3;
}

/** Emits a subscript as a value, a target or a deletion. */
function visitSubscript(c: Compiler, e: Subscript): void {
  if (e.ctx === 'Load') {
    checkSubscripter(c, e.value);
    checkIndex(c, e.value, e.slice);
  }
  visitExpr(c, e.value);
  if (e.ctx !== 'Del' && isTwoPartSlice(e.slice)) {
    visitSliceParts(c, e.slice);
    c.op(e.ctx === 'Load' ? Op.BINARY_SLICE : Op.STORE_SLICE, e);
    return;
  }
  visitExpr(c, e.slice);
  c.op(e.ctx === 'Load' ? Op.BINARY_SUBSCR : e.ctx === 'Store' ? Op.STORE_SUBSCR : Op.DELETE_SUBSCR, e);
}

/** Emits an f-string. */
function visitJoinedStr(c: Compiler, e: JoinedStr): void {
  const n = e.values.length;
  if (n > STACK_USE_GUIDELINE) {
    c.loadConst('', e);
    c.opName(Op.LOAD_ATTR, 'join', e, 1, 1);
    c.opArg(Op.BUILD_LIST, 0, e);
    for (const v of e.values) {
      visitExpr(c, v);
      c.opArg(Op.LIST_APPEND, 1, e);
    }
    c.opArg(Op.CALL, 1, e);
    return;
  }
  for (const v of e.values) visitExpr(c, v);
  if (n > 1) c.opArg(Op.BUILD_STRING, n, e);
  else if (n === 0) c.loadConst('', e);
}

/** Emits a replacement field of an f-string. */
function visitFormattedValue(c: Compiler, e: FormattedValue): void {
  visitExpr(c, e.value);
  switch (e.conversion) {
    case 115:
      c.opArg(Op.CONVERT_VALUE, 1, e);
      break;
    case 114:
      c.opArg(Op.CONVERT_VALUE, 2, e);
      break;
    case 97:
      c.opArg(Op.CONVERT_VALUE, 3, e);
      break;
  }
  if (e.format_spec !== null) {
    visitExpr(c, e.format_spec);
    c.op(Op.FORMAT_WITH_SPEC, e);
  } else {
    c.op(Op.FORMAT_SIMPLE, e);
  }
}
