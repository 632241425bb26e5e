/**
 * Reading JSON: the native core of `json.loads`, equal to CPython's `c_make_scanner`.
 *
 * Positions are UTF-16 units inside; what reaches a program is converted to characters.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, PyTuple } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { intType } from '../../objects/core/values.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { pointIndex } from '../../types/str/code-points.ts';
import { listFrom } from '../../objects/core/list-storage.ts';

export interface DecodeOptions {
  objectHook: PyValue | null;
  pairsHook: PyValue | null;
  parseFloat: PyValue | null;
  parseInt: PyValue | null;
  parseConstant: PyValue | null;
  strict: boolean;
  /** Raises JSONDecodeError(message, document, position). */
  fail: (message: string, doc: string, position: number) => never;
  /** Raises StopIteration(position), for a value that does not begin where it should. */
  stop: (position: number) => never;
}

const NUMBER = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const PLAIN = /[^"\\\x00-\x1f]*/y;
const LOOSE = /[^"\\]*/y;
const SPACE = /[ \t\n\r]*/y;
const BACKSLASH: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Reads one value of a document at a time. */
export class JsonScanner {
  /** Where reading goes on. */
  at = 0;
  private memo = new Map<string, string>();
  constructor(
    private readonly s: string,
    private readonly o: DecodeOptions,
  ) {}

  private fail(message: string, unit: number): never {
    return this.o.fail(message, this.s, pointIndex(this.s, unit));
  }

  private space(): void {
    SPACE.lastIndex = this.at;
    SPACE.exec(this.s);
    this.at = SPACE.lastIndex;
  }

  /** Reads a value at `at`. */
  value(): PyValue {
    const s = this.s;
    const start = this.at;
    switch (s[start]) {
      case '"':
        this.at++;
        return this.string(start);
      case '{':
        this.at++;
        return this.object();
      case '[':
        this.at++;
        return this.array();
      case 'n':
        if (s.startsWith('null', start)) {
          this.at += 4;
          return None;
        }
        break;
      case 't':
        if (s.startsWith('true', start)) {
          this.at += 4;
          return true;
        }
        break;
      case 'f':
        if (s.startsWith('false', start)) {
          this.at += 5;
          return false;
        }
        break;
      case 'N':
        if (s.startsWith('NaN', start)) return this.constant('NaN', Number.NaN);
        break;
      case 'I':
        if (s.startsWith('Infinity', start)) return this.constant('Infinity', Number.POSITIVE_INFINITY);
        break;
      case '-':
        if (s.startsWith('-Infinity', start)) return this.constant('-Infinity', Number.NEGATIVE_INFINITY);
        break;
    }
    return this.number(start);
  }

  private constant(name: string, value: number): PyValue {
    this.at += name.length;
    return this.o.parseConstant === null ? new PyFloat(value) : invoke(this.o.parseConstant, [name]);
  }

  private number(start: number): PyValue {
    NUMBER.lastIndex = start;
    const m = NUMBER.exec(this.s);
    if (m === null) return this.o.stop(pointIndex(this.s, start));
    this.at = NUMBER.lastIndex;
    const text = m[0];
    if (m[2] !== undefined || m[3] !== undefined) {
      return this.o.parseFloat === null ? new PyFloat(Number(text)) : invoke(this.o.parseFloat, [text]);
    }
    if (this.o.parseInt !== null) return invoke(this.o.parseInt, [text]);
    return text.length <= 15 ? Number(text) + 0 : invoke(intType, [text]);
  }

  /** Reads a string whose opening quote was at `begin`. */
  string(begin: number): string {
    const s = this.s;
    const plain = this.o.strict ? PLAIN : LOOSE;
    let out = '';
    for (;;) {
      plain.lastIndex = this.at;
      plain.exec(s);
      const end = plain.lastIndex;
      const part = s.slice(this.at, end);
      const c = s[end];
      if (c === '"') {
        this.at = end + 1;
        return out === '' ? part : out + part;
      }
      out += part;
      if (c === undefined) this.fail('Unterminated string starting at', begin);
      if (c !== '\\') this.fail('Invalid control character at', end);
      this.at = end + 1;
      const e = s[this.at];
      if (e === undefined) this.fail('Unterminated string starting at', begin);
      if (e === 'u') out += this.unicode();
      else {
        const plainChar = BACKSLASH[e];
        if (plainChar === undefined) this.fail('Invalid \\escape', end);
        out += plainChar;
        this.at++;
      }
    }
  }

  /** Reads the digits after `\u`. */
  private unicode(): string {
    const digits = this.s.slice(this.at + 1, this.at + 5);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail('Invalid \\uXXXX escape', this.at);
    this.at += 5;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  private object(): PyValue {
    const o = this.o;
    const pairs: PyTuple[] | null = o.pairsHook === null ? null : [];
    const d = new PyDict();
    this.space();
    if (this.s[this.at] === '}') this.at++;
    else {
      for (;;) {
        if (this.s[this.at] !== '"') this.fail('Expecting property name enclosed in double quotes', this.at);
        const begin = this.at++;
        const read = this.string(begin);
        const key = this.memo.get(read) ?? read;
        if (key === read) this.memo.set(read, read);
        this.space();
        if (this.s[this.at] !== ':') this.fail("Expecting ':' delimiter", this.at);
        this.at++;
        this.space();
        const v = this.nested();
        if (pairs === null) d.set(key, v);
        else pairs.push(new PyTuple([key, v]));
        this.space();
        const c = this.s[this.at];
        if (c === '}') {
          this.at++;
          break;
        }
        if (c !== ',') this.fail("Expecting ',' delimiter", this.at);
        const comma = this.at++;
        this.space();
        if (this.s[this.at] === '}') this.fail('Illegal trailing comma before end of object', comma);
      }
    }
    if (pairs !== null) return invoke(o.pairsHook!, [listFrom(pairs)]);
    return o.objectHook === null ? d : invoke(o.objectHook, [d]);
  }

  private array(): PyValue {
    const items: PyValue[] = [];
    this.space();
    if (this.s[this.at] === ']') {
      this.at++;
      return listFrom(items);
    }
    for (;;) {
      items.push(this.nested());
      this.space();
      const c = this.s[this.at];
      if (c === ']') {
        this.at++;
        return listFrom(items);
      }
      if (c !== ',') this.fail("Expecting ',' delimiter", this.at);
      const comma = this.at++;
      this.space();
      if (this.s[this.at] === ']') this.fail('Illegal trailing comma before end of array', comma);
    }
  }

  /** Reads a value inside another, where a missing one is an error of the document. */
  private nested(): PyValue {
    const c = this.s[this.at];
    if (c === undefined || !/["{[ntfNI\-0-9]/.test(c)) this.fail('Expecting value', this.at);
    return this.value();
  }
}
