/**
 * The tracing machine: it computes what the live machine computes and records how.
 *
 * Values are `Ins` with the host value beside (`host`), so a recording performs the program: when it
 * ends, for whatever reason, the frames' host values are the state to go on with. What is recorded
 * is raw (no pass has run) except that constants fold, a fact is guarded once, and a box is not
 * unboxed again.
 *
 * Rules enforced here, in all builds: no guard after an effect within one bytecode; nothing opaque
 * is recorded (`escape`, `opaque` abort before anything is done).
 */
import { OPS, type OpName, rowOf } from '../ir/ops.ts';
import { Ins, type Invocation, type Position, type Snapshot, type SnapshotFrame } from '../ir/trace.ts';
import type { Assumption, PyType, PyValue, Shaped } from '../objects/core/object.ts';
import type { Shape } from '../objects/core/shape.ts';
import { PyBuiltin } from '../objects/core/builtin.ts';
import type { PyDict } from '../objects/core/dict.ts';
import { FunctionBody } from '../objects/core/function-body.ts';
import { Kind, kindOf } from '../machine/kinds.ts';
import { type Callee, type Declared, type Effects, type OperandClass, caseOf, classAt } from '../machine/effects.ts';
import type { RuntimeFn } from '../machine/runtime-fns.ts';
import { None, PyFunction, PyModule, typeOf } from '../objects/core/values.ts';
import { PyType as PyTypeClass } from '../objects/core/object.ts';
import type { CodeObject } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import type { AttrSite } from '../frames/attr-site.ts';
import { type Entry, entryOf, isPlain } from '../frames/entry.ts';
import type { Frame } from '../frames/frame.ts';
import { compileOps } from '../machine/live-ops.ts';
import { captureFrame } from '../deopt/snapshot.ts';
import type { Control } from '../machine/machine.ts';
import { Abort, type AbortReason } from './aborts.ts';
import { isUnstable, markUnstable } from './assumptions.ts';

/** Evaluators of the op table with type feedback of their own. */
const EVALUATE = compileOps();

/** Kinds known from the op that made a value. */
const KIND_OF_OP: Partial<Record<OpName, Kind>> = {
  box_int: Kind.INT,
  box_float: Kind.FLOAT,
  box_bool: Kind.BOOL,
  str_concat: Kind.STR,
  any_add: Kind.BIG,
  any_sub: Kind.BIG,
  any_mul: Kind.BIG,
  new_range_iterator: Kind.RANGE_ITER,
  new_range: Kind.RANGE,
  new_list_iterator: Kind.LIST_ITER,
  new_tuple_iterator: Kind.TUPLE_ITER,
  new_tuple2: Kind.TUPLE,
  new_tuple3: Kind.TUPLE,
  new_tuple4: Kind.TUPLE,
};

/** What a recording asks of its owner, and where it tells it things. */
export interface RecorderLimits {
  maxLength: number;
  maxDepth: number;
  /** Is told that a function is about to be called through its entry; may throw Abort. */
  invoking(entry: Entry): void;
  /** Returns what to call where a call with these effects is recorded: the function, or one that checks it. */
  checked(name: string, effects: Effects, run: Callee['fn']): Callee['fn'];
}

/** How a recording went on to its end: thrown to leave the dispatch loop. */
export class StopRecording {
  constructor(
    readonly frame: Frame<Ins>,
    readonly pc: number,
    readonly sp: number,
    readonly why: 'closed' | 'link' | 'stop' | 'raise',
    readonly error: unknown = undefined,
  ) {}
}

export class TracingMachine implements Control<Ins, Ins, Ins, Ins> {
  readonly ops: Ins[] = [];
  readonly assumptions = new Set<Assumption>();
  bytecodes = 0;
  readonly records = true;
  private nextId = 1;
  private readonly consts = new Map<string | unknown, Ins>();
  private readonly numbers = new Map<string, Ins>();
  private readonly kinds = new Map<Ins, Kind>();
  private readonly types = new Map<Ins, PyType>();
  private readonly shapes = new Map<Ins, Shape>();
  private readonly boundValues = new Set<Ins>();
  private readonly promoted = new Map<Ins, Ins>();
  private readonly suspended = new Map<Frame<Ins>, SnapshotFrame>();
  private frame!: Frame<Ins>;
  private pc = 0;
  private sp = 0;
  private snapshot: Snapshot | null = null;
  private effect: string | null = null;
  position: Position | null = null;

