/** From the arguments of a call to those of a compiled function. */
import { type CodeObject, FAST_CELL } from '../bytecode/code.ts';
import type { Frame } from '../frames/frame.ts';
import { LIVE } from '../machine/live.ts';
import type { PyValue } from '../objects/core/object.ts';
import type { PyCell, PyFunction } from '../objects/core/values.ts';
import { bindArguments } from '../semantics/arguments.ts';
import type { Js } from './kept.ts';

/** Returns the number of parameters, `*args` and `**kwargs` among them. */
export function parameterCount(code: CodeObject): number {
  return code.argcount + code.kwonlyargcount + ((code.flags & 4) !== 0 ? 1 : 0) + ((code.flags & 8) !== 0 ? 1 : 0);
}

/** Returns the arguments of a frame whose body begins: what has been put into cells is taken out again. */
export function argumentsOf(f: Frame<PyValue>, s: readonly PyValue[]): PyValue[] {
  const n = parameterCount(f.code);
  const args = s.slice(0, n);
  for (let i = 0; i < n; i++)
    if ((f.code.localspluskinds[i]! & FAST_CELL) !== 0) args[i] = (args[i] as PyCell).value as PyValue;
  return args;
}

/** Adds defaults to positional arguments, where these are all that is missing. */
export function addDefaults(fn: PyFunction, args: PyValue[]): boolean {
  const { defaults, arity } = fn;
  if (defaults === null || args.length > arity || args.length < arity - defaults.length) return false;
  for (let i = args.length - arity + defaults.length; i < defaults.length; i++) args.push(defaults[i]!);
  return true;
}

/** Binds arguments to parameters. */
export function bound(fn: PyFunction, args: PyValue[], names: readonly string[] | null): PyValue[] {
  const n = parameterCount(fn.code);
  const s = new Array<PyValue>(n).fill(undefined as unknown as PyValue);
  bindArguments(LIVE, { s } as unknown as Frame<PyValue>, fn, args, 0, args.length, names);
  return s;
}

/** Calls a compiled function for native code, at the depth of its frame. */
export function callCode(js: Js, depth: number, fn: PyFunction, args: PyValue[]): PyValue {
  if (fn.arity === args.length || addDefaults(fn, args)) return js(depth, fn, ...args);
  return js(depth, fn, ...bound(fn, args, null));
}
