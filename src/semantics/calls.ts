/**
 * Calls: Python functions push a frame, classes make an instance and push `__init__`, built-ins are
 * called directly.
 *
 * A function is recognised by what it runs, not by its identity, so that closures made anew in each
 * round are one callee; so is a method by its function.
 *
 * Argument matching runs on the host: which parameter gets which operand depends on the code object
 * and the call site alone. A machine may refuse to push a frame (`inlines`): then the call is a
 * residual one that runs the callee to its end.
 */
import { type CodeObject, CO_VARARGS, CO_VARKEYWORDS } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import { Kind } from '../machine/kinds.ts';
import type { PyType } from '../objects/core/object.ts';
import { None, PyFunction, objectType, typeType } from '../objects/core/values.ts';
import type { PyBuiltin } from '../objects/core/builtin.ts';
import { RT } from '../machine/runtime-fns.ts';
import { Frame, OnReturn } from '../frames/frame.ts';
import { entryOf } from '../frames/entry.ts';
import { runtimeOf } from '../frames/code-runtime.ts';
import { builtinsOf } from '../frames/state.ts';
import { bindArguments } from './arguments.ts';
import { INLINED, INLINED_TYPES } from './inlined.ts';
import type { Machine } from '../machine/machine.ts';

/**
 * Calls `s[base]` with self or NULL in `s[base + 1]` and `n` arguments above, of which the last
 * `names.length` are keywords. Returns the frame to switch to, or null with the result in `s[base]`.
 */
export function call<R, I, F, B>(
  m: Machine<R, I, F, B>,
  f: Frame<R>,
  base: number,
  n: number,
  names: readonly string[] | null,
): Frame<R> | null {
  const s = f.s;
  const self = s[base + 1];
  const first = m.bound(self) ? base + 1 : base + 2;
  return callRange(m, f, s[base]!, first, base + 2 + n - first, names, base);
}

/** Calls `callee` with `n` operands from `s[first]` on; the result goes to `s[base]`. */
function callRange<R, I, F, B>(
  m: Machine<R, I, F, B>,
  f: Frame<R>,
  callee: R,
  first: number,
  n: number,
  names: readonly string[] | null,
  base: number,
): Frame<R> | null {
  const s = f.s;
  const k = m.kindOf(callee);
  switch (k) {
    case Kind.FUNCTION: {
      const fn = m.functionOf(callee);
      const from = m.known(callee) === undefined ? callee : undefined;
      const inlines = m.inlines(fn.code, f);
      if (!inlines && !canEnter(fn)) break;
      const nf = pushCall(m, f, fn, s, first, n, names, from);
      if (inlines) return from === undefined ? nf : beginBody(m, nf, from);
      s[base] = m.callFunction(beginBody(m, nf, from));
      return null;
    }
    case Kind.BUILTIN: {
      if (names !== null) break;
      s[base] = m.branch(m.is_bound_builtin(callee))
        ? callNative(m, m.constant(m.method_fn(callee)) as PyBuiltin, [
            m.method_self(callee),
            ...s.slice(first, first + n),
          ])
        : callNative(m, m.constant(callee) as PyBuiltin, s.slice(first, first + n));
      return null;
    }
    case Kind.TYPE: {
      const made = callType(m, f, m.constant(callee) as PyType, first, n, names, base);
      if (made !== undefined) return made;
      break;
    }
    case Kind.METHOD: {
      const fn = m.constant(m.method_fn(callee));
      if (!(fn instanceof PyFunction)) break;
      const inlines = m.inlines(fn.code, f);
      if (!inlines && !canEnter(fn)) break;
      const args = [m.method_self(callee), ...s.slice(first, first + n)];
      const nf = pushCall(m, f, fn, args, 0, args.length, names);
      if (inlines) return nf;
      s[base] = m.callFunction(beginBody(m, nf, undefined));
      return null;
    }
  }
  s[base] = callAny(m, callee, s.slice(first, first + n), names);
  return null;
}

/** Calls anything through the runtime. */
function callAny<R, I, F, B>(m: Machine<R, I, F, B>, callee: R, args: R[], names: readonly string[] | null): R {
  if (names === null) return m.callArray(RT.call, [callee, ...args]);
  const tuple = m.callArray(
    RT.buildTuple,
    names.map((x) => m.ref(x)),
  );
  return m.callArray(RT.callKw, [callee, ...args, tuple]);
}

/** Calls a built-in with positional arguments (self among them). */
function callNative<R, I, F, B>(m: Machine<R, I, F, B>, b: PyBuiltin, args: R[]): R {
  const inlined = b.kind === 'function' || b.kind === 'method' ? INLINED.get(b.key) : undefined;
  if (inlined !== undefined) {
    const r = inlined(m as never, args as never[]) as R | undefined;
    if (r !== undefined) return r;
  }
  if (b.takesSelf || !b.accepts(args.length)) {
    const direct =
      (b.kind === 'method' || b.kind === 'wrapper') &&
      args.length > 0 &&
      b.accepts(args.length - 1) &&
      m.typeOf(args[0]!).isSubtype(b.owner!);
    if (!direct)
      return b.effects === 'python' ? m.callArray(RT.call, [m.ref(b), ...args]) : m.callBuiltin(b, b.spread, args);
  }
  return m.callBuiltin(b, b.impl, args);
}

