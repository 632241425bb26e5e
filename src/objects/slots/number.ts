/**
 * Operators on numbers and everything else: `x + y`, `x += y`, `-x`, `operator.index(x)`.
 *
 * The rule of the reference ("Emulating numeric types"): the left operand's method, then the right
 * one's reflected method; the right one first if its class is a proper subclass that overrides it;
 * never the reflected one for operands of the same class. CPython keeps concatenation and
 * repetition of sequences in separate slots that come after *both* numeric attempts, so for a
 * built-in sequence on the left the right operand's `__radd__` goes first.
 */
import { Binary } from '../../bytecode/operators.ts';
import { callBinary, callBound } from './descriptor.ts';
import { BINARY_OPERATORS } from '../../bytecode/opcodes.ts';
import type { PyType, PyValue } from '../core/object.ts';
import { NotImplemented, PyIntSub, bytearrayType, bytesType, intOf, typeOf } from '../core/values.ts';
import { PyBuiltin } from '../core/builtin.ts';
import { PyRaise, makeException, typeError } from '../core/exceptions.ts';
import { hasSequenceSlots } from './subscript.ts';
import { overflowError } from '../core/exceptions.ts';

/** Method names by the first 13 indices of BINARY_OPERATORS. */
const NAMES = [
  'add',
  'and',
  'floordiv',
  'lshift',
  'matmul',
  'mul',
  'mod',
  'or',
  'pow',
  'rshift',
  'sub',
  'truediv',
  'xor',
] as const;
/** Methods by operator, in the order of BINARY_OPERATORS. */
export const OPERATOR_METHODS = NAMES.map((n) => `__${n}__`);
const REFLECTED = NAMES.map((n) => `__r${n}__`);
export const IN_PLACE_METHODS = NAMES.map((n) => `__i${n}__`);
const RSHIFT = 9;

/**
 * Performs the operator with the given index in BINARY_OPERATORS (13 and up are in-place).
 * Throws TypeError where neither operand supports it, or what their methods raise.
 */
export function binaryOp(op: number, x: PyValue, y: PyValue): PyValue {
  const r = op >= Binary.IN_PLACE ? inPlace(op - Binary.IN_PLACE, x, y) : binarySlots(op, x, y);
  return r !== NotImplemented ? r : unsupported(op, x, y);
}

/** Tries the in-place method, then the plain operator. */
function inPlace(op: number, x: PyValue, y: PyValue): PyValue {
  const type = typeOf(x);
  const f = type.lookup(IN_PLACE_METHODS[op]!);
  if (f !== undefined) {
    // A class made by `class` has the `__iadd__` it inherits as a number's, too.
    if (isSequenceSlot(op, f) && !(op === Binary.ADD && type.heap)) {
      const plain = typeOf(x).lookup(OPERATOR_METHODS[op]!);
      if (plain !== undefined && !isSequenceSlot(op, plain)) {
        const r = binarySlots(op, x, y);
        if (r !== NotImplemented) return r;
      }
      const first = reflectedFirst(op, y);
      if (first !== undefined) {
        const r = callBound(first, y, x);
        if (r !== NotImplemented) return r;
      }
    }
    if (op === Binary.MUL && isSequenceSlot(op, f)) checkCount(y);
    const r = callBinary(f, x, y);
    if (r !== NotImplemented) return r;
  }
  return afterInPlace(op, x, y);
}

/** Tries the plain operator of an in-place one. */
function afterInPlace(op: number, x: PyValue, y: PyValue): PyValue {
  const g = typeOf(y).lookup(REFLECTED[op]!);
  if (g === undefined || !isLeftToSequences(op, typeOf(x), g)) return binarySlots(op, x, y);
  const f = typeOf(x).lookup(OPERATOR_METHODS[op]!);
  return f === undefined ? NotImplemented : callLeft(op, f, x, y);
}

/** Tells whether `x *= y` does not ask for the repetition of `y`, as `x` has something of a sequence itself. */
function isLeftToSequences(op: number, type: PyType, reflected: PyValue): boolean {
  return op === Binary.MUL && hasSequenceSlots(type) && isSequenceSlot(op, reflected);
}

