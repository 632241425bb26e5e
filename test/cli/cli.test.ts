// The ordinary uses of the command, and the options that CPython does not have.
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../support/commands.ts';
import { runCommand, testCases } from '../support/command.ts';

const LOOP = 'total = 0\nfor i in range(3000):\n    total += i * i % 7\nprint(total)\n';
const ANSWER = '5999\n';

describe('as CPython', () => {
  testCases(COMMANDS);
});

/** Runs the loop with options. */
function loop(...options: string[]): ReturnType<typeof runCommand> {
  return runCommand({ name: '', args: [...options, 'loop.py'], files: { 'loop.py': LOOP } });
}

test.each(['-V', '--version'])('%s prints the version', (option) => {
  const { stdout, stderr, exitCode } = runCommand({ name: '', args: [option] });
  expect(stdout).toMatch(/^Python 3\.13\.\d+ .*[Ss]idewinder/);
  expect([stderr, exitCode]).toEqual(['', 0]);
});

test.each(['--help', '-h'])('%s prints the options', (option) => {
  const { stdout, stderr, exitCode } = runCommand({ name: '', args: [option] });
  for (const word of ['usage: sidewinder', '--tier', '--jit', '--dump-traces', '--stats', '-c', '-V'])
    expect(stdout).toContain(word);
  expect([stderr, exitCode]).toEqual(['', 0]);
});

test('--jit help prints the tunables', () => {
  const { stdout, stderr, exitCode } = runCommand({ name: '', args: ['--jit', 'help'] });
  for (const word of ['hotloop', 'hotexit', 'stress', 'nopass']) expect(stdout).toContain(word);
  expect([stderr, exitCode]).toEqual(['', 0]);
});

test.each([
  [],
  ['--tier=interp'],
  ['--tier=trace'],
  ['--jit', 'hotloop=1,hotcall=1,hotexit=1'],
  ['--jit=hotloop=5'],
  ['--tier', 'interp'],
])('options %s', (...options) => {
  expect(loop(...options)).toEqual({ stdout: ANSWER, stderr: '', exitCode: 0 });
});

test('--stats=json writes one JSON object to stderr', () => {
  const { stdout, stderr, exitCode } = loop('--stats=json');
  expect([stdout, exitCode]).toEqual([ANSWER, 0]);
  expect(typeof JSON.parse(stderr)).toBe('object');
});

test('--stats writes text to stderr', () => {
  const { stdout, stderr, exitCode } = loop('--stats');
  expect([stdout, exitCode]).toEqual([ANSWER, 0]);
  expect(stderr).not.toBe('');
});

test('--dump-traces names the loop and shows its code', () => {
  const { stdout, stderr, exitCode } = loop('--dump-traces');
  expect([stdout, exitCode]).toEqual([ANSWER, 0]);
  expect(stderr).toContain('loop.py');
});

test.each(['log', 'ir', 'js', 'guards'])('--dump-traces=%s', (stage) => {
  const { stdout, stderr, exitCode } = loop(`--dump-traces=${stage}`);
  expect([stdout, exitCode]).toEqual([ANSWER, 0]);
  expect(stderr).not.toBe('');
});

test('the interpreter has no traces to dump', () => {
  expect(loop('--tier=interp', '--dump-traces=ir')).toMatchObject({ stdout: ANSWER, exitCode: 0 });
});

// What CPython 3.13 prints.
const LITERAL = `<string>:1: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?\n`;
test.each([
  [['-c', 'x=1;x is 5'], LITERAL, 0],
  [['-Wignore', '-c', 'x=1;x is 5'], '', 0],
  [
    ['-W', 'error::SyntaxWarning', '-c', 'x=1;x is 5'],
    `  File "<string>", line 1\nSyntaxError: "is" with 'int' literal. Did you mean "=="?\n`,
    1,
  ],
  [['-We', '-W', 'ignore::SyntaxWarning', '-c', 'x=1;x is 5'], '', 0],
  [['-Wx', '-c', 'pass'], "Invalid -W option ignored: invalid action: 'x'\n", 0],
  [['-W', 'error::Foo', '-c', 'pass'], "Invalid -W option ignored: unknown warning category: 'Foo'\n", 0],
  [
    ['-W', 'ignore:a:b:c:d:e', '-c', 'pass'],
    "Invalid -W option ignored: too many fields (max 5): 'ignore:a:b:c:d:e'\n",
    0,
  ],
] as const)('%j', (args, stderr, exitCode) => {
  expect(runCommand({ name: '', args: [...args] })).toEqual({ stdout: '', stderr, exitCode });
});

test('-O leaves out asserts, -OO docstrings too', () => {
  const program = 'def f():\n "doc"\n assert 0\nf(); print(__debug__, f.__doc__)';
  expect(runCommand({ name: '', args: ['-O', '-c', program] }).stdout).toBe('False doc\n');
  expect(runCommand({ name: '', args: ['-OO', '-c', program] }).stdout).toBe('False None\n');
});
