/**
 * The methods that bytes and bytearray share. Results are of the class of the object (bytes, or
 * bytearray), which `make` constructs.
 *
 * Searching works on the bytes; what splits, pads or changes case is done on the same bytes read as
 * Latin-1 text, by the functions of str with ASCII rules, which V8's one-byte strings make cheap.
 */
import { expectItems } from '../../objects/slots/length-hint.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  None,
  PyByteArray,
  PyBytes,
  type PySlice,
  PyTuple,
  intOf,
  listType,
  strOf,
  tupleType,
  typeOf,
} from '../../objects/core/values.ts';
import { defClassMethods, defMethods, defStaticMethods } from '../../objects/core/builtin.ts';
import { raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { isTrue } from '../../protocol/compare.ts';
import { iterNext, isRaised } from '../../objects/slots/iterate.ts';
import { getIter, toArray } from '../../protocol/iterate.ts';
import { indexOf } from '../../objects/slots/number.ts';
import {
  bufferOf,
  compareBytes,
  fromLatin1,
  joinBytes,
  latin1,
  needBuffer,
  sliceBytes,
  viewOf,
} from '../../objects/core/buffer.ts';
import { bytesHex, parseHex } from './repr.ts';
import { type Kind, caseMap, classify } from '../../text/ascii-case.ts';
import { decodeMethod } from '../str/codecs.ts';
import { percentFormatBytes } from '../str/percent-format.ts';
import { cIntArg, countArg, rangeArgs, sizeArg, sliceBounds, subscriptArg } from '../str/arguments.ts';
import { centerLeft, fillText, zeroFill } from '../str/layout.ts';
import {
  type Ends,
  expandTabs,
  isAsciiSpace,
  isByteLineBreak,
  replaceText,
  rsplitAt,
  rsplitSpace,
  splitAt,
  splitLines,
  splitSpace,
  strip,
} from '../str/split.ts';
import { SSIZE_LIMIT, append, checkBytes } from '../../numbers/allocation.ts';

type Bytes = PyBytes | PyByteArray;
type Opt = PyValue | undefined;

/** Returns a value as a byte. Throws TypeError, or ValueError with "byte must be in range(0, 256)". */
export function byteArg(x: PyValue): number {
  const n = typeof x === 'number' ? x : indexOf(x);
  return typeof n === 'bigint' || n < 0 || n > 255 ? valueError('byte must be in range(0, 256)') : n;
}

/** Returns what is searched for: the bytes of a bytes-like object or of one int. Throws TypeError or ValueError. */
function needle(sub: PyValue): Uint8Array {
  const data = bufferOf(sub);
  if (data !== null) return data;
  if (typeof sub === 'string' || (intOf(sub) === undefined && typeOf(sub).lookup('__index__') === undefined)) {
    typeError(`argument should be integer or bytes-like object, not '${typeOf(sub).name}'`);
  }
  return Uint8Array.of(byteArg(sub));
}

/** Finds bytes between optional bounds; -1 where there are none. */
function find(self: Bytes, sub: PyValue, start: Opt, stop: Opt, last: boolean): number {
  const what = needle(sub);
  const data = viewOf(self);
  const [from, to] = rangeArgs(start, stop, data.length);
  if (from > to || what.length > to - from) return -1;
  if (what.length === 0) return last ? to : from;
  const part = Buffer.from(data.buffer, data.byteOffset + from, to - from);
  const i = last ? part.lastIndexOf(what) : part.indexOf(what);
  return i < 0 ? -1 : from + i;
}

/** Counts bytes between optional bounds without overlaps. */
function count(self: Bytes, sub: PyValue, start: Opt, stop: Opt): number {
  const what = needle(sub);
  const data = viewOf(self);
  const [from, to] = rangeArgs(start, stop, data.length);
  if (from > to) return 0;
  if (what.length === 0) return to - from + 1;
  const part = Buffer.from(data.buffer, data.byteOffset + from, to - from);
  let n = 0;
  for (let i = part.indexOf(what); i >= 0; i = part.indexOf(what, i + what.length)) n++;
  return n;
}

/** Performs startswith and endswith. */
function affix(self: Bytes, name: string, what: PyValue, start: Opt, stop: Opt, atEnd: boolean): boolean {
  const data = viewOf(self);
  const [from, to] = rangeArgs(start, stop, data.length);
  const part = data.subarray(from, Math.max(from, to));
  const test = (affixed: Uint8Array): boolean => {
    if (from > to || affixed.length > part.length) return false;
    const at = atEnd ? part.length - affixed.length : 0;
    return affixed.every((b, i) => part[at + i] === b);
  };
  if (what instanceof PyTuple) return what.items.some((item) => test(needBuffer(item)));
  const one = bufferOf(what);
  return one === null
    ? typeError(`${name} first arg must be bytes or a tuple of bytes, not ${typeOf(what).name}`)
    : test(one);
}

/** Returns a separator as text, undefined for None. Throws TypeError or ValueError. */
function separator(sep: Opt): string | undefined {
  if (sep === undefined || sep === None) return undefined;
  const text = latin1(needBuffer(sep));
  return text === '' ? valueError('empty separator') : text;
}

/** Returns the fill byte of a padding method as text. Throws TypeError. */
function fillArg(name: string, fill: Opt): string {
  if (fill === undefined) return ' ';
  const data = fill instanceof PyBytes || fill instanceof PyByteArray ? viewOf(fill) : null;
  if (data === null || data.length !== 1)
    typeError(`${name}() argument 2 must be a byte string of length 1, not ${typeOf(fill).name}`);
  return latin1(data);
}

/** Pads with a fill byte; `left` says how much of it goes before. */
function pad(
  name: string,
  self: Bytes,
  width: PyValue,
  fill: Opt,
  left: (pad: number, width: number) => number,
): string {
  const w = sizeArg(width, 0);
  const c = fillArg(name, fill);
  const text = latin1(viewOf(self));
  const n = w - text.length;
  if (n <= 0) return text;
  const before = left(n, w);
  return fillText(c, before) + text + fillText(c, n - before);
}

/** Performs `sep.join(iterable)`. Throws TypeError for anything that is not bytes-like. */
function join(sep: Uint8Array, iterable: PyValue): Uint8Array {
  const items = joinItems(iterable);
  const parts: Uint8Array[] = [];
  items.forEach((item, i) => {
    const data = bufferOf(item);
    if (data === null) typeError(`sequence item ${i}: expected a bytes-like object, ${typeOf(item).name} found`);
    if (i > 0 && sep.length > 0) parts.push(sep);
    parts.push(data);
  });
  return joinBytes(parts);
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

/** Performs `translate(table, delete)`. Throws TypeError or ValueError. */
function translate(self: Bytes, table: PyValue, gone: Opt): Uint8Array {
  const map = table === None ? null : needBuffer(table);
  if (map !== null && map.length !== 256) valueError('translation table must be 256 characters long');
  const drop = gone === undefined ? new Uint8Array(0) : needBuffer(gone);
  const data = viewOf(self);
  const kept = drop.length === 0 ? data.slice() : data.filter((b) => !drop.includes(b));
  if (map !== null) for (let i = 0; i < kept.length; i++) kept[i] = map[kept[i]!]!;
  return kept;
}

/** Performs `bytes.maketrans(frm, to)`. Throws TypeError or ValueError. */
function maketrans(from: PyValue, to: PyValue): PyBytes {
  const a = needBuffer(from);
  const b = needBuffer(to);
  if (a.length !== b.length) valueError('maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  a.forEach((c, i) => {
    table[c] = b[i]!;
  });
  return new PyBytes(table);
}

/** Makes a comparison method; NotImplemented for what has no bytes, and for bytes where the other is not bytes too. */
function comparing(test: (c: number) => boolean, notImplemented: PyValue): (self: Bytes, other: PyValue) => PyValue {
  return (self, other) => {
    const b = self instanceof PyBytes && !(other instanceof PyBytes) ? null : bufferOf(other);
    return b === null ? notImplemented : test(compareBytes(viewOf(self), b));
  };
}

/** Performs `data[key]` for an index. Throws TypeError or IndexError with the texts of the class. */
export function byteIndex(self: Bytes, key: PyValue, names: { kind: string; range: string }): number | PySlice {
  const k = subscriptArg(key, `${names.kind} indices must be integers or slices, not ${typeOf(key).name}`);
  if (typeof k !== 'number') return k;
  const n = self instanceof PyBytes ? self.data.length : self.length;
  const i = k < 0 ? k + n : k;
  return i < 0 || i >= n ? raise('IndexError', names.range) : i;
}

/** Defines the shared methods on a type; `make` wraps fresh bytes in an object of the exact class. */
export function defBytesMethods(
  type: PyType,
  make: (data: Uint8Array) => Bytes,
  names: { kind: string; range: string },
  notImplemented: PyValue,
): void {
  const text = (s: string): Bytes => make(fromLatin1(s));
  const texts = (parts: string[]): PyValue => listFrom(parts.map(text));
  const partition = (self: Bytes, sep: PyValue, last: boolean): PyTuple => {
    const what = needBuffer(sep);
    if (what.length === 0) valueError('empty separator');
    const data = viewOf(self);
    const i = find(self, sep, undefined, undefined, last);
    const none = (): Bytes => make(new Uint8Array(0));
    if (i < 0) return new PyTuple(last ? [none(), none(), make(data.slice())] : [make(data.slice()), none(), none()]);
    return new PyTuple([
      make(data.slice(0, i)),
      self instanceof PyBytes ? sep : make(what.slice()),
      make(data.slice(i + what.length)),
    ]);
  };
  const stripping =
    (ends: Ends) =>
    (self: Bytes, chars: Opt): Bytes => {
      const set = chars === undefined || chars === None ? undefined : latin1(needBuffer(chars));
      return text(strip(latin1(viewOf(self)), set, ends, isAsciiSpace));
    };
  const splitting =
    (right: boolean) =>
    (self: Bytes, sep: Opt, max: Opt): PyValue => {
      const n = sizeArg(max, -1);
      const by = separator(sep);
      const s = latin1(viewOf(self));
      if (by === undefined) return texts(right ? rsplitSpace(s, n, isAsciiSpace) : splitSpace(s, n, isAsciiSpace));
      return texts(right ? rsplitAt(s, by, n) : splitAt(s, by, n));
    };
  const required = (i: number): number => (i < 0 ? valueError('subsection not found') : i);

  defMethods(type, {
    '__len__()': (self: Bytes) => (self instanceof PyBytes ? self.data.length : self.length),
    '__getitem__(key, /)': (self: Bytes, key: PyValue) => {
      const i = byteIndex(self, key, names);
      const data = viewOf(self);
      return typeof i === 'number' ? data[i]! : make(sliceBytes(data, sliceBounds(i, data.length)));
    },
    '__contains__(key, /)': (self: Bytes, key: PyValue) => {
      if (
        bufferOf(key) === null &&
        (strOf(key) !== undefined || (intOf(key) === undefined && typeOf(key).lookup('__index__') === undefined))
      ) {
        typeError(`a bytes-like object is required, not '${typeOf(key).name}'`);
      }
      return find(self, key, undefined, undefined, false) >= 0;
    },
    '__eq__(value, /)': comparing((c) => c === 0, notImplemented),
    '__ne__(value, /)': comparing((c) => c !== 0, notImplemented),
    '__lt__(value, /)': comparing((c) => c < 0, notImplemented),
    '__le__(value, /)': comparing((c) => c <= 0, notImplemented),
    '__gt__(value, /)': comparing((c) => c > 0, notImplemented),
    '__ge__(value, /)': comparing((c) => c >= 0, notImplemented),
    '__add__(value, /)': (self: Bytes, other: PyValue) => {
      const b = bufferOf(other);
      return b === null
        ? typeError(`can't concat ${typeOf(other).name} to ${typeOf(self).name}`)
        : make(joinBytes([viewOf(self), b]));
    },
    '__mod__(value, /)': (self: Bytes, args: PyValue) => make(percentFormatBytes(viewOf(self), args)),
    '__rmod__(value, /)': (self: Bytes, left: PyValue) =>
      typeOf(left).isSubtype(type) ? make(percentFormatBytes(viewOf(left as Bytes), self)) : notImplemented,
    'find(sub, start?, end?, /)': (self, sub, start, end) => find(self, sub, start, end, false),
    'rfind(sub, start?, end?, /)': (self, sub, start, end) => find(self, sub, start, end, true),
    'index(sub, start?, end?, /)': (self, sub, start, end) => required(find(self, sub, start, end, false)),
    'rindex(sub, start?, end?, /)': (self, sub, start, end) => required(find(self, sub, start, end, true)),
    'count(sub, start?, end?, /)': count,
    'startswith(prefix, start?, end?, /)': (self, what, start, end) =>
      affix(self, 'startswith', what, start, end, false),
    'endswith(suffix, start?, end?, /)': (self, what, start, end) => affix(self, 'endswith', what, start, end, true),
    'replace(old, new, count?, /)': (self: Bytes, old: PyValue, by: PyValue, max: Opt) => {
      const from = latin1(needBuffer(old));
      const to = latin1(needBuffer(by));
      const out = replaceText(latin1(viewOf(self)), from, to, sizeArg(max, -1));
      checkBytes(out.length);
      return text(out);
    },
    'split(sep?, maxsplit?)': splitting(false),
    'rsplit(sep?, maxsplit?)': splitting(true),
    'splitlines(keepends?)': (self: Bytes, keep: Opt) =>
      texts(splitLines(latin1(viewOf(self)), keep !== undefined && isTrue(keep), isByteLineBreak)),
    'join(iterable_of_bytes, /)': (self: Bytes, iterable: PyValue) => make(join(viewOf(self), iterable)),
    'partition(sep, /)': (self: Bytes, sep: PyValue) => partition(self, sep, false),
    'rpartition(sep, /)': (self: Bytes, sep: PyValue) => partition(self, sep, true),
    'strip(bytes?, /)': stripping('both'),
    'lstrip(bytes?, /)': stripping('left'),
    'rstrip(bytes?, /)': stripping('right'),
    'removeprefix(prefix, /)': (self: Bytes, prefix: PyValue) => {
      const what = needBuffer(prefix);
      return make(viewOf(self).slice(affix(self, '', prefix, undefined, undefined, false) ? what.length : 0));
    },
    'removesuffix(suffix, /)': (self: Bytes, suffix: PyValue) => {
      const n = needBuffer(suffix).length;
      const data = viewOf(self);
      return make(data.slice(0, affix(self, '', suffix, undefined, undefined, true) ? data.length - n : data.length));
    },
    'center(width, fillchar?, /)': (self, width, fill) => text(pad('center', self, width, fill, centerLeft)),
    'ljust(width, fillchar?, /)': (self, width, fill) => text(pad('ljust', self, width, fill, () => 0)),
    'rjust(width, fillchar?, /)': (self, width, fill) => text(pad('rjust', self, width, fill, (n) => n)),
    'zfill(width, /)': (self: Bytes, width: PyValue) => {
      const s = latin1(viewOf(self));
      return text(zeroFill(s, s.length, sizeArg(width, 0)));
    },
    'expandtabs(tabsize?)': (self: Bytes, size: Opt) => text(expandTabs(latin1(viewOf(self)), cIntArg(size, 8))),
    'translate(table, /, delete?)': (self: Bytes, table: PyValue, gone: Opt) => make(translate(self, table, gone)),
    'decode(encoding?, errors?)': decodeMethod,
    'hex(sep?, bytes_per_sep?)': (self: Bytes, sep: Opt, perSep: Opt) => bytesHex(viewOf(self), sep, perSep),
    '__mul__(value, /)': (self: Bytes, n: PyValue) => make(repeat(viewOf(self), n)),
    '__rmul__(value, /)': (self: Bytes, n: PyValue) => make(repeat(viewOf(self), n)),
  });
  for (const name of ['lower', 'upper', 'swapcase', 'title', 'capitalize'] as const) {
    defMethods(type, { [`${name}()`]: (self: Bytes) => make(caseMap(viewOf(self), name)) });
  }
  for (const name of [
    'isalnum',
    'isalpha',
    'isascii',
    'isdigit',
    'islower',
    'isspace',
    'istitle',
    'isupper',
  ] as Kind[]) {
    defMethods(type, { [`${name}()`]: (self: Bytes) => classify(viewOf(self), name) });
  }
  defStaticMethods(type, { 'maketrans(frm, to, /)': maketrans });
  defClassMethods(type, {
    'fromhex(string, /)': (cls: PyType, string: PyValue) => {
      const made = make(parseHex(string));
      return cls === type ? made : invoke(cls, [made]);
    },
  });
}

/** Performs `data * n`. Throws OverflowError or MemoryError where it does not fit. */
export function repeat(data: Uint8Array, n: PyValue): Uint8Array {
  const times = countArg(n);
  if (times <= 0 || data.length === 0) return new Uint8Array(0);
  if (data.length * times >= SSIZE_LIMIT) raise('OverflowError', 'repeated bytes are too long');
  checkBytes(data.length * times);
  const out = new Uint8Array(data.length * times);
  if (data.length === 1) return out.fill(data[0]!);
  for (let i = 0; i < times; i++) out.set(data, i * data.length);
  return out;
}

/** Collects ints of an iterable as bytes; `range` is the text of the ValueError. Throws TypeError or ValueError. */
export function bytesOfInts(items: Iterable<PyValue>, range: string): Uint8Array {
  const out: number[] = [];
  for (const item of items) {
    const n = typeof item === 'number' ? item : indexOf(item);
    if (typeof n === 'bigint' || n < 0 || n > 255) valueError(range);
    append(out, n);
  }
  return Uint8Array.from(out);
}