  constructor(
    readonly base: Frame<Ins>,
    private readonly limits: RecorderLimits,
    /** Decides at the start of each bytecode whether the recording ends there. */
    private readonly arrive: (f: Frame<Ins>, pc: number, back: boolean) => 'closed' | 'link' | null,
    readonly validity: { valid: boolean },
    /** Whether the recording may end in a return from the first frame. */
    private readonly mayReturn: boolean,
  ) {}

  /* ---- recording ---- */

  private append(op: Ins['op'], sort: Ins['sort'], args: Ins[], value: unknown, host: unknown): Ins {
    const ins = new Ins(this.nextId++, op, sort, args, value);
    ins.host = host;
    ins.position = this.position;
    this.ops.push(ins);
    return ins;
  }

  /** Records one row of the op table (called by the generated methods). */
  emit(op: OpName, args: Ins[]): Ins {
    const row = rowOf(op);
    if (op === 'unbox_int' || op === 'unbox_float' || op === 'unbox_bool') {
      const x = args[0]!;
      if (x.op === 'box_int' || x.op === 'box_float' || x.op === 'box_bool') return x.args[0]!;
    }
    const hosts = args.map((a) => a.host);
    const host = (EVALUATE[op] as (...a: unknown[]) => unknown)(...hosts);
    if (row.effect === 'pure' && row.result !== 'ref' && args.every((a) => a.op === 'const'))
      return this.constantOf(row.result as Ins['sort'], host);
    if (row.effect === 'store') this.effect = op;
    return this.append(op, row.result, args, undefined, host);
  }

  private constantOf(sort: Ins['sort'], value: unknown): Ins {
    const isNumber = typeof value === 'number';
    const key = isNumber ? `${sort}:${Object.is(value, -0) ? '-0' : value}` : sort === 'bool' ? `bool:${value}` : '';
    const table: Map<unknown, Ins> = key !== '' ? this.numbers : this.consts;
    const id = key !== '' ? key : value;
    let c = table.get(id);
    if (c === undefined) {
      c = new Ins(0, 'const', sort, [], value);
      c.host = value;
      table.set(id, c);
    }
    return c;
  }

  /** Records a guard that `cond` is what it is now. */
  private guard(cond: Ins, expect: boolean): void {
    if (this.effect !== null)
      throw new Error(
        `guard after ${this.effect} in one bytecode (${this.frame.code.name}:${this.frame.code.lineOf(this.pc)})`,
      );
    const g = this.append('guard', 'none', [cond], undefined, undefined);
    g.expect = expect;
    g.snapshot = this.capture();
  }

  /** Returns the snapshot of the start of this bytecode. */
  capture(): Snapshot {
    if (this.snapshot === null) this.snapshot = { frames: this.captureAt(this.frame, this.pc, this.sp), pending: [] };
    return this.snapshot;
  }

  /** Captures the chain of frames with the innermost at `pc`, `sp`. */
  captureAt(f: Frame<Ins>, pc: number, sp: number): SnapshotFrame[] {
    const frames: SnapshotFrame[] = [captureFrame(f, pc, sp)];
    for (let g = f; g !== this.base; ) {
      g = g.parent!;
      let part = this.suspended.get(g);
      if (part === undefined || part.pc !== g.pc) {
        part = captureFrame(g, g.pc, g.sp);
        this.suspended.set(g, part);
      }
      frames.unshift(part);
    }
    return frames;
  }

  /** Returns where the recording is: the start of the current bytecode. */
  here(): { frame: Frame<Ins>; pc: number; sp: number } {
    return { frame: this.frame, pc: this.pc, sp: this.sp };
  }

  /* ---- control ---- */

  begin(f: Frame<Ins>, pc: number, sp: number): void {
    if (f !== this.frame) this.suspended.delete(f);
    this.frame = f;
    this.pc = pc;
    this.sp = sp;
    this.snapshot = null;
    this.effect = null;
    this.position = { code: f.code, pc };
    const end = this.arrive(f, pc, false);
    if (end !== null) throw new StopRecording(f, pc, sp, end);
    if (++this.bytecodes > this.limits.maxLength) this.abort('TOO_LONG', `${this.limits.maxLength} bytecodes`);
    if (this.validityPending) {
      this.validityPending = false;
      this.guard(this.emit('still_valid', [this.constantOf('ref', this.validity)]), true);
    }
  }

