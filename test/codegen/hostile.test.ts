// Names and texts of a program that mean something in JavaScript, in file names or in comments.
import { describe, expect, it } from 'vitest';
import { verifySource } from '../../src/codegen/verify.ts';
import { annotated, sourceMapOf } from '../../src/debug/code.ts';
import { printTree } from '../../src/ir/print.ts';
import { PYTHON } from '../../src/debug/describe.ts';
import { compiled, interpreted } from '../ir/trees.ts';

/** Names that JavaScript reserves or that emitted code uses itself. */
const NAMES = [
  'var',
  'let',
  'const',
  'function',
  'this',
  'new',
  'typeof',
  'delete',
  'void',
  'instanceof',
  'switch',
  'case',
  'default',
  'do',
  'enum',
  'export',
  'extends',
  'super',
  'throw',
  'catch',
  'debugger',
  'eval',
  'arguments',
  'undefined',
  'NaN',
  'Infinity',
  'null',
  'true',
  'false',
  'Function',
  'process',
  'require',
  'globalThis',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'length',
  'name',
  'caller',
  'then',
  's',
  'X',
  'E',
  'L',
  'k0',
  'p0',
  'v1',
  'l1',
  't0',
  'e',
  'Math',
  'PyFloat',
  'MAX_INT',
  'ñandú',
  'Ωmega',
  'x²'.replace('²', '2'),
  '_'.repeat(300),
];

const program = (a: string): string => `
class K:
    def __init__(self):
        self.${a} = 0
        self.other = 1.5
def ${a}(n, ${a}_=3):
    ${a} = 0
    o = K()
    for i in range(n):
        ${a} += i % 5
        o.${a} = o.${a} + ${a}
        if i % 7 == 2:
            o.other += 0.5
    return ${a}, o.${a}, o.other
print(${a}(60))
for i in range(50):
    ${a} = i * 2
    d = {'${a}': ${a}}
    i += d['${a}']
print(${a}, d)
`;

describe('names', () => {
  it.each(NAMES)('%s', async (name) => {
    const source = program(name);
    const want = await interpreted(source);
    const got = await compiled(source);
    expect(got.stdout + got.stderr).toBe(want.stdout + want.stderr);
    expect(want.stderr).toBe('');
    expect(got.trees.length).toBeGreaterThan(0);
    expect(got.faults).toEqual([]);
    for (const t of got.trees) expect(verifySource(annotated(t))).toEqual([]);
  });
});

describe('file names', () => {
  it.each([
    'x.py\nprocess.exit(99)',
    'x.py\r\nprocess.exit(99)//',
    'a*/process.exit(99)/*.py',
    'a\u2028process.exit(99)//.py',
    'a\u2029b.py',
    `a'"\`$\{process.exit(99)}.py`,
    '/*',
    '//',
    '<string>',
    '',
    'dir/日本語.py',
    '\u001b[31mred\u0007.py',
    'a b%0aprocess.exit(99).py',
    '\ud800.py',
    '#?&=.py',
    'x'.repeat(5000),
  ])('%j', async (filename) => {
    const got = await compiled(
      'def f(n):\n    t = 0\n    for i in range(n):\n        t += i\n    return t\nprint(f(50))\n',
      { filename },
    );
    expect(got.stdout).toBe('1225\n');
    expect(got.stderr).toBe('');
    expect(got.faults).toEqual([]);
    expect(got.trees.length).toBe(1);
    for (const t of got.trees) {
      expect(verifySource(annotated(t))).toEqual([]);
      for (const text of [annotated(t), printTree(t, PYTHON)]) expect(/[^\n\x20-\x7e]/.test(text)).toBe(false);
      JSON.parse(sourceMapOf(t).map.toString());
    }
  });
});

describe('strings', () => {
  it('never become text of the emitted code', async () => {
    const got = await compiled(`
def f(n):
    t = 0
    for i in range(n):
        if ('process.exit(99)' + str(i)) == "*/'\\n\`": t += 1
        d = {'__proto__': i, 'constructor': t}
        t += d['__proto__'] - d['constructor']
    return t
print(f(60))
`);
    expect(got.stdout).toBe('59\n');
    expect(got.faults).toEqual([]);
    for (const t of got.trees) expect(t.source).not.toMatch(/process|__proto__|constructor/);
  });
});
