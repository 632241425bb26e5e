/**
 * The free names that templates of the op table may use, and what they stand for.
 * Short helpers on primitive operands live in `int-fast.ts`; nothing here knows a trace.
 */
import { MAX_INT, PyInstance, type PyValue } from '../objects/core/object.ts';
import { addFloat, addSlot } from '../objects/core/instance.ts';
import { PyFloat, PyListIterator, PyRange, PyRangeIterator, PyTuple, PyTupleIterator } from '../objects/core/values.ts';
import { intAdd, intMul, intSub } from '../numbers/int-ops.ts';
import { state } from '../frames/state.ts';
import { polling } from '../signals/polling.ts';
import { floatFloorDiv, floatMod, floatSquare } from '../numbers/float-ops.ts';
import { and53, maskInt, modInt, modSigned, mulMod, or53, rangeLength, xor53 } from '../numbers/int-fast.ts';

/** Tells whether two values are one object; floats by their bits. */
function same(x: PyValue, y: PyValue): boolean {
  return x === y || (x instanceof PyFloat && y instanceof PyFloat && Object.is(x.value, y.value));
}

/** Tells whether the bounds of a range object are all JS numbers. */
function isSmallRange(r: PyRange): boolean {
  return typeof r.start === 'number' && typeof r.stop === 'number' && typeof r.step === 'number';
}

export const NAMES = {
  MAX_INT,
  PyFloat,
  PyInstance,
  PyListIterator,
  PyRange,
  PyRangeIterator,
  PyTuple,
  PyTupleIterator,
  addFloat,
  addSlot,
  and53,
  floatFloorDiv,
  floatMod,
  floatSquare,
  intAdd,
  intMul,
  intSub,
  isSmallRange,
  maskInt,
  modInt,
  modSigned,
  mulMod,
  or53,
  polling,
  rangeLength,
  same,
  state,
  xor53,
} as const;

/** Globals of JavaScript that templates may use. */
export const HOST_NAMES = ['Math'] as const;
