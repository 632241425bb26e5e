/**
 * The module `_traceback`: the native formatting of exceptions, for `traceback.py`.
 */
import type { PyValue } from '../objects/object.ts';
import { None, type PyModule, PyTuple, intOf, strOf, typeOf } from '../objects/values.ts';
import { makeFunctions } from '../objects/builtin.ts';
import { PyException, PyTraceback, typeError } from '../objects/exceptions.ts';
import { listFrom } from '../objects/list-storage.ts';
import { nativeModule } from '../objects/module.ts';
import { formatException, formatExceptionOnly, formatFrames } from '../objects/traceback.ts';
import { rememberSource, sourceLine } from './uncaught.ts';

/** Returns a traceback argument, or null for None. */
function tracebackOf(tb: PyValue): PyTraceback | null {
  if (tb instanceof PyTraceback) return tb;
  if (tb === None) return null;
  return typeError(`traceback expected, got '${typeOf(tb).name}'`);
}

/** Keeps the frames a limit allows: the first n, or for a negative one the last. */
function limited(tb: PyTraceback | null, limit: PyValue): PyTraceback | null {
  const n = intOf(limit);
  if (tb === null || n === undefined) return tb;
  const all: PyTraceback[] = [];
  for (let t: PyTraceback | null = tb; t !== null; t = t.next) all.push(t);
  const kept = n >= 0 ? all.slice(0, Number(n)) : all.slice(Number(n));
  let out: PyTraceback | null = null;
  for (const t of kept.reverse()) out = new PyTraceback(out, t.frame, t.code, t.pc);
  return out;
}

/** Makes the module `_traceback`. */
export function makeModule(): PyModule {
  return nativeModule('_traceback', makeFunctions('_traceback', {
    'format_exception(exc, tb, limit, chain, /)': (exc: PyValue, tb: PyValue, limit: PyValue, chain: PyValue) => {
      if (!(exc instanceof PyException)) return typeError(`Exception expected for value, ${typeOf(exc).name} found`);
      const saved = [exc.traceback, exc.cause, exc.context] as const;
      try {
        exc.traceback = limited(tracebackOf(tb), limit);
        if (chain === false) { exc.cause = None; exc.context = None; }
        return formatException(exc, sourceLine);
      } finally {
        [exc.traceback, exc.cause, exc.context] = saved;
      }
    },
    'format_exception_only(exc, /)': (exc: PyValue) => {
      if (!(exc instanceof PyException)) return typeError(`Exception expected for value, ${typeOf(exc).name} found`);
      return listFrom(formatExceptionOnly(exc));
    },
    'format_tb(tb, limit, /)': (tb: PyValue, limit: PyValue) => listFrom(formatFrames(limited(tracebackOf(tb), limit), sourceLine)),
    'positions(tb, /)': (tb: PyValue) => {
      const t = tracebackOf(tb);
      if (t === null) return None;
      return new PyTuple([0, 1, 2, 3].map((i) => t.code.positions[t.pc * 4 + i] ?? -1).map((n) => (n < 0 ? None : n)));
    },
    'source_line(filename, lineno, /)': (filename: PyValue, lineno: PyValue) => sourceLine(strOf(filename) ?? '', Number(intOf(lineno) ?? 0)) ?? '',
    'remember(filename, text, /)': (filename: PyValue, text: PyValue) => { rememberSource(strOf(filename) ?? '', strOf(text) ?? ''); return None; },
  }));
}
