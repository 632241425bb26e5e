/** The recursion limit. */
import { raise } from '../objects/core/exceptions.ts';
import type { Frame } from './frame.ts';
import { state } from './state.ts';

/** Raises RecursionError where a frame about to run is deeper than `sys.getrecursionlimit()`. */
export function checkDepth(f: Frame<any>): void {
  if (f.depth > state.recursionLimit) raise('RecursionError', 'maximum recursion depth exceeded');
}
