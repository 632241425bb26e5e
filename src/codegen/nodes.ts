/**
 * The node builder: the only maker of ESTree nodes for emitted code.
 *
 * astring prints some literals wrongly if given them as such (-0, NaN, Infinity, negative numbers) and
 * prints identifiers verbatim; so numbers are built as expressions here, and names come from `name`,
 * which lets nothing but letters, digits, `_` and `$` through. No text of a program is ever a node.
 */
import type * as ES from 'estree';
import type { Position } from '../ir/trace.ts';

/** A statement, and where it comes from, for the source map. */
export type Located = ES.Statement & { position?: Position };

/** Makes an identifier of our own making. */
export function name(text: string): ES.Identifier {
  if (!/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text)) throw new Error(`not an identifier of ours: ${JSON.stringify(text)}`);
  return { type: 'Identifier', name: text };
}

/** Makes an expression for a number, exact for all of them. */
export function number(n: number): ES.Expression {
  if (Number.isNaN(n)) return { type: 'BinaryExpression', operator: '/', left: number(0), right: number(0) };
  if (n === Number.POSITIVE_INFINITY)
    return { type: 'BinaryExpression', operator: '/', left: number(1), right: number(0) };
  if (n < 0 || Object.is(n, -0)) return { type: 'UnaryExpression', operator: '-', prefix: true, argument: number(-n) };
  return { type: 'Literal', value: n, raw: String(n) };
}

/** Makes a boolean literal. */
export function bool(b: boolean): ES.Expression {
  return { type: 'Literal', value: b, raw: String(b) };
}

export function not(x: ES.Expression): ES.Expression {
  return { type: 'UnaryExpression', operator: '!', prefix: true, argument: x };
}

/** `array[index]` */
export function at(array: string | ES.Expression, index: number): ES.MemberExpression {
  return {
    type: 'MemberExpression',
    object: typeof array === 'string' ? name(array) : array,
    property: number(index),
    computed: true,
    optional: false,
  };
}

/** `object.property`, a property of our own making. */
export function member(object: ES.Expression, property: string): ES.MemberExpression {
  return { type: 'MemberExpression', object, property: name(property), computed: false, optional: false };
}

export function compare(operator: '>' | '<', left: ES.Expression, right: ES.Expression): ES.Expression {
  return { type: 'BinaryExpression', operator, left, right };
}

/** `x + n`, or `x` where n is 0. */
export function plus(x: ES.Expression, by: number): ES.Expression {
  return by === 0 ? x : { type: 'BinaryExpression', operator: '+', left: x, right: number(by) };
}

export function binary(
  operator: '+' | '-' | '*' | '/' | '|',
  left: ES.Expression,
  right: ES.Expression,
): ES.Expression {
  return { type: 'BinaryExpression', operator, left, right };
}

/** `x | 0`: V8 keeps it in a register of 32 bits. */
export function word(x: ES.Expression): ES.Expression {
  return binary('|', x, number(0));
}

/** `test ? x : y`. */
export function either(test: ES.Expression, x: ES.Expression, y: ES.Expression): ES.Expression {
  return { type: 'ConditionalExpression', test, consequent: x, alternate: y };
}

export function assign(left: ES.Pattern, right: ES.Expression): ES.Statement {
  return { type: 'ExpressionStatement', expression: { type: 'AssignmentExpression', operator: '=', left, right } };
}

export function declare(kind: 'const' | 'let', id: string, init: ES.Expression | null): ES.Statement {
  return { type: 'VariableDeclaration', kind, declarations: [{ type: 'VariableDeclarator', id: name(id), init }] };
}

export function call(callee: ES.Expression, args: ES.Expression[]): ES.Expression {
  return { type: 'CallExpression', callee, arguments: args, optional: false };
}

export function ret(x: ES.Expression): ES.Statement {
  return { type: 'ReturnStatement', argument: x };
}

export function expression(x: ES.Expression): ES.Statement {
  return { type: 'ExpressionStatement', expression: x };
}

export function when(test: ES.Expression, body: ES.Statement[]): ES.Statement {
  return { type: 'IfStatement', test, consequent: block(body), alternate: null };
}

export function block(body: ES.Statement[]): ES.BlockStatement {
  return { type: 'BlockStatement', body };
}

/** `label: for (;;) { body }` */
export function forever(label: string, body: ES.Statement[]): ES.Statement {
  return {
    type: 'LabeledStatement',
    label: name(label),
    body: { type: 'ForStatement', init: null, test: null, update: null, body: block(body) },
  };
}

export function again(label: string): ES.Statement {
  return { type: 'ContinueStatement', label: name(label) };
}

/** `try { body } catch (e) { handler }` */
export function attempt(body: ES.Statement[], handler: ES.Statement[]): ES.Statement {
  return {
    type: 'TryStatement',
    block: block(body),
    handler: { type: 'CatchClause', param: name('e'), body: block(handler) },
    finalizer: null,
  };
}
