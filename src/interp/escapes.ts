/**
 * What only the interpreter does: bytecodes about names outside functions, exceptions, imports,
 * classes, generators and patterns. Plain functions on live values; a recording stops at them.
 */
import { bindDescriptor } from '../objects/slots/descriptor.ts';
import {
  makeException,
  PyException,
  PyRaise,
  raise,
  typeError,
  exceptionType,
  nameError,
} from '../objects/core/exceptions.ts';
import { PyDict, dictType } from '../objects/core/dict.ts';
import { invoke } from '../objects/core/invoke.ts';
import { type PyValue, PyType } from '../objects/core/object.ts';
import { None, type PyCell, PyTuple, typeOf } from '../objects/core/values.ts';
import { getAttr } from '../protocol/attribute.ts';
import { getIter } from '../protocol/iterate.ts';
import { delItem } from '../objects/slots/subscript.ts';
import { getItem, setItem } from '../protocol/subscript.ts';
import { isRealSubclass } from '../objects/slots/compare.ts';
import { exceptionFrom, raiseUnbound } from '../machine/runtime-fns.ts';
import { Op } from '../bytecode/opcodes.ts';
import { FAST_FREE } from '../bytecode/code.ts';
import { importFrom, importModule } from '../lib/host/import.ts';
import { isRaised } from '../objects/slots/iterate.ts';
import type { Frame } from '../frames/frame.ts';
import { makeGenerator, PyGenerator, sendTo } from './generator.ts';
import { matchClass, matchKeys, matchMapping, matchSequence } from './match.ts';
import { matchGroup } from './exception-groups.ts';
import { state } from '../frames/state.ts';

type F = Frame<PyValue>;

/** Reads a name from a mapping; undefined where it is missing. */
function mappingGet(d: PyValue, name: string): PyValue | undefined {
  if (d instanceof PyDict && d.type === dictType) return d.get(name);
  try {
    return getItem(d, name);
  } catch (e) {
    if (isRaised(e, 'KeyError')) return undefined;
    throw e;
  }
}

/** Finds a name in locals, globals, builtins. */
function loadName(f: F, i: PyValue): PyValue {
  const name = f.code.names[i as number]!;
  const v = (f.locals === null ? undefined : mappingGet(f.locals, name)) ?? f.globals.get(name) ?? f.builtins.get(name);
  if (v === undefined) nameError('NameError', `name '${name}' is not defined`, name);
  return v;
}

/** Raises for an unbound cell variable. */
function unboundDeref(f: F, i: PyValue): never {
  const name = f.code.localsplusnames[i as number]!;
  raiseUnbound(name, (f.code.localspluskinds[i as number]! & FAST_FREE) !== 0 ? 'free' : 'local');
}

/** Looks up one half of the context manager protocol on the class. */
function lookupContext(mgr: PyValue, name: string, missed: string): PyValue {
  const t = typeOf(mgr);
  const method = t.lookup(name);
  if (method === undefined) typeError(`'${t.name}' object does not support the context manager protocol${missed}`);
  return bindDescriptor(method, mgr, t);
}

/** Tells whether an exception matches the class or tuple of an `except` clause. */
function matches(exc: PyException, type: PyValue): boolean {
  if (type instanceof PyTuple) {
    for (const t of type.items) checkCatchable(t);
    return type.items.some((t) => matches(exc, t));
  }
  checkCatchable(type);
  return isRealSubclass(exc.type, type);
}

function checkCatchable(t: PyValue): void {
  if (t instanceof PyTuple) {
    for (const x of t.items) checkCatchable(x);
    return;
  }
  if (!(t instanceof PyType) || !t.isSubtype(exceptionType('BaseException'))) {
    typeError('catching classes that do not inherit from BaseException is not allowed');
  }
}

