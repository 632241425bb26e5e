/**
 * State of the compiler: the unit (code object in the making) and the stack of enclosing units.
 *
 * The compiler is a set of functions over one `Compiler` (compile-*.ts, one file per part of the grammar)
 * that emit into `c.unit`. The order of what they emit, and the location they give it, is CPython 3.13's
 * (Python/compile.c), since tracebacks, tracing and `dis` show both.
 */
import type { Stmt } from '../tree/statements.ts';
import type { SymbolTable } from '../symbols/builder.ts';
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeObject,
  type Const,
} from '../../bytecode/code.ts';
import { assemble } from '../emit/assembler.ts';
import { Instr, InstrSequence, type Location, NO_LOCATION } from '../emit/blocks.ts';
import { ConstCache, ConstTable } from '../emit/constants.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { syntaxError } from '../symbols/compile-errors.ts';
import { CO_ALLOW_TOP_LEVEL_AWAIT } from '../symbols/future.ts';
import { mangle } from '../symbols/mangle.ts';
import {
  CELL,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  FREE,
  GLOBAL_EXPLICIT,
  type Scope,
  SCOPE_MASK,
  SCOPE_OFFSET,
} from '../symbols/scope.ts';

type UnitType = 'module' | 'class' | 'function' | 'async function' | 'lambda' | 'comprehension' | 'type params';

/** What control must undo when it leaves a statement early (break, continue, return). */
type FrameBlockType =
  | 'while'
  | 'for'
  | 'try except'
  | 'finally try'
  | 'finally end'
  | 'with'
  | 'async with'
  | 'handler cleanup'
  | 'pop value'
  | 'exception handler'
  | 'exception group handler'
  | 'async comprehension'
  | 'stop iteration';

export interface FrameBlock {
  readonly type: FrameBlockType;
  readonly loc: Location;
  /** Where `continue` goes, and `break`; -1 where the block is no loop. */
  readonly start: number;
  readonly exit: number;
  /** The name an exception handler bound. */
  readonly name: string | null;
  /** The statements of a `finally`. */
  readonly finalbody: readonly Stmt[];
}

const MAX_BLOCKS = 21;

/** A code object in the making. */
class Unit {
  readonly sequence = new InstrSequence();
  readonly names = new Map<string, number>();
  readonly varnames = new Map<string, number>();
  readonly cellvars: Map<string, number>;
  readonly freevars: Map<string, number>;
  readonly consts: ConstTable;
  /** Locals of inlined comprehensions in blocks without fast locals: true while the comprehension is compiled. */
  readonly hidden = new Map<string, boolean>();
  readonly frameBlocks: FrameBlock[] = [];
  /** Names of attributes that methods assign to `self` (class units). */
  readonly staticAttributes = new Set<string>();
  qualname: string;
  argcount = 0;
  posonlyargcount = 0;
  kwonlyargcount = 0;
  inlinedComprehensions = 0;

  constructor(
    readonly type: UnitType,
    readonly name: string,
    readonly scope: Scope,
    readonly firstlineno: number,
    readonly parent: Unit | null,
    /** The class whose name mangles private names. */
    public owner: string | null,
    cache: ConstCache,
  ) {
    this.qualname = name;
    this.consts = new ConstTable(cache);
    for (const v of scope.varnames) this.varnames.set(v, this.varnames.size);
    this.cellvars = namesOf(scope, CELL, DEF_COMP_CELL, 0);
    if (scope.needsClassClosure) this.cellvars.set('__class__', this.cellvars.size);
    if (scope.needsClassDict) this.cellvars.set('__classdict__', this.cellvars.size);
    this.freevars = namesOf(scope, FREE, DEF_FREE_CLASS, this.cellvars.size);
  }
}

/** Numbers the names of a scope with the given meaning, in alphabetical order. */
function namesOf(scope: Scope, what: number, flag: number, offset: number): Map<string, number> {
  const found: string[] = [];
  for (const [name, flags] of scope.symbols) {
    if (((flags >> SCOPE_OFFSET) & SCOPE_MASK) === what || (flags & flag) !== 0) found.push(name);
  }
  found.sort();
  return new Map(found.map((name, i) => [name, i + offset]));
}

/** Returns the index of a name in a table, appending it if it is new. */
export function indexIn(table: Map<string, number>, name: string): number {
  let i = table.get(name);
  if (i === undefined) {
    i = table.size;
    table.set(name, i);
  }
  return i;
}

export type Warn = (category: string, message: string, lineno: number, loc: Location) => void;

/** The compiler of one module. */
export class Compiler {
  readonly cache = new ConstCache();
  unit!: Unit;
  interactive = false;
  /** Number of units on the stack. */
  depth = 0;

  constructor(
    readonly filename: string,
    readonly symbols: SymbolTable,
    readonly optimize: number,
    /** Flags given to compile() and future features of the module. */
    readonly flags: number,
    readonly warn: Warn,
  ) {}

  /** Emits an instruction without an argument. */
  op(op: number, loc: Location): void {
    this.unit.sequence.instrs.push(new Instr(op, 0, loc));
  }

  /** Emits an instruction with an argument. */
  opArg(op: number, arg: number, loc: Location): void {
    this.unit.sequence.instrs.push(new Instr(op, arg, loc));
  }

