/**
 * The recorder proper: what is written down, its constants, its guards and their snapshots.
 *
 * A recording is raw (no pass has run) except that constants fold and a box is not unboxed again. Values
 * are `Ins` with the host value beside (`host`): recording an op computes it.
 *
 * The rule enforced here, in all builds: no guard after an effect within one bytecode.
 */
import { BOX, type OpName, type Sort, UNBOX, rowOf } from '../ir/ops.ts';
import { evaluateOp } from '../ir/evaluate.ts';
import type { Effects } from '../ir/effects.ts';
import { type Callee, type Constant, type Guard, Ins, type InsOf, type IrOp, type Position } from '../ir/trace.ts';
import type { Snapshot, SnapshotFrame } from '../ir/trace.ts';
import type { Validity } from '../ir/validity.ts';
import { captureFrame } from '../deopt/snapshot.ts';
import type { Entry } from '../frames/entry.ts';
import type { Frame } from '../frames/frame.ts';
import { compileOps } from '../machine/live-ops.ts';
import { Abort, type AbortReason } from './aborts.ts';

/** Evaluators of the op table with type feedback of their own. */
const EVALUATE = compileOps();

/** What a recording asks of its owner, and where it tells it things. */
export interface RecorderLimits {
  maxLength: number;
  maxDepth: number;
  /** Is told that a function is about to be called through its entry; may throw Abort. */
  entering(entry: Entry): void;
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

export class Recorder {
  readonly ops: Ins[] = [];
  bytecodes = 0;
  private nextId = 1;
  private readonly consts = new Map<unknown, Constant>();
  private readonly numbers = new Map<unknown, Constant>();
  private readonly suspended = new Map<Frame<Ins>, SnapshotFrame>();
  protected frame!: Frame<Ins>;
  protected pc = 0;
  protected sp = 0;
  private snapshot: Snapshot | null = null;
  /** What this bytecode has done already that must not be done again. */
  protected effect: string | null = null;
  position: Position | null = null;

  constructor(
    readonly base: Frame<Ins>,
    protected readonly limits: RecorderLimits,
    /** Decides at the start of each bytecode whether the recording ends there. */
    protected readonly arrive: (f: Frame<Ins>, pc: number, back: boolean) => 'closed' | 'link' | null,
    readonly validity: Validity,
    /** Whether the recording may end in a return from the first frame. */
    protected readonly mayReturn: boolean,
  ) {}

  protected abort(reason: AbortReason, detail: string): never {
    throw new Abort(reason, detail);
  }

  protected append<O extends IrOp>(
    op: O,
    sort: Ins['sort'],
    args: Ins[],
    value: InsOf<O>['value'],
    host: unknown,
  ): InsOf<O> {
    const ins = new Ins(this.nextId++, op, sort, args, value);
    ins.host = host;
    ins.position = this.position;
    this.ops.push(ins);
    return ins;
  }

  /** Records one row of the op table (called by the machine's primitives). */
  emit(op: OpName, args: Ins[]): Ins {
    const row = rowOf(op);
    const x = args[0];
    if (x !== undefined && unboxes(op) && boxes(x)) return x.args[0]!;
    const host = evaluateOp(
      EVALUATE,
      op,
      args.map((a) => a.host),
    );
    if (row.effect === 'pure' && row.result !== 'ref' && args.every((a) => a.op === 'const'))
      return this.constantOf(row.result as Sort, host);
    if (row.effect === 'store') this.effect = op;
    return this.append(op, row.result, args, undefined, host);
  }

  protected constantOf(sort: Sort, value: unknown): Constant {
    const isNumber = typeof value === 'number';
    const key = isNumber ? `${sort}:${Object.is(value, -0) ? '-0' : value}` : sort === 'bool' ? `bool:${value}` : '';
    const table = key !== '' ? this.numbers : this.consts;
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
  protected guard(cond: Ins, expect: boolean): Guard {
    if (this.effect !== null)
      throw new Error(
        `guard after ${this.effect} in one bytecode (${this.frame.code.name}:${this.frame.code.lineOf(this.pc)})`,
      );
    const g = this.append('guard', 'none', [cond], undefined, undefined);
    g.expect = expect;
    g.snapshot = this.capture();
    return g;
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

  /** Takes in that a bytecode begins. */
  protected starts(f: Frame<Ins>, pc: number, sp: number): void {
    if (f !== this.frame) this.suspended.delete(f);
    this.frame = f;
    this.pc = pc;
    this.sp = sp;
    this.snapshot = null;
    this.effect = null;
    this.position = { code: f.code, pc };
  }

  /** Takes in that a frame goes. */
  protected ends(f: Frame<Ins>): void {
    this.suspended.delete(f);
  }
}

function unboxes(op: OpName): boolean {
  return op === UNBOX.int || op === UNBOX.float || op === UNBOX.bool;
}

function boxes(x: Ins): boolean {
  return x.op === BOX.int || x.op === BOX.float || x.op === BOX.bool;
}
