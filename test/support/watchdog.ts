// Ends a test process in which a program runs for ever.
//
// A program under test runs on the main thread and never yields, so no timer there can fire, and
// vitest's own time limit cannot either. A second thread can: it is told when a program starts and
// ends, and if one takes too long it names it on stderr and kills the process.
import { Worker } from 'node:worker_threads';

const LIMIT_MS = Number(process.env['SIDEWINDER_TEST_LIMIT'] ?? 60_000);

const GUARD = `
  const { parentPort } = require('node:worker_threads');
  const { writeSync } = require('node:fs');
  let timer;
  parentPort.on('message', (label) => {
    clearTimeout(timer);
    if (label === '') return;
    timer = setTimeout(() => {
      writeSync(2, '\\nno end after ${LIMIT_MS} ms: ' + label + '\\n');
      process.kill(process.pid, 'SIGKILL');
    }, ${LIMIT_MS});
  });
`;

let guard: Worker | undefined;

/** Says that a program starts. */
export function startWatch(label: string): void {
  if (guard === undefined) {
    guard = new Worker(GUARD, { eval: true, stdin: false });
    guard.unref();
  }
  guard.postMessage(label);
}

/** Says that it ended. */
export function stopWatch(): void {
  guard?.postMessage('');
}
