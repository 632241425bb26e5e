/** Choices at random that a seed repeats. */
import { randomFrom } from '../../test/deopt/generate.ts';

export class Choices {
  private readonly next: (n: number) => number;

  constructor(seed: number) {
    this.next = randomFrom(seed);
  }

  /** Returns a number from 0 to `n - 1`. */
  below(n: number): number {
    return this.next(n);
  }

  /** Tells, in one of `n` cases, yes. */
  one(n: number): boolean {
    return this.next(n) === 0;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.next(from.length)]!;
  }

  /** Picks and calls one of several makers of text. */
  make(makers: readonly (() => string)[]): string {
    return this.pick(makers)();
  }

  /** Returns some of the elements, each by even chance, in their order. */
  some<T>(from: readonly T[]): T[] {
    return from.filter(() => this.next(2) === 0);
  }
}

/** Joins parts of a program: long templates in a form that lines can be broken in. */
export function joined(...parts: readonly (string | number)[]): string {
  return parts.join('');
}
