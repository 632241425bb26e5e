/**
 * Printing exceptions as CPython 3.13's `python file.py` prints them on stderr.
 *
 * The form is that of Lib/traceback.py (3.13): a chain of exceptions, oldest first; for each its
 * frames and its last lines; for a group its members with a margin. What `__str__` and the like raise
 * is replaced by the placeholder CPython prints.
 */
import { fieldOf } from './fields.ts';
import { type PyException, PyRaise, type PyTraceback, exceptionType } from '../../objects/core/exceptions.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyList, PyTuple, intOf, strOf } from '../../objects/core/values.ts';
import { groupItems, isGroup } from './group.ts';
import { ownAttr } from '../../objects/core/instance.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { repr, str } from '../../objects/slots/format.ts';
import { toArray } from '../../protocol/iterate.ts';
import { markedLines } from './traceback-carets.ts';
import { suggestion } from './traceback-suggest.ts';
import { world } from '../../objects/core/world.ts';

/** Finds a line of source, without its newline. */
type SourceLine = (filename: string, lineno: number) => string | undefined;

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';
const REPEATS = 3;
const MAX_WIDTH = 15;
const MAX_DEPTH = 10;

/** Calls `f`, or gives the placeholder of a value that cannot be shown. */
function safely(f: () => string, what: string): string {
  try {
    return f();
  } catch (e) {
    if (e instanceof PyRaise) return `<${what} str() failed>`;
    throw e;
  }
}

/* ---- one frame ---- */

/** A frame as it is shown. */
interface Row {
  filename: string;
  lineno: number;
  name: string;
  text: string;
}

/** Makes the text of one frame. */
function frameRow(tb: PyTraceback, sourceLine: SourceLine): Row {
  const { code, pc } = tb;
  const [line, endLine, col, endCol] = [0, 1, 2, 3].map((i) => code.positions[pc * 4 + i] ?? -1) as [
    number,
    number,
    number,
    number,
  ];
  const lineno = tb.lineno;
  let text = `  File "${code.filename}", line ${lineno}, in ${code.name}\n`;
  const original: string[] = [];
  for (let n = lineno; n <= Math.max(lineno, endLine); n++) {
    const l = sourceLine(code.filename, n);
    if (l === undefined) break;
    original.push(l.trimEnd());
  }
  if (original.some((l) => l.trim() !== '')) {
    if (line <= 0 || col < 0 || endCol < 0 || original.length < endLine - lineno + 1)
      text += `    ${original[0]!.trim()}\n`;
    else for (const l of markedLines(original, col, endCol)) text += `    ${l}\n`;
  }
  return { filename: code.filename, lineno, name: code.name, text };
}

/** Returns the frames of a traceback as texts, repeated ones summed up. */
function formatFrames(first: PyTraceback | null, sourceLine: SourceLine): string[] {
  const out: string[] = [];
  let previous: { filename: string; lineno: number; name: string } | null = null;
  let count = 0;
  const more = (): void => {
    if (count > REPEATS)
      out.push(`  [Previous line repeated ${count - REPEATS} more time${count - REPEATS > 1 ? 's' : ''}]\n`);
  };
  for (let tb = first; tb !== null; tb = tb.next) {
    const { filename, name } = tb.code;
    const lineno = tb.lineno;
    if (previous === null || previous.filename !== filename || previous.lineno !== lineno || previous.name !== name) {
      more();
      previous = { filename, lineno, name };
      count = 0;
    }
    count++;
    if (count <= REPEATS) out.push(frameRow(tb, sourceLine).text);
  }
  more();
  return out;
}

/* ---- the last lines ---- */

/** Returns the class's name as a traceback shows it. */
function typeName(e: PyException): string {
  const module = e.type.heap ? (lookupAttr(e.type, '__module__') ?? None) : e.type.module;
  const name = e.type.qualname;
  if (module === '__main__' || module === 'builtins') return name;
  return `${strOf(module) ?? '<unknown>'}.${name}`;
}

