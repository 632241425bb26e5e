/**
 * Writing JSON: the native core of `json.dumps`, equal to CPython's `c_make_encoder`.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, PyIntSub, PyList, PyStrSub, PyTuple, typeOf } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { floatRepr } from '../../numbers/float-text.ts';
import { checkText } from '../../numbers/allocation.ts';
import { checkInterrupt } from '../../signals/polling.ts';
import { intToString } from '../../numbers/int-text.ts';
import { listSort } from '../../types/containers/list-sort.ts';
import { listFrom, listGet, listToArray } from '../../objects/core/list-storage.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { repr } from '../../objects/slots/format.ts';
import { toArray } from '../../protocol/iterate.ts';

export interface EncodeOptions {
  skipkeys: boolean;
  /** Writes a str with its quotes. */
  encodeString: (s: string) => string;
  circular: boolean;
  nan: boolean;
  /** Text of one level of indentation, or null for one line. */
  indent: string | null;
  itemSeparator: string;
  keySeparator: string;
  sort: boolean;
  /** Called for what is not JSON. */
  fallback: PyValue;
}

const ESCAPES: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\b': '\\b',
};
const hex4 = (c: number): string => `\\u${c.toString(16).padStart(4, '0')}`;

/** Writes a str with quotes; with `ascii` everything else escaped. */
export function encodeString(s: string, ascii: boolean): string {
  const special = ascii ? /["\\\x00-\x1f\x7f-\uffff]/ : /["\\\x00-\x1f]/;
  if (!special.test(s)) return `"${s}"`;
  const all = ascii ? /["\\\x00-\x1f\x7f-\uffff]/g : /["\\\x00-\x1f]/g;
  return `"${s.replace(all, (c) => ESCAPES[c] ?? hex4(c.charCodeAt(0)))}"`;
}

/** Pieces that are gathered at a time. */
const PIECES = 0x10000;

/** Writes one value after another into `out`. */
class Encoder {
  private readonly out: string[] = [];
  /** What has been gathered. */
  private text = '';
  private readonly open = new Set<PyValue>();
  constructor(private readonly o: EncodeOptions) {}

  encode(x: PyValue): string {
    this.value(x, '\n');
    this.gather();
    return this.text;
  }

  private value(x: PyValue, newline: string): void {
    if (this.out.length > PIECES) this.gather();
    switch (typeof x) {
      case 'string':
        this.out.push(this.o.encodeString(x));
        return;
      case 'number':
        this.out.push(String(x));
        return;
      case 'boolean':
        this.out.push(x ? 'true' : 'false');
        return;
      case 'bigint':
        this.out.push(intToString(x));
        return;
    }
    if (x === None) this.out.push('null');
    else if (x instanceof PyFloat) this.out.push(this.float(x));
    else if (x instanceof PyStrSub) this.out.push(this.o.encodeString(x.value));
    else if (x instanceof PyIntSub) this.out.push(intToString(x.value));
    else if (x instanceof PyList || x instanceof PyTuple) this.list(x, newline);
    else if (x instanceof PyDict) this.dict(x, newline);
    else {
      this.enter(x);
      this.value(invoke(this.o.fallback, [x]), newline);
      this.open.delete(x);
    }
  }

  /** Makes one piece of those there are; looks whether a signal waits, and whether there is room. */
  private gather(): void {
    this.text += this.out.join('');
    this.out.length = 0;
    checkText(this.text.length);
    checkInterrupt();
  }

  private enter(x: PyValue): void {
    if (!this.o.circular) return;
    if (this.open.has(x)) valueError('Circular reference detected');
    this.open.add(x);
  }

  private float(x: PyFloat): string {
    const v = x.value;
    if (Number.isFinite(v)) return floatRepr(v);
    if (!this.o.nan) valueError(`Out of range float values are not JSON compliant: ${repr(x)}`);
    return Number.isNaN(v) ? 'NaN' : v > 0 ? 'Infinity' : '-Infinity';
  }

  private list(x: PyList | PyTuple, newline: string): void {
    const n = x.items.length;
    if (n === 0) {
      this.out.push('[]');
      return;
    }
    this.enter(x);
    const inner = this.o.indent === null ? '' : newline + this.o.indent;
    this.out.push('[', inner);
    for (let i = 0; i < x.items.length; i++) {
      if (i > 0) this.out.push(this.o.itemSeparator, inner);
      this.value(x instanceof PyList ? listGet(x, i) : x.items[i]!, inner);
    }
    this.out.push(this.o.indent === null ? '' : newline, ']');
    this.open.delete(x);
  }

  private dict(d: PyDict, newline: string): void {
    if (d.size === 0) {
      this.out.push('{}');
      return;
    }
    this.enter(d);
    const inner = this.o.indent === null ? '' : newline + this.o.indent;
    this.out.push('{', inner);
    let first = true;
    for (const [k, v] of this.items(d)) {
      const key = this.key(k);
      if (key === null) continue;
      if (!first) this.out.push(this.o.itemSeparator, inner);
      first = false;
      this.out.push(this.o.encodeString(key), this.o.keySeparator);
      this.value(v, inner);
    }
    this.out.push(this.o.indent === null ? '' : newline, '}');
    this.open.delete(d);
  }

  private items(d: PyDict): Iterable<readonly [PyValue, PyValue]> {
    if (!this.o.sort && !d.type.heap) return d.entries();
    const pairs = toArray(invoke(getAttr(d, 'items'), []));
    if (!this.o.sort) return pairs.map((p) => (p as PyTuple).items as readonly [PyValue, PyValue]);
    const l = listFrom(pairs);
    listSort(l, None, false);
    return listToArray(l).map((p) => (p as PyTuple).items as readonly [PyValue, PyValue]);
  }

  /** Returns a key as text; null to leave the item out. */
  private key(k: PyValue): string | null {
    switch (typeof k) {
      case 'string':
        return k;
      case 'number':
        return String(k);
      case 'boolean':
        return k ? 'true' : 'false';
      case 'bigint':
        return intToString(k);
    }
    if (k instanceof PyStrSub) return k.value;
    if (k instanceof PyIntSub) return intToString(k.value);
    if (k instanceof PyFloat) return this.float(k);
    if (k === None) return 'null';
    if (this.o.skipkeys) return null;
    return typeError(`keys must be str, int, float, bool or None, not ${typeOf(k).name}`);
  }
}

/** Returns a value as JSON text. Throws TypeError, ValueError, and what the fallback raises. */
export function encodeJson(x: PyValue, options: EncodeOptions): string {
  return new Encoder(options).encode(x);
}
