/**
 * Recordings: the table of the kinds there are, and how one is made.
 *
 * All are made alike: from a live frame on, the program is performed and written down until the path is
 * whole or is given up. `RECORDINGS` says in what they differ: where they begin, whether they may come round,
 * what it means to arrive at the compiled tree of another loop, and what is done with a loop that has none.
 */
import type { Exit } from '../ir/trace.ts';
import { Validity } from '../ir/validity.ts';
import type { PathEnd } from '../opt/optimise.ts';
import type { JitOptions } from '../options/tunables.ts';
import { Op } from '../bytecode/opcodes.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import type { Entry } from '../frames/entry.ts';
import type { Frame } from '../frames/frame.ts';
import { checked } from '../machine/effects-check.ts';
import type { PyValue } from '../objects/core/object.ts';
import { Abort } from '../tracer/aborts.ts';
import { type Origin, type Recorded, record } from '../tracer/record.ts';
import { type Site, siteAt, want } from './site.ts';

interface Row {
  readonly from: Origin;
  /** Back at the header of its tree a path is whole. */
  readonly closes: boolean;
  /** A path that leaves the loop is given up. */
  readonly staysInside: boolean;
  /** At the header of another loop that has a tree, a path is given up, goes over to it, or ends in a call of it. */
  readonly link: 'refuse' | 'go over' | 'call';
  /**
   * At a jump back to a loop that has no tree, a path is given up and that loop recorded first; or it may pass
   * so and so often, and where that has failed it ends there, so that the loop can be recorded.
   */
  readonly inner: 'first' | 'pass';
}

/** THE table of recordings. */
const RECORDINGS = {
  /** One iteration of a loop: the root of its tree. */
  loop: { from: 'header', closes: true, staysInside: true, link: 'refuse', inner: 'first' },
  /** A function from where its body begins to its return, or to a loop of its own: the root of its tree. */
  function: { from: 'body', closes: false, staysInside: false, link: 'call', inner: 'first' },
  /** The path behind an exit of a loop's tree: back into the loop, out of it to another, or home to the caller. */
  sideOfLoop: { from: 'exit', closes: true, staysInside: false, link: 'go over', inner: 'pass' },
  /** The path behind an exit of a function's tree, as the function itself. */
  sideOfFunction: { from: 'exit', closes: false, staysInside: false, link: 'call', inner: 'first' },
} as const satisfies Record<string, Row>;

/** What is to be recorded. */
export interface Job {
  readonly kind: keyof typeof RECORDINGS;
  /** Where the tree begins, or is to begin. */
  readonly site: Site;
  /** The exit behind which the path goes on; null for the root of a tree. */
  readonly exit: Exit | null;
  /** The frame of the tree. */
  readonly base: Frame<PyValue>;
  /** The innermost frame. */
  readonly top: Frame<PyValue>;
}

/** Makes the description of a recording. */
export function jobFor(site: Site, exit: Exit | null, base: Frame<PyValue>, top: Frame<PyValue>): Job {
  const kind = exit === null ? site.kind : site.kind === 'loop' ? 'sideOfLoop' : 'sideOfFunction';
  return { kind, site, exit, base, top };
}

/** Records; whatever way that ends, the program has been performed. */
export function runJob(job: Job, options: JitOptions): Recorded {
  const { site, exit, base, top } = job;
  const kind: Row = RECORDINGS[job.kind];
  const passed = new Map<number, number>();
  return record({
    base,
    top,
    from: kind.from,
    validity: exit === null ? new Validity() : site.tree!.validity,
    limits: {
      maxLength: options.maxlength,
      maxDepth: options.maxdepth,
      entering: (entry) => {
        calleeFirst(base.runtime, site, entry, options);
      },
      checked: options.checkeffects === 1 ? checked : (_name, _effects, run) => run,
    },
    arrive: (pc, back, begun) => {
      if (kind.closes && pc === site.pc) return begun || back ? 'closed' : null;
      if (kind.staysInside && (pc < site.pc || pc > site.last)) throw new Abort('LEAVES_LOOP', '');
      if (begun && siteAt(base.runtime, pc)?.tree != null) return 'link';
      if (!back) return null;
      if (kind.inner === 'first') innerFirst(base.runtime, pc, options);
      return exit!.attempts > 0 ? 'link' : pass(passed, pc, options);
    },
  });
}

/** Gives up a recording that calls a function which may be compiled and is not, and has that recorded next. */
function calleeFirst(runtime: CodeRuntime, site: Site, { runtime: callee, pc }: Entry, options: JitOptions): void {
  if (callee === runtime || site.waits >= options.maxwaits || !want('function', callee, pc, options)) return;
  site.waits++;
  throw new Abort('CALLEE_FIRST', callee.code.name);
}

/** Gives up a recording that meets a loop within the loop, and has the inner one recorded next. */
function innerFirst(runtime: CodeRuntime, pc: number, options: JitOptions): never {
  want('loop', runtime, pc, options);
  throw new Abort('INNER_LOOP', '');
}

/** Lets a path jump back to a loop that is not its own, if it has not done so too often. */
function pass(passed: Map<number, number>, pc: number, options: JitOptions): null {
  const n = (passed.get(pc) ?? 0) + 1;
  passed.set(pc, n);
  if (n > options.unroll) throw new Abort('INNER_LOOP', '');
  return null;
}

/** How a recording made no trace. */
export type Failure = Extract<Recorded['outcome'], { kind: 'abort' }>;

/** Returns how a path ended, or why it came to nothing. `callOf` makes the call of another loop of the function. */
export function endOf(
  job: Job,
  { outcome, machine, at }: Recorded,
  callOf: (pc: number, height: number) => Extract<PathEnd, { kind: 'tail_call' }>['value'],
): PathEnd | Failure {
  switch (outcome.kind) {
    case 'abort':
      return outcome;
    case 'closed':
      return { kind: 'closed' };
    case 'return': {
      const { frames } = outcome;
      const value =
        at.code.ops[at.pc] === Op.RETURN_CONST
          ? machine.ref(machine.base.runtime.consts[at.code.args[at.pc]!]!)
          : frames[0]!.slots.at(-1)!;
      return { kind: 'return', value, frames };
    }
    case 'link':
      break;
  }
  const { frames } = outcome;
  switch (RECORDINGS[job.kind].link) {
    case 'refuse':
      return { kind: 'abort', reason: 'INNER_LOOP', detail: 'a compiled inner loop' };
    case 'go over':
      return { kind: 'link', frames };
    case 'call':
      return { kind: 'tail_call', value: callOf(frames[0]!.pc, frames[0]!.slots.length), frames };
  }
}
