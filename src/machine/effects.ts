/**
 * What calling a function implemented in TypeScript may do, declared beside the function.
 *
 * Compiled code keeps values in variables, puts stores off and leaves checks out; what it must undo before a
 * call, and forget after it, depends on what the call may do. That is declared where the function stands: after
 * the signature of a built-in (`'get(key, default?, /); read if table scalar any'`), in the row of a runtime
 * function. Nothing is derived from a name. A declaration is one text, so that a row stays one line:
 *
 *     pure                                      whatever the operands are
 *     write if list scalar any                  for a list, a scalar and anything; else it may run Python
 *     pure if scalar* | tuple tuple; read if list list
 *
 * An operand that is left out fits. `WORD*` stands for all operands from there on. Without a declaration a
 * function may run Python. A declaration that is too generous is a wrong answer, usually far from its cause:
 * `--jit checkeffects=1` (`effects-check.ts`) holds every call against what is declared.
 */
import type { Effects } from '../ir/effects.ts';
import type { PyType, PyValue } from '../objects/core/object.ts';
import { PyDict, dictType } from '../objects/core/dict.ts';
import { PySet, frozensetType, setType } from '../objects/core/set-table.ts';
import { PyList, Store, listType, typeOf } from '../objects/core/values.ts';
import { Kind, kindOf } from './kinds.ts';

/** What an operand may be asked to be. */
export type OperandClass =
  | 'any'
  /** An exact int, float, bool, str, or None: it compares and hashes without Python. */
  | 'scalar'
  | 'str'
  | 'list'
  | 'tuple'
  | 'dict'
  | 'range'
  /** An exact `type` (no metaclass of its own). */
  | 'type'
  /** An exact instance of the class whose method this is. */
  | 'self'
  /** An exact dict, set or frozenset that finds a scalar without Python (`plain`). */
  | 'table'
  /** An exact list of ints or of floats, or set or frozenset of ints or of strs, as its storage says. */
  | 'scalars';

/** Effects that hold when the operands are of these classes, the last one repeated where `rest`. */
interface EffectCase {
  readonly effects: Effects;
  readonly operands: readonly OperandClass[];
  readonly rest: boolean;
}

const EFFECTS: Record<Effects, true> = { pure: true, read: true, write: true, hidden: true, python: true, frame: true };
const CLASSES: Record<OperandClass, true> = {
  any: true,
  scalar: true,
  str: true,
  list: true,
  tuple: true,
  dict: true,
  range: true,
  type: true,
  self: true,
  table: true,
  scalars: true,
};

/** Declarations read so far, by their text. */
const READ = new Map<string, readonly EffectCase[]>();

/** Reads a declaration. Throws where it is not one. */
export function effectCases(text: string): readonly EffectCase[] {
  let cases = READ.get(text);
  if (cases === undefined) {
    cases = text.split(';').flatMap((clause) => readClause(clause.trim()));
    READ.set(text, cases);
  }
  return cases;
}

/** Reads `EFFECTS` or `EFFECTS if WORD… | WORD…`. */
function readClause(clause: string): EffectCase[] {
  const [effects, when] = clause.split(' if ');
  if (!Object.hasOwn(EFFECTS, effects!)) throw new Error(`no such effects: '${clause}'`);
  return (when ?? 'any*').split('|').map((text) => {
    const words = text.trim().split(' ');
    const rest = words[words.length - 1]!.endsWith('*');
    if (rest) words.push(words.pop()!.slice(0, -1));
    for (const w of words) if (!Object.hasOwn(CLASSES, w)) throw new Error(`no such class of operands: '${w}'`);
    return { effects: effects as Effects, operands: words as OperandClass[], rest };
  });
}

/** A function with declared effects, as far as the question what it may do is concerned. */
export interface Declared {
  readonly name: string;
  /** The declaration. */
  readonly effects: string;
  /** The class whose method it is. */
  readonly owner: PyType | null;
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
function isOf(x: PyValue, cls: OperandClass, owner: PyType | null): boolean {
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
