/** CALL_INTRINSIC_1 and CALL_INTRINSIC_2: rare operations of the compiler's making. */
import { INTRINSIC_1, INTRINSIC_2 } from '../bytecode/opcodes.ts';
import { makeException, PyRaise, raise, typeError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import type { PyValue } from '../objects/core/object.ts';
import { None, type PyFunction, PyTuple, strOf, typeOf } from '../objects/core/values.ts';
import { positive } from '../protocol/number.ts';
import { toArray } from '../protocol/iterate.ts';
import { getAttr, lookupAttr } from '../objects/slots/attribute.ts';
import { setItem } from '../protocol/subscript.ts';
import {
  makeParamSpec,
  makeTypeAlias,
  makeTypeVar,
  makeTypeVarTuple,
  setTypeParamDefault,
} from '../types/classes/params.ts';
import { display } from '../lib/builtins/hooks.ts';
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

/** Returns the names that `from m import *` copies, and what they were found in. */
function starNames(module: PyValue): [PyValue[], '__all__' | '__dict__'] {
  const all = lookupAttr(module, '__all__');
  if (all !== undefined) return [toArray(all), '__all__'];
  const dict = lookupAttr(module, '__dict__');
  if (dict === undefined) raise('ImportError', 'from-import-* object has no __dict__ and no __all__');
  return [toArray(invoke(getAttr(dict, 'keys'), [])), '__dict__'];
}

/** Copies the public names of a module into the locals (`from m import *`). */
function importStar(f: Frame<PyValue>, module: PyValue): PyValue {
  const target = f.locals ?? f.globals;
  const [names, from] = starNames(module);
  for (const name of names) {
    const text = strOf(name);
    if (text === undefined) throwNoName(module, name, from);
    if (from === '__all__' || !text.startsWith('_')) setItem(target, name, getAttr(module, text));
  }
  return None;
}

/** Throws for what is no name among those of a module. */
function throwNoName(module: PyValue, name: PyValue, from: '__all__' | '__dict__'): never {
  const text = strOf(getAttr(module, '__name__'));
  if (text === undefined) typeError(`__name__ must be a string, not ${typeOf(getAttr(module, '__name__')).name}`);
  const what = from === '__all__' ? 'Item' : 'Key';
  typeError(`${what} in ${text}.${from} must be str, not ${typeOf(name).name}`);
}

/** CALL_INTRINSIC_1. */
export function intrinsic1(f: Frame<PyValue>, which: PyValue, x: PyValue): PyValue {
  const name = INTRINSIC_1[which as number]!;
  switch (name) {
    case 'INTRINSIC_PRINT':
      return display(x);
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
