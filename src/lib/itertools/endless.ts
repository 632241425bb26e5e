/** Iterators that repeat, count, accumulate or chain. */
import { Binary } from '../../bytecode/operators.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, PyIterator, PyList, PyTuple, intOf, typeOf, PyComplex } from '../../objects/core/values.ts';
import { type Kwargs, defClassMethods, defMethods } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { getIter } from '../../protocol/iterate.ts';
import { iterNext } from '../../objects/slots/iterate.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { binaryOp } from '../../protocol/number.ts';
import { repr } from '../../objects/slots/format.ts';
import { TYPES, defCopying, iteratorType, positional, stateItems, warnOfCopying } from './types.ts';
import { shortName } from '../../objects/core/c-types.ts';
import { listAppend, listFrom, listGet } from '../../objects/core/list-storage.ts';
import { getAttr } from '../../protocol/attribute.ts';

export const MAX_SIZE = 9223372036854775807n;

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
    this.current = binaryOp(Binary.ADD, x, this.step);
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
    x instanceof PyComplex
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
  },
);
defCopying(TYPES.get('count')!, ({ current, step }: PyCount) => {
  const n = intOf(current);
  return [n !== undefined && n < MAX_SIZE && step === 1 ? [current] : [current, step]];
});

/** The values of an iterator again and again. */
class PyCycle extends PyIterator {
  /** What comes again. */
  saved = listFrom([]);
  /** Whether all that comes again is in `saved`, though the iterator has more to give: it walks over them. */
  complete = false;
  at = 0;
  constructor(public it: PyValue | null) {
    super();
  }
  next(): PyValue | undefined {
    if (this.it !== null) {
      const x = iterNext(this.it);
      if (x !== undefined) {
        if (!this.complete) listAppend(this.saved, x);
        return x;
      }
      this.it = null;
    }
    const n = this.saved.items.length;
    if (n === 0) return undefined;
    if (this.at >= n) this.at = 0;
    return listGet(this.saved, this.at++);
  }

  /** Returns an iterator over the rest of the round, and what `restore` takes. */
  parts(): [PyValue[], PyValue] {
    if (this.it !== null) return [[this.it], new PyTuple([this.saved, false])];
    const it = getIter(this.saved);
    const at = this.at % Math.max(this.saved.items.length, 1);
    if (at > 0) invoke(getAttr(it, '__setstate__'), [at]);
    return [[it], new PyTuple([this.saved, true])];
  }
}
const cycleType = iteratorType(
  'cycle',
  PyCycle,
  '*args, **kw',
  positional('cycle', 1, (x) => new PyCycle(getIter(x!))),
);
defCopying(
  cycleType,
  (it: PyCycle) => it.parts(),
  (it, state) => {
    const [saved, complete] = stateItems(state, 2) as [PyValue, PyValue];
    if (!(saved instanceof PyList)) typeError(`argument 1 must be list, not ${shortName(typeOf(saved))}`);
    it.complete = toNumberIndex(complete) !== 0;
    it.saved = saved;
    it.at = 0;
  },
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
defCopying(TYPES.get('repeat')!, ({ value, left }: PyRepeat) => [left < 0 ? [value] : [value, left]]);

/** Running totals, or results of any function of two arguments. */
class PyAccumulate extends PyIterator {
  total: PyValue | undefined;
  constructor(
    readonly it: PyValue,
    readonly fn: PyValue,
    public initial: PyValue,
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
    else this.total = this.fn === None ? binaryOp(Binary.ADD, this.total, x) : invoke(this.fn, [this.total, x]);
    return this.total;
  }
}
const accumulateType = iteratorType(
  'accumulate',
  PyAccumulate,
  'iterable, func?, *, initial?',
  (iterable: PyValue, fn: PyValue = None, initial: PyValue = None) => new PyAccumulate(getIter(iterable), fn, initial),
);

/** The values of one iterable after the other. */
class PyChain extends PyIterator {
  active: PyValue | null = null;
  constructor(public source: PyValue | null) {
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
defCopying(
  TYPES.get('chain')!,
  (it: PyChain) => {
    if (it.source === null) return [[]];
    return [[], new PyTuple(it.active === null ? [it.source] : [it.source, it.active])];
  },
  (it, state) => {
    const its = stateItems(state, 1, 2);
    if (!its.every((x) => typeOf(x).lookup('__next__') !== undefined)) typeError('Arguments must be iterators.');
    it.source = its[0]!;
    it.active = its[1] ?? null;
  },
);

/** Makes an iterator that gives a value first and then what another gives. */
const after = (first: PyValue, it: PyValue): PyChain => new PyChain(getIter(new PyTuple([new PyTuple([first]), it])));

defMethods(accumulateType, {
  '__reduce__()': (it: PyAccumulate) => {
    warnOfCopying();
    const { type, fn, total } = it;
    if (it.initial !== None) return new PyTuple([type, new PyTuple([after(it.initial, it.it), fn]), None]);
    if (total !== None) return new PyTuple([type, new PyTuple([it.it, fn]), total ?? None]);
    // A state of None counts as none: the total is given again, as the first item, and left out.
    const again = new PyAccumulate(after(None, it.it), fn, None);
    return new PyTuple([TYPES.get('islice')!, new PyTuple([again, 1, None])]);
  },
  '__setstate__(state, /)': (it: PyAccumulate, state: PyValue) => {
    warnOfCopying();
    it.total = state;
    return None;
  },
});
