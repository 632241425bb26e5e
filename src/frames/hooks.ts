/**
 * What frames and the interpreter need of what lies above them: the one record through which the compiler is
 * reached, which the interpreter names and of which it knows no more, and the interpreter itself for frames.
 */
import type { PyValue } from '../objects/core/object.ts';
import type { CodeRuntime } from './code-runtime.ts';
import type { Entry } from './entry.ts';
import type { Frame } from './frame.ts';
import type { PyFunction } from '../objects/core/values.ts';

/** Frames of one function of compiled code, the outermost first; null: one frame, which the baseline tier keeps. */
export type Activation = readonly { readonly runtime: CodeRuntime; readonly pc: number }[] | null;

interface Hooks {
  /** Back edges after which `hot` is asked. */
  hotLoop: number;
  /**
   * Is called at a hot back edge to `pc`: may run a compiled tree. Returns the frame to go on with,
   * or null to go on with `f`.
   */
  hot(f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> | null;
  /** Calls of a function after which `called` is asked. */
  hotCall: number;
  /** Is called where the body of a hot function begins at `pc`; as `hot`. */
  called(f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> | null;
  /** Interprets a function from where its body begins. */
  interpret(entry: Entry, depth: number, slots: readonly PyValue[]): PyValue;
  /** Calls a function for native code; undefined where the interpreter has to. */
  invoke(fn: PyFunction, args: readonly PyValue[], first: number): PyValue | undefined;
  /** Runs a suspended generator's frame to its next yield or its end; undefined where the interpreter has to. */
  resume(f: Frame<PyValue>): PyValue | undefined;
  /** Returns what stands in calls of compiled code, the outermost first; null where compiled code tells by itself. */
  activations: (() => readonly Activation[]) | null;
}

/** Without a compiler no loop is hot. */
export const HOOKS: Hooks = {
  hotLoop: Number.POSITIVE_INFINITY,
  hot: () => null,
  hotCall: Number.POSITIVE_INFINITY,
  called: () => null,
  interpret: () => {
    throw new Error('internal error: no interpreter is connected');
  },
  invoke: () => undefined,
  resume: () => undefined,
  activations: null,
};

/** Takes the compiler out again. */
export function disconnectCompiler(): void {
  HOOKS.hotLoop = Number.POSITIVE_INFINITY;
  HOOKS.hot = () => null;
  HOOKS.hotCall = Number.POSITIVE_INFINITY;
  HOOKS.called = () => null;
  HOOKS.activations = null;
}

/**
 * Runs code of which nothing is to be compiled: that of a library module, which runs once. Trees there are already are
 * entered; a count that is full begins anew, so that what was hot here is not compiled at its first use later.
 */
export function withoutCompiling<T>(run: () => T): T {
  const { hot, called } = HOOKS;
  HOOKS.hot = (f, pc, sp) => {
    if (f.runtime.trees?.[pc] !== undefined) return hot(f, pc, sp);
    f.runtime.counters![pc] = 0;
    return null;
  };
  HOOKS.called = (f, pc, sp) => {
    if (f.runtime.trees?.[pc] !== undefined) return called(f, pc, sp);
    f.runtime.calls = 0;
    return null;
  };
  try {
    return run();
  } finally {
    HOOKS.hot = hot;
    HOOKS.called = called;
  }
}
