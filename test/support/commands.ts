// Command lines, good and bad, and what CPython does with each.
//
// A case is run in a fresh folder that holds its files. test/golden/golden-programs.mjs runs it with
// CPython and writes the outcome to test/golden/commands.json; test/cli/bad-input.test.ts and
// test/cli/cli.test.ts run it with bin/sidewinder.js and compare. In the texts, CPython's own name has
// become `sidewinder` and the folder `<dir>`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from './expectations.ts';

export type CommandCase = {
  name: string;
  args: string[];
  stdin?: string;
  /** Files to make, name → bytes as Latin-1 text; a name that ends in `/` is a folder. */
  files?: Record<string, string>;
  /** Variables of the environment; an empty one is not set. */
  env?: Record<string, string>;
  /** What stdout is connected to by a shell, such as `| true`; a plain pipe if there is nothing here. */
  stdout?: string;
  /** Compare only the first line of stderr: what follows is a usage line that names other options. */
  usage?: true;
};

/** A program that sets `sys.excepthook` as its argument says, and ends by an exception. */
const EXCEPTHOOK = `
import sys
mode = sys.argv[1]
class Mute(Exception):
    def __str__(self): raise ValueError('no')
def hook(t, v, tb):
    print('hook', t.__name__, tb.tb_lineno, sys.last_exc is v, sys.last_type is t)
    if mode == 'exits': sys.exit(5)
    if mode == 'raises': raise KeyError(1)
if mode == 'missing': del sys.excepthook
elif mode == 'no text': raise Mute()
elif mode == 'not callable': sys.excepthook = None
elif mode == 'no stderr': sys.stderr = None
else: sys.excepthook = hook
1 / 0
`;

/** Input that cannot be run, or not to the end. */
export const BAD_INPUT: readonly CommandCase[] = [
  { name: 'no such file', args: ['missing.py'] },
  { name: 'no such folder', args: ['no/such/folder/x.py', 'argument'] },
  { name: 'a folder', args: ['folder'], files: { 'folder/': '' } },
  { name: 'below a file', args: ['file.py/x.py'], files: { 'file.py': 'print(1)\n' } },
  { name: 'name too long', args: ['x'.repeat(300)] },
  { name: 'unknown short option', args: ['-Z'], usage: true },
  { name: 'unknown long option', args: ['--bogus'], usage: true },
  { name: '-c without code', args: ['-c'], usage: true },
  { name: 'syntax error in a file', args: ['bad.py'], files: { 'bad.py': 'x = 1\ndef f(:\n    pass\n' } },
  { name: 'syntax error in -c', args: ['-c', 'x = = 1'] },
  { name: 'syntax error in stdin', args: ['-'], stdin: 'for x in y\n    pass\n' },
  { name: 'indentation error', args: ['bad.py'], files: { 'bad.py': 'if True:\n    x = 1\n  y = 2\n' } },
  { name: 'no indented block', args: ['bad.py'], files: { 'bad.py': 'def f():\nx = 1\n' } },
  { name: 'bracket never closed', args: ['bad.py'], files: { 'bad.py': 'x = (1,\n     2\nprint(x)\n' } },
  { name: 'string never closed', args: ['bad.py'], files: { 'bad.py': 'x = "abc\nprint(x)\n' } },
  { name: 'return outside a function', args: ['bad.py'], files: { 'bad.py': 'print(1)\nreturn 2\n' } },
  { name: 'nothing of a bad file is run', args: ['bad.py'], files: { 'bad.py': 'print("never")\nx +\n' } },
  { name: 'not UTF-8', args: ['bad.py'], files: { 'bad.py': 'x = 1\nprint("\xff")\n' } },
  { name: 'null byte', args: ['bad.py'], files: { 'bad.py': 'x = 1\0\n' } },
  { name: 'unknown encoding', args: ['bad.py'], files: { 'bad.py': '# coding: nonesuch\nprint(1)\n' } },
  { name: 'missing module', args: ['bad.py'], files: { 'bad.py': 'print(1)\nimport no_such_module\n' } },
  {
    name: 'missing name in a module',
    args: ['bad.py'],
    files: { 'bad.py': 'from helper import no_such_name\n', 'helper.py': '' },
  },
  {
    name: 'uncaught in a file',
    args: ['bad.py'],
    files: { 'bad.py': 'def f(x):\n    return 1 / x\nprint("before")\nf(0)\n' },
  },
  { name: 'uncaught in -c', args: ['-c', 'print(1); {}["k"]'] },
  { name: 'uncaught in stdin', args: ['-'], stdin: 'def f():\n    return [][0]\nf()\n' },
  {
    name: 'uncaught in a module',
    args: ['main.py'],
    files: { 'main.py': 'import helper\n', 'helper.py': 'x = 1\nx.y\n' },
  },
  {
    name: 'endless recursion',
    args: [
      '-c',
      'def f(n):\n    try:\n        return f(n + 1)\n    except ' +
        'RecursionError as e:\n        return str(e)[:32]\nprint(f(0))',
    ],
  },
  ...['set', 'exits', 'raises', 'missing', 'no text', 'not callable', 'no stderr'].map((mode) => ({
    name: `excepthook: ${mode}`,
    args: ['hook.py', mode],
    files: { 'hook.py': EXCEPTHOOK },
  })),
  { name: 'input at the end of stdin', args: ['-c', 'input()'], stdin: '' },
  { name: 'reader gone before a short output', args: ['-c', 'print(1)'], stdout: '| true' },
  { name: 'reader gone before a long output', args: ['-c', 'print("x" * 200000)'], stdout: '| true' },
  {
    name: 'reader gone in the middle',
    args: ['-c', 'for i in range(100000): print(i)'],
    stdout: '| head -1 > /dev/null',
  },
  { name: 'stdout closed', args: ['-c', 'print(1)'], stdout: '>&-' },
  { name: 'disk full', args: ['-c', 'print(1)'], stdout: '> /dev/full' },
];

