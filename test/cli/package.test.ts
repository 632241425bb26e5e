// The npm package: what is in it, whether its links lead anywhere, its types, its dependencies.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as vm from '../../src/vm.ts';
import { packedFiles } from '../support/package.ts';
import { readText, ROOT } from '../support/programs.ts';

const pack = packedFiles();
const manifest = JSON.parse(readText('package.json')) as Record<string, any>;

/** Lists the relative links of a Markdown file, as paths from the root. */
function linksOf(file: string): string[] {
  const text = readText(file).replace(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!.replace(/#.*/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(file), target)));
}

/** Tells whether a path is in the package: a file, or a folder of one. */
const packed = (path: string): boolean => pack.includes(path) || pack.some((file) => file.startsWith(`${path}/`));

describe('links', () => {
  // For users of the package; architecture.md, recipes.md and CONTRIBUTING.md speak of tests and scripts, too.
  const FOR_USERS = ['README.md', 'CHANGELOG.md', 'docs/debugging.md', 'docs/differences.md', 'docs/dumps.md'];

  test.each(FOR_USERS)('%s is in the package and its links are', (file) => {
    expect(pack).toContain(file);
    expect(linksOf(file).filter((target) => !packed(target))).toEqual([]);
  });

  test('no document has a link that leads nowhere in the repository', () => {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      cwd: ROOT,
      encoding: 'utf8',
    }).split('\n');
    const there = (path: string): boolean => files.some((file) => file === path || file.startsWith(`${path}/`));
    const documents = files.filter((file) => file.endsWith('.md'));
    const dead = documents.flatMap((file) =>
      linksOf(file)
        .filter((target) => !there(target))
        .map((target) => `${file}: ${target}`),
    );
    expect(dead).toEqual([]);
  });
});

describe('the manifest', () => {
  test('names nothing that is not in the package', () => {
    const { '.': main } = manifest['exports'] as Record<string, Record<string, string>>;
    for (const path of [...Object.values(manifest['bin'] as Record<string, string>), ...Object.values(main!)])
      expect(pack).toContain(normalize(path));
    expect(manifest['types']).toBe(main!['types']);
  });

  test('is what the lock file says of it', () => {
    const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, Record<string, any>> };
    for (const key of ['name', 'version', 'license', 'bin', 'engines', 'dependencies', 'devDependencies'])
      expect(packages['']![key], key).toEqual(manifest[key]);
  });
});

test('the changelog has a section for this version', () => {
  const sections = [...readText('CHANGELOG.md').matchAll(/^## \[([^\]]+)\](?: - \d{4}-\d\d-\d\d)?$/gm)];
  expect(sections.map(([, name]) => name)).toContain(manifest['version']);
});

describe('dependencies', () => {
  const scripts = pack.filter((file) => /^dist\/\w+\.c?js$/.test(file));

  test('are what the bundle requires, no more', () => {
    const required = new Set<string>();
    for (const file of scripts)
      for (const [, name] of readText(file).matchAll(/(?:\brequire\(|\bfrom\s?|\bimport\()"([\w@/:.-]+)"/g))
        if (!name!.startsWith('node:')) required.add(name!);
    expect([...required].sort()).toEqual(Object.keys(manifest['dependencies'] as object));
  });

  test('the licences of what is bundled are in the package', () => {
    expect(pack).toContain('LICENSE-BUNDLED');
    const notices = readText('LICENSE-BUNDLED');
    const imported = new Set<string>();
    for (const file of pack.filter((name) => /^src\/.*\.ts$/.test(name)))
      for (const [, name] of readText(file).matchAll(/^import (?!type).*from '([^.'][^']*)'/gm)) imported.add(name!);
    const bundled = [...imported].filter((name) => !name.startsWith('node:') && !(name in manifest['dependencies']));
    expect(bundled.sort()).toEqual(['acorn', 'astring']);
    for (const name of bundled)
      expect(notices).toContain(readFileSync(join(ROOT, `node_modules/${name}/LICENSE`), 'utf8'));
  });
});

test('types/vm.d.ts describes src/vm.ts', async () => {
  // Whether the types agree is for tsc to say, of this line.
  const described: typeof import('../../types/vm.d.ts') = vm;
  expect(typeof described.runProgram).toBe('function');
  const text = readText('types/vm.d.ts');
  const names = [...text.matchAll(/^export (?:function|class|const) (\w+)/gm)].map(([, name]) => name);
  expect(names.sort()).toEqual(Object.keys((await import('../../dist/vm.js' as string)) as object).sort());
});
