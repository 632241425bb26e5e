/**
 * Polling: how a program that never returns to Node's event loop comes to look up.
 *
 * Nothing can interrupt JavaScript that runs, so whatever runs long counts down, and looks at the clock where the
 * count is used up; where enough time has passed it asks the source whether a signal has come (`pipe.ts`), which
 * costs more than the clock. The places that count are the *safe points*: back edges and calls in the interpreter,
 * the heads of compiled loops and functions, and the loops of native code that can be long.
 *
 * How many rounds lie between two looks follows the program: the count doubles while rounds are short, and shrinks
 * as soon as a look comes late. Most places share one count, `left`. A count in memory costs as much as a short
 * compiled loop, so loops that call nothing have one of their own in a variable (`codegen/tree.ts`); their rounds
 * cannot become slow from one moment to the next, and a count of thousands suits them (`pace`).
 *
 * What is found is only noted here (`pending`, `raises`). Python handlers run where the interpreter is between two
 * bytecodes (`frames/signals.ts`): compiled code leaves by an exit first, and native code, which may be anywhere, at
 * most raises KeyboardInterrupt (or MemoryError, for which the source looks too).
 *
 * The cost: a decrement and a compare for each round, the clock some hundred to thousand times a second, the source
 * a hundred times.
 */
import { clock } from './clock.ts';

/** Milliseconds between two looks at the clock: what is too long, and too short. */
const LATE = 4;
const EARLY = 1;
/** Milliseconds that native work may take before more of it is watched. */
const SLOW = 20;
/** Milliseconds between two questions to the source. */
const INTERVAL = 10;
/** Rounds between two looks are at most two to the power of this. */
const MOST = 10;
/** Rounds between two looks in a loop that calls nothing. */
const FEWEST_ROUNDS = 1024;
const MOST_ROUNDS = 2 ** 24;

class Polling {
  /** Rounds until the next look. */
  left = 0;
  /** Something waits for the next moment between two bytecodes. */
  pending = false;
  /** What waits can be raised by whoever can, native code too. */
  raises = false;
  /** Something took long between two safe points: the program does native work that does not poll. */
  slow = false;
  /** Runs host work that may take long and cannot poll; SIGINT ends it. Throws KeyboardInterrupt. */
  watch: <T>(work: () => T) => T = (work) => work();
  /** When the source wants to be asked again, at the latest. */
  wanted = Number.POSITIVE_INFINITY;
  /** Asks whether something has come; what has is announced. */
  source: (now: number) => void = () => {};
  /** Raises what waits. */
  raise: () => void = () => {};

  private power = 0;
  private last = 0;
  private asked = 0;

  /** Looks up where `left` is used up; tells whether something waits. */
  due(): boolean {
    if (!this.pending) {
      const elapsed = this.look();
      if (elapsed > LATE) this.power = Math.max(0, this.power - Math.ceil(Math.log2(elapsed / EARLY)));
      else if (elapsed < EARLY && this.power < MOST) this.power++;
    }
    this.left = this.pending ? 0 : 1 << this.power;
    return this.pending;
  }

  /** Looks up where a loop that calls nothing has used up its rounds; tells whether something waits. */
  dueIn(pace: { rounds: number }): boolean {
    if (this.pending) return true;
    const elapsed = this.look();
    if (elapsed > LATE) pace.rounds = Math.max(FEWEST_ROUNDS, pace.rounds >> 1);
    else if (elapsed < EARLY * 2) pace.rounds = Math.min(MOST_ROUNDS, pace.rounds << 1);
    return this.pending;
  }

  /** Looks at the clock, and asks the source where it is time; returns the milliseconds since the last look. */
  private look(): number {
    const now = clock();
    const elapsed = now - this.last;
    this.last = now;
    if (elapsed > SLOW) this.slow = true;
    if (now - this.asked > INTERVAL || now >= this.wanted) this.ask(now);
    return elapsed;
  }

  /** Asks the source at once. */
  ask(now: number = clock()): void {
    this.asked = now;
    this.source(now);
  }

  /** Notes that something waits, so that the next safe point sees it. */
  announce(): void {
    this.pending = true;
    this.left = 0;
  }

  /** Notes that nothing waits. */
  settle(): void {
    this.pending = false;
    this.raises = false;
  }
}

export const polling = new Polling();

/** A safe point of native code: for every round of what may take long. Throws KeyboardInterrupt and MemoryError. */
export function checkInterrupt(): void {
  if (--polling.left < 0 && polling.due() && polling.raises) polling.raise();
}

const cell = new Int32Array(new SharedArrayBuffer(4));

/** Blocks the thread for a while, at most as long as asked for; tells whether something waits then. */
export function pause(ms: number): boolean {
  const now = clock();
  if (!polling.pending) Atomics.wait(cell, 0, 0, Math.max(0, Math.min(ms, INTERVAL, polling.wanted - now)));
  polling.ask();
  return polling.pending;
}
