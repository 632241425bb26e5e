/**
 * The marks under a traceback's source lines: `^` under the code that failed, `~` under all of it
 * but the operator, brackets or parentheses that failed (PEP 657).
 *
 * The positions of an instruction give a range of text. Where that text is a binary operation, a
 * subscript or a call, the range is divided at *anchors*. To tell, the text is parsed. The rules are those of
 * Lib/traceback.py (`_extract_caret_anchors_from_line_segment`, `_should_show_carets`).
 */
import type { Expr } from '../../front/tree/expressions.ts';
import type { Mod } from '../../front/tree/ast.ts';
import { displayWidth } from './traceback-width.ts';
import { world } from '../../objects/core/world.ts';

/** Returns the syntax tree of some text, or null. */
function parsed(source: string): Mod | null {
  try {
    return world.parse(source);
  } catch {
    return null;
  }
}

/** Where the marks change: lines of the segment from 0, columns in characters. */
interface Anchors {
  leftLine: number;
  left: number;
  rightLine: number;
  right: number;
}

/** Splits text into characters. */
const chars = (s: string): string[] => [...s];

/** Converts an offset in UTF-8 bytes into one in characters. */
function characterOffset(line: string, bytes: number): number {
  if (/^[\x00-\x7f]*$/.test(line)) return Math.min(bytes, line.length);
  return chars(Buffer.from(line, 'utf8').subarray(0, bytes).toString('utf8')).length;
}

/** Splits as `str.splitlines` does for the line ends that matter in source. */
function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** A position in the lines of a segment. */
type Place = [line: number, col: number];

/** Walks over the characters of a segment, skipping comments and continuations. */
class Walker {
  readonly lines: string[][];
  constructor(readonly texts: string[]) {
    this.lines = texts.map(chars);
  }

  /** Moves to the next line while there is no character at a place; null past the end. */
  valid([line, col]: Place): Place | null {
    while (line < this.lines.length && col >= this.lines[line]!.length) {
      col = 0;
      line++;
    }
    return line < this.lines.length ? [line, col] : null;
  }

  /** Finds the first character from a place on that satisfies `stop`. */
  until(from: Place | null, stop: (c: string) => boolean): Place | null {
    let at = from;
    while (at !== null) {
      const c = this.lines[at[0]]![at[1]]!;
      if (c === '\\' || c === '#') at = this.valid([at[0] + 1, 0]);
      else if (stop(c)) return at;
      else at = this.valid([at[0], at[1] + 1]);
    }
    return null;
  }

  /** Returns the end of an expression; the tree was made of the segment with a line in front. */
  endOf(e: Expr): Place {
    const line = e.end_lineno - 2;
    return [line, characterOffset(this.texts[line] ?? '', e.end_col_offset)];
  }
}

/** Finds the anchors of a segment, or null where it is not divided. */
function findAnchors(segment: string): Anchors | null {
  const tree = parsed(`(\n${segment}\n)`);
  if (tree === null || tree.kind !== 'Module' || tree.body.length !== 1) return null;
  const statement = tree.body[0]!;
  if (statement.kind !== 'Expr') return null;
  const w = new Walker(splitLines(segment));
  const e = statement.value;
  if (e.kind === 'BinOp') {
    const at = w.until(w.valid(w.endOf(e.left)), (c) => !/\s/.test(c) && c !== ')');
    if (at === null) return null;
    const [line, col] = at;
    const next = w.lines[line]![col + 1];
    const rightLine = e.right.lineno - 2;
    const inside = rightLine > line || col + 1 < characterOffset(w.texts[rightLine] ?? '', e.right.col_offset);
    const wide = next !== undefined && inside && !/\s/.test(next) && next !== '\\' && next !== '#';
    return { leftLine: line, left: col, rightLine: line, right: col + (wide ? 2 : 1) };
  }
  if (e.kind !== 'Subscript' && e.kind !== 'Call') return null;
  const open = e.kind === 'Call' ? '(' : '[';
  const at = w.until(w.valid(w.endOf(e.kind === 'Call' ? e.func : e.value)), (c) => c === open);
  if (at === null) return null;
  const [rightLine, right] = w.endOf(e);
  return { leftLine: at[0], left: at[1], rightLine, right };
}

