/** Text as `repr` shows it: quotes and escapes (Objects/unicodeobject.c, `unicode_repr`). */
import { isPrintable } from './unicode-data.ts';

const PLAIN_REPR = /^[ -&(-[\]-~]*$/;

/** Units that are written before a piece of the text is made, and room for the longest escape. */
const PIECE = 8192;
const ROOM = 16;

/** Returns `repr(s)`: quotes as needed, escapes for what is not printable in Unicode 15.1. */
export function strRepr(s: string): string {
  if (PLAIN_REPR.test(s)) return `'${s}'`;
  const quote = s.includes("'") && !s.includes('"') ? '"' : "'";
  const mark = quote.charCodeAt(0);
  const pieces = [quote];
  const units = new Uint16Array(Math.min(PIECE, s.length * 10) + ROOM);
  let n = 0;
  for (let i = 0; i < s.length; ) {
    const c = s.codePointAt(i)!;
    const escaped = c === 0x5c ? '\\\\' : c === mark ? `\\${quote}` : isPrintable(c) ? '' : escapeOf(c);
    for (let k = 0; k < escaped.length; k++) units[n++] = escaped.charCodeAt(k);
    if (escaped === '') {
      units[n++] = s.charCodeAt(i);
      if (c > 0xffff) units[n++] = s.charCodeAt(i + 1);
    }
    i += c > 0xffff ? 2 : 1;
    if (n >= PIECE) {
      pieces.push(String.fromCharCode.apply(null, units.subarray(0, n) as unknown as number[]));
      n = 0;
    }
  }
  pieces.push(String.fromCharCode.apply(null, units.subarray(0, n) as unknown as number[]), quote);
  return pieces.join('');
}

/** Escapes of the first code points. */
const ESCAPES = Array.from({ length: 0x100 }, (_, c) => backslashEscape(c));

/** Returns the backslash escape of a code point that is not printable. */
function escapeOf(c: number): string {
  if (c === 10) return '\\n';
  if (c === 13) return '\\r';
  if (c === 9) return '\\t';
  return c < 0x100 ? ESCAPES[c]! : backslashEscape(c);
}

/** Returns `\xhh`, `\uhhhh` or `\Uhhhhhhhh`, the shortest that fits. */
export function backslashEscape(c: number): string {
  if (c < 0x100) return `\\x${c.toString(16).padStart(2, '0')}`;
  if (c < 0x10000) return `\\u${c.toString(16).padStart(4, '0')}`;
  return `\\U${c.toString(16).padStart(8, '0')}`;
}
