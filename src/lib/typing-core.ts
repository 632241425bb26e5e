/**
 * The module `_typing`: the type parameters, for `typing`.
 */
import type { PyModule } from '../objects/values.ts';
import { nativeModule } from '../objects/module.ts';
import { NoDefault, paramSpecType, typeAliasType, typeVarTupleType, typeVarType } from '../objects/type-params.ts';
import { makeFunctions } from '../objects/builtin.ts';
import type { PyValue } from '../objects/object.ts';
import { getAttr } from '../objects/protocol/attribute.ts';
import { getItem } from '../objects/protocol/subscript.ts';
import { importDotted } from './import.ts';

/** Makes the module `_typing`. */
export function makeModule(): PyModule {
  return nativeModule('_typing', [
    ['TypeVar', typeVarType], ['ParamSpec', paramSpecType], ['TypeVarTuple', typeVarTupleType], ['TypeAliasType', typeAliasType], ['NoDefault', NoDefault],
    ...makeFunctions('_typing', { '_idfunc(x, /)': (x: PyValue) => x }),
  ]);
}

/** Returns `typing.Generic[params]`, a base of classes with type parameters (INTRINSIC_SUBSCRIPT_GENERIC). */
export function subscriptGeneric(params: PyValue): PyValue { return getItem(getAttr(importDotted('typing'), 'Generic'), params); }
