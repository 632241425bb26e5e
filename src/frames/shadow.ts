/**
 * Where compiled frames stand: they have no frame objects, only a place in these arrays by their depth.
 *
 * `P[d]` is the instruction at which the compiled frame of depth d stands, `C[d]` what it runs. `P[0]` is the
 * depth of the innermost compiled frame that has called something that may ask. A frame object below which
 * compiled frames are shows them by the gap between its depth and that of the frame it knows as its caller.
 */
import type { PyDict } from '../objects/core/dict.ts';
import type { PyValue } from '../objects/core/object.ts';
import type { CodeRuntime } from './code-runtime.ts';
import { Frame } from './frame.ts';
import { builtinsOf, state } from './state.ts';

/** Compiled frames are never deeper. */
export const MAX_DEPTH = 4096;

export const P = new Int32Array(MAX_DEPTH);
export const C: (CodeRuntime | null)[] = new Array<CodeRuntime | null>(MAX_DEPTH).fill(null);

/** Returns the depth of the running frame, compiled or not. */
export function currentDepth(): number {
  return Math.max(P[0]!, state.depth, state.frame === null ? 0 : state.frame.depth);
}

/** Returns what the running function runs: its code and namespaces; null where no Python runs. */
export function running(): { readonly globals: PyDict; readonly code: CodeRuntime['code'] } | null {
  const f = state.frame;
  return P[0]! > (f === null ? 0 : f.depth) ? C[P[0]!]! : f;
}

/** Returns the frame that runs, without leaving compiled code: of a compiled one code and line. */
export function runningFrame(): Frame<PyValue> | null {
  const f = state.frame;
  return P[0]! > (f === null ? 0 : f.depth) ? shadowOf(P[0]!, f) : f;
}

/** Returns a frame that shows where the compiled one of a depth stands. */
function shadowOf(d: number, below: Frame<PyValue> | null): Frame<PyValue> {
  const runtime = C[d]!;
  const frame = new Frame<PyValue>(runtime.code, runtime, null, runtime.globals, builtinsOf(runtime.globals));
  frame.pc = P[d]! + 1;
  frame.depth = d;
  frame.caller = below;
  return frame;
}

/** Returns the frame that called a frame; for a compiled one, what is known of it: code and line. */
export function callerOf(f: Frame<PyValue>): Frame<PyValue> | null {
  const below = f.parent ?? f.caller;
  const d = f.depth - 1;
  if (d <= (below === null ? 0 : below.depth) || d > P[0]!) return below;
  return C[d] == null ? below : shadowOf(d, below);
}
