/**
 * The verifier of trees: what must hold of every tree the optimiser makes, whatever passes ran.
 *
 * - Every use is dominated by its definition: defined before on the same path, or on the path of an
 *   outer trace before the exit a side trace hangs at (or a parameter, a constant).
 * - Operands have the sorts of their row; ends hand over as many values as there are variables.
 * - What compiled code executes refers only to what compiled code computes (`live`).
 * - An exit stores exactly what its snapshot needs: every reference is a constant, a stored leaf, or
 *   an instruction the exit can evaluate (pure, or an allocation) from such.
 * - An exit that writes the slots itself has one frame, all of it computed, and no stores put off.
 * - What the header finds bound it finds bound at every way back, and the other way round.
 *
 * Runs over all traces of a tree; cost is linear in instructions times snapshot size. Always on in
 * tests; not part of normal runs.
 */
import { OPS, type Sort, rowOf, sortsOf } from './ops.ts';
import { nameOf } from './print.ts';
import { type Exit, type FunctionCall, type Ins, type Trace, type TraceEnd, type Tree, isComputed } from './trace.ts';

/** Returns everything that is wrong with a tree, as text; empty if nothing is. */
export function verifyTree(tree: Tree): string[] {
  const v = new Verifier(tree);
  v.run();
  return v.faults;
}

/** Returns the sorts of a function call's operands. */
function passedSorts(v: FunctionCall, n: number): Sort[] {
  return Array.from({ length: n }, (_, i) => (v.fast && v.entry.floats!.includes(i) ? 'float' : 'ref'));
}

class Verifier {
  readonly faults: string[] = [];
  private where = '';

  constructor(private readonly tree: Tree) {}

  run(): void {
    const { tree } = this;
    const root = tree.root;
    this.where = `T${root.id}`;
    if (root.parent !== null) this.fault('the root has a parent');
    const scope = new Set<Ins>();
    root.params.forEach((p, i) => {
      if (p === undefined) return;
      scope.add(p);
      if (p.op !== 'param' || p.value !== i || p.sort !== 'ref') this.fault(`slot ${i} has the parameter ${nameOf(p)}`);
    });
    this.path(root.ops, scope, root);
    if (root.body !== null) this.body(root, scope);
    else if (root.end === null) this.fault('a root without body has no end');
    if (root.end !== null) this.end(root.end, scope, root);
    for (const t of tree.traces) {
      if (t === root) continue;
      if (t.parent?.side !== t) this.fault(`T${t.id} does not hang at its exit`);
    }
  }

  private fault(text: string): void {
    this.faults.push(`${this.where}: ${text}`);
  }

  private body(root: Trace, scope: Set<Ins>): void {
    const b = root.body!;
    for (const phi of b.phis) this.operand(phi.args[0], phi.sort, scope, phi.live, nameOf(phi));
    for (const phi of b.phis) {
      if (phi.op !== 'phi' || phi.sort === 'none' || phi.args.length !== 2)
        this.fault(`${nameOf(phi)} is no loop variable`);
      scope.add(phi);
    }
    if (b.carried.length !== b.phis.length || b.kinds.length !== b.phis.length || b.ranges.length !== b.phis.length)
      this.fault('loop variables and their descriptions differ in number');
    this.path(b.ops, scope, root);
    this.end(b.end, scope, root);
    const { end } = b;
    if (end.kind === 'loop')
      b.phis.forEach((phi, i) => {
        if (phi.args[1] !== end.next[i]) this.fault(`${nameOf(phi)} has another next value than the end of the body`);
      });
  }

  /** Walks one path; `scope` grows. */
  private path(ops: readonly Ins[], scope: Set<Ins>, trace: Trace): void {
    for (const x of ops) {
      if (scope.has(x)) this.fault(`${nameOf(x)} is computed twice`);
      this.instruction(x, scope, trace);
      scope.add(x);
    }
  }

