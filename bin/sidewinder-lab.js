#!/usr/bin/env -S node --stack-size=6500
// The command `sidewinder-lab`. Everything is in src/lab.ts, bundled by scripts/build.mjs.
import { main } from '../dist/lab.js';

process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = main(process.argv.slice(2));
