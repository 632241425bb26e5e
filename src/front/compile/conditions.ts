/** Conditions: boolean operators, comparisons, and jumps on them. */
import type { BoolOp, Compare, Expr, IfExp } from '../tree/expressions.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { type Location, NO_LOCATION, Pseudo } from '../emit/blocks.ts';
import type { CmpOperator } from '../tree/ast.ts';
import type { Compiler } from './unit.ts';
import { checkCompare } from './warnings.ts';
import { visitExpr } from './expressions.ts';

/** Emits `and` or `or` as a value. */
export function visitBoolOp(c: Compiler, e: BoolOp): void {
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
export function visitIfExp(c: Compiler, e: IfExp): void {
  const end = c.label();
  const next = c.label();
  jumpIf(c, e, e.test, next, false);
  visitExpr(c, e.body);
  c.jump(Pseudo.JUMP_NO_INTERRUPT, end, NO_LOCATION);
  c.place(next);
  visitExpr(c, e.orelse);
  c.place(end);
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
export function visitCompare(c: Compiler, e: Compare): void {
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
