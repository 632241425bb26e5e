#!/usr/bin/env -S node --stack-size=6500
// The command `sidewinder-lab`. Everything is in src/lab/lab.ts, bundled by scripts/build.mjs.
'use strict';

process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
import('../dist/lab.js').then(({ main }) => {
  process.exitCode = main(process.argv.slice(2));
});
