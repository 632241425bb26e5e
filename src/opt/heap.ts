/**
 * What is known of memory along one path: loads available, stores put off.
 *
 * *Loads.* A load is known while no store can have changed its field. The obvious key, the field alone, is wrong
 * as soon as two names stand for one object: after `a.x = 1; b.x = 2` a load of `a.x` is 1 or 2. So each load is
 * kept by op and operands, and a store kills those of its heap class (`HEAP`) whose object *may be* the same one.
 * Two objects made on this path, two constants, or one of each are never the same. An object made on this path is
 * no other value either, until it is *exposed*: put into another object or handed to a call, where a load may find
 * it.
 *
 * *Stores put off.* At module level every variable is an entry of a dict, and a loop that stores into the dict in
 * each iteration is ten times slower than one in a function. Stores that the table allows to be put off (`putOff`)
 * are therefore not emitted: the value is kept here, loads read it, a loop carries it in a variable, and every exit
 * performs it (`Snapshot.pending`, after the `;`):
 *
 *   v4 ref = dict_value @0<dict>, 3
 *   v7 int = int_add v5, 1
 *   v8 ref = box_int v7
 *   guard v12 -> exit 0 [p0 v8] {f@0: p0; dict_set_value @0<dict>, 3, v8}
 *
 * To put off all stores would be wrong: the interpreter and native code look at most fields. The few rows that may
 * be put off write fields that are read by one op only; whatever else could see them is met by performing the
 * store first: a call that is not private to its class or runs Python (`due`), a load or a put-off store of the
 * same field of an object that may be the same (`hidden`, `conflicting`).
 *
 * Invariants:
 * - `putOff` has every field that was put off, also after its store was performed (`dirty` false): its value is
 *   then as good as a load's, and is killed as loads are.
 * - The keys of a put-off store and of the load that answers it are the same.
 * - Stores put off are performed in the order in which they were first put off; those to one class of objects that
 *   may be one never stand beside each other.
 * - Within a loop body, what was taken from before it (`used`) and what was lost of that (`killed`) is written
 *   down: `peel.ts` lives on it.
 *
 * A store looks at every load that is kept: the cost is their product, which is small because paths are.
 */
import type { Effects } from '../ir/effects.ts';
import { type OpName, rowOf } from '../ir/ops.ts';
import { HEAP, type HeapClass } from '../ir/rows.ts';
import { type Ins, type PendingStore, isComputed } from '../ir/trace.ts';

interface Available {
  readonly cls: HeapClass;
  readonly base: Ins | undefined;
  readonly index: Ins | undefined;
  readonly value: Ins;
}
interface PutOff {
  readonly op: OpName;
  readonly base: Ins;
  readonly index: Ins | undefined;
  readonly value: Ins;
  readonly dirty: boolean;
}

/** Returns the load that reads just what a store wrote; one that adds a field names it in another way. */
function loadOf(store: OpName): OpName | undefined {
  const row = rowOf(store);
  return row.adds === true ? undefined : row.answers;
}

/** Returns the load that answers a store that is put off. */
function answerOf(store: OpName): OpName {
  const load = rowOf(store).answers;
  if (load === undefined) throw new Error(`${store} is put off, but no load answers it`);
  return load;
}

/** Tells whether a call that runs no Python neither sees nor changes what a store writes. */
function isPrivate(store: OpName): boolean {
  return HEAP[rowOf(store).heap!].private;
}

/** Tells whether a value is an object made on this path. */
export function isFresh(x: Ins): boolean {
  return isComputed(x) ? rowOf(x.op).fresh === true : x.op === 'call' && x.value.fresh === true;
}

/** Tells whether two places of a class are known to be different. */
function isElsewhere(a: Ins | undefined, b: Ins | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b && a.op === 'const' && b.op === 'const';
}

/** Lists the operands of a store that was put off. */
export function operandsOf(p: PutOff): Ins[] {
  return p.index === undefined ? [p.base, p.value] : [p.base, p.index, p.value];
}

export class Heap {
  available = new Map<string, Available>();
  putOff = new Map<string, PutOff>();
  /** Keys carried into a loop body, to tell which of them are killed or used there. */
  header: Set<string> | null = null;
  killed = new Set<string>();
  used = new Map<string, Ins>();
  private exposed = new Set<Ins>();

  constructor(readonly delays: boolean) {}

  clone(): Heap {
    const h = new Heap(this.delays);
    h.available = new Map(this.available);
    h.putOff = new Map(this.putOff);
    h.exposed = new Set(this.exposed);
    return h;
  }

  /** Takes in that values are put where other code or a load may find them. */
  expose(values: readonly Ins[]): void {
    for (const v of values) if (isFresh(v)) this.exposed.add(v);
  }

  /** Tells whether two references may be one object. */
  private mayAlias(a: Ins | undefined, b: Ins | undefined): boolean {
    if (a === undefined || b === undefined || a === b) return true;
    const known = (x: Ins): boolean => x.op === 'const' || isFresh(x);
    if (known(a)) return !known(b) && (a.op === 'const' || this.exposed.has(a));
    return b.op === 'const' || !isFresh(b) || this.exposed.has(b);
  }

  keyOf(op: OpName, args: readonly Ins[]): string {
    return `${op}:${args.map((a) => a.id).join(':')}`;
  }

