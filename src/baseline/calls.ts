/**
 * Calls that are not of a compiled function with the right number of arguments, which code makes itself.
 *
 * `d` is the depth of the caller. Like code, these return `R` where an exception was raised in a function that they
 * call directly; natives throw.
 */
import { CO_VARARGS, CO_VARKEYWORDS } from '../bytecode/code.ts';
import { type CodeRuntime, runtimeOf } from '../frames/code-runtime.ts';
import { Frame, OnReturn } from '../frames/frame.ts';
import { direct, Leaving } from '../frames/leaving.ts';
import { builtinsOf, state } from '../frames/state.ts';
import { runAt } from '../interp/invoke-python.ts';
import { LIVE } from '../machine/live.ts';
import { RT } from '../machine/runtime-fns.ts';
import { PyBoundBuiltin, PyBuiltin } from '../objects/core/builtin.ts';
import { PyDict } from '../objects/core/dict.ts';
import { makeException, PyRaise, typeError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import { PyInstance, PyType, type PyValue } from '../objects/core/object.ts';
import { None, PyFunction, PyMethod, PyTuple, typeOf } from '../objects/core/values.ts';
import { bindArguments } from '../semantics/arguments.ts';
import { makesPlainly } from '../semantics/calls.ts';
import { INLINED, INLINED_TYPES } from '../semantics/inlined.ts';
import { addDefaults, bound } from './arguments.ts';
import { H, R } from './raised.ts';
import { codeOf } from './tier.ts';

const VARIADIC = CO_VARARGS | CO_VARKEYWORDS;

/** Calls a Python function; the last arguments are those named. */
function callFunction(d: number, fn: PyFunction, args: PyValue[], names: readonly string[] | null = null): PyValue {
  const js = codeOf(fn);
  if (js === null) return interpret(d, fn, args, names);
  if (names === null && fn.arity === args.length) return js(d + 1, fn, ...args);
  if (names === null && addDefaults(fn, args)) return js(d + 1, fn, ...args);
  return js(d + 1, fn, ...bound(fn, args, names));
}

/** Calls a Python function in the interpreter. */
function interpret(d: number, fn: PyFunction, args: PyValue[], names: readonly string[] | null): PyValue {
  const f = new Frame<PyValue>(fn.code, runtimeOf(fn.code, fn.globals), fn, fn.globals, builtinsOf(fn.globals));
  const plain = args.length === fn.code.argcount && fn.code.kwonlyargcount === 0 && (fn.code.flags & VARIADIC) === 0;
  if (names === null && plain) for (let i = 0; i < args.length; i++) f.s[i] = args[i]!;
  else bindArguments(LIVE, f, fn, args, 0, args.length, names);
  return runDirectly(f, d + 1);
}

/** Runs a frame in the interpreter for compiled code that calls it without native code between. */
function runDirectly(f: Frame<PyValue>, d: number): PyValue {
  const before = direct.frame;
  direct.frame = f;
  try {
    return runAt(f, d);
  } catch (e) {
    H.raised = e;
    return R;
  } finally {
    direct.frame = before;
  }
}

/** Runs a function that is too deep for the host's stack in the interpreter. */
export function deep(runtime: CodeRuntime, d: number, fn: PyFunction | null, args: PyValue[]): PyValue {
  if (d > state.recursionLimit) {
    H.raised = new PyRaise(makeException('RecursionError', 'maximum recursion depth exceeded'));
    return R;
  }
  const f = new Frame<PyValue>(runtime.code, runtime, fn, runtime.globals, builtinsOf(runtime.globals));
  for (let i = 0; i < args.length; i++) f.s[i] = args[i]!;
  return runDirectly(f, d);
}

/** Calls anything with positional arguments. */
export function call(d: number, c: PyValue, args: PyValue[]): PyValue {
  if (c instanceof PyFunction) return callFunction(d, c, args);
  if (c instanceof PyBuiltin) return callNative(c, args);
  if (c instanceof PyMethod) return call(d, c.fn, [c.self, ...args]);
  if (c instanceof PyType) return construct(d, c, args, null);
  if (c instanceof PyBoundBuiltin) return callNative(c.fn, [c.self, ...args]);
  const method = typeOf(c).lookup('__call__');
  if (method instanceof PyFunction) return callFunction(d, method, [c, ...args]);
  return invoke(c, args);
}

/** Calls anything with arguments of which the last are named. */
export function callNamed(
  d: number,
  callee: PyValue,
  self: PyValue | undefined,
  given: PyValue[],
  names: PyTuple,
): PyValue {
  const args = self === undefined ? given : [self, ...given];
  let c = callee;
  if (c instanceof PyMethod) {
    args.unshift(c.self);
    c = c.fn;
  }
  if (c instanceof PyFunction) return callFunction(d, c, args, names.items as unknown as string[]);
  if (c instanceof PyType && isPlainly(c) && c.lookup('__init__') instanceof PyFunction)
    return construct(d, c, args, names.items as unknown as string[]);
  return RT.callKw.fn([c, ...args, names]);
}

/** Calls with a tuple of arguments and a dict of named ones. */
export function callSpread(d: number, c: PyValue, args: PyValue, kw: PyValue | undefined): PyValue {
  if (c instanceof PyFunction && args instanceof PyTuple && !args.type.heap) {
    if (kw === undefined) return callFunction(d, c, [...args.items]);
    if (kw instanceof PyDict) {
      const names = [...kw.entries()].map(([name]) => name);
      if (names.every((name) => typeof name === 'string'))
        return callFunction(d, c, [...args.items, ...[...kw.entries()].map(([, v]) => v)], names as string[]);
    }
  }
  return RT.callEx.fn(c, args, kw);
}

/** Calls a native function or method, self among the arguments. */
function callNative(b: PyBuiltin, args: PyValue[]): PyValue {
  const inlined = b.kind === 'function' || b.kind === 'method' ? INLINED.get(b.key) : undefined;
  if (inlined !== undefined) {
    const r = inlined(LIVE as never, args as never[]) as PyValue | undefined;
    if (r !== undefined) return r;
  }
  const direct =
    b.kind === 'function'
      ? b.accepts(args.length)
      : b.kind === 'method' && args.length > 0 && b.accepts(args.length - 1) && typeOf(args[0]!) === b.owner;
  if (direct) {
    switch (args.length) {
      case 1:
        return b.impl(args[0]);
      case 2:
        return b.impl(args[0], args[1]);
      case 3:
        return b.impl(args[0], args[1], args[2]);
    }
  }
  return b.call(args, null);
}

/** Tells whether instances of a class are made by `object.__new__` alone, as it was found last. */
function isPlainly(type: PyType): boolean {
  if (type.version !== type.plainVersion) {
    type.plain = makesPlainly(type);
    type.plainVersion = type.version;
  }
  return type.plain;
}

/** Calls a class. */
function construct(d: number, type: PyType, args: PyValue[], names: readonly string[] | null): PyValue {
  const inlined = names === null ? INLINED_TYPES.get(type) : undefined;
  if (inlined !== undefined) {
    const r = inlined(LIVE as never, args as never[]) as PyValue | undefined;
    if (r !== undefined) return r;
  }
  const init = isPlainly(type) ? type.lookup('__init__') : undefined;
  if (!(init instanceof PyFunction)) return invoke(type, args);
  const o = new PyInstance(type);
  const js = names === null && init.arity === args.length + 1 ? init.js : null;
  let r: PyValue;
  if (js === null) r = callFunction(d, init, [o, ...args], names);
  else if (args.length === 2) r = js(d + 1, init, o, args[0], args[1]);
  else r = js(d + 1, init, o, ...args);
  if (r === R) {
    const bottom = H.raised instanceof Leaving ? H.raised.bottom! : null;
    if (bottom !== null) {
      bottom.onReturn = OnReturn.INIT;
      bottom.instance = o;
    }
    return r;
  }
  if (r !== None) typeError(`__init__() should return None, not '${typeOf(r).name}'`);
  return o;
}
