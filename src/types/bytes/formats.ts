/**
 * Items in memory: the native single-character formats of the struct module (little-endian, LP64),
 * as memoryview reads and writes them.
 */
import { isRaised } from '../../objects/slots/iterate.ts';
import { normInt } from '../../numbers/int-ops.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { PyBytes, PyFloat, floatType, intOf, strOf, typeOf } from '../../objects/core/values.ts';
import { overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { isTrue } from '../../protocol/compare.ts';
import { indexOf } from '../../objects/slots/number.ts';

/** A format of items: size, reading and writing at a byte offset. */
export interface ItemFormat {
  readonly size: number;
  read(view: DataView, at: number): PyValue;
  /** Throws TypeError for a value of another kind, OverflowError for one out of range. */
  write(view: DataView, at: number, value: PyValue): void;
}

/** Makes an integer format of `size` bytes. */
function integer(size: 1 | 2 | 4, signed: boolean): ItemFormat {
  const low = signed ? -(2 ** (8 * size - 1)) : 0;
  const high = 2 ** (signed ? 8 * size - 1 : 8 * size) - 1;
  const read = {
    1: signed ? 'getInt8' : 'getUint8',
    2: signed ? 'getInt16' : 'getUint16',
    4: signed ? 'getInt32' : 'getUint32',
  }[size] as 'getInt32';
  const write = { 1: 'setUint8', 2: 'setUint16', 4: 'setUint32' }[size] as 'setUint32';
  return {
    size,
    read: (v, at) => v[read](at, true),
    write: (v, at, value) => {
      const n = integerOf(value);
      if (typeof n === 'bigint' || n < low || n > high) overflowError('value out of range');
      v[write](at, n, true);
    },
  };
}

/** Makes an integer format of 8 bytes. */
function long(signed: boolean): ItemFormat {
  return {
    size: 8,
    read: (v, at) => normInt(signed ? v.getBigInt64(at, true) : v.getBigUint64(at, true)),
    write: (v, at, value) => {
      const n = BigInt(integerOf(value));
      if ((signed ? BigInt.asIntN(64, n) : BigInt.asUintN(64, n)) !== n) overflowError('value out of range');
      v.setBigUint64(at, BigInt.asUintN(64, n), true);
    },
  };
}

/** Returns a value as an int. Throws TypeError for anything without `__index__`. */
function integerOf(value: PyValue): number | bigint {
  const n = intOf(value);
  return n !== undefined ? n : strOf(value) !== undefined ? typeError('an integer is required') : indexOf(value);
}

/** Returns a value as a double. Throws TypeError. */
function doubleOf(value: PyValue): number {
  if (value instanceof PyFloat) return value.value;
  if (strOf(value) !== undefined || (intOf(value) === undefined && typeOf(value).lookup('__float__') === undefined))
    typeError('must be real number');
  return (invoke(floatType, [value]) as PyFloat).value;
}

/** Writes an address, which may be given signed. */
function writePointer(v: DataView, at: number, value: PyValue): void {
  const n = BigInt(integerOf(value));
  if (BigInt.asIntN(64, n) !== n && BigInt.asUintN(64, n) !== n) overflowError('value out of range');
  v.setBigUint64(at, BigInt.asUintN(64, n), true);
}

const FORMATS = new Map<string, ItemFormat>([
  ['b', integer(1, true)],
  ['B', integer(1, false)],
  ['h', integer(2, true)],
  ['H', integer(2, false)],
  ['i', integer(4, true)],
  ['I', integer(4, false)],
  ['l', long(true)],
  ['L', long(false)],
  ['q', long(true)],
  ['Q', long(false)],
  ['n', long(true)],
  ['N', long(false)],
  ['P', { ...long(false), write: writePointer }],
  [
    'f',
    {
      size: 4,
      read: (v, at) => new PyFloat(v.getFloat32(at, true)),
      write: (v, at, x) => v.setFloat32(at, doubleOf(x), true),
    },
  ],
  [
    'd',
    {
      size: 8,
      read: (v, at) => new PyFloat(v.getFloat64(at, true)),
      write: (v, at, x) => v.setFloat64(at, doubleOf(x), true),
    },
  ],
  ['?', { size: 1, read: (v, at) => v.getUint8(at) !== 0, write: (v, at, x) => v.setUint8(at, isTrue(x) ? 1 : 0) }],
  [
    'c',
    {
      size: 1,
      read: (v, at) => new PyBytes(Uint8Array.of(v.getUint8(at))),
      write: (v, at, x) => {
        if (!(x instanceof PyBytes)) typeError('bytes required');
        if (x.data.length !== 1) overflowError('one byte required');
        v.setUint8(at, x.data[0]!);
      },
    },
  ],
]);

/** Returns an item format by its character (with an optional `@`), or undefined. */
export function itemFormat(name: string): ItemFormat | undefined {
  return FORMATS.get(name.replace(/^@/, ''));
}

/** Writes an item with the errors of memoryview. Throws TypeError or ValueError. */
export function writeItem(format: string, view: DataView, at: number, value: PyValue): void {
  try {
    itemFormat(format)!.write(view, at, value);
  } catch (e) {
    if (isRaised(e, 'TypeError')) typeError(`memoryview: invalid type for format '${format}'`);
    if (isRaised(e, 'OverflowError')) valueError(`memoryview: invalid value for format '${format}'`);
    throw e;
  }
}
