/**
 * How an exception comes out of baseline code: code returns `R`, and the exception is in `H.raised`.
 *
 * One record, `H`, of which code sees the fields.
 */
import type { Frame } from '../frames/frame.ts';
import { PyFrameObject } from '../frames/frame-object.ts';
import { PyTraceback } from '../objects/core/exceptions.ts';
import type { PyValue } from '../objects/core/object.ts';
import { None } from '../objects/core/values.ts';

/** Returned by code in which an exception was raised; it is in `H.raised`. */
export const R = Object.freeze({ raised: true }) as unknown as PyValue;

/** Tells the frame of the innermost line of a traceback by which frame it was called, if it was compiled. */
export function tellCaller(traceback: PyValue | null, f: Frame<PyValue>): void {
  if (!(traceback instanceof PyTraceback) || !(traceback.frame instanceof PyFrameObject)) return;
  const { frame } = traceback.frame;
  if (frame.depth === f.depth + 1 && frame.parent === null) frame.caller = f;
}

export const H = {
  raised: null as unknown,
  /** The instruction that raised what RERAISE raises again. */
  lasti: 0,
  /** The exception that a handler begins with. */
  value: None as PyValue,
};

/** Returns what was raised in code that has returned `R`. */
export function takeRaised(): unknown {
  const error = H.raised;
  H.raised = null;
  return error;
}
