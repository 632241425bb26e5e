/**
 * What a program has registered to run at its end (`atexit`).
 */
import type { PyValue } from '../../objects/core/object.ts';
import type { Kwargs } from '../../objects/core/builtin.ts';
import { PyRaise } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { repr } from '../../objects/slots/format.ts';
import { displayException } from './uncaught.ts';

interface ExitFunction {
  fn: PyValue;
  args: PyValue[];
  kw: Kwargs | null;
}

/** The functions, in the order they were registered. */
export const exitFunctions: ExitFunction[] = [];

/** Forgets what an earlier run of this process registered. */
export function resetExitFunctions(): void {
  exitFunctions.length = 0;
}

/** Runs what `atexit.register` was given, last first. Exceptions are shown, not raised. */
export function runExitFunctions(): void {
  while (exitFunctions.length > 0) {
    const { fn, args, kw } = exitFunctions.pop()!;
    try {
      invoke(fn, args, kw);
    } catch (e) {
      if (!(e instanceof PyRaise)) throw e;
      displayException(e.exc, `Exception ignored in atexit callback ${repr(fn)}:\n`);
    }
  }
}
