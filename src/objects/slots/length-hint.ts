/**
 * How long an iterable says that it will be.
 *
 * CPython asks before it makes a list or tuple of an iterable (`PyObject_LengthHint`), so `__len__` and
 * `__length_hint__` of a Python class run, and what they raise comes out. The answer itself is of no use here.
 */
import type { PyValue } from '../core/object.ts';
import { overflowError, typeError, valueError } from '../core/exceptions.ts';
import { NotImplemented, PyIterator, intOf, typeOf } from '../core/values.ts';
import { append, memoryError } from '../../numbers/allocation.ts';
import { callBound } from './descriptor.ts';
import { getIter, isRaised, iterNext, toArray } from './iterate.ts';
import { countOf } from './subscript.ts';

const MOST = 9223372036854775807n;
const TOO_MANY = 2 ** 44;

/** Returns what `operator.length_hint(x, absent)` does. */
export function lengthHint(x: PyValue, absent: number): number | bigint {
  const type = typeOf(x);
  if (type.lookup('__len__') !== undefined) {
    const n = unlessTypeError(() => countOf(x));
    if (n !== undefined) return n;
  }
  const f = type.lookup('__length_hint__');
  if (f === undefined) return absent;
  const r = unlessTypeError(() => callBound(f, x));
  if (r === undefined || r === NotImplemented) return absent;
  const n = intOf(r) ?? typeError(`__length_hint__ must be an integer, not ${typeOf(r).name}`);
  if (n > MOST) overflowError('Python int too large to convert to C ssize_t');
  return n < 0 ? valueError('__length_hint__() should return >= 0') : n;
}

/** Asks how many items to expect. Throws MemoryError for more than any memory has room for. */
export function expectItems(x: PyValue): void {
  if (lengthHint(x, 0) > TOO_MANY) memoryError();
}

/** Returns what a function does, undefined where that raises TypeError. */
function unlessTypeError<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (e) {
    if (isRaised(e, 'TypeError')) return undefined;
    throw e;
  }
}

/** Collects the values of an iterable in a new array, after asking how many there will be. */
export function toList(x: PyValue): PyValue[] {
  if (!typeOf(x).heap && !(x instanceof PyIterator)) return toArray(x);
  const it = getIter(x);
  expectItems(x);
  const out: PyValue[] = [];
  for (let item = iterNext(it); item !== undefined; item = iterNext(it)) append(out, item);
  return out;
}
