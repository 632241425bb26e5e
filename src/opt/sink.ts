/**
 * What is computed where: dead code and sinking in one marking.
 *
 * Roots are what has an effect or decides the way: guards, stores, calls, next values of loop
 * variables, slots handed over at the end. What roots need is live. A pure op or an allocation that
 * only snapshots need is not: it *sinks* into the exits, which evaluate it from the values stored
 * (its leaves). Loads, parameters and loop variables cannot be evaluated later, so a snapshot that
 * needs one makes it live. Runs over one trace at a time; what an outer trace computes is live or
 * has been emitted again, so marking never goes beyond.
 */
import { rowOf } from '../ir/ops.ts';
import { type Exit, type Ins, type Trace, type TraceEnd, isCall, isComputed } from '../ir/trace.ts';

/** Tells whether an exit can compute an instruction by itself. */
function canSink(x: Ins, sinks: boolean): boolean {
  if (!sinks || !isComputed(x)) return false;
  const { effect } = rowOf(x.op);
  return effect === 'pure' || effect === 'alloc';
}

/** Marks an instruction and what it is computed from as live. */
function mark(x: Ins): void {
  const work = [x];
  for (let y = work.pop(); y !== undefined; y = work.pop()) {
    if (y.op === 'const' || y.live) continue;
    y.live = true;
    work.push(...y.args);
  }
}

/** Marks what a snapshot needs that exits cannot compute. */
function markLeaves(x: Ins | undefined, sinks: boolean, seen: Set<Ins>): void {
  if (x === undefined || x.op === 'const' || x.live || seen.has(x)) return;
  seen.add(x);
  if (!canSink(x, sinks)) {
    mark(x);
    return;
  }
  for (const a of x.args) markLeaves(a, sinks, seen);
}

/** Calls `visit` with every reference of a snapshot. */
function eachOfExit(exit: Exit, visit: (x: Ins | undefined) => void): void {
  for (const f of exit.snapshot.frames) {
    for (const s of f.slots) visit(s);
    visit(f.instance);
  }
  for (const p of exit.snapshot.pending) for (const a of p.args) visit(a);
}

/** Returns everything that leaves a trace at its ends. */
function endsOf(t: Trace): TraceEnd[] {
  return [t.end, t.body?.end].filter((e): e is TraceEnd => e != null);
}

/** Decides liveness for a new trace and the leaves of its exits. */
export function sink(t: Trace, sinks: boolean): void {
  const ops = t.body === null ? t.ops : [...t.ops, ...t.body.ops];
  for (const ins of ops) {
    if (ins.op === 'guard' || isCall(ins) || (isComputed(ins) && rowOf(ins.op).effect === 'store')) {
      ins.live = true;
      for (const a of ins.args) mark(a);
    } else if (!sinks) mark(ins);
  }
  const exits = [...ops.map((i) => i.exit), t.poll, t.body?.poll].filter((x) => x != null);
  for (const end of endsOf(t)) {
    if (end.kind === 'exit' && end.exit.direct)
      eachOfExit(end.exit, (x) => {
        if (x !== undefined) mark(x);
      });
    else if (end.kind === 'exit') exits.push(end.exit);
    else if (end.kind === 'header')
      for (const s of end.slots) {
        if (s !== undefined) mark(s);
      }
    else if (end.kind === 'tail_call') for (const a of end.args) mark(a);
    else if (end.kind === 'return') {
      mark(end.value);
      if (end.exit !== null)
        eachOfExit(end.exit, (x) => {
          if (x !== undefined) mark(x);
        });
    } else if (t.body === null || t.body.end !== end) for (const n of end.next) mark(n);
  }
  // Next values count only where the variable is live; snapshots may make more of them live.
  for (let changed = true; changed; ) {
    changed = false;
    for (const e of exits)
      eachOfExit(e, (x) => {
        markLeaves(x, sinks, new Set());
      });
    for (const phi of t.body?.phis ?? []) {
      if (!phi.live) continue;
      for (const a of phi.args)
        if (!a.live && a.op !== 'const') {
          mark(a);
          changed = true;
        }
    }
  }
  for (const e of exits) e.leaves = leavesOf(e);
  for (const end of endsOf(t)) if (end.kind === 'exit' && end.exit.direct) end.exit.leaves = leavesOf(end.exit);
}

/** Collects the live values an exit must store. */
function leavesOf(exit: Exit): Ins[] {
  const leaves = new Set<Ins>();
  const seen = new Set<Ins>();
  const visit = (x: Ins | undefined): void => {
    if (x === undefined || x.op === 'const' || seen.has(x)) return;
    seen.add(x);
    if (x.live) {
      leaves.add(x);
      return;
    }
    for (const a of x.args) visit(a);
  };
  eachOfExit(exit, visit);
  return [...leaves];
}
