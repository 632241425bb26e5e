/** Augmented and annotated assignments. */
import type { Expr } from '../tree/expressions.ts';
import type { AnnAssign, AugAssign } from '../tree/statements.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { atAttribute } from './calls.ts';
import { binaryOp, isTwoPartSlice, visitExpr, visitSliceParts } from './expressions.ts';
import { visitAnnotation } from './functions.ts';
import { CO_FUTURE_ANNOTATIONS } from '../symbols/future.ts';
import { checkName, nameOp } from './names.ts';
import type { Compiler } from './unit.ts';

/** Emits an augmented assignment. */
export function visitAugAssign(c: Compiler, s: AugAssign): void {
  const e = s.target;
  switch (e.kind) {
    case 'Attribute': {
      visitExpr(c, e.value);
      c.opArg(Op.COPY, 1, e);
      const loc = atAttribute(e, e);
      c.opName(Op.LOAD_ATTR, e.attr, loc, 1);
      visitExpr(c, s.value);
      binaryOp(c, s.op, true, s);
      c.opArg(Op.SWAP, 2, loc);
      c.opName(Op.STORE_ATTR, e.attr, loc);
      break;
    }
    case 'Subscript': {
      visitExpr(c, e.value);
      const slice = isTwoPartSlice(e.slice);
      if (slice) visitSliceParts(c, e.slice as Parameters<typeof visitSliceParts>[1]);
      else visitExpr(c, e.slice);
      const n = slice ? 3 : 2;
      for (let i = 0; i < n; i++) c.opArg(Op.COPY, n, e);
      c.op(slice ? Op.BINARY_SLICE : Op.BINARY_SUBSCR, e);
      visitExpr(c, s.value);
      binaryOp(c, s.op, true, s);
      for (let i = n + 1; i > 1; i--) c.opArg(Op.SWAP, i, e);
      c.op(slice ? Op.STORE_SLICE : Op.STORE_SUBSCR, e);
      break;
    }
    case 'Name':
      nameOp(c, e.id, 'Load', e);
      visitExpr(c, s.value);
      binaryOp(c, s.op, true, s);
      nameOp(c, e.id, 'Store', e);
      break;
    default:
      c.fail(`invalid node type (${e.kind}) for augmented assignment`, e);
  }
}

/** Emits an expression for its effects only. */
function visitDiscarded(c: Compiler, e: Expr): void {
  visitExpr(c, e);
  c.op(Op.POP_TOP, e);
}

/** Emits the parts of a subscript that is annotated but not assigned. */
function visitDiscardedSubscript(c: Compiler, e: Expr): void {
  switch (e.kind) {
    case 'Slice':
      for (const part of [e.lower, e.upper, e.step]) if (part !== null) visitDiscarded(c, part);
      break;
    case 'Tuple':
      for (const x of e.elts) {
        if (x.kind === 'Slice') visitDiscardedSubscript(c, x);
        else visitDiscarded(c, x);
      }
      break;
    default:
      visitDiscarded(c, e);
  }
}

/** Emits an annotated assignment. */
export function visitAnnAssign(c: Compiler, s: AnnAssign): void {
  const { target } = s;
  const inBlock = c.unit.type === 'module' || c.unit.type === 'class';
  if (s.value !== null) {
    visitExpr(c, s.value);
    visitExpr(c, target);
  }
  switch (target.kind) {
    case 'Name':
      checkName(c, target.id, 'Store', s);
      if (s.simple && inBlock) {
        visitAnnotation(c, s.annotation);
        c.opName(Op.LOAD_NAME, '__annotations__', s);
        c.loadConst(c.mangle(target.id), s);
        c.op(Op.STORE_SUBSCR, s);
      }
      break;
    case 'Attribute':
      checkName(c, target.attr, 'Store', s);
      if (s.value === null) visitDiscarded(c, target.value);
      break;
    case 'Subscript':
      if (s.value === null) {
        visitDiscarded(c, target.value);
        visitDiscardedSubscript(c, target.slice);
      }
      break;
    default:
      c.fail(`invalid node type (${target.kind}) for annotated assignment`, s);
  }
  const postponed = (c.symbols.future.features & CO_FUTURE_ANNOTATIONS) !== 0;
  if (!s.simple && !postponed && inBlock) visitDiscarded(c, s.annotation);
}
