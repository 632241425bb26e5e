/**
 * The last resort: host work that cannot look up (a product of two huge ints, a regular expression that tries all
 * ways) is run as a script of Node's that SIGINT may break, which loses all its frames. So such work must be of the
 * host alone, without effects. The cost is a thread that waits for the signal, some 150 µs: only for what is known to
 * be long.
 *
 * Node takes the listeners of SIGINT away for that long, and a signal that comes between their going and the coming of
 * its own handler ends the process. It leaves them where it believes that there are none; its handler then takes the
 * place of theirs at once. What is left is a moment at the end, until they are put back.
 */
import { Script } from 'node:vm';

declare const process: NodeJS.Process;

/** Stands for the result of work that a signal has ended. */
export const INTERRUPTED = Symbol('interrupted');

const PLACE = Symbol.for('sidewinder.work');
const places = globalThis as unknown as Record<symbol, (() => unknown) | undefined>;
let script: Script | null = null;

/** Runs work to its end, or until SIGINT. Throws what it throws. */
export function interruptible<T>(work: () => T): T | typeof INTERRUPTED {
  script ??= new Script('globalThis[Symbol.for("sidewinder.work")]()');
  const outer = places[PLACE];
  places[PLACE] = work;
  const { listenerCount } = process;
  process.listenerCount = (name) => (name === 'SIGINT' ? 0 : listenerCount.call(process, name));
  try {
    return script.runInThisContext({ breakOnSigint: true, displayErrors: false }) as T;
  } catch (e) {
    if ((e as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED') return INTERRUPTED;
    throw e;
  } finally {
    process.listenerCount = listenerCount;
    putBack(process.listeners('SIGINT') as NodeJS.SignalsListener[]);
    places[PLACE] = outer;
  }
}

/** Puts the host's handler for the listeners of SIGINT back into its place. */
function putBack(listeners: NodeJS.SignalsListener[]): void {
  for (const listener of listeners) process.removeListener('SIGINT', listener);
  for (const listener of listeners) process.on('SIGINT', listener);
}
