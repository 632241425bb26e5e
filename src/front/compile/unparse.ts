/**
 * The source of an expression, for annotations that stay text (PEP 563).
 *
 * It is not the source as written but CPython's canonical form of the tree (Python/ast_unparse.c): minimal
 * parentheses by precedence, single quotes, one space around operators, none inside subscripts' colons.
 */
import type {
  BinOp,
  BoolOp,
  Call,
  Compare,
  Dict,
  Expr,
  FormattedValue,
  JoinedStr,
  Lambda,
  Subscript,
  UnaryOp,
} from '../tree/expressions.ts';
import { type Const, ConstBytes, ConstComplex, ConstFloat, ConstTuple } from '../../bytecode/code.ts';
import type { Arguments, CmpOperator, Comprehension, Operator } from '../tree/ast.ts';
import { constRepr, stringRepr } from '../../bytecode/constant-text.ts';

/** Precedence levels, loosest first. */
const enum Level {
  TUPLE,
  TEST,
  OR,
  AND,
  NOT,
  CMP,
  BOR,
  BXOR,
  BAND,
  SHIFT,
  ARITH,
  TERM,
  FACTOR,
  POWER,
  AWAIT,
  ATOM,
}

const BINARY: Readonly<Record<Operator, readonly [string, Level]>> = {
  Add: [' + ', Level.ARITH],
  Sub: [' - ', Level.ARITH],
  Mult: [' * ', Level.TERM],
  MatMult: [' @ ', Level.TERM],
  Div: [' / ', Level.TERM],
  Mod: [' % ', Level.TERM],
  LShift: [' << ', Level.SHIFT],
  RShift: [' >> ', Level.SHIFT],
  BitOr: [' | ', Level.BOR],
  BitXor: [' ^ ', Level.BXOR],
  BitAnd: [' & ', Level.BAND],
  FloorDiv: [' // ', Level.TERM],
  Pow: [' ** ', Level.POWER],
};

const COMPARE: Readonly<Record<CmpOperator, string>> = {
  Eq: ' == ',
  NotEq: ' != ',
  Lt: ' < ',
  LtE: ' <= ',
  Gt: ' > ',
  GtE: ' >= ',
  Is: ' is ',
  IsNot: ' is not ',
  In: ' in ',
  NotIn: ' not in ',
};

/** Returns the source of an expression. */
export function unparse(e: Expr): string {
  return write(e, Level.TEST);
}

/** Puts parentheses around a text if asked. */
const wrapIf = (yes: boolean, text: string): string => (yes ? `(${text})` : text);

/** Returns the sources of expressions with commas. */
const list = (elts: readonly Expr[], level: Level): string => elts.map((e) => write(e, level)).join(', ');

/** Returns the source of an expression that may be missing. */
const optional = (e: Expr | null): string => (e === null ? '' : write(e, Level.TEST));

/** Returns the source of an expression in a place of the given level. */
function write(e: Expr, level: Level): string {
  switch (e.kind) {
    case 'Name':
      return e.id;
    case 'Constant':
      return e.kind_ === 'u' ? `u${constant(e.value)}` : constant(e.value);
    case 'Attribute': {
      const value = write(e.value, Level.ATOM);
      const type = e.value.kind === 'Constant' ? typeof e.value.value : '';
      return `${value}${type === 'number' || type === 'bigint' ? ' .' : '.'}${e.attr}`;
    }
    case 'Subscript':
      return subscript(e);
    case 'Call':
      return call(e);
    case 'BoolOp':
      return boolOp(e, level);
    case 'BinOp':
      return binOp(e, level);
    case 'UnaryOp':
      return unaryOp(e, level);
    case 'Compare':
      return compare(e, level);
    case 'Lambda':
      return lambda(e, level);
    case 'IfExp':
      return wrapIf(
        level > Level.TEST,
        `${write(e.body, Level.OR)} if ${write(e.test, Level.OR)} else ${write(e.orelse, Level.TEST)}`,
      );
    case 'Dict':
      return dict(e);
    case 'Set':
      return `{${list(e.elts, Level.TEST)}}`;
    case 'List':
      return `[${list(e.elts, Level.TEST)}]`;
    case 'Tuple':
      if (e.elts.length === 0) return '()';
      return wrapIf(level > Level.TUPLE, list(e.elts, Level.TEST) + (e.elts.length === 1 ? ',' : ''));
    case 'GeneratorExp':
      return `(${write(e.elt, Level.TEST)}${clauses(e.generators)})`;
    case 'ListComp':
      return `[${write(e.elt, Level.TEST)}${clauses(e.generators)}]`;
    case 'SetComp':
      return `{${write(e.elt, Level.TEST)}${clauses(e.generators)}}`;
    case 'DictComp':
      return `{${write(e.key, Level.TEST)}: ${write(e.value, Level.TEST)}${clauses(e.generators)}}`;
    case 'Yield':
      return e.value === null ? '(yield)' : `(yield ${write(e.value, Level.TUPLE)})`;
    case 'YieldFrom':
      return `(yield from ${write(e.value, Level.TEST)})`;
    case 'Await':
      return wrapIf(level > Level.AWAIT, `await ${write(e.value, Level.ATOM)}`);
    case 'Starred':
      return `*${write(e.value, Level.BOR)}`;
    case 'NamedExpr':
      return wrapIf(level > Level.TUPLE, `${write(e.target, Level.ATOM)} := ${write(e.value, Level.ATOM)}`);
    case 'Slice':
      return `${optional(e.lower)}:${optional(e.upper)}${e.step === null ? '' : `:${write(e.step, Level.TEST)}`}`;
    case 'JoinedStr':
      return joinedString(e, false);
    case 'FormattedValue':
      return formatted(e);
  }
}

