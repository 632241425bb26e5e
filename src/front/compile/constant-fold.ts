/**
 * Constant folding on the syntax tree, before the symbol table is built (CPython 3.13's Python/ast_opt.c).
 *
 * The tree is rewritten in place: folding returns the node that takes the place of the given one and its
 * caller stores it. Besides arithmetic it makes tuples of constants constant, gives `in` and `for` a tuple
 * or frozenset instead of a display, turns `'%s' % (x,)` into an f-string, and resolves `__debug__`.
 */
import type { Pattern, TypeParam } from '../tree/patterns.ts';
import type { If, Stmt } from '../tree/statements.ts';
import { isText } from '../../bytecode/code.ts';
import type { Mod } from '../tree/ast.ts';
import { fold, foldAll, foldArguments, foldIterable, foldKeywords, foldOptional, joined } from './fold-expressions.ts';

/** Settings that decide what is constant. */
export interface Settings {
  readonly optimize: number;
  /** Whether annotations stay source text (PEP 563) and so must not be folded. */
  readonly postponed: boolean;
}

/** Folds the constants of a tree. The tree is changed. */
export function foldConstants(tree: Mod, optimize: number, postponed: boolean): void {
  const f: Settings = { optimize, postponed };
  switch (tree.kind) {
    case 'Module':
      foldBody(f, tree.body);
      break;
    case 'Interactive':
      foldStatements(f, tree.body);
      break;
    case 'Expression':
      tree.body = fold(f, tree.body);
      break;
    case 'FunctionType':
      break;
  }
}

/** Tells whether a body begins with a docstring. */
function hasDocstring(body: readonly Stmt[]): boolean {
  const first = body[0];
  return first !== undefined && first.kind === 'Expr' && first.value.kind === 'Constant' && isText(first.value.value);
}

/** Folds a body that may have a docstring; a string that only folding made is none. */
function foldBody(f: Settings, body: Stmt[]): void {
  const doc = hasDocstring(body);
  foldStatements(f, body);
  if (!doc && hasDocstring(body)) {
    const first = body[0] as Stmt & { kind: 'Expr' };
    first.value = joined([first.value], first.value);
  }
}

/** Folds type parameters. */
function foldTypeParams(f: Settings, params: readonly TypeParam[]): void {
  for (const p of params) {
    if (p.kind === 'TypeVar') p.bound = foldOptional(f, p.bound);
    p.default_value = foldOptional(f, p.default_value);
  }
}

/** Folds statements. */
function foldStatements(f: Settings, body: readonly Stmt[]): void {
  for (const s of body) foldStmt(f, s);
}

/** Folds a statement. */
function foldStmt(f: Settings, s: Stmt): void {
  switch (s.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      foldTypeParams(f, s.type_params);
      foldArguments(f, s.args);
      foldBody(f, s.body);
      foldAll(f, s.decorator_list);
      if (!f.postponed) s.returns = foldOptional(f, s.returns);
      break;
    case 'ClassDef':
      foldTypeParams(f, s.type_params);
      foldAll(f, s.bases);
      foldKeywords(f, s.keywords);
      foldBody(f, s.body);
      foldAll(f, s.decorator_list);
      break;
    case 'TypeAlias':
      foldTypeParams(f, s.type_params);
      s.value = fold(f, s.value);
      break;
    case 'Return':
      s.value = foldOptional(f, s.value);
      break;
    case 'Delete':
      foldAll(f, s.targets);
      break;
    case 'Assign':
      foldAll(f, s.targets);
      s.value = fold(f, s.value);
      break;
    case 'AugAssign':
      s.target = fold(f, s.target);
      s.value = fold(f, s.value);
      break;
    case 'AnnAssign':
      s.target = fold(f, s.target);
      if (!f.postponed) s.annotation = fold(f, s.annotation);
      s.value = foldOptional(f, s.value);
      break;
    case 'For':
    case 'AsyncFor':
      s.target = fold(f, s.target);
      s.iter = foldIterable(fold(f, s.iter));
      foldStatements(f, s.body);
      foldStatements(f, s.orelse);
      break;
    case 'While':
      s.test = fold(f, s.test);
      foldStatements(f, s.body);
      foldStatements(f, s.orelse);
      break;
    case 'If':
      foldIf(f, s);
      break;
    case 'With':
    case 'AsyncWith':
      for (const item of s.items) {
        item.context_expr = fold(f, item.context_expr);
        item.optional_vars = foldOptional(f, item.optional_vars);
      }
      foldStatements(f, s.body);
      break;
    case 'Raise':
      s.exc = foldOptional(f, s.exc);
      s.cause = foldOptional(f, s.cause);
      break;
    case 'Try':
    case 'TryStar':
      foldStatements(f, s.body);
      for (const h of s.handlers) {
        h.type = foldOptional(f, h.type);
        foldStatements(f, h.body);
      }
      foldStatements(f, s.orelse);
      foldStatements(f, s.finalbody);
      break;
    case 'Assert':
      s.test = fold(f, s.test);
      s.msg = foldOptional(f, s.msg);
      break;
    case 'Expr':
      s.value = fold(f, s.value);
      break;
    case 'Match':
      s.subject = fold(f, s.subject);
      for (const m of s.cases) {
        foldPattern(f, m.pattern);
        m.guard = foldOptional(f, m.guard);
        foldStatements(f, m.body);
      }
      break;
  }
}

/** Folds an `if` statement; the links of an elif chain are walked without recursion. */
function foldIf(f: Settings, s: If): void {
  for (;;) {
    s.test = fold(f, s.test);
    foldStatements(f, s.body);
    const [only] = s.orelse;
    if (s.orelse.length !== 1 || only!.kind !== 'If') break;
    s = only as If;
  }
  foldStatements(f, s.orelse);
}

/** Folds a pattern. */
function foldPattern(f: Settings, p: Pattern): void {
  switch (p.kind) {
    case 'MatchValue':
      p.value = fold(f, p.value);
      break;
    case 'MatchSequence':
    case 'MatchOr':
      for (const sub of p.patterns) foldPattern(f, sub);
      break;
    case 'MatchMapping':
      foldAll(f, p.keys);
      for (const sub of p.patterns) foldPattern(f, sub);
      break;
    case 'MatchClass':
      p.cls = fold(f, p.cls);
      for (const sub of p.patterns) foldPattern(f, sub);
      for (const sub of p.kwd_patterns) foldPattern(f, sub);
      break;
    case 'MatchAs':
      if (p.pattern !== null) foldPattern(f, p.pattern);
      break;
  }
}
