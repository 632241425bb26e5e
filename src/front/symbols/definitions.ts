/** Symbols of functions, classes, type aliases and their parameters. */
import type { TypeParam } from '../tree/patterns.ts';
import type { Expr } from '../tree/expressions.ts';
import type { AsyncFunctionDef, ClassDef, FunctionDef, TypeAlias } from '../tree/statements.ts';
import type { Location } from '../emit/blocks.ts';
import type { Arguments } from '../tree/ast.ts';
import { CO_FUTURE_ANNOTATIONS } from './future.ts';
import { DEF_LOCAL, DEF_PARAM, DEF_TYPE_PARAM, defaultKey, USE } from './scope.ts';
import { visitExpr, visitOptional } from './expressions.ts';
import type { SymbolBuilder } from './builder.ts';
import { visitAll, visitBody } from './symbols.ts';

/** Visits a function definition. */
export function visitFunction(st: SymbolBuilder, s: FunctionDef | AsyncFunctionDef): void {
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
export function visitClass(st: SymbolBuilder, s: ClassDef): void {
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
export function visitTypeAlias(st: SymbolBuilder, s: TypeAlias): void {
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
export function visitAnnotation(st: SymbolBuilder, e: Expr): void {
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
