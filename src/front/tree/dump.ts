/**
 * Prints a tree as CPython 3.13's `ast.dump(tree, include_attributes=…)` does.
 *
 * Fields come in the ASDL's order; empty lists and None are left out where `dump` leaves them out:
 * a trailing or inner optional field that is None, and (new in 3.13) any empty list.
 */
import {
  ConstBytes,
  ConstComplex,
  ConstEllipsis,
  ConstFloat,
  type Const,
  ConstText,
  type Text,
  isText,
  pointsOf,
} from '../../bytecode/code.ts';
import type { Node } from './ast.ts';
import { isPrintable } from '../source/identifiers.ts';

/** The fields of each node, in the order of the ASDL. */
export const FIELDS: Record<string, string> = {
  Module: 'body type_ignores',
  Interactive: 'body',
  Expression: 'body',
  FunctionType: 'argtypes returns',
  TypeIgnore: 'lineno tag',
  FunctionDef: 'name args body decorator_list returns type_comment type_params',
  AsyncFunctionDef: 'name args body decorator_list returns type_comment type_params',
  ClassDef: 'name bases keywords body decorator_list type_params',
  Return: 'value',
  Delete: 'targets',
  Assign: 'targets value type_comment',
  TypeAlias: 'name type_params value',
  AugAssign: 'target op value',
  AnnAssign: 'target annotation value simple',
  For: 'target iter body orelse type_comment',
  AsyncFor: 'target iter body orelse type_comment',
  While: 'test body orelse',
  If: 'test body orelse',
  With: 'items body type_comment',
  AsyncWith: 'items body type_comment',
  Match: 'subject cases',
  Raise: 'exc cause',
  Try: 'body handlers orelse finalbody',
  TryStar: 'body handlers orelse finalbody',
  Assert: 'test msg',
  Import: 'names',
  ImportFrom: 'module names level',
  Global: 'names',
  Nonlocal: 'names',
  Expr: 'value',
  Pass: '',
  Break: '',
  Continue: '',
  BoolOp: 'op values',
  NamedExpr: 'target value',
  BinOp: 'left op right',
  UnaryOp: 'op operand',
  Lambda: 'args body',
  IfExp: 'test body orelse',
  Dict: 'keys values',
  Set: 'elts',
  ListComp: 'elt generators',
  SetComp: 'elt generators',
  DictComp: 'key value generators',
  GeneratorExp: 'elt generators',
  Await: 'value',
  Yield: 'value',
  YieldFrom: 'value',
  Compare: 'left ops comparators',
  Call: 'func args keywords',
  FormattedValue: 'value conversion format_spec',
  JoinedStr: 'values',
  Constant: 'value kind',
  Attribute: 'value attr ctx',
  Subscript: 'value slice ctx',
  Starred: 'value ctx',
  Name: 'id ctx',
  List: 'elts ctx',
  Tuple: 'elts ctx',
  Slice: 'lower upper step',
  MatchValue: 'value',
  MatchSingleton: 'value',
  MatchSequence: 'patterns',
  MatchMapping: 'keys patterns rest',
  MatchClass: 'cls patterns kwd_attrs kwd_patterns',
  MatchStar: 'name',
  MatchAs: 'pattern name',
  MatchOr: 'patterns',
  TypeVar: 'name bound default_value',
  ParamSpec: 'name default_value',
  TypeVarTuple: 'name default_value',
  comprehension: 'target iter ifs is_async',
  ExceptHandler: 'type name body',
  arguments: 'posonlyargs args vararg kwonlyargs kw_defaults kwarg defaults',
  arg: 'arg annotation type_comment',
  keyword: 'arg value',
  alias: 'name asname',
  withitem: 'context_expr optional_vars',
  match_case: 'pattern guard body',
};

const POSITIONS = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'] as const;
const UNIONS = new Set(['op', 'ctx']);

/** Returns the text `ast.dump(node, include_attributes=attributes)` gives. */
export function dumpAst(node: Node, attributes = true): string {
  const out: string[] = [];
  dumpNode(node as unknown as Record<string, unknown>, attributes, out);
  return out.join('');
}

