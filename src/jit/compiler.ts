/**
 * The way of a recording: record, optimise, generate, and what becomes of the place it was for.
 *
 * One way for all kinds (`recording.ts` says in what they differ). At each step it may fail; the place is told
 * (`states.ts`), the listeners too. Whatever way it ends, the recording has performed the program: `record`
 * returns the frame to go on with.
 */
import type { Frame } from '../frames/frame.ts';
import type { Exit, Trace, Tree } from '../ir/trace.ts';
import type { PyValue } from '../objects/core/object.ts';
import type { JitOptions } from '../options/tunables.ts';
import { againAfter, faultOf } from '../tracer/aborts.ts';
import type { Recorded } from '../tracer/record.ts';
import { type Callers, Entrances } from './entrances.ts';
import { type Events, type Place, placeOf } from './events.ts';
import { type Failure, type Job, endOf, jobFor, runJob } from './recording.ts';
import { type Site, siteAt, tellExit, tellSite } from './site.ts';
import type { Event } from './states.ts';
import { Trees } from './trees.ts';

/** Characters of a tree that is generated anew without a thought. */
const SMALL_TREE = 12_000;

export class Compiler {
  /** Where exits store values. */
  readonly out: unknown[] = [];
  readonly trees: Trees;
  bytecodesRecorded = 0;
  /** A recording is going on: no other begins. */
  private recording = false;
  private readonly entrances: Entrances;

  constructor(
    private readonly options: JitOptions,
    private readonly events: Events,
    callers: Callers,
  ) {
    this.trees = new Trees(options, events);
    this.entrances = new Entrances(options, this.out, callers, (tree) => this.trees.generate(tree));
  }

  /* ---- may it begin? ---- */

  /** Tells whether a site whose counter is hot is to be recorded now. */
  mayPlant(site: Site): boolean {
    this.restore(site);
    const event = this.trees.forbidden ? 'refused' : this.recording ? 'busy' : this.isTwin(site) ? 'twin' : 'reached';
    return tellSite(site, event, this.options) === 'recording' && !this.recording;
  }

  /** Takes a place back whose recording was ended by an error of the host, as when its stack is full. */
  private restore(place: Site | Exit): void {
    if (place.state === 'recording' && !this.recording) place.state = 'cold';
  }

  /** Tells whether a site is one of many that look alike, when it is asked for the first time. */
  private isTwin(site: Site): boolean {
    if (site.twins !== undefined || site.state !== 'cold') return false;
    site.twins = this.trees.twinsOf(site);
    return site.twins > 0;
  }

  /** Tells whether the path behind an exit of a tree that was taken is to be recorded now. */
  mayGrow(exit: Exit, tree: Tree): boolean {
    const { hotexit, regrow } = this.options;
    if (exit.count < hotexit) return false;
    // The whole tree is generated anew for a side trace, so the more there is of it, the more an exit must cost.
    const large = Math.max(0, tree.source.length - SMALL_TREE);
    if (exit.count < hotexit + ((hotexit - 1) * large) / regrow) return false;
    this.restore(exit);
    return tellExit(exit, this.recording ? 'busy' : 'reached', this.options) === 'recording' && !this.recording;
  }

  /* ---- the way ---- */

  /**
   * Records a tree's root, from its header on, or the path behind an exit of its tree; returns where the program is
   * then.
   */
  record(site: Site, exit: Exit | null, base: Frame<PyValue>, top: Frame<PyValue>): Frame<PyValue> {
    const job = jobFor(site, exit, base, top);
    const place = placeOf(top.code, top.pc);
    if (exit !== null && this.refuseIfFull(job, place)) return top;
    this.events.emit({ kind: 'start', place, parent: exit, tree: site.tree });
    const started = performance.now();
    const r = this.runJob(job);
    if (exit?.state !== 'gone') this.compile(job, r, place, started);
    return r.top;
  }

  private runJob(job: Job): Recorded {
    this.recording = true;
    try {
      return runJob(job, this.options);
    } finally {
      this.recording = false;
    }
  }

