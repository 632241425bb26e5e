/**
 * collections.namedtuple: classes derived from tuple with named items.
 *
 * CPython compiles a lambda for `__new__` to get its argument errors; here a native `__new__` matches the
 * arguments itself and words the errors as a call of that lambda would.
 */
import { PyClassMethod, PyGetSet } from '../../objects/core/descriptors.ts';
import { currentModuleName } from '../../objects/core/world.ts';
import { newTuple } from '../../objects/core/tuple.ts';
import { type PyType, type PyValue, PyType as Type } from '../../objects/core/object.ts';
import {
  None,
  PyTuple,
  strOf,
  tupleType,
  typeType,
  builtinFunctionType,
  builtinType,
} from '../../objects/core/values.ts';
import { type Kwargs, PyBuiltin } from '../../objects/core/builtin.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { PyRaise, makeException, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { tupleOf } from '../../types/containers/tuple.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { isTrue } from '../../protocol/compare.ts';
import { iterate, toArray } from '../../protocol/iterate.ts';
import { repr, str } from '../../objects/slots/format.ts';
import { getItem } from '../../protocol/subscript.ts';
import { giveDict } from '../host/instance-dict.ts';

const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Tells whether a text is a valid identifier. */
function isIdentifier(s: string): boolean {
  return /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(s);
}

/** The class of these functions: Python functions in CPython, which can have attributes. */
const newType = builtinType('function', { base: false, from: builtinFunctionType });
giveDict(newType);

/** The `__new__` of a namedtuple class. */
class NamedTupleNew extends PyBuiltin {
  constructor(
    private readonly cls: PyType,
    private readonly fields: string[],
    private readonly defaults: PyValue[],
  ) {
    const required = fields.length - defaults.length;
    super(
      '__new__',
      fields.map((f, i) => (i < required ? f : `${f}?`)).join(', '),
      'new',
      cls,
      null,
      (sub: PyType, ...given: PyValue[]) => {
        const items = given;
        for (let i = 0; i < fields.length; i++) {
          const x = given[i];
          if (x === undefined) items[i] = defaults[i - required]!;
        }
        return newTuple(sub, items);
      },
    );
  }

  /** Matches arguments as a Python function `__new__(_cls, x, y=…)` would. */
  override call(args: readonly PyValue[], kw: Kwargs | null): PyValue {
    const { fields, defaults } = this;
    const name = `${this.cls.name}.__new__()`;
    if (args.length === 0) typeError(`${name} missing 1 required positional argument: '_cls'`);
    const values: (PyValue | undefined)[] = args.slice(1, fields.length + 1);
    if (kw !== null) {
      for (const [k, v] of kw) {
        const i = fields.indexOf(k);
        if (i < 0) typeError(`${name} got an unexpected keyword argument '${k}'`);
        if (values[i] !== undefined) typeError(`${name} got multiple values for argument '${k}'`);
        values[i] = v;
      }
    }
    const required = fields.length - defaults.length;
    if (args.length > fields.length + 1) {
      const takes = defaults.length > 0 ? `from ${required + 1} to ${fields.length + 1}` : String(fields.length + 1);
      typeError(
        `${name} takes ${takes} positional argument${fields.length === 0 ? '' : 's'} but ${args.length} were given`,
      );
    }
    const missing = fields.filter((_, i) => i < required && values[i] === undefined).map((f) => `'${f}'`);
    if (missing.length > 0) {
      const last = missing.length - 1;
      const list =
        last === 0
          ? missing[0]
          : last === 1
            ? `${missing[0]} and ${missing[1]}`
            : `${missing.slice(0, last).join(', ')}, and ${missing[last]}`;
      typeError(`${name} missing ${missing.length} required positional argument${last === 0 ? '' : 's'}: ${list}`);
    }
    return this.impl(args[0]!, ...fields.map((_, i) => values[i]));
  }
}

/** Raises AttributeError without further attributes. */
function cannot(verb: string): never {
  throw new PyRaise(makeException('AttributeError', `can't ${verb} attribute`));
}

