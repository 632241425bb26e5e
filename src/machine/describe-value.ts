/** What the optimiser, which knows no Python objects, is told of a host value (`ir/kinds.ts`). */
import type { Description, ResultKind } from '../ir/kinds.ts';
import { PyType } from '../objects/core/object.ts';
import { Shape } from '../objects/core/shape.ts';
import {
  PyFloat,
  boolType,
  floatType,
  intType,
  listIteratorType,
  rangeIteratorType,
  rangeType,
  strType,
  tupleIteratorType,
  tupleType,
} from '../objects/core/values.ts';

/** The classes of which ops make instances. */
const INSTANCES = new Map<PyType, ResultKind>([
  [intType, 'any_int'],
  [floatType, 'float'],
  [boolType, 'bool'],
  [strType, 'str'],
  [tupleType, 'tuple'],
  [rangeType, 'range'],
  [rangeIteratorType, 'range_iterator'],
  [listIteratorType, 'list_iterator'],
  [tupleIteratorType, 'tuple_iterator'],
]);

const INT: Description = { kind: 'int' };
const BIG: Description = { kind: 'big' };
const BOOL: Description = { kind: 'bool' };
const STR: Description = { kind: 'str' };
const FLOAT: Description = { kind: 'float' };
const OBJECT: Description = { kind: 'object' };

/** Describes a host value; NULL is an object. */
export function describeValue(x: unknown): Description {
  switch (typeof x) {
    case 'number':
      return INT;
    case 'bigint':
      return BIG;
    case 'boolean':
      return BOOL;
    case 'string':
      return STR;
    default:
      if (x instanceof PyFloat) return x.type === floatType ? FLOAT : OBJECT;
      if (x instanceof PyType) return describeType(x);
      return x instanceof Shape && x.last !== null ? { kind: 'object', lastPlace: x.last.index } : OBJECT;
  }
}

function describeType(type: PyType): Description {
  const instances = INSTANCES.get(type);
  return instances === undefined
    ? { kind: 'object', newShape: type.rootShape }
    : { kind: 'object', newShape: type.rootShape, instances };
}
