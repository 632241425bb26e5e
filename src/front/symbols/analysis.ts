/**
 * Second pass over the symbol table: what every name means, from the outermost block inward.
 *
 * A block's names are resolved against the names bound in enclosing functions (`bound`) and those declared
 * global (`global`); the free names of its children then decide which of its locals are cells, and travel
 * on outward. Classes bind nothing for nested functions except `__class__` and `__classdict__`. A
 * comprehension that is not a generator is inlined (PEP 709): its names join the enclosing block's table, and
 * names it had free may stop being so. Algorithm: CPython 3.13's Python/symtable.c, analyze_block.
 */
import { syntaxError } from './compile-errors.ts';
import {
  CELL,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  type Scope,
  SCOPE_MASK,
  SCOPE_OFFSET,
} from './scope.ts';

type Names = Set<string>;

/** Adds all of `more` to `names`. */
function addAll(names: Names, more: Iterable<string>): void {
  for (const name of more) names.add(name);
}

/** Resolves all names of a table, given its module block. */
export function analyzeSymbols(top: Scope, filename: string): void {
  new Analysis(filename).block(top, null, new Set(), new Set(), new Set(), null);
}

class Analysis {
  constructor(private readonly filename: string) {}

  /** Makes the error about a `global` or `nonlocal` statement. */
  private directiveError(scope: Scope, name: string, msg: string): Error {
    const found = scope.directives.find((d) => d.name === name);
    return syntaxError(msg, this.filename, found === undefined ? scope.loc : found.loc);
  }

  /** Analyses a block and its children; adds the names it needs from outside to `free`. */
  block(
    scope: Scope,
    bound: Names | null,
    free: Names,
    global: Names,
    typeParams: Names,
    classScope: Scope | null,
  ): void {
    const local: Names = new Set();
    const scopes = new Map<string, number>();
    const newGlobal: Names = new Set();
    const newFree: Names = new Set();
    const newBound: Names = new Set();
    const inlinedCells: Names = new Set();
    const isClass = scope.type === 'class';
    if (isClass) {
      addAll(newGlobal, global);
      if (bound !== null) addAll(newBound, bound);
    }
    for (const [name, flags] of scope.symbols) {
      this.name(scope, scopes, name, flags, bound, local, free, global, typeParams, classScope);
    }
    if (isClass) {
      newBound.add('__class__').add('__classdict__');
    } else {
      if (scope.isFunctionLike()) addAll(newBound, local);
      if (bound !== null) addAll(newBound, bound);
      addAll(newGlobal, global);
    }
    let anyInlined = false;
    for (const child of scope.children) {
      const childClass = !child.canSeeClassScope ? null : isClass ? scope : classScope;
      const inline = child.comprehension !== null && !child.generator && !scope.canSeeClassScope;
      const childFree: Names = new Set();
      this.block(child, new Set(newBound), childFree, new Set(newGlobal), new Set(typeParams), childClass);
      if (inline) {
        inlineComprehension(scope, child, scopes, childFree, inlinedCells);
        child.inlined = true;
        anyInlined = true;
      }
      addAll(newFree, childFree);
      if (child.free || child.childFree) scope.childFree = true;
    }
    if (anyInlined) scope.children = scope.children.flatMap((c) => (c.inlined ? c.children : [c]));
    if (scope.isFunctionLike()) {
      for (const [name, what] of scopes) {
        if (what !== LOCAL || (!newFree.has(name) && !inlinedCells.has(name))) continue;
        scopes.set(name, CELL);
        newFree.delete(name);
      }
    } else if (isClass) {
      if (newFree.delete('__class__')) scope.needsClassClosure = true;
      if (newFree.delete('__classdict__')) scope.needsClassDict = true;
    }
    record(scope, scopes, bound, newFree, inlinedCells, isClass || scope.canSeeClassScope);
    addAll(free, newFree);
  }

