/** The `match` statement (PEP 634): what MATCH_* bytecodes ask of subjects. */
import { raise, typeError } from '../objects/core/exceptions.ts';
import { PyDict } from '../objects/core/dict.ts';
import { type PyValue, PyType } from '../objects/core/object.ts';
import { None, PyTuple, strOf, typeOf } from '../objects/core/values.ts';
import { lookupAttr } from '../objects/slots/attribute.ts';
import { isRealInstance } from '../objects/slots/compare.ts';
import { invoke } from '../objects/core/invoke.ts';
import { repr } from '../objects/slots/format.ts';

/** Tells whether a value is matched by a sequence pattern. */
export function matchSequence(x: PyValue): PyValue {
  return typeOf(x).collection === 'sequence';
}

/** Tells whether a value is matched by a mapping pattern. */
export function matchMapping(x: PyValue): PyValue {
  return typeOf(x).collection === 'mapping';
}

/** Returns the values of keys as a tuple, or None where one is missing. */
export function matchKeys(subject: PyValue, keys: PyValue): PyValue {
  const out: PyValue[] = [];
  const seen = new PyDict();
  const get = subject instanceof PyDict ? undefined : lookupAttr(subject, 'get');
  const missing = new PyTuple([]);
  for (const k of (keys as PyTuple).items) {
    if (seen.has(k)) raise('ValueError', `mapping pattern checks duplicate key (${repr(k)})`);
    seen.set(k, None);
    const v = subject instanceof PyDict ? (subject.get(k) ?? missing) : invoke(get!, [k, missing]);
    if (v === missing) return None;
    out.push(v);
  }
  return new PyTuple(out);
}

/** Returns the attributes a class pattern asks for as a tuple, or None where it does not match. */
export function matchClass(subject: PyValue, cls: PyValue, names: PyTuple, positional: number): PyValue {
  if (!(cls instanceof PyType)) typeError('called match pattern must be a class');
  if (!isRealInstance(subject, cls)) return None;
  const out: PyValue[] = [];
  const seen = new Set<string>();
  if (positional > 0) {
    const args = lookupAttr(cls, '__match_args__');
    if (args === undefined) {
      const allowed = cls.matchesSelf ? 1 : 0;
      if (positional > allowed)
        typeError(
          `${cls.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${positional} given)`,
        );
      out.push(subject);
    } else {
      if (!(args instanceof PyTuple))
        typeError(`${cls.name}.__match_args__ must be a tuple (got ${typeOf(args).name})`);
      if (positional > args.items.length) {
        const n = args.items.length;
        typeError(`${cls.name}() accepts ${n} positional sub-pattern${n === 1 ? '' : 's'} (${positional} given)`);
      }
      for (let i = 0; i < positional; i++) {
        const name = strOf(args.items[i]!);
        if (name === undefined)
          typeError(`__match_args__ elements must be strings (got ${typeOf(args.items[i]!).name})`);
        if (seen.has(name)) typeError(`${cls.name}() got multiple sub-patterns for attribute ${repr(name)}`);
        seen.add(name);
        const v = lookupAttr(subject, name);
        if (v === undefined) return None;
        out.push(v);
      }
    }
  }
  for (const x of names.items) {
    const name = strOf(x)!;
    if (seen.has(name)) typeError(`${cls.name}() got multiple sub-patterns for attribute ${repr(name)}`);
    seen.add(name);
    const v = lookupAttr(subject, name);
    if (v === undefined) return None;
    out.push(v);
  }
  return new PyTuple(out);
}
