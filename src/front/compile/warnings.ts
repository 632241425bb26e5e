/** SyntaxWarnings of the compiler: code that is legal and surely wrong. */
import type { Compare, Expr } from '../tree/expressions.ts';
import {
  CodeObject,
  type Const,
  ConstBytes,
  ConstComplex,
  ConstEllipsis,
  ConstFloat,
  ConstFrozenSet,
  ConstTuple,
  ConstText,
} from '../../bytecode/code.ts';
import type { Location } from '../emit/blocks.ts';
import type { Compiler } from './unit.ts';

/** Returns the name of a constant's type. */
function constTypeName(c: Const): string {
  if (c === null) return 'NoneType';
  switch (typeof c) {
    case 'boolean':
      return 'bool';
    case 'number':
    case 'bigint':
      return 'int';
    case 'string':
      return 'str';
  }
  if (c instanceof ConstFloat) return 'float';
  if (c instanceof ConstComplex) return 'complex';
  if (c instanceof ConstText) return 'str';
  if (c instanceof ConstBytes) return 'bytes';
  if (c instanceof ConstTuple) return 'tuple';
  if (c instanceof ConstFrozenSet) return 'frozenset';
  if (c instanceof ConstEllipsis) return 'ellipsis';
  if (c instanceof CodeObject) return 'code';
  return 'slice';
}

/** Returns the name of the type an expression surely has, or null. */
function typeName(e: Expr): string | null {
  switch (e.kind) {
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    case 'Constant':
      return constTypeName(e.value);
    default:
      return null;
  }
}

/** Issues a SyntaxWarning. */
function warn(c: Compiler, message: string, loc: Location): void {
  c.warn('SyntaxWarning', message, loc.lineno, loc);
}

/** Warns of a call of something that cannot be called. */
export function checkCaller(c: Compiler, e: Expr): void {
  if (e.kind === 'Lambda') return;
  const type = typeName(e);
  if (type !== null) warn(c, `'${type}' object is not callable; perhaps you missed a comma?`, e);
}

/** Warns of a subscript of something that has none. */
export function checkSubscripter(c: Compiler, e: Expr): void {
  switch (e.kind) {
    case 'Constant': {
      const type = constTypeName(e.value);
      if (!['NoneType', 'ellipsis', 'int', 'bool', 'float', 'complex', 'frozenset'].includes(type)) return;
      break;
    }
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'Lambda':
      break;
    default:
      return;
  }
  warn(c, `'${typeName(e)}' object is not subscriptable; perhaps you missed a comma?`, e);
}

/** Warns of a sequence display indexed by something that is no index. */
export function checkIndex(c: Compiler, e: Expr, index: Expr): void {
  const type = typeName(index);
  if (type === null || type === 'int' || type === 'bool' || type === 'slice') return;
  switch (e.kind) {
    case 'Constant':
      if (!['str', 'bytes', 'tuple'].includes(constTypeName(e.value))) return;
      break;
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'JoinedStr':
    case 'FormattedValue':
      break;
    default:
      return;
  }
  warn(c, `${typeName(e)} indices must be integers or slices, not ${type}; perhaps you missed a comma?`, e);
}

/** Tells whether an expression is a literal that `is` should not be used with. */
function isLiteral(e: Expr): boolean {
  if (e.kind !== 'Constant') return false;
  return !(e.value === null || typeof e.value === 'boolean' || e.value instanceof ConstEllipsis);
}

/** Warns of `is` with a literal. */
export function checkCompare(c: Compiler, e: Compare): void {
  let left = e.left;
  for (let i = 0; i < e.ops.length; i++) {
    const right = e.comparators[i]!;
    const op = e.ops[i]!;
    if ((op === 'Is' || op === 'IsNot') && (isLiteral(left) || isLiteral(right))) {
      const type = typeName(isLiteral(left) ? left : right);
      warn(
        c,
        op === 'Is'
          ? `"is" with '${type}' literal. Did you mean "=="?`
          : `"is not" with '${type}' literal. Did you mean "!="?`,
        e,
      );
      return;
    }
    left = right;
  }
}

/** Warns of `assert (test, message)`, which never fails. */
export function checkAssert(c: Compiler, test: Expr, loc: Location): void {
  const nonEmpty =
    test.kind === 'Tuple'
      ? test.elts.length > 0
      : test.kind === 'Constant' && test.value instanceof ConstTuple && test.value.items.length > 0;
  if (nonEmpty) warn(c, 'assertion is always true, perhaps remove parentheses?', loc);
}
