/** Compiled library modules: what is read back is what was written, and every module of the build has its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CodeObject } from '../../src/bytecode/code.ts';
import { compileModule } from '../../src/front/compile/compile.ts';
import { parseModule } from '../../src/front/parse/parser.ts';
import { decodeCode, encodeCode } from '../../src/lib/host/code-cache.ts';
import { librarySource, librarySourceAt } from '../../src/lib/host/py-sources.ts';

/** Everything in a code object, and in those among its constants, as plain data. */
function plain(code: CodeObject): unknown {
  const { name, qualname, filename, firstlineno, argcount, posonlyargcount, kwonlyargcount, flags, stacksize } = code;
  return {
    ...{ name, qualname, filename, firstlineno, argcount, posonlyargcount, kwonlyargcount, flags, stacksize },
    locals: code.localsplusnames.map((n, i) => [n, code.localspluskinds[i]]),
    names: code.names,
    consts: code.consts.map((c) => (c instanceof CodeObject ? plain(c) : c)),
    ops: [...code.ops],
    args: [...code.args],
    positions: [...code.positions],
    table: code.exceptionTable,
  };
}

const SOURCES: Record<string, string> = {
  constants: `x = (1, -0.0, 1e400, 2j, b'\\xff', 10**30, None, ..., True, 'é\\n', '\\ud834\\udd1e')`,
  slices: 'y = x[1:2], x in {2, 3}',
  nested: 'class A:\n  def f(self, a, /, b=1, *, c):\n    def g(): return a, b\n    return [g() for _ in c]\n',
  handlers: 'def f():\n  try:\n    with a as b: yield\n  except* E:\n    raise\n  finally:\n    b()\n',
  far: `${'\n'.repeat(70000)}def f(): return 1\n${'# '.repeat(200)}\nif 1:\n${' '.repeat(300)}f()\n`,
  long: `def f(x):\n${'  x = x + 1.5\n'.repeat(300)}  while x: x = f(x)\n${"  y = 'a'\n".repeat(300)}`,
  many: `x = [${Array.from({ length: 400 }, (_, i) => `'c${i}' + a${i}`).join(', ')}]`,
  empty: '',
};

describe('compiled modules', () => {
  for (const [name, source] of Object.entries(SOURCES)) {
    it(`are read back as they were written: ${name}`, () => {
      const code = compileModule(parseModule(source, 'm.py', { mode: 'exec' }), 'm.py', {});
      const text = encodeCode(code, source.length);
      expect(text).toMatch(/^[\x00-\x7f]*$/);
      expect(plain(decodeCode(text, source.length, 'm.py')!)).toEqual(plain(code));
    });
  }

  it('are refused for another source', () => {
    const code = compileModule(parseModule('x', 'm.py', { mode: 'exec' }), 'm.py', {});
    expect(decodeCode(encodeCode(code, 1), 2, 'm.py')).toBeUndefined();
  });

  it('are there for every module and submodule of the library', () => {
    const root = join(import.meta.dirname, '../../dist/py');
    const files = (readdirSync(root, { recursive: true }) as string[]).filter((f) => f.endsWith('.py'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const path = file.replace(/(\/__init__)?\.py$/, '');
      const found = librarySource(path.replaceAll('/', '.'));
      expect(found?.file).toBe(join(root, file));
      expect(librarySourceAt(join(root, path))?.file).toBe(found?.file);
      expect(found?.compiled(), file).toBeDefined();
      expect(found?.read()).toBe(readFileSync(join(root, file), 'utf8'));
    }
  });
});
