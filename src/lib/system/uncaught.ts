/**
 * Showing an exception on `sys.stderr`: `sys.excepthook`, `traceback.print_exc`.
 */
import * as fs from 'node:fs';
import { invoke } from '../../objects/core/invoke.ts';
import { type PyException, PyRaise, exceptionType } from '../../objects/core/exceptions.ts';
import { world } from '../../objects/core/world.ts';
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

/** Names the attributes of `sys` that tell a post-mortem debugger of an uncaught exception. */
function rememberLast(exc: PyException): void {
  const { dict } = world.sys();
  dict.set('last_exc', exc);
  dict.set('last_type', exc.type);
  dict.set('last_value', exc);
  dict.set('last_traceback', exc.traceback ?? None);
}

/**
 * Reports an uncaught exception by `sys.excepthook`, whatever that is now. Returns the SystemExit that the hook raised,
 * if it did; any other exception of the hook is shown, and then the original. Throws what `displayException` throws.
 */
export function reportUncaught(exc: PyException): PyException | undefined {
  rememberLast(exc);
  const hook = sysAttribute('excepthook');
  if (hook === undefined) {
    displayException(exc, 'sys.excepthook is missing\n');
    return undefined;
  }
  try {
    invoke(hook, [exc.type, exc, exc.traceback ?? None]);
  } catch (e) {
    if (!(e instanceof PyRaise)) throw e;
    if (e.exc.type.isSubtype(exceptionType('SystemExit'))) return e.exc;
    displayException(e.exc, 'Error in sys.excepthook:\n');
    displayException(exc, '\nOriginal exception was:\n');
  }
  return undefined;
}

/** Writes an exception to `sys.stderr` as the machine does at its end, after a text. */
export function displayException(e: PyException, before = ''): void {
  const err = sysAttribute('stderr');
  if (err === undefined || err === None) return;
  writeTo(err, before + formatException(e, sourceLine));
}
