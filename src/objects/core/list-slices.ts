/**
 * Slices of lists with plain bounds: what `xs[a:b]`, `xs[a::-1]` and `xs[a:b] = ys` come down to in
 * hot code, without a slice object and without asking for `__index__`. Each returns undefined (or
 * false) where the general way must be taken.
 */
import type { PyValue } from './object.ts';
import { None, PyList, PySlice, Store, listType } from './values.ts';
import { listSlice, listStride } from './list-storage.ts';

/** Clips a bound of a slice with a positive step; `missing` stands for None. */
function clip(x: PyValue, n: number, missing: number): number {
  if (x === None) return missing;
  const i = x as number;
  return i < 0 ? Math.max(i + n, 0) : Math.min(i, n);
}

function isPlain(x: PyValue): boolean {
  return typeof x === 'number' || x === None;
}

/** Returns `xs[start:stop]`, or undefined. */
export function plainSlice(xs: PyValue, start: PyValue, stop: PyValue): PyValue | undefined {
  if (!(xs instanceof PyList) || xs.type !== listType || !isPlain(start) || !isPlain(stop)) return undefined;
  const n = xs.items.length;
  const from = clip(start, n, 0);
  return listSlice(xs, from, Math.max(from, clip(stop, n, n)));
}

/** Returns `xs[slice]`, or undefined. */
export function plainStride(xs: PyValue, key: PyValue): PyValue | undefined {
  if (!(xs instanceof PyList) || xs.type !== listType || !(key instanceof PySlice)) return undefined;
  const { start, stop, step } = key;
  if (!isPlain(start) || !isPlain(stop) || !isPlain(step) || step === 0) return undefined;
  const k = step === None ? 1 : (step as number);
  if (k === 1) return plainSlice(xs, start, stop);
  const n = xs.items.length;
  if (k > 0) {
    const from = clip(start, n, 0);
    const to = clip(stop, n, n);
    return listStride(xs, from, k, Math.max(0, Math.ceil((to - from) / k)));
  }
  const from = clipDown(start, n, n - 1);
  const to = clipDown(stop, n, -1);
  return listStride(xs, from, k, Math.max(0, Math.ceil((to - from) / k)));
}

/** Clips a bound of a slice with a negative step. */
function clipDown(x: PyValue, n: number, missing: number): number {
  if (x === None) return missing;
  const i = x as number;
  return i < 0 ? Math.max(i + n, -1) : Math.min(i, n - 1);
}

/** Performs `xs[start:stop] = ys` where both are lists of one storage and equal length; tells whether it did. */
export function assignPlainSlice(xs: PyValue, start: PyValue, stop: PyValue, ys: PyValue): boolean {
  if (
    !(xs instanceof PyList) ||
    !(ys instanceof PyList) ||
    xs.type !== listType ||
    ys.type !== listType ||
    xs.store !== ys.store ||
    xs.store === Store.EMPTY
  )
    return false;
  if (!isPlain(start) || !isPlain(stop) || xs === ys) return false;
  const n = xs.items.length;
  const from = clip(start, n, 0);
  const to = Math.max(from, clip(stop, n, n));
  if (to - from !== ys.items.length) return false;
  for (let i = from, j = 0; i < to; i++, j++) xs.items[i] = ys.items[j];
  return true;
}