/** Makes a namedtuple class; the names must be valid. */
export function makeNamedTuple(name: string, fields: string[], module: PyValue, defaults: PyValue[] = []): PyType {
  const required = fields.length - defaults.length;
  const names = new PyTuple(fields);
  const byDefault = new PyDict();
  fields.forEach((f, i) => {
    if (i >= required) byDefault.set(f, defaults[i - required]!);
  });
  const namespace = new PyDict();
  namespace.set('__doc__', `${name}(${fields.join(', ')})`);
  namespace.set('__slots__', new PyTuple([]));
  namespace.set('_fields', names);
  namespace.set('_field_defaults', byDefault);
  namespace.set('__match_args__', names);
  namespace.set('__module__', module);
  const cls = invoke(typeType, [name, new PyTuple([tupleType]), namespace]);
  if (!(cls instanceof Type)) return typeError('namedtuple class was not made');
  defineMethods(cls, fields);
  cls.dict.set('__new__', shapeInstance(new NamedTupleNew(cls, fields, defaults), newType));
  fields.forEach((f, i) => {
    cls.dict.set(
      f,
      new PyGetSet(
        f,
        cls,
        (t: PyTuple) => t.items[i]!,
        (_t, v) => cannot(v === undefined ? 'delete' : 'set'),
      ),
    );
  });
  cls.changed();
  return cls;
}

/** Gives a namedtuple class its methods. */
function defineMethods(cls: PyType, fields: string[]): void {
  const method = (name: string, signature: string, impl: (...args: any[]) => PyValue): void => {
    cls.dict.set(name, new PyBuiltin(name, signature, 'method', cls, null, impl));
  };
  const make = (sub: PyType, values: PyValue): PyValue => {
    const t = newTuple(sub, tupleOf(values).items);
    if (t.items.length !== fields.length) typeError(`Expected ${fields.length} arguments, got ${t.items.length}`);
    return t;
  };
  cls.dict.set('_make', new PyClassMethod(new PyBuiltin('_make', 'cls, iterable', 'function', null, null, make)));
  const replace = (t: PyTuple, kw: Kwargs): PyValue => {
    const rest = new Map(kw);
    const items = t.items.map((x, i) => {
      const v = rest.get(fields[i]!);
      rest.delete(fields[i]!);
      return v ?? x;
    });
    if (rest.size > 0) typeError(`Got unexpected field names: [${[...rest.keys()].map(repr).join(', ')}]`);
    return invoke(getAttr(t, '_make'), [new PyTuple(items)]);
  };
  method('_replace', '**kwds', replace);
  method('__replace__', '**kwds', replace);
  method(
    '__repr__',
    '',
    (t: PyTuple) => `${t.type.name}(${t.items.map((x, i) => `${fields[i]}=${repr(x)}`).join(', ')})`,
  );
  method('_asdict', '', (t: PyTuple) => {
    const d = new PyDict();
    let i = 0;
    for (const f of iterate(getAttr(t, '_fields'))) d.set(f, getItem(t, i++));
    return d;
  });
  method('__getnewargs__', '', (t: PyTuple) => newTuple(tupleType, t.items));
}

/** Replaces invalid names by `_0`, `_1`, … (the option `rename`). */
function renamed(fields: string[]): string[] {
  const seen = new Set<string>();
  return fields.map((f, i) => {
    const bad = !isIdentifier(f) || KEYWORDS.has(f) || f.startsWith('_') || seen.has(f);
    seen.add(f);
    return bad ? `_${i}` : f;
  });
}

export const NAMEDTUPLE = {
  'namedtuple(typename, field_names, *, rename?, defaults?, module?)': (
    typename: PyValue,
    fieldNames: PyValue,
    rename: PyValue = false,
    defaults: PyValue = None,
    module: PyValue = None,
  ) => {
    const text = strOf(fieldNames);
    let fields =
      text !== undefined
        ? text
            .replaceAll(',', ' ')
            .split(/\s+/)
            .filter((f) => f !== '')
        : toArray(fieldNames).map(str);
    const name = str(typename);
    if (isTrue(rename)) fields = renamed(fields);
    for (const n of [name, ...fields]) {
      if (!isIdentifier(n)) valueError(`Type names and field names must be valid identifiers: ${repr(n)}`);
      if (KEYWORDS.has(n)) valueError(`Type names and field names cannot be a keyword: ${repr(n)}`);
    }
    const seen = new Set<string>();
    for (const f of fields) {
      if (f.startsWith('_') && !isTrue(rename)) valueError(`Field names cannot start with an underscore: ${repr(f)}`);
      if (seen.has(f)) valueError(`Encountered duplicate field name: ${repr(f)}`);
      seen.add(f);
    }
    const values = defaults === None ? [] : toArray(defaults);
    if (values.length > fields.length) typeError('Got more default values than field names');
    return makeNamedTuple(name, fields, module !== None ? module : (currentModuleName() ?? '__main__'), values);
  },
};
