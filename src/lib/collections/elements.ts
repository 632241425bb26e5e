/** The iterator of `Counter.elements()`: each key as often as it counts (an `itertools.chain`, to programs). */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { PyIterator, native } from '../../objects/core/values.ts';
import { toNumberIndex } from '../../objects/slots/number.ts';
import { TYPES } from '../itertools/types.ts';
import '../itertools/itertools.ts';

export class PyChainedRepeats extends PyIterator {
  private at = 0;
  private left = -1;
  constructor(private readonly entries: [PyValue, PyValue][]) {
    super();
  }
  next(): PyValue | undefined {
    for (; this.at < this.entries.length; this.at++, this.left = -1) {
      const [key, n] = this.entries[this.at]!;
      if (this.left < 0) this.left = Math.max(toNumberIndex(n), 0);
      if (this.left === 0) continue;
      this.left--;
      return key;
    }
    return undefined;
  }
}
native(PyChainedRepeats, TYPES.get('chain') as PyType);
