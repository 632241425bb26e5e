#!/usr/bin/env -S node --stack-size=6500 --min-semi-space-size=16
// The command `sidewinder`. Python recursion runs on the JavaScript stack in a few places (calls
// between compiled functions, callbacks from the library), so the stack is made as large as an 8 MB
// thread allows. Everything else is in the scripts that scripts/parts.mjs bundles into dist/, compiled
// here with V8's code caches where the build has left them. This file is CommonJS: a module's import of
// `node:fs` would make node load its streams and promises.
'use strict';
const { readFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const dist = `${dirname(__dirname)}/dist`;
const loaded = new Map();

/** Reads a file that may be missing. */
function readIfThere(path) {
  try { return readFileSync(path); } catch { return undefined; }
}

/** Runs a script of the build, once; returns what it exports. */
function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const filename = `${dist}/${name}.cjs`;
  const source = `(function(exports,require,__filename,__load){${readFileSync(filename, 'latin1')}\n})`;
  const script = new Script(source, { filename, cachedData: readIfThere(`${dist}/${name}.cache`) });
  const exports = {};
  loaded.set(name, { exports, script });
  script.runInThisContext()(exports, require, filename, load);
  return exports;
}

module.exports = { load, loaded };
if (require.main === module) load('main').command(process.argv.slice(2));
