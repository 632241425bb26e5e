/**
 * Where compiled frames stand: they have no frame objects.
 *
 * The baseline tier keeps a place in these arrays by the frame's depth. `P[d]` is the instruction at which the compiled
 * frame of depth d stands, `C[d]` what it runs. `P[0]` is the depth of the innermost compiled frame that has called
 * something that may ask. A frame object below which compiled frames are shows them by the gap between its depth and
 * that of the frame it knows as its caller.
 *
 * Traces keep nothing but the depth, which they tell native code (`state.depth`): `HOOKS.activations` reads the host's
 * stack for them, and the frames of the interpreter and those of compiled code are then brought together by their
 * depths (`connectCallers`).
 */
import type { PyDict } from '../objects/core/dict.ts';
import type { PyValue } from '../objects/core/object.ts';
import type { CodeRuntime } from './code-runtime.ts';
import { Frame } from './frame.ts';
import { type Activation, HOOKS } from './hooks.ts';
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
  if (HOOKS.activations !== null) return runningFrame();
  return P[0]! > (f === null ? 0 : f.depth) ? C[P[0]!]! : f;
}

/** Returns the frame that runs, without leaving compiled code: of a compiled one code and line. */
export function runningFrame(): Frame<PyValue> | null {
  const f = state.frame;
  const isBaseline = P[0]! > (f === null ? 0 : f.depth);
  if (HOOKS.activations !== null) return isBaseline || state.depth > 0 || f?.compiled === true ? connectCallers() : f;
  return isBaseline ? shadowAt(P[0]!, f) : f;
}

/** Returns a frame that shows where the compiled one of a depth stands. */
function shadowAt(d: number, below: Frame<PyValue> | null): Frame<PyValue> {
  return shadowOf(C[d]!, P[d]! + 1, d, below);
}

/** Returns a frame that shows code of which no frame is known. */
function shadowOf(runtime: CodeRuntime, pc: number, depth: number, below: Frame<PyValue> | null): Frame<PyValue> {
  const frame = new Frame<PyValue>(runtime.code, runtime, null, runtime.globals, builtinsOf(runtime.globals));
  frame.pc = pc;
  frame.depth = depth;
  frame.caller = below;
  frame.shadow = true;
  return frame;
}

/** Returns the frame that called a frame; for a compiled one, what is known of it: code and line. */
export function callerOf(f: Frame<PyValue>): Frame<PyValue> | null {
  const below = f.parent ?? f.caller;
  const d = f.depth - 1;
  if (HOOKS.activations !== null) {
    if (f.parent !== null || f.shadow || (below?.depth === d && !below.compiled)) return below;
    const top = connectCallers();
    return f.caller ?? frameOfDepth(top, d);
  }
  if (d <= (below === null ? 0 : below.depth) || d > P[0]!) return below;
  return C[d] == null ? below : shadowAt(d, below);
}

/**
 * Puts shadows of the compiled frames that stand on the host's stack between the frames of the interpreter, where
 * there are none as yet, and tells frames in whose place compiled code runs where that stands. Returns the innermost.
 */
function connectCallers(): Frame<PyValue> | null {
  const standing = HOOKS.activations!();
  let next = 0;
  let below: Frame<PyValue> | null = null;
  for (const f of interpretedFrames()) {
    if (f.parent === null) {
      const missing = f.depth - 1 - (below?.depth ?? 0) + (below?.compiled === true ? 1 : 0);
      const [top, taken] = stack(standing, next, missing, below);
      next = taken;
      if (f.caller === null || !f.caller.shadow) f.caller = top;
    }
    below = f;
  }
  return stack(standing, next, Number.POSITIVE_INFINITY, below)[0];
}

/** Puts `missing` frames of compiled code upon one, from the activation `next` on; returns the top and what is next. */
function stack(
  standing: readonly Activation[],
  next: number,
  missing: number,
  below: Frame<PyValue> | null,
): [Frame<PyValue> | null, number] {
  let top = below;
  let inPlace = below?.compiled === true;
  let at = next;
  for (let left = missing; left > 0 && at < standing.length; ) {
    for (const { runtime, pc } of standing[at++] ?? baselineFrame(top)) {
      if (inPlace) top!.pc = pc;
      else top = shadowOf(runtime, pc, (top?.depth ?? 0) + 1, top);
      inPlace = false;
      left--;
    }
  }
  return [top, at];
}

/** Returns the baseline tier's frame above one. */
function baselineFrame(below: Frame<PyValue> | null): NonNullable<Activation> {
  const d = (below?.depth ?? 0) + 1;
  return C[d] == null ? [] : [{ runtime: C[d]!, pc: P[d]! + 1 }];
}

/** Finds the frame of a depth among one and those below. */
function frameOfDepth(top: Frame<PyValue> | null, depth: number): Frame<PyValue> | null {
  let f = top;
  while (f !== null && f.depth > depth) f = f.parent ?? f.caller;
  return f?.depth === depth ? f : null;
}

/** Returns the frames of the interpreter that stand, the outermost first. */
function interpretedFrames(): Frame<PyValue>[] {
  const out: Frame<PyValue>[] = [];
  for (let f: Frame<PyValue> | null = state.frame; f !== null; f = f.parent ?? f.caller) if (!f.shadow) out.push(f);
  return out.reverse();
}
