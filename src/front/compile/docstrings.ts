/** Docstrings: the common indentation goes (CPython 3.13 does what inspect.cleandoc does, but keeps blank lines). */
import type { Text } from '../../bytecode/code.ts';

/** Expands tabs to columns of eight. */
function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let out = '';
  let column = 0;
  for (const ch of text) {
    if (ch === '\t') {
      const n = 8 - (column % 8);
      out += ' '.repeat(n);
      column += n;
    } else {
      out += ch;
      column = ch === '\n' || ch === '\r' ? 0 : column + 1;
    }
  }
  return out;
}

/** Strips leading spaces of the first line and the common margin of the others. */
export function cleanDoc(doc: Text): string {
  const text = expandTabs(typeof doc === 'string' ? doc : doc.merged);
  const lines = text.split('\n');
  let margin = Number.POSITIVE_INFINITY;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    let indent = 0;
    while (indent < line.length && line[indent] === ' ') indent++;
    if (indent < line.length) margin = Math.min(margin, indent);
  }
  if (margin === Number.POSITIVE_INFINITY) margin = 0;
  const first = lines[0]!.replace(/^ +/, '');
  if (margin === 0 && first === lines[0]) return text;
  let out = first;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    let cut = 0;
    while (cut < margin && line[cut] === ' ') cut++;
    out += `\n${line.slice(cut)}`;
  }
  return out;
}
