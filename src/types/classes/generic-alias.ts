/**
 * Methods of `types.UnionType` and `types.GenericAlias` (PEP 604, PEP 585).
 */
import { PyType, type PyValue } from '../../objects/core/object.ts';
import { Ellipsis, None, NotImplemented, PyTuple, noneType, typeOf, listType } from '../../objects/core/values.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import type { Kwargs } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { PyGenericAlias, PyUnion, genericAliasType, makeGenericAlias, unionType } from '../../objects/core/generic.ts';
import { findGeneric, lookupAttr, setFinder } from '../../objects/slots/attribute.ts';
import { getAttr, setAttr } from '../../protocol/attribute.ts';
import { hash, isInstance, isSubclass } from '../../objects/slots/compare.ts';
import { sameOrEqual } from '../../protocol/compare.ts';
import { repr } from '../../objects/slots/format.ts';
import { getItem } from '../../protocol/subscript.ts';
import { tupleHash } from '../../objects/core/hash-parts.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { typeAliasType, typeVarType, paramSpecType, typeVarTupleType } from './params.ts';
import { qualifiedName } from './object.ts';

/* ---- unions ---- */

/** Tells whether a value can be a member of a union. */
function unionable(x: PyValue): boolean {
  return (
    x === None ||
    x instanceof PyType ||
    x instanceof PyGenericAlias ||
    x instanceof PyUnion ||
    typeOf(x) === typeAliasType
  );
}

/** Makes `x | y` of two classes; undefined where one cannot be in a union. */
export function makeUnion(x: PyValue, y: PyValue): PyValue | undefined {
  if (!unionable(x) || !unionable(y)) return undefined;
  const args: PyValue[] = [];
  for (const side of [x, y]) {
    for (const a of side instanceof PyUnion ? side.args : [side === None ? noneType : side]) {
      if (!args.some((b) => b === a || (b instanceof PyGenericAlias && sameOrEqual(a, b)))) args.push(a);
    }
  }
  return args.length === 1 ? args[0]! : new PyUnion(args);
}

/** Writes a class or alias as annotations show it. */
function typeRepr(x: PyValue): string {
  if (x === Ellipsis) return '...';
  if (x === noneType || x === None) return 'None';
  if (x instanceof PyType) return qualifiedName(x);
  return repr(x);
}

defMethods(unionType, {
  '__repr__()': (u: PyUnion) => u.args.map(typeRepr).join(' | '),
  '__or__(other, /)': (u: PyUnion, other: PyValue) => makeUnion(u, other) ?? NotImplemented,
  '__ror__(other, /)': (u: PyUnion, other: PyValue) => makeUnion(other, u) ?? NotImplemented,
  '__eq__(other, /)': (u: PyUnion, other: PyValue) =>
    other instanceof PyUnion
      ? u.args.length === other.args.length && u.args.every((a) => other.args.some((b) => sameOrEqual(a, b)))
      : NotImplemented,
  '__hash__()': (u: PyUnion) =>
    u.args.reduce<number>((h, a) => (h ^ Number(BigInt.asIntN(32, BigInt(hash(a))))) | 0, 0),
  '__instancecheck__(obj, /)': (u: PyUnion, x: PyValue) => isInstance(x, u),
  '__subclasscheck__(cls, /)': (u: PyUnion, x: PyValue) => isSubclass(x, u),
});
defGetSet(unionType, { __args__: (u: PyUnion) => new PyTuple(u.args), __parameters__: () => new PyTuple([]) });

/* ---- aliases ---- */

defNew(genericAliasType, 'origin, args, /', (cls: PyType, origin: PyValue, args: PyValue) => {
  const made = makeGenericAlias(origin, args);
  return cls === genericAliasType ? made : shapeInstance(made, cls);
});

/** Attributes that a GenericAlias answers itself; others are its origin's. */
const OWN = new Set([
  '__origin__',
  '__args__',
  '__parameters__',
  '__unpacked__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
  '__copy__',
  '__deepcopy__',
  '__class__',
  '__getitem__',
  '__or__',
  '__ror__',
]);

setFinder(genericAliasType, (a: PyGenericAlias, name: string) => {
  if (
    OWN.has(name) ||
    (name.startsWith('__') &&
      name.endsWith('__') &&
      ![
        '__name__',
        '__qualname__',
        '__module__',
        '__doc__',
        '__dict__',
        '__bases__',
        '__mro__',
        '__init__',
        '__new__',
        '__annotations__',
      ].includes(name))
  )
    return findGeneric(a, name);
  return lookupAttr(a.origin, name);
});

