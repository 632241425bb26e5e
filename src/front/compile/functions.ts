/** Functions: definitions, lambdas, defaults, annotations, decorators, and type parameters. */
import type { TypeParam } from '../tree/patterns.ts';
import type { Expr, Lambda } from '../tree/expressions.ts';
import type { AsyncFunctionDef, FunctionDef, Stmt, TypeAlias } from '../tree/statements.ts';
import { type Const, ConstTuple, type Text, isText } from '../../bytecode/code.ts';
import { Instr, type Location, NO_LOCATION, Pseudo } from '../emit/blocks.ts';
import { Op } from '../../bytecode/opcodes.ts';
import type { Arg, Arguments } from '../tree/ast.ts';
import { cleanDoc } from './docstrings.ts';
import { visitExpr } from './expressions.ts';
import { CO_FUTURE_ANNOTATIONS } from '../symbols/future.ts';
import { checkName, FN_ANNOTATIONS, FN_DEFAULTS, FN_KWDEFAULTS, makeFunction, nameOp } from './names.ts';
import { visitBody } from './statements.ts';
import type { Compiler } from './unit.ts';
import { unparse } from './unparse.ts';
import { defaultKey } from '../symbols/scope.ts';

const INTRINSIC_STOPITERATION_ERROR = 3;
const INTRINSIC_TYPEVAR = 7;
const INTRINSIC_PARAMSPEC = 8;
const INTRINSIC_TYPEVARTUPLE = 9;
const INTRINSIC_TYPEALIAS = 11;
const INTRINSIC_TYPEVAR_WITH_BOUND = 2;
const INTRINSIC_TYPEVAR_WITH_CONSTRAINTS = 3;
const INTRINSIC_SET_FUNCTION_TYPE_PARAMS = 4;
const INTRINSIC_SET_TYPEPARAM_DEFAULT = 5;

/** Returns the text of a docstring, or null where a body has none. */
export function docstringOf(body: readonly Stmt[]): Text | null {
  const first = body[0];
  if (first === undefined || first.kind !== 'Expr' || first.value.kind !== 'Constant') return null;
  return isText(first.value.value) ? first.value.value : null;
}

/** Emits a function definition. */
export function visitFunction(c: Compiler, s: FunctionDef | AsyncFunctionDef): void {
  const { args, type_params: typeParams } = s;
  checkParameters(c, args);
  for (const d of s.decorator_list) visitExpr(c, d);
  const firstlineno = s.decorator_list.length > 0 ? s.decorator_list[0]!.lineno : s.lineno;
  let parts = visitDefaults(c, args, s);
  const generic = typeParams.length > 0;
  const nargs = ((parts & FN_DEFAULTS) !== 0 ? 1 : 0) + ((parts & FN_KWDEFAULTS) !== 0 ? 1 : 0);
  if (generic) {
    if (nargs === 2) c.opArg(Op.SWAP, 2, s);
    c.enter('type params', `<generic parameters of ${s.name}>`, typeParams, firstlineno);
    visitTypeParams(c, typeParams);
    for (let i = 0; i < nargs; i++) c.opArg(Op.LOAD_FAST, i, s);
  }
  if (visitAnnotations(c, args, s.returns, s)) parts |= FN_ANNOTATIONS;
  visitFunctionBody(c, s, parts, firstlineno);
  if (generic) {
    c.opArg(Op.SWAP, 2, s);
    c.opArg(Op.CALL_INTRINSIC_2, INTRINSIC_SET_FUNCTION_TYPE_PARAMS, s);
    c.unit.argcount = nargs;
    const code = c.exit(false);
    makeFunction(c, code, 0, s);
    if (nargs > 0) {
      c.opArg(Op.SWAP, nargs + 1, s);
      c.opArg(Op.CALL, nargs - 1, s);
    } else {
      c.op(Op.PUSH_NULL, s);
      c.opArg(Op.CALL, 0, s);
    }
  }
  applyDecorators(c, s.decorator_list);
  nameOp(c, s.name, 'Store', s);
}

/** Emits the calls of decorators on the object on the stack. */
export function applyDecorators(c: Compiler, decorators: readonly Expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) c.opArg(Op.CALL, 0, decorators[i]!);
}

