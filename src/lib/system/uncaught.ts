/**
 * Showing an exception on `sys.stderr`: `sys.excepthook`, `traceback.print_exc`.
 */
import * as fs from 'node:fs';
import type { PyException } from '../../objects/core/exceptions.ts';
import { None } from '../../objects/core/values.ts';
import { formatException } from '../../types/exceptions/traceback.ts';
import { writeTo } from '../builtins/io.ts';
import { sysAttribute } from '../host/sys-state.ts';

const cache = new Map<string, string[]>();

/** Adds the text of a file that is not on disk, or is known already. */
export function rememberSource(filename: string, text: string): void {
  cache.set(filename, text.split(/\r\n|\r|\n/));
}

/** Returns a line of source from disk (or as remembered), without its newline. */
export function sourceLine(filename: string, lineno: number): string | undefined {
  let lines = cache.get(filename);
  if (lines === undefined) {
    try {
      lines = fs.readFileSync(filename, 'utf8').split(/\r\n|\r|\n/);
    } catch {
      lines = [];
    }
    cache.set(filename, lines);
  }
  return lines[lineno - 1];
}

/** Writes an exception to `sys.stderr` as the machine does at its end, after a text. */
export function displayException(e: PyException, before = ''): void {
  const err = sysAttribute('stderr');
  if (err === undefined || err === None) return;
  writeTo(err, before + formatException(e, sourceLine));
}
