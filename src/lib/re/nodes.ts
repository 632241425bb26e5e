/** The syntax tree of a pattern, its flags, and the widths it can match. */
export const I = 2,
  L = 4,
  M = 8,
  S = 16,
  U = 32,
  X = 64,
  A = 256,
  DEBUG = 128;
export const TYPE_FLAGS = A | L | U;
export const GLOBAL_FLAGS = DEBUG;
export const FLAG_LETTERS: Record<string, number> = { i: I, L, m: M, s: S, x: X, a: A, u: U };

export type SetItem = { lo: number; hi: number } | { category: Category };
export type Category = 'd' | 'D' | 's' | 'S' | 'w' | 'W';
export type Node =
  | { k: 'char'; c: number; neg: boolean; flags: number }
  | { k: 'any'; flags: number }
  | { k: 'set'; items: SetItem[]; neg: boolean; flags: number }
  | { k: 'at'; where: '^' | '$' | 'A' | 'Z' | 'b' | 'B'; flags: number }
  | { k: 'seq'; items: Node[] }
  | { k: 'alt'; branches: Node[] }
  | { k: 'group'; index: number | null; node: Node; scoped: boolean }
  | { k: 'repeat'; min: number; max: number; mode: 'greedy' | 'lazy' | 'possessive'; node: Node }
  | { k: 'look'; behind: boolean; neg: boolean; node: Node }
  | { k: 'atomic'; node: Node }
  | { k: 'ref'; index: number; flags: number }
  | { k: 'cond'; index: number; yes: Node; no: Node | null }
  | { k: 'fail' };

export const MAX_REPEAT = 4294967295;
/** The most characters a width is counted to. */
const MAX_WIDTH = 2 ** 64;

export interface Parsed {
  node: Node;
  flags: number;
  /** Groups, without group 0. */
  groups: number;
  names: Map<string, number>;
}

/** Raised as OverflowError. */
export class RepeatTooLarge {}

/** Returns the least and greatest number of characters a node can match. */
export function widthOf(n: Node, groups: ([number, number] | undefined)[] = []): [number, number] {
  switch (n.k) {
    case 'char':
    case 'any':
    case 'set':
      return [1, 1];
    case 'at':
    case 'look':
    case 'fail':
      return [0, 0];
    case 'seq':
      return n.items.reduce<[number, number]>(
        ([a, b], x) => {
          const [c, d] = widthOf(x, groups);
          return [a + c, b + d];
        },
        [0, 0],
      );
    case 'alt': {
      const all = n.branches.map((b) => widthOf(b, groups));
      return [Math.min(...all.map((w) => w[0])), Math.max(...all.map((w) => w[1]))];
    }
    case 'group':
    case 'atomic':
      return widthOf(n.node, groups);
    case 'repeat': {
      const [lo, hi] = widthOf(n.node, groups);
      return [
        Math.min(lo * n.min, MAX_WIDTH),
        n.max === MAX_REPEAT && hi > 0 ? MAX_WIDTH : Math.min(hi * n.max, MAX_WIDTH),
      ];
    }
    case 'ref':
      return groups[n.index] ?? [0, MAX_WIDTH];
    case 'cond': {
      const yes = widthOf(n.yes, groups);
      const no = n.no === null ? ([0, 0] as const) : widthOf(n.no, groups);
      return [Math.min(yes[0], no[0]), Math.max(yes[1], no[1])];
    }
  }
}