  private instruction(x: Ins, scope: Set<Ins>, trace: Trace): void {
    const what = `${nameOf(x)} = ${x.op}`;
    switch (x.op) {
      case 'guard':
        if (!x.live) this.fault(`${what} is not live`);
        this.operands(x, ['bool'], scope, what);
        if (x.exit === null || x.exit.kind !== 'guard' || x.exit.guard !== x)
          this.fault(`${what} has no exit of its own`);
        else this.exit(x.exit, scope, trace, null);
        return;
      case 'call':
      case 'builtin':
      case 'call_function':
        if (!x.live) this.fault(`${what} is not live`);
        this.operands(
          x,
          x.op === 'call_function' ? passedSorts(x.value, x.args.length) : x.args.map(() => 'ref'),
          scope,
          what,
        );
        if (x.exit === null || x.exit.kind !== 'raise') this.fault(`${what} has no exit for what it raises`);
        else this.exit(x.exit, scope, trace, x);
        return;
      case 'const':
      case 'param':
      case 'phi':
        this.fault(`${what} within a path`);
        return;
      default: {
        if (!Object.hasOwn(OPS, x.op)) {
          this.fault(`${what} is no op`);
          return;
        }
        const row = rowOf(x.op);
        if (x.sort !== row.result) this.fault(`${what} has sort ${x.sort}`);
        if (row.effect === 'store' && !x.live) this.fault(`${what} is a store that is not live`);
        this.operands(x, sortsOf(x.op, x.args.length), scope, what);
      }
    }
  }

  private operands(x: Ins, sorts: readonly Sort[], scope: ReadonlySet<Ins>, what: string): void {
    if (x.args.length !== sorts.length) {
      this.fault(`${what} has ${x.args.length} operands`);
      return;
    }
    x.args.forEach((a, i) => {
      this.operand(a, sorts[i]!, scope, x.live, what);
    });
  }

  /** Checks one use: defined, of the sort, and computed where `live`. */
  private operand(x: Ins | undefined, sort: Sort | 'none', scope: ReadonlySet<Ins>, live: boolean, what: string): void {
    if (x === undefined) {
      this.fault(`${what} lacks an operand`);
      return;
    }
    if (x.sort !== sort) this.fault(`${what} uses ${nameOf(x)} of sort ${x.sort} as ${sort}`);
    if (x.op === 'const') return;
    if (!scope.has(x)) this.fault(`${what} uses ${nameOf(x)}, which is not computed before it`);
    if (live && !x.live) this.fault(`${what} uses ${nameOf(x)}, which compiled code does not compute`);
  }

  /** Checks an exit and the side trace that hangs at it. */
  private exit(e: Exit, scope: ReadonlySet<Ins>, trace: Trace, raised: Ins | null): void {
    const what = `exit ${e.id}`;
    if (this.tree.exits[e.id] !== e) this.fault(`${what} is not number ${e.id} of its tree`);
    if (e.trace !== trace) this.fault(`${what} belongs to another trace`);
    if (e.snapshot.frames.length === 0) this.fault(`${what} has no frame`);
    if (e.direct) {
      this.direct(e, scope, what);
      return;
    }
    const leaves = new Set(e.leaves);
    for (const leaf of leaves) {
      if (!leaf.live || !scope.has(leaf)) this.fault(`${what} stores ${nameOf(leaf)}, which is not computed before it`);
      if (leaf === raised) this.fault(`${what} stores the result of the call that raised`);
    }
    const seen = new Set<Ins>();
    const need = (x: Ins | undefined): void => {
      if (x === undefined || x.op === 'const' || leaves.has(x) || seen.has(x)) return;
      seen.add(x);
      const row = isComputed(x) && Object.hasOwn(OPS, x.op) ? rowOf(x.op) : undefined;
      if (x.live || row === undefined || row.effect === 'load' || row.effect === 'store')
        this.fault(`${what} needs ${nameOf(x)} (${x.op}), which it does not store and cannot compute`);
      else x.args.forEach(need);
    };
    for (const f of e.snapshot.frames) {
      for (const s of f.slots) {
        if (s !== undefined && s.sort !== 'ref') this.fault(`${what} puts ${nameOf(s)} of sort ${s.sort} into a slot`);
        need(s);
      }
      need(f.instance);
    }
    for (const p of e.snapshot.pending) {
      const row = rowOf(p.op);
      if (row?.effect !== 'store') this.fault(`${what} has put off ${p.op}, which is no store`);
      else
        p.args.forEach((a, i) => {
          if (a.sort !== row.args[i]) this.fault(`${what} has put off ${p.op} with ${nameOf(a)} of sort ${a.sort}`);
        });
      p.args.forEach(need);
    }
    if (e.side !== null) this.side(e.side, new Set(scope));
  }

