/**
 * Peephole optimisation inside basic blocks: tests of constants, `is None` jumps, jump threading, constant
 * tuples, merging of TO_BOOL into the test before it, and the minimisation of SWAPs.
 *
 * Removed instructions become NOPs (see flowgraph-cleanup.ts). After a jump is threaded the block is looked
 * at again from the jump, since its new target may be a jump as well; a jump to itself is left alone or this
 * would not end.
 */
import { ConstTuple } from '../../bytecode/code.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { type Block, hasTarget, Instr, Pseudo } from './blocks.ts';
import { type ConstTable, constIsTrue } from './constants.ts';

/** Lets a jump whose target is a jump go to the latter's target; returns whether it did. */
function threadJump(block: Block, jump: Instr, next: Instr): boolean {
  if (jump.target === next.target) return false;
  const threaded = new Instr(jump.op, 0, next.loc);
  threaded.target = next.target;
  jump.become(Op.NOP, 0);
  block.instrs.push(threaded);
  return true;
}

/** Folds `LOAD_CONST ... BUILD_TUPLE n` ending at index i into one constant. */
function foldTuple(instrs: Instr[], i: number, n: number, consts: ConstTable): void {
  for (let k = i - n; k < i; k++) if (instrs[k]!.op !== Op.LOAD_CONST) return;
  const items = [];
  for (let k = i - n; k < i; k++) {
    items.push(consts.items[instrs[k]!.arg]!);
    instrs[k]!.become(Op.NOP, 0);
  }
  instrs[i]!.become(Op.LOAD_CONST, consts.add(new ConstTuple(items)));
}

/** Rewrites LOAD_CONST with what follows it; returns the index to go on from. */
function afterConst(instrs: Instr[], i: number, constIndex: number, consts: ConstTable): number {
  const instr = instrs[i]!;
  const next = instrs[i + 1];
  if (next === undefined) return i;
  const value = consts.items[constIndex]!;
  switch (next.op) {
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
      instr.become(Op.NOP, 0);
      if (constIsTrue(value) === (next.op === Op.POP_JUMP_IF_TRUE)) next.op = Pseudo.JUMP;
      else next.become(Op.NOP, 0);
      return i;
    case Op.IS_OP: {
      if (value !== null) return i;
      let jump = instrs[i + 2];
      if (jump === undefined) return i;
      if (jump.op === Op.TO_BOOL) {
        jump.become(Op.NOP, 0);
        jump = instrs[i + 3];
        if (jump === undefined) return i;
      }
      let inverted = next.arg !== 0;
      if (jump.op === Op.POP_JUMP_IF_FALSE) inverted = !inverted;
      else if (jump.op !== Op.POP_JUMP_IF_TRUE) return i;
      instr.become(Op.NOP, 0);
      next.become(Op.NOP, 0);
      jump.op = inverted ? Op.POP_JUMP_IF_NOT_NONE : Op.POP_JUMP_IF_NONE;
      return i;
    }
    case Op.RETURN_VALUE:
      instr.become(Op.NOP, 0);
      next.become(Op.RETURN_CONST, constIndex);
      return i + 1;
    case Op.TO_BOOL:
      instr.become(Op.NOP, 0);
      next.become(Op.LOAD_CONST, consts.add(constIsTrue(value)));
      return i;
  }
  return i;
}

/** Optimises one block. */
export function optimizeBlock(block: Block, consts: ConstTable): void {
  const { instrs } = block;
  let op = 0;
  let arg = 0;
  let target: Instr | undefined;
  for (let i = 0; i < instrs.length; i++) {
    const instr = instrs[i]!;
    // A COPY of a constant just loaded is looked at as if it loaded the constant itself.
    if (!(op === Op.LOAD_CONST && instr.op === Op.COPY && instr.arg === 1)) {
      op = instr.op;
      arg = instr.arg;
      target = hasTarget(op) ? instr.target!.instrs[0] : undefined;
    }
    const next = instrs[i + 1];
    const nextOp = next === undefined ? 0 : next.op;
    switch (op) {
      case Op.LOAD_CONST:
        i = afterConst(instrs, i, arg, consts);
        break;
      case Op.BUILD_TUPLE:
        if (nextOp === Op.UNPACK_SEQUENCE && next!.arg === arg && arg >= 1 && arg <= 3) {
          instr.become(Op.NOP, 0);
          if (arg === 1) next!.become(Op.NOP, 0);
          else next!.op = Op.SWAP;
        } else if (i >= arg) {
          foldTuple(instrs, i, arg, consts);
        }
        break;
      case Op.POP_JUMP_IF_NONE:
      case Op.POP_JUMP_IF_NOT_NONE:
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
        if (target?.op === Pseudo.JUMP && threadJump(block, instr, target)) i--;
        break;
      case Pseudo.JUMP:
      case Pseudo.JUMP_NO_INTERRUPT:
        if (target?.op === Pseudo.JUMP || target?.op === Pseudo.JUMP_NO_INTERRUPT) {
          const both = op === Pseudo.JUMP_NO_INTERRUPT && target.op === Pseudo.JUMP_NO_INTERRUPT;
          if (jumpThrough(block, instr, target, both ? Pseudo.JUMP_NO_INTERRUPT : Pseudo.JUMP)) i--;
        }
        break;
      case Op.STORE_FAST:
        if (nextOp === Op.STORE_FAST && next!.arg === arg && next!.loc.lineno === instr.loc.lineno) {
          instr.become(Op.POP_TOP, 0);
        }
        break;
      case Op.SWAP:
        if (arg === 1) instr.become(Op.NOP, 0);
        break;
      case Op.LOAD_GLOBAL:
        if (nextOp === Op.PUSH_NULL && (arg & 1) === 0) {
          instr.arg = arg | 1;
          next!.become(Op.NOP, 0);
        }
        break;
      case Op.COMPARE_OP:
        if (nextOp === Op.TO_BOOL) {
          instr.become(Op.NOP, 0);
          next!.become(Op.COMPARE_OP, arg | 16);
        }
        break;
      case Op.CONTAINS_OP:
      case Op.IS_OP:
        if (nextOp === Op.TO_BOOL) {
          instr.become(Op.NOP, 0);
          next!.become(op, arg);
        }
        break;
      case Op.TO_BOOL:
        if (nextOp === Op.TO_BOOL) instr.become(Op.NOP, 0);
        break;
      case Op.UNARY_NOT:
        if (nextOp === Op.TO_BOOL) {
          instr.become(Op.NOP, 0);
          next!.become(Op.UNARY_NOT, 0);
        } else if (nextOp === Op.UNARY_NOT) {
          instr.become(Op.NOP, 0);
          next!.become(Op.NOP, 0);
        }
        break;
    }
  }
  for (let i = 0; i < instrs.length; i++) {
    if (instrs[i]!.op !== Op.SWAP) continue;
    i = minimizeSwaps(instrs, i);
    applySwaps(instrs, i);
  }
}

