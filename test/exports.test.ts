// Every export is imported: what nobody takes is dead, or belongs to its own file alone.
//
// Read from the import statements of src, test, bench and scripts. `import * as x` takes everything; so do
// the commands in bin and the package itself of what vm.ts, cli.ts and lab.ts export.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './support/programs.ts';

/** Modules whose exports are taken from outside the sources. */
const ENTRANCES = [
  'src/vm.ts',
  'src/cli/cli.ts',
  'src/lab/lab.ts',
  // Bundled and loaded by the build (scripts/build.mjs, scripts/live-ops.mjs).
  'src/lib/start/compile-library.ts',
  'src/machine/live-ops.ts',
];

const FILES = ['src', 'test', 'bench', 'scripts']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => /\.(ts|mts|mjs)$/.test(path));

const TEXTS = new Map(FILES.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

/** Lists what a file exports by name. */
function exportsOf(text: string): string[] {
  const modifiers = '(?:declare )?(?:abstract )?(?:async )?';
  const kinds = 'const enum|const|let|function\\*?|class|interface|type|enum';
  const declared = new RegExp(`^export ${modifiers}(?:${kinds}) (\\w+)`, 'gm');
  return [...text.matchAll(declared)].map(([, name]) => name!);
}

/** Collects the names imported from each file, `*` for all of them. */
function importsOf(): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>();
  const take = (from: string, to: string, names: readonly string[]): void => {
    if (!to.startsWith('.')) return;
    const path = join(dirname(from), to).replaceAll('\\', '/');
    const known = taken.get(path) ?? new Set();
    for (const name of names) known.add(name);
    taken.set(path, known);
  };
  for (const [file, text] of TEXTS) {
    for (const [, names, to] of text.matchAll(
      /\b(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from\s+['"]([^'"]+)['"]/g,
    ))
      take(
        file,
        to!,
        names!.split(',').map(
          (name) =>
            name
              .trim()
              .replace(/^type /, '')
              .split(' as ')[0]!,
        ),
      );
    for (const [, to] of text.matchAll(/\bimport\s+(?:type\s+)?\*\s+as\s+\w+\s+from\s+['"]([^'"]+)['"]/g))
      take(file, to!, ['*']);
    for (const [, to, name] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)\)?(?:\.(\w+))?/g))
      take(file, to!, [name ?? '*']);
  }
  return taken;
}

test('every export of src is imported somewhere', () => {
  const taken = importsOf();
  const dead = [...TEXTS]
    .filter(([file]) => file.startsWith('src/') && !ENTRANCES.includes(file))
    .flatMap(([file, text]) => {
      const names = taken.get(file) ?? new Set();
      return names.has('*')
        ? []
        : exportsOf(text)
            .filter((name) => !names.has(name))
            .map((name) => `${file}: ${name}`);
    });
  expect(dead).toEqual([]);
});
