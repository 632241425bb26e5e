/** First pass of the symbol table over expressions: uses, assignment expressions, lambdas and comprehensions. */
import type { BinOp, Expr, Name, NamedExpr, Yield, YieldFrom } from '../tree/expressions.ts';
import { visitParameters } from './definitions.ts';
import type { SymbolBuilder } from './builder.ts';
import type { Comprehension, Keyword } from '../tree/ast.ts';
import { type ComprehensionType, DEF_COMP_ITER, DEF_GLOBAL, DEF_LOCAL, DEF_NONLOCAL, DEF_PARAM, USE } from './scope.ts';

/** Visits an expression that may be missing. */
export function visitOptional(st: SymbolBuilder, e: Expr | null): void {
  if (e !== null) visitExpr(st, e);
}

/** Visits expressions. */
function visitEach(st: SymbolBuilder, list: readonly (Expr | null)[]): void {
  for (let i = 0; i < list.length; i++) visitOptional(st, list[i]!);
}

/** Visits an expression. Its own frame is kept small, since the depth of trees is bounded by the host's stack. */
export function visitExpr(st: SymbolBuilder, e: Expr): void {
  switch (e.kind) {
    case 'Name':
      visitName(st, e);
      break;
    case 'Constant':
      break;
    case 'Attribute':
    case 'Starred':
      visitExpr(st, e.value);
      break;
    case 'Call':
      visitExpr(st, e.func);
      visitEach(st, e.args);
      visitKeywords(st, e.keywords);
      break;
    case 'BinOp':
      visitSpine(st, e);
      break;
    case 'BoolOp':
    case 'JoinedStr':
      visitEach(st, e.values);
      break;
    case 'UnaryOp':
      visitExpr(st, e.operand);
      break;
    case 'Compare':
      visitExpr(st, e.left);
      visitEach(st, e.comparators);
      break;
    case 'Subscript':
      visitExpr(st, e.value);
      visitExpr(st, e.slice);
      break;
    case 'Slice':
      visitOptional(st, e.lower);
      visitOptional(st, e.upper);
      visitOptional(st, e.step);
      break;
    case 'Tuple':
    case 'List':
    case 'Set':
      visitEach(st, e.elts);
      break;
    case 'Dict':
      visitEach(st, e.keys);
      visitEach(st, e.values);
      break;
    case 'IfExp':
      visitExpr(st, e.test);
      visitExpr(st, e.body);
      visitExpr(st, e.orelse);
      break;
    case 'FormattedValue':
      visitExpr(st, e.value);
      visitOptional(st, e.format_spec);
      break;
    case 'Lambda':
      visitEach(st, e.args.defaults);
      visitEach(st, e.args.kw_defaults);
      st.enter('lambda', 'function', e, e);
      visitParameters(st, e.args);
      visitExpr(st, e.body);
      st.exit();
      break;
    case 'NamedExpr':
      refuseInAnnotation(st, 'named expression', e);
      visitNamedExpr(st, e);
      break;
    case 'ListComp':
      visitComprehension(st, e, 'list', e.generators, e.elt, null);
      break;
    case 'SetComp':
      visitComprehension(st, e, 'set', e.generators, e.elt, null);
      break;
    case 'DictComp':
      visitComprehension(st, e, 'dict', e.generators, e.key, e.value);
      break;
    case 'GeneratorExp':
      visitComprehension(st, e, 'generator', e.generators, e.elt, null);
      break;
    case 'Yield':
    case 'YieldFrom':
      visitYield(st, e);
      break;
    case 'Await':
      refuseInAnnotation(st, 'await expression', e);
      visitExpr(st, e.value);
      st.current.coroutine = true;
      break;
  }
}

/** Visits a name; a use of super() is a use of the class cell. */
function visitName(st: SymbolBuilder, e: Name): void {
  st.define(e.id, e.ctx === 'Load' ? USE : DEF_LOCAL, e);
  if (e.id === 'super' && e.ctx === 'Load' && st.current.isFunctionLike()) st.define('__class__', USE, e);
}

/** Visits the values of keyword arguments. */
function visitKeywords(st: SymbolBuilder, keywords: readonly Keyword[]): void {
  for (let i = 0; i < keywords.length; i++) visitExpr(st, keywords[i]!.value);
}

/** Visits a binary operation: a long sum leans to the left and is walked down that side without recursion. */
function visitSpine(st: SymbolBuilder, e: BinOp): void {
  const rights: Expr[] = [];
  let left: Expr = e;
  for (; left.kind === 'BinOp'; left = left.left) rights.push(left.right);
  visitExpr(st, left);
  for (let i = rights.length - 1; i >= 0; i--) visitExpr(st, rights[i]!);
}

