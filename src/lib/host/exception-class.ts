/**
 * Exceptions that native modules define: `binascii.Error`, `struct.error`, …
 */
import { PyType, type PyValue } from '../../objects/core/object.ts';
import { PyRaise, exceptionType, makeException } from '../../objects/core/exceptions.ts';

/** Makes an exception class of a module. */
export function exceptionClass(module: string, name: string, base = 'Exception'): PyType {
  const from = exceptionType(base);
  const type = new PyType(name, [from], { heap: true, module });
  type.hasDict = true;
  type.allocate = from.allocate;
  type.dict.set('__module__', module);
  return type;
}

/** Makes the function that raises such an exception. */
export function raiser(type: PyType): (...args: PyValue[]) => never {
  return (...args) => {
    throw new PyRaise(makeException(type, ...args));
  };
}
