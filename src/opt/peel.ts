/**
 * Peeling: a recording of one iteration becomes a first iteration and a loop body.
 *
 * Most of what a recording asks does not change from one iteration to the next: the class of the iterator, that
 * a variable is an int, the bounds of the loop. The obvious way is to look for such invariants and to hoist them.
 * It fails twice. A guard may not move: its exit goes on at its own bytecode, with the frames as they were there.
 * And whether a value is invariant depends on what the loop stores, which depends on which loads are invariant.
 *
 * So nothing is moved. The recording is emitted *twice* through the same pipeline (LuaJIT's copy-substitution).
 * The second copy begins with all that the first has computed, loaded and guarded, its slots being what the first
 * left in them, and what is known folds away. What is left is the body:
 *
 *   root 1
 *       v3 bool = is_int p0
 *       guard v3                                   asked once
 *       v5 int = unbox_int p0
 *       v14 int = int_add v5, 1
 *     - v15 ref = box_int v14
 *   body
 *       slots v34
 *       l33 int = phi v14, v39 for slot 0          what differs between start and end, unboxed
 *     ~ v34 ref = box_int l33                      the box is for exits only
 *       v39 int = int_add l33, 1
 *       end loop v39
 *
 * To emit the body, one must know which slots and put-off stores vary, which loads of the first iteration later
 * ones change, and of which kind and range each variable is, all of which only the body tells. A `Plan` says what
 * is assumed; `finish` compares it with what the body did; what was wrong is corrected and the body emitted again.
 *
 * Invariants:
 * - A plan only grows more careful (more variables, fewer types, fewer loads kept), so this ends. Ranges are the
 *   exception: they begin at any int and get narrower (`widen`), three times at most, and are given up when
 *   anything else is corrected, for they were found under the wrong plan.
 * - What the body takes from the first iteration is written down (`Body.reliesOn`). A side trace that comes back
 *   to the body must find these fields unchanged, or it goes back to the header.
 * - What is promised of a variable (kind, range) holds at both ends: of its first value, and of the next one
 *   without any guard the body itself makes.
 * - First values are computed before the loop (`inits`), by an emitter that shares no state with the body's.
 *
 * It costs two to four emissions of a loop, a few milliseconds for a long one. A loop whose variables change
 * kind in each iteration has no body: Contradiction, and the recording is tried again.
 */
import type { KindFact } from '../ir/kinds.ts';
import type { Sort } from '../ir/ops.ts';
import { ANY_INT, type Range } from '../ir/ranges.ts';
import type { Body, Carried, Exit, Ins, LoopVariable, SnapshotFrame } from '../ir/trace.ts';
import { Contradiction, type Emitter } from './emitter.ts';
import { Replay } from './replay.ts';

export interface Recording {
  readonly ops: readonly Ins[];
  /** Raw parameter of each slot at the header; undefined where the slot is unbound. */
  readonly params: readonly (Ins | undefined)[];
  /** Raw slot values at the end. */
  readonly slots: readonly (Ins | undefined)[];
  /** Frames at the end, for guards of the closing itself. */
  readonly frames: readonly SnapshotFrame[];
}

const MAX_ATTEMPTS = 12;

interface Plan {
  readonly variant: Set<number>;
  readonly untyped: Set<string>;
  readonly killed: Set<string>;
  readonly ranges: Map<string, Range>;
  readonly uncarried: Set<string>;
}

/** Emits the loop body after the first iteration; throws Contradiction where no body is possible. */
export function peel(
  first: Emitter,
  rec: Recording,
  firstSlots: readonly (Ins | undefined)[],
  params: readonly (Ins | undefined)[],
): Body {
  const plan: Plan = {
    variant: new Set(),
    untyped: new Set(),
    killed: new Set(),
    ranges: new Map(),
    uncarried: new Set(),
  };
  firstSlots.forEach((v, i) => {
    if (v !== params[i]) plan.variant.add(i);
  });
  let improvements = 0;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const body = tryBody(first, rec, firstSlots, plan, improvements < 3 && attempt < MAX_ATTEMPTS - 2);
    if (body === 'improved') improvements++;
    else if (body !== 'retry') return body;
  }
  throw new Contradiction('unstable loop');
}

