/**
 * First pass of the symbol table: which names each block binds, declares and uses.
 *
 * The walk follows the order of CPython 3.13's Python/symtable.c, because the first error found is the one
 * reported. Blocks are keyed by the node that opens them; a generic function or class opens two, and its
 * type-parameter block is keyed by the `type_params` array. Where a name lands (cell, free, global) is the
 * second pass's business (symbols-analysis.ts).
 */
import type { Pattern } from '../tree/patterns.ts';
import type { Expr } from '../tree/expressions.ts';
import type { If, Stmt } from '../tree/statements.ts';
import type { Location } from '../emit/blocks.ts';
import type { Mod } from '../tree/ast.ts';
import { CO_ALLOW_TOP_LEVEL_AWAIT, readFuture } from './future.ts';
import { DEF_ANNOT, DEF_GLOBAL, DEF_IMPORT, DEF_LOCAL, DEF_NONLOCAL, DEF_PARAM, USE } from './scope.ts';
import { analyzeSymbols } from './analysis.ts';
import { visitExpr, visitOptional } from './expressions.ts';
import { SymbolBuilder, type SymbolTable } from './builder.ts';
import { visitAnnotation, visitClass, visitFunction, visitTypeAlias } from './definitions.ts';

/** Builds the symbol table of a tree. Throws PythonSyntaxError. */
export function buildSymbols(tree: Mod, filename: string, flags = 0): SymbolTable {
  const read = readFuture(tree, filename);
  const future = { features: read.features | flags, loc: read.loc };
  const st = new SymbolBuilder(filename, future);
  switch (tree.kind) {
    case 'Module':
    case 'Interactive':
      visitBody(st, tree.body);
      break;
    case 'Expression':
      visitExpr(st, tree.body);
      break;
    case 'FunctionType':
      throw new TypeError('this compiler does not handle FunctionTypes');
  }
  analyzeSymbols(st.top, filename);
  return { top: st.top, blocks: st.blocks, future };
}

/** Visits statements. */
export function visitBody(st: SymbolBuilder, body: readonly Stmt[]): void {
  for (const s of body) visitStmt(st, s);
}

/** Visits expressions. */
export function visitAll(st: SymbolBuilder, list: readonly (Expr | null)[]): void {
  for (const e of list) if (e !== null) visitExpr(st, e);
}

/** Visits a statement. */
function visitStmt(st: SymbolBuilder, s: Stmt): void {
  switch (s.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      visitFunction(st, s);
      break;
    case 'ClassDef':
      visitClass(st, s);
      break;
    case 'TypeAlias':
      visitTypeAlias(st, s);
      break;
    case 'Return':
      visitOptional(st, s.value);
      break;
    case 'Delete':
      visitAll(st, s.targets);
      break;
    case 'Assign':
      visitAll(st, s.targets);
      visitExpr(st, s.value);
      break;
    case 'AnnAssign':
      if (s.target.kind === 'Name') {
        const { id } = s.target;
        const flags = st.lookup(id);
        if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0 && st.current !== st.top && s.simple) {
          st.fail(`annotated name '${id}' can't be ${(flags & DEF_GLOBAL) !== 0 ? 'global' : 'nonlocal'}`, s);
        }
        if (s.simple) st.define(id, DEF_ANNOT | DEF_LOCAL, s.target);
        else if (s.value !== null) st.define(id, DEF_LOCAL, s.target);
      } else {
        visitExpr(st, s.target);
      }
      visitAnnotation(st, s.annotation);
      visitOptional(st, s.value);
      break;
    case 'AugAssign':
      visitExpr(st, s.target);
      visitExpr(st, s.value);
      break;
    case 'For':
    case 'AsyncFor':
      if (s.kind === 'AsyncFor') markTopLevelAwait(st);
      visitExpr(st, s.target);
      visitExpr(st, s.iter);
      visitBody(st, s.body);
      visitBody(st, s.orelse);
      break;
    case 'While':
      visitExpr(st, s.test);
      visitBody(st, s.body);
      visitBody(st, s.orelse);
      break;
    case 'If':
      visitIf(st, s);
      break;
    case 'Match':
      visitExpr(st, s.subject);
      for (const c of s.cases) {
        visitPattern(st, c.pattern);
        visitOptional(st, c.guard);
        visitBody(st, c.body);
      }
      break;
    case 'Raise':
      visitOptional(st, s.exc);
      visitOptional(st, s.cause);
      break;
    case 'Try':
    case 'TryStar':
      visitBody(st, s.body);
      for (const h of s.handlers) {
        visitOptional(st, h.type);
        if (h.name !== null) st.define(h.name, DEF_LOCAL, h);
        visitBody(st, h.body);
      }
      visitBody(st, s.orelse);
      visitBody(st, s.finalbody);
      break;
    case 'Assert':
      visitExpr(st, s.test);
      visitOptional(st, s.msg);
      break;
    case 'Import':
    case 'ImportFrom':
      for (const a of s.names) {
        const name = a.asname ?? a.name;
        if (name !== '*') st.define(name.split('.', 1)[0]!, DEF_IMPORT, a);
        else if (st.current.type !== 'module') st.fail('import * only allowed at module level', a);
      }
      break;
    case 'Global':
      visitDirective(st, s.names, DEF_GLOBAL, 'global', s);
      break;
    case 'Nonlocal':
      visitDirective(st, s.names, DEF_NONLOCAL, 'nonlocal', s);
      break;
    case 'Expr':
      visitExpr(st, s.value);
      break;
    case 'With':
    case 'AsyncWith':
      if (s.kind === 'AsyncWith') markTopLevelAwait(st);
      for (const item of s.items) {
        visitExpr(st, item.context_expr);
        visitOptional(st, item.optional_vars);
      }
      visitBody(st, s.body);
      break;
    case 'Pass':
    case 'Break':
    case 'Continue':
      break;
  }
}

