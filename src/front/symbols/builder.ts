/** The state of building a symbol table: the scopes entered, and what each name is. */
import type { Location } from '../emit/blocks.ts';
import { syntaxError } from './compile-errors.ts';
import type { FutureFeatures } from './future.ts';
import { type BlockType, DEF_COMP_ITER, DEF_GLOBAL, DEF_NONLOCAL, DEF_PARAM, DEF_TYPE_PARAM, Scope } from './scope.ts';

/** The symbol table of a module. */
export interface SymbolTable {
  readonly top: Scope;
  /** The block that a node opens. */
  readonly blocks: ReadonlyMap<object, Scope>;
  readonly future: FutureFeatures;
}

/** State of the walk. */
export class SymbolBuilder {
  readonly blocks = new Map<object, Scope>();
  readonly stack: Scope[] = [];
  readonly top: Scope;
  current: Scope;
  /** The innermost class, whose name mangles private names. */
  owner: string | null = null;

  constructor(
    readonly filename: string,
    readonly future: FutureFeatures,
  ) {
    this.top = new Scope('top', 'module', { lineno: 0, end_lineno: 0, col_offset: 0, end_col_offset: 0 });
    this.stack.push(this.top);
    this.current = this.top;
  }

  /** Throws a SyntaxError. */
  fail(msg: string, loc: Location): never {
    throw syntaxError(msg, this.filename, loc);
  }

  /** Opens a block for a node. */
  enter(name: string, type: BlockType, node: object, loc: Location): Scope {
    const scope = new Scope(name, type, loc);
    const outer = this.current;
    scope.nested = outer.nested || outer.isFunctionLike();
    scope.iterExprDepth = outer.iterExprDepth;
    if (type !== 'class') scope.mangledNames = outer.mangledNames;
    this.stack.push(scope);
    this.current = scope;
    // Annotations that stay strings (PEP 563) are only checked: their blocks belong to nothing.
    if (type !== 'annotation') {
      outer.children.push(scope);
      this.blocks.set(node, scope);
    }
    return scope;
  }

  /** Closes the current block. */
  exit(): void {
    this.stack.pop();
    this.current = this.stack[this.stack.length - 1]!;
  }

  /** Returns the flags a name has in a block so far. */
  lookup(name: string, scope: Scope = this.current): number {
    return scope.symbols.get(scope.mangle(this.owner, name)) ?? 0;
  }

  /** Records an occurrence of a name in a block. */
  define(name: string, flag: number, loc: Location, scope: Scope = this.current): void {
    if ((flag & DEF_TYPE_PARAM) !== 0) this.current.mangledNames?.add(name);
    const mangled = this.current.mangle(this.owner, name);
    const { symbols } = scope;
    let flags = symbols.get(mangled);
    if (flags === undefined) {
      flags = flag;
    } else {
      if ((flag & flags & DEF_PARAM) !== 0) this.fail(`duplicate argument '${name}' in function definition`, loc);
      if ((flag & flags & DEF_TYPE_PARAM) !== 0) this.fail(`duplicate type parameter '${name}'`, loc);
      flags |= flag;
    }
    if (scope.inIterTarget) {
      if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0) {
        this.fail(`comprehension inner loop cannot rebind assignment expression target '${name}'`, loc);
      }
      flags |= DEF_COMP_ITER;
    }
    symbols.set(mangled, flags);
    if ((flag & DEF_PARAM) !== 0) {
      scope.varnames.push(mangled);
    } else if ((flag & DEF_GLOBAL) !== 0) {
      const globals = this.top.symbols;
      globals.set(mangled, (globals.get(mangled) ?? 0) | flag);
    }
  }

  /** Remembers where a name was declared global or nonlocal. */
  directive(name: string, loc: Location): void {
    this.current.directives.push({ name: this.current.mangle(this.owner, name), loc });
  }
}
