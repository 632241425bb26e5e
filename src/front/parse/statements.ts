/**
 * Statements, and the four kinds of module.
 *
 * An assignment begins like an expression; what was parsed becomes a target when `=` follows. The
 * soft keywords are decided by their line: it is a `match` statement when the line ends in a colon
 * with an indented block after it, which nothing that begins with a plain name does, and `type`
 * followed by a name is nothing but a type alias. A with statement with brackets is the one place
 * that is tried twice: its items may be the elements of a tuple, or more than a tuple can hold.
 */
import type { Expr } from '../tree/expressions.ts';
import type { Stmt } from '../tree/statements.ts';
import type { ExceptHandler, Mod, TypeIgnore, WithItem } from '../tree/ast.ts';
import { BAIL } from './base.ts';
import { STRIDE } from '../lex/state.ts';
import { T } from '../lex/tokens.ts';
import { SimpleParser } from './simple.ts';

export class Parser extends SimpleParser {
  // ---- modules

  /** Parses the whole source. Throws `BAIL` where it is not valid. */
  module(mode: 'exec' | 'eval' | 'single' | 'func_type'): Mod {
    switch (mode) {
      case 'exec':
        return this.file();
      case 'eval':
        return this.evalInput();
      case 'single':
        return this.interactive();
      case 'func_type':
        return this.functionType();
    }
  }

  /** Parses file. */
  private file(): Mod {
    const body: Stmt[] = [];
    while (this.kinds[this.p] !== T.ENDMARKER) {
      this.reached = this.p;
      this.statement(body);
    }
    const type_ignores = this.lexer.typeIgnores.map((ignore): TypeIgnore => ({ kind: 'TypeIgnore', ...ignore }));
    return { kind: 'Module', body, type_ignores };
  }

