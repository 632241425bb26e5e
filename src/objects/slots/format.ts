/**
 * Text forms of objects: `repr`, `str`, `ascii`, `format`, by the methods of their classes.
 */
import { checkInterrupt } from '../../signals/polling.ts';
import { callBound } from './descriptor.ts';
import type { PyValue } from '../core/object.ts';
import { strOf, typeOf } from '../core/values.ts';
import { typeError } from '../core/exceptions.ts';

/** Returns `repr(x)`. Throws TypeError where `__repr__` gives no str, or what it raises. */
export function repr(x: PyValue): string {
  if (typeof x === 'number') return String(x);
  if (typeof x === 'boolean') return x ? 'True' : 'False';
  checkInterrupt();
  const f = typeOf(x).lookup('__repr__');
  if (f === undefined) return typeError(`'${typeOf(x).name}' object has no __repr__`);
  const r = callBound(f, x);
  const text = strOf(r);
  if (text === undefined) typeError(`__repr__ returned non-string (type ${typeOf(r).name})`);
  return text;
}

/** Returns `str(x)` as text. Throws TypeError where `__str__` gives no str, or what it raises. */
export function str(x: PyValue): string {
  if (typeof x === 'string') return x;
  if (typeof x === 'number') return String(x);
  if (typeof x === 'boolean') return x ? 'True' : 'False';
  const f = typeOf(x).lookup('__str__');
  if (f === undefined) return repr(x);
  const r = callBound(f, x);
  const text = strOf(r);
  if (text === undefined) typeError(`__str__ returned non-string (type ${typeOf(r).name})`);
  return text;
}

/** Returns `ascii(x)`: the repr with everything outside ASCII escaped. */
export function ascii(x: PyValue): string {
  const text = repr(x);
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  let out = '';
  for (const ch of text) {
    const c = ch.codePointAt(0)!;
    if (c < 0x80) out += ch;
    else if (c < 0x100) out += `\\x${c.toString(16).padStart(2, '0')}`;
    else if (c < 0x10000) out += `\\u${c.toString(16).padStart(4, '0')}`;
    else out += `\\U${c.toString(16).padStart(8, '0')}`;
  }
  return out;
}

/** Returns `format(x, spec)`. Throws TypeError or ValueError for a bad spec, or what `__format__` raises. */
export function format(x: PyValue, spec: string): string {
  if (spec === '') {
    if (typeof x === 'string') return x;
    if (typeof x === 'number') return String(x);
  }
  const f = typeOf(x).lookup('__format__');
  if (f === undefined) typeError(`Type ${typeOf(x).name} doesn't define __format__`);
  const r = callBound(f, x, spec);
  const text = strOf(r);
  if (text === undefined) typeError(`__format__ must return a str, not ${typeOf(r).name}`);
  return text;
}
