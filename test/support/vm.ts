// The tests' one door to the virtual machine under test.
//
// src/vm.ts is loaded by a computed path, so that this folder can be type-checked and its other
// tests run whatever state the machine is in, and so that SIDEWINDER_VM can name another build of
// it (dist/vm.js, to test what is shipped).
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startWatch, stopWatch } from './watchdog.ts';
import type { Outcome } from './expectations.ts';
import { ROOT } from './programs.ts';

export type Run = {
  source: string;
  /** The name shown in tracebacks. */
  filename: string;
  /** The whole of sys.argv. */
  argv: string[];
  stdin: string;
  tier: 'interp' | 'trace';
  /** Tunables as on the command line, `NAME=VALUE,…`. */
  jit: string;
};

type Vm = {
  runProgram: (run: Run) => Outcome | Promise<Outcome>;
  /** The optimiser passes that `--jit nopass=NAME` can switch off. */
  PASS_NAMES: readonly string[];
};

const path = process.env['SIDEWINDER_VM'] ?? join(ROOT, 'src/vm.ts');

/** Loads the virtual machine. */
export async function loadVm(): Promise<Vm> {
  return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Vm;
}

/** Runs a program; a crash of the machine itself is an outcome with exit code 70, as in the command. */
export async function runWatched(vm: Vm, run: Run): Promise<Outcome> {
  const label = `${run.argv.join(' ')} (--tier=${run.tier}${run.jit === '' ? '' : ` --jit ${run.jit}`})`;
  if (process.env['SIDEWINDER_TEST_VERBOSE']) process.stderr.write(`${label}\n`);
  startWatch(label);
  try {
    return await vm.runProgram(run);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? String(error)) : String(error);
    return { stdout: '', stderr: `the machine itself threw: ${text}\n`, exitCode: 70 };
  } finally {
    stopWatch();
  }
}
