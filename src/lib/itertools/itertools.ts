/**
 * The module `itertools` (CPython's Modules/itertoolsmodule.c): iterators over iterators, one host class
 * each. The combinatoric ones are in `itertools-combinatorics.ts`.
 */
import type { PyModule } from '../../objects/core/values.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, PyIterator, PyTuple, intOf, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, defClassMethods, defMethods, makeFunctions } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { isRaised } from '../../objects/slots/iterate.ts';
import { isTrue, sameOrEqual } from '../../objects/slots/compare.ts';
import { getIter, iterNext, toArray } from '../../objects/slots/iterate.ts';
import { binaryOp, indexOf, toNumberIndex } from '../../objects/slots/number.ts';
import { repr } from '../../objects/slots/format.ts';
import { TYPES, hiddenType, iteratorType, positional } from './types.ts';
import './combinatorics.ts';
import { shortName } from '../../objects/core/c-types.ts';

const ADD = 0;
const MAX_SIZE = 9223372036854775807n;

/** An infinite arithmetic progression. */
class PyCount extends PyIterator {
  constructor(
    public current: PyValue,
    readonly step: PyValue,
  ) {
    super();
  }
  next(): PyValue {
    const x = this.current;
    this.current = binaryOp(ADD, x, this.step);
    return x;
  }
}
/** Tells whether a value is acceptable as a number (`PyNumber_Check`). */
function isNumber(x: PyValue): boolean {
  const t = typeOf(x);
  return (
    intOf(x) !== undefined ||
    x instanceof PyFloat ||
    ['__index__', '__int__', '__float__', '__complex__'].some((n) => t.lookup(n) !== undefined) ||
    t.name === 'complex'
  );
}
defMethods(
  iteratorType('count', PyCount, 'start?, step?', (start: PyValue = 0, step: PyValue = 1) => {
    if (!isNumber(start) || !isNumber(step)) typeError('a number is required');
    return new PyCount(start, step);
  }),
  {
    '__repr__()': (it: PyCount) =>
      intOf(it.step) === 1
        ? `${shortName(it.type)}(${repr(it.current)})`
        : `${shortName(it.type)}(${repr(it.current)}, ${repr(it.step)})`,
    '__reduce__()': (it: PyCount) =>
      new PyTuple([it.type, new PyTuple(it.step === 1 ? [it.current] : [it.current, it.step])]),
  },
);

/** The values of an iterator again and again. */
class PyCycle extends PyIterator {
  private readonly saved: PyValue[] = [];
  private at = -1;
  constructor(private readonly it: PyValue) {
    super();
  }
  next(): PyValue | undefined {
    if (this.at < 0) {
      const x = iterNext(this.it);
      if (x !== undefined) {
        this.saved.push(x);
        return x;
      }
      this.at = 0;
    }
    if (this.saved.length === 0) return undefined;
    if (this.at === this.saved.length) this.at = 0;
    return this.saved[this.at++];
  }
}
iteratorType(
  'cycle',
  PyCycle,
  '*args, **kw',
  positional('cycle', 1, (x) => new PyCycle(getIter(x!))),
);

/** One value for ever, or `left` times. */
class PyRepeat extends PyIterator {
  constructor(
    readonly value: PyValue,
    public left: number,
  ) {
    super();
  }
  next(): PyValue | undefined {
    if (this.left === 0) return undefined;
    if (this.left > 0) this.left--;
    return this.value;
  }
}
defMethods(
  iteratorType(
    'repeat',
    PyRepeat,
    'object, times?',
    (value: PyValue, times?: PyValue) =>
      new PyRepeat(value, times === undefined ? -1 : Math.max(toNumberIndex(times), 0)),
  ),
  {
    '__repr__()': (it: PyRepeat) =>
      it.left < 0 ? `${shortName(it.type)}(${repr(it.value)})` : `${shortName(it.type)}(${repr(it.value)}, ${it.left})`,
    '__length_hint__()': (it: PyRepeat) => (it.left < 0 ? typeError('len() of unsized object') : it.left),
  },
);

/** Running totals, or results of any function of two arguments. */
class PyAccumulate extends PyIterator {
  private total: PyValue | undefined;
  constructor(
    private readonly it: PyValue,
    private readonly fn: PyValue,
    private initial: PyValue,
  ) {
    super();
  }
  next(): PyValue | undefined {
    if (this.initial !== None) {
      this.total = this.initial;
      this.initial = None;
      return this.total;
    }
    const x = iterNext(this.it);
    if (x === undefined) return undefined;
    if (this.total === undefined) this.total = x;
    else this.total = this.fn === None ? binaryOp(ADD, this.total, x) : invoke(this.fn, [this.total, x]);
    return this.total;
  }
}
iteratorType(
  'accumulate',
  PyAccumulate,
  'iterable, func?, *, initial?',
  (iterable: PyValue, fn: PyValue = None, initial: PyValue = None) => new PyAccumulate(getIter(iterable), fn, initial),
);

