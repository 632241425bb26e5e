/**
 * The host's signals: asking Node to take them, and reading which have come without its event loop.
 *
 * Where a signal has a listener, the C handler of Node's event library writes a record of 16 bytes into a pipe of
 * the process, with the signal's number at offset 8, which the event loop would read and call the listener for. The
 * loop does not run while Python does, so the records are read here. The read end is among the descriptors of the
 * process: non-blocking, like that of each other loop in it (those get no signals), and unlike the library's second
 * pipe, which serves as a lock, blocks, and must never be read. Which of them it is shows the first record: of
 * SIGURG, which does nothing by default and which the process sends itself.
 *
 * A record that was read is missing from the library's accounts: a listener may still be taken out, which restores
 * the signal's default effect at once, but the loop waits for its record for ever. So the process must end by
 * `process.exit`.
 *
 * Where there is no `/proc`, nothing is taken: signals from outside have their default effect.
 */
import * as fs from 'node:fs';
import { SIGKILL, SIGSTOP, SIGURG, SURVIVED, signalName } from './numbers.ts';

declare const process: NodeJS.Process;

const RECORD = 16;
const NUMBER_AT = 8;
const O_NONBLOCK = 0o4000;
const O_ACCMODE = 3;

/** Signals that have a listener. */
const taken = new Map<number, () => void>();
/** The pipes that may be the one; null before anybody has looked. */
let pipes: number[] | null = null;
const buffer = Buffer.alloc(64 * RECORD);

/** Tells whether the host lets us read which signals have come. */
function canRead(): boolean {
  return process.platform === 'linux';
}

/** Has a signal's default effect suppressed and its coming recorded; tells whether the host can. */
export function take(n: number, arrived: (n: number) => void): boolean {
  const name = signalName(n);
  if (name === undefined || n === SIGKILL || n === SIGSTOP || !canRead()) return false;
  if (taken.has(n)) return true;
  const listener = (): void => arrived(n);
  try {
    process.on(name, listener);
  } catch {
    return false;
  }
  taken.set(n, listener);
  return true;
}

/** Gives a signal its default effect. */
export function release(n: number): void {
  const name = signalName(n);
  if (name === undefined || n === SIGKILL || n === SIGSTOP) return;
  // A listener must have been there once: its end is what sets the default effect.
  if (!taken.has(n)) take(n, () => {});
  const listener = taken.get(n);
  if (listener === undefined) return;
  process.removeListener(name, listener);
  taken.delete(n);
}

/** Gives a signal the process's own default effect: it ends, stops, or goes on. */
export function dieBy(n: number): void {
  release(n);
  process.kill(process.pid, n);
  if (SURVIVED.has(n)) return;
  // Delivery to this thread is not certain to be done.
  const cell = new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(cell, 0, 0, 1000);
}

/** Reads which signals have come. */
export function readArrived(arrived: (n: number) => void): void {
  if (pipes === null) {
    if (taken.size === 0) return;
    pipes = candidates();
    probe(arrived);
  }
  for (const fd of pipes) for (const n of recordsOf(fd)) if (taken.has(n)) arrived(n);
}

/** Finds out which pipe it is, by a signal the process sends itself. */
function probe(arrived: (n: number) => void): void {
  if (pipes!.length < 2 || taken.has(SIGURG) || !take(SIGURG, () => {})) return;
  process.kill(process.pid, SIGURG);
  for (const fd of pipes!) {
    const records = recordsOf(fd);
    if (records.length === 0) continue;
    pipes = [fd];
    for (const n of records) if (n !== SIGURG) arrived(n);
    break;
  }
  release(SIGURG);
}

/** Reads the records of one pipe: the numbers of signals. */
function recordsOf(fd: number): number[] {
  const found: number[] = [];
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    for (;;) {
      const got = fs.readSync(fd, buffer, 0, buffer.length, null);
      for (let at = 0; at + RECORD <= got; at += RECORD) found.push(buffer.readInt32LE(at + NUMBER_AT));
      if (got < buffer.length) return found;
    }
  } catch {
    // EAGAIN: nothing has come.
    return found;
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Lists the read ends of pipes that do not block and whose other end is in this process too. */
function candidates(): number[] {
  const ends = new Map<string, { readers: number[]; writers: number }>();
  for (const name of fs.readdirSync('/proc/self/fd')) {
    const fd = Number(name);
    if (fd <= 2) continue;
    try {
      const target = fs.readlinkSync(`/proc/self/fd/${name}`);
      if (!target.startsWith('pipe:')) continue;
      const flags = flagsOf(name);
      const pipe = ends.get(target) ?? { readers: [], writers: 0 };
      ends.set(target, pipe);
      if ((flags & O_NONBLOCK) === 0) continue;
      if ((flags & O_ACCMODE) === 0) pipe.readers.push(fd);
      else pipe.writers++;
    } catch {
      /* closed since: the descriptor of the listing itself */
    }
  }
  return [...ends.values()].filter((p) => p.readers.length === 1 && p.writers === 1).map((p) => p.readers[0]!);
}

/** Returns the flags of a descriptor. (Node's `readFileSync` takes 3 to 10 ms at first, this a tenth of one.) */
function flagsOf(fd: string): number {
  const info = fs.openSync(`/proc/self/fdinfo/${fd}`, 'r');
  const got = fs.readSync(info, buffer, 0, buffer.length, null);
  fs.closeSync(info);
  return Number.parseInt(/flags:\s*(\d+)/.exec(buffer.toString('latin1', 0, got))![1]!, 8);
}
