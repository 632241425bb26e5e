/** Iterators that put items together. */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyIterator, PyTuple, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, defMethods, defNew } from '../../objects/core/builtin.ts';
import { shortName } from '../../objects/core/c-types.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { isTrue, sameOrEqual } from '../../protocol/compare.ts';
import { getIter } from '../../protocol/iterate.ts';
import { iterNext } from '../../objects/slots/iterate.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { reduceToIter } from '../../types/containers/iterators.ts';
import { defCopying, hiddenType, iteratorType, positional, stateItems, warnOfCopying } from './types.ts';

/** Overlapping pairs. */
class PyPairwise extends PyIterator {
  private old: PyValue | undefined;
  constructor(private it: PyValue | null) {
    super();
  }
  next(): PyValue | undefined {
    if (this.it === null) return undefined;
    if (this.old === undefined) {
      const first = iterNext(this.it);
      this.old = first;
      // The iterator may have called this one, to its end.
      if (first === undefined || this.it === null) return this.end();
    }
    const { old } = this;
    const x = iterNext(this.it);
    if (x === undefined) return this.end();
    this.old = x;
    return new PyTuple([old!, x]);
  }

  private end(): undefined {
    this.it = null;
    this.old = undefined;
    return undefined;
  }
}
iteratorType(
  'pairwise',
  PyPairwise,
  '*args, **kw',
  positional('pairwise', 1, (x) => new PyPairwise(getIter(x!))),
);

/** Tuples of n values, the last perhaps shorter. */
class PyBatched extends PyIterator {
  constructor(
    private it: PyValue | null,
    private readonly n: number,
    private readonly strict: boolean,
  ) {
    super();
  }
  next(): PyValue | undefined {
    if (this.it === null) return undefined;
    const out: PyValue[] = [];
    while (out.length < this.n) {
      const x = iterNext(this.it);
      if (x === undefined) break;
      out.push(x);
    }
    if (out.length === this.n) return new PyTuple(out);
    this.it = null;
    if (out.length === 0) return undefined;
    if (this.strict) valueError('batched(): incomplete batch');
    return new PyTuple(out);
  }
}
iteratorType(
  'batched',
  PyBatched,
  'iterable, n, *, strict?',
  (iterable: PyValue, n: PyValue, strict: PyValue = false) => {
    const size = toNumberIndex(n);
    if (size < 1) valueError('n must be at least one');
    return new PyBatched(getIter(iterable), size, isTrue(strict));
  },
);

/** zip that fills up the shorter iterables. */
class PyZipLongest extends PyIterator {
  private active: number;
  readonly its: (PyValue | null)[];
  constructor(
    its: PyValue[],
    public fill: PyValue,
  ) {
    super();
    this.its = its;
    this.active = its.length;
  }
  next(): PyValue | undefined {
    if (this.active === 0) return undefined;
    const out: PyValue[] = [];
    for (let i = 0; i < this.its.length; i++) {
      const it = this.its[i]!;
      let x = it === null ? undefined : iterNext(it);
      if (x === undefined) {
        if (it !== null) {
          this.its[i] = null;
          if (--this.active === 0) return undefined;
        }
        x = this.fill;
      }
      out.push(x);
    }
    return new PyTuple(out);
  }
}
const zipLongestType = iteratorType('zip_longest', PyZipLongest, '*args, **options', (args: PyValue[], kw: Kwargs) => {
  for (const k of kw.keys()) if (k !== 'fillvalue') typeError('zip_longest() got an unexpected keyword argument');
  return new PyZipLongest(args.map(getIter), kw.get('fillvalue') ?? None);
});
defCopying(
  zipLongestType,
  (z: PyZipLongest) => [z.its.map((it) => it ?? new PyTuple([])), z.fill],
  (z, state) => {
    z.fill = state;
  },
);

/** Runs of values with equal keys. */
class PyGroupBy extends PyIterator {
  target: PyValue | undefined;
  currentKey: PyValue | undefined;
  value: PyValue | undefined;
  currentGroup: PyGrouper | null = null;
  constructor(
    readonly it: PyValue,
    readonly keyOf: PyValue,
  ) {
    super();
  }

  next(): PyValue | undefined {
    this.currentGroup = null;
    for (;;) {
      if (this.currentKey !== undefined && (this.target === undefined || !sameOrEqual(this.target, this.currentKey)))
        break;
      if (!this.step()) return undefined;
    }
    this.target = this.currentKey;
    this.currentGroup = new PyGrouper(this, this.target!);
    return new PyTuple([this.currentKey!, this.currentGroup]);
  }

  /** Takes the next value and its key; returns false at the end. */
  step(): boolean {
    const x = iterNext(this.it);
    if (x === undefined) return false;
    const key = this.keyOf === None ? x : invoke(this.keyOf, [x]);
    this.value = x;
    this.currentKey = key;
    return true;
  }
}
const groupbyType = iteratorType(
  'groupby',
  PyGroupBy,
  'iterable, key?',
  (iterable: PyValue, key: PyValue = None) => new PyGroupBy(getIter(iterable), key),
);
defCopying(
  groupbyType,
  ({ it, keyOf, currentKey, value, target }: PyGroupBy) =>
    currentKey === undefined || value === undefined || target === undefined
      ? [[it, keyOf]]
      : [[it, keyOf], new PyTuple([currentKey, value, target])],
  (g, state) => {
    [g.currentKey, g.value, g.target] = stateItems(state, 3);
  },
);

/** One run of `groupby`; empty once the groupby has moved on. */
class PyGrouper extends PyIterator {
  constructor(
    readonly parent: PyGroupBy,
    readonly target: PyValue,
  ) {
    super();
  }
  next(): PyValue | undefined {
    const p = this.parent;
    if (p.currentGroup !== this) return undefined;
    if (p.value === undefined && !p.step()) return undefined;
    if (!sameOrEqual(this.target, p.currentKey!)) return undefined;
    const x = p.value;
    p.value = undefined;
    return x;
  }
}
export const grouperType = hiddenType('_grouper', PyGrouper);
defNew(grouperType, 'parent, tgtkey, /', (_cls: PyType, parent: PyValue, target: PyValue) => {
  if (!(parent instanceof PyGroupBy))
    typeError(`argument 1 must be itertools.groupby, not ${shortName(typeOf(parent))}`);
  return (parent.currentGroup = new PyGrouper(parent, target));
});
defMethods(grouperType, {
  '__reduce__()': (g: PyGrouper) => {
    warnOfCopying();
    if (g.parent.currentGroup !== g) return reduceToIter(() => [[new PyTuple([])]]);
    return new PyTuple([g.type, new PyTuple([g.parent, g.target])]);
  },
});
