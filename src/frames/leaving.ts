/**
 * Leaving baseline code for the interpreter.
 *
 * Baseline frames have no frame objects. What asks for one (`sys._getframe`, `locals()`, `super()` without arguments)
 * throws this instead of answering. Each compiled function on the way down to where the interpreter or native code
 * called the first of them makes the frame it stands for and adds it to the chain; there the interpreter goes on with
 * the innermost, which executes its instruction again, and finds frames. So frames are exact and cost nothing where
 * nobody asks.
 *
 * Frames of the interpreter between compiled ones join the chain as they are. Frames below native code that called
 * Python stay compiled: of these only code and line are known (`shadow.ts`).
 */
import type { PyValue } from '../objects/core/object.ts';
import { type Frame, OnReturn } from './frame.ts';
import { P } from './shadow.ts';
import { state } from './state.ts';

export class Leaving {
  /** The innermost frame, which executes its instruction again. */
  top: Frame<PyValue> | null = null;
  /** The outermost frame so far: what the next one has called. */
  bottom: Frame<PyValue> | null = null;

  /** Adds the frame that has called the chain's outermost. */
  add(f: Frame<PyValue>): void {
    if (this.bottom === null) this.top = f;
    else this.hang(f);
    this.bottom = f;
  }

  /** Adds an interpreter's frame, standing at `pc` with `sp`, and those that called it within one dispatch loop. */
  addInterpreted(f: Frame<PyValue>, pc: number, sp: number): void {
    if (this.bottom === null) {
      this.top = f;
      f.pc = pc;
      f.sp = sp;
    } else this.hang(f);
    this.bottom = outermost(f);
  }

  /** Makes a frame the caller of the outermost. */
  private hang(f: Frame<PyValue>): void {
    const bottom = this.bottom!;
    bottom.parent = f;
    if (bottom.onReturn === OnReturn.EXIT) bottom.onReturn = OnReturn.PUSH;
  }

  /** Puts `f`, which the interpreter has, in the place of the outermost frame, which stands for the same call. */
  settle(f: Frame<PyValue>): Frame<PyValue> {
    const { bottom } = this;
    if (bottom !== f) {
      for (let i = 0; i < f.s.length; i++) f.s[i] = bottom!.s[i]!;
      f.pc = bottom!.pc;
      f.sp = bottom!.sp;
      if (this.top === bottom) this.top = f;
      else {
        let one = this.top!;
        while (one.parent !== bottom) one = one.parent!;
        one.parent = f;
      }
      this.bottom = f;
    }
    return this.top!;
  }
}

/** Returns the frame with which the dispatch loop of a frame began. */
function outermost(f: Frame<PyValue>): Frame<PyValue> {
  let one = f;
  while (one.parent !== null) one = one.parent;
  return one;
}

/** The outermost frame of the innermost dispatch loop that compiled code itself has begun. */
export const direct = { frame: null as Frame<PyValue> | null };

/** Leaves baseline code, if the running function is compiled. */
export function leaveRunning(): void {
  const f = state.frame;
  if (P[0]! > (f === null ? 0 : f.depth)) throw new Leaving();
}

/** Leaves baseline code, if the running function is compiled or one that has called it without native code between. */
export function leaveAll(): void {
  leaveRunning();
  if (direct.frame !== null && state.frame !== null && outermost(state.frame) === direct.frame) throw new Leaving();
}
