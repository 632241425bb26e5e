// What --dump-traces and --stats write.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Dump, dumpTraces } from '../../src/debug/dump.ts';
import { STAGES, type Stage, parseStages } from '../../src/options/stages.ts';
import { Stats } from '../../src/debug/stats.ts';
import { Events } from '../../src/jit/events.ts';
import { runProgram } from '../../src/vm.ts';
import { PROGRAMS } from '../ir/programs.ts';

/** Runs a program and returns what is dumped of it. */
async function dump(
  source: string,
  stages: Stage[],
  filename = 'prog.py',
  jit = 'hotloop=3,hotexit=2',
  tier: 'baseline' | 'trace' = 'trace',
): Promise<{ text: string; stats: Stats }> {
  const events = new Events();
  const out: string[] = [];
  const d = new Dump(new Set(stages), (t) => {
    out.push(t);
  });
  const stats = new Stats();
  events.listen((e) => {
    d.on(e);
    stats.on(e);
  });
  await runProgram({ source, filename, jit, tier, events });
  d.finish();
  return { text: out.join(''), stats };
}

describe('stages', () => {
  it.each([
    ['', ['log', 'ir', 'js'], null],
    ['log', ['log'], null],
    ['log,guards', ['log', 'guards'], null],
    ['+raw', ['log', 'ir', 'js', 'raw'], null],
    ['-js,+map', ['log', 'ir', 'map'], null],
    ['out.txt', ['log', 'ir', 'js'], 'out.txt'],
    ['ir,/tmp/a,b.txt', ['ir'], '/tmp/a,b.txt'],
    ['-js,./log', ['log', 'ir'], './log'],
    ['log,traces/irr', ['log'], 'traces/irr'],
  ] as const)('%j', (spec, stages, path) => {
    const got = parseStages(spec);
    expect([...got.stages]).toEqual(stages);
    expect(got.path).toBe(path);
  });
});

