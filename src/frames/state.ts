/**
 * The state of the one Python thread: the running frame, the exception being handled, limits.
 */
import type { PyException } from '../objects/core/exceptions.ts';
import { PyDict } from '../objects/core/dict.ts';
import type { Frame } from './frame.ts';
import { PyModule } from '../objects/core/values.ts';

export const state = {
  /** The frame on top, as of the last call or return. */
  frame: null as Frame<any> | null,
  /** The exception being handled (`sys.exception()`), or null. */
  exception: null as PyException | null,
  /** How often native code has run Python; a call that is declared not to must leave it alone. */
  reentries: 0,
  /** Host nesting of the dispatch loop. */
  nesting: 0,
  /** Depth of compiled code that native code has called, which has no frame; 0 where a frame is on top. */
  depth: 0,
  /** Whether the program looks at the variables of running functions (`f_locals`): each has to have its frame. */
  watched: false,
  recursionLimit: 1000,
  /** Depth below which compiled code calls compiled code: the recursion limit, or what the host's stack bears. */
  callLimit: 1000,
  builtins: new PyDict(),
};

/** Frames of compiled code that fit on the host's stack, with what each may need to go on in the interpreter. */
const HOST_FRAMES = 2000;

/** Sets `sys.setrecursionlimit()`. */
export function setRecursionLimit(limit: number): void {
  state.recursionLimit = limit;
  state.callLimit = Math.min(limit, HOST_FRAMES);
}

let lastGlobals: PyDict | null = null;
let lastVersion = -1;
let lastBuiltins = state.builtins;

/** Returns the builtins namespace that code with these globals sees. */
export function builtinsOf(globals: PyDict): PyDict {
  if (globals === lastGlobals && globals.keysVersion === lastVersion) return lastBuiltins;
  const b = globals.get('__builtins__');
  lastBuiltins = b instanceof PyDict ? b : b instanceof PyModule ? b.dict : state.builtins;
  lastGlobals = globals;
  lastVersion = globals.keysVersion;
  return lastBuiltins;
}
