// Whether the tables of the documents are those of the source.
import { expect, test } from 'vitest';
import { PASSES } from '../../src/opt/context.ts';
import { DEFAULT_STAGES } from '../../src/options/stages.ts';
import { runCommand } from '../support/command.ts';
import { readText } from '../support/programs.ts';
import { STAGE_NAMES, TABLES, tableLike } from './tables.ts';

test.each(Object.entries(TABLES))('%s has them', (file, tables) => {
  const text = readText(file);
  // `npx tsx scripts/doc-tables.ts` writes them.
  for (const table of tables) expect(tableLike(text, table)).toBe(table);
});

test('docs/dumps.md has a row and a heading for each stage, and the default', () => {
  const text = readText('docs/dumps.md');
  expect([...text.matchAll(/^\| \[`(\w+)`\]\(#\w+\) \|/gm)].map(([, name]) => name)).toEqual(STAGE_NAMES);
  for (const name of STAGE_NAMES) expect(text).toContain(`\n## ${name}\n`);
  expect(text).toContain(`\`${DEFAULT_STAGES.join(',')}\``);
});

test('docs/dumps.md explains every key of --stats=json', () => {
  const text = readText('docs/dumps.md');
  const { stderr } = runCommand({ name: '', args: ['--stats=json', '-c', 'pass'] });
  for (const key of Object.keys(JSON.parse(stderr) as object))
    expect(text).toMatch(new RegExp(`^\\|[^|]*\`${key}\`[^|]*\\|`, 'm'));
});

test('docs/debugging.md switches every pass off', () => {
  expect(readText('docs/debugging.md')).toContain(`for pass in ${Object.keys(PASSES).join(' ')};`);
});
