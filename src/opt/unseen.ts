/**
 * Objects nobody else has seen: instances made on this path that have not escaped.
 *
 * What is stored into such an object is kept here. Loads read it here; an exit that needs the object
 * makes it and performs the stores (`Snapshot.pending`); where the object escapes (it is put into
 * another object, handed to a call, or becomes the value of a loop variable) the stores are emitted,
 * and it is an object like any other from then on. A temporary vector of which only the coordinates
 * are used is never made.
 *
 * An unseen object may be held by another unseen one; it escapes together with that.
 */
import { type OpName, rowOf } from '../ir/ops.ts';
import type { Ins, PendingStore, SnapshotFrame } from '../ir/trace.ts';

/** One attribute: the op that adds it, the shape it leads to, its place as loads name it, its value. */
export interface Addition {
  readonly op: OpName;
  readonly shape: Ins;
  readonly place: Ins;
  readonly value: Ins;
}

export class Unseen {
  private objects = new Map<Ins, readonly Addition[]>();

  clone(): Unseen {
    const u = new Unseen();
    u.objects = new Map(this.objects);
    return u;
  }

  has(x: Ins): boolean {
    return this.objects.has(x);
  }

  /** Takes in an object that was made. */
  made(x: Ins): void {
    this.objects.set(x, []);
  }

  /** Adds an attribute. */
  add(x: Ins, a: Addition): void {
    this.objects.set(x, [...this.objects.get(x)!, a]);
  }

  /** Stores into an attribute. */
  store(op: OpName, x: Ins, place: Ins, value: Ins): void {
    this.objects.set(
      x,
      this.objects.get(x)!.map((a) => (isAt(a, rowOf(op).answers, place) ? { ...a, value } : a)),
    );
  }

  /** Returns the value a load reads, where it is known here. */
  load(op: OpName, args: readonly Ins[]): Ins | undefined {
    return this.objects.get(args[0]!)?.find((a) => isAt(a, op, args[1]))?.value;
  }

  /** Returns what an object that escapes has to be given, or undefined where it is not unseen. */
  take(x: Ins): readonly Addition[] | undefined {
    const additions = this.objects.get(x);
    this.objects.delete(x);
    return additions;
  }

  /** Forgets all objects: nothing needs them any more. */
  clear(): void {
    this.objects.clear();
  }

  /** Returns the stores an exit must perform on the objects its frames need. */
  pending(frames: readonly SnapshotFrame[]): PendingStore[] {
    const out: PendingStore[] = [];
    const visited = new Set<Ins>();
    const visit = (x: Ins | undefined): void => {
      const additions = x === undefined || visited.has(x) ? undefined : this.objects.get(x);
      if (additions === undefined) return;
      visited.add(x!);
      for (const a of additions) {
        visit(a.value);
        out.push({ op: a.op, args: [x!, a.shape, a.value] });
      }
    };
    if (this.objects.size > 0)
      for (const f of frames) {
        f.slots.forEach(visit);
        visit(f.instance);
      }
    return out;
  }
}

/** Tells whether a load reads what was added. */
function isAt(a: Addition, load: OpName | undefined, place: Ins | undefined): boolean {
  return a.place === place && rowOf(a.op).answers === load;
}
