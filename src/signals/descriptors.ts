/**
 * Reading and writing without blocking: a host call that blocks would keep a signal waiting until it returns.
 *
 * Whether a descriptor blocks belongs to the open file, which the process shares with whoever started it, so it is
 * not changed: pipes and terminals are opened a second time through `/proc`, and it is the double that does not
 * block. A socket cannot be opened again; Node's own class makes it non-blocking, and blocking again at the end.
 * Where there is no double, the host's calls block as they do.
 */
import * as fs from 'node:fs';
import { openSocket } from './sockets.ts';

declare const process: NodeJS.Process;

/** Doubles by descriptor, for reading and for writing; the descriptor itself where there is none. */
const doubles = { read: new Map<number, number>(), write: new Map<number, number>() };

/** Bytes of a socket's buffer that may be used before a write to it may block: half of what Linux gives. */
const FREE = 100000;
/** Bytes that the host counts for each message besides its text. */
const PER_MESSAGE = 1024;
/** What has been written to sockets that block. */
const written = new Map<number, number>();

/**
 * Says that so many bytes are about to be written to a descriptor. A write to a socket is done at once as long as its
 * buffer has room, and Node's module would cost every program that prints to one, so it is loaded once that is full.
 */
export function countWrite(fd: number, bytes: number): void {
  const before = written.get(fd);
  if (before === undefined) return;
  const after = before + bytes + PER_MESSAGE;
  written.set(fd, after);
  if (after <= FREE) return;
  written.delete(fd);
  openSocket(fd);
}

/** Returns a descriptor that does the same as another without blocking, if there is such. */
export function withoutBlocking(fd: number, how: 'read' | 'write'): number {
  let double = doubles[how].get(fd);
  if (double === undefined) {
    double = doubleOf(fd, how);
    doubles[how].set(fd, double);
  }
  return double;
}

/** Closes the doubles of a descriptor that is being closed. */
export function closeDoubles(fd: number): void {
  written.delete(fd);
  for (const known of [doubles.read, doubles.write]) {
    const double = known.get(fd);
    known.delete(fd);
    if (double !== undefined && double !== fd) fs.closeSync(double);
  }
}

function doubleOf(fd: number, how: 'read' | 'write'): number {
  if (process.platform !== 'linux') return fd;
  const { O_NONBLOCK, O_NOCTTY, O_RDONLY, O_WRONLY } = fs.constants;
  try {
    const stat = fs.fstatSync(fd);
    if (stat.isSocket()) {
      if (how === 'read') openSocket(fd);
      else written.set(fd, 0);
    }
    if (!stat.isFIFO() && !stat.isCharacterDevice()) return fd;
    return fs.openSync(`/proc/self/fd/${fd}`, (how === 'read' ? O_RDONLY : O_WRONLY) | O_NONBLOCK | O_NOCTTY);
  } catch {
    return fd;
  }
}
