// The command's options and the variables of the environment, and what CPython does with each.
import type { CommandCase } from './commands.ts';

const ARGV = 'import sys; print(sys.argv, sys.orig_argv[1:])\n';
const FLAGS =
  'import sys; f = sys.flags; print(f.optimize, f.no_user_site, ' +
  'f.no_site, f.ignore_environment, f.quiet, f.isolated, f.safe_path)';
const STREAMS =
  'import sys\nfor s in sys.stdin, sys.stdout, sys.stderr: print(type(s.buffer), s.write_through, s.line_buffering)';
const ORDER =
  'import os, sys\nprint("a")\nos.write(1, b"b")\n' +
  'sys.stdout.buffer.write(b"c")\nos.write(1, b"d")\nprint("e", end="")\nos.write(1, b"f")';
// The program's own part of sys.path: what stands before the standard library.
const PATH = [
  'import sys',
  'own = []',
  'for p in sys.path:',
  '    if p.endswith(("python313.zip", "/py")): break',
  '    own.append(p)',
  'print(own)',
  '',
].join('\n');
const IMPORT = 'try:\n    import helper\n    print(helper.value)\nexcept ImportError as e:\n    print(e)\n';

/** The ways in which the option list ends. */
const ENDS: readonly CommandCase[] = [
  { name: 'argv of stdin without a dash', args: [], stdin: ARGV },
  { name: 'argv of stdin without a dash, with an option', args: ['-u'], stdin: ARGV },
  { name: 'argv of stdin with a dash', args: ['-', 'a'], stdin: ARGV },
  { name: 'two dashes alone', args: ['--'], stdin: ARGV },
  { name: 'two dashes and one', args: ['--', '-', 'a'], stdin: ARGV },
  { name: 'two dashes and a file', args: ['-u', '--', 'p.py', '--', '-c'], files: { 'p.py': ARGV } },
  { name: 'two dashes and a file named like an option', args: ['--', '-c', '1'], files: { '-c': ARGV } },
  { name: 'two dashes and no such file', args: ['--', '-V'] },
  { name: 'two dashes after -c', args: ['-c', ARGV, '--', 'a'] },
  { name: 'options in one word', args: ['-BuOOc', FLAGS, '-V'] },
];

const EFFECTS: readonly CommandCase[] = [
  ...['-u', '-E', '-I', '-s', '-S', '-B', '-q', '-P', '-O', '-OO', '-OOO', '-Es'].map(
    (option): CommandCase => ({ name: `flags of ${option}`, args: [option, '-c', FLAGS] }),
  ),
  { name: 'streams', args: ['-c', STREAMS] },
  { name: 'streams of -u', args: ['-u', '-c', STREAMS] },
  { name: 'order of writes', args: ['-c', ORDER] },
  { name: 'order of writes with -u', args: ['-u', '-c', ORDER] },
  { name: 'order of writes with PYTHONUNBUFFERED', args: ['-c', ORDER], env: { PYTHONUNBUFFERED: '1' } },
  { name: 'order of writes with -E', args: ['-E', '-c', ORDER], env: { PYTHONUNBUFFERED: '1' } },
  { name: 'no exit with -S', args: ['-S', '-c', 'print("exit" in dir(__builtins__)); quit()'] },
  { name: 'exit without -S', args: ['-s', '-c', 'print("exit" in dir(__builtins__)); exit(3)'] },
  ...['-E', '-I', '-P', '-s', '-S'].map(
    (option): CommandCase => ({
      name: `a module beside the program with ${option}`,
      args: [option, 'p.py'],
      files: { 'p.py': IMPORT, 'helper.py': 'value = 42\n' },
    }),
  ),
  ...['-E', '-I', '-P'].map(
    (option): CommandCase => ({
      name: `a module in the folder of -c with ${option}`,
      args: [option, '-c', IMPORT],
      files: { 'helper.py': 'value = 42\n' },
    }),
  ),
];

const ENVIRONMENT: readonly CommandCase[] = [
  {
    name: 'PYTHONPATH',
    args: ['-c', IMPORT],
    files: { 'a/helper.py': 'value = 1\n', 'b/helper.py': 'value = 2\n' },
    env: { PYTHONPATH: 'none:a:b' },
  },
  {
    name: 'PYTHONPATH comes after the program',
    args: ['p.py'],
    files: { 'p.py': IMPORT, 'helper.py': 'value = 0\n', 'a/helper.py': 'value = 1\n' },
    env: { PYTHONPATH: 'a' },
  },
  {
    name: 'PYTHONPATH before the library',
    args: ['-c', 'import colorsys; print(colorsys.value)'],
    files: { 'a/colorsys.py': 'value = 1\n' },
    env: { PYTHONPATH: 'a' },
  },
  { name: 'PYTHONPATH in sys.path', args: ['-c', PATH], env: { PYTHONPATH: '/a:b::/a' } },
  { name: 'PYTHONPATH in sys.path with -S', args: ['-S', '-c', PATH], env: { PYTHONPATH: '/a:b::/a' } },
  { name: 'PYTHONPATH in sys.path with -P', args: ['-P', '-c', PATH], env: { PYTHONPATH: '/a' } },
  { name: 'PYTHONPATH with -E', args: ['-E', '-c', PATH], env: { PYTHONPATH: '/a' } },
  { name: 'PYTHONPATH with -I', args: ['-I', '-c', PATH], env: { PYTHONPATH: '/a' } },
  { name: 'PYTHONWARNINGS', args: ['-c', 'x = 1; x is 5'], env: { PYTHONWARNINGS: 'default,ignore::SyntaxWarning' } },
  { name: 'PYTHONWARNINGS with -E', args: ['-E', '-c', 'x = 1; x is 5'], env: { PYTHONWARNINGS: 'ignore' } },
  { name: 'PYTHONWARNINGS before -W', args: ['-We', '-c', 'x = 1; x is 5'], env: { PYTHONWARNINGS: 'ignore' } },
  {
    name: 'warnings of both',
    args: ['-Wa', '-c', 'import sys; print(sys.warnoptions)'],
    env: { PYTHONWARNINGS: 'd,i' },
  },
  ...['1', '2', 'x', '0', ''].map(
    (value): CommandCase => ({
      name: `PYTHONOPTIMIZE=${value}`,
      args: ['-c', FLAGS],
      env: { PYTHONOPTIMIZE: value },
    }),
  ),
  { name: 'PYTHONOPTIMIZE and -OO', args: ['-OO', '-c', FLAGS], env: { PYTHONOPTIMIZE: '1' } },
  { name: 'PYTHONOPTIMIZE with -I', args: ['-I', '-c', FLAGS], env: { PYTHONOPTIMIZE: '1' } },
  { name: 'PYTHONSAFEPATH', args: ['-c', FLAGS], env: { PYTHONSAFEPATH: '1' } },
  { name: 'PYTHONSAFEPATH with -E', args: ['-E', '-c', FLAGS], env: { PYTHONSAFEPATH: '1' } },
  { name: 'PYTHONNOUSERSITE', args: ['-c', FLAGS], env: { PYTHONNOUSERSITE: '1' } },
];

export const OPTION_COMMANDS: readonly CommandCase[] = [...ENDS, ...EFFECTS, ...ENVIRONMENT];
