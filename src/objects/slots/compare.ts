/**
 * Comparison, truth, containment, hashing and class membership.
 *
 * Rich comparison follows the reference ("object.__lt__"): the right operand first if its class is
 * a proper subclass of the left one's, each side once; `==` and `!=` fall back to identity, the
 * rest to TypeError. A bool result is a JS boolean, but `compareOp` may return any object.
 */
import { callBinary, callBound } from './descriptor.ts';
import type { Hash } from '../core/hash-parts.ts';
import { Comparison } from '../../bytecode/operators.ts';
import { COMPARE_OPERATORS } from '../../bytecode/opcodes.ts';
import { PyType, type PyValue } from '../core/object.ts';
import { None, NotImplemented, PyTuple, intOf, typeOf, typeType } from '../core/values.ts';
import { overflowError, typeError, valueError } from '../core/exceptions.ts';
import { connect } from '../core/world.ts';
import { lookupAttr } from './attribute.ts';
import { getIter, isRaised, iterNext } from './iterate.ts';
import { PyUnion } from '../core/generic.ts';

const NAMES = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const;
const SWAPPED = [Comparison.GT, Comparison.GE, Comparison.EQ, Comparison.NE, Comparison.LT, Comparison.LE] as const;

/** Performs a comparison operator by its index in COMPARE_OPERATORS. Throws TypeError where unordered. */
export function compareOp(op: number, x: PyValue, y: PyValue): PyValue {
  const r = richCompare(op, x, y);
  if (r !== NotImplemented) return r;
  if (op === Comparison.EQ) return x === y;
  if (op === Comparison.NE) return x !== y;
  return typeError(
    `'${COMPARE_OPERATORS[op]}' not supported between instances of '${typeOf(x).name}' and '${typeOf(y).name}'`,
  );
}

/** Tries the methods of both operands; NotImplemented if none applies. */
function richCompare(op: number, x: PyValue, y: PyValue): PyValue {
  const tx = typeOf(x);
  const ty = typeOf(y);
  let tried = false;
  if (tx !== ty && ty.isSubtype(tx)) {
    tried = true;
    const r = callCompare(ty, SWAPPED[op]!, y, x);
    if (r !== NotImplemented) return r;
  }
  const r = callCompare(tx, op, x, y);
  if (r !== NotImplemented || tried) return r;
  return callCompare(ty, SWAPPED[op]!, y, x);
}

function callCompare(type: PyType, op: number, self: PyValue, other: PyValue): PyValue {
  const f = type.lookup(NAMES[op]!);
  return f === undefined ? NotImplemented : callBinary(f, self, other);
}

/** Tells whether `x is y or x == y`, the equality of containers. */
function sameOrEqual(x: PyValue, y: PyValue): boolean {
  return x === y || isTrue(compareOp(Comparison.EQ, x, y));
}

/* ---- truth ---- */

/** Returns the truth value of an object. Throws TypeError for a bad `__bool__`, or what it raises. */
export function isTrue(x: PyValue): boolean {
  if (typeof x === 'boolean') return x;
  const type = typeOf(x);
  const f = type.lookup('__bool__');
  if (f !== undefined) {
    const r = callBound(f, x);
    if (typeof r !== 'boolean') typeError(`__bool__ should return bool, returned ${typeOf(r).name}`);
    return r;
  }
  const len = type.lookup('__len__');
  if (len === undefined) return true;
  return truthOfLength(callBound(len, x));
}

/** The longest that anything may be. */
const MOST = 9223372036854775807n;

/** Checks the result of `__len__` and tells whether it is not 0. */
function truthOfLength(r: PyValue): boolean {
  const n = intOf(r);
  if (n === undefined) typeError(`'${typeOf(r).name}' object cannot be interpreted as an integer`);
  if (n < 0) valueError('__len__() should return >= 0');
  if (n > MOST) overflowError("cannot fit 'int' into an index-sized integer");
  return n !== 0;
}

/* ---- containment ---- */

/** Returns the iterator of what is searched for a value. Throws TypeError, or what `__iter__` raises. */
export function iterToSearch(container: PyValue): PyValue {
  try {
    return getIter(container);
  } catch (e) {
    if (isRaised(e, 'TypeError')) typeError(`argument of type '${typeOf(container).name}' is not iterable`);
    throw e;
  }
}

/** Tells whether `x in container`. Throws TypeError, or what the container's methods raise. */
export function contains(x: PyValue, container: PyValue): boolean {
  const type = typeOf(container);
  const f = type.lookup('__contains__');
  if (f === None) typeError(`'${type.name}' object is not a container`);
  if (f !== undefined) return isTrue(callBinary(f, container, x));
  const it = iterToSearch(container);
  for (let item = iterNext(it); item !== undefined; item = iterNext(it)) {
    if (sameOrEqual(item, x)) return true;
  }
  return false;
}