/** Returns the message with suggestions. */
function message(e: PyException): string {
  let text = safely(() => str(e), 'exception');
  if (e.type.isSubtype(exceptionType('ImportError'))) {
    const wrong = strOf(fieldOf(e, 'name_from'));
    const found = wrong === undefined ? null : suggestion(e, wrong);
    if (found !== null) text += `. Did you mean: '${found}'?`;
  } else if (e.type.isSubtype(exceptionType('NameError')) || e.type.isSubtype(exceptionType('AttributeError'))) {
    const wrong = strOf(fieldOf(e, 'name'));
    if (wrong === undefined) return text;
    const found = suggestion(e, wrong);
    if (found !== null) text += `. Did you mean: '${found}'?`;
    if (e.type.isSubtype(exceptionType('NameError')) && world.libraryNames().includes(wrong)) {
      text += found !== null ? ` Or did you forget to import '${wrong}'?` : `. Did you forget to import '${wrong}'?`;
    }
  }
  return text;
}

/** Returns the lines that say where a syntax error is, and which. */
function syntaxLines(e: PyException): string[] {
  const out: string[] = [];
  const filename = strOf(fieldOf(e, 'filename'));
  const line = fieldOf(e, 'lineno');
  let suffix = '';
  if (line !== None) out.push(`  File "${filename ?? '<string>'}", line ${str(line)}\n`);
  else if (filename !== undefined) suffix = ` (${filename})`;
  const text = strOf(fieldOf(e, 'text'));
  if (text !== undefined) {
    const whole = text.replace(/\n+$/, '');
    const shown = whole.replace(/^[ \n\f]+/, '');
    const spaces = [...whole].length - [...shown].length;
    const at = intOf(fieldOf(e, 'offset'));
    out.push(`    ${shown}\n`);
    if (at !== undefined) {
      const length = [...whole].length;
      let offset = Number(at);
      const endLine = fieldOf(e, 'end_lineno');
      const endOffset = intOf(fieldOf(e, 'end_offset'));
      let end =
        line === None || (endLine !== None && str(line) === str(endLine)) || (line === None && endLine === None)
          ? endOffset === undefined || endOffset === 0
            ? offset
            : Number(endOffset)
          : length + 1;
      if (text !== '' && offset > [...text].length) offset = length + 1;
      if (text !== '' && end > [...text].length) end = length + 1;
      if (offset >= end || end < 0) end = offset + 1;
      const from = offset - 1 - spaces;
      const to = end - 1 - spaces;
      if (from >= 0) {
        const pad = [...shown]
          .slice(0, from)
          .map((c) => (/^(?!\ufeff)\s/.test(c) ? c : ' '))
          .join('');
        out.push(`    ${pad}${'^'.repeat(Math.max(0, to - from))}\n`);
      }
    }
  }
  const msg = fieldOf(e, 'msg', (args) => args[0] ?? None);
  out.push(`${typeName(e)}: ${msg === None || msg === '' ? '<no detail available>' : str(msg)}${suffix}\n`);
  return out;
}

/** Returns the notes of an exception as lines. */
function noteLines(e: PyException): string[] {
  let notes: PyValue | undefined;
  try {
    notes = ownAttr(e, '__notes__') ?? lookupAttr(e, '__notes__');
  } catch (error) {
    if (error instanceof PyRaise)
      return [`Ignored error getting __notes__: ${safely(() => repr(error.exc), '__notes__')}\n`];
    throw error;
  }
  if (notes === undefined || notes === None) return [];
  if (notes instanceof PyList || notes instanceof PyTuple) {
    return toArray(notes).flatMap((n) =>
      safely(() => str(n), 'note')
        .split('\n')
        .map((l) => `${l}\n`),
    );
  }
  return [`${safely(() => repr(notes), '__notes__')}\n`];
}

