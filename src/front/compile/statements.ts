/** Statements, except functions, classes, try, with and match. */
import type { Expr } from '../tree/expressions.ts';
import type { AsyncFor, For, If, Import, ImportFrom, Return, Stmt, While } from '../tree/statements.ts';
import { allowsTopLevelAwait, delegate } from './suspend.ts';
import { jumpIf } from './conditions.ts';
import { type Location, NO_LOCATION, Pseudo } from '../emit/blocks.ts';
import { ConstTuple } from '../../bytecode/code.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { visitAnnAssign, visitAugAssign } from './assignments.ts';
import { unwindAll, unwindBlock, unwindToLoop } from './blocks.ts';
import { visitClass } from './classes.ts';
import { cleanDoc } from './docstrings.ts';
import { visitExpr } from './expressions.ts';
import { docstringOf, visitFunction, visitTypeAlias } from './functions.ts';
import { visitMatch } from './match.ts';
import { nameOp } from './names.ts';
import { visitTry, visitTryStar } from './try.ts';
import type { Compiler } from './unit.ts';
import { visitWith } from './with.ts';
import { checkAssert } from './warnings.ts';

const INTRINSIC_PRINT = 1;
const INTRINSIC_IMPORT_STAR = 2;

/** Emits statements. */
export function visitBody(c: Compiler, body: readonly Stmt[]): void {
  for (const s of body) visitStmt(c, s);
}

/** Emits the body of a module or class: annotations, docstring, statements. */
export function visitBlockBody(c: Compiler, body: readonly Stmt[], loc: Location): void {
  if (hasAnnotations(body)) c.op(Op.SETUP_ANNOTATIONS, loc);
  const doc = docstringOf(body);
  if (doc !== null) {
    if (c.optimize < 2) {
      c.loadConst(cleanDoc(doc), (body[0] as { value: Expr }).value);
      nameOp(c, '__doc__', 'Store', NO_LOCATION);
    }
    body = body.slice(1);
  }
  visitBody(c, body);
}

/** Emits an interactive statement: a string at its start is shown, not the docstring of anything. */
export function visitInteractive(c: Compiler, body: readonly Stmt[]): void {
  if (hasAnnotations(body)) c.op(Op.SETUP_ANNOTATIONS, { lineno: 1, end_lineno: 1, col_offset: 0, end_col_offset: 0 });
  visitBody(c, body);
}

/** Tells whether annotated names occur in a block's own statements. */
function hasAnnotations(body: readonly Stmt[]): boolean {
  for (const s of body) {
    switch (s.kind) {
      case 'AnnAssign':
        return true;
      case 'For':
      case 'AsyncFor':
      case 'While':
      case 'If':
        if (hasAnnotations(s.body) || hasAnnotations(s.orelse)) return true;
        break;
      case 'With':
      case 'AsyncWith':
        if (hasAnnotations(s.body)) return true;
        break;
      case 'Try':
      case 'TryStar':
        if (
          s.handlers.some((h) => hasAnnotations(h.body)) ||
          hasAnnotations(s.body) ||
          hasAnnotations(s.finalbody) ||
          hasAnnotations(s.orelse)
        )
          return true;
        break;
      case 'Match':
        if (s.cases.some((m) => hasAnnotations(m.body))) return true;
        break;
    }
  }
  return false;
}

