/**
 * Residual calls: what a trace calls and does not look into.
 *
 * The call is made while it is recorded, so the program goes on. What it raises ends the recording: a path
 * on which this call always raises is not worth a trace.
 */
import type { Effects } from '../ir/effects.ts';
import type { Callee, FunctionCall, Ins, SnapshotFrame } from '../ir/trace.ts';
import { PyBuiltin } from '../objects/core/builtin.ts';
import type { PyValue } from '../objects/core/object.ts';
import { entryOf } from '../frames/entry.ts';
import type { Frame } from '../frames/frame.ts';
import { type Declared, type OperandClass, caseOf, classAt } from '../machine/effects.ts';
import { Kind } from '../machine/kinds.ts';
import type { ResidualCalls } from '../machine/machine.ts';
import { RT, type RuntimeFn } from '../machine/runtime-fns.ts';
import { Promoting } from './promotion.ts';
import { StopRecording } from './recorder.ts';

/** Runtime functions that call their first operand. */
const CALLERS: ReadonlySet<RuntimeFn> = new Set<RuntimeFn>([RT.call, RT.callKw, RT.callEx]);

export class Calling extends Promoting implements ResidualCalls<Ins> {
  readonly records = true;
  /** A call has run Python since the facts assumed were last asked for. */
  protected validityPending = false;

  call(fn: RuntimeFn, a?: Ins, b?: Ins, c?: Ins, d?: Ins): Ins {
    const args: Ins[] = [];
    for (const x of [a, b, c, d]) if (x !== undefined) args.push(x);
    return this.residual(fn, args);
  }

  callArray(fn: RuntimeFn, args: Ins[]): Ins {
    return this.residual(fn, args);
  }

  private residual(fn: RuntimeFn, args: Ins[]): Ins {
    const callee = CALLERS.has(fn) ? args[0]!.host : undefined;
    if (callee instanceof PyBuiltin && callee.effects === 'frame') this.abort('FRAME_ACCESS', `${callee.name}()`);
    const effects = this.effectsOf(fn, args);
    const { name, fn: run, variadic } = fn;
    const ins = this.recordCall('call', { name, effects, fn: run, variadic, fresh: fn.fresh === true }, args);
    const result = effects === 'python' ? fn.result : fn.plainResult;
    if (result !== Kind.OBJECT) this.kinds.set(ins, result);
    return ins;
  }

  callBuiltin(fn: PyBuiltin, run: PyBuiltin['impl'], args: Ins[]): Ins {
    const effects = this.effectsOf(fn, args);
    if (effects === 'frame') this.abort('FRAME_ACCESS', `${fn.name}()`);
    return this.recordCall('builtin', { name: fn.name, effects, fn: run, variadic: false }, args);
  }

  /** Records a residual call and makes it. */
  private recordCall(op: 'call' | 'builtin', what: Callee, args: Ins[]): Ins {
    const fn = this.limits.checked(what.name, what.effects, what.fn);
    this.snapshotForCall();
    const ins = this.append(op, 'ref', args, { ...what, fn }, undefined);
    ins.snapshot = this.capture();
    const hosts = args.map((x) => x.host);
    ins.host = this.onHost(() => (what.variadic === true ? fn(hosts) : fn(...hosts)));
    this.affected(what.name, what.effects);
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

  callFunction(f: Frame<Ins>): Ins {
    const entry = entryOf(f.runtime)!;
    this.snapshotForCall();
    const args = entry.slots.map((i) => f.s[i]!);
    const value: FunctionCall = {
      name: f.code.name,
      effects: 'python',
      entry,
      above: f.depth - this.base.depth,
      fast: false,
    };
    this.limits.entering(entry);
    const ins = this.append('call_function', 'ref', args, value, undefined);
    ins.snapshot = this.capture();
    ins.host = this.onHost(() => entry.call(f.depth, ...args.map((x) => x.host as PyValue)));
    this.affected(value.name, 'python');
    return ins;
  }

  private snapshotForCall(): void {
    if (this.effect !== null) throw new Error(`call after ${this.effect} in one bytecode`);
  }

  /** Makes a call that is recorded; what it raises ends the recording. */
  private onHost(run: () => PyValue): PyValue {
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
}
