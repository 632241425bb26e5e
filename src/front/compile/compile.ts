/**
 * The compiler: from a syntax tree to a code object with CPython 3.13's instructions.
 *
 * Constants are folded, names resolved (symbols.ts), instructions emitted (compile-*.ts), and each code object
 * is optimised and assembled (front/emit/flowgraph.ts, front/emit/assembler.ts) when its body has been emitted.
 * Every pass but the walk down a left-leaning sum recurses over the tree; a tree too deep for the host's
 * stack is refused with CPython's words.
 */
import type { CodeObject } from '../../bytecode/code.ts';
import type { Mod } from '../tree/ast.ts';
import { CompileRecursionError } from '../symbols/compile-errors.ts';
import { visitExpr } from './expressions.ts';
import { CO_FUTURE_ANNOTATIONS, readFuture } from '../symbols/future.ts';
import { visitBlockBody, visitInteractive } from './statements.ts';
import { Compiler, type Warn } from './unit.ts';
import { foldConstants } from './constant-fold.ts';
import { buildSymbols } from '../symbols/symbols.ts';

/** Flags of compile() that matter here: the future features and CO_ALLOW_TOP_LEVEL_AWAIT. */
const KNOWN_FLAGS = 0x1fe2000;

interface CompileOptions {
  /** 0, 1 (no asserts, `__debug__` is false), 2 (no docstrings either). */
  readonly optimize?: 0 | 1 | 2;
  /** CO_FUTURE_* flags inherited from the code that calls compile(), and CO_ALLOW_TOP_LEVEL_AWAIT. */
  readonly flags?: number;
  /** Told of each SyntaxWarning, with its category, text, line and range. It may throw. */
  readonly warn?: Warn;
}

/**
 * Compiles a tree. The tree is changed (constants are folded in it).
 *
 * Throws PythonSyntaxError for programs that the grammar accepts and Python does not, and
 * CompileRecursionError for trees nested too deeply.
 */
export function compileModule(tree: Mod, filename: string, options: CompileOptions = {}): CodeObject {
  try {
    return compileTree(tree, filename, options);
  } catch (error) {
    if (error instanceof RangeError && /call stack/.test(error.message)) throw new CompileRecursionError();
    throw error;
  }
}

/** Compiles a tree, using up the host's stack where it is too deep. */
function compileTree(tree: Mod, filename: string, options: CompileOptions): CodeObject {
  const optimize = options.optimize ?? 0;
  const inherited = (options.flags ?? 0) & KNOWN_FLAGS;
  const future = readFuture(tree, filename).features | inherited;
  foldConstants(tree, optimize, (future & CO_FUTURE_ANNOTATIONS) !== 0);
  const symbols = buildSymbols(tree, filename, inherited);
  const c = new Compiler(filename, symbols, optimize, future, options.warn ?? (() => {}));
  c.enter('module', '<module>', symbols.top, 1);
  switch (tree.kind) {
    case 'Interactive':
      c.interactive = true;
      visitInteractive(c, tree.body);
      break;
    case 'Module':
      visitBlockBody(c, tree.body, tree.body[0] ?? { lineno: 1, end_lineno: 1, col_offset: 0, end_col_offset: 0 });
      break;
    case 'Expression':
      visitExpr(c, tree.body);
      break;
  }
  return c.exit(tree.kind !== 'Expression');
}
