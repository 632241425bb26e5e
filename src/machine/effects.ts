/** Which of a function's declared effects hold for given operands (`objects/core/effects.ts` says how they are declared). */
import {
  type Declared,
  type EffectCase,
  type Effects,
  type OperandClass,
  effectCases,
} from '../objects/core/effects.ts';
import type { PyType, PyValue } from '../objects/core/object.ts';
import { PyDict, dictType } from '../objects/core/dict.ts';
import { PySet, frozensetType, setType } from '../objects/core/set-table.ts';
import { PyList, Store, listType, typeOf } from '../objects/core/values.ts';
import { Kind, kindOf } from './kinds.ts';

/** What a recorded call of a runtime function or a built-in is known by. */
export interface Callee {
  readonly name: string;
  readonly effects: Effects;
  readonly fn: (...args: any[]) => PyValue;
  readonly variadic: boolean;
  /** The kind of every result, OBJECT where it differs. */
  readonly result: Kind;
}

/** Tells whether a value of this kind compares, hashes and converts without running Python. */
export function isScalar(k: Kind): boolean {
  return k === Kind.INT || k === Kind.BIG || k === Kind.BOOL || k === Kind.FLOAT || k === Kind.STR || k === Kind.NONE;
}

/** Tells whether a value is an exact set or frozenset that holds ints only or strs only. */
function isPlainSet(x: PyValue): boolean {
  return x instanceof PySet && (x.type === setType || x.type === frozensetType) && x.plain;
}

/** Tells whether an operand is of a class. */
export function isOf(x: PyValue, cls: OperandClass, owner: PyType | null): boolean {
  switch (cls) {
    case 'any':
      return true;
    case 'scalar':
      return isScalar(kindOf(x));
    case 'str':
      return kindOf(x) === Kind.STR;
    case 'list':
      return kindOf(x) === Kind.LIST;
    case 'tuple':
      return kindOf(x) === Kind.TUPLE;
    case 'dict':
      return kindOf(x) === Kind.DICT;
    case 'range':
      return kindOf(x) === Kind.RANGE;
    case 'type':
      return kindOf(x) === Kind.TYPE;
    case 'self':
      return typeOf(x) === owner;
    case 'table':
      return isPlainSet(x) || (x instanceof PyDict && x.type === dictType && x.plain);
    case 'scalars':
      return isPlainSet(x) || (x instanceof PyList && x.type === listType && x.store !== Store.OBJECT);
  }
}

/** Returns the class that a case asks of operand `i`, or undefined where it takes fewer. */
export function classAt(c: EffectCase, i: number): OperandClass | undefined {
  return i < c.operands.length ? c.operands[i] : c.rest ? c.operands[c.operands.length - 1] : undefined;
}

/** Returns the first declared case that operands fit, or null: then the call may run Python. */
export function caseOf(fn: Declared, args: readonly PyValue[]): EffectCase | null {
  if (fn.effects === 'python') return null;
  const fits = (c: EffectCase): boolean =>
    args.every((x, i) => {
      const cls = classAt(c, i);
      return cls !== undefined && isOf(x, cls, fn.owner);
    });
  return effectCases(fn.effects).find(fits) ?? null;
}
