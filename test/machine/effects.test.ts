// Declared effects: all of them can be read, and the checking mode finds by itself one that says too much.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checked } from '../../src/machine/effects-check.ts';
import { BINARY, COMPARE, COMPARE_TRUE, RT, type RuntimeFn } from '../../src/machine/runtime-fns.ts';
import { PyBuiltin } from '../../src/objects/core/builtin.ts';
import { PyDict, dictType } from '../../src/objects/core/dict.ts';
import { effectCases } from '../../src/machine/effects.ts';
import { listAppend, listFrom } from '../../src/objects/core/list-storage.ts';
import type { PyType } from '../../src/objects/core/object.ts';
import { PyCell, None, PyTuple, objectType, strType } from '../../src/objects/core/values.ts';
import { runProgram } from '../../src/vm.ts';
import { ROOT } from '../support/programs.ts';

/** Runs a test program with all calls held against their effects; what throws is an internal error. */
function run(name: string, jit: string): Promise<{ stdout: string }> {
  const source = readFileSync(join(ROOT, 'test/lang/effects', `${name}.py`), 'utf8');
  return runProgram({ source, filename: `${name}.py`, jit: `checkeffects=1,${jit}` });
}

const undo: (() => void)[] = [];
afterEach(() => {
  for (const f of undo.splice(0)) f();
});

/** Declares other effects of a function until the end of the test. */
function declare(fn: PyBuiltin | RuntimeFn, effects: string): void {
  const it = fn as { effects: string };
  const before = it.effects;
  undo.push(() => {
    it.effects = before;
  });
  it.effects = effects;
}

const method = (type: PyType, name: string): PyBuiltin => type.dict.get(name) as PyBuiltin;

describe('the checking mode finds a declaration that is too generous', () => {
  // As these were declared once, by prefix and by the kinds of operands.
  const GENEROUS: readonly (readonly [what: string, declare: () => void, programs: readonly string[]])[] = [
    [
      'encode',
      () => {
        declare(method(strType, 'encode'), 'pure if scalar*');
      },
      ['codec', 'error_handler'],
    ],
    [
      'get',
      () => {
        declare(method(dictType, 'get'), 'read if dict scalar any');
      },
      ['key_eq_cell', 'key_eq_global', 'str_subclass_key'],
    ],
    [
      'contains',
      () => {
        declare(RT.contains, 'read if scalar dict');
      },
      ['key_eq_global', 'str_subclass_key'],
    ],
    [
      'setItem',
      () => {
        declare(RT.setItem, 'write if dict scalar any');
      },
      ['key_added_later'],
    ],
  ];
  const MODES = [
    ['interpreted', 'hotloop=1000000000,hotcall=1000000000'],
    ['compiled', 'hotloop=1,hotcall=1,hotexit=1'],
  ] as const;
  for (const [what, generous, programs] of GENEROUS)
    for (const program of programs)
      test.each(MODES)(`${what} in ${program}, %s`, async (_mode, jit) => {
        await expect(run(program, jit)).resolves.toHaveProperty('stderr', '');
        generous();
        await expect(run(program, jit)).rejects.toThrow(new RegExp(`'${what}' is declared '\\w+' and runs Python`));
      });

  test('what changes an operand', () => {
    const list = listFrom([1, 2]);
    const dict = new PyDict();
    const cell = new PyCell(5);
    const deep = new PyTuple([new PyTuple([list])]);
    const push = checked('push', 'read', (l) => {
      listAppend(l, 3);
      return None;
    });
    expect(() => push(list)).toThrow("'push' is declared 'read' and changes a list");
    expect(() => checked('deep', 'pure', () => push(list))(deep)).toThrow(/changes a list/);
    expect(() =>
      checked('put', 'pure', (d) => {
        d.set('k', 1);
        return None;
      })(dict),
    ).toThrow(/changes a dict/);
    expect(() =>
      checked('fill', 'read', (c) => {
        c.value = 6;
        return None;
      })(cell),
    ).toThrow(/changes a cell/);
    const copy = checked('copy', 'read', (d: PyDict) => {
      const made = d.copy();
      made.set('other', 1);
      return made;
    });
    expect(copy(dict)).toBeInstanceOf(PyDict);
  });
});

test('every declaration can be read', () => {
  const seen = new Set<PyType>();
  const texts = new Set<string>();
  const visit = (type: PyType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    for (const x of type.dict.values()) if (x instanceof PyBuiltin) texts.add(x.effects);
    for (const sub of type.subclasses) visit(sub);
  };
  visit(objectType);
  for (const row of [...Object.values(RT), ...BINARY, ...COMPARE, ...COMPARE_TRUE]) texts.add(row.effects);
  // Modules are made when they are imported: their rows are read from the text.
  for (const file of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const text = readFileSync(join(ROOT, 'src', file), 'utf8');
    for (const [, effects] of text.matchAll(/'\w+\([^')]*\); ([^']+)':/g)) texts.add(effects!);
  }
  for (const text of texts) expect(() => effectCases(text), text).not.toThrow();
  expect(texts.size).toBeGreaterThan(20);
  for (const wrong of ['clean', 'pure if', 'read if lists', 'write when list'])
    expect(() => effectCases(wrong), wrong).toThrow();
});
