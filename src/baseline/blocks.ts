/**
 * Basic blocks of a code object: where each begins, what follows it, how high the stack is there.
 *
 * A block also begins wherever code may be entered from outside: at handlers, at the bounds of protected
 * ranges (so that what lies on the stack below a handler's depth is in its variables), and at the
 * instructions a caller names (loop headers, places where a trace has left).
 */
import type { CodeObject, ExceptionEntry } from '../bytecode/code.ts';
import { Op, type OpcodeRow } from '../bytecode/opcodes.ts';
import { OP_ROWS } from '../bytecode/names.ts';

export interface Block {
  readonly id: number;
  readonly start: number;
  /** Index after the last instruction. */
  readonly end: number;
  /** Blocks that may follow without an exception. */
  readonly next: number[];
  /** Height of the stack where it begins; -1 while not reached. */
  depth: number;
  /** The handler of its instructions. */
  readonly handler: ExceptionEntry | null;
}

export interface Blocks {
  readonly list: readonly Block[];
  /** Block by the index of its first instruction. */
  readonly at: ReadonlyMap<number, number>;
}

/** Returns the row of an opcode. */
function rowOfOpcode(op: number): OpcodeRow {
  return OP_ROWS[op]!;
}

/** Returns how an instruction changes the height of the stack where it falls through. */
export function effectOf(op: number, arg: number): number {
  const { effect } = rowOfOpcode(op);
  return typeof effect === 'number' ? effect : effect(arg);
}

/** Returns the instruction a jump leads to; -1 where there is none. */
export function targetOf(op: number, arg: number): number {
  if (op === Op.FOR_ITER) return arg + 2;
  return rowOfOpcode(op).arg === 'jump' ? arg : -1;
}

/** Tells whether an instruction never goes on with the next one: what follows a yield is entered from outside. */
export function endsPath(op: number): boolean {
  switch (op) {
    case Op.JUMP_FORWARD:
    case Op.JUMP_BACKWARD:
    case Op.JUMP_BACKWARD_NO_INTERRUPT:
    case Op.RETURN_VALUE:
    case Op.RETURN_CONST:
    case Op.RAISE_VARARGS:
    case Op.RERAISE:
    case Op.RETURN_GENERATOR:
    case Op.YIELD_VALUE:
      return true;
    default:
      return false;
  }
}

/** Tells whether a generator is left at an instruction, to be entered behind it. */
export function isSuspension(op: number): boolean {
  return op === Op.YIELD_VALUE || op === Op.RETURN_GENERATOR;
}

/** Finds the innermost handler of an instruction. */
function handlerAt(code: CodeObject, pc: number): ExceptionEntry | null {
  for (const e of code.exceptionTable) if (pc >= e.start && pc < e.end) return e;
  return null;
}

/** Returns the height of the stack where a handler begins. */
export function handlerDepth(e: ExceptionEntry): number {
  return e.depth + (e.lasti ? 2 : 1);
}

/** Cuts code into blocks and works out the height of the stack in each. `entries` begin blocks of their own. */
export function blocksOf(code: CodeObject, entries: readonly number[]): Blocks {
  const starts = leaders(code, entries);
  const at = new Map<number, number>(starts.map((pc, i) => [pc, i]));
  const list: Block[] = starts.map((start, id) => {
    const end = starts[id + 1] ?? code.ops.length;
    return { id, start, end, next: following(code, end - 1, at), depth: -1, handler: handlerAt(code, start) };
  });
  reach(code, list, at, 0, 0);
  return { list, at };
}

/** Lists where blocks begin, in order. */
function leaders(code: CodeObject, entries: readonly number[]): number[] {
  const starts = new Set<number>([0, ...entries]);
  for (let pc = 0; pc < code.ops.length; pc++) {
    const op = code.ops[pc]!;
    const target = targetOf(op, code.args[pc]!);
    if (target >= 0) starts.add(target);
    if (target >= 0 || endsPath(op)) starts.add(pc + 1);
  }
  for (const e of code.exceptionTable) for (const pc of [e.start, e.end, e.target]) starts.add(pc);
  return [...starts].filter((pc) => pc < code.ops.length).sort((a, b) => a - b);
}

/** Lists the blocks that follow an instruction: the one it falls into first. */
function following(code: CodeObject, pc: number, at: ReadonlyMap<number, number>): number[] {
  const op = code.ops[pc]!;
  const out: number[] = [];
  if (!endsPath(op) && pc + 1 < code.ops.length) out.push(at.get(pc + 1)!);
  const target = targetOf(op, code.args[pc]!);
  if (target >= 0) out.push(at.get(target)!);
  return out;
}

/** Gives a block and all that can be reached from it their heights. */
function reach(code: CodeObject, list: Block[], at: ReadonlyMap<number, number>, from: number, height: number): void {
  const work: [number, number][] = [[from, height]];
  for (let item = work.pop(); item !== undefined; item = work.pop()) {
    const [id, depth] = item;
    const b = list[id]!;
    if (b.depth >= 0) continue;
    b.depth = depth;
    if (b.handler !== null) work.push([at.get(b.handler.target)!, handlerDepth(b.handler)]);
    let d = depth;
    for (let pc = b.start; pc < b.end; pc++) d += effectOf(code.ops[pc]!, code.args[pc]!);
    const last = b.end - 1;
    const target = targetOf(code.ops[last]!, code.args[last]!);
    if (isSuspension(code.ops[last]!) && at.has(b.end)) work.push([at.get(b.end)!, d]);
    for (const next of b.next) {
      // An exhausted iterator is popped; its value was never pushed.
      const jumps = code.ops[last] === Op.FOR_ITER && list[next]!.start === target;
      work.push([next, jumps ? d - 2 : d]);
    }
  }
}
