// Writes V8's code cache of dist/cli.cjs after a short run, so that it holds what every run needs.
// V8 checks version and flags, hence --stack-size in scripts/build.mjs; a cache it rejects is ignored.
import { writeFileSync } from 'node:fs';
import sidewinder from '../bin/sidewinder.js';

process.argv.splice(2, process.argv.length, '-c', 'for i in range(3): pass');
const script = sidewinder.runScript();
process.on('exit', () => { writeFileSync(new URL('../dist/cli.cache', import.meta.url), script.createCachedData()); });
