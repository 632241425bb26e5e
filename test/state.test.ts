// Module-level mutable state: every place that has some is listed here, with what it is.
//
// State outside an object outlives a machine and is shared by all that is in the process, so each place must
// be one of four kinds, and a new one is a decision:
//
//   memo     answers computed once; whoever computes them anew gets the same
//   result   the second result of a function, read by the caller before anything else can run
//   table    filled while modules are loaded, then only read
//   machine  what belongs to the one machine of the process: made anew, or reset, by each
//
// Found are module-level `let`s, and Maps, Sets, arrays and records that a function of their file changes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ROOT } from './support/programs.ts';

type Kind = 'memo' | 'result' | 'table' | 'machine';

// biome-ignore format: one row for each place
const STATE: Record<string, Partial<Record<Kind, string>>> = {
  'baseline/generic.ts': { memo: 'G' },
  'baseline/helpers.ts': { result: 'h', memo: 'shells' },
  'baseline/raised.ts': { result: 'H' },
  'baseline/tier.ts': { machine: 'tier' },
  'baseline/ways.ts': { memo: 'known numbers' },
  'bytecode/code.ts': { machine: 'nextCodeId' },
  'codegen/emitted.ts': { machine: 'serials', memo: 'made' },
  'codegen/templates.ts': { memo: 'parsed' },
  'codegen/verify.ts': { memo: 'allowedMembers' },
  'deopt/restore.ts': { memo: 'prepared' },
  'frames/code-runtime.ts': { memo: 'others' },
  'frames/hooks.ts': { machine: 'HOOKS' },
  'frames/signals.ts': { machine: 'signals' },
  'frames/state.ts': { machine: 'state', memo: 'lastGlobals lastVersion lastBuiltins' },
  'front/emit/constants.ts': { machine: 'nans' },
  'front/explain/explain.ts': { memo: 'grammar' },
  'front/symbols/scope.ts': { memo: 'defaultKeys' },
  'lib/abc.ts': { machine: 'invalidations known' },
  'lib/ast/types.ts': { memo: 'types sumOf singletons' },
  'lib/binary/checksums.ts': { memo: 'table' },
  'lib/binary/struct.ts': { memo: 'formats' },
  'lib/builtins/builtins.ts': { table: 'extra' },
  'lib/codecs.ts': { machine: 'searches found handlers' },
  'lib/contextvars.ts': { machine: 'context' },
  'lib/csv.ts': { machine: 'fieldLimit' },
  'lib/decimal/context.ts': { machine: 'current standard' },
  'lib/decimal/functions.ts': { memo: 'ln10s' },
  'lib/decimal/methods.ts': { machine: 'tuples' },
  'lib/functools/cache.ts': { machine: 'cacheInfo' },
  'lib/host/import.ts': { machine: 'original' },
  'lib/host/natives.ts': { table: 'makers' },
  'lib/host/py-sources.ts': { memo: 'listings' },
  'lib/itertools/types.ts': { table: 'TYPES' },
  'lib/locale.ts': { machine: 'current' },
  'lib/math/sums.ts': { result: 'hi lo tiny' },
  'lib/re/engine.ts': { result: 'last' },
  'lib/re/flags.ts': { memo: 'made' },
  'lib/re/re.ts': { memo: 'cache' },
  'lib/system/exit-functions.ts': { machine: 'exitFunctions' },
  'lib/system/gc.ts': { machine: 'enabled' },
  'lib/system/raise-signal.ts': { machine: 'own' },
  'lib/system/signal.ts': { machine: 'wakeup' },
  'lib/system/sys.ts': { machine: 'switchInterval' },
  'lib/system/thread.ts': { machine: 'current started' },
  'lib/system/uncaught.ts': { memo: 'cache' },
  'lib/system/waiting.ts': { machine: 'threads waits' },
  'lib/warnings-core.ts': { machine: 'states' },
  'lib/weakref.ts': { machine: 'known proxies others' },
  'machine/effects.ts': { memo: 'READ' },
  'memory/collector.ts': { machine: 'collector kept nothing place' },
  'numbers/complex-ops.ts': { memo: 'forms' },
  'numbers/faults.ts': { machine: 'faults' },
  'numbers/huge.ts': { memo: 'above below' },
  'numbers/int-text.ts': { machine: 'maxDigits', memo: 'patterns' },
  'numbers/libm/asin.ts': { memo: 'points roots', result: 'base rootHigh rootLow' },
  'numbers/libm/atan.ts': { memo: 'points' },
  'numbers/libm/exp.ts': { memo: 'expTable expWords logTable' },
  'numbers/libm/log.ts': { memo: 'logTable log2Table' },
  'numbers/libm/reduce.ts': { memo: 'pi' },
  'numbers/libm/tan.ts': { memo: 'points' },
  'numbers/libm/trig.ts': { memo: 'sincos', result: 'reduced reducedLow' },
  'objects/core/buffer.ts': { table: 'providers' },
  'objects/core/dict-keys.ts': { memo: 'objectEq objectHash' },
  'objects/core/dict.ts': { result: 'keyLo keyHi' },
  'objects/core/hash-parts.ts': { result: 'lo hi productLo productHi' },
  'objects/core/identity.ts': { machine: 'next ids stringIds' },
  'objects/core/list-storage.ts': { memo: 'roomy' },
  'objects/core/repr-guard.ts': { machine: 'active' },
  'objects/core/set-probe.ts': { result: 'freed slotLo slotHi' },
  'objects/slots/attribute.ts': { table: 'finders' },
  'objects/slots/set-attribute.ts': { table: 'setters' },
  'signals/descriptors.ts': { machine: 'written' },
  'signals/interruptible.ts': { memo: 'script' },
  'signals/pipe.ts': { machine: 'taken pipes' },
  'text/character-names.ts': { memo: 'table' },
  'tracer/assumptions.ts': { machine: 'unstable' },
  'tracer/record.ts': { machine: 'nextParameter' },
  'types/classes/slots.ts': { machine: 'ownSlots' },
  'types/functions/descriptor.ts': { machine: 'docs' },
  'types/numbers/complex.ts': { result: 're im' },
  'types/str/code-points.ts': { memo: 'wide plainNext wideNext' },
  'types/str/codec-errors.ts': { machine: 'registered' },
  'types/str/codecs.ts': { memo: 'known' },
  'types/str/format-spec.ts': { memo: 'parsed' },
  'types/str/format.ts': { memo: 'parsed' },
  'vm.ts': { machine: 'optimizing' },
};

