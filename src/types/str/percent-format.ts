/**
 * printf-style formatting: `format % values` for str, bytes and bytearray (library reference,
 * "printf-style String Formatting"; errors and their order as in `PyUnicode_Format`).
 *
 * One engine works on text; bytes pass Latin-1 text and a dialect that says how `%s`, `%c` and keys
 * are read. Digits of numbers come from `number-format.ts`; signs and padding are put around them here.
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import { floatToText, intDigits } from '../../numbers/conversions.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  NotImplemented,
  PyByteArray,
  PyBytes,
  PyFloat,
  type PyStrSub,
  PyTuple,
  bytesType,
  floatType,
  intOf,
  intType,
  strOf,
  strType,
  typeOf,
} from '../../objects/core/values.ts';
import { defMethods } from '../../objects/core/builtin.ts';
import { overflowError, typeError, valueError } from '../../objects/core/exceptions.ts';
import { intToFloat } from '../../numbers/int-ops.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { ascii, repr, str } from '../../objects/slots/format.ts';
import { isRaised } from '../../objects/slots/iterate.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { getItem } from '../../protocol/subscript.ts';
import { bufferOf } from '../../objects/core/buffer.ts';
import { asBuffer } from './utf.ts';
import { asciiEscape, pointIndex, strLength, strSlice, textOf } from './code-points.ts';
import { cIntArg, sizeArg } from './arguments.ts';
import { fillText } from './layout.ts';
import { SSIZE_LIMIT } from '../../numbers/allocation.ts';

/** What differs between str and bytes. */
interface Dialect {
  readonly name: 'string' | 'bytes';
  /** Converts for `%s`, `%r`, `%a`, `%b`; undefined where the conversion does not exist. */
  text(conversion: string, value: PyValue): string | undefined;
  /** Converts for `%c`. */
  char(value: PyValue): string;
  key(text: string): PyValue;
}

/** One conversion specification; `precision` is -1 where there is none. */
interface Spec {
  left: boolean;
  sign: boolean;
  blank: boolean;
  alternate: boolean;
  zero: boolean;
  width: number;
  precision: number;
  conversion: string;
}

/** Formats one text; holds the reading position in format and arguments. */
class Formatter {
  private at = 0;
  private next: number;
  private count: number;
  private mapping: PyValue | null = null;
  private single: PyValue;

  constructor(
    private readonly text: string,
    args: PyValue,
    private readonly dialect: Dialect,
  ) {
    this.single = args;
    if (args instanceof PyTuple) {
      this.next = 0;
      this.count = args.items.length;
    } else {
      this.next = -2;
      this.count = -1;
      if (isMapping(args, dialect)) this.mapping = args;
    }
  }

  run(): string {
    const { text } = this;
    let out = '';
    while (this.at < text.length) {
      const percent = text.indexOf('%', this.at);
      if (percent < 0) {
        out += text.slice(this.at);
        break;
      }
      out += text.slice(this.at, percent);
      this.at = percent + 1;
      if (text[this.at] === '%') {
        out += '%';
        this.at++;
        continue;
      }
      out += this.convert();
      if (this.mapping !== null && this.next < this.count) this.leftover();
    }
    if (this.next < this.count && this.mapping === null) this.leftover();
    return out;
  }

  private leftover(): never {
    return typeError(`not all arguments converted during ${this.dialect.name} formatting`);
  }

  /** Returns the next argument. Throws TypeError where there is none. */
  private argument(): PyValue {
    if (this.next >= this.count) typeError('not enough arguments for format string');
    const i = this.next++;
    return this.count < 0 ? this.single : (this.single as PyTuple).items[i]!;
  }

  /** Reads the next character of a specification. Throws ValueError at the end. */
  private char(): string {
    return this.text[this.at++] ?? valueError('incomplete format');
  }

  /** Reads and performs one conversion. */
  private convert(): string {
    if (this.text[this.at] === '(') this.key();
    const spec = this.parse();
    const value = this.argument();
    const c = spec.conversion;
    const { dialect } = this;
    switch (c) {
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        return padNumber(spec, integerText(spec, value));
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return padNumber(spec, floatText(spec, value));
      case 'c':
        return padText(spec, dialect.char(value));
    }
    const text = dialect.text(c, value);
    if (text !== undefined)
      return padText(
        spec,
        spec.precision >= 0 ? strSlice(text, 0, Math.min(spec.precision, strLength(text)), 1) : text,
      );
    const at = pointIndex(this.text, this.at - c.length);
    const code = c.codePointAt(0)!;
    return valueError(
      `unsupported format character '${code > 30 && code < 127 ? c : '?'}' (0x${code.toString(16)}) at index ${at}`,
    );
  }

