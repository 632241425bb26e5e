#!/usr/bin/env -S node --stack-size=6500 --min-semi-space-size=16
// The command `sidewinder`. Python recursion runs on the JavaScript stack in a few places (calls
// between compiled functions, callbacks from the library), so the stack is made as large as an 8 MB
// thread allows.
// Everything else is in the scripts that scripts/parts.mjs bundles into dist/, compiled
// here with V8's code caches. The build leaves those; under another version of Node the first run that
// finds none leaves its own, where it may write. V8 refuses a cache made with other options or for other
// text, which costs time only; but it believes one that is damaged, and ends the process. So a cache is written
// twice into its file, and used only where both are the same: comparing takes a fifth of the time of a hash, for
// which Node would have to load a module. This file is CommonJS: a module's import of `node:fs` would make node load
// its streams and promises.
'use strict';
const { accessSync, constants, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

// V8 11 (Node 20) by itself has TurboFan compile too much too early: a larger budget takes 15 to 18 % off programs of
// seconds and nothing off loops that run in traces (twenty whole programs: 1.18; twelve examples: 1.02). Later
// versions count calls instead and refuse the option on the command line, so it is set here, before any script.
if (process.version.startsWith('v20.')) require('node:v8').setFlagsFromString('--interrupt-budget=500000');

const dist = `${dirname(__dirname)}/dist`;
const loaded = new Map();
const OPTIONS = '--stack-size=6500 --min-semi-space-size=16';

/** Reads a file that may be missing. */
function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Returns a code cache from its file, undefined where there is none that is whole. */
function readCache(path) {
  const both = readIfThere(path);
  if (both === undefined || both.length === 0 || both.length % 2 !== 0) return undefined;
  const cache = both.subarray(0, both.length / 2);
  return cache.equals(both.subarray(cache.length)) ? cache : undefined;
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
      const cache = script.createCachedData();
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
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData: readCache(cacheOf(name)) });
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
