// The command line of sidewinder-lab.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { main } from '../../../src/lab/lab.ts';

const directory = mkdtempSync(join(tmpdir(), 'lab-'));

afterEach(() => vi.restoreAllMocks());

/** Runs the command on a program and returns exit code, output and errors. */
function run(source: string, ...argv: string[]): { code: number; out: string; err: string } {
  const file = join(directory, 'a.py');
  writeFileSync(file, source);
  let out = '';
  let err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
  const code = main(argv.map((arg) => (arg === 'FILE' ? file : arg)));
  vi.restoreAllMocks();
  return { code, out, err: err.replaceAll(file, 'a.py') };
}

test('help names the commands, with two examples', () => {
  const { code, out } = run('', '--help');
  expect(code).toBe(0);
  expect(out.match(/^ {2}sidewinder-lab /gm)).toHaveLength(2);
});

test.each([
  [[]],
  [['dis']],
  [['run', 'FILE']],
  [['dis', '--what', 'FILE']],
  [['dis', '/nowhere.py']],
  [['ast', 'FILE', 'FILE']],
])('%j is wrong usage', (argv) => {
  const { code, out, err } = run('', ...argv);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^sidewinder-lab: .*\nTry: sidewinder-lab --help\n$/);
});

test.each(['tokens', 'ast', 'symbols', 'dis'])('%s --json is JSON', (command) => {
  const { code, out } = run('def f(x):\n  return x + 1.5\n', command, '--json', 'FILE');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toBeTruthy();
});

test('a syntax error is printed as CPython prints it', () => {
  expect(run('x = 1\nif x = 2: pass\n', 'ast', 'FILE')).toEqual({
    code: 1,
    out: '',
    err:
      '  File "a.py", line 2\n    if x = 2: pass\n       ^^^^^\n' +
      "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?\n",
  });
  expect(run('def f():\n  return x\n  global x\n', 'dis', 'FILE').err).toBe(
    '  File "a.py", line 3\n    global x\n    ^^^^^^^^\nSyntaxError: name \'x\' is used prior to global declaration\n',
  );
});

test('a warning is printed once', () => {
  expect(run('x is 1\n', 'dis', 'FILE').err).toBe(
    'a.py:1: SyntaxWarning: "is" with \'int\' literal. Did you mean "=="?\n  x is 1\n',
  );
});

test.each([
  ['ast', '--mode', 'exe', 'FILE'],
  ['ast', '-m'],
  ['ast', '-i', 'x', 'FILE'],
  ['ast', '--feature-version=2.7', 'FILE'],
  ['tokens', '-a', 'FILE'],
  ['dis', '--mode=eval', 'FILE'],
  ['ast', '--json=yes', 'FILE'],
  ['ast', '-O', 'FILE'],
  ['dis', '-OOO', 'FILE'],
])('%j is wrong usage, too', (...argv) => {
  expect(run('1\n', ...argv.filter((arg) => arg !== '')).code).toBe(2);
});

// What python3.13 -m ast prints with the same options.
test.each([
  [['-m', 'eval', '-i', '1', 'FILE'], 'a\n', "Expression(\n body=Name(id='a', ctx=Load()))\n"],
  [
    ['--mode=func_type', '--indent=0', 'FILE'],
    '(a) -> b',
    "FunctionType(\nargtypes=[\nName(id='a', ctx=Load())],\nreturns=Name(id='b', ctx=Load()))\n",
  ],
  [['FILE'], '# type: ignore[x]\n', "Module(\n   type_ignores=[\n      TypeIgnore(lineno=1, tag='[x]\\n')])\n"],
  [['--no-type-comments', '-mexec', 'FILE'], '# type: ignore[x]\n', 'Module()\n'],
])('ast %j', (argv, source, out) => {
  expect(run(source, 'ast', ...argv)).toEqual({ code: 0, out, err: '' });
});

test('ast --feature-version refuses newer syntax', () => {
  const { code, err } = run('x = 1\ny = 1_0\n', 'ast', '--feature-version=3.5', 'FILE');
  expect(code).toBe(1);
  expect(err).toContain('SyntaxError: Underscores in numeric literals are only supported in Python 3.6 and greater\n');
});

// What python3.13 -m tokenize takes though it is no Python.
test.each([
  ['0777\n', ['NUMBER 0777']],
  ['1a\n', ['NUMBER 1', 'NAME a']],
  ['1e\n', ['NUMBER 1', 'NAME e']],
  ['1.5j_\n', ['NUMBER 1.5j', 'NAME _']],
  [')\n', ['OP )']],
  ['(]\n', ['OP (', 'OP ]']],
  ['0_7\n', ['NUMBER 0_7']],
  ['$?\n', ['OP $', 'OP ?']],
])('tokens of %j', (source, expected) => {
  const tokens = JSON.parse(run(source, 'tokens', '--json', 'FILE').out) as { type: string; string: string }[];
  expect(tokens.slice(1, -2).map(({ type, string }) => `${type} ${string}`)).toEqual(expected);
});

// Text and exit code of python3.13 -m tokenize.
test.each([
  ['x = (1,\n', '1:0: error: unexpected EOF in multi-line statement'],
  ["f'{x\n", '1:5: error: unexpected EOF in multi-line statement'],
  ['x = 1 \\ 2\n', '1:10: error: unexpected character after line continuation character'],
  ['a\\\nb\\c\n', '2:7: error: unexpected character after line continuation character'],
])('tokens of %j fail', (source, message) => {
  expect(run(source, 'tokens', 'FILE')).toEqual({ code: 1, out: '', err: `a.py:${message}\n` });
});

/** Runs the command on standard input, in a process of its own. */
function runInput(source: string, command: string): [code: number | null, out: string, err: string] {
  const lab = new URL('../../../src/lab/lab.ts', import.meta.url).href;
  const script = `import { main } from ${JSON.stringify(lab)}; process.exitCode = main(['${command}', '-']);`;
  const done = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    input: source,
    encoding: 'utf8',
  });
  return [done.status, done.stdout, done.stderr];
}

// What python3.13 -m dis - and python3.13 -m tokenize print: no line of a file, no encoding.
test('standard input is no file to show lines of', () => {
  expect(runInput('x is 1\nreturn 1\n', 'dis')).toEqual([
    1,
    '',
    '<stdin>:1: SyntaxWarning: "is" with \'int\' literal. Did you mean ' +
      '"=="?\n  File "<stdin>", line 2\nSyntaxError: \'return\' outside function\n',
  ]);
  expect(runInput('x = $\n', 'ast')).toEqual([
    1,
    '',
    '  File "<stdin>", line 1\n    x = $\n        ^\nSyntaxError: invalid syntax\n',
  ]);
  expect(runInput('x\n', 'tokens')[1].split('\n')[0]).toBe("1,0-1,1:            NAME           'x'            ");
});
