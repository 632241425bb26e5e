/**
 * Arithmetic on constants, for constant folding: that of `numbers`, within the limits of CPython 3.13's
 * Python/ast_opt.c. Every function returns undefined where CPython does not fold: where the operation raises,
 * or where the result would be larger than what made it (`'x' * 10**6`).
 */
import {
  type Const,
  ConstBytes,
  ConstComplex,
  ConstFloat,
  ConstFrozenSet,
  ConstTuple,
  isText,
  joinTexts,
  pointsOf,
  textOf,
} from '../../bytecode/code.ts';
import type { Operator, UnaryOperator } from '../tree/ast.ts';
import { constIsTrue } from '../emit/constants.ts';
import { type Complex, complexDiv, complexMul, complexPow } from '../../numbers/complex-ops.ts';
import { attempt } from '../../numbers/faults.ts';
import { floatFloorDiv, floatMod, floatPow, floatTrueDiv, powIsComplex } from '../../numbers/float-ops.ts';
import {
  type Int,
  intAdd,
  intAnd,
  intBitLength,
  intFloorDiv,
  intInvert,
  intLshift,
  intMod,
  intMul,
  intNeg,
  intOr,
  intRshift,
  intSub,
  intToFloat,
  intTrueDiv,
  intXor,
} from '../../numbers/int-ops.ts';
import { intPower } from '../../numbers/int-powers.ts';

const MAX_INT_SIZE = 128;
const MAX_COLLECTION_SIZE = 256;
const MAX_STR_SIZE = 4096;
const MAX_TOTAL_ITEMS = 1024;

/** Returns the value of an int or bool, or undefined. */
function asInt(c: Const): Int | undefined {
  switch (typeof c) {
    case 'boolean':
      return c ? 1 : 0;
    case 'number':
    case 'bigint':
      return c;
    default:
      return undefined;
  }
}

/** Returns the value of a float or an int, or undefined. */
function asFloat(c: Const): number | undefined {
  if (c instanceof ConstFloat) return c.value;
  const i = asInt(c);
  return i === undefined ? undefined : intToFloat(i);
}

/** Returns a number as a complex one, or undefined. */
function asComplex(c: Const): Complex | undefined {
  if (c instanceof ConstComplex) return c;
  const x = asFloat(c);
  return x === undefined ? undefined : { real: x, imag: 0 };
}

/** Applies a binary operator. */
export function foldBinary(op: Operator, a: Const, b: Const): Const | undefined {
  return attempt(() => evaluateBinary(op, a, b));
}

function evaluateBinary(op: Operator, a: Const, b: Const): Const | undefined {
  const x = asInt(a);
  const y = asInt(b);
  if (x !== undefined && y !== undefined) {
    // Bitwise operators on two bools give a bool.
    if (typeof a === 'boolean' && typeof b === 'boolean') {
      if (op === 'BitAnd') return a && b;
      if (op === 'BitOr') return a || b;
      if (op === 'BitXor') return a !== b;
    }
    return foldInts(op, x, y);
  }
  if (a instanceof ConstComplex || b instanceof ConstComplex) return foldComplex(op, a, b);
  if (a instanceof ConstFloat || b instanceof ConstFloat) {
    const u = asFloat(a);
    const v = asFloat(b);
    return u === undefined || v === undefined ? undefined : foldFloats(op, u, v);
  }
  if (op === 'Add') {
    if (isText(a) && isText(b)) return joinTexts(a, b);
    if (a instanceof ConstTuple && b instanceof ConstTuple) return new ConstTuple([...a.items, ...b.items]);
    if (a instanceof ConstBytes && b instanceof ConstBytes) return new ConstBytes(concatBytes([a.value, b.value]));
    return undefined;
  }
  if (op === 'Mult') return x !== undefined ? repeat(b, x) : y !== undefined ? repeat(a, y) : undefined;
  return undefined;
}

/** Applies an operator to ints. */
function foldInts(op: Operator, x: Int, y: Int): Const | undefined {
  switch (op) {
    case 'Add':
      return intAdd(x, y);
    case 'Sub':
      return intSub(x, y);
    case 'Mult':
      return intBitLength(x) + intBitLength(y) > MAX_INT_SIZE && x !== 0 && y !== 0 ? undefined : intMul(x, y);
    case 'Div':
      return new ConstFloat(intTrueDiv(x, y));
    case 'FloorDiv':
      return intFloorDiv(x, y);
    case 'Mod':
      return intMod(x, y);
    case 'Pow':
      if (y < 0) return foldFloats('Pow', intToFloat(x), intToFloat(y));
      return x !== 0 && y > Math.floor(MAX_INT_SIZE / intBitLength(x)) ? undefined : intPower(x, y);
    case 'LShift':
      return x !== 0 && y > Math.max(0, MAX_INT_SIZE - intBitLength(x)) ? undefined : intLshift(x, y);
    case 'RShift':
      return intRshift(x, y);
    case 'BitOr':
      return intOr(x, y);
    case 'BitXor':
      return intXor(x, y);
    case 'BitAnd':
      return intAnd(x, y);
    default:
      return undefined;
  }
}

