/**
 * The state machine of the compiler: hot → record → optimise → generate → run → exit → side trace.
 *
 * The only file that knows all parts. A *site* is one loop header of one code object, or the beginning
 * of a function's body; its tree grows by side traces at hot exits, each time generated anew. A
 * recording that fails costs the site a penalty (it is tried again after twice as many back edges or
 * calls) and in the end its place: it is left to the interpreter.
 *
 * A loop's tree runs within its frame and comes back to whoever entered it with the exit's number. A
 * function's tree has no frame: called by compiled code, an exit makes one and a dispatch loop of its
 * own finishes it (`leaveFunction`); entered by the interpreter, whose frame is there already, the
 * exit hands that frame back (`entered`, `LEFT`), so that leaving does not nest on the host's stack.
 */
import type { Events, Place } from './events.ts';
import type { Exit, ExitKind, FunctionCode, Ins, Position, Snapshot, Trace, Tree } from './ir/trace.ts';
import type { JitOptions } from './options.ts';
import type { CodeObject } from './bytecode/code.ts';
import { Op } from './bytecode/opcodes.ts';
import { link } from './codegen/link.ts';
import { forgetPrepared, leaveDirectly, restore } from './deopt/restore.ts';
import { HOOKS } from './interp/hooks.ts';
import { type Entry, entryOf } from './interp/entry.ts';
import { Frame, OnReturn } from './interp/frame.ts';
import { finishFrame } from './interp/invoke-python.ts';
import { builtinsOf, state } from './interp/state.ts';
import type { PyValue } from './objects/object.ts';
import { Context, type Evaluator } from './opt/context.ts';
import { Contradiction } from './opt/emitter.ts';
import { type PathEnd, optimiseFunction, optimiseRoot, optimiseSide } from './opt/optimise.ts';
import { Abort, type AbortReason } from './tracer/aborts.ts';
import { type Recorded, record } from './tracer/record.ts';
import { compileOps } from './semantics/live.ts';

/** One loop header, or the beginning of a function's body. */
interface Site {
  /** Of a function: how compiled code calls it. */
  readonly entry: Entry | null;
  tree: Tree | null;
  context: Context | null;
  attempts: number;
  /** Recordings that began in a last iteration. */
  unlucky: number;
  dead: boolean;
  /** Last instruction of the loop. */
  readonly last: number;
  readonly runtime: Frame<PyValue>['runtime'];
  readonly pc: number;
}

/** Recordings of a loop that may begin in its last iteration without a penalty. */
const MAX_UNLUCKY = 24;

/** Stands for the result of a function that goes on in the interpreter. */
const LEFT = Symbol('left');

/** Counter value of a header that is never asked again. */
const NEVER = -(2 ** 31);

export class Jit {
  readonly trees: Tree[] = [];
  private readonly out: unknown[] = [];
  private readonly evaluate = compileOps() as Evaluator;
  private recording = false;
  /** The frame whose function's tree the interpreter has entered. */
  private entered: Frame<PyValue> | null = null;
  /** Where the interpreter goes on after `LEFT`. */
  private leftAt: Frame<PyValue> | null = null;
  private nextTree = 1;
  private nextTrace = 1;
  private contexts = new Map<Tree, Context>();
  private forbidden = false;
  private guardsRun = 0;
  bytecodesRecorded = 0;

  constructor(private readonly options: JitOptions, private readonly events: Events) {}

  /** Makes the interpreter call this compiler. */
  install(): void {
    HOOKS.hotLoop = this.options.hotloop;
    HOOKS.hot = (f, pc, sp) => this.hot(f, pc, sp);
    HOOKS.hotCall = this.options.hotcall;
    HOOKS.called = (f, pc, sp) => this.called(f, pc, sp);
  }

  /** Takes the compiler out again. */
  uninstall(): void {
    HOOKS.hotLoop = Number.POSITIVE_INFINITY;
    HOOKS.hot = () => null;
    HOOKS.hotCall = Number.POSITIVE_INFINITY;
    HOOKS.called = () => null;
  }

  /* ---- hot loops ---- */

  private siteOf(f: Frame<PyValue>, pc: number): Site | undefined { return f.runtime.trees?.[pc] as Site | undefined; }

