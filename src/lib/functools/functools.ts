/**
 * The module `functools`. Caches are in `functools-cache.ts`, `wraps` in `functools-wrap.ts`, dispatch on the
 * class of an argument in `functools-dispatch.ts`.
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import { Comparison } from '../../bytecode/operators.ts';
import { PyObj, PyType, type PyValue } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyMethod,
  type PyModule,
  PyTuple,
  builtinType,
  native,
  objectType,
  typeOf,
} from '../../objects/core/values.ts';
import {
  type Kwargs,
  PyBuiltin,
  defClassMethods,
  defGetSet,
  defMethods,
  defNew,
  makeFunctions,
} from '../../objects/core/builtin.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { dictOf, shapeInstance } from '../../objects/core/instance.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { guardedRepr } from '../../objects/core/repr-guard.ts';
import { compareOp, isTrue } from '../../protocol/compare.ts';
import { iterNext, isRaised } from '../../objects/slots/iterate.ts';
import { getIter } from '../../protocol/iterate.ts';
import { repr } from '../../objects/slots/format.ts';
import { WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, updateWrapper } from './wrap.ts';
import { CACHE_FUNCTIONS, cachedPropertyType } from './cache.ts';
import { singledispatch, singledispatchmethodType } from './dispatch.ts';
import { cType } from '../../objects/core/c-types.ts';
import { giveDict } from '../host/instance-dict.ts';

/* ---- partial ---- */

const partialType = cType('functools', 'partial', { weak: true });
giveDict(partialType);

/** A call with some arguments already given. */
class PyPartial extends PyObj {
  constructor(
    readonly func: PyValue,
    readonly args: PyTuple,
    readonly keywords: PyDict,
  ) {
    super();
  }
}
native(PyPartial, partialType);

/** Makes keyword arguments of a dict, with more of them on top. */
function merge(d: PyDict, kw: Kwargs): Kwargs {
  const out: Kwargs = new Map();
  for (const [k, v] of d.entries()) out.set(k as string, v);
  for (const [k, v] of kw) out.set(k, v);
  return out;
}

/** Makes a partial of a class; a partial of a partial is one partial. */
function makePartial(cls: PyType, fn: PyValue, args: PyValue[], kw: Kwargs): PyPartial {
  let given = args;
  let keywords = kw;
  let func = fn;
  if (fn instanceof PyPartial && fn.type === partialType && (dictOf(fn)?.size ?? 0) === 0) {
    func = fn.func;
    given = [...fn.args.items, ...args];
    keywords = merge(fn.keywords, kw);
  }
  const d = new PyDict();
  for (const [k, v] of keywords) d.set(k, v);
  return shapeInstance(new PyPartial(func, new PyTuple(given), d), cls);
}

defNew(partialType, '*args, **kw', (cls: PyType, args: PyValue[], kw: Kwargs) => {
  if (args.length === 0) typeError("type 'partial' takes at least one argument");
  if (typeOf(args[0]!).lookup('__call__') === undefined) typeError('the first argument must be callable');
  return makePartial(cls, args[0]!, args.slice(1), kw);
});
defGetSet(partialType, {
  func: (p: PyPartial) => p.func,
  args: (p: PyPartial) => p.args,
  keywords: (p: PyPartial) => p.keywords,
});
defMethods(partialType, {
  '__call__(*args, **kw)': (p: PyPartial, args: PyValue[], kw: Kwargs) => {
    const keywords = p.keywords.size === 0 ? kw : merge(p.keywords, kw);
    return invoke(
      p.func,
      p.args.items.length === 0 ? args : [...p.args.items, ...args],
      keywords.size === 0 ? null : keywords,
    );
  },
  '__repr__()': (p: PyPartial) =>
    guardedRepr(p, '...', () => {
      const name = p.type.heap ? p.type.qualname : 'partial';
      const module = p.type.heap ? p.type.module : 'functools';
      const parts = [
        repr(p.func),
        ...p.args.items.map(repr),
        ...[...p.keywords.entries()].map(([k, v]) => `${k as string}=${repr(v)}`),
      ];
      return `${module}.${name}(${parts.join(', ')})`;
    }),
  '__reduce__()': (p: PyPartial) =>
    new PyTuple([p.type, new PyTuple([p.func]), new PyTuple([p.func, p.args, p.keywords, dictOf(p) ?? None])]),
});
defClassMethods(partialType, { '__class_getitem__(item, /)': (cls: PyType, item) => makeGenericAlias(cls, item) });

