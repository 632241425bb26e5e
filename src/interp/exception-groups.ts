/** `except*` (PEP 654): splitting a group by type, and what is raised at the end. */
import { type PyException, exceptionType, typeError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import { PyType, type PyValue } from '../objects/core/object.ts';
import { None, PyTuple } from '../objects/core/values.ts';
import { getAttr } from '../protocol/attribute.ts';
import { listFrom, listValues } from '../objects/core/list-storage.ts';
import { PyList } from '../objects/core/values.ts';

type Matches = (exc: PyException, type: PyValue) => boolean;

/** Splits an exception by an `except*` type: (rest or None, match or None). */
export function splitGroup(exc: PyException, type: PyValue, matches: Matches): PyTuple {
  const group = exceptionType('BaseExceptionGroup');
  const types = type instanceof PyTuple ? type.items : [type];
  for (const t of types) {
    if (t instanceof PyType && t.isSubtype(group)) {
      typeError('catching ExceptionGroup with except* is not allowed. Use except instead.');
    }
  }
  if (!exc.type.isSubtype(group)) {
    if (!matches(exc, type)) return new PyTuple([exc, None]);
    return new PyTuple([None, invoke(exceptionType('ExceptionGroup'), ['', listFrom([exc])])]);
  }
  const parts = invoke(getAttr(exc, 'split'), [type]) as PyTuple;
  return new PyTuple([parts.items[1]!, parts.items[0]!]);
}

/** Returns what remains to be raised after all `except*` clauses, or None. */
export function prepareReraise(original: PyValue, raised: PyValue): PyValue {
  const left = raised instanceof PyList ? listValues(raised).filter((e) => e !== None) : [];
  if (left.length === 0) return None;
  if (left.length === 1) return left[0]!;
  void original;
  return invoke(exceptionType('ExceptionGroup'), ['', listFrom([...left])]);
}
