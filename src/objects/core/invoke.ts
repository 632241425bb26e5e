/**
 * "Call a Python callable", for native code that must (sort keys, `__eq__`, `map`).
 *
 * Python functions are run by the interpreter (`world.call`); everything else is resolved here. A call from
 * native code nests the host stack; calls between Python functions do not come this way.
 */
import type { PyValue } from './object.ts';
import { PyFunction, PyMethod, typeOf } from './values.ts';
import { type Kwargs, PyBoundBuiltin, PyBuiltin } from './builtin.ts';
import { typeError } from './exceptions.ts';
import { world } from './world.ts';

/** Calls `call[0]` with the other elements as positional arguments. */
export function invokeArray(call: readonly PyValue[]): PyValue {
  const fn = call[0]!;
  return fn instanceof PyFunction ? world.callArray(fn, call) : invoke(fn, call.slice(1));
}

/** Calls any Python callable. Throws what the callee raises, TypeError if it is not callable. */
export function invoke(fn: PyValue, args: readonly PyValue[], kw: Kwargs | null = null): PyValue {
  if (fn instanceof PyFunction) return world.call(fn, args, kw);
  if (fn instanceof PyBuiltin) return fn.call(args, kw);
  if (fn instanceof PyBoundBuiltin) return fn.fn.call([fn.self, ...args], kw);
  if (fn instanceof PyMethod) return invoke(fn.fn, [fn.self, ...args], kw);
  const call = typeOf(fn).lookup('__call__');
  if (call === undefined) typeError(`'${typeOf(fn).name}' object is not callable`);
  if (call instanceof PyBuiltin && call.kind === 'function') return call.call(args, kw);
  if (call instanceof PyBuiltin || call instanceof PyFunction) return invoke(call, [fn, ...args], kw);
  return invoke(world.bind(call, fn), args, kw);
}
