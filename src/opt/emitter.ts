/**
 * The emission pipeline: fold → narrow → facts → CSE → load forwarding → append.
 *
 * Everything that becomes part of a trace goes through `emit`: the recording, its second copy in the
 * loop body, and side traces, each with the state (facts, heap, equal ops) of the point it starts
 * from. An operand that is not live in the parent trace (a box only exits know) is emitted again.
 */
import { BOX, type OpName, type Sort, UNBOX, rowOf } from '../ir/ops.ts';
import type { Initial } from '../ir/rows.ts';
import {
  type Call,
  type Callee,
  type Computed,
  type Exit,
  type ExitKind,
  type FunctionCall,
  type Guard,
  type Ins,
  type InsOf,
  type IrOp,
  type PendingStore,
  type Position,
  type Snapshot,
  type SnapshotFrame,
  isComputed,
} from '../ir/trace.ts';
import type { Context } from './context.ts';
import { decided } from './decide.ts';
import { Facts } from './facts.ts';
import { fold, initialValue } from './fold.ts';
import { Heap, operandsOf } from './heap.ts';
import { narrow } from './narrow.ts';
import { Unseen } from './unseen.ts';

/** Thrown where a guard would fail on every run: the path cannot be compiled as recorded. */
export class Contradiction {
  constructor(readonly what: string) {}
}

/** Makes an exit of the tree. */
export type MakeExit = (kind: ExitKind, snapshot: Snapshot, guard: Guard | null, position: Position | null) => Exit;

export class Emitter {
  out: Ins[] = [];
  facts: Facts;
  heap: Heap;
  unseen = new Unseen();
  private cse = new Map<string, Ins>();
  private readonly copies = new Map<Ins, Ins>();
  position: Position | null = null;

  constructor(
    readonly c: Context,
    private readonly makeExit: MakeExit,
    /** Tells whether a value is computed by the code this trace is nested in. */
    private readonly isForeign: (x: Ins) => boolean = () => false,
  ) {
    this.facts = new Facts(c.describe);
    this.heap = new Heap(c.on('putoff'));
  }

  /** Makes an emitter that starts from this one's state. */
  fork(): Emitter {
    const e = new Emitter(this.c, this.makeExit, this.isForeign);
    e.facts = this.facts.clone();
    e.heap = this.heap.clone();
    e.unseen = this.unseen.clone();
    e.cse = new Map(this.cse);
    return e;
  }

  /** Returns an operand as it may be used here: resolved, and computed here if nowhere live. */
  private operand(x: Ins): Ins {
    const r = this.c.on('facts') ? this.facts.resolve(x) : x;
    return this.isElsewhere(r) ? this.copy(r) : r;
  }

  /** Tells whether a value is known only to exits of an outer trace, which did not compute it. */
  private isElsewhere(x: Ins): x is Computed {
    return isComputed(x) && !x.live && this.isForeign(x);
  }

  /** Computes here what is known only to exits of an outer trace: once, for an object must stay one object. */
  private copy(x: Computed): Ins {
    let c = this.copies.get(x);
    if (c === undefined) {
      c = this.emit(x.op, x.args);
      this.copies.set(x, c);
    }
    return c;
  }

  /**
   * Returns a value of an outer trace as this trace may refer to it anywhere: objects it would have to make are
   * made.
   */
  adopted(x: Ins): Ins {
    return this.isElsewhere(x) && rowOf(x.op).fresh === true ? this.copy(x) : x;
  }

  /** Emits a row of the op table; returns the value (for stores, a dummy). */
  readonly emit = (op: OpName, given: Ins[]): Ins => {
    const c = this.c;
    const row = rowOf(op);
    const args = given.map((a) => this.operand(a));
    if (c.on('fold')) {
      const f = fold(c, op, args, this.emit);
      if (f !== undefined) return f;
    }
    if (c.on('narrow')) {
      const n = narrow(c, this.facts, op, args, this.emit);
      if (n !== undefined) return n;
    }
    const known = c.on('facts') ? decided(c, this.facts, op, args) : undefined;
    if (known !== undefined) return c.constant('bool', known);
    switch (row.effect) {
      case 'pure':
        return this.pure(op, row.result, args, row.commutes === true);
      case 'load':
        return this.load(op, row.result, args);
      case 'store':
        return this.store(op, args);
      case 'alloc':
        return this.alloc(op, args);
    }
  };

