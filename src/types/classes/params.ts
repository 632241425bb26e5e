/**
 * Type parameters (PEP 484, 612, 646, 695): TypeVar, ParamSpec, TypeVarTuple and the alias of a `type`
 * statement. Bounds, constraints, defaults and alias values of the new syntax are evaluated when they are
 * first asked for.
 */
import { repr } from '../../objects/slots/format.ts';
import { currentModuleName, world } from '../../objects/core/world.ts';
import { PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import { None, NotImplemented, PyTuple, builtinType, native, strOf, typeOf } from '../../objects/core/values.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { isTrue } from '../../protocol/compare.ts';
import { str } from '../../objects/slots/format.ts';
import { getIter } from '../../protocol/iterate.ts';
import { cType } from '../../objects/core/c-types.ts';

const noDefaultType = builtinType('NoDefaultType', { module: 'typing', base: false });
class PyNoDefault extends PyObj {}
native(PyNoDefault, noDefaultType);
/** `typing.NoDefault`. */
export const NoDefault: PyObj = new PyNoDefault();
defMethods(noDefaultType, { '__repr__()': () => 'typing.NoDefault' });

/** A value or the function that computes it. */
class Lazy {
  constructor(
    private value: PyValue | undefined,
    private readonly evaluate: PyValue | null,
  ) {}
  get(): PyValue {
    this.value ??= invoke(this.evaluate!, []);
    return this.value;
  }
}

/** What the kinds of type parameters share. */
class PyTypeParam extends PyObj {
  default = new Lazy(NoDefault, null);
  bound = new Lazy(None, null);
  constraints = new Lazy(EMPTY, null);
  covariant = false;
  contravariant = false;
  infer = false;
  module: PyValue = currentModuleName() ?? None;
  constructor(readonly name: string) {
    super();
  }
}
const EMPTY = new PyTuple([]);

class PyTypeVar extends PyTypeParam {}
class PyParamSpec extends PyTypeParam {}
class PyTypeVarTuple extends PyTypeParam {}
export const typeVarType = cType('typing', 'TypeVar', { base: false });
export const paramSpecType = cType('typing', 'ParamSpec', { base: false });
export const typeVarTupleType = cType('typing', 'TypeVarTuple', { base: false });
native(PyTypeVar, typeVarType);
native(PyParamSpec, paramSpecType);
native(PyTypeVarTuple, typeVarTupleType);

/* ---- what the compiler's intrinsics make ---- */

/** Makes the TypeVar of `[T]`, `[T: bound]` or `[T: (a, b)]`; the functions compute bound or constraints. */
export function makeTypeVar(
  name: PyValue,
  bound: PyValue | null = null,
  constraints: PyValue | null = null,
): PyTypeVar {
  const t = new PyTypeVar(strOf(name) ?? '');
  t.infer = true;
  if (bound !== null) t.bound = new Lazy(undefined, bound);
  if (constraints !== null) t.constraints = new Lazy(undefined, constraints);
  return t;
}

/** Makes the ParamSpec of `[**P]`. */
export function makeParamSpec(name: PyValue): PyParamSpec {
  const t = new PyParamSpec(strOf(name) ?? '');
  t.infer = true;
  return t;
}

/** Makes the TypeVarTuple of `[*Ts]`. */
export function makeTypeVarTuple(name: PyValue): PyTypeVarTuple {
  return new PyTypeVarTuple(strOf(name) ?? '');
}

/** Sets the default of a type parameter to what a function computes. */
export function setTypeParamDefault(param: PyValue, evaluate: PyValue): PyValue {
  (param as PyTypeParam).default = new Lazy(undefined, evaluate);
  return param;
}

/** Makes the alias of a `type` statement from (name, type parameters or None, function). */
export function makeTypeAlias(parts: PyTuple): PyTypeAlias {
  const [name, params, evaluate] = parts.items as [PyValue, PyValue, PyValue];
  return new PyTypeAlias(strOf(name) ?? '', params instanceof PyTuple ? params : EMPTY, new Lazy(undefined, evaluate));
}

/* ---- aliases ---- */

class PyTypeAlias extends PyObj {
  readonly module: PyValue = currentModuleName() ?? None;
  constructor(
    readonly name: string,
    readonly params: PyTuple,
    readonly value: Lazy,
  ) {
    super();
  }
}
export const typeAliasType = cType('typing', 'TypeAliasType', { base: false });
native(PyTypeAlias, typeAliasType);

defNew(
  typeAliasType,
  'name, value, *, type_params?',
  (_cls: PyType, name: PyValue, value: PyValue, params?: PyValue) =>
    new PyTypeAlias(
      strOf(name) ?? typeError('name must be str'),
      params instanceof PyTuple ? params : EMPTY,
      new Lazy(value, null),
    ),
);
defGetSet(typeAliasType, {
  __name__: (a: PyTypeAlias) => a.name,
  __value__: (a: PyTypeAlias) => a.value.get(),
  __type_params__: (a: PyTypeAlias) => a.params,
  __parameters__: (a: PyTypeAlias) => a.params,
  __module__: (a: PyTypeAlias) => a.module,
});
defMethods(typeAliasType, {
  '__repr__()': (a: PyTypeAlias) => a.name,
  '__getitem__(key, /)': (a: PyTypeAlias, key: PyValue) => {
    if (a.params.items.length === 0) typeError('Only generic type aliases are subscriptable');
    return makeGenericAlias(a, key);
  },
});

/* ---- constructors and attributes ---- */

/** Checks a bound and makes it lazy. */
const given = (x: PyValue | undefined, standard: PyValue): Lazy => new Lazy(x ?? standard, null);

defNew(
  typeVarType,
  'name, *constraints, bound?, default?, covariant?, contravariant?, infer_variance?',
  (
    _cls: PyType,
    name: PyValue,
    constraints: PyValue[],
    bound?: PyValue,
    fallback?: PyValue,
    co?: PyValue,
    contra?: PyValue,
    infer?: PyValue,
  ) => {
    const t = new PyTypeVar(
      strOf(name) ?? typeError(`TypeVar() argument 'name' must be str, not ${typeOf(name).name}`),
    );
    t.covariant = co !== undefined && isTrue(co);
    t.contravariant = contra !== undefined && isTrue(contra);
    t.infer = infer !== undefined && isTrue(infer);
    if (t.covariant && t.contravariant) valueError('Bivariant types are not supported.');
    if (t.infer && (t.covariant || t.contravariant)) valueError('Variance cannot be specified with infer_variance.');
    if (constraints.length === 1) typeError('A single constraint is not allowed');
    if (constraints.length > 0 && bound !== undefined && bound !== None)
      typeError('Constraints cannot be combined with bound=...');
    t.bound = given(bound, None);
    t.constraints = new Lazy(new PyTuple(constraints), null);
    t.default = given(fallback, NoDefault);
    return t;
  },
);
defNew(
  paramSpecType,
  'name, *, bound?, default?, covariant?, contravariant?, infer_variance?',
  (
    _cls: PyType,
    name: PyValue,
    bound?: PyValue,
    fallback?: PyValue,
    co?: PyValue,
    contra?: PyValue,
    infer?: PyValue,
  ) => {
    const t = new PyParamSpec(
      strOf(name) ?? typeError(`ParamSpec() argument 'name' must be str, not ${typeOf(name).name}`),
    );
    t.covariant = co !== undefined && isTrue(co);
    t.contravariant = contra !== undefined && isTrue(contra);
    t.infer = infer !== undefined && isTrue(infer);
    t.bound = given(bound, None);
    t.default = given(fallback, NoDefault);
    return t;
  },
);
defNew(typeVarTupleType, 'name, *, default?', (_cls: PyType, name: PyValue, fallback?: PyValue) => {
  const t = new PyTypeVarTuple(
    strOf(name) ?? typeError(`TypeVarTuple() argument 'name' must be str, not ${typeOf(name).name}`),
  );
  t.default = given(fallback, NoDefault);
  return t;
});

for (const type of [typeVarType, paramSpecType, typeVarTupleType]) {
  defGetSet(type, {
    __name__: (t: PyTypeParam) => t.name,
    __default__: (t: PyTypeParam) => t.default.get(),
    __module__: (t: PyTypeParam) => t.module,
  });
  defMethods(type, {
    'has_default()': (t: PyTypeParam) => t.default.get() !== NoDefault,
    '__mro_entries__(bases, /)': (t: PyTypeParam) => typeError(`Cannot subclass an instance of ${typeOf(t).name}`),
    '__reduce__()': (t: PyTypeParam) => t.name,
  });
}
for (const type of [typeVarType, paramSpecType]) {
  defGetSet(type, {
    __bound__: (t: PyTypeParam) => t.bound.get(),
    __covariant__: (t: PyTypeParam) => t.covariant,
    __contravariant__: (t: PyTypeParam) => t.contravariant,
    __infer_variance__: (t: PyTypeParam) => t.infer,
  });
  defMethods(type, {
    '__repr__()': (t: PyTypeParam) => (t.infer ? '' : t.covariant ? '+' : t.contravariant ? '-' : '~') + t.name,
    '__or__(other, /)': (t: PyTypeParam, other: PyValue) => world.callTyping('_make_union', [t, other]),
    '__ror__(other, /)': (t: PyTypeParam, other: PyValue) => world.callTyping('_make_union', [other, t]),
  });
}
defMethods(typeVarType, {
  '__typing_subst__(arg, /)': (t: PyTypeParam, arg: PyValue) => world.callTyping('_typevar_subst', [t, arg]),
  '__typing_prepare_subst__(alias, args, /)': (t: PyTypeParam, alias: PyValue, args: PyTuple) => {
    const params = getAttr(alias, '__parameters__') as PyTuple;
    if (params.items.indexOf(t) < args.items.length) return args;
    if (t.default.get() !== NoDefault) return new PyTuple([...args.items, t.default.get()]);
    return typeError(`Too few arguments for ${str(alias)}`);
  },
});
defMethods(paramSpecType, {
  '__typing_subst__(arg, /)': (t: PyTypeParam, arg: PyValue) => world.callTyping('_paramspec_subst', [t, arg]),
  '__typing_prepare_subst__(alias, args, /)': (t: PyTypeParam, alias: PyValue, args: PyValue) =>
    world.callTyping('_paramspec_prepare_subst', [t, alias, args]),
});
defMethods(typeVarTupleType, {
  '__typing_subst__(arg, /)': () => typeError('Substitution of bare TypeVarTuple is not supported'),
  '__typing_prepare_subst__(alias, args, /)': (t: PyTypeParam, alias: PyValue, args: PyValue) =>
    world.callTyping('_typevartuple_prepare_subst', [t, alias, args]),
});
defGetSet(typeVarType, { __constraints__: (t: PyTypeVar) => t.constraints.get() });
defMethods(typeVarTupleType, {
  '__repr__()': (t: PyTypeParam) => t.name,
  '__iter__()': (t: PyTypeParam) => getIter(new PyTuple([world.callTyping('_unpacked', [t])])),
});

/* ---- P.args, P.kwargs, *Ts ---- */

/** `P.args` and `P.kwargs` of a ParamSpec. */
class PyParamSpecPart extends PyObj {
  constructor(
    readonly origin: PyTypeParam,
    readonly part: string,
  ) {
    super();
  }
}
export const paramSpecArgsType = cType('typing', 'ParamSpecArgs', { base: false });
export const paramSpecKwargsType = cType('typing', 'ParamSpecKwargs', { base: false });
for (const [type, part] of [
  [paramSpecArgsType, 'args'],
  [paramSpecKwargsType, 'kwargs'],
] as const) {
  defNew(type, 'origin', (_cls: PyType, origin: PyValue) => {
    const p = new PyParamSpecPart(origin as PyTypeParam, part);
    (p as { type: PyType }).type = type;
    return p;
  });
  defGetSet(type, { __origin__: (p: PyParamSpecPart) => p.origin });
  defMethods(type, {
    '__repr__()': ({ origin, part }: PyParamSpecPart) =>
      `${typeOf(origin) === paramSpecType ? (origin as PyTypeParam).name : repr(origin)}.${part}`,
    '__eq__(other, /)': (p: PyParamSpecPart, other: PyValue) =>
      other instanceof PyParamSpecPart ? other.origin === p.origin && other.part === p.part : NotImplemented,
  });
  defGetSet(paramSpecType, {
    [part]: (t: PyTypeParam) => {
      const p = new PyParamSpecPart(t, part);
      (p as { type: PyType }).type = type;
      return p;
    },
  });
}
