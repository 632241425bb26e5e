/** Text as `repr` shows it: quotes and escapes (Objects/unicodeobject.c, `unicode_repr`). */
import { isPrintable } from './unicode-data.ts';

const PLAIN_REPR = /^[ -&(-[\]-~]*$/;

/** Returns `repr(s)`: quotes as needed, escapes for what is not printable in Unicode 15.1. */
export function strRepr(s: string): string {
  if (PLAIN_REPR.test(s)) return `'${s}'`;
  const quote = s.includes("'") && !s.includes('"') ? '"' : "'";
  const parts = [quote];
  let start = 0;
  for (let i = 0; i < s.length; ) {
    const c = s.codePointAt(i)!;
    const width = c > 0xffff ? 2 : 1;
    const escaped = c === 0x5c ? '\\\\' : c === quote.charCodeAt(0) ? `\\${quote}` : isPrintable(c) ? '' : escapeOf(c);
    if (escaped !== '') {
      parts.push(s.slice(start, i), escaped);
      start = i + width;
    }
    i += width;
  }
  parts.push(s.slice(start), quote);
  return parts.join('');
}

/** Returns the backslash escape of a code point that is not printable. */
function escapeOf(c: number): string {
  if (c === 10) return '\\n';
  if (c === 13) return '\\r';
  if (c === 9) return '\\t';
  return backslashEscape(c);
}

/** Returns `\xhh`, `\uhhhh` or `\Uhhhhhhhh`, the shortest that fits. */
export function backslashEscape(c: number): string {
  if (c < 0x100) return `\\x${c.toString(16).padStart(2, '0')}`;
  if (c < 0x10000) return `\\u${c.toString(16).padStart(4, '0')}`;
  return `\\U${c.toString(16).padStart(8, '0')}`;
}
