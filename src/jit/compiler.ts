/**
 * Makes trees: a recording, optimised and generated, becomes the root of a tree or a branch of one.
 *
 * The only file that knows the recorder, the optimiser and the code generator. Whatever way a
 * recording ends, it has performed the program: each method returns the frame to go on with.
 */
import type { Events, Place } from './events.ts';
import type { Callable, Exit, ExitKind, Ins, Position, Snapshot, Trace, Tree } from '../ir/trace.ts';
import type { JitOptions } from '../options/tunables.ts';
import type { CodeObject } from '../bytecode/code.ts';
import { link } from '../codegen/link.ts';
import { forgetPrepared } from '../deopt/restore.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import { Entry } from '../frames/entry.ts';
import type { Frame } from '../frames/frame.ts';
import { state } from '../frames/state.ts';
import type { PyValue } from '../objects/core/object.ts';
import { Context, type Evaluator } from '../opt/context.ts';
import { Contradiction } from '../opt/emitter.ts';
import { optimiseFunction, optimiseRoot, optimiseSide } from '../opt/optimise.ts';
import { compileOps } from '../machine/live-ops.ts';
import { Abort, type AbortReason } from '../tracer/aborts.ts';
import type { PathEnd } from '../opt/optimise.ts';
import type { RecorderLimits } from '../tracer/tracing.ts';
import { type Recorded, record } from '../tracer/record.ts';
import { close, floatsOf, open } from './calls.ts';
import { endOf, placeOf, reasonOf } from './outcome.ts';
import { type Site, penalise, siteAt, tryAgainSoon } from './site.ts';

/** Recordings of a site that may be given up so that a callee is compiled first. */
const MAX_WAITS = 6;

/** Failures that are over soon. */
const SOON: ReadonlySet<AbortReason> = new Set<AbortReason>(['LEAVES_LOOP', 'LEAVES_FRAME', 'CALLEE_FIRST']);

export class Compiler {
  readonly trees: Tree[] = [];
  /** Where exits store values. */
  readonly out: unknown[] = [];
  /** A recording is going on: no other begins. */
  recording = false;
  /** The host refuses code. */
  forbidden = false;
  bytecodesRecorded = 0;
  private readonly evaluate = compileOps() as Evaluator;
  private nextTree = 1;
  private nextTrace = 1;
  private readonly contexts = new Map<Tree, Context>();
  private guardsRun = 0;

  constructor(
    private readonly options: JitOptions,
    private readonly events: Events,
    /** Goes on from an exit of code that was called. */
    private readonly leave: (tree: Tree, exit: number, depth: number) => unknown,
  ) {}

  /** Records one iteration of a loop from its header on; returns where the program is then. */
  recordLoop(site: Site, f: Frame<PyValue>): Frame<PyValue> {
    const place = placeOf(f.code, site.pc);
    this.events.emit({ kind: 'start', place, parent: null, tree: null });
    const validity = { valid: true };
    const started = performance.now();
    const r = this.whileRecording(() =>
      record({
        base: f,
        top: f,
        validity,
        kind: 'loop',
        limits: this.limits(f.runtime, site),
        arrive: (base, pc, back, begun) => {
          if (!base) return null;
          if (pc === site.pc) return begun ? 'closed' : null;
          if (pc < site.pc || pc > site.last) throw new Abort('LEAVES_LOOP', '');
          if (siteAt(f.runtime, pc)?.tree != null) return 'link';
          if (back) this.innerFirst(f, pc);
          return null;
        },
      }),
    );
    const { outcome } = r;
    if (outcome.kind !== 'closed') {
      this.rootFailed(
        site,
        place,
        outcome.kind === 'link'
          ? { ...r, outcome: { kind: 'abort', reason: 'INNER_LOOP', detail: 'a compiled inner loop' } }
          : r,
      );
      return r.top;
    }
    const tree: Tree = {
      kind: 'loop',
      id: this.nextTree++,
      name: f.code.name,
      code: f.code,
      header: site.pc,
      sp: f.sp,
      root: null as unknown as Trace,
      exits: [],
      traces: [],
      validity,
      fn: null,
      callable: null,
      source: '',
    };
    this.finishRoot(site, tree, r, place, started, (context, trace) => {
      optimiseRoot(
        context,
        trace,
        { ops: r.machine.ops, params: r.params, slots: outcome.slots, frames: outcome.frames },
        this.exitMaker(tree, trace),
      );
    });
    return r.top;
  }