  private abort(reason: AbortReason, detail: string): never {
    throw new Abort(reason, detail);
  }

  branch(cond: Ins): boolean {
    const outcome = cond.host as boolean;
    if (cond.op !== 'const') this.guard(cond, outcome);
    return outcome;
  }

  /** The kind known without a guard, if any. */
  private knownKind(x: Ins): Kind | undefined {
    if (x.op === 'const') return kindOf(x.host as PyValue);
    const k = KIND_OF_OP[x.op as OpName] ?? this.kinds.get(x);
    if (k !== undefined) return k;
    if (x.op === 'call' && (x.value as Callee).result !== Kind.OBJECT) return (x.value as Callee).result;
    return x.op === 'new_instance' ? Kind.OBJECT : undefined;
  }

  kindOf(x: Ins): Kind {
    const known = this.knownKind(x);
    if (known !== undefined) return known;
    const v = x.host as PyValue;
    const k = kindOf(v);
    switch (k) {
      case Kind.INT:
        this.guard(this.emit('is_int', [x]), true);
        break;
      case Kind.BIG:
        this.guard(this.emit('is_big', [x]), true);
        break;
      case Kind.BOOL:
        this.guard(this.emit('is_bool', [x]), true);
        break;
      case Kind.STR:
        this.guard(this.emit('is_str', [x]), true);
        break;
      case Kind.NONE:
        this.guard(this.emit('ref_eq', [x, this.constantOf('ref', None)]), true);
        break;
      case Kind.OBJECT:
        this.guardObject(x, v);
        break;
      default:
        this.guardType(x, typeOf(v));
    }
    this.kinds.set(x, k);
    return k;
  }

  /** Guards an object of no special kind: by shape where it has one, else by class. */
  private guardObject(x: Ins, v: PyValue): void {
    const type = typeOf(v);
    if (type.heap && type.hasDict) this.shapeOf(x);
    else this.guardType(x, type);
    this.types.set(x, type);
  }

  private guardType(x: Ins, type: PyType): void {
    if (this.types.get(x) === type) return;
    this.guardBound(x);
    this.guard(this.emit('has_type', [x, this.constantOf('ref', type)]), true);
    this.types.set(x, type);
  }

  /** Guards that a slot that may be unbound is not. */
  private guardBound(x: Ins): void {
    if (x.op !== 'param' || this.boundValues.has(x)) return;
    this.boundValues.add(x);
    this.guard(this.emit('is_bound', [x]), true);
  }

  typeOf(x: Ins): PyType {
    const v = x.host as PyValue;
    if (this.kindOf(x) === Kind.OBJECT && x.op !== 'const' && x.op !== 'new_instance') this.guardType(x, typeOf(v));
    return typeOf(v);
  }

  shapeOf(x: Ins): Shape {
    const shape = (x.host as Shaped).shape;
    if (this.shapes.get(x) === shape) return shape;
    this.guardBound(x);
    this.guard(this.emit('has_shape', [x, this.constantOf('ref', shape)]), true);
    this.shapes.set(x, shape);
    return shape;
  }

  hits(_site: AttrSite, _x: Ins): boolean {
    return false;
  }

  constant(x: Ins): PyValue {
    const v = x.host as PyValue;
    if (x.op === 'const') return v;
    if (!this.promoted.has(x)) {
      const c = this.constantOf('ref', v);
      this.guard(this.emit('ref_eq', [x, c]), true);
      this.promoted.set(x, c);
    }
    return v;
  }

  known(x: Ins): PyValue | undefined {
    return x.op === 'const' || this.promoted.has(x) ? (x.host as PyValue) : undefined;
  }

  functionOf(x: Ins): PyFunction {
    const fn = x.host as PyFunction;
    if (this.known(x) !== undefined) return fn;
    if (fn.kwdefaults !== null) return this.constant(x) as PyFunction;
    this.guard(this.emit('runs_body', [x, this.constantOf('ref', new FunctionBody(fn))]), true);
    return fn;
  }

  constantInt(x: Ins): number {
    const v = x.host as number;
    if (x.op !== 'const') this.guard(this.emit('int_eq', [x, this.constantOf('int', v)]), true);
    return v;
  }

  bound(x: Ins | undefined): boolean {
    if (x === undefined) return false;
    if (x.op === 'param' || x.op === 'cell_load' || x.op === 'iter_list' || x.op === 'dict_value') {
      const is = x.host != null;
      if (!this.boundValues.has(x)) this.guard(this.emit('is_bound', [x]), is);
      this.boundValues.add(x);
      return is;
    }
    return x.host != null;
  }

