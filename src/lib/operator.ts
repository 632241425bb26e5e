/** The module `operator`: the operators as functions, and itemgetter, attrgetter, methodcaller. */
import { Binary } from '../bytecode/operators.ts';
import type { PyModule } from '../objects/core/values.ts';
import { PyObj, PyType, type PyValue } from '../objects/core/object.ts';
import { PyTuple, None, intOf, native, strOf, typeOf } from '../objects/core/values.ts';
import { type Kwargs, PyBuiltin, defMethods, defNew, makeFunctions } from '../objects/core/builtin.ts';
import { world } from '../objects/core/world.ts';
import { typeError, valueError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import { nativeModule } from '../types/functions/module.ts';
import { importedAttr } from '../objects/slots/imported.ts';
import { lengthHint } from '../objects/slots/length-hint.ts';
import { PyDict } from '../objects/core/dict.ts';
import { iterToSearch } from '../objects/slots/compare.ts';
import { iterNext } from '../objects/slots/iterate.ts';
import { getAttr } from '../protocol/attribute.ts';
import { compareOp, contains, isTrue, sameOrEqual } from '../protocol/compare.ts';
import { absolute, indexOf } from '../objects/slots/number.ts';
import { binaryOp, invert, negative, positive } from '../protocol/number.ts';
import { delItem } from '../objects/slots/subscript.ts';
import { getItem, setItem } from '../protocol/subscript.ts';
import { repr } from '../objects/slots/format.ts';
import { bufferOf } from '../objects/core/buffer.ts';
import { isAsciiText } from '../types/str/code-points.ts';
import { cType } from '../objects/core/c-types.ts';

/** Makes a getter type: constructor, call and repr. */
function getterType(name: string, cls: { prototype: PyObj }): PyType {
  const type = cType('operator', name, { base: false });
  native(cls, type);
  return type;
}

/** Makes a `__call__` of exactly one argument, in the words of these types. */
function calling<T>(
  name: string,
  get: (self: T, obj: PyValue) => PyValue,
): (self: T, args: PyValue[], kw: Kwargs) => PyValue {
  return (self, args, kw) => {
    if (kw.size > 0) typeError(`${name}() takes no keyword arguments`);
    if (args.length !== 1) typeError(`${name} expected 1 argument, got ${args.length}`);
    return get(self, args[0]!);
  };
}

class ItemGetter extends PyObj {
  constructor(readonly keys: PyValue[]) {
    super();
  }
}
const itemgetterType = getterType('itemgetter', ItemGetter);
defNew(itemgetterType, '*args, **kw', (_cls, keys: PyValue[], kw: Kwargs) => {
  if (kw.size > 0) typeError('itemgetter() takes no keyword arguments');
  if (keys.length === 0) typeError('itemgetter expected 1 argument, got 0');
  return new ItemGetter(keys);
});
defMethods(itemgetterType, {
  '__call__(*args, **kw)': calling('itemgetter', (g: ItemGetter, obj) =>
    g.keys.length === 1 ? getItem(obj, g.keys[0]!) : new PyTuple(g.keys.map((k) => getItem(obj, k))),
  ),
  '__repr__()': (g: ItemGetter) => `operator.itemgetter(${g.keys.map(repr).join(', ')})`,
  '__reduce__()': (g: ItemGetter) => new PyTuple([itemgetterType, new PyTuple(g.keys)]),
});

class AttrGetter extends PyObj {
  constructor(readonly names: string[]) {
    super();
  }
}
const attrgetterType = getterType('attrgetter', AttrGetter);
defNew(attrgetterType, '*args, **kw', (_cls, args: PyValue[], kw: Kwargs) => {
  if (kw.size > 0) typeError('attrgetter() takes no keyword arguments');
  if (args.length === 0) typeError('attrgetter expected 1 argument, got 0');
  return new AttrGetter(args.map((a) => strOf(a) ?? typeError('attribute name must be a string')));
});
/** Follows a dotted name. */
const follow = (obj: PyValue, name: string): PyValue => name.split('.').reduce(getAttr, obj);
defMethods(attrgetterType, {
  '__call__(*args, **kw)': calling('attrgetter', (g: AttrGetter, obj) =>
    g.names.length === 1 ? follow(obj, g.names[0]!) : new PyTuple(g.names.map((n) => follow(obj, n))),
  ),
  '__repr__()': (g: AttrGetter) => `operator.attrgetter(${g.names.map(repr).join(', ')})`,
  '__reduce__()': (g: AttrGetter) => new PyTuple([attrgetterType, new PyTuple(g.names)]),
});

class MethodCaller extends PyObj {
  constructor(
    readonly name: string,
    readonly args: PyValue[],
    readonly kw: Kwargs,
  ) {
    super();
  }
}
const methodcallerType = getterType('methodcaller', MethodCaller);
defNew(methodcallerType, '*args, **kw', (_cls, args: PyValue[], kw: Kwargs) => {
  if (args.length === 0) typeError('methodcaller needs at least one argument, the method name');
  return new MethodCaller(strOf(args[0]!) ?? typeError('method name must be a string'), args.slice(1), kw);
});
defMethods(methodcallerType, {
  '__call__(*args, **kw)': calling('methodcaller', (c: MethodCaller, obj) =>
    invoke(getAttr(obj, c.name), c.args, c.kw.size === 0 ? null : c.kw),
  ),
  '__reduce__()': (c: MethodCaller) => {
    if (c.kw.size === 0) return new PyTuple([methodcallerType, new PyTuple([c.name, ...c.args])]);
    return new PyTuple([
      invoke(importedAttr('functools', 'partial'), [methodcallerType, c.name], c.kw),
      new PyTuple(c.args),
    ]);
  },
  '__repr__()': (c: MethodCaller) =>
    'operator.methodcaller(' +
    `${[repr(c.name), ...c.args.map(repr), ...[...c.kw].map(([k, v]) => `${k}=${repr(v)}`)].join(', ')})`,
});

/** Functions named after operators, by their index in BINARY_OPERATORS. */
const BINARY: [string, number][] = [
  ['add', 0],
  ['and_', 1],
  ['floordiv', 2],
  ['lshift', 3],
  ['matmul', 4],
  ['mul', 5],
  ['mod', 6],
  ['or_', 7],
  ['pow', 8],
  ['rshift', 9],
  ['sub', 10],
  ['truediv', 11],
  ['xor', 12],
];
const COMPARE: [string, number][] = [
  ['lt', 0],
  ['le', 1],
  ['eq', 2],
  ['ne', 3],
  ['gt', 4],
  ['ge', 5],
];

/** Raises where the left operand of concatenation is no sequence. */
function checkSequence(a: PyValue): void {
  if (typeOf(a).lookup('__getitem__') === undefined || a instanceof PyDict)
    typeError(`'${typeOf(a).name}' object can't be concatenated`);
}

/** Iterates over what `countOf` and `indexOf` search. */
function* searched(x: PyValue): Generator<PyValue, void, undefined> {
  const it = iterToSearch(x);
  for (let item = iterNext(it); item !== undefined; item = iterNext(it)) yield item;
}

/** Makes the module. */
export function makeModule(): PyModule {
  const table: Record<string, (...args: any[]) => PyValue> = {
    'neg(a, /)': negative,
    'pos(a, /)': positive,
    'inv(a, /)': invert,
    'invert(a, /)': invert,
    'abs(a, /)': absolute,
    'index(a, /)': indexOf,
    'not_(a, /)': (a) => !isTrue(a),
    'truth(a, /)': isTrue,
    'is_(a, b, /)': (a, b) => a === b,
    'is_not(a, b, /)': (a, b) => a !== b,
    'concat(a, b, /)': (a, b) => {
      checkSequence(a);
      return binaryOp(Binary.ADD, a, b);
    },
    'iconcat(a, b, /)': (a, b) => {
      checkSequence(a);
      return binaryOp(Binary.ADD + Binary.IN_PLACE, a, b);
    },
    'contains(a, b, /)': (a, b) => contains(b, a),
    'countOf(a, b, /)': (a, b) => {
      let n = 0;
      for (const x of searched(a)) if (sameOrEqual(x, b)) n++;
      return n;
    },
    'indexOf(a, b, /)': (a, b) => {
      let i = 0;
      for (const x of searched(a)) {
        if (sameOrEqual(x, b)) return i;
        i++;
      }
      return valueError('sequence.index(x): x not in sequence');
    },
    'getitem(a, b, /)': getItem,
    'setitem(a, b, c, /)': (a, b, c) => {
      setItem(a, b, c);
      return None;
    },
    'delitem(a, b, /)': (a, b) => {
      delItem(a, b);
      return None;
    },
    'length_hint(obj, default?, /)': (obj, absent: PyValue = 0) => {
      if (intOf(absent) === undefined) typeError(`'${typeOf(absent).name}' object cannot be interpreted as an integer`);
      return lengthHint(obj, Number(intOf(absent)));
    },
    'call(obj, /, *args, **kwargs)': (obj, args: PyValue[], kw: Kwargs) => invoke(obj, args, kw.size === 0 ? null : kw),
  };
  for (const [name, op] of BINARY) {
    table[`${name}(a, b, /)`] = (a, b) => binaryOp(op, a, b);
    table[`i${name.replace('_', '')}(a, b, /)`] = (a, b) => binaryOp(op + Binary.IN_PLACE, a, b);
  }
  for (const [name, op] of COMPARE) table[`${name}(a, b, /)`] = (a, b) => compareOp(op, a, b);
  const functions: Map<string, PyBuiltin | PyType> = makeFunctions('_operator', table);
  for (const [name, fn] of [...functions]) {
    const dunder = `__${name.replace(/_$/, '')}__`;
    if (!['truth', 'is_', 'is_not', 'countOf', 'indexOf', 'length_hint'].includes(name)) functions.set(dunder, fn);
  }
  functions.set('itemgetter', itemgetterType).set('attrgetter', attrgetterType).set('methodcaller', methodcallerType);
  return nativeModule('operator', functions);
}

/** Tells whether two texts or buffers are equal, in a time that does not depend on what they hold. */
function compareDigest(a: PyValue, b: PyValue): boolean {
  const [x, y] = [strOf(a), strOf(b)];
  if (x !== undefined && y !== undefined && !(isAsciiText(x) && isAsciiText(y)))
    typeError('comparing strings with non-ASCII characters is not supported');
  const [p, q] = x !== undefined && y !== undefined ? [Buffer.from(x), Buffer.from(y)] : [bufferOf(a), bufferOf(b)];
  if (p === null || q === null)
    typeError(`unsupported operand types(s) or combination of types: '${typeOf(a).name}' and '${typeOf(b).name}'`);
  let difference = p.length ^ q.length;
  for (let i = 0; i < q.length; i++) difference |= (p[i] ?? 0) ^ q[i]!;
  return difference === 0;
}

/** Makes the module `_operator`: `operator`, and what `hmac` has of it. */
export function makeCore(): PyModule {
  const of = (world.importModule('operator') as PyModule).dict;
  const shared = [...of.entries()].filter(([, v]) => v instanceof PyBuiltin || v instanceof PyType);
  const own = makeFunctions('_operator', { '_compare_digest(a, b, /)': compareDigest });
  return nativeModule('_operator', [...(shared as [string, PyValue][]), ...own]);
}