  /** Records a function from where its body begins. */
  recordFunction(site: Site, f: Frame<PyValue>): Frame<PyValue> {
    const place = placeOf(f.code, site.pc);
    this.events.emit({ kind: 'start', place, parent: null, tree: null });
    const validity = { valid: true };
    const started = performance.now();
    const r = this.whileRecording(() =>
      record({
        base: f,
        top: f,
        validity,
        kind: 'function',
        limits: this.limits(f.runtime, site),
        arrive: (base, pc, back, begun) => {
          if (!base) return null;
          if (begun && siteAt(f.runtime, pc)?.tree != null) return 'link';
          if (back) this.innerFirst(f, pc);
          return null;
        },
      }),
    );
    const end = this.endIn(f.runtime, r);
    if (end === null || end.kind === 'closed') {
      this.rootFailed(site, place, r);
      return r.top;
    }
    const entry = site.entry!;
    entry.floats ??= floatsOf(entry.slots, r.machine.ops);
    const tree: Tree = {
      kind: 'function',
      id: this.nextTree++,
      name: f.code.name,
      code: f.code,
      header: site.pc,
      sp: entry.sp,
      root: null as unknown as Trace,
      exits: [],
      traces: [],
      validity,
      fn: null,
      callable: null,
      source: '',
    };
    tree.callable = this.callableOf(tree, entry);
    this.finishRoot(site, tree, r, place, started, (context, trace) => {
      optimiseFunction(
        context,
        tree,
        trace,
        { ops: r.machine.ops, params: r.params, slots: [], frames: [] },
        end,
        this.exitMaker(tree, trace),
      );
    });
    return r.top;
  }

  /** Makes a tree of a recording that reached its end. */
  private finishRoot(
    site: Site,
    tree: Tree,
    r: Recorded,
    place: Place,
    started: number,
    optimise: (context: Context, trace: Trace) => void,
  ): void {
    const trace = this.newTrace(r);
    tree.root = trace;
    const context = new Context(this.evaluate, this.options.off);
    this.contexts.set(tree, context);
    try {
      optimise(context, trace);
    } catch (e) {
      if (!(e instanceof Contradiction)) throw e;
      this.rootFailed(site, place, { ...r, outcome: { kind: 'abort', reason: 'NOT_STABLE', detail: e.what } });
      return;
    }
    if (!this.assume(tree, site, r)) return;
    trace.milliseconds = performance.now() - started;
    tree.traces.push(trace);
    if (!this.link(tree)) {
      site.dead = true;
      return;
    }
    site.tree = tree;
    this.open(site);
    this.trees.push(tree);
    this.events.emit({ kind: 'stop', tree, trace, raw: r.machine.ops, place });
  }

  /** Records the path behind an exit. */
  recordSide(tree: Tree, exit: Exit, f: Frame<PyValue>, top: Frame<PyValue>): Frame<PyValue> {
    const place = placeOf(top.code, top.pc);
    if (tree.traces.length > this.options.maxside || tree.source.length > this.options.maxsource) {
      exit.dead = true;
      this.events.emit({
        kind: 'abort',
        place,
        at: place,
        reason: 'TREE_FULL',
        detail: `${tree.traces.length - 1} side traces, ${tree.source.length} characters`,
        attempts: exit.attempts,
        parent: exit,
        tree,
      });
      return top;
    }
    this.events.emit({ kind: 'start', place, parent: exit, tree });
    const backs = new Map<number, number>();
    const started = performance.now();
    const r = this.whileRecording(() =>
      record({
        base: f,
        top,
        validity: tree.validity,
        kind: 'side',
        limits: this.limits(f.runtime, siteAt(f.runtime, tree.header)!),
        arrive: (base, pc, back, begun) => {
          if (!base) return null;
          if (pc === tree.header && tree.kind === 'loop') return begun || back ? 'closed' : null;
          if (begun && siteAt(f.runtime, pc)?.tree != null) return 'link';
          if (!back) return null;
          if (tree.kind === 'function') this.innerFirst(f, pc);
          if (exit.attempts > 0) return 'link';
          this.countBack(backs, pc);
          return null;
        },
      }),
    );
    const outcome = r.outcome;
    if (!tree.validity.valid) return r.top;
    const end = tree.kind === 'loop' ? endOf(r) : this.endIn(f.runtime, r);
    if (end === null || (end.kind === 'stop' && r.machine.bytecodes <= 2)) {
      this.sideFailed(
        tree,
        exit,
        place,
        outcome.kind === 'stop' ? { ...r, outcome: { kind: 'abort', reason: 'LEAVES_FRAME', detail: '' } } : r,
      );
      return r.top;
    }
    const trace = this.newTrace(r);
    const rec = {
      ops: r.machine.ops,
      params: r.params,
      slots: outcome.kind === 'closed' ? outcome.slots : [],
      frames: outcome.kind === 'closed' ? outcome.frames : [],
    };
    const exits = tree.exits.length;
    try {
      optimiseSide(this.contexts.get(tree)!, tree, trace, exit, rec, end, this.exitMaker(tree, trace));
    } catch (e) {
      if (!(e instanceof Contradiction)) throw e;
      tree.exits.length = exits;
      this.sideFailed(tree, exit, place, { ...r, outcome: { kind: 'abort', reason: 'NOT_STABLE', detail: e.what } });
      return r.top;
    }
    if (!this.assume(tree, siteAt(f.runtime, tree.header)!, r)) return r.top;
    exit.side = trace;
    tree.traces.push(trace);
    trace.milliseconds = performance.now() - started;
    if (this.link(tree)) this.open(siteAt(f.runtime, tree.header)!);
    this.events.emit({ kind: 'stop', tree, trace, raw: r.machine.ops, place });
    return r.top;
  }

