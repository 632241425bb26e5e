/** Calls: methods without a bound-method object, super() without a call, keywords, and argument unpacking. */
import type { Attribute, Call, Expr } from '../tree/expressions.ts';
import { ConstTuple } from '../../bytecode/code.ts';
import { type Location, NO_LOCATION } from '../emit/blocks.ts';
import { Op } from '../../bytecode/opcodes.ts';
import type { Keyword } from '../tree/ast.ts';
import { visitExpr } from './expressions.ts';
import { checkName, hasClassCell, nameOp } from './names.ts';
import { STACK_USE_GUIDELINE, unpackInto } from './sequences.ts';
import type { Compiler } from './unit.ts';
import { DEF_IMPORT, GLOBAL_IMPLICIT } from '../symbols/scope.ts';
import { checkCaller } from './warnings.ts';

/** Emits a call. */
export function visitCall(c: Compiler, e: Call): void {
  checkKeywords(c, e.keywords);
  if (isMethodCall(c, e)) {
    visitMethodCall(c, e, e.func as Attribute);
    return;
  }
  checkCaller(c, e.func);
  visitExpr(c, e.func);
  c.op(Op.PUSH_NULL, e.func);
  callWith(c, 0, e.args, e.keywords, e);
}

/** Emits expressions. */
function visitEach(c: Compiler, list: readonly Expr[]): void {
  for (let i = 0; i < list.length; i++) visitExpr(c, list[i]!);
}

/** Emits the values of keyword arguments. */
function visitValues(c: Compiler, keywords: readonly Keyword[]): void {
  for (let i = 0; i < keywords.length; i++) visitExpr(c, keywords[i]!.value);
}

/** Throws where keywords repeat or name what may not be named. */
function checkKeywords(c: Compiler, keywords: readonly Keyword[]): void {
  const repeats = findRepeats(keywords.map(({ arg }) => arg));
  for (let i = 0; i < keywords.length; i++) {
    const { arg } = keywords[i]!;
    if (arg === null) continue;
    checkName(c, arg, 'Store', keywords[i]!);
    if (repeats[i]! > 0) c.fail(`keyword argument repeated: ${arg}`, keywords[repeats[i]!]!);
  }
}

/** Returns for each name the place where it next occurs, 0 where it does not. */
export function findRepeats(names: readonly (string | null)[]): number[] {
  const places = new Map<string | null, number>();
  const repeats = new Array<number>(names.length).fill(0);
  for (let i = names.length - 1; i >= 0; i--) {
    repeats[i] = places.get(names[i]!) ?? 0;
    places.set(names[i]!, i);
  }
  return repeats;
}

/** Tells whether a call is `obj.method(...)` with few plain arguments, obj not being an imported module. */
function isMethodCall(c: Compiler, e: Call): boolean {
  const { func } = e;
  if (func.kind !== 'Attribute' || func.ctx !== 'Load') return false;
  const base = func.value;
  if (base.kind === 'Name' && ((c.symbols.top.symbols.get(base.id) ?? 0) & DEF_IMPORT) !== 0) return false;
  const { args, keywords } = e;
  if (args.length + keywords.length + (keywords.length > 0 ? 1 : 0) >= STACK_USE_GUIDELINE) return false;
  for (const a of args) if (a.kind === 'Starred') return false;
  for (const k of keywords) if (k.arg === null) return false;
  return true;
}

/** Emits a call of a method. */
function visitMethodCall(c: Compiler, e: Call, method: Attribute): void {
  if (isSuperAttribute(c, method)) {
    loadSuper(c, method, 1);
  } else {
    visitExpr(c, method.value);
    c.opName(Op.LOAD_ATTR, method.attr, atAttribute(method, method), 1, 1);
  }
  visitEach(c, e.args);
  const loc = atAttribute(e, method);
  if (e.keywords.length > 0) {
    visitValues(c, e.keywords);
    c.loadConst(new ConstTuple(e.keywords.map((k) => k.arg)), atAttribute(method, method));
    c.opArg(Op.CALL_KW, e.args.length + e.keywords.length, loc);
  } else {
    c.opArg(Op.CALL, e.args.length, loc);
  }
}

/**
 * Moves the start of a location to the attribute's name where the expression spans lines, so that the
 * traceback of `a\n.b()` shows the line of `.b`.
 */
export function atAttribute(loc: Location, attr: Attribute): Location {
  if (loc.lineno === attr.end_lineno) return loc;
  const lineno = attr.end_lineno;
  let { end_lineno, end_col_offset } = loc;
  let col_offset = loc.col_offset;
  const length = [...attr.attr].length;
  if (length <= attr.end_col_offset) {
    col_offset = attr.end_col_offset - length;
  } else {
    col_offset = -1;
    end_col_offset = -1;
  }
  if (end_lineno <= lineno) {
    end_lineno = lineno;
    end_col_offset = Math.max(col_offset, end_col_offset);
  }
  return { lineno, end_lineno, col_offset, end_col_offset };
}

