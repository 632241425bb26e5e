/**
 * From nodes to a running function: printed by astring, compiled by `new Function`.
 *
 * A named factory, so that stacks, profiles and the inspector show a name; helpers and constants
 * come in as parameters, so that the emitted code has no free identifier. File names appear in
 * `sourceURL` only, percent-encoded: a raw newline there would end the comment.
 */
import { generate } from 'astring';
import type { Tree } from '../ir/trace.ts';
import { NAMES } from '../objects/names.ts';
import * as n from './nodes.ts';
import { type Located, buildTree } from './tree.ts';

/** Makes a name for a function out of any text. */
function safeName(text: string): string {
  const s = text.replace(/[^A-Za-z0-9_]/g, '_');
  return /^[A-Za-z_]/.test(s) ? s : `_${s}`;
}

export interface SourceMapSink { addMapping(m: { original: { line: number; column: number } | null; generated: { line: number; column: number } }): void; file: string }

/** Returns the names of a tree's parameters. */
function parameters(tree: Tree): string[] {
  return tree.callable === null ? ['s', 'X', 'd'] : ['d', ...tree.callable.slots.map((i) => `p${i}`)];
}

/** Prints a tree's function as JavaScript text and collects its constants. */
export function printTree(tree: Tree, map?: SourceMapSink, stress: (() => boolean) | null = null): { source: string; constants: unknown[]; body: Located[] } {
  const { body, constants } = buildTree(tree, stress);
  const fn = {
    type: 'FunctionDeclaration', id: n.name(`${safeName(tree.name)}$T${tree.id}`), params: parameters(tree).map(n.name),
    body: n.block(body), generator: false, async: false, expression: false,
  };
  const source = generate(fn as Parameters<typeof generate>[0], map === undefined ? {} : { sourceMap: map as never });
  return { source, constants, body };
}

/** Compiles a tree; `stress` makes guards fail where it returns true. Throws EvalError where the host forbids code generation. */
export function link(tree: Tree, url: string, stress: (() => boolean) | null = null): void {
  const { source, constants } = printTree(tree, undefined, stress);
  tree.source = source;
  const names = Object.keys(NAMES);
  const ks = constants.map((_, i) => `k${i}`);
  const text = `"use strict"; return ${source}\n//# sourceURL=${url}`;
  const factory = new Function(...names, ...ks, text) as (...args: unknown[]) => unknown;
  const made = factory(...Object.values(NAMES), ...constants);
  if (tree.callable === null) tree.fn = made as Tree['fn'];
  else tree.callable.run = made as NonNullable<Tree['callable']>['run'];
}
