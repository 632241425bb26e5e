// Leaving compiled code: every exit is forced, at its first and at a later arrival, and the program
// must go on as if nothing had happened.
import { describe, expect, it } from 'vitest';
import type { Ins, Tree } from '../../src/ir/trace.ts';
import { PROGRAMS } from '../ir/programs.ts';
import { compiled, interpreted } from '../ir/trees.ts';
import { FRAMES } from './programs.ts';

/** Forces the guard that is the `n`th to be arrived at for the `arrival`th time. */
function forcing(
  n: number,
  arrival: number,
): { force: (g: Ins, t: Tree) => boolean; taken: () => boolean; known: () => number } {
  const arrivals = new Map<Ins, number>();
  const order: Ins[] = [];
  let taken = false;
  return {
    force: (g) => {
      if (g.value === 'after') return false;
      let k = arrivals.get(g);
      if (k === undefined) {
        order.push(g);
        k = 0;
      }
      arrivals.set(g, ++k);
      if (order[n] !== g || k !== arrival) return false;
      taken = true;
      return true;
    },
    taken: () => taken,
    known: () => order.length,
  };
}

describe.each(Object.entries({ ...FRAMES, ...PROGRAMS }))('%s', (_name, source) => {
  it('restores the frames of every guard', async () => {
    const want = await interpreted(source);
    let forced = 0;
    for (const arrival of [1, 7]) {
      for (let n = 0, more = true; more && n < 120; n++) {
        const f = forcing(n, arrival);
        const got = await compiled(source, { evaluate: true, jit: 'hotloop=4,hotcall=4,hotexit=3', force: f.force });
        expect(got.stdout + got.stderr, `guard ${n}, arrival ${arrival}`).toBe(want.stdout + want.stderr);
        more = n + 1 < f.known();
        if (f.taken()) forced++;
      }
    }
    expect(forced).toBeGreaterThan(3);
  });

  it('restores them in emitted code, every kth guard failing', async () => {
    const want = await interpreted(source);
    for (const k of [1, 2, 3, 5, 8, 13, 29]) {
      for (const pass of ['', ',nopass=sink', ',nopass=putoff', ',nopass=peel']) {
        const got = await compiled(source, { jit: `hotloop=3,hotcall=3,hotexit=2,stress=${k}${pass}` });
        expect(got.stdout + got.stderr, `stress ${k}${pass}`).toBe(want.stdout + want.stderr);
        expect(got.faults).toEqual([]);
      }
    }
  });
});

describe('what is raised in compiled code', () => {
  it('has the traceback of the interpreter', async () => {
    const source = `
def g(xs, i):
    return xs[i] + 1
def f(xs, n):
    t = 0
    for i in range(n):
        t += g(xs, i)
    return t
f([1] * 200, 100)
f([1] * 80, 100)
`;
    const want = await interpreted(source);
    const got = await compiled(source);
    expect(want.stderr).toContain('line 3, in g');
    expect(got.stderr).toBe(want.stderr);
    expect(got.exitCode).toBe(1);
  });
  it('is caught by the handler around it, with the values of that moment', async () => {
    const source = `
def f(d, n):
    seen = []
    t = 0
    for i in range(n):
        t += i
        try:
            u = t * 2
            t += d[i]
            u = 'not reached at 55'
        except KeyError as e:
            seen.append((i, t, u, e.args))
    return seen, t
d = {i: i for i in range(60) if i != 55}
print(f(d, 60))
print(f({}, 3))
`;
    const want = await interpreted(source);
    const got = await compiled(source);
    expect(got.stdout).toBe(want.stdout);
  });
});
