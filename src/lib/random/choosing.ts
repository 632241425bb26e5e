/** Integers and sequences: `randrange`, `shuffle`, `sample`, `choices`. */
import { Binary, Comparison } from '../../bytecode/operators.ts';
import type { PyValue } from '../../objects/core/object.ts';
import {
  None,
  PyBytes,
  PyFloat,
  PyList,
  intOf,
  listType,
  typeOf,
  strOf,
  PyByteArray,
} from '../../objects/core/values.ts';
import { indexError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { type Int, intAdd, intFloorDiv, intMul, intSub } from '../../numbers/int-ops.ts';
import { asDouble } from '../../types/numbers/float.ts';
import { listFrom, listGet, listSet } from '../../objects/core/list-storage.ts';
import { compareTrue } from '../../protocol/compare.ts';
import { str } from '../../objects/slots/format.ts';
import { toArray } from '../../protocol/iterate.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { binaryOp } from '../../protocol/number.ts';
import { countOf } from '../../objects/slots/subscript.ts';
import { getItem, setItem } from '../../protocol/subscript.ts';
import { type PyRandom, PySystemRandom, type Source, nodeCrypto, randomType, sourceOf } from './core.ts';
import { log } from '../../numbers/libm/log.ts';
import { real } from './distributions.ts';

/* ---- integers and sequences ---- */

/** Draws an index below a length. */
export function drawIndex(s: Source, n: number): number {
  return s.below(n) as number;
}

/** Performs `randrange`. Throws ValueError, TypeError. */
export function randrange(self: PyRandom, start: PyValue, stop: PyValue | undefined, step: PyValue | undefined): Int {
  const first = indexOf(start);
  if (stop === undefined || stop === None) {
    if (step !== undefined && step !== 1) typeError('Missing a non-None stop argument');
    return first > 0 ? sourceOf(self).below(first) : valueError('empty range for randrange()');
  }
  const width = intSub(indexOf(stop), first);
  const by = step === undefined ? 1 : indexOf(step);
  if (by === 1) {
    if (width > 0) return intAdd(first, sourceOf(self).below(width));
    valueError(`empty range in randrange(${str(start)}, ${str(stop)})`);
  }
  if (by === 0) valueError('zero step for randrange()');
  const n = intFloorDiv(intAdd(width, intAdd(by, by > 0 ? -1 : 1)), by);
  if (n <= 0) valueError(`empty range in randrange(${str(start)}, ${str(stop)}, ${str(step!)})`);
  return intAdd(first, intMul(by, sourceOf(self).below(n)));
}

export const nativeRandrange = (): PyValue => randomType.dict.get('randrange')!;

/** Shuffles a sequence in place (Fisher and Yates). */
export function shuffle(self: PyRandom, x: PyValue): void {
  const s = sourceOf(self);
  const list = x instanceof PyList && x.type === listType ? x : null;
  for (let i = countOf(x) - 1; i > 0; i--) {
    const j = drawIndex(s, i + 1);
    if (list !== null && i < list.items.length) {
      const a = listGet(list, i);
      listSet(list, i, listGet(list, j));
      listSet(list, j, a);
    } else {
      const a = getItem(x, i);
      const b = getItem(x, j);
      setItem(x, i, b);
      setItem(x, j, a);
    }
  }
}

/** Tells whether an object is a `collections.abc.Sequence`. */
function isSequence(x: PyValue): boolean {
  return (
    typeOf(x).collection === 'sequence' || strOf(x) !== undefined || x instanceof PyBytes || x instanceof PyByteArray
  );
}

/** Performs `sample`. Throws TypeError, ValueError. */
export function sample(self: PyRandom, population: PyValue, kArg: PyValue, counts: PyValue): PyValue {
  if (!isSequence(population)) typeError('Population must be a sequence.  For dicts or sets, use sorted(d).');
  const n = countOf(population);
  if (counts !== None) {
    const cumulative = accumulate(toArray(counts));
    if (cumulative.length !== n) valueError('The number of counts does not match the population');
    if (n === 0) indexError('pop from empty list');
    const total = intOf(cumulative.pop()!) ?? typeError('Counts must be integers');
    if (total <= 0) valueError('Total of counts must be greater than zero');
    return listFrom(
      selections(sourceOf(self), Number(total), kArg).map((i) =>
        getItem(population, bisect(cumulative, i, cumulative.length)),
      ),
    );
  }
  return listFrom(selections(sourceOf(self), n, kArg).map((i) => getItem(population, i)));
}

/** Draws k different indices below n. Throws ValueError. */
function selections(s: Source, n: number, kArg: PyValue): number[] {
  const k = Number(indexOf(kArg));
  if (k < 0 || k > n) valueError('Sample larger than population or is negative');
  const result: number[] = new Array(k);
  let small = 21;
  if (k > 5) small += 4 ** Math.ceil(log(k * 3) / log(4));
  if (n <= small) {
    const pool = Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < k; i++) {
      const j = drawIndex(s, n - i);
      result[i] = pool[j]!;
      pool[j] = pool[n - i - 1]!;
    }
    return result;
  }
  const selected = new Set<number>();
  for (let i = 0; i < k; i++) {
    let j = drawIndex(s, n);
    while (selected.has(j)) j = drawIndex(s, n);
    selected.add(j);
    result[i] = j;
  }
  return result;
}

