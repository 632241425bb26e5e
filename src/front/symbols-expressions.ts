/** First pass of the symbol table over expressions: uses, assignment expressions, lambdas and comprehensions. */
import type { Comprehension, Expr, Name, NamedExpr } from './ast.ts';
import { type ComprehensionType, DEF_COMP_ITER, DEF_GLOBAL, DEF_LOCAL, DEF_NONLOCAL, DEF_PARAM, USE } from './scope.ts';
import { type SymbolBuilder, visitParameters } from './symbols.ts';

/** Visits an expression that may be missing. */
export function visitOptional(st: SymbolBuilder, e: Expr | null): void {
  if (e !== null) visitExpr(st, e);
}

/** Visits an expression. */
export function visitExpr(st: SymbolBuilder, e: Expr): void {
  switch (e.kind) {
    case 'Name':
      st.define(e.id, e.ctx === 'Load' ? USE : DEF_LOCAL, e);
      // A use of super() is a use of the class cell.
      if (e.id === 'super' && e.ctx === 'Load' && st.current.isFunctionLike()) st.define('__class__', USE, e);
      break;
    case 'Constant': break;
    case 'Attribute': case 'Starred': visitExpr(st, e.value); break;
    case 'Call':
      visitExpr(st, e.func);
      for (const a of e.args) visitExpr(st, a);
      for (const k of e.keywords) visitExpr(st, k.value);
      break;
    case 'BinOp': {
      // A long sum leans to the left: go down that side without recursion.
      const rights: Expr[] = [];
      let left: Expr = e;
      for (; left.kind === 'BinOp'; left = left.left) rights.push(left.right);
      visitExpr(st, left);
      for (let i = rights.length - 1; i >= 0; i--) visitExpr(st, rights[i]!);
      break;
    }
    case 'BoolOp': case 'JoinedStr':
      for (const v of e.values) visitExpr(st, v);
      break;
    case 'UnaryOp': visitExpr(st, e.operand); break;
    case 'Compare':
      visitExpr(st, e.left);
      for (const c of e.comparators) visitExpr(st, c);
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
    case 'Tuple': case 'List': case 'Set':
      for (const x of e.elts) visitExpr(st, x);
      break;
    case 'Dict':
      for (const k of e.keys) visitOptional(st, k);
      for (const v of e.values) visitExpr(st, v);
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
      for (const d of e.args.defaults) visitExpr(st, d);
      for (const d of e.args.kw_defaults) visitOptional(st, d);
      st.enter('lambda', 'function', e, e);
      visitParameters(st, e.args);
      visitExpr(st, e.body);
      st.exit();
      break;
    case 'NamedExpr':
      refuseInAnnotation(st, 'named expression', e);
      visitNamedExpr(st, e);
      break;
    case 'ListComp': visitComprehension(st, e, 'list', e.generators, e.elt, null); break;
    case 'SetComp': visitComprehension(st, e, 'set', e.generators, e.elt, null); break;
    case 'DictComp': visitComprehension(st, e, 'dict', e.generators, e.key, e.value); break;
    case 'GeneratorExp': visitComprehension(st, e, 'generator', e.generators, e.elt, null); break;
    case 'Yield': case 'YieldFrom': {
      refuseInAnnotation(st, 'yield expression', e);
      visitOptional(st, e.value);
      st.current.generator = true;
      const comp = st.current.comprehension;
      if (comp !== null) {
        st.fail(`'yield' inside ${comp === 'generator' ? 'generator expression' : `${comp} comprehension`}`, e);
      }
      break;
    }
    case 'Await':
      refuseInAnnotation(st, 'await expression', e);
      visitExpr(st, e.value);
      st.current.coroutine = true;
      break;
  }
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
      case 'class': st.fail(`${message} in a class body`, target);
      case 'type parameters': st.fail(`${message} within the definition of a generic`, target);
      case 'type alias': st.fail(`${message} in a type alias`, target);
      case 'type variable': st.fail(`${message} in a TypeVar bound`, target);
    }
  }
}

/** Visits a comprehension: its first iterable belongs to the enclosing block, the rest is a block of its own. */
function visitComprehension(
  st: SymbolBuilder, e: Expr, type: ComprehensionType, generators: readonly Comprehension[], elt: Expr, value: Expr | null,
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
