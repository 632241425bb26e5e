/**
 * Built-in functions on numbers and orderings: abs, bin, divmod, max, min, pow, round, sorted, sum, …
 */
import { toList } from '../../objects/slots/length-hint.ts';
import { callBound } from '../../objects/slots/descriptor.ts';
import { Binary, Comparison } from '../../bytecode/operators.ts';
import { compareTexts } from '../../text/order.ts';
import type { PyValue } from '../../objects/core/object.ts';
import {
  None,
  PyFloat,
  type PyList,
  floatType,
  intOf,
  intType,
  typeOf,
  PyBytes,
  PyByteArray,
} from '../../objects/core/values.ts';
import { type Kwargs, makeFunctions } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { intAdd, intToFloat } from '../../numbers/int-ops.ts';
import { listSort } from '../../types/containers/list-sort.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { compareTrue, isTrue } from '../../protocol/compare.ts';
import { getIter } from '../../protocol/iterate.ts';
import { iterNext } from '../../objects/slots/iterate.ts';
import { absolute, divmod, indexOf, ternaryPow } from '../../objects/slots/number.ts';
import { binaryOp } from '../../protocol/number.ts';

/** Writes an int in a base with its prefix. */
function inBase(x: PyValue, base: number, prefix: string): string {
  const n = indexOf(x);
  return n < 0 ? `-${prefix}${(typeof n === 'number' ? -n : -n).toString(base)}` : prefix + n.toString(base);
}

/** Sums as CPython 3.13's `sum`: exact for ints, compensated (Neumaier) for floats, else by `+`. */
function sum(iterable: PyValue, start: PyValue): PyValue {
  if (typeof start === 'string') typeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (start instanceof PyBytes) typeError("sum() can't sum bytes [use b''.join(seq) instead]");
  if (start instanceof PyByteArray) typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
  const it = getIter(iterable);
  let result: PyValue = start;
  let item = iterNext(it);
  if (typeOf(result) === intType) {
    let total = intOf(result)!;
    while (item !== undefined && (typeof item === 'number' || typeof item === 'bigint' || typeof item === 'boolean')) {
      const n = typeof item === 'boolean' ? Number(item) : item;
      const quick = typeof total === 'number' && typeof n === 'number' ? total + n : Number.NaN;
      total = Number.isSafeInteger(quick) ? quick : intAdd(total, n);
      item = iterNext(it);
    }
    result = total;
    if (item === undefined) return result;
    result = binaryOp(Binary.ADD, result, item);
    item = iterNext(it);
  }
  if (typeOf(result) === floatType) {
    let total = (result as PyFloat).value;
    let c = 0;
    for (;;) {
      if (item instanceof PyFloat && item.type === floatType) {
        const x = item.value;
        const t = total + x;
        c += Math.abs(total) >= Math.abs(x) ? total - t + x : x - t + total;
        total = t;
      } else if (typeof item === 'number') {
        total += item;
      } else {
        const n = item === undefined ? undefined : intOf(item);
        if (n === undefined || (typeof n === 'bigint' && BigInt.asIntN(64, n) !== n)) break;
        total += intToFloat(n);
      }
      item = iterNext(it);
    }
    if (c !== 0 && Number.isFinite(c)) total += c;
    result = new PyFloat(total);
  }
  for (; item !== undefined; item = iterNext(it)) result = binaryOp(Binary.ADD, result, item);
  return result;
}

/** Tells whether `x > best` (for max) or `x < best` (for min). */
function beats(name: 'max' | 'min', x: PyValue, best: PyValue): boolean {
  if (typeof x === 'number' && typeof best === 'number') return name === 'max' ? x > best : x < best;
  if (typeof x === 'string' && typeof best === 'string')
    return name === 'max' ? compareTexts(x, best) > 0 : compareTexts(x, best) < 0;
  return compareTrue(name === 'max' ? Comparison.GT : Comparison.LT, x, best);
}

