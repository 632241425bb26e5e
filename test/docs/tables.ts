// Tables of the documents that are made from tables of the source.
import { OPTIONS, optionHead, VARIABLES } from '../../src/options/command-line.ts';
import { STAGES } from '../../src/options/stages.ts';
import { TUNABLES } from '../../src/options/tunables.ts';
import { PASSES } from '../../src/opt/context.ts';

/** Writes a Markdown table. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Writes code in a cell of a table. */
const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

/** Puts options and file names of a text into code, as they stand in help without. */
const prose = (text: string): string => text.replace(/(?<![\w`])(--?[A-Za-z][\w-]*)(?![\w`])/g, '`$1`');

export const TABLES = {
  'README.md': [
    table(
      ['option', 'meaning'],
      [...OPTIONS.map((row) => [code(optionHead(row)), prose(row.doc)]), [code('--'), 'ends the option list']],
    ),
    table(
      ['variable', 'meaning'],
      VARIABLES.map((row) => [code(row.name), prose(row.doc)]),
    ),
  ],
  'docs/debugging.md': [
    table(
      ['tunable', 'default', 'from', 'to', 'meaning'],
      Object.entries(TUNABLES).map(([name, t]) => [code(name), String(t.value), String(t.min), String(t.max), t.doc]),
    ),
    table(
      ['pass', 'what it does'],
      Object.entries(PASSES).map(([name, doc]) => [code(name), doc]),
    ),
  ],
} as const;

/** The stages as docs/dumps.md lists them: each with a heading of its own. */
export const STAGE_NAMES = Object.keys(STAGES);

/** Finds the table of a document that has the heading of another; '' if there is none. */
export function tableLike(text: string, table: string): string {
  const start = text.indexOf(`${table.split('\n')[0]}\n`);
  return start < 0 ? '' : text.slice(start, text.indexOf('\n\n', start)).trimEnd();
}