/** Visits a yield expression. */
function visitYield(st: SymbolBuilder, e: Yield | YieldFrom): void {
  refuseInAnnotation(st, 'yield expression', e);
  visitOptional(st, e.value);
  st.current.generator = true;
  const comp = st.current.comprehension;
  if (comp === null) return;
  st.fail(`'yield' inside ${comp === 'generator' ? 'generator expression' : `${comp} comprehension`}`, e);
}

/** Throws where an expression stands in a scope that may not suspend or bind. */
function refuseInAnnotation(st: SymbolBuilder, what: string, e: Expr): void {
  const { type, scopeInfo } = st.current;
  if (type === 'annotation') st.fail(`${what} cannot be used within an annotation`, e);
  if (type === 'type variable') st.fail(`${what} cannot be used within ${scopeInfo}`, e);
  if (type === 'type alias') st.fail(`${what} cannot be used within a type alias`, e);
  if (type === 'type parameters') st.fail(`${what} cannot be used within the definition of a generic`, e);
}

/** Visits `target := value`. */
function visitNamedExpr(st: SymbolBuilder, e: NamedExpr): void {
  if (st.current.iterExprDepth > 0) {
    st.fail('assignment expression cannot be used in a comprehension iterable expression', e);
  }
  if (st.current.comprehension !== null) bindOutsideComprehension(st, e.target);
  visitExpr(st, e.value);
  visitExpr(st, e.target);
}

/** Binds the target of an assignment expression in the block around the comprehensions (PEP 572). */
function bindOutsideComprehension(st: SymbolBuilder, target: Name): void {
  const { id } = target;
  for (let i = st.stack.length - 1; i >= 0; i--) {
    const scope = st.stack[i]!;
    if (scope.comprehension !== null) {
      const flags = st.lookup(id, scope);
      if ((flags & DEF_COMP_ITER) !== 0 && (flags & DEF_LOCAL) !== 0) {
        st.fail(`assignment expression cannot rebind comprehension iteration variable '${id}'`, target);
      }
      continue;
    }
    const message = 'assignment expression within a comprehension cannot be used';
    switch (scope.type) {
      case 'function':
        st.define(id, (st.lookup(id, scope) & DEF_GLOBAL) !== 0 ? DEF_GLOBAL : DEF_NONLOCAL, target);
        st.directive(id, target);
        st.define(id, DEF_LOCAL, target, scope);
        return;
      case 'module':
        st.define(id, DEF_GLOBAL, target);
        st.directive(id, target);
        st.define(id, DEF_GLOBAL, target, scope);
        return;
      case 'class':
        st.fail(`${message} in a class body`, target);
      case 'type parameters':
        st.fail(`${message} within the definition of a generic`, target);
      case 'type alias':
        st.fail(`${message} in a type alias`, target);
      case 'type variable':
        st.fail(`${message} in a TypeVar bound`, target);
    }
  }
}

/** Visits a comprehension: its first iterable belongs to the enclosing block, the rest is a block of its own. */
function visitComprehension(
  st: SymbolBuilder,
  e: Expr,
  type: ComprehensionType,
  generators: readonly Comprehension[],
  elt: Expr,
  value: Expr | null,
): void {
  const outermost = generators[0]!;
  st.current.iterExprDepth++;
  visitExpr(st, outermost.iter);
  st.current.iterExprDepth--;
  const scope = st.enter(type === 'generator' ? 'genexpr' : `${type}comp`, 'function', e, e);
  scope.comprehension = type;
  if (outermost.is_async) scope.coroutine = true;
  st.define('.0', DEF_PARAM, e);
  scope.inIterTarget = true;
  visitExpr(st, outermost.target);
  scope.inIterTarget = false;
  for (const test of outermost.ifs) visitExpr(st, test);
  for (let i = 1; i < generators.length; i++) {
    const g = generators[i]!;
    scope.inIterTarget = true;
    visitExpr(st, g.target);
    scope.inIterTarget = false;
    scope.iterExprDepth++;
    visitExpr(st, g.iter);
    scope.iterExprDepth--;
    for (const test of g.ifs) visitExpr(st, test);
    if (g.is_async) scope.coroutine = true;
  }
  visitOptional(st, value);
  visitExpr(st, elt);
  scope.generator = type === 'generator';
  const isAsync = scope.coroutine && type !== 'generator';
  st.exit();
  if (isAsync) st.current.coroutine = true;
}
