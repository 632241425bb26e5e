/**
 * Sites: the places where a tree may begin, kept per code and globals at their instruction.
 */
import type { CodeObject } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import type { Entry } from '../frames/entry.ts';
import type { Tree } from '../ir/trace.ts';
import type { JitOptions } from '../options/tunables.ts';

/** One loop header, or the beginning of a function's body. */
export interface Site {
  readonly kind: 'loop' | 'function';
  /** How compiled code gets there; of a loop null until the tree of its function leads to it. */
  entry: Entry | null;
  tree: Tree | null;
  attempts: number;
  /** Recordings that began in a last iteration. */
  unlucky: number;
  /** Recordings given up so that a callee is compiled first. */
  waited: number;
  dead: boolean;
  /** Last instruction of the loop. */
  readonly last: number;
  readonly runtime: CodeRuntime;
  readonly pc: number;
}

/** Recordings of a loop that may begin in its last iteration without a penalty. */
const MAX_UNLUCKY = 24;

/** Counter value of a place that is never asked again. */
const NEVER = -(2 ** 31);

/** Returns the site at an instruction, if any. */
export function siteAt(runtime: CodeRuntime, pc: number): Site | undefined {
  return runtime.trees?.[pc] as Site | undefined;
}

/** Makes a site. */
export function makeSite(runtime: CodeRuntime, pc: number, entry: Entry | null, dead: boolean): Site {
  const site: Site = {
    kind: entry === null ? 'loop' : 'function',
    entry,
    tree: null,
    waited: 0,
    attempts: 0,
    unlucky: 0,
    dead,
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

/** Sets how often a site's loop or function has run as far as its counter knows. */
function count(site: Site, n: number): void {
  if (site.kind === 'loop') site.runtime.countBackEdges()[site.pc] = n;
  else site.runtime.calls = n;
}

/** Has a site's counter start anew. */
export function restart(site: Site): void {
  count(site, 0);
}

/** Leaves a site to the interpreter for good. */
export function giveUp(site: Site): void {
  site.dead = true;
  count(site, NEVER);
}

/** Returns the count at which a site is hot. */
function hotAt(site: Site, options: JitOptions): number {
  return site.kind === 'loop' ? options.hotloop : options.hotcall;
}

/** Has a site wait twice as long before the next attempt, or gives it up. */
export function penalise(site: Site, options: JitOptions): void {
  site.attempts++;
  if (site.attempts >= options.attempts) {
    giveUp(site);
    return;
  }
  const hot = hotAt(site, options);
  count(site, hot - hot * 2 ** site.attempts);
}

/**
 * Has a site recorded again after a few more iterations or calls, if that has not happened too often: a
 * recording that began in the last iteration, or that a part not yet compiled ended, says nothing against
 * the loop. The distance varies, so as not to hit a rhythm.
 */
export function tryAgainSoon(site: Site, options: JitOptions): boolean {
  if (site.unlucky >= MAX_UNLUCKY) return false;
  site.unlucky++;
  count(site, hotAt(site, options) - 1 - ((site.unlucky * 7) % 11));
  return true;
}
