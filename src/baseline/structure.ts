/**
 * From a flow graph to nested JavaScript: labelled blocks, loops, breaks.
 *
 * The obvious way, one `switch` over the number of the next block within an endless loop, hides every loop
 * from V8. Here each loop of the graph becomes a loop of the text, and each place where paths meet the end of
 * a labelled block (Ramsey, "Beyond Relooper", 2022): a block of code is nested in the text of its immediate
 * dominator, so all that leads to it stands before or around it.
 *
 * Two additions. What is left of a loop when it ends stands *behind* the loop's text, not within it, however
 * deep in the loop its dominator is: V8 takes for a loop whatever lies between its ends. And blocks may be
 * *entered from outside* (handlers, resumed generators, loops taken over from another tier): the variable `E`
 * then has the number of the block, and the way there goes through the headers of the loops round it, which
 * look at `E` first. So a graph with such entries is still reducible.
 *
 * A graph that is not reducible (jumps into loops, rare in Python) gets the `switch`.
 */

interface Graph {
  /** Number of blocks; block 0 is the start. */
  readonly size: number;
  /** Ways from block to block. */
  readonly next: readonly (readonly number[])[];
  /** Ways that lead outside and back in: from what may raise to its handler, from a yield to what follows it. */
  readonly around: readonly (readonly number[])[];
  /** Blocks entered from outside, by their number in `E`: index + 1. */
  readonly entries: readonly number[];
  /** Whether the start is entered too (where `E` is 0). */
  readonly fromStart: boolean;
}

/** Writes the text of a block; `go` gives the text of the way to a following one. */
type WriteBlock = (block: number, go: (to: number) => string) => string;

/** Returns the text of a graph. */
export function structure(g: Graph, write: WriteBlock): string {
  const plan = makePlan(g);
  return plan === null ? switched(g, write) : new Structurer(g, plan, write).text();
}

/* ---- the graph with its entries ---- */

interface Plan {
  /** Number of the node from which everything is entered. */
  readonly root: number;
  readonly next: readonly (readonly number[])[];
  /** Which way leads on to an entry: `E` by node. */
  readonly routes: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly order: readonly number[];
  readonly rank: readonly number[];
  readonly idom: readonly number[];
  readonly headers: ReadonlySet<number>;
  /** For each block the headers of the loops round it, the outermost first. */
  readonly loops: readonly (readonly number[])[];
}

/** Adds the ways to the entries; returns null for a graph that is not reducible. */
function makePlan(g: Graph): Plan | null {
  const loops = loopsOf(g);
  if (loops === null) return null;
  const root = g.size;
  const next = g.next.map((to) => [...to]);
  next.push([]);
  const routes = new Map<number, Map<number, number>>();
  const route = (from: number, e: number, to: number): void => {
    const known = routes.get(from) ?? new Map<number, number>();
    routes.set(from, known);
    known.set(e, to);
    next[from]!.push(to);
  };
  if (g.fromStart) route(root, 0, 0);
  g.entries.forEach((block, i) => {
    const path = [...loops[block]!.filter((h) => h !== block), block];
    let from = root;
    for (const step of path) {
      route(from, i + 1, step);
      from = step;
    }
  });
  const order = postorder(next, root).reverse();
  const rank = new Array<number>(next.length).fill(-1);
  for (const [i, b] of order.entries()) rank[b] = i;
  const idom = dominators(next, order, rank);
  const headers = new Set<number>();
  for (const b of order) {
    for (const to of next[b]!) {
      if (rank[to]! > rank[b]!) continue;
      if (!dominates(idom, to, b)) return null;
      headers.add(to);
    }
  }
  return { root, next, routes, order, rank, idom, headers, loops };
}