/** The ordinary uses of the command. */
export const COMMANDS: readonly CommandCase[] = [
  {
    name: 'a file with arguments',
    args: ['p.py', 'a', '-b', '--tier=interp', '--', ''],
    files: { 'p.py': 'import sys\nprint(sys.argv)\n' },
  },
  { name: 'code with arguments', args: ['-c', 'import sys; print(sys.argv)', 'a', '-c', '-V'] },
  { name: 'stdin with arguments', args: ['-', 'a', '-b'], stdin: 'import sys\nprint(sys.argv)\n' },
  { name: 'stdin without a dash', args: [], stdin: 'print("from stdin")\n' },
  { name: 'nothing to do', args: ['-c', ''] },
  { name: 'empty file', args: ['p.py'], files: { 'p.py': '' } },
  { name: 'empty stdin', args: ['-'], stdin: '' },
  { name: 'exit code', args: ['-c', 'import sys; sys.exit(3)'] },
  { name: 'exit code above 255', args: ['-c', 'import sys; sys.exit(258)'] },
  { name: 'negative exit code', args: ['-c', 'import sys; sys.exit(-1)'] },
  { name: 'exit message', args: ['-c', 'import sys; print("out"); sys.exit("bad thing")'] },
  {
    name: 'exit in a function',
    args: ['-c', 'def f():\n    try:\n        raise SystemExit(5)\n    finally:\n        print("cleanup")\nf()'],
  },
  { name: 'stdout and stderr', args: ['-c', 'import sys; print("out"); print("err", file=sys.stderr)'] },
  {
    name: 'reading stdin',
    args: ['-c', 'import sys\nprint(input("? "))\nprint([line for line in sys.stdin])'],
    stdin: 'one\ntwo\nthree',
  },
  {
    name: 'byte order mark and mixed line ends',
    args: ['p.py'],
    files: { 'p.py': '\xef\xbb\xbfprint(1)\r\nprint("""a\r\nb""")\rprint(3)' },
  },
  {
    name: 'declared Latin-1',
    args: ['p.py'],
    files: { 'p.py': '# -*- coding: latin-1 -*-\nprint("\xe9", len("\xe9"))\n' },
  },
  {
    name: 'not ASCII in and out',
    args: ['p.py', '\u00fc\u{1f600}'],
    files: { 'p.py': '\xef\xbb\xbfimport sys\nprint("\xc3\xa9\xe2\x82\xac", sys.argv[1], len(sys.argv[1]))\n' },
  },
  {
    name: 'own file and module names',
    args: ['p.py'],
    files: { 'p.py': 'print(__name__, __file__.endswith("/p.py"), __file__.startswith("/"))\n' },
  },
  {
    name: 'import from the folder of the program',
    args: ['sub/p.py'],
    files: {
      'sub/p.py': 'import helper\nprint(helper.value, helper.__name__, helper.__file__.endswith("/sub/helper.py"))\n',
      'sub/helper.py': 'value = 42\n',
    },
  },
  {
    name: 'import from a package',
    args: ['p.py'],
    files: {
      'p.py': 'import pack.inner\nfrom pack import other as o\nprint(pack.inner.x, o.y, pack.__name__)\n',
      'pack/__init__.py': 'z = 0\n',
      'pack/inner.py': 'from . import z\nx = z + 1\n',
      'pack/other.py': 'from .inner import x\ny = x + 1\n',
    },
  },
  { name: 'long output', args: ['-c', 'for i in range(60000): print(i, "some text to fill a pipe more than once")'] },
  { name: 'partial last line', args: ['-c', 'import sys; sys.stdout.write("no newline")'] },
];

/** Runs a case with a command (a list of words) and returns the outcome with neutral names. */
export function runCase(one: CommandCase, command: readonly string[], self: string): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'sidewinder-'));
  try {
    for (const [name, bytes] of Object.entries(one.files ?? {})) {
      if (name.includes('/')) mkdirSync(join(folder, name.slice(0, name.lastIndexOf('/'))), { recursive: true });
      if (!name.endsWith('/')) writeFileSync(join(folder, name), Buffer.from(bytes, 'latin1'));
    }
    const words = [...command, ...one.args];
    const shell =
      one.stdout === undefined
        ? words
        : ['bash', '-c', `"$@" ${one.stdout}; exit "\${PIPESTATUS[0]}"`, 'bash', ...words];
    const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' };
    delete env['PYTHONUNBUFFERED'];
    Object.assign(env, one.env);
    const done = spawnSync(shell[0]!, shell.slice(1), {
      cwd: folder,
      env,
      input: Buffer.from(one.stdin ?? '', 'latin1'),
      maxBuffer: 1 << 26,
      timeout: 60_000,
    });
    if (done.error) throw done.error;
    const neutral = (bytes: Buffer): string =>
      bytes.toString('utf8').replaceAll(self, 'sidewinder').replaceAll(folder, '<dir>');
    return { stdout: neutral(done.stdout), stderr: neutral(done.stderr), exitCode: done.status ?? 128 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
