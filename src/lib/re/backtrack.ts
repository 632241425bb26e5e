/**
 * A backtracking matcher for the patterns JavaScript's RegExp cannot express.
 *
 * Each node becomes a function `(position, next) → end or -1`, where `next` matches the rest (continuation
 * passing); groups are kept in one array, restored when a path fails. The subject is an array of code
 * points. Repeats of single characters are loops; others recurse once an iteration.
 */
import { checkInterrupt } from '../../signals/polling.ts';
import { A, I, M, type Node, S } from './nodes.ts';
import { caseVariants, inSet, isWord } from './chars.ts';

type Next = (at: number) => number;
type Step = (at: number, next: Next) => number;

/** Matches one pattern against subjects. */
export class Backtracker {
  private s: ArrayLike<number> = [];
  private end = 0;
  /** Starts and ends of groups, -1 where unmatched; group g at 2g. */
  caps: number[] = [];
  lastIndex = 0;
  private readonly start: Step;
  constructor(
    node: Node,
    private readonly groups: number,
  ) {
    this.start = this.compile(node);
  }

  /**
   * Matches at a position of a subject of code points that ends at `end`. Returns the end of the match
   * or -1; with `full` it must be `end`, with `nonempty` more than nothing.
   */
  match(s: ArrayLike<number>, at: number, end: number, full: boolean, nonempty: boolean): number {
    this.s = s;
    this.end = end;
    this.caps = new Array<number>(2 * this.groups + 2).fill(-1);
    this.lastIndex = 0;
    return this.start(at, (p) => ((full && p !== end) || (nonempty && p === at) ? -1 : p));
  }

  private compile(n: Node): Step {
    switch (n.k) {
      case 'char':
      case 'any':
      case 'set': {
        const test = this.single(n);
        return (at, next) => (at < this.end && test(this.s[at]!) ? next(at + 1) : -1);
      }
      case 'at':
        return this.at(n.where, n.flags);
      case 'seq':
        return n.items
          .map((x) => this.compile(x))
          .reduceRight<Step>(
            (rest, step) => (at, next) => step(at, (p) => rest(p, next)),
            (at, next) => next(at),
          );
      case 'alt': {
        const steps = n.branches.map((b) => this.compile(b));
        return (at, next) => {
          for (const step of steps) {
            const saved = this.save();
            const r = step(at, next);
            if (r >= 0) return r;
            this.restore(saved);
          }
          return -1;
        };
      }
      case 'group':
        return this.group(n.index, this.compile(n.node));
      case 'atomic': {
        const step = this.compile(n.node);
        return (at, next) => {
          const p = step(at, (x) => x);
          return p < 0 ? -1 : next(p);
        };
      }
      case 'repeat':
        return this.repeat(n);
      case 'look':
        return this.look(n);
      case 'ref':
        return this.reference(n.index, n.flags);
      case 'cond': {
        const yes = this.compile(n.yes);
        const no = n.no === null ? null : this.compile(n.no);
        return (at, next) => (this.caps[2 * n.index + 1]! >= 0 ? yes(at, next) : no === null ? next(at) : no(at, next));
      }
      case 'fail':
        return () => -1;
    }
  }

  private save(): [number[], number] {
    return [this.caps.slice(), this.lastIndex];
  }
  private restore([caps, last]: [number[], number]): void {
    this.caps = caps;
    this.lastIndex = last;
  }

  /** Makes the test of a node that matches one character. */
  private single(n: Extract<Node, { k: 'char' | 'any' | 'set' }>): (c: number) => boolean {
    if (n.k === 'any') return (n.flags & S) !== 0 ? () => true : (c) => c !== 10;
    if (n.k === 'set') {
      const memo = new Map<number, boolean>();
      return (c) => {
        let r = memo.get(c);
        if (r === undefined) {
          r = inSet(n.items, n.neg, c, n.flags);
          memo.set(c, r);
        }
        return r;
      };
    }
    if ((n.flags & I) === 0) return (c) => (c === n.c) !== n.neg;
    const all = new Set(caseVariants(n.c, n.flags));
    return (c) => all.has(c) !== n.neg;
  }

