/**
 * The recorder's own instance of the dispatch loop and the semantics.
 *
 * One function body run by two machines has type feedback that serves neither: the interpreter got
 * three times slower after a recording. The build gives this file's imports a second copy of
 * `interp/loop` and `semantics/*` (scripts/build.mjs); unbundled, as in tests, both share one:
 * slower, still correct.
 */
export { run } from '../interp/loop.ts';
