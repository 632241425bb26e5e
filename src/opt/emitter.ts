/**
 * The emission pipeline: fold → narrow → facts → CSE → load forwarding → append.
 *
 * Everything that becomes part of a trace goes through `emit`: the recording, its second copy in the
 * loop body, and side traces, each with the state (facts, heap, equal ops) of the point it starts
 * from. An operand that is not live in the parent trace (a box only exits know) is emitted again.
 */
import { type OpName, rowOf } from '../ir/ops.ts';
import {
  type CallOp,
  type Exit,
  type ExitKind,
  type Ins,
  type Invocation,
  type PendingStore,
  type Position,
  type Snapshot,
  type SnapshotFrame,
  isCall,
} from '../ir/trace.ts';
import type { Context } from './context.ts';
import { Facts, type KindFact } from './facts.ts';
import { fold } from './fold.ts';
import { Heap, isFresh, keyOfPending } from './heap.ts';
import { narrow } from './narrow.ts';
import { FIELD_LOADS, Unseen } from './unseen.ts';

/** Thrown where a guard would fail on every run: the path cannot be compiled as recorded. */
export class Contradiction {
  constructor(readonly what: string) {}
}

/** The ops that box and unbox a value of a sort. */
export const BOX = { int: 'box_int', float: 'box_float', bool: 'box_bool' } as const;
export const UNBOX = { int: 'unbox_int', float: 'unbox_float', bool: 'unbox_bool' } as const;

/** Makes an exit of the tree. */
export type MakeExit = (kind: ExitKind, snapshot: Snapshot, guard: Ins | null, position: Position | null) => Exit;

export class Emitter {
  out: Ins[] = [];
  facts = new Facts();
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
  private isElsewhere(x: Ins): boolean {
    return this.isForeign(x) && !x.live && x.op !== 'const' && x.op !== 'param' && x.op !== 'phi';
  }

  /** Computes here what is known only to exits of an outer trace: once, for an object must stay one object. */
  private copy(x: Ins): Ins {
    let c = this.copies.get(x);
    if (c === undefined) {
      c = this.emit(x.op as OpName, x.args);
      this.copies.set(x, c);
    }
    return c;
  }

