/**
 * Compares the compiler with the listings that test/front/compiler/golden-code.py --ast made.
 *
 *     npx tsx scripts/golden-code-compare.ts [--show N] [--parser] [--optimize N] < listings.jsonl
 *
 * Prints the share of equal code objects, and the most frequent first differences. With --parser the
 * source is parsed by Sidewinder's own parser instead of taking CPython's tree.
 */
import { createInterface } from 'node:readline';
import { type CodeRow, describeDifference, rowOf, treeOf } from '../test/front/compiler/listing.ts';
import { compileModule } from '../src/front/compile/compile.ts';
import type { CodeObject } from '../src/bytecode/code.ts';

const argv = process.argv.slice(2);
const show = argv.includes('--show') ? Number(argv[argv.indexOf('--show') + 1]) : 3;
const useParser = argv.includes('--parser');
const optimize = (argv.includes('--optimize') ? Number(argv[argv.indexOf('--optimize') + 1]) : 0) as 0 | 1 | 2;

let codes = 0;
let equal = 0;
let files = 0;
let seconds = 0;
const reasons = new Map<string, { n: number; first: string[] }>();

/** Notes one difference. */
function note(reason: string, detail: string): void {
  const row = reasons.get(reason) ?? { n: 0, first: [] };
  row.n++;
  if (row.first.length < show) row.first.push(detail);
  reasons.set(reason, row);
}

/** Compares a code object and those inside it. */
function compare(file: string, want: CodeRow, got: CodeObject): void {
  codes++;
  const have = rowOf(got);
  const difference = describeDifference(want, have);
  if (difference === null) equal++;
  else note(difference.reason, `${file}:${want.firstlineno} ${want.qualname}\n${difference.detail}`);
  const wantCodes = want.consts.filter((c) => Array.isArray(c) && c[0] === 'code') as ['code', CodeRow][];
  const gotCodes = got.consts.filter((c) => c !== null && typeof c === 'object' && 'ops' in c) as CodeObject[];
  for (let i = 0; i < wantCodes.length; i++) {
    if (gotCodes[i] !== undefined) compare(file, wantCodes[i]![1], gotCodes[i]!);
    else codes++;
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const row = JSON.parse(line);
  files++;
  try {
    const tree = useParser
      ? ((await import('../src/front/parse/parser.ts')) as any).parseModule(row.source, row.file)
      : treeOf(row.ast);
    const start = performance.now();
    const code = compileModule(tree, row.file, { optimize });
    seconds += (performance.now() - start) / 1000;
    if (row.error !== undefined) note('no error', `${row.file}: ${row.error}`);
    else compare(row.file, row.code, code);
  } catch (error) {
    const e = error as Error;
    if (row.error !== undefined) {
      const want = String(row.error[1]);
      if ((e as { msg?: string }).msg !== want) note('other error', `${row.file}: ${want} / ${e.message}`);
    } else {
      note(`throws ${e.message.slice(0, 60)}`, `${row.file}: ${e.stack?.split('\n').slice(0, 6).join('\n')}`);
    }
  }
}
console.log(
  `${files} files, ${codes} code objects, ${equal} equal (` +
    `${((100 * equal) / codes).toFixed(2)} %), ${seconds.toFixed(2)} s`,
);
for (const [reason, { n, first }] of [...reasons].sort((a, b) => b[1].n - a[1].n).slice(0, 12)) {
  console.log(`\n=== ${n} × ${reason}`);
  for (const detail of first) console.log(detail);
}
