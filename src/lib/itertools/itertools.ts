/**
 * The module `itertools` (CPython's Modules/itertoolsmodule.c): iterators over iterators, one host class
 * each. The combinatoric ones are in `itertools-combinatorics.ts`.
 */
import type { PyModule } from '../../objects/core/values.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { PyIterator, PyTuple } from '../../objects/core/values.ts';
import { defMethods, makeFunctions } from '../../objects/core/builtin.ts';
import { valueError } from '../../objects/core/exceptions.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { getIter } from '../../protocol/iterate.ts';
import { iterNext } from '../../objects/slots/iterate.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { TYPES, hiddenType } from './types.ts';
import './combinatorics.ts';
import './endless.ts';
import './selecting.ts';
import './grouping.ts';

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
