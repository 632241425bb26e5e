/** The combinatoric iterators of `itertools`: product, permutations, combinations, with replacement. */
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyIterator, PyTuple, typeOf } from '../../objects/core/values.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { intOf } from '../../objects/core/values.ts';
import { shortName } from '../../objects/core/c-types.ts';
import { toArray } from '../../protocol/iterate.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { TYPES, defCopying, iteratorType, stateItems, statePositions } from './types.ts';
import { append, checkItems } from '../../numbers/allocation.ts';

/** Walks over index vectors; `advance` changes them in place and says whether there is another. */
abstract class Combinatoric extends PyIterator {
  started = false;
  done = false;
  /** Whether the end was seen. */
  ended = false;
  protected abstract advance(): boolean;
  protected abstract current(): PyValue[];
  next(): PyValue | undefined {
    if (!this.done) {
      if (!this.started) this.started = true;
      else this.done = !this.advance();
    }
    this.ended = this.done;
    return this.done ? undefined : new PyTuple(this.current());
  }
}

/** The Cartesian product, rightmost pool fastest. */
class PyProduct extends Combinatoric {
  at: number[];
  result: PyValue[];
  constructor(readonly pools: PyValue[][]) {
    super();
    this.at = pools.map(() => 0);
    this.done = pools.some((p) => p.length === 0);
    this.result = this.done ? [] : pools.map((p) => p[0]!);
  }
  protected advance(): boolean {
    for (let i = this.pools.length - 1; i >= 0; i--) {
      const pool = this.pools[i]!;
      const k = ++this.at[i]!;
      if (k < pool.length) {
        this.result[i] = pool[k]!;
        return true;
      }
      this.at[i] = 0;
      this.result[i] = pool[0]!;
    }
    return false;
  }
  protected current(): PyValue[] {
    return this.result.slice();
  }
}
const productType = iteratorType(
  'product',
  PyProduct,
  '*iterables, repeat?',
  (iterables: PyValue[], repeat?: PyValue) => {
    const n = repeat === undefined ? 1 : toNumberIndex(repeat);
    if (n < 0) valueError('repeat argument cannot be negative');
    checkItems(n * iterables.length);
    const once = n === 0 ? [] : iterables.map(toArray);
    const pools: PyValue[][] = [];
    for (let i = 0; i < n; i++) for (const pool of once) append(pools, pool);
    return new PyProduct(pools);
  },
);

/** r-length permutations, by cycles (the algorithm in the documentation of `itertools.permutations`). */
class PyPermutations extends Combinatoric {
  indices: number[];
  cycles: number[] = [];
  constructor(
    readonly pool: PyValue[],
    readonly r: number,
  ) {
    super();
    this.indices = pool.map((_, i) => i);
    checkItems(r);
    for (let i = 0; i < r; i++) this.cycles.push(pool.length - i);
    this.done = r > pool.length;
  }
  protected advance(): boolean {
    const { indices, cycles, r } = this;
    for (let i = r - 1; i >= 0; i--) {
      if (--cycles[i]! === 0) {
        indices.push(indices.splice(i, 1)[0]!);
        cycles[i] = indices.length - i;
        continue;
      }
      const j = indices.length - cycles[i]!;
      const k = indices[i]!;
      indices[i] = indices[j]!;
      indices[j] = k;
      return true;
    }
    return false;
  }
  protected current(): PyValue[] {
    const out: PyValue[] = [];
    for (let i = 0; i < this.r; i++) out.push(this.pool[this.indices[i]!]!);
    return out;
  }
}
const permutationsType = iteratorType(
  'permutations',
  PyPermutations,
  'iterable, r?',
  (iterable: PyValue, r?: PyValue) => {
    const pool = toArray(iterable);
    let n = pool.length;
    if (r !== undefined && r !== None) {
      if (intOf(r) === undefined) typeError('Expected int as r');
      n = toNumberIndex(r);
      if (n < 0) valueError('r must be non-negative');
    }
    return new PyPermutations(pool, n);
  },
);

