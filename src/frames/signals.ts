/**
 * Signals as Python has them: what is to happen at each, and the moment when it does.
 *
 * A signal that has come is *tripped*; its handler runs at the next moment between two bytecodes of the interpreter
 * (`deliver`), with the frame that runs then. KeyboardInterrupt of the default handler needs no Python to run, so
 * native code in long loops raises it too (`polling.raiseInterrupt`). What has come while it was blocked waits
 * until it is not.
 *
 * A full heap is noticed and told in the same way: as MemoryError at a safe point, before the host ends the process.
 *
 * The state is the process's, as signals are; `startSignals` begins anew with each machine.
 */
import { clock } from '../signals/clock.ts';
import { heap } from '../memory/heap.ts';
import { invoke } from '../objects/core/invoke.ts';
import { PyRaise, makeException } from '../objects/core/exceptions.ts';
import type { PyValue } from '../objects/core/object.ts';
import { None } from '../objects/core/values.ts';
import { INTERRUPTED, interruptible } from '../signals/interruptible.ts';
import { NSIG, SIGINT, SIGPIPE, SIGXFSZ } from '../signals/numbers.ts';
import { dieBy, readArrived, release, take } from '../signals/pipe.ts';
import { pause, polling } from '../signals/polling.ts';
import { clearTimers, takeExpired } from '../signals/timers.ts';
import type { Frame } from './frame.ts';
import { frameObject } from './frame-object.ts';
import { runningFrame } from './shadow.ts';
import { state } from './state.ts';

/** What happens at a signal: the default, nothing, KeyboardInterrupt, or a call. */
export type Disposition = 'default' | 'ignore' | 'interrupt' | { readonly handler: PyValue };

interface Signals {
  dispositions: Map<number, Disposition>;
  /** Signals that are kept waiting. */
  blocked: Set<number>;
  /** Blocked signals that have come. */
  waiting: Set<number>;
  /** Signals whose handlers are to run. */
  tripped: Set<number>;
  /** The heap has been found full. */
  full: boolean;
  /** The signals of the process are ours to handle. */
  connected: boolean;
  /** Is told of each signal that has a handler, at once. */
  onTrip: (n: number) => void;
  /** What is to be said at the next safe point, before handlers run. */
  reports: (() => void)[];
}

export const signals: Signals = {
  dispositions: new Map(),
  blocked: new Set(),
  waiting: new Set(),
  tripped: new Set(),
  full: false,
  connected: false,
  onTrip: () => {},
  reports: [],
};

/** Begins anew; a machine that has the process to itself handles its signals. */
export function startSignals(connected: boolean): void {
  signals.dispositions = new Map<number, Disposition>([
    [SIGINT, 'interrupt'],
    [SIGPIPE, 'ignore'],
    [SIGXFSZ, 'ignore'],
  ]);
  for (const set of [signals.blocked, signals.waiting, signals.tripped]) set.clear();
  signals.full = false;
  signals.connected = connected;
  signals.onTrip = () => {};
  signals.reports = [];
  clearTimers();
  polling.settle();
  polling.source = ask;
  polling.raise = raise;
  polling.watch = connected ? watch : (work) => work();
  if (connected) take(SIGINT, arrived);
}

/** Looks whether a signal has come, a timer has run out, or the heap is full. Throws OutOfMemory. */
function ask(now: number): void {
  if (signals.connected) readArrived(arrived);
  takeExpired(now, arrived);
  signals.full = heap.isFull();
  if (signals.full) announce();
}

/** Returns what is to happen at a signal. */
export function dispositionOf(n: number): Disposition {
  return signals.dispositions.get(n) ?? 'default';
}

/** Says what is to happen at a signal; where the host cannot take it, that holds for what the program raises itself. */
export function setDisposition(n: number, what: Disposition): void {
  if (signals.connected) instruct(n, what);
  signals.dispositions.set(n, what);
  if (what === 'default' || what === 'ignore') signals.tripped.delete(n);
}

/** Tells the host what we need to know of a signal; what it ignores from the start it may go on ignoring. */
function instruct(n: number, what: Disposition): void {
  if (what === 'default' && !signals.blocked.has(n)) release(n);
  else if (what !== 'ignore' || dispositionOf(n) !== 'ignore') take(n, arrived);
}

