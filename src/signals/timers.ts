/**
 * Interval timers: SIGALRM after real time, SIGVTALRM and SIGPROF after processor time.
 *
 * Node gives a program no timer that works while it runs, so the clock is compared at each look (`polling.ts`).
 * A timer that ran out several times between two looks is one signal, as for a process that was not scheduled.
 */
import { clock } from './clock.ts';
import { SIGALRM, SIGPROF, SIGVTALRM } from './numbers.ts';
import { polling } from './polling.ts';

declare const process: NodeJS.Process;

interface Timer {
  readonly signal: number;
  /** The time it goes by, in milliseconds. */
  now(): number;
  /** When it runs out; infinity where it is not set. */
  at: number;
  /** Milliseconds from one signal to the next; 0 for only one. */
  interval: number;
}

/** Returns the milliseconds the processor has worked for the process. */
function processorTime(system: boolean): number {
  const used = process.cpuUsage();
  return (used.user + (system ? used.system : 0)) / 1000;
}

/** By the number `setitimer` has for them. */
const TIMERS: readonly Timer[] = [
  { signal: SIGALRM, now: clock, at: Number.POSITIVE_INFINITY, interval: 0 },
  { signal: SIGVTALRM, now: () => processorTime(false), at: Number.POSITIVE_INFINITY, interval: 0 },
  { signal: SIGPROF, now: () => processorTime(true), at: Number.POSITIVE_INFINITY, interval: 0 },
];

/** Tells how many timers there are. */
export const TIMER_COUNT = TIMERS.length;

/** Sets a timer, 0 for never; returns what was left of it and its interval, in milliseconds. */
export function setTimer(which: number, delay: number, interval: number): [number, number] {
  const old = getTimer(which);
  const t = TIMERS[which]!;
  t.at = delay > 0 ? t.now() + delay : Number.POSITIVE_INFINITY;
  t.interval = delay > 0 ? interval : 0;
  wish();
  return old;
}

/** Returns what is left of a timer and its interval, in milliseconds. */
export function getTimer(which: number): [number, number] {
  const t = TIMERS[which]!;
  return t.at === Number.POSITIVE_INFINITY ? [0, 0] : [Math.max(t.at - t.now(), 0.001), t.interval];
}

/** Stops all timers. */
export function clearTimers(): void {
  for (let i = 0; i < TIMERS.length; i++) setTimer(i, 0, 0);
}

/** Sets the timers that have run out anew, and tells of each. */
export function takeExpired(now: number, expired: (signal: number) => void): void {
  if (now < polling.wanted) return;
  const out = TIMERS.filter((t) => t.at !== Number.POSITIVE_INFINITY && t.now() >= t.at);
  for (const t of out) {
    const since = t.now() - t.at;
    t.at = t.interval > 0 ? t.at + t.interval * (1 + Math.floor(since / t.interval)) : Number.POSITIVE_INFINITY;
  }
  wish();
  for (const t of out) expired(t.signal);
}

/** Says when the next timer may run out; of processor time that is at each look. */
function wish(): void {
  const [real, ...others] = TIMERS;
  const now = others.some((t) => t.at !== Number.POSITIVE_INFINITY);
  polling.wanted = now ? Math.min(real!.at, clock() + 1) : real!.at;
}