/** Returns the first largest or smallest of the items that `next` gives, undefined if there is none. */
function extremeItem(name: 'max' | 'min', next: () => PyValue | undefined): PyValue | undefined {
  let best = next();
  if (best === undefined) return undefined;
  for (let x = next(); x !== undefined; x = next()) if (beats(name, x, best)) best = x;
  return best;
}

/** Returns the first item with the largest or smallest key, undefined if there is no item. */
function extremeByKey(name: 'max' | 'min', key: PyValue, next: () => PyValue | undefined): PyValue | undefined {
  let best = next();
  if (best === undefined) return undefined;
  let bestKey = invoke(key, [best]);
  for (let x = next(); x !== undefined; x = next()) {
    const k = invoke(key, [x]);
    if (!beats(name, k, bestKey)) continue;
    best = x;
    bestKey = k;
  }
  return best;
}

/** `max` and `min` of one iterable or of several arguments. */
function extreme(
  name: 'max' | 'min',
  args: PyValue[],
  key: PyValue | undefined,
  fallback: PyValue | undefined,
): PyValue {
  if (args.length === 0) typeError(`${name} expected at least 1 argument, got 0`);
  if (args.length > 1 && fallback !== undefined)
    typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
  const it = args.length > 1 ? null : getIter(args[0]!);
  let at = 0;
  const next = (): PyValue | undefined => (it === null ? args[at++] : iterNext(it));
  const best = key === undefined || key === None ? extremeItem(name, next) : extremeByKey(name, key, next);
  return best ?? fallback ?? valueError(`${name}() iterable argument is empty`);
}

/** `round(number, ndigits)`. */
function round(x: PyValue, digits: PyValue | undefined): PyValue {
  const f = typeOf(x).lookup('__round__');
  if (f === undefined) typeError(`type ${typeOf(x).name} doesn't define __round__ method`);
  return digits === undefined || digits === None ? callBound(f, x) : callBound(f, x, digits);
}

export const numberFunctions = makeFunctions('builtins', {
  'abs(x, /); pure if scalar': (x: PyValue) => absolute(x),
  'bin(number, /); pure if scalar': (x: PyValue) => inBase(x, 2, '0b'),
  'oct(number, /); pure if scalar': (x: PyValue) => inBase(x, 8, '0o'),
  'hex(number, /); pure if scalar': (x: PyValue) => inBase(x, 16, '0x'),
  'divmod(x, y, /); pure if scalar scalar': (x: PyValue, y: PyValue) => divmod(x, y),
  'pow(base, exp, mod?); pure if scalar scalar scalar': (x: PyValue, y: PyValue, z?: PyValue) =>
    z === undefined || z === None ? binaryOp(Binary.POW, x, y) : ternaryPow(x, y, z),
  'round(number, ndigits?); pure if scalar scalar': (x: PyValue, digits?: PyValue) => round(x, digits),
  'sum(iterable, /, start?); read if scalars scalar': (x: PyValue, start?: PyValue) => sum(x, start ?? 0),
  'max(*args, key?, default?); pure if scalar*; read if scalars': (
    args: PyValue[],
    key?: PyValue,
    fallback?: PyValue,
  ) => extreme('max', args, key, fallback),
  'min(*args, key?, default?); pure if scalar*; read if scalars': (
    args: PyValue[],
    key?: PyValue,
    fallback?: PyValue,
  ) => extreme('min', args, key, fallback),
  'sorted(*args, **kw); read if scalars': (args: PyValue[], kw: Kwargs): PyList => {
    if (args.length !== 1) typeError(`sorted expected 1 argument, got ${args.length}`);
    const l = listFrom(toList(args[0]!));
    for (const k of kw.keys())
      if (k !== 'key' && k !== 'reverse') typeError(`sort() got an unexpected keyword argument '${k}'`);
    const reverse = kw.get('reverse');
    listSort(l, kw.get('key') ?? None, reverse !== undefined && isTrue(reverse));
    return l;
  },
});
