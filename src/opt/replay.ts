/** Replaying a recording through an emitter: copy-substitution from raw instructions to emitted ones. */
import type { Sort } from '../ir/ops.ts';
import { type Ins, type SnapshotFrame, isCall, isComputed } from '../ir/trace.ts';
import type { Emitter } from './emitter.ts';

export class Replay {
  private readonly map = new Map<Ins, Ins>();
  private readonly frames = new Map<SnapshotFrame, SnapshotFrame>();

  constructor(private readonly e: Emitter) {}

  /** Makes a raw value stand for an emitted one. */
  bind(raw: Ins, emitted: Ins): void {
    this.map.set(raw, emitted);
  }

  /** Returns the emitted form of a raw value. */
  ref(raw: Ins): Ins {
    if (raw.op === 'const') {
      const known = this.map.get(raw);
      if (known !== undefined) return known;
      const c = this.e.c.constant(raw.sort as Sort, raw.value);
      this.map.set(raw, c);
      return c;
    }
    const x = this.map.get(raw);
    if (x === undefined) throw new Error(`raw value ${raw.op} ${raw.id} was never emitted`);
    return x;
  }

  /** Returns the emitted form of a snapshot's frames. */
  snapshot(frames: readonly SnapshotFrame[]): SnapshotFrame[] {
    return frames.map((f) => {
      let g = this.frames.get(f);
      if (g === undefined) {
        g = {
          shell: f.shell,
          pc: f.pc,
          slots: f.slots.map((s) => (s === undefined ? undefined : this.ref(s))),
          instance: f.instance === undefined ? undefined : this.ref(f.instance),
          returning: f.returning === true,
        };
        this.frames.set(f, g);
      }
      return g;
    });
  }

  /** Emits a whole recording. */
  run(ops: readonly Ins[]): void {
    const e = this.e;
    for (const raw of ops) {
      e.position = raw.position;
      if (raw.op === 'guard') {
        e.guard(this.ref(raw.args[0]!), raw.expect, this.snapshot(raw.snapshot!.frames), raw.value);
        continue;
      }
      const args = raw.args.map((a) => this.ref(a));
      if (isCall(raw)) this.map.set(raw, e.call(raw, args, this.snapshot(raw.snapshot!.frames)));
      else if (isComputed(raw)) this.map.set(raw, e.emit(raw.op, args));
    }
  }
}
