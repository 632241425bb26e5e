/**
 * How much memory a program may hold.
 *
 * The host ends a process whose heap is full, with all that it has not yet written: an exception is not to be had from
 * it. So there is a limit of ours below the host's, which is looked at here: at safe points (`frames/signals.ts`),
 * where arrays grow, and before something large is made. The host's own limit is set so high that the machine's memory
 * decides (`bin/sidewinder.js`). Where more is in use, the host is made to collect, for what is in use is garbage for
 * the most part; what is left after that is the truth. The limit is kept a twentieth below what starts a collection, so
 * that a program that lives near it does not collect all the time.
 *
 * The cost: 1 µs to ask. How far a program gets beyond the limit between two polls is in proportion to their distance.
 */
import { totalmem } from 'node:os';
import { collect } from './collector.ts';
import { heapStatistics } from './v8.ts';

/** What is kept free, as a share of the limit. */
const MARGIN = 1 / 20;
/** The share of what the host itself allows that may be used. */
const OF_HOST = 0.85;
/** The share of the machine's memory that a program may hold if nothing else is said. */
const OF_MACHINE = 0.75;
/** Times in a row that memory is found full before it is given up. */
const STRIKES = 20;

/** Bytes of a process that is not yet worth a look, for which a module of the host has to be loaded. */
const SMALL = 2 ** 28;

/** What ends a program that goes on after MemoryError without freeing anything: no Python exception. */
export class OutOfMemory extends Error {}

class Heap {
  /** Bytes that may be in use; null before anybody has asked. */
  private limitInBytes: number | null = Number.POSITIVE_INFINITY;
  /** What the limit was set to; null for what the machine has. */
  private wanted: number | null = null;
  private strikes = 0;
  /** Frees what is kept for speed only. */
  release: () => void = () => {};

  /** Sets the limit, as far as the host bears it; null for what the machine has. */
  setLimit(bytes: number | null): void {
    this.wanted = bytes;
    this.limitInBytes = null;
    this.strikes = 0;
  }

  private get limit(): number {
    this.limitInBytes ??= Math.min(this.wanted ?? available() * OF_MACHINE, heapStatistics().heap_size_limit * OF_HOST);
    return this.limitInBytes;
  }

  /** Tells whether there is room for so many bytes more. */
  hasRoom(bytes: number): boolean {
    return inUse() + bytes <= this.limit || this.live() + bytes <= this.limit * (1 - MARGIN);
  }

  /** Tells whether the program is to get a MemoryError. Throws OutOfMemory where it has had too many. */
  isFull(): boolean {
    if (process.memoryUsage.rss() < Math.min(this.wanted ?? SMALL, SMALL) || inUse() <= this.limit) return false;
    const live = this.live();
    if (live <= this.limit * (1 - MARGIN)) {
      this.strikes = 0;
      return false;
    }
    if (++this.strikes > STRIKES || live > this.limit * 1.5) throw new OutOfMemory(this.complaint(live));
    return true;
  }

  /** Says what happened and what can be done. */
  private complaint(live: number): string {
    return (
      `out of memory: the program holds ${inMegabytes(live)}, its limit is ${inMegabytes(this.limit)} ` +
      '(--max-memory=SIZE sets another)'
    );
  }

  /** Returns how much is in use when all garbage is gone. */
  private live(): number {
    this.release();
    collect();
    return inUse();
  }
}

export const heap = new Heap();

/** Returns the memory of the machine, or what the control group leaves of it. */
function available(): number {
  const most = process.constrainedMemory?.() ?? 0;
  const all = totalmem();
  return most > 0 && most < all ? most : all;
}

/** Returns how much memory values take, garbage included. */
function inUse(): number {
  const { used_heap_size, external_memory } = heapStatistics();
  return used_heap_size + external_memory;
}

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
