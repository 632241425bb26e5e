/**
 * Compares two builds on library functions in native code (native.py), interleaved: CPU time, the least of all rounds.
 *
 *     npx tsx bench/native.ts OLD-COMMAND NEW-COMMAND [ROUNDS] [-- ARGS-FOR-BOTH]
 *
 * Prints OLD / NEW for each kernel: above 1, the new one is faster.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('native.py', import.meta.url));
const at = process.argv.indexOf('--');
const [before, after, rounds = '7'] = process.argv.slice(2, at < 0 ? undefined : at);
const shared = at < 0 ? [] : process.argv.slice(at + 1);
if (before === undefined || after === undefined) {
  console.error('usage: tsx bench/native.ts OLD-COMMAND NEW-COMMAND [ROUNDS] [-- ARGS-FOR-BOTH]');
  process.exit(2);
}

/** Runs all kernels with a command; keeps the least time of each. */
function measure(command: string, least: Map<string, number>): void {
  const r = spawnSync(command, [...shared, program], { encoding: 'utf8' });
  if (r.status !== 0) throw new Error(r.stderr);
  for (const line of r.stdout.trim().split('\n')) {
    const [name, seconds] = line.split('\t') as [string, string];
    least.set(name, Math.min(least.get(name) ?? Number.POSITIVE_INFINITY, Number(seconds)));
  }
}

const old = new Map<string, number>();
const now = new Map<string, number>();
for (let i = 0; i < Number(rounds); i++) {
  measure(before, old);
  measure(after, now);
}
let logs = 0;
for (const [name, seconds] of old) {
  const ratio = seconds / now.get(name)!;
  logs += Math.log(ratio);
  console.log(`${name.padEnd(24)} ${(seconds * 1e3).toFixed(3).padStart(9)} ms ${ratio.toFixed(3)}`);
}
console.log(`${'geometric mean'.padEnd(38)} ${Math.exp(logs / old.size).toFixed(3)}`);