/** r-length combinations in lexicographic order of positions. */
class PyCombinations extends Combinatoric {
  indices: number[] = [];
  constructor(
    readonly pool: PyValue[],
    readonly r: number,
    readonly replace: boolean,
  ) {
    super();
    this.done = replace ? pool.length === 0 && r > 0 : r > pool.length;
    if (!this.done) checkItems(r);
    for (let i = 0; !this.done && i < r; i++) this.indices.push(replace ? 0 : i);
  }
  protected advance(): boolean {
    const { indices, r } = this;
    let i = r - 1;
    while (i >= 0 && indices[i] === this.last(i)) i--;
    if (i < 0) return false;
    const k = ++indices[i]!;
    for (let j = i + 1; j < r; j++) indices[j] = this.replace ? k : indices[j - 1]! + 1;
    return true;
  }
  /** Returns the last position that index `i` may have. */
  last(i: number): number {
    return this.replace ? this.pool.length - 1 : i + this.pool.length - this.r;
  }
  protected current(): PyValue[] {
    return this.indices.map((i) => this.pool[i]!);
  }
}

/** Is the host class of combinations_with_replacement, which has a type object of its own. */
class PyCombinationsWithReplacement extends PyCombinations {}

/** Makes the constructor of either kind of combinations. */
const combine = (cls: typeof PyCombinations, replace: boolean) => (iterable: PyValue, r: PyValue) => {
  const pool = toArray(iterable);
  const n = toNumberIndex(r);
  if (n < 0) valueError('r must be non-negative');
  return new cls(pool, n, replace);
};
iteratorType('combinations', PyCombinations, 'iterable, r', combine(PyCombinations, false));
iteratorType(
  'combinations_with_replacement',
  PyCombinationsWithReplacement,
  'iterable, r',
  combine(PyCombinationsWithReplacement, true),
);

/* ---- copies ---- */

const tuples = (rows: PyValue[][]): PyTuple[] => rows.map((row) => new PyTuple(row.slice()));

defCopying(
  productType,
  (it: PyProduct) => {
    if (it.ended) return [[new PyTuple([])]];
    return it.started ? [tuples(it.pools), new PyTuple(it.at.slice())] : [tuples(it.pools)];
  },
  (it, state) => {
    it.at = statePositions(state, it.pools.length, 0, (i) => it.pools[i]!.length - 1);
    it.done ||= it.pools.some((pool) => pool.length === 0);
    if (it.done) return;
    it.result = it.pools.map((pool, i) => pool[it.at[i]!]!);
    it.started = true;
  },
);

defCopying(
  permutationsType,
  (it: PyPermutations) => {
    if (!it.started) return [[new PyTuple(it.pool.slice()), it.r]];
    if (it.ended) return [[new PyTuple([]), it.r]];
    return [
      [new PyTuple(it.pool.slice()), it.r],
      new PyTuple([it.indices, it.cycles].map((x) => new PyTuple(x.slice()))),
    ];
  },
  (it, state) => {
    const items = stateItems(state, 2);
    for (const [i, x] of items.entries())
      if (!(x instanceof PyTuple)) typeError(`argument ${i + 1} must be tuple, not ${shortName(typeOf(x))}`);
    const n = it.pool.length;
    const indices = statePositions(items[0]!, n, 0, () => n - 1);
    it.cycles = statePositions(items[1]!, it.r, 1, (i) => n - i);
    it.indices = indices;
    it.started = true;
  },
);

for (const name of ['combinations', 'combinations_with_replacement'])
  defCopying(
    TYPES.get(name)!,
    (it: PyCombinations) => {
      if (it.started && it.ended) return [[new PyTuple([]), it.r]];
      const args = [new PyTuple(it.pool.slice()), it.r];
      return it.started ? [args, new PyTuple(it.indices.slice())] : [args];
    },
    (it, state) => {
      it.indices = statePositions(state, it.r, 0, (i) => it.last(i));
      it.started = true;
    },
  );