/** The values of one iterable after the other. */
class PyChain extends PyIterator {
  private active: PyValue | null = null;
  constructor(private source: PyValue | null) {
    super();
  }
  next(): PyValue | undefined {
    while (this.source !== null) {
      if (this.active === null) {
        let iterable: PyValue | undefined;
        try {
          iterable = iterNext(this.source);
          if (iterable !== undefined) this.active = getIter(iterable);
        } catch (e) {
          this.source = null;
          throw e;
        }
        if (iterable === undefined) {
          this.source = null;
          return undefined;
        }
      }
      const x = iterNext(this.active!);
      if (x !== undefined) return x;
      this.active = null;
    }
    return undefined;
  }
}
defClassMethods(
  iteratorType('chain', PyChain, '*args, **kw', (args: PyValue[], kw: Kwargs) => {
    if (kw.size > 0) typeError('chain() takes no keyword arguments');
    return new PyChain(getIter(new PyTuple(args)));
  }),
  {
    'from_iterable(iterable, /)': (cls: PyType, iterable: PyValue) => {
      const it = new PyChain(getIter(iterable));
      return cls === TYPES.get('chain') ? it : shapeInstance(it, cls);
    },
    '__class_getitem__(item, /)': (cls: PyType, item: PyValue) => makeGenericAlias(cls, item),
  },
);

/** The data whose selectors are true. */
class PyCompress extends PyIterator {
  constructor(
    private readonly data: PyValue,
    private readonly selectors: PyValue,
  ) {
    super();
  }
  next(): PyValue | undefined {
    for (;;) {
      const x = iterNext(this.data);
      if (x === undefined) return undefined;
      const s = iterNext(this.selectors);
      if (s === undefined) return undefined;
      if (isTrue(s)) return x;
    }
  }
}
iteratorType(
  'compress',
  PyCompress,
  'data, selectors',
  (data: PyValue, selectors: PyValue) => new PyCompress(getIter(data), getIter(selectors)),
);

/** Everything from the first value that fails the predicate. */
class PyDropWhile extends PyIterator {
  private started = false;
  constructor(
    private readonly fn: PyValue,
    private readonly it: PyValue,
  ) {
    super();
  }
  next(): PyValue | undefined {
    for (;;) {
      const x = iterNext(this.it);
      if (x === undefined || this.started) return x;
      if (isTrue(invoke(this.fn, [x]))) continue;
      this.started = true;
      return x;
    }
  }
}
iteratorType(
  'dropwhile',
  PyDropWhile,
  '*args, **kw',
  positional('dropwhile', 2, (fn, x) => new PyDropWhile(fn!, getIter(x!))),
);

/** Everything before the first value that fails the predicate. */
class PyTakeWhile extends PyIterator {
  private done = false;
  constructor(
    private readonly fn: PyValue,
    private readonly it: PyValue,
  ) {
    super();
  }
  next(): PyValue | undefined {
    if (this.done) return undefined;
    const x = iterNext(this.it);
    if (x === undefined) return undefined;
    if (isTrue(invoke(this.fn, [x]))) return x;
    this.done = true;
    return undefined;
  }
}
iteratorType(
  'takewhile',
  PyTakeWhile,
  '*args, **kw',
  positional('takewhile', 2, (fn, x) => new PyTakeWhile(fn!, getIter(x!))),
);

/** The values that fail the predicate. */
class PyFilterFalse extends PyIterator {
  constructor(
    private readonly fn: PyValue,
    private readonly it: PyValue,
  ) {
    super();
  }
  next(): PyValue | undefined {
    for (;;) {
      const x = iterNext(this.it);
      if (x === undefined || !isTrue(this.fn === None ? x : invoke(this.fn, [x]))) return x;
    }
  }
}
iteratorType(
  'filterfalse',
  PyFilterFalse,
  '*args, **kw',
  positional('filterfalse', 2, (fn, x) => new PyFilterFalse(fn!, getIter(x!))),
);

/** `fn(*args)` for each args. */
class PyStarMap extends PyIterator {
  constructor(
    private readonly fn: PyValue,
    private readonly it: PyValue,
  ) {
    super();
  }
  next(): PyValue | undefined {
    const args = iterNext(this.it);
    return args === undefined ? undefined : invoke(this.fn, toArray(args));
  }
}
iteratorType(
  'starmap',
  PyStarMap,
  '*args, **kw',
  positional('starmap', 2, (fn, x) => new PyStarMap(fn!, getIter(x!))),
);

