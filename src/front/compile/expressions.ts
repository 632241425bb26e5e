/** Expressions: operators, comparisons, conditions, attributes, subscripts, f-strings, yield and await. */
import { Op } from '../../bytecode/opcodes.ts';
import { type Location, NO_LOCATION, Pseudo } from '../emit/blocks.ts';
import type {
  Attribute,
  Await,
  BinOp,
  BoolOp,
  CmpOperator,
  Compare,
  Expr,
  FormattedValue,
  IfExp,
  JoinedStr,
  Operator,
  Slice,
  Subscript,
  Yield,
  YieldFrom,
} from '../tree/ast.ts';
import { atAttribute, isSuperAttribute, loadSuper, visitCall } from './calls.ts';
import { visitComprehension } from './comprehensions.ts';
import { visitLambda } from './functions.ts';
import { CO_ALLOW_TOP_LEVEL_AWAIT } from '../symbols/future.ts';
import { checkName, nameOp } from './names.ts';
import { STACK_USE_GUIDELINE, visitDict, visitSequence, visitSet } from './sequences.ts';
import type { Compiler } from './unit.ts';
import { checkCompare, checkIndex, checkSubscripter } from './warnings.ts';

const INTRINSIC_ASYNC_GEN_WRAP = 4;
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

/** Emits `and` or `or` as a value. */
function visitBoolOp(c: Compiler, e: BoolOp): void {
  const end = c.label();
  const jump = e.op === 'And' ? Op.POP_JUMP_IF_FALSE : Op.POP_JUMP_IF_TRUE;
  const last = e.values.length - 1;
  for (let i = 0; i < last; i++) {
    visitExpr(c, e.values[i]!);
    c.opArg(Op.COPY, 1, e);
    c.op(Op.TO_BOOL, e);
    c.jump(jump, end, e);
    c.op(Op.POP_TOP, e);
  }
  visitExpr(c, e.values[last]!);
  c.place(end);
}