/** Threads an unconditional jump through another one, as the given kind of jump. */
function jumpThrough(block: Block, jump: Instr, next: Instr, op: number): boolean {
  if (!threadJump(block, jump, next)) return false;
  block.last()!.op = op;
  return true;
}

const VISITED = -1;

/**
 * Replaces a run of SWAPs and NOPs from index i by the fewest SWAPs with the same effect: each cycle of the
 * permutation is one SWAP per element but the top (https://cs.stackexchange.com/a/13938). Returns the index of
 * the last instruction of the run.
 */
function minimizeSwaps(instrs: Instr[], i: number): number {
  let depth = instrs[i]!.arg;
  let length = 1;
  let more = false;
  for (; i + length < instrs.length; length++) {
    const { op, arg } = instrs[i + length]!;
    if (op === Op.SWAP) {
      depth = Math.max(depth, arg);
      more = true;
    } else if (op !== Op.NOP) {
      break;
    }
  }
  if (!more) return i;
  const stack = Array.from({ length: depth }, (_, k) => k);
  for (let k = i; k < i + length; k++) {
    const { op, arg } = instrs[k]!;
    if (op !== Op.SWAP) continue;
    const top = stack[0]!;
    stack[0] = stack[arg - 1]!;
    stack[arg - 1] = top;
  }
  let current = i + length - 1;
  for (let k = 0; k < depth; k++) {
    if (stack[k] === VISITED || stack[k] === k) continue;
    for (let j = k; ; ) {
      if (j !== 0) instrs[current--]!.become(Op.SWAP, j + 1);
      if (stack[j] === VISITED) break;
      const following = stack[j]!;
      stack[j] = VISITED;
      j = following;
    }
  }
  while (current >= i) instrs[current--]!.become(Op.NOP, 0);
  return i + length - 1;
}

/** Tells whether an instruction only pops the top of the stack, so that it may change places with its like. */
const isSwappable = (op: number): boolean =>
  op === Op.STORE_FAST || op === Pseudo.STORE_FAST_MAYBE_NULL || op === Op.POP_TOP;

/** Returns the local an instruction stores to, or -1. */
const storesTo = (instr: Instr): number =>
  instr.op === Op.STORE_FAST || instr.op === Pseudo.STORE_FAST_MAYBE_NULL ? instr.arg : -1;

/** Returns the index of the next swappable instruction after i (on the given line, if any), or -1. */
function nextSwappable(instrs: Instr[], i: number, line: number): number {
  for (i++; i < instrs.length; i++) {
    const instr = instrs[i]!;
    if (line >= 0 && instr.loc.lineno !== line) return -1;
    if (instr.op === Op.NOP) continue;
    return isSwappable(instr.op) ? i : -1;
  }
  return -1;
}

/** Replaces SWAPs at and before index i by exchanging the instructions that pop the two items. */
function applySwaps(instrs: Instr[], i: number): void {
  for (; i >= 0; i--) {
    const swap = instrs[i]!;
    if (swap.op !== Op.SWAP) {
      if (swap.op === Op.NOP || isSwappable(swap.op)) continue;
      return;
    }
    const j = nextSwappable(instrs, i, -1);
    if (j < 0) return;
    const line = instrs[j]!.loc.lineno;
    let k = j;
    for (let count = swap.arg - 1; count > 0; count--) {
      k = nextSwappable(instrs, k, line);
      if (k < 0) return;
    }
    const storeJ = storesTo(instrs[j]!);
    const storeK = storesTo(instrs[k]!);
    if (storeJ >= 0 || storeK >= 0) {
      if (storeJ === storeK) return;
      for (let between = j + 1; between < k; between++) {
        const store = storesTo(instrs[between]!);
        if (store >= 0 && (store === storeJ || store === storeK)) return;
      }
    }
    swap.become(Op.NOP, 0);
    const temp = instrs[j]!;
    instrs[j] = instrs[k]!;
    instrs[k] = temp;
  }
}
