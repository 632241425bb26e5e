/**
 * The frames of compiled code that stand in calls, read from the host's stack.
 *
 * Compiled code has no frames and leaves no trace of where it stands: a store before each call makes a recursive
 * function a fifth slower (Node 20), and nearly nobody looks. Who does look (`f_back`, `sys._getframe(1)`, the line of
 * a warning) pays for it: some 20 µs for ten frames.
 */
import type { Exit } from '../ir/trace.ts';
import { exitAt } from '../codegen/emitted.ts';
import type { Activation } from '../frames/hooks.ts';
import type { Frame } from '../frames/frame.ts';

/** The address of an emitted function, with its number. */
const TRACE = /^sidewinder-trace:.*\?(\d+)$/;
/** What functions of the baseline tier are named. */
const BASELINE = 'py$';

/** Returns what stands on the host's stack of compiled code, the outermost first. */
export function activations(): Activation[] {
  const found: Activation[] = [];
  for (const site of hostStack()) {
    const trace = TRACE.exec(site.getScriptNameOrSourceURL() ?? '');
    if (trace !== null) {
      const exit = exitAt(Number(trace[1]), site.getLineNumber() ?? 0);
      if (exit !== null) found.push(framesAt(exit));
    } else if (site.getFunctionName()?.startsWith(BASELINE) === true) found.push(null);
  }
  return found.reverse();
}

/** Returns the frames that a call's exit restores, with the instructions that they stand behind. */
function framesAt({ snapshot: { frames } }: Exit): Activation {
  const last = frames.length - 1;
  return frames.map(({ shell, pc }, i) => ({
    runtime: (shell as Frame<unknown>).runtime,
    pc: i === last ? pc + 1 : pc,
  }));
}

/** Returns the host's stack, whole, the innermost function first. */
function hostStack(): NodeJS.CallSite[] {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  Error.prepareStackTrace = (_, sites) => sites;
  try {
    return new Error('stack').stack as unknown as NodeJS.CallSite[];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    Error.prepareStackTrace = prepareStackTrace;
  }
}
