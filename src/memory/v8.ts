/**
 * What is asked of Node's module `v8`. It brings streams along, which would cost each start some milliseconds, so
 * this module is a script of its own in the build (`scripts/parts.mjs`), loaded at the first call.
 */
import * as v8 from 'node:v8';

/** Returns how much of the heap is in use, and how large it may become. */
export function heapStatistics(): v8.HeapInfo {
  return v8.getHeapStatistics();
}

/** Sets an option of the host, as on its command line. */
export function setFlags(flags: string): void {
  v8.setFlagsFromString(flags);
}