/** Prints a node. */
function dumpNode(node: Record<string, unknown>, attributes: boolean, out: string[]): void {
  const kind = node['kind'] as string;
  const fields = FIELDS[kind]!;
  out.push(kind, '(');
  let first = true;
  for (const field of fields === '' ? [] : fields.split(' ')) {
    const value = node[field === 'kind' ? 'kind_' : field];
    if (value === null && !(field === 'value' && (kind === 'Constant' || kind === 'MatchSingleton'))) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    out.push(first ? '' : ', ', field, '=');
    first = false;
    if (field === 'value' && (kind === 'Constant' || kind === 'MatchSingleton')) out.push(constantRepr(value as Const));
    else dumpValue(value, UNIONS.has(field) || field === 'ops', attributes, out);
  }
  if (attributes && 'lineno' in node && kind !== 'TypeIgnore') {
    for (const name of POSITIONS) {
      out.push(first ? '' : ', ', name, '=', String(node[name]));
      first = false;
    }
  }
  out.push(')');
}

/** Prints a field or an element of one; `union` = an operator or context. */
function dumpValue(value: unknown, union: boolean, attributes: boolean, out: string[]): void {
  if (Array.isArray(value)) {
    out.push('[');
    value.forEach((item, i) => {
      if (i > 0) out.push(', ');
      dumpValue(item, union, attributes, out);
    });
    out.push(']');
  } else if (value === null) out.push('None');
  else if (typeof value === 'string') out.push(union ? `${value}()` : stringRepr(value));
  else if (value instanceof ConstText) out.push(stringRepr(value));
  else if (typeof value === 'object') dumpNode(value as Record<string, unknown>, attributes, out);
  else out.push(String(value));
}

/** Returns repr() of a constant of the tree. */
export function constantRepr(value: Const): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (isText(value)) return stringRepr(value);
  if (value instanceof ConstFloat) return floatRepr(value.value);
  if (value instanceof ConstComplex) return `${floatRepr(value.imag).replace(/\.0$/, '')}j`;
  if (value instanceof ConstBytes) return bytesRepr(value.value);
  if (value instanceof ConstEllipsis) return 'Ellipsis';
  return String(value);
}

/** Returns repr() of a float that is not negative. */
function floatRepr(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return 'inf';
  const [mantissa, power] = value.toExponential().split('e') as [string, string];
  const exponent = Number(power);
  if (value !== 0 && (exponent < -4 || exponent >= 16)) {
    const sign = exponent < 0 ? '-' : '+';
    return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const digits = mantissa.replace('.', '');
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${whole}.${digits.slice(exponent + 1) || '0'}`;
}

const ESCAPES: Record<number, string> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\' };

/** Returns the quote repr() chooses. */
function quoteFor(single: boolean, double: boolean): string {
  return single && !double ? '"' : "'";
}

/** Returns repr() of a str. */
export function stringRepr(text: Text): string {
  const plain = typeof text === 'string' ? text : text.merged;
  const quote = quoteFor(plain.includes("'"), plain.includes('"'));
  let out = quote;
  for (const code of pointsOf(text)) {
    const char = String.fromCodePoint(code);
    const hex = code.toString(16);
    if (char === quote) out += `\\${char}`;
    else if (ESCAPES[code] !== undefined) out += ESCAPES[code];
    else if (isPrintable(code)) out += char;
    else if (code < 0x100) out += `\\x${hex.padStart(2, '0')}`;
    else if (code < 0x10000) out += `\\u${hex.padStart(4, '0')}`;
    else out += `\\U${hex.padStart(8, '0')}`;
  }
  return out + quote;
}

/** Returns repr() of bytes. */
function bytesRepr(bytes: Uint8Array): string {
  const quote = quoteFor(bytes.includes(39), bytes.includes(34));
  let out = `b${quote}`;
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    if (char === quote) out += `\\${char}`;
    else if (ESCAPES[byte] !== undefined) out += ESCAPES[byte];
    else if (byte >= 0x20 && byte < 0x7f) out += char;
    else out += `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return out + quote;
}
