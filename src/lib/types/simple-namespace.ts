/**
 * `types.SimpleNamespace`.
 */
import { Comparison } from '../../bytecode/operators.ts';
import { PyInstance, PyType, type PyValue } from '../../objects/core/object.ts';
import { None, NotImplemented, PyTuple, objectType, strOf, typeOf } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { type Kwargs, defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { dictOf, ownAttr, ownNames, setOwnAttr } from '../../objects/core/instance.ts';
import { guardedRepr } from '../../objects/core/repr-guard.ts';
import { dictGetSet } from '../../types/classes/new.ts';
import { compareOp } from '../../protocol/compare.ts';
import { repr } from '../../objects/slots/format.ts';
import { invoke } from '../../objects/core/invoke.ts';

export const simpleNamespaceType = new PyType('types.SimpleNamespace', [objectType], {
  module: 'types',
  qualname: 'SimpleNamespace',
});
simpleNamespaceType.hasDict = true;
simpleNamespaceType.allocate = (t) => new PyInstance(t);
simpleNamespaceType.dict.set('__dict__', dictGetSet(simpleNamespaceType));
defNew(simpleNamespaceType, '*args, **kwargs', (cls: PyType) => new PyInstance(cls));

/** Writes a namespace with its fields in order. */
function namespaceRepr(n: PyInstance): string {
  const name = n.type === simpleNamespaceType ? 'namespace' : n.type.name;
  return guardedRepr(
    n,
    `${name}(...)`,
    () =>
      `${name}(${ownNames(n)
        .map((k) => `${String(k)}=${repr(ownAttr(n, k as string)!)}`)
        .join(', ')})`,
  );
}

defMethods(simpleNamespaceType, {
  '__init__(*args, **kwargs)': (n: PyInstance, args: PyValue[], kw: Kwargs) => {
    if (args.length > 1) typeError(`${n.type.name} expected at most 1 argument, got ${args.length}`);
    if (args.length === 1) {
      const source = invoke(dictTypeOf(), [args[0]!]) as PyDict;
      for (const [k, v] of source.entries()) setOwnAttr(n, strOf(k) ?? typeError(`keywords must be strings`), v);
    }
    for (const [k, v] of kw) setOwnAttr(n, k, v);
    return None;
  },
  '__repr__()': namespaceRepr,
  '__eq__(other, /)': (n: PyInstance, other: PyValue) =>
    typeOf(other).isSubtype(simpleNamespaceType)
      ? compareOp(Comparison.EQ, dictOf(n)!, dictOf(other)!)
      : NotImplemented,
  '__reduce__()': (n: PyInstance) => new PyTuple([n.type, new PyTuple([]), dictOf(n)!]),
  '__replace__(**changes)': (n: PyInstance, changes: Kwargs) => {
    const copy = new PyInstance(n.type);
    for (const k of ownNames(n)) setOwnAttr(copy, k as string, ownAttr(n, k as string)!);
    for (const [k, v] of changes) setOwnAttr(copy, k, v);
    return copy;
  },
});
simpleNamespaceType.dict.set('__hash__', None);

function dictTypeOf(): PyType {
  return new PyDict().type;
}

/** Makes a namespace from fields. */
export function namespace(fields: Iterable<readonly [string, PyValue]>): PyInstance {
  const n = new PyInstance(simpleNamespaceType);
  for (const [k, v] of fields) setOwnAttr(n, k, v);
  return n;
}
