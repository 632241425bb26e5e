/**
 * Interrupts programs at random moments, and looks whether KeyboardInterrupt comes in time and nothing is lost.
 *
 *     npm run interrupts -- [--tries=N] [--seed=S] [--only=WORDS]
 *
 * Each try runs one of the programs of interrupt-programs.ts, interpreted or compiled, with SIGINT sent to it or Ctrl-C
 * typed at a pseudo-terminal (`script` of util-linux, where there is one). It must end by the signal, with a traceback;
 * `finally` and `atexit` must have run, and all lines of progress must have been written. The time is that from the
 * signal to `finally`. How much of it is the machine's is measured: an idle process of Node's gets signals meanwhile,
 * and what it takes at most is added to the bars, which are also multiplied by the load of the machine per processor.
 * Printed are the slowest times; the exit code is 1 if something was missed.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SIDEWINDER } from '../test/support/programs.ts';
import { type InterruptProgram, type Kind, PROGRAMS, sourceOf } from './interrupt-programs.ts';

/** Milliseconds until KeyboardInterrupt. */
const BARS: Record<Kind, number> = { python: 50, native: 300 };
/** Milliseconds that a program runs before it is interrupted, at most. */
const LONGEST = 500;
/** Milliseconds until a program that does not end is ended. */
const PATIENCE = 30_000;

const { values: given } = parseArgs({
  options: {
    tries: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
    only: { type: 'string', default: '' },
  },
});

const TIERS = ['trace', 'interp', 'baseline'] as const;
type How = 'signal' | 'terminal';
interface Try {
  readonly name: string;
  readonly tier: (typeof TIERS)[number];
  readonly how: How;
  readonly delay: number;
}
interface Result {
  /** Milliseconds until `finally`; NaN if it was not reached. */
  readonly ms: number;
  readonly wrong: string;
}

/** Makes random numbers below 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const now = (): number => performance.timeOrigin + performance.now();
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Starts a program. */
function start(file: string, { tier, how }: Try): ChildProcess {
  const words = [...SIDEWINDER, `--tier=${tier}`, file];
  const env = { ...process.env };
  for (const name of ['PYTHONUNBUFFERED', 'NODE_EXTRA_CA_CERTS']) delete env[name];
  if (how === 'signal') return spawn(words[0]!, words.slice(1), { env });
  // By default a terminal throws output away that it has not shown when Ctrl-C is typed.
  return spawn('script', ['-qfec', `stty noflsh; exec ${words.map((w) => `'${w}'`).join(' ')}`, '/dev/null'], { env });
}

/** Runs a try to its end. */
async function interrupt(file: string, one: Try, unread: boolean): Promise<Result> {
  const child = start(file, one);
  const texts = { stdout: '', stderr: '' };
  let ready = (): void => {};
  const isReady = new Promise<void>((done) => {
    ready = done;
  });
  for (const name of ['stdout', 'stderr'] as const)
    child[name]!.setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
      if (texts[name].includes('ready')) ready();
    });
  if (unread && one.how === 'signal') child.stdout!.pause();
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  const ended = new Promise<string>((done) => {
    child.on('close', (code, signal) => done(signal ?? String(code)));
  });
  await Promise.race([isReady, ended]);
  await sleep(one.delay);
  const sent = now();
  if (one.how === 'signal') child.kill('SIGINT');
  else child.stdin!.write('\x03');
  if (unread) {
    await sleep(100);
    child.stdout!.resume();
  }
  const end = await ended;
  clearTimeout(timer);
  return judge(one, sent, end, texts);
}

