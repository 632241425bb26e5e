// The JavaScript of a few loops, whole. After a change that is meant: UPDATE=1 npx vitest run
// test/codegen, and read the difference.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotated } from '../../src/debug/code.ts';
import { verifySource } from '../../src/codegen/verify.ts';
import { PROGRAMS } from '../ir/programs.ts';
import { compiled } from '../ir/trees.ts';

const FOLDER = new URL('./golden/', import.meta.url);

describe.each(['sum', 'floats', 'nested', 'module_level', 'objects', 'big'])('%s', (name) => {
  it('is emitted as before', async () => {
    const c = await compiled(PROGRAMS[name]!, { filename: `${name}.py` });
    expect(c.faults).toEqual([]);
    const text = c.trees.map((t) => `${annotated(t)}\n`).join('\n');
    const file = new URL(`${name}.js`, FOLDER);
    if (process.env['UPDATE'] === '1') {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it('says with comments what it says without', async () => {
    const c = await compiled(PROGRAMS[name]!, { filename: `${name}.py` });
    for (const t of c.trees) {
      expect(verifySource(annotated(t))).toEqual([]);
      const bare = (s: string): string =>
        s
          .split('\n')
          .filter((l) => !l.trim().startsWith('//'))
          .join('\n')
          .trim();
      expect(bare(annotated(t))).toBe(bare(t.source));
    }
  });
});
