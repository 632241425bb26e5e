/**
 * `types.UnionType` (`int | str`) and `types.GenericAlias` (`list[int]`): the objects only.
 * Their methods are in `type-generic-methods.ts`, because comparison needs the former before
 * methods can be declared.
 */
import { PyObj, type PyValue } from './object.ts';
import { PyTuple, native } from './values.ts';
import { cType } from './c-types.ts';

export const unionType = cType('types', 'UnionType', { base: false });
export const genericAliasType = cType('types', 'GenericAlias');

/** A union of classes; `args` are distinct and flat, None as NoneType's object. */
export class PyUnion extends PyObj {
  constructor(readonly args: readonly PyValue[]) {
    super();
  }
}
native(PyUnion, unionType);

/** A parametrised generic, e.g. `list[int]`; `starred` for `*tuple[int, ...]`. */
export class PyGenericAlias extends PyObj {
  constructor(
    readonly origin: PyValue,
    readonly args: PyTuple,
    readonly starred = false,
  ) {
    super();
  }
}
native(PyGenericAlias, genericAliasType);

/** Makes `origin[key]`; a tuple key gives several arguments. */
export function makeGenericAlias(origin: PyValue, key: PyValue): PyGenericAlias {
  return new PyGenericAlias(origin, key instanceof PyTuple ? key : new PyTuple([key]));
}
