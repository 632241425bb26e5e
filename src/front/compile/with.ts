/** with and async with. */
import type { AsyncWith, With } from '../tree/statements.ts';
import { allowsTopLevelAwait, awaitValue } from './suspend.ts';
import { NO_LOCATION, Pseudo } from '../emit/blocks.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { callExitWithNones } from './blocks.ts';
import { visitExpr } from './expressions.ts';
import { visitBody } from './statements.ts';
import { popExceptAndReraise } from './try.ts';
import type { Compiler } from './unit.ts';

/** Emits a with statement from the given item on. */
export function visitWith(c: Compiler, s: With | AsyncWith, index: number): void {
  const isAsync = s.kind === 'AsyncWith';
  if (isAsync && !allowsTopLevelAwait(c) && c.unit.type !== 'async function') {
    c.fail("'async with' outside async function", s);
  }
  const item = s.items[index]!;
  const loc = item.context_expr;
  const block = c.label();
  const final = c.label();
  const exit = c.label();
  const cleanup = c.label();
  visitExpr(c, item.context_expr);
  if (isAsync) {
    c.op(Op.BEFORE_ASYNC_WITH, loc);
    awaitValue(c, 1, loc);
  } else {
    c.op(Op.BEFORE_WITH, loc);
  }
  c.jump(Pseudo.SETUP_WITH, final, loc);
  c.place(block);
  c.pushBlock(isAsync ? 'async with' : 'with', loc, block, final);
  if (item.optional_vars !== null) visitExpr(c, item.optional_vars);
  else c.op(Op.POP_TOP, loc);
  if (index + 1 === s.items.length) visitBody(c, s.body);
  else visitWith(c, s, index + 1);
  c.op(Pseudo.POP_BLOCK, isAsync ? loc : NO_LOCATION);
  c.popBlock();

  callExitWithNones(c, loc);
  if (isAsync) awaitValue(c, 2, loc);
  c.op(Op.POP_TOP, loc);
  c.jump(Pseudo.JUMP, exit, loc);

  c.place(final);
  c.jump(Pseudo.SETUP_CLEANUP, cleanup, loc);
  c.op(Op.PUSH_EXC_INFO, loc);
  c.op(Op.WITH_EXCEPT_START, loc);
  if (isAsync) awaitValue(c, 2, loc);
  finish(c, cleanup);
  c.place(exit);
}

/** Emits what follows the call of `__exit__` with an exception: raise it again unless the call returned true. */
function finish(c: Compiler, cleanup: number): void {
  const suppress = c.label();
  const exit = c.label();
  c.op(Op.TO_BOOL, NO_LOCATION);
  c.jump(Op.POP_JUMP_IF_TRUE, suppress, NO_LOCATION);
  c.opArg(Op.RERAISE, 2, NO_LOCATION);
  c.place(suppress);
  c.op(Op.POP_TOP, NO_LOCATION);
  c.op(Pseudo.POP_BLOCK, NO_LOCATION);
  c.op(Op.POP_EXCEPT, NO_LOCATION);
  c.op(Op.POP_TOP, NO_LOCATION);
  c.op(Op.POP_TOP, NO_LOCATION);
  c.jump(Pseudo.JUMP_NO_INTERRUPT, exit, NO_LOCATION);
  c.place(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.place(exit);
}
