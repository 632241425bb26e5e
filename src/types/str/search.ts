/**
 * The methods of str that look for text: find and its kin, count, startswith, replace, split,
 * partition, strip, join.
 *
 * Start and stop arguments count code points; they are turned into unit indices at the border, the
 * work is done on units, results are turned back.
 */
import { expectItems } from '../../objects/slots/length-hint.ts';
import type { PyValue } from '../../objects/core/object.ts';
import {
  None,
  type PyStrSub,
  PyTuple,
  listType,
  strOf,
  strType,
  tupleType,
  typeOf,
} from '../../objects/core/values.ts';
import { defMethods } from '../../objects/core/builtin.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { listOfStrings } from '../../objects/core/list-storage.ts';
import { isTrue } from '../../protocol/compare.ts';
import { iterNext, isRaised } from '../../objects/slots/iterate.ts';
import { getIter, toArray } from '../../protocol/iterate.ts';
import { onBoundary, pointIndex, strLength, textOf, unitFind, unitFindLast, unitIndex } from './code-points.ts';
import { rangeArgs, sizeArg, strArg } from './arguments.ts';
import {
  type Ends,
  isStrLineBreak,
  replaceText,
  rsplitAt,
  rsplitSpace,
  splitAt,
  splitLines,
  splitSpace,
  strip,
} from './split.ts';
import { append, checkText } from '../../numbers/allocation.ts';

type Text = string | PyStrSub;
type Opt = PyValue | undefined;

/** Finds a substring between optional bounds; returns a code point index or -1. */
function find(self: Text, name: string, sub: PyValue, start: Opt, stop: Opt, last: boolean): number {
  const s = textOf(self);
  const text = strArg(sub, `${name}() argument 1`);
  if (start === undefined && stop === undefined) {
    return pointIndex(s, last ? unitFindLast(s, text, s.length) : unitFind(s, text, 0));
  }
  const [from, to] = rangeArgs(start, stop, strLength(s));
  if (from > to) return -1;
  const a = unitIndex(s, from);
  const part = s.slice(a, unitIndex(s, to));
  const i = last ? unitFindLast(part, text, part.length) : unitFind(part, text, 0);
  return i < 0 ? -1 : pointIndex(s, a + i);
}

/** Finds as `find`, but raises ValueError where there is nothing. */
function index(self: Text, name: string, sub: PyValue, start: Opt, stop: Opt, last: boolean): number {
  const i = find(self, name, sub, start, stop, last);
  return i < 0 ? valueError('substring not found') : i;
}

/** Counts occurrences of a substring that do not overlap. */
function countText(s: string, sub: string): number {
  if (sub === '') return strLength(s) + 1;
  let n = 0;
  for (let i = unitFind(s, sub, 0); i >= 0; i = unitFind(s, sub, i + sub.length)) n++;
  return n;
}

/** Performs `s.count(sub, start, stop)`. */
function count(self: Text, sub: PyValue, start: Opt, stop: Opt): number {
  const s = textOf(self);
  const text = strArg(sub, 'count() argument 1');
  if (start === undefined && stop === undefined) return countText(s, text);
  const [from, to] = rangeArgs(start, stop, strLength(s));
  return from > to ? 0 : countText(s.slice(unitIndex(s, from), unitIndex(s, to)), text);
}

/** Performs startswith and endswith. */
function affix(self: Text, name: string, what: PyValue, start: Opt, stop: Opt, atEnd: boolean): boolean {
  let s = textOf(self);
  if (start !== undefined || stop !== undefined) {
    const [from, to] = rangeArgs(start, stop, strLength(s));
    if (from > to) return checkAffix(name, what, () => false);
    s = s.slice(unitIndex(s, from), unitIndex(s, to));
  }
  return checkAffix(name, what, (text) =>
    atEnd
      ? s.endsWith(text) && onBoundary(s, s.length - text.length)
      : s.startsWith(text) && onBoundary(s, text.length),
  );
}

/** Tries one text or each of a tuple. Throws TypeError for anything else. */
function checkAffix(name: string, what: PyValue, test: (text: string) => boolean): boolean {
  const one = strOf(what);
  if (one !== undefined) return test(one);
  if (!(what instanceof PyTuple))
    typeError(`${name} first arg must be str or a tuple of str, not ${typeOf(what).name}`);
  for (const item of what.items) {
    const text = strOf(item);
    if (text === undefined) typeError(`tuple for ${name} must only contain str, not ${typeOf(item).name}`);
    if (test(text)) return true;
  }
  return false;
}

/** Returns a separator: undefined for None. Throws TypeError or ValueError. */
function separator(sep: Opt): string | undefined {
  if (sep === undefined || sep === None) return undefined;
  const text = strOf(sep);
  if (text === undefined) typeError(`must be str or None, not ${typeOf(sep).name}`);
  return text === '' ? valueError('empty separator') : text;
}

/** Checks the separator of partition. Throws TypeError or ValueError. */
function partSeparator(sep: PyValue): string {
  const text = strOf(sep);
  if (text === undefined) typeError(`must be str, not ${typeOf(sep).name}`);
  return text === '' ? valueError('empty separator') : text;
}

