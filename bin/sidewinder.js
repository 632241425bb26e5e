#!/usr/bin/env -S node --stack-size=6500 --min-semi-space-size=16
// The command `sidewinder`. Python recursion runs on the JavaScript stack in a few places (calls
// between compiled functions, callbacks from the library), so the stack is made as large as an 8 MB
// thread allows. Everything else is in src/cli.ts, bundled into one script by scripts/build.mjs and
// compiled here with V8's code cache where the build has left one. This file is CommonJS: a module's
// import of `node:fs` would make node load its streams and promises.
'use strict';
const { readFileSync } = require('fs');
const { Script } = require('vm');
const { dirname } = require('path');

/** Reads a file that may be missing. */
function readIfThere(path) {
  try { return readFileSync(path); } catch { return undefined; }
}

/** Runs the bundled command; returns its script, for make-cache. */
exports.runScript = () => {
  const path = `${dirname(__dirname)}/dist/cli.cjs`;
  const source = `(function(exports,require,module,__filename,__dirname){${readFileSync(path, 'latin1')}\n})`;
  const script = new Script(source, { filename: path, cachedData: readIfThere(path.replace('.cjs', '.cache')) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, path, dirname(path));
  return script;
};

if (require.main === module) exports.runScript();
