/**
 * The module `_signal`: handlers are kept, and called for the signals the program raises itself. Signals from outside
 * have their default effect: there is no moment at which a handler could run for them.
 */
import { world } from '../../objects/core/world.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, type PyModule, intOf, typeOf } from '../../objects/core/values.ts';
import { makeFunctions } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { PyFrozenSet } from '../../objects/core/frozenset.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { isCallable } from '../../types/functions/method.ts';
import { nativeModule } from '../../types/functions/module.ts';

/** Signals of Linux: name, number, description. */
const SIGNALS: readonly (readonly [string, number, string])[] = [
  ['SIGHUP', 1, 'Hangup'],
  ['SIGINT', 2, 'Interrupt'],
  ['SIGQUIT', 3, 'Quit'],
  ['SIGILL', 4, 'Illegal instruction'],
  ['SIGTRAP', 5, 'Trace/breakpoint trap'],
  ['SIGABRT', 6, 'Aborted'],
  ['SIGBUS', 7, 'Bus error'],
  ['SIGFPE', 8, 'Floating point exception'],
  ['SIGKILL', 9, 'Killed'],
  ['SIGUSR1', 10, 'User defined signal 1'],
  ['SIGSEGV', 11, 'Segmentation fault'],
  ['SIGUSR2', 12, 'User defined signal 2'],
  ['SIGPIPE', 13, 'Broken pipe'],
  ['SIGALRM', 14, 'Alarm clock'],
  ['SIGTERM', 15, 'Terminated'],
  ['SIGCHLD', 17, 'Child exited'],
  ['SIGCONT', 18, 'Continued'],
  ['SIGSTOP', 19, 'Stopped (signal)'],
  ['SIGTSTP', 20, 'Stopped'],
  ['SIGTTIN', 21, 'Stopped (tty input)'],
  ['SIGTTOU', 22, 'Stopped (tty output)'],
  ['SIGURG', 23, 'Urgent I/O condition'],
  ['SIGWINCH', 28, 'Window changed'],
];
const DEFAULT = 0;
const IGNORE = 1;
const SIGINT = 2;
const handlers = new Map<number, PyValue>();

/** Reads the number of a signal. Throws TypeError and ValueError. */
function signalNumber(n: PyValue): number {
  const v = intOf(n) ?? typeError(`'${typeOf(n).name}' object cannot be interpreted as an integer`);
  return v < 1 || v > 64 ? valueError('signal number out of range') : Number(v);
}

/** Raises a signal in this process: its handler, if it has one, is called at once. */
export function raiseSignal(n: number): void {
  const h = handlers.get(n) ?? DEFAULT;
  if (n === SIGINT && handlers.size === 0) throw new PyRaise(makeException('KeyboardInterrupt'));
  if (isCallable(h)) invoke(h, [n, world.frame(0) ?? None]);
  else if (h === DEFAULT) process.kill(process.pid, n);
}

/** Makes the module `_signal`. */
export function makeModule(): PyModule {
  const interrupt = makeFunctions('_signal', {
    'default_int_handler(signalnum, frame, /)': () => {
      throw new PyRaise(makeException('KeyboardInterrupt'));
    },
  });
  handlers.clear();
  handlers.set(SIGINT, interrupt.get('default_int_handler')!);
  return nativeModule('_signal', [
    ...interrupt,
    ...makeFunctions('_signal', {
      'signal(signalnum, handler, /)': (n: PyValue, handler: PyValue) => {
        const number = signalNumber(n);
        if (!isCallable(handler) && intOf(handler) !== DEFAULT && intOf(handler) !== IGNORE)
          typeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object');
        const old = handlers.get(number) ?? DEFAULT;
        handlers.set(number, isCallable(handler) ? handler : Number(intOf(handler)));
        return old;
      },
      'getsignal(signalnum, /)': (n: PyValue) => handlers.get(signalNumber(n)) ?? DEFAULT,
      'raise_signal(signalnum, /)': (n: PyValue) => {
        raiseSignal(signalNumber(n));
        return None;
      },
      'strsignal(signalnum, /)': (n: PyValue) => SIGNALS.find(([, k]) => k === signalNumber(n))?.[2] ?? None,
      'valid_signals()': () =>
        PyFrozenSet.of(Array.from({ length: 64 }, (_, i) => i + 1).filter((k) => k !== 32 && k !== 33)),
    }),
    ...SIGNALS.map(([n, k]): [string, PyValue] => [n, k]),
    ['SIG_DFL', DEFAULT],
    ['SIG_IGN', IGNORE],
    ['NSIG', 65],
  ]);
}