/** Tells whether an attribute is one of `super()` or `super(a, b)`, with the builtin super. */
export function isSuperAttribute(c: Compiler, e: Attribute): boolean {
  const call = e.value;
  if (e.ctx !== 'Load' || call.kind !== 'Call' || call.func.kind !== 'Name' || call.func.id !== 'super') return false;
  if (call.keywords.length > 0 || e.attr === '__class__') return false;
  const { unit } = c;
  if (unit.scope.scopeOf('super') !== GLOBAL_IMPLICIT || c.symbols.top.scopeOf('super') !== 0) return false;
  if (call.args.length === 2) return call.args.every((a) => a.kind !== 'Starred');
  return call.args.length === 0 && unit.argcount + unit.posonlyargcount > 0 && hasClassCell(c);
}

/** Emits the load of an attribute of super(); `method` is 1 for the form that is called. */
export function loadSuper(c: Compiler, e: Attribute, method: 0 | 1): void {
  const call = e.value as Call;
  nameOp(c, 'super', 'Load', call.func);
  if (call.args.length === 0) {
    nameOp(c, '__class__', 'Load', call);
    const [self] = c.unit.varnames.keys();
    nameOp(c, self!, 'Load', call);
  } else {
    for (const a of call.args) visitExpr(c, a);
  }
  c.opName(Op.LOAD_SUPER_ATTR, e.attr, e, 2, (call.args.length === 0 ? 0 : 2) | method);
  c.op(Op.NOP, atAttribute(e, e));
}

/** Emits arguments and the call of what is on the stack with `pushed` arguments already there. */
function callWith(
  c: Compiler,
  pushed: number,
  args: readonly Expr[],
  keywords: readonly Keyword[],
  loc: Location,
): void {
  const plain =
    args.length + keywords.length * 2 <= STACK_USE_GUIDELINE &&
    args.every((a) => a.kind !== 'Starred') &&
    keywords.every((k) => k.arg !== null);
  if (plain) {
    visitEach(c, args);
    const n = pushed + args.length;
    if (keywords.length > 0) {
      visitValues(c, keywords);
      c.loadConst(new ConstTuple(keywords.map((k) => k.arg)), loc);
      c.opArg(Op.CALL_KW, n + keywords.length, loc);
    } else {
      c.opArg(Op.CALL, n, loc);
    }
    return;
  }
  const only = args[0];
  if (pushed === 0 && args.length === 1 && only!.kind === 'Starred') visitExpr(c, only!.value);
  else unpackInto(c, args, pushed, 'tuple', loc);
  if (keywords.length > 0) visitKeywordDict(c, keywords, loc);
  c.opArg(Op.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0, loc);
}

/** Emits a class's bases and keywords, with the same checks as a call. */
export function callWithChecked(
  c: Compiler,
  pushed: number,
  args: readonly Expr[],
  keywords: readonly Keyword[],
  loc: Location,
): void {
  checkKeywords(c, keywords);
  callWith(c, pushed, args, keywords, loc);
}

/** Emits keyword arguments with unpackings among them as one dict. */
function visitKeywordDict(c: Compiler, keywords: readonly Keyword[], loc: Location): void {
  let haveDict = false;
  let seen = 0;
  /** Emits the keywords before index `end` that are not in the dict yet. */
  const flush = (end: number): void => {
    visitKeywordRun(c, keywords.slice(end - seen, end), loc);
    if (haveDict) c.opArg(Op.DICT_MERGE, 1, loc);
    haveDict = true;
    seen = 0;
  };
  for (let i = 0; i < keywords.length; i++) {
    const k = keywords[i]!;
    if (k.arg !== null) {
      seen++;
      continue;
    }
    if (seen > 0) flush(i);
    if (!haveDict) {
      c.opArg(Op.BUILD_MAP, 0, loc);
      haveDict = true;
    }
    visitExpr(c, k.value);
    c.opArg(Op.DICT_MERGE, 1, loc);
  }
  if (seen > 0) flush(keywords.length);
}

/** Emits a dict of plain keywords. */
function visitKeywordRun(c: Compiler, keywords: readonly Keyword[], loc: Location): void {
  const n = keywords.length;
  const big = n * 2 > STACK_USE_GUIDELINE;
  if (n > 1 && !big) {
    for (const k of keywords) visitExpr(c, k.value);
    c.loadConst(new ConstTuple(keywords.map((k) => k.arg)), loc);
    c.opArg(Op.BUILD_CONST_KEY_MAP, n, loc);
    return;
  }
  if (big) c.opArg(Op.BUILD_MAP, 0, NO_LOCATION);
  for (const k of keywords) {
    c.loadConst(k.arg, loc);
    visitExpr(c, k.value);
    if (big) c.opArg(Op.MAP_ADD, 1, NO_LOCATION);
  }
  if (!big) c.opArg(Op.BUILD_MAP, n, loc);
}
