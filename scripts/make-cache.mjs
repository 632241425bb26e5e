// Writes V8's code caches of the scripts in dist/ after short runs, so that they hold what every run needs:
// `make-cache.mjs main` after a run without a loop, `make-cache.mjs parts` after one that was compiled, with
// every part loaded. V8 checks version and flags, hence those in scripts/build.mjs; a cache it rejects is
// ignored.
import { writeFileSync } from 'node:fs';
import sidewinder from '../bin/sidewinder.js';
import { PART_NAMES } from './parts.mjs';

const main = process.argv[2] === 'main';
sidewinder.load('main').command(['-c', main ? 'for i in range(3): pass' : 'def f(n):\n  t = 0\n  for i in range(n): t += i\n  return t\nf(1000)']);
process.on('exit', () => {
  for (const name of main ? ['main'] : PART_NAMES) {
    sidewinder.load(name);
    writeFileSync(new URL(`../dist/${name}.cache`, import.meta.url), sidewinder.loaded.get(name).script.createCachedData());
  }
});
