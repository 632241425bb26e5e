/** CPython 3.13 as a long-lived process that is fed programs: a thousand answers for the price of one start. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findPython, ROOT } from '../oracle.mjs';

export interface Answer {
  readonly stdout: string;
  /** The last line of an uncaught exception's traceback. */
  readonly error: string;
}

/** Hash seeds of the processes that are asked whether an answer is the only one. */
const OTHER_SEEDS = ['1', '2', '3', '4', '5', '6', '7'];

export class CPython {
  private others: CPython[] | undefined;
  private readonly waiting: ((line: string | null) => void)[] = [];
  private child: ChildProcess;

  private constructor(private readonly make: () => ChildProcess) {
    this.child = this.start();
  }

  private start(): ChildProcess {
    const child = this.make();
    child.stdin!.on('error', () => {});
    createInterface({ input: child.stdout! }).on('line', (line) => this.waiting.shift()?.(line));
    child.on('exit', (code) => {
      for (const tell of this.waiting.splice(0)) tell(null);
      if (code !== 0) this.child = this.start();
    });
    return child;
  }

  /** Starts one, or returns undefined where there is none. */
  static open(script = 'scripts/hunt/cpython.py', hashSeed = '0'): CPython | undefined {
    const python = findPython();
    if (python === undefined) return undefined;
    return new CPython(() =>
      spawn(python.command, ['-W', 'ignore', join(ROOT, script)], {
        env: { ...python.env, PYTHONHASHSEED: hashSeed },
        stdio: ['pipe', 'pipe', 'ignore'],
      }),
    );
  }

  /** Sends any value and returns the answer; null if the process has died. */
  send(value: unknown): Promise<unknown> {
    return new Promise((tell) => {
      this.waiting.push((line) => {
        tell(line === null ? null : (JSON.parse(line) as unknown));
      });
      this.child.stdin!.write(`${JSON.stringify(value)}\n`);
    });
  }

  /** Runs a program; undefined if that killed the process. */
  async run(source: string): Promise<Answer | undefined> {
    const answer = (await this.send(source)) as [string, string] | null;
    return answer === null ? undefined : { stdout: answer[0], error: answer[1] };
  }

  /** Tells whether every CPython gives a program this answer, whatever the order of its sets of texts is. */
  async settles(source: string, { stdout, error }: Answer): Promise<boolean> {
    this.others ??= OTHER_SEEDS.map((seed) => CPython.open(undefined, seed)!);
    for (const other of this.others) {
      const again = await other.run(source);
      if (again?.stdout !== stdout || again.error !== error) return false;
    }
    return true;
  }

  stop(): void {
    for (const other of this.others ?? []) other.stop();
    this.child.stdin!.end();
  }
}
