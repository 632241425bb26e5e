/**
 * Holds calls against their declared effects: `--jit checkeffects=1`.
 *
 * A declaration that is too generous gives no error, only a wrong answer in some loop that happens to keep the one
 * value in a variable that the call reads or changes. So in this mode every call that is declared not to run Python
 * throws when it does, and every call that is declared to change nothing throws when it has changed an operand.
 * The throw is an internal error (exit 70) that names the function.
 *
 * All callers are covered: what the interpreter calls through the live machine (`checkLiveCalls` puts other methods
 * on it), what is called while recording and what compiled code calls (the recorder asks `checked` for the function
 * to call). `state.reentries`, which every way from native code into Python counts up, tells that Python has run.
 *
 * Changes are found by comparing the operands before and after, not by counting writes in the primitives that
 * change lists, dicts and cells: a function that changes nothing may well fill a new dict that it returns, and a
 * count costs something when nobody looks. Compared is what Python can see of an operand and, a few steps deep, of
 * what it holds. Not found are changes of objects that no operand leads to.
 */
import type { Effects } from '../ir/effects.ts';
import type { Callee } from '../ir/trace.ts';
import { PyBuiltin } from '../objects/core/builtin.ts';
import { PyDict } from '../objects/core/dict.ts';
import { PyObj, PyType, type PyValue } from '../objects/core/object.ts';
import { PySet } from '../objects/core/set-table.ts';
import { PyCode, PyFunction, PyModule } from '../objects/core/values.ts';
import { state } from '../frames/state.ts';
import { caseOf } from './effects.ts';
import { LIVE } from './live.ts';
import type { RuntimeFn } from './runtime-fns.ts';

type Run = Callee['fn'];

/** Items of one container, and objects in all, that are compared. */
const MAX_ITEMS = 200;
const MAX_OBJECTS = 20;

/** Calls that may change their operands. */
const CHANGES: Record<Effects, boolean> = {
  pure: false,
  read: false,
  write: true,
  hidden: true,
  python: true,
  frame: true,
};

/** Lists the parts of an object that Python can see. */
function partsOf(x: PyObj): unknown[] {
  if (x instanceof PyDict) return [x.size, ...x.keys.slice(0, MAX_ITEMS), ...x.values.slice(0, MAX_ITEMS)];
  if (x instanceof PySet) return [x.size, ...x.toArray().slice(0, MAX_ITEMS)];
  const out: unknown[] = [];
  for (const part of Object.values(x)) {
    if (Array.isArray(part) || ArrayBuffer.isView(part)) {
      const items = part as unknown as ArrayLike<unknown>;
      out.push(items.length, ...Array.prototype.slice.call(items, 0, MAX_ITEMS));
    } else out.push(part);
  }
  return out;
}

/** Tells whether an object is left out: what is in it is kept as caches, or is not the operand's own. */
function isOpaque(x: PyObj): boolean {
  return (
    x instanceof PyType ||
    x instanceof PyBuiltin ||
    x instanceof PyFunction ||
    x instanceof PyModule ||
    x instanceof PyCode
  );
}

/** Lists the objects that operands lead to, each with its parts. */
function pictureOf(operands: readonly unknown[]): Map<PyObj, unknown[]> {
  const picture = new Map<PyObj, unknown[]>();
  const waiting = [...operands];
  for (let i = 0; i < waiting.length && picture.size < MAX_OBJECTS; i++) {
    const x = waiting[i];
    if (!(x instanceof PyObj) || picture.has(x) || isOpaque(x)) continue;
    const parts = partsOf(x);
    picture.set(x, parts);
    waiting.push(...parts);
  }
  return picture;
}

/** Returns an object whose parts are not what they were, or undefined. */
function changedIn(picture: Map<PyObj, unknown[]>): PyObj | undefined {
  for (const [x, before] of picture) {
    const after = partsOf(x);
    if (after.length !== before.length || after.some((part, i) => !Object.is(part, before[i]))) return x;
  }
  return undefined;
}

/** Returns a function that does as `run` does and throws where that is more than its declared effects. */
export function checked(name: string, effects: Effects, run: Run): Run {
  if (effects === 'python' || effects === 'frame') return run;
  return (...args) => {
    const reentries = state.reentries;
    const picture = CHANGES[effects] ? null : pictureOf(args.flat());
    try {
      return run(...args);
    } finally {
      if (state.reentries !== reentries) fault(name, effects, 'runs Python');
      const changed = picture === null ? undefined : changedIn(picture);
      if (changed !== undefined) fault(name, effects, `changes a ${changed.type.name}`);
    }
  };
}

/** Throws the internal error of a function that does more than it says. */
function fault(name: string, effects: Effects, what: string): never {
  throw new Error(`the call of '${name}' is declared '${effects}' and ${what}`);
}

/** Returns what the live machine calls for a function with these operands. */
function checkedFor(fn: RuntimeFn | PyBuiltin, run: Run, args: readonly PyValue[]): Run {
  return checked(fn.name, caseOf(fn, args)?.effects ?? 'python', run);
}

/** Makes the live machine check the calls that the interpreter makes, or stop checking. */
export function checkLiveCalls(on: boolean): void {
  const live = LIVE as Partial<typeof LIVE>;
  if (!on) {
    delete live.call;
    delete live.callArray;
    delete live.callBuiltin;
    return;
  }
  live.call = (fn, ...given) => {
    const args = given.filter((x) => x !== undefined);
    return checkedFor(fn, fn.fn, args)(...args);
  };
  live.callArray = (fn, args) => checkedFor(fn, fn.fn, args)(args);
  live.callBuiltin = (fn, run, args) => checkedFor(fn, run, args)(...args);
}
