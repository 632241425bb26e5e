/**
 * Which emitted functions there are, by the number at the end of their address: what the host's own stack is read with.
 *
 * A frame of the host's stack gives an address, a line and a column, and that is all that is known of compiled code
 * that stands in a call: it stores nothing on its way. The text of the function tells the rest, because every call
 * is wrapped in what happens when it throws: the way out by an exit, whose number stands there, and whose snapshot
 * says which frames there are and where. Numbers of exits stay when a tree is generated anew, and the text is the
 * host's (`toString`), so it is that of the function on the stack, however old that is.
 */
import type { Exit, Tree } from '../ir/trace.ts';
import { WeakList } from '../memory/collector.ts';

/** The emitted functions there are, which nothing here keeps. */
const functions = new WeakList<object>();
/** What each is. */
const made = new WeakMap<object, { readonly serial: number; readonly tree: Tree }>();
let serials = 0;

/** Lines of a script before the one on which the function of its text begins. */
const BEFORE = 2;
/** The way out behind a call: its number, which a loop returns and a function passes on. */
const WAY_OUT = /^\s*return (?:k\d+\()?(\d+)[,;]/;
/** A statement with which a function hands over for good: what it calls stands for its frame. */
const HANDS_OVER = /^\s*return /;

/** Returns the number of the next function. */
export function nextSerial(): number {
  return ++serials;
}

/** Takes in the function made under a number. */
export function enrol(serial: number, tree: Tree, fn: object): void {
  made.set(fn, { serial, tree });
  functions.add(fn);
}

/** Finds the function made under a number. */
function numbered(serial: number): object | null {
  for (const fn of functions) if (made.get(fn)?.serial === serial) return fn;
  return null;
}

/**
 * Returns the exit of the call in which an emitted function stands at a line of its script (from 1), or null where it
 * has handed over to what it calls.
 */
export function exitAt(serial: number, line: number): Exit | null {
  const fn = numbered(serial);
  if (fn === null) return null;
  const lines = String(fn).split('\n');
  let at = line - 1 - BEFORE;
  if (HANDS_OVER.test(lines[at] ?? 'return ')) return null;
  while (at < lines.length && !/\bcatch \(/.test(lines[at]!)) at++;
  for (; at < lines.length; at++) {
    const way = WAY_OUT.exec(lines[at]!);
    if (way !== null) return made.get(fn)!.tree.exits[Number(way[1])] ?? null;
  }
  return null;
}