/** Returns the running sums of values. */
function accumulate(values: readonly PyValue[]): PyValue[] {
  const out: PyValue[] = [];
  for (const x of values) out.push(out.length === 0 ? x : binaryOp(Binary.ADD, out[out.length - 1]!, x));
  return out;
}

/** Finds the place of x after equal items in a[0:hi]. */
function bisect(a: readonly PyValue[], x: number, hi: number, boxed: PyValue = x): number {
  let lo = 0;
  while (lo < hi) {
    const m = (lo + hi) >> 1;
    const y = a[m]!;
    const below =
      typeof y === 'number' || typeof y === 'bigint'
        ? x < y
        : y instanceof PyFloat
          ? x < y.value
          : compareTrue(Comparison.LT, boxed, y);
    if (below) hi = m;
    else lo = m + 1;
  }
  return lo;
}

/** Performs `choices`. Throws TypeError, ValueError. */
export function choices(
  self: PyRandom,
  population: PyValue,
  weights: PyValue,
  cumulative: PyValue,
  kArg: PyValue,
): PyValue {
  const s = sourceOf(self);
  const n = countOf(population);
  if (cumulative === None && weights === None) {
    const k = Number(indexOf(kArg));
    const out: PyValue[] = [];
    for (let i = 0; i < k; i++) out.push(getItem(population, Math.floor(s.random() * n)));
    return listFrom(out);
  }
  if (cumulative !== None && weights !== None) typeError('Cannot specify both weights and cumulative weights');
  if (cumulative === None && intOf(weights) !== undefined)
    typeError(`The number of choices must be a keyword argument: k=${str(weights)}`);
  const sums = cumulative === None ? accumulate(toArray(weights)) : toArray(cumulative);
  if (sums.length !== n) valueError('The number of weights does not match the population');
  if (n === 0) indexError('list index out of range');
  const total = asDouble(binaryOp(Binary.ADD, sums[n - 1]!, real(0)));
  if (total <= 0) valueError('Total of weights must be greater than zero');
  if (!Number.isFinite(total)) valueError('Total of weights must be finite');
  const k = Number(indexOf(kArg));
  const out: PyValue[] = [];
  for (let i = 0; i < k; i++) {
    const x = s.random() * total;
    out.push(getItem(population, bisect(sums, x, n - 1, real(x))));
  }
  return listFrom(out);
}

/** Makes n random bytes. */
export function randbytes(self: PyRandom, n: PyValue): PyValue {
  const count = indexOf(n);
  if (count < 0) valueError('number of bits must be non-negative');
  if (self instanceof PySystemRandom) return new PyBytes(new Uint8Array(nodeCrypto().randomBytes(Number(count))));
  const source = sourceOf(self);
  const bits = source.bits(Number(count) * 8);
  const hex = bits.toString(16).padStart(Number(count) * 2, '0');
  return new PyBytes(count === 0 ? new Uint8Array(0) : new Uint8Array(Buffer.from(hex, 'hex').reverse()));
}
