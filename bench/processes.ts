// The implementations that are compared, and the timing of whole processes.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findPython } from '../scripts/oracle.mjs';
import { ROOT, SIDEWINDER } from '../test/support/programs.ts';
import { type Program, writeRepeating } from './programs.ts';

export type Implementation = {
  /** Short name, a column of the report. */
  name: string;
  /** What it says it is. */
  version: string;
  /** The command that runs a program once. */
  once: (program: Program) => string[];
  /** The command that runs it `reps` times in one process. */
  repeat: (program: Program, reps: number) => string[];
};

const ENV: NodeJS.ProcessEnv = {
  ...process.env,
  PYENV_VERSION: '3.13.0',
  PYTHONHASHSEED: '0',
  PYTHONDONTWRITEBYTECODE: '1',
  NO_COLOR: '1',
};
delete ENV['PYTHONUNBUFFERED'];

/** Runs a command in the root of the repository and returns its output and its wall time in seconds. */
export function time(command: readonly string[]): { stdout: string; stderr: string; status: number; seconds: number } {
  const start = process.hrtime.bigint();
  const done = spawnSync(command[0]!, command.slice(1), {
    cwd: ROOT,
    env: ENV,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (done.error) throw done.error;
  return { stdout: done.stdout, stderr: done.stderr, status: done.status ?? 128, seconds };
}

/** Runs a program once, checks what it prints, and returns the seconds. */
export function timeOnce(implementation: Implementation, program: Program): number {
  const command = implementation.once(program);
  const done = time(command);
  check(implementation, command, done, program.expected);
  return done.seconds;
}

/** Runs a program `reps` times in one process, checks what it prints, and returns the seconds of each run. */
export function timeRepeated(implementation: Implementation, program: Program, reps: number): number[] {
  const command = implementation.repeat(program, reps);
  const done = time(command);
  check(implementation, command, done, program.expected.repeat(reps));
  const line = done.stderr.split('\n').find((text) => text.startsWith('TIMES '));
  if (line === undefined) throw new Error(`${command.join(' ')}: reports no times`);
  return line.slice(6).split(' ').map(Number);
}

/** Throws unless a run ended well with the expected output. */
function check(
  implementation: Implementation,
  command: readonly string[],
  done: ReturnType<typeof time>,
  expected: string,
): void {
  if (done.status === 0 && done.stdout === expected) return;
  const why = done.status === 0 ? 'prints something else than CPython 3.13' : `exit code ${done.status}`;
  throw new Error(`${implementation.name}: ${command.join(' ')}: ${why}\n${done.stderr.slice(-2000)}`);
}

/** Lists the implementations this machine has, ours first. */
export function findImplementations(): Implementation[] {
  const found: Implementation[] = [];
  for (const tier of ['interp', 'trace']) {
    const base = [...SIDEWINDER, `--tier=${tier}`];
    found.push(python(tier, time([...SIDEWINDER, '-V']).stdout.trim(), base));
  }
  const cpython = findPython();
  if (cpython) found.push(python('cpython', `CPython ${cpython.version}`, [realCommand(cpython.command)]));
  const pypy = probe('pypy3', ['-c', 'import sys; print("PyPy %d.%d.%d" % sys.pypy_version_info[:3])']);
  if (pypy !== undefined) found.push(python('pypy', pypy, ['pypy3']));
  const main = join(ROOT, 'bench/js/main.mjs');
  found.push({
    name: 'js',
    version: `node ${process.version}`,
    once: (program) => ['node', main, program.name, ...program.args],
    repeat: (program, reps) => ['node', main, program.name, `--reps=${reps}`, ...program.args],
  });
  return found;
}

/** Makes an implementation of a command that runs Python files. */
function python(name: string, version: string, base: readonly string[]): Implementation {
  return {
    name,
    version,
    once: (program) => [...base, program.path, ...program.args],
    repeat: (program, reps) => [...base, writeRepeating(program, reps), ...program.args],
  };
}

/** Returns the executable behind a Python command, so that a pyenv shim's shell script is not timed. */
function realCommand(command: string): string {
  return probe(command, ['-c', 'import sys; print(sys.executable)']) ?? command;
}

/** Returns what a command prints, or undefined if it is not there or fails. */
function probe(command: string, args: readonly string[]): string | undefined {
  try {
    const done = time([command, ...args]);
    return done.status === 0 && done.stdout.trim() !== '' ? done.stdout.trim() : undefined;
  } catch {
    return undefined;
  }
}