/** Emits a statement. */
function visitStmt(c: Compiler, s: Stmt): void {
  switch (s.kind) {
    case 'Expr':
      visitExprStmt(c, s.value, s);
      break;
    case 'Assign': {
      const last = s.targets.length - 1;
      visitExpr(c, s.value);
      for (let i = 0; i <= last; i++) {
        if (i < last) c.opArg(Op.COPY, 1, s);
        visitExpr(c, s.targets[i]!);
      }
      break;
    }
    case 'AugAssign':
      visitAugAssign(c, s);
      break;
    case 'AnnAssign':
      visitAnnAssign(c, s);
      break;
    case 'If':
      visitIf(c, s);
      break;
    case 'Return':
      visitReturn(c, s);
      break;
    case 'For':
      visitFor(c, s);
      break;
    case 'AsyncFor':
      visitAsyncFor(c, s);
      break;
    case 'While':
      visitWhile(c, s);
      break;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      visitFunction(c, s);
      break;
    case 'ClassDef':
      visitClass(c, s);
      break;
    case 'TypeAlias':
      visitTypeAlias(c, s);
      break;
    case 'Import':
      visitImport(c, s);
      break;
    case 'ImportFrom':
      visitImportFrom(c, s);
      break;
    case 'Try':
      visitTry(c, s);
      break;
    case 'TryStar':
      visitTryStar(c, s);
      break;
    case 'With':
    case 'AsyncWith':
      visitWith(c, s, 0);
      break;
    case 'Match':
      visitMatch(c, s);
      break;
    case 'Delete':
      for (const t of s.targets) visitExpr(c, t);
      break;
    case 'Raise': {
      let n = 0;
      for (const e of [s.exc, s.cause]) {
        if (e === null) break;
        visitExpr(c, e);
        n++;
      }
      c.opArg(Op.RAISE_VARARGS, n, s);
      break;
    }
    case 'Assert': {
      checkAssert(c, s.test, s);
      if (c.optimize > 0) break;
      const end = c.label();
      jumpIf(c, s, s.test, end, true);
      c.op(Op.LOAD_ASSERTION_ERROR, s);
      if (s.msg !== null) {
        visitExpr(c, s.msg);
        c.opArg(Op.CALL, 0, s);
      }
      c.opArg(Op.RAISE_VARARGS, 1, s.test);
      c.place(end);
      break;
    }
    case 'Global':
    case 'Nonlocal':
      break;
    case 'Pass':
      c.op(Op.NOP, s);
      break;
    case 'Break':
    case 'Continue': {
      c.op(Op.NOP, s);
      const at = { loc: s as Location };
      const loop = unwindToLoop(c, at);
      if (loop === null) {
        c.fail(s.kind === 'Break' ? "'break' outside loop" : "'continue' not properly in loop", s);
      }
      if (s.kind === 'Break') {
        unwindBlock(c, at, loop, false);
        c.jump(Pseudo.JUMP, loop.exit, at.loc);
      } else {
        c.jump(Pseudo.JUMP, loop.start, at.loc);
      }
      break;
    }
  }
}

/** Emits an expression statement. */
function visitExprStmt(c: Compiler, value: Expr, loc: Location): void {
  if (c.interactive && c.depth <= 1) {
    visitExpr(c, value);
    c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_PRINT, loc);
    c.op(Op.POP_TOP, NO_LOCATION);
    return;
  }
  if (value.kind === 'Constant') {
    c.op(Op.NOP, loc);
    return;
  }
  visitExpr(c, value);
  c.op(Op.POP_TOP, NO_LOCATION);
}

/** Emits an `if` statement; the links of an elif chain are walked without recursion. */
function visitIf(c: Compiler, s: If): void {
  const ends: number[] = [];
  for (;;) {
    const end = c.label();
    ends.push(end);
    const next = s.orelse.length > 0 ? c.label() : end;
    jumpIf(c, s, s.test, next, false);
    visitBody(c, s.body);
    if (s.orelse.length === 0) break;
    c.jump(Pseudo.JUMP_NO_INTERRUPT, end, NO_LOCATION);
    c.place(next);
    const only = s.orelse[0]!;
    if (s.orelse.length === 1 && only.kind === 'If') {
      s = only;
      continue;
    }
    visitBody(c, s.orelse);
    break;
  }
  for (let i = ends.length - 1; i >= 0; i--) c.place(ends[i]!);
}

/** Emits a `return` statement. */
function visitReturn(c: Compiler, s: Return): void {
  const { scope } = c.unit;
  const { value } = s;
  const onStack = value !== null && value.kind !== 'Constant';
  if (!scope.isFunctionLike()) c.fail("'return' outside function", s);
  if (value !== null && scope.coroutine && scope.generator) c.fail("'return' with value in async generator", s);
  const at = { loc: s as Location };
  if (onStack) {
    visitExpr(c, value);
  } else if (value !== null) {
    at.loc = value;
    c.op(Op.NOP, value);
  }
  if (value === null || value.lineno !== s.lineno) {
    at.loc = s;
    c.op(Op.NOP, s);
  }
  unwindAll(c, at, onStack);
  if (value === null) c.loadConst(null, at.loc);
  else if (value.kind === 'Constant') c.loadConst(value.value, at.loc);
  c.op(Op.RETURN_VALUE, at.loc);
}

