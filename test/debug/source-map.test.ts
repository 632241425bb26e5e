// Source maps: lines of the emitted function lead to the Python lines they come from.
import { SourceMapConsumer } from 'source-map';
import { describe, expect, it } from 'vitest';
import { sourceMapOf } from '../../src/debug/code.ts';
import { originalOf, sourceUrl } from '../../src/deopt/source-map.ts';
import { compiled } from '../ir/trees.ts';

const SOURCE = `
def g(x):
    return x * 3

def f(n):
    t = 0
    for i in range(n):
        t += g(i)
        if t > 10 ** 9:
            t = 0
    return t
print(f(100))
`;

describe('sourceMapOf', () => {
  it('maps every statement to the line and column of its bytecode', async () => {
    const c = await compiled(SOURCE, { filename: '/tmp/dir name/t.py' });
    const { source, map } = sourceMapOf(c.trees[0]!);
    expect(source).toBe(c.trees[0]!.source);
    const consumer = await new SourceMapConsumer(map.toJSON() as never);
    const lines = source.split('\n');
    const at = (pattern: RegExp): { source: string | null; line: number | null; column: number | null }[] =>
      lines.flatMap((l, i) =>
        pattern.test(l) ? [consumer.originalPositionFor({ line: i + 1, column: l.search(/\S/) })] : [],
      );
    // x * 3 is on line 3 of an inlined function; its guard and exit are too.
    const products = at(/\* 3/);
    expect(products.length).toBeGreaterThan(0);
    for (const p of products) expect(p).toMatchObject({ source: 'file:///tmp/dir%20name/t.py', line: 3, column: 11 });
    const sums = at(/const v\d+ = (l\d+|p1|v\d+) \+ v\d+;/).map((p) => p.line);
    expect(sums).toContain(8);
    // Every way out is on some line of the program.
    for (const p of at(/return \d+;/)) expect([3, 5, 7, 8, 9]).toContain(p.line);
    consumer.destroy();
  });
});

describe('sourceUrl', () => {
  it.each([
    ['/a b/c.py', 'file:///a%20b/c.py'],
    ['t.py', 't.py'],
    ['<string>', '%3Cstring%3E'],
    ['x\ny', 'x%0Ay'],
    ['', '<unknown>'],
    ['\ud800', '%EF%BF%BD'],
  ])('%j', (file, url) => {
    expect(sourceUrl(file)).toBe(url);
  });
});

describe('originalOf', () => {
  it('tells file, line and column of an instruction', async () => {
    const c = await compiled(SOURCE, { filename: 't.py' });
    const inlined = c.traces[0]!.ops.find((x) => x.op === 'int_mul' || x.op === 'int_mul_positive')!;
    expect(originalOf(inlined.position!)).toEqual({ source: 't.py', line: 3, column: 11 });
  });
});
