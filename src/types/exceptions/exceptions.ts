/**
 * The methods and attributes of `BaseException`, and of the built-in exceptions that have fields of
 * their own (structs of CPython's Include/cpython/pyerrors.h).
 *
 * Fields live in `PyException.fields`. An exception made by native code with `makeException` has only
 * its `args`; fields not set are read from those, as the constructor would have set them.
 */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyTuple, strOf, tracebackType, typeOf } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { type Kwargs, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { instructionOffset } from '../../bytecode/encoding.ts';
import {
  PyException,
  PyTraceback,
  baseExceptionType,
  exceptionType,
  exceptionTypes,
  typeError,
  addNote,
} from '../../objects/core/exceptions.ts';
import { isRealSubclass } from '../../objects/slots/compare.ts';
import { setAttr } from '../../protocol/attribute.ts';
import { repr, str } from '../../objects/slots/format.ts';
import { toArray } from '../../protocol/iterate.ts';
import { dictOf, ownNames } from '../../objects/core/instance.ts';
import { dictGetSet } from '../classes/new.ts';
import { at, defFields, defInit, fieldOf, none, setField, takeKeywords } from './fields.ts';

/* ---- BaseException ---- */

defNew(baseExceptionType, '*args, **kwargs', (cls: PyType, args: PyValue[]) => {
  const e = cls.allocate!(cls) as PyException;
  e.args = new PyTuple(args);
  return e;
});

/** Raises for keyword arguments of an exception that takes none. */
export function noKeywords(e: PyException, kw: Kwargs): void {
  if (kw.size > 0) typeError(`${e.type.name}() takes no keyword arguments`);
}

/** Checks a value for `__context__` or `__cause__`. */
function checkLink(name: string, what: string, v: PyValue | undefined): PyValue {
  if (v === undefined) typeError(`${name} may not be deleted`);
  if (v !== None && !(v instanceof PyException))
    typeError(`exception ${what} must be None or derive from BaseException`);
  return v;
}

/** Sets `__traceback__`. */
function setTraceback(e: PyException, v: PyValue): void {
  if (v === None) e.traceback = null;
  else if (v instanceof PyTraceback) e.traceback = v;
  else typeError('__traceback__ must be a traceback or None');
}

defMethods(baseExceptionType, {
  '__init__(*args, **kwargs)': (e: PyException, args: PyValue[], kw: Kwargs) => {
    noKeywords(e, kw);
    e.args = new PyTuple(args);
    return None;
  },
  '__repr__()': (e: PyException) => {
    const items = e.args.items;
    return items.length === 1 ? `${e.type.name}(${repr(items[0]!)})` : `${e.type.name}${repr(e.args)}`;
  },
  '__str__()': (e: PyException) => baseStr(e),
  '__reduce__()': (e: PyException) => {
    const names = ownNames(e);
    return new PyTuple(names.length > 0 ? [e.type, e.args, dictOf(e)!] : [e.type, e.args]);
  },
  '__setstate__(state, /)': (e: PyException, state: PyValue) => {
    if (state === None) return None;
    if (!(state instanceof PyDict)) typeError('state is not a dictionary');
    for (const [k, v] of state.entries()) setAttr(e, strOf(k) ?? '', v);
    return None;
  },
  'with_traceback(tb, /)': (e: PyException, tb: PyValue) => {
    setTraceback(e, tb);
    return e;
  },
  'add_note(note, /)': (e: PyException, note: PyValue) => {
    const text = strOf(note);
    if (text === undefined) typeError(`note must be a str, not '${typeOf(note).name}'`);
    addNote(e, text);
    return None;
  },
});

/** Returns `BaseException.__str__(e)`. */
export function baseStr(e: PyException): string {
  const items = e.args.items;
  return items.length === 0 ? '' : items.length === 1 ? str(items[0]!) : repr(e.args);
}

defGetSet(baseExceptionType, {
  __suppress_context__: [
    (e: PyException) => e.suppressContext,
    (e: PyException, v) => {
      if (typeof v !== 'boolean')
        typeError(v === undefined ? "can't delete numeric/char attribute" : 'attribute value type must be bool');
      e.suppressContext = v;
    },
  ],
  args: [
    (e: PyException) => e.args,
    (e: PyException, v) => {
      if (v === undefined) typeError('args may not be deleted');
      e.args = new PyTuple(toArray(v));
    },
  ],
  __traceback__: [
    (e: PyException) => e.traceback ?? None,
    (e: PyException, v) => {
      if (v === undefined) typeError('__traceback__ may not be deleted');
      setTraceback(e, v);
    },
  ],
  __context__: [
    (e: PyException) => e.context,
    (e: PyException, v) => {
      e.context = checkLink('__context__', 'context', v);
    },
  ],
  __cause__: [
    (e: PyException) => e.cause,
    (e: PyException, v) => {
      e.cause = checkLink('__cause__', 'cause', v);
      e.suppressContext = true;
    },
  ],
});
baseExceptionType.dict.set('__dict__', dictGetSet(baseExceptionType));

const stopIteration = defInit('StopIteration', (e, args, kw) => {
  noKeywords(e, kw);
  setField(e, 'value', args[0] ?? None);
});
defFields(stopIteration, { value: at(0) });

const exitCode = (args: readonly PyValue[]): PyValue =>
  args.length === 0 ? None : args.length === 1 ? args[0]! : new PyTuple(args);
const systemExit = defInit('SystemExit', (e, args, kw) => {
  noKeywords(e, kw);
  setField(e, 'code', exitCode(args));
});
defFields(systemExit, { code: exitCode });

const importMessage = (args: readonly PyValue[]): PyValue => (args.length === 1 ? args[0]! : None);
const importError = defInit('ImportError', (e, args, kw) => {
  takeKeywords(e, kw, ['name', 'path', 'name_from']);
  setField(e, 'msg', importMessage(args));
});
defFields(importError, { msg: importMessage, name: none, path: none, name_from: none });

/** Returns what an exception is made of again: its own attributes and such of its fields as are set. */
function stateWith(e: PyException, names: readonly string[]): PyDict {
  const state = new PyDict();
  for (const [k, v] of dictOf(e)?.entries() ?? []) state.set(k, v);
  for (const n of names) {
    const v = e.fields?.get(n);
    if (v !== undefined) state.set(n, v);
  }
  return state;
}

defMethods(importError, {
  '__reduce__()': (e: PyException) => {
    const state = stateWith(e, ['name', 'path', 'name_from']);
    return new PyTuple(state.size > 0 ? [e.type, e.args, state] : [e.type, e.args]);
  },
  '__str__()': (e: PyException) => {
    const msg = fieldOf(e, 'msg', importMessage);
    return typeof msg === 'string' ? msg : baseStr(e);
  },
});

defFields(
  defInit('NameError', (e, _args, kw) => takeKeywords(e, kw, ['name'])),
  { name: none },
);
defFields(
  defInit('AttributeError', (e, _args, kw) => takeKeywords(e, kw, ['name', 'obj'])),
  { name: none, obj: none },
);
/** Returns the state of an AttributeError; the object it is about stays behind. */
function attributeErrorState(e: PyException): PyDict {
  const state = stateWith(e, ['name']);
  state.set('args', e.args);
  return state;
}
defMethods(exceptionType('AttributeError'), {
  '__getstate__()': attributeErrorState,
  '__reduce__()': (e: PyException) => new PyTuple([e.type, e.args, attributeErrorState(e)]),
});

defMethods(exceptionType('KeyError'), {
  '__str__()': (e: PyException) => (e.args.items.length === 1 ? repr(e.args.items[0]!) : baseStr(e)),
});

/* ---- tracebacks ---- */

defGetSet(tracebackType, {
  tb_next: [
    (t: PyTraceback) => t.next ?? None,
    (t: PyTraceback, v) => {
      if (v !== None && !(v instanceof PyTraceback))
        typeError(`expected traceback object or None, got '${v === undefined ? 'NULL' : typeOf(v).name}'`);
      t.next = v instanceof PyTraceback ? v : null;
    },
  ],
  tb_frame: (t: PyTraceback) => t.frame,
  tb_lineno: (t: PyTraceback) => t.lineno,
  tb_lasti: (t: PyTraceback) => instructionOffset(t.code, t.pc),
});

/** Tells whether something is an exception class, as `raise` and `except` accept it. */
export function isExceptionClass(x: PyValue): x is PyType {
  return typeof x === 'object' && (x as Partial<PyType>).mro !== undefined && isRealSubclass(x, baseExceptionType);
}

for (const [, type] of exceptionTypes()) if (type.allocate === null) type.allocate = baseExceptionType.allocate;
