/**
 * The op table's JS templates as ESTree expressions: parsed by acorn once, on first use; holes are
 * the identifiers `$0`, `$1`, … Substitution copies the tree.
 */
import { parseExpressionAt } from 'acorn';
import type * as ES from 'estree';
import { type OpName, rowOf } from '../ir/ops.ts';

const parsed = new Map<OpName, ES.Expression>();

/** Returns the template of an op. */
function templateOf(op: OpName): ES.Expression {
  let t = parsed.get(op);
  if (t === undefined) {
    t = strip(parseExpressionAt(rowOf(op).js, 0, { ecmaVersion: 2022 })) as ES.Expression;
    parsed.set(op, t);
  }
  return t;
}

/** Removes acorn's offsets, which astring does not need. */
function strip(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strip);
  if (typeof node !== 'object' || node === null) return node;
  const out: Record<string, unknown> = {};
  for (const [k, v] of Object.entries(node)) if (k !== 'start' && k !== 'end') out[k] = strip(v);
  return out;
}

/** Returns the expression of an op on operands; one that takes any number of them takes an array. */
export function expand(op: OpName, args: readonly ES.Expression[]): ES.Expression {
  const holes = rowOf(op).variadic === true ? [{ type: 'ArrayExpression' as const, elements: [...args] }] : args;
  return fill(templateOf(op), holes) as ES.Expression;
}

function fill(node: unknown, args: readonly ES.Expression[]): unknown {
  if (Array.isArray(node)) return node.map((n) => fill(n, args));
  if (typeof node !== 'object' || node === null) return node;
  const n = node as { type: string; name?: string };
  if (n.type === 'Identifier' && n.name!.startsWith('$')) return args[Number(n.name!.slice(1))];
  const out: Record<string, unknown> = {};
  for (const k of Object.keys(node)) out[k] = fill((node as Record<string, unknown>)[k], args);
  return out;
}
