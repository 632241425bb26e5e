/**
 * Sending signals. What the program sends itself is no matter for the host: its handler is called before the call
 * returns, and what has none takes its effect.
 */
import { arrived, deliver, signals } from '../../frames/signals.ts';
import { PyRaise } from '../../objects/core/exceptions.ts';
import { NSIG, SIGALRM, SIGPROF, SIGVTALRM } from '../../signals/numbers.ts';
import { polling } from '../../signals/polling.ts';
import { makeOsError } from '../../types/exceptions/os-error.ts';

/** Signals the program has sent itself and that wait because they are blocked. */
const own = new Set<number>();

/** Begins anew. */
export function forgetSent(): void {
  own.clear();
}

/** Raises the OSError of a call with a wrong argument. */
export function invalidArgument(): never {
  throw new PyRaise(makeOsError(22, 'Invalid argument'));
}

/** Runs the handlers of what has come. Throws what they raise. */
export function runHandlers(): void {
  polling.ask();
  if (polling.pending) deliver();
}

/** Raises a signal in this process; its handler, if it has one, is called at once. Throws what that raises, OSError. */
export function raiseSignal(n: number): void {
  if (n < 0 || n >= NSIG) invalidArgument();
  if (n === 0) return;
  if (signals.blocked.has(n)) own.add(n);
  arrived(n);
  runHandlers();
}

/** Where a signal came from, as far as that is known. */
export interface Sender {
  /** `si_code`. */
  readonly code: number;
  readonly pid: number;
  readonly uid: number;
}

const SI_USER = 0;
const SI_KERNEL = 128;

/** Takes a signal that waits from those that do; returns its sender. */
export function takeWaiting(n: number): Sender {
  signals.waiting.delete(n);
  if (own.delete(n)) return { code: SI_USER, pid: process.pid, uid: process.getuid?.() ?? 0 };
  return { code: n === SIGALRM || n === SIGVTALRM || n === SIGPROF ? SI_KERNEL : SI_USER, pid: 0, uid: 0 };
}
