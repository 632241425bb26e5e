/**
 * Comprehensions: as functions of their own (generator expressions, and all in some annotation scopes) or
 * inlined into the enclosing frame (PEP 709).
 *
 * Inlining must not be seen: the comprehension's variables are saved on the stack before and restored
 * after, also when an exception passes; where they mean something else outside, the enclosing block's
 * symbols are changed while the comprehension is compiled.
 */
import type { DictComp, Expr, GeneratorExp, ListComp, SetComp } from '../tree/expressions.ts';
import { allowsTopLevelAwait, awaitValue, delegate, yieldValue } from './suspend.ts';
import { jumpIf } from './conditions.ts';
import { type Location, NO_LOCATION, Pseudo } from '../emit/blocks.ts';
import { Op } from '../../bytecode/opcodes.ts';
import type { Comprehension } from '../tree/ast.ts';
import { visitExpr } from './expressions.ts';
import { wrapInStopIteration } from './functions.ts';
import { makeFunction } from './names.ts';
import { type Compiler, indexIn } from './unit.ts';
import { CELL, DEF_LOCAL, DEF_NONLOCAL, FREE, type Scope, SCOPE_MASK, SCOPE_OFFSET } from '../symbols/scope.ts';

type AnyComprehension = ListComp | SetComp | DictComp | GeneratorExp;

const NAMES = { ListComp: '<listcomp>', SetComp: '<setcomp>', DictComp: '<dictcomp>', GeneratorExp: '<genexpr>' };
const BUILD = { ListComp: Op.BUILD_LIST, SetComp: Op.BUILD_SET, DictComp: Op.BUILD_MAP };

/** Emits a comprehension. */
export function visitComprehension(c: Compiler, e: AnyComprehension): void {
  const entry = c.symbols.blocks.get(e)!;
  const { inlined, coroutine } = entry;
  const outermost = e.generators[0]!;
  const isGenerator = e.kind === 'GeneratorExp';
  const { type } = c.unit;
  const topLevelAwait = allowsTopLevelAwait(c);
  let saved: InlineState | null = null;
  if (inlined) {
    visitIterable(c, outermost);
    saved = enterInlined(c, entry, e);
  } else {
    c.enter('comprehension', NAMES[e.kind], e, e.lineno);
  }
  if (coroutine && !isGenerator && type !== 'async function' && type !== 'comprehension' && !topLevelAwait) {
    c.fail('asynchronous comprehension outside of an asynchronous function', e);
  }
  if (!isGenerator) {
    c.opArg(BUILD[e.kind], 0, e);
    if (inlined) c.opArg(Op.SWAP, 2, e);
  }
  visitGenerator(c, e, 0, 0, inlined);
  if (saved !== null) {
    leaveInlined(c, saved, e);
    return;
  }
  if (isGenerator) wrapInStopIteration(c);
  else c.op(Op.RETURN_VALUE, elementOf(e));
  const code = c.exit(true);
  makeFunction(c, code, 0, e);
  visitIterable(c, outermost);
  c.opArg(Op.CALL, 0, e);
  if (coroutine && !isGenerator) awaitValue(c, 0, e);
}

/** Returns the expression that makes the elements. */
const elementOf = (e: AnyComprehension): Expr => (e.kind === 'DictComp' ? e.key : e.elt);

/** Emits the iterator of a `for` clause. */
function visitIterable(c: Compiler, g: Comprehension): void {
  visitExpr(c, g.iter);
  c.op(g.is_async ? Op.GET_AITER : Op.GET_ITER, g.iter);
}

/** Emits the `for` clause at an index and everything inside it. `depth`: iterators above the result on the stack. */
function visitGenerator(c: Compiler, e: AnyComprehension, index: number, depth: number, iterOnStack: boolean): void {
  if (e.generators[index]!.is_async) visitAsyncFor(c, e, index, depth, iterOnStack);
  else visitFor(c, e, index, depth, iterOnStack);
}

/** Returns the only element of a one-element display that is iterated over, or null: `for y in [f(x)]` assigns. */
function assignedValue(iter: Expr): Expr | null {
  if ((iter.kind !== 'List' && iter.kind !== 'Tuple') || iter.elts.length !== 1) return null;
  const only = iter.elts[0]!;
  return only.kind === 'Starred' ? null : only;
}

/** Emits a `for` clause. */
function visitFor(c: Compiler, e: AnyComprehension, index: number, depth: number, iterOnStack: boolean): void {
  const start = c.label();
  const skip = c.label();
  const anchor = c.label();
  const g = e.generators[index]!;
  let loops = true;
  if (index === 0) {
    if (!iterOnStack) {
      c.unit.argcount = 1;
      c.opArg(Op.LOAD_FAST, 0, e);
    }
  } else {
    const value = assignedValue(g.iter);
    if (value !== null) {
      visitExpr(c, value);
      loops = false;
    } else {
      visitIterable(c, g);
    }
  }
  if (loops) {
    depth++;
    c.place(start);
    c.jump(Op.FOR_ITER, anchor, g.iter);
  }
  visitExpr(c, g.target);
  for (const test of g.ifs) jumpIf(c, e, test, skip, false);
  const elementLoc = visitInside(c, e, index, depth);
  c.place(skip);
  if (loops) {
    c.jump(Pseudo.JUMP, start, elementLoc);
    c.place(anchor);
    c.op(Op.END_FOR, NO_LOCATION);
    c.op(Op.POP_TOP, NO_LOCATION);
  }
}

