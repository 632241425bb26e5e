// Writes the tables of the documents that are made from tables of the source (test/docs/tables.ts).
//
//   npx tsx scripts/doc-tables.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLES, tableLike } from '../test/docs/tables.ts';
import { ROOT } from '../test/support/programs.ts';

for (const [file, tables] of Object.entries(TABLES)) {
  const path = join(ROOT, file);
  let text = readFileSync(path, 'utf8');
  for (const table of tables) {
    const old = tableLike(text, table);
    if (old === '') throw new Error(`${file} has no table that begins with ${table.split('\n')[0]}`);
    text = text.replace(old, () => table);
  }
  writeFileSync(path, text);
}