  /** Returns how a path of a function ended: one that reaches a compiled loop of the function goes on in it. */
  private endIn(runtime: CodeRuntime, r: Recorded): PathEnd | null {
    const end = endOf(r);
    if (end?.kind !== 'link') return end;
    const frame = end.frames[0]!;
    const site = siteAt(runtime, frame.pc)!;
    if (site.entry === null) this.makeEntrance(site, frame.slots.length);
    return {
      kind: 'invoke',
      value: { name: runtime.code.name, effects: 'python', entry: site.entry!, above: 0, fast: false },
      frames: end.frames,
    };
  }

  /** Makes a loop one that can be called. */
  private makeEntrance(site: Site, sp: number): void {
    const entry = new Entry(
      site.runtime,
      site.pc,
      Array.from({ length: sp }, (_, i) => i),
      sp,
      false,
    );
    const tree = site.tree!;
    entry.floats = floatsOf(entry.slots, tree.root.ops);
    site.entry = entry;
    tree.callable = this.callableOf(tree, entry);
    if (this.link(tree)) this.open(site);
  }

  private callableOf(tree: Tree, entry: Entry): Callable {
    return {
      slots: entry.slots,
      floats: entry.floats!,
      out: this.out,
      limits: state,
      run: null,
      interpret: entry.interpret,
      leave: (exit, depth) => this.leave(tree, exit, depth),
      boxed: null,
    };
  }

  /** Has calls of a site's entry, if it has one, run its tree. */
  private open(site: Site): void {
    const { entry } = site;
    if (entry === null) return;
    const tree = site.tree!;
    tree.callable ??= this.callableOf(tree, entry);
    if (tree.callable.run === null && tree.kind === 'loop') this.link(tree);
    const { callable } = tree;
    open(entry, callable, () => {
      if (tree.kind === 'loop' || !tree.validity.valid) return;
      callable.boxed = { ...callable, floats: [] };
      if (this.link(tree)) this.open(site);
    });
  }

  private limits(runtime: CodeRuntime, site: Site): RecorderLimits {
    return {
      maxLength: this.options.maxlength,
      maxDepth: this.options.maxdepth,
      invoking: (entry) => {
        this.calleeFirst(runtime, site, entry);
      },
    };
  }

  /** Gives up a recording that calls a function which could be compiled and is not, and has that recorded next. */
  private calleeFirst(runtime: CodeRuntime, site: Site, { runtime: callee, pc }: Entry): void {
    const other = siteAt(callee, pc);
    if (
      callee === runtime ||
      callee.calls < 0 ||
      other?.tree != null ||
      other?.dead === true ||
      site.waited >= MAX_WAITS
    )
      return;
    site.waited++;
    callee.calls = Math.max(callee.calls, this.options.hotcall);
    throw new Abort('CALLEE_FIRST', callee.code.name);
  }

  private whileRecording(work: () => Recorded): Recorded {
    this.recording = true;
    try {
      return work();
    } finally {
      this.recording = false;
    }
  }