  boundAfter(x: Ins, f: Frame<Ins>, pc: number, sp: number): boolean {
    const is = x.host !== undefined;
    if (!is && !this.mayReturn) throw new StopRecording(f, pc, sp, 'stop');
    const g = this.append('guard', 'none', [this.emit('is_bound', [x])], 'after', undefined);
    g.expect = is;
    g.snapshot = { frames: is ? this.captureAt(f, pc, sp) : this.capturePushed(f, x), pending: [] };
    return is;
  }

  /** Captures the frames as they are when this bytecode has pushed a value and nothing else. */
  private capturePushed(f: Frame<Ins>, x: Ins): SnapshotFrame[] {
    const below = f.s[this.sp];
    f.s[this.sp] = x;
    const frames = this.captureAt(f, this.pc + 1, this.sp + 1);
    f.s[this.sp] = below as Ins;
    return frames;
  }

  assume(fact: Assumption): void {
    this.assumptions.add(fact);
  }
  int(n: number): Ins {
    return this.constantOf('int', n);
  }
  float(x: number): Ins {
    return this.constantOf('float', x);
  }
  bool(b: boolean): Ins {
    return this.constantOf('bool', b);
  }
  ref(v: PyValue): Ins {
    return this.constantOf('ref', v);
  }

  call(fn: RuntimeFn, a?: Ins, b?: Ins, c?: Ins, d?: Ins): Ins {
    const args: Ins[] = [];
    for (const x of [a, b, c, d]) if (x !== undefined) args.push(x);
    return this.residual(fn, args);
  }

  callArray(fn: RuntimeFn, args: Ins[]): Ins {
    return this.residual(fn, args);
  }

  private residual(fn: RuntimeFn, args: Ins[]): Ins {
    const effects = this.effectsOf(fn, args);
    const result = effects === 'python' ? fn.result : fn.plainResult;
    return this.recordCall('call', fn.name, effects, fn.fn, args, fn.variadic, result);
  }

  callBuiltin(fn: PyBuiltin, run: PyBuiltin['impl'], args: Ins[]): Ins {
    const effects = this.effectsOf(fn, args);
    if (effects === 'frame') this.abort('FRAME_ACCESS', `${fn.name}()`);
    return this.recordCall('builtin', fn.name, effects, run, args, false, Kind.OBJECT);
  }

  /** Records and performs a residual call. */
  private recordCall(
    op: 'call' | 'builtin',
    name: string,
    effects: Effects,
    run: Callee['fn'],
    args: Ins[],
    variadic: boolean,
    result: Kind,
  ): Ins {
    const fn = this.limits.checked(name, effects, run);
    this.snapshotForCall();
    const callee: Callee = { name, effects, fn, variadic, result };
    const ins = this.append(op, 'ref', args, callee, undefined);
    ins.snapshot = this.capture();
    const hosts = args.map((x) => x.host as PyValue);
    ins.host = this.perform(() => (variadic ? fn(hosts) : fn(...hosts)));
    this.affected(name, effects);
    return ins;
  }

  /** Finds out what a call may do, and guards the operands' classes that this depends on. */
  private effectsOf(fn: Declared, args: Ins[]): Effects {
    const found = caseOf(
      fn,
      args.map((x) => x.host as PyValue),
    );
    if (found === null) return 'python';
    args.forEach((x, i) => {
      this.promote(x, classAt(found, i)!);
    });
    return found.effects;
  }

  /** Guards that an operand is of a class, as it is now. */
  private promote(x: Ins, cls: OperandClass): void {
    if (cls === 'any') return;
    this.typeOf(x);
    if (cls === 'table' || (cls === 'scalars' && this.kindOf(x) !== Kind.LIST))
      this.branch(this.emit('table_plain', [x]));
    else if (cls === 'scalars') this.constantInt(this.emit('list_store', [x]));
  }

  invoke(f: Frame<Ins>): Ins {
    const entry = entryOf(f.runtime)!;
    this.snapshotForCall();
    const args = entry.slots.map((i) => f.s[i]!);
    const value: Invocation = {
      name: f.code.name,
      effects: 'python',
      entry,
      above: f.depth - this.base.depth,
      fast: false,
    };
    this.limits.invoking(entry);
    const ins = this.append('invoke', 'ref', args, value, undefined);
    ins.snapshot = this.capture();
    ins.host = this.perform(() => entry.call(f.depth, ...args.map((x) => x.host as PyValue)));
    this.affected(value.name, 'python');
    return ins;
  }