/* ---- partialmethod ---- */

const partialMethodType = builtinType('partialmethod', { module: 'functools' });

/** A partial that takes its object first when looked up on an instance. */
class PyPartialMethod extends PyObj {
  constructor(
    readonly func: PyValue,
    readonly args: PyTuple,
    readonly keywords: PyDict,
  ) {
    super();
  }
}
native(PyPartialMethod, partialMethodType);
defNew(partialMethodType, 'func, /, *args, **kw', (cls: PyType, func: PyValue, args: PyValue[], kw: Kwargs) => {
  if (typeOf(func).lookup('__call__') === undefined && typeOf(func).lookup('__get__') === undefined)
    typeError(`${repr(func)} is not callable or a descriptor`);
  const d = new PyDict();
  const base = func instanceof PyPartialMethod ? func : null;
  for (const [k, v] of base === null ? kw : merge(base.keywords, kw)) d.set(k, v);
  const p = new PyPartialMethod(base?.func ?? func, new PyTuple([...(base?.args.items ?? []), ...args]), d);
  return cls === partialMethodType ? p : shapeInstance(p, cls);
});
defGetSet(partialMethodType, {
  func: (p: PyPartialMethod) => p.func,
  args: (p: PyPartialMethod) => p.args,
  keywords: (p: PyPartialMethod) => p.keywords,
});
defMethods(partialMethodType, {
  '__repr__()': (p: PyPartialMethod) => {
    const parts = [
      repr(p.func),
      ...p.args.items.map(repr),
      ...[...p.keywords.entries()].map(([k, v]) => `${k as string}=${repr(v)}`),
    ];
    return `functools.partialmethod(${parts.join(', ')})`;
  },
  '__get__(instance, owner?, /)': (p: PyPartialMethod, instance: PyValue, owner: PyValue = None) => {
    const get = typeOf(p.func).lookup('__get__');
    if (get !== undefined) {
      const bound = callBound(get, p.func, instance, owner);
      if (bound !== p.func) return makePartial(partialType, bound, [...p.args.items], merge(p.keywords, new Map()));
    }
    const call = new PyBuiltin(
      '_method',
      'self, /, *args, **kw',
      'function',
      null,
      null,
      (self: PyValue, args: PyValue[], kw: Kwargs) =>
        invoke(p.func, [self, ...p.args.items, ...args], merge(p.keywords, kw)),
    );
    return instance === None ? call : new PyMethod(call, instance);
  },
});

/** Returns the function behind partials. */
function unwrapPartial(func: PyValue): PyValue {
  let f = func;
  while (f instanceof PyPartial) f = f.func;
  return f;
}

/** Returns the function behind partials and partial methods. */
function unwrapPartialMethod(func: PyValue): PyValue {
  let f = func;
  for (let before: PyValue | null = null; f !== before; ) {
    before = f;
    while (f instanceof PyPartialMethod) f = f.func;
    f = unwrapPartial(f);
  }
  return f;
}

/* ---- cmp_to_key ---- */

const keyType = cType('functools', 'KeyWrapper', { base: false });

/** Makes a comparison function answer `<`; without an object it is the function `cmp_to_key` returns. */
class PyKey extends PyObj {
  constructor(
    readonly compare: PyValue,
    public obj: PyValue | null,
  ) {
    super();
  }
}
native(PyKey, keyType);
keyType.dict.set('__hash__', None);
const NAMES = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'];
NAMES.forEach((name, op) => {
  defMethods(keyType, {
    [`${name}(other, /)`]: (a: PyKey, b: PyValue) => {
      if (!(b instanceof PyKey)) typeError('other argument must be K instance');
      if (a.obj === null || b.obj === null) typeError('object');
      return compareOp(op, invoke(a.compare, [a.obj, b.obj]), 0);
    },
  });
});
defGetSet(keyType, {
  obj: [
    (k: PyKey) => k.obj ?? None,
    (k: PyKey, v) => {
      k.obj = v ?? null;
    },
  ],
});
defMethods(keyType, { '__call__(obj)': (k: PyKey, obj) => new PyKey(k.compare, obj) });