const CHANGES = new Set('set add delete clear push pop splice shift unshift fill sort'.split(' '));
const COLLECTION = /^(Map|Set|WeakMap|WeakSet|Array)$/;

/** Tells whether a module-level constant is something that can change. */
function isCollection(init: ts.Expression | undefined, file: ts.SourceFile): boolean {
  if (init === undefined) return false;
  if (ts.isNewExpression(init)) return COLLECTION.test(init.expression.getText(file));
  return ts.isArrayLiteralExpression(init) || ts.isObjectLiteralExpression(init);
}

/** Returns the variable whose value an expression changes from within a function, or undefined. */
function changedBy(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression, name } = node.expression;
    return ts.isIdentifier(expression) && CHANGES.has(name.text) ? expression.text : undefined;
  }
  if (!ts.isBinaryExpression(node)) return undefined;
  const kind = node.operatorToken.kind;
  if (kind < ts.SyntaxKind.FirstAssignment || kind > ts.SyntaxKind.LastAssignment) return undefined;
  let target: ts.Expression = node.left;
  while (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) target = target.expression;
  return target !== node.left && ts.isIdentifier(target) ? target.text : undefined;
}

/** Lists the module-level variables of a file that can change after it is loaded. */
function stateOf(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(join(ROOT, 'src', path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const constants = new Set<string>();
  for (const s of file.statements) {
    if (!ts.isVariableStatement(s)) continue;
    for (const d of s.declarationList.declarations) {
      if (!ts.isIdentifier(d.name)) continue;
      if ((s.declarationList.flags & ts.NodeFlags.Let) !== 0) found.push(d.name.text);
      else if (isCollection(d.initializer, file)) constants.add(d.name.text);
    }
  }
  const visit = (node: ts.Node, inside: boolean): void => {
    const name = inside ? changedBy(node) : undefined;
    if (name !== undefined && constants.delete(name)) found.push(name);
    ts.forEachChild(node, (child) => visit(child, inside || ts.isFunctionLike(node)));
  };
  visit(file, false);
  return found.sort();
}

test('every place with state of its own is listed, and what is listed is there', () => {
  const found: Record<string, string[]> = {};
  for (const path of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    const file = path.replaceAll('\\', '/');
    const names = file.endsWith('.ts') ? stateOf(file) : [];
    if (names.length > 0) found[file] = names;
  }
  const listed = Object.fromEntries(
    Object.entries(STATE).map(([file, kinds]) => [
      file,
      Object.values(kinds)
        .flatMap((names) => names.split(' '))
        .sort(),
    ]),
  );
  expect(found).toEqual(listed);
});
