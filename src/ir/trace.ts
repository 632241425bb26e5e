/**
 * The data of traces: instructions in SSA form, snapshots, exits, traces, trees. No behaviour.
 *
 * An `Ins` is a value: what others refer to is the object itself. A *tree* belongs to one loop
 * header: its root trace has a first part (the peeled iteration, which establishes all
 * invariants) and a body (what varies); side traces hang at guards. Lexical scope is dominance:
 * whatever a side trace refers to is computed before its guard.
 */
import type { Effects } from './effects.ts';
import type { KindFact } from './kinds.ts';
import type { OpName, Sort } from './ops.ts';
import type { Range } from './ranges.ts';
import type { Validity } from './validity.ts';

/** Where compiled code enters a function or a loop (`frames/entry.ts`). */
export interface Entrance {
  call(depth: number, ...slots: any[]): unknown;
  /** Takes the values at `floats` unboxed. */
  fast(depth: number, ...slots: any[]): unknown;
  readonly floats: readonly number[] | null;
}

/** What is called on the host: a runtime function (`machine/runtime-fns.ts`) or the implementation of a built-in. */
export interface Callee {
  readonly name: string;
  readonly effects: Effects;
  readonly fn: (...args: any[]) => any;
  /** Takes one array. */
  readonly variadic?: boolean;
  /** Every result is an object made by the call. */
  readonly fresh?: boolean;
}

/** How a Python function is called: its entry, and how many frames its own is above the first of the tree. */
export interface FunctionCall {
  readonly name: string;
  readonly effects: 'python';
  readonly entry: Entrance;
  readonly above: number;
  /** Through `fast`. */
  readonly fast: boolean;
}

/** Where an instruction comes from: `code` is a code object, opaque here. */
export interface Position {
  readonly code: unknown;
  readonly pc: number;
}

export interface Snapshot {
  /** Frames, outermost first; slot values up to the stack top. */
  readonly frames: readonly SnapshotFrame[];
  /** Stores that compiled code has put off. */
  readonly pending: readonly PendingStore[];
}

/** A frame of references; what is not a reference is opaque here (see `deopt/snapshot.ts`). */
export interface SnapshotFrame {
  readonly shell: unknown;
  readonly pc: number;
  readonly slots: readonly (Ins | undefined)[];
  /** The instance under construction by `__init__`. */
  readonly instance: Ins | undefined;
  /** The frame is about to return: its locals do not matter. */
  readonly returning?: boolean;
}

export interface PendingStore {
  readonly op: OpName;
  readonly args: readonly Ins[];
}

/** `poll`: at the start of a round, where a signal may wait. */
export type ExitKind = 'guard' | 'raise' | 'link' | 'stop' | 'poll';

/** What the compiler does at an exit; `jit/states.ts` says what it means and what leads from one to the next. */
export type ExitState = 'cold' | 'hot' | 'recording' | 'waiting' | 'penalised' | 'compiled' | 'dead' | 'gone';

/** A way out of a tree. */
export interface Exit {
  readonly id: number;
  readonly kind: ExitKind;
  readonly snapshot: Snapshot;
  /** Values stored on the way out, in order; constants are not among them. */
  leaves: Ins[];
  /** The compiled code itself writes the slots of the one frame before it leaves. */
  direct: boolean;
  /** Times taken. */
  count: number;
  /** The condition that failed (for messages); null for links. */
  readonly guard: Guard | null;
  state: ExitState;
  /** Recordings that failed. */
  attempts: number;
  side: Trace | null;
  /** The part of the tree the exit is in. */
  readonly trace: Trace;
  readonly position: Position | null;
}

/** What all instructions have. */
class Instruction {
  /** Computed in compiled code (false: only snapshots need it, so exits rebuild it). */
  live = false;
  exit: Exit | null = null;
  snapshot: Snapshot | null = null;
  /** Of a guard: what the condition must be. */
  expect = true;
  /** The value while recording. */
  host: unknown = undefined;
  position: Position | null = null;

  constructor(
    readonly id: number,
    readonly op: string,
    readonly sort: Sort | 'none',
    public args: Ins[],
    readonly value: unknown,
  ) {}
}

interface Of<O extends string, V = undefined> extends Instruction {
  readonly op: O;
  readonly value: V;
}

/** A host value. */
export type Constant = Of<'const', unknown>;
/** A slot of the header frame as it was found, by its index. */
export type Parameter = Of<'param', number>;
/** A loop variable; args are its first and its next value. */
export type LoopVariable = Of<'phi'>;
/** A condition that must be `expect`, else the exit is taken; `after`: the exit is at the next bytecode. */
export type Guard = Of<'guard', 'after' | undefined>;
/** A call of a runtime function. */
export type RuntimeCall = Of<'call', Callee>;
/** A call of a built-in's implementation. */
export type BuiltinCall = Of<'builtin', Callee>;
/** A call of a Python function with its bound slots, through its entry. */
type PythonCall = Of<'call_function', FunctionCall>;
/** An op of the table. */
export type Computed = Of<OpName>;

/** A call may raise: it has an exit of kind `raise`. */
export type Call = RuntimeCall | BuiltinCall | PythonCall;

