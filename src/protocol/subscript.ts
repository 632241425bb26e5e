/** Subscription, for native code. */
import { LIVE } from '../machine/live.ts';
import type { PyValue } from '../objects/core/object.ts';
import * as semantics from './instance.ts';

/** Returns `o[key]`. Throws TypeError where `o` is not subscriptable, or what its method raises. */
export function getItem(o: PyValue, key: PyValue): PyValue {
  return semantics.getItem(LIVE, o, key);
}

/** Performs `o[key] = v`. Throws TypeError, or what the method raises. */
export function setItem(o: PyValue, key: PyValue, v: PyValue): void {
  semantics.setItem(LIVE, o, key, v);
}
