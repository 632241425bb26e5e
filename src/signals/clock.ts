/**
 * The clock of everything that waits. `performance.now()` would do as well, but it loads a module of the host's that
 * costs each start a millisecond.
 */

/** Returns the milliseconds since the process began, which never go back. */
export function clock(): number {
  return process.uptime() * 1000;
}
