/** One program in one mode, and how two outcomes are compared. */
import { pathToFileURL } from 'node:url';
import type { Mode } from '../../test/support/modes.ts';
import { type Listening, compilerFaults } from '../../test/support/vm.ts';
import type { Answer } from './cpython.ts';

/** The machine under test: the built one, as users have it. */
export interface Machine {
  runProgram(request: {
    source: string;
    filename: string;
    argv?: readonly string[];
    tier: 'interp' | 'baseline' | 'trace';
    jit: string;
    events?: Listening;
  }): Promise<{ stdout: string; stderr: string; exitCode: number }>;
}

/** Loads the built machine. */
export async function loadMachine(): Promise<Machine> {
  const path = process.env['SIDEWINDER_VM'] ?? new URL('../../dist/vm.js', import.meta.url).pathname;
  return (await import(pathToFileURL(path).href)) as Machine;
}

/**
 * Replaces what differs from run to run, addresses, and leaves out what depends on the frames around: suggestions, and
 * the places of warnings.
 */
export function normalise(text: string): string {
  return text
    .replace(/\bat 0x[0-9a-f]+/g, 'at 0x')
    .replace(/(NameError.*)\. Did you mean: .*$/gm, '$1')
    .replace(/^p\.py:\d+: \w*Warning: .*\n(?: .*\n)?/gm, '');
}

/** Runs a program and returns all it did as one text. */
export async function outcome(vm: Machine, source: string, mode: Mode): Promise<string> {
  try {
    const failed: string[] = [];
    const { stdout, stderr, exitCode } = await vm.runProgram({
      source,
      filename: 'p.py',
      ...mode,
      events: compilerFaults(failed),
    });
    if (failed.length > 0) return `the compiler failed: ${failed.join('; ')}`;
    // How deep it was where a RecursionError came is not compared.
    const errors = /^RecursionError/m.test(stderr) ? stderr.slice(stderr.lastIndexOf('\nRecursionError')) : stderr;
    return normalise(`${stdout}\n--- exit ${exitCode}\n${errors}`);
  } catch (e) {
    return `the machine threw: ${e instanceof Error ? e.stack : String(e)}`;
  }
}

/** Reduces one of our outcomes to what the oracle tells: what was printed, and the last line of a traceback. */
export function comparable(text: string): string {
  const at = text.lastIndexOf('\n--- exit ');
  if (at < 0) return text;
  const [exit, ...stderr] = text
    .slice(at + 10)
    .trimEnd()
    .split('\n');
  return `${text.slice(0, at)}\n${exit === '0' ? '' : stderr.at(-1)!.trim()}`;
}

/** Writes the oracle's answer in the same form. */
export function expected({ stdout, error }: Answer): string {
  return normalise(`${stdout}\n${error}`);
}

/** Returns the first lines in which two texts differ. */
export function firstDifference(want: string, got: string): string {
  const [a, b] = [want.split('\n'), got.split('\n')];
  const at = a.findIndex((line, k) => line !== b[k]);
  const k = at < 0 ? a.length : at;
  const short = (line: string | undefined): string => (line === undefined ? '(nothing)' : line.slice(0, 300));
  return `want: ${short(a[k])}\n got: ${short(b[k])}`;
}
