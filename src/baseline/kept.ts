/** What the tier keeps of a code object, and what listeners are told of it. */
import type { CodeObject } from '../bytecode/code.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import type { PyValue } from '../objects/core/object.ts';

export type Js = (...args: any[]) => PyValue;

interface Kept {
  /** Code called with arguments; null while there is none, undefined where there will be none. */
  call: Js | null | undefined;
  calls: number;
  /** How often it was left because it looked at its frame. */
  left: number;
  /** Whether the code is left to the trace compiler; undecided at first. */
  traces: boolean | undefined;
  /** Code entered with a frame, by instruction. */
  readonly frames: Map<number, Js | null>;
}

/** What is told of code that was compiled, refused, or failed to compile. */
export type BaselineEvent =
  | {
      readonly kind: 'baseline';
      readonly code: CodeObject;
      /** Where it is entered with a frame; empty where it is called. */
      readonly entries: readonly number[];
      readonly source: string;
      readonly milliseconds: number;
    }
  | { readonly kind: 'refused'; readonly code: CodeObject; readonly why: string }
  | { readonly kind: 'fault'; readonly message: string }
  | { readonly kind: 'nocode'; readonly message: string };

/** How code is entered: called with arguments, or with a frame at some of its instructions. */
export type Form = { readonly kind: 'call' } | { readonly kind: 'frame'; readonly entries: readonly number[] };

/** Times code may be left because it looks at its frame before it stays in the interpreter. */
export const MAX_LEFT = 3;

/** Returns what is kept of a code object. */
export function keptOf(runtime: CodeRuntime): Kept {
  runtime.baseline ??= { call: null, calls: 0, left: 0, traces: undefined, frames: new Map() } satisfies Kept;
  return runtime.baseline as Kept;
}
