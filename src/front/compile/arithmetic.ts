/**
 * Arithmetic on constants, for constant folding. Every function returns undefined where CPython does not fold:
 * where the operation raises, or where the result would be larger than what made it (`'x' * 10**6`). The
 * limits are those of CPython 3.13's Python/ast_opt.c.
 *
 * The digits of a power of floats are the C library's business: whoever compiles may hand in a function for it.
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

const MAX_INT_SIZE = 128;
const MAX_COLLECTION_SIZE = 256;
const MAX_STR_SIZE = 4096;
const MAX_TOTAL_ITEMS = 1024;

/** Returns an int as a Const: a number where that is exact. */
const makeInt = (x: bigint): number | bigint => (x >= -9007199254740991n && x <= 9007199254740991n ? Number(x) : x);

/** Returns the value of an int or bool, or undefined. */
function asInt(c: Const): bigint | undefined {
  switch (typeof c) {
    case 'boolean':
      return c ? 1n : 0n;
    case 'number':
      return BigInt(c);
    case 'bigint':
      return c;
    default:
      return undefined;
  }
}

/** Returns the value of a float, or of an int that fits one, or undefined. */
function asFloat(c: Const): number | undefined {
  if (c instanceof ConstFloat) return c.value;
  const i = asInt(c);
  if (i === undefined) return undefined;
  const x = Number(i);
  return Number.isFinite(x) ? x : undefined;
}

/** Returns the number of bits of an int. */
const bitLength = (x: bigint): number => (x === 0n ? 0 : (x < 0n ? -x : x).toString(2).length);

/** Computes a power of floats with the digits of the C library. */
export type FloatPower = (x: number, y: number) => number;

