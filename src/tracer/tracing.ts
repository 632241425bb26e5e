/**
 * The tracing machine: it computes what the live machine computes and records how.
 *
 * Values are `Ins` with the host value beside (`host`), so a recording performs the program: when it
 * ends, for whatever reason, the frames' host values are the state to go on with. It is made as the
 * machine's interface is: `recorder.ts` (what is written down; the primitives), `promotion.ts`,
 * `residual-calls.ts`, and here the events of frames and what is refused: nothing opaque is recorded
 * (`escape`, `opaque` abort before anything is done).
 */
import { OPS, type OpName, rowOf } from '../ir/ops.ts';
import type { Ins } from '../ir/trace.ts';
import type { CodeObject } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import { isPlain } from '../frames/entry.ts';
import type { Frame } from '../frames/frame.ts';
import type { FrameEvents, Refusal } from '../machine/machine.ts';
import { PyRaise } from '../objects/core/exceptions.ts';
import { Abort, faultOf } from './aborts.ts';
import { StopRecording } from './recorder.ts';
import { Calling } from './residual-calls.ts';

export class TracingMachine extends Calling implements FrameEvents<Ins>, Refusal<Ins> {
  begin(f: Frame<Ins>, pc: number, sp: number): void {
    this.starts(f, pc, sp);
    const end = this.arrive(f, pc, false);
    if (end !== null) throw new StopRecording(f, pc, sp, end);
    if (++this.bytecodes > this.limits.maxLength) this.abort('TOO_LONG', `${this.limits.maxLength} bytecodes`);
    if (this.validityPending) {
      this.validityPending = false;
      this.guard(this.emit('still_valid', [this.constantOf('ref', this.validity)]), true);
    }
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

  loopEntry(): Frame<Ins> | null {
    return null;
  }

  called(): Frame<Ins> | null {
    return null;
  }

  leave(f: Frame<Ins>): void {
    this.ends(f);
    if (f !== this.base) return;
    if (this.mayReturn) throw new StopRecording(f, this.pc, this.sp, 'stop');
    this.abort('LEAVES_FRAME', f.code.name);
  }

  /**
   * Takes in what was thrown: by the program, or, where it is no Python exception, by a fault of the recorder. A
   * bytecode that has done nothing yet is done by the interpreter then.
   */
  unwind(_f: Frame<Ins>, _pc: number, error: unknown): Frame<Ins> {
    if (error instanceof StopRecording || error instanceof Abort) throw error;
    if (!(error instanceof PyRaise) && this.effect === null) throw faultOf(error);
    throw new StopRecording(this.frame, this.pc, this.sp, 'raise', error);
  }

  escape(name: string): Ins {
    this.abort('ESCAPE', name);
  }

  opaque(reason: 'GENERATOR'): void {
    this.abort(reason, '');
  }
}

/** Tells whether a code object contains a loop. */
function hasLoop(code: CodeObject): boolean {
  return code.ops.includes(Op.JUMP_BACKWARD);
}

/** The primitives: each records itself. */
const PRIMITIVES: Record<string, (this: TracingMachine, ...args: any[]) => Ins> = {};
for (const op of Object.keys(OPS) as OpName[])
  PRIMITIVES[op] =
    rowOf(op).variadic === true
      ? function (operands: Ins[]) {
          return this.emit(op, operands);
        }
      : function (...operands: Ins[]) {
          return this.emit(op, operands);
        };
Object.assign(TracingMachine.prototype, PRIMITIVES);
