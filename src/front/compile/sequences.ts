/** Displays: lists, tuples, sets and dicts, with unpacking, constants, and more items than the stack should hold. */
import type { Dict, Expr, List, SetExpr, Tuple } from '../tree/expressions.ts';
import { type Const, ConstFrozenSet, ConstTuple } from '../../bytecode/code.ts';
import type { Location } from '../emit/blocks.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { distinct } from './constants.ts';
import { visitExpr } from './expressions.ts';
import type { Compiler } from './unit.ts';

/** Displays of more items than this are built piece by piece. */
export const STACK_USE_GUIDELINE = 30;

type Shape = 'list' | 'tuple' | 'set';

/** Returns the values of constants, or null where one is none. */
function constants(elts: readonly (Expr | null)[]): Const[] | null {
  const values: Const[] = [];
  for (const e of elts) {
    if (e === null || e.kind !== 'Constant') return null;
    values.push(e.value);
  }
  return values;
}

/** Emits a list, tuple or set of expressions and of the `pushed` items already on the stack. */
export function unpackInto(c: Compiler, elts: readonly Expr[], pushed: number, shape: Shape, loc: Location): void {
  const build = shape === 'set' ? Op.BUILD_SET : Op.BUILD_LIST;
  const extend = shape === 'set' ? Op.SET_UPDATE : Op.LIST_EXTEND;
  const add = shape === 'set' ? Op.SET_ADD : Op.LIST_APPEND;
  const n = elts.length;
  const folded = n > 2 ? constants(elts) : null;
  if (folded !== null) {
    if (shape === 'tuple' && pushed === 0) {
      c.loadConst(new ConstTuple(folded), loc);
      return;
    }
    c.opArg(build, pushed, loc);
    c.loadConst(shape === 'set' ? new ConstFrozenSet(distinct(folded)) : new ConstTuple(folded), loc);
    c.opArg(extend, 1, loc);
    if (shape === 'tuple') c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE, loc);
    return;
  }
  const big = n + pushed > STACK_USE_GUIDELINE;
  if (!big && elts.every((e) => e.kind !== 'Starred')) {
    for (const e of elts) visitExpr(c, e);
    c.opArg(shape === 'tuple' ? Op.BUILD_TUPLE : build, n + pushed, loc);
    return;
  }
  let built = false;
  if (big) {
    c.opArg(build, pushed, loc);
    built = true;
  }
  for (let i = 0; i < n; i++) {
    const e = elts[i]!;
    if (e.kind === 'Starred') {
      if (!built) {
        c.opArg(build, i + pushed, loc);
        built = true;
      }
      visitExpr(c, e.value);
      c.opArg(extend, 1, loc);
    } else {
      visitExpr(c, e);
      if (built) c.opArg(add, 1, loc);
    }
  }
  if (shape === 'tuple') c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE, loc);
}

const INTRINSIC_LIST_TO_TUPLE = 6;

/** Emits a list or tuple, as a value or as a target. */
export function visitSequence(c: Compiler, e: List | Tuple): void {
  switch (e.ctx) {
    case 'Store':
      unpackTarget(c, e.elts, e);
      break;
    case 'Load':
      unpackInto(c, e.elts, 0, e.kind === 'List' ? 'list' : 'tuple', e);
      break;
    case 'Del':
      for (const x of e.elts) visitExpr(c, x);
      break;
  }
}

/** Emits a set. */
export function visitSet(c: Compiler, e: SetExpr): void {
  unpackInto(c, e.elts, 0, 'set', e);
}

/** Emits the unpacking of the top of the stack into targets. */
function unpackTarget(c: Compiler, elts: readonly Expr[], loc: Location): void {
  const n = elts.length;
  let starred = false;
  for (let i = 0; i < n; i++) {
    if (elts[i]!.kind !== 'Starred') continue;
    if (starred) c.fail('multiple starred expressions in assignment', loc);
    if (i >= 256 || n - i - 1 >= 0x7fffff) c.fail('too many expressions in star-unpacking assignment', loc);
    c.opArg(Op.UNPACK_EX, i + ((n - i - 1) << 8), loc);
    starred = true;
  }
  if (!starred) c.opArg(Op.UNPACK_SEQUENCE, n, loc);
  for (const e of elts) visitExpr(c, e.kind === 'Starred' ? e.value : e);
}

/** Emits a dict. */
export function visitDict(c: Compiler, e: Dict): void {
  const n = e.values.length;
  let haveDict = false;
  let pending = 0;
  /** Emits the entries before index `end` that are not in the dict yet. */
  const flush = (end: number): void => {
    visitDictRun(c, e, end - pending, end);
    if (haveDict) c.opArg(Op.DICT_UPDATE, 1, e);
    haveDict = true;
    pending = 0;
  };
  for (let i = 0; i < n; i++) {
    if (e.keys[i] === null) {
      if (pending > 0) flush(i);
      if (!haveDict) {
        c.opArg(Op.BUILD_MAP, 0, e);
        haveDict = true;
      }
      visitExpr(c, e.values[i]!);
      c.opArg(Op.DICT_UPDATE, 1, e);
    } else if (pending * 2 > STACK_USE_GUIDELINE) {
      pending++;
      flush(i + 1);
    } else {
      pending++;
    }
  }
  if (pending > 0) flush(n);
  if (!haveDict) c.opArg(Op.BUILD_MAP, 0, e);
}

/** Emits a dict of the entries from `begin` to `end`, none of them an unpacking. */
function visitDictRun(c: Compiler, e: Dict, begin: number, end: number): void {
  const n = end - begin;
  const big = n * 2 > STACK_USE_GUIDELINE;
  const keys = n > 1 && !big ? constants(e.keys.slice(begin, end)) : null;
  if (keys !== null) {
    for (let i = begin; i < end; i++) visitExpr(c, e.values[i]!);
    c.loadConst(new ConstTuple(keys), e);
    c.opArg(Op.BUILD_CONST_KEY_MAP, n, e);
    return;
  }
  if (big) c.opArg(Op.BUILD_MAP, 0, e);
  for (let i = begin; i < end; i++) {
    visitExpr(c, e.keys[i]!);
    visitExpr(c, e.values[i]!);
    if (big) c.opArg(Op.MAP_ADD, 1, e);
  }
  if (!big) c.opArg(Op.BUILD_MAP, n, e);
}
