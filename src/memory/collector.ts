/**
 * What the host's collector is told, and what refers to others without keeping them.
 *
 * A table of dependants (the subclasses of a class, the trees that rely on a fact) must not keep what has been
 * dropped, so it holds weak references. But the host keeps the target of each weak reference that is made or read
 * until its present job ends, and a Python program is one job from its first line to its last: nothing would ever be
 * freed. The list of what is kept so is emptied when a queue of microtasks has been run, and the host runs one after
 * each script in a context that has a queue of its own. An empty script in such a context is `letGo`: 5 µs, after
 * 1.5 ms to make the context on its first use.
 *
 * A value on the stack stays alive as ever; what is read from a weak list must be held while it is used.
 */
import { type Context, Script, createContext, runInNewContext } from 'node:vm';
import { setFlags } from './v8.ts';

let place: Context | null = null;
let nothing: Script | null = null;
let collector: (() => void) | null = null;

/** Lets targets of weak references die that nothing else refers to. */
export function letGo(): void {
  place ??= createContext({}, { microtaskMode: 'afterEvaluate' });
  nothing ??= new Script('0');
  nothing.runInContext(place);
}

/** Loads what `collect` needs, as long as files can be opened. */
export function prepareCollector(): () => void {
  if (collector === null) {
    setFlags('--expose-gc');
    collector = runInNewContext('gc') as () => void;
    setFlags('--no-expose-gc');
  }
  return collector;
}

/** Has the host free everything that nothing refers to: takes as long as there is to look at, 10 ms at least. */
export function collect(): void {
  letGo();
  prepareCollector()();
}

/** Weak references made or read after which their targets are let go: what is kept in vain stays little. */
const LET_GO = 16;
let kept = 0;

/** Counts targets that the host keeps now. */
function keeps(n: number): void {
  kept += n;
  if (kept < LET_GO) return;
  kept = 0;
  letGo();
}

/** References to objects in the order in which they were added; those that have died are left out. */
export class WeakList<T extends object> {
  /** Those that live for ever are here themselves. */
  private items: (T | WeakRef<T>)[] = [];
  /** Length at which those that have died are taken out. */
  private limit = 64;

  /** Adds an object. */
  add(x: T): void {
    if (this.items.length >= this.limit) this.prune();
    this.items.push(new WeakRef(x));
    keeps(1);
  }

  /** Adds an object that is never dropped. */
  addForEver(x: T): void {
    this.items.push(x);
  }

  /** Takes an object out. */
  delete(x: T): void {
    this.items = this.items.filter((item) => targetOf(item) !== x);
  }

  /** Takes all objects out and returns them. */
  take(): T[] {
    const all = [...this];
    this.items = [];
    return all;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (const item of this.items.slice()) {
      const x = targetOf(item);
      if (x !== undefined) yield x;
    }
  }

  private prune(): void {
    const read = this.items.filter((item) => item instanceof WeakRef).length;
    this.items = this.items.filter((item) => targetOf(item) !== undefined);
    this.limit = Math.max(64, this.items.length * 2);
    keeps(read);
  }
}

/** Returns what an item of a list refers to, undefined where it has died. */
function targetOf<T extends object>(item: T | WeakRef<T>): T | undefined {
  return item instanceof WeakRef ? (item.deref() as T | undefined) : item;
}
