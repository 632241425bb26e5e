/** One process of the hunt, kept at work: replaced when it has served long, ended by a program, or stuck in one. */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { NODE_OPTIONS } from '../../test/support/programs.ts';
import { findPython } from '../oracle.mjs';
import { type Order, programOf, type Report } from './worker.ts';

/** Programs after which a process is replaced by a fresh one. */
const ENOUGH = 3000;
const LIMIT_MS = 90_000;
/** What CPython gets for a program that seems not to end. */
const CPYTHON_MS = 20_000;

const OPTIONS = [...NODE_OPTIONS, '--max-old-space-size=3000', '--max-semi-space-size=64', '--import', 'tsx'];

/** Starts a worker. */
function startWorker(oracle: string): ChildProcess {
  return fork(new URL('./worker.ts', import.meta.url), [], {
    execArgv: OPTIONS,
    env: { ...process.env, HUNT_ORACLE: oracle },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
}

/** Tells whether a program ends in CPython, where there is one. */
function endsInCPython(program: string): boolean {
  const python = findPython();
  if (python === undefined) return true;
  const { error } = spawnSync(python.command, ['-W', 'ignore', '-'], {
    env: python.env,
    input: program,
    timeout: CPYTHON_MS,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return error === undefined;
}

/** Hands out orders until there are none, and takes the reports. */
export async function keepAtWork(
  order: () => Order | undefined,
  take: (report: Report) => void,
  oracle: string,
): Promise<void> {
  for (let more = true; more; ) more = await serve(startWorker(oracle), order, take);
}

/** Serves one process to its end; tells whether there is more to do. */
function serve(child: ChildProcess, order: () => Order | undefined, take: (report: Report) => void): Promise<boolean> {
  return new Promise((done) => {
    let current: Order | undefined;
    let timer: NodeJS.Timeout | undefined;
    let served = 0;
    let stderr = '';
    child.stderr!.on('data', (data: Buffer) => {
      stderr = (stderr + data.toString()).slice(-3000);
    });
    const lost = (how: string, late = false): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill('SIGKILL');
      if (served === 0) throw new Error(`a process of the hunt does not start\n${stderr}`);
      if (current !== undefined) {
        const program = programOf(current.seed);
        const real = !late || endsInCPython(program);
        take({
          seed: current.seed,
          runs: 0,
          differences: real ? [{ kind: `host: ${how}`, between: how, jit: '', lines: stderr, program }] : [],
        });
      }
      done(true);
    };
    const give = (): void => {
      clearTimeout(timer);
      current = served++ < ENOUGH ? order() : undefined;
      if (current !== undefined) {
        timer = setTimeout(() => lost('the program does not end: it and nothing', true), LIMIT_MS);
        child.send(current);
        return;
      }
      child.removeAllListeners('exit');
      child.disconnect();
      done(served > ENOUGH);
    };
    child.on('message', (message: Report | 'ready') => {
      if (message !== 'ready') take(message);
      give();
    });
    child.on('exit', (code, signal) => lost(`the process ended (${signal ?? code}): it and nothing`));
  });
}
