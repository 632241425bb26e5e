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
 * All that is written by hand: code of every language. The Python programs of the tests are data, recorded with
 * CPython, which sees their lines.
 */
const WRITTEN = ['src', 'test', 'bench', 'scripts', 'bin']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => /\.(ts|mts|mjs|js|sh|py)$/.test(path) && !/^test\/.*\.py$|\/golden\//.test(path))
  .sort();

/**
 * The rooms of src/, from the ground floor up. A room may import from rooms below it and from nothing else,
 * so no two rooms import each other. (Subfolders are rooms of their own; `vm.ts` stands between the machine
 * and its commands.)
 */
const FLOORS: readonly string[] = [
  // Ground floor: no Python objects.
  'bytecode',
  'text',
  'memory',
  // When to look up, and what the host has to say then.
  'signals',
  'numbers/libm',
  'numbers',
  // From text to bytecode.
  'front/source',
  'front/lex',
  'front/tree',
  'front/explain',
  'front/parse',
  'front/emit',
  'front/symbols',
  'front/compile',
  // The language of traces, and what is done with it by those who know no objects.
  'ir',
  'opt',
  'options',
  // Objects, frames, meaning.
  'objects/core',
  'objects/slots',
  'frames',
  'machine',
  'semantics',
  'protocol',
  // Built-in types, the library.
  'types/containers',
  'types/str',
  'types/numbers',
  'types/bytes',
  'types/classes',
  'types/functions',
  'types/exceptions',
  'types',
  'lib/host',
  'lib/io',
  'lib/ast',
  'lib/builtins',
  'lib/itertools',
  'lib/binary',
  'lib/math',
  'lib/cmath',
  'lib/array',
  'lib/collections',
  'lib/decimal',
  'lib/functools',
  'lib/json',
  'lib/random',
  'lib/re',
  'lib/types',
  'lib/system',
  'lib',
  'lib/os',
  'lib/start',
  // The interpreter, then the compiler, which the interpreter does not know.
  'interp',
  'baseline',
  'deopt',
  'tracer',
  'codegen',
  'jit',
  'debug',
  '',
  'lab',
  'cli',
];

/** Rooms that may import less than all that lies below them. */
const ONLY: Record<string, readonly string[]> = {
  'numbers/libm': [],
  memory: [],
  numbers: ['numbers/libm', 'text', 'memory', 'signals'],
  'front/source': ['text'],
  ir: [],
  opt: ['ir'],
  options: ['opt'],
  signals: [],
  codegen: ['ir', 'memory', 'machine', 'deopt', 'objects/core'],
  lab: ['front/', 'bytecode', 'numbers/', 'options'],
};

/** What a type-only import may name beyond that: it leaves no trace in the running program. */
const MAY_NAME_TYPES: Record<string, readonly string[]> = {
  ir: ['objects/core', 'bytecode', 'frames'],
  'objects/core': ['front/tree', 'frames'],
};

/** Files longer than the limit, each with the reason. */
const LONG: Record<string, string> = {
  'interp/loop.ts': 'one switch, a line for each bytecode',
  'numbers/libm/tables.ts': 'generated tables',
  'text/character-names-data.ts': 'generated table',
};

const LIMIT = 400;

const WIDTH = 120;

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

/** Names the room of a path below src: its folder. */
const roomOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');

const covers = (allowed: readonly string[], room: string): boolean =>
  allowed.some((one) => (one.endsWith('/') ? room.startsWith(one) || `${room}/` === one : room === one));

/** Tells whether code of one room may import from another. */
function mayImport(from: string, to: string): boolean {
  return FLOORS.indexOf(to) < FLOORS.indexOf(from) && (ONLY[from] === undefined || covers(ONLY[from], to));
}

const IMPORTS = FILES.flatMap(importsOf);

describe('import directions', () => {
  test('every room of src has its floor, and every floor is there', () => {
    const rooms = new Set(FILES.map(roomOf));
    expect([...rooms].filter((room) => !FLOORS.includes(room))).toEqual([]);
    expect(FLOORS.filter((room) => !rooms.has(room))).toEqual([]);
  });

  test('imports go down', () => {
    const wrong = IMPORTS.filter(({ from, to, typeOnly }) => {
      const [a, b] = [roomOf(from), roomOf(to)];
      return a !== b && !mayImport(a, b) && !(typeOnly && covers(MAY_NAME_TYPES[a] ?? [], b));
    });
    expect(wrong.map(({ from, to, typeOnly }) => `${from} imports ${typeOnly ? 'types of ' : ''}${to}`)).toEqual([]);
  });

  test('no two rooms import each other, types included', () => {
    const pairs = new Set(
      IMPORTS.filter(({ from, to }) => roomOf(from) !== roomOf(to)).map(
        ({ from, to }) => `${roomOf(from)} ${roomOf(to)}`,
      ),
    );
    expect([...pairs].filter((pair) => pairs.has(pair.split(' ').reverse().join(' ')))).toEqual([]);
  });

  test('no folder has more than 25 files', () => {
    const sizes = new Map<string, number>();
    for (const file of FILES) sizes.set(roomOf(file), (sizes.get(roomOf(file)) ?? 0) + 1);
    expect([...sizes].filter(([, n]) => n > 25)).toEqual([]);
  });

  test('no file knows both the tracer and the code generator', () => {
    const users = (layer: string): Set<string> =>
      new Set(
        IMPORTS.filter(
          ({ from, to, typeOnly }) => !typeOnly && roomOf(to) === layer && ![layer, 'debug'].includes(roomOf(from)),
        ).map(({ from }) => from),
      );
    const generator = users('codegen');
    expect([...users('tracer')].filter((file) => generator.has(file))).toEqual([]);
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

describe('scripts', () => {
  test('each has a line in scripts/README.md, and each line a script', () => {
    const text = readFileSync(join(ROOT, 'scripts/README.md'), 'utf8');
    const listed = [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name!);
    const there = readdirSync(join(ROOT, 'scripts')).filter((name) => /\.\w+$/.test(name) && name !== 'README.md');
    expect(listed.sort()).toEqual(there.sort());
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

  test(`no line is wider than ${WIDTH} columns`, () => {
    const wide = WRITTEN.flatMap((file) =>
      readFileSync(join(ROOT, file), 'utf8')
        .split('\n')
        .flatMap((line, i) => ([...line].length > WIDTH ? [`${file}:${i + 1}`] : [])),
    );
    expect(wide).toEqual([]);
  });

  test('there are no barrels', () => {
    expect(FILES.filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual([]);
  });

  test('there are no default exports', () => {
    const found = FILES.filter((file) => /^export default\b/m.test(readFileSync(join(ROOT, 'src', file), 'utf8')));
    expect(found).toEqual([]);
  });
});
