/**
 * `os.kill` and its kin: signals to this process and others, and which group a process is in.
 */
import * as fs from 'node:fs';
import type { PyValue } from '../../objects/core/object.ts';
import { None } from '../../objects/core/values.ts';
import { PyRaise, overflowError } from '../../objects/core/exceptions.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { makeOsError } from '../../types/exceptions/os-error.ts';
import { cIntArg } from '../../types/str/arguments.ts';
import { osErrorOf } from '../host/os-errors.ts';
import { raiseSignal, runHandlers } from '../system/raise-signal.ts';

/** Reads a process id. Throws TypeError, OverflowError. */
function processId(x: PyValue): number {
  const n = indexOf(x);
  if (n > 0x7fffffff) overflowError('signed integer is greater than maximum');
  if (n < -0x80000000) overflowError('signed integer is less than minimum');
  return Number(n);
}

/** Sends a signal; where this process is among those that get it, its handler runs at once. Throws OSError. */
function send(pid: number, n: number): PyValue {
  if (pid === process.pid) raiseSignal(n);
  else {
    try {
      process.kill(pid, n);
    } catch (e) {
      const found = osErrorOf(e);
      if (found === undefined) throw e;
      throw new PyRaise(makeOsError(found.errno, found.text));
    }
    runHandlers();
  }
  return None;
}

/** Places of group and session in what `/proc` says of a process, counted from its state. */
const GROUP = 2;
const SESSION = 3;

/** Returns a number the system keeps of a process; of this one for 0. Throws ProcessLookupError. */
function statusOf(pid: number, place: number): number {
  try {
    const text = fs.readFileSync(`/proc/${pid === 0 ? 'self' : pid}/stat`, 'latin1');
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[place]);
  } catch {
    throw new PyRaise(makeOsError(3, 'No such process'));
  }
}

/** The functions, for the module `posix`. */
export const KILLING: Record<string, (...args: PyValue[]) => PyValue> = {
  'kill(pid, signal, /)': (pid, signal) => send(processId(pid), cIntArg(signal, 0)),
  'killpg(pgid, signal, /)': (pgid, signal) => send(-processId(pgid), cIntArg(signal, 0)),
  'getpgrp()': () => statusOf(0, GROUP),
  'getpgid(pid)': (pid) => statusOf(processId(pid), GROUP),
  'getsid(pid, /)': (pid) => statusOf(processId(pid), SESSION),
};
