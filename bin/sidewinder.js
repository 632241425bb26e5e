#!/usr/bin/env -S node --stack-size=6500 --min-semi-space-size=16
// The command `sidewinder`. Python recursion runs on the JavaScript stack in a few places (calls
// between compiled functions, callbacks from the library), so the stack is made as large as an 8 MB
// thread allows. Everything else is in src/cli.ts, bundled into one script by scripts/build.mjs and
// compiled here with V8's code cache where the build has left one.
import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** Reads a file that may be missing. */
function readIfThere(path) {
  try { return readFileSync(path); } catch { return undefined; }
}

/** Runs the bundled command; returns its script, for make-cache. */
export function runScript() {
  const path = `${dirname(dirname(realpathSync(new URL(import.meta.url))))}/dist/cli.cjs`;
  const source = `(function(exports,require,module,__filename,__dirname){${readFileSync(path, 'latin1')}\n})`;
  const script = new Script(source, { filename: path, cachedData: readIfThere(path.replace('.cjs', '.cache')) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  return script;
}

if (!process.argv[1].endsWith('make-cache.mjs')) runScript();
