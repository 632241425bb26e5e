/**
 * `__build_class__`: what a `class` statement calls (reference, "Class definitions", "Metaclasses").
 */
import { PyType, type PyValue } from '../../objects/core/object.ts';
import { None, PyCell, type PyFunction, PyTuple, typeOf, typeType } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import type { Kwargs } from '../../objects/core/builtin.ts';
import { raise, typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { repr } from '../../objects/slots/format.ts';
import { setItem } from '../../protocol/subscript.ts';
import { calculateMetaclass } from './new.ts';

/**
 * Makes the class of a `class` statement. `runBody` executes the body with the namespace as its
 * locals and returns what the body returns: the `__class__` cell or None. Throws TypeError, and
 * whatever the body, the metaclass or the hooks raise.
 */
export function buildClass(
  body: PyFunction,
  name: PyValue,
  origBases: readonly PyValue[],
  kwargs: Kwargs | null,
  runBody: (body: PyFunction, namespace: PyValue) => PyValue,
): PyValue {
  const { meta, bases, namespace, kw } = prepareClass(name, origBases, kwargs);
  return finishClass(name, origBases, bases, meta, namespace, kw, runBody(body, namespace));
}

interface PreparedClass {
  meta: PyValue;
  bases: readonly PyValue[];
  namespace: PyValue;
  kw: Kwargs | null;
}

/** Finds metaclass and bases and makes the namespace: all that comes before the body runs. */
export function prepareClass(name: PyValue, origBases: readonly PyValue[], kwargs: Kwargs | null): PreparedClass {
  const bases = resolveBases(origBases);
  let kw = kwargs;
  let meta = kwargs?.get('metaclass');
  if (meta !== undefined) {
    kw = new Map(kwargs!);
    kw.delete('metaclass');
    if (kw.size === 0) kw = null;
  } else meta = bases.length === 0 ? typeType : typeOf(bases[0]!);
  if (meta instanceof PyType) meta = calculateMetaclass(meta, bases);
  return { meta, bases, namespace: prepareNamespace(meta, name, bases, kw), kw };
}

/** Replaces bases that are not classes by what their `__mro_entries__` gives (PEP 560). */
function resolveBases(bases: readonly PyValue[]): readonly PyValue[] {
  if (bases.every((b) => b instanceof PyType)) return bases;
  const out: PyValue[] = [];
  for (const b of bases) {
    const hook = b instanceof PyType ? undefined : lookupAttr(b, '__mro_entries__');
    if (hook === undefined) {
      out.push(b);
      continue;
    }
    const entries = invoke(hook, [new PyTuple(bases)]);
    if (!(entries instanceof PyTuple)) typeError('__mro_entries__ must return a tuple');
    out.push(...entries.items);
  }
  return out;
}

/** Makes the namespace by the metaclass's `__prepare__`. */
function prepareNamespace(meta: PyValue, name: PyValue, bases: readonly PyValue[], kw: Kwargs | null): PyValue {
  if (meta === typeType) return new PyDict();
  const prepare = lookupAttr(meta, '__prepare__');
  if (prepare === undefined) return new PyDict();
  const ns = invoke(prepare, [name, new PyTuple(bases)], kw);
  if (typeOf(ns).lookup('__getitem__') === undefined) {
    const who = meta instanceof PyType ? meta.name : '<metaclass>';
    typeError(`${who}.__prepare__() must return a mapping, not ${typeOf(ns).name}`);
  }
  return ns;
}

/** Calls the metaclass and checks that the `__class__` cell was filled. */
export function finishClass(
  name: PyValue,
  origBases: readonly PyValue[],
  bases: readonly PyValue[],
  meta: PyValue,
  namespace: PyValue,
  kw: Kwargs | null,
  cell: PyValue,
): PyValue {
  if (bases !== origBases) setItem(namespace, '__orig_bases__', new PyTuple(origBases));
  const cls = invoke(meta, [name, new PyTuple(bases), namespace], kw);
  if (cls instanceof PyType && cell !== None && cell instanceof PyCell) {
    if (cell.value === undefined) {
      raise(
        'RuntimeError',
        `__class__ not set defining ${repr(name)} as ${repr(cls)}. Was __classcell__ propagated to type.__new__?`,
      );
    }
    if (cell.value !== cls) typeError(`__class__ set to ${repr(cell.value)} defining ${repr(name)} as ${repr(cls)}`);
  }
  return cls;
}
