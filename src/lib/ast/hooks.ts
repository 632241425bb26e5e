/**
 * The way from `compile` to `ast` and back. The module `_ast` is loaded when a program first asks for a tree; until
 * then no value is one.
 */
import type { CodeObject } from '../../bytecode/code.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { importDotted } from '../host/import.ts';
import type { CompileMode, CompileRequest } from '../host/hooks.ts';

/** How `compile()` is asked to parse. */
export interface ParseRequest {
  readonly typeComments: boolean;
  /** Minor number of the version whose grammar is asked for; undefined for this one. */
  readonly featureVersion: number | undefined;
}

export interface AstHooks {
  /** Tells whether a value is a node. */
  isNode(x: PyValue): boolean;
  /** Parses source to a tree. Throws SyntaxError. */
  parse(source: string | Uint8Array, filename: string, mode: CompileMode | 'func_type', how: ParseRequest): PyValue;
  /** Compiles a tree. Throws TypeError, ValueError, SyntaxError. */
  compile(tree: PyValue, filename: string, mode: CompileMode, request: CompileRequest): CodeObject;
}

let installed: AstHooks | null = null;

/** Installs the module's functions. */
export function installAst(hooks: AstHooks): void {
  installed = hooks;
}

/** Tells whether a value is a node of a tree. */
export function isAstNode(x: PyValue): boolean {
  return installed?.isNode(x) ?? false;
}

/** Returns the functions of `_ast`, loading it. */
export function astHooks(): AstHooks {
  if (installed === null) importDotted('_ast');
  return installed!;
}