/* ---- total_ordering ---- */

/** What each ordering method is, given that the one named by the outer key exists: [negate, or/and equality]. */
const DERIVED = new Map<string, [name: string, negate: boolean, join: 'or ==' | 'and !=' | ''][]>([
  [
    '__lt__',
    [
      ['__gt__', true, 'and !='],
      ['__le__', false, 'or =='],
      ['__ge__', true, ''],
    ],
  ],
  [
    '__le__',
    [
      ['__ge__', true, 'or =='],
      ['__lt__', false, 'and !='],
      ['__gt__', true, ''],
    ],
  ],
  [
    '__gt__',
    [
      ['__lt__', true, 'and !='],
      ['__ge__', false, 'or =='],
      ['__le__', true, ''],
    ],
  ],
  [
    '__ge__',
    [
      ['__le__', true, 'or =='],
      ['__gt__', false, 'and !='],
      ['__lt__', true, ''],
    ],
  ],
]);

/** Adds the ordering methods a class lacks. */
function totalOrdering(cls: PyValue): PyValue {
  if (!(cls instanceof PyType)) typeError('total_ordering expects a class');
  const roots = [...DERIVED.keys()].filter((n) => cls.lookup(n) !== objectType.lookup(n));
  const root = roots[0];
  if (root === undefined) valueError('must define at least one ordering operation: < > <= >=');
  for (const [name, negate, join] of DERIVED.get(root)!) {
    if (roots.includes(name)) continue;
    cls.setAttr(
      name,
      new PyBuiltin(name, 'other', 'method', cls, null, (self: PyValue, other: PyValue) => {
        const r = callBound(typeOf(self).lookup(root)!, self, other);
        if (r === NotImplemented) return r;
        const result = negate ? !isTrue(r) : r;
        if (join === 'or ==') return isTrue(result) ? result : compareOp(Comparison.EQ, self, other);
        if (join === 'and !=') return isTrue(result) ? compareOp(Comparison.NE, self, other) : result;
        return result;
      }),
    );
  }
  return cls;
}

/* ---- the module ---- */

/** Makes the module. */
export function makeModule(): PyModule {
  const functions = makeFunctions('functools', {
    ...CACHE_FUNCTIONS,
    'reduce(function, iterable, initial?, /)': (fn: PyValue, iterable: PyValue, initial?: PyValue) => {
      let it: PyValue;
      try {
        it = getIter(iterable);
      } catch (e) {
        if (isRaised(e, 'TypeError')) typeError('reduce() arg 2 must support iteration');
        throw e;
      }
      let result = initial ?? iterNext(it);
      if (result === undefined) typeError('reduce() of empty iterable with no initial value');
      for (let x = iterNext(it); x !== undefined; x = iterNext(it)) result = invoke(fn, [result, x]);
      return result;
    },
    '_unwrap_partial(func)': unwrapPartial,
    '_unwrap_partialmethod(func)': unwrapPartialMethod,
    'cmp_to_key(mycmp)': (compare: PyValue) => new PyKey(compare, null),
    'update_wrapper(wrapper, wrapped, assigned?, updated?)': (wrapper, wrapped, assigned?, updated?) =>
      updateWrapper(wrapper, wrapped, assigned, updated),
    'total_ordering(cls)': totalOrdering,
    'singledispatch(func)': singledispatch,
  });
  functions.set(
    'wraps',
    new PyBuiltin(
      'wraps',
      'wrapped, assigned?, updated?',
      'function',
      null,
      'functools',
      (wrapped, assigned = WRAPPER_ASSIGNMENTS, updated = WRAPPER_UPDATES) =>
        makePartial(
          partialType,
          functions.get('update_wrapper')!,
          [],
          new Map<string, PyValue>([
            ['wrapped', wrapped],
            ['assigned', assigned],
            ['updated', updated],
          ]),
        ),
    ),
  );
  return nativeModule('functools', [
    ['WRAPPER_ASSIGNMENTS', WRAPPER_ASSIGNMENTS],
    ['WRAPPER_UPDATES', WRAPPER_UPDATES],
    ['partial', partialType],
    ['partialmethod', partialMethodType],
    ['cached_property', cachedPropertyType],
    ['singledispatchmethod', singledispatchmethodType],
    ...functions,
  ]);
}