  /** Handles a hot back edge. */
  private hot(f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> | null {
    if (f.locals !== null && f.locals !== f.globals) return null;
    let site = this.siteOf(f, pc);
    if (site === undefined) {
      f.runtime.trees ??= [];
      site = { entry: null, tree: null, context: null, attempts: 0, unlucky: 0, dead: this.forbidden, last: lastOf(f.code, pc), runtime: f.runtime, pc };
      f.runtime.trees[pc] = site;
    }
    if (site.tree === null) {
      if (site.dead) { f.runtime.counters![pc] = NEVER; return null; }
      if (f.runtime.counters![pc]! < this.options.hotloop) return null;
      if (this.recording) { f.runtime.counters![pc] = 0; return null; }
      f.pc = pc;
      f.sp = sp;
      const top = this.recordRoot(site, f);
      if (site.tree === null || top !== f || top.thrown !== undefined || top.pc !== pc) return top;
    }
    f.pc = pc;
    f.sp = sp;
    return this.enter(site.tree!, f);
  }

  /** Runs trees until the interpreter has to go on; returns the frame to go on with. */
  private enter(first: Tree, f: Frame<PyValue>): Frame<PyValue> {
    let tree = first;
    const out = this.out;
    for (;;) {
      const exit = tree.exits[tree.fn!(f.s, out, f.depth)]!;
      exit.count++;
      let top = exit.direct ? leaveDirectly(exit, f) : restore(exit, out, f);
      switch (exit.kind) {
        case 'raise': top.thrown = out[exit.leaves.length]; return top;
        case 'stop': return top;
        case 'link': {
          const next = this.siteOf(f, top.pc)?.tree;
          if (next == null) return this.missed(f, top);
          tree = next;
          continue;
        }
      }
      if (!this.mayGrow(tree, exit)) return top;
      top = this.recordSide(tree, exit, f, top);
      if (top !== f || top.thrown !== undefined || top.pc !== tree.header || top.sp !== tree.sp || !tree.validity.valid) return top;
    }
  }

  /** Tells whether a side trace is to be recorded at an exit. */
  private mayGrow(tree: Tree, exit: Exit): boolean {
    return !exit.dead && exit.side === null && exit.count >= this.options.hotexit && !this.recording && tree.validity.valid;
  }

  /** Counts a link to a loop whose tree is gone as a back edge. */
  private missed(f: Frame<PyValue>, top: Frame<PyValue>): Frame<PyValue> {
    return ++f.runtime.countBackEdges()[top.pc]! >= this.options.hotloop ? this.hot(f, top.pc, top.sp) ?? top : top;
  }

  /* ---- hot functions ---- */

  /** Handles a call of a hot function by the interpreter. */
  private called(f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> | null {
    const entry = entryOf(f.runtime);
    if (entry === null || f.locals !== null) { f.runtime.calls = NEVER; return null; }
    let site = this.siteOf(f, pc);
    if (site === undefined) {
      f.runtime.trees ??= [];
      site = { entry, tree: null, context: null, attempts: 0, unlucky: 0, dead: this.forbidden, last: pc, runtime: f.runtime, pc };
      f.runtime.trees[pc] = site;
    }
    if (site.tree !== null) return f.depth > state.callLimit ? null : this.enterFunction(site.tree.callable!, f, pc, sp);
    if (site.dead) { f.runtime.calls = NEVER; return null; }
    if (this.recording) { f.runtime.calls = 0; return null; }
    f.pc = pc;
    f.sp = sp;
    return this.recordFunction(site, f);
  }

  /** Runs a function's tree on the interpreter's frame; returns the frame to go on with. */
  private enterFunction(c: FunctionCode, f: Frame<PyValue>, pc: number, sp: number): Frame<PyValue> {
    const { s } = f;
    const p = c.slots;
    const before = this.entered;
    this.entered = f;
    let value: unknown;
    try {
      switch (p.length) {
        case 0: value = c.run!(f.depth); break;
        case 1: value = c.run!(f.depth, s[p[0]!]); break;
        case 2: value = c.run!(f.depth, s[p[0]!], s[p[1]!]); break;
        default: value = c.run!(f.depth, ...p.map((i) => s[i])); break;
      }
    } finally {
      this.entered = before;
    }
    if (value === LEFT) return this.leftAt!;
    s[sp] = value as PyValue;
    f.sp = sp + 1;
    f.pc = f.runtime.returning;
    return f;
  }

  /** Goes on from an exit of a function's tree; returns the function's result, or LEFT. */
  private leaveFunction(tree: Tree, id: number, depth: number): unknown {
    const exit = tree.exits[id]!;
    exit.count++;
    const { runtime } = exit.snapshot.frames[0]!.shell as Frame<PyValue>;
    const mine = this.entered !== null && this.entered.depth === depth ? this.entered : null;
    const caller = state.frame;
    const f = mine ?? new Frame<PyValue>(runtime.code, runtime, null, runtime.globals, builtinsOf(runtime.globals));
    if (mine === null) {
      f.depth = depth;
      f.onReturn = OnReturn.EXIT;
      f.caller = caller;
    }
    let top = restore(exit, this.out, f);
    if (exit.kind === 'raise') top.thrown = this.out[exit.leaves.length];
    else if (exit.kind === 'link') {
      const next = this.siteOf(f, top.pc)?.tree;
      top = next == null ? this.missed(f, top) : this.enter(next, f);
    } else if (this.mayGrow(tree, exit)) top = this.recordSide(tree, exit, f, top);
    if (mine === null) return finishFrame(f, top, caller);
    this.leftAt = top;
    return LEFT;
  }

  /* ---- recording ---- */

  private recordRoot(site: Site, f: Frame<PyValue>): Frame<PyValue> {
    const place = placeOf(f.code, site.pc);
    this.events.emit({ kind: 'start', place, parent: null, tree: null });
    const validity = { valid: true };
    const started = performance.now();
    const r = this.whileRecording(() => record({
      base: f, top: f, validity, kind: 'loop',
      limits: { maxLength: this.options.maxlength, maxDepth: this.options.maxdepth },
      arrive: (base, pc, back, begun) => {
        if (!base) return null;
        if (pc === site.pc) return begun ? 'closed' : null;
        if (pc < site.pc || pc > site.last) throw abort('LEAVES_LOOP', '');
        if (this.siteOf(f, pc)?.tree != null) return 'link';
        if (back) this.innerFirst(f, pc);
        return null;
      },
    }));
    const { outcome } = r;
    if (outcome.kind !== 'closed') {
      this.rootFailed(site, place, outcome.kind === 'link' ? { ...r, outcome: { kind: 'abort', reason: 'INNER_LOOP', detail: 'a compiled inner loop' } } : r);
      return r.top;
    }
    const tree: Tree = {
      id: this.nextTree++, name: f.code.name, code: f.code, header: site.pc, sp: f.code.nlocals + (f.sp - f.code.nlocals),
      root: null as unknown as Trace, exits: [], traces: [], validity, fn: null, callable: null, source: '',
    };
    this.finishRoot(site, tree, r, place, started, (context, trace) => {
      optimiseRoot(context, trace, { ops: r.machine.ops, params: r.params, slots: outcome.slots, frames: outcome.frames }, this.exitMaker(tree, trace));
    });
    return r.top;
  }

  /** Records a function from where its body begins. */
  private recordFunction(site: Site, f: Frame<PyValue>): Frame<PyValue> {
    const place = placeOf(f.code, site.pc);
    this.events.emit({ kind: 'start', place, parent: null, tree: null });
    const validity = { valid: true };
    const started = performance.now();
    const r = this.whileRecording(() => record({
      base: f, top: f, validity, kind: 'function',
      limits: { maxLength: this.options.maxlength, maxDepth: this.options.maxdepth },
      arrive: (base, pc, back, begun) => {
        if (!base) return null;
        if (begun && this.siteOf(f, pc)?.tree != null) return 'link';
        if (back) this.innerFirst(f, pc);
        return null;
      },
    }));
    const end = endOf(r);
    if (end === null || end.kind === 'closed' || (end.kind === 'link' && r.machine.bytecodes < 2)) { this.rootFailed(site, place, r); return r.top; }
    const tree: Tree = {
      id: this.nextTree++, name: f.code.name, code: f.code, header: site.pc, sp: f.code.nlocals, root: null as unknown as Trace, exits: [], traces: [], validity, fn: null, source: '',
      callable: {
        slots: site.entry!.slots, out: this.out, limits: state, run: null, interpret: site.entry!.interpret,
        leave: (exit, depth) => this.leaveFunction(tree, exit, depth),
      },
    };
    this.finishRoot(site, tree, r, place, started, (context, trace) => {
      optimiseFunction(context, tree, trace, { ops: r.machine.ops, params: r.params, slots: [], frames: [] }, end, this.exitMaker(tree, trace));
    });
    return r.top;
  }

  /** Makes a tree of a recording that reached its end. */
  private finishRoot(site: Site, tree: Tree, r: Recorded, place: Place, started: number, optimise: (context: Context, trace: Trace) => void): void {
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
    if (!this.link(tree)) { site.dead = true; return; }
    site.tree = tree;
    if (site.entry !== null) site.entry.call = tree.callable!.run as Entry['call'];
    this.trees.push(tree);
    this.events.emit({ kind: 'stop', tree, trace, raw: r.machine.ops, place });
  }

  private recordSide(tree: Tree, exit: Exit, f: Frame<PyValue>, top: Frame<PyValue>): Frame<PyValue> {
    const place = placeOf(top.code, top.pc);
    if (tree.traces.length > this.options.maxside || tree.source.length > this.options.maxsource) {
      exit.dead = true;
      this.events.emit({ kind: 'abort', place, at: place, reason: 'TREE_FULL', detail: `${tree.traces.length - 1} side traces, ${tree.source.length} characters`, attempts: exit.attempts, parent: exit, tree });
      return top;
    }
    this.events.emit({ kind: 'start', place, parent: exit, tree });
    const backs = new Map<number, number>();
    const started = performance.now();
    const r = this.whileRecording(() => record({
      base: f, top, validity: tree.validity, kind: 'side',
      limits: { maxLength: this.options.maxlength, maxDepth: this.options.maxdepth },
      arrive: (base, pc, back, begun) => {
        if (!base) return null;
        if (pc === tree.header && tree.callable === null) return begun || back ? 'closed' : null;
        if (begun && this.siteOf(f, pc)?.tree != null) return 'link';
        if (!back) return null;
        if (tree.callable !== null) this.innerFirst(f, pc);
        if (exit.attempts > 0) return 'link';
        this.countBack(backs, pc);
        return null;
      },
    }));
    const outcome = r.outcome;
    if (!tree.validity.valid) return r.top;
    const end = tree.callable === null ? pathEnd(r) : endOf(r);
    const useful = end !== null && (end.kind !== 'stop' || r.machine.bytecodes > 2 || returns(r));
    if (!useful) { this.sideFailed(tree, exit, place, outcome.kind === 'stop' ? { ...r, outcome: { kind: 'abort', reason: 'LEAVES_FRAME', detail: '' } } : r); return r.top; }
    const trace = this.newTrace(r);
    const rec = { ops: r.machine.ops, params: r.params, slots: outcome.kind === 'closed' ? outcome.slots : [], frames: outcome.kind === 'closed' ? outcome.frames : [] };
    const exits = tree.exits.length;
    try {
      optimiseSide(this.contexts.get(tree)!, tree, trace, exit, rec, end, this.exitMaker(tree, trace));
    } catch (e) {
      if (!(e instanceof Contradiction)) throw e;
      tree.exits.length = exits;
      this.sideFailed(tree, exit, place, { ...r, outcome: { kind: 'abort', reason: 'NOT_STABLE', detail: e.what } });
      return r.top;
    }
    if (!this.assume(tree, this.siteOf(f, tree.header)!, r)) return r.top;
    exit.side = trace;
    tree.traces.push(trace);
    trace.milliseconds = performance.now() - started;
    if (this.link(tree) && tree.callable !== null) this.siteOf(f, tree.header)!.entry!.call = tree.callable.run as Entry['call'];
    this.events.emit({ kind: 'stop', tree, trace, raw: r.machine.ops, place });
    return r.top;
  }

  private whileRecording(work: () => Recorded): Recorded {
    this.recording = true;
    try { return work(); } finally { this.recording = false; }
  }

  private countBack(backs: Map<number, number>, pc: number): void {
    const n = (backs.get(pc) ?? 0) + 1;
    backs.set(pc, n);
    if (n > this.options.unroll) throw abort('INNER_LOOP', '');
  }

  /** Gives up a recording that meets a loop within the loop, and has the inner one recorded next. */
  private innerFirst(f: Frame<PyValue>, pc: number): never {
    const counters = f.runtime.countBackEdges();
    if (counters[pc]! >= 0) counters[pc] = this.options.hotloop;
    throw abort('INNER_LOOP', '');
  }

  private newTrace(r: Recorded): Trace {
    this.bytecodesRecorded += r.machine.bytecodes;
    return { id: this.nextTrace++, parent: null, params: [], ops: [], end: null, body: null, bytecodes: r.machine.bytecodes, recorded: r.machine.ops.length, milliseconds: 0 };
  }

  private exitMaker(tree: Tree, trace: Trace) {
    return (kind: ExitKind, snapshot: Snapshot, guard: Ins | null, position: Position | null): Exit => {
      const exit: Exit = { id: tree.exits.length, kind, snapshot, leaves: [], direct: false, count: 0, guard, dead: false, attempts: 0, side: null, trace, position };
      tree.exits.push(exit);
      return exit;
    };
  }

  /** Ties a tree to the facts it assumes; returns false where one is broken already. */
  private assume(tree: Tree, site: Site, r: Recorded): boolean {
    for (const a of r.machine.assumptions) if (!a.valid) { site.attempts++; return false; }
    for (const a of r.machine.assumptions) a.onInvalidate(() => { this.flush(tree, site); });
    return true;
  }

  /** Throws a tree away whose facts no longer hold. */
  private flush(tree: Tree, site: Site): void {
    if (!tree.validity.valid) return;
    tree.validity.valid = false;
    if (site.tree === tree) site.tree = null;
    if (site.entry !== null) site.entry.call = site.entry.interpret;
    this.contexts.delete(tree);
    this.events.emit({ kind: 'flush', tree });
    this.penalise(site);
  }

  /** Generates a tree's function; returns false where the host forbids it. */
  private link(tree: Tree): boolean {
    const started = performance.now();
    forgetPrepared(tree.exits);
    try {
      link(tree, `sidewinder-trace:///${encodeURIComponent((tree.code as CodeObject).filename.replace(/\p{Surrogate}/gu, '\ufffd'))}/T${tree.id}.js`, this.options.stress > 0 ? () => ++this.guardsRun % this.options.stress === 0 : null);
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
    if (reason === 'LEAVES_LOOP' && site.unlucky < MAX_UNLUCKY) this.tryAgainSoon(site);
    else this.penalise(site);
    this.events.emit({ kind: 'abort', place, at: placeOf(r.at.code, r.at.pc), reason, detail, attempts: site.attempts, parent: null, tree: null });
    if (site.dead) this.events.emit({ kind: 'blacklist', place, reason });
  }

  /**
   * Has a loop recorded again after a few more iterations: a recording that began in the last
   * iteration says nothing against the loop. The distance varies, so as not to hit a rhythm.
   */
  private tryAgainSoon(site: Site): void {
    site.unlucky++;
    site.runtime.counters![site.pc] = this.options.hotloop - 1 - ((site.unlucky * 7) % 11);
  }

  private penalise(site: Site): void {
    site.attempts++;
    const hot = site.entry === null ? this.options.hotloop : this.options.hotcall;
    if (site.attempts >= this.options.attempts) site.dead = true;
    const count = site.dead ? NEVER : hot - hot * 2 ** site.attempts;
    if (site.entry === null) site.runtime.counters![site.pc] = count;
    else site.runtime.calls = count;
  }

  private sideFailed(tree: Tree, exit: Exit, place: Place, r: Recorded): void {
    const { reason, detail } = reasonOf(r);
    exit.attempts++;
    if (exit.attempts >= this.options.sidetries) exit.dead = true;
    else exit.count = -this.options.hotexit * 2 ** exit.attempts;
    this.events.emit({ kind: 'abort', place, at: placeOf(r.at.code, r.at.pc), reason, detail, attempts: exit.attempts, parent: exit, tree });
  }
}

function reasonOf(r: Recorded): { reason: AbortReason; detail: string } {
  const o = r.outcome;
  return o.kind === 'abort' ? o : { reason: o.kind === 'raise' ? 'EXCEPTION' : 'EXHAUSTED', detail: '' };
}

function abort(reason: AbortReason, detail: string): Abort { return new Abort(reason, detail); }

/** Tells whether a recording ended at a return from the function of its loop. */
function returns(r: Recorded): boolean {
  const op = r.at.code.ops[r.at.pc];
  return op === Op.RETURN_VALUE || op === Op.RETURN_CONST;
}

/** Returns how a recorded path ended; null where it failed. */
function pathEnd(r: Recorded): PathEnd | null {
  const o = r.outcome;
  switch (o.kind) {
    case 'closed': return { kind: 'closed' };
    case 'link': case 'stop': return { kind: o.kind, frames: o.frames };
    default: return null;
  }
}

/** Returns how a path of a function ended: one that stops at a return returns. */
function endOf(r: Recorded): PathEnd | null {
  const o = r.outcome;
  if (o.kind !== 'stop' || !returns(r)) return pathEnd(r);
  if (r.at.code.ops[r.at.pc] === Op.RETURN_CONST) return { kind: 'return', value: r.machine.ref(r.machine.base.runtime.consts[r.at.code.args[r.at.pc]!]!) };
  return { kind: 'return', value: o.frames[0]!.slots.at(-1)! };
}

/** Returns the last backward jump to a header. */
function lastOf(code: CodeObject, header: number): number {
  let last = header;
  for (let pc = header; pc < code.ops.length; pc++) if (code.ops[pc] === 77 && code.args[pc] === header) last = pc;
  return last;
}

/** Describes an instruction for messages. */
function placeOf(code: CodeObject, pc: number): Place { return { file: code.filename, line: code.lineOf(pc), name: code.qualname }; }
