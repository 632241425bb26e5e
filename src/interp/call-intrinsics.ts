/** CALL_INTRINSIC_1 and CALL_INTRINSIC_2: rare operations of the compiler's making. */
import { INTRINSIC_1, INTRINSIC_2 } from '../bytecode/opcodes.ts';
import { makeException, PyRaise } from '../objects/core/exceptions.ts';
import { PyDict } from '../objects/core/dict.ts';
import type { PyValue } from '../objects/core/object.ts';
import { None, type PyFunction, PyTuple, strOf } from '../objects/core/values.ts';
import { positive } from '../protocol/number.ts';
import { toArray } from '../protocol/iterate.ts';
import { lookupAttr } from '../objects/slots/attribute.ts';
import { setItem } from '../protocol/subscript.ts';
import {
  makeParamSpec,
  makeTypeAlias,
  makeTypeVar,
  makeTypeVarTuple,
  setTypeParamDefault,
} from '../types/classes/params.ts';
import { subscriptGeneric } from '../lib/types/typing.ts';
import { prepareReraise } from './exception-groups.ts';
import type { Frame } from '../frames/frame.ts';

/** Raises for an operation that is not there. */
function missing(name: string): never {
  throw new PyRaise(
    makeException(
      'NotImplementedError',
      `sidewinder does not support this construct yet (${name.toLowerCase().replace('intrinsic_', '')})`,
    ),
  );
}

/** Copies the public names of a module into the locals (`from m import *`). */
function importStar(f: Frame<PyValue>, module: PyValue): PyValue {
  const target = f.locals ?? f.globals;
  const all = lookupAttr(module, '__all__');
  const dict = lookupAttr(module, '__dict__');
  const names =
    all !== undefined
      ? toArray(all).map((n) => strOf(n)!)
      : dict instanceof PyDict
        ? [...dict.entries()].map(([k]) => strOf(k)!).filter((n) => !n.startsWith('_'))
        : [];
  for (const name of names) {
    const v = lookupAttr(module, name);
    if (v === undefined)
      throw new PyRaise(
        makeException(
          'AttributeError',
          `module '${strOf(lookupAttr(module, '__name__') ?? '')}' has no attribute '${name}'`,
        ),
      );
    setItem(target, name, v);
  }
  return None;
}

/** CALL_INTRINSIC_1. */
export function intrinsic1(f: Frame<PyValue>, which: PyValue, x: PyValue): PyValue {
  const name = INTRINSIC_1[which as number]!;
  switch (name) {
    case 'INTRINSIC_UNARY_POSITIVE':
      return positive(x);
    case 'INTRINSIC_LIST_TO_TUPLE':
      return new PyTuple(toArray(x));
    case 'INTRINSIC_IMPORT_STAR':
      return importStar(f, x);
    case 'INTRINSIC_STOPITERATION_ERROR':
      return x;
    case 'INTRINSIC_TYPEVAR':
      return makeTypeVar(x);
    case 'INTRINSIC_PARAMSPEC':
      return makeParamSpec(x);
    case 'INTRINSIC_TYPEVARTUPLE':
      return makeTypeVarTuple(x);
    case 'INTRINSIC_TYPEALIAS':
      return makeTypeAlias(x as PyTuple);
    case 'INTRINSIC_SUBSCRIPT_GENERIC':
      return subscriptGeneric(x);
    default:
      return missing(name);
  }
}

/** CALL_INTRINSIC_2. */
export function intrinsic2(_f: Frame<PyValue>, which: PyValue, x: PyValue, y: PyValue): PyValue {
  const name = INTRINSIC_2[which as number]!;
  switch (name) {
    case 'INTRINSIC_SET_FUNCTION_TYPE_PARAMS':
      (x as PyFunction).typeParams = y;
      return x;
    case 'INTRINSIC_PREP_RERAISE_STAR':
      return prepareReraise(x, y);
    case 'INTRINSIC_TYPEVAR_WITH_BOUND':
      return makeTypeVar(x, y);
    case 'INTRINSIC_TYPEVAR_WITH_CONSTRAINTS':
      return makeTypeVar(x, null, y);
    case 'INTRINSIC_SET_TYPEPARAM_DEFAULT':
      return setTypeParamDefault(x, y);
    default:
      return missing(name);
  }
}
