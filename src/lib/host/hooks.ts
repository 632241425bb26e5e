/**
 * What the library needs of the interpreter and the front end, installed when a machine is built.
 *
 * The library lies below the interpreter and may not import it. Every hook raises a clear error until
 * it is installed.
 */
import type { CodeObject } from '../../bytecode/code.ts';
import type { Mod } from '../../front/tree/ast.ts';
import type { PyDict } from '../../objects/core/dict.ts';
import type { PyValue } from '../../objects/core/object.ts';
import type { PyFunction } from '../../objects/core/values.ts';
import type { PyException } from '../../objects/core/exceptions.ts';
import { installContext } from '../../objects/core/context.ts';

export type CompileMode = 'exec' | 'eval' | 'single';

/** How `compile()` is asked to compile. */
export interface CompileRequest {
  /** CO_FUTURE_* flags. */
  readonly flags?: number;
  /** As `-O` counts; undefined for the machine's own. */
  readonly optimize?: 0 | 1 | 2 | undefined;
  /** The source is the file the machine is started with. */
  readonly script?: boolean;
  /** Leave out the future features of the running code. */
  readonly dontInherit?: boolean;
}

export interface LibraryHooks {
  /** Compiles source text. Throws `PythonSyntaxError`. */
  compile(source: string | Uint8Array, filename: string, mode: CompileMode, request: CompileRequest): CodeObject;
  /** Compiles a tree, which is changed. Throws `PythonSyntaxError`. */
  compileTree(tree: Mod, filename: string, request: CompileRequest): CodeObject;
  /** Runs a code object in namespaces; `closure` for code with free variables. Throws what it raises. */
  run(code: CodeObject, globals: PyDict, locals: PyValue, closure: readonly PyValue[] | null): PyValue;
  /** Runs the body of a class statement with `namespace` as its locals; returns the `__class__` cell or None. */
  runClassBody(body: PyFunction, namespace: PyValue): PyValue;
  /** Returns the globals of the running frame, null outside any. */
  globals(): PyDict | null;
  /** Returns the locals of the running frame (`locals()`), null outside any. */
  locals(): PyValue | null;
  /** Returns the frame object `depth` calls above the running frame, or null. */
  frame(depth: number): PyValue | null;
  /** Returns the exception being handled, or null. */
  exception(): PyException | null;
  /** Reads the recursion limit, or sets it. */
  recursionLimit(set?: number): number;
}

/** Makes a hook that raises until the real one is installed. */
function absent(name: string): () => never {
  return () => {
    throw new Error(`the hook ${name} is not installed`);
  };
}

export const hooks: LibraryHooks = {
  compile: absent('compile'),
  compileTree: absent('compileTree'),
  run: absent('run'),
  runClassBody: absent('runClassBody'),
  globals: () => null,
  locals: () => null,
  frame: () => null,
  exception: () => null,
  recursionLimit: () => 1000,
};

/** Installs hooks; those not given stay as they are. */
export function installHooks(given: Partial<LibraryHooks>): void {
  Object.assign(hooks, given);
  installContext(() => hooks.globals());
}