  private pure(op: OpName, sort: Ins['sort'], args: Ins[], commutes: boolean): Ins {
    const key = this.c.on('cse') ? keyOf(op, args, commutes) : '';
    const same = this.cse.get(key);
    if (same !== undefined) return same;
    const ins = this.append(op, sort, args, undefined);
    if (key !== '') this.cse.set(key, ins);
    this.facts.derive(ins);
    return ins;
  }

  /** Takes in that an op was computed before this trace begins. */
  computed(ins: Computed): void {
    const row = rowOf(ins.op);
    if (row.effect === 'pure' && this.c.on('cse')) this.cse.set(keyOf(ins.op, ins.args, row.commutes === true), ins);
    else if (row.effect === 'load' && this.c.on('forward')) this.heap.loaded(ins.op, ins.args, ins);
  }

  private load(op: OpName, sort: Ins['sort'], args: Ins[]): Ins {
    const held = this.unseen.load(op, args);
    if (held !== undefined) return held;
    if (this.c.on('forward') || this.heap.delays) {
      const v = this.heap.load(op, args);
      if (v !== undefined) return v;
    }
    for (const key of this.heap.hidden(op, args)) this.perform(key);
    const ins = this.append(op, sort, args, undefined);
    this.facts.derive(ins);
    // The guard on a question that was asked says more than that load forwarding is on.
    if (this.c.on('forward') || sort === 'bool') this.heap.loaded(op, args, ins);
    return ins;
  }

  private store(op: OpName, args: Ins[]): Ins {
    const row = rowOf(op);
    if (row.answers !== undefined && this.unseen.has(args[0]!)) return this.keep(op, args as [Ins, Ins, Ins]);
    this.expose(args.slice(1));
    if (this.heap.delaysStore(op)) {
      for (const key of this.heap.conflicting(op, args[0]!)) this.perform(key);
      this.heap.delay(op, args);
      return args[args.length - 1]!;
    }
    const ins = this.append(op, 'none', args, undefined);
    this.heap.stored(op, args);
    if (!this.c.on('forward')) this.heap.available.clear();
    if (row.adds === true && this.c.on('forward')) {
      const [x, shape, value] = args as [Ins, Ins, Ins];
      this.heap.loaded('has_shape', [x, shape], this.c.constant('bool', true));
      this.heap.loaded(row.answers!, [x, this.lastPlace(shape)], value);
    }
    return ins;
  }

  /** Returns the place of the attribute that a transition to a shape adds. */
  private lastPlace(shape: Ins): Ins {
    const place = shape.op === 'const' ? this.c.describe(shape).lastPlace : undefined;
    if (place === undefined) throw new Error('an attribute is added by no transition');
    return this.c.constant('int', place);
  }

  /** Keeps what is stored into an unseen object. */
  private keep(op: OpName, args: [Ins, Ins, Ins]): Ins {
    const [x, where, value] = args;
    if (rowOf(op).adds === true) {
      this.heap.reshaped(x);
      this.heap.loaded('has_shape', [x, where], this.c.constant('bool', true));
      this.unseen.add(x, { op, shape: where, place: this.lastPlace(where), value });
    } else this.unseen.store(op, x, where, value);
    return value;
  }

  /** Takes in that other code may see values from here on: unseen objects among them are made. */
  private expose(values: readonly Ins[]): void {
    for (const x of values) {
      for (const a of this.unseen.take(x) ?? []) {
        this.expose([a.value]);
        this.append(a.op, 'none', [x, a.shape, this.operand(a.value)], undefined);
        this.heap.loaded(rowOf(a.op).answers!, [x, a.place], a.value);
      }
    }
    this.heap.expose(values);
  }

  /** Makes the unseen objects among the values that a path hands on at its end, and forgets the others. */
  settle(values: readonly (Ins | undefined)[]): void {
    this.expose(values.filter((x) => x !== undefined));
    this.unseen.clear();
  }

  private alloc(op: OpName, args: Ins[]): Ins {
    this.expose(args);
    const ins = this.append(op, 'ref', args, undefined);
    if (!this.c.on('forward')) return ins;
    const row = rowOf(op);
    for (const [field, value] of Object.entries(row.fields ?? {}) as [OpName, Initial][])
      if (rowOf(field).effect === 'load') this.heap.loaded(field, [ins], initialValue(this.c, ins, field, value));
    if (row.kind === 'instance') this.made(ins);
    return ins;
  }

  /** Takes in that an instance was made, which nothing else has seen yet. */
  private made(x: Computed): void {
    if (this.c.on('unseen')) this.unseen.made(x);
    const type = x.args[0]!;
    if (type.op !== 'const') return;
    const shape = this.c.constant('ref', this.c.describe(type).newShape);
    this.heap.loaded('has_shape', [x, shape], this.c.constant('bool', true));
  }

