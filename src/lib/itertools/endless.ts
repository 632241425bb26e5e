/** Iterators that repeat, count, accumulate or chain. */
import { Binary } from '../../bytecode/operators.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, PyIterator, PyTuple, intOf, typeOf, PyComplex } from '../../objects/core/values.ts';
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
import { TYPES, iteratorType, positional } from './types.ts';
import { shortName } from '../../objects/core/c-types.ts';
import { append } from '../../numbers/allocation.ts';

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
        append(this.saved, x);
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
    else this.total = this.fn === None ? binaryOp(Binary.ADD, this.total, x) : invoke(this.fn, [this.total, x]);
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
