// Bundles src/ into dist/: `main.cjs` and its parts (scripts/parts.mjs), each with V8's code cache beside it
// (half of start-up would be compiling); `vm.js`, the machine as a module; `lab.js`, the command
// sidewinder-lab; `py/`, library modules in Python.
// The recorder gets a copy of the dispatch loop and the semantics of its own, native code one of the semantics
// (src/tracer/instance.ts, src/protocol/instance.ts: type feedback must not be shared).
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateLiveOps } from './live-ops.mjs';
import { buildParts } from './parts.mjs';
import { copyStandardLibrary } from './standard-library.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

// Who gets a copy of its own, and what is copied: imported from there, and whatever of the same kind that imports.
const INSTANCES = { '/src/tracer/instance.ts': '?tracing', '/src/protocol/instance.ts': '?native' };
const COPIED = /\/src\/(semantics\/[^/]+|interp\/loop)\.ts$/;

// The ops: made when the build begins; the folder and the recorder get their own, also for type feedback's sake.
const LIVE_OPS = '/src/machine/live-ops.ts';
let liveOps = '';

/** Names the instance that what a file imports belongs to; undefined for the interpreter's. */
function instanceOf(args) {
  if (args.pluginData?.instance !== undefined) return args.pluginData.instance;
  return Object.entries(INSTANCES).find(([file]) => args.importer.endsWith(file))?.[1];
}

const instances = {
  name: 'instances',
  setup(b) {
    b.onResolve({ filter: /^\./ }, (args) => {
      const path = resolve(args.resolveDir, args.path);
      if (path.endsWith(LIVE_OPS))
        return { path, suffix: args.importer.endsWith('/src/machine/live.ts') ? '' : '?tracing' };
      const instance = instanceOf(args);
      return instance !== undefined && COPIED.test(path) ? { path, suffix: instance } : undefined;
    });
    b.onLoad({ filter: /\.ts$/ }, (args) => {
      if (args.path.endsWith(LIVE_OPS)) return { contents: liveOps, loader: 'js', resolveDir: dirname(args.path) };
      if (args.suffix === '') return undefined;
      return {
        contents: readFileSync(args.path, 'utf8'),
        loader: 'ts',
        pluginData: { instance: args.suffix },
        resolveDir: dirname(args.path),
      };
    });
  },
};

// The module dist/vm.js: what src/vm.ts exports to others, out of the same scripts as the command's.
const MODULE = `import { createRequire } from 'node:module';
const command = createRequire(import.meta.url)('../bin/sidewinder.js');
export const { Sidewinder, compile, passNames, runProgram } = command.load('main');
`;

const fresh = resolve(root, `dist-${process.pid}`);
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  plugins: [instances],
  logLevel: 'warning',
};
mkdirSync(fresh);
liveOps = await generateLiveOps(common, `${fresh}/live-ops.mjs`);
await buildParts(common, fresh);
writeFileSync(`${fresh}/vm.js`, MODULE);
await build({ ...common, entryPoints: ['src/lab/lab.ts'], outfile: `${fresh}/lab.js`, format: 'esm' });
copyStandardLibrary(`${fresh}/py`);
const compiler = `${fresh}/compile-library.mjs`;
await build({ ...common, entryPoints: ['src/lib/start/compile-library.ts'], outfile: compiler, format: 'esm' });
(await import(compiler)).compileLibrary(`${fresh}/py`);
rmSync(compiler);
// Swapped in at the end, so that a command started meanwhile finds a whole build.
const old = resolve(root, `dist-old-${process.pid}`);
try {
  renameSync(resolve(root, 'dist'), old);
} catch {
  /* the first build */
}
renameSync(fresh, resolve(root, 'dist'));
rmSync(old, { recursive: true, force: true });
const env = { ...process.env, NODE_OPTIONS: '' };
for (const what of ['main', 'parts']) {
  const made = spawnSync(
    process.execPath,
    [
      '--stack-size=6500',
      '--min-semi-space-size=16',
      '--max-old-space-size=4000000',
      resolve(root, 'scripts/make-cache.mjs'),
      what,
    ],
    { stdio: 'inherit', env },
  );
  if (made.status !== 0) process.exitCode = 1;
}
