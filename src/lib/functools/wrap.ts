/** functools.update_wrapper and wraps. */
import type { PyValue } from '../../objects/core/object.ts';
import { PyTuple } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { PyType } from '../../objects/core/object.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { ownNames } from '../../objects/core/instance.ts';
import { attributeName, lookupAttr } from '../../objects/slots/attribute.ts';
import { getAttr, setAttr } from '../../protocol/attribute.ts';
import { iterate } from '../../protocol/iterate.ts';

export const WRAPPER_ASSIGNMENTS = new PyTuple([
  '__module__',
  '__name__',
  '__qualname__',
  '__doc__',
  '__annotations__',
  '__type_params__',
]);
export const WRAPPER_UPDATES = new PyTuple(['__dict__']);

/** Makes a wrapper look like what it wraps. Returns the wrapper. */
export function updateWrapper(
  wrapper: PyValue,
  wrapped: PyValue,
  assigned: PyValue = WRAPPER_ASSIGNMENTS,
  updated: PyValue = WRAPPER_UPDATES,
): PyValue {
  for (const a of iterate(assigned)) {
    const name = attributeName(a);
    const value = lookupAttr(wrapped, name);
    if (value !== undefined) setAttr(wrapper, name, value);
  }
  for (const a of iterate(updated)) {
    const name = attributeName(a);
    // Asking for `__dict__` would make one; nothing to copy is the common case.
    if (name === '__dict__' && !(wrapped instanceof PyType) && ownNames(wrapped).length === 0) continue;
    invoke(getAttr(getAttr(wrapper, name), 'update'), [lookupAttr(wrapped, name) ?? new PyDict()]);
  }
  setAttr(wrapper, '__wrapped__', wrapped);
  return wrapper;
}
