/**
 * Names that compiled code rebinds: they are never folded into constants again.
 *
 * Compiled code writes a namespace entry without looking at the watches, so a name it writes must
 * not be watched: `markUnstable` breaks an assumption that exists and forbids new ones.
 */
import type { PyDict } from '../objects/core/dict.ts';

const unstable = new WeakMap<PyDict, Set<string>>();

/** Tells whether a name must not be assumed to keep its value. */
export function isUnstable(d: PyDict, name: string): boolean {
  return unstable.get(d)?.has(name) ?? false;
}

/** Marks a name as one that compiled code writes. */
export function markUnstable(d: PyDict, name: string): void {
  let names = unstable.get(d);
  if (names === undefined) {
    names = new Set();
    unstable.set(d, names);
  }
  if (names.has(name)) return;
  names.add(name);
  d.watch?.get(name)?.invalidate();
}
