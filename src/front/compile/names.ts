/** Names: which instruction loads, stores or deletes a variable, and the cells of a closure. */
import type { CodeObject } from '../../bytecode/code.ts';
import { FAST_FREE } from '../../bytecode/code.ts';
import { type Location, Pseudo } from '../emit/blocks.ts';
import { Op } from '../../bytecode/opcodes.ts';
import type { ExprContext } from '../tree/ast.ts';
import { type Compiler, indexIn } from './unit.ts';
import { CompileSystemError } from '../symbols/compile-errors.ts';
import { CELL, FREE, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, LOCAL } from '../symbols/scope.ts';

/** Throws where a name may not be bound or deleted. */
export function checkName(c: Compiler, name: string, ctx: ExprContext, loc: Location): void {
  if (name !== '__debug__') return;
  if (ctx === 'Store') c.fail('cannot assign to __debug__', loc);
  if (ctx === 'Del') c.fail('cannot delete __debug__', loc);
}

/** Emits the load, store or deletion of a variable. */
export function nameOp(c: Compiler, id: string, ctx: ExprContext, loc: Location): void {
  checkName(c, id, ctx, loc);
  const { unit } = c;
  const { scope } = unit;
  const name = c.mangle(id);
  const what = scope.scopeOf(name);
  switch (what) {
    case FREE:
    case CELL: {
      const table = what === FREE ? unit.freevars : unit.cellvars;
      let op = ctx === 'Store' ? Op.STORE_DEREF : Op.DELETE_DEREF;
      if (ctx === 'Load') {
        op = Op.LOAD_DEREF;
        if (scope.type === 'class' && unit.inlinedComprehensions === 0) {
          op = Op.LOAD_FROM_DICT_OR_DEREF;
          c.op(Op.LOAD_LOCALS, loc);
        } else if (scope.canSeeClassScope) {
          op = Op.LOAD_FROM_DICT_OR_DEREF;
          c.opArg(Op.LOAD_DEREF, unit.freevars.get('__classdict__')!, loc);
        }
      }
      c.opArg(op, indexIn(table, name), loc);
      return;
    }
    case LOCAL:
      if (scope.isFunctionLike() || unit.hidden.get(name) === true) {
        const op = ctx === 'Load' ? Op.LOAD_FAST : ctx === 'Store' ? Op.STORE_FAST : Op.DELETE_FAST;
        c.opArg(op, indexIn(unit.varnames, name), loc);
        return;
      }
      break;
    case GLOBAL_IMPLICIT:
    case GLOBAL_EXPLICIT: {
      if (what === GLOBAL_IMPLICIT && !scope.isFunctionLike()) break;
      if (ctx !== 'Load') {
        c.opArg(ctx === 'Store' ? Op.STORE_GLOBAL : Op.DELETE_GLOBAL, indexIn(unit.names, name), loc);
      } else if (what === GLOBAL_IMPLICIT && scope.canSeeClassScope) {
        c.opArg(Op.LOAD_DEREF, unit.freevars.get('__classdict__')!, loc);
        c.opArg(Op.LOAD_FROM_DICT_OR_GLOBALS, indexIn(unit.names, name), loc);
      } else {
        c.opArg(Op.LOAD_GLOBAL, indexIn(unit.names, name) << 1, loc);
      }
      return;
    }
  }
  const index = indexIn(unit.names, name);
  if (ctx === 'Load') {
    const global = scope.type === 'class' && unit.inlinedComprehensions > 0;
    c.opArg(global ? Op.LOAD_GLOBAL : Op.LOAD_NAME, global ? index << 1 : index, loc);
  } else {
    c.opArg(ctx === 'Store' ? Op.STORE_NAME : Op.DELETE_NAME, index, loc);
  }
}

/** Tells whether a name of a nested block is a cell or a free variable here. */
function isCellHere(c: Compiler, name: string): boolean {
  const { unit } = c;
  if (unit.scope.type === 'class' && (name === '__class__' || name === '__classdict__')) return true;
  const what = unit.scope.scopeOf(name);
  if (what === CELL) return true;
  if (what === FREE) return false;
  return unit.cellvars.has(name);
}

/** Tells whether `__class__` reaches this unit from an enclosing class. */
export function hasClassCell(c: Compiler): boolean {
  return c.unit.scope.scopeOf('__class__') === FREE;
}

/** Parts of a function that MAKE_FUNCTION takes from the stack below the code. */
export const FN_DEFAULTS = 1;
export const FN_KWDEFAULTS = 2;
export const FN_ANNOTATIONS = 4;
const FN_CLOSURE = 8;

/** Returns the names of the cells that code takes from outside. */
function freeNames(code: CodeObject): string[] {
  return code.localsplusnames.filter((_, i) => code.localspluskinds[i] === FAST_FREE);
}

/** Emits the making of a function from its code and the parts already on the stack. */
export function makeFunction(c: Compiler, code: CodeObject, parts: number, loc: Location): void {
  let nfree = 0;
  for (let i = 0; i < code.nlocals; i++) {
    if (code.localspluskinds[i] !== FAST_FREE) continue;
    const name = code.localsplusnames[i]!;
    const table = isCellHere(c, name) ? c.unit.cellvars : c.unit.freevars;
    const index = table.get(name);
    if (index === undefined) throw new CompileSystemError(name, c.unit.name, code.name, freeNames(code));
    c.opArg(Pseudo.LOAD_CLOSURE, index, loc);
    nfree++;
  }
  if (nfree > 0) {
    parts |= FN_CLOSURE;
    c.opArg(Op.BUILD_TUPLE, nfree, loc);
  }
  c.loadConst(code, loc);
  c.op(Op.MAKE_FUNCTION, loc);
  for (const part of [FN_CLOSURE, FN_ANNOTATIONS, FN_KWDEFAULTS, FN_DEFAULTS]) {
    if ((parts & part) !== 0) c.opArg(Op.SET_FUNCTION_ATTRIBUTE, part, loc);
  }
}
