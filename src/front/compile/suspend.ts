/** `yield`, `yield from` and `await`. */
import type { Await, Yield, YieldFrom } from '../tree/expressions.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { type Location, NO_LOCATION, Pseudo } from '../emit/blocks.ts';
import { CO_ALLOW_TOP_LEVEL_AWAIT } from '../symbols/future.ts';
import type { Compiler } from './unit.ts';
import { INTRINSIC_ASYNC_GEN_WRAP, visitExpr } from './expressions.ts';

/** Emits the suspension of a generator with the value on the stack. */
export function yieldValue(c: Compiler, loc: Location): void {
  const { scope } = c.unit;
  if (scope.generator && scope.coroutine) c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_ASYNC_GEN_WRAP, loc);
  c.opArg(Op.YIELD_VALUE, 0, loc);
  c.opArg(Op.RESUME, 1, loc);
}

/** Emits a yield expression. */
export function visitYield(c: Compiler, e: Yield): void {
  if (!c.unit.scope.isFunctionLike()) c.fail("'yield' outside function", e);
  if (e.value !== null) visitExpr(c, e.value);
  else c.loadConst(null, e);
  yieldValue(c, e);
}

/** Emits `yield from`. */
export function visitYieldFrom(c: Compiler, e: YieldFrom): void {
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
export function visitAwait(c: Compiler, e: Await): void {
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
