/**
 * Objects nobody else has seen: instances made on this path that have not been exposed.
 *
 * A temporary vector of which only the coordinates are used need not be made. That exits make objects which only
 * they need is `sink.ts`'s doing, and for tuples it is enough: they are complete when they are made. An instance
 * is not: it is made empty, and stores follow. Stores are effects and do not sink, so an instance that only exits
 * need would be made in every iteration to be stored into. Leaving out stores to objects that turn out to be
 * unused does not work either: whether one is used is known at the end of the path, and exits before the end
 * want it with the attributes it had *there*.
 *
 * So what is stored into such an object is kept here instead of being emitted. Loads read it here; an exit that
 * needs the object makes it and performs the stores (`Snapshot.pending`). With `V(0.5, 1.5)` in slot 0:
 *
 *   ~ v5 ref = new_instance @0<type V>
 *     guard v8 -> exit 0 [v4] {f@12: v5; slot_add_float v5, @1<shape V x:float>, 0.5;
 *                                        slot_add_float v5, @2<shape V x:float y:float>, v4}
 *
 * Where the object is exposed (it is put into another object, handed to a call, or becomes the value of a loop
 * variable) the stores are emitted, and it is an object like any other from then on.
 *
 * Invariants:
 * - No other value is an unseen object, and no code that is not on this path can change it: that is why a store to
 *   something else kills nothing here.
 * - Attributes are kept in the order in which they were added; each names the shape it leads to, so that the last
 *   one is the object's shape. A store to an attribute replaces its value and keeps its place.
 * - An unseen object may be held by another unseen one; it is exposed together with that, and exits make the one
 *   held first.
 * - A fork of the path (a loop body, a side trace) has a state of its own; the lists of attributes are never
 *   changed in place, so they are shared.
 * - At the end of a path everything that goes on is exposed (`Emitter.settle`): a loop variable is an object that
 *   the next iteration must find made.
 */
import { type OpName, rowOf } from '../ir/ops.ts';
import type { Ins, PendingStore, SnapshotFrame } from '../ir/trace.ts';

/** One attribute: the op that adds it, the shape it leads to, its place as loads name it, its value. */
interface Addition {
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