  private append<O extends IrOp>(op: O, sort: Ins['sort'], args: Ins[], value: InsOf<O>['value']): InsOf<O> {
    const ins = this.c.make(op, sort, args, value);
    ins.position = this.position;
    this.out.push(ins);
    return ins;
  }

  /** Performs a put-off store now. */
  perform(key: string): void {
    const p = this.heap.performed(key);
    const args = operandsOf(p).map((a) => this.operand(a));
    this.append(p.op, 'none', args, undefined);
  }

  /** Performs all put-off stores. */
  performAll(): void {
    for (const [key, p] of [...this.heap.putOff]) if (p.dirty) this.perform(key);
  }

  /** Emits a guard; throws Contradiction where it is known to fail. */
  guard(cond: Ins, expect: boolean, frames: readonly SnapshotFrame[], how: Guard['value'] = undefined): void {
    let x = cond;
    let want = expect;
    while (x.op === 'bool_not') {
      x = x.args[0]!;
      want = !want;
    }
    const known = x.op === 'const' ? x.value === true : this.facts.condition(x);
    if (known !== undefined && (x.op === 'const' || this.c.on('facts'))) {
      if (known !== want) throw new Contradiction(x.op);
      return;
    }
    const g = this.append('guard', 'none', [x], how);
    g.expect = want;
    g.snapshot = { frames, pending: this.pending(frames) };
    g.exit = this.makeExit('guard', g.snapshot, g, this.position);
    this.facts.learn(x, want);
  }

  /** Emits a residual call with its exit for exceptions. */
  call(raw: Call, given: Ins[], frames: readonly SnapshotFrame[]): Ins {
    if (raw.op !== 'call_function')
      return this.residual(
        raw.op,
        given.map((a) => this.operand(a)),
        raw.value,
        frames,
      );
    const { args, how } = this.functionCall(raw.value, given);
    return this.residual(raw.op, args, how, frames);
  }

  private residual<O extends Call['op']>(
    op: O,
    args: Ins[],
    value: InsOf<O>['value'] & (Callee | FunctionCall),
    frames: readonly SnapshotFrame[],
  ): Ins {
    for (const key of this.heap.due(value.effects)) this.perform(key);
    this.expose(args);
    const ins = this.append(op, 'ref', args, value);
    ins.snapshot = { frames, pending: this.pending(frames) };
    ins.exit = this.makeExit('raise', ins.snapshot, null, this.position);
    this.heap.called(value.effects);
    return ins;
  }

  /** Decides how an entry is called: with floats unboxed where all it takes so are known to be floats. */
  functionCall(value: FunctionCall, given: readonly Ins[]): { args: Ins[]; how: FunctionCall } {
    const { floats } = value.entry;
    const fast =
      floats !== null && floats.length > 0 && floats.every((i) => this.facts.kind(this.operand(given[i]!)) === 'float');
    return {
      args: given.map((a, i) => (fast && floats.includes(i) ? this.emit('unbox_float', [a]) : this.boxed(a))),
      how: { ...value, fast },
    };
  }

  /** Returns a value as a boxed operand. */
  boxed(x: Ins): Ins {
    return this.operand(x.sort === 'ref' || x.sort === 'none' ? x : this.emit(BOX[x.sort], [x]));
  }

  /** Returns a value as an operand of a sort; of the class of a boxed one the caller is sure. */
  inSort(x: Ins, sort: Sort): Ins {
    return x.sort === 'ref' && sort !== 'ref' ? this.emit(UNBOX[sort], [x]) : this.operand(x);
  }

  /** Makes an exit that is always taken here. */
  leave(kind: 'link' | 'stop' | 'poll', frames: readonly SnapshotFrame[]): Exit {
    return this.makeExit(kind, { frames, pending: this.pending(frames) }, null, this.position);
  }

  /** Returns the stores that an exit with these frames must perform. */
  private pending(frames: readonly SnapshotFrame[]): PendingStore[] {
    return [...this.unseen.pending(frames), ...this.heap.pending()];
  }

  /** Returns a value as an operand of the end of a trace. */
  use(x: Ins): Ins {
    return this.operand(x);
  }
}

/** Returns what equal ops have in common. */
function keyOf(op: OpName, args: readonly Ins[], commutes: boolean): string {
  const ids = args.map((a) => a.id);
  if (commutes) ids.sort((x, y) => x - y);
  return `${op}:${ids.join(':')}`;
}