/** Returns the source of a constant; infinities are written as a literal that overflows. */
function constant(c: Const): string {
  if (c instanceof ConstFloat || c instanceof ConstComplex) return constRepr(c).replaceAll('inf', '1e309');
  if (c instanceof ConstTuple) {
    return c.items.length === 1 ? `(${constant(c.items[0]!)},)` : `(${c.items.map(constant).join(', ')})`;
  }
  if (c !== null && typeof c === 'object' && !(c instanceof ConstBytes) && constRepr(c) === 'Ellipsis') return '...';
  return constRepr(c);
}

/** Returns the source of `and` and `or`. */
function boolOp(e: BoolOp, level: Level): string {
  const own = e.op === 'And' ? Level.AND : Level.OR;
  return wrapIf(level > own, e.values.map((v) => write(v, own + 1)).join(e.op === 'And' ? ' and ' : ' or '));
}

/** Returns the source of a binary operation. */
function binOp(e: BinOp, level: Level): string {
  const [op, own] = BINARY[e.op];
  const right = e.op === 'Pow';
  return wrapIf(level > own, `${write(e.left, right ? own + 1 : own)}${op}${write(e.right, right ? own : own + 1)}`);
}

/** Returns the source of a unary operation. */
function unaryOp(e: UnaryOp, level: Level): string {
  const own = e.op === 'Not' ? Level.NOT : Level.FACTOR;
  const op = { Not: 'not ', Invert: '~', UAdd: '+', USub: '-' }[e.op];
  return wrapIf(level > own, op + write(e.operand, own));
}

/** Returns the source of a comparison. */
function compare(e: Compare, level: Level): string {
  let text = write(e.left, Level.CMP + 1);
  for (let i = 0; i < e.ops.length; i++) text += COMPARE[e.ops[i]!] + write(e.comparators[i]!, Level.CMP + 1);
  return wrapIf(level > Level.CMP, text);
}

/** Returns the source of a call. */
function call(e: Call): string {
  const only = e.args[0];
  if (e.args.length === 1 && e.keywords.length === 0 && only!.kind === 'GeneratorExp') {
    return write(e.func, Level.ATOM) + write(only!, Level.TEST);
  }
  const parts = e.args.map((a) => write(a, Level.TEST));
  for (const k of e.keywords) parts.push(`${k.arg === null ? '**' : `${k.arg}=`}${write(k.value, Level.TEST)}`);
  return `${write(e.func, Level.ATOM)}(${parts.join(', ')})`;
}

/** Returns the source of a subscript. */
function subscript(e: Subscript): string {
  return `${write(e.value, Level.ATOM)}[${write(e.slice, Level.TUPLE)}]`;
}

/** Returns the source of a dict. */
function dict(e: Dict): string {
  const parts = e.values.map((v, i) => {
    const key = e.keys[i]!;
    return key === null ? `**${write(v, Level.BOR)}` : `${write(key, Level.TEST)}: ${write(v, Level.TEST)}`;
  });
  return `{${parts.join(', ')}}`;
}

/** Returns the source of the clauses of a comprehension. */
function clauses(generators: readonly Comprehension[]): string {
  return generators
    .map((g) => {
      const tests = g.ifs.map((t) => ` if ${write(t, Level.OR)}`).join('');
      const word = g.is_async ? 'async for' : 'for';
      return ` ${word} ${write(g.target, Level.TUPLE)} in ${write(g.iter, Level.OR)}${tests}`;
    })
    .join('');
}

/** Returns the source of parameters. */
function parameters(a: Arguments): string {
  const parts: string[] = [];
  const positional = [...a.posonlyargs, ...a.args];
  const firstDefault = positional.length - a.defaults.length;
  positional.forEach((p, i) => {
    parts.push(i >= firstDefault ? `${p.arg}=${write(a.defaults[i - firstDefault]!, Level.TEST)}` : p.arg);
    if (i + 1 === a.posonlyargs.length) parts.push('/');
  });
  if (a.vararg !== null || a.kwonlyargs.length > 0) parts.push(`*${a.vararg === null ? '' : a.vararg.arg}`);
  a.kwonlyargs.forEach((p, i) => {
    const value = a.kw_defaults[i]!;
    parts.push(value === null ? p.arg : `${p.arg}=${write(value, Level.TEST)}`);
  });
  if (a.kwarg !== null) parts.push(`**${a.kwarg.arg}`);
  return parts.join(', ');
}

/** Returns the source of a lambda. */
function lambda(e: Lambda, level: Level): string {
  const text = parameters(e.args);
  const space = e.args.posonlyargs.length + e.args.args.length > 0 ? ' ' : '';
  return wrapIf(level > Level.TEST, `lambda${space}${text}: ${write(e.body, Level.TEST)}`);
}

/** Returns the text of an f-string before quoting. */
function joinedBody(values: readonly Expr[]): string {
  return values
    .map((v) => {
      if (v.kind === 'Constant') return (v.value as string).replaceAll('{', '{{').replaceAll('}', '}}');
      return v.kind === 'JoinedStr' ? joinedBody(v.values) : formatted(v as FormattedValue);
    })
    .join('');
}

/** Returns the source of an f-string, or its text where it is a format specification. */
function joinedString(e: JoinedStr, isSpec: boolean): string {
  const body = joinedBody(e.values);
  return isSpec ? body : `f${stringRepr(body)}`;
}

/** Returns the source of a replacement field. */
function formatted(e: FormattedValue): string {
  const value = write(e.value, Level.OR);
  const conversion = e.conversion > 0 ? `!${String.fromCharCode(e.conversion)}` : '';
  const spec = e.format_spec === null ? '' : `:${joinedString(e.format_spec, true)}`;
  return `${value.startsWith('{') ? '{ ' : '{'}${value}${conversion}${spec}}`;
}