/** Tells whether marks would say more than the line itself. */
function showMarks(start: number, end: number, lines: string[], anchors: Anchors | null): boolean {
  const tree = parsed(lines.join('\n'));
  if (tree !== null && tree.kind === 'Module') {
    const s = tree.body[0];
    if (s === undefined) return false;
    let value: Expr | null = null;
    if (s.kind === 'Return' && s.value?.kind === 'Call' && s.value.func.kind === 'Name') value = s.value;
    else if (s.kind === 'Assign' && s.value.kind === 'Call' && s.targets.length === 1 && s.targets[0]!.kind === 'Name')
      value = s.value;
    if (
      value !== null &&
      value.lineno === 1 &&
      value.end_lineno === lines.length &&
      value.col_offset === start &&
      value.end_col_offset === end
    )
      return false;
  }
  if (anchors !== null) return true;
  return (
    chars(lines[0]!).slice(0, start).join('').trimStart() !== '' ||
    chars(lines.at(-1)!).slice(end).join('').trimEnd() !== ''
  );
}

/** Removes the indentation all lines share, as `textwrap.dedent`. */
function dedent(lines: string[]): string[] {
  const cleaned = lines.map((l) => (/^[ \t]+$/.test(l) ? '' : l));
  let margin: string | null = null;
  for (const l of cleaned) {
    if (l === '') continue;
    const indent = /^[ \t]*/.exec(l)![0];
    if (margin === null) margin = indent;
    else {
      let n = 0;
      while (n < margin.length && n < indent.length && margin[n] === indent[n]) n++;
      margin = margin.slice(0, n);
    }
  }
  return margin === null || margin === '' ? cleaned : cleaned.map((l) => (l === '' ? '' : l.slice(margin.length)));
}

/**
 * Returns the lines shown for an instruction, marks included. `original` are the source lines from the
 * first to the last of the instruction; columns are in bytes of UTF-8.
 */
export function markedLines(original: string[], startColumn: number, endColumn: number): string[] {
  const first = original[0]!;
  const all = dedent(original);
  const removed = chars(first).length - chars(all[0]!).length;
  const start = Math.max(0, characterOffset(first, startColumn) - removed);
  const end = Math.max(0, characterOffset(original.at(-1)!, endColumn) - removed);
  const last = all.length - 1;
  const joined = chars(all.join('\n'));
  const segment = joined.slice(start, joined.length - (chars(all[last]!).length - end)).join('');
  const anchors = findAnchors(segment);
  const marks = showMarks(start, end, all, anchors);
  const significant = new Set([0, last]);
  let left = 0;
  let right = 0;
  if (anchors !== null) {
    left = displayWidth(all[anchors.leftLine]!, anchors.left + (anchors.leftLine === 0 ? start : 0));
    right = displayWidth(all[anchors.rightLine]!, anchors.right + (anchors.rightLine === 0 ? start : 0));
    for (const n of [anchors.leftLine, anchors.rightLine]) for (const k of [n - 1, n, n + 1]) significant.add(k);
  }
  significant.delete(-1);
  significant.delete(all.length);
  const shownStart = displayWidth(all[0]!, start);
  const shownEnd = displayWidth(all[last]!, end);
  const out: string[] = [];
  const emit = (n: number): void => {
    const line = all[n]!;
    out.push(line);
    if (!marks) return;
    const indent = chars(line).length - chars(line.trimStart()).length;
    const width = n === last ? shownEnd : displayWidth(line, chars(line).length);
    let row = '';
    for (let col = 0; col < width; col++) {
      if (col < indent || (n === 0 && col < shownStart)) row += ' ';
      else if (
        anchors !== null &&
        (n > anchors.leftLine || (n === anchors.leftLine && col >= left)) &&
        (n < anchors.rightLine || (n === anchors.rightLine && col < right))
      )
        row += '^';
      else row += anchors === null ? '^' : '~';
    }
    out.push(row);
  };
  const order = [...significant].sort((a, b) => a - b);
  order.forEach((n, i) => {
    const gap = i === 0 ? 1 : n - order[i - 1]!;
    if (gap === 2) emit(n - 1);
    else if (gap > 2) out.push(`...<${gap - 1} lines>...`);
    emit(n);
  });
  return dedent(out);
}
