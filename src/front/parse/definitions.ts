/**
 * Functions, classes and what they declare: parameters, type parameters, blocks; and the match statement.
 */
import type { TypeParam } from '../tree/patterns.ts';
import type { Expr } from '../tree/expressions.ts';
import type { Stmt } from '../tree/statements.ts';
import type { Arg, Arguments, Keyword, Located, MatchCase } from '../tree/ast.ts';
import { BAIL } from './base.ts';
import { PatternParser } from './patterns.ts';
import { T } from '../lex/tokens.ts';

export abstract class DefinitionParser extends PatternParser {
  protected abstract statement(out: Stmt[]): boolean;
  protected abstract simpleStatements(out: Stmt[]): void;

  /** Returns the place from the token `at` to the last one taken, line ends and dedents aside. */
  protected place(at: number): Located {
    const last = this.lastToken();
    return {
      lineno: this.lineOf(at),
      col_offset: this.colOf(at),
      end_lineno: this.endLineOf(last),
      end_col_offset: this.endColOf(last),
    };
  }

  /** Parses block: an indented one, or simple statements on the same line. */
  protected block(): Stmt[] {
    const out: Stmt[] = [];
    if (this.accept(T.NEWLINE)) {
      this.expect(T.INDENT);
      do this.statement(out);
      while (!this.accept(T.DEDENT));
    } else this.simpleStatements(out);
    return out;
  }

  /** Parses `def …`; `at` is the token where the statement begins (`async` or `def`). */
  protected functionDefinition(at: number, decorator_list: Expr[]): Stmt {
    this.expect(T.DEF);
    const name = this.identifier();
    const type_params = this.typeParameters();
    this.expect(T.LPAR);
    const args = this.parameters(T.RPAR);
    this.expect(T.RPAR);
    const returns = this.accept(T.ARROW) ? this.expression() : null;
    this.expect(T.COLON);
    const type_comment = this.functionTypeComment();
    const body = this.block();
    const kind = this.kinds[at] === T.ASYNC ? 'AsyncFunctionDef' : 'FunctionDef';
    return { kind, ...this.place(at), name, args, body, decorator_list, returns, type_comment, type_params };
  }

  /** Takes func_type_comment, if it is there: on the line of the `def` or alone on the next. */
  private functionTypeComment(): string | null {
    const own = this.kinds[this.p] === T.TYPE_COMMENT;
    const next = own ? this.p + 1 : this.p;
    const below =
      this.kinds[next] === T.NEWLINE &&
      this.kinds[next + 1] === T.TYPE_COMMENT &&
      this.kinds[next + 2] === T.NEWLINE &&
      this.kinds[next + 3] === T.INDENT;
    if (own && below) throw BAIL;
    if (below) this.p++;
    return this.typeComment();
  }

  /** Parses class_def_raw. */
  protected classDefinition(decorator_list: Expr[]): Stmt {
    const at = this.p++;
    const name = this.identifier();
    const type_params = this.typeParameters();
    const bases: Expr[] = [];
    const keywords: Keyword[] = [];
    if (this.kinds[this.p] === T.LPAR) this.callArguments(bases, keywords, false);
    this.expect(T.COLON);
    const body = this.block();
    return { kind: 'ClassDef', ...this.place(at), name, bases, keywords, body, decorator_list, type_params };
  }

  protected override parameters(closer: T.RPAR | T.COLON): Arguments {
    let posonlyargs: Arg[] = [];
    let args: Arg[] = [];
    const defaults: Expr[] = [];
    let vararg: Arg | null = null;
    const kwonlyargs: Arg[] = [];
    const kw_defaults: (Expr | null)[] = [];
    let kwarg: Arg | null = null;
    let slash = false;
    let star = false;
    let latest: Arg | null = null;
    while (this.kinds[this.p] !== closer) {
      if (kwarg !== null) throw BAIL;
      const kind = this.kinds[this.p];
      latest = null;
      if (kind === T.SLASH) {
        if (slash || star || args.length === 0) throw BAIL;
        this.requires(8);
        slash = true;
        this.p++;
        posonlyargs = args;
        args = [];
      } else if (kind === T.STAR) {
        if (star) throw BAIL;
        star = true;
        this.p++;
        if (this.kinds[this.p] !== T.COMMA) latest = vararg = this.parameter(closer, true);
        else if (this.kinds[this.p + 1] !== T.NAME) throw BAIL;
      } else if (kind === T.DOUBLESTAR) {
        this.p++;
        latest = kwarg = this.parameter(closer, false);
      } else {
        const arg = this.parameter(closer, false);
        latest = arg;
        const value = this.accept(T.EQUAL) ? this.expression() : null;
        if (star) {
          kwonlyargs.push(arg);
          kw_defaults.push(value);
        } else {
          if (value !== null) defaults.push(value);
          else if (defaults.length > 0) throw BAIL;
          args.push(arg);
        }
      }
      const more = this.accept(T.COMMA);
      if (latest !== null && closer === T.RPAR) latest.type_comment = this.typeComment();
      if (!more) break;
    }
    return { kind: 'arguments', posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults };
  }

