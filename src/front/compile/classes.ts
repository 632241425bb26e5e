/** Classes: the body's code object and the call of __build_class__. */
import type { Expr } from '../tree/expressions.ts';
import type { ClassDef } from '../tree/statements.ts';
import { ConstTuple } from '../../bytecode/code.ts';
import { type Location, NO_LOCATION, Pseudo } from '../emit/blocks.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { callWithChecked } from './calls.ts';
import { visitExpr } from './expressions.ts';
import { applyDecorators, visitTypeParams } from './functions.ts';
import { makeFunction, nameOp } from './names.ts';
import { visitBlockBody } from './statements.ts';
import type { Compiler } from './unit.ts';

const INTRINSIC_SUBSCRIPT_GENERIC = 10;

/** Emits a class definition. */
export function visitClass(c: Compiler, s: ClassDef): void {
  for (const d of s.decorator_list) visitExpr(c, d);
  const firstlineno = s.decorator_list.length > 0 ? s.decorator_list[0]!.lineno : s.lineno;
  const generic = s.type_params.length > 0;
  if (generic) {
    c.enter('type params', `<generic parameters of ${s.name}>`, s.type_params, firstlineno);
    c.unit.owner = s.name;
    visitTypeParams(c, s.type_params);
    nameOp(c, '.type_params', 'Store', s);
  }
  visitClassBody(c, s, firstlineno);
  if (generic) {
    nameOp(c, '.type_params', 'Load', s);
    c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_SUBSCRIPT_GENERIC, s);
    nameOp(c, '.generic_base', 'Store', s);
    const { lineno, end_lineno, col_offset, end_col_offset } = s;
    const base: Expr = {
      kind: 'Name',
      id: '.generic_base',
      ctx: 'Load',
      lineno,
      end_lineno,
      col_offset,
      end_col_offset,
    };
    callWithChecked(c, 2, [...s.bases, base], s.keywords, s);
    const code = c.exit(false);
    makeFunction(c, code, 0, s);
    c.op(Op.PUSH_NULL, s);
    c.opArg(Op.CALL, 0, s);
  } else {
    callWithChecked(c, 2, s.bases, s.keywords, s);
  }
  applyDecorators(c, s.decorator_list);
  nameOp(c, s.name, 'Store', s);
}

/** Compiles the body of a class and emits __build_class__, the body's function and the name. */
function visitClassBody(c: Compiler, s: ClassDef, firstlineno: number): void {
  c.enter('class', s.name, s, firstlineno);
  const { unit } = c;
  const loc: Location = { lineno: firstlineno, end_lineno: firstlineno, col_offset: 0, end_col_offset: 0 };
  unit.owner = s.name;
  nameOp(c, '__name__', 'Load', loc);
  nameOp(c, '__module__', 'Store', loc);
  c.loadConst(unit.qualname, loc);
  nameOp(c, '__qualname__', 'Store', loc);
  c.loadConst(firstlineno, loc);
  nameOp(c, '__firstlineno__', 'Store', loc);
  if (s.type_params.length > 0) {
    nameOp(c, '.type_params', 'Load', loc);
    nameOp(c, '__type_params__', 'Store', loc);
  }
  if (unit.scope.needsClassDict) {
    c.op(Op.LOAD_LOCALS, loc);
    c.opArg(Op.STORE_DEREF, unit.cellvars.get('__classdict__')!, loc);
  }
  visitBlockBody(c, s.body, loc);
  c.loadConst(new ConstTuple([...unit.staticAttributes].sort()), NO_LOCATION);
  nameOp(c, '__static_attributes__', 'Store', NO_LOCATION);
  if (unit.scope.needsClassDict) {
    c.opArg(Pseudo.LOAD_CLOSURE, unit.cellvars.get('__classdict__')!, NO_LOCATION);
    nameOp(c, '__classdictcell__', 'Store', NO_LOCATION);
  }
  if (unit.scope.needsClassClosure) {
    c.opArg(Pseudo.LOAD_CLOSURE, unit.cellvars.get('__class__')!, NO_LOCATION);
    c.opArg(Op.COPY, 1, NO_LOCATION);
    nameOp(c, '__classcell__', 'Store', NO_LOCATION);
  } else {
    c.loadConst(null, NO_LOCATION);
  }
  c.op(Op.RETURN_VALUE, NO_LOCATION);
  const code = c.exit(true);
  c.op(Op.LOAD_BUILD_CLASS, s);
  c.op(Op.PUSH_NULL, s);
  makeFunction(c, code, 0, s);
  c.loadConst(s.name, s);
}
