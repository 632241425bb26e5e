/**
 * The ops as functions, from the op table's templates.
 *
 * From sources they are compiled when asked for. The build compiles nothing at run time: it puts the
 * text made here in place of this file's work (scripts/live-ops.mjs), so that the code cache has the
 * ops, and hosts that forbid code from strings can run the interpreter.
 */
import type { OpEvaluator } from '../ir/evaluate.ts';
import { OPS, type OpName, rowOf } from '../ir/ops.ts';
import { NAMES } from './names.ts';

/** Returns the JS text of a template with `$n` replaced by parameter names. */
function templateText(js: string): string {
  return js.replace(/\$(\d)/g, 'x$1');
}

/** Returns the body of a function that makes the ops from the values of `NAMES`. */
export function opsText(): string {
  const body = (Object.keys(OPS) as OpName[]).map((op) => {
    const row = rowOf(op);
    const params = row.variadic === true ? 'x0' : row.args.map((_, i) => `x${i}`).join(', ');
    return `${op}(${params}) { return ${templateText(row.js)}; }`;
  });
  return `"use strict"; const { ${Object.keys(NAMES).join(', ')} } = names; return {\n${body.join(',\n')}\n};`;
}

/** Makes one function per op row: the evaluator of the interpreter, the folder and the tests. */
export function compileOps(): OpEvaluator {
  return new Function('names', opsText())(NAMES) as OpEvaluator;
}
