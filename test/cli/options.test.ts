// The options that CPython has as well, and the variables of the environment.
import { expect, test } from 'vitest';
import { runCommand, testCases } from '../support/command.ts';
import { OPTION_COMMANDS } from '../support/option-commands.ts';

testCases(OPTION_COMMANDS);

test.each(['-b', '-d', '-i', '-m', '-v', '-x', '-X'])('%s is refused as one of CPython', (option) => {
  const { stdout, stderr, exitCode } = runCommand({ name: '', args: [option, 'pass'] });
  expect([stdout, exitCode]).toEqual(['', 2]);
  expect(stderr.split('\n')[0]).toBe(`${option} is an option of CPython that sidewinder does not have`);
});

test.each([
  [['--tier=fast'], "--tier takes interp, baseline or trace, not 'fast'"],
  [['--jit', 'hotlop=1'], "unknown JIT parameter 'hotlop' (see --jit help)"],
  [['--jit', 'hotloop=0'], "JIT parameter 'hotloop' takes an integer from 1 to 1000000000, not '0'"],
  [['--stats=xml'], "--stats takes json, not 'xml'"],
  [['--help=me'], 'unknown option --help=me'],
  [
    ['--dump-traces=log,irr'],
    'unknown stage "irr" (stages: log, raw, ir, js, baseline, map, guards; ' +
      "a file's path contains / or ., as ./traces)",
  ],
  [['--dump-traces=log,no/such/folder/x'], "cannot write traces to 'no/such/folder/x': ENOENT"],
])('%j is wrong usage', (args, message) => {
  const { stdout, stderr, exitCode } = runCommand({ name: '', args: [...args, '-c', 'print(1)'] });
  expect([stdout, exitCode]).toEqual(['', 2]);
  expect(stderr.split('\n')[0]).toBe(message);
});
