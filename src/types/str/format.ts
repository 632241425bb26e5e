/**
 * `str.format`, `str.format_map` and `str.__format__` (PEP 3101; parsing, its errors and their order
 * as in Objects/stringlib/unicode_format.h and Python/formatter_unicode.c).
 *
 * `parseMarkup` cuts a format string into literal text and replacement fields, `splitFieldName` a
 * field name into its first part and accessors; `string.Formatter` uses both through `_string`.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { type PyStrSub, strType, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, defMethods } from '../../objects/core/builtin.ts';
import { PyRaise, indexError, keyError, valueError } from '../../objects/core/exceptions.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { ascii, format as formatObject, repr, str } from '../../objects/slots/format.ts';
import { getItem } from '../../protocol/subscript.ts';
import { decimalValue } from '../../text/unicode-data.ts';
import { strLength, strSlice, textOf } from './code-points.ts';
import { centerLeft, fillText } from './layout.ts';
import { strArg } from './arguments.ts';
import { parseFormatSpec } from './format-spec.ts';
import { SSIZE_LIMIT } from '../../numbers/allocation.ts';

/** A replacement field: `{name!conversion:spec}`; `conversion` is '' where there is none. */
interface Field {
  name: string;
  conversion: string;
  spec: string;
  nested: boolean;
}
/** Literal text and the field after it, if any. */
interface Markup {
  literal: string;
  field: Field | null;
}

/** Parses a format string step by step. Throws ValueError where it is malformed, not before it gets there. */
export function* parseMarkup(s: string): Generator<Markup, void, undefined> {
  let i = 0;
  while (i < s.length) {
    const start = i;
    while (i < s.length && s[i] !== '{' && s[i] !== '}') i++;
    if (i === s.length) {
      yield { literal: s.slice(start), field: null };
      return;
    }
    const brace = s[i++]!;
    if (s[i] === brace) {
      yield { literal: s.slice(start, i), field: null };
      i++;
      continue;
    }
    if (brace === '}') valueError("Single '}' encountered in format string");
    if (i === s.length) valueError("Single '{' encountered in format string");
    const literal = s.slice(start, i - 1);
    const [field, end] = parseField(s, i);
    i = end;
    yield { literal, field };
  }
}

/** Parses a field that begins at `i`, after its brace; returns it and the index after it. Throws ValueError. */
function parseField(s: string, i: number): [Field, number] {
  const start = i;
  let c = '';
  while (i < s.length) {
    c = s[i++]!;
    if (c === '{') valueError("unexpected '{' in field name");
    if (c === '[') {
      while (i < s.length && s[i] !== ']') i++;
      continue;
    }
    if (c === '}' || c === ':' || c === '!') break;
  }
  const field: Field = { name: s.slice(start, i - 1), conversion: '', spec: '', nested: false };
  if (c === '}') return [field, i];
  if (c !== '!' && c !== ':') valueError("expected '}' before end of string");
  if (c === '!') {
    if (i >= s.length) valueError('end of string while looking for conversion specifier');
    field.conversion = String.fromCodePoint(s.codePointAt(i)!);
    i += field.conversion.length;
    if (i < s.length) {
      c = s[i++]!;
      if (c === '}') return [field, i];
      if (c !== ':') valueError("expected ':' after conversion specifier");
    }
  }
  const specStart = i;
  for (let depth = 1; i < s.length; ) {
    c = s[i++]!;
    if (c === '{') {
      field.nested = true;
      depth++;
    } else if (c === '}' && --depth === 0) {
      field.spec = s.slice(specStart, i - 1);
      return [field, i];
    }
  }
  return valueError("unmatched '{' in format spec");
}

/** Reads a text as decimal index; -1 if it is none. Throws ValueError where it is too large. */
function integerOf(text: string): number {
  if (text === '') return -1;
  let n = 0;
  for (const ch of text) {
    const d = decimalValue(ch.codePointAt(0)!);
    if (d < 0) return -1;
    n = n * 10 + d;
    if (n >= SSIZE_LIMIT) valueError('Too many decimal digits in format string');
  }
  return n;
}

/** One step into an object: an attribute or an item, whose key is an int where it looks like one. */
interface Accessor {
  attribute: boolean;
  key: string | number;
}

/** Splits a field name into its first part and an iterator of accessors. Throws ValueError. */
export function splitFieldName(name: string): {
  first: string;
  index: number;
  rest: Generator<Accessor, void, undefined>;
} {
  let i = 0;
  while (i < name.length && name[i] !== '.' && name[i] !== '[') i++;
  const first = name.slice(0, i);
  return { first, index: integerOf(first), rest: accessors(name, i) };
}

/** Parses `.attr` and `[item]` from index `i` on. Throws ValueError. */
function* accessors(name: string, i: number): Generator<Accessor, void, undefined> {
  while (i < name.length) {
    const c = name[i++];
    const start = i;
    if (c === '.') {
      while (i < name.length && name[i] !== '.' && name[i] !== '[') i++;
      if (i === start) valueError('Empty attribute in format string');
      yield { attribute: true, key: name.slice(start, i) };
    } else if (c === '[') {
      while (i < name.length && name[i] !== ']') i++;
      if (i === name.length) valueError("Missing ']' in format string");
      const key = name.slice(start, i++);
      const n = integerOf(key);
      if (key === '') valueError('Empty attribute in format string');
      yield { attribute: false, key: n < 0 ? key : n };
    } else valueError("Only '.' or '[' may follow ']' in format field specifier");
  }
}

