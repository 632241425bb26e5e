/**
 * A block of the symbol table: what each name means in one module, class, function or type scope.
 *
 * A symbol is one number: DEF_* and USE bits say how the name occurs in the block, the bits from
 * SCOPE_OFFSET say what the analysis (symbols-analysis.ts) made of it. The bits are those of CPython's
 * pycore_symtable.h, so that the `symtable` module can show them.
 */
import type { Location } from '../emit/blocks.ts';
import { mangle } from './mangle.ts';

export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
export const DEF_FREE_CLASS = 64;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
export const DEF_COMP_ITER = 512;
export const DEF_TYPE_PARAM = 1024;
export const DEF_COMP_CELL = 2048;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

export const SCOPE_OFFSET = 12;
export const SCOPE_MASK = 15;
export const LOCAL = 1;
export const GLOBAL_EXPLICIT = 2;
export const GLOBAL_IMPLICIT = 3;
export const FREE = 4;
export const CELL = 5;

export type BlockType =
  | 'function'
  | 'class'
  | 'module'
  | 'annotation'
  | 'type alias'
  | 'type parameters'
  | 'type variable';
export type ComprehensionType = 'list' | 'set' | 'dict' | 'generator';

/** One block. Its names are mangled. */
export class Scope {
  readonly symbols = new Map<string, number>();
  /** Parameters in the order of the frame: positional, keyword-only, *args, **kwargs. */
  readonly varnames: string[] = [];
  children: Scope[] = [];
  /** Where `global` and `nonlocal` named what. */
  readonly directives: { readonly name: string; readonly loc: Location }[] = [];
  /** Where set, only these names are mangled: a generic class's header belongs to the class only in part. */
  mangledNames: Set<string> | null = null;
  /** Description of a type variable scope for messages. */
  scopeInfo: string | null = null;
  nested = false;
  /** Whether the block has free names (CPython's `ste_free`), and whether a child has. */
  free = false;
  childFree = false;
  generator = false;
  coroutine = false;
  varargs = false;
  varkeywords = false;
  comprehension: ComprehensionType | null = null;
  /** Whether the comprehension runs in its parent's frame (PEP 709). */
  inlined = false;
  /** Whether a method needs the class's `__class__` cell, or an annotation scope its namespace. */
  needsClassClosure = false;
  needsClassDict = false;
  /** Whether names of the directly enclosing class are visible (type scopes). */
  canSeeClassScope = false;
  /** State of the walk: inside a comprehension's target; depth of its iterable expressions. */
  inIterTarget = false;
  iterExprDepth = 0;

  constructor(
    readonly name: string,
    readonly type: BlockType,
    readonly loc: Location,
  ) {}

  /** Tells whether the block's locals are fast locals. */
  isFunctionLike(): boolean {
    return (
      this.type === 'function' ||
      this.type === 'type variable' ||
      this.type === 'type alias' ||
      this.type === 'type parameters'
    );
  }

  /** Returns what the analysis made of a name: LOCAL, CELL, ...; 0 where the block does not know it. */
  scopeOf(name: string): number {
    const flags = this.symbols.get(name);
    return flags === undefined ? 0 : (flags >> SCOPE_OFFSET) & SCOPE_MASK;
  }

  /** Mangles a name that occurs in this block inside the class `owner`. */
  mangle(owner: string | null, name: string): string {
    if (owner === null) return name;
    if (this.mangledNames !== null && !this.mangledNames.has(name)) return name;
    return mangle(owner, name);
  }
}

const defaultKeys = new WeakMap<object, object>();

/** Returns the key of the block of a type parameter's default; the expression itself may open a block, too. */
export function defaultKey(parameter: object): object {
  let key = defaultKeys.get(parameter);
  if (key === undefined) defaultKeys.set(parameter, (key = {}));
  return key;
}