/** Makes the exit of a safe point at the header, where its slots are these. */
export function pollAt(e: Emitter, rec: Recording, slots: readonly (Ins | undefined)[]): Exit | null {
  const f = rec.frames[0];
  return f === undefined ? null : e.leave('poll', [{ shell: f.shell, pc: f.pc, slots, instance: undefined }]);
}

/** One loop variable under construction. */
interface Variable {
  readonly key: string;
  readonly phi: LoopVariable;
  readonly carried: Carried;
  readonly box: Ins;
  readonly init: Ins;
  /** The kind every boxed value of it has; what guards of the body learn is not promised. */
  readonly promised: KindFact | undefined;
}

/** Emits the body under a plan; 'retry' after correcting the plan. */
function tryBody(
  first: Emitter,
  rec: Recording,
  firstSlots: readonly (Ins | undefined)[],
  plan: Plan,
  improve: boolean,
): Body | 'retry' | 'improved' {
  const inits = first.fork();
  const b = first.fork();
  const preheader: Ins[] = [];
  const vars: Variable[] = [];
  for (const key of plan.uncarried) {
    inits.perform(key);
    b.heap.performed(key);
  }
  for (const key of plan.killed) {
    b.heap.available.delete(key);
    b.heap.putOff.delete(key);
  }
  const slots = firstSlots.map((v, i) => {
    if (!plan.variant.has(i)) return v;
    if (v === undefined) throw new Contradiction('a variable becomes bound');
    return addVariable(b, inits, plan, vars, `slot:${i}`, { kind: 'slot', slot: i }, v);
  });
  for (const [key, p] of [...b.heap.putOff]) {
    if (!p.dirty) continue;
    const box = addVariable(b, inits, plan, vars, `store:${key}`, { kind: 'store', key }, p.value);
    b.heap.putOff.set(key, { ...p, value: box });
  }
  b.heap.header = new Set([
    ...b.heap.available.keys(),
    ...[...b.heap.putOff].filter(([, p]) => !p.dirty).map(([k]) => k),
  ]);
  preheader.push(...inits.out);
  const poll = pollAt(b, rec, slots);
  const replay = new Replay(b);
  rec.params.forEach((p, i) => {
    if (p !== undefined && slots[i] !== undefined) replay.bind(p, slots[i]);
  });
  replay.run(rec.ops);
  const ends = rec.slots.map((s) => (s === undefined ? undefined : replay.ref(s)));
  return finish(b, plan, vars, slots, ends, preheader, first, improve, poll);
}

/** Makes a loop variable of a value, unboxed where its kind allows; returns its boxed form. */
function addVariable(
  b: Emitter,
  inits: Emitter,
  plan: Plan,
  vars: Variable[],
  key: string,
  carried: Carried,
  v: Ins,
): Ins {
  const kind = plan.untyped.has(key) ? undefined : b.facts.kind(v);
  const sort = v.sort === 'ref' ? unboxedSort(kind) : (v.sort as Sort);
  const init = inits.inSort(v, sort);
  const phi = b.c.make('phi', sort, [init], undefined);
  if (sort === 'int') {
    // The guards of the first iteration on operands of `init` may have come after it.
    b.facts.refresh(init);
    const r = plan.ranges.get(key) ?? ANY_INT;
    b.facts.narrow(phi, r.lo, r.hi);
  }
  const promised = sort === 'ref' ? kind : undefined;
  if (promised !== undefined) b.facts.setKind(phi, promised);
  const box = v.sort === 'ref' ? b.boxed(phi) : phi;
  vars.push({ key, phi, carried, box, init, promised });
  return box;
}

/** Returns the sort of a loop variable for boxed values of a kind. */
function unboxedSort(kind: KindFact | undefined): Sort {
  return kind === 'int' || kind === 'float' || kind === 'bool' ? kind : 'ref';
}