/** Goes on with `x op y` where the method that comes first, one of `x`, has returned NotImplemented. */
export function finishOperator(op: number, x: PyValue, y: PyValue): PyValue {
  const plain = op % OPERATOR_METHODS.length;
  const tx = typeOf(x);
  const ty = typeOf(y);
  let r: PyValue = NotImplemented;
  const inPlace = op !== plain;
  if (inPlace && tx.lookup(IN_PLACE_METHODS[plain]!) !== undefined) r = afterInPlace(plain, x, y);
  else if (tx !== ty) {
    const g = ty.lookup(REFLECTED[plain]!);
    if (inPlace && g !== undefined && isLeftToSequences(plain, tx, g)) return unsupported(op, x, y);
    if (g !== undefined && plain === Binary.MUL && isSequenceSlot(plain, g)) checkCount(x);
    if (g !== undefined) r = callBinary(g, y, x);
  }
  return r !== NotImplemented ? r : unsupported(op, x, y);
}

/** Tries the methods of both operands in order; NotImplemented if none applies. */
function binarySlots(op: number, x: PyValue, y: PyValue): PyValue {
  return tryBoth(x, y, OPERATOR_METHODS[op]!, REFLECTED[op]!, op);
}

/** Performs a binary operation named by its methods; raises with `symbol` where neither operand supports it. */
export function binaryMethod(x: PyValue, y: PyValue, name: string, reflected: string, symbol: string): PyValue {
  const r = tryBoth(x, y, name, reflected, -1);
  if (r !== NotImplemented) return r;
  return typeError(`unsupported operand type(s) for ${symbol}: '${typeOf(x).name}' and '${typeOf(y).name}'`);
}

/** Performs `divmod(x, y)`. */
export function divmod(x: PyValue, y: PyValue): PyValue {
  return binaryMethod(x, y, '__divmod__', '__rdivmod__', 'divmod()');
}

function tryBoth(x: PyValue, y: PyValue, name: string, rname: string, op: number): PyValue {
  const tx = typeOf(x);
  const ty = typeOf(y);
  const f = tx.lookup(name);
  if (tx === ty) return f === undefined ? NotImplemented : callLeft(op, f, x, y);
  let g = ty.lookup(rname);
  if (
    g !== undefined &&
    (f === undefined ||
      (g !== tx.lookup(rname) && ty.isSubtype(tx)) ||
      (isSequenceSlot(op, f) && !isSequenceSlot(op, g)))
  ) {
    if (op === Binary.MUL && isSequenceSlot(op, g)) {
      if (f === undefined) checkCount(x);
    }
    const r = callBinary(g, y, x);
    if (r !== NotImplemented) return r;
    g = undefined;
  }
  if (f !== undefined) {
    const r = callLeft(op, f, x, y);
    if (r !== NotImplemented) return r;
  }
  if (g === undefined) return NotImplemented;
  if (op === Binary.MUL && isSequenceSlot(op, g)) checkCount(x);
  return callBinary(g, y, x);
}

/** Calls the left operand's method, with the message of repetition for sequences. */
function callLeft(op: number, f: PyValue, x: PyValue, y: PyValue): PyValue {
  if (op === Binary.MUL && isSequenceSlot(op, f)) checkCount(y);
  return callBinary(f, x, y);
}

/** Tells whether `f` is concatenation or repetition of a built-in sequence. */
function isSequenceSlot(op: number, f: PyValue): boolean {
  return (op === Binary.ADD || op === Binary.MUL) && f instanceof PyBuiltin && f.owner?.sequenceSlots === true;
}

/** Returns the right operand's reflected method where it is not a sequence's own. */
function reflectedFirst(op: number, y: PyValue): PyValue | undefined {
  const g = typeOf(y).lookup(REFLECTED[op]!);
  return g === undefined || isSequenceSlot(op, g) ? undefined : g;
}

/** Raises for a repetition count that is no integer. */
function checkCount(n: PyValue): void {
  if (intOf(n) === undefined && typeOf(n).lookup('__index__') === undefined) {
    typeError(`can't multiply sequence by non-int of type '${typeOf(n).name}'`);
  }
}

