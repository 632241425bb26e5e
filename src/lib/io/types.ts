/**
 * The class hierarchy of `_io`, and the errors of its objects.
 */
import { PyInstance, PyType, type PyValue } from '../../objects/core/object.ts';
import { None, intOf, objectType, typeOf } from '../../objects/core/values.ts';
import { PyException, PyRaise, exceptionType, makeException, typeError } from '../../objects/core/exceptions.ts';
import { linearize } from '../../types/classes/mro.ts';

/** Makes a class of the `_io` module. */
function ioType(name: string, from: PyType): PyType {
  return new PyType(`_io.${name}`, [from], { module: '_io', qualname: name, weak: true });
}

export const ioBaseType = ioType('_IOBase', objectType);
export const rawIoBaseType = ioType('_RawIOBase', ioBaseType);
export const bufferedIoBaseType = ioType('_BufferedIOBase', ioBaseType);
export const textIoBaseType = ioType('_TextIOBase', ioBaseType);
export const fileIoType = ioType('FileIO', rawIoBaseType);
export const bufferedReaderType = ioType('BufferedReader', bufferedIoBaseType);
export const bufferedWriterType = ioType('BufferedWriter', bufferedIoBaseType);
export const bufferedRandomType = ioType('BufferedRandom', bufferedIoBaseType);
export const bytesIoType = ioType('BytesIO', bufferedIoBaseType);
export const textIoWrapperType = ioType('TextIOWrapper', textIoBaseType);
export const stringIoType = ioType('StringIO', textIoBaseType);

for (const t of [ioBaseType, rawIoBaseType, bufferedIoBaseType, textIoBaseType])
  t.allocate = (cls) => new PyInstance(cls);

const bases = [exceptionType('OSError'), exceptionType('ValueError')];
export const unsupportedOperationType = new PyType('UnsupportedOperation', bases, { module: 'io' });
unsupportedOperationType.mro = [unsupportedOperationType, ...linearize(bases)];
unsupportedOperationType.hasDict = true;
unsupportedOperationType.allocate = (t) => new PyException(t);

/** Raises `io.UnsupportedOperation`. */
export function unsupported(message: string): never {
  throw new PyRaise(makeException(unsupportedOperationType, message));
}

/** Reads a size argument: a non-negative number, or -1 for None and negative numbers. */
export function sizeOf(n: PyValue | undefined): number {
  if (n === undefined || n === None) return -1;
  const v = intOf(n);
  if (v === undefined) typeError(`argument should be integer or None, not '${typeOf(n).name}'`);
  return v < 0 ? -1 : Number(v);
}