  /** Reads a mapping key and makes its value the only argument. */
  private key(): void {
    if (this.mapping === null) typeError('format requires a mapping');
    const start = ++this.at;
    let depth = 1;
    while (depth > 0) {
      const c = this.text[this.at++] ?? valueError('incomplete format key');
      if (c === ')') depth--;
      else if (c === '(') depth++;
    }
    this.single = getItem(this.mapping, this.dialect.key(this.text.slice(start, this.at - 1)));
    this.count = -1;
    this.next = -2;
  }

  /** Reads flags, width, precision, length modifier and conversion. */
  private parse(): Spec {
    const spec: Spec = {
      left: false,
      sign: false,
      blank: false,
      alternate: false,
      zero: false,
      width: 0,
      precision: -1,
      conversion: '',
    };
    let c = this.char();
    for (; ; c = this.char()) {
      if (c === '-') spec.left = true;
      else if (c === '+') spec.sign = true;
      else if (c === ' ') spec.blank = true;
      else if (c === '#') spec.alternate = true;
      else if (c === '0') spec.zero = true;
      else break;
    }
    const [width, afterWidth] = this.size(c, 'width');
    spec.width = Math.abs(width ?? 0);
    if (width !== null && width < 0) spec.left = true;
    c = afterWidth;
    if (c === '.') {
      const [precision, afterPrecision] = this.size(this.char(), 'precision');
      spec.precision = Math.max(0, precision ?? 0);
      c = afterPrecision;
    }
    if (c === 'h' || c === 'l' || c === 'L') c = this.char();
    if (c >= '\ud800' && c < '\udc00') {
      const low = this.text[this.at] ?? '';
      if (low >= '\udc00' && low <= '\udfff') {
        c += low;
        this.at++;
      }
    }
    spec.conversion = c;
    return spec;
  }

  /** Reads a width or precision beginning with `c`; returns it (null: none) and the character after it. */
  private size(c: string, what: string): [number | null, string] {
    if (c === '*') {
      const value = this.argument();
      if (intOf(value) === undefined) typeError('* wants int');
      return [what === 'width' ? sizeArg(value, 0) : cIntArg(value, 0), this.char()];
    }
    if (c < '0' || c > '9') return [null, c];
    let n = 0;
    for (; c >= '0' && c <= '9'; c = this.char()) {
      n = n * 10 + Number(c);
      if (n >= SSIZE_LIMIT) valueError(`${what} too big`);
    }
    return [n, c];
  }
}

/** Tells whether `%` treats its right side as a mapping rather than one value. */
function isMapping(args: PyValue, dialect: Dialect): boolean {
  if (strOf(args) !== undefined) return false;
  if (dialect.name === 'bytes' && (args instanceof PyBytes || args instanceof PyByteArray)) return false;
  return typeof args === 'object' && typeOf(args).lookup('__getitem__') !== undefined;
}

/** Pads a text to the width of a specification. */
function padText(spec: Spec, text: string): string {
  const n = spec.width - strLength(text);
  if (n <= 0) return text;
  return spec.left ? text + fillText(' ', n) : fillText(' ', n) + text;
}

/** Adds sign and padding to a number; zeros go between sign or `0x` and digits. */
function padNumber(spec: Spec, text: string): string {
  const negative = text.startsWith('-');
  const sign = negative ? '-' : spec.sign ? '+' : spec.blank ? ' ' : '';
  let digits = negative ? text.slice(1) : text;
  if (!spec.zero || spec.left) return padText(spec, sign + digits);
  let prefix = sign;
  if (spec.alternate && 'xXo'.includes(spec.conversion)) {
    prefix += digits.slice(0, 2);
    digits = digits.slice(2);
  }
  const n = spec.width - prefix.length - digits.length;
  return prefix + (n > 0 ? fillText('0', n) : '') + digits;
}

/** Tells whether a type has a method. */
function has(type: PyType, name: string): boolean {
  return type.lookup(name) !== undefined;
}

/** Returns the int that an integer conversion formats. Throws TypeError. */
function integerOf(conversion: string, value: PyValue): number | bigint {
  const n = intOf(value);
  if (n !== undefined) return n;
  const type = typeOf(value);
  const strict = conversion === 'x' || conversion === 'X' || conversion === 'o';
  const wrong = (): never =>
    typeError(`%${conversion} format: ${strict ? 'an integer' : 'a real number'} is required, not ${type.name}`);
  if (
    strOf(value) !== undefined ||
    type.isSubtype(bytesType) ||
    !(strict ? has(type, '__index__') : has(type, '__int__') || has(type, '__index__'))
  )
    return wrong();
  try {
    return strict ? indexOf(value) : intOf(invoke(intType, [value]))!;
  } catch (e) {
    return isRaised(e, 'TypeError') ? wrong() : raiseAgain(e);
  }
}

