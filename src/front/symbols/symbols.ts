/**
 * First pass of the symbol table: which names each block binds, declares and uses.
 *
 * The walk follows the order of CPython 3.13's Python/symtable.c, because the first error found is the one
 * reported. Blocks are keyed by the node that opens them; a generic function or class opens two, and its
 * type-parameter block is keyed by the `type_params` array. Where a name lands (cell, free, global) is the
 * second pass's business (symbols-analysis.ts).
 */
import type { Location } from '../emit/blocks.ts';
import type {
  Arguments,
  AsyncFunctionDef,
  ClassDef,
  Expr,
  FunctionDef,
  If,
  Mod,
  Pattern,
  Stmt,
  TypeAlias,
  TypeParam,
} from '../tree/ast.ts';
import { syntaxError } from './compile-errors.ts';
import { CO_ALLOW_TOP_LEVEL_AWAIT, CO_FUTURE_ANNOTATIONS, type FutureFeatures, readFuture } from './future.ts';
import {
  type BlockType,
  DEF_ANNOT,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  defaultKey,
  Scope,
  USE,
} from './scope.ts';
import { analyzeSymbols } from './analysis.ts';
import { visitExpr, visitOptional } from './expressions.ts';

/** The symbol table of a module. */
export interface SymbolTable {
  readonly top: Scope;
  /** The block that a node opens. */
  readonly blocks: ReadonlyMap<object, Scope>;
  readonly future: FutureFeatures;
}

/** State of the walk. */
export class SymbolBuilder {
  readonly blocks = new Map<object, Scope>();
  readonly stack: Scope[] = [];
  readonly top: Scope;
  current: Scope;
  /** The innermost class, whose name mangles private names. */
  owner: string | null = null;

  constructor(
    readonly filename: string,
    readonly future: FutureFeatures,
  ) {
    this.top = new Scope('top', 'module', { lineno: 0, end_lineno: 0, col_offset: 0, end_col_offset: 0 });
    this.stack.push(this.top);
    this.current = this.top;
  }

  /** Throws a SyntaxError. */
  fail(msg: string, loc: Location): never {
    throw syntaxError(msg, this.filename, loc);
  }

  /** Opens a block for a node. */
  enter(name: string, type: BlockType, node: object, loc: Location): Scope {
    const scope = new Scope(name, type, loc);
    const outer = this.current;
    scope.nested = outer.nested || outer.isFunctionLike();
    scope.iterExprDepth = outer.iterExprDepth;
    if (type !== 'class') scope.mangledNames = outer.mangledNames;
    this.stack.push(scope);
    this.current = scope;
    // Annotations that stay strings (PEP 563) are only checked: their blocks belong to nothing.
    if (type !== 'annotation') {
      outer.children.push(scope);
      this.blocks.set(node, scope);
    }
    return scope;
  }

  /** Closes the current block. */
  exit(): void {
    this.stack.pop();
    this.current = this.stack[this.stack.length - 1]!;
  }

  /** Returns the flags a name has in a block so far. */
  lookup(name: string, scope: Scope = this.current): number {
    return scope.symbols.get(scope.mangle(this.owner, name)) ?? 0;
  }

  /** Records an occurrence of a name in a block. */
  define(name: string, flag: number, loc: Location, scope: Scope = this.current): void {
    if ((flag & DEF_TYPE_PARAM) !== 0) this.current.mangledNames?.add(name);
    const mangled = this.current.mangle(this.owner, name);
    const { symbols } = scope;
    let flags = symbols.get(mangled);
    if (flags === undefined) {
      flags = flag;
    } else {
      if ((flag & flags & DEF_PARAM) !== 0) this.fail(`duplicate argument '${name}' in function definition`, loc);
      if ((flag & flags & DEF_TYPE_PARAM) !== 0) this.fail(`duplicate type parameter '${name}'`, loc);
      flags |= flag;
    }
    if (scope.inIterTarget) {
      if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0) {
        this.fail(`comprehension inner loop cannot rebind assignment expression target '${name}'`, loc);
      }
      flags |= DEF_COMP_ITER;
    }
    symbols.set(mangled, flags);
    if ((flag & DEF_PARAM) !== 0) {
      scope.varnames.push(mangled);
    } else if ((flag & DEF_GLOBAL) !== 0) {
      const globals = this.top.symbols;
      globals.set(mangled, (globals.get(mangled) ?? 0) | flag);
    }
  }

  /** Remembers where a name was declared global or nonlocal. */
  directive(name: string, loc: Location): void {
    this.current.directives.push({ name: this.current.mangle(this.owner, name), loc });
  }
}

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
function visitBody(st: SymbolBuilder, body: readonly Stmt[]): void {
  for (const s of body) visitStmt(st, s);
}

