// Bundles src/ into dist/: the command, its lazy parts, and a second copy of the dispatch loop and the
// semantics for the recorder (see src/tracer/instance.ts: type feedback must not be shared).
import { build } from 'esbuild';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

// What is copied: imported from src/tracer/instance.ts, and whatever of the same kind those import.
const COPIED = /\/src\/(semantics\/(?!live)[^/]+|interp\/loop)\.ts$/;

const secondInstance = {
  name: 'second-instance',
  setup(b) {
    b.onResolve({ filter: /^\./ }, (args) => {
      const path = resolve(args.resolveDir, args.path);
      const fromCopy = args.importer.endsWith('/src/tracer/instance.ts') || args.pluginData?.copy === true;
      return fromCopy && COPIED.test(path) ? { path, suffix: '?tracing' } : undefined;
    });
    b.onLoad({ filter: /\.ts$/ }, (args) => {
      if (args.suffix !== '?tracing') return undefined;
      return { contents: readFileSync(args.path, 'utf8'), loader: 'ts', pluginData: { copy: true }, resolveDir: dirname(args.path) };
    });
  },
};

const fresh = resolve(root, `dist-${process.pid}`);
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli.ts', vm: 'src/vm.ts' },
  outdir: fresh,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: 'chunks/[name]-[hash]',
  minifySyntax: true,
  minifyWhitespace: true,
  loader: { '.py': 'text' },
  external: ['acorn', 'astring', 'source-map'],
  plugins: [secondInstance],
  logLevel: 'warning',
});
// Swapped in at the end, so that a command started meanwhile finds a whole build.
const old = resolve(root, `dist-old-${process.pid}`);
try { renameSync(resolve(root, 'dist'), old); } catch { /* the first build */ }
renameSync(fresh, resolve(root, 'dist'));
rmSync(old, { recursive: true, force: true });
