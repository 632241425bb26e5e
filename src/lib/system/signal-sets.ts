/**
 * Sets of signals for `_signal`: what is blocked, what waits, and waiting for one of them.
 */
import { clock } from '../../signals/clock.ts';
import { dispositionOf, setBlocked, signals, waitFor } from '../../frames/signals.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, type PyTuple } from '../../objects/core/values.ts';
import { overflowError, valueError } from '../../objects/core/exceptions.ts';
import { world } from '../../objects/core/world.ts';
import { PySet } from '../../objects/core/set-table.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { iterate } from '../../protocol/iterate.ts';
import { NSIG, RESERVED, SIGKILL, SIGSTOP } from '../../signals/numbers.ts';
import { polling } from '../../signals/polling.ts';
import { makeStruct, structSequence } from '../host/struct-sequence.ts';
import { invalidArgument, runHandlers, type Sender, takeWaiting } from './raise-signal.ts';

/** What `pthread_sigmask` does with the signals it gets, in the order of its numbers. */
const HOW = [
  (old: Set<number>, given: Set<number>) => new Set([...old, ...given]),
  (old: Set<number>, given: Set<number>) => new Set([...old].filter((n) => !given.has(n))),
  (_: Set<number>, given: Set<number>) => given,
];

export const infoType = structSequence('signal', 'struct_siginfo', [
  'si_signo',
  'si_code',
  'si_errno',
  'si_pid',
  'si_uid',
  'si_status',
  'si_band',
]);

/** Makes a Python set of signal numbers. */
export function setOf(numbers: Iterable<number>): PySet {
  const s = new PySet();
  for (const n of [...numbers].sort((x, y) => x - y)) s.add(n);
  return s;
}

/** Lists the signals a program may name. */
export function validSignals(): number[] {
  return Array.from({ length: NSIG - 1 }, (_, i) => i + 1).filter((n) => !RESERVED.has(n));
}

/** Reads an iterable of signal numbers. Throws TypeError, ValueError. */
function numbersOf(values: PyValue): Set<number> {
  const found = new Set<number>();
  for (const v of iterate(values)) {
    const wide = indexOf(v);
    const n = typeof wide === 'bigint' ? -1 : wide;
    if (n < 1 || n >= NSIG) valueError(`signal number ${n} out of range [1; ${NSIG - 1}]`);
    if (RESERVED.has(n)) world.warn('RuntimeWarning', `invalid signal number ${n}, please use valid_signals()`);
    else found.add(n);
  }
  return found;
}

/** Changes which signals are blocked; returns which were. Handlers of what may come now run. */
export function changeMask(how: number, values: PyValue): PySet {
  const given = numbersOf(values);
  const change = HOW[how] ?? invalidArgument();
  const old = setOf(signals.blocked);
  const blocked = change(signals.blocked, given);
  for (const n of [SIGKILL, SIGSTOP]) blocked.delete(n);
  setBlocked(blocked);
  runHandlers();
  return old;
}

/** Returns the signals that have come and are blocked. */
export function pendingSet(): PySet {
  polling.ask();
  return setOf(signals.waiting);
}

/**
 * Waits for one of some signals, for at most some milliseconds; takes it, so that no handler runs for it. Handlers of
 * others do. Those that are not blocked and have no handler have their effect.
 */
function accept(values: PyValue, ms: number): [number, Sender] | undefined {
  const wanted = numbersOf(values);
  const blocked = new Set(signals.blocked);
  const handled = [...wanted].filter((n) => typeof dispositionOf(n) === 'object' || dispositionOf(n) === 'interrupt');
  setBlocked(new Set([...blocked, ...handled]));
  try {
    const n = waitFor(() => [...signals.waiting].sort((x, y) => x - y).find((k) => wanted.has(k)), clock() + ms);
    return n === undefined ? undefined : [n, takeWaiting(n)];
  } finally {
    setBlocked(blocked);
  }
}

/** Waits for one of some signals; returns its number. */
export function waitNumber(values: PyValue): number {
  return accept(values, Number.POSITIVE_INFINITY)![0];
}

/** Waits for one of some signals, for at most some milliseconds; returns what is known of it, or None. */
export function waitInfo(values: PyValue, ms: number): PyTuple | typeof None {
  const found = accept(values, ms);
  if (found === undefined) return None;
  const [n, { code, pid, uid }] = found;
  // The C library keeps the number of the event where it keeps process and user.
  return makeStruct(infoType, [n, code, 0, pid, uid, 0, pid + uid * 2 ** 32]);
}

/** Reads a timeout in seconds; returns milliseconds. Throws TypeError, ValueError, OverflowError. */
export function timeoutOf(x: PyValue): number {
  const ms = millisecondsOf(x, 2 ** 63 / 1e9, 'timestamp too large to convert to C PyTime_t');
  return ms < 0 ? valueError('timeout must be non-negative') : ms;
}

/**
 * Reads a number of seconds, an int or a float below a limit; returns milliseconds. Throws TypeError, ValueError,
 * OverflowError; `tooLarge` is what the last says of an int.
 */
export function millisecondsOf(x: PyValue, limit: number, tooLarge: string): number {
  const seconds = x instanceof PyFloat ? x.value : Number(indexOf(x));
  if (Number.isNaN(seconds)) valueError('Invalid value NaN (not a number)');
  if (seconds >= limit || seconds < -limit)
    overflowError(x instanceof PyFloat ? 'timestamp out of range for platform time_t' : tooLarge);
  return seconds * 1000;
}