/** An instruction of a trace: what it is says `op`, and `value` what that op needs besides operands. */
export type Ins = Constant | Parameter | LoopVariable | Guard | Call | Computed;

/** Ops of a trace: the rows of the table, and those that need more than a template. */
export type IrOp = Ins['op'];

/** The instruction that has an op. */
export type InsOf<O extends IrOp> = O extends OpName ? Computed : Extract<Ins, Of<O, unknown>>;

/** Makes an instruction. */
export const Ins = Instruction as unknown as new <O extends IrOp>(
  id: number,
  op: O,
  sort: Sort | 'none',
  args: Ins[],
  value: InsOf<O>['value'],
) => InsOf<O>;

/** Tells whether an instruction is a call. */
export function isCall(x: Ins): x is Call {
  return x.op === 'call' || x.op === 'builtin' || x.op === 'call_function';
}

/** Tells whether an instruction is an op of the table. */
export function isComputed(x: Ins): x is Computed {
  return !isCall(x) && x.op !== 'const' && x.op !== 'param' && x.op !== 'phi' && x.op !== 'guard';
}

/** How a trace ends. */
export type TraceEnd =
  /** Round the body: next values of the loop variables. */
  | { readonly kind: 'loop'; readonly next: readonly Ins[] }
  /** Round the whole tree, back to its header: values of the header's slots. */
  | { readonly kind: 'header'; readonly slots: readonly (Ins | undefined)[] }
  /** Back to the caller; a loop that runs in a frame leaves it by the exit, at the return. */
  | { readonly kind: 'return'; readonly value: Ins; readonly exit: Exit | null }
  /** Of a function's tree: into a loop of the function, which returns its result. */
  | { readonly kind: 'tail_call'; readonly value: FunctionCall; readonly args: readonly Ins[] }
  /** Out to the interpreter, or into another tree. */
  | { readonly kind: 'exit'; readonly exit: Exit };

/** One recorded path. */
export interface Trace {
  readonly id: number;
  parent: Exit | null;
  /** Of a root trace: the parameter of each slot. */
  params: readonly (Parameter | undefined)[];
  /** The whole path, or of a root trace the first iteration. */
  ops: Ins[];
  end: TraceEnd | null;
  /** The loop of a root trace. */
  body: Body | null;
  /** Of a loop's root: the exit at the header, taken to look whether a signal waits. */
  poll: Exit | null;
  /** Bytecodes recorded, ops recorded. */
  bytecodes: number;
  recorded: number;
  milliseconds: number;
}

export interface Body {
  readonly phis: LoopVariable[];
  ops: Ins[];
  end: TraceEnd;
  /** Slot values at the start of the body. */
  readonly slots: readonly (Ins | undefined)[];
  /** The exit at the start of the body, taken to look whether a signal waits. */
  readonly poll: Exit | null;
  /** For each loop variable: the slot, or the put-off store, it carries. */
  readonly carried: readonly Carried[];
  /** Fields the body takes to hold the values they had before it, by key. */
  readonly reliesOn: ReadonlyMap<string, Ins>;
  /** Kinds of boxed loop variables that the body was compiled for; null = any. */
  readonly kinds: readonly (KindFact | null)[];
  /** Ranges of int loop variables that the body was compiled for; null = any. */
  readonly ranges: readonly (Range | null)[];
}

export type Carried =
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'store'; readonly key: string };

/** What code that is called needs besides its own: it makes no frame unless it leaves. */
export interface Callable {
  /** The slots it is called with. */
  readonly slots: readonly number[];
  /** Which of these are floats, taken unboxed, by their place in `slots`. */
  readonly floats: readonly number[];
  /** Takes the values of an exit. */
  readonly out: unknown[];
  /** Holds the depth from which on calls do not nest on the host's stack. */
  readonly limits: { readonly callLimit: number };
  /** Goes on from an exit at a depth: returns the function's result, or throws. */
  leave(exit: number, depth: number): unknown;
  /** Runs it without compiled code. */
  interpret(depth: number, ...slots: any[]): unknown;
  /** The code; null where the tree cannot be called as `floats` says. */
  run: ((depth: number, ...slots: any[]) => unknown) | null;
  /** The same with everything boxed; null until it is wanted. */
  boxed: Callable | null;
}

/** One compiled loop header, or the body of a function. */
export interface Tree {
  readonly kind: 'loop' | 'function';
  readonly id: number;
  /** Names for dumps. */
  readonly name: string;
  /** The code object and header instruction; opaque here. */
  readonly code: unknown;
  readonly header: number;
  /** Stack pointer at the header. */
  readonly sp: number;
  root: Trace;
  readonly exits: Exit[];
  /** The exits of safe points, which have numbers below 0: the one numbered -1 first. */
  readonly polls: Exit[];
  /** Rounds without calls between two looks whether a signal waits. */
  readonly pace: { rounds: number };
  traces: Trace[];
  /** Facts the code relies on; `valid` turns false when one breaks. */
  readonly validity: Validity;
  /**
   * The code of a loop: slots of the header's frame, where exits store values, the frame's depth. Returns the exit
   * taken.
   */
  fn: ((slots: unknown[], out: unknown[], depth: number) => number) | null;
  /** Of a function's tree, and of a loop that a function's tree leads to. */
  callable: Callable | null;
  source: string;
}
