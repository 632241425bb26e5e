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

/** What a type with a buffer tells about it. */
interface Provider {
  view(x: any): Uint8Array;
  /** The struct format of an item, 'B' where absent. */
  format?(x: any): string;
  readonly?: boolean;
}
const providers = new Map<PyType, Provider>();

/** Makes instances of a built-in type (and of its subclasses) bytes-like; `view` may raise. */
export function registerBuffer(type: PyType, provider: Provider): void {
  providers.set(type, provider);
}

/** Returns what was registered for the class of an object, or undefined. */
function providerOf(x: PyValue): Provider | undefined {
  const of = typeOf(x);
  for (const [type, p] of providers) if (of.isSubtype(type)) return p;
  return undefined;
}

/** Returns a view of the bytes of a bytes-like object, or null for anything else. */
export function bufferOf(x: PyValue): Uint8Array | null {
  if (typeof x !== 'object') return null;
  if (x instanceof PyBytes) return x.data;
  if (x instanceof PyByteArray) return viewOf(x);
  return providerOf(x)?.view(x) ?? null;
}

/** Tells the item format of a bytes-like object and whether its bytes may not be written. */
export function bufferInfo(x: PyValue): { format: string; readonly: boolean } {
  const p = providerOf(x);
  return { format: p?.format?.(x) ?? 'B', readonly: x instanceof PyBytes || (p?.readonly ?? false) };
}

/** Returns a view of the bytes of a bytes-like object. Throws TypeError. */
export function needBuffer(x: PyValue): Uint8Array {
  return bufferOf(x) ?? typeError(`a bytes-like object is required, not '${typeOf(x).name}'`);
}

/** Returns a view of the bytes of a bytes or bytearray. */
export function viewOf(x: PyBytes | PyByteArray): Uint8Array {
  if (x instanceof PyBytes) return x.data;
  return x.length === x.data.length ? x.data : x.data.subarray(0, x.length);
}

/** Reads bytes as text with one character per byte. */
export function latin1(data: Uint8Array): string {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
}

/** Makes bytes of text whose characters are all below 256. */
export function fromLatin1(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}

/** Concatenates bytes. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  let n = 0;
  for (const p of parts) n += p.length;
  const out = new Uint8Array(n);
  n = 0;
  for (const p of parts) {
    out.set(p, n);
    n += p.length;
  }
  return out;
}

/** Compares bytes in lexicographic order: negative, 0 or positive. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  return a.length === 0 || b.length === 0 ? a.length - b.length : Buffer.compare(a, b);
}

/** Returns a copy of the bytes a slice selects. */
export function sliceBytes(data: Uint8Array, bounds: { start: number; step: number; count: number }): Uint8Array {
  const { start, step, count } = bounds;
  if (step === 1) return data.slice(start, start + count);
  const out = new Uint8Array(count);
  for (let i = 0; i < count; i++) out[i] = data[start + i * step]!;
  return out;
}
