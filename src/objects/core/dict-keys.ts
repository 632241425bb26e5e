/** Which dict keys a JS Map finds by itself: a primitive that stands for the key. */
import type { PyObj, PyType, PyValue } from './object.ts';
import {
  type PyComplex,
  PyFloat,
  PyIntSub,
  PyStrSub,
  complexType,
  floatType,
  intType,
  objectType,
  strType,
  tupleType,
} from './values.ts';

/** Stands for keys of built-in types with an equality of their own. */
export const VALUE = Symbol('value');
/** Stands for keys whose class defines equality or hashing. */
export const CLASS = Symbol('class');

let objectEq: PyValue | undefined;
let objectHash: PyValue | undefined;

/** Returns the JS key that stands for all Python keys equal to this one, or VALUE, or CLASS. */
export function jsKey(key: PyValue): unknown {
  switch (typeof key) {
    case 'string':
    case 'number':
    case 'bigint':
      return key;
    case 'boolean':
      return key ? 1 : 0;
  }
  const type = key.type;
  if (type === tupleType) return VALUE;
  if (type === floatType) return floatKey(key as PyFloat);
  objectEq ??= objectType.dict.get('__eq__');
  objectHash ??= objectType.dict.get('__hash__');
  if (type.lookup('__eq__') === objectEq && type.lookup('__hash__') === objectHash) return key;
  return ownerKey(key, type);
}

/** Returns the key of a value whose class does not compare by identity, by the class that defines `==`. */
function ownerKey(key: PyObj, type: PyType): unknown {
  const owner = type.mro.find((t) => t.dict.has('__eq__') || t.dict.has('__hash__'));
  if (owner === undefined || owner === objectType) return key;
  if (owner.heap || owner.equalsOthers) return CLASS;
  if (owner === intType && key instanceof PyIntSub) return key.value;
  if (owner === strType && key instanceof PyStrSub) return key.value;
  if (owner === floatType) return floatKey(key as PyFloat);
  if (owner === complexType && (key as PyComplex).imag === 0) return floatKey(new PyFloat((key as PyComplex).real));
  return VALUE;
}

/** Makes the JS key of a float: the equal int if there is one, itself for NaN, else the number. */
function floatKey(f: PyFloat): unknown {
  const x = f.value;
  if (Number.isNaN(x)) return f;
  if (Number.isInteger(x)) return Number.isSafeInteger(x) ? x + 0 : BigInt(x);
  return x;
}
