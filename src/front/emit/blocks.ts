/**
 * Instructions and basic blocks, as the compiler makes them and the passes of flowgraph*.ts rewrite them.
 *
 * The compiler emits a linear list (`InstrSequence`) whose jumps name labels. `buildBlocks` cuts it
 * into basic blocks: a block begins at a label that some jump targets and after an instruction that
 * must end a block. From then on a jump's target is a `Block` and the order of blocks is the linked
 * list `next`; nothing has an index until the assembler lays the blocks out.
 *
 * Pseudo-instructions (numbers from 256, as in CPython) live only here. SETUP_FINALLY, SETUP_CLEANUP and
 * SETUP_WITH open a protected region whose handler is their target, POP_BLOCK closes it: they become the
 * `except` field of the instructions between them (flowgraph-exceptions.ts) and then vanish.
 *
 * A location is any object with the four position fields, so an AST node is its own location and
 * giving an instruction a position costs one pointer. Locations are never written to.
 *
 * The pipeline is the one described in CPython's InternalDocs/compiler.md and Python/flowgraph.c (3.13).
 */
import { Op } from '../../bytecode/opcodes.ts';

/** A source range: lines from 1, columns from 0 in UTF-8 bytes; a line below 0 means "no location". */
export interface Location {
  readonly lineno: number;
  readonly end_lineno: number;
  readonly col_offset: number;
  readonly end_col_offset: number;
}

export const NO_LOCATION: Location = { lineno: -1, end_lineno: -1, col_offset: -1, end_col_offset: -1 };

/** Instructions that exist only between the compiler and the assembler. */
export const enum Pseudo {
  JUMP = 256,
  JUMP_NO_INTERRUPT = 257,
  LOAD_CLOSURE = 258,
  POP_BLOCK = 263,
  SETUP_CLEANUP = 264,
  SETUP_FINALLY = 265,
  SETUP_WITH = 266,
  STORE_FAST_MAYBE_NULL = 267,
}

const IS_JUMP = 1;
const IS_BLOCK_PUSH = 2;
const IS_UNCONDITIONAL = 4;
const IS_SCOPE_EXIT = 8;
const HAS_EVAL_BREAK = 16;

const flags = new Uint8Array(512);
for (const op of [
  Pseudo.JUMP,
  Pseudo.JUMP_NO_INTERRUPT,
  Op.JUMP_FORWARD,
  Op.JUMP_BACKWARD,
  Op.JUMP_BACKWARD_NO_INTERRUPT,
])
  flags[op] = IS_JUMP | IS_UNCONDITIONAL;
for (const op of [
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
  Op.FOR_ITER,
  Op.SEND,
])
  flags[op] = IS_JUMP;
for (const op of [Pseudo.SETUP_CLEANUP, Pseudo.SETUP_FINALLY, Pseudo.SETUP_WITH]) flags[op] = IS_BLOCK_PUSH;
for (const op of [Op.RETURN_VALUE, Op.RETURN_CONST, Op.RAISE_VARARGS, Op.RERAISE]) flags[op] = IS_SCOPE_EXIT;
for (const op of [Pseudo.JUMP, Op.JUMP_BACKWARD, Op.RESUME, Op.CALL, Op.CALL_KW, Op.CALL_FUNCTION_EX]) {
  flags[op]! |= HAS_EVAL_BREAK;
}

/** Tells whether an instruction may jump (block pushes do not count). */
export const isJump = (op: number): boolean => (flags[op]! & IS_JUMP) !== 0;
/** Tells whether an instruction opens a protected region. */
export const isBlockPush = (op: number): boolean => (flags[op]! & IS_BLOCK_PUSH) !== 0;
/** Tells whether an instruction refers to a block. */
export const hasTarget = (op: number): boolean => (flags[op]! & (IS_JUMP | IS_BLOCK_PUSH)) !== 0;
/** Tells whether an instruction always jumps. */
export const isUnconditionalJump = (op: number): boolean => (flags[op]! & IS_UNCONDITIONAL) !== 0;
/** Tells whether an instruction leaves the code object. */
export const isScopeExit = (op: number): boolean => (flags[op]! & IS_SCOPE_EXIT) !== 0;
/** Tells whether an instruction is one at which CPython looks for pending work (signals, tracing). */
export const hasEvalBreak = (op: number): boolean => (flags[op]! & HAS_EVAL_BREAK) !== 0;
const endsBlock = (op: number): boolean => (flags[op]! & (IS_JUMP | IS_SCOPE_EXIT)) !== 0;

