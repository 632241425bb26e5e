/**
 * THE table of abort reasons: code → what happened, what the user can do about it, and what kind of failure it
 * is, which says when the place is recorded again: an event of the table in `jit/states.ts`.
 */

/** Kinds of failures. */
type Again =
  /** As soon as something else is compiled. */
  | 'waits'
  /** Soon: the recording was ended by chance. */
  | 'soon'
  /** After a penalty. */
  | 'penalty'
  /** Never. */
  | 'final';

interface Row {
  readonly text: string;
  readonly hint: string;
  readonly again: Again;
  /** Of a recording that began with a function's body, where that is another. */
  readonly againInFunction?: Again;
}

export const ABORTS = {
  CALLEE_FIRST: {
    text: 'a function with a loop or of recursion that is not compiled itself',
    hint: 'it is tried again once the function is compiled',
    again: 'waits',
  },
  ESCAPE: {
    text: 'a construct that only the interpreter runs',
    hint: 'move it out of the loop if the loop is hot',
    again: 'penalty',
  },
  EXCEPTION: {
    text: 'an exception was raised while recording',
    hint: 'exceptions taken on most iterations stay in the interpreter',
    again: 'penalty',
  },
  EXHAUSTED: {
    text: 'the recording reached the end of an iterator it cannot see into',
    hint: 'recording is tried again later',
    again: 'penalty',
  },
  GENERATOR: {
    text: 'a generator yields inside the loop',
    hint: 'loops that yield run in the interpreter; loops that consume are compiled',
    again: 'penalty',
  },
  INNER_LOOP: {
    text: 'an inner loop that is not compiled itself',
    hint: 'it is tried again once the inner loop is hot',
    again: 'penalty',
    againInFunction: 'soon',
  },
  LEAVES_LOOP: {
    text: 'the recorded path left the loop',
    hint: 'recording is tried again later',
    again: 'soon',
  },
  LEAVES_FRAME: {
    text: 'the recorded path returned from the function of the loop',
    hint: 'recording is tried again later',
    again: 'soon',
  },
  NOT_STABLE: {
    text: 'the types of variables differ from one iteration to the next',
    hint: 'keep a variable of one type through the loop',
    again: 'penalty',
  },
  TOO_LONG: {
    text: 'the recorded path is too long',
    hint: '--jit maxlength=N',
    again: 'penalty',
  },
  TREE_FULL: {
    text: 'the tree has reached its size or its number of side traces',
    hint: '--jit maxside=N,maxsource=N',
    again: 'final',
  },
  NO_STACK: {
    text: 'the host had too little stack left for the compiler',
    hint: 'it is tried again; deep recursion stays in the interpreter',
    again: 'penalty',
  },
  FAULT: {
    text: 'the compiler itself failed: a fault of Sidewinder',
    hint: 'the place stays in the interpreter; please report the program',
    again: 'final',
  },
  FRAME_ACCESS: {
    text: 'a call that looks at the running frame',
    hint: 'call locals(), globals(), exec() and friends outside the loop',
    again: 'penalty',
  },
} as const satisfies Record<string, Row>;

export type AbortReason = keyof typeof ABORTS;

/** Returns what kind of failure an abort is, by where the recording began. */
export function againAfter(reason: AbortReason, inFunction: boolean): Again {
  const row: Row = ABORTS[reason];
  return (inFunction ? row.againInFunction : undefined) ?? row.again;
}

/** Thrown by the tracing machine to end a recording that cannot be used. */
export class Abort {
  constructor(
    readonly reason: AbortReason,
    readonly detail: string,
  ) {}
}

/** Says that the compiler failed, and how: not the program's doing, so nothing of it is undone. */
export function faultOf(error: unknown): Abort {
  if (error instanceof RangeError && /call stack/.test(error.message)) return new Abort('NO_STACK', error.message);
  return new Abort('FAULT', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