/* ---- hashing ---- */

const MODULUS = (1n << 61n) - 1n;

/** Returns `hash(x)`. Throws TypeError for unhashable objects. */
export function hash(x: PyValue): Hash {
  switch (typeof x) {
    case 'number':
      return x === -1 ? -2 : x;
    case 'boolean':
      return x ? 1 : 0;
    case 'bigint':
      return hashBig(x);
  }
  const type = typeOf(x);
  const f = type.lookup('__hash__');
  if (f === undefined || f === None) typeError(`unhashable type: '${type.name}'`);
  const r = callBound(f, x);
  const n = intOf(r);
  if (n === undefined) typeError('__hash__ method should return an integer');
  if (typeof n === 'number') return n === -1 ? -2 : n;
  if (BigInt.asIntN(64, n) === n) return n;
  return hashBig(n);
}

/** Hashes a big int: the value modulo 2^61-1 with its sign (`long_hash`). */
function hashBig(n: bigint): Hash {
  const h = n < 0n ? -(-n % MODULUS) : n % MODULUS;
  if (h === -1n) return -2;
  return Number.isSafeInteger(Number(h)) ? Number(h) : h;
}

/* ---- class membership ---- */

/** Tells whether `isinstance(x, cls)`. Throws TypeError where `cls` is no class, tuple or union. */
export function isInstance(x: PyValue, cls: PyValue): boolean {
  if (typeOf(x) === cls) return true;
  if (cls instanceof PyType && cls.type === typeType) return isRealInstance(x, cls);
  if (cls instanceof PyUnion) return cls.args.some((c) => isInstance(x, c === None ? typeOf(None) : c));
  if (cls instanceof PyTuple) return cls.items.some((c) => isInstance(x, c));
  const check = typeOf(cls).lookup('__instancecheck__');
  if (check !== undefined) return isTrue(callBound(check, cls, x));
  return isRealInstance(x, cls);
}

/** Tells whether `x` is an instance by its class or its `__class__`, without hooks. */
export function isRealInstance(x: PyValue, cls: PyValue): boolean {
  if (cls instanceof PyType) {
    const type = typeOf(x);
    if (type.isSubtype(cls)) return true;
    if (!type.heap && !type.dict.has('__class__')) return false;
    const claimed = lookupAttr(x, '__class__');
    return claimed instanceof PyType && claimed !== type && claimed.isSubtype(cls);
  }
  const bases = lookupAttr(cls, '__bases__');
  if (!(bases instanceof PyTuple)) typeError('isinstance() arg 2 must be a type, a tuple of types, or a union');
  const claimed = lookupAttr(x, '__class__');
  return claimed !== undefined && derives(claimed, cls);
}

/** Tells whether `issubclass(c, cls)`. Throws TypeError where an argument is no class. */
export function isSubclass(c: PyValue, cls: PyValue): boolean {
  if (cls instanceof PyType && cls.type === typeType) {
    if (c === cls) return true;
    return isRealSubclass(c, cls);
  }
  if (cls instanceof PyUnion) return cls.args.some((k) => isSubclass(c, k === None ? typeOf(None) : k));
  if (cls instanceof PyTuple) return cls.items.some((k) => isSubclass(c, k));
  const check = typeOf(cls).lookup('__subclasscheck__');
  if (check !== undefined) return isTrue(callBound(check, cls, c));
  return isRealSubclass(c, cls);
}

/** Tells whether a class derives from another, without hooks. */
export function isRealSubclass(c: PyValue, cls: PyValue): boolean {
  if (c instanceof PyType && cls instanceof PyType) return c.isSubtype(cls);
  if (!(c instanceof PyType) && !(lookupAttr(c, '__bases__') instanceof PyTuple))
    typeError('issubclass() arg 1 must be a class');
  if (!(cls instanceof PyType) && !(lookupAttr(cls, '__bases__') instanceof PyTuple)) {
    typeError('issubclass() arg 2 must be a class, a tuple of classes, or a union');
  }
  return derives(c, cls);
}

/** Tells whether `__bases__`, followed from `c`, reach `cls`. */
function derives(c: PyValue, cls: PyValue): boolean {
  if (c === cls) return true;
  const bases = lookupAttr(c, '__bases__');
  return bases instanceof PyTuple && bases.items.some((b) => derives(b, cls));
}

connect({ hash });
