// Runs one hand-written program: node bench/js/main.mjs NAME [--reps=N] [args]
//
// With --reps the program runs N times in this process and the seconds that each run took go to
// stderr, as the Python harness in bench/programs.ts does it.
import { readFileSync } from 'node:fs';

const [name, ...rest] = process.argv.slice(2);
const reps = rest[0]?.startsWith('--reps=') ? Number(rest.shift().slice(7)) : 0;
const { main } = await import(`./${name}.mjs`);
const read = (path) => readFileSync(path === '-' ? 0 : path, 'utf8');
const times = [];
for (let k = 0; k < Math.max(1, reps); k++) {
  const lines = [];
  const start = performance.now();
  main(rest, (line) => lines.push(line), read);
  times.push((performance.now() - start) / 1000);
  process.stdout.write(`${lines.join('\n')}\n`);
}
if (reps > 0) process.stderr.write(`TIMES ${times.join(' ')}\n`);
