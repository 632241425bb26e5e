/**
 * Rules of this repository that neither the compiler nor the linter knows.
 *
 * No class is recognised by name: `x.type.name === 'float'` is true of a class that a program calls float, too.
 * Identity says what is meant, or a flag of the type (`collection`, `sequenceSlots`, `matchesSelf`). Names are for
 * messages.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ROOT } from './support/programs.ts';

const NAMES = new Set(['name', 'qualname', 'module']);

/** Comparisons that ask for a name because a name is what is meant, by file and text. */
const MEANT: Record<string, readonly string[]> = {
  // A table by name, whose answer is compared by identity; %T in messages: whether the module is shown.
  'lib/ast/types.ts': ['types.get(t.name)'],
  'objects/slots/descriptor.ts': ["type.module === 'builtins'", "type.module === '__main__'"],
};

/** Tells whether a type is a class object of Python: PyType, or any type that has PyType among its parts. */
function isPyType(type: ts.Type): boolean {
  if (type.isUnionOrIntersection()) return type.types.some(isPyType);
  return type.symbol?.name === 'PyType';
}

/** Tells whether a name decides something: it is compared with a text, searched for, or chosen by. */
function usesAsName(node: ts.PropertyAccessExpression): boolean {
  const parent = node.parent;
  if (ts.isBinaryExpression(parent)) {
    const other = parent.left === node ? parent.right : parent.left;
    const equality = [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(
      parent.operatorToken.kind,
    );
    return equality && ts.isStringLiteralLike(other);
  }
  if (
    ts.isCallExpression(parent) &&
    parent.arguments.includes(node) &&
    ts.isPropertyAccessExpression(parent.expression)
  )
    return ['has', 'includes', 'startsWith', 'get'].includes(parent.expression.name.text);
  if (ts.isPropertyAccessExpression(parent)) return ['startsWith', 'endsWith', 'includes'].includes(parent.name.text);
  return ts.isSwitchStatement(parent) && parent.expression === node;
}

test('no class is recognised by its name', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(ROOT, 'src', path));
  const config = ts.parseConfigFileTextToJson('tsconfig.json', readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const file of files) {
    const source = program.getSourceFile(file)!;
    const path = file.slice(join(ROOT, 'src').length + 1).replaceAll('\\', '/');
    const visit = (node: ts.Node): void => {
      if (
        ts.isPropertyAccessExpression(node) &&
        NAMES.has(node.name.text) &&
        usesAsName(node) &&
        isPyType(checker.getNonNullableType(checker.getTypeAtLocation(node.expression))) &&
        !(MEANT[path] ?? []).includes(node.parent.getText(source))
      ) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        found.push(`${path}:${line + 1}: ${node.parent.getText(source)}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  expect(found).toEqual([]);
});