/** Emits a `for` loop. */
function visitFor(c: Compiler, s: For): void {
  const start = c.label();
  const cleanup = c.label();
  const end = c.label();
  c.pushBlock('for', s, start, end);
  visitExpr(c, s.iter);
  c.op(Op.GET_ITER, s.iter);
  c.place(start);
  c.jump(Op.FOR_ITER, cleanup, s.iter);
  c.op(Op.NOP, s.target);
  visitExpr(c, s.target);
  visitBody(c, s.body);
  c.jump(Pseudo.JUMP, start, NO_LOCATION);
  c.place(cleanup);
  c.op(Op.END_FOR, NO_LOCATION);
  c.op(Op.POP_TOP, NO_LOCATION);
  c.popBlock();
  visitBody(c, s.orelse);
  c.place(end);
}

/** Emits an `async for` loop. */
function visitAsyncFor(c: Compiler, s: AsyncFor): void {
  if (!allowsTopLevelAwait(c) && c.unit.type !== 'async function') c.fail("'async for' outside async function", s);
  const start = c.label();
  const except = c.label();
  const end = c.label();
  visitExpr(c, s.iter);
  c.op(Op.GET_AITER, s.iter);
  c.place(start);
  c.pushBlock('for', s, start, end);
  c.jump(Pseudo.SETUP_FINALLY, except, s);
  c.op(Op.GET_ANEXT, s);
  c.loadConst(null, s);
  delegate(c, true, s);
  c.op(Pseudo.POP_BLOCK, s);
  visitExpr(c, s.target);
  visitBody(c, s.body);
  c.jump(Pseudo.JUMP, start, NO_LOCATION);
  c.popBlock();
  c.place(except);
  c.op(Op.END_ASYNC_FOR, s.iter);
  visitBody(c, s.orelse);
  c.place(end);
}

/** Emits a `while` loop; its test is compiled twice, for the first entry and at the end of each round. */
function visitWhile(c: Compiler, s: While): void {
  const loop = c.label();
  const body = c.label();
  const anchor = c.label();
  const end = c.label();
  c.place(loop);
  c.pushBlock('while', s, loop, end);
  jumpIf(c, s, s.test, anchor, false);
  c.place(body);
  visitBody(c, s.body);
  jumpIf(c, s, s.test, body, true);
  c.popBlock();
  c.place(anchor);
  visitBody(c, s.orelse);
  c.place(end);
}

/** Emits an `import` statement. */
function visitImport(c: Compiler, s: Import): void {
  for (const a of s.names) {
    c.loadConst(0, s);
    c.loadConst(null, s);
    c.opName(Op.IMPORT_NAME, a.name, s);
    const parts = a.name.split('.');
    if (a.asname === null) {
      nameOp(c, parts[0]!, 'Store', s);
      continue;
    }
    for (let i = 1; i < parts.length; i++) {
      c.opName(Op.IMPORT_FROM, parts[i]!, s);
      if (i === parts.length - 1) break;
      c.opArg(Op.SWAP, 2, s);
      c.op(Op.POP_TOP, s);
    }
    nameOp(c, a.asname, 'Store', s);
    if (parts.length > 1) c.op(Op.POP_TOP, s);
  }
}

/** Emits a `from ... import` statement. */
function visitImportFrom(c: Compiler, s: ImportFrom): void {
  c.loadConst(s.level, s);
  const { loc } = c.symbols.future;
  const isLate = s.lineno > loc.lineno || (s.lineno === loc.lineno && s.col_offset > loc.col_offset);
  if (s.module === '__future__' && s.level === 0 && isLate) {
    c.fail('from __future__ imports must occur at the beginning of the file', s);
  }
  c.loadConst(new ConstTuple(s.names.map((a) => a.name)), s);
  c.opName(Op.IMPORT_NAME, s.module ?? '', s);
  for (const a of s.names) {
    if (a.name === '*') {
      c.opArg(Op.CALL_INTRINSIC_1, INTRINSIC_IMPORT_STAR, s);
      c.op(Op.POP_TOP, NO_LOCATION);
      return;
    }
    c.opName(Op.IMPORT_FROM, a.name, s);
    nameOp(c, a.asname ?? a.name, 'Store', s);
  }
  c.op(Op.POP_TOP, s);
}
