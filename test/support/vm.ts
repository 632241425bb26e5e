// The tests' one door to the virtual machine under test.
//
// Tests run the bundle that is shipped, dist/vm.js, if it is newer than every source file, as it is
// after `npm test` has built it: bundled code runs many times faster than modules that the test
// runner has rewritten, and only there has the tracer its own instance of the interpreter. Else they
// run src/vm.ts. SIDEWINDER_VM names another file.
import { existsSync, readdirSync, statSync } from 'node:fs';
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
  tier: 'interp' | 'baseline' | 'trace';
  /** Tunables as on the command line, `NAME=VALUE,…`. */
  jit: string;
};

/** What is looked at of the compiler's events. */
interface CompilerEvent {
  readonly kind: string;
  readonly reason?: string;
  readonly detail?: string;
  readonly message?: string;
}

export interface Listening {
  listen(): void;
  emit(e: CompilerEvent): void;
}

/** Collects faults of the compiler, which the program does not see. */
export function compilerFaults(into: string[]): Listening {
  return {
    listen: () => {},
    emit: (e) => {
      if (e.kind === 'fault' || e.reason === 'FAULT') into.push(e.detail ?? e.message ?? '');
    },
  };
}

type Vm = {
  runProgram: (run: Run & { events?: Listening }) => Outcome | Promise<Outcome>;
  /** The optimiser passes that `--jit nopass=NAME` can switch off. */
  passNames: () => readonly string[];
};

/** Chooses the file to load. */
function findVm(): string {
  const chosen = process.env['SIDEWINDER_VM'];
  if (chosen !== undefined) return chosen;
  const built = join(ROOT, 'dist/vm.js');
  const age = (path: string): number => statSync(path).mtimeMs;
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(ROOT, 'src', name),
  );
  const fresh = existsSync(built) && sources.every((path) => age(path) <= age(built));
  return fresh ? built : join(ROOT, 'src/vm.ts');
}

/** Loads the virtual machine. */
export async function loadVm(): Promise<Vm> {
  return (await import(/* @vite-ignore */ pathToFileURL(findVm()).href)) as Vm;
}

/** Runs a program; a crash of the machine itself is an outcome with exit code 70, as in the command. */
export async function runWatched(vm: Vm, run: Run): Promise<Outcome> {
  const label = `${run.argv.join(' ')} (--tier=${run.tier}${run.jit === '' ? '' : ` --jit ${run.jit}`})`;
  if (process.env['SIDEWINDER_TEST_VERBOSE']) process.stderr.write(`${label}\n`);
  startWatch(label);
  try {
    const faults: string[] = [];
    const outcome = await vm.runProgram({ ...run, events: compilerFaults(faults) });
    if (faults.length === 0) return outcome;
    return { ...outcome, stderr: `${outcome.stderr}the compiler failed: ${faults.join('; ')}\n`, exitCode: 70 };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? String(error)) : String(error);
    return { stdout: '', stderr: `the machine itself threw: ${text}\n`, exitCode: 70 };
  } finally {
    stopWatch();
  }
}