  private at(where: string, flags: number): Step {
    const ascii = (flags & A) !== 0;
    const multi = (flags & M) !== 0;
    const word = (i: number): boolean => i >= 0 && i < this.end && isWord(this.s[i]!, ascii);
    const test: (at: number) => boolean =
      where === 'A'
        ? (at) => at === 0
        : where === 'Z'
          ? (at) => at === this.end
          : where === '^'
            ? (at) => at === 0 || (multi && this.s[at - 1] === 10)
            : where === '$'
              ? (at) => at === this.end || (this.s[at] === 10 && (multi || at === this.end - 1))
              : where === 'b'
                ? (at) => word(at - 1) !== word(at)
                : (at) => word(at - 1) === word(at);
    return (at, next) => (test(at) ? next(at) : -1);
  }

  private group(index: number | null, step: Step): Step {
    if (index === null) return step;
    return (at, next) =>
      step(at, (p) => {
        const [a, b, last] = [this.caps[2 * index]!, this.caps[2 * index + 1]!, this.lastIndex];
        this.caps[2 * index] = at;
        this.caps[2 * index + 1] = p;
        this.lastIndex = index;
        const r = next(p);
        if (r < 0) {
          this.caps[2 * index] = a;
          this.caps[2 * index + 1] = b;
          this.lastIndex = last;
        }
        return r;
      });
  }

  private repeat(n: Extract<Node, { k: 'repeat' }>): Step {
    const { min, max } = n;
    if (n.mode === 'possessive') {
      const greedy = this.repeat({ ...n, mode: 'greedy' });
      return (at, next) => {
        const p = greedy(at, (x) => x);
        return p < 0 ? -1 : next(p);
      };
    }
    if (n.node.k === 'char' || n.node.k === 'any' || n.node.k === 'set')
      return this.repeatSingle(this.single(n.node), min, max, n.mode === 'lazy');
    const step = this.compile(n.node);
    const iterate = (count: number, at: number, last: number, next: Next): number => {
      checkInterrupt();
      if (count < min) return step(at, (p) => iterate(count + 1, p, at, next));
      const more = (): number => {
        if (count >= max || at === last) return -1;
        const saved = this.save();
        const r = step(at, (p) => iterate(count + 1, p, at, next));
        if (r < 0) this.restore(saved);
        return r;
      };
      if (n.mode === 'lazy') {
        const r = next(at);
        return r >= 0 ? r : more();
      }
      const r = more();
      return r >= 0 ? r : next(at);
    };
    return (at, next) => iterate(0, at, -1, next);
  }

  private repeatSingle(test: (c: number) => boolean, min: number, max: number, lazy: boolean): Step {
    return (at, next) => {
      checkInterrupt();
      let p = at;
      const limit = Math.min(this.end, at + max);
      if (lazy) {
        while (p < at + min) {
          if (p >= this.end || !test(this.s[p]!)) return -1;
          p++;
        }
        for (;;) {
          const r = next(p);
          if (r >= 0) return r;
          if (p >= limit || !test(this.s[p]!)) return -1;
          p++;
        }
      }
      while (p < limit && test(this.s[p]!)) p++;
      for (; p >= at + min; p--) {
        const r = next(p);
        if (r >= 0) return r;
      }
      return -1;
    };
  }

  private look(n: Extract<Node, { k: 'look' }>): Step {
    const step = this.compile(n.node);
    const width = n.behind ? fixedWidth(n.node) : 0;
    return (at, next) => {
      const saved = this.save();
      const from = at - width;
      const found = from >= 0 && step(from, (p) => (n.behind && p !== at ? -1 : p)) >= 0;
      if (n.neg) {
        this.restore(saved);
        return found ? -1 : next(at);
      }
      return found ? next(at) : -1;
    };
  }

  private reference(index: number, flags: number): Step {
    return (at, next) => {
      const [a, b] = [this.caps[2 * index]!, this.caps[2 * index + 1]!];
      if (a < 0 || b < a || at + (b - a) > this.end) return -1;
      for (let i = 0; i < b - a; i++) {
        const [x, y] = [this.s[a + i]!, this.s[at + i]!];
        if (x !== y && !((flags & I) !== 0 && caseVariants(x, flags).includes(y))) return -1;
      }
      return next(at + (b - a));
    };
  }
}

/** Returns the width of the body of a look-behind. */
function fixedWidth(n: Node): number {
  switch (n.k) {
    case 'char':
    case 'any':
    case 'set':
      return 1;
    case 'seq':
      return n.items.reduce((a, x) => a + fixedWidth(x), 0);
    case 'alt':
      return fixedWidth(n.branches[0]!);
    case 'group':
    case 'atomic':
      return fixedWidth(n.node);
    case 'repeat':
      return n.min * fixedWidth(n.node);
    case 'cond':
      return fixedWidth(n.yes);
    default:
      return 0;
  }
}
