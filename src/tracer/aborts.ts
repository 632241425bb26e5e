/**
 * THE table of abort reasons: code → what happened, and what the user can do about it.
 */
export const ABORTS = {
  CALLEE_FIRST: {
    text: 'a function with a loop or of recursion that is not compiled itself',
    hint: 'it is tried again once the function is compiled',
  },
  ESCAPE: { text: 'a construct that only the interpreter runs', hint: 'move it out of the loop if the loop is hot' },
  EXCEPTION: {
    text: 'an exception was raised while recording',
    hint: 'exceptions taken on most iterations stay in the interpreter',
  },
  EXHAUSTED: {
    text: 'the recording reached the end of an iterator it cannot see into',
    hint: 'recording is tried again later',
  },
  GENERATOR: {
    text: 'a generator yields inside the loop',
    hint: 'loops that yield run in the interpreter; loops that consume are compiled',
  },
  INNER_LOOP: {
    text: 'an inner loop that is not compiled itself',
    hint: 'it is tried again once the inner loop is hot',
  },
  LEAVES_LOOP: { text: 'the recorded path left the loop', hint: 'recording is tried again later' },
  LEAVES_FRAME: {
    text: 'the recorded path returned from the function of the loop',
    hint: 'recording is tried again later',
  },
  NOT_STABLE: {
    text: 'the types of variables differ from one iteration to the next',
    hint: 'keep a variable of one type through the loop',
  },
  TOO_LONG: { text: 'the recorded path is too long', hint: '--jit maxlength=N' },
  TREE_FULL: {
    text: 'the tree has reached its size or its number of side traces',
    hint: '--jit maxside=N,maxsource=N',
  },
  FRAME_ACCESS: {
    text: 'a call that looks at the running frame',
    hint: 'call locals(), globals(), exec() and friends outside the loop',
  },
} as const;

export type AbortReason = keyof typeof ABORTS;

/** Thrown by the tracing machine to end a recording that cannot be used. */
export class Abort {
  constructor(
    readonly reason: AbortReason,
    readonly detail: string,
  ) {}
}