/** Applies an operator to floats. */
function foldFloats(op: Operator, x: number, y: number): Const | undefined {
  switch (op) {
    case 'Add':
      return new ConstFloat(x + y);
    case 'Sub':
      return new ConstFloat(x - y);
    case 'Mult':
      return new ConstFloat(x * y);
    case 'Div':
      return new ConstFloat(floatTrueDiv(x, y));
    case 'FloorDiv':
      return new ConstFloat(floatFloorDiv(x, y));
    case 'Mod':
      return new ConstFloat(floatMod(x, y));
    case 'Pow':
      return powIsComplex(x, y) ? complexConst(complexPow(x, 0, y, 0)) : new ConstFloat(floatPow(x, y));
    default:
      return undefined;
  }
}

/** Applies an operator to complex numbers. */
function foldComplex(op: Operator, a: Const, b: Const): Const | undefined {
  const x = asComplex(a);
  const y = asComplex(b);
  if (x === undefined || y === undefined) return undefined;
  switch (op) {
    case 'Add':
      return new ConstComplex(x.real + y.real, x.imag + y.imag);
    case 'Sub':
      return new ConstComplex(x.real - y.real, x.imag - y.imag);
    case 'Mult':
      return complexConst(complexMul(x.real, x.imag, y.real, y.imag));
    case 'Div':
      return complexConst(complexDiv(x.real, x.imag, y.real, y.imag));
    case 'Pow':
      return complexConst(complexPow(x.real, x.imag, y.real, y.imag));
    default:
      return undefined;
  }
}

const complexConst = ({ real, imag }: Complex): ConstComplex => new ConstComplex(real, imag);

/** Returns the concatenation of byte arrays. */
function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

/** Returns what is left of `limit` after counting the items of nested collections; negative when exceeded. */
function complexityLeft(c: Const, limit: number): number {
  if (c instanceof ConstTuple) {
    limit -= c.items.length;
    for (const item of c.items) {
      if (limit < 0) break;
      limit = complexityLeft(item, limit);
    }
    return limit;
  }
  return c instanceof ConstFrozenSet ? limit - c.items.length : limit;
}

/** Repeats a sequence. */
function repeat(c: Const, times: Int): Const | undefined {
  const max = c instanceof ConstTuple ? MAX_COLLECTION_SIZE : MAX_STR_SIZE;
  const size =
    c instanceof ConstTuple
      ? c.items.length
      : c instanceof ConstBytes
        ? c.value.length
        : isText(c)
          ? pointsOf(c).length
          : -1;
  if (size < 0) return undefined;
  if (size > 0 && (times < 0 || times > Math.floor(max / size))) return undefined;
  const n = size === 0 ? 0 : Number(times);
  if (isText(c))
    return typeof c === 'string' && joinTexts(c, c) === c + c
      ? c.repeat(n)
      : textOf(new Array<readonly number[]>(n).fill(pointsOf(c)).flat());
  if (c instanceof ConstBytes) return new ConstBytes(concatBytes(new Array<Uint8Array>(n).fill(c.value)));
  if (n > 0 && complexityLeft(c, Math.floor(MAX_TOTAL_ITEMS / n)) < 0) return undefined;
  return new ConstTuple(new Array<readonly Const[]>(n).fill((c as ConstTuple).items).flat());
}

/** Applies a unary operator. */
export function foldUnary(op: UnaryOperator, a: Const): Const | undefined {
  if (op === 'Not') return !constIsTrue(a);
  const x = asInt(a);
  if (x !== undefined) return op === 'USub' ? intNeg(x) : op === 'UAdd' ? x : intInvert(x);
  if (a instanceof ConstFloat) {
    return op === 'USub' ? new ConstFloat(-a.value) : op === 'UAdd' ? a : undefined;
  }
  if (a instanceof ConstComplex) {
    return op === 'USub' ? new ConstComplex(-a.real, -a.imag) : op === 'UAdd' ? a : undefined;
  }
  return undefined;
}

/** Applies a subscript by an int. */
export function foldSubscript(a: Const, index: Const): Const | undefined {
  const i = asInt(index);
  if (i === undefined) return undefined;
  const items = isText(a)
    ? pointsOf(a).map((p) => String.fromCodePoint(p))
    : a instanceof ConstTuple
      ? a.items
      : a instanceof ConstBytes
        ? a.value
        : undefined;
  if (items === undefined) return undefined;
  const at = Number(i < 0 ? intAdd(i, items.length) : i);
  return at < 0 || at >= items.length ? undefined : items[at];
}
