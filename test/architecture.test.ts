// The import directions and sizes of src/, read from the import statements.
//
// The drawing is in docs/architecture.md. It is law here because a picture that nothing checks is
// false within a month: the interpreter must not know the compiler, the optimiser must not know
// Python objects, the front end must not know the machine, and nobody may reach "up".
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './support/programs.ts';

type Import = { from: string; to: string; typeOnly: boolean };

const FILES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();

/**
 * Files of `interp` that are data and state, not execution: what a frame is, which exception is being
 * handled, where the compiler is hooked in. The semantics work on them, so for the directions they
 * are a layer of their own, below `semantics`, and may not import the rest of `interp`.
 */
const FRAMES = [
  'frame',
  'frame-object',
  'code-runtime',
  'constants',
  'state',
  'hooks',
  'unwind',
  'attr-site',
  'entry',
].map((name) => `interp/${name}.ts`);

/**
 * What the code of a layer may import; the layer itself goes without saying. The library lies below the
 * interpreter (what it needs of it comes through lib/host/hooks.ts), so that opcodes may use it: the import
 * statement, `__build_class__`, the type parameters of typing.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  bytecode: [],
  ir: [],
  'lib/libm': [],
  front: ['bytecode'],
  objects: ['bytecode', 'lib/libm'],
  lib: ['objects', 'bytecode', 'front', 'lib/libm'],
  frames: ['bytecode', 'objects'],
  semantics: ['ir', 'objects', 'bytecode', 'frames'],
  interp: ['bytecode', 'objects', 'semantics', 'frames', 'ir', 'lib'],
  opt: ['ir'],
  deopt: ['ir', 'interp', 'frames', 'objects', 'semantics', 'bytecode'],
  tracer: ['ir', 'opt', 'deopt', 'interp', 'frames', 'semantics', 'objects', 'bytecode'],
  codegen: ['ir', 'deopt', 'objects', 'bytecode'],
  jit: [
    'events.ts',
    'options.ts',
    'ir',
    'opt',
    'tracer',
    'codegen',
    'deopt',
    'interp',
    'frames',
    'semantics',
    'objects',
    'bytecode',
  ],
  lab: ['front', 'bytecode'],
  debug: ['events.ts', 'cli-options.ts', 'ir', 'codegen', 'tracer', 'deopt', 'objects', 'bytecode'],
};

/** What a type-only import may name beyond that: it leaves no trace in the running program. */
const MAY_NAME_TYPES: Record<string, readonly string[]> = {
  ir: ['objects', 'bytecode'],
  objects: ['front/tree/ast.ts'],
  debug: ['jit', 'interp', 'frames', 'opt'],
};

/** Files longer than the limit, each with the reason. */
const LONG: Record<string, string> = {};

const LIMIT = 500;

/** Lists the relative imports of a file, static and dynamic. */
function importsOf(file: string): Import[] {
  const source = readFileSync(join(ROOT, 'src', file), 'utf8');
  const found: Import[] = [];
  const add = (to: string, typeOnly: boolean): void => {
    if (to.startsWith('.')) found.push({ from: file, to: relative('.', join(dirname(file), to)), typeOnly });
  };
  for (const [, words, to] of source.matchAll(/^\s*(?:import|export)\b([^;'"]*?)\bfrom\s*['"]([^'"]+)['"]/gm)) {
    const names = /\{([^}]*)\}/
      .exec(words!)?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const onlyTypes =
      names !== undefined &&
      names.length > 0 &&
      names.every((name) => name.startsWith('type ')) &&
      /^\s*\{/.test(words!);
    add(to!, /^\s*type\b/.test(words!) || onlyTypes);
  }
  for (const [, to] of source.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm)) add(to!, false);
  for (const [whole, to] of source.matchAll(/(?:typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]/g))
    add(to!, whole.startsWith('typeof'));
  return found;
}

/** Names the layer of a path below src: its folder, but for the two that are cut out of one. */
function layerOf(path: string): string {
  if (FRAMES.includes(path)) return 'frames';
  if (path.startsWith('lib/libm/')) return 'lib/libm';
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

const covers = (allowed: readonly string[], path: string): boolean =>
  allowed.includes(path) || allowed.includes(layerOf(path));

const IMPORTS = FILES.flatMap(importsOf);

describe('import directions', () => {
  test('every layer of src is in the table', () => {
    const layers = new Set(FILES.map(layerOf).filter((layer) => layer !== ''));
    expect([...layers].filter((layer) => !(layer in MAY_IMPORT))).toEqual([]);
  });

  test.each(Object.keys(MAY_IMPORT))('%s', (layer) => {
    const wrong = IMPORTS.filter(({ from, to, typeOnly }) => {
      if (layerOf(from) !== layer || layerOf(to) === layer) return false;
      return !covers(MAY_IMPORT[layer]!, to) && !(typeOnly && covers(MAY_NAME_TYPES[layer] ?? [], to));
    });
    expect(wrong.map(({ from, to, typeOnly }) => `${from} imports ${typeOnly ? 'types of ' : ''}${to}`)).toEqual([]);
  });

  test('nothing below imports the files that put the parts together', () => {
    const wrong = IMPORTS.filter(({ from, to }) => layerOf(from) !== '' && ['cli.ts', 'vm.ts', 'lab.ts'].includes(to));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('only one file knows both the tracer and the code generator', () => {
    const users = (layer: string): Set<string> =>
      new Set(
        IMPORTS.filter(
          ({ from, to, typeOnly }) => !typeOnly && layerOf(to) === layer && ![layer, 'debug'].includes(layerOf(from)),
        ).map(({ from }) => from),
      );
    const generator = users('codegen');
    expect([...users('tracer')].filter((file) => generator.has(file))).toEqual(
      ['jit/compiler.ts'].filter((file) => FILES.includes(file)),
    );
  });

  test('every import names a file that is there', () => {
    const known = new Set(FILES);
    expect(
      IMPORTS.filter(({ to }) => to.endsWith('.ts') && !known.has(to)).map(({ from, to }) => `${from} imports ${to}`),
    ).toEqual([]);
  });
});

describe('documents', () => {
  test.each(['README.md', 'bench/README.md'])('%s links to files that are there', (document) => {
    const text = readFileSync(join(ROOT, document), 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to]) => join(dirname(document), to!));
    expect(targets.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('files', () => {
  test(`none has more than ${LIMIT} lines without a reason`, () => {
    const long = FILES.map(
      (file) => [file, readFileSync(join(ROOT, 'src', file), 'utf8').split('\n').length] as const,
    ).filter(([file, lines]) => lines > LIMIT && !(file in LONG));
    expect(long.map(([file, lines]) => `${file}: ${lines} lines`)).toEqual([]);
  });

  test('every exception to that is still there and still long', () => {
    const stale = Object.keys(LONG).filter(
      (file) => !FILES.includes(file) || readFileSync(join(ROOT, 'src', file), 'utf8').split('\n').length <= LIMIT,
    );
    expect(stale).toEqual([]);
  });

  test('there are no barrels', () => {
    expect(FILES.filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual([]);
  });

  test('there are no default exports', () => {
    const found = FILES.filter((file) => /^export default\b/m.test(readFileSync(join(ROOT, 'src', file), 'utf8')));
    expect(found).toEqual([]);
  });
});