/** Collects the type variables among arguments. */
function parametersOf(args: readonly PyValue[]): PyValue[] {
  const out: PyValue[] = [];
  for (const a of args) {
    if (
      typeof a === 'object' &&
      !(a instanceof PyType) &&
      [typeVarType, paramSpecType, typeVarTupleType].includes(a.type)
    ) {
      if (!out.includes(a)) out.push(a);
    } else if (a instanceof PyGenericAlias || a instanceof PyUnion)
      for (const p of parametersOf(a instanceof PyUnion ? a.args : a.args.items)) if (!out.includes(p)) out.push(p);
  }
  return out;
}

/** Replaces type variables in an alias by arguments. */
function substitute(x: PyValue, params: readonly PyValue[], args: readonly PyValue[]): PyValue {
  const i = params.indexOf(x);
  if (i >= 0) return args[i]!;
  if (x instanceof PyGenericAlias)
    return new PyGenericAlias(x.origin, new PyTuple(x.args.items.map((a) => substitute(a, params, args))));
  if (x instanceof PyUnion)
    return x.args.map((a) => substitute(a, params, args)).reduce((a, b) => makeUnion(a, b) ?? b);
  return x;
}

defMethods(genericAliasType, {
  '__repr__()': (a: PyGenericAlias) => {
    const inner =
      a.args.items.length === 0
        ? '()'
        : a.args.items
            .map((x) => (typeOf(x) === listType ? `[${getItemList(x).map(typeRepr).join(', ')}]` : typeRepr(x)))
            .join(', ');
    return `${a.starred ? '*' : ''}${typeRepr(a.origin)}[${inner}]`;
  },
  '__call__(*args, **kwargs)': (a: PyGenericAlias, args: PyValue[], kw: Kwargs) => {
    const made = invoke(a.origin, args, kw.size === 0 ? null : kw);
    if (typeof made === 'object' && made.type.heap) {
      try {
        setAttr(made, '__orig_class__', a);
      } catch {
        /* objects without a dict stay without it */
      }
    }
    return made;
  },
  '__getitem__(key, /)': (a: PyGenericAlias, key: PyValue) => {
    const params = parametersOf(a.args.items);
    if (params.length === 0) typeError(`${repr(a)} is not a generic class`);
    const args = key instanceof PyTuple ? key.items : [key];
    if (args.length !== params.length)
      typeError(
        `Too ${args.length > params.length ? 'many' : 'few'} arguments ` +
          `for ${repr(a)}; actual ${args.length}, expected ${params.length}`,
      );
    return substitute(a, params, args);
  },
  '__eq__(other, /)': (a: PyGenericAlias, b: PyValue) =>
    b instanceof PyGenericAlias
      ? a.starred === b.starred && sameOrEqual(a.origin, b.origin) && sameOrEqual(a.args, b.args)
      : NotImplemented,
  '__hash__()': (a: PyGenericAlias) => tupleHash([a.origin, a.args]),
  '__or__(other, /)': (a: PyGenericAlias, other: PyValue) => makeUnion(a, other) ?? NotImplemented,
  '__ror__(other, /)': (a: PyGenericAlias, other: PyValue) => makeUnion(other, a) ?? NotImplemented,
  '__mro_entries__(bases, /)': (a: PyGenericAlias) => new PyTuple([a.origin]),
  '__instancecheck__(instance, /)': () => typeError('isinstance() argument 2 cannot be a parameterized generic'),
  '__subclasscheck__(cls, /)': () => typeError('issubclass() argument 2 cannot be a parameterized generic'),
  '__dir__()': (a: PyGenericAlias) => listFrom([...OWN, ...invokeDir(a.origin)]),
  '__iter__()': (a: PyGenericAlias) => {
    const one = new PyTuple([new PyGenericAlias(a.origin, a.args, true)]);
    return invoke(getAttr(one, '__iter__'), []);
  },
});

function invokeDir(x: PyValue): PyValue[] {
  return x instanceof PyType ? [...x.dict.keys()] : [];
}
function getItemList(x: PyValue): PyValue[] {
  const out: PyValue[] = [];
  const n = (x as unknown as { items: unknown[] }).items.length;
  for (let i = 0; i < n; i++) out.push(getItem(x, i));
  return out;
}

defGetSet(genericAliasType, {
  __origin__: (a: PyGenericAlias) => a.origin,
  __args__: (a: PyGenericAlias) => a.args,
  __parameters__: (a: PyGenericAlias) => new PyTuple(parametersOf(a.args.items)),
  __unpacked__: (a: PyGenericAlias) => a.starred,
});
