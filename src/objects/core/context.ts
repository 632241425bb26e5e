/**
 * What objects must know of the running program: the globals of the running frame. Installed by
 * the interpreter; without one there is no running frame.
 */
import type { PyValue } from './object.ts';
import type { PyDict } from './dict.ts';

let globals: () => PyDict | null = () => null;

/** Installs the way to the globals of the running frame. */
export function installContext(currentGlobals: () => PyDict | null): void {
  globals = currentGlobals;
}

/** Returns the globals of the running Python frame, or null outside any. */
export function currentGlobals(): PyDict | null {
  return globals();
}

/** Returns `__name__` of the running module, or undefined. */
export function currentModuleName(): PyValue | undefined {
  return globals()?.get('__name__');
}
