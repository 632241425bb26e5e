/**
 * `function`: the attributes of functions written in Python.
 */
import { FAST_FREE } from '../../bytecode/code.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  None,
  PyCell,
  PyCode,
  codeObject,
  PyFunction,
  PyMethod,
  PyTuple,
  functionType,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { type Kwargs, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { addressOf } from '../../objects/core/identity.ts';
import { builtinsOf } from '../../frames/state.ts';

/** Returns the names of a code object's free variables. */
export function freeNames(code: PyFunction['code']): string[] {
  return code.localsplusnames.filter((_, i) => (code.localspluskinds[i]! & FAST_FREE) !== 0);
}

function readonly(): never {
  throw new PyRaise(makeException('AttributeError', 'readonly attribute'));
}

/** Reads a str for an attribute of a function. */
function textFor(name: string, v: PyValue | undefined): string {
  const text = v === undefined ? undefined : strOf(v);
  return text ?? typeError(`${name} must be set to a string object`);
}

defGetSet(functionType, {
  __code__: [
    (f: PyFunction) => codeObject(f.code),
    (f: PyFunction, v) => {
      if (!(v instanceof PyCode)) typeError('__code__ must be set to a code object');
      const free = freeNames(v.code).length;
      const have = f.closure?.length ?? 0;
      if (free !== have) valueError(`${f.name}() requires a code object with ${have} free vars, not ${free}`);
      f.code = v.code;
      f.arity = -1;
      f.changed();
    },
  ],
  __defaults__: [
    (f: PyFunction) => (f.defaults === null ? None : new PyTuple(f.defaults)),
    (f: PyFunction, v) => {
      if (v === undefined || v === None) f.defaults = null;
      else if (v instanceof PyTuple) f.defaults = v.items;
      else typeError('__defaults__ must be set to a tuple object');
      f.changed();
    },
  ],
  __kwdefaults__: [
    (f: PyFunction) => {
      if (f.kwdefaults !== null && !f.kwShared) {
        f.kwShared = true;
        f.changed();
      }
      return f.kwdefaults ?? None;
    },
    (f: PyFunction, v) => {
      if (v === undefined || v === None) f.kwdefaults = null;
      else if (v instanceof PyDict) {
        f.kwdefaults = v;
        f.kwShared = true;
      } else typeError('__kwdefaults__ must be set to a dict object');
      f.changed();
    },
  ],
  __closure__: [(f: PyFunction) => (f.closure === null ? None : new PyTuple(f.closure)), readonly],
  __globals__: [(f: PyFunction) => f.globals, readonly],
  __builtins__: [(f: PyFunction) => builtinsOf(f.globals), readonly],
  __name__: [
    (f: PyFunction) => f.name,
    (f: PyFunction, v) => {
      f.name = textFor('__name__', v);
    },
  ],
  __qualname__: [
    (f: PyFunction) => f.qualname,
    (f: PyFunction, v) => {
      f.qualname = textFor('__qualname__', v);
    },
  ],
  __module__: [
    (f: PyFunction) => f.module,
    (f: PyFunction, v) => {
      f.module = v ?? None;
    },
  ],
  __doc__: [
    (f: PyFunction) => f.doc,
    (f: PyFunction, v) => {
      f.doc = v ?? None;
    },
  ],
  __annotations__: [
    (f: PyFunction) => annotationsOf(f),
    (f: PyFunction, v) => {
      if (v !== undefined && v !== None && !(v instanceof PyDict))
        typeError('__annotations__ must be set to a dict object');
      f.annotations = v === undefined || v === None ? null : v;
    },
  ],
  __type_params__: [
    (f: PyFunction) => f.typeParams ?? new PyTuple([]),
    (f: PyFunction, v) => {
      if (!(v instanceof PyTuple)) typeError('__type_params__ must be set to a tuple');
      f.typeParams = v;
    },
  ],
  __dict__: [
    (f: PyFunction) => (f.attrs ??= new PyDict()),
    (f: PyFunction, v) => {
      if (v === undefined) typeError('cannot delete __dict__');
      if (!(v instanceof PyDict)) typeError(`__dict__ must be set to a dictionary, not a '${typeOf(v).name}'`);
      f.attrs = v;
    },
  ],
});

/** Returns the annotations of a function as a dict; the compiler may leave a flat tuple of names and values. */
function annotationsOf(f: PyFunction): PyValue {
  const a = f.annotations;
  if (a instanceof PyDict) return a;
  const d = new PyDict();
  if (a instanceof PyTuple) for (let i = 0; i + 1 < a.items.length; i += 2) d.set(a.items[i]!, a.items[i + 1]!);
  f.annotations = d;
  return d;
}

defMethods(functionType, {
  '__repr__()': (f: PyFunction) => `<function ${f.qualname} at ${addressOf(f)}>`,
  '__call__(*args, **kwargs)': (f: PyFunction, args: PyValue[], kw: Kwargs) =>
    invoke(f, args, kw.size === 0 ? null : kw),
  '__get__(instance, owner?, /)': (f: PyFunction, obj: PyValue, owner?: PyValue) => {
    if (obj !== None) return new PyMethod(f, obj);
    if (owner === undefined || owner === None) typeError('__get__(None, None) is invalid');
    return f;
  },
});

defNew(
  functionType,
  'code, globals, name?, argdefs?, closure?, kwdefaults?',
  (
    _cls: PyType,
    code: PyValue,
    globals: PyValue,
    name = None,
    defaults: PyValue = None,
    closure: PyValue = None,
    kwdefaults: PyValue = None,
  ) => {
    if (!(code instanceof PyCode)) typeError(`function() argument 'code' must be code, not ${typeOf(code).name}`);
    if (!(globals instanceof PyDict))
      typeError(`function() argument 'globals' must be dict, not ${typeOf(globals).name}`);
    const text = name === None ? null : strOf(name);
    if (text === undefined) typeError('arg 3 (name) must be None or string');
    if (defaults !== None && !(defaults instanceof PyTuple)) typeError('arg 4 (defaults) must be None or tuple');
    const free = freeNames(code.code);
    if (!(closure instanceof PyTuple) && (free.length > 0 || closure !== None))
      typeError(free.length > 0 ? 'arg 5 (closure) must be tuple' : 'arg 5 (closure) must be None or tuple');
    const cells = closure instanceof PyTuple ? closure.items : [];
    if (cells.length !== free.length)
      valueError(`${code.code.name} requires closure of length ${free.length}, not ${cells.length}`);
    for (const c of cells)
      if (!(c instanceof PyCell)) typeError(`arg 5 (closure) expected cell, found ${typeOf(c).name}`);
    const f = new PyFunction(code.code, globals);
    f.module = globals.get('__name__') ?? None;
    if (text !== null) f.name = text;
    if (defaults instanceof PyTuple) f.defaults = defaults.items;
    if (cells.length > 0) f.closure = cells as PyCell[];
    if (kwdefaults instanceof PyDict) {
      f.kwdefaults = kwdefaults;
      f.kwShared = true;
    }
    return f;
  },
);