/** Throws what was caught. */
function raiseAgain(e: unknown): never {
  throw e;
}

/** Makes the digits of an integer conversion, with sign where negative and prefix where asked for. */
function integerText(spec: Spec, value: PyValue): string {
  const n = integerOf(spec.conversion, value);
  const c = spec.conversion;
  const digits = intDigits(n, c);
  const zeros = digits.length < spec.precision ? fillText('0', spec.precision - digits.length) : '';
  return `${n < 0 ? '-' : ''}${spec.alternate && 'oxX'.includes(c) ? `0${c}` : ''}${zeros}${digits}`;
}

/** Returns the double that a float conversion formats. Throws TypeError or OverflowError. */
function doubleOf(value: PyValue): number {
  if (value instanceof PyFloat) return value.value;
  const n = intOf(value);
  if (n !== undefined) return intToFloat(n);
  const type = typeOf(value);
  if (strOf(value) !== undefined || (!has(type, '__float__') && !has(type, '__index__')))
    typeError(`must be real number, not ${type.name}`);
  return (invoke(floatType, [value]) as PyFloat).value;
}

/** Makes the text of a float conversion. Throws TypeError or OverflowError. */
function floatText(spec: Spec, value: PyValue): string {
  const precision = spec.precision < 0 ? 6 : spec.precision;
  return floatToText(doubleOf(value), spec.conversion, precision, { alternate: spec.alternate });
}

const STRING: Dialect = {
  name: 'string',
  text: (c, v) => (c === 's' ? str(v) : c === 'r' ? repr(v) : c === 'a' ? ascii(v) : undefined),
  key: (text) => text,
  char: (v) => {
    const s = strOf(v);
    if (s !== undefined) return strLength(s) === 1 ? s : typeError('%c requires int or char');
    if (intOf(v) === undefined && (typeof v !== 'object' || !has(v.type, '__index__')))
      typeError('%c requires int or char');
    const n = indexOf(v);
    return typeof n === 'bigint' || n < 0 || n > 0x10ffff
      ? overflowError('%c arg not in range(0x110000)')
      : String.fromCodePoint(n);
  },
};

const BYTES: Dialect = {
  name: 'bytes',
  text: (c, v) =>
    c === 's' || c === 'b' ? latin1(bytesArgument(v)) : c === 'r' || c === 'a' ? asciiEscape(repr(v)) : undefined,
  key: (text) => new PyBytes(new Uint8Array(Buffer.from(text, 'latin1'))),
  char: (v) => {
    if (v instanceof PyBytes || v instanceof PyByteArray) {
      const data = bufferOf(v)!;
      if (data.length === 1) return latin1(data);
    } else if (strOf(v) === undefined && (intOf(v) !== undefined || has(typeOf(v), '__index__'))) {
      const n = indexOf(v);
      return typeof n === 'bigint' || n < 0 || n > 255
        ? overflowError('%c arg not in range(256)')
        : String.fromCharCode(n);
    }
    return typeError('%c requires an integer in range(256) or a single byte');
  },
};

/** Reads bytes as Latin-1 text. */
function latin1(data: Uint8Array): string {
  return asBuffer(data).toString('latin1');
}

/** Returns the bytes `%s` of bytes formats. Throws TypeError. */
function bytesArgument(v: PyValue): Uint8Array {
  const data = v instanceof PyBytes || v instanceof PyByteArray ? bufferOf(v) : null;
  if (data !== null) return data;
  const f = typeOf(v).lookup('__bytes__');
  if (f !== undefined) {
    const r = callBound(f, v);
    return r instanceof PyBytes ? r.data : typeError(`__bytes__ returned non-bytes (type ${typeOf(r).name})`);
  }
  return (
    bufferOf(v) ??
    typeError(`%b requires a bytes-like object, or an object that implements __bytes__, not '${typeOf(v).name}'`)
  );
}

/** Performs `text % args`. Throws TypeError, ValueError, OverflowError, KeyError. */
function percentFormat(text: string, args: PyValue): string {
  return new Formatter(text, args, STRING).run();
}

/** Performs `data % args` for bytes. Throws as `percentFormat`. */
export function percentFormatBytes(data: Uint8Array, args: PyValue): Uint8Array {
  return new Uint8Array(Buffer.from(new Formatter(latin1(data), args, BYTES).run(), 'latin1'));
}

defMethods(strType, {
  '__mod__(value, /); pure if scalar scalar': (self: string | PyStrSub, args: PyValue) => {
    const text = textOf(self);
    const out = percentFormat(text, args);
    return out === text && !text.includes('%') ? self : out;
  },
  '__rmod__(value, /); pure if scalar scalar': (self: string | PyStrSub, left: PyValue) => {
    const text = strOf(left);
    return text === undefined ? NotImplemented : percentFormat(text, self);
  },
});