/** Pushes the frame of a Python function with its parameters bound; defaults are those of `from` where it is given. */
export function pushCall<R, I, F, B>(
  m: Machine<R, I, F, B>,
  f: Frame<R>,
  fn: PyFunction,
  s: R[],
  first: number,
  n: number,
  names: readonly string[] | null,
  from?: R,
): Frame<R> {
  const code = fn.code;
  if (m.records && from === undefined) m.assume(fn.stable);
  const nf = new Frame<R>(
    code,
    runtimeOf(code, fn.globals),
    fn,
    fn.globals,
    fn.globals === f.globals ? f.builtins : builtinsOf(fn.globals),
  );
  nf.parent = f;
  nf.depth = f.depth + 1;
  if (names === null && n === code.argcount && isSimple(code)) {
    for (let i = 0; i < n; i++) nf.s[i] = s[first + i]!;
  } else bindArguments(m, nf, fn, s, first, n, names, from);
  return nf;
}

/** Tells whether a function can be called through its entry. */
function canEnter(fn: PyFunction): boolean {
  return entryOf(runtimeOf(fn.code, fn.globals)) !== null;
}

/**
 * Makes the cells of a frame whose parameters are bound, from the closure of `from` if given, and goes where the body
 * begins.
 */
function beginBody<R, I, F, B>(m: Machine<R, I, F, B>, f: Frame<R>, from: R | undefined): Frame<R> {
  const { ops, args } = f.code;
  let pc = 0;
  for (; ops[pc] !== Op.RESUME; pc++) {
    if (ops[pc] === Op.MAKE_CELL) makeCell(m, f.s, args[pc]!);
    else copyFreeVars(m, f, args[pc]!, from);
  }
  f.pc = pc;
  return f;
}

/** Puts a slot's value, if any, into a cell. */
export function makeCell<R, I, F, B>(m: Machine<R, I, F, B>, s: R[], slot: number): void {
  s[slot] = m.call(RT.makeCell, s[slot]);
}

/** Puts the cells of a function's closure into the last slots. */
export function copyFreeVars<R, I, F, B>(m: Machine<R, I, F, B>, f: Frame<R>, n: number, from?: R): void {
  const cells = f.fn!.closure!;
  for (let i = 0; i < n; i++)
    f.s[f.code.nlocals - n + i] = from === undefined ? m.ref(cells[i]!) : m.function_cell(from, m.int(i));
}

/** Tells whether a code object takes only plain positional parameters. */
function isSimple(code: CodeObject): boolean {
  return code.kwonlyargcount === 0 && (code.flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0;
}

/** Calls a class; returns undefined where only the runtime can. */
function callType<R, I, F, B>(
  m: Machine<R, I, F, B>,
  f: Frame<R>,
  type: PyType,
  first: number,
  n: number,
  names: readonly string[] | null,
  base: number,
): Frame<R> | null | undefined {
  const s = f.s;
  const inlined = INLINED_TYPES.get(type);
  if (inlined !== undefined && names === null) {
    const r = inlined(m as never, s.slice(first, first + n) as never[]) as R | undefined;
    if (r !== undefined) {
      s[base] = r;
      return null;
    }
  }
  if (!makesPlainly(type)) return undefined;
  const init = type.lookup('__init__');
  if (init instanceof PyFunction) {
    if (!m.inlines(init.code, f)) return undefined;
    m.assume(type.stable);
    const instance = m.new_instance(m.ref(type));
    const args = [instance, ...s.slice(first, first + n)];
    const nf = pushCall(m, f, init, args, 0, args.length, names);
    nf.onReturn = OnReturn.INIT;
    nf.instance = instance;
    return nf;
  }
  if (init === objectType.lookup('__init__') && n === 0) {
    m.assume(type.stable);
    s[base] = m.new_instance(m.ref(type));
    return null;
  }
  return undefined;
}

/** Tells whether instances of a class are made by `object.__new__` alone. */
export function makesPlainly(type: PyType): boolean {
  return (
    type.heap &&
    type.type === typeType &&
    !type.abstract &&
    type.lookup('__new__') === objectType.lookup('__new__') &&
    type.allocate === objectType.allocate
  );
}

/** Returns the result of `__init__`'s frame: raises unless it returned None. */
export function checkInit<R, I, F, B>(m: Machine<R, I, F, B>, value: R): boolean {
  return m.branch(m.ref_eq(value, m.ref(None)));
}