  /** Makes a trace of a recording, and of its tree a function; where that fails, the place stays as it is. */
  private compile(job: Job, r: Recorded, place: Place, started: number): void {
    const at = placeOf(r.at.code, r.at.pc);
    let trace: Trace | null;
    try {
      trace = this.make(job, r, place, at, started);
    } catch (e) {
      this.giveUp(job, r);
      const { reason, detail } = faultOf(e);
      this.fail(job, place, at, { kind: 'abort', reason, detail });
      return;
    }
    if (trace !== null) this.events.emit({ kind: 'stop', tree: job.site.tree!, trace, raw: r.machine.ops, place });
  }

  /** Undoes what a recording whose compilation failed has left: its tree is not grown any more, or is none. */
  private giveUp({ site, exit }: Job, r: Recorded): void {
    if (exit !== null) {
      this.trees.freeze(site.tree!);
      exit.side = null;
      return;
    }
    r.machine.validity.onBreak = () => {};
    site.tree = null;
    this.entrances.close(site);
  }

  /** Makes a trace of a recording, and of its tree a function; returns null where that comes to nothing. */
  private make(job: Job, r: Recorded, place: Place, at: Place, started: number): Trace | null {
    const { site, exit } = job;
    const end = endOf(job, r, (pc, height) => this.entrances.callOf(siteAt(job.base.runtime, pc)!, height));
    if (end.kind === 'abort') {
      this.fail(job, place, at, end);
      return null;
    }
    const tree = site.tree ?? this.trees.plant(site, r);
    if (tree.kind === 'function' && exit === null) this.entrances.makeCallable(site, tree, r.machine.ops);
    this.bytecodesRecorded += r.machine.bytecodes;
    const trace = this.trees.grow(tree, exit, r, end);
    if (typeof trace === 'string') {
      this.fail(job, place, at, { kind: 'abort', reason: 'NOT_STABLE', detail: trace });
      return null;
    }
    const valid = this.trees.assume(tree, r, () => {
      this.flush(site, tree);
    });
    if (!valid) {
      this.tell(job, 'broken');
      return null;
    }
    trace.milliseconds = performance.now() - started;
    return this.attach(job, tree, trace) ? trace : null;
  }

  /** Makes a trace a part of its tree and generates that; returns false where there is no tree for want of code. */
  private attach(job: Job, tree: Tree, trace: Trace): boolean {
    const { site, exit } = job;
    if (exit !== null) exit.side = trace;
    tree.traces.push(trace);
    const generated = this.trees.generate(tree);
    if (exit === null) {
      if (!generated) {
        this.tell(job, 'refused');
        return false;
      }
      site.tree = tree;
    }
    if (generated) this.entrances.open(site);
    this.tell(job, 'compiled');
    return true;
  }

  /** Throws a tree away whose facts no longer hold. */
  private flush(site: Site, tree: Tree): void {
    if (site.tree === tree) site.tree = null;
    this.entrances.close(site);
    this.events.emit({ kind: 'flush', tree });
    for (const exit of tree.exits) tellExit(exit, 'flushed', this.options);
    tellSite(site, 'flushed', this.options);
  }

  /* ---- failures ---- */

  /** Tells the place that a recording was for what became of it. */
  private tell({ site, exit }: Job, event: Event): void {
    if (exit === null) tellSite(site, event, this.options);
    else tellExit(exit, event, this.options);
  }

  /** Gives a recording up. */
  private fail(job: Job, place: Place, at: Place, { reason, detail }: Failure): void {
    const { site, exit } = job;
    this.tell(job, againAfter(reason, job.kind === 'function'));
    const { attempts } = exit ?? site;
    this.events.emit({ kind: 'abort', place, at, reason, detail, attempts, parent: exit, tree: exit && site.tree });
    if (exit === null && site.state === 'dead') this.events.emit({ kind: 'blacklist', place, reason });
  }

  /** Gives a recording up before it begins where the tree has its size; tells whether it has. */
  private refuseIfFull(job: Job, place: Place): boolean {
    const tree = job.site.tree!;
    if (!this.trees.isFull(tree)) return false;
    const detail = `${tree.traces.length - 1} side traces, ${tree.source.length} characters`;
    this.fail(job, place, place, { kind: 'abort', reason: 'TREE_FULL', detail });
    return true;
  }
}
