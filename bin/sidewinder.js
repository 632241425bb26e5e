#!/usr/bin/env -S node --stack-size=6500 --min-semi-space-size=16 --max-old-space-size=4000000
// The command `sidewinder`. Python recursion runs on the JavaScript stack in a few places (calls
// between compiled functions, callbacks from the library), so the stack is made as large as an 8 MB
// thread allows. Everything else is in the scripts that scripts/parts.mjs bundles into dist/, compiled here
// with V8's code caches. The build leaves those; under another version of Node the first run that finds none
// leaves its own, where it may write. V8 refuses a cache made with other options or for other text, which costs
// time only; but it believes one that is damaged, and ends the process. So a cache is written twice into its
// file, and used only where both are the same: comparing takes a fifth of the time of a hash, for which Node
// would have to load a module. This file is CommonJS: a module's import of `node:fs` would make node load its
// streams and promises.
'use strict';
const {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/**
 * Sets how much bytecode runs before V8 looks whether to optimise. V8 11 (Node 20) by itself has TurboFan compile too
 * much too early: 1.2 on whole programs of a second, 1.0 to 1.2 on the examples, by bench/compare.ts against a copy
 * without; 500000 is too late for short numeric loops. While a program only imports, anything optimised is work for
 * nothing, above all the dispatch loop, which takes a third of the time of `import dataclasses`: so the first part
 * that is loaded raises the number, and the compiler, which is loaded when the first loop is hot, lowers it. Later
 * versions count calls instead, and refuse the option on the command line. V8's module costs a start some milliseconds,
 * so a program that needs no part does without. Code caches hold only under the options they were made with: each is
 * made and read under V8's own.
 */
const setBudget = process.version.startsWith('v20.')
  ? (budget) => require('node:v8').setFlagsFromString(`--interrupt-budget=${budget}`)
  : () => {};
const BUDGETS = { own: 67584, importing: 1000000, compiling: 250000 };
let budget = BUDGETS.own;

/** Does what touches code caches under V8's own options. */
function underOwnBudget(work) {
  if (budget === BUDGETS.own) return work();
  setBudget(BUDGETS.own);
  try {
    return work();
  } finally {
    setBudget(budget);
  }
}

/** Sets the budget that is right once a script is loaded. */
function chooseBudget(name) {
  const before = budget;
  if (name === 'compiler') budget = BUDGETS.compiling;
  else if (name !== 'main' && before === BUDGETS.own) budget = BUDGETS.importing;
  if (budget !== before) setBudget(budget);
}

const dist = `${dirname(__dirname)}/dist`;
const loaded = new Map();
const OPTIONS = '--stack-size=6500 --min-semi-space-size=16 --max-old-space-size=4000000';

/** Returns a code cache from its file, undefined where there is none that is whole. */
function readCache(path) {
  let file;
  try {
    file = openSync(path, 'r');
    const size = fstatSync(file).size / 2;
    if (size === 0 || !Number.isInteger(size)) return undefined;
    const cache = Buffer.allocUnsafeSlow(size);
    return readSync(file, cache) === size && isRepeated(file, cache) ? cache : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Tells whether what is left of a file is the same again: read in pieces, for fresh memory costs more than reading. */
function isRepeated(file, cache) {
  const piece = Buffer.allocUnsafeSlow(1 << 16);
  for (let at = 0; at < cache.length; ) {
    const got = readSync(file, piece);
    if (got === 0 || !piece.subarray(0, got).equals(cache.subarray(at, at + got))) return false;
    at += got;
  }
  return true;
}

/** Returns the path of a script's code cache for this Node. */
function cacheOf(name) {
  return `${dist}/${name}-${process.version}-${process.arch}.cache`;
}

/** Leaves code caches for later runs where this one found none that fits and had the command's own options. */
function saveCaches() {
  if (process.execArgv.join(' ') !== OPTIONS || process.env.NODE_OPTIONS) return;
  try {
    for (const [name, { script }] of loaded) {
      if (script.cachedDataRejected === false) continue;
      accessSync(dist, constants.W_OK);
      const fresh = `${cacheOf(name)}.${process.pid}`;
      const cache = underOwnBudget(() => script.createCachedData());
      writeFileSync(fresh, Buffer.concat([cache, cache]));
      renameSync(fresh, cacheOf(name));
    }
  } catch {
    /* a folder that cannot be written: slower, no fault */
  }
}

/** Runs a script of the build, once; returns what it exports. */
function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const filename = `${dist}/${name}.cjs`;
  const script = underOwnBudget(
    () => new Script(readFileSync(filename, 'latin1'), { filename, cachedData: readCache(cacheOf(name)) }),
  );
  chooseBudget(name);
  const exports = {};
  loaded.set(name, { exports, script });
  script.runInThisContext()(exports, require, filename, load);
  return exports;
}

module.exports = { load, saveCaches };
if (require.main === module) {
  // Node would open a debugger's port at SIGUSR1; a listener that goes again leaves the signal its own effect.
  const none = () => {};
  process.on('SIGUSR1', none).removeListener('SIGUSR1', none);
  process.on('exit', saveCaches);
  load('main').command(process.argv.slice(2));
}
