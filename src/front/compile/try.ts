/**
 * try statements. A `finally` body is compiled twice: for the way without an exception and for the way with
 * one. On the stack of a handler are the previous exception and, above it, the current one.
 */
import type { Try, TryStar } from '../tree/statements.ts';
import { type Location, NO_LOCATION, Pseudo } from '../emit/blocks.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { visitExpr } from './expressions.ts';
import { nameOp } from './names.ts';
import { visitBody } from './statements.ts';
import type { Compiler } from './unit.ts';

const INTRINSIC_PREP_RERAISE_STAR = 1;

/** Emits a `try` statement. */
export function visitTry(c: Compiler, s: Try): void {
  if (s.finalbody.length > 0) {
    visitFinally(c, s, () => (s.handlers.length > 0 ? visitExcept(c, s) : visitBody(c, s.body)));
  } else {
    visitExcept(c, s);
  }
}

/** Emits a `try` statement with `except*`. */
export function visitTryStar(c: Compiler, s: TryStar): void {
  if (s.finalbody.length > 0) {
    visitFinally(c, s, () => (s.handlers.length > 0 ? visitExceptStar(c, s) : visitBody(c, s.body)));
  } else {
    visitExceptStar(c, s);
  }
}

/** Emits the end of a handler's own protection: restores the previous exception and raises again. */
export function popExceptAndReraise(c: Compiler, loc: Location): void {
  c.opArg(Op.COPY, 3, loc);
  c.op(Op.POP_EXCEPT, loc);
  c.opArg(Op.RERAISE, 1, loc);
}