/** What fields are looked up in; `positional` is null for format_map. */
interface Arguments {
  positional: readonly PyValue[] | null;
  named: PyValue | Kwargs;
  auto: number;
  numbering: '' | 'auto' | 'manual';
}

/** Finds the object of a field. Throws ValueError, IndexError, KeyError, or what lookups raise. */
function fieldObject(name: string, args: Arguments): PyValue {
  const plain = !/[.[]/.test(name);
  const parts = plain ? { first: name, index: integerOf(name), rest: null } : splitFieldName(name);
  let { index } = parts;
  const automatic = parts.first === '';
  if (automatic || index >= 0) {
    if (args.numbering === '') args.numbering = automatic ? 'auto' : 'manual';
    if (args.numbering === 'manual' && automatic)
      valueError('cannot switch from manual field specification to automatic field numbering');
    if (args.numbering === 'auto' && !automatic)
      valueError('cannot switch from automatic field numbering to manual field specification');
    if (automatic) index = args.auto++;
  }
  let value: PyValue | undefined;
  if (index < 0) {
    value = args.named instanceof Map ? args.named.get(parts.first) : getItem(args.named, parts.first);
    if (value === undefined) keyError(parts.first);
  } else {
    if (args.positional === null) valueError('Format string contains positional fields');
    value = args.positional[index];
    if (value === undefined) indexError(`Replacement index ${index} out of range for positional args tuple`);
  }
  if (parts.rest !== null)
    for (const step of parts.rest)
      value = step.attribute ? getAttr(value, step.key as string) : getItem(value, step.key);
  return value;
}

/** Applies `!r`, `!s` or `!a`. Throws ValueError for anything else. */
function convert(value: PyValue, conversion: string): PyValue {
  switch (conversion) {
    case '':
      return value;
    case 'r':
      return repr(value);
    case 's':
      return str(value);
    case 'a':
      return ascii(value);
  }
  const c = conversion.codePointAt(0)!;
  return valueError(`Unknown conversion specifier ${c > 32 && c < 127 ? conversion : `\\x${c.toString(16)}`}`);
}

/** Parsed format strings; one that is malformed is not kept, and parsed again up to its error. */
const parsed = new Map<string, Markup[]>();
const MAX_PARSED = 500;

/** Returns the parts of a format string: all of them, or a generator that raises where it is malformed. */
function markupOf(s: string): Iterable<Markup> {
  const known = parsed.get(s);
  if (known !== undefined) return known;
  try {
    const parts = [...parseMarkup(s)];
    if (parsed.size >= MAX_PARSED) parsed.clear();
    parsed.set(s, parts);
    return parts;
  } catch (e) {
    if (!(e instanceof PyRaise)) throw e;
    return parseMarkup(s);
  }
}

/** Formats a format string, nested up to `depth` levels. */
function build(s: string, args: Arguments, depth: number): string {
  if (depth < 0) valueError('Max string recursion exceeded');
  let out = '';
  for (const { literal, field } of markupOf(s)) {
    out += literal;
    if (field === null) continue;
    const value = convert(fieldObject(field.name, args), field.conversion);
    out += formatObject(value, field.nested ? build(field.spec, args, depth - 1) : field.spec);
  }
  return out;
}

/** Performs `s.format(*args, **kwargs)`. */
function formatText(s: string, positional: readonly PyValue[], named: Kwargs): string {
  return build(s, { positional, named, auto: 0, numbering: '' }, 1);
}

/** Performs `s.format_map(mapping)`. */
function formatMap(s: string, mapping: PyValue): string {
  return build(s, { positional: null, named: mapping, auto: 0, numbering: '' }, 1);
}

/** Performs `str.__format__`. Throws ValueError for a spec that str does not know. */
function formatString(s: string, specText: string, typeName: string): string {
  if (specText === '') return s;
  const spec = parseFormatSpec(specText, typeName, 's', '<');
  if (spec.type !== 's') {
    const c = spec.type.codePointAt(0)!;
    const shown = c > 32 && c < 128 ? spec.type : `\\x${c.toString(16)}`;
    valueError(`Unknown format code '${shown}' for object of type '${typeName}'`);
  }
  if (spec.sign !== '') valueError(`${spec.sign === ' ' ? 'Space' : 'Sign'} not allowed in string format specifier`);
  if (spec.noNegativeZero) valueError('Negative zero coercion (z) not allowed in string format specifier');
  if (spec.alternate) valueError('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') valueError("'=' alignment not allowed in string format specifier");
  let text = s;
  let length = strLength(s);
  if (spec.precision >= 0 && spec.precision < length) {
    text = strSlice(s, 0, spec.precision, 1);
    length = spec.precision;
  }
  const n = spec.width - length;
  if (n <= 0) return text;
  const left = spec.align === '>' ? n : spec.align === '^' ? centerLeft(n, 0) : 0;
  return fillText(spec.fill, left) + text + fillText(spec.fill, n - left);
}

type Text = string | PyStrSub;

defMethods(strType, {
  'format(*args, **kwargs); pure if scalar*': (self: Text, args: PyValue[], kw: Kwargs) =>
    /[{}]/.test(textOf(self)) ? formatText(textOf(self), args, kw) : self,
  'format_map(mapping, /)': (self: Text, mapping: PyValue) =>
    /[{}]/.test(textOf(self)) ? formatMap(textOf(self), mapping) : self,
  '__format__(format_spec, /); pure if scalar scalar': (self: Text, spec: PyValue) => {
    const text = strArg(spec, '__format__() argument');
    return text === '' && typeof self !== 'string' ? str(self) : formatString(textOf(self), text, typeOf(self).name);
  },
});
