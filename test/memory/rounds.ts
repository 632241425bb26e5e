/**
 * What a server-like program makes and drops, in rounds, and what is left of it in the heap.
 *
 * Each kind is the body of `rounds(first, last)`: whatever it makes must be garbage at the end of its round. A program
 * runs it in steps; between two steps the heap is collected and measured.
 */
import { getHeapSpaceStatistics } from 'node:v8';
import { Events } from '../../src/jit/events.ts';
import { connectTiers } from '../../src/jit/tiers.ts';
import type { RawFile } from '../../src/lib/io/raw.ts';
import { collect } from '../../src/memory/collector.ts';
import { defaultOptions } from '../../src/options/tunables.ts';
import { Sidewinder } from '../../src/vm.ts';

/** What is made and dropped, by name: Python, with `k` different in each round. */
export const KINDS: Record<string, string> = {
  'hot functions made by exec': `
        space = {}
        exec(f'def f(n):\\n  t = 0\\n  for i in range(n): t += i * {k} % 7\\n  return t', space)
        space['f'](120)`,
  closures: `
        def f(x): return x + k
        f(1)
        (lambda: f)()`,
  classes: `
        T = type('T', (), {'m': lambda self: self.a})
        x = T()
        x.a = k
        x.m()`,
  'classes of a class statement': `
        class T(list):
            def __init__(self): self.a = k
            def __len__(self): return 3
        len(T())`,
  'attribute names': `
        setattr(o, f'a{k}', 1)
        getattr(o, f'a{k}')
        delattr(o, f'a{k}')
        hasattr(o, f'b{k}')
        setattr(O(), f'c{k}', 1.5)`,
  modules: `
        m = types.ModuleType(f'm{k}')
        exec('x = 1\\ndef g(): return x\\ng()', m.__dict__)
        sys.modules[m.__name__] = m
        del sys.modules[m.__name__]`,
  generators: `
        def g():
            try: yield k
            finally: pass
        next(g())
        next(i for i in range(3))`,
  exceptions: `
        class E(Exception): pass
        try: raise E(k)
        except E as e: e.__traceback__`,
  'code objects': `
        eval(compile(f'[x + {k} for x in (1, 2)]', f'<{k}>', 'eval'))`,
  'regular expressions': `
        re.compile(f'a{k}(b|c)*').match('abc')`,
  formats: `
        f'{k:{k % 500 + 1}d}'
        '{:>%d}'.format(1) % () if k < 0 else format(1.5, f'.{k % 300}f')
        struct.calcsize(f'{k}s')`,
  'weak references': `
        x = O()
        weakref.ref(x)
        weakref.WeakSet([x])`,
  'files left open': `
        open('/dev/null')`,
  'named tuples': `
        collections.namedtuple('P', f'x{k} y')(1, 2)`,
  'identities of texts': `
        id(f't{k}'), hash(f't{k}'), sys.intern(f't{k}')`,
};

/** Makes the program of a kind. */
function programOf(body: string, steps: number, length: number): string {
  return `
import collections, re, struct, sys, types, weakref
class O: pass
o = O()
def rounds(first, last):
    for k in range(first, last):
${body.replace(/^\n/, '')}
for step in range(${steps}):
    rounds(step * ${length}, (step + 1) * ${length})
    print(flush=True)
`;
}

/** Returns the bytes in the heap, but for machine code: V8 makes that of our own functions as they get warm. */
function inUse(): number {
  return getHeapSpaceStatistics()
    .filter((space) => !space.space_name.includes('code'))
    .reduce((sum, space) => sum + space.space_used_size, 0);
}

/** Runs a kind in steps of so many rounds; returns the bytes in the heap after each step. */
export function heapOf(kind: string, steps: number, length: number, jit = true): number[] {
  const heap: number[] = [];
  const nothing: RawFile = {
    fd: -1,
    seekable: false,
    read: () => new Uint8Array(0),
    write: (data) => {
      collect();
      collect();
      heap.push(inUse());
      return data.length;
    },
    seek: (position) => position,
    position: () => 0,
    size: () => 0,
    truncate: () => {},
    isatty: () => false,
    close: () => {},
  };
  const errors: string[] = [];
  const stderr: RawFile = { ...nothing, write: (data) => errors.push(Buffer.from(data).toString()) };
  const tiers = connectTiers(jit ? 'trace' : 'interp', defaultOptions(), new Events());
  try {
    const source = programOf(KINDS[kind]!, steps, length);
    const streams = { stdin: nothing, stdout: nothing, stderr };
    const code = new Sidewinder({ source, filename: 'rounds.py', argv: [''], path: [''], streams }).run();
    if (code !== 0) throw new Error(`${kind}: ${errors.join('')}`);
  } finally {
    tiers.disconnect();
  }
  return heap;
}