/** Raises the TypeError of an operator no operand supports. */
function unsupported(op: number, x: PyValue, y: PyValue): never {
  const plain = op % Binary.IN_PLACE;
  const tx = typeOf(x);
  const ty = typeOf(y);
  if (plain === Binary.ADD) {
    const f = tx.lookup('__add__');
    const base = f !== undefined && isSequenceSlot(Binary.ADD, f) ? tx.mro.find((t) => t.sequenceSlots) : undefined;
    if (base === bytesType || base === bytearrayType) typeError(`can't concat ${ty.name} to ${tx.name}`);
    if (base !== undefined) typeError(`can only concatenate ${base.name} (not "${ty.name}") to ${base.name}`);
  }
  let symbol: string = BINARY_OPERATORS[op]!;
  if (symbol === '**') symbol = '** or pow()';
  const hint =
    op === RSHIFT && x instanceof PyBuiltin && x.name === 'print' && x.module === 'builtins'
      ? '. Did you mean "print(<message>, file=<output_stream>)"?'
      : '';
  typeError(`unsupported operand type(s) for ${symbol}: '${tx.name}' and '${ty.name}'${hint}`);
}

/** Performs `pow(x, y, z)`. */
export function ternaryPow(x: PyValue, y: PyValue, z: PyValue): PyValue {
  const f = typeOf(x).lookup('__pow__');
  if (f !== undefined) {
    const r = callBound(f, x, y, z);
    if (r !== NotImplemented) return r;
  } else if (typeOf(x).lookup('__rpow__') !== undefined) {
    // A class with the reflected method alone has the slot, which looks for the other.
    throw new PyRaise(makeException('AttributeError', '__pow__'));
  }
  return typeError(
    `unsupported operand type(s) for ** or pow(): '${typeOf(x).name}', '${typeOf(y).name}', '${typeOf(z).name}'`,
  );
}

/* ---- unary ---- */

/** Performs a unary operator by its method. */
function unary(x: PyValue, name: string, symbol: string): PyValue {
  const f = typeOf(x).lookup(name);
  if (f === undefined) typeError(`bad operand type for ${symbol}: '${typeOf(x).name}'`);
  return callBound(f, x);
}

/** Performs `-x`. Throws TypeError. */
export function negative(x: PyValue): PyValue {
  return unary(x, '__neg__', 'unary -');
}

/** Performs `+x`. Throws TypeError. */
export function positive(x: PyValue): PyValue {
  return unary(x, '__pos__', 'unary +');
}

/** Performs `~x`. Throws TypeError. */
export function invert(x: PyValue): PyValue {
  return unary(x, '__invert__', 'unary ~');
}

/** Performs `abs(x)`. Throws TypeError. */
export function absolute(x: PyValue): PyValue {
  return unary(x, '__abs__', 'abs()');
}

/* ---- integers ---- */

/** Returns the int a value stands for as an index (`operator.index`). Throws TypeError. */
export function indexOf(x: PyValue): number | bigint {
  if (typeof x === 'number') return x;
  const n = intOf(x);
  if (n !== undefined) return n;
  const f = typeOf(x).lookup('__index__');
  if (f === undefined) typeError(`'${typeOf(x).name}' object cannot be interpreted as an integer`);
  const r = callBound(f, x);
  if (typeof r === 'number' || typeof r === 'bigint') return r;
  if (r instanceof PyIntSub) return r.value;
  if (typeof r === 'boolean') return r ? 1 : 0;
  return typeError(`__index__ returned non-int (type ${typeOf(r).name})`);
}

/** The bounds of `Py_ssize_t`. */
const SSIZE_MAX = 9223372036854775807n;

/**
 * Returns a value as an index that fits a JS number. Out of the range of `Py_ssize_t` it raises
 * `error` (OverflowError "cannot fit 'int' into an index-sized integer" by default) or, with
 * `clip`, is clipped; between ±2^53 and that range the result is clipped too, as no sequence here is so long.
 */
export function toNumberIndex(x: PyValue, clip = false, raiseTooLarge?: (x: PyValue) => never): number {
  const n = typeof x === 'number' ? x : indexOf(x);
  if (typeof n === 'number') return n;
  if (!clip && (n > SSIZE_MAX || n < -SSIZE_MAX - 1n)) {
    if (raiseTooLarge !== undefined) raiseTooLarge(x);
    overflowError(`cannot fit '${typeName(x)}' into an index-sized integer`);
  }
  return n > 0n ? Number.MAX_SAFE_INTEGER : -Number.MAX_SAFE_INTEGER;
}

function typeName(x: PyValue): string {
  const t: PyType = typeOf(x);
  return t.name;
}
