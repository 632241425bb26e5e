// What cannot be run: each gets CPython's message and exit code from the real command.
import { expect, test } from 'vitest';
import { BAD_INPUT } from '../support/commands.ts';
import { runCommand, testCases } from '../support/command.ts';

testCases(BAD_INPUT);

test('an unknown tier is a usage error', () => {
  const { stdout, stderr, exitCode } = runCommand({ name: '', args: ['--tier=warp', '-c', 'print(1)'] });
  expect(stdout).toBe('');
  expect(stderr).toMatch(/warp[\s\S]*usage: sidewinder /);
  expect(exitCode).toBe(2);
});

test.each(['nonesuch=1', 'hotloop', 'hotloop=', 'hotloop=-1', 'hotloop=x', 'nopass=nonesuch'])(
  '--jit %s is a usage error',
  (setting) => {
    const { stdout, stderr, exitCode } = runCommand({ name: '', args: ['--jit', setting, '-c', 'print(1)'] });
    expect(stdout).toBe('');
    expect(stderr).toContain(setting.split('=')[0] === 'nopass' ? 'nonesuch' : setting.split('=')[0]);
    expect(exitCode).toBe(2);
  },
);

test('a usage error says nothing of JavaScript', () => {
  const { stderr } = runCommand({ name: '', args: ['--bogus'] });
  expect(stderr).not.toMatch(/at .*\.js|node:internal|Error:/);
});
