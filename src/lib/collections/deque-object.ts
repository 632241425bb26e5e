/** The deque object: a ring of slots that grows. */
import { PyObj, type PyValue } from '../../objects/core/object.ts';
import { native } from '../../objects/core/values.ts';
import { cType } from '../../objects/core/c-types.ts';
import { checkItems } from '../../numbers/allocation.ts';

export const dequeType = cType('collections', 'deque', { weak: true, collection: 'sequence', sequenceSlots: true });

type Slot = PyValue | undefined;

export class PyDeque extends PyObj {
  private items: Slot[] = [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
  private head = 0;
  length = 0;
  /** -1 where unbounded. */
  maxlen = -1;
  /** Changes with every change of structure. */
  state = 0;

  /** Returns item `i`, which is in range. */
  at(i: number): PyValue {
    return this.items[(this.head + i) & (this.items.length - 1)]!;
  }

  /** Replaces item `i`, which is in range. */
  put(i: number, x: PyValue): void {
    this.items[(this.head + i) & (this.items.length - 1)] = x;
  }

  /** Appends at the right end; drops the leftmost item of a full deque. */
  push(x: PyValue): void {
    this.state++;
    if (this.maxlen >= 0 && this.length >= this.maxlen) {
      if (this.maxlen === 0) return;
      this.shift();
    }
    if (this.length === this.items.length) this.grow();
    this.items[(this.head + this.length++) & (this.items.length - 1)] = x;
  }

  /** Appends at the left end; drops the rightmost item of a full deque. */
  unshift(x: PyValue): void {
    this.state++;
    if (this.maxlen >= 0 && this.length >= this.maxlen) {
      if (this.maxlen === 0) return;
      this.pop();
    }
    if (this.length === this.items.length) this.grow();
    this.head = (this.head - 1) & (this.items.length - 1);
    this.items[this.head] = x;
    this.length++;
  }

  /** Removes and returns the rightmost item; the deque is not empty. */
  pop(): PyValue {
    this.state++;
    const i = (this.head + --this.length) & (this.items.length - 1);
    const x = this.items[i]!;
    this.items[i] = undefined;
    return x;
  }

  /** Removes and returns the leftmost item; the deque is not empty. */
  shift(): PyValue {
    this.state++;
    const x = this.items[this.head]!;
    this.items[this.head] = undefined;
    this.head = (this.head + 1) & (this.items.length - 1);
    this.length--;
    return x;
  }

  /** Returns the items in order. */
  toArray(): PyValue[] {
    const out: PyValue[] = [];
    for (let i = 0; i < this.length; i++) out.push(this.at(i));
    return out;
  }

  /** Replaces the contents. */
  assign(values: readonly PyValue[]): void {
    this.clear();
    for (const v of values) this.push(v);
  }

  clear(): void {
    this.items = [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
    this.head = this.length = 0;
    this.state++;
  }

  /** Moves the rightmost `n` items to the left end (for negative `n` the other way round). */
  rotate(n: number): void {
    const len = this.length;
    if (len < 2) return;
    this.state++;
    let k = ((n % len) + len) % len;
    if (k * 2 > len) {
      for (k = len - k; k > 0; k--) {
        const x = this.shift();
        this.push(x);
      }
    } else {
      for (; k > 0; k--) {
        const x = this.pop();
        this.head = (this.head - 1) & (this.items.length - 1);
        this.items[this.head] = x;
        this.length++;
      }
    }
  }

  /** Inserts before index `i`, 0 ≤ i ≤ length. */
  insert(i: number, x: PyValue): void {
    if (i === this.length) {
      this.push(x);
      return;
    }
    if (i === 0) {
      this.unshift(x);
      return;
    }
    this.push(this.at(this.length - 1));
    for (let j = this.length - 2; j > i; j--) this.put(j, this.at(j - 1));
    this.put(i, x);
  }

  /** Deletes item `i`, which is in range. */
  remove(i: number): void {
    for (let j = i; j < this.length - 1; j++) this.put(j, this.at(j + 1));
    this.pop();
  }

  private grow(): void {
    const { items, head } = this;
    const n = items.length;
    checkItems(n * 2);
    const next: Slot[] = head === 0 ? items.slice() : items.slice(head).concat(items.slice(0, head));
    for (let i = 0; i < n; i++) next.push(undefined);
    this.items = next;
    this.head = 0;
  }
}
native(PyDeque, dequeType);
