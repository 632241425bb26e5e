/** Timsort: runs are found, lengthened, and merged by powers (Munro and Wild). */
import { Merge } from './merge.ts';

export interface Run {
  start: number;
  length: number;
  power: number;
}

/** One run of timsort over `keys`, moving `values` in step. */
export class Timsort extends Merge {
  /** Sorts. */
  sort(): void {
    const n = this.keys.length;
    if (n < 2) return;
    let minrun = n,
      odd = 0;
    while (minrun >= 64) {
      odd |= minrun & 1;
      minrun >>= 1;
    }
    minrun += odd;
    for (let start = 0; start < n; ) {
      let length = this.countRun(start, n - start);
      if (length < minrun) {
        const forced = Math.min(n - start, minrun);
        this.binarySort(start, forced, length);
        length = forced;
      }
      this.foundRun(length, n);
      this.pending.push({ start, length, power: 0 });
      start += length;
    }
    const p = this.pending;
    while (p.length > 1) {
      let i = p.length - 2;
      if (i > 0 && p[i - 1]!.length < p[i + 1]!.length) i--;
      this.mergeAt(i);
    }
  }

  /** Reverses a slice of keys and values. */
  private reverse(from: number, n: number): void {
    const { keys, values } = this;
    for (let i = from, j = from + n - 1; i < j; i++, j--) {
      const k = keys[i];
      keys[i] = keys[j];
      keys[j] = k;
      if (values === null) continue;
      const v = values[i];
      values[i] = values[j];
      values[j] = v;
    }
  }

  /** Returns the length of the run that begins at `lo`, made ascending if it is descending. */
  private countRun(lo: number, remaining: number): number {
    const { keys: a, less } = this;
    if (remaining <= 1) return remaining;
    let n = 1;
    while (n < remaining && !less(a[lo + n], a[lo + n - 1])) n++;
    if (n === remaining) return n;
    if (n > 1) {
      if (less(a[lo], a[lo + n - 1])) return n;
      this.reverse(lo, n);
    }
    n++;
    let equal = 0;
    for (; n < remaining; n++) {
      if (less(a[lo + n], a[lo + n - 1])) {
        if (equal > 0) this.reverse(lo + n - equal - 1, equal + 1);
        equal = 0;
      } else if (less(a[lo + n - 1], a[lo + n])) break;
      else equal++;
    }
    if (equal > 0) this.reverse(lo + n - equal - 1, equal + 1);
    this.reverse(lo, n);
    while (n < remaining && !less(a[lo + n], a[lo + n - 1])) n++;
    return n;
  }

  /** Sorts `n` items from `lo`, the first `sorted` of which are in order, by binary insertion. */
  private binarySort(lo: number, n: number, sorted: number): void {
    const { keys, values, less } = this;
    for (let i = Math.max(sorted, 1); i < n; i++) {
      const pivot = keys[lo + i];
      let left = 0,
        right = i;
      do {
        const m = (left + right) >> 1;
        if (less(pivot, keys[lo + m])) right = m;
        else left = m + 1;
      } while (left < right);
      for (let j = i; j > left; j--) keys[lo + j] = keys[lo + j - 1];
      keys[lo + left] = pivot;
      if (values === null) continue;
      const v = values[lo + i];
      for (let j = i; j > left; j--) values[lo + j] = values[lo + j - 1];
      values[lo + left] = v;
    }
  }

  /** Merges earlier runs whose power exceeds that of the boundary before a new run. */
  private foundRun(length: number, total: number): void {
    const p = this.pending;
    const last = p[p.length - 1];
    if (last === undefined) return;
    let power = 0;
    let a = 2 * last.start + last.length;
    let b = a + last.length + length;
    for (;;) {
      power++;
      if (a >= total) {
        a -= total;
        b -= total;
      } else if (b >= total) break;
      a *= 2;
      b *= 2;
    }
    while (p.length > 1 && p[p.length - 2]!.power > power) this.mergeAt(p.length - 2);
    p[p.length - 1]!.power = power;
  }

  /** Merges runs `i` and `i + 1`. */
  private mergeAt(i: number): void {
    const a = this.pending[i]!,
      b = this.pending[i + 1]!;
    let { start: sa, length: na } = a;
    const sb = b.start;
    let nb = b.length;
    a.length += nb;
    this.pending.splice(i + 1, 1);
    const k = this.gallopRight(this.keys[sb], this.keys, sa, na, 0);
    sa += k;
    na -= k;
    if (na === 0) return;
    nb = this.gallopLeft(this.keys[sa + na - 1], this.keys, sb, nb, nb - 1);
    if (nb <= 0) return;
    if (na <= nb) this.mergeLow(sa, na, sb, nb);
    else this.mergeHigh(sa, na, sb, nb);
  }
}