  /** Returns a value of an outer trace as this trace may refer to it anywhere: objects it would have to make are made. */
  adopted(x: Ins): Ins {
    return this.isElsewhere(x) && x.op !== 'box_float' && rowOf(x.op as OpName).effect === 'alloc' ? this.copy(x) : x;
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
    const known = c.on('facts') ? this.decided(op, args) : undefined;
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

  /** Decides class tests by known kinds. */
  private decided(op: OpName, args: Ins[]): boolean | undefined {
    const k = args[0] === undefined ? undefined : this.facts.kind(args[0]);
    if (k === undefined) return undefined;
    switch (op) {
      case 'is_int':
        return k === 'int';
      case 'is_big':
        return k === 'big';
      case 'is_bool':
        return k === 'bool';
      case 'is_str':
        return k === 'str';
      case 'ref_eq':
        return differ(args, (x) => this.facts.kind(x)) ? false : undefined;
      case 'ref_ne':
        return differ(args, (x) => this.facts.kind(x)) ? true : undefined;
      case 'is_bound':
        return k === 'int' || k === 'float' || k === 'bool' || k === 'str' || k === 'big' || isFresh(args[0]!)
          ? true
          : undefined;
      case 'has_type':
        return k === 'float' &&
          (args[1]!.value as { name?: string; heap?: boolean })?.name === 'float' &&
          (args[1]!.value as { heap: boolean }).heap === false
          ? true
          : hasTypeOfNew(args);
      default:
        return undefined;
    }
  }

  private pure(op: OpName, sort: Ins['sort'], args: Ins[], commutes: boolean): Ins {
    let key = '';
    if (this.c.on('cse')) {
      const ids = args.map((a) => a.id);
      if (commutes) ids.sort((x, y) => x - y);
      key = `${op}:${ids.join(':')}`;
      const same = this.cse.get(key);
      if (same !== undefined) return same;
    }
    const ins = this.append(op, sort, args);
    if (key !== '') this.cse.set(key, ins);
    this.facts.derive(ins);
    return ins;
  }

  private load(op: OpName, sort: Ins['sort'], args: Ins[]): Ins {
    const held = this.unseen.load(op, args);
    if (held !== undefined) return held;
    if (this.c.on('forward') || this.heap.delays) {
      const v = this.heap.load(op, args);
      if (v !== undefined) return v;
    }
    for (const key of this.heap.hidden(op, args)) this.perform(key);
    const ins = this.append(op, sort, args);
    this.facts.derive(ins);
    if (this.c.on('forward') || op === 'has_shape' || op === 'still_valid') this.heap.loaded(op, args, ins);
    return ins;
  }

  private store(op: OpName, args: Ins[]): Ins {
    if (this.unseen.has(args[0]!) && FIELD_LOADS.has(op)) return this.keep(op, args as [Ins, Ins, Ins]);
    this.escape(args.slice(1));
    if (this.heap.delaysStore(op)) {
      for (const key of this.heap.conflicting(op, args[0]!)) this.perform(key);
      this.heap.delay(op, args);
      return args[args.length - 1]!;
    }
    const ins = this.append(op, 'none', args);
    this.heap.stored(op, args);
    if (!this.c.on('forward')) this.heap.available.clear();
    if ((op === 'slot_add' || op === 'slot_add_float') && this.c.on('forward')) {
      this.heap.loaded('has_shape', [args[0]!, args[1]!], this.c.constant('bool', true));
      this.heap.loaded(FIELD_LOADS.get(op)!, [args[0]!, this.lastPlace(args[1]!)], args[2]!);
    }
    return ins;
  }

  /** Returns the place of the attribute that a transition to a shape adds. */
  private lastPlace(shape: Ins): Ins {
    return this.c.constant('int', (shape.value as { last: { index: number } }).last.index);
  }

  /** Keeps what is stored into an unseen object. */
  private keep(op: OpName, args: [Ins, Ins, Ins]): Ins {
    const [x, where, value] = args;
    if (op === 'slot_add' || op === 'slot_add_float') {
      this.heap.reshaped(x);
      this.heap.loaded('has_shape', [x, where], this.c.constant('bool', true));
      this.unseen.add(x, { op, shape: where, place: this.lastPlace(where), value });
    } else this.unseen.store(op, x, where, value);
    return value;
  }

  /** Takes in that other code may see values from here on: unseen objects among them are made. */
  private escape(values: readonly Ins[]): void {
    for (const x of values) {
      for (const a of this.unseen.take(x) ?? []) {
        this.escape([a.value]);
        this.append(a.op, 'none', [x, a.shape, this.operand(a.value)]);
        this.heap.loaded(FIELD_LOADS.get(a.op)!, [x, a.place], a.value);
      }
    }
    this.heap.escape(values);
  }

  /** Makes the unseen objects among the values that a path hands on at its end, and forgets the others. */
  settle(values: readonly (Ins | undefined)[]): void {
    this.escape(values.filter((x) => x !== undefined));
    this.unseen.clear();
  }

  private alloc(op: OpName, args: Ins[]): Ins {
    this.escape(args);
    const ins = this.append(op, 'ref', args);
    if (!this.c.on('forward')) return ins;
    if (op === 'new_range_iterator') this.heap.loaded('range_current', [ins], args[0]!);
    if (op === 'new_list_iterator') {
      this.heap.loaded('iter_list', [ins], args[0]!);
      this.heap.loaded('iter_index', [ins], this.c.constant('int', 0));
    }
    if (op === 'new_tuple_iterator') this.heap.loaded('iter_index', [ins], this.c.constant('int', 0));
    if (op === 'new_instance') {
      if (this.c.on('unseen')) this.unseen.made(ins);
      this.heap.loaded(
        'has_shape',
        [ins, this.c.constant('ref', (args[0]!.value as { rootShape: unknown }).rootShape)],
        this.c.constant('bool', true),
      );
    }
    return ins;
  }

  private append(op: Ins['op'], sort: Ins['sort'], args: Ins[], value?: unknown): Ins {
    const ins = this.c.make(op, sort, args, value);
    ins.position = this.position;
    this.out.push(ins);
    return ins;
  }

  /** Performs a put-off store now. */
  perform(key: string): void {
    const p = this.heap.performed(key);
    const args = p.index === undefined ? [p.base, p.value] : [p.base, p.index, p.value];
    this.append(
      p.op,
      'none',
      args.map((a) => this.operand(a)),
    );
  }

  /** Performs all put-off stores. */
  performAll(): void {
    for (const [key, p] of [...this.heap.putOff]) if (p.dirty) this.perform(key);
  }

  /** Emits a guard; throws Contradiction where it is known to fail. */
  guard(cond: Ins, expect: boolean, frames: readonly SnapshotFrame[], how: unknown = undefined): void {
    let x = cond;
    let want = expect;
    while (x.op === 'bool_not') {
      x = x.args[0]!;
      want = !want;
    }
    const known = x.op === 'const' ? (x.value as boolean) : this.facts.condition(x);
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
  call(op: CallOp, given: Ins[], value: { effects: string }, frames: readonly SnapshotFrame[]): Ins {
    const { args, how } =
      op === 'invoke'
        ? this.invocation(value as Invocation, given)
        : { args: given.map((a) => this.operand(a)), how: value };
    for (const key of this.heap.due(value.effects)) this.perform(key);
    this.escape(args);
    const ins = this.append(op, 'ref', args, how);
    ins.snapshot = { frames, pending: this.pending(frames) };
    ins.exit = this.makeExit('raise', ins.snapshot, null, this.position);
    this.heap.called(value.effects);
    return ins;
  }

  /** Decides how an entry is called: with floats unboxed where all it takes so are known to be floats. */
  invocation(value: Invocation, given: readonly Ins[]): { args: Ins[]; how: Invocation } {
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

  /** Makes an exit that is always taken here. */
  leave(kind: 'link' | 'stop', frames: readonly SnapshotFrame[]): Exit {
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

  /** Takes in an instruction that dominates this trace: what it computed, established or changed. */
  register(ins: Ins): void {
    if (ins.op === 'guard') {
      this.facts.learn(ins.args[0]!, ins.expect);
      return;
    }
    if (isCall(ins.op)) {
      this.heap.escape(ins.args);
      this.heap.called((ins.value as { effects: string }).effects);
      return;
    }
    if (ins.op === 'const' || ins.op === 'param' || ins.op === 'phi') return;
    const row = rowOf(ins.op);
    if (row.effect === 'store') {
      this.heap.stored(ins.op, ins.args);
      return;
    }
    if (row.effect === 'alloc') this.heap.escape(ins.args);
    this.facts.derive(ins);
    if (!ins.live) return;
    if (row.effect === 'pure' && this.c.on('cse')) {
      const ids = ins.args.map((a) => a.id);
      if (row.commutes === true) ids.sort((x, y) => x - y);
      this.cse.set(`${ins.op}:${ids.join(':')}`, ins);
    } else if (row.effect === 'load' && this.c.on('forward')) this.heap.loaded(ins.op, ins.args, ins);
  }

  /** Takes over the stores put off at a guard. */
  adopt(snapshot: Snapshot): void {
    for (const { op, args: given } of snapshot.pending) {
      const args = given.map((a) => this.adopted(a));
      if (op === 'slot_add' || op === 'slot_add_float') {
        if (!this.unseen.has(args[0]!) && this.c.on('unseen')) this.unseen.made(args[0]!);
        this.emit(op, args);
        continue;
      }
      const n = args.length;
      this.heap.available.delete(keyOfPending(this.heap, { op, args }));
      this.heap.putOff.set(keyOfPending(this.heap, { op, args }), {
        op,
        base: args[0]!,
        index: n === 3 ? args[1] : undefined,
        value: args[n - 1]!,
        dirty: true,
      });
    }
  }
}

/** Tells whether two values are known to be different objects: one constant and one made on this path, or of different kinds. */
function differ(args: Ins[], kind: (x: Ins) => KindFact | undefined): boolean {
  const [a, b] = args as [Ins, Ins];
  const ka = kind(a);
  const kb = kind(b);
  if (ka === undefined || kb === undefined) return false;
  return ka !== kb || (a.op === 'const' && isFresh(b)) || (b.op === 'const' && isFresh(a));
}

/** Decides `has_type` of an object made on this path. */
function hasTypeOfNew(args: Ins[]): boolean | undefined {
  const x = args[0]!;
  const name = (args[1]!.value as { name?: string } | undefined)?.name;
  switch (x.op) {
    case 'new_instance':
      return x.args[0]!.value === args[1]!.value;
    case 'new_range':
      return name === 'range';
    case 'new_range_iterator':
      return name === 'range_iterator';
    case 'new_list_iterator':
      return name === 'list_iterator';
    case 'new_tuple_iterator':
      return name === 'tuple_iterator';
    case 'new_tuple2':
    case 'new_tuple3':
    case 'new_tuple4':
      return name === 'tuple';
    default:
      return undefined;
  }
}