  private snapshotForCall(): void {
    if (this.effect !== null) throw new Error(`call after ${this.effect} in one bytecode`);
  }

  /** Runs a residual call; what it raises ends the recording. */
  private perform(run: () => PyValue): PyValue {
    try {
      return run();
    } catch (e) {
      throw new StopRecording(this.frame, this.pc, this.sp, 'raise', e);
    }
  }

  private affected(name: string, effects: string): void {
    if (effects === 'python' || effects === 'write' || effects === 'hidden') this.effect = name;
    if (effects === 'python') {
      this.forgetShapes();
      this.validityPending = true;
    }
  }
  private validityPending = false;

  /** Forgets what a call may have changed. */
  private forgetShapes(): void {
    this.shapes.clear();
  }

  namespaceLoad(d: PyDict, index: number, name: string): Ins {
    const v = d.values[index]!;
    if (isLasting(v) && !isUnstable(d, name)) {
      this.assume(d.stable(name));
      return this.constantOf('ref', v);
    }
    const dict = this.constantOf('ref', d);
    this.guardKeys(d, dict);
    return this.emit('dict_value', [dict, this.int(index)]);
  }

  namespaceStore(d: PyDict, index: number, name: string, value: Ins): void {
    if (index < 0) this.abort('ESCAPE', `the name '${name}' is bound for the first time`);
    const dict = this.constantOf('ref', d);
    this.guardKeys(d, dict);
    markUnstable(d, name);
    this.emit('dict_set_value', [dict, this.int(index), value]);
  }

  /** Guards that a namespace still has the same keys at the same indices. */
  private guardKeys(d: PyDict, dict: Ins): void {
    this.constantInt(this.emit('dict_keys_version', [dict]));
    void d;
  }

  namespaceLacks(d: PyDict, name: string): void {
    this.assume(d.stable(name));
  }

  inlines(code: CodeObject, frame: Frame<Ins>): boolean {
    if (!isPlain(code) || frame.runtime === undefined) return false;
    let depth = 0;
    for (let f: Frame<Ins> | null = frame; f !== null; f = f === this.base ? null : f.parent) {
      if (f.code === code) return false;
      depth++;
    }
    return depth < this.limits.maxDepth && !hasLoop(code);
  }

  backEdge(f: Frame<Ins>, pc: number, sp: number): Frame<Ins> | null {
    const end = this.arrive(f, pc, true);
    if (end !== null) throw new StopRecording(f, pc, sp, end);
    return null;
  }

  loopEntry(_f: Frame<Ins>, _pc: number, _sp: number): Frame<Ins> | null {
    return null;
  }
  called(_f: Frame<Ins>, _pc: number, _sp: number): Frame<Ins> | null {
    return null;
  }

  leave(f: Frame<Ins>): void {
    this.suspended.delete(f);
    if (f !== this.base) return;
    if (this.mayReturn) throw new StopRecording(f, this.pc, this.sp, 'stop');
    this.abort('LEAVES_FRAME', f.code.name);
  }

  unwind(_f: Frame<Ins>, _pc: number, error: unknown): Frame<Ins> {
    if (error instanceof StopRecording || error instanceof Abort) throw error;
    throw new StopRecording(this.frame, this.pc, this.sp, 'raise', error);
  }

  opaque(reason: string): void {
    this.abort(reason as AbortReason, '');
  }
  escape(name: string): Ins {
    this.abort('ESCAPE', name);
  }
}

/** Tells whether a code object contains a loop. */
function hasLoop(code: CodeObject): boolean {
  return code.ops.includes(Op.JUMP_BACKWARD);
}

/** Tells whether a namespace entry is folded into a constant: functions, classes, modules. */
function isLasting(v: PyValue): boolean {
  return v instanceof PyFunction || v instanceof PyTypeClass || v instanceof PyModule || v instanceof PyBuiltin;
}

for (const op of Object.keys(OPS) as OpName[]) {
  (TracingMachine.prototype as unknown as Record<string, unknown>)[op] = function (
    this: TracingMachine,
    ...args: Ins[]
  ): Ins {
    return this.emit(op, args);
  };
}
