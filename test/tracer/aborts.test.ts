// Every reason for which a recording is given up is produced by a small program, at the line it names.
import { describe, expect, it } from 'vitest';
import { ABORTS, type AbortReason } from '../../src/tracer/aborts.ts';
import { Recorder } from '../../src/tracer/recorder.ts';
import { compiled, interpreted } from '../ir/trees.ts';

interface Case {
  readonly source: string;
  readonly jit?: string /** Line where the recording ended. */;
  readonly line: number;
  readonly detail?: string | RegExp;
  /** What the recorder throws at its third op. */
  readonly spoil?: Error;
}

const CASES: Record<AbortReason, Case> = {
  CALLEE_FIRST: {
    line: 7,
    jit: 'hotloop=5',
    detail: 'g',
    source: `
def g(n):
    while n > 3: n -= 2
    return n
def f():
    for i in range(100):
        g(i)
f()
`,
  },
  ESCAPE: {
    line: 4,
    detail: 'LOAD_BUILD_CLASS',
    source: `
def f(n):
    for i in range(n):
        class A: pass
f(40)
`,
  },
  EXCEPTION: {
    line: 5,
    source: `
def f(n):
    for i in range(n):
        try:
            {}[i]
        except KeyError:
            pass
f(40)
`,
  },
  EXHAUSTED: {
    line: 5,
    jit: 'hotloop=5',
    source: `
def g(n):
    yield from range(n)
def f(n):
    for i in g(n):
        pass
f(6)
`,
  },
  GENERATOR: {
    line: 4,
    source: `
def g(n):
    for i in range(n):
        yield i
print(list(g(40)))
`,
  },
  INNER_LOOP: {
    line: 7,
    jit: 'hotloop=40',
    source: `
def f(n):
    t = 0
    for i in range(n):
        if i > 30:
            for j in range(3):
                t += j
    return t
print(f(200))
`,
  },
  LEAVES_LOOP: {
    line: 7,
    jit: 'hotloop=5',
    source: `
def f():
    t = 0
    for i in range(100):
        if i == 6: break
        t += 1
    t = [t]
    t[0] += len(t)
    return t
print(f())
`,
  },
  LEAVES_FRAME: {
    line: 5,
    jit: 'hotloop=5',
    detail: 'f',
    source: `
def f():
    t = 0
    for i in range(100):
        if i == 6: return t
        t += 1
print(f())
`,
  },
  NOT_STABLE: {
    line: 4,
    source: `
def f(n):
    x = 1
    for i in range(n):
        if x == 1: x = 'a'
        else: x = 1
    return x
print(f(60))
`,
  },
  TOO_LONG: {
    line: 5,
    jit: 'hotloop=3,maxlength=10',
    detail: '10 bytecodes',
    source: `
def f(n):
    t = 0
    for i in range(n):
        t += i; t += i; t += i; t += i; t += i
    return t
print(f(60))
`,
  },
  TREE_FULL: {
    line: 5,
    jit: 'hotloop=3,hotexit=2,maxside=0',
    detail: /^0 side traces, \d+ characters$/,
    source: `
def f(n):
    t = 0
    for i in range(n):
        if i % 2: t += 1
        else: t += 2
    return t
print(f(60))
`,
  },
  NO_STACK: {
    line: 4,
    spoil: new RangeError('Maximum call stack size exceeded'),
    source: `
def f(n):
    t = 0
    for i in range(n):
        t += i
    return t
print(f(60))
`,
  },
  FAULT: {
    line: 4,
    detail: 'Error: injected',
    spoil: new Error('injected'),
    source: `
def f(n):
    t = 0
    for i in range(n):
        t += i
    return t
print(f(60))
`,
  },
  FRAME_ACCESS: {
    line: 4,
    detail: 'locals()',
    source: `
def f(n):
    for i in range(n):
        locals()
f(60)
`,
  },
};

/** Runs while the third op that is recorded throws. */
async function spoiled<T>(error: Error, run: () => Promise<T>): Promise<T> {
  const { emit } = Recorder.prototype;
  let n = 0;
  Recorder.prototype.emit = function (...operands) {
    if (++n === 3) throw error;
    return emit.apply(this, operands);
  };
  try {
    return await run();
  } finally {
    Recorder.prototype.emit = emit;
  }
}

describe.each(Object.keys(ABORTS) as AbortReason[])('%s', (reason) => {
  it('is produced and placed', async () => {
    const c = CASES[reason];
    const want = await interpreted(c.source);
    const run = (): ReturnType<typeof compiled> => compiled(c.source, c.jit === undefined ? {} : { jit: c.jit });
    const got = await (c.spoil === undefined ? run() : spoiled(c.spoil, run));
    expect(got.stdout + got.stderr).toBe(want.stdout + want.stderr);
    const abort = got.events.find((e) => e.kind === 'abort' && e.reason === reason);
    if (abort?.kind !== 'abort') throw new Error(`aborts: ${got.aborts.join(' ') || 'none'}`);
    expect(abort.at.line).toBe(c.line);
    expect(abort.at.file).toBe('test.py');
    if (typeof c.detail === 'string') expect(abort.detail).toBe(c.detail);
    else if (c.detail !== undefined) expect(abort.detail).toMatch(c.detail);
    expect(ABORTS[reason].text).not.toBe('');
    expect(ABORTS[reason].hint).not.toBe('');
  });
});