/** Makes a module a coroutine because of an async statement, where compile() allows that. */
function markTopLevelAwait(st: SymbolBuilder): void {
  if ((st.future.features & CO_ALLOW_TOP_LEVEL_AWAIT) !== 0 && st.current === st.top) st.top.coroutine = true;
}

/** Visits an `if` statement; the links of an elif chain are walked without recursion. */
function visitIf(st: SymbolBuilder, s: If): void {
  for (;;) {
    visitExpr(st, s.test);
    visitBody(st, s.body);
    const [only] = s.orelse;
    if (s.orelse.length !== 1 || only!.kind !== 'If') break;
    s = only as If;
  }
  visitBody(st, s.orelse);
}

/** Declares names global or nonlocal. */
function visitDirective(st: SymbolBuilder, names: readonly string[], flag: number, word: string, loc: Location): void {
  for (const name of names) {
    const flags = st.lookup(name);
    if ((flags & DEF_PARAM) !== 0) st.fail(`name '${name}' is parameter and ${word}`, loc);
    if ((flags & USE) !== 0) st.fail(`name '${name}' is used prior to ${word} declaration`, loc);
    if ((flags & DEF_ANNOT) !== 0) st.fail(`annotated name '${name}' can't be ${word}`, loc);
    if ((flags & DEF_LOCAL) !== 0) st.fail(`name '${name}' is assigned to before ${word} declaration`, loc);
    st.define(name, flag, loc);
    st.directive(name, loc);
  }
}

/** Visits a pattern. */
function visitPattern(st: SymbolBuilder, p: Pattern): void {
  switch (p.kind) {
    case 'MatchValue':
      visitExpr(st, p.value);
      break;
    case 'MatchSingleton':
      break;
    case 'MatchSequence':
    case 'MatchOr':
      for (const sub of p.patterns) visitPattern(st, sub);
      break;
    case 'MatchStar':
      if (p.name !== null) st.define(p.name, DEF_LOCAL, p);
      break;
    case 'MatchMapping':
      visitAll(st, p.keys);
      for (const sub of p.patterns) visitPattern(st, sub);
      if (p.rest !== null) st.define(p.rest, DEF_LOCAL, p);
      break;
    case 'MatchClass':
      visitExpr(st, p.cls);
      for (const sub of p.patterns) visitPattern(st, sub);
      for (const sub of p.kwd_patterns) visitPattern(st, sub);
      break;
    case 'MatchAs':
      if (p.pattern !== null) visitPattern(st, p.pattern);
      if (p.name !== null) st.define(p.name, DEF_LOCAL, p);
      break;
  }
}