/** Overlapping pairs. */
class PyPairwise extends PyIterator {
  private old: PyValue | undefined;
  constructor(private it: PyValue | null) {
    super();
  }
  next(): PyValue | undefined {
    if (this.it === null) return undefined;
    const old = this.old ?? iterNext(this.it);
    const x = old === undefined ? undefined : iterNext(this.it);
    this.old = x;
    if (old !== undefined && x !== undefined) return new PyTuple([old, x]);
    this.it = null;
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

/** Every step-th value from start before stop (-1: no end). */
class PyISlice extends PyIterator {
  private count = 0;
  constructor(
    private it: PyValue | null,
    private nextIndex: number,
    private readonly stop: number,
    private readonly step: number,
  ) {
    super();
  }
  next(): PyValue | undefined {
    if (this.it === null) return undefined;
    while (this.count < this.nextIndex) {
      if (iterNext(this.it) === undefined) return this.end();
      this.count++;
    }
    if (this.stop >= 0 && this.count >= this.stop) return this.end();
    const x = iterNext(this.it);
    if (x === undefined) return this.end();
    this.count++;
    const next = this.nextIndex + this.step;
    this.nextIndex = this.stop >= 0 && next > this.stop ? this.stop : next;
    return x;
  }
  private end(): undefined {
    this.it = null;
    return undefined;
  }
}
iteratorType('islice', PyISlice, '*args, **kw', (args: PyValue[], kw: Kwargs) => {
  if (kw.size > 0) typeError('islice() takes no keyword arguments');
  if (args.length < 2) typeError(`islice expected at least 2 arguments, got ${args.length}`);
  if (args.length > 4) typeError(`islice expected at most 4 arguments, got ${args.length}`);
  const index = (x: PyValue, message: string): number => {
    let n: number | bigint;
    try {
      n = indexOf(x);
    } catch (e) {
      if (!isRaised(e, 'TypeError')) throw e;
      return valueError(message);
    }
    if (n < 0 || (typeof n === 'bigint' && n > MAX_SIZE)) valueError(message);
    return Number(n);
  };
  const plain = args.length === 2;
  const stopAt = plain ? args[1]! : args[2]!;
  const stop =
    stopAt === None
      ? -1
      : index(
          stopAt,
          plain
            ? 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
            : 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.',
        );
  const start =
    plain || args[1] === None
      ? 0
      : index(args[1]!, 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.');
  let step = 1;
  if (args.length === 4 && args[3] !== None) {
    const message = 'Step for islice() must be a positive integer or None.';
    step = index(args[3]!, message);
    if (step < 1) valueError(message);
  }
  return new PyISlice(getIter(args[0]!), start, stop, step);
});

/** zip that fills up the shorter iterables. */
class PyZipLongest extends PyIterator {
  private active: number;
  private readonly its: (PyValue | null)[];
  constructor(
    its: PyValue[],
    private readonly fill: PyValue,
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
iteratorType('zip_longest', PyZipLongest, '*args, **kw', (args: PyValue[], kw: Kwargs) => {
  for (const k of kw.keys()) if (k !== 'fillvalue') typeError('zip_longest() got an unexpected keyword argument');
  return new PyZipLongest(args.map(getIter), kw.get('fillvalue') ?? None);
});

/** Runs of values with equal keys. */
class PyGroupBy extends PyIterator {
  private target: PyValue | undefined;
  currentKey: PyValue | undefined;
  value: PyValue | undefined;
  currentGroup: PyGrouper | null = null;
  constructor(
    private readonly it: PyValue,
    private readonly keyOf: PyValue,
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
iteratorType(
  'groupby',
  PyGroupBy,
  'iterable, key?',
  (iterable: PyValue, key: PyValue = None) => new PyGroupBy(getIter(iterable), key),
);

/** One run of `groupby`; empty once the groupby has moved on. */
class PyGrouper extends PyIterator {
  constructor(
    private readonly parent: PyGroupBy,
    private readonly target: PyValue,
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
hiddenType('_grouper', PyGrouper);

/** A value taken from the source of `tee`, and the place of the one after it. */
class TeeLink {
  private value: PyValue | undefined;
  private following: TeeLink | null = null;
  constructor(private readonly it: PyValue) {}
  /** Returns the value here and the next link; undefined at the end. */
  take(): [PyValue, TeeLink] | undefined {
    if (this.following === null) {
      const x = iterNext(this.it);
      if (x === undefined) return undefined;
      this.value = x;
      this.following = new TeeLink(this.it);
    }
    return [this.value!, this.following];
  }
}

/** One of the independent iterators of `tee`: a place in a linked list of the values taken so far. */
class PyTee extends PyIterator {
  constructor(public link: TeeLink) {
    super();
  }
  next(): PyValue | undefined {
    const taken = this.link.take();
    if (taken === undefined) return undefined;
    this.link = taken[1];
    return taken[0];
  }
}
defMethods(hiddenType('_tee', PyTee), { '__copy__()': (it: PyTee) => new PyTee(it.link) });

const FUNCTIONS = makeFunctions('itertools', {
  'tee(iterable, n?, /)': (iterable: PyValue, n: PyValue = 2) => {
    const count = toNumberIndex(n);
    if (count < 0) valueError('n must be >= 0');
    if (count === 0) return new PyTuple([]);
    const it = getIter(iterable);
    const first = it instanceof PyTee ? it : new PyTee(new TeeLink(it));
    const out: PyValue[] = [it instanceof PyTee ? new PyTee(first.link) : first];
    while (out.length < count) out.push(new PyTee(first.link));
    return new PyTuple(out);
  },
});

/** Makes the module. */
export function makeModule(): PyModule {
  return nativeModule('itertools', [...TYPES, ...FUNCTIONS]);
}