  /** Emits a jump (or a block push) to a label. */
  jump(op: number, label: number, loc: Location): void {
    this.unit.sequence.instrs.push(new Instr(op, label, loc));
  }

  /** Makes a label. */
  label(): number {
    return this.unit.sequence.newLabel();
  }

  /** Places a label here. */
  place(label: number): void {
    this.unit.sequence.place(label);
  }

  /** Emits the load of a constant. */
  loadConst(value: Const, loc: Location): void {
    this.opArg(Op.LOAD_CONST, this.unit.consts.add(value), loc);
  }

  /** Emits an instruction on a name; the flag bits of some instructions go below the index. */
  opName(op: Op, name: string, loc: Location, shift = 0, bits = 0): void {
    this.opArg(op, (indexIn(this.unit.names, this.mangle(name)) << shift) | bits, loc);
  }

  /** Mangles a name where it stands. */
  mangle(name: string): string {
    return this.unit.scope.mangle(this.unit.owner, name);
  }

  /** Throws a SyntaxError. */
  fail(msg: string, loc: Location): never {
    throw syntaxError(msg, this.filename, loc);
  }

  /** Enters the code object of a node. */
  enter(type: UnitType, name: string, node: object, firstlineno: number): void {
    const scope = node === this.symbols.top ? this.symbols.top : this.symbols.blocks.get(node);
    if (scope === undefined) throw new Error(`no symbol table block for ${name}`);
    const parent = this.unit as Unit | undefined;
    const owner = parent === undefined ? null : parent.owner;
    const unit = new Unit(type, name, scope, firstlineno, parent ?? null, owner, this.cache);
    this.unit = unit;
    this.depth++;
    if (type !== 'module') unit.qualname = qualifiedName(unit);
    const line = type === 'module' ? 0 : firstlineno;
    this.opArg(Op.RESUME, 0, { lineno: line, end_lineno: firstlineno, col_offset: 0, end_col_offset: 0 });
  }

  /** Assembles the current code object and leaves it. `none`: it returns None at the end, else what is on the stack. */
  exit(none: boolean): CodeObject {
    const u = this.unit;
    if (none) this.loadConst(null, NO_LOCATION);
    this.op(Op.RETURN_VALUE, NO_LOCATION);
    const code = assemble({
      sequence: u.sequence,
      consts: u.consts,
      name: u.name,
      qualname: u.qualname,
      filename: this.filename,
      firstlineno: u.firstlineno,
      argcount: u.argcount + u.posonlyargcount,
      posonlyargcount: u.posonlyargcount,
      kwonlyargcount: u.kwonlyargcount,
      flags: this.codeFlags(u),
      nparams: u.scope.varnames.length,
      names: [...u.names.keys()],
      varnames: [...u.varnames.keys()],
      cellvars: [...u.cellvars.keys()],
      freevars: [...u.freevars.keys()],
      hidden: u.hidden,
    });
    this.depth--;
    this.unit = u.parent!;
    return code;
  }

  /** Returns `co_flags` of a unit. */
  private codeFlags(u: Unit): number {
    const { coroutine, generator } = u.scope;
    const topLevel = (this.flags & CO_ALLOW_TOP_LEVEL_AWAIT) !== 0 && coroutine && !generator;
    return scopeFlags(u.scope) | (this.flags & INHERITED_FLAGS) | (topLevel ? CO_COROUTINE : 0);
  }

  /** Opens a frame block. */
  pushBlock(
    type: FrameBlockType,
    loc: Location,
    start = -1,
    exit = -1,
    name: string | null = null,
    finalbody: readonly Stmt[] = [],
  ): void {
    const { frameBlocks } = this.unit;
    if (frameBlocks.length >= MAX_BLOCKS) this.fail('too many statically nested blocks', loc);
    frameBlocks.push({ type, loc, start, exit, name, finalbody });
  }

  /** Closes the innermost frame block. */
  popBlock(): void {
    this.unit.frameBlocks.pop();
  }
}

/** Flags of the compilation that its code objects keep: the future features (PyCF_MASK). */
const INHERITED_FLAGS = 0x1fe0000;

/** Returns the CO_* flags that follow from a scope. */
function scopeFlags(scope: Scope): number {
  if (!scope.isFunctionLike()) return 0;
  let flags = CO_NEWLOCALS | CO_OPTIMIZED;
  if (scope.nested) flags |= CO_NESTED;
  if (scope.generator) flags |= scope.coroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR;
  else if (scope.coroutine) flags |= CO_COROUTINE;
  if (scope.varargs) flags |= CO_VARARGS;
  if (scope.varkeywords) flags |= CO_VARKEYWORDS;
  return flags;
}

/** Returns the dotted path to a unit (PEP 3155). */
function qualifiedName(u: Unit): string {
  let parent = u.parent!;
  if (parent.parent === null) return u.name;
  if (parent.type === 'type params') {
    parent = parent.parent;
    if (parent.parent === null) return u.name;
  }
  if (u.type === 'function' || u.type === 'async function' || u.type === 'class') {
    if (parent.scope.scopeOf(mangle(parent.owner, u.name)) === GLOBAL_EXPLICIT) return u.name;
  }
  const inFunction = parent.type === 'function' || parent.type === 'async function' || parent.type === 'lambda';
  return `${parent.qualname}${inFunction ? '.<locals>' : ''}.${u.name}`;
}