/** Performs strip, lstrip and rstrip. */
function stripMethod(name: string, ends: Ends): (self: Text, chars?: PyValue) => string {
  return (self, chars) => {
    if (chars === undefined || chars === None) return strip(textOf(self), undefined, ends);
    const set = strOf(chars);
    return set === undefined ? typeError(`${name} arg must be None or str`) : strip(textOf(self), set, ends);
  };
}

/** Performs `sep.join(iterable)`. Throws TypeError for anything that is not a str. */
function joinText(sep: string, iterable: PyValue): string {
  const items = joinItems(iterable);
  let length = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (typeof item === 'string') {
      length += item.length;
      continue;
    }
    const text = strOf(item);
    if (text === undefined) typeError(`sequence item ${i}: expected str instance, ${typeOf(item).name} found`);
    items[i] = text;
    length += text.length;
  }
  checkText(length + sep.length * (items.length - 1));
  return (items as string[]).join(sep);
}

/** Collects what join joins; a TypeError of `iter()` gets join's own text. */
function joinItems(iterable: PyValue): PyValue[] {
  const type = typeOf(iterable);
  if (type === listType || type === tupleType) return toArray(iterable);
  let it: PyValue;
  try {
    it = getIter(iterable);
  } catch (e) {
    if (isRaised(e, 'TypeError')) typeError('can only join an iterable');
    throw e;
  }
  expectItems(it);
  const out: PyValue[] = [];
  for (let x = iterNext(it); x !== undefined; x = iterNext(it)) append(out, x);
  return out;
}

defMethods(
  strType,
  {
    'find(sub, start?, end?, /)': (self, sub, start, end) => find(self, 'find', sub, start, end, false),
    'rfind(sub, start?, end?, /)': (self, sub, start, end) => find(self, 'rfind', sub, start, end, true),
    'index(sub, start?, end?, /)': (self, sub, start, end) => index(self, 'index', sub, start, end, false),
    'rindex(sub, start?, end?, /)': (self, sub, start, end) => index(self, 'rindex', sub, start, end, true),
    'count(sub, start?, end?, /)': count,
    'startswith(prefix, start?, end?, /)': (self, what, start, end) =>
      affix(self, 'startswith', what, start, end, false),
    'endswith(suffix, start?, end?, /)': (self, what, start, end) => affix(self, 'endswith', what, start, end, true),
    'replace(old, new, /, count?)': (self: Text, old: PyValue, by: PyValue, max: Opt) => {
      const from = strArg(old, 'replace() argument 1');
      const to = strArg(by, 'replace() argument 2');
      return replaceText(textOf(self), from, to, sizeArg(max, -1));
    },
    'split(sep?, maxsplit?)': (self: Text, sep: Opt, max: Opt) => {
      const n = sizeArg(max, -1);
      const text = separator(sep);
      return listOfStrings(text === undefined ? splitSpace(textOf(self), n) : splitAt(textOf(self), text, n));
    },
    'rsplit(sep?, maxsplit?)': (self: Text, sep: Opt, max: Opt) => {
      const n = sizeArg(max, -1);
      const text = separator(sep);
      return listOfStrings(text === undefined ? rsplitSpace(textOf(self), n) : rsplitAt(textOf(self), text, n));
    },
    'splitlines(keepends?)': (self: Text, keep: Opt) =>
      listOfStrings(splitLines(textOf(self), keep !== undefined && isTrue(keep), isStrLineBreak)),
    'join(iterable, /); pure if str scalar; read if str list | str tuple | str scalars': (
      self: Text,
      iterable: PyValue,
    ) => joinText(textOf(self), iterable),
  },
  'pure if scalar*',
);

defMethods(
  strType,
  {
    'partition(sep, /)': (self: Text, sep: PyValue) => {
      const s = textOf(self);
      const text = partSeparator(sep);
      const i = unitFind(s, text, 0);
      return new PyTuple(i < 0 ? [s, '', ''] : [s.slice(0, i), text, s.slice(i + text.length)]);
    },
    'rpartition(sep, /)': (self: Text, sep: PyValue) => {
      const s = textOf(self);
      const text = partSeparator(sep);
      const i = unitFindLast(s, text, s.length);
      return new PyTuple(i < 0 ? ['', '', s] : [s.slice(0, i), text, s.slice(i + text.length)]);
    },
    'strip(chars?, /)': stripMethod('strip', 'both'),
    'lstrip(chars?, /)': stripMethod('lstrip', 'left'),
    'rstrip(chars?, /)': stripMethod('rstrip', 'right'),
    'removeprefix(prefix, /)': (self: Text, prefix: PyValue) => {
      const s = textOf(self);
      const text = strArg(prefix, 'removeprefix() argument');
      return text !== '' && s.startsWith(text) && onBoundary(s, text.length) ? s.slice(text.length) : s;
    },
    'removesuffix(suffix, /)': (self: Text, suffix: PyValue) => {
      const s = textOf(self);
      const text = strArg(suffix, 'removesuffix() argument');
      return text !== '' && s.endsWith(text) && onBoundary(s, s.length - text.length)
        ? s.slice(0, s.length - text.length)
        : s;
    },
  },
  'pure',
);
