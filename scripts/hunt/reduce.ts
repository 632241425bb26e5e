/**
 * Makes a program that shows a difference short: a few lines instead of three hundred.
 *
 * First whole statements with their blocks are deleted or replaced by their blocks, the largest first, until no
 * deletion keeps the difference; then expressions are replaced by their parts or by plain constants. Whether the
 * difference is still there is asked each time, so the reducer knows nothing of Python but indentation and the tree
 * that the parser makes, and that a loop must keep the line which ends it (`fuel`).
 */
import { parseModule } from '../../src/front/parse/parser.ts';

type StillDiffers = (source: string) => Promise<boolean>;

/** Returns the number of spaces before a line. */
const indent = (line: string): number => line.length - line.trimStart().length;

/** Returns the line after the block that line `at` heads (or after the line itself). */
function endOf(lines: readonly string[], at: number): number {
  let end = at + 1;
  while (end < lines.length && (lines[end] === '' || indent(lines[end]!) > indent(lines[at]!))) end++;
  return end;
}

/** Counts the loops of a program, and the lines that end them when they go on too long. */
function loops(lines: readonly string[]): number {
  let n = 0;
  for (const line of lines) {
    if (/^\s*(?:while|for)\b/.test(line)) n++;
    if (/\bfuel\(\)|\bleft\b/.test(line)) n -= 2;
  }
  return n;
}

/** Puts `pass` where a block has become empty. */
function filled(lines: readonly string[]): string {
  const out: string[] = [];
  lines.forEach((line, k) => {
    out.push(line);
    const next = lines[k + 1];
    if (/:\s*$/.test(line) && (next === undefined || indent(next) <= indent(line)))
      out.push(`${' '.repeat(indent(line) + 4)}pass`);
  });
  return out.join('\n');
}

/** Returns where the statements of a block begin, and the end; its first statement is at `from`. */
function statements(lines: readonly string[], from: number): number[] {
  const starts = [from];
  for (let at = from; at < lines.length && indent(lines[at]!) >= indent(lines[from]!); ) {
    at = endOf(lines, at);
    starts.push(at);
  }
  return starts;
}

/** Deletes or unwraps statements while the difference stays: many at once at first, those outside first. */
async function deleteStatements(source: string, differs: StillDiffers, inTime: () => boolean): Promise<string> {
  let lines = source.split('\n').filter((line) => line.trim() !== '');
  const accepts = async (shorter: string[]): Promise<boolean> => {
    if (loops(shorter) > loops(lines) || !(await differs(filled(shorter)))) return false;
    lines = shorter;
    return true;
  };
  const block = async (from: number): Promise<void> => {
    const count = (): number => statements(lines, from).length - 1;
    for (let size = count() >> 1 || 1; inTime(); size = Math.min(size >> 1, count())) {
      for (let k = count() - size; k >= 0 && inTime(); k -= size) {
        const starts = statements(lines, from);
        if (k + size < starts.length) await accepts([...lines.slice(0, starts[k]), ...lines.slice(starts[k + size])]);
        if (from >= lines.length) return;
      }
      if (size <= 1) break;
    }
    for (let k = count() - 1; k >= 0 && inTime(); k--) {
      const [at, end] = statements(lines, from).slice(k, k + 2) as [number, number];
      if (end === at + 1) continue;
      const inner = lines.slice(at + 1, end).map((line) => line.replace(/^ {4}/, ''));
      if (!(await accepts([...lines.slice(0, at), ...inner, ...lines.slice(end)]))) await block(at + 1);
    }
  };
  await block(0);
  return filled(lines);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const EXPRESSION =
  /^(Constant|(Bin|Unary|Bool)Op|Compare|Call|IfExp|Lambda|JoinedStr|Dict|Set|\w+Comp|GeneratorExp|NamedExpr)$/;

/** Lists where expressions are in a source, in characters, the outer before the inner. */
function expressions(source: string): Span[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = (line: number, bytes: number): number => {
    const text = source.slice(starts[line - 1], starts[line] ?? source.length);
    return starts[line - 1]! + Buffer.from(text).subarray(0, bytes).toString().length;
  };
  const found: Span[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const n = node as Record<string, unknown>;
    if ('ctx' in n || EXPRESSION.test(String(n['kind'])))
      found.push({
        from: offset(n['lineno'] as number, n['col_offset'] as number),
        to: offset(n['end_lineno'] as number, n['end_col_offset'] as number),
      });
    Object.values(n).forEach(visit);
  };
  visit(parseModule(source, 'p.py', { mode: 'exec' }));
  return found;
}

/** Replaces expressions by simpler ones while the difference stays. */
async function simplify(source: string, differs: StillDiffers, inTime: () => boolean): Promise<string> {
  let text = source;
  for (let k = 0; inTime(); k++) {
    const spans = expressions(text);
    const span = spans[k];
    if (span === undefined) return text;
    const was = text.slice(span.from, span.to);
    if (/fuel|left/.test(was)) continue;
    const parts = spans.filter((s) => s.from >= span.from && s.to <= span.to && s.to - s.from < was.length);
    const simpler = ['0', '1', 'None', ...parts.slice(0, 12).map((s) => text.slice(s.from, s.to)), '()'];
    for (const by of simpler) {
      if (by.length >= was.length) continue;
      const shorter = text.slice(0, span.from) + by + text.slice(span.to);
      if (!(await differs(shorter))) continue;
      text = shorter;
      k--;
      break;
    }
  }
  return text;
}

/** Returns a short program for which `differs` still holds; stops after some seconds. */
export async function reduce(source: string, differs: StillDiffers, seconds = 60): Promise<string> {
  const end = Date.now() + seconds * 1000;
  const inTime = (): boolean => Date.now() < end;
  let text = source;
  for (let before = ''; before !== text && inTime(); ) {
    before = text;
    text = await deleteStatements(text, differs, inTime);
    text = await simplify(text, differs, inTime);
  }
  return text;
}
