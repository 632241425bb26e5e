/**
 * Entries: how compiled code calls a Python function it has not taken in, one with a loop or one that
 * calls itself.
 *
 * A frame costs more than most such functions do, so compiled code calls through `call`, with the
 * frame's depth and the slots that are bound when the body begins (parameters and cells). It leads to
 * the interpreter until the function has a tree of its own, then to compiled code. A loop has an entry
 * too where the tree of its function leads to it: with all slots of the frame, which is then never made.
 *
 * `fast` is the same for callers that know some of the values to be floats (`floats`, as found by the
 * first compilation, and never changed afterwards): it takes these unboxed.
 */
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeObject,
} from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import type { PyValue } from '../objects/core/object.ts';
import { PyFloat } from '../objects/core/values.ts';
import type { CodeRuntime } from './code-runtime.ts';
import { HOOKS } from './hooks.ts';

/** Calls with the depth of the callee's frame and its bound slots; returns the result or throws. */
type Call = (depth: number, ...slots: PyValue[]) => PyValue;

export class Entry {
  /** Runs the function; compiled code replaces it. */
  call: Call;
  /** Runs it with the values of `floats` as numbers. */
  fast: (depth: number, ...slots: unknown[]) => PyValue;
  /** Which values `fast` takes unboxed, by their place in `slots`; null until the first compilation. */
  floats: readonly number[] | null = null;
  /** Runs the function in the interpreter. */
  readonly interpret: Call;
  readonly interpretFast: Entry['fast'];

  constructor(
    readonly runtime: CodeRuntime,
    /** The instruction the body begins with. */
    readonly pc: number,
    /** The slots bound there, in the order of `call`. */
    readonly slots: readonly number[],
    /** Height of the frame's stack there. */
    readonly sp: number,
    /** The slots are the positional parameters as they were passed, then the closure's cells. */
    readonly asPassed: boolean,
  ) {
    this.interpret = (depth, ...values) => HOOKS.interpret(this, depth, values);
    this.call = this.interpret;
    this.interpretFast = (depth, ...values) =>
      HOOKS.interpret(
        this,
        depth,
        values.map((v, i) => (this.floats!.includes(i) ? new PyFloat(v as number) : (v as PyValue))),
      );
    this.fast = this.interpretFast;
  }
}

/**
 * Returns the entry of a function's code; null where its body cannot be entered with a call (generators, class bodies).
 */
export function entryOf(runtime: CodeRuntime): Entry | null {
  if (runtime.entry === undefined) runtime.entry = isPlain(runtime.code) ? makeEntry(runtime) : null;
  return runtime.entry;
}

/** Tells whether code is a function's that runs to its end when called. */
export function isPlain(code: CodeObject): boolean {
  return (code.flags & (PLAIN | NOT_PLAIN)) === PLAIN;
}
const PLAIN = CO_OPTIMIZED | CO_NEWLOCALS;
const NOT_PLAIN = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;

function makeEntry(runtime: CodeRuntime): Entry | null {
  const { code } = runtime;
  const slots = new Set<number>();
  let asPassed = code.kwonlyargcount === 0 && (code.flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0;
  const parameters =
    code.argcount +
    code.kwonlyargcount +
    ((code.flags & CO_VARARGS) !== 0 ? 1 : 0) +
    ((code.flags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
  for (let i = 0; i < parameters; i++) slots.add(i);
  for (let pc = 0; pc < code.ops.length; pc++) {
    const arg = code.args[pc]!;
    switch (code.ops[pc]) {
      case Op.RESUME:
        return new Entry(runtime, pc, [...slots], code.nlocals, asPassed);
      case Op.MAKE_CELL:
        slots.add(arg);
        asPassed = false;
        break;
      case Op.COPY_FREE_VARS:
        for (let i = 0; i < arg; i++) slots.add(code.nlocals - arg + i);
        break;
      default:
        return null;
    }
  }
  return null;
}