export const ESCAPES = {
  loadName,
  storeName(f: F, i: PyValue, v: PyValue): undefined {
    setItem(f.locals!, f.code.names[i as number]!, v);
  },
  deleteName(f: F, i: PyValue): undefined {
    const name = f.code.names[i as number]!;
    try {
      delItem(f.locals!, name);
    } catch (e) {
      if (!(e instanceof PyRaise)) throw e;
      nameError('NameError', `name '${name}' is not defined`, name);
    }
  },
  deleteGlobal(f: F, i: PyValue): undefined {
    const name = f.code.names[i as number]!;
    if (f.globals.delete(name) === undefined) nameError('NameError', `name '${name}' is not defined`, name);
  },
  unboundDeref,
  deleteDeref(f: F, i: PyValue): undefined {
    const cell = f.s[i as number] as PyCell;
    if (cell.value === undefined) unboundDeref(f, i);
    cell.value = undefined;
  },
  buildClass: (f: F): PyValue => f.builtins.get('__build_class__') ?? raise('NameError', '__build_class__ not found'),
  assertionError: (): PyType => exceptionType('AssertionError'),
  setupAnnotations(f: F): undefined {
    const d = f.locals ?? f.globals;
    if (mappingGet(d, '__annotations__') === undefined) setItem(d, '__annotations__', new PyDict());
  },
  loadFromDictOrGlobals(f: F, i: PyValue, d: PyValue): PyValue {
    const name = f.code.names[i as number]!;
    const v = mappingGet(d, name) ?? f.globals.get(name) ?? f.builtins.get(name);
    if (v === undefined) nameError('NameError', `name '${name}' is not defined`, name);
    return v;
  },
  loadFromDictOrDeref(f: F, i: PyValue, d: PyValue): PyValue {
    const v = mappingGet(d, f.code.localsplusnames[i as number]!) ?? (f.s[i as number] as PyCell).value;
    if (v === undefined) unboundDeref(f, i);
    return v;
  },
  superAttr(sup: PyValue, cls: PyValue, self: PyValue, name: PyValue, twoArguments: PyValue): PyValue {
    return getAttr(invoke(sup, twoArguments === true ? [cls, self] : []), name as string);
  },
  importName(f: F, i: PyValue, fromlist: PyValue, level: PyValue): PyValue {
    return importModule(f.code.names[i as number]!, f, fromlist, level as number);
  },
  importFrom(module: PyValue, name: PyValue): PyValue {
    return importFrom(module, name as string);
  },
  lookupEnter: (mgr: PyValue): PyValue => lookupContext(mgr, '__enter__', ''),
  lookupExit: (mgr: PyValue): PyValue => lookupContext(mgr, '__exit__', ' (missed __exit__ method)'),
  withExceptStart(exit: PyValue, exc: PyValue): PyValue {
    const e = exc as PyException;
    return invoke(exit, [e.type, e, e.traceback ?? None]);
  },
  pushExcInfo(exc: PyValue): PyValue {
    const previous = state.exception;
    state.exception = exc as PyException;
    return previous ?? None;
  },
  popExcept(previous: PyValue): undefined {
    state.exception = previous === None ? null : (previous as PyException);
  },
  checkExcMatch: (exc: PyValue, type: PyValue): PyValue => matches(exc as PyException, type),
  checkEgMatch(exc: PyValue, type: PyValue): PyValue {
    const parts = matchGroup(exc as PyException, type, matches);
    if (parts.items[1] !== None) state.exception = parts.items[1] as PyException;
    return parts;
  },
  raiseVarargs(x: PyValue | undefined, cause: PyValue | undefined): never {
    if (x === undefined) {
      if (state.exception === null) raise('RuntimeError', 'No active exception to reraise');
      throw new PyRaise(state.exception);
    }
    const e = exceptionFrom(x);
    if (cause !== undefined) {
      if (cause !== None && !(cause instanceof PyException) && !(cause instanceof PyType))
        typeError('exception causes must derive from BaseException');
      e.cause = cause === None ? None : exceptionFrom(cause);
      e.suppressContext = true;
    }
    throw new PyRaise(e);
  },
  reraise(_f: F, exc: PyValue): never {
    throw new PyRaise(exc as PyException);
  },
  makeGenerator: (f: F): PyValue => makeGenerator(f),
  send: (it: PyValue, value: PyValue): PyValue => sendTo(it, value) as unknown as PyValue,
  yieldFromIter: (x: PyValue): PyValue => (x instanceof PyGenerator ? x : getIter(x)),
  cleanupThrow(exc: PyValue): PyValue {
    const e = exc as PyException;
    if (e.type.isSubtype(exceptionType('StopIteration'))) return e.args.items[0] ?? None;
    throw new PyRaise(e);
  },
  matchMapping,
  matchSequence,
  matchKeys,
  matchClass: (subject: PyValue, cls: PyValue, names: PyValue, n: PyValue): PyValue =>
    matchClass(subject, cls, names as PyTuple, n as number),
  initReturned(value: PyValue): never {
    typeError(`__init__() should return None, not '${typeOf(value).name}'`);
  },
  unsupported(_f: F, op: PyValue): never {
    const name = UNSUPPORTED.get(op as number) ?? `bytecode ${String(op)}`;
    throw new PyRaise(makeException('NotImplementedError', `sidewinder does not support this construct yet (${name})`));
  },
};

/** What the dispatch loop does not have, in words. */
const UNSUPPORTED = new Map<number, string>([
  [Op.BEFORE_ASYNC_WITH, 'async with'],
  [Op.END_ASYNC_FOR, 'async for'],
  [Op.GET_AITER, 'async for'],
  [Op.GET_ANEXT, 'async for'],
  [Op.GET_AWAITABLE, 'await'],
]);
