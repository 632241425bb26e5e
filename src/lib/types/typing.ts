/**
 * The module `_typing`: type parameters and `Generic`, for `typing`, which has their rules in Python.
 */
import { PyInstance, PyType, type PyValue } from '../../objects/core/object.ts';
import { type PyModule, PyTuple, objectType, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, PyBuiltin, makeFunctions } from '../../objects/core/builtin.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { nativeModule } from '../../types/functions/module.ts';
import {
  NoDefault,
  paramSpecArgsType,
  paramSpecKwargsType,
  paramSpecType,
  typeAliasType,
  typeVarTupleType,
  typeVarType,
} from '../../types/classes/params.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { getItem } from '../../protocol/subscript.ts';
import { importDotted } from '../host/import.ts';
import { connect } from '../../objects/core/world.ts';

/** Calls a function of `typing`. */
function typing(name: string, args: readonly PyValue[], kw: Kwargs | null = null): PyValue {
  const module = importDotted('typing');
  if (name === '_unpacked') return getItem(getAttr(module, 'Unpack'), args[0]!);
  if (name === '_make_union') return getItem(getAttr(module, 'Union'), new PyTuple(args));
  return invoke(getAttr(module, name), args, kw);
}
connect({ callTyping: typing });

/** The class `typing.Generic`. */
const genericType = new PyType('Generic', [objectType], { module: 'typing' });
genericType.hasDict = false;
genericType.allocate = (cls) => new PyInstance(cls);
const classMethod = (name: string, call: (cls: PyType, args: PyValue[], kw: Kwargs) => PyValue): void => {
  genericType.dict.set(name, new PyBuiltin(name, '*args, **kwargs', 'classmethod', genericType, null, call));
};
classMethod('__class_getitem__', (cls, args, kw) => typing('_generic_class_getitem', [cls, ...args], kw));
classMethod('__init_subclass__', (cls, args, kw) =>
  typing('_generic_init_subclass', [cls, ...args], kw.size === 0 ? null : kw),
);

/** Makes the module `_typing`. */
export function makeModule(): PyModule {
  return nativeModule('_typing', [
    ['TypeVar', typeVarType],
    ['ParamSpec', paramSpecType],
    ['TypeVarTuple', typeVarTupleType],
    ['ParamSpecArgs', paramSpecArgsType],
    ['ParamSpecKwargs', paramSpecKwargsType],
    ['TypeAliasType', typeAliasType],
    ['Generic', genericType],
    ['NoDefault', NoDefault],
    ...makeFunctions('_typing', { '_idfunc(x, /)': (x: PyValue) => x }),
  ]);
}

/** Returns `typing.Generic[params]`, a base of classes with type parameters (INTRINSIC_SUBSCRIPT_GENERIC). */
export function subscriptGeneric(params: PyValue): PyValue {
  return typing('_generic_class_getitem', [genericType, unpackTuples(params)]);
}

/** Puts `Unpack[Ts]` for each `Ts` among type parameters that stands for several. */
function unpackTuples(params: PyValue): PyValue {
  if (!(params instanceof PyTuple)) return params;
  return new PyTuple(params.items.map((p) => (typeOf(p) === typeVarTupleType ? typing('_unpacked', [p]) : p)));
}
