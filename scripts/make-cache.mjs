// Leaves V8's code caches of the scripts in dist/: of main after a run of the interpreter (`make-cache.mjs main`,
// first), so that it holds what every run needs and little more; of the parts after one that was compiled
// (`make-cache.mjs parts`), all of them loaded. Run it with the options of bin/sidewinder.js.
import sidewinder from '../bin/sidewinder.js';
import { PART_NAMES } from './parts.mjs';

const main = process.argv[2] === 'main';
sidewinder
  .load('main')
  .command(
    main
      ? ['--tier=interp', '-c', 'for i in range(3): pass']
      : ['-c', 'def f(n):\n  t = 0\n  for i in range(n): t += i\n  return t\nf(1000)'],
  );
process.on('exit', () => {
  if (!main) for (const name of PART_NAMES) sidewinder.load(name);
  sidewinder.saveCaches();
});
