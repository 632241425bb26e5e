/** `except*` (PEP 654): splitting a group by type, and what is raised at the end. */
import { type PyException, exceptionType, typeError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import { PyType, type PyValue } from '../objects/core/object.ts';
import { None, PyTuple } from '../objects/core/values.ts';
import { ownAttr } from '../objects/core/instance.ts';
import { getAttr } from '../protocol/attribute.ts';
import { groupItems, isGroup, splitGroup } from '../types/exceptions/group.ts';
import { listFrom, listValues } from '../objects/core/list-storage.ts';
import type { PyList } from '../objects/core/values.ts';

type Matches = (exc: PyException, type: PyValue) => boolean;

/** Splits an exception by an `except*` type: (rest or None, match or None). */
export function matchGroup(exc: PyException, type: PyValue, matches: Matches): PyTuple {
  const group = exceptionType('BaseExceptionGroup');
  const types = type instanceof PyTuple ? type.items : [type];
  for (const t of types) {
    if (t instanceof PyType && t.isSubtype(group)) {
      typeError('catching ExceptionGroup with except* is not allowed. Use except instead.');
    }
  }
  if (!exc.type.isSubtype(group)) {
    if (!matches(exc, type)) return new PyTuple([exc, None]);
    return new PyTuple([None, invoke(group, ['', new PyTuple([exc])])]);
  }
  const parts = invoke(getAttr(exc, 'split'), [type]) as PyTuple;
  return new PyTuple([parts.items[1]!, parts.items[0]!]);
}

/** Tells whether an exception is still as it was raised: raised again, not raised anew. */
function sameRaise(a: PyException, b: PyException): boolean {
  return (
    a.traceback === b.traceback &&
    a.cause === b.cause &&
    a.context === b.context &&
    ownAttr(a, '__notes__') === ownAttr(b, '__notes__')
  );
}

/** Lists the exceptions in a group, those in its groups too. */
function leavesOf(e: PyException): PyException[] {
  return isGroup(e) ? groupItems(e).flatMap(leavesOf) : [e];
}

/**
 * Returns what is to be raised after all `except*` clauses, or None. What was not handled or was raised again keeps its
 * place in the structure of the original group; what was raised anew stands beside it.
 */
export function prepareReraise(original: PyValue, raised: PyValue): PyValue {
  const all = listValues(raised as PyList) as (PyException | typeof None)[];
  if (all.length === 0) return None;
  if (!isGroup(original)) return all[0]!;
  const left = all.filter((e): e is PyException => e !== None);
  const again = left.filter((e) => sameRaise(e, original));
  const anew = left.filter((e) => !again.includes(e));
  if (again.length > 0) {
    const kept = new Set(again.flatMap(leavesOf));
    const { match } = splitGroup(original, (e) => kept.has(e));
    if (anew.length === 0) return match ?? None;
    if (match !== null) anew.push(match);
  }
  if (anew.length === 0) return None;
  return anew.length === 1 ? anew[0]! : invoke(exceptionType('BaseExceptionGroup'), ['', listFrom(anew)]);
}