/** One instruction. In a sequence the argument of a jump is a label; in a block `target` says where it goes. */
export class Instr {
  target: Block | null = null;
  /** The handler that receives an exception raised here. */
  except: Block | null = null;
  constructor(
    public op: number,
    public arg: number,
    public loc: Location,
  ) {}

  /** Turns the instruction into another one without a target. */
  become(op: number, arg: number): void {
    this.op = op;
    this.arg = arg;
    this.target = null;
  }

  /** Returns a copy, for a block that is duplicated. */
  clone(): Instr {
    const copy = new Instr(this.op, this.arg, this.loc);
    copy.target = this.target;
    copy.except = this.except;
    return copy;
  }
}

/** A basic block: control enters at its first instruction and leaves at its last. */
export class Block {
  readonly instrs: Instr[] = [];
  next: Block | null = null;
  predecessors = 0;
  /** Stack depth on entry; -1 where not known (unreachable). */
  startDepth = -1;
  visited = false;
  /** Whether a jump of the compiler's own sequence targets the block. */
  labelled = false;
  exceptHandler = false;
  /** Whether entering this handler pushes the index of the raising instruction. */
  preserveLasti = false;
  cold = false;
  warm = false;
  /** Locals (first 64, two words) that may be unbound on entry. */
  unsafeLow = 0;
  unsafeHigh = 0;
  /** Index of the first instruction, once laid out. */
  offset = -1;
  /** Protected regions open on entry, while flowgraph-exceptions.ts runs. */
  handlers: Block[] | null = null;

  /** Returns the last instruction, or undefined in an empty block. */
  last(): Instr | undefined {
    return this.instrs[this.instrs.length - 1];
  }

  /** Tells whether control can run off the end into `next`. */
  fallsThrough(): boolean {
    const last = this.last();
    return last === undefined || (flags[last.op]! & (IS_SCOPE_EXIT | IS_UNCONDITIONAL)) === 0;
  }

  /** Tells whether the block ends by leaving the code object. */
  exitsScope(): boolean {
    const last = this.last();
    return last !== undefined && isScopeExit(last.op);
  }

  /** Tells whether no instruction of the block has a line. */
  hasNoLine(): boolean {
    for (const instr of this.instrs) if (instr.loc.lineno >= 0) return false;
    return true;
  }
}

/** Returns the block or the first one after it that has an instruction. */
export function nonEmpty(block: Block | null): Block | null {
  while (block !== null && block.instrs.length === 0) block = block.next;
  return block;
}

/** The list the compiler emits into. A label is a number; it stands before the instruction emitted after `place`. */
export class InstrSequence {
  readonly instrs: Instr[] = [];
  /** Instruction index of each label; -1 until placed. */
  readonly labels: number[] = [];

  /** Makes a label that is not placed yet. */
  newLabel(): number {
    return this.labels.push(-1) - 1;
  }

  /** Places a label before the next instruction. */
  place(label: number): void {
    this.labels[label] = this.instrs.length;
  }

  /** Inserts an instruction at the very beginning, below every label. */
  insertFirst(instr: Instr): void {
    this.instrs.unshift(instr);
    for (let i = 0; i < this.labels.length; i++) if (this.labels[i]! >= 0) this.labels[i]!++;
  }
}

/** Cuts a sequence into basic blocks and returns the first one. */
export function buildBlocks(seq: InstrSequence): Block {
  const { instrs, labels } = seq;
  const starts: (Block | undefined)[] = new Array(instrs.length + 1).fill(undefined);
  for (const instr of instrs) {
    if (!hasTarget(instr.op)) continue;
    const at = labels[instr.arg]!;
    const block = (starts[at] ??= new Block());
    block.labelled = true;
    instr.target = block;
    instr.arg = 0;
  }
  let current = starts[0] ?? new Block();
  const entry = current;
  for (let i = 0; i < instrs.length; i++) {
    const instr = instrs[i]!;
    const start = starts[i];
    if (start !== undefined && start !== current) {
      current.next = start;
      current = start;
    } else if (i > 0 && endsBlock(instrs[i - 1]!.op)) {
      current.next = new Block();
      current = current.next;
    }
    current.instrs.push(instr);
  }
  return entry;
}
