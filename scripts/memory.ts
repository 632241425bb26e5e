// Prints what is left in the heap after many rounds of making and dropping things: functions, classes, modules and the
// like (test/memory/rounds.ts). What follows the first tenth of the rounds should add nothing.
//
//   npx tsx scripts/memory.ts [ROUNDS] [KIND…]        (default: 10,000 rounds of every kind)
import { spawnSync } from 'node:child_process';
import { KINDS, heapOf } from '../test/memory/rounds.ts';

const [first = '10000', ...words] = process.argv.slice(2);
const rounds = Number(first);
const inMegabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(2).padStart(9);

if (process.env.MEMORY_KIND !== undefined) {
  const heap = heapOf(process.env.MEMORY_KIND, 10, rounds / 10);
  const [from, to] = [heap[0]!, heap.at(-1)!];
  const [each, percent] = [(to - from) / (rounds * 0.9), ((to - from) / from) * 100];
  console.log(
    `${process.env.MEMORY_KIND.padEnd(30)}${inMegabytes(from)}${inMegabytes(to)}` +
      `${each.toFixed(0).padStart(10)}${percent.toFixed(1).padStart(8)} %`,
  );
} else {
  console.log(`${''.padEnd(30)}${' '.repeat(3)}MB in the heap   bytes    growth`);
  console.log(`${''.padEnd(30)}  at 1/10   at end  a round`);
  for (const kind of Object.keys(KINDS)) {
    if (words.length > 0 && !words.some((word) => kind.includes(word))) continue;
    // Each in a process of its own, so that none is charged for what another has warmed up.
    const args = ['--import', 'tsx', process.argv[1]!, first];
    spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, MEMORY_KIND: kind } });
  }
}