/** Checks the plan against what the body did; returns the body, or 'retry' with the plan corrected. */
function finish(
  b: Emitter,
  plan: Plan,
  vars: Variable[],
  slots: readonly (Ins | undefined)[],
  ends: readonly (Ins | undefined)[],
  preheader: Ins[],
  first: Emitter,
  improve: boolean,
  poll: Exit | null,
): Body | 'retry' | 'improved' {
  let ok = true;
  ends.forEach((v, i) => {
    if (plan.variant.has(i) || v === slots[i]) return;
    plan.variant.add(i);
    ok = false;
  });
  for (const key of b.heap.killed) {
    plan.killed.add(key);
    ok = false;
  }
  if (!ok) {
    plan.ranges.clear();
    return 'retry';
  }
  b.settle(ends);
  const carriedKeys = new Set(vars.map((v) => (v.carried.kind === 'store' ? v.carried.key : '')));
  for (const [key, p] of [...b.heap.putOff]) if (p.dirty && !carriedKeys.has(key)) b.perform(key);
  if (b.heap.killed.size > 0) {
    for (const key of b.heap.killed) plan.killed.add(key);
    plan.ranges.clear();
    return 'retry';
  }
  for (const v of vars) {
    // The body has performed the store: by another name, or because another name may see it.
    if (v.carried.kind !== 'store' || b.heap.putOff.get(v.carried.key)?.dirty === true) continue;
    plan.uncarried.add(v.carried.key);
    ok = false;
  }
  if (!ok) {
    plan.ranges.clear();
    return 'retry';
  }
  const next: Ins[] = [];
  for (const v of vars) {
    const end = v.carried.kind === 'slot' ? ends[v.carried.slot] : b.heap.putOff.get(v.carried.key)!.value;
    if (end === undefined) throw new Contradiction('a variable becomes unbound');
    const n = unboxTo(b, end, v);
    if (n === undefined) {
      plan.untyped.add(v.key);
      plan.ranges.clear();
      return 'retry';
    }
    next.push(n);
  }
  if (improve && widen(b, plan, vars, next)) return 'improved';
  vars.forEach((v, i) => {
    v.phi.args = [v.init, next[i]!];
  });
  first.out.push(...preheader);
  return {
    phis: vars.map((v) => v.phi),
    ops: b.out,
    end: { kind: 'loop', next },
    slots,
    poll,
    carried: vars.map((v) => v.carried),
    reliesOn: b.heap.used,
    kinds: vars.map((v) => v.promised ?? null),
    ranges: vars.map((v) => plan.ranges.get(v.key) ?? null),
  };
}

/** Returns a value in the sort of a loop variable, or undefined where its kind is not known to fit. */
function unboxTo(b: Emitter, end: Ins, v: Variable): Ins | undefined {
  const sort = v.phi.sort as Sort;
  if (end.sort === sort && sort !== 'ref') return b.use(end);
  if (sort === 'ref') {
    return v.promised === undefined || end === v.phi || b.facts.kind(end) === v.promised ? b.use(end) : undefined;
  }
  return b.facts.kind(end) === sort ? b.inSort(end, sort) : undefined;
}

/** Coarsens bounds, so that side paths are likely to keep them and the body still gets cheap ops. */
function coarseLow(n: number): number {
  return n >= 0 ? 0 : n >= -(2 ** 31) ? -(2 ** 31) : ANY_INT.lo;
}
function coarseHigh(n: number): number {
  return n < 2 ** 31 ? 2 ** 31 - 1 : n <= 2 ** 32 ? 2 ** 32 : ANY_INT.hi;
}

/** Improves ranges of int variables by what the body shows; tells whether it is worth emitting again. */
function widen(b: Emitter, plan: Plan, vars: Variable[], next: readonly Ins[]): boolean {
  let improved = false;
  vars.forEach((v, i) => {
    if (v.phi.sort !== 'int' || !b.c.on('facts')) return;
    const old = plan.ranges.get(v.key) ?? ANY_INT;
    const init = b.facts.range(v.init);
    const n = next[i]!;
    const end = b.facts.range(n);
    let lo = Math.min(init.lo, end.lo);
    let hi = Math.max(init.hi, end.hi);
    if (n === v.phi) {
      lo = init.lo;
      hi = init.hi;
    }
    if (n.op === 'int_add' && n.args[0] === v.phi) {
      const step = b.facts.range(n.args[1]!);
      if (step.lo >= 0) lo = Math.max(lo, init.lo);
      if (step.hi <= 0) hi = Math.min(hi, init.hi);
    }
    lo = Math.max(coarseLow(lo), old.lo);
    hi = Math.min(coarseHigh(hi), old.hi);
    if (lo > old.lo || hi < old.hi) {
      plan.ranges.set(v.key, { lo, hi });
      improved = true;
    }
  });
  return improved;
}
