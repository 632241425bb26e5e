/**
 * Making sockets non-blocking. Node's module for them costs some milliseconds, so this one is a script of its own in
 * the build (`scripts/parts.mjs`), loaded where a standard stream is a socket: as Node makes them for its children.
 */
import { Socket } from 'node:net';

declare const process: NodeJS.Process;

/** Makes a socket non-blocking until the process ends. Throws what the host does. */
export function openSocket(fd: number): void {
  const options = { fd, readable: true, writable: true, allowHalfOpen: true, manualStart: true };
  const socket = new Socket(options) as Socket & { _handle?: { setBlocking?(on: boolean): void } };
  process.once('exit', () => socket._handle?.setBlocking?.(true));
}
