/**
 * Runs a tree's instructions one by one: the oracle for optimiser and code generator.
 *
 * `evaluateTree` has the contract of an emitted function (slots in, exit number and leaves out) and
 * is driven by the op table's own evaluator, so what it and the emitted JavaScript do differently is
 * a fault of the code generator; and a program that runs right with neither has a fault in the
 * optimiser. It executes what is `live`, as emitted code does.
 */
import { type OpName, rowOf } from './ops.ts';
import { type Call, type Exit, type FunctionCall, type Guard, type Ins, isCall, isComputed } from './trace.ts';
import type { Trace, TraceEnd, Tree } from './trace.ts';

/** A function for each op; that of one that takes any number of operands takes them as one array. */
export type OpEvaluator = Readonly<Record<OpName, (...args: any[]) => any>>;

/** Computes an op on host values. */
export function evaluateOp(ops: OpEvaluator, op: OpName, args: readonly unknown[]): unknown {
  return rowOf(op).variadic === true ? ops[op](args) : ops[op](...args);
}

interface EvaluateOptions {
  /** Instructions to execute before OutOfFuel is thrown. */
  readonly fuel?: number;
  /** Depth of the first frame; 1 unless given. */
  readonly depth?: number;
  /** Makes the exit of a guard be taken although it holds. */
  readonly force?: (guard: Guard) => boolean;
}

/** Thrown when a run exceeds its fuel. */
class OutOfFuel extends Error {}

/** Stands for an exit where a function's tree returns: its result is the first value stored. */
export const RETURNED = -1;

/** Where control goes at the end of a path. */
type Next = 'L' | 'E' | number;

/** Values of one run of a tree. */
class Run {
  private readonly values = new Map<Ins, unknown>();

  private fuel: number;

  constructor(
    private readonly tree: Tree,
    private readonly ops: OpEvaluator,
    private readonly slots: unknown[],
    private readonly out: unknown[],
    private readonly options: EvaluateOptions,
  ) {
    this.fuel = options.fuel ?? Number.POSITIVE_INFINITY;
    for (const p of tree.root.params) if (p !== undefined) this.values.set(p, slots[p.value]);
  }

  value(x: Ins): unknown {
    if (x.op === 'const') return x.value;
    if (!this.values.has(x)) throw new Error(`${x.op} ${x.id} is used before it is computed`);
    return this.values.get(x);
  }

  /** Runs the root until an exit; returns its number. */
  loop(): number {
    const { root } = this.tree;
    for (;;) {
      let next: Next = this.path(root.ops, root.body === null ? root.end! : null);
      if (root.body !== null && next === 'L') {
        this.assign(root.body.phis.map((phi) => [phi, phi.args[0]!]));
        do next = this.path(root.body.ops, root.body.end);
        while (next === 'L');
      }
      if (next !== 'E') return next as number;
    }
  }

  /** Runs one path to its end; a path without an end goes on to the body. */
  private path(ops: readonly Ins[], end: TraceEnd | null): Next {
    for (const x of ops) {
      if (!x.live) continue;
      if (--this.fuel < 0) throw new OutOfFuel(`T${this.tree.id} does not end`);
      if (x.op === 'guard') {
        if (this.options.force?.(x) === true) return this.leave(x.exit!);
        if (this.value(x.args[0]!) === x.expect) continue;
        return this.way(x.exit!);
      }
      if (isCall(x)) {
        try {
          this.values.set(x, this.call(x));
        } catch (e) {
          this.leave(x.exit!);
          this.out[x.exit!.leaves.length] = e;
          return x.exit!.id;
        }
      } else if (isComputed(x)) {
        const args = x.args.map((a) => this.value(a));
        this.values.set(x, evaluateOp(this.ops, x.op, args));
      }
    }
    return end === null ? 'L' : this.end(end);
  }

  private call(x: Call): unknown {
    const args = x.args.map((a) => this.value(a));
    if (x.op === 'call_function') return this.callFunction(x.value, args);
    const { fn, variadic } = x.value;
    return variadic === true ? fn(args) : fn(...args);
  }

  /** Calls a function or a loop through its entry. */
  private callFunction({ entry, above, fast }: FunctionCall, args: readonly unknown[]): unknown {
    const depth = (this.options.depth ?? 1) + above;
    return fast ? entry.fast(depth, ...args) : entry.call(depth, ...args);
  }

  /** Goes where a failing guard goes: into its side trace, or out. */
  private way(e: Exit): Next {
    const side: Trace | null = e.side;
    return side === null ? this.leave(e) : this.path(side.ops, side.end!);
  }

  /** Stores what the exit needs: its leaves, or the slots themselves. */
  private leave(e: Exit): number {
    if (e.direct) {
      const frame = e.snapshot.frames[0]!;
      frame.slots.forEach((x, i) => {
        if (x !== undefined) this.slots[i] = this.value(x);
        else if (frame.returning !== true) this.slots[i] = undefined;
      });
      return e.id;
    }
    e.leaves.forEach((leaf, i) => {
      this.out[i] = this.value(leaf);
    });
    return e.id;
  }

  private end(e: TraceEnd): Next {
    switch (e.kind) {
      case 'exit':
        return this.leave(e.exit);
      case 'return':
        if (e.exit !== null) return this.leave(e.exit);
        this.out[0] = this.value(e.value);
        return RETURNED;
      case 'tail_call':
        this.out[0] = this.callFunction(
          e.value,
          e.args.map((a) => this.value(a)),
        );
        return RETURNED;
      case 'loop':
        this.assign(this.tree.root.body!.phis.map((phi, i) => [phi, e.next[i]!]));
        return 'L';
      case 'header': {
        const pairs: [Ins, Ins][] = [];
        this.tree.root.params.forEach((p, i) => {
          const value = e.slots[i];
          if (p !== undefined && value !== undefined) pairs.push([p, value]);
        });
        this.assign(pairs);
        return 'E';
      }
    }
  }

  /** Assigns all at once. */
  private assign(pairs: readonly (readonly [Ins, Ins])[]): void {
    const live = pairs.filter(([to]) => to.live);
    const values = live.map(([, from]) => this.value(from));
    live.forEach(([to], i) => {
      this.values.set(to, values[i]);
    });
  }
}

/** Runs a tree from its header's slots; stores what the exit needs into `out` or `slots`, returns its number. */
export function evaluateTree(
  tree: Tree,
  ops: OpEvaluator,
  slots: unknown[],
  out: unknown[],
  options: EvaluateOptions = {},
): number {
  return new Run(tree, ops, slots, out, options).loop();
}
