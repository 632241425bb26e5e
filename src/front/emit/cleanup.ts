/**
 * Removal of what no longer does anything: NOPs, push-pop pairs, jumps to the next instruction, dead blocks,
 * and jumps to blocks small enough to be copied.
 *
 * A NOP may only go when no line is lost by it: a tracer or debugger must still see an event for every
 * source line that the program reaches (PEP 626), so a NOP that is the only instruction of its line stays.
 */
import { Op } from '../../bytecode/opcodes.ts';
import { type Block, hasTarget, type Instr, isJump, isUnconditionalJump, nonEmpty, Pseudo } from './blocks.ts';

/** Blocks of at most this many instructions are copied to where they are jumped to. */
const MAX_COPY_SIZE = 4;

/** Returns the line of the first instruction that will remain in a block. */
function firstLine(block: Block): number {
  for (const instr of block.instrs) {
    if (instr.op === Op.NOP && instr.loc.lineno < 0) continue;
    return instr.loc.lineno;
  }
  return -1;
}

/** Removes the NOPs of a block that carry no line of their own; returns how many went. */
function removeNopsOfBlock(block: Block): number {
  const { instrs } = block;
  let dest = 0;
  let previousLine = -1;
  const n = instrs.length;
  for (let src = 0; src < n; src++) {
    const instr = instrs[src]!;
    const line = instr.loc.lineno;
    if (instr.op === Op.NOP) {
      if (line < 0 || line === previousLine) continue;
      if (src < n - 1) {
        const following = instrs[src + 1]!;
        if (following.loc.lineno === line) continue;
        if (following.loc.lineno < 0) {
          following.loc = instr.loc;
          continue;
        }
      } else {
        const next = nonEmpty(block.next);
        if (next !== null && firstLine(next) === line) continue;
      }
    }
    instrs[dest++] = instr;
    previousLine = line;
  }
  instrs.length = dest;
  return n - dest;
}

/** Removes NOPs everywhere; returns how many went. */
export function removeNops(entry: Block): number {
  let changes = 0;
  for (let b: Block | null = entry; b !== null; b = b.next) changes += removeNopsOfBlock(b);
  return changes;
}

/** Removes NOPs, and constants or copies that are popped at once. */
export function removeNopsAndPairs(entry: Block): void {
  for (let done = false; !done; ) {
    done = true;
    let instr: Instr | null = null;
    for (let b: Block | null = entry; b !== null; b = b.next) {
      removeNopsOfBlock(b);
      if (b.labelled) instr = null;
      for (const current of b.instrs) {
        const previous: Instr | null = instr;
        instr = current;
        if (current.op !== Op.POP_TOP || previous === null) continue;
        if (previous.op === Op.LOAD_CONST || (previous.op === Op.COPY && previous.arg === 1)) {
          previous.become(Op.NOP, 0);
          current.become(Op.NOP, 0);
          done = false;
        }
      }
      if ((instr !== null && isJump(instr.op)) || !b.fallsThrough()) instr = null;
    }
  }
}

/** Turns jumps to where control goes anyway into NOPs; returns how many. */
function removeRedundantJumps(entry: Block): number {
  let changes = 0;
  for (let b: Block | null = entry; b !== null; b = b.next) {
    const last = b.last();
    if (last === undefined || !isUnconditionalJump(last.op)) continue;
    if (nonEmpty(last.target) === nonEmpty(b.next)) {
      last.become(Op.NOP, 0);
      changes++;
    }
  }
  return changes;
}

/** Removes NOPs and redundant jumps until nothing changes. */
export function removeNopsAndJumps(entry: Block): void {
  while (removeNops(entry) + removeRedundantJumps(entry) > 0);
}

/** Counts predecessors and empties the blocks that cannot be reached. */
export function removeUnreachable(entry: Block): void {
  for (let b: Block | null = entry; b !== null; b = b.next) {
    b.predecessors = 0;
    b.visited = false;
  }
  entry.predecessors = 1;
  entry.visited = true;
  const todo: Block[] = [entry];
  while (todo.length > 0) {
    const b = todo.pop()!;
    if (b.next !== null && b.fallsThrough()) {
      if (!b.next.visited) {
        b.next.visited = true;
        todo.push(b.next);
      }
      b.next.predecessors++;
    }
    for (const instr of b.instrs) {
      if (!hasTarget(instr.op)) continue;
      const target = instr.target!;
      if (!target.visited) {
        target.visited = true;
        todo.push(target);
      }
      target.predecessors++;
    }
  }
  for (let b: Block | null = entry; b !== null; b = b.next) {
    b.visited = false;
    if (b.predecessors === 0) {
      b.instrs.length = 0;
      b.exceptHandler = false;
    }
  }
}

/**
 * Replaces a jump at the end of a block by a copy of its target, where the target is a small exit or has
 * no line of its own (a line event would otherwise be shared). Returns whether it did.
 */
function inlineIntoBlock(block: Block): boolean {
  const last = block.last();
  if (last === undefined || !isUnconditionalJump(last.op)) return false;
  const target = last.target!;
  const smallExit = target.exitsScope() && target.instrs.length <= MAX_COPY_SIZE;
  const lineless = target.hasNoLine() && !target.fallsThrough();
  if (!smallExit && !lineless) return false;
  const removed = last.op;
  last.become(Op.NOP, 0);
  for (const instr of target.instrs.slice()) block.instrs.push(instr.clone());
  if (lineless) {
    const end = block.last()!;
    if (isUnconditionalJump(end.op) && removed === Pseudo.JUMP) end.op = Pseudo.JUMP;
  }
  target.predecessors--;
  return true;
}

/** Copies small exit blocks and blocks without lines into the blocks that jump to them. */
export function inlineSmallBlocks(entry: Block): void {
  for (let changes = true; changes; ) {
    changes = false;
    for (let b: Block | null = entry; b !== null; b = b.next) if (inlineIntoBlock(b)) changes = true;
  }
}