  /** Checks an exit whose slots compiled code writes: one frame, all of it computed. */
  private direct(e: Exit, scope: ReadonlySet<Ins>, what: string): void {
    const [frame, ...more] = e.snapshot.frames;
    if (e.kind !== 'link' && e.kind !== 'stop') this.fault(`${what} of kind ${e.kind} writes slots itself`);
    if (more.length > 0 || frame === undefined || frame.instance !== undefined || e.snapshot.pending.length > 0)
      this.fault(`${what} writes more than the slots of one frame`);
    frame?.slots.forEach((s, i) => {
      if (s !== undefined) this.operand(s, 'ref', scope, true, `slot ${i} of ${what}`);
    });
  }

  private side(t: Trace, scope: Set<Ins>): void {
    const outer = this.where;
    this.where = `T${t.id}`;
    if (!this.tree.traces.includes(t)) this.fault('is not among the traces of its tree');
    if (t.body !== null) this.fault('a side trace has a body');
    this.path(t.ops, scope, t);
    if (t.end === null) this.fault('has no end');
    else this.end(t.end, scope, t);
    this.where = outer;
  }

  private end(e: TraceEnd, scope: ReadonlySet<Ins>, trace: Trace): void {
    switch (e.kind) {
      case 'exit':
        if (e.exit.kind !== 'link' && e.exit.kind !== 'stop') this.fault(`ends at an exit of kind ${e.exit.kind}`);
        this.exit(e.exit, scope, trace, null);
        return;
      case 'return':
        if ((this.tree.kind === 'loop') !== (e.exit !== null)) this.fault('returns in the wrong way');
        this.operand(e.value, 'ref', scope, true, 'the result');
        if (e.exit !== null) this.exit(e.exit, scope, trace, null);
        return;
      case 'tail_call':
        if (this.tree.kind === 'loop') this.fault('a loop ends in the call of a loop');
        passedSorts(e.value, e.args.length).forEach((sort, i) => {
          this.operand(e.args[i], sort, scope, true, `operand ${i} of the loop`);
        });
        return;
      case 'loop': {
        const phis = this.tree.root.body?.phis;
        if (phis === undefined) {
          this.fault('goes round a body that does not exist');
          return;
        }
        if (phis.length !== e.next.length)
          this.fault(`has ${e.next.length} next values for ${phis.length} loop variables`);
        phis.forEach((phi, i) => {
          this.operand(e.next[i], phi.sort, scope, phi.live, `next value of ${nameOf(phi)}`);
        });
        return;
      }
      case 'header':
        for (let i = 0; i < Math.max(this.tree.root.params.length, e.slots.length); i++) {
          const p = this.tree.root.params[i];
          const s = e.slots[i];
          if (p === undefined && s !== undefined) this.fault(`slot ${i} is bound at the end and unbound at the header`);
          if (p !== undefined && s === undefined) this.fault(`slot ${i} is unbound at the end and bound at the header`);
          if (p !== undefined && s !== undefined) this.operand(s, 'ref', scope, p.live, `slot ${i} at the end`);
        }
    }
  }
}
