/**
 * Sites: the places where a tree may begin, kept per code and globals at their instruction.
 *
 * What happens to them is in the table of `states.ts`; here the table meets the interpreter's counters.
 */
import type { CodeObject } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import type { Entry } from '../frames/entry.ts';
import type { Exit, ExitState, Tree } from '../ir/trace.ts';
import type { JitOptions } from '../options/tunables.ts';
import { DISTANCES, EXITS, type Event, SITES, type SiteState, type Subject, type Wait, advance } from './states.ts';

/** One loop header, or the beginning of a function's body. */
export interface Site extends Subject<SiteState> {
  readonly kind: 'loop' | 'function';
  /** How compiled code gets there; of a loop null until the tree of its function leads to it. */
  entry: Entry | null;
  tree: Tree | null;
  soon: number;
  /** Recordings for its tree that were given up so that a callee is compiled first. */
  waits: number;
  /** Last instruction of the loop. */
  readonly last: number;
  readonly runtime: CodeRuntime;
  readonly pc: number;
}

/** The lowest count: of a place that is never asked again. */
const NEVER = -(2 ** 31);

/** Returns the site at an instruction, if any. */
export function siteAt(runtime: CodeRuntime, pc: number): Site | undefined {
  return runtime.trees?.[pc] as Site | undefined;
}

/** Makes a site. */
export function makeSite(runtime: CodeRuntime, pc: number, entry: Entry | null): Site {
  const site: Site = {
    kind: entry === null ? 'loop' : 'function',
    state: 'cold',
    entry,
    tree: null,
    attempts: 0,
    soon: 0,
    waits: 0,
    last: entry === null ? lastOf(runtime.code, pc) : pc,
    runtime,
    pc,
  };
  runtime.trees ??= [];
  runtime.trees[pc] = site;
  return site;
}

/** Returns the last backward jump to a header. */
function lastOf(code: CodeObject, header: number): number {
  let last = header;
  for (let pc = header; pc < code.ops.length; pc++)
    if (code.ops[pc] === Op.JUMP_BACKWARD && code.args[pc] === header) last = pc;
  return last;
}

/* ---- counters ---- */

/** Returns the count at which a loop or a function is hot. */
function hotAt(kind: Site['kind'], options: JitOptions): number {
  return kind === 'loop' ? options.hotloop : options.hotcall;
}

/** Sets a counter of the interpreter. */
function count(kind: Site['kind'], runtime: CodeRuntime, pc: number, n: number): void {
  if (kind === 'loop') runtime.countBackEdges()[pc] = Math.max(n, NEVER);
  else runtime.calls = Math.max(n, NEVER);
}

/** Returns how often a site has run as far as its counter knows. */
function countOf(site: Site): number {
  return site.kind === 'loop' ? site.runtime.countBackEdges()[site.pc]! : site.runtime.calls;
}

/** Has calls of a body that cannot be compiled by itself not be asked about again. */
export function neverCounted(runtime: CodeRuntime): void {
  runtime.calls = NEVER;
}

/* ---- events ---- */

/** Returns where a counter is set to. */
function after(wait: Wait, hot: number, place: Subject<string>, options: JitOptions): number {
  return hot - DISTANCES[wait](hot, place, options);
}

/** Tells a site what happened to it; returns its state then. */
export function tellSite(site: Site, event: Event, options: JitOptions): SiteState {
  if (site.state === 'penalised' && countOf(site) >= 0) advance(SITES, site, 'served', options);
  const { wait } = advance(SITES, site, event, options);
  if (wait !== null) count(site.kind, site.runtime, site.pc, after(wait, hotAt(site.kind, options), site, options));
  return site.state;
}

/** Tells an exit what happened to it; returns its state then. */
export function tellExit(exit: Exit, event: Event, options: JitOptions): ExitState {
  const { wait } = advance(EXITS, exit, event, options);
  if (wait !== null) exit.count = after(wait, options.hotexit, exit, options);
  return exit.state;
}

/**
 * Has a loop or a function recorded the next time it is reached, if it may be; one that nobody has looked at yet is
 * cold.
 */
export function want(kind: Site['kind'], runtime: CodeRuntime, pc: number, options: JitOptions): boolean {
  const site = siteAt(runtime, pc);
  if (site !== undefined) return tellSite(site, 'wanted', options) === 'hot';
  count(kind, runtime, pc, hotAt(kind, options));
  return true;
}