  /** Parses interactive: one statement and nothing after it. */
  private interactive(): Mod {
    const body: Stmt[] = [];
    const at = this.p;
    if (this.accept(T.NEWLINE)) body.push({ kind: 'Pass', ...this.place(at) });
    else if (this.kinds[at] === T.ENDMARKER) throw BAIL;
    else if (this.statement(body)) this.expect(T.NEWLINE);
    // Only blank lines and comments may follow the line that ends the statement.
    const newline = this.source.indexOf('\n', this.positions[(this.p - 1) * STRIDE + 1]);
    const rest = newline < 0 ? '' : this.source.slice(newline).replace(/#[^\n]*/g, '');
    if (/[^ \t\n\f\0]/.test(rest)) throw BAIL;
    return { kind: 'Interactive', body };
  }

  /** Parses eval. */
  private evalInput(): Mod {
    const start = this.p;
    let body = this.expression();
    if (this.kinds[this.p] === T.COMMA) {
      const elts = [body];
      while (this.accept(T.COMMA) && this.beginsExpression()) elts.push(this.expression());
      body = { kind: 'Tuple', ...this.since(start), elts, ctx: 'Load' };
    }
    this.end();
    return { kind: 'Expression', body };
  }

  /** Parses func_type: the type of a function, as type comments have it. */
  private functionType(): Mod {
    const argtypes: Expr[] = [];
    this.expect(T.LPAR);
    let stars = 0;
    while (this.kinds[this.p] !== T.RPAR) {
      if (argtypes.length > 0) this.expect(T.COMMA);
      if (this.kinds[this.p] === T.STAR || this.kinds[this.p] === T.DOUBLESTAR) {
        const rank = this.kinds[this.p] === T.STAR ? 1 : 2;
        if (rank <= stars) throw BAIL;
        stars = rank;
        this.p++;
      } else if (stars > 0) throw BAIL;
      argtypes.push(this.expression());
    }
    this.expect(T.RPAR);
    this.expect(T.ARROW);
    const returns = this.expression();
    this.end();
    return { kind: 'FunctionType', argtypes, returns };
  }

  /** Takes the line ends and the end. */
  private end(): void {
    while (this.accept(T.NEWLINE));
    this.expect(T.ENDMARKER);
  }

  // ---- simple statements

  /** Parses one statement, or a line of simple ones, onto `out`; true for a compound statement. */
  protected override statement(out: Stmt[]): boolean {
    switch (this.kinds[this.p]) {
      case T.IF:
        out.push(this.ifStatement());
        return true;
      case T.WHILE:
        out.push(this.whileStatement());
        return true;
      case T.FOR:
        out.push(this.forStatement(this.p));
        return true;
      case T.TRY:
        out.push(this.tryStatement());
        return true;
      case T.WITH:
        out.push(this.withStatement(this.p));
        return true;
      case T.DEF:
        out.push(this.functionDefinition(this.p, []));
        return true;
      case T.CLASS:
        out.push(this.classDefinition([]));
        return true;
      case T.AT:
        out.push(this.decorated());
        return true;
      case T.ASYNC:
        out.push(this.asyncStatement([]));
        return true;
      case T.NAME:
        if (this.isSoft(this.p, 'match') && this.isMatch()) {
          out.push(this.matchStatement());
          return true;
        }
    }
    this.simpleStatements(out);
    return false;
  }

  // ---- compound statements

  /** Parses else_block, if it is there. */
  private elseBlock(): Stmt[] {
    if (!this.accept(T.ELSE)) return [];
    this.expect(T.COLON);
    return this.block();
  }

  /** Parses if_stmt, with its `elif` clauses. */
  private ifStatement(): Stmt {
    const clauses: { at: number; test: Expr; body: Stmt[] }[] = [];
    do {
      const at = this.p++;
      const test = this.namedExpression();
      this.expect(T.COLON);
      clauses.push({ at, test, body: this.block() });
    } while (this.kinds[this.p] === T.ELIF);
    this.noteDepth(clauses.length);
    let orelse = this.elseBlock();
    for (let i = clauses.length - 1; ; i--) {
      const { at, test, body } = clauses[i]!;
      const node: Stmt = { kind: 'If', ...this.place(at), test, body, orelse };
      if (i === 0) return node;
      orelse = [node];
    }
  }

  /** Parses while_stmt. */
  private whileStatement(): Stmt {
    const at = this.p++;
    const test = this.namedExpression();
    this.expect(T.COLON);
    const body = this.block();
    const orelse = this.elseBlock();
    return { kind: 'While', ...this.place(at), test, body, orelse };
  }

  /** Parses for_stmt, at `for`; `at` is where the statement begins. */
  private forStatement(at: number): Stmt {
    this.expect(T.FOR);
    const target = this.starTargets();
    this.expect(T.IN);
    const iter = this.starExpressions();
    this.expect(T.COLON);
    const type_comment = this.typeComment();
    const body = this.block();
    const orelse = this.elseBlock();
    const kind = this.kinds[at] === T.ASYNC ? 'AsyncFor' : 'For';
    return { kind, ...this.place(at), target, iter, body, orelse, type_comment };
  }

  /** Parses try_stmt. */
  private tryStatement(): Stmt {
    const at = this.p++;
    this.expect(T.COLON);
    const body = this.block();
    const handlers: ExceptHandler[] = [];
    let star = false;
    while (this.kinds[this.p] === T.EXCEPT) {
      const start = this.p++;
      const starred = this.accept(T.STAR);
      if (starred) this.requires(11);
      if (handlers.length > 0 && starred !== star) throw BAIL;
      star = starred;
      const type = starred || this.kinds[this.p] !== T.COLON ? this.expression() : null;
      const name = type !== null && this.accept(T.AS) ? this.identifier() : null;
      this.expect(T.COLON);
      const handled = this.block();
      handlers.push({ kind: 'ExceptHandler', ...this.place(start), type, name, body: handled });
    }
    const orelse = handlers.length > 0 ? this.elseBlock() : [];
    let finalbody: Stmt[] = [];
    if (this.accept(T.FINALLY)) {
      this.expect(T.COLON);
      finalbody = this.block();
    } else if (handlers.length === 0) throw BAIL;
    return { kind: star ? 'TryStar' : 'Try', ...this.place(at), body, handlers, orelse, finalbody };
  }

  /** Parses with_stmt, at `with`; `at` is where the statement begins. */
  private withStatement(at: number): Stmt {
    this.expect(T.WITH);
    const start = this.p;
    let items: WithItem[] | null = null;
    if (this.kinds[start] === T.LPAR && this.bracketEndsLine(start)) {
      items = this.bracketedItems();
      // CPython has no type comment after the brackets of `async with`, which are a tuple's then.
      if (this.kinds[at] === T.ASYNC && this.kinds[this.p + 1] === T.TYPE_COMMENT) items = null;
      if (items === null) this.p = start;
    }
    if (items === null) {
      items = [];
      do items.push(this.withItem());
      while (this.accept(T.COMMA));
    }
    this.expect(T.COLON);
    const type_comment = this.typeComment();
    const body = this.block();
    const kind = this.kinds[at] === T.ASYNC ? 'AsyncWith' : 'With';
    return { kind, ...this.place(at), items, body, type_comment };
  }

  /** Tells whether a colon follows the bracket that closes the one at `at`. */
  private bracketEndsLine(at: number): boolean {
    let depth = 0;
    for (; ; at++) {
      const kind = this.kinds[at];
      if (kind === T.LPAR || kind === T.LSQB || kind === T.LBRACE) depth++;
      else if (kind === T.RPAR || kind === T.RSQB || kind === T.RBRACE) {
        if (--depth === 0) return this.kinds[at + 1] === T.COLON;
      } else if (kind === T.ENDMARKER) return false;
    }
  }

  /** Parses `(item, …)`; null where it is an expression instead. */
  private bracketedItems(): WithItem[] | null {
    try {
      this.p++;
      const items: WithItem[] = [];
      do items.push(this.withItem());
      while (this.accept(T.COMMA) && this.kinds[this.p] !== T.RPAR);
      if (!this.accept(T.RPAR) || this.kinds[this.p] !== T.COLON) return null;
      return items;
    } catch (error) {
      if (error === BAIL) return null;
      throw error;
    }
  }

  /** Parses with_item. */
  private withItem(): WithItem {
    const context_expr = this.expression();
    const optional_vars = this.accept(T.AS) ? this.starTarget() : null;
    return { kind: 'withitem', context_expr, optional_vars };
  }

  /** Parses a statement that begins with `async`. */
  private asyncStatement(decorators: Expr[]): Stmt {
    this.requires(5);
    const at = this.p++;
    switch (this.kinds[this.p]) {
      case T.DEF:
        return this.functionDefinition(at, decorators);
      case T.FOR:
        return this.forStatement(at);
      case T.WITH:
        return this.withStatement(at);
    }
    throw BAIL;
  }

  /** Parses a function or class with decorators. */
  private decorated(): Stmt {
    const decorators: Expr[] = [];
    while (this.accept(T.AT)) {
      decorators.push(this.namedExpression());
      this.expect(T.NEWLINE);
    }
    switch (this.kinds[this.p]) {
      case T.DEF:
        return this.functionDefinition(this.p, decorators);
      case T.CLASS:
        return this.classDefinition(decorators);
      case T.ASYNC:
        if (this.kinds[this.p + 1] === T.DEF) return this.asyncStatement(decorators);
    }
    throw BAIL;
  }
}