/** Says which signals are kept waiting. What has waited, and need no longer, comes now. */
export function setBlocked(blocked: ReadonlySet<number>): void {
  polling.ask();
  const before = new Set(signals.blocked);
  signals.blocked = new Set(blocked);
  for (let n = 1; n < NSIG; n++) {
    if (before.has(n) === blocked.has(n)) continue;
    if (signals.connected) instruct(n, dispositionOf(n));
    if (!blocked.has(n) && signals.waiting.delete(n)) arrived(n);
  }
}

/** Takes in that a signal has come, or was raised by the program itself. */
export function arrived(n: number): void {
  if (signals.blocked.has(n)) {
    signals.waiting.add(n);
    return;
  }
  const what = dispositionOf(n);
  if (what === 'ignore') return;
  if (what === 'default') {
    dieBy(n);
    return;
  }
  signals.tripped.add(n);
  signals.onTrip(n);
  announce();
}

/** Tells safe points that handlers wait. */
function announce(): void {
  polling.announce();
  polling.raises = signals.full || (signals.tripped.has(SIGINT) && dispositionOf(SIGINT) === 'interrupt');
}

/** Raises MemoryError where the heap is full, or KeyboardInterrupt for a SIGINT that has come. */
function raise(): never {
  const type = signals.full ? 'MemoryError' : 'KeyboardInterrupt';
  if (signals.full) signals.full = false;
  else signals.tripped.delete(SIGINT);
  polling.settle();
  if (signals.tripped.size > 0) announce();
  throw new PyRaise(makeException(type));
}

/** Runs host work that cannot poll; where SIGINT has a handler of the program's, that waits: the work begins anew. */
function watch<T>(work: () => T): T {
  if (signals.blocked.has(SIGINT) || dispositionOf(SIGINT) === 'ignore') return work();
  // What came before the host's handler was there would be seen only when the work is done.
  const result = interruptible(() => {
    polling.ask();
    return polling.raises ? INTERRUPTED : work();
  });
  if (result !== INTERRUPTED) return result;
  if (!polling.raises) arrived(SIGINT);
  return polling.raises ? raise() : work();
}

/** Returns the frame that a handler is told; of a compiled one only what is known. */
function interrupted(): PyValue {
  const f = runningFrame();
  return f === null ? None : frameObject(f);
}

/** Runs the handlers of all that has come. Throws what they raise. */
export function deliver(): void {
  if (signals.full) raise();
  polling.settle();
  for (const report of signals.reports.splice(0)) report();
  try {
    for (let n = 1; n < NSIG && signals.tripped.size > 0; n++) {
      if (!signals.tripped.delete(n)) continue;
      const what = dispositionOf(n);
      if (what === 'interrupt') throw new PyRaise(makeException('KeyboardInterrupt'));
      else if (typeof what === 'object') invoke(what.handler, [n, interrupted()]);
    }
  } finally {
    if (signals.tripped.size > 0) announce();
  }
}

/**
 * Runs handlers where the interpreter is about to execute the instruction `pc` of a frame; returns the frame if one
 * raised, with what it raised, else null.
 */
export function deliverAt(f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> | null {
  f.sp = sp;
  f.pc = pc + 1;
  state.frame = f;
  try {
    deliver();
    return null;
  } catch (e) {
    f.thrown = e;
    return f;
  } finally {
    f.pc = pc;
    state.frame = f;
  }
}

/** Blocks the thread until a time on the host's clock; handlers run meanwhile. Throws what they raise. */
export function waitUntil(end: number): void {
  for (let left = end - clock(); left > 0; left = end - clock()) if (pause(left)) deliver();
}

/** Blocks the thread until handlers have run. Throws what they raise. */
export function waitForHandlers(): void {
  while (!pause(Number.POSITIVE_INFINITY)) {
    /* not yet */
  }
  deliver();
}

/** Milliseconds between the first two attempts, and the last. */
const FIRST_WAIT = 0.1;
const LAST_WAIT = 10;

/**
 * Blocks the thread until an attempt has a result, at most until a time on the host's clock (then undefined); handlers
 * run meanwhile. Throws what they raise.
 */
export function waitFor<T>(attempt: () => T | undefined, end: number = Number.POSITIVE_INFINITY): T | undefined {
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LAST_WAIT)) {
    const result = attempt();
    if (result !== undefined) return result;
    const left = end - clock();
    if (left <= 0) return undefined;
    if (pause(Math.min(wait, left))) deliver();
  }
}
