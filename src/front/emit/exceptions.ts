/**
 * Protected regions: from block pushes and pops to a handler per instruction, and the depth of the stack.
 *
 * The compiler brackets a protected region with SETUP_* and POP_BLOCK. A walk over the graph that carries
 * the stack of open regions gives every instruction its innermost handler; the assembler then only
 * writes down runs of equal handlers. It must be a walk and not a scan of the listing: regions nest along
 * control flow, and a block reached from two places has the same stack of regions by construction.
 */
import { OP_ROWS } from '../../bytecode/names.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { type Block, hasTarget, isBlockPush, isJump, isScopeExit, isUnconditionalJump, Pseudo } from './blocks.ts';

const RESUME_LOCATION_MASK = 3;
const RESUME_AT_DEPTH_1 = 4;

/** Marks the blocks that are targets of block pushes. */
export function markHandlers(entry: Block): void {
  for (let b: Block | null = entry; b !== null; b = b.next) {
    for (const instr of b.instrs) if (isBlockPush(instr.op)) instr.target!.exceptHandler = true;
  }
}

/** Sets `except` of every reachable instruction and removes POP_BLOCK. */
export function labelHandlers(entry: Block): void {
  const todo: Block[] = [entry];
  entry.visited = true;
  entry.handlers = [];
  while (todo.length > 0) {
    const b = todo.pop()!;
    const stack = b.handlers!;
    b.handlers = null;
    let handler = stack.length > 0 ? stack[stack.length - 1]! : null;
    let yieldDepth = -1;
    const falls = b.fallsThrough();
    for (const instr of b.instrs) {
      if (isBlockPush(instr.op)) {
        const target = instr.target!;
        if (!target.visited) {
          target.handlers = stack.slice();
          target.visited = true;
          todo.push(target);
        }
        if (instr.op !== Pseudo.SETUP_FINALLY) target.preserveLasti = true;
        stack.push(target);
        handler = target;
      } else if (instr.op === Pseudo.POP_BLOCK) {
        stack.pop();
        handler = stack.length > 0 ? stack[stack.length - 1]! : null;
        instr.become(Op.NOP, 0);
      } else if (isJump(instr.op)) {
        instr.except = handler;
        const target = instr.target!;
        if (!target.visited) {
          target.handlers = falls ? stack.slice() : stack;
          target.visited = true;
          todo.push(target);
        }
      } else {
        instr.except = handler;
        if (instr.op === Op.YIELD_VALUE) {
          yieldDepth = stack.length;
        } else if (instr.op === Op.RESUME && (instr.arg & RESUME_LOCATION_MASK) !== 0) {
          if (yieldDepth === 1) instr.arg |= RESUME_AT_DEPTH_1;
          yieldDepth = -1;
        }
      }
    }
    const next = b.next;
    if (falls && next !== null && !next.visited) {
      next.handlers = stack;
      next.visited = true;
      todo.push(next);
    }
  }
  for (let b: Block | null = entry; b !== null; b = b.next) b.visited = false;
}

/** Returns the stack effect of an instruction; `jump` tells which way it goes. */
function stackEffect(op: number, arg: number, jump: boolean): number {
  switch (op) {
    case Pseudo.SETUP_FINALLY:
    case Pseudo.SETUP_WITH:
      return jump ? 1 : 0;
    case Pseudo.SETUP_CLEANUP:
      return jump ? 2 : 0;
    case Pseudo.JUMP:
    case Pseudo.JUMP_NO_INTERRUPT:
    case Pseudo.POP_BLOCK:
      return 0;
    case Pseudo.LOAD_CLOSURE:
      return 1;
    case Pseudo.STORE_FAST_MAYBE_NULL:
      return -1;
  }
  const row = OP_ROWS[op];
  if (row === undefined) throw new Error(`no stack effect for opcode ${op}`);
  if (jump && row.jumpEffect !== undefined) return row.jumpEffect;
  return typeof row.effect === 'number' ? row.effect : row.effect(arg);
}

/** Computes the depth of the stack at each block and returns the greatest depth of all. */
export function computeStackDepth(entry: Block): number {
  let max = 0;
  const todo: Block[] = [entry];
  entry.startDepth = 0;
  /** Queues a block at a depth unless it was reached before. */
  const reach = (block: Block, depth: number): void => {
    if (block.startDepth < 0) {
      block.startDepth = depth;
      todo.push(block);
    }
  };
  while (todo.length > 0) {
    const b = todo.pop()!;
    let depth = b.startDepth;
    let falls = true;
    for (const instr of b.instrs) {
      const after = depth + stackEffect(instr.op, instr.arg, false);
      if (after < 0) throw new Error('stack underflow in the control flow graph');
      if (after > max) max = after;
      if (hasTarget(instr.op)) {
        const there = depth + stackEffect(instr.op, instr.arg, true);
        if (there > max) max = there;
        reach(instr.target!, there);
      }
      depth = after;
      if (isUnconditionalJump(instr.op) || isScopeExit(instr.op)) {
        falls = false;
        break;
      }
    }
    if (falls && b.next !== null) reach(b.next, depth);
  }
  return max;
}
