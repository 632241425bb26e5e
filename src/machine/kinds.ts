/**
 * Kinds: how built-in semantics classify values. One small number per built-in class that the
 * composed semantics know, so that pairs of operands can be dispatched with one `switch`.
 * A subclass of a built-in has kind OBJECT: its dunders may be overridden.
 */
import type { ResultKind } from '../ir/kinds.ts';
import type { PyType, PyValue } from '../objects/core/object.ts';
import {
  PyFloat,
  floatType,
  listType,
  rangeType,
  tupleType,
  strType,
  boolType,
  intType,
  noneType,
  functionType,
  methodType,
  builtinFunctionType,
  methodDescriptorType,
  rangeIteratorType,
  listIteratorType,
  tupleIteratorType,
  moduleType,
  typeType,
} from '../objects/core/values.ts';
import { dictType } from '../objects/core/dict.ts';

export const enum Kind {
  OBJECT = 0,
  INT = 1,
  BIG = 2,
  FLOAT = 3,
  BOOL = 4,
  STR = 5,
  NONE = 6,
  LIST = 7,
  TUPLE = 8,
  DICT = 9,
  RANGE = 10,
  RANGE_ITER = 11,
  LIST_ITER = 12,
  TUPLE_ITER = 13,
  FUNCTION = 14,
  METHOD = 15,
  BUILTIN = 16,
  BOUND_BUILTIN = 17,
  TYPE = 18,
  MODULE = 19,
}

/** The kinds of results that rows of the op table name; an int of any size is treated as a big one. */
export const KIND_OF: Readonly<Record<ResultKind, Kind>> = {
  int: Kind.INT,
  any_int: Kind.BIG,
  float: Kind.FLOAT,
  bool: Kind.BOOL,
  str: Kind.STR,
  tuple: Kind.TUPLE,
  range: Kind.RANGE,
  range_iterator: Kind.RANGE_ITER,
  list_iterator: Kind.LIST_ITER,
  tuple_iterator: Kind.TUPLE_ITER,
  instance: Kind.OBJECT,
};

/** Kinds of the exact built-in classes. */
const KINDS = new Map<PyType, Kind>([
  [intType, Kind.INT],
  [floatType, Kind.FLOAT],
  [boolType, Kind.BOOL],
  [strType, Kind.STR],
  [noneType, Kind.NONE],
  [listType, Kind.LIST],
  [tupleType, Kind.TUPLE],
  [dictType, Kind.DICT],
  [rangeType, Kind.RANGE],
  [rangeIteratorType, Kind.RANGE_ITER],
  [listIteratorType, Kind.LIST_ITER],
  [tupleIteratorType, Kind.TUPLE_ITER],
  [functionType, Kind.FUNCTION],
  [methodType, Kind.METHOD],
  [methodDescriptorType, Kind.BUILTIN],
  [builtinFunctionType, Kind.BUILTIN],
  [typeType, Kind.TYPE],
  [moduleType, Kind.MODULE],
]);
for (const [type, kind] of KINDS) type.kind = kind;

/** Returns the kind of a value. */
export function kindOf(x: PyValue): Kind {
  switch (typeof x) {
    case 'number':
      return Kind.INT;
    case 'boolean':
      return Kind.BOOL;
    case 'string':
      return Kind.STR;
    case 'bigint':
      return Kind.BIG;
    default:
      return x instanceof PyFloat && x.type === floatType ? Kind.FLOAT : (x.type.kind as Kind);
  }
}