/** Lists the blocks reached from one in postorder. */
function postorder(next: readonly (readonly number[])[], root: number): number[] {
  const out: number[] = [];
  const seen = new Set<number>([root]);
  const stack: { b: number; i: number }[] = [{ b: root, i: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const to = next[top.b]![top.i++];
    if (to === undefined) {
      out.push(top.b);
      stack.pop();
    } else if (!seen.has(to)) {
      seen.add(to);
      stack.push({ b: to, i: 0 });
    }
  }
  return out;
}

/** Returns immediate dominators (Cooper, Harvey, Kennedy, "A Simple, Fast Dominance Algorithm"). */
function dominators(next: readonly (readonly number[])[], order: readonly number[], rank: readonly number[]): number[] {
  const before: number[][] = next.map(() => []);
  for (const b of order) for (const to of next[b]!) before[to]!.push(b);
  const idom = new Array<number>(next.length).fill(-1);
  const root = order[0]!;
  idom[root] = root;
  for (let changed = true; changed; ) {
    changed = false;
    for (const b of order) {
      if (b === root) continue;
      let found = -1;
      for (const p of before[b]!) {
        if (idom[p] === -1) continue;
        found = found === -1 ? p : meet(idom, rank, found, p);
      }
      if (idom[b] !== found) {
        idom[b] = found;
        changed = true;
      }
    }
  }
  return idom;
}

function meet(idom: readonly number[], rank: readonly number[], x: number, y: number): number {
  let a = x;
  let b = y;
  while (a !== b) {
    while (rank[a]! > rank[b]!) a = idom[a]!;
    while (rank[b]! > rank[a]!) b = idom[b]!;
  }
  return a;
}

/** Tells whether every way to `b` goes through `a`. */
function dominates(idom: readonly number[], a: number, b: number): boolean {
  for (let x = b; ; x = idom[x]!) {
    if (x === a) return true;
    if (x === idom[x]) return false;
  }
}

/** Finds for each block the headers of the loops round it, ways through handlers included; null if not reducible. */
function loopsOf(g: Graph): number[][] | null {
  const next = g.next.map((to, b) => [...to, ...g.around[b]!]);
  const order = postorder(next, 0).reverse();
  const rank = new Array<number>(next.length).fill(-1);
  for (const [i, b] of order.entries()) rank[b] = i;
  const idom = dominators(next, order, rank);
  const before: number[][] = next.map(() => []);
  for (const b of order) for (const to of next[b]!) before[to]!.push(b);
  const bodies = new Map<number, Set<number>>();
  for (const b of order) {
    for (const to of next[b]!) {
      if (rank[to]! > rank[b]!) continue;
      if (!dominates(idom, to, b)) return null;
      const body = bodies.get(to) ?? new Set([to]);
      bodies.set(to, body);
      const work = [b];
      for (let x = work.pop(); x !== undefined; x = work.pop()) {
        if (body.has(x)) continue;
        body.add(x);
        work.push(...before[x]!);
      }
    }
  }
  const nested = [...bodies].sort(([, a], [, b]) => b.size - a.size);
  return next.map((_, b) => nested.filter(([, body]) => body.has(b)).map(([h]) => h));
}

/* ---- the text ---- */

class Structurer {
  /** Blocks that stand at the end of a labelled block, by the block in whose text that is. */
  private readonly within = new Map<number, number[]>();
  /** Blocks that stand behind the text of a loop. */
  private readonly behind = new Map<number, number[]>();
  private readonly merges = new Set<number>();

  constructor(
    private readonly g: Graph,
    private readonly plan: Plan,
    private readonly write: WriteBlock,
  ) {
    this.place();
  }

  text(): string {
    return this.tree(this.plan.root);
  }

  /** Decides where each block that needs a label stands. */
  private place(): void {
    const { order, rank, next, idom, root } = this.plan;
    const forward = new Array<number>(next.length).fill(0);
    const leaves = new Set<number>();
    for (const b of order) {
      for (const to of next[b]!) {
        if (rank[to]! <= rank[b]!) continue;
        forward[to]!++;
        if (this.outermostLeft(b, to) !== undefined) leaves.add(to);
      }
    }
    for (const b of order) {
      if (b === root || (forward[b]! < 2 && !leaves.has(b))) continue;
      this.merges.add(b);
      const at = idom[b]!;
      const loop = this.outermostLeft(at, b);
      const table = loop === undefined ? this.within : this.behind;
      const key = loop ?? at;
      const known = table.get(key) ?? [];
      table.set(key, known);
      known.push(b);
    }
  }

  /** Returns the outermost loop that a way leaves. */
  private outermostLeft(from: number, to: number): number | undefined {
    if (from === this.plan.root) return undefined;
    const around = to === this.plan.root ? [] : this.plan.loops[to]!;
    return this.plan.loops[from]!.find((h) => !around.includes(h) && this.plan.headers.has(h));
  }

  /** Returns the text of a block and of all it dominates. */
  private tree(b: number): string {
    let out = this.nested(b, this.within.get(b) ?? []);
    if (this.plan.headers.has(b)) out = `L${b}:for(;;){${out}}`;
    return this.wrap(out, this.behind.get(b) ?? []);
  }

  private nested(b: number, merges: readonly number[]): string {
    return this.wrap(this.own(b), merges);
  }

  /** Puts blocks behind a text from which ways lead to them. */
  private wrap(text: string, merges: readonly number[]): string {
    let out = text;
    for (const m of merges) out = `B${m}:{${out}}${this.tree(m)}`;
    return out;
  }

  /** Returns the text of a block alone, with the ways out of it. */
  private own(b: number): string {
    const routes = this.plan.routes.get(b);
    if (b === this.plan.root) return this.dispatch(b, routes!);
    const reset = this.g.entries.includes(b) ? 'E=0;' : '';
    const inner = routes === undefined ? '' : `if(E!==0){${this.dispatch(b, routes)}}`;
    return `${inner}${reset}${this.write(b, (to) => this.go(b, to))}`;
  }

  /** Goes on by the number in `E`. */
  private dispatch(b: number, routes: ReadonlyMap<number, number>): string {
    const byTarget = new Map<number, number[]>();
    for (const [e, to] of routes) byTarget.set(to, [...(byTarget.get(to) ?? []), e]);
    const ways = [...byTarget];
    if (ways.length === 1 && b === this.plan.root) return this.go(b, ways[0]![0]);
    const cases = ways.map(([to, es]) => `${es.map((e) => `case ${e}:`).join('')}${this.go(b, to)}`);
    return `switch(E){${cases.join('')}}`;
  }

  /** Returns the way from one block to another. */
  private go(from: number, to: number): string {
    const { rank } = this.plan;
    if (rank[to]! <= rank[from]!) return `continue L${to};`;
    return this.merges.has(to) ? `break B${to};` : this.tree(to);
  }
}

/** Returns the text of any graph, by block numbers. */
function switched(g: Graph, write: WriteBlock): string {
  const seen = new Set<number>();
  const work = g.fromStart ? [0, ...g.entries] : [...g.entries];
  for (let b = work.pop(); b !== undefined; b = work.pop()) {
    if (seen.has(b)) continue;
    seen.add(b);
    work.push(...g.next[b]!);
  }
  const first = ['case 0:N=0;break;', ...g.entries.map((b, i) => `case ${i + 1}:N=${b};break;`)].join('');
  const cases = [...seen].map((b) => `case ${b}:{${write(b, (to) => `N=${to};continue N;`)}}`);
  return `let N=0;switch(E){${first}}E=0;N:for(;;)switch(N){${cases.join('')}}`;
}
