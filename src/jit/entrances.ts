/**
 * Entrances: how calls reach compiled code.
 *
 * Compiled code calls a function, and the tree of a function one of its loops, through an `Entry`
 * (`frames/entry.ts`), which leads to the interpreter until there is a tree. A tree's code takes what the first
 * recording found to be floats unboxed (`floats`, never changed afterwards). A call that has everything boxed
 * unboxes them on the way; one that brings something else is interpreted, and when that happens often, the tree
 * is generated a second time as code that takes everything boxed.
 */
import { adapter } from '../codegen/adapter.ts';
import { Entry } from '../frames/entry.ts';
import { state } from '../frames/state.ts';
import type { Callable, Ins, FunctionCall, Tree } from '../ir/trace.ts';
import type { PyValue } from '../objects/core/object.ts';
import { floatType } from '../objects/core/values.ts';
import type { JitOptions } from '../options/tunables.ts';
import type { Site } from './site.ts';

/** What called code asks of those that called it. */
export interface Callers {
  /** Goes on from an exit of code that was called. */
  leave(tree: Tree, exit: number, depth: number): unknown;
  /** Tells whether the interpreter has called, whose frame of this depth is there and goes on by itself. */
  isInterpreter(depth: number): boolean;
}

/** Stands for the result of a function that the interpreter is to run in the frame it has. */
export const DECLINED = Symbol('declined');

export class Entrances {
  constructor(
    private readonly options: JitOptions,
    /** Where exits store values. */
    private readonly out: unknown[],
    private readonly callers: Callers,
    /** Generates a tree's code anew; false where the host forbids it. */
    private readonly generate: (tree: Tree) => boolean,
  ) {}

  /** Makes a function's tree one that is called, before it has code. */
  makeCallable(site: Site, tree: Tree, ops: readonly Ins[]): void {
    const entry = site.entry!;
    entry.floats ??= floatsOf(entry.slots, ops);
    tree.callable = this.callableOf(tree, entry);
  }

  /** Makes the call of a compiled loop, with all slots of the frame that leads to it. */
  callOf(site: Site, height: number): FunctionCall {
    if (site.entry === null) this.makeEntrance(site, height);
    return { name: site.runtime.code.name, effects: 'python', entry: site.entry!, above: 0, fast: false };
  }

  /** Makes a loop one that can be called. */
  private makeEntrance(site: Site, height: number): void {
    const slots = Array.from({ length: height }, (_, i) => i);
    const entry = new Entry(site.runtime, site.pc, slots, height, false);
    const tree = site.tree!;
    entry.floats = floatsOf(entry.slots, tree.root.ops);
    site.entry = entry;
    tree.callable = this.callableOf(tree, entry);
    if (this.generate(tree)) this.open(site);
  }

  private callableOf(tree: Tree, entry: Entry): Callable {
    return {
      slots: entry.slots,
      floats: entry.floats!,
      out: this.out,
      limits: state,
      run: null,
      interpret: entry.interpret,
      leave: (exit, depth) => this.callers.leave(tree, exit, depth),
      boxed: null,
    };
  }

  /** Has calls of a site's entry, if it has one, run its tree. */
  open(site: Site): void {
    const { entry } = site;
    if (entry === null) return;
    const tree = site.tree!;
    tree.callable ??= this.callableOf(tree, entry);
    if (tree.callable.run === null && tree.kind === 'loop') this.generate(tree);
    const { callable } = tree;
    const run = callable.run as Entry['fast'] | null;
    if (run === null) {
      this.close(site);
      return;
    }
    entry.fast = run;
    if (callable.floats.length === 0) entry.call = run as Entry['call'];
    else entry.call = (callable.boxed?.run as Entry['call'] | undefined) ?? this.unboxing(site, tree, entry, callable);
  }

  /** Has calls of a site's entry, if it has one, run in the interpreter. */
  close({ entry }: Site): void {
    if (entry === null) return;
    entry.call = entry.interpret;
    entry.fast = entry.interpretFast;
  }

  /** Makes a call with boxed values: unboxed where they are floats as expected, interpreted where they are not. */
  private unboxing(site: Site, tree: Tree, entry: Entry, callable: Callable): Entry['call'] {
    let mismatches = 0;
    const other = (depth: number, ...values: PyValue[]): unknown => {
      // What is interpreted here comes back, with a frame: that is when it is counted.
      if (!this.callers.isInterpreter(depth)) return entry.interpret(depth, ...values);
      if (++mismatches === this.options.mismatches) this.makeBoxed(site, tree, callable);
      return DECLINED;
    };
    return adapter(entry, entry.slots.length, callable.floats, floatType, other) as Entry['call'];
  }

  /** Generates a function's tree a second time, as code that takes everything boxed. */
  private makeBoxed(site: Site, tree: Tree, callable: Callable): void {
    if (tree.kind === 'loop' || !tree.validity.valid) return;
    callable.boxed = { ...callable, floats: [] };
    if (this.generate(tree)) this.open(site);
  }
}

/** Returns which slots a path found to be floats, by their place in `slots`: it guards the class of the parameter. */
function floatsOf(slots: readonly number[], ops: readonly Ins[]): number[] {
  const floats = new Set<number>();
  for (const x of ops) {
    if (x.op !== 'guard' || !x.expect) continue;
    const test = x.args[0]!;
    const of = test.args[0];
    if (test.op === 'has_type' && of?.op === 'param' && test.args[1]!.value === floatType)
      floats.add(of.value as number);
  }
  return slots.flatMap((slot, i) => (floats.has(slot) ? [i] : []));
}
