/**
 * The machine: what Python semantics are written against.
 *
 * Semantics are ordinary functions over `m: Machine<R, I, F, B>` and values of four sorts (ref, int,
 * float, bool). The live machine computes; the tracing machine computes *and* records. It has one method
 * per row of the op table, derived from it, and those of the four interfaces below.
 *
 * `R, I, F, B` are separate type parameters so that mixing sorts is a compile error. Promotion
 * (`kindOf`, `typeOf`, `shapeOf`, `constant`) is the bridge to host code: the tracing machine
 * guards what was found, and whatever host code derives from it needs no recording.
 *
 * The rule every semantic function keeps: within one bytecode, no guard after an effect. `branch`
 * and promotions come first, stores and effectful calls last.
 */
import type { OPS, OpRow, Sort } from '../ir/ops.ts';
import type { Assumption, PyType, PyValue } from '../objects/core/object.ts';
import type { Shape } from '../objects/core/shape.ts';
import type { PyFunction } from '../objects/core/values.ts';
import type { PyDict } from '../objects/core/dict.ts';
import type { CodeObject } from '../bytecode/code.ts';
import type { PyBuiltin } from '../objects/core/builtin.ts';
import type { RuntimeFn } from './runtime-fns.ts';
import type { Kind } from './kinds.ts';
import type { AttrCache } from '../frames/attr-cache.ts';
import type { Frame } from '../frames/frame.ts';

type SortType<S extends Sort | 'none', R, I, F, B> =
  // biome-ignore lint/suspicious/noConfusingVoidType: it is only ever a return type
  S extends 'ref' ? R : S extends 'int' ? I : S extends 'float' ? F : S extends 'bool' ? B : void;

type Operands<A extends readonly Sort[], R, I, F, B> = { -readonly [K in keyof A]: SortType<A[K], R, I, F, B> };

type Primitive<Row extends OpRow, R, I, F, B> = Row extends { readonly variadic: true }
  ? (operands: R[]) => SortType<Row['result'], R, I, F, B>
  : (...args: Operands<Row['args'], R, I, F, B>) => SortType<Row['result'], R, I, F, B>;

/** One method per row of the op table. */
type Primitives<R, I, F, B> = { [K in keyof typeof OPS]: Primitive<(typeof OPS)[K], R, I, F, B> };

/** From values to the host and back: what was found is a constant from here on. */
export interface Promotion<R, I, F, B> {
  int(n: number): I;
  float(x: number): F;
  bool(b: boolean): B;
  ref(v: PyValue): R;
  /** Returns the outcome of a condition; tracing guards it. */
  branch(cond: B): boolean;
  /** Promotes the kind of a value (how built-in semantics classify it). */
  kindOf(x: R): Kind;
  /** Promotes the class of a value. */
  typeOf(x: R): PyType;
  /** Promotes the shape of a value of a class whose instances have shapes. */
  shapeOf(x: R): Shape;
  /** Tells, without promoting anything, that an inline cache is for the shape of a value. */
  hits(cache: AttrCache, x: R): boolean;
  /** Promotes the value itself. */
  constant(x: R): PyValue;
  /** Returns the value itself where that needs no promotion. */
  known(x: R): PyValue | undefined;
  /** Promotes what a function runs, and its identity only where its keywords have defaults. */
  functionOf(x: R): PyFunction;
  /** Promotes an int. */
  constantInt(x: I): number;
  /** Promotes whether a value is bound (not NULL). */
  bound(x: R | undefined): boolean;
  /** Relies on a fact without a check. */
  assume(fact: Assumption): void;
  /** Reads a namespace entry whose index the caller has found for `name`. */
  namespaceLoad(d: PyDict, index: number, name: string): R;
  /** Overwrites a namespace entry whose index the caller has found for `name`. */
  namespaceStore(d: PyDict, index: number, name: string, value: R): void;
  /** Relies on `name` staying absent from a namespace. */
  namespaceLacks(d: PyDict, name: string): void;
}

/** Calls that a trace does not look into. */
export interface ResidualCalls<R> {
  /** Whether this machine writes down what it does. */
  readonly records: boolean;
  /** Calls a runtime function. */
  call(fn: RuntimeFn, a?: R, b?: R, c?: R, d?: R): R;
  /** Calls a runtime function that takes one array. */
  callArray(fn: RuntimeFn, args: R[]): R;
  /** Calls a built-in by one of its functions: `impl` with self and parameters in place, `spread` otherwise. */
  callBuiltin(fn: PyBuiltin, run: PyBuiltin['impl'], args: R[]): R;
  /** Calls a Python function through its entry; `f` is its frame where its body begins. */
  callFunction(f: Frame<R>): R;
  /**
   * Tells whether the result of this bytecode's own call is bound; where it is not, `f` has finished
   * the bytecode and goes on at `pc` with `sp`.
   */
  boundAfter(x: R, f: Frame<R>, pc: number, sp: number): boolean;
}

/** What the dispatch loop tells and asks as frames come and go. */
export interface FrameEvents<R> {
  /** Marks the start of a bytecode. */
  begin(f: Frame<R>, pc: number, sp: number): void;
  /** Tells whether a Python function's frame is pushed (true) or called as a residual (false). */
  inlines(code: CodeObject, frame: Frame<R>): boolean;
  /** Handles a backward jump to `pc`; returns another frame to continue with, or null. */
  backEdge(f: Frame<R>, pc: number, sp: number): Frame<R> | null;
  /** Is told that a `for` loop begins at `pc`; returns another frame to continue with, or null. */
  loopEntry(f: Frame<R>, pc: number, sp: number): Frame<R> | null;
  /** Is told that the body of a function begins at `pc`; returns another frame to continue with, or null. */
  called(f: Frame<R>, pc: number, sp: number): Frame<R> | null;
  /** Is told that a frame is about to return to its caller. */
  leave(f: Frame<R>): void;
  /** Handles something thrown by instruction `pc` of `f`: returns the frame to continue with, or throws. */
  unwind(f: Frame<R>, pc: number, error: unknown, sp: number): Frame<R>;
}

/** Where a machine may be unable to follow; the live one can follow anywhere. */
export interface Refusal<R> {
  /** Calls a function on live values that a trace cannot contain. */
  escape(name: string, fn: (...args: any[]) => PyValue | undefined, ...args: (R | undefined)[]): R;
  /** Refuses to go on. */
  opaque(reason: 'GENERATOR'): void;
}

export type Machine<R, I, F, B> = Primitives<R, I, F, B> &
  Promotion<R, I, F, B> &
  ResidualCalls<R> &
  FrameEvents<R> &
  Refusal<R>;
