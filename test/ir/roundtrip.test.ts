// Printing, parsing and verifying trees of real programs; the evaluator as the other back end.
import { describe, expect, it } from 'vitest';
import { PYTHON } from '../../src/debug/describe.ts';
import { parseTree } from '../../src/ir/parse.ts';
import { PLAIN, Printer, printTree } from '../../src/ir/print.ts';
import { verifyTree } from '../../src/ir/verify.ts';
import { PROGRAMS } from './programs.ts';
import { compiled, interpreted } from './trees.ts';

/** Of what the parser makes, places and frames carry their names themselves. */
const PARSED = { object: PYTHON.object, place: PLAIN.place, frame: PLAIN.frame };

const PASSES = ['', 'fold', 'facts', 'cse', 'forward', 'putoff', 'peel', 'sink', 'narrow', 'unseen'];

describe.each(Object.entries(PROGRAMS))('%s', (_name, source) => {
  it('has trees that verify, whatever passes run', async () => {
    const want = await interpreted(source);
    for (const pass of PASSES) {
      const c = await compiled(source, { jit: `hotloop=3,hotexit=2${pass === '' ? '' : `,nopass=${pass}`}` });
      expect(c.faults, `without ${pass}`).toEqual([]);
      expect(c.stdout + c.stderr, `without ${pass}`).toBe(want.stdout + want.stderr);
    }
  });

  it('prints and parses to the same text', async () => {
    const c = await compiled(source);
    expect(c.trees.length).toBeGreaterThan(0);
    for (const tree of c.trees) {
      const printer = new Printer(PYTHON);
      printer.tree(tree);
      const text = printer.text();
      const again = parseTree(text, printer.objects);
      expect(printTree(again, PARSED)).toBe(text);
      expect(verifyTree(again)).toEqual([]);
    }
  });

  it('runs the same by the evaluator of instructions', async () => {
    const want = await interpreted(source);
    for (const pass of PASSES) {
      const c = await compiled(source, {
        evaluate: true,
        jit: `hotloop=3,hotexit=2${pass === '' ? '' : `,nopass=${pass}`}`,
      });
      expect(c.stdout + c.stderr, `without ${pass}`).toBe(want.stdout + want.stderr);
    }
  });
});