it.each(['irr', 'log,irr', 'log,', '+irr', '-js,traces', 'toString', 'log,irr,./out'])('%j is refused', (spec) => {
  expect(() => parseStages(spec)).toThrow(/^unknown stage ".*" \(stages: log, raw, ir, js, baseline, map, guards;/);
});

describe('the log', () => {
  it('has one line per trace, with the sizes', async () => {
    const { text } = await dump(PROGRAMS['branches']!, ['log']);
    const lines = text.trim().split('\n');
    expect(lines[0]).toMatch(
      /^\[T1 {4}loop prog\.py:5 f +bc \d+ {2}ir \d+>\d+\+\d+ {2}guards \d+ {2}js \d+\.\dkB {2}\d+\.\dms\]$/,
    );
    expect(
      lines.some(
        (l) =>
          /^\[T\d+ +1\/\d+ side prog\.py:\d+ f -> T1( body)? +bc \d+ {2}ir \d+>\d+ {2}/.test(l) &&
          / {2}guards \d+ {2}js -?\d+\.\dkB {2}\d+\.\dms\]$/.test(l),
      ),
    ).toBe(true);
  });
  it('names an abort with its reason, place, detail and hint, and the blacklist', async () => {
    const { text } = await dump('import sys\ndef f(n):\n    for i in range(n):\n        globals()\nf(400)\n', ['log']);
    expect(text).toContain(
      '[T-    prog.py:3 f  abort FRAME_ACCESS at prog.py:4 f: a ' +
        'call that looks at the running frame (globals()); attempt 1; ',
    );
    expect(text).toMatch(/\[T- {4}prog\.py:3 f {2}BLACKLIST after 6 aborts \(last FRAME_ACCESS\)\]/);
  });
  it('names a tree that is thrown away', async () => {
    const { text } = await dump(
      `
def g(x): return x
def f(n):
    t = 0
    for i in range(n):
        t += g(i)
    return t
f(50)
g = lambda x: -x
print(f(50))
`,
      ['log'],
    );
    expect(text).toContain('[FLUSH T1 prog.py:5 f: ');
  });
  it('says that code generation is forbidden', () => {
    const out: string[] = [];
    new Dump(new Set<Stage>(['log']), (t) => {
      out.push(t);
    }).on({ kind: 'nocode', message: 'Code generation\nfrom strings disallowed' });
    expect(out).toEqual([
      '[NOJIT new Function refused (Code generation\\x0afrom strings disallowed): interpreter only]\n',
    ]);
  });
});

describe('every stage', () => {
  it.each(Object.keys(STAGES) as Stage[])('%s is the same in every run, and visible ASCII', async (stage) => {
    const hostile = 'dir/\u001b[2J*/\nname\u2028.py';
    const tier = stage === 'baseline' ? 'baseline' : 'trace';
    const once = async (): Promise<string> =>
      (await dump(PROGRAMS['objects']!, [stage], hostile, undefined, tier)).text.replace(/\d+\.\dms/g, '');
    const text = await once();
    expect(text.length).toBeGreaterThan(20);
    expect(await once()).toBe(text);
    expect(/[^\n\x20-\x7e]/.test(text)).toBe(false);
    expect(text).not.toContain('*/');
  });
  it('shows recorded and optimised instructions, comments in the code, a table of exits', async () => {
    const { text } = await dump(PROGRAMS['sum']!, ['raw', 'ir', 'js', 'map', 'guards']);
    expect(text).toMatch(/---- T1 recorded\n {2}; prog\.py:4 f\n/);
    expect(text).toMatch(/---- T1 optimised\nroot 1\n {4}p0 ref = param 0\n/);
    expect(text).toMatch(/\n {2}~ v\d+ ref = box_int v\d+\n/);
    expect(text).toMatch(/\n {4}\/\/ prog\.py:5 f\n/);
    expect(text).toMatch(/\/\/ exit \d+ unless int_fits v\d+ at prog\.py:5 f\n/);
    expect(text).toMatch(/---- T1 exits, prog\.py:4 f\nexit {2}trace {2}kind {3}taken/);
    expect(text).toMatch(/\n +\d+ {2}T1 +guard +\d+ +prog\.py:4 f +unless int_lt \w+, \w+\n/);
    expect(text).toContain('"version":3');
  });
});

describe('a file', () => {
  it('gets the text instead of standard error', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dump-'));
    try {
      const path = join(folder, 'a,b.log');
      const events = new Events();
      const fd = openSync(path, 'w');
      const finish = dumpTraces(events, new Set<Stage>(['log']), fd);
      await runProgram({ source: PROGRAMS['sum']!, filename: 'prog.py', jit: 'hotloop=3', events });
      finish();
      closeSync(fd);
      expect(readFileSync(path, 'utf8')).toMatch(/^\[T1 /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('statistics', () => {
  it('count', async () => {
    const { stats } = await dump(PROGRAMS['branches']!, []);
    const c = stats.counters(0);
    expect(c.traces).toBeGreaterThan(0);
    expect(c.sideTraces).toBeGreaterThan(0);
    expect(c.guards).toBeGreaterThan(5);
    expect(c.exits).toBeGreaterThan(0);
    expect(c.irAfter).toBeGreaterThan(10);
    expect(JSON.parse(stats.json(123))).toMatchObject({
      v: 1,
      traces: c.traces,
      bytecodes: 123,
      abortsByReason: Object.fromEntries(stats.reasons),
      codeGeneration: true,
    });
    expect(stats.text(0)).toMatch(/^JIT statistics:\n {2}loops compiled +\d+\n/);
  });
  it('count aborts by reason', async () => {
    const { stats } = await dump('def f(n):\n    for i in range(n):\n        globals()\nf(400)\n', []);
    expect(stats.counters(0)).toMatchObject({ traces: 0, aborts: 6, blacklisted: 1 });
    expect(stats.text(0)).toMatch(/recordings aborted +6\n {4}FRAME_ACCESS +6\n/);
  });
});
