/**
 * When code becomes baseline code, and how it is entered: called by baseline code or by the interpreter, at a loop's
 * header, and where a generator goes on.
 *
 * The tier takes the interpreter's hooks. Code that gains from traces (`policy.ts`) it leaves to whoever had them.
 */
import { type CodeObject, CO_VARARGS, CO_VARKEYWORDS } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import { type CodeRuntime, runtimeOf } from '../frames/code-runtime.ts';
import type { Frame } from '../frames/frame.ts';
import { HOOKS } from '../frames/hooks.ts';
import { Leaving } from '../frames/leaving.ts';
import { MAX_DEPTH, P, currentDepth } from '../frames/shadow.ts';
import { state } from '../frames/state.ts';
import { Finished } from '../frames/unwind.ts';
import { runAt } from '../interp/invoke-python.ts';
import type { PyRaise } from '../objects/core/exceptions.ts';
import type { PyValue } from '../objects/core/object.ts';
import type { PyFunction } from '../objects/core/values.ts';
import { argumentsOf, callCode } from './arguments.ts';
import { makeCompiler } from './compile.ts';
import { type BaselineEvent, type Form, type Js, keptOf, MAX_LEFT } from './kept.ts';
import { gainsFromTraces } from './policy.ts';
import { R, takeRaised, tellCaller } from './raised.ts';

/** What the tier is set to. */
interface BaselineOptions {
  /** Calls of a function before it is compiled. */
  readonly baselinecall: number;
  /** Back edges of a loop before it is taken over. */
  readonly baselineloop: number;
}

/** The tier as it is installed: what the hooks were, and when it compiles. */
const tier = {
  below: { ...HOOKS },
  calls: Number.POSITIVE_INFINITY,
  tell: (() => {}) as (e: BaselineEvent) => void,
  /** Made, and its part of the machine loaded, when something is compiled. */
  compiler: null as ReturnType<typeof makeCompiler> | null,
};

/** Compiles code; null where it stays in the interpreter. */
function compile(runtime: CodeRuntime, form: Form): Js | null {
  tier.compiler ??= makeCompiler(tier.tell);
  return tier.compiler.compile(runtime, form);
}