/** Returns the last lines of an exception: its class and message, its notes. */
function formatExceptionOnly(e: PyException): string[] {
  if (e.type.isSubtype(exceptionType('SyntaxError'))) return [...syntaxLines(e), ...noteLines(e)];
  const text = message(e);
  return [text === '' ? `${typeName(e)}\n` : `${typeName(e)}: ${text}\n`, ...noteLines(e)];
}

/* ---- chains and groups ---- */

/** Output with the margin of exception groups. */
class Printer {
  depth = 0;
  needClose = false;
  readonly out: string[] = [];
  constructor(readonly sourceLine: SourceLine) {}

  get indent(): string {
    return ' '.repeat(2 * this.depth);
  }

  /** Adds texts, each line indented and with the margin of a group. */
  emit(texts: readonly string[], margin?: string): void {
    const prefix = this.depth > 0 ? `${this.indent}${margin ?? '|'} ` : this.indent;
    for (const text of texts) for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) this.out.push(prefix + line);
  }
}

/** Links an exception to the one before it in the chain; null at the start. */
function previousOf(e: PyException): readonly [string, PyException] | null {
  if (e.cause !== None) return [CAUSE, e.cause as PyException];
  if (e.context !== None && !e.suppressContext) return [CONTEXT, e.context as PyException];
  return null;
}

/** Prints an exception with all that led to it. */
function printChain(e: PyException, p: Printer, seen: Set<PyException>): void {
  const chain: (readonly [string | null, PyException])[] = [];
  let at: PyException | null = e;
  while (at !== null) {
    seen.add(at);
    const before: readonly [string, PyException] | null = previousOf(at);
    const next = before !== null && !seen.has(before[1]) ? before : null;
    chain.push([next === null ? null : next[0], at]);
    at = next === null ? null : next[1];
  }
  for (const [link, exc] of chain.reverse()) {
    if (link !== null) p.emit([link]);
    if (!isGroup(exc)) printPlain(exc, p);
    else if (p.depth > MAX_DEPTH) p.emit([`... (max_group_depth is ${MAX_DEPTH})\n`]);
    else printGroup(exc, p, seen);
  }
}

/** Prints frames and last lines of an exception that is no group. */
function printPlain(exc: PyException, p: Printer): void {
  if (exc.traceback !== null) {
    p.emit(['Traceback (most recent call last):\n']);
    p.emit(formatFrames(exc.traceback, p.sourceLine));
  }
  p.emit(formatExceptionOnly(exc));
}

/** Prints a group and its members. */
function printGroup(exc: PyException, p: Printer, seen: Set<PyException>): void {
  const top = p.depth === 0;
  if (top) p.depth++;
  if (exc.traceback !== null) {
    p.emit(['Exception Group Traceback (most recent call last):\n'], top ? '+' : undefined);
    p.emit(formatFrames(exc.traceback, p.sourceLine));
  }
  p.emit(formatExceptionOnly(exc));
  const items = groupItems(exc);
  const n = Math.min(items.length, MAX_WIDTH + 1);
  p.needClose = false;
  for (let i = 0; i < n; i++) {
    const last = i === n - 1;
    if (last) p.needClose = true;
    const cut = i >= MAX_WIDTH;
    p.out.push(
      `${p.indent}${i === 0 ? '+-' : '  '}+---------------- ${cut ? '...' : String(i + 1)} ----------------\n`,
    );
    p.depth++;
    if (cut) {
      const left = items.length - MAX_WIDTH;
      p.emit([`and ${left} more exception${left > 1 ? 's' : ''}\n`]);
    } else printChain(items[i]!, p, seen);
    if (last && p.needClose) {
      p.out.push(`${p.indent}+------------------------------------\n`);
      p.needClose = false;
    }
    p.depth--;
  }
  if (top) p.depth = 0;
}

/** Returns what CPython prints for an uncaught exception. Runs `__str__` of exceptions; never raises. */
export function formatException(exc: PyException, sourceLine: SourceLine): string {
  const p = new Printer(sourceLine);
  printChain(exc, p, new Set());
  return p.out.join('');
}