/** Emits a protected body and its `finally`. */
function visitFinally(c: Compiler, s: Try | TryStar, visitProtected: () => void): void {
  const body = c.label();
  const end = c.label();
  const exit = c.label();
  const cleanup = c.label();
  c.jump(Pseudo.SETUP_FINALLY, end, s);
  c.place(body);
  c.pushBlock('finally try', s, body, end, null, s.finalbody);
  visitProtected();
  c.op(Pseudo.POP_BLOCK, NO_LOCATION);
  c.popBlock();
  visitBody(c, s.finalbody);
  c.jump(Pseudo.JUMP_NO_INTERRUPT, exit, NO_LOCATION);

  c.place(end);
  c.pushBlock('finally end', NO_LOCATION, end);
  c.jump(Pseudo.SETUP_CLEANUP, cleanup, NO_LOCATION);
  c.op(Op.PUSH_EXC_INFO, NO_LOCATION);
  visitBody(c, s.finalbody);
  c.popBlock();
  c.opArg(Op.RERAISE, 0, NO_LOCATION);
  c.place(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.place(exit);
}

/** Emits `name = None; del name`, so that an exception does not keep itself alive through its frame. */
function unbind(c: Compiler, name: string): void {
  c.loadConst(null, NO_LOCATION);
  nameOp(c, name, 'Store', NO_LOCATION);
  nameOp(c, name, 'Del', NO_LOCATION);
}

/** Emits body, handlers and else of a `try` with `except`. */
function visitExcept(c: Compiler, s: Try): void {
  const body = c.label();
  const end = c.label();
  const cleanup = c.label();
  let except = c.label();
  c.jump(Pseudo.SETUP_FINALLY, except, s);
  c.place(body);
  c.pushBlock('try except', s, body);
  visitBody(c, s.body);
  c.popBlock();
  c.op(Pseudo.POP_BLOCK, NO_LOCATION);
  visitBody(c, s.orelse);
  c.jump(Pseudo.JUMP_NO_INTERRUPT, end, NO_LOCATION);

  c.place(except);
  c.jump(Pseudo.SETUP_CLEANUP, cleanup, NO_LOCATION);
  c.op(Op.PUSH_EXC_INFO, NO_LOCATION);
  c.pushBlock('exception handler', s);
  const n = s.handlers.length;
  for (let i = 0; i < n; i++) {
    const h = s.handlers[i]!;
    if (h.type === null && i < n - 1) c.fail("default 'except:' must be last", h);
    except = c.label();
    if (h.type !== null) {
      visitExpr(c, h.type);
      c.op(Op.CHECK_EXC_MATCH, h);
      c.jump(Op.POP_JUMP_IF_FALSE, except, h);
    }
    if (h.name !== null) {
      const cleanupEnd = c.label();
      nameOp(c, h.name, 'Store', h);
      c.jump(Pseudo.SETUP_CLEANUP, cleanupEnd, h);
      c.pushBlock('handler cleanup', h, -1, -1, h.name);
      visitBody(c, h.body);
      c.popBlock();
      c.op(Pseudo.POP_BLOCK, NO_LOCATION);
      c.op(Pseudo.POP_BLOCK, NO_LOCATION);
      c.op(Op.POP_EXCEPT, NO_LOCATION);
      unbind(c, h.name);
      c.jump(Pseudo.JUMP_NO_INTERRUPT, end, NO_LOCATION);
      c.place(cleanupEnd);
      unbind(c, h.name);
      c.opArg(Op.RERAISE, 1, NO_LOCATION);
    } else {
      c.op(Op.POP_TOP, h);
      c.pushBlock('handler cleanup', h);
      visitBody(c, h.body);
      c.popBlock();
      c.op(Pseudo.POP_BLOCK, NO_LOCATION);
      c.op(Op.POP_EXCEPT, NO_LOCATION);
      c.jump(Pseudo.JUMP_NO_INTERRUPT, end, NO_LOCATION);
    }
    c.place(except);
  }
  c.opArg(Op.RERAISE, 0, NO_LOCATION);
  c.popBlock();
  c.place(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.place(end);
}

/**
 * Emits body, handlers and else of a `try` with `except*`. Every handler sees what the ones before it left of
 * the group; what they raise is collected in a list, from which the exception to raise is made in the end.
 */
function visitExceptStar(c: Compiler, s: TryStar): void {
  const body = c.label();
  const orelse = c.label();
  const end = c.label();
  const cleanup = c.label();
  const reraiseStar = c.label();
  let except = c.label();
  c.jump(Pseudo.SETUP_FINALLY, except, s);
  c.place(body);
  c.pushBlock('try except', s, body);
  visitBody(c, s.body);
  c.popBlock();
  c.op(Pseudo.POP_BLOCK, NO_LOCATION);
  c.jump(Pseudo.JUMP_NO_INTERRUPT, orelse, NO_LOCATION);

  c.place(except);
  c.jump(Pseudo.SETUP_CLEANUP, cleanup, NO_LOCATION);
  c.op(Op.PUSH_EXC_INFO, NO_LOCATION);
  c.pushBlock('exception group handler', s);
  const n = s.handlers.length;
  for (let i = 0; i < n; i++) {
    const h = s.handlers[i]!;
    except = c.label();
    const withError = c.label();
    const noMatch = c.label();
    const cleanupEnd = c.label();
    if (i === 0) {
      c.opArg(Op.BUILD_LIST, 0, h);
      c.opArg(Op.COPY, 2, h);
    }
    if (h.type !== null) {
      visitExpr(c, h.type);
      c.op(Op.CHECK_EG_MATCH, h);
      c.opArg(Op.COPY, 1, h);
      c.jump(Op.POP_JUMP_IF_NONE, noMatch, h);
    }
    if (h.name !== null) nameOp(c, h.name, 'Store', h);
    else c.op(Op.POP_TOP, h);
    c.jump(Pseudo.SETUP_CLEANUP, cleanupEnd, h);
    c.pushBlock('handler cleanup', h, -1, -1, h.name);
    visitBody(c, h.body);
    c.popBlock();
    c.op(Pseudo.POP_BLOCK, NO_LOCATION);
    if (h.name !== null) unbind(c, h.name);
    c.jump(Pseudo.JUMP_NO_INTERRUPT, except, NO_LOCATION);
    c.place(cleanupEnd);
    if (h.name !== null) unbind(c, h.name);
    c.opArg(Op.LIST_APPEND, 3, NO_LOCATION);
    c.op(Op.POP_TOP, NO_LOCATION);
    c.jump(Pseudo.JUMP_NO_INTERRUPT, withError, NO_LOCATION);
    c.place(except);
    c.op(Op.NOP, NO_LOCATION);
    c.jump(Pseudo.JUMP_NO_INTERRUPT, withError, NO_LOCATION);
    c.place(noMatch);
    c.op(Op.POP_TOP, h);
    c.place(withError);
    if (i === n - 1) {
      c.opArg(Op.LIST_APPEND, 1, NO_LOCATION);
      c.jump(Pseudo.JUMP_NO_INTERRUPT, reraiseStar, NO_LOCATION);
    }
  }
  c.popBlock();
  const reraise = c.label();
  c.place(reraiseStar);
  c.opArg(Op.CALL_INTRINSIC_2, INTRINSIC_PREP_RERAISE_STAR, NO_LOCATION);
  c.opArg(Op.COPY, 1, NO_LOCATION);
  c.jump(Op.POP_JUMP_IF_NOT_NONE, reraise, NO_LOCATION);
  c.op(Op.POP_TOP, NO_LOCATION);
  c.op(Pseudo.POP_BLOCK, NO_LOCATION);
  c.op(Op.POP_EXCEPT, NO_LOCATION);
  c.jump(Pseudo.JUMP_NO_INTERRUPT, end, NO_LOCATION);
  c.place(reraise);
  c.op(Pseudo.POP_BLOCK, NO_LOCATION);
  c.opArg(Op.SWAP, 2, NO_LOCATION);
  c.op(Op.POP_EXCEPT, NO_LOCATION);
  c.opArg(Op.RERAISE, 0, NO_LOCATION);
  c.place(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.place(orelse);
  visitBody(c, s.orelse);
  c.place(end);
}
