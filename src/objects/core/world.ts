/**
 * What objects, types and library need of what lies above them.
 *
 * Imports go down only, and yet a dict must ask for the hash of an instance whose `__hash__` is Python, a sort
 * calls a key function, `exec` compiles, and a built-in type warns. All such needs are members of one record, so
 * that what the lower rooms ask for can be read in one place, with its type. Whoever has a member connects it when
 * his module is loaded (what needs no machine: hashing, calls) or when a machine is built (what belongs to one: its
 * modules, the compiler, `sys`).
 *
 * A member that nobody has connected throws an internal error that names it. Only questions about the running
 * frame have an answer before there is one (null), and no codec is registered before `codecs` is loaded.
 *
 * Members are read at each use, never kept: a machine built later replaces them. A call through a member costs
 * what a call of a module variable costs.
 */
import type { Hash } from './hash-parts.ts';
import type { CodeObject } from '../../bytecode/code.ts';
import type { Mod } from '../../front/tree/ast.ts';
import type { Kwargs } from './builtin.ts';
import type { PyDict } from './dict.ts';
import type { PyException } from './exceptions.ts';
import type { PyValue } from './object.ts';
import type { PyFunction, PyModule } from './values.ts';

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

/** What decoding gave, and how many bytes it took. */
export interface Decoded {
  text: string;
  used: number;
}

/** A text encoding. `decode` with `final` false leaves an incomplete sequence at the end alone. */
export interface Codec {
  readonly name: string;
  encode(s: string, errors: string): Uint8Array;
  decode(data: Uint8Array, errors: string, final: boolean): Decoded;
}

export interface World {
  /* ---- of the protocols ---- */

  /** Returns `hash(x)`. Throws TypeError for unhashable values; may run Python. */
  hash(x: PyValue): Hash;
  /** Tells whether `x is y or x == y`. May run Python. */
  equal(x: PyValue, y: PyValue): boolean;
  /** Returns `descriptor.__get__(self, type(self))`. */
  bind(descriptor: PyValue, self: PyValue): PyValue;

  /* ---- of the interpreter ---- */

  /** Calls a Python function. Throws what it raises. */
  call(fn: PyFunction, args: readonly PyValue[], kw: Kwargs | null): PyValue;
  /** Calls the Python function `call[0]` with the other elements as positional arguments. */
  callArray(fn: PyFunction, call: readonly PyValue[]): PyValue;
  /** Runs a code object in namespaces; `closure` for code with free variables. Throws what it raises. */
  run(code: CodeObject, globals: PyDict, locals: PyValue, closure: readonly PyValue[] | null): PyValue;
  /** Runs the body of a class statement with `namespace` as its locals; returns the `__class__` cell or None. */
  runClassBody(body: PyFunction, namespace: PyValue): PyValue;
  /** Returns class and first argument of the running method, for `super()`. Throws RuntimeError. */
  zeroArgumentSuper(): readonly [PyValue, PyValue];
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

  /* ---- of the front end ---- */

  /** Compiles source text. Throws `PythonSyntaxError`. */
  compile(source: string | Uint8Array, filename: string, mode: CompileMode, request: CompileRequest): CodeObject;
  /** Compiles a tree, which is changed. Throws `PythonSyntaxError`. */
  compileTree(tree: Mod, filename: string, request: CompileRequest): CodeObject;
  /** Parses a module. Throws for anything the grammar refuses. */
  parse(source: string): Mod;

  /* ---- of the library ---- */

  /** Returns the module `sys`. */
  sys(): PyModule;
  /** Returns the namespace of `builtins`. */
  builtins(): PyDict;
  /** Returns `builtins.name`. Throws AttributeError. */
  builtin(name: string): PyValue;
  /** Imports a module by its dotted name. Throws ImportError and what modules raise. */
  importModule(name: string): PyValue;
  /** Names the modules of the standard library, those that are not here included. */
  libraryNames(): readonly string[];
  /** Issues a warning of a built-in category. May raise, if the filters say so. */
  warn(category: string, message: string): void;
  /** Finds an encoding that Python code has registered. */
  searchCodec(name: string): Codec | undefined;
  /** Calls a function of `typing`, which has the rules of substitution. */
  callTyping(name: string, args: readonly PyValue[]): PyValue;
}

/** Makes a member that throws until the real one is connected. */
function absent(name: keyof World): () => never {
  return () => {
    throw new Error(`internal error: nothing is connected to world.${name}`);
  };
}

const none = (): null => null;

export const world: World = {
  hash: absent('hash'),
  equal: absent('equal'),
  bind: absent('bind'),
  call: absent('call'),
  callArray: absent('callArray'),
  run: absent('run'),
  runClassBody: absent('runClassBody'),
  zeroArgumentSuper: absent('zeroArgumentSuper'),
  globals: none,
  locals: none,
  frame: none,
  exception: none,
  recursionLimit: absent('recursionLimit'),
  compile: absent('compile'),
  compileTree: absent('compileTree'),
  parse: absent('parse'),
  sys: absent('sys'),
  builtins: absent('builtins'),
  builtin: absent('builtin'),
  importModule: absent('importModule'),
  libraryNames: absent('libraryNames'),
  warn: absent('warn'),
  searchCodec: () => undefined,
  callTyping: absent('callTyping'),
};

/** Connects members; those not given stay as they are. */
export function connect(part: Partial<World>): void {
  Object.assign(world, part);
}

/** Returns `__name__` of the running module, or undefined. */
export function currentModuleName(): PyValue | undefined {
  return world.globals()?.get('__name__');
}