/** Sets the parameter counts of the current code object. */
function setArgumentCounts(c: Compiler, args: Arguments): void {
  c.unit.argcount = args.args.length;
  c.unit.posonlyargcount = args.posonlyargs.length;
  c.unit.kwonlyargcount = args.kwonlyargs.length;
}

/** Compiles the body of a function and emits its making. */
function visitFunctionBody(c: Compiler, s: FunctionDef | AsyncFunctionDef, parts: number, firstlineno: number): void {
  c.enter(s.kind === 'FunctionDef' ? 'function' : 'async function', s.name, s, firstlineno);
  const doc = docstringOf(s.body);
  c.unit.consts.add(doc !== null && c.optimize < 2 ? cleanDoc(doc) : null);
  setArgumentCounts(c, s.args);
  const { generator, coroutine } = c.unit.scope;
  const suspends = generator || coroutine;
  if (suspends) c.pushBlock('stop iteration', NO_LOCATION);
  visitBody(c, doc === null ? s.body : s.body.slice(1));
  if (suspends) {
    wrapInStopIteration(c);
    c.popBlock();
  }
  const code = c.exit(true);
  makeFunction(c, code, parts, s);
}

/** Puts the whole body of a generator under a handler that turns StopIteration into RuntimeError (PEP 479). */
export function wrapInStopIteration(c: Compiler): void {
  const handler = c.label();
  c.unit.sequence.insertFirst(new Instr(Pseudo.SETUP_CLEANUP, handler, NO_LOCATION));
  c.loadConst(null, NO_LOCATION);
  c.op(Op.RETURN_VALUE, NO_LOCATION);
  c.place(handler);
  c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_STOPITERATION_ERROR, NO_LOCATION);
  c.opArg(Op.RERAISE, 1, NO_LOCATION);
}

/** Emits a lambda. */
export function visitLambda(c: Compiler, e: Lambda): void {
  checkParameters(c, e.args);
  const parts = visitDefaults(c, e.args, e);
  c.enter('lambda', '<lambda>', e, e.lineno);
  c.unit.consts.add(null);
  setArgumentCounts(c, e.args);
  visitExpr(c, e.body);
  const { generator } = c.unit.scope;
  if (!generator) c.op(Op.RETURN_VALUE, e.body);
  const code = c.exit(!generator);
  makeFunction(c, code, parts, e);
}

/** Returns all parameters of a function. */
function parameters(a: Arguments): Arg[] {
  const all = [...a.posonlyargs, ...a.args];
  if (a.vararg !== null) all.push(a.vararg);
  all.push(...a.kwonlyargs);
  if (a.kwarg !== null) all.push(a.kwarg);
  return all;
}

/** Throws where a parameter has a name that may not be bound. */
function checkParameters(c: Compiler, a: Arguments): void {
  for (const p of parameters(a)) checkName(c, p.arg, 'Store', p);
}

/** Emits the defaults of parameters; returns which parts of a function are on the stack. */
function visitDefaults(c: Compiler, a: Arguments, loc: Location): number {
  let parts = 0;
  if (a.defaults.length > 0) {
    parts |= FN_DEFAULTS;
    for (const d of a.defaults) visitExpr(c, d);
    c.opArg(Op.BUILD_TUPLE, a.defaults.length, loc);
  }
  const keys: Const[] = [];
  for (let i = 0; i < a.kwonlyargs.length; i++) {
    const value = a.kw_defaults[i]!;
    if (value === null) continue;
    keys.push(c.mangle(a.kwonlyargs[i]!.arg));
    visitExpr(c, value);
  }
  if (keys.length > 0) {
    parts |= FN_KWDEFAULTS;
    c.loadConst(new ConstTuple(keys), loc);
    c.opArg(Op.BUILD_CONST_KEY_MAP, keys.length, loc);
  }
  return parts;
}

/** Emits an annotation: its value, or its source where annotations are postponed (PEP 563). */
export function visitAnnotation(c: Compiler, e: Expr): void {
  if ((c.symbols.future.features & CO_FUTURE_ANNOTATIONS) !== 0) c.loadConst(unparse(e), e);
  else visitExpr(c, e);
}

