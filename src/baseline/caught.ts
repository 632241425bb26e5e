/** What a function does that has thrown, or whose callee returned `R`: exceptions, and leaving baseline code. */
import { Op } from '../bytecode/opcodes.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import { Frame } from '../frames/frame.ts';
import { frameObject, PyFrameObject } from '../frames/frame-object.ts';
import { Leaving } from '../frames/leaving.ts';
import { P } from '../frames/shadow.ts';
import { builtinsOf, state } from '../frames/state.ts';
import { handlerOf, linkContext, passedOn } from '../frames/unwind.ts';
import { PyTraceback, translateHostError } from '../objects/core/exceptions.ts';
import type { PyValue } from '../objects/core/object.ts';
import { PyFloat, type PyFunction } from '../objects/core/values.ts';
import { effectOf } from './blocks.ts';
import type { Written } from './function.ts';
import { H, tellCaller } from './raised.ts';

/** The variables of a function: locals, stack, and the numbers of floats kept raw on the stack. */
interface Variables {
  readonly locals: readonly PyValue[];
  readonly slots: readonly PyValue[];
  readonly raw: readonly number[];
}

/**
 * Takes in what was raised in a function: adds its frame to the traceback; returns the number of the handler, 0 where
 * there is none. Where the function is to be left for the interpreter, adds its frame to the chain.
 */
export function caught(
  runtime: CodeRuntime,
  d: number,
  locals: PyValue[],
  owner: PyFunction | Frame<PyValue> | null,
  written: Written,
  slots: readonly PyValue[],
  raw: readonly number[],
): number {
  const error = H.raised;
  const pc = P[d]!;
  if (error instanceof Leaving) {
    leave(error, frameFor(runtime, d, locals, owner, written), pc, written, { locals, slots, raw });
    return 0;
  }
  H.raised = null;
  const exc = translateHostError(error);
  if (exc === undefined) throw error;
  const { code } = runtime;
  const op = code.ops[pc]!;
  const reraised = op === Op.RERAISE || op === Op.CLEANUP_THROW || (op === Op.RAISE_VARARGS && code.args[pc] === 0);
  linkContext(error, exc, reraised);
  if (!reraised) {
    const frame = frameFor(runtime, d, locals, owner, written);
    frame.pc = pc + 1;
    tellCaller(exc.traceback, frame);
    exc.traceback = new PyTraceback(exc.traceback, frameObject(frame), code, pc);
  }
  const handler = handlerOf(code, pc);
  const at = op === Op.RERAISE && code.args[pc]! > 0 ? H.lasti : pc;
  if (handler !== undefined) {
    // A handler that wants to know where it came from takes it from there.
    P[d] = at;
    H.value = exc;
    return written.handlers.get(handler.target) ?? 0;
  }
  if (op === Op.RERAISE) tellLine(exc.traceback, runtime, at);
  H.raised = passedOn(error, exc);
  return 0;
}

/** Tells the frame of this function in a traceback, which is the outermost, where an exception was raised again. */
function tellLine(traceback: PyValue | null, runtime: CodeRuntime, pc: number): void {
  if (!(traceback instanceof PyTraceback) || !(traceback.frame instanceof PyFrameObject)) return;
  const { frame } = traceback.frame;
  if (frame.runtime === runtime) frame.pc = pc + 1;
}

/** Returns a frame that shows where a function stands. */
function frameFor(
  runtime: CodeRuntime,
  d: number,
  locals: readonly PyValue[],
  owner: PyFunction | Frame<PyValue> | null,
  written: Written,
): Frame<PyValue> {
  let frame: Frame<PyValue>;
  if (written.framed) frame = owner as Frame<PyValue>;
  else {
    frame = new Frame<PyValue>(
      runtime.code,
      runtime,
      owner as PyFunction,
      runtime.globals,
      builtinsOf(runtime.globals),
    );
    frame.depth = d;
    frame.caller = state.frame;
  }
  for (let i = 0; i < locals.length; i++) frame.s[i] = locals[i]!;
  return frame;
}

/** Adds a function's frame to the chain: the innermost as it was when the instruction began, others within a call. */
function leave(error: Leaving, frame: Frame<PyValue>, pc: number, written: Written, v: Variables): void {
  const { code } = frame;
  const stack = written.stacks.get(pc)!;
  const innermost = error.top === null;
  const n = innermost ? stack.length : stack.length + effectOf(code.ops[pc]!, code.args[pc]!) - 1;
  for (let i = 0; i < n; i++) {
    const e = stack[i]!;
    let value: PyValue | undefined;
    if (e.k === 'slot') value = v.slots[e.at] === null ? new PyFloat(v.raw[e.at]!) : v.slots[e.at];
    else if (e.k === 'local') value = v.locals[e.i];
    else if (e.k === 'const') value = e.value;
    frame.s[code.nlocals + i] = value as PyValue;
  }
  frame.sp = code.nlocals + n;
  frame.pc = innermost ? pc : pc + 1;
  error.add(frame);
}
