/**
 * Local variables: which loads must check for an unbound variable, and the double instructions.
 *
 * A forward may-be-unbound analysis: the parameters are bound on entry, the other locals are not; a store
 * binds, a delete unbinds, a load that did not raise proves the variable bound. Only the first 64 locals
 * flow between blocks (two words of bits); the others are followed inside one block only, as in CPython,
 * which keeps the analysis linear.
 */
import { Op } from '../../bytecode/opcodes.ts';
import { type Block, type Instr, isJump, Pseudo } from './blocks.ts';
import { removeNops } from './cleanup.ts';

const TRACKED = 64;

/** Merges a set of maybe-unbound locals into a block and queues it when that is news. */
function reach(block: Block, low: number, high: number, todo: Block[]): void {
  const bothLow = block.unsafeLow | low;
  const bothHigh = block.unsafeHigh | high;
  if (bothLow === block.unsafeLow && bothHigh === block.unsafeHigh) return;
  block.unsafeLow = bothLow;
  block.unsafeHigh = bothHigh;
  if (!block.visited) {
    block.visited = true;
    todo.push(block);
  }
}

/** Runs a block over its set of maybe-unbound locals, turning loads into checked loads. */
function scan(block: Block, todo: Block[]): void {
  let low = block.unsafeLow;
  let high = block.unsafeHigh;
  for (const instr of block.instrs) {
    if (instr.except !== null) reach(instr.except, low, high, todo);
    const { arg } = instr;
    if (arg >= TRACKED) continue;
    const bitLow = arg < 32 ? 1 << arg : 0;
    const bitHigh = arg < 32 ? 0 : 1 << (arg - 32);
    switch (instr.op) {
      case Op.DELETE_FAST:
      case Op.LOAD_FAST_AND_CLEAR:
      case Pseudo.STORE_FAST_MAYBE_NULL:
        low |= bitLow;
        high |= bitHigh;
        break;
      case Op.LOAD_FAST:
        if ((low & bitLow) !== 0 || (high & bitHigh) !== 0) instr.op = Op.LOAD_FAST_CHECK;
        low &= ~bitLow;
        high &= ~bitHigh;
        break;
      case Op.STORE_FAST:
      case Op.LOAD_FAST_CHECK:
        low &= ~bitLow;
        high &= ~bitHigh;
        break;
    }
  }
  if (block.next !== null && block.fallsThrough()) reach(block.next, low, high, todo);
  const last = block.last();
  if (last !== undefined && isJump(last.op)) reach(last.target!, low, high, todo);
}

/** Checks the loads of locals beyond the tracked ones, one block at a time. */
function scanManyLocals(entry: Block, nlocals: number): void {
  const boundIn = new Int32Array(nlocals - TRACKED);
  let blockNumber = 0;
  for (let b: Block | null = entry; b !== null; b = b.next) {
    blockNumber++;
    for (const instr of b.instrs) {
      const i = instr.arg - TRACKED;
      if (i < 0) continue;
      switch (instr.op) {
        case Op.DELETE_FAST:
        case Op.LOAD_FAST_AND_CLEAR:
        case Pseudo.STORE_FAST_MAYBE_NULL:
          boundIn[i] = blockNumber - 1;
          break;
        case Op.STORE_FAST:
          boundIn[i] = blockNumber;
          break;
        case Op.LOAD_FAST:
          if (boundIn[i] !== blockNumber) instr.op = Op.LOAD_FAST_CHECK;
          boundIn[i] = blockNumber;
          break;
      }
    }
  }
}

/** Turns the loads of locals that may be unbound into LOAD_FAST_CHECK. */
export function addUnboundChecks(entry: Block, nlocals: number, nparams: number): void {
  if (nlocals === 0) return;
  if (nlocals > TRACKED) scanManyLocals(entry, nlocals);
  let low = 0;
  let high = 0;
  for (let i = nparams; i < Math.min(nlocals, TRACKED); i++) {
    if (i < 32) low |= 1 << i;
    else high |= 1 << (i - 32);
  }
  const todo: Block[] = [];
  for (let b: Block | null = entry; b !== null; b = b.next) b.visited = false;
  reach(entry, low, high, todo);
  for (let b: Block | null = entry; b !== null; b = b.next) scan(b, todo);
  while (todo.length > 0) {
    const b = todo.pop()!;
    b.visited = false;
    scan(b, todo);
  }
}

/** Joins two instructions on locals below 16 on one line into one. */
function join(first: Instr, second: Instr, op: Op): void {
  const a = first.loc.lineno;
  const b = second.loc.lineno;
  if (a >= 0 && b >= 0 && a !== b) return;
  if (first.arg >= 16 || second.arg >= 16) return;
  first.become(op, (first.arg << 4) | second.arg);
  second.become(Op.NOP, 0);
}

/** Replaces neighbouring loads and stores of locals by the double instructions. */
export function insertSuperInstructions(entry: Block): void {
  for (let b: Block | null = entry; b !== null; b = b.next) {
    const { instrs } = b;
    for (let i = 0; i + 1 < instrs.length; i++) {
      const first = instrs[i]!;
      const second = instrs[i + 1]!;
      if (first.op === Op.LOAD_FAST) {
        if (second.op === Op.LOAD_FAST) join(first, second, Op.LOAD_FAST_LOAD_FAST);
      } else if (first.op === Op.STORE_FAST) {
        if (second.op === Op.LOAD_FAST) join(first, second, Op.STORE_FAST_LOAD_FAST);
        else if (second.op === Op.STORE_FAST) join(first, second, Op.STORE_FAST_STORE_FAST);
      }
    }
  }
  removeNops(entry);
}