/** Emits the annotations of a function as one tuple; returns whether there are any. */
function visitAnnotations(c: Compiler, a: Arguments, returns: Expr | null, loc: Location): boolean {
  let n = 0;
  /** Emits a name and its annotation. */
  const visit = (name: string, annotation: Expr | null): void => {
    if (annotation === null) return;
    c.loadConst(c.mangle(name), loc);
    if (annotation.kind === 'Starred' && (c.symbols.future.features & CO_FUTURE_ANNOTATIONS) === 0) {
      visitExpr(c, annotation.value);
      c.opArg(Op.UNPACK_SEQUENCE, 1, loc);
    } else {
      visitAnnotation(c, annotation);
    }
    n += 2;
  };
  for (const p of a.args) visit(p.arg, p.annotation);
  for (const p of a.posonlyargs) visit(p.arg, p.annotation);
  if (a.vararg !== null) visit(a.vararg.arg, a.vararg.annotation);
  for (const p of a.kwonlyargs) visit(p.arg, p.annotation);
  if (a.kwarg !== null) visit(a.kwarg.arg, a.kwarg.annotation);
  visit('return', returns);
  if (n > 0) c.opArg(Op.BUILD_TUPLE, n, loc);
  return n > 0;
}

/** Emits the type parameters of a generic object as a tuple, binding their names. */
export function visitTypeParams(c: Compiler, params: readonly TypeParam[]): void {
  let seenDefault = false;
  for (const p of params) {
    c.loadConst(p.name, p);
    switch (p.kind) {
      case 'TypeVar':
        if (p.bound !== null) {
          const constraints = p.bound.kind === 'Tuple';
          visitTypeVariable(c, p.bound, p.name, p, false);
          const intrinsic = constraints ? INTRINSIC_TYPEVAR_WITH_CONSTRAINTS : INTRINSIC_TYPEVAR_WITH_BOUND;
          c.opArg(Op.CALL_INTRINSIC_2, intrinsic, p);
        } else {
          c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_TYPEVAR, p);
        }
        break;
      case 'ParamSpec':
        c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_PARAMSPEC, p);
        break;
      case 'TypeVarTuple':
        c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_TYPEVARTUPLE, p);
        break;
    }
    if (p.default_value !== null) {
      seenDefault = true;
      visitTypeVariable(c, p.default_value, p.name, defaultKey(p), p.kind === 'TypeVarTuple');
      c.opArg(Op.CALL_INTRINSIC_2, INTRINSIC_SET_TYPEPARAM_DEFAULT, p);
    } else if (seenDefault) {
      c.fail(`non-default type parameter '${p.name}' follows default type parameter`, p);
    }
    c.opArg(Op.COPY, 1, p);
    nameOp(c, p.name, 'Store', p);
  }
  c.opArg(Op.BUILD_TUPLE, params.length, params[0]!);
}

/** Emits the function that evaluates the bound or default of a type parameter. */
function visitTypeVariable(c: Compiler, e: Expr, name: string, key: object, mayStar: boolean): void {
  c.enter('type params', name, key, e.lineno);
  if (mayStar && e.kind === 'Starred') {
    visitExpr(c, e.value);
    c.opArg(Op.UNPACK_SEQUENCE, 1, e);
  } else {
    visitExpr(c, e);
  }
  c.op(Op.RETURN_VALUE, e);
  const code = c.exit(true);
  makeFunction(c, code, 0, e);
}

/** Emits a `type` statement. */
export function visitTypeAlias(c: Compiler, s: TypeAlias): void {
  const { id } = s.name;
  const generic = s.type_params.length > 0;
  if (generic) {
    c.enter('type params', `<generic parameters of ${id}>`, s.type_params, s.lineno);
    c.loadConst(id, s);
    visitTypeParams(c, s.type_params);
  } else {
    c.loadConst(id, s);
    c.loadConst(null, s);
  }
  c.enter('function', id, s, s.lineno);
  c.unit.consts.add(null);
  visitExpr(c, s.value);
  c.op(Op.RETURN_VALUE, s);
  const body = c.exit(false);
  makeFunction(c, body, 0, s);
  c.opArg(Op.BUILD_TUPLE, 3, s);
  c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_TYPEALIAS, s);
  if (generic) {
    const code = c.exit(false);
    makeFunction(c, code, 0, s);
    c.op(Op.PUSH_NULL, s);
    c.opArg(Op.CALL, 0, s);
  }
  nameOp(c, id, 'Store', s);
}
