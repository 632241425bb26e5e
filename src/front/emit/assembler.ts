/**
 * The assembler: from optimised basic blocks to a code object.
 *
 * Fast locals are the variables, then the cells that are not variables too, then the free variables. Cell
 * instructions come from the compiler with indices into cells + free variables; here they get their final
 * place, which for a cell that is also a variable is the variable's own.
 */
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CodeObject,
  type ExceptionEntry,
  FAST_CELL,
  FAST_FREE,
  FAST_HIDDEN,
  FAST_LOCAL,
} from '../../bytecode/code.ts';
import {
  type Block,
  Instr,
  type InstrSequence,
  isBlockPush,
  isJump,
  type Location,
  NO_LOCATION,
  Pseudo,
} from './blocks.ts';
import { removeNopsAndJumps } from './cleanup.ts';
import type { ConstTable } from './constants.ts';
import { computeStackDepth } from './exceptions.ts';
import { normalizeJumps } from './layout.ts';
import { optimizeSequence } from './flowgraph.ts';
import { Op } from '../../bytecode/opcodes.ts';

/** Everything the compiler knows about a code object when its last instruction is emitted. */
interface AssemblyUnit {
  readonly sequence: InstrSequence;
  readonly consts: ConstTable;
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstlineno: number;
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly flags: number;
  /** Number of parameters of every kind: the locals that are bound on entry. */
  readonly nparams: number;
  readonly names: readonly string[];
  readonly varnames: readonly string[];
  readonly cellvars: readonly string[];
  readonly freevars: readonly string[];
  /** Locals of inlined comprehensions, which locals() does not show. */
  readonly hidden: ReadonlyMap<string, boolean>;
}

/** Returns the fast-local index of each cell and free variable. */
function cellIndices(u: AssemblyUnit): number[] {
  const local = new Map(u.varnames.map((name, i) => [name, i]));
  let next = u.varnames.length;
  return [...u.cellvars.map((name) => local.get(name) ?? next++), ...u.freevars.map(() => next++)];
}

/** Inserts what must run first: the closure's cells, new cells, and the making of a generator. */
function insertPrefix(u: AssemblyUnit, entry: Block, cells: readonly number[]): void {
  const prefix: Instr[] = [];
  if (u.freevars.length > 0) prefix.push(new Instr(Op.COPY_FREE_VARS, u.freevars.length, NO_LOCATION));
  const own = cells.slice(0, u.cellvars.length).sort((a, b) => a - b);
  for (const index of own) prefix.push(new Instr(Op.MAKE_CELL, index, NO_LOCATION));
  if ((u.flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0) {
    const line = u.firstlineno;
    const loc: Location = { lineno: line, end_lineno: line, col_offset: -1, end_col_offset: -1 };
    prefix.push(new Instr(Op.RETURN_GENERATOR, 0, loc), new Instr(Op.POP_TOP, 0, loc));
  }
  entry.instrs.unshift(...prefix);
}

/** Replaces pseudo-instructions and gives cell instructions their fast-local index. */
function resolvePseudo(entry: Block, cells: readonly number[]): void {
  for (let b: Block | null = entry; b !== null; b = b.next) {
    for (const instr of b.instrs) {
      switch (instr.op) {
        case Pseudo.LOAD_CLOSURE:
          instr.op = Op.LOAD_FAST;
          instr.arg = cells[instr.arg]!;
          break;
        case Op.LOAD_DEREF:
        case Op.STORE_DEREF:
        case Op.DELETE_DEREF:
        case Op.LOAD_FROM_DICT_OR_DEREF:
        case Op.MAKE_CELL:
          instr.arg = cells[instr.arg]!;
          break;
        case Pseudo.STORE_FAST_MAYBE_NULL:
          instr.op = Op.STORE_FAST;
          break;
        default:
          if (isBlockPush(instr.op) || instr.op === Pseudo.POP_BLOCK) instr.become(Op.NOP, 0);
      }
    }
  }
}

/** Returns the names and kinds of the fast locals. */
function layOutLocals(u: AssemblyUnit): { names: string[]; kinds: number[] } {
  const names: string[] = [];
  const kinds: number[] = [];
  const cells = new Set(u.cellvars);
  const local = new Set(u.varnames);
  for (const name of u.varnames) {
    names.push(name);
    kinds.push(FAST_LOCAL | (cells.has(name) ? FAST_CELL : 0) | (u.hidden.has(name) ? FAST_HIDDEN : 0));
  }
  for (const name of u.cellvars) {
    if (local.has(name)) continue;
    names.push(name);
    kinds.push(FAST_CELL);
  }
  for (const name of u.freevars) {
    names.push(name);
    kinds.push(FAST_FREE);
  }
  return { names, kinds };
}

/** Returns the exception table: one row per run of instructions with the same handler. */
function exceptionTable(instrs: readonly Instr[]): ExceptionEntry[] {
  const rows: ExceptionEntry[] = [];
  let start = 0;
  let handler: Block | null = null;
  for (let i = 0; i <= instrs.length; i++) {
    const here = i < instrs.length ? instrs[i]!.except : null;
    if (here === handler) continue;
    if (handler !== null) {
      const lasti = handler.preserveLasti;
      rows.push({ start, end: i, target: handler.offset, depth: handler.startDepth - (lasti ? 2 : 1), lasti });
    }
    handler = here;
    start = i;
  }
  return rows;
}

/** Assembles a compiled unit into a code object. */
export function assemble(u: AssemblyUnit): CodeObject {
  const entry = optimizeSequence(u.sequence, u.consts, u.varnames.length, u.nparams);
  const stacksize = Math.max(1, computeStackDepth(entry));
  const cells = cellIndices(u);
  resolvePseudo(entry, cells);
  insertPrefix(u, entry, cells);
  removeNopsAndJumps(entry);
  normalizeJumps(entry);

  const instrs: Instr[] = [];
  for (let b: Block | null = entry; b !== null; b = b.next) {
    b.offset = instrs.length;
    for (const instr of b.instrs) instrs.push(instr);
  }
  const n = instrs.length;
  const ops = new Uint8Array(n);
  const args = new Int32Array(n);
  const positions = new Int32Array(4 * n);
  for (let i = 0; i < n; i++) {
    const { op, arg, target, loc } = instrs[i]!;
    ops[i] = op;
    args[i] = isJump(op) ? target!.offset : arg;
    const known = loc.lineno >= 0;
    positions[4 * i] = known ? loc.lineno : -1;
    positions[4 * i + 1] = known ? loc.end_lineno : -1;
    positions[4 * i + 2] = known ? loc.col_offset : -1;
    positions[4 * i + 3] = known ? loc.end_col_offset : -1;
  }
  const { names, kinds } = layOutLocals(u);
  const head = {
    name: u.name,
    qualname: u.qualname,
    filename: u.filename,
    firstlineno: u.firstlineno,
    argcount: u.argcount,
    posonlyargcount: u.posonlyargcount,
    kwonlyargcount: u.kwonlyargcount,
    flags: u.flags,
    stacksize,
    localsplusnames: names,
    localspluskinds: kinds,
    names: u.names,
  };
  const consts = u.consts.items;
  return new CodeObject(head, { consts, ops, args, positions, exceptionTable: exceptionTable(instrs) });
}
