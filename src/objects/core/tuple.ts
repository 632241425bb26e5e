/** Making tuples of any class. */
import type { PyType, PyValue } from './object.ts';
import { PyTuple, tupleType } from './values.ts';
import { shapeInstance } from './instance.ts';

const EMPTY = new PyTuple([]);

/** Makes a tuple of a class; exact ones without items are one object. */
export function newTuple(type: PyType, items: readonly PyValue[]): PyTuple {
  if (type === tupleType) return items.length === 0 ? EMPTY : new PyTuple(items);
  return shapeInstance(new PyTuple(items), type);
}