/** Says how long it took, and what is wrong. */
function judge({ how, name }: Try, sent: number, end: string, texts: { stdout: string; stderr: string }): Result {
  // A terminal shows what is typed.
  const out = texts.stdout.replaceAll(/\r|\^C/g, '').split('\n');
  const finish = out.findIndex((line) => line.startsWith('finally '));
  const [, count, at] = finish < 0 ? [] : out[finish]!.split(' ');
  const ms = at === undefined ? Number.NaN : Number(at) * 1000 - sent;
  const wrong: string[] = [];
  const wanted = how === 'signal' ? 'SIGINT' : '130';
  if (end !== wanted) wrong.push(`ended by ${end}`);
  const errors = how === 'signal' ? texts.stderr : texts.stdout;
  if (!/Traceback \(most recent call last\):\s[\s\S]*\nKeyboardInterrupt\s/.test(errors)) wrong.push('no traceback');
  if (count === undefined) return { ms, wrong: [...wrong, 'finally did not run'].join(', ') };
  const lines = out.slice(0, finish).filter((line) => line.startsWith('p '));
  if (lines.some((line, i) => line !== `p ${i}`)) wrong.push('lines of progress are missing');
  // The signal may come after a line, before it is counted.
  if (lines.length !== Number(count) && lines.length !== Number(count) + 1)
    wrong.push(`${lines.length} lines of progress for ${count}`);
  if (!out.includes(`atexit ${count}`)) wrong.push('atexit did not run');
  const last = out.filter((line) => line.startsWith('last ')).join(' ');
  if (name === 'atexit' && last !== 'last 4 last 3 last 2 last 1 last 0') wrong.push(`of atexit: ${last}`);
  return { ms, wrong: wrong.join(', ') };
}

/** Measures for how long at most an idle process waits for a signal on this machine, as it is now. */
async function idleLatency(): Promise<number> {
  const program = `process.on('SIGUSR2', () => console.log(performance.timeOrigin + performance.now()));
setInterval(() => {}, 1000); console.log('ready')`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  while (!text.includes('ready')) await sleep(20);
  let worst = 0;
  for (let i = 0; i < 10; i++) {
    text = '';
    const sent = now();
    child.kill('SIGUSR2');
    while (!text.includes('\n')) await sleep(2);
    worst = Math.max(worst, Number(text) - sent);
  }
  child.kill('SIGKILL');
  return worst;
}

/** Runs all tries; returns the exit code. */
async function main(): Promise<number> {
  const names = Object.keys(PROGRAMS).filter((name) => name.includes(given.only));
  const seed = Number(given.seed);
  const random = randomNumbers(seed);
  const hows: How[] = spawnSync('script', ['--version']).status === 0 ? ['signal', 'terminal'] : ['signal'];
  const folder = mkdtempSync(join(tmpdir(), 'interrupts-'));
  const slowest = new Map<string, { ms: number; one: Try; bar: number }>();
  const misses: string[] = [];
  const idle = await idleLatency();
  console.log(`seed ${seed}, ${hows.join(' and ')}; an idle process takes up to ${idle.toFixed(1)} ms`);
  for (let i = 0; i < Number(given.tries); i++) {
    const name = names[i % names.length]!;
    const round = Math.floor(i / names.length);
    const one: Try = {
      name,
      tier: TIERS[round % TIERS.length]!,
      how: hows[(round >> 1) % hows.length]!,
      delay: random() * LONGEST,
    };
    const program: InterruptProgram = PROGRAMS[name]!;
    const file = join(folder, `${name.replaceAll(' ', '-')}.py`);
    writeFileSync(file, sourceOf(program));
    const { ms, wrong } = await interrupt(file, one, program.unread === true);
    const bar = BARS[program.kind] * Math.max(1, loadavg()[0]! / cpus().length) + idle;
    const late = ms > bar ? `${ms.toFixed(1)} ms, more than ${bar.toFixed(1)}` : '';
    if (wrong !== '' || late !== '') {
      const place = `${name}, ${one.tier}, ${one.how}, after ${one.delay.toFixed(1)} ms`;
      misses.push(`${place}: ${[wrong, late].filter((text) => text !== '').join('; ')}`);
      console.log(`MISS ${misses.at(-1)}`);
    }
    if (!(ms <= (slowest.get(name)?.ms ?? -1))) slowest.set(name, { ms, one, bar });
  }
  rmSync(folder, { recursive: true });
  for (const [name, { ms, one, bar }] of slowest)
    console.log(
      `${name.padEnd(20)} ${ms.toFixed(1).padStart(8)} ms of ${bar.toFixed(0).padStart(4)}  ${one.tier}, ${one.how}`,
    );
  console.log(`${given.tries} tries, ${misses.length} misses`);
  return misses.length === 0 ? 0 : 1;
}

process.exitCode = await main();
