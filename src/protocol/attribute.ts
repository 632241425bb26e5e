/** Attributes, for native code: by the plans of shapes where the interpreter goes by them. */
import { LIVE } from '../machine/live.ts';
import type { PyValue } from '../objects/core/object.ts';
import { None } from '../objects/core/values.ts';
import { getAttr as byMethods } from '../objects/slots/attribute.ts';
import * as semantics from './instance.ts';

/** Second result of `loadAttr`, read at once. */
const OUT: semantics.Out<PyValue> = { value: None };

/** Returns `obj.name`. Throws AttributeError, or what a descriptor or `__getattr__` raises. */
export function getAttr(obj: PyValue, name: string): PyValue {
  const loaded = semantics.loadAttr(LIVE, obj, name, false, OUT, null);
  return loaded === semantics.Loaded.VALUE ? OUT.value : byMethods(obj, name);
}

/** Performs `obj.name = value`. Throws AttributeError or TypeError, or what a descriptor raises. */
export function setAttr(obj: PyValue, name: string, value: PyValue): void {
  semantics.storeAttr(LIVE, obj, name, value, null);
}