  /** Parses one parameter; those of a function (not a lambda) may be annotated, `*args` with `*Ts`. */
  private parameter(closer: T.RPAR | T.COLON, starAnnotation: boolean): Arg {
    const at = this.p;
    const arg = this.identifier();
    let annotation: Expr | null = null;
    if (closer === T.RPAR && this.accept(T.COLON)) {
      annotation = starAnnotation && this.kinds[this.p] === T.STAR ? this.starred() : this.expression();
    }
    return { kind: 'arg', ...this.since(at), arg, annotation, type_comment: null };
  }

  /** Takes the `=` before the default of a type parameter, if it is there. */
  private acceptDefault(): boolean {
    if (!this.accept(T.EQUAL)) return false;
    this.requires(13);
    return true;
  }

  /** Parses `[T: bound = default, *Ts, **P]`, if it is there. */
  protected typeParameters(): TypeParam[] {
    const out: TypeParam[] = [];
    if (!this.accept(T.LSQB)) return out;
    this.requires(12);
    do {
      const at = this.p;
      if (this.accept(T.STAR)) {
        const name = this.identifier();
        let default_value: Expr | null = null;
        if (this.acceptDefault()) default_value = this.kinds[this.p] === T.STAR ? this.starred() : this.expression();
        out.push({ kind: 'TypeVarTuple', ...this.since(at), name, default_value });
      } else if (this.accept(T.DOUBLESTAR)) {
        const name = this.identifier();
        const default_value = this.acceptDefault() ? this.expression() : null;
        out.push({ kind: 'ParamSpec', ...this.since(at), name, default_value });
      } else {
        const name = this.identifier();
        const bound = this.accept(T.COLON) ? this.expression() : null;
        const default_value = this.acceptDefault() ? this.expression() : null;
        out.push({ kind: 'TypeVar', ...this.since(at), name, bound, default_value });
      }
    } while (this.accept(T.COMMA) && this.kinds[this.p] !== T.RSQB);
    this.expect(T.RSQB);
    return out;
  }

  // ---- match

  /** Tells whether the line that begins with the name `match` is a match statement. */
  protected isMatch(): boolean {
    let at = this.p + 1;
    if (this.kinds[at] === T.EQUAL || this.kinds[at] === T.DOT) return false;
    while (this.kinds[at] !== T.NEWLINE && this.kinds[at] !== T.ENDMARKER) at++;
    return this.kinds[at - 1] === T.COLON && this.kinds[at + 1] === T.INDENT && at - 1 > this.p + 1;
  }

  /** Parses match_stmt. */
  protected matchStatement(): Stmt {
    this.requires(10);
    const at = this.p++;
    const start = this.p;
    let subject = this.starNamedExpression();
    if (this.kinds[this.p] === T.COMMA) {
      const elts = [subject];
      while (this.accept(T.COMMA) && this.beginsExpression()) elts.push(this.starNamedExpression());
      subject = { kind: 'Tuple', ...this.since(start), elts, ctx: 'Load' };
    } else if (subject.kind === 'Starred') throw BAIL;
    this.expect(T.COLON);
    this.expect(T.NEWLINE);
    this.expect(T.INDENT);
    const cases: MatchCase[] = [];
    do {
      if (!this.isSoft(this.p, 'case')) throw BAIL;
      this.p++;
      const pattern = this.patterns();
      const guard = this.accept(T.IF) ? this.namedExpression() : null;
      this.expect(T.COLON);
      cases.push({ kind: 'match_case', pattern, guard, body: this.block() });
    } while (!this.accept(T.DEDENT));
    return { kind: 'Match', ...this.place(at), subject, cases };
  }
}
