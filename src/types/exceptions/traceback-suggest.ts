/**
 * "Did you mean: 'x'?" for NameError, AttributeError and ImportError.
 *
 * The distance is Levenshtein's with cost 2 for a change and 1 for a change of case, cut off where it
 * cannot win; candidates, limits and order are those of CPython's Python/suggestions.c and
 * Lib/traceback.py.
 */
import { fieldOf } from './fields.ts';
import { type PyException, PyRaise, exceptionType } from '../../objects/core/exceptions.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, strOf } from '../../objects/core/values.ts';
import { dirOf } from '../classes/object.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { toArray } from '../../protocol/iterate.ts';
import { contains } from '../../protocol/compare.ts';
import { getItem } from '../../protocol/subscript.ts';
import { world } from '../../objects/core/world.ts';

const MAX_CANDIDATES = 750;
const MAX_NAME = 40;
const MOVE = 2;
const CASE = 1;

/** Returns the cost of replacing one character by another. */
function substitution(a: string, b: string): number {
  return a === b ? 0 : a.toLowerCase() === b.toLowerCase() ? CASE : MOVE;
}

/** Returns the distance of two names, or more than `most` where it exceeds that. */
function distance(first: string, second: string, most: number): number {
  if (first === second) return 0;
  let a = first;
  let b = second;
  let pre = 0;
  while (pre < a.length && pre < b.length && a[pre] === b[pre]) pre++;
  a = a.slice(pre);
  b = b.slice(pre);
  let post = 0;
  while (post < a.length && post < b.length && a[a.length - 1 - post] === b[b.length - 1 - post]) post++;
  if (post > 0) {
    a = a.slice(0, -post);
    b = b.slice(0, -post);
  }
  if (a === '' || b === '') return MOVE * (a.length + b.length);
  if (a.length > MAX_NAME || b.length > MAX_NAME) return most + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE > most) return most + 1;
  const row = Array.from({ length: a.length }, (_, i) => (i + 1) * MOVE);
  let result = 0;
  for (let i = 0; i < b.length; i++) {
    let d = (result = i * MOVE);
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < a.length; j++) {
      const replace = d + substitution(b[i]!, a[j]!);
      d = row[j]!;
      result = Math.min(replace, Math.min(result, d) + MOVE);
      row[j] = result;
      if (result < least) least = result;
    }
    if (least > most) return most + 1;
  }
  return result;
}

/** Returns the candidate nearest to a name, or null where none is near enough. */
function nearest(candidates: readonly string[], wrong: string): string | null {
  if (candidates.length > MAX_CANDIDATES || wrong.length > MAX_NAME) return null;
  let best: string | null = null;
  let bestDistance = Number.MAX_SAFE_INTEGER;
  for (const name of candidates) {
    if (name === wrong) continue;
    const limit = Math.min(Math.floor(((name.length + wrong.length + 3) * MOVE) / 6), bestDistance - 1);
    const d = distance(wrong, name, limit);
    if (d > limit) continue;
    if (best === null || d < bestDistance) {
      best = name;
      bestDistance = d;
    }
  }
  return best;
}

/** Returns the innermost frame object of an exception, or undefined. */
function innermostFrame(e: PyException): PyValue | undefined {
  let tb = e.traceback;
  while (tb !== null && tb.next !== null) tb = tb.next;
  return tb === null || tb.frame === None ? undefined : tb.frame;
}

/** Returns the local `self` of a frame, or undefined. */
function selfOf(frame: PyValue | undefined): PyValue | undefined {
  const locals = frame === undefined ? undefined : lookupAttr(frame, 'f_locals');
  return locals !== undefined && contains('self', locals) ? getItem(locals, 'self') : undefined;
}

/** Returns names as text. */
function texts(names: readonly PyValue[]): string[] {
  return names.map((n) => strOf(n)).filter((n) => n !== undefined);
}

/** Returns what the program may have meant, or null. Never raises. */
export function suggestion(e: PyException, wrong: string): string | null {
  try {
    if (e.type.isSubtype(exceptionType('AttributeError'))) {
      const obj = fieldOf(e, 'obj');
      let hide = !wrong.startsWith('_');
      let names = texts(dirOf(obj));
      if (hide && selfOf(innermostFrame(e)) === obj) hide = false;
      if (hide) names = names.filter((n) => !n.startsWith('_'));
      return nearest(names, wrong);
    }
    if (e.type.isSubtype(exceptionType('ImportError'))) {
      const module = strOf(fieldOf(e, 'name'));
      if (module === undefined) return null;
      const names = texts(dirOf(world.importModule(module)));
      return nearest(wrong.startsWith('_') ? names : names.filter((n) => !n.startsWith('_')), wrong);
    }
    const frame = innermostFrame(e);
    if (frame === undefined) return null;
    const names: string[] = [];
    for (const where of ['f_locals', 'f_globals', 'f_builtins']) {
      const d = lookupAttr(frame, where);
      if (d !== undefined) names.push(...texts(toArray(d)));
    }
    const self = selfOf(frame);
    if (self !== undefined && lookupAttr(self, wrong) !== undefined) return `self.${wrong}`;
    return nearest(names, wrong);
  } catch (error) {
    if (error instanceof PyRaise) return null;
    throw error;
  }
}
