/**
 * Order of blocks: code that only runs after an exception goes to the end, so that the usual path is straight.
 *
 * A block is warm when it can be reached without an exception, cold when only from a handler. A cold block
 * that ran into a warm one gets an explicit jump, since it will no longer stand before it.
 */
import { Op } from '../../bytecode/opcodes.ts';
import { Block, Instr, isJump, NO_LOCATION, Pseudo } from './blocks.ts';
import { removeNopsAndJumps } from './cleanup.ts';

/** Walks from the queued blocks along normal edges and calls `mark` on each block reached. */
function flood(todo: Block[], mark: (b: Block) => void, stop: (b: Block) => boolean): void {
  /** Queues a block that was not seen. */
  const reach = (b: Block): void => {
    if (b.visited || stop(b)) return;
    b.visited = true;
    todo.push(b);
  };
  for (const b of todo) b.visited = true;
  while (todo.length > 0) {
    const b = todo.pop()!;
    mark(b);
    if (b.next !== null && b.fallsThrough()) reach(b.next);
    for (const instr of b.instrs) if (isJump(instr.op)) reach(instr.target!);
  }
}

/** Sets `warm` and `cold` of all blocks. */
function markColdBlocks(entry: Block): void {
  for (let b: Block | null = entry; b !== null; b = b.next) b.visited = false;
  flood(
    [entry],
    (b) => {
      b.warm = true;
    },
    () => false,
  );
  const handlers: Block[] = [];
  for (let b: Block | null = entry; b !== null; b = b.next) {
    b.visited = false;
    if (b.exceptHandler) handlers.push(b);
  }
  flood(
    handlers,
    (b) => {
      b.cold = true;
    },
    (b) => b.warm,
  );
}

/** Moves the cold blocks behind the warm ones, both in their order. */
export function pushColdBlocksToEnd(entry: Block): void {
  if (entry.next === null) return;
  markColdBlocks(entry);
  for (let b: Block | null = entry; b !== null; b = b.next) {
    const next = b.next;
    if (!b.cold || next === null || !next.warm || !b.fallsThrough()) continue;
    const bridge = new Block();
    const jump = new Instr(Pseudo.JUMP_NO_INTERRUPT, 0, NO_LOCATION);
    jump.target = next;
    next.labelled = true;
    bridge.instrs.push(jump);
    bridge.cold = true;
    bridge.predecessors = 1;
    bridge.next = next;
    b.next = bridge;
  }
  let coldFirst: Block | null = null;
  let coldLast: Block | null = null;
  let b = entry;
  for (;;) {
    while (b.next !== null && !b.next.cold) b = b.next;
    const start: Block | null = b.next;
    if (start === null) break;
    let end: Block = start;
    while (end.next?.cold) end = end.next;
    if (coldLast === null) coldFirst = start;
    else coldLast.next = start;
    coldLast = end;
    b.next = end.next;
    end.next = null;
  }
  b.next = coldFirst;
  if (coldFirst !== null) removeNopsAndJumps(entry);
}

/** Gives jumps their direction; a conditional jump backward becomes an inverted one over a backward jump. */
export function normalizeJumps(entry: Block): void {
  for (let b: Block | null = entry; b !== null; b = b.next) b.visited = false;
  for (let b: Block | null = entry; b !== null; b = b.next) {
    b.visited = true;
    const last = b.last();
    if (last === undefined || !isJump(last.op)) continue;
    const target = last.target!;
    const forward = !target.visited;
    switch (last.op) {
      case Pseudo.JUMP:
        last.op = forward ? Op.JUMP_FORWARD : Op.JUMP_BACKWARD;
        continue;
      case Pseudo.JUMP_NO_INTERRUPT:
        last.op = forward ? Op.JUMP_FORWARD : Op.JUMP_BACKWARD_NO_INTERRUPT;
        continue;
    }
    if (forward) continue;
    const back = new Block();
    const jump = new Instr(Op.JUMP_BACKWARD, 0, last.loc);
    jump.target = target;
    back.instrs.push(jump);
    back.cold = b.cold;
    back.startDepth = target.startDepth;
    back.visited = true;
    back.next = b.next;
    last.op = invert(last.op);
    last.target = b.next;
    b.next = back;
    b = back;
  }
}

/** Returns the conditional jump that jumps when the given one does not. */
function invert(op: number): number {
  switch (op) {
    case Op.POP_JUMP_IF_FALSE:
      return Op.POP_JUMP_IF_TRUE;
    case Op.POP_JUMP_IF_TRUE:
      return Op.POP_JUMP_IF_FALSE;
    case Op.POP_JUMP_IF_NONE:
      return Op.POP_JUMP_IF_NOT_NONE;
    case Op.POP_JUMP_IF_NOT_NONE:
      return Op.POP_JUMP_IF_NONE;
    default:
      throw new Error(`opcode ${op} cannot jump backward`);
  }
}
