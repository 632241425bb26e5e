/** Functions as they are made, and what they have for parameters that get no argument. */
import { PyDict } from '../objects/core/dict.ts';
import { typeError } from '../objects/core/exceptions.ts';
import type { PyValue } from '../objects/core/object.ts';
import { None, type PyCell, type PyCode, PyFunction, PyTuple } from '../objects/core/values.ts';

/** Makes a function object of a code constant. */
export function makeFunction(code: PyCode, globals: PyDict): PyFunction {
  const fn = new PyFunction(code.code, globals);
  fn.module = globals.get('__name__') ?? None;
  const doc = code.code.consts[0];
  if (typeof doc === 'string') fn.doc = doc;
  return fn;
}

/** Returns the default of a parameter that is passed by name only. Throws TypeError where it has none. */
export function kwDefault(fn: PyFunction, name: string): PyValue {
  return fn.kwdefaults?.get(name) ?? typeError(`${fn.qualname}() missing 1 required keyword-only argument: '${name}'`);
}

/** Sets one attribute of a new function (SET_FUNCTION_ATTRIBUTE). */
export function setFunctionAttribute(fn: PyFunction, value: PyValue, which: number): PyValue {
  if (which === 1) fn.defaults = (value as PyTuple).items;
  else if (which === 2) fn.kwdefaults = value as PyDict;
  else if (which === 4) {
    const items = (value as PyTuple).items;
    const d = new PyDict();
    if (value instanceof PyTuple) for (let i = 0; i + 1 < items.length; i += 2) d.set(items[i]!, items[i + 1]!);
    fn.annotations = value instanceof PyTuple ? d : value;
  } else fn.closure = (value as PyTuple).items as unknown as PyCell[];
  return fn;
}
