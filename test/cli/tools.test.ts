// The options of the tools: the benchmark's and sidewinder-lab's, from one table each.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { helpText as benchHelp, readOptions } from '../../bench/options.ts';
import { helpText as labHelp, readArguments } from '../../src/lab/arguments.ts';
import { ROOT } from '../support/programs.ts';

/** Runs the benchmark's script. */
function bench(...args: string[]): { stdout: string; stderr: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'bench/run.ts'), ...args],
    { encoding: 'utf8' },
  );
  return { stdout, stderr, status };
}

describe('the benchmark', () => {
  test('--help prints the options', () => {
    expect(bench('--help')).toEqual({ stdout: benchHelp(), stderr: '', status: 0 });
    for (const word of ['--quick', '--size', '--rounds', '--reps', '--only', '--without', '--json'])
      expect(benchHelp()).toContain(word);
  });

  test('a wrong option is one line and exit code 2', () => {
    expect(bench('--bogus')).toEqual({
      stdout: '',
      stderr: "bench: Unknown option '--bogus' (--help lists the options)\n",
      status: 2,
    });
  });

  test.each([
    [['--rounds=0'], "--rounds takes a whole number, at least 1, not '0'"],
    [['--rounds=two'], "--rounds takes a whole number, at least 1, not 'two'"],
    [['--reps=1'], "--reps takes a whole number, at least 2, not '1'"],
    [['--size=huge'], "--size takes full, medium, small, not 'huge'"],
    [['--only=process,setup'], "--only takes process, steady, startup, inprocess, not 'setup'"],
    [['--without=ruby'], "--without takes interp, trace, cpython, pypy, js, not 'ruby'"],
    [['--quick=1'], "Option '--quick' does not take an argument"],
    [['--json'], "Option '--json <value>' argument missing"],
    [['no_such'], /^no example named no_such: nbody, /],
  ])('%j', (argv, message) => {
    expect(() => readOptions(argv)).toThrow(message);
  });

  test('options are read in their order', () => {
    expect(readOptions(['nbody', '--quick', '--rounds=5', '--only', 'process,steady', 'heat', '--without=js'])).toEqual(
      {
        names: ['nbody', 'heat'],
        size: 'medium',
        rounds: 5,
        reps: 4,
        only: ['process', 'steady'],
        without: ['js'],
        json: undefined,
      },
    );
    expect(readOptions(['--rounds=x', '-h'])).toBeNull();
  });
});

describe('sidewinder-lab', () => {
  test('help has every option', () => {
    for (const word of ['--json', '-m, --mode=MODE', '-i, --indent=N', '-O, --optimize', '--feature-version=3.N'])
      expect(labHelp()).toContain(word);
  });

  test.each([
    [['dis', '-OO', 'p.py'], { command: 'dis', file: 'p.py', optimize: 2 }],
    [['dis', '-O', '--json', '-'], { command: 'dis', file: '-', optimize: 1, json: true }],
    [['ast', '-ai2', 'p.py'], { command: 'ast', attributes: true, indent: 2 }],
    [['ast', '--', '-p.py'], { command: 'ast', file: '-p.py' }],
  ])('%j', (argv, settings) => {
    expect(readArguments(argv)).toMatchObject(settings);
  });

  test.each([
    [['ast', '--mode=exe', 'p.py'], 'unknown mode exe: it is one of exec, eval, single, func_type'],
    [['dis', '-OOO', 'p.py'], '--optimize is given at most twice'],
    [['tokens', '-a', 'p.py'], '--include-attributes is an option of ast, not of tokens'],
    [['ast', '--what'], "Unknown option '--what'"],
    [['ast', '-i'], "Option '-i, --indent <value>' argument missing"],
    [['run', 'p.py'], 'unknown command run: it is one of tokens, ast, symbols, dis'],
  ])('%j is wrong usage', (argv, message) => {
    expect(() => readArguments(argv)).toThrow(message);
  });
});
