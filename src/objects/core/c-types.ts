/**
 * Types that CPython writes in C outside `builtins`: error messages call them by their dotted name
 * (`'collections.deque' object has no attribute …`), `__name__` and reprs by the last part.
 */
import type { PyType, TypeOptions } from './object.ts';
import { builtinType } from './values.ts';

/** Makes a type of a C module; `name` of the type object is the dotted name, `qualname` the plain one. */
export function cType(module: string, name: string, options: TypeOptions & { from?: PyType } = {}): PyType {
  return builtinType(`${module}.${name}`, { ...options, module, qualname: name });
}

/** Returns the name of a class without its module (`_PyType_Name`). */
export function shortName(type: PyType): string {
  return type.heap ? type.name : type.name.slice(type.name.lastIndexOf('.') + 1);
}