  /** Returns the value of an earlier load or store of the same field. */
  load(op: OpName, args: readonly Ins[]): Ins | undefined {
    const key = this.keyOf(op, args);
    const p = this.putOff.get(key);
    if (p !== undefined) {
      if (this.header?.has(key)) this.used.set(key, p.value);
      return p.value;
    }
    const a = this.available.get(key);
    if (a !== undefined && this.header?.has(key)) this.used.set(key, a.value);
    return a?.value;
  }

  /** Remembers a load that was emitted. */
  loaded(op: OpName, args: readonly Ins[], value: Ins): void {
    this.available.set(this.keyOf(op, args), { cls: rowOf(op).heap!, base: args[0], index: args[1], value });
  }

  /** Tells whether a store is put off; the others must be emitted now. */
  delaysStore(op: OpName): boolean {
    return this.delays && rowOf(op).putOff === true;
  }

  /** Returns stores put off that a put-off store to another object of the same class makes due. */
  conflicting(op: OpName, base: Ins): string[] {
    const out: string[] = [];
    for (const [key, p] of this.putOff)
      if (p.op === op && p.base !== base && p.dirty && this.mayAlias(p.base, base)) out.push(key);
    return out;
  }

  /** Returns stores put off that a load of another object's field may have to see. */
  hidden(op: OpName, args: readonly Ins[]): string[] {
    const out: string[] = [];
    for (const [key, p] of this.putOff) {
      if (!p.dirty || rowOf(p.op).answers !== op || p.base === args[0] || !this.mayAlias(p.base, args[0])) continue;
      if (p.index === undefined || p.index === args[1] || p.index.op !== 'const' || args[1]!.op !== 'const')
        out.push(key);
    }
    return out;
  }

  /** Puts a store off. */
  delay(op: OpName, args: readonly Ins[]): void {
    const value = args[args.length - 1]!;
    const place = args.slice(0, -1);
    this.expose([value]);
    this.invalidate(rowOf(op).heap!, args[0], place[1]);
    const key = this.keyOf(answerOf(op), place);
    // A store performed before the loop and put off again within: its old value is not the loop's.
    if (this.header?.has(key)) this.killed.add(key);
    this.putOff.set(key, { op, base: args[0]!, index: place[1], value, dirty: true });
  }

  /** Takes in a store that was emitted. */
  stored(op: OpName, args: readonly Ins[]): void {
    const load = loadOf(op);
    const place = args.slice(0, -1);
    this.expose(args.slice(1));
    this.invalidate(rowOf(op).heap!, args[0], load === undefined ? undefined : place[1]);
    if (load !== undefined) this.loaded(load, place, args[args.length - 1]!);
  }

  /** Takes in that an object has another shape. */
  reshaped(base: Ins): void {
    this.invalidate('shape', base, undefined);
  }

  /** Drops loads of a class that a store to `base` may have changed. */
  private invalidate(cls: HeapClass, base: Ins | undefined, index: Ins | undefined): void {
    for (const [key, a] of this.available) {
      if (a.cls !== cls || !this.mayAlias(a.base, base) || isElsewhere(index, a.index)) continue;
      this.kill(key);
    }
    // So are values of stores that were put off and have been performed.
    for (const [key, p] of this.putOff) {
      if (p.dirty || rowOf(p.op).heap !== cls || !this.mayAlias(p.base, base)) continue;
      if (isElsewhere(index, p.index)) continue;
      this.kill(key);
    }
  }

  private kill(key: string): void {
    this.available.delete(key);
    if (this.putOff.get(key)?.dirty === false) this.putOff.delete(key);
    if (this.header?.has(key)) this.killed.add(key);
  }

  /** Returns the stores that must be performed before a call. */
  due(effects: Effects): string[] {
    if (effects === 'pure' || effects === 'hidden') return [];
    const out: string[] = [];
    for (const [key, p] of this.putOff) if (p.dirty && (effects === 'python' || !isPrivate(p.op))) out.push(key);
    return out;
  }

  /** Takes in that a put-off store was performed. */
  performed(key: string): PutOff {
    const p = this.putOff.get(key)!;
    this.putOff.set(key, { ...p, dirty: false });
    return p;
  }

  /** Takes in a call. */
  called(effects: Effects): void {
    if (effects === 'pure' || effects === 'read' || effects === 'hidden') return;
    for (const [key, a] of this.available) {
      const own = a.cls === 'shape' && a.base !== undefined && isFresh(a.base) && !this.exposed.has(a.base);
      if (!own && (effects === 'python' || !HEAP[a.cls].private)) this.kill(key);
    }
    for (const [key, p] of this.putOff) {
      if (p.dirty || (effects !== 'python' && isPrivate(p.op))) continue;
      this.kill(key);
    }
  }

  /** Returns the stores an exit must perform. */
  pending(): PendingStore[] {
    const out: PendingStore[] = [];
    for (const p of this.putOff.values()) if (p.dirty) out.push({ op: p.op, args: operandsOf(p) });
    return out;
  }
}

/** Tells whether a field is known to hold a value. */
export function holds(h: Heap, key: string, value: Ins): boolean {
  const p = h.putOff.get(key);
  return p !== undefined ? p.value === value : h.available.get(key)?.value === value;
}

/** Returns the key under which a pending store is put off. */
export function keyOfPending(h: Heap, s: PendingStore): string {
  return h.keyOf(answerOf(s.op), s.args.slice(0, -1));
}
