/** Merging two neighbouring runs in place, galloping where one run wins often. */
import type { Run } from './timsort.ts';

export type Less = (x: any, y: any) => boolean;

const MIN_GALLOP = 7;

/** Merges runs of `keys`, moving `values` in step. */
export class Merge {
  private minGallop = MIN_GALLOP;
  protected readonly pending: Run[] = [];

  constructor(
    protected readonly keys: any[],
    protected readonly values: any[] | null,
    protected readonly less: Less,
  ) {}

  /** Finds where `key` goes in the sorted `a[base:base + n]`, before equal ones. */
  protected gallopLeft(key: any, a: any[], base: number, n: number, hint: number): number {
    const less = this.less;
    let last = 0,
      ofs = 1;
    if (less(a[base + hint], key)) {
      const max = n - hint;
      while (ofs < max && less(a[base + hint + ofs], key)) {
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      ofs = Math.min(ofs, max) + hint;
      last += hint;
    } else {
      const max = hint + 1;
      while (ofs < max && !less(a[base + hint - ofs], key)) {
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      const k = last;
      last = hint - Math.min(ofs, max);
      ofs = hint - k;
    }
    last++;
    while (last < ofs) {
      const m = last + ((ofs - last) >> 1);
      if (less(a[base + m], key)) last = m + 1;
      else ofs = m;
    }
    return ofs;
  }

  /** Finds where `key` goes in the sorted `a[base:base + n]`, after equal ones. */
  protected gallopRight(key: any, a: any[], base: number, n: number, hint: number): number {
    const less = this.less;
    let last = 0,
      ofs = 1;
    if (less(key, a[base + hint])) {
      const max = hint + 1;
      while (ofs < max && less(key, a[base + hint - ofs])) {
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      const k = last;
      last = hint - Math.min(ofs, max);
      ofs = hint - k;
    } else {
      const max = n - hint;
      while (ofs < max && !less(key, a[base + hint + ofs])) {
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      ofs = Math.min(ofs, max) + hint;
      last += hint;
    }
    last++;
    while (last < ofs) {
      const m = last + ((ofs - last) >> 1);
      if (less(key, a[base + m])) ofs = m;
      else last = m + 1;
    }
    return ofs;
  }

  /** Merges two adjacent runs, the first of which is copied out; whatever raises, no item is lost. */
  protected mergeLow(sa: number, na: number, sb: number, nb: number): void {
    const { keys, values, less } = this;
    const tk = keys.slice(sa, sa + na);
    const tv = values === null ? null : values.slice(sa, sa + na);
    let dest = sa,
      a = 0,
      b = sb;
    const takeB = (): void => {
      keys[dest] = keys[b];
      if (values !== null) values[dest] = values[b];
      dest++;
      b++;
      nb--;
    };
    const takeA = (): void => {
      keys[dest] = tk[a];
      if (values !== null) values[dest] = tv![a];
      dest++;
      a++;
      na--;
    };
    const run = (): void => {
      takeB();
      if (nb === 0 || na === 1) return;
      let minGallop = this.minGallop;
      for (;;) {
        let countA = 0,
          countB = 0;
        for (;;) {
          if (less(keys[b], tk[a])) {
            takeB();
            countB++;
            countA = 0;
            if (nb === 0) return;
            if (countB >= minGallop) break;
          } else {
            takeA();
            countA++;
            countB = 0;
            if (na === 1) return;
            if (countA >= minGallop) break;
          }
        }
        minGallop++;
        do {
          if (minGallop > 1) minGallop--;
          this.minGallop = minGallop;
          countA = this.gallopRight(keys[b], tk, a, na, 0);
          for (let k = countA; k > 0; k--) takeA();
          if (countA > 0 && na <= 1) return;
          takeB();
          if (nb === 0) return;
          countB = this.gallopLeft(tk[a], keys, b, nb, 0);
          for (let k = countB; k > 0; k--) takeB();
          if (countB > 0 && nb === 0) return;
          takeA();
          if (na === 1) return;
        } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    };
    try {
      run();
    } catch (e) {
      while (na > 0) takeA();
      throw e;
    }
    // Of an `a` not used up, one item is left, and it goes last.
    if (na === 1) while (nb > 0) takeB();
    while (na > 0) takeA();
  }

  /** Merges two adjacent runs, the second of which is copied out; whatever raises, no item is lost. */
  protected mergeHigh(sa: number, na: number, sb: number, nb: number): void {
    const { keys, values, less } = this;
    const tk = keys.slice(sb, sb + nb);
    const tv = values === null ? null : values.slice(sb, sb + nb);
    let dest = sb + nb - 1,
      a = sa + na - 1,
      b = nb - 1;
    const takeA = (): void => {
      keys[dest] = keys[a];
      if (values !== null) values[dest] = values[a];
      dest--;
      a--;
      na--;
    };
    const takeB = (): void => {
      keys[dest] = tk[b];
      if (values !== null) values[dest] = tv![b];
      dest--;
      b--;
      nb--;
    };
    const run = (): void => {
      takeA();
      if (na === 0 || nb === 1) return;
      let minGallop = this.minGallop;
      for (;;) {
        let countA = 0,
          countB = 0;
        for (;;) {
          if (less(tk[b], keys[a])) {
            takeA();
            countA++;
            countB = 0;
            if (na === 0) return;
            if (countA >= minGallop) break;
          } else {
            takeB();
            countB++;
            countA = 0;
            if (nb === 1) return;
            if (countB >= minGallop) break;
          }
        }
        minGallop++;
        do {
          if (minGallop > 1) minGallop--;
          this.minGallop = minGallop;
          countA = na - this.gallopRight(tk[b], keys, sa, na, na - 1);
          for (let k = countA; k > 0; k--) takeA();
          if (countA > 0 && na === 0) return;
          takeB();
          if (nb === 1) return;
          countB = nb - this.gallopLeft(keys[a], tk, 0, nb, nb - 1);
          for (let k = countB; k > 0; k--) takeB();
          if (countB > 0 && nb <= 1) return;
          takeA();
          if (na === 0) return;
        } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    };
    try {
      run();
    } catch (e) {
      while (nb > 0) takeB();
      throw e;
    }
    if (nb === 1) while (na > 0) takeA();
    while (nb > 0) takeB();
  }
}
