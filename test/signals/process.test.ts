// Signals from outside and at the end of a process, with the real command. What many programs do with SIGINT at random
// moments is measured by scripts/interrupts.ts.
import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { SIDEWINDER } from '../support/programs.ts';

interface End {
  stdout: string;
  stderr: string;
  how: string;
}

const { PYTHONUNBUFFERED: _, ...env } = process.env;

/** Runs a program; sends it signals, one each time it writes a line to stderr that says `ready`. */
function run(source: string, ...signals: NodeJS.Signals[]): Promise<End> {
  const child = spawn(SIDEWINDER[0]!, [...SIDEWINDER.slice(1), '-c', source], { env });
  const end: End = { stdout: '', stderr: '', how: '' };
  const left = [...signals];
  child.stdout.on('data', (data: Buffer) => {
    end.stdout += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    end.stderr += data.toString();
    for (; end.stderr.includes('ready\n'); end.stderr = end.stderr.replace('ready\n', '')) child.kill(left.shift());
  });
  return new Promise((done) => {
    child.on('close', (code, signal) => done({ ...end, how: signal ?? String(code) }));
  });
}

const READY = "import sys, os, time, signal\ndef ready(): print('ready', file=sys.stderr, flush=True)\n";

describe.concurrent('a process', () => {
  test.each([
    ['a loop', 'while True: pass'],
    ['a wait', 'time.sleep(60)'],
    ['reading', 'input()'],
    ['native work', 'sum(range(10**12))'],
  ])('is interrupted in %s', async (_, work) => {
    const program = `${READY}import atexit
atexit.register(print, 'atexit')
print('kept')
def f():
    ready()
    ${work}
try: f()
finally: print('finally')`;
    const { stdout, stderr, how } = await run(program, 'SIGINT');
    expect({ stdout, how }).toEqual({ stdout: 'kept\nfinally\natexit\n', how: 'SIGINT' });
    expect(stderr).toMatch(/^Traceback \(most recent call last\):\n[\s\S]*, in f\n[\s\S]*\nKeyboardInterrupt\n$/);
  });

  test('goes on after handlers, and after what it ignores', async () => {
    const program = `${READY}
seen = []
for name in 'USR1', 'TERM', 'HUP', 'CHLD', 'CONT':
    signal.signal(getattr(signal, 'SIG' + name), lambda number, frame: (seen.append(number), ready()))
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.signal(signal.SIGQUIT, lambda number, frame: (ready(), time.sleep(0.05), sys.exit(len(seen))))
ready()
while True: time.sleep(60)`;
    const signals = ['SIGUSR1', 'SIGTERM', 'SIGHUP', 'SIGCHLD', 'SIGCONT', 'SIGQUIT', 'SIGINT'] as const;
    expect(await run(program, ...signals)).toEqual({ stdout: '', stderr: '', how: '5' });
  });

  test('keeps what is blocked waiting', async () => {
    const program = `${READY}
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM, signal.SIGUSR1])
ready(); ready()
while len(signal.sigpending()) < 2: pass
print(signal.sigwait([signal.SIGUSR1]), flush=True)
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
print('not reached')`;
    expect(await run(program, 'SIGTERM', 'SIGUSR1')).toEqual({ stdout: '10\n', stderr: '', how: 'SIGTERM' });
  });

  test.each(['SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGALRM'] as const)('ends by %s, and writes nothing', async (name) => {
    const program = `${READY}print('lost')\nready()\nwhile True: pass`;
    expect(await run(program, name)).toEqual({ stdout: '', stderr: '', how: name });
  });

  test('ends by what it raises itself, a default given back', async () => {
    const program = `${READY}
for n in signal.SIGUSR1, signal.SIGCHLD, signal.SIGPIPE, signal.SIGTERM:
    signal.signal(n, print)
    signal.signal(n, signal.SIG_DFL)
os.kill(os.getpid(), signal.SIGCHLD)
print('alive', flush=True)
signal.raise_signal(signal.SIGUSR1)`;
    expect(await run(program)).toEqual({ stdout: 'alive\n', stderr: '', how: 'SIGUSR1' });
  });

  test('writes on when a handler has run while nobody read, and loses nothing when one has raised', async () => {
    const program = `${READY}
signal.signal(signal.SIGALRM, lambda number, frame: print('handler'))
signal.setitimer(signal.ITIMER_REAL, 0.05)
text = ('x' * 99 + '\\n') * 10
try:
    for i in range(1000):
        sys.stdout.write(text)
    signal.signal(signal.SIGALRM, lambda number, frame: 1 / 0)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    while True: sys.stdout.write(text)
except ZeroDivisionError: pass
sys.stdout.flush()
ready()
time.sleep(60)`;
    const { stdout, how } = await run(`${program}`, 'SIGTERM');
    const lines = stdout.split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => line !== 'x'.repeat(99) && line !== 'handler')).toEqual([]);
    expect([lines.length % 10, lines.filter((line) => line === 'handler').length, how]).toEqual([1, 1, 'SIGTERM']);
  });
});
