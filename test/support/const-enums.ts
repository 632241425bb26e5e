/**
 * A plugin of the test runner that puts the values of `const enum`s where their names stand, as the build does.
 *
 * The runner rewrites each file by itself, so that `Op.LOAD_FAST` of another file becomes a load of a property of an
 * object of a module; the dispatch loop's switch is then a chain of some hundred such loads and comparisons, and tests
 * that run Python from the sources took four times as long. A member whose value is no number literal is left as it is.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { ROOT } from './programs.ts';

type Members = ReadonlyMap<string, number>;

/** Reads the members of each `const enum` of a file. */
function enumsOf(path: string, text: string): Map<string, Members> {
  const found = new Map<string, Members>();
  for (const node of ts.createSourceFile(path, text, ts.ScriptTarget.Latest).statements) {
    if (!ts.isEnumDeclaration(node) || !node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ConstKeyword)) continue;
    const members = new Map<string, number>();
    for (const { name, initializer } of node.members)
      if (ts.isIdentifier(name) && initializer !== undefined && ts.isNumericLiteral(initializer))
        members.set(name.text, Number(initializer.text));
    found.set(node.name.text, members);
  }
  return found;
}

/** Collects the `const enum`s of all sources, by file. */
function readEnums(): Map<string, Map<string, Members>> {
  const all = new Map<string, Map<string, Members>>();
  for (const name of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const path = join(ROOT, 'src', name);
    const text = readFileSync(path, 'utf8');
    if (text.includes('const enum ')) all.set(path, enumsOf(path, text));
  }
  return all;
}

/** Makes the plugin. */
export function constEnums(): {
  name: string;
  enforce: 'pre';
  transform(text: string, id: string): string | undefined;
} {
  const enums = readEnums();
  return {
    name: 'const-enums',
    enforce: 'pre',
    transform(text, id) {
      if (!id.endsWith('.ts') || !/^\/.*\/(src|test)\//.test(id)) return undefined;
      const known = new Map(enums.get(id) ?? []);
      for (const [, names, from] of text.matchAll(/^import (?:type )?\{([^}]*)\} from '(\.[^']+)';/gm))
        for (const name of names!.split(',')) {
          const [original, local = original] = name
            .trim()
            .replace(/^type /, '')
            .split(' as ') as [string, string?];
          const members = enums.get(resolve(dirname(id), from!))?.get(original);
          if (members !== undefined) known.set(local, members);
        }
      if (known.size === 0) return undefined;
      const names = new RegExp(`(?<![\\w.'])(${[...known.keys()].join('|')})\\.(\\w+)\\b`, 'g');
      return text.replace(names, (whole, name: string, member: string) => `${known.get(name)!.get(member) ?? whole}`);
    },
  };
}
