/**
 * Running Python functions from native code: a new dispatch loop on the host stack.
 */
import type { Kwargs } from '../objects/core/builtin.ts';
import { connect } from '../objects/core/world.ts';
import type { PyValue } from '../objects/core/object.ts';
import type { PyFunction } from '../objects/core/values.ts';
import { bindArguments } from '../semantics/arguments.ts';
import { LIVE } from '../machine/live.ts';
import { runtimeOf } from '../frames/code-runtime.ts';
import { CO_VARARGS, CO_VARKEYWORDS } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import type { Entry } from '../frames/entry.ts';
import { HOOKS } from '../frames/hooks.ts';
import { Frame, OnReturn } from '../frames/frame.ts';
import { C, MAX_DEPTH, P, currentDepth } from '../frames/shadow.ts';
import { checkDepth } from '../frames/limits.ts';
import { run } from './loop.ts';
import { builtinsOf, state } from '../frames/state.ts';

const VARIADIC = CO_VARARGS | CO_VARKEYWORDS;

/** Runs a frame to its end in a dispatch loop of its own. */
export function runFrame(f: Frame<PyValue>, pending?: unknown): PyValue {
  return runAt(f, currentDepth() + 1, pending);
}

/** Runs a frame of a depth to its end, from `top` on, which it has called. */
export function runAt(f: Frame<PyValue>, depth: number, pending?: unknown, top: Frame<PyValue> = f): PyValue {
  const caller = state.frame;
  const below = state.depth;
  state.depth = 0;
  f.onReturn = OnReturn.EXIT;
  f.caller = caller;
  f.depth = depth;
  state.reentries++;
  const compiled = P[0]!;
  try {
    checkDepth(f);
    return run(LIVE, top, pending);
  } finally {
    state.frame = caller;
    state.depth = below;
    P[0] = compiled;
  }
}

/**
 * Finishes a function that compiled code has left: `f` is its frame, already restored, `top` the
 * innermost one. `caller` is the frame that runs below.
 */
export function finishFrame(f: Frame<PyValue>, top: Frame<PyValue>, caller: Frame<PyValue> | null): PyValue {
  const thrown = top.thrown;
  const op = top.code.ops[top.pc];
  if (top === f && thrown === undefined && op === Op.RETURN_VALUE) {
    state.frame = caller;
    return f.s[f.sp - 1]!;
  }
  top.thrown = undefined;
  if (thrown !== undefined) top.pc++;
  try {
    return run(LIVE, top, thrown);
  } finally {
    state.frame = caller;
  }
}

/** Returns the entry of a function that compiled code runs, if `n` positional arguments are all it takes. */
function compiledEntry(fn: PyFunction, n: number): Entry | null {
  const { entry } = runtimeOf(fn.code, fn.globals);
  return entry != null && entry.call !== entry.interpret && entry.asPassed && n === fn.code.argcount ? entry : null;
}

/** Calls compiled code with the arguments from `first` on. */
function enter(entry: Entry, fn: PyFunction, args: readonly PyValue[], first: number): PyValue {
  const below = state.depth;
  const depth = currentDepth() + 1;
  state.depth = depth;
  if (depth < MAX_DEPTH) {
    C[depth] = entry.runtime;
    P[depth] = entry.pc;
  }
  state.reentries++;
  try {
    return pass(entry, depth, fn, args, first);
  } finally {
    state.depth = below;
  }
}

/** Passes arguments to compiled code, without a list where they are few. */
function pass(entry: Entry, depth: number, fn: PyFunction, args: readonly PyValue[], first: number): PyValue {
  if (fn.closure !== null) return entry.call(depth, ...args.slice(first), ...fn.closure);
  switch (args.length - first) {
    case 0:
      return entry.call(depth);
    case 1:
      return entry.call(depth, args[first]!);
    case 2:
      return entry.call(depth, args[first]!, args[first + 1]!);
    default:
      return entry.call(depth, ...args.slice(first));
  }
}

/** Calls a Python function from native code. */
function callFunction(fn: PyFunction, args: readonly PyValue[], kw: Kwargs | null): PyValue {
  const entry = kw === null || kw.size === 0 ? compiledEntry(fn, args.length) : null;
  if (entry !== null) return enter(entry, fn, args, 0);
  if (kw === null || kw.size === 0) {
    const r = HOOKS.invoke(fn, args, 0);
    if (r !== undefined) return r;
  }
  const f = new Frame<PyValue>(fn.code, runtimeOf(fn.code, fn.globals), fn, fn.globals, builtinsOf(fn.globals));
  if (kw === null || kw.size === 0) bindPositional(f, fn, args);
  else bindArguments(LIVE, f, fn, [...args, ...kw.values()], 0, args.length + kw.size, [...kw.keys()]);
  return runFrame(f);
}

/** Binds positional arguments, directly where the parameters are plain. */
function bindPositional(f: Frame<PyValue>, fn: PyFunction, args: readonly PyValue[]): void {
  if (args.length === fn.code.argcount && fn.code.kwonlyargcount === 0 && (fn.code.flags & VARIADIC) === 0) {
    for (let i = 0; i < args.length; i++) f.s[i] = args[i]!;
  } else bindArguments(LIVE, f, fn, args as PyValue[], 0, args.length, null);
}

/** Calls a Python function with the arguments that follow it in an array. */
function callArray(fn: PyFunction, call: readonly PyValue[]): PyValue {
  const code = fn.code;
  const n = call.length - 1;
  const entry = compiledEntry(fn, n);
  if (entry !== null) return enter(entry, fn, call, 1);
  const r = HOOKS.invoke(fn, call, 1);
  if (r !== undefined) return r;
  if (n !== code.argcount || code.kwonlyargcount !== 0 || (code.flags & VARIADIC) !== 0)
    return callFunction(fn, call.slice(1), null);
  const f = new Frame<PyValue>(code, runtimeOf(code, fn.globals), fn, fn.globals, builtinsOf(fn.globals));
  for (let i = 0; i < n; i++) f.s[i] = call[i + 1]!;
  return runFrame(f);
}

/** Interprets a function from an entry on. */
function interpretEntry(entry: Entry, depth: number, slots: readonly PyValue[]): PyValue {
  const { runtime } = entry;
  const f = new Frame<PyValue>(runtime.code, runtime, null, runtime.globals, builtinsOf(runtime.globals));
  for (let i = 0; i < slots.length; i++) f.s[entry.slots[i]!] = slots[i]!;
  f.pc = entry.pc;
  f.sp = entry.sp;
  return runAt(f, depth);
}

connect({ call: callFunction, callArray });
HOOKS.interpret = interpretEntry;
