/**
 * The code object: what the front end makes and the interpreter runs.
 *
 * The instructions are CPython 3.13's, but decoded: one entry of `ops`/`args` per instruction, no
 * CACHE and no EXTENDED_ARG, and every jump argument is the absolute index of its target
 * instruction. Nothing here knows a Python object: constants are the neutral values of `Const`,
 * which the machine turns into objects once, when a function is made from the code.
 *
 * A code object has a head, which making a function of it reads, and a body, which running it reads. Most functions
 * of a library are made and never run: the body of one that comes from a file may be a recipe until it is asked for.
 */

/** A constant as the compiler knows it. `null` is None; a JS number is always an int. */
export type Const =
  | null
  | boolean
  | number
  | bigint
  | string
  | ConstFloat
  | ConstComplex
  | ConstText
  | ConstBytes
  | ConstTuple
  | ConstFrozenSet
  | ConstSlice
  | ConstEllipsis
  | CodeObject;

export class ConstFloat {
  constructor(readonly value: number) {}
}
export class ConstComplex {
  constructor(
    readonly real: number,
    readonly imag: number,
  ) {}
}

/**
 * A str in which a high surrogate and the low one behind it are two characters, as escapes can write
 * them (`'\\ud834\\udd1e'`): as text of the host they would be one. Any other str is that text.
 */
export class ConstText {
  constructor(readonly points: readonly number[]) {}
  /** The text in which such pairs are one character. */
  get merged(): string {
    return this.points.map((p) => String.fromCodePoint(p)).join('');
  }
}
export type Text = string | ConstText;

/** Tells whether a constant is a str. */
export function isText(c: unknown): c is Text {
  return typeof c === 'string' || c instanceof ConstText;
}

/** Returns the characters of a str. */
export function pointsOf(t: Text): readonly number[] {
  return typeof t === 'string' ? Array.from(t, (ch) => ch.codePointAt(0)!) : t.points;
}

/** Returns the str of some characters. */
export function textOf(points: readonly number[]): Text {
  const split = points.some((p, i) => p >> 10 === 0x37 && i > 0 && points[i - 1]! >> 10 === 0x36);
  return split ? new ConstText(points) : points.map((p) => String.fromCodePoint(p)).join('');
}

/** Returns two strs joined. */
export function joinTexts(a: Text, b: Text): Text {
  const plain =
    typeof a === 'string' &&
    typeof b === 'string' &&
    !(b.charCodeAt(0) >> 10 === 0x37 && a.charCodeAt(a.length - 1) >> 10 === 0x36);
  return plain ? a + b : textOf([...pointsOf(a), ...pointsOf(b)]);
}

export class ConstBytes {
  constructor(readonly value: Uint8Array) {}
}
export class ConstTuple {
  constructor(readonly items: readonly Const[]) {}
}
export class ConstFrozenSet {
  constructor(readonly items: readonly Const[]) {}
}
export class ConstSlice {
  constructor(
    readonly start: Const,
    readonly stop: Const,
    readonly step: Const,
  ) {}
}
export class ConstEllipsis {}
export const ELLIPSIS = new ConstEllipsis();

/** One row of the exception table: instructions in [start, end) are handled at `target`. */
export interface ExceptionEntry {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  /** Stack depth to unwind to before pushing (lasti and) the exception. */
  readonly depth: number;
  /** Whether the index of the raising instruction is pushed below the exception. */
  readonly lasti: boolean;
}

/** `co_flags` bits, as in CPython's `code.h`. */
export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_NESTED = 0x10;
export const CO_GENERATOR = 0x20;
export const CO_COROUTINE = 0x80;
export const CO_ASYNC_GENERATOR = 0x200;

/** Kinds of a fast local, as in CPython's `localspluskinds`. */
export const FAST_HIDDEN = 0x10;
export const FAST_LOCAL = 0x20;
export const FAST_CELL = 0x40;
export const FAST_FREE = 0x80;

/** What making a function and binding its arguments reads. */
export interface CodeHead {
  name: string;
  qualname: string;
  filename: string;
  firstlineno: number;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  flags: number;
  stacksize: number;
  /** Names of all fast locals: locals, then cells that are not also locals, then free variables. */
  localsplusnames: readonly string[];
  /** FAST_* bits of each fast local. */
  localspluskinds: readonly number[];
  names: readonly string[];
}

/** What running reads. */
export interface CodeBody {
  readonly consts: readonly Const[];
  /** Opcode of each instruction (an `Op`). */
  readonly ops: Uint8Array;
  /** Argument of each instruction; for jumps the absolute target index; 0 where there is none. */
  readonly args: Int32Array;
  /** Four entries an instruction: line, end line, column, end column; 0-based UTF-8 byte columns; -1 = none. */
  readonly positions: Int32Array;
  readonly exceptionTable: readonly ExceptionEntry[];
}

let nextCodeId = 1;

/** An immutable compiled block: module, function body, class body, comprehension or lambda. */
export class CodeObject {
  readonly id: number = nextCodeId++;
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstlineno: number;
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly flags: number;
  readonly stacksize: number;
  readonly localsplusnames: readonly string[];
  readonly localspluskinds: readonly number[];
  readonly names: readonly string[];
  /** Number of fast locals: the stack of a frame begins at this index. */
  readonly nlocals: number;
  /** Whatever the machine keeps per code object (constants as objects, counters, caches). Opaque here. */
  runtime: unknown = undefined;
  /** The Python object that stands for it, once there is one. Opaque here. */
  object: unknown = undefined;

  constructor(
    f: CodeHead,
    private body: CodeBody | (() => CodeBody),
  ) {
    this.name = f.name;
    this.qualname = f.qualname;
    this.filename = f.filename;
    this.firstlineno = f.firstlineno;
    this.argcount = f.argcount;
    this.posonlyargcount = f.posonlyargcount;
    this.kwonlyargcount = f.kwonlyargcount;
    this.flags = f.flags;
    this.stacksize = f.stacksize;
    this.localsplusnames = f.localsplusnames;
    this.localspluskinds = f.localspluskinds;
    this.names = f.names;
    this.nlocals = f.localsplusnames.length;
  }

  /** Returns the body, unpacked if it was not yet. */
  private get whole(): CodeBody {
    return typeof this.body === 'function' ? (this.body = this.body()) : this.body;
  }
  get consts(): readonly Const[] {
    return this.whole.consts;
  }
  get ops(): Uint8Array {
    return this.whole.ops;
  }
  get args(): Int32Array {
    return this.whole.args;
  }
  get positions(): Int32Array {
    return this.whole.positions;
  }
  get exceptionTable(): readonly ExceptionEntry[] {
    return this.whole.exceptionTable;
  }

  /** Returns the line of an instruction, or the first line of the code where it has none. */
  lineOf(pc: number): number {
    const line = this.positions[pc * 4]!;
    return line > 0 ? line : this.firstlineno;
  }
}