  private countBack(backs: Map<number, number>, pc: number): void {
    const n = (backs.get(pc) ?? 0) + 1;
    backs.set(pc, n);
    if (n > this.options.unroll) throw new Abort('INNER_LOOP', '');
  }

  /** Gives up a recording that meets a loop within the loop, and has the inner one recorded next. */
  private innerFirst(f: Frame<PyValue>, pc: number): never {
    const counters = f.runtime.countBackEdges();
    if (counters[pc]! >= 0 || siteAt(f.runtime, pc)?.attempts === 0) counters[pc] = this.options.hotloop;
    throw new Abort('INNER_LOOP', '');
  }

  private newTrace(r: Recorded): Trace {
    this.bytecodesRecorded += r.machine.bytecodes;
    return {
      id: this.nextTrace++,
      parent: null,
      params: [],
      ops: [],
      end: null,
      body: null,
      bytecodes: r.machine.bytecodes,
      recorded: r.machine.ops.length,
      milliseconds: 0,
    };
  }

  private exitMaker(tree: Tree, trace: Trace) {
    return (kind: ExitKind, snapshot: Snapshot, guard: Ins | null, position: Position | null): Exit => {
      const exit: Exit = {
        id: tree.exits.length,
        kind,
        snapshot,
        leaves: [],
        direct: false,
        count: 0,
        guard,
        dead: false,
        attempts: 0,
        side: null,
        trace,
        position,
      };
      tree.exits.push(exit);
      return exit;
    };
  }

  /** Ties a tree to the facts it assumes; returns false where one is broken already. */
  private assume(tree: Tree, site: Site, r: Recorded): boolean {
    for (const a of r.machine.assumptions)
      if (!a.valid) {
        site.attempts++;
        return false;
      }
    for (const a of r.machine.assumptions)
      a.onInvalidate(() => {
        this.flush(tree, site);
      });
    return true;
  }

  /** Throws a tree away whose facts no longer hold. */
  private flush(tree: Tree, site: Site): void {
    if (!tree.validity.valid) return;
    tree.validity.valid = false;
    if (site.tree === tree) site.tree = null;
    if (site.entry !== null) close(site.entry);
    this.contexts.delete(tree);
    this.events.emit({ kind: 'flush', tree });
    penalise(site, this.options);
  }

  /** Generates a tree's function; returns false where the host forbids it. */
  private link(tree: Tree): boolean {
    const started = performance.now();
    forgetPrepared(tree.exits);
    try {
      link(
        tree,
        `sidewinder-trace:///${encodeURIComponent((tree.code as CodeObject).filename.replace(/\p{Surrogate}/gu, '\ufffd'))}/T${tree.id}.js`,
        this.options.stress > 0 ? () => ++this.guardsRun % this.options.stress === 0 : null,
      );
    } catch (e) {
      if (!(e instanceof EvalError)) throw e;
      this.forbidden = true;
      this.events.emit({ kind: 'nocode', message: e.message });
      return false;
    }
    this.events.emit({ kind: 'link', tree, milliseconds: performance.now() - started });
    return true;
  }

  /* ---- failures ---- */

  private rootFailed(site: Site, place: Place, r: Recorded): void {
    const { reason, detail } = reasonOf(r);
    if (
      !(SOON.has(reason) || (site.kind === 'function' && reason === 'INNER_LOOP')) ||
      !tryAgainSoon(site, this.options)
    )
      penalise(site, this.options);
    this.events.emit({
      kind: 'abort',
      place,
      at: placeOf(r.at.code, r.at.pc),
      reason,
      detail,
      attempts: site.attempts,
      parent: null,
      tree: null,
    });
    if (site.dead) this.events.emit({ kind: 'blacklist', place, reason });
  }

  private sideFailed(tree: Tree, exit: Exit, place: Place, r: Recorded): void {
    const { reason, detail } = reasonOf(r);
    if (reason !== 'CALLEE_FIRST') exit.attempts++;
    if (exit.attempts >= this.options.sidetries) exit.dead = true;
    else exit.count = -this.options.hotexit * 2 ** exit.attempts;
    this.events.emit({
      kind: 'abort',
      place,
      at: placeOf(r.at.code, r.at.pc),
      reason,
      detail,
      attempts: exit.attempts,
      parent: exit,
      tree,
    });
  }
}
