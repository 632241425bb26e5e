// An installed copy of the command: what is left where its code caches are missing, damaged or cannot be
// written, where the host forbids code from strings, and the module beside it.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packedFiles } from '../support/package.ts';
import { NODE_OPTIONS, readText, ROOT } from '../support/programs.ts';

const LOOP =
  'total = 0\nfor i in range(3000):\n    total += i * i % 7\nimport re\nprint(total, re.sub("a", "b", "aha"))\n';
const ANSWER = '5999 bhb\n';

const home = mkdtempSync(join(tmpdir(), 'sidewinder-install-'));
// As npm would: the files of the package, and its dependencies, but not those of development.
for (const path of packedFiles()) {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  copyFileSync(join(ROOT, path), join(home, path));
}
mkdirSync(join(home, 'node_modules'));
const manifest = JSON.parse(readText('package.json')) as { dependencies: Record<string, string> };
for (const name of Object.keys(manifest.dependencies))
  symlinkSync(join(ROOT, 'node_modules', name), join(home, 'node_modules', name));
const dist = join(home, 'dist');
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Runs the installed command on a program. */
function run(
  options: readonly string[] = [],
  nodeOptions: readonly string[] = NODE_OPTIONS,
  bin = join(home, 'bin/sidewinder.js'),
  program = LOOP,
) {
  const env = { ...process.env };
  delete env['NODE_OPTIONS'];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...nodeOptions, bin, ...options, '-c', program], {
    encoding: 'utf8',
    env,
  });
  return { stdout, stderr, status };
}

/** Names the code caches there are, but the one for looking at the heap: whether a run does is a matter of time. */
const caches = (): string[] => readdirSync(dist).filter((name) => /\.cache/.test(name) && !name.startsWith('v8-'));
const fine = { stdout: ANSWER, stderr: '', status: 0 };

describe('code caches', () => {
  test('missing, they are left by the first run', () => {
    for (const name of caches()) rmSync(join(dist, name));
    expect(run()).toEqual(fine);
    const made = caches();
    expect(made.map((name) => name.slice(0, name.indexOf('-'))).sort()).toEqual(['compiler', 'main', 're']);
    const texts = made.map((name) => readFileSync(join(dist, name)));
    expect(run()).toEqual(fine);
    expect(made.map((name) => readFileSync(join(dist, name)).equals(texts[made.indexOf(name)]!))).toEqual(
      made.map(() => true),
    );
  });

  test('damaged, they are ignored and made anew', () => {
    for (const name of caches()) writeFileSync(join(dist, name), 'damaged');
    expect(run()).toEqual(fine);
    for (const name of caches()) expect(readFileSync(join(dist, name)).length).toBeGreaterThan(1000);
  });

  test('no other options of Node leave any', () => {
    for (const name of caches()) rmSync(join(dist, name));
    expect(run([], ['--stack-size=5000'])).toEqual(fine);
    expect(caches()).toEqual([]);
  });

  test('one is enough for a program that does little', () => {
    expect(run([], NODE_OPTIONS, join(home, 'bin/sidewinder.js'), 'print(1 + 1)')).toEqual({ ...fine, stdout: '2\n' });
    expect(caches().map((name) => name.slice(0, name.indexOf('-')))).toEqual(['main']);
  });

  test('a folder that cannot be written does no harm', () => {
    chmodSync(dist, 0o555);
    expect(run()).toEqual(fine);
    chmodSync(dist, 0o755);
  });
});

test('a link to the command finds the rest', () => {
  symlinkSync(join(home, 'bin/sidewinder.js'), join(home, 'link'));
  expect(run([], NODE_OPTIONS, join(home, 'link'))).toEqual(fine);
});

test('files that were dropped are closed when descriptors run out', () => {
  const program = "for i in range(3000): open('/dev/null')\nprint('ok')";
  const command = [process.execPath, ...NODE_OPTIONS, join(home, 'bin/sidewinder.js'), '-c', program];
  const { stdout, stderr } = spawnSync('sh', ['-c', 'ulimit -n 150; exec "$@"', 'sh', ...command], {
    encoding: 'utf8',
  });
  expect([stdout, stderr]).toEqual(['ok\n', '']);
});

describe('where code from strings is forbidden', () => {
  const options = [...NODE_OPTIONS, '--disallow-code-generation-from-strings'];

  test.each(['interp', 'trace'])('--tier=%s', (tier) => {
    expect(run([`--tier=${tier}`], options)).toEqual(fine);
  });

  test('--stats says so', () => {
    const { stdout, stderr, status } = run(['--stats'], options);
    expect([stdout, status]).toEqual([ANSWER, 0]);
    expect(stderr).toContain('code generation is forbidden here');
  });
});

test.each(['log', 'raw', 'ir', 'js', 'map', 'guards'])(
  '--dump-traces=%s needs nothing that is not installed',
  (stage) => {
    const { stdout, stderr, status } = run([`--dump-traces=${stage}`]);
    expect([stdout, status]).toEqual([ANSWER, 0]);
    expect(stderr).not.toBe('');
  },
);

test('sidewinder-lab is installed', () => {
  const program = join(home, 'p.py');
  writeFileSync(program, 'pass\n');
  const { stdout, stderr } = spawnSync(process.execPath, [join(home, 'bin/sidewinder-lab.js'), 'ast', program], {
    encoding: 'utf8',
  });
  expect([stdout, stderr]).toEqual(['Module(\n   body=[\n      Pass()])\n', '']);
});

test('a fault of our own has an exit code of its own, and says how to go on', () => {
  const script = join(dist, 're.cjs');
  const text = readFileSync(script);
  rmSync(script);
  const { stdout, stderr, status } = run(['--jit', 'hotloop=5']);
  writeFileSync(script, text);
  expect([stdout, status]).toEqual(['', 70]);
  const lines = stderr.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^sidewinder: this is a bug in sidewinder Python 3\.13\.\d+ \(sidewinder [\d.]+\), node v/);
  expect(lines[1]).toMatch(/^Error: ENOENT.*re\.cjs/);
  const last = lines.slice(lines.findIndex((line) => line.startsWith('run again'))).join('\n');
  expect(last).toMatch(/^run again without the compiler: sidewinder --tier=interp --jit hotloop=5 -c 'total = 0\n/);
});

test('the package is a module too', () => {
  const program =
    'import { runProgram } from "sidewinder"; ' +
    'console.log(JSON.stringify(await runProgram({ source: "print(6 * 7)" })));';
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: home,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({ stdout: '42\n', stderr: '', exitCode: 0 });
});
