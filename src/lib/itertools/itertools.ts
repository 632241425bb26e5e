/**
 * The module `itertools` (CPython's Modules/itertoolsmodule.c): iterators over iterators, one host class
 * each. The combinatoric ones are in `itertools-combinatorics.ts`.
 */
import type { PyModule } from '../../objects/core/values.ts';
import { PyObj, type PyType, type PyValue } from '../../objects/core/object.ts';
import { None, PyIterator, PyList, PyTuple, native, typeOf } from '../../objects/core/values.ts';
import { defMethods, defNew, makeFunctions } from '../../objects/core/builtin.ts';
import { raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { cType, shortName } from '../../objects/core/c-types.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { append } from '../../numbers/allocation.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { getIter, toArray } from '../../protocol/iterate.ts';
import { iterNext } from '../../objects/slots/iterate.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { TYPES, defCopying, hiddenType, stateItems } from './types.ts';
import './combinatorics.ts';
import './endless.ts';
import './selecting.ts';
import { grouperType } from './grouping.ts';

/** How many values a piece of `tee`'s list holds. */
const PIECE = 57;

/** A piece of the list of the values that a `tee` has taken from its source. */
class PyTeeData extends PyObj {
  following: PyTeeData | null = null;
  private running = false;
  constructor(
    readonly it: PyValue,
    readonly values: PyValue[] = [],
  ) {
    super();
  }
  /** Returns a value, the next one if need be from the source; undefined at the end. */
  at(i: number): PyValue | undefined {
    if (i < this.values.length) return this.values[i];
    if (this.running) raise('RuntimeError', 'cannot re-enter the tee iterator');
    this.running = true;
    try {
      const x = iterNext(this.it);
      if (x !== undefined) this.values.push(x);
      return x;
    } finally {
      this.running = false;
    }
  }
  /** Returns the piece after this one. */
  next(): PyTeeData {
    return (this.following ??= new PyTeeData(this.it));
  }
}

/** One of the independent iterators of `tee`: a place in the list of the values taken so far. */
class PyTee extends PyIterator {
  constructor(
    public data: PyTeeData,
    public index = 0,
  ) {
    super();
  }
  next(): PyValue | undefined {
    if (this.index >= PIECE) {
      this.data = this.data.next();
      this.index = 0;
    }
    const x = this.data.at(this.index);
    if (x !== undefined) this.index++;
    return x;
  }
}

/** Makes an independent iterator over what `x` gives; one of another `tee` shares its values. */
function teeOf(x: PyValue): PyTee {
  const it = getIter(x);
  return it instanceof PyTee ? new PyTee(it.data, it.index) : new PyTee(new PyTeeData(it));
}

const teeType = hiddenType('_tee', PyTee);
defNew(teeType, 'iterable, /', (_cls: PyType, iterable: PyValue) => teeOf(iterable));
defMethods(teeType, { '__copy__()': (it: PyTee) => new PyTee(it.data, it.index) });
defCopying(
  teeType,
  (it: PyTee) => [[new PyTuple([])], new PyTuple([it.data, it.index])],
  (it, state) => {
    const [data, index] = stateItems(state, 2) as [PyValue, PyValue];
    if (!(data instanceof PyTeeData))
      typeError(`argument 1 must be itertools._tee_dataobject, not ${shortName(typeOf(data))}`);
    const i = toNumberIndex(index);
    if (i < 0 || i > PIECE) valueError('Index out of range');
    it.data = data;
    it.index = i;
  },
);

const teeDataType = cType('itertools', '_tee_dataobject', { base: false });
native(PyTeeData, teeDataType);
defNew(teeDataType, 'it, values, next, /', (_cls: PyType, it: PyValue, values: PyValue, following: PyValue) => {
  if (!(values instanceof PyList)) typeError(`argument 2 must be list, not ${shortName(typeOf(values))}`);
  const taken = toArray(values);
  const data = new PyTeeData(it, taken);
  if (taken.length > PIECE || (taken.length < PIECE && following !== None)) valueError('Invalid arguments');
  if (following instanceof PyTeeData) data.following = following;
  else if (following !== None) typeError('_tee_dataobject expected a _tee_dataobject or None');
  return data;
});
defCopying(teeDataType, (d: PyTeeData) => [[d.it, listFrom(d.values.slice()), d.following ?? None]]);

const FUNCTIONS = makeFunctions('itertools', {
  'tee(iterable, n?, /)': (iterable: PyValue, n: PyValue = 2) => {
    const count = toNumberIndex(n);
    if (count < 0) valueError('n must be >= 0');
    if (count === 0) return new PyTuple([]);
    const first = teeOf(iterable);
    const out: PyValue[] = [first];
    while (out.length < count) append(out, new PyTee(first.data, first.index));
    return new PyTuple(out);
  },
});

/** Makes the module. */
export function makeModule(): PyModule {
  return nativeModule('itertools', [
    ...TYPES,
    ...FUNCTIONS,
    ['_grouper', grouperType],
    ['_tee', teeType],
    ['_tee_dataobject', teeDataType],
  ]);
}
