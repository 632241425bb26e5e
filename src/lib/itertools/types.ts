/** How the iterator types of `itertools` are declared: a name, a host class, a constructor. */
import type { PyObj, PyType, PyValue } from '../../objects/core/object.ts';
import { None, type PyIterator, PyTuple, native } from '../../objects/core/values.ts';
import { type Kwargs, defMethods, defNew, hasOwnInit } from '../../objects/core/builtin.ts';
import { clamp, defIterator, stateIndex } from '../../types/containers/iterators.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { world } from '../../objects/core/world.ts';
import { cType } from '../../objects/core/c-types.ts';

/** Every public type of the module, by name, in the order of definition. */
export const TYPES = new Map<string, PyType>();

/** The signature of constructors that look at keywords only to refuse them. */
const REFUSED = '*args, **kw';

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
    // A subclass with an `__init__` of its own takes the keywords.
    if (signature === REFUSED && hasOwnInit(sub, type)) args[1] = new Map();
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

/** Warns as every `__reduce__` and `__setstate__` of the module does. */
export function warnOfCopying(): void {
  world.warn('DeprecationWarning', 'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.');
}

/**
 * Defines how iterators of a type are copied and pickled: `reduce` gives the arguments to make one again from, and a
 * state or none; `restore` takes that state.
 */
export function defCopying<T extends PyObj>(
  type: PyType,
  reduce: (it: T) => [args: PyValue[], state?: PyValue],
  restore?: (it: T, state: PyValue) => void,
): void {
  defMethods(type, {
    '__reduce__()': (it: T) => {
      warnOfCopying();
      const [args, state] = reduce(it);
      return new PyTuple([it.type, new PyTuple(args), ...(state === undefined ? [] : [state])]);
    },
  });
  if (restore === undefined) return;
  defMethods(type, {
    '__setstate__(state, /)': (it: T, state: PyValue) => {
      warnOfCopying();
      restore(it, state);
      return None;
    },
  });
}

/** Returns the items of a state that must be a tuple of so many. Throws TypeError. */
export function stateItems(state: PyValue, least: number, most = least): PyValue[] {
  if (!(state instanceof PyTuple)) typeError('state is not a tuple');
  const n = state.items.length;
  if (n >= least && n <= most) return state.items.slice();
  const bound = least === most ? 'exactly' : n < least ? 'at least' : 'at most';
  const count = n < least ? least : most;
  return typeError(`function takes ${bound} ${count} argument${count === 1 ? '' : 's'} (${n} given)`);
}

/** Returns the positions of a state that must be a tuple of `count` ints, each within its bounds. Throws ValueError. */
export function statePositions(state: PyValue, count: number, low: number, high: (i: number) => number): number[] {
  if (!(state instanceof PyTuple) || state.items.length !== count) valueError('invalid arguments');
  return state.items.map((x, i) => clamp(stateIndex(x), low, high(i)));
}

/** Makes a type that programs cannot call. */
export function hiddenType(name: string, cls: { prototype: PyObj }): PyType {
  const type = cType('itertools', name, { base: false });
  native(cls, type);
  defIterator(type);
  return type;
}
