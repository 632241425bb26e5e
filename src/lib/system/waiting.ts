/**
 * Waiting, where there is one thread: a thread that is started runs to its end at once, so a thread that polls for
 * something another has to do would poll for ever. Its waits are counted, and too many are an error.
 */
import { clock } from '../../signals/clock.ts';
import { raise } from '../../objects/core/exceptions.ts';
import { waitUntil } from '../../frames/signals.ts';

/** Waits a started thread may make. */
const MOST = 1000;
let threads = 0;
let waits = 0;

/** Runs the function of a thread. */
export function inThread<T>(run: () => T): T {
  const outer = waits;
  waits = 0;
  threads++;
  try {
    return run();
  } finally {
    threads--;
    waits = outer;
  }
}

/** Tells whether the code that runs is not a started thread's. */
export function inMainThread(): boolean {
  return threads === 0;
}

/** Sleeps, unless the running thread has slept so often that it must be waiting for another one. */
export function sleepSeconds(seconds: number): void {
  if (threads > 0 && ++waits > MOST)
    raise(
      'RuntimeError',
      'this thread waits for something that no running thread can do (sidewinder runs threads one after another)',
    );
  waitUntil(clock() + seconds * 1000);
}
