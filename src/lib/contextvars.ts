/**
 * The module `_contextvars`: variables whose values belong to a context, of which one is current.
 */
import { PyObj, type PyType, type PyValue } from '../objects/core/object.ts';
import { None, type PyModule, PyTuple, builtinType, native, typeOf } from '../objects/core/values.ts';
import { PyDict } from '../objects/core/dict.ts';
import { type Kwargs, defClassMethods, defGetSet, defMethods, defNew, makeFunctions } from '../objects/core/builtin.ts';
import { PyRaise, makeException, raise, typeError, valueError } from '../objects/core/exceptions.ts';
import { addressOf } from '../objects/core/identity.ts';
import { invoke } from '../objects/core/invoke.ts';
import { nativeModule } from '../types/functions/module.ts';
import { makeGenericAlias } from '../objects/core/generic.ts';
import { repr } from '../objects/slots/format.ts';
import { cType } from '../objects/core/c-types.ts';

const variableType = cType('_contextvars', 'ContextVar', { base: false });
const contextType = cType('_contextvars', 'Context', { base: false });
const tokenType = cType('_contextvars', 'Token', { base: false });

class PyContextVar extends PyObj {
  constructor(
    readonly name: string,
    readonly fallback: PyValue | undefined,
  ) {
    super();
  }
}
class PyContext extends PyObj {
  entered = false;
  constructor(readonly values: Map<PyContextVar, PyValue>) {
    super();
  }
}
class PyToken extends PyObj {
  used = false;
  constructor(
    readonly variable: PyContextVar,
    readonly old: PyValue | undefined,
    readonly context: PyContext,
  ) {
    super();
  }
}
native(PyContextVar, variableType);
native(PyContext, contextType);
native(PyToken, tokenType);

let context = new PyContext(new Map());
const missingType = builtinType('MISSING', { module: 'Token', base: false });
class PyMissing extends PyObj {}
native(PyMissing, missingType);
const MISSING: PyObj = new PyMissing();
defMethods(missingType, { '__repr__()': () => '<Token.MISSING>' });

defNew(variableType, 'name, /, *, default?', (_cls: PyType, name: PyValue, fallback?: PyValue) => {
  if (typeof name !== 'string') typeError('context variable name must be a str');
  return new PyContextVar(name, fallback);
});
defMethods(variableType, {
  'get(default?, /)': (v: PyContextVar, fallback?: PyValue) =>
    context.values.get(v) ??
    fallback ??
    v.fallback ??
    (() => {
      throw new PyRaise(makeException('LookupError', v));
    })(),
  'set(value, /)': (v: PyContextVar, value: PyValue) => {
    const token = new PyToken(v, context.values.get(v), context);
    context.values.set(v, value);
    return token;
  },
  'reset(token, /)': (v: PyContextVar, token: PyValue) => {
    if (!(token instanceof PyToken)) typeError(`expected an instance of Token, got ${repr(token)}`);
    if (token.used) raise('RuntimeError', `${repr(token)} has already been used once`);
    if (token.variable !== v) valueError(`${repr(token)} was created by a different ContextVar`);
    if (token.context !== context) valueError(`${repr(token)} was created in a different Context`);
    token.used = true;
    if (token.old === undefined) context.values.delete(v);
    else context.values.set(v, token.old);
    return None;
  },
  '__repr__()': (v: PyContextVar) =>
    `<ContextVar name=${repr(v.name)}` +
    `${v.fallback === undefined ? '' : ` default=${repr(v.fallback)}`} at ${addressOf(v)}>`,
});
defGetSet(variableType, { name: (v: PyContextVar) => v.name });
defGetSet(tokenType, { var: (t: PyToken) => t.variable, old_value: (t: PyToken) => t.old ?? MISSING });
defMethods(tokenType, {
  '__repr__()': (t: PyToken) => `<Token${t.used ? ' used' : ''} var=${repr(t.variable)} at ${addressOf(t)}>`,
});
tokenType.dict.set('MISSING', MISSING);
for (const type of [variableType, tokenType])
  defClassMethods(type, { '__class_getitem__(key, /)': (cls: PyType, key: PyValue) => makeGenericAlias(cls, key) });

/** Returns the values of a context as a dict. */
function contextDict(c: PyContext): PyDict {
  const d = new PyDict();
  for (const [k, v] of c.values) d.set(k, v);
  return d;
}

defNew(contextType, '', () => new PyContext(new Map()));
defMethods(contextType, {
  'run(callable, /, *args, **kwargs)': (c: PyContext, fn: PyValue, args: PyValue[], kw: Kwargs) => {
    if (c.entered) raise('RuntimeError', `cannot enter context: ${repr(c)} is already entered`);
    const outer = context;
    context = c;
    c.entered = true;
    try {
      return invoke(fn, args, kw.size === 0 ? null : kw);
    } finally {
      context = outer;
      c.entered = false;
    }
  },
  'copy()': (c: PyContext) => new PyContext(new Map(c.values)),
  '__len__()': (c: PyContext) => c.values.size,
  '__contains__(key, /)': (c: PyContext, k: PyValue) => c.values.has(k as PyContextVar),
  '__getitem__(key, /)': (c: PyContext, k: PyValue) =>
    c.values.get(k as PyContextVar) ??
    (() => {
      throw new PyRaise(makeException('KeyError', k));
    })(),
  'get(key, default?, /)': (c: PyContext, k: PyValue, fallback: PyValue = None) =>
    c.values.get(k as PyContextVar) ?? fallback,
  'keys()': (c: PyContext) => new PyTuple([...c.values.keys()]),
  'values()': (c: PyContext) => new PyTuple([...c.values.values()]),
  'items()': (c: PyContext) => new PyTuple([...c.values].map(([k, v]) => new PyTuple([k, v]))),
  '__iter__()': (c: PyContext) => invoke(typeOf(contextDict(c)).lookup('__iter__')!, [contextDict(c)]),
});

/** Makes the module `_contextvars`. */
export function makeModule(): PyModule {
  context = new PyContext(new Map());
  return nativeModule('_contextvars', [
    ['ContextVar', variableType],
    ['Context', contextType],
    ['Token', tokenType],
    ...makeFunctions('_contextvars', { 'copy_context()': () => new PyContext(new Map(context.values)) }),
  ]);
}
