/** Fields of exceptions, and their initialisation from arguments. */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyTuple } from '../../objects/core/values.ts';
import { type Kwargs, defGetSet, defMethods } from '../../objects/core/builtin.ts';
import { type PyException, exceptionType, typeError } from '../../objects/core/exceptions.ts';

/* ---- fields ---- */

/** Returns a field, or what `fallback` makes of the arguments where no constructor set it. */
export function fieldOf(
  e: PyException,
  name: string,
  fallback: (args: readonly PyValue[]) => PyValue = () => None,
): PyValue {
  return e.fields?.get(name) ?? fallback(e.args.items);
}

/** Sets a field. */
export function setField(e: PyException, name: string, value: PyValue): void {
  e.fields ??= new Map();
  e.fields.set(name, value);
}

/** Defines read-write attributes for fields; deleting one makes it None. */
export function defFields(type: PyType, table: Record<string, (args: readonly PyValue[]) => PyValue>): void {
  for (const name of Object.keys(table)) {
    defGetSet(type, {
      [name]: [(e: PyException) => fieldOf(e, name, table[name]), (e: PyException, v) => setField(e, name, v ?? None)],
    });
  }
}

export const none = () => None;
export const at = (i: number) => (args: readonly PyValue[]) => args[i] ?? None;

/** Takes named fields from keyword arguments, forgetting those that are not given; raises for others. */
export function takeKeywords(e: PyException, kw: Kwargs, names: string[]): void {
  for (const k of kw.keys()) {
    if (!names.includes(k)) typeError(`${baseNameOf(e)}() got an unexpected keyword argument '${k}'`);
  }
  for (const n of names) {
    const v = kw.get(n);
    if (v !== undefined) setField(e, n, v);
    else e.fields?.delete(n);
  }
}

/** Returns the name of the built-in class whose constructor runs. */
function baseNameOf(e: PyException): string {
  return EXCEPTION_INITS.find((name) => e.type.isSubtype(exceptionType(name))) ?? e.type.name;
}
const EXCEPTION_INITS = ['ImportError', 'NameError', 'AttributeError'] as const;

/** Defines `__init__(*args, **kwargs)`: sets `args`, then runs `init`. */
export function defInit(name: string, init: (e: PyException, args: PyValue[], kw: Kwargs) => void): PyType {
  const type = exceptionType(name);
  defMethods(type, {
    '__init__(*args, **kwargs)': (e: PyException, args: PyValue[], kw: Kwargs) => {
      init(e, args, kw);
      e.args = new PyTuple(args);
      return None;
    },
  });
  return type;
}