/** Emits an `async for` clause. */
function visitAsyncFor(c: Compiler, e: AnyComprehension, index: number, depth: number, iterOnStack: boolean): void {
  const start = c.label();
  const except = c.label();
  const skip = c.label();
  const g = e.generators[index]!;
  if (index === 0) {
    if (!iterOnStack) {
      c.unit.argcount = 1;
      c.opArg(Op.LOAD_FAST, 0, e);
    }
  } else {
    visitIterable(c, g);
  }
  c.place(start);
  c.pushBlock('async comprehension', e, start);
  c.jump(Pseudo.SETUP_FINALLY, except, e);
  c.op(Op.GET_ANEXT, e);
  c.loadConst(null, e);
  delegate(c, true, e);
  c.op(Pseudo.POP_BLOCK, e);
  visitExpr(c, g.target);
  for (const test of g.ifs) jumpIf(c, e, test, skip, false);
  const elementLoc = visitInside(c, e, index, depth + 1);
  c.place(skip);
  c.jump(Pseudo.JUMP, start, elementLoc);
  c.popBlock();
  c.place(except);
  c.op(Op.END_ASYNC_FOR, e);
}

/** Emits the next clause, or after the last one the element; returns the location of the element. */
function visitInside(c: Compiler, e: AnyComprehension, index: number, depth: number): Location {
  const last = index + 1 === e.generators.length;
  if (!last) visitGenerator(c, e, index + 1, depth, false);
  if (e.kind === 'DictComp') {
    if (!last) return e.key;
    visitExpr(c, e.key);
    visitExpr(c, e.value);
    const { lineno, col_offset } = e.key;
    const { end_lineno, end_col_offset } = e.value;
    const loc = { lineno, end_lineno, col_offset, end_col_offset };
    c.opArg(Op.MAP_ADD, depth + 1, loc);
    return loc;
  }
  if (last) {
    visitExpr(c, e.elt);
    if (e.kind === 'GeneratorExp') {
      yieldValue(c, e.elt);
      c.op(Op.POP_TOP, e.elt);
    } else {
      c.opArg(e.kind === 'ListComp' ? Op.LIST_APPEND : Op.SET_ADD, depth + 1, e.elt);
    }
  }
  return e.elt;
}

/** What to undo after an inlined comprehension. */
interface InlineState {
  /** Names whose meaning in the enclosing block was changed, with their old flags. */
  readonly changed: Map<string, number>;
  /** Variables saved on the stack. */
  readonly pushed: string[];
  /** Names that became fast locals of a block that has none. */
  readonly hidden: string[];
  readonly end: number;
  readonly cleanup: number;
}

/** Begins an inlined comprehension: isolates the names it binds. */
function enterInlined(c: Compiler, entry: Scope, loc: Location): InlineState {
  const { unit } = c;
  const { scope } = unit;
  const inClass = scope.type === 'class' && unit.inlinedComprehensions === 0;
  unit.inlinedComprehensions++;
  const state: InlineState = { changed: new Map(), pushed: [], hidden: [], end: c.label(), cleanup: c.label() };
  for (const [name, flags] of entry.symbols) {
    const what = (flags >> SCOPE_OFFSET) & SCOPE_MASK;
    const outerFlags = scope.symbols.get(name) ?? 0;
    const outer = (outerFlags >> SCOPE_OFFSET) & SCOPE_MASK;
    if ((what !== outer && what !== FREE && !(what === CELL && outer === FREE)) || inClass) {
      state.changed.set(name, outerFlags);
      scope.symbols.set(name, flags);
    }
    const binds = (flags & DEF_LOCAL) !== 0 && (flags & DEF_NONLOCAL) === 0;
    if (!binds && !inClass) continue;
    if (!scope.isFunctionLike() && unit.hidden.get(name) !== true) {
      unit.hidden.set(name, true);
      state.hidden.push(name);
    }
    c.opArg(Op.LOAD_FAST_AND_CLEAR, indexIn(unit.varnames, name), loc);
    if (what === CELL) {
      c.opArg(Op.MAKE_CELL, indexIn(outer === FREE ? unit.freevars : unit.cellvars, name), loc);
    }
    state.pushed.push(name);
  }
  if (state.pushed.length > 0) {
    c.opArg(Op.SWAP, state.pushed.length + 1, loc);
    c.jump(Pseudo.SETUP_FINALLY, state.cleanup, loc);
  }
  return state;
}

/** Ends an inlined comprehension: restores what it hid, also on the way of an exception. */
function leaveInlined(c: Compiler, state: InlineState, loc: Location): void {
  const { unit } = c;
  unit.inlinedComprehensions--;
  for (const [name, flags] of state.changed) unit.scope.symbols.set(name, flags);
  if (state.pushed.length > 0) {
    c.op(Pseudo.POP_BLOCK, NO_LOCATION);
    c.jump(Pseudo.JUMP_NO_INTERRUPT, state.end, NO_LOCATION);
    c.place(state.cleanup);
    c.opArg(Op.SWAP, 2, NO_LOCATION);
    c.op(Op.POP_TOP, NO_LOCATION);
    restoreVariables(c, state, loc);
    c.opArg(Op.RERAISE, 0, NO_LOCATION);
    c.place(state.end);
    restoreVariables(c, state, loc);
  }
  for (const name of state.hidden) unit.hidden.set(name, false);
}

/** Emits the restoring of saved variables from below the top of the stack. */
function restoreVariables(c: Compiler, state: InlineState, loc: Location): void {
  const { pushed } = state;
  c.opArg(Op.SWAP, pushed.length + 1, loc);
  for (let i = pushed.length - 1; i >= 0; i--) {
    c.opArg(Pseudo.STORE_FAST_MAYBE_NULL, indexIn(c.unit.varnames, pushed[i]!), loc);
  }
}
