/** How the iterator types of `itertools` are declared: a name, a host class, a constructor. */
import type { PyObj, PyType, PyValue } from '../../objects/core/object.ts';
import { type PyIterator, native } from '../../objects/core/values.ts';
import { type Kwargs, defNew } from '../../objects/core/builtin.ts';
import { defIterator } from '../../types/containers/iterators.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { cType } from '../../objects/core/c-types.ts';

/** Every public type of the module, by name, in the order of definition. */
export const TYPES = new Map<string, PyType>();

/**
 * Defines an iterator type whose constructor takes `signature`; `make` gets the arguments.
 * Instances of subclasses get their own attributes.
 */
export function iteratorType(
  name: string,
  cls: { prototype: PyObj },
  signature: string,
  make: (...args: any[]) => PyIterator,
): PyType {
  const type = cType('itertools', name);
  native(cls, type);
  defIterator(type);
  defNew(type, signature, (sub: PyType, ...args: any[]) => {
    const it = make(...args);
    return sub === type ? it : shapeInstance(it, sub);
  });
  TYPES.set(name, type);
  return type;
}

/** Wraps a constructor of `count` positional arguments that takes no keywords, in the older wording. */
export function positional(
  name: string,
  count: number,
  make: (...args: PyValue[]) => PyIterator,
): (args: PyValue[], kw: Kwargs) => PyIterator {
  return (args, kw) => {
    if (kw.size > 0) typeError(`${name}() takes no keyword arguments`);
    if (args.length !== count)
      typeError(`${name} expected ${count} argument${count === 1 ? '' : 's'}, got ${args.length}`);
    return make(...args);
  };
}

/** Makes a type that programs cannot call. */
export function hiddenType(name: string, cls: { prototype: PyObj }): PyType {
  const type = cType('itertools', name, { base: false });
  native(cls, type);
  defIterator(type);
  return type;
}
