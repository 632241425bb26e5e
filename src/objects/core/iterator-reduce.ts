/** The `iter` that `__reduce__` of iterators names; the builtins module installs the function. */
import type { PyValue } from './object.ts';
import { None } from './values.ts';

let iter: PyValue = None;

/** Installs `builtins.iter`. */
export function installIter(fn: PyValue): void {
  iter = fn;
}

/** Returns `builtins.iter`. */
export function iterBuiltin(): PyValue {
  return iter;
}