/** Visits expressions. */
function visitAll(st: SymbolBuilder, list: readonly (Expr | null)[]): void {
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

/** Visits a function definition. */
function visitFunction(st: SymbolBuilder, s: FunctionDef | AsyncFunctionDef): void {
  const { args } = s;
  st.define(s.name, DEF_LOCAL, s);
  visitAll(st, args.defaults);
  visitAll(st, args.kw_defaults);
  visitAll(st, s.decorator_list);
  const generic = s.type_params.length > 0;
  if (generic) {
    const kwDefaults = args.kw_defaults.some((d) => d !== null);
    // CPython reserves the parameter for defaults whether there are any or not.
    enterTypeParams(st, s.name, s.type_params, s, true, kwDefaults, false);
    for (const p of s.type_params) visitTypeParam(st, p);
  }
  visitAnnotations(st, s, args);
  if (s.returns !== null) visitAnnotation(st, s.returns);
  const scope = st.enter(s.name, 'function', s, s);
  if (s.kind === 'AsyncFunctionDef') scope.coroutine = true;
  visitParameters(st, args);
  visitBody(st, s.body);
  st.exit();
  if (generic) st.exit();
}

/** Visits a class definition. */
function visitClass(st: SymbolBuilder, s: ClassDef): void {
  st.define(s.name, DEF_LOCAL, s);
  visitAll(st, s.decorator_list);
  const { owner } = st;
  const generic = s.type_params.length > 0;
  if (generic) {
    enterTypeParams(st, s.name, s.type_params, s, false, false, true);
    st.owner = s.name;
    for (const p of s.type_params) visitTypeParam(st, p);
  }
  visitAll(st, s.bases);
  for (const k of s.keywords) visitExpr(st, k.value);
  st.enter(s.name, 'class', s, s);
  st.owner = s.name;
  if (generic) {
    st.define('__type_params__', DEF_LOCAL, s);
    st.define('.type_params', USE, s);
  }
  visitBody(st, s.body);
  st.exit();
  if (generic) st.exit();
  st.owner = owner;
}

/** Visits a `type` statement. */
function visitTypeAlias(st: SymbolBuilder, s: TypeAlias): void {
  visitExpr(st, s.name);
  const inClass = st.current.type === 'class';
  const generic = s.type_params.length > 0;
  if (generic) {
    enterTypeParams(st, s.name.id, s.type_params, s, false, false, false);
    for (const p of s.type_params) visitTypeParam(st, p);
  }
  const scope = st.enter(s.name.id, 'type alias', s, s);
  scope.canSeeClassScope = inClass;
  if (inClass) st.define('__classdict__', USE, s.value);
  visitExpr(st, s.value);
  st.exit();
  if (generic) st.exit();
}

/** Opens the block of type parameters. */
function enterTypeParams(
  st: SymbolBuilder,
  name: string,
  key: object,
  loc: Location,
  defaults: boolean,
  kwDefaults: boolean,
  isClass: boolean,
): void {
  const inClass = st.current.type === 'class';
  const scope = st.enter(name, 'type parameters', key, loc);
  if (inClass) {
    scope.canSeeClassScope = true;
    st.define('__classdict__', USE, loc);
  }
  if (isClass) {
    st.define('.type_params', DEF_LOCAL, loc);
    st.define('.type_params', USE, loc);
    scope.mangledNames = new Set();
    st.define('.generic_base', DEF_LOCAL, loc);
    st.define('.generic_base', USE, loc);
  }
  if (defaults) st.define('.defaults', DEF_PARAM, loc);
  if (kwDefaults) st.define('.kwdefaults', DEF_PARAM, loc);
}

/** Visits a type parameter; its bound and default are blocks of their own, evaluated lazily. */
function visitTypeParam(st: SymbolBuilder, p: TypeParam): void {
  st.define(p.name, DEF_TYPE_PARAM | DEF_LOCAL, p);
  if (p.kind === 'TypeVar' && p.bound !== null) {
    const info = p.bound.kind === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound';
    visitTypeVariable(st, p.bound, p.name, p, info);
  }
  if (p.default_value !== null) visitTypeVariable(st, p.default_value, p.name, defaultKey(p), `a ${p.kind} default`);
}

/** Visits the bound or default of a type parameter. */
function visitTypeVariable(st: SymbolBuilder, e: Expr, name: string, key: object, info: string): void {
  const inClass = st.current.canSeeClassScope;
  const scope = st.enter(name, 'type variable', key, e);
  scope.canSeeClassScope = inClass;
  if (inClass) st.define('__classdict__', USE, e);
  scope.scopeInfo = info;
  visitExpr(st, e);
  st.exit();
}

/** Visits the annotations of parameters. */
function visitAnnotations(st: SymbolBuilder, node: FunctionDef | AsyncFunctionDef, a: Arguments): void {
  const lazy = (st.future.features & CO_FUTURE_ANNOTATIONS) !== 0;
  if (lazy) st.enter('_annotation', 'annotation', node, node);
  for (const list of [a.posonlyargs, a.args]) for (const p of list) visitOptional(st, p.annotation);
  if (a.vararg !== null) visitOptional(st, a.vararg.annotation);
  if (a.kwarg !== null) visitOptional(st, a.kwarg.annotation);
  for (const p of a.kwonlyargs) visitOptional(st, p.annotation);
  if (lazy) st.exit();
}

/** Visits one annotation. */
function visitAnnotation(st: SymbolBuilder, e: Expr): void {
  const lazy = (st.future.features & CO_FUTURE_ANNOTATIONS) !== 0;
  if (lazy) st.enter('_annotation', 'annotation', e, e);
  visitExpr(st, e);
  if (lazy) st.exit();
}

/** Binds the parameters of a function. */
export function visitParameters(st: SymbolBuilder, a: Arguments): void {
  for (const list of [a.posonlyargs, a.args, a.kwonlyargs]) for (const p of list) st.define(p.arg, DEF_PARAM, p);
  if (a.vararg !== null) {
    st.define(a.vararg.arg, DEF_PARAM, a.vararg);
    st.current.varargs = true;
  }
  if (a.kwarg !== null) {
    st.define(a.kwarg.arg, DEF_PARAM, a.kwarg);
    st.current.varkeywords = true;
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
