/** Syntax errors and warnings as CPython 3.13 prints them (traceback.py, warnings.py). */
import type { PythonSyntaxError } from '../front/source/errors.ts';

/** The white space that a line of carets keeps. */
const SPACE = /^(?!\ufeff)[\s\x1c-\x1f\x85]$/u;

/**
 * Returns a line of the source, which the errors of the compiler lack, or null. A source is null where CPython would
 * look for a file and find none: standard input.
 */
export function sourceLine(source: Uint8Array | null, line: number): string | null {
  if (source === null) return null;
  const text = Buffer.from(source)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)[line - 1];
  return text === undefined ? null : `${text}\n`;
}

/** Returns what CPython prints for a syntax error, the line with its carets included. */
export function formatSyntaxError(e: PythonSyntaxError, source: Uint8Array | null): string {
  let out = '';
  if (e.lineno !== null) out += `  File "${e.filename || '<string>'}", line ${e.lineno}\n`;
  const suffix = e.lineno === null && e.type !== 'MemoryError' ? ` (${e.filename})` : '';
  const text = e.text ?? (e.lineno !== null && e.lineno > 0 && e.offset !== null ? sourceLine(source, e.lineno) : null);
  if (text !== null) out += caretLines(Array.from(text), e);
  return `${out}${e.type}: ${e.msg}${suffix}\n`;
}

/** Returns the source line and the line with carets below it. */
function caretLines(text: readonly string[], e: PythonSyntaxError): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '\n') end--;
  let spaces = 0;
  while (spaces < end && (text[spaces] === ' ' || text[spaces] === '\n' || text[spaces] === '\f')) spaces++;
  const shown = text.slice(spaces, end);
  const line = `    ${shown.join('')}\n`;
  if (e.offset === null) return line;
  let { offset } = e;
  let endOffset = end + 1;
  if (e.lineno === e.end_lineno) endOffset = e.end_offset !== null && e.end_offset !== 0 ? e.end_offset : offset;
  if (text.length > 0 && offset > text.length) offset = end + 1;
  if (text.length > 0 && endOffset > text.length) endOffset = end + 1;
  if (offset >= endOffset || endOffset < 0) endOffset = offset + 1;
  const column = offset - 1 - spaces;
  if (column < 0) return line;
  const margin = shown
    .slice(0, column)
    .map((c) => (SPACE.test(c) ? c : ' '))
    .join('');
  return `${line}    ${margin}${'^'.repeat(endOffset - offset)}\n`;
}

/** Returns what CPython prints for a SyntaxWarning. */
export function formatWarning(message: string, filename: string, line: number, source: Uint8Array | null): string {
  const text = sourceLine(source, line)?.trim() ?? '';
  return `${filename}:${line}: SyntaxWarning: ${message}\n${text === '' ? '' : `  ${text}\n`}`;
}
