/**
 * From nodes to a running function: printed by astring, compiled by `new Function`.
 *
 * A named factory, so that stacks, profiles and the inspector show a name; helpers and constants
 * come in as parameters, so that the emitted code has no free identifier. File names appear in
 * `sourceURL` only, percent-encoded: a raw newline there would end the comment.
 */
import { generate } from 'astring';
import type { Callable, Tree } from '../ir/trace.ts';
import { NAMES } from '../machine/names.ts';
import { enrol, nextSerial } from './emitted.ts';
import * as n from './nodes.ts';
import type { Located } from './nodes.ts';
import { type Form, NotInForm, buildTree } from './tree.ts';

/** Makes a name for a function out of any text. */
function safeName(text: string): string {
  const s = text.replace(/[^A-Za-z0-9_]/g, '_');
  return /^[A-Za-z_]/.test(s) ? s : `_${s}`;
}

interface SourceMapSink {
  addMapping(m: {
    original: { line: number; column: number } | null;
    generated: { line: number; column: number };
  }): void;
  file: string;
}

/** Returns the names of a form's parameters. */
function parameters(callable: Callable | null): string[] {
  return callable === null ? ['s', 'X', 'd'] : ['d', ...callable.slots.map((i) => `p${i}`)];
}

/** Returns the form a tree has first: a function's is called, a loop runs in its frame. */
function formOf(tree: Tree, stress: (() => boolean) | null = null): Form {
  return { callable: tree.kind === 'function' ? tree.callable : null, stress };
}

/** Prints a tree's function as JavaScript text and collects its constants. Throws NotInForm. */
export function sourceOf(
  tree: Tree,
  form: Form = formOf(tree),
  map?: SourceMapSink,
): { source: string; constants: unknown[]; body: Located[] } {
  const { body, constants } = buildTree(tree, form);
  const fn = {
    type: 'FunctionDeclaration',
    id: n.name(`${safeName(tree.name)}$T${tree.id}`),
    params: parameters(form.callable).map(n.name),
    body: n.block(body),
    generator: false,
    async: false,
    expression: false,
  };
  const source = generate(fn as Parameters<typeof generate>[0], map === undefined ? {} : { sourceMap: map as never });
  return { source, constants, body };
}

/** Compiles a tree in all forms it is wanted in. Throws EvalError where the host forbids code generation. */
export function generateTree(tree: Tree, url: string, stress: (() => boolean) | null = null): void {
  const first = sourceOf(tree, formOf(tree, stress));
  tree.source = first.source;
  const made = make(tree, first, url);
  const { callable } = tree;
  if (tree.kind === 'loop') tree.fn = made as Tree['fn'];
  else callable!.run = made as Callable['run'];
  if (tree.kind === 'loop' && callable !== null) generateCallable(tree, callable, url, stress);
  if (callable !== null && callable.boxed !== null) generateCallable(tree, callable.boxed, url, stress);
}

/** Makes a function of a tree's printed text, at an address of its own. Throws EvalError where the host forbids it. */
function make(tree: Tree, printed: { source: string; constants: unknown[] }, url: string): object {
  const serial = nextSerial();
  const fn = instantiate(printed, `${url}?${serial}`) as object;
  enrol(serial, tree, fn);
  return fn;
}

/** Compiles another form of a tree as code that is called, as far as it can be. */
function generateCallable(tree: Tree, callable: Callable, url: string, stress: (() => boolean) | null): void {
  try {
    callable.run = make(tree, sourceOf(tree, { callable, stress }), url) as Callable['run'];
  } catch (e) {
    if (!(e instanceof NotInForm)) throw e;
    callable.run = null;
  }
}

/** Makes a function of printed text. Throws EvalError where the host forbids it. */
export function instantiate({ source, constants }: { source: string; constants: unknown[] }, url: string): unknown {
  const names = Object.keys(NAMES);
  const ks = constants.map((_, i) => `k${i}`);
  const text = `"use strict"; return ${source}\n//# sourceURL=${url}`;
  const factory = new Function(...names, ...ks, text) as (...args: unknown[]) => unknown;
  return factory(...Object.values(NAMES), ...constants);
}
