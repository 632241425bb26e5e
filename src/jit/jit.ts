/**
 * The compiler as the interpreter sees it: where it is asked, and how trees are run and left.
 *
 * When something is recorded, and when again, is in the table of `states.ts`; how, in `compiler.ts`. Here are
 * the hooks: a hot back edge or call comes in, and the frame to go on with goes back.
 *
 * A loop's tree runs within its frame and comes back to whoever entered it with the exit's number. A
 * function's tree has no frame: called by compiled code, an exit makes one and a dispatch loop of its
 * own finishes it (`leaveCallable`); entered by the interpreter, whose frame is there already, the
 * exit hands that frame back (`entered`, `LEFT`), so that leaving does not nest on the host's stack.
 */
import type { Events } from './events.ts';
import type { Tree } from '../ir/trace.ts';
import type { JitOptions } from '../options/tunables.ts';
import { leaveDirectly, restore } from '../deopt/restore.ts';
import { type Entry, entryOf } from '../frames/entry.ts';
import { Frame, OnReturn } from '../frames/frame.ts';
import { HOOKS } from '../frames/hooks.ts';
import { finishFrame } from '../interp/invoke-python.ts';
import { builtinsOf, state } from '../frames/state.ts';
import { deliverAt } from '../frames/signals.ts';
import { Finished } from '../frames/unwind.ts';
import { PyRaise } from '../objects/core/exceptions.ts';
import { polling } from '../signals/polling.ts';
import type { PyValue } from '../objects/core/object.ts';
import { Compiler } from './compiler.ts';
import { DECLINED } from './entrances.ts';
import { activations } from './host-stack.ts';
import { makeSite, neverCounted, siteAt } from './site.ts';

/** Stands for the result of a function that goes on in the interpreter. */
const LEFT = Symbol('left');

/** Makes a compiler, whose code is found on the host's stack from then on. */
export function makeJit(options: JitOptions, events: Events): Jit {
  HOOKS.activations = activations;
  return new Jit(options, events);
}

class Jit {
  private readonly compiler: Compiler;
  /** The frame whose function's tree the interpreter has entered. */
  private entered: Frame<PyValue> | null = null;
  /** Where the interpreter goes on after `LEFT`. */
  private leftAt: Frame<PyValue> | null = null;

  constructor(
    private readonly options: JitOptions,
    events: Events,
  ) {
    this.compiler = new Compiler(options, events, {
      leave: (tree, exit, depth) => this.leaveCallable(tree, exit, depth),
      isInterpreter: (depth) => this.entered?.depth === depth,
    });
  }

  /** Bytecodes recorded into traces. */
  get bytecodesRecorded(): number {
    return this.compiler.bytecodesRecorded;
  }

  /* ---- hot loops ---- */

