/**
 * The buffer protocol: which objects have bytes to share.
 *
 * `bufferOf` gives a view of an object's bytes without copying; callers must copy what they keep and
 * must not hold the view while Python code may run. Other types with buffers (memoryview, array)
 * register themselves by type, so that nothing here depends on them.
 */
import type { PyType, PyValue } from './object.ts';
import { PyByteArray, PyBytes, typeOf } from './values.ts';
import { typeError } from './exceptions.ts';

const providers = new Map<PyType, (x: any) => Uint8Array>();

/** Makes instances of a built-in type (and of its subclasses) usable as bytes-like objects. */
export function registerBuffer<T>(type: PyType, view: (x: T) => Uint8Array): void { providers.set(type, view); }

/** Returns a view of the bytes of a bytes-like object, or null for anything else. */
export function bufferOf(x: PyValue): Uint8Array | null {
  if (typeof x !== 'object') return null;
  if (x instanceof PyBytes) return x.data;
  if (x instanceof PyByteArray) return x.length === x.data.length ? x.data : x.data.subarray(0, x.length);
  for (const [type, view] of providers) if (typeOf(x).isSubtype(type)) return view(x);
  return null;
}

/** Returns a view of the bytes of a bytes-like object. Throws TypeError. */
export function needBuffer(x: PyValue): Uint8Array {
  return bufferOf(x) ?? typeError(`a bytes-like object is required, not '${typeOf(x).name}'`);
}