/** Emits a conditional expression as a value. */
function visitIfExp(c: Compiler, e: IfExp): void {
  const end = c.label();
  const next = c.label();
  jumpIf(c, e, e.test, next, false);
  visitExpr(c, e.body);
  c.jump(Pseudo.JUMP_NO_INTERRUPT, end, NO_LOCATION);
  c.place(next);
  visitExpr(c, e.orelse);
  c.place(end);
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

/** Argument of COMPARE_OP: the operator above bit 5, below it the mask of outcomes that make it true. */
const COMPARE = {
  Lt: 2,
  LtE: (1 << 5) | 10,
  Eq: (2 << 5) | 8,
  NotEq: (3 << 5) | 7,
  Gt: (4 << 5) | 4,
  GtE: (5 << 5) | 12,
};

/** Emits a comparison of the two values on the stack. */
export function compareOp(c: Compiler, op: CmpOperator, loc: Location): void {
  switch (op) {
    case 'Is':
      c.opArg(Op.IS_OP, 0, loc);
      break;
    case 'IsNot':
      c.opArg(Op.IS_OP, 1, loc);
      break;
    case 'In':
      c.opArg(Op.CONTAINS_OP, 0, loc);
      break;
    case 'NotIn':
      c.opArg(Op.CONTAINS_OP, 1, loc);
      break;
    default:
      c.opArg(Op.COMPARE_OP, COMPARE[op], loc);
  }
}

/** Emits a comparison, chained or not, as a value. */
function visitCompare(c: Compiler, e: Compare): void {
  checkCompare(c, e);
  visitExpr(c, e.left);
  const n = e.ops.length - 1;
  if (n === 0) {
    visitExpr(c, e.comparators[0]!);
    compareOp(c, e.ops[0]!, e);
    return;
  }
  const cleanup = c.label();
  for (let i = 0; i < n; i++) {
    visitExpr(c, e.comparators[i]!);
    c.opArg(Op.SWAP, 2, e);
    c.opArg(Op.COPY, 2, e);
    compareOp(c, e.ops[i]!, e);
    c.opArg(Op.COPY, 1, e);
    c.op(Op.TO_BOOL, e);
    c.jump(Op.POP_JUMP_IF_FALSE, cleanup, e);
    c.op(Op.POP_TOP, e);
  }
  visitExpr(c, e.comparators[n]!);
  compareOp(c, e.ops[n]!, e);
  const end = c.label();
  c.jump(Pseudo.JUMP_NO_INTERRUPT, end, NO_LOCATION);
  c.place(cleanup);
  c.opArg(Op.SWAP, 2, e);
  c.op(Op.POP_TOP, e);
  c.place(end);
}

/** Emits a jump to `next` where the truth of an expression is `cond`. */
export function jumpIf(c: Compiler, loc: Location, e: Expr, next: number, cond: boolean): void {
  switch (e.kind) {
    case 'UnaryOp':
      if (e.op !== 'Not') break;
      jumpIf(c, loc, e.operand, next, !cond);
      return;
    case 'BoolOp': {
      const last = e.values.length - 1;
      const shortCut = e.op === 'Or';
      const skip = shortCut === cond ? next : c.label();
      for (let i = 0; i < last; i++) jumpIf(c, loc, e.values[i]!, skip, shortCut);
      jumpIf(c, loc, e.values[last]!, next, cond);
      if (skip !== next) c.place(skip);
      return;
    }
    case 'IfExp': {
      const end = c.label();
      const otherwise = c.label();
      jumpIf(c, loc, e.test, otherwise, false);
      jumpIf(c, loc, e.body, next, cond);
      c.jump(Pseudo.JUMP_NO_INTERRUPT, end, NO_LOCATION);
      c.place(otherwise);
      jumpIf(c, loc, e.orelse, next, cond);
      c.place(end);
      return;
    }
    case 'Compare': {
      const n = e.ops.length - 1;
      if (n === 0) break;
      checkCompare(c, e);
      const cleanup = c.label();
      visitExpr(c, e.left);
      for (let i = 0; i < n; i++) {
        visitExpr(c, e.comparators[i]!);
        c.opArg(Op.SWAP, 2, e);
        c.opArg(Op.COPY, 2, e);
        compareOp(c, e.ops[i]!, e);
        c.op(Op.TO_BOOL, e);
        c.jump(Op.POP_JUMP_IF_FALSE, cleanup, e);
      }
      visitExpr(c, e.comparators[n]!);
      compareOp(c, e.ops[n]!, e);
      c.op(Op.TO_BOOL, e);
      c.jump(cond ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, next, e);
      const end = c.label();
      c.jump(Pseudo.JUMP_NO_INTERRUPT, end, NO_LOCATION);
      c.place(cleanup);
      c.op(Op.POP_TOP, e);
      if (!cond) c.jump(Pseudo.JUMP_NO_INTERRUPT, next, NO_LOCATION);
      c.place(end);
      return;
    }
  }
  visitExpr(c, e);
  c.op(Op.TO_BOOL, e);
  c.jump(cond ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, next, e);
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

/** Emits the suspension of a generator with the value on the stack. */
export function yieldValue(c: Compiler, loc: Location): void {
  const { scope } = c.unit;
  if (scope.generator && scope.coroutine) c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_ASYNC_GEN_WRAP, loc);
  c.opArg(Op.YIELD_VALUE, 0, loc);
  c.opArg(Op.RESUME, 1, loc);
}

/** Emits a yield expression. */
function visitYield(c: Compiler, e: Yield): void {
  if (!c.unit.scope.isFunctionLike()) c.fail("'yield' outside function", e);
  if (e.value !== null) visitExpr(c, e.value);
  else c.loadConst(null, e);
  yieldValue(c, e);
}

/** Emits `yield from`. */
function visitYieldFrom(c: Compiler, e: YieldFrom): void {
  if (!c.unit.scope.isFunctionLike()) c.fail("'yield from' outside function", e);
  if (c.unit.type === 'async function') c.fail("'yield from' inside async function", e);
  visitExpr(c, e.value);
  c.op(Op.GET_YIELD_FROM_ITER, e);
  c.loadConst(null, e);
  delegate(c, false, e);
}

/** Tells whether await may stand at the top level of this module. */
export const allowsTopLevelAwait = (c: Compiler): boolean =>
  (c.flags & CO_ALLOW_TOP_LEVEL_AWAIT) !== 0 && c.unit.type === 'module';

/** Emits an await expression. */
function visitAwait(c: Compiler, e: Await): void {
  if (!allowsTopLevelAwait(c)) {
    if (!c.unit.scope.isFunctionLike()) c.fail("'await' outside function", e);
    if (c.unit.type !== 'async function' && c.unit.type !== 'comprehension') {
      c.fail("'await' outside async function", e);
    }
  }
  visitExpr(c, e.value);
  awaitValue(c, 0, e);
}

/** Emits the awaiting of the value on the stack; `where` is GET_AWAITABLE's argument. */
export function awaitValue(c: Compiler, where: 0 | 1 | 2, loc: Location): void {
  c.opArg(Op.GET_AWAITABLE, where, loc);
  c.loadConst(null, loc);
  delegate(c, true, loc);
}

/** Emits the loop that passes values between the caller and the iterator below the top of the stack. */
export function delegate(c: Compiler, isAwait: boolean, loc: Location): void {
  const send = c.label();
  const fail = c.label();
  const exit = c.label();
  c.place(send);
  c.jump(Op.SEND, exit, loc);
  c.jump(Pseudo.SETUP_FINALLY, fail, loc);
  c.opArg(Op.YIELD_VALUE, 1, loc);
  c.op(Pseudo.POP_BLOCK, NO_LOCATION);
  c.opArg(Op.RESUME, isAwait ? 3 : 2, loc);
  c.jump(Pseudo.JUMP_NO_INTERRUPT, send, loc);
  c.place(fail);
  c.op(Op.CLEANUP_THROW, loc);
  c.place(exit);
  c.op(Op.END_SEND, loc);
}
