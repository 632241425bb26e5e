/**
 * Struct sequences: tuples with named items, as `time.struct_time` and `sys.version_info` are.
 */
import { newTuple } from '../../objects/core/tuple.ts';
import { PyType, type PyValue } from '../../objects/core/object.ts';
import { None, PyTuple, tupleType, typeOf } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { repr } from '../../objects/slots/format.ts';
import { toArray } from '../../protocol/iterate.ts';

/** Makes a struct sequence type; the first `visible` fields are items of the tuple. */
export function structSequence(
  module: string,
  name: string,
  fields: readonly string[],
  visible = fields.length,
  constructible = true,
): PyType {
  const type = new PyType(`${module}.${name}`, [tupleType], { module, qualname: name, base: false });
  const hidden = new WeakMap<PyTuple, readonly PyValue[]>();
  defNew(type, 'sequence, dict?', (cls: PyType, sequence: PyValue, extra?: PyValue) => {
    if (!constructible) typeError(`cannot create '${module}.${name}' instances`);
    const items = toArray(sequence);
    if (items.length < visible)
      typeError(
        `${module}.${name}() takes ` +
          `${visible === fields.length ? `a ${visible}` : `an at least ${visible}`}` +
          `-sequence (${items.length}-sequence given)`,
      );
    if (items.length > fields.length)
      typeError(
        `${module}.${name}() takes ` +
          `${visible === fields.length ? `a ${visible}` : `an at most ${fields.length}`}` +
          `-sequence (${items.length}-sequence given)`,
      );
    const made = newTuple(cls, items.slice(0, visible));
    const rest = fields
      .slice(visible)
      .map((f, i) => items[visible + i] ?? (extra instanceof PyDict ? extra.get(f) : undefined) ?? None);
    if (rest.length > 0) hidden.set(made, rest);
    return made;
  });
  for (const [i, f] of fields.entries()) {
    defGetSet(type, { [f]: (t: PyTuple) => (i < visible ? t.items[i]! : (hidden.get(t)?.[i - visible] ?? None)) });
  }
  defMethods(type, {
    '__repr__()': (t: PyTuple) =>
      `${module}.${name}(${fields
        .slice(0, visible)
        .map((f, i) => `${f}=${repr(t.items[i]!)}`)
        .join(', ')})`,
    '__reduce__()': (t: PyTuple) => new PyTuple([typeOf(t), new PyTuple([new PyTuple(t.items), new PyDict()])]),
  });
  for (const [k, v] of [
    ['n_fields', fields.length],
    ['n_sequence_fields', visible],
    ['n_unnamed_fields', 0],
  ] as const)
    type.dict.set(k, v);
  type.dict.set('__match_args__', new PyTuple(fields.slice(0, visible)));
  return type;
}

/** Makes an instance from all its fields. */
export function makeStruct(type: PyType, values: readonly PyValue[]): PyTuple {
  const visible = type.dict.get('n_sequence_fields') as number;
  if (values.length === visible) return newTuple(type, values);
  const make = type.dict.get('__new__') as unknown as { impl: (...args: unknown[]) => PyTuple };
  return make.impl(type, new PyTuple(values));
}