  /** Handles a hot back edge. */
  hot(f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> | null {
    if (state.watched || (f.locals !== null && f.locals !== f.globals)) return null;
    const site = siteAt(f.runtime, pc) ?? makeSite(f.runtime, pc, null);
    if (site.tree === null) {
      if (f.runtime.counters![pc]! < this.options.hotloop || !this.compiler.mayPlant(site)) return null;
      f.pc = pc;
      f.sp = sp;
      const top = this.compiler.record(site, null, f, f);
      if (site.tree === null || top !== f || top.thrown !== undefined || top.pc !== pc) return top;
    }
    f.pc = pc;
    f.sp = sp;
    return this.enter(site.tree!, f);
  }

  /** Runs trees until the interpreter has to go on; returns the frame to go on with. */
  private enter(first: Tree, f: Frame<PyValue>): Frame<PyValue> {
    let tree = first;
    const out = this.compiler.out;
    for (;;) {
      f.compiled = true;
      const id = tree.fn!(f.s, out, f.depth);
      f.compiled = false;
      state.depth = 0;
      if (id < 0) {
        const left = this.pollAt(tree, id, f);
        if (left !== null) return left;
        continue;
      }
      const exit = tree.exits[id]!;
      exit.count++;
      let top = exit.direct ? leaveDirectly(exit, f) : restore(exit, out, f);
      switch (exit.kind) {
        case 'raise':
          top.thrown = out[exit.leaves.length];
          return top;
        case 'stop':
          return top;
        case 'link': {
          const next = siteAt(f.runtime, top.pc)?.tree;
          if (next == null) return this.missed(f, top);
          if (--polling.left < 0 && polling.due()) return top;
          tree = next;
          continue;
        }
      }
      if (!this.compiler.mayGrow(exit, tree)) return top;
      top = this.compiler.record(siteAt(f.runtime, tree.header)!, exit, f, top);
      if (top !== f || top.thrown !== undefined || top.pc !== tree.header || top.sp !== tree.sp || !tree.validity.valid)
        return top;
    }
  }

  /** Looks up where a loop has been left for that; returns the frame to go on with, null to go on with the loop. */
  private pollAt(tree: Tree, id: number, f: Frame<PyValue>): Frame<PyValue> | null {
    const top = restore(tree.polls[-1 - id]!, this.compiler.out, f);
    if (polling.dueIn(tree.pace)) return deliverAt(top, top.pc, top.sp) ?? top;
    return tree.validity.valid ? null : top;
  }

  /** Counts a link to a loop whose tree is gone as a back edge. */
  private missed(f: Frame<PyValue>, top: Frame<PyValue>): Frame<PyValue> {
    return ++f.runtime.countBackEdges()[top.pc]! >= this.options.hotloop ? (this.hot(f, top.pc, top.sp) ?? top) : top;
  }

  /* ---- hot functions ---- */

  /** Handles a call of a hot function by the interpreter. */
  called(f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> | null {
    const entry = entryOf(f.runtime);
    if (entry === null || f.locals !== null || state.watched) {
      neverCounted(f.runtime);
      return null;
    }
    const site = siteAt(f.runtime, pc) ?? makeSite(f.runtime, pc, entry);
    if (site.tree !== null) return f.depth > state.callLimit ? null : this.enterFunction(entry, f, sp);
    if (!this.compiler.mayPlant(site)) return null;
    f.pc = pc;
    f.sp = sp;
    return this.compiler.record(site, null, f, f);
  }

  /**
   * Runs a function's tree on the interpreter's frame; returns the frame to go on with, null where the tree is for
   * other arguments.
   */
  private enterFunction(c: Entry, f: Frame<PyValue>, sp: number): Frame<PyValue> | null {
    const { s } = f;
    const p = c.slots;
    const before = this.entered;
    this.entered = f;
    f.compiled = true;
    let value: unknown;
    try {
      switch (p.length) {
        case 0:
          value = c.call(f.depth);
          break;
        case 1:
          value = c.call(f.depth, s[p[0]!]!);
          break;
        case 2:
          value = c.call(f.depth, s[p[0]!]!, s[p[1]!]!);
          break;
        default:
          value = c.call(f.depth, ...p.map((i) => s[i]!));
          break;
      }
    } catch (e) {
      // Where a loop that the tree leads to is interpreted, the call has a frame of its own, whose end this is.
      throw e instanceof PyRaise ? new Finished(e) : e;
    } finally {
      this.entered = before;
      f.compiled = false;
      state.depth = 0;
    }
    if (value === LEFT) return this.leftAt!;
    if (value === DECLINED) return null;
    s[sp] = value as PyValue;
    f.sp = sp + 1;
    f.pc = f.runtime.returning;
    return f;
  }

  /** Goes on from an exit of code that was called; returns the function's result, or LEFT. */
  private leaveCallable(tree: Tree, id: number, depth: number): unknown {
    const exit = id < 0 ? tree.polls[-1 - id]! : tree.exits[id]!;
    exit.count++;
    const { runtime } = exit.snapshot.frames[0]!.shell as Frame<PyValue>;
    const mine = this.entered !== null && this.entered.depth === depth ? this.entered : null;
    const caller = state.frame;
    state.depth = 0;
    if (mine !== null) mine.compiled = false;
    const f = mine ?? new Frame<PyValue>(runtime.code, runtime, null, runtime.globals, builtinsOf(runtime.globals));
    if (mine === null) {
      f.depth = depth;
      f.onReturn = OnReturn.EXIT;
      f.caller = caller;
    }
    let top: Frame<PyValue>;
    if (id < 0) top = this.pollAt(tree, id, f) ?? this.enter(tree, f);
    else top = restore(exit, this.compiler.out, f);
    if (id < 0) {
      // The loop has been left, or has run on to another of its exits.
    } else if (exit.kind === 'raise') top.thrown = this.compiler.out[exit.leaves.length];
    else if (exit.kind === 'link') {
      const next = siteAt(f.runtime, top.pc)?.tree;
      top = next == null ? this.missed(f, top) : this.enter(next, f);
    } else if (this.compiler.mayGrow(exit, tree))
      top = this.compiler.record(siteAt(f.runtime, tree.header)!, exit, f, top);
    if (mine === null) return finishFrame(f, top, caller);
    this.leftAt = top;
    return LEFT;
  }
}
