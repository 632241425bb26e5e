/** Leaving statements early: what break, continue and return must undo on their way out. */
import { awaitValue } from './suspend.ts';
import { type Location, NO_LOCATION, Pseudo } from '../emit/blocks.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { nameOp } from './names.ts';
import { visitBody } from './statements.ts';
import type { Compiler, FrameBlock } from './unit.ts';

/** Where the unwinding instructions are said to stand; it changes on the way. */
interface UnwindPoint {
  loc: Location;
}

/** Emits the call of the `__exit__` on the stack for a body that did not raise. */
export function callExitWithNones(c: Compiler, loc: Location): void {
  c.loadConst(null, loc);
  c.loadConst(null, loc);
  c.loadConst(null, loc);
  c.opArg(Op.CALL, 2, loc);
}

/** Emits what undoes one block. `keep`: the top of the stack is the value to return. */
export function unwindBlock(c: Compiler, at: UnwindPoint, block: FrameBlock, keep: boolean): void {
  switch (block.type) {
    case 'while':
    case 'exception handler':
    case 'exception group handler':
    case 'async comprehension':
    case 'stop iteration':
      break;
    case 'for':
    case 'pop value':
      if (keep) c.opArg(Op.SWAP, 2, at.loc);
      c.op(Op.POP_TOP, at.loc);
      break;
    case 'try except':
      c.op(Pseudo.POP_BLOCK, at.loc);
      break;
    case 'finally try':
      c.op(Pseudo.POP_BLOCK, at.loc);
      if (keep) c.pushBlock('pop value', at.loc);
      visitBody(c, block.finalbody);
      if (keep) c.popBlock();
      at.loc = NO_LOCATION;
      break;
    case 'finally end':
      if (keep) c.opArg(Op.SWAP, 2, at.loc);
      c.op(Op.POP_TOP, at.loc);
      if (keep) c.opArg(Op.SWAP, 2, at.loc);
      c.op(Pseudo.POP_BLOCK, at.loc);
      c.op(Op.POP_EXCEPT, at.loc);
      break;
    case 'with':
    case 'async with':
      at.loc = block.loc;
      c.op(Pseudo.POP_BLOCK, at.loc);
      if (keep) c.opArg(Op.SWAP, 2, at.loc);
      callExitWithNones(c, at.loc);
      if (block.type === 'async with') awaitValue(c, 2, at.loc);
      c.op(Op.POP_TOP, at.loc);
      at.loc = NO_LOCATION;
      break;
    case 'handler cleanup':
      if (block.name !== null) c.op(Pseudo.POP_BLOCK, at.loc);
      if (keep) c.opArg(Op.SWAP, 2, at.loc);
      c.op(Pseudo.POP_BLOCK, at.loc);
      c.op(Op.POP_EXCEPT, at.loc);
      if (block.name !== null) {
        c.loadConst(null, at.loc);
        nameOp(c, block.name, 'Store', at.loc);
        nameOp(c, block.name, 'Del', at.loc);
      }
      break;
  }
}

/** Unwinds blocks from the innermost outward, up to a loop if asked; returns the loop. */
function unwind(c: Compiler, at: UnwindPoint, keep: boolean, toLoop: boolean): FrameBlock | null {
  const { frameBlocks } = c.unit;
  const top = frameBlocks[frameBlocks.length - 1];
  if (top === undefined) return null;
  if (top.type === 'exception group handler') {
    c.fail("'break', 'continue' and 'return' cannot appear in an except* block", at.loc);
  }
  if (toLoop && (top.type === 'while' || top.type === 'for')) return top;
  // A `finally` body is compiled as if it stood outside the block it belongs to.
  frameBlocks.pop();
  unwindBlock(c, at, top, keep);
  const loop = unwind(c, at, keep, toLoop);
  frameBlocks.push(top);
  return loop;
}

/** Emits what undoes all blocks of the function. */
export function unwindAll(c: Compiler, at: UnwindPoint, keep: boolean): void {
  unwind(c, at, keep, false);
}

/** Emits what undoes the blocks inside the innermost loop; returns the loop, or null. */
export function unwindToLoop(c: Compiler, at: UnwindPoint): FrameBlock | null {
  return unwind(c, at, false, true);
}
