/** Iterators that leave out some of the items. */
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyIterator } from '../../objects/core/values.ts';
import type { Kwargs } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { iterNext, isRaised } from '../../objects/slots/iterate.ts';
import { isTrue } from '../../protocol/compare.ts';
import { getIter, toArray } from '../../protocol/iterate.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { stateIndex } from '../../types/containers/iterators.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { defCopying, iteratorType, positional } from './types.ts';
import { MAX_SIZE } from './endless.ts';

/** The data whose selectors are true. */
class PyCompress extends PyIterator {
  constructor(
    readonly data: PyValue,
    readonly selectors: PyValue,
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
const compressType = iteratorType(
  'compress',
  PyCompress,
  'data, selectors',
  (data: PyValue, selectors: PyValue) => new PyCompress(getIter(data), getIter(selectors)),
);
defCopying(compressType, (it: PyCompress) => [[it.data, it.selectors]]);

/** Everything from the first value that fails the predicate. */
class PyDropWhile extends PyIterator {
  started = false;
  constructor(
    readonly fn: PyValue,
    readonly it: PyValue,
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
const dropwhileType = iteratorType(
  'dropwhile',
  PyDropWhile,
  '*args, **kw',
  positional('dropwhile', 2, (fn, x) => new PyDropWhile(fn!, getIter(x!))),
);
defCopying(
  dropwhileType,
  (it: PyDropWhile) => [[it.fn, it.it], Number(it.started)],
  (it, state) => {
    it.started = isTrue(state);
  },
);

/** Everything before the first value that fails the predicate. */
class PyTakeWhile extends PyIterator {
  done = false;
  constructor(
    readonly fn: PyValue,
    readonly it: PyValue,
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
const takewhileType = iteratorType(
  'takewhile',
  PyTakeWhile,
  '*args, **kw',
  positional('takewhile', 2, (fn, x) => new PyTakeWhile(fn!, getIter(x!))),
);
defCopying(
  takewhileType,
  (it: PyTakeWhile) => [[it.fn, it.it], Number(it.done)],
  (it, state) => {
    it.done = isTrue(state);
  },
);

/** The values that fail the predicate. */
class PyFilterFalse extends PyIterator {
  constructor(
    readonly fn: PyValue,
    readonly it: PyValue,
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
const filterfalseType = iteratorType(
  'filterfalse',
  PyFilterFalse,
  '*args, **kw',
  positional('filterfalse', 2, (fn, x) => new PyFilterFalse(fn!, getIter(x!))),
);
defCopying(filterfalseType, (it: PyFilterFalse) => [[it.fn, it.it]]);

/** `fn(*args)` for each args. */
class PyStarMap extends PyIterator {
  constructor(
    readonly fn: PyValue,
    readonly it: PyValue,
  ) {
    super();
  }
  next(): PyValue | undefined {
    const args = iterNext(this.it);
    return args === undefined ? undefined : invoke(this.fn, toArray(args));
  }
}
const starmapType = iteratorType(
  'starmap',
  PyStarMap,
  '*args, **kw',
  positional('starmap', 2, (fn, x) => new PyStarMap(fn!, getIter(x!))),
);
defCopying(starmapType, (it: PyStarMap) => [[it.fn, it.it]]);

/** Every step-th value from start before stop (-1: no end). */
class PyISlice extends PyIterator {
  count = 0;
  constructor(
    public it: PyValue | null,
    public nextIndex: number,
    readonly stop: number,
    readonly step: number,
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
const isliceType = iteratorType('islice', PyISlice, '*args, **kw', (args: PyValue[], kw: Kwargs) => {
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
defCopying(
  isliceType,
  (it: PyISlice) =>
    it.it === null
      ? [[getIter(listFrom([])), 0], 0]
      : [[it.it, it.nextIndex, it.stop < 0 ? None : it.stop, it.step], it.count],
  (it, state) => {
    it.count = stateIndex(state);
  },
);
