/**
 * Exceptions in the interpreter: exception table lookup, traceback entries, context.
 *
 * A handler is found by the index of the raising instruction; the stack is cut to the entry's depth,
 * then lasti (if asked for) and the exception are pushed. Frames without a handler are left, each
 * adding a line to the traceback, until one is found or the frame that began this dispatch loop is
 * reached: then the exception goes on as a throw.
 */
import type { CodeObject, ExceptionEntry } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import { type PyException, PyRaise, PyTraceback, translateHostError } from '../objects/core/exceptions.ts';
import type { PyValue } from '../objects/core/object.ts';
import { None } from '../objects/core/values.ts';
import { type Frame, OnReturn } from './frame.ts';
import { frameObject } from './frame-object.ts';
import { Leaving } from './leaving.ts';
import { state } from './state.ts';

/** Finds the innermost handler of an instruction. */
export function handlerOf(code: CodeObject, pc: number): ExceptionEntry | undefined {
  for (const e of code.exceptionTable) if (pc >= e.start && pc < e.end) return e;
  return undefined;
}

/**
 * Sets `__context__` of a newly raised exception to the one being handled, without making a cycle. A chain that has a
 * cycle already, which only a program can have made, is walked until it comes round (Floyd's algorithm).
 */
function setContext(exc: PyException): void {
  const handled = state.exception;
  if (handled === null || handled === exc) return;
  let slow = handled;
  let odd = false;
  for (let e = handled; e.context !== None; odd = !odd) {
    const next = e.context as PyException;
    if (next === exc) {
      e.context = None;
      break;
    }
    e = next;
    if (e === slow) break;
    if (odd) slow = slow.context as PyException;
  }
  exc.context = handled;
}

/** Links an exception with the one being handled where it was raised just now, not passed on or raised again. */
export function linkContext(error: unknown, exc: PyException, reraised: boolean): void {
  const raised = error instanceof PyRaise ? error : null;
  if (!reraised && raised?.linked !== true) setContext(exc);
  if (raised !== null) raised.linked = true;
}

/** Returns what to throw on: what was caught, if that is a Python exception. */
export function passedOn(error: unknown, exc: PyException): PyRaise {
  if (error instanceof PyRaise && error.exc === exc) return error;
  const raised = new PyRaise(exc);
  raised.linked = true;
  return raised;
}

/** What a frame has ended with that compiled code ran to its end: thrown where it was entered, to go on below it. */
export class Finished {
  constructor(readonly error: PyRaise) {}
}

/** Goes on below a frame that has ended with an exception: returns the frame that handles it, or throws it. */
function leave(f: Frame<PyValue>, error: PyRaise): Frame<PyValue> {
  if (f.onReturn === OnReturn.EXIT || f.parent === null) {
    state.frame = f.parent;
    f.sp = -1;
    throw error;
  }
  return unwind(f.parent, f.parent.pc - 1, error, f.parent.sp);
}

/** Handles something thrown at `pc` of `f`, stack up to `sp`: returns the frame to continue with, or throws on. */
export function unwind(f: Frame<PyValue>, pc: number, error: unknown, sp: number): Frame<PyValue> {
  if (error instanceof Leaving) {
    error.addInterpreted(f, pc, sp);
    throw error;
  }
  if (error instanceof Finished) return leave(f, error.error);
  const exc = translateHostError(error);
  if (exc === undefined) throw error;
  const op = f.code.ops[pc];
  const reraised = op === Op.RERAISE || op === Op.CLEANUP_THROW || (op === Op.RAISE_VARARGS && f.code.args[pc] === 0);
  linkContext(error, exc, reraised);
  let silent = reraised;
  // RERAISE goes back to where the exception was raised, for those who ask the frame for its line.
  const lasti = op === Op.RERAISE && f.code.args[pc]! > 0 ? f.s[sp - 1 - f.code.args[pc]!] : undefined;
  let at = typeof lasti === 'number' ? lasti : pc;
  for (;;) {
    if (!silent) exc.traceback = new PyTraceback(exc.traceback, frameObject(f), f.code, pc);
    silent = false;
    const h = handlerOf(f.code, pc);
    if (h !== undefined) {
      f.sp = f.code.nlocals + h.depth;
      if (h.lasti) f.s[f.sp++] = at;
      f.s[f.sp++] = exc;
      f.pc = h.target;
      return f;
    }
    f.pc = at + 1;
    if (f.onReturn === OnReturn.EXIT || f.parent === null) {
      state.frame = f.parent;
      f.sp = -1;
      throw passedOn(error, exc);
    }
    f = f.parent;
    pc = f.pc - 1;
    at = pc;
  }
}
