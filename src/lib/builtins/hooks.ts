/**
 * `sys.displayhook`, which shows the value of an expression of interactive code, and `sys.breakpointhook`, which
 * `breakpoint()` calls (PEP 553).
 */
import type { Kwargs } from '../../objects/core/builtin.ts';
import { PyRaise, exceptionType, raise } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, type PyModule, strOf } from '../../objects/core/values.ts';
import { world } from '../../objects/core/world.ts';
import { getAttr } from '../../objects/slots/attribute.ts';
import { repr } from '../../objects/slots/format.ts';
import { writeTo } from './io.ts';
import { loadedModules, sysAttribute } from '../host/sys-state.ts';

declare const process: NodeJS.Process;

/** Tells whether what was thrown is an exception of a built-in class. */
function raised(e: unknown, name: string): boolean {
  return e instanceof PyRaise && e.exc.type.isSubtype(exceptionType(name));
}

/** Writes the representation of a value; what the stream's encoding lacks is escaped. */
function writeRepr(out: PyValue, x: PyValue): void {
  const text = repr(x);
  try {
    writeTo(out, text);
  } catch (e) {
    if (!raised(e, 'UnicodeEncodeError')) throw e;
    const encoding = strOf(getAttr(out, 'encoding')) ?? 'utf-8';
    const bytes = invoke(getAttr(text, 'encode'), [encoding, 'backslashreplace']);
    writeTo(out, strOf(invoke(getAttr(bytes, 'decode'), [encoding, 'strict'])) ?? '');
  }
}

/** `sys.displayhook`: writes what is not None, and keeps it as `_`. Throws RuntimeError where there is no stdout. */
export function displayhook(x: PyValue): PyValue {
  const builtins = loadedModules().get('builtins') as PyModule | undefined;
  if (builtins === undefined) raise('RuntimeError', 'lost builtins module');
  if (x === None) return None;
  builtins.dict.set('_', None);
  const out = sysAttribute('stdout');
  if (out === undefined || out === None) raise('RuntimeError', 'lost sys.stdout');
  writeRepr(out, x);
  writeTo(out, '\n');
  builtins.dict.set('_', x);
  return None;
}

/** Shows the value of an expression of interactive code. Throws RuntimeError where there is no `sys.displayhook`. */
export function display(x: PyValue): PyValue {
  return invoke(sysAttribute('displayhook') ?? raise('RuntimeError', 'lost sys.displayhook'), [x]);
}

/** Finds what `PYTHONBREAKPOINT` names; undefined where that cannot be imported. */
function namedHook(name: string): PyValue | undefined {
  const dot = name.lastIndexOf('.');
  if (dot === 0) return undefined;
  try {
    const module = world.importModule(dot < 0 ? 'builtins' : name.slice(0, dot));
    return getAttr(module, name.slice(dot + 1));
  } catch (e) {
    if (raised(e, 'ImportError') || raised(e, 'AttributeError')) return undefined;
    throw e;
  }
}

/** `sys.breakpointhook`: calls what `PYTHONBREAKPOINT` names, `pdb.set_trace` unless said. */
export function breakpointhook(args: readonly PyValue[], kw: Kwargs): PyValue {
  const said = process.env['PYTHONBREAKPOINT'];
  if (said === '0') return None;
  const name = said === undefined || said === '' ? 'pdb.set_trace' : said;
  const hook = namedHook(name);
  if (hook !== undefined) return invoke(hook, args, kw);
  world.warn('RuntimeWarning', `Ignoring unimportable $PYTHONBREAKPOINT: "${name}"`);
  return None;
}

/** `breakpoint()`. Throws RuntimeError where there is no `sys.breakpointhook`. */
export function breakpoint(args: readonly PyValue[], kw: Kwargs): PyValue {
  return invoke(sysAttribute('breakpointhook') ?? raise('RuntimeError', 'lost sys.breakpointhook'), args, kw);
}
