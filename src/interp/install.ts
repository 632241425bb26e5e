/** Gives objects and library what they need of the interpreter. */
import { raise } from '../objects/core/exceptions.ts';
import { type World, connect } from '../objects/core/world.ts';
import type { PyDict } from '../objects/core/dict.ts';
import type { PyValue } from '../objects/core/object.ts';
import { PyCell, PyFunction } from '../objects/core/values.ts';
import { CO_OPTIMIZED, type CodeObject, FAST_CELL } from '../bytecode/code.ts';
import { runtimeOf } from '../frames/code-runtime.ts';
import { Frame } from '../frames/frame.ts';
import { frameObject, localsOf } from '../frames/frame-object.ts';
import { leaveAll, leaveRunning } from '../frames/leaving.ts';
import { callerOf, running, runningFrame } from '../frames/shadow.ts';
import { bindArguments } from '../semantics/arguments.ts';
import { LIVE } from '../machine/live.ts';
import { runFrame } from './invoke-python.ts';
import { builtinsOf, setRecursionLimit, state } from '../frames/state.ts';

/** Runs a code object in namespaces. */
export function runCode(
  code: CodeObject,
  globals: PyDict,
  locals: PyValue,
  closure: readonly PyValue[] | null,
): PyValue {
  if ((code.flags & CO_OPTIMIZED) !== 0) return runFunction(code, globals, closure);
  const f = new Frame<PyValue>(code, runtimeOf(code, globals), null, globals, builtinsOf(globals));
  f.locals = locals;
  if (closure !== null)
    closure.forEach((c, i) => {
      f.s[code.nlocals - closure.length + i] = c;
    });
  return runFrame(f);
}

/** Runs the code of a function, as a call without arguments. */
function runFunction(code: CodeObject, globals: PyDict, closure: readonly PyValue[] | null): PyValue {
  const fn = new PyFunction(code, globals);
  fn.closure = closure as readonly PyCell[] | null;
  const f = new Frame<PyValue>(code, runtimeOf(code, globals), fn, globals, builtinsOf(globals));
  bindArguments(LIVE, f, fn, [], 0, 0, null);
  return runFrame(f);
}

/** Runs the body of a class statement; returns what it returns (the `__class__` cell or None). */
function runClassBody(body: PyFunction, namespace: PyValue): PyValue {
  const f = new Frame<PyValue>(
    body.code,
    runtimeOf(body.code, body.globals),
    body,
    body.globals,
    builtinsOf(body.globals),
  );
  f.locals = namespace;
  return runFrame(f);
}

/** Returns the frame `depth` calls above the running one. */
function frameAt(depth: number): Frame<PyValue> | null {
  leaveAll();
  let f: Frame<PyValue> | null = runningFrame();
  for (let i = 0; i < depth && f !== null; i++) f = callerOf(f);
  return f;
}

/** Connects what only a running program can answer. */
export function connectInterpreter(front: Pick<World, 'compile' | 'compileTree'>): void {
  connect({
    ...front,
    run: runCode,
    runClassBody,
    zeroArgumentSuper,
    globals: () => running()?.globals ?? null,
    locals: () => {
      leaveRunning();
      return state.frame === null ? null : localsOf(state.frame);
    },
    frame: (depth) => {
      const f = frameAt(depth);
      return f === null ? null : frameObject(f);
    },
    exception: () => state.exception,
    recursionLimit: (set) => {
      if (set !== undefined) setRecursionLimit(set);
      return state.recursionLimit;
    },
  });
}

/** Finds the first argument and `__class__` cell of the running method, for `super()` without arguments. */
function zeroArgumentSuper(): readonly [PyValue, PyValue] {
  leaveRunning();
  const f = state.frame;
  if (f === null) raise('RuntimeError', 'super(): no current frame');
  if (f.code.argcount === 0) raise('RuntimeError', 'super(): no arguments');
  const first = f.s[0];
  const self = first instanceof PyCell && (f.code.localspluskinds[0]! & FAST_CELL) !== 0 ? first.value : first;
  if (self === undefined) raise('RuntimeError', 'super(): arg[0] deleted');
  const i = f.code.localsplusnames.indexOf('__class__');
  const cell = i < 0 ? undefined : f.s[i];
  if (!(cell instanceof PyCell)) raise('RuntimeError', 'super(): __class__ cell not found');
  if (cell.value === undefined) raise('RuntimeError', 'super(): empty __class__ cell');
  return [cell.value, self as PyValue];
}
