/**
 * The type str: construction, operators, subscription, iteration; the other methods are in
 * `str-case`, `str-search`, `str-layout`, `str-format`, `percent-format` and `str-codecs`, all imported here.
 *
 * A str is a JS string, an instance of a subclass a `PyStrSub` around one; methods get either and
 * return plain strings. How code points are found in JS strings: `str-core.ts`.
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import { compareTexts } from '../../text/order.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { NotImplemented, None, PyStrSub, PyTuple, strOf, strType, typeOf } from '../../objects/core/values.ts';
import { defMethods, defNew } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { repr } from '../../objects/slots/format.ts';
import {
  isAsciiText,
  pointIndex,
  strAsciiIteratorType,
  strHash,
  strIndex,
  PyStrIterator,
  strIter,
  strIteratorType,
  strLength,
  strSlice,
  textOf,
  unitFind,
  unitIndex,
} from './code-points.ts';
import { strRepr } from '../../text/repr.ts';
import { countArg, repeatText, sliceBounds, subscriptArg } from './arguments.ts';
import { clamp, defIterator, reduceToIter, stateIndex } from '../containers/iterators.ts';
import { decodeObject } from './codecs.ts';
import './case.ts';
import './search.ts';
import './layout.ts';
import './format.ts';
import './percent-format.ts';

type Text = string | PyStrSub;

/** Returns `str(x)` as an object: a str, or the instance of a subclass that `__str__` returned. Throws TypeError. */
function strObject(x: PyValue): PyValue {
  if (typeof x === 'string') return x;
  if (typeof x === 'number') return String(x);
  const f = typeOf(x).lookup('__str__');
  if (f === undefined) return repr(x);
  const r = callBound(f, x);
  return strOf(r) === undefined ? typeError(`__str__ returned non-string (type ${typeOf(r).name})`) : r;
}

defNew(
  strType,
  'object?, encoding?, errors?',
  (cls: PyType, object?: PyValue, encoding?: PyValue, errors?: PyValue) => {
    const value =
      object === undefined
        ? ''
        : encoding === undefined && errors === undefined
          ? strObject(object)
          : decodeObject(object, encoding, errors);
    return cls === strType ? value : new PyStrSub(cls, strOf(value)!);
  },
);
strType.allocate = (type) => new PyStrSub(type, '');

/** Makes a comparison method of a test on the result of `compareTexts`. */
function ordering(test: (c: number) => boolean): (self: Text, other: PyValue) => PyValue {
  return (self, other) => {
    const b = strOf(other);
    return b === undefined ? NotImplemented : test(compareTexts(textOf(self), b));
  };
}

/** Performs `s[key]`. Throws TypeError, IndexError, ValueError. */
function strGetItem(s: string, key: PyValue): string {
  const k = subscriptArg(key, `string indices must be integers, not '${typeOf(key).name}'`);
  if (typeof k === 'number') return strIndex(s, k);
  const b = sliceBounds(k, strLength(s));
  return b.count === 0 ? '' : strSlice(s, b.start, b.stop, b.step);
}

defMethods(
  strType,
  {
    '__eq__(value, /)': (self: Text, other: PyValue) => {
      const b = strOf(other);
      return b === undefined ? NotImplemented : textOf(self) === b;
    },
    '__ne__(value, /)': (self: Text, other: PyValue) => {
      const b = strOf(other);
      return b === undefined ? NotImplemented : textOf(self) !== b;
    },
    '__lt__(value, /)': ordering((c) => c < 0),
    '__le__(value, /)': ordering((c) => c <= 0),
    '__gt__(value, /)': ordering((c) => c > 0),
    '__ge__(value, /)': ordering((c) => c >= 0),
    '__hash__()': (self: Text) => strHash(textOf(self)),
    '__repr__()': (self: Text) => strRepr(textOf(self)),
    '__str__()': (self: Text) => textOf(self),
    '__len__()': (self: Text) => strLength(textOf(self)),
    '__contains__(key, /)': (self: Text, key: PyValue) => {
      const sub = strOf(key);
      if (sub === undefined) typeError(`'in <string>' requires string as left operand, not ${typeOf(key).name}`);
      return unitFind(textOf(self), sub, 0) >= 0;
    },
    '__add__(value, /)': (self: Text, other: PyValue) => {
      const b = strOf(other);
      return b === undefined
        ? typeError(`can only concatenate str (not "${typeOf(other).name}") to str`)
        : textOf(self) + b;
    },
    '__getnewargs__()': (self: Text) => new PyTuple([textOf(self)]),
    '__iter__()': (self: Text) => (typeof self === 'string' ? strIter(self) : new PyStrIterator(self.value, true)),
  },
  'pure',
);

defMethods(
  strType,
  {
    '__mul__(value, /)': (self: Text, n: PyValue) => repeatText(textOf(self), countArg(n)),
    '__rmul__(value, /)': (self: Text, n: PyValue) => repeatText(textOf(self), countArg(n)),
    '__getitem__(key, /)': (self: Text, key: PyValue) => strGetItem(textOf(self), key),
    '__sizeof__()': (self: Text) => {
      const s = textOf(self);
      const n = strLength(s);
      if (isAsciiText(s)) return 41 + n;
      return 56 + (/[\u{10000}-\u{10ffff}]/u.test(s) ? 4 : /[^\x00-\xff]/.test(s) ? 2 : 1) * (n + 1);
    },
  },
  'pure if scalar*',
);

for (const type of [strIteratorType, strAsciiIteratorType]) {
  defIterator<PyStrIterator>(type, (it) => strLength(it.text) - pointIndex(it.text, it.index));
  defMethods(type, {
    '__reduce__()': (it: PyStrIterator) =>
      reduceToIter(() => (it.index >= it.text.length ? [['']] : [[it.text], pointIndex(it.text, it.index)])),
    '__setstate__(state, /)': (it: PyStrIterator, state: PyValue) => {
      const i = unitIndex(it.text, clamp(stateIndex(state), 0, strLength(it.text)));
      if (it.index < it.text.length) it.index = i;
      return None;
    },
  });
}