/** Returns the code of a function that is called, compiled if it is called often enough; null where there is none. */
export function codeOf(fn: PyFunction): Js | null {
  const runtime = runtimeOf(fn.code, fn.globals);
  const kept = keptOf(runtime);
  if (tier.calls === Number.POSITIVE_INFINITY || state.watched || traces(runtime)) return null;
  if (kept.call === null && ++kept.calls >= tier.calls) kept.call = compile(runtime, { kind: 'call' }) ?? undefined;
  const js = kept.call ?? null;
  if (js !== null && fn.js !== js) {
    fn.js = js;
    const { code } = fn;
    fn.arity = code.kwonlyargcount === 0 && (code.flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0 ? code.argcount : -1;
  }
  return js;
}

/** Returns the code that goes on with a frame at an instruction; null where there is none. */
function frameCode(runtime: CodeRuntime, pc: number): Js | null {
  const { frames } = keptOf(runtime);
  let js = frames.get(pc);
  if (js === undefined) {
    const entries = entriesOf(runtime.code, pc);
    js = compile(runtime, { kind: 'frame', entries });
    for (const one of entries) frames.set(one, js);
  }
  return js;
}

/** Lists the instructions that one code is entered at: a generator's yields are of a kind. */
function entriesOf(code: CodeObject, pc: number): number[] {
  const yields: number[] = [];
  for (let i = 0; i < code.ops.length - 1; i++) {
    if (code.ops[i] === Op.YIELD_VALUE || code.ops[i] === Op.RETURN_GENERATOR) yields.push(i + 1);
  }
  if (yields.length === 0) return [pc];
  return yields.includes(pc) ? yields : [pc, ...yields];
}

/** Runs code in the place of the interpreter's frame; returns the frame that goes on. */
function enter(f: Frame<PyValue>, sp: number, run: () => PyValue): Frame<PyValue> {
  const depth = P[0]!;
  state.frame = f.parent ?? f.caller;
  let r: PyValue;
  try {
    r = run();
  } finally {
    P[0] = depth;
    state.frame = f;
  }
  if (r !== R) {
    f.s[sp] = r;
    f.sp = sp + 1;
    f.pc = f.runtime.returning;
    return f;
  }
  const error = takeRaised();
  if (error instanceof Leaving) return goOn(error, f);
  const caller = f.parent ?? f.caller;
  if (caller !== null) tellCaller((error as PyRaise).exc.traceback, caller);
  throw new Finished(error as PyRaise);
}

/** Returns the frame with which the interpreter goes on where code was left. */
function goOn(chain: Leaving, f: Frame<PyValue>): Frame<PyValue> {
  const top = chain.settle(f);
  const kept = keptOf(top.runtime);
  if (++kept.left >= MAX_LEFT) {
    kept.call = undefined;
    for (const pc of kept.frames.keys()) kept.frames.set(pc, null);
    if (top.fn !== null) top.fn.arity = -1;
  }
  return top;
}

/** Handles a back edge counted in the interpreter. */
function hot(f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> | null {
  if (f.depth >= MAX_DEPTH || f.depth > state.callLimit || f.generator !== null) return null;
  if (state.watched || (f.locals !== null && f.locals !== f.globals)) return null;
  const js = frameCode(f.runtime, pc);
  if (js === null) {
    f.runtime.counters![pc] = NEVER;
    return null;
  }
  f.pc = pc;
  f.sp = sp;
  return enter(f, sp, () => js(f));
}

/** Handles a call of a function in the interpreter, where its body begins. */
function called(f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> | null {
  if (f.depth > state.callLimit || f.locals !== null || f.generator !== null) return null;
  const js = f.fn === null ? null : codeOf(f.fn);
  if (js === null) {
    if (keptOf(f.runtime).call === undefined) f.runtime.calls = NEVER;
    return null;
  }
  f.pc = pc;
  f.sp = sp;
  const { s, fn, depth } = f;
  return enter(f, sp, () => js(depth, fn, ...argumentsOf(f, s)));
}

/** Passes arguments to code, without a list where they are few and all. */
function pass(js: Js, depth: number, fn: PyFunction, given: readonly PyValue[], first: number): PyValue {
  const n = given.length - first;
  if (n === fn.arity) {
    if (n === 1) return js(depth, fn, given[first]);
    if (n === 2) return js(depth, fn, given[first], given[first + 1]);
  }
  return callCode(js, depth, fn, given.slice(first));
}

/** Calls a function for native code; undefined where it has no code. */
function invoke(fn: PyFunction, given: readonly PyValue[], first: number): PyValue | undefined {
  const js = codeOf(fn);
  const depth = currentDepth() + 1;
  if (js === null || depth > state.callLimit) return undefined;
  state.reentries++;
  const before = P[0]!;
  try {
    const r = pass(js, depth, fn, given, first);
    if (r !== R) return r;
  } finally {
    P[0] = before;
  }
  const error = takeRaised();
  if (error instanceof Leaving) return runAt(error.bottom!, depth, undefined, goOn(error, error.bottom!));
  if (state.frame !== null) tellCaller((error as PyRaise).exc.traceback, state.frame);
  throw error;
}

/** Resumes a generator's frame in its code; undefined where it has none. */
function resume(f: Frame<PyValue>): PyValue | undefined {
  const depth = currentDepth() + 1;
  if (depth > state.callLimit || f.locals !== null || state.watched) return undefined;
  const kept = keptOf(f.runtime);
  if (++kept.calls < tier.calls) return undefined;
  const js = frameCode(f.runtime, f.pc);
  if (js === null) return undefined;
  f.depth = depth;
  f.caller = state.frame;
  const before = P[0]!;
  try {
    const r = js(f);
    if (r !== R) return r;
  } finally {
    P[0] = before;
  }
  const error = takeRaised();
  if (error instanceof Leaving) return runAt(f, depth, undefined, goOn(error, f));
  f.sp = -1;
  throw error;
}

/** Counters of places at which nothing will happen: the compiler's own are not above either. */
const NEVER = -(2 ** 30);

/** Makes the interpreter hand over to this tier, and code that gains from traces to whoever has the hooks now. */
export function installBaseline(options: BaselineOptions, tell: (e: BaselineEvent) => void): void {
  const below = { ...HOOKS };
  const { baselinecall, baselineloop } = options;
  tier.below = below;
  tier.calls = baselinecall;
  tier.tell = tell;
  tier.compiler = null;
  P[0] = 0;
  HOOKS.hotLoop = Math.min(baselineloop, below.hotLoop);
  HOOKS.hotCall = Math.min(baselinecall, below.hotCall);
  HOOKS.hot = (f, pc, sp) => {
    if (!traces(f.runtime)) return f.runtime.counters![pc]! < baselineloop ? null : hot(f, pc, sp);
    if (f.runtime.counters![pc]! < below.hotLoop && f.runtime.trees?.[pc] === undefined) return null;
    const next = below.hot(f, pc, sp);
    if (f.runtime.counters![pc]! < NEVER) takeOver(f.runtime, pc, baselineloop);
    return next;
  };
  HOOKS.called = (f, pc, sp) => {
    if (!traces(f.runtime)) return called(f, pc, sp);
    return f.runtime.calls < below.hotCall ? null : below.called(f, pc, sp);
  };
  HOOKS.invoke = invoke;
  HOOKS.resume = resume;
}

/** Takes a loop over from the trace compiler, which has given it up. */
function takeOver(runtime: CodeRuntime, pc: number, afterLoops: number): void {
  keptOf(runtime).traces = false;
  runtime.counters![pc] = afterLoops;
  runtime.calls = 0;
}

/** Puts the hooks back. */
export function uninstallBaseline(): void {
  Object.assign(HOOKS, tier.below);
  tier.calls = Number.POSITIVE_INFINITY;
}

/** Tells whether a code object is left to the trace compiler, if there is one. */
function traces(runtime: CodeRuntime): boolean {
  if (tier.below.hotCall === Number.POSITIVE_INFINITY) return false;
  const kept = keptOf(runtime);
  kept.traces ??= gainsFromTraces(runtime);
  return kept.traces;
}
