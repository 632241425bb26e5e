/**
 * The module `_signal`, over `frames/signals.ts`, which has the state. What belongs to the host (a handler for a signal
 * that Node cannot take, what was ignored when the process began) is in docs/differences.md.
 */
import * as fs from 'node:fs';
import { type Disposition, dispositionOf, setDisposition, signals, waitForHandlers } from '../../frames/signals.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, type PyModule, PyTuple, intOf } from '../../objects/core/values.ts';
import { type PyBuiltin, makeFunctions } from '../../objects/core/builtin.ts';
import { type PyException, PyRaise, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { isTrue } from '../../protocol/compare.ts';
import { NSIG, RESERVED, SIGINT, SIGKILL, SIGNALS, SIGRTMAX, SIGRTMIN, SIGSTOP } from '../../signals/numbers.ts';
import { TIMER_COUNT, getTimer, setTimer } from '../../signals/timers.ts';
import { makeOsError } from '../../types/exceptions/os-error.ts';
import { isCallable } from '../../types/functions/method.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { argName, cIntArg } from '../../types/str/arguments.ts';
import { exceptionClass } from '../host/exception-class.ts';
import { osErrorOf } from '../host/os-errors.ts';
import { forgetSent, invalidArgument, raiseSignal, runHandlers } from './raise-signal.ts';
import {
  changeMask,
  infoType,
  millisecondsOf,
  pendingSet,
  setOf,
  timeoutOf,
  validSignals,
  waitInfo,
  waitNumber,
} from './signal-sets.ts';
import { isThread } from './thread.ts';
import { displayException } from './uncaught.ts';
import { inMainThread } from './waiting.ts';

const DEFAULT = 0;
const IGNORE = 1;

/** Which descriptor is told of signals. */
const wakeup = { fd: -1, warns: true };

const itimerError = exceptionClass('signal', 'itimer_error', 'OSError');

const { default_int_handler: interrupt } = Object.fromEntries(
  makeFunctions('_signal', {
    'default_int_handler(signalnum, frame, /)': (n: PyValue) => {
      cIntArg(n, 0);
      throw new PyRaise(makeException('KeyboardInterrupt'));
    },
  }),
) as { default_int_handler: PyBuiltin };

/** Reads the number of a signal. Throws TypeError, OverflowError, ValueError. */
function signalNumber(x: PyValue): number {
  const n = cIntArg(x, 0);
  return n < 1 || n >= NSIG ? valueError('signal number out of range') : n;
}

/** Raises ValueError in a started thread. */
function onlyInMain(name: string): void {
  if (!inMainThread()) valueError(`${name} only works in main thread of the main interpreter`);
}

/** Raises the OSError of a signal that keeps its effect. */
function checkChangeable(n: number): void {
  if (n === SIGKILL || n === SIGSTOP || RESERVED.has(n)) invalidArgument();
}

/* ---- handlers ---- */

/** Returns what a program sees as the handler of a signal. */
function handlerOf(n: number): PyValue {
  if (RESERVED.has(n)) return None;
  const what = dispositionOf(n);
  if (typeof what === 'object') return what.handler;
  return what === 'default' ? DEFAULT : what === 'ignore' ? IGNORE : interrupt;
}

/** Reads a handler. Throws TypeError. */
function dispositionFor(n: number, handler: PyValue): Disposition {
  if (handler === interrupt && n === SIGINT) return 'interrupt';
  if (isCallable(handler)) return { handler };
  const constant = typeof handler === 'boolean' ? undefined : intOf(handler);
  if (constant === DEFAULT) return 'default';
  if (constant === IGNORE) return 'ignore';
  return typeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object');
}

/** Sets a handler; returns the old one. */
function setHandler(signalnum: PyValue, handler: PyValue): PyValue {
  const number = cIntArg(signalnum, 0);
  onlyInMain('signal');
  const n = signalNumber(number);
  const what = dispositionFor(n, handler);
  runHandlers();
  checkChangeable(n);
  const old = handlerOf(n);
  setDisposition(n, what);
  return old;
}

/** Returns the description of a signal. */
function description(n: number): PyValue {
  if (n >= SIGRTMIN) return `Real-time signal ${n - SIGRTMIN}`;
  return SIGNALS.find(([, k]) => k === n)?.[2] ?? None;
}

/** Sends a signal to a thread, which is this one. */
function killThread(ident: PyValue, signalnum: PyValue): PyValue {
  const id = intOf(ident) ?? typeError(`pthread_kill() argument 1 must be int, not ${argName(ident)}`);
  const n = cIntArg(signalnum, 0);
  if (!isThread(Number(id))) throw new PyRaise(makeOsError(3, 'No such process'));
  raiseSignal(n);
  return None;
}

/* ---- timers ---- */

/** Returns what is left of a timer, and its interval, as Python has them. */
function timerTuple(times: readonly [number, number]): PyTuple {
  return new PyTuple(times.map((ms) => new PyFloat(Math.round(ms * 1000) / 1e6)));
}

/** Raises ItimerError for a wrong argument. */
function invalidTimer(): never {
  throw new PyRaise(invoke(itimerError, [22, 'Invalid argument']) as PyException);
}

/** Reads which timer is meant. */
function timerOf(which: number): number {
  return which < 0 || which >= TIMER_COUNT ? invalidTimer() : which;
}

/** Sets an interval timer; returns what it was. */
function setInterval(which: PyValue, seconds: PyValue, interval: PyValue = 0): PyTuple {
  const timer = cIntArg(which, 0);
  const range = 'timestamp out of range for platform time_t';
  const [delay, every] = [millisecondsOf(seconds, 2 ** 63, range), millisecondsOf(interval, 2 ** 63, range)];
  if (delay < 0 || every < 0) invalidTimer();
  return timerTuple(setTimer(timerOf(timer), delay, every));
}

/** Sets the timer of SIGALRM; returns the seconds that were left of it. */
function setAlarm(seconds: PyValue): number {
  const left = setTimer(0, (cIntArg(seconds, 0) >>> 0) * 1000, 0)[0];
  return left > 0 && left < 1000 ? 1 : Math.round(left / 1000);
}

/* ---- the descriptor that is told ---- */

const O_NONBLOCK = 0o4000;

/** Sets the descriptor that is told of signals; returns the old one. */
function setWakeup(fd: PyValue, warns: PyValue = true): number {
  const n = cIntArg(fd, 0);
  const warn = isTrue(warns);
  onlyInMain('set_wakeup_fd');
  if (n !== -1) checkDescriptor(n);
  const old = wakeup.fd;
  wakeup.fd = n;
  wakeup.warns = warn;
  signals.onTrip = n === -1 ? () => {} : tell;
  return old;
}

/** Raises OSError for a descriptor that is not open, ValueError for one that blocks. */
function checkDescriptor(fd: number): void {
  let info: string;
  try {
    info = fd < 0 ? '' : fs.readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1');
  } catch {
    info = '';
  }
  const flags = /flags:\s*(\d+)/.exec(info)?.[1];
  if (flags === undefined) throw new PyRaise(makeOsError(9, 'Bad file descriptor'));
  if ((Number.parseInt(flags, 8) & O_NONBLOCK) === 0) valueError(`the fd ${fd} must be in non-blocking mode`);
}

/** Writes the number of a signal to the descriptor that is told. */
function tell(n: number): void {
  try {
    fs.writeSync(wakeup.fd, Uint8Array.of(n));
  } catch (e) {
    const found = osErrorOf(e);
    if (found === undefined) throw e;
    if (!wakeup.warns && (e as NodeJS.ErrnoException).code === 'EAGAIN') return;
    const error = makeOsError(found.errno, found.text);
    const before = 'Exception ignored when trying to write to the signal wakeup fd:\n';
    signals.reports.push(() => displayException(error, before));
  }
}

/** Makes the module `_signal`. */
export function makeModule(): PyModule {
  forgetSent();
  wakeup.fd = -1;
  return nativeModule('_signal', [
    ['default_int_handler', interrupt],
    ...makeFunctions('_signal', {
      'signal(signalnum, handler, /)': setHandler,
      'getsignal(signalnum, /)': (n: PyValue) => handlerOf(signalNumber(n)),
      'raise_signal(signalnum, /)': (signalnum: PyValue) => {
        const n = cIntArg(signalnum, 0);
        if (RESERVED.has(n)) invalidArgument();
        raiseSignal(n);
        return None;
      },
      'strsignal(signalnum, /)': (n: PyValue) => description(signalNumber(n)),
      'valid_signals()': () => setOf(validSignals()),
      'pthread_kill(thread_id, signalnum, /)': killThread,
      'siginterrupt(signalnum, flag, /)': (n: PyValue, flag: PyValue) => {
        const number = cIntArg(n, 0);
        cIntArg(flag, 0);
        checkChangeable(signalNumber(number));
        return None;
      },
      'pause()': () => {
        waitForHandlers();
        return None;
      },
      'alarm(seconds, /)': setAlarm,
      'setitimer(which, seconds, interval?, /)': setInterval,
      'getitimer(which, /)': (which: PyValue) => timerTuple(getTimer(timerOf(cIntArg(which, 0)))),
      'set_wakeup_fd(fd, /, *, warn_on_full_buffer?)': setWakeup,
      'pthread_sigmask(how, mask, /)': (how: PyValue, mask: PyValue) => changeMask(cIntArg(how, 0), mask),
      'sigpending()': pendingSet,
      'sigwait(sigset, /)': waitNumber,
      'sigwaitinfo(sigset, /)': (set: PyValue) => waitInfo(set, Number.POSITIVE_INFINITY),
      'sigtimedwait(sigset, timeout, /)': (set: PyValue, timeout: PyValue) => waitInfo(set, timeoutOf(timeout)),
    }),
    ...SIGNALS.map(([name, n]): [string, PyValue] => [name, n]),
    ['SIGRTMIN', SIGRTMIN],
    ['SIGRTMAX', SIGRTMAX],
    ['NSIG', NSIG],
    ['SIG_DFL', DEFAULT],
    ['SIG_IGN', IGNORE],
    ['SIG_BLOCK', 0],
    ['SIG_UNBLOCK', 1],
    ['SIG_SETMASK', 2],
    ['ITIMER_REAL', 0],
    ['ITIMER_VIRTUAL', 1],
    ['ITIMER_PROF', 2],
    ['ItimerError', itimerError],
    ['struct_siginfo', infoType],
  ]);
}
