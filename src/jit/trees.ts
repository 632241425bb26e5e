/**
 * Trees: a recording, optimised, becomes the root of a tree or a branch of one; a tree becomes a function.
 *
 * Each branch has the whole function generated anew. A tree relies on facts outside of it (`Assumption`); it is
 * thrown away when one breaks.
 */
import { generateTree } from '../codegen/generate.ts';
import type { CodeObject } from '../bytecode/code.ts';
import { forgetPrepared } from '../deopt/restore.ts';
import type { Exit, ExitKind, Guard, Position, Snapshot, Trace, Tree } from '../ir/trace.ts';
import { describeValue } from '../machine/describe-value.ts';
import { compileOps } from '../machine/live-ops.ts';
import { Context } from '../opt/context.ts';
import { Contradiction } from '../opt/emitter.ts';
import { type PathEnd, optimiseFunction, optimiseRoot, optimiseSide } from '../opt/optimise.ts';
import type { JitOptions } from '../options/tunables.ts';
import type { Recorded } from '../tracer/record.ts';
import type { Events } from './events.ts';
import type { Site } from './site.ts';

/** Trees that code made anew may have before the next has to wait longer. */
const FEW = 8;
/** Looks that are remembered. */
const MOST_LOOKS = 1000;

/** Says how a site looks: the same for code that is compiled again from like text. */
function lookOf({ runtime: { code }, pc }: Site): string {
  return `${code.filename}:${code.firstlineno}:${code.qualname}:${code.ops.length}:${pc}`;
}
/** Rounds of a new loop between two looks whether a signal waits. */
const FIRST_ROUNDS = 4096;

export class Trees {
  /** The host refuses code. */
  forbidden = false;
  private readonly ops = compileOps();
  private nextTree = 1;
  private nextTrace = 1;
  private readonly contexts = new WeakMap<Tree, Context>();
  private guardsRun = 0;
  /** How many trees were planted at places that look alike. */
  private readonly planted = new Map<string, number>();
  /** Trees that the compiler failed to grow. */
  private readonly frozen = new WeakSet<Tree>();

  constructor(
    private readonly options: JitOptions,
    private readonly events: Events,
  ) {}

  /** Returns how many times `FEW` trees there have been at places just like a site, in code that was made anew. */
  twinsOf(site: Site): number {
    return Math.floor((this.planted.get(lookOf(site)) ?? 0) / FEW);
  }

  /** Makes a tree for a recording, without a root as yet. */
  plant(site: Site, r: Recorded): Tree {
    if (this.planted.size > MOST_LOOKS) this.planted.clear();
    this.planted.set(lookOf(site), (this.planted.get(lookOf(site)) ?? 0) + 1);
    const tree: Tree = {
      kind: site.kind,
      id: this.nextTree++,
      name: site.runtime.code.name,
      code: site.runtime.code,
      header: site.pc,
      sp: r.params.length,
      root: null as unknown as Trace,
      exits: [],
      polls: [],
      pace: { rounds: FIRST_ROUNDS },
      traces: [],
      validity: r.machine.validity,
      fn: null,
      callable: null,
      source: '',
    };
    this.contexts.set(tree, new Context(this.ops, describeValue, this.options.off));
    return tree;
  }

  /** Has a tree stay as it is: what is known of it may be wrong. */
  freeze(tree: Tree): void {
    this.frozen.add(tree);
  }

  /** Tells whether a tree may have no more branches. */
  isFull(tree: Tree): boolean {
    return (
      this.frozen.has(tree) || tree.traces.length > this.options.maxside || tree.source.length > this.options.maxsource
    );
  }

  /** Optimises a recording into the trace behind an exit, or into the root; returns what was wrong, or the trace. */
  grow(tree: Tree, exit: Exit | null, r: Recorded, end: PathEnd): Trace | string {
    const { outcome, machine, params } = r;
    const trace = this.newTrace(r);
    const context = this.contexts.get(tree)!;
    const closed = outcome.kind === 'closed';
    const recording = {
      ops: machine.ops,
      params,
      slots: closed ? outcome.slots : [],
      frames: closed ? outcome.frames : [],
    };
    const makeExit = exitMaker(tree, trace);
    const exits = tree.exits.length;
    if (exit === null) tree.root = trace;
    try {
      if (exit !== null) optimiseSide(context, tree, trace, exit, recording, end, makeExit);
      else if (end.kind === 'closed') optimiseRoot(context, trace, recording, makeExit);
      else optimiseFunction(context, tree, trace, recording, end, makeExit);
    } catch (e) {
      if (!(e instanceof Contradiction)) throw e;
      tree.exits.length = exits;
      return e.what;
    }
    return trace;
  }

  private newTrace(r: Recorded): Trace {
    return {
      id: this.nextTrace++,
      parent: null,
      params: [],
      ops: [],
      end: null,
      body: null,
      poll: null,
      bytecodes: r.machine.bytecodes,
      recorded: r.machine.ops.length,
      milliseconds: 0,
    };
  }

  /**
   * Has a tree thrown away as soon as a fact that a recording relies on breaks; returns false where one is broken
   * already.
   */
  assume(tree: Tree, r: Recorded, thrownAway: () => void): boolean {
    for (const fact of r.machine.assumptions) if (!fact.valid) return false;
    tree.validity.onBreak = () => {
      this.contexts.delete(tree);
      thrownAway();
    };
    for (const fact of r.machine.assumptions) fact.addDependant(tree.validity);
    return true;
  }

  /** Generates a tree's function; returns false where the host forbids it, or that failed: then it is as before. */
  generate(tree: Tree): boolean {
    const started = performance.now();
    forgetPrepared(tree.exits);
    forgetPrepared(tree.polls);
    const file = (tree.code as CodeObject).filename.replace(/\p{Surrogate}/gu, '\ufffd');
    const { stress } = this.options;
    try {
      generateTree(
        tree,
        `sidewinder-trace:///${encodeURIComponent(file)}/T${tree.id}.js`,
        stress > 0 ? () => ++this.guardsRun % stress === 0 : null,
      );
    } catch (e) {
      if (e instanceof EvalError) {
        this.forbidden = true;
        this.events.emit({ kind: 'nocode', message: e.message });
      } else {
        this.freeze(tree);
        this.events.emit({ kind: 'fault', message: String(e) });
      }
      return false;
    }
    this.events.emit({ kind: 'generated', tree, milliseconds: performance.now() - started });
    return true;
  }
}

/** Returns what makes the exits of a trace. */
function exitMaker(tree: Tree, trace: Trace) {
  return (kind: ExitKind, snapshot: Snapshot, guard: Guard | null, position: Position | null): Exit => {
    const exit: Exit = {
      id: kind === 'poll' ? -1 - tree.polls.length : tree.exits.length,
      kind,
      snapshot,
      leaves: [],
      direct: false,
      count: 0,
      guard,
      state: 'cold',
      attempts: 0,
      side: null,
      trace,
      position,
    };
    (kind === 'poll' ? tree.polls : tree.exits).push(exit);
    return exit;
  };
}