/** Applies a binary operator. Without `power`, powers of floats are computed only where they are exact. */
export function foldBinary(op: Operator, a: Const, b: Const, power?: FloatPower): Const | undefined {
  const x = asInt(a);
  const y = asInt(b);
  if (x !== undefined && y !== undefined) {
    // Bitwise operators on two bools give a bool.
    if (typeof a === 'boolean' && typeof b === 'boolean') {
      if (op === 'BitAnd') return a && b;
      if (op === 'BitOr') return a || b;
      if (op === 'BitXor') return a !== b;
    }
    return foldInts(op, x, y, power);
  }
  if (a instanceof ConstComplex || b instanceof ConstComplex) return foldComplex(op, a, b);
  if (a instanceof ConstFloat || b instanceof ConstFloat) {
    const u = asFloat(a);
    const v = asFloat(b);
    return u === undefined || v === undefined ? undefined : foldFloats(op, u, v, power);
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

/** Returns floor division and modulo of ints. */
function divmod(x: bigint, y: bigint): [bigint, bigint] {
  const q = x / y;
  const r = x % y;
  return r !== 0n && r < 0n !== y < 0n ? [q - 1n, r + y] : [q, r];
}

/** Applies an operator to ints. */
function foldInts(op: Operator, x: bigint, y: bigint, power?: FloatPower): Const | undefined {
  switch (op) {
    case 'Add':
      return makeInt(x + y);
    case 'Sub':
      return makeInt(x - y);
    case 'Mult':
      if (x !== 0n && y !== 0n && bitLength(x) + bitLength(y) > MAX_INT_SIZE) return undefined;
      return makeInt(x * y);
    case 'Div':
      return y === 0n ? undefined : divideInts(x, y);
    case 'FloorDiv':
      return y === 0n ? undefined : makeInt(divmod(x, y)[0]);
    case 'Mod':
      return y === 0n ? undefined : makeInt(divmod(x, y)[1]);
    case 'Pow':
      if (y < 0n) return foldFloats('Pow', Number(x), Number(y), power);
      if (x !== 0n && y > 0n && Number(y) > Math.floor(MAX_INT_SIZE / bitLength(x))) return undefined;
      return makeInt(x ** y);
    case 'LShift':
      if (y < 0n) return undefined;
      if (x === 0n) return 0;
      if (y !== 0n && (y > BigInt(MAX_INT_SIZE) || bitLength(x) > MAX_INT_SIZE - Number(y))) return undefined;
      return makeInt(x << y);
    case 'RShift':
      if (y < 0n) return undefined;
      return y > 1000000n ? (x < 0n ? -1 : 0) : makeInt(x >> y);
    case 'BitOr':
      return makeInt(x | y);
    case 'BitXor':
      return makeInt(x ^ y);
    case 'BitAnd':
      return makeInt(x & y);
    default:
      return undefined;
  }
}

/** Divides ints, rounding once to the nearest float. */
function divideInts(x: bigint, y: bigint): Const | undefined {
  const u = Number(x);
  const v = Number(y);
  if (Number.isSafeInteger(u) && Number.isSafeInteger(v)) return new ConstFloat(u / v);
  const negative = x < 0n !== y < 0n;
  const a = x < 0n ? -x : x;
  const b = y < 0n ? -y : y;
  // A quotient of at least 64 bits, its last bit standing for all that was cut off.
  const shift = Math.max(0, 66 - (bitLength(a) - bitLength(b)));
  const scaled = a << BigInt(shift);
  let q = scaled / b;
  if (scaled % b !== 0n) q |= 1n;
  if (shift > 1000) return undefined;
  const result = Number(q) / 2 ** shift;
  return Number.isFinite(result) ? new ConstFloat(negative ? -result : result) : undefined;
}

/** Applies an operator to floats. */
function foldFloats(op: Operator, x: number, y: number, power?: FloatPower): Const | undefined {
  switch (op) {
    case 'Add':
      return new ConstFloat(x + y);
    case 'Sub':
      return new ConstFloat(x - y);
    case 'Mult':
      return new ConstFloat(x * y);
    case 'Div':
      return y === 0 ? undefined : new ConstFloat(x / y);
    case 'FloorDiv':
      return y === 0 ? undefined : new ConstFloat(floatDivmod(x, y)[0]);
    case 'Mod':
      return y === 0 ? undefined : new ConstFloat(floatDivmod(x, y)[1]);
    case 'Pow':
      return floatPower(x, y, power);
    default:
      return undefined;
  }
}

/** Returns a power of floats, where it neither raises nor is complex. */
function floatPower(x: number, y: number, power?: FloatPower): Const | undefined {
  if (!Number.isFinite(x) || !Number.isFinite(y) || (x === 0 && y < 0)) return undefined;
  if (x < 0 && !Number.isInteger(y)) return undefined;
  let result: number;
  if (power !== undefined) {
    result = power(x, y);
  } else {
    if (!Number.isInteger(x) || !Number.isInteger(y) || Math.abs(y) > 1100) return undefined;
    const whole = x ** Math.abs(y);
    if (!Number.isFinite(whole) || BigInt(whole) !== BigInt(x) ** BigInt(Math.abs(y))) return undefined;
    result = y < 0 ? 1 / whole : whole;
  }
  return Number.isFinite(result) ? new ConstFloat(result) : undefined;
}

/** Returns floor division and modulo of floats, the latter with the sign of the divisor. */
function floatDivmod(x: number, y: number): [number, number] {
  let mod = x % y;
  let div = (x - mod) / y;
  if (mod !== 0) {
    if (y < 0 !== mod < 0) {
      mod += y;
      div -= 1;
    }
  } else {
    mod = y < 0 ? -0 : 0;
  }
  if (div === 0) return [x / y < 0 || Object.is(x / y, -0) ? -0 : 0, mod];
  let floor = Math.floor(div);
  if (div - floor > 0.5) floor += 1;
  return [floor, mod];
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
      return new ConstComplex(x.real * y.real - x.imag * y.imag, x.real * y.imag + x.imag * y.real);
    case 'Div': {
      if (y.real === 0 && y.imag === 0) return undefined;
      if (Math.abs(y.real) >= Math.abs(y.imag)) {
        const ratio = y.imag / y.real;
        const denominator = y.real + y.imag * ratio;
        return new ConstComplex((x.real + x.imag * ratio) / denominator, (x.imag - x.real * ratio) / denominator);
      }
      const ratio = y.real / y.imag;
      const denominator = y.real * ratio + y.imag;
      return new ConstComplex((x.real * ratio + x.imag) / denominator, (x.imag * ratio - x.real) / denominator);
    }
    case 'Pow':
      return complexPower(x, y);
    default:
      return undefined;
  }
}

/** Raises a complex number to a small integral power by repeated multiplication, as CPython does. */
function complexPower(x: ConstComplex, y: ConstComplex): Const | undefined {
  const n = y.real;
  if (y.imag !== 0 || !Number.isInteger(n) || Math.abs(n) > 100) return undefined;
  let result = new ConstComplex(1, 0);
  let power = x;
  for (let bits = Math.abs(n); bits > 0; bits >>= 1) {
    if ((bits & 1) !== 0) result = foldComplex('Mult', result, power) as ConstComplex;
    power = foldComplex('Mult', power, power) as ConstComplex;
  }
  if (n < 0) {
    const quotient = foldComplex('Div', new ConstComplex(1, 0), result);
    if (quotient === undefined) return undefined;
    result = quotient as ConstComplex;
  }
  return Number.isFinite(result.real) && Number.isFinite(result.imag) ? result : undefined;
}

/** Returns a number as a complex one, or undefined. */
function asComplex(c: Const): ConstComplex | undefined {
  if (c instanceof ConstComplex) return c;
  const x = asFloat(c);
  return x === undefined ? undefined : new ConstComplex(x, 0);
}

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
function repeat(c: Const, times: bigint): Const | undefined {
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
  if (size > 0 && (times < 0n || times > BigInt(Math.floor(max / size)))) return undefined;
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
  if (x !== undefined) return makeInt(op === 'USub' ? -x : op === 'UAdd' ? x : ~x);
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
  const at = Number(i < 0n ? i + BigInt(items.length) : i);
  return at < 0 || at >= items.length ? undefined : items[at];
}
