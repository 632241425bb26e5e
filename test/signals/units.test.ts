// Numbers, timers, polling and descriptors, without a machine.
import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDoubles, withoutBlocking } from '../../src/signals/descriptors.ts';
import { watched } from '../../src/numbers/huge.ts';
import { INTERRUPTED, interruptible } from '../../src/signals/interruptible.ts';
import { NSIG, RESERVED, SIGNALS, SURVIVED, signalName } from '../../src/signals/numbers.ts';
import { checkInterrupt, pause, polling } from '../../src/signals/polling.ts';
import { clearTimers, getTimer, setTimer, takeExpired } from '../../src/signals/timers.ts';

const SIGALRM = 14;

afterEach(() => {
  clearTimers();
  polling.settle();
  polling.source = () => {};
  polling.raise = () => {};
});

describe('numbers', () => {
  test("are the host's", () => {
    for (const [name, n] of SIGNALS) {
      expect(n).toBeLessThan(NSIG);
      if (name in constants.signals) expect(constants.signals[name as NodeJS.Signals], name).toBe(n);
    }
  });
  test('lead to the first of several names', () => {
    expect([signalName(6), signalName(17), signalName(40), signalName(0)]).toEqual([
      'SIGABRT',
      'SIGCHLD',
      undefined,
      undefined,
    ]);
  });
  test('of what a process survives and of what nobody may use', () => {
    expect([...SURVIVED].map(signalName)).toEqual(
      'CHLD CONT STOP TSTP TTIN TTOU URG WINCH'.split(' ').map((name) => `SIG${name}`),
    );
    expect([...RESERVED].map(signalName)).toEqual([undefined, undefined]);
  });
});

describe('timers', () => {
  test('run out once, or again and again', () => {
    const out: number[] = [];
    expect(setTimer(0, 1000, 0)).toEqual([0, 0]);
    takeExpired(performance.now(), (n) => out.push(n));
    expect(out).toEqual([]);
    setTimer(0, 0.001, 50);
    pause(1);
    takeExpired(performance.now(), (n) => out.push(n));
    expect(out).toEqual([SIGALRM]);
    const [left, interval] = getTimer(0);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(50);
    expect(interval).toBe(50);
    setTimer(0, 0.001, 0);
    pause(1);
    takeExpired(performance.now(), (n) => out.push(n));
    expect([out, getTimer(0), polling.wanted]).toEqual([[SIGALRM, SIGALRM], [0, 0], Number.POSITIVE_INFINITY]);
  });
  test('that ran out several times are one signal', () => {
    const out: number[] = [];
    setTimer(0, 0.01, 0.01);
    pause(5);
    takeExpired(performance.now(), (n) => out.push(n));
    expect(out).toEqual([SIGALRM]);
  });
  test('of 0 are stopped, whatever their interval', () => {
    setTimer(0, 500, 7);
    expect(setTimer(0, 0, 5)[1]).toBe(7);
    expect(getTimer(0)).toEqual([0, 0]);
  });
});

describe('polling', () => {
  test('asks the source at a safe point soon, and raises there', () => {
    let asked = 0;
    polling.source = () => {
      asked++;
      polling.announce();
      polling.raises = true;
    };
    polling.raise = () => {
      polling.settle();
      throw new Error('raised');
    };
    const end = performance.now() + 2000;
    expect(() => {
      while (performance.now() < end) checkInterrupt();
    }).toThrow('raised');
    expect(asked).toBe(1);
    expect(performance.now()).toBeLessThan(end);
  });
  test('is rare while rounds are short, and at once after what was announced', () => {
    let asked = 0;
    polling.source = () => {
      asked++;
    };
    const start = performance.now();
    while (performance.now() - start < 100) polling.due();
    expect(asked).toBeLessThanOrEqual(12);
    polling.announce();
    expect([polling.left, polling.due()]).toEqual([0, true]);
  });
  test('gives a loop of its own rounds that follow its pace', () => {
    const pace = { rounds: 1024 };
    for (let i = 0; i < 1000; i++) polling.dueIn(pace);
    expect(pace.rounds).toBe(2 ** 24);
    pause(8);
    polling.dueIn(pace);
    expect(pace.rounds).toBe(2 ** 23);
  });
  test('goes on while a thread waits', () => {
    polling.source = () => polling.announce();
    const start = performance.now();
    expect(pause(10_000)).toBe(true);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('descriptors', () => {
  test('of pipes have a double that does not block', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pipe-'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const fd = openSync(join(folder, 'pipe'), 'r+');
    const double = withoutBlocking(fd, 'read');
    expect(double).not.toBe(fd);
    expect(withoutBlocking(fd, 'read')).toBe(double);
    const buffer = new Uint8Array(8);
    expect(() => readSync(double, buffer)).toThrow('EAGAIN');
    writeSync(fd, 'x');
    expect(readSync(double, buffer)).toBe(1);
    closeDoubles(fd);
    expect(() => fstatSync(double)).toThrow('EBADF');
    closeSync(fd);
    rmSync(folder, { recursive: true });
  });
  test('of files are their own', () => {
    const fd = openSync('package.json', 'r');
    expect(withoutBlocking(fd, 'read')).toBe(fd);
    closeDoubles(fd);
    expect(readFileSync(fd, 'utf8')).toContain('sidewinder');
    closeSync(fd);
  });
});

test('interruptible work returns and throws as it would', () => {
  expect(interruptible(() => interruptible(() => 3)! as number)).toBe(3);
  expect(() =>
    interruptible(() => {
      throw new RangeError('no');
    }),
  ).toThrow('no');
  expect(typeof INTERRUPTED).toBe('symbol');
});

test('asking whether an int is huge costs nothing, once the program has been slow', () => {
  polling.slow = true;
  try {
    const a = 10n ** 400n;
    const before = process.cpuUsage().user;
    for (let i = 0; i < 100_000; i++) watched(a, -a, (x) => x);
    // Making the bound anew for each would be 50 GB of memory.
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(1000);
  } finally {
    polling.slow = false;
  }
});