  /** Resolves one name of a block. */
  private name(
    scope: Scope,
    scopes: Map<string, number>,
    name: string,
    flags: number,
    bound: Names | null,
    local: Names,
    free: Names,
    global: Names,
    typeParams: Names,
    classScope: Scope | null,
  ): void {
    if ((flags & DEF_GLOBAL) !== 0) {
      if ((flags & DEF_NONLOCAL) !== 0) throw this.directiveError(scope, name, `name '${name}' is nonlocal and global`);
      scopes.set(name, GLOBAL_EXPLICIT);
      global.add(name);
      bound?.delete(name);
      return;
    }
    if ((flags & DEF_NONLOCAL) !== 0) {
      if (bound === null) throw this.directiveError(scope, name, 'nonlocal declaration not allowed at module level');
      if (!bound.has(name)) throw this.directiveError(scope, name, `no binding for nonlocal '${name}' found`);
      if (typeParams.has(name)) {
        throw this.directiveError(scope, name, `nonlocal binding not allowed for type parameter '${name}'`);
      }
      scopes.set(name, FREE);
      scope.free = true;
      free.add(name);
      return;
    }
    if ((flags & DEF_BOUND) !== 0) {
      scopes.set(name, LOCAL);
      local.add(name);
      global.delete(name);
      if ((flags & DEF_TYPE_PARAM) !== 0) typeParams.add(name);
      else typeParams.delete(name);
      return;
    }
    if (classScope !== null) {
      const inClass = classScope.symbols.get(name) ?? 0;
      if ((inClass & DEF_GLOBAL) !== 0) {
        scopes.set(name, GLOBAL_EXPLICIT);
        return;
      }
      if ((inClass & DEF_BOUND) !== 0 && (inClass & DEF_NONLOCAL) === 0) {
        scopes.set(name, GLOBAL_IMPLICIT);
        return;
      }
    }
    if (bound?.has(name)) {
      scopes.set(name, FREE);
      scope.free = true;
      free.add(name);
      return;
    }
    if (!global.has(name) && scope.nested) scope.free = true;
    scopes.set(name, GLOBAL_IMPLICIT);
  }
}

/** Moves the names of an inlined comprehension into the block that contains it. */
function inlineComprehension(
  scope: Scope,
  comp: Scope,
  scopes: Map<string, number>,
  compFree: Names,
  inlinedCells: Names,
): void {
  for (const [name, compFlags] of comp.symbols) {
    if ((compFlags & DEF_PARAM) !== 0) continue;
    let what = (compFlags >> SCOPE_OFFSET) & SCOPE_MASK;
    const only = compFlags & ((1 << SCOPE_OFFSET) - 1);
    if (what === CELL || (only & DEF_COMP_CELL) !== 0) inlinedCells.add(name);
    const existing = scope.symbols.get(name);
    const isOwn = existing === undefined || (existing & DEF_BOUND) !== 0;
    if (what === FREE && scope.type === 'class' && name === '__class__' && isOwn) {
      what = GLOBAL_IMPLICIT;
      compFree.delete(name);
      if (existing === undefined) comp.symbols.delete(name);
      else comp.symbols.set(name, only | (GLOBAL_IMPLICIT << SCOPE_OFFSET));
    }
    if (existing === undefined) {
      scope.symbols.set(name, only);
      scopes.set(name, what);
    } else if ((existing & DEF_BOUND) !== 0 && scope.type !== 'class') {
      if (!comp.children.some((child) => child.scopeOf(name) === FREE)) compFree.delete(name);
    }
  }
}

/** Writes the results into the block's symbols. */
function record(
  scope: Scope,
  scopes: Map<string, number>,
  bound: Names | null,
  free: Names,
  inlinedCells: Names,
  classLike: boolean,
): void {
  const { symbols } = scope;
  for (const [name, flags] of symbols) {
    const cell = inlinedCells.has(name) ? DEF_COMP_CELL : 0;
    symbols.set(name, flags | cell | (scopes.get(name)! << SCOPE_OFFSET));
  }
  for (const name of free) {
    const flags = symbols.get(name);
    if (flags !== undefined) {
      if (classLike) symbols.set(name, flags | DEF_FREE_CLASS);
      continue;
    }
    if (bound !== null && !bound.has(name)) continue;
    symbols.set(name, FREE << SCOPE_OFFSET);
  }
}
