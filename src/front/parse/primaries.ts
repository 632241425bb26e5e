/** Primaries: attributes, calls, subscripts and slices, and the operators that bind closest. */
import type { Expr, Starred } from '../tree/expressions.ts';
import type { Keyword } from '../tree/ast.ts';
import { BAIL } from './base.ts';
import { OperandParser } from './operands.ts';
import { T } from '../lex/tokens.ts';

/** Parses primaries. */
export abstract class PrimaryParser extends OperandParser {
  /** Tells whether the next token can begin an expression, or a starred one. */
  protected abstract beginsExpression(): boolean;

  /** Parses '*' expression, as in calls and subscripts. */
  protected abstract starredExpression(): Starred;

  protected abstract override namedExpression(): Expr;

  // ---- conditions and lambda
  protected abstract override expression(): Expr;

  /** Parses factor: signs before a power. */
  protected abstract factor(): Expr;

  protected powerDepth = 0;

  /** Parses power: `**`, which binds to the right. */
  protected power(): Expr {
    const start = this.p;
    const left = this.awaitPrimary();
    if (this.kinds[this.p] !== T.DOUBLESTAR) return left;
    this.p++;
    this.noteDepth(++this.powerDepth);
    const right = this.factor();
    this.powerDepth--;
    return { kind: 'BinOp', ...this.since(start), left, op: 'Pow', right };
  }

  /** Parses await_primary. */
  private awaitPrimary(): Expr {
    if (this.kinds[this.p] !== T.AWAIT) return this.primary();
    this.requires(5);
    const at = this.p++;
    const value = this.primary();
    return { kind: 'Await', ...this.since(at), value };
  }

  // ---- primaries

  /** Parses primary: attributes, calls and subscripts after an operand. */
  private primary(): Expr {
    const start = this.p;
    let value = this.atom();
    for (;;) {
      switch (this.kinds[this.p]) {
        case T.DOT: {
          this.p++;
          const attr = this.identifier();
          const end = this.p - 1;
          value = {
            kind: 'Attribute',
            lineno: this.lineOf(start),
            col_offset: this.colOf(start),
            end_lineno: this.endLineOf(end),
            end_col_offset: this.endColOf(end),
            value,
            attr,
            ctx: 'Load',
          };
          break;
        }
        case T.LPAR: {
          const args: Expr[] = [];
          const keywords: Keyword[] = [];
          this.callArguments(args, keywords, true);
          const end = this.p - 1;
          value = {
            kind: 'Call',
            lineno: this.lineOf(start),
            col_offset: this.colOf(start),
            end_lineno: this.endLineOf(end),
            end_col_offset: this.endColOf(end),
            func: value,
            args,
            keywords,
          };
          break;
        }
        case T.LSQB: {
          this.p++;
          const slice = this.slices();
          this.expect(T.RSQB);
          const end = this.p - 1;
          value = {
            kind: 'Subscript',
            lineno: this.lineOf(start),
            col_offset: this.colOf(start),
            end_lineno: this.endLineOf(end),
            end_col_offset: this.endColOf(end),
            value,
            slice,
            ctx: 'Load',
          };
          break;
        }
        default:
          return value;
      }
    }
  }

  /** Parses `(…)` of a call or (without `generator`) a class; a lone generator needs no brackets of its own. */
  protected callArguments(args: Expr[], keywords: Keyword[], generator: boolean): void {
    const open = this.p++;
    let unpacked = false;
    while (this.kinds[this.p] !== T.RPAR) {
      const at = this.p;
      const kind = this.kinds[at];
      if (kind === T.NAME && this.kinds[at + 1] === T.EQUAL) {
        const arg = this.nameOf(at);
        this.p += 2;
        const value = this.expression();
        keywords.push({ kind: 'keyword', ...this.since(at), arg, value });
      } else if (kind === T.STAR) {
        if (unpacked) throw BAIL;
        args.push(this.starredExpression());
      } else if (kind === T.DOUBLESTAR) {
        unpacked = true;
        this.p++;
        const value = this.expression();
        keywords.push({ kind: 'keyword', ...this.since(at), arg: null, value });
      } else {
        if (keywords.length > 0) throw BAIL;
        const value = this.namedExpression();
        if (generator && args.length === 0 && this.atComprehension()) {
          const generators = this.comprehensions();
          this.expect(T.RPAR);
          args.push({ kind: 'GeneratorExp', ...this.since(open), elt: value, generators });
          return;
        }
        args.push(value);
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RPAR);
  }

  /** Parses slices: what stands in the brackets of a subscript. */
  private slices(): Expr {
    const first = this.p;
    if (this.kinds[first] !== T.STAR) {
      const only = this.slice();
      if (this.kinds[this.p] !== T.COMMA) return only;
      this.p++;
      return this.sliceTuple(first, [only]);
    }
    const starred = this.starredExpression();
    if (!this.accept(T.COMMA)) return { kind: 'Tuple', ...this.since(first), elts: [starred], ctx: 'Load' };
    return this.sliceTuple(first, [starred]);
  }

  /** Parses the rest of a subscript of several elements. */
  private sliceTuple(first: number, elts: Expr[]): Expr {
    while (this.kinds[this.p] !== T.RSQB) {
      elts.push(this.kinds[this.p] === T.STAR ? this.starredExpression() : this.slice());
      if (!this.accept(T.COMMA)) break;
    }
    return { kind: 'Tuple', ...this.since(first), elts, ctx: 'Load' };
  }

  /** Parses slice: bounds with colons, or a named expression. */
  private slice(): Expr {
    const at = this.p;
    let lower: Expr | null = null;
    if (this.kinds[at] !== T.COLON) {
      if (this.kinds[at] === T.NAME && this.kinds[at + 1] === T.COLONEQUAL) return this.namedExpression();
      lower = this.expression();
      if (this.kinds[this.p] !== T.COLON) return lower;
    }
    this.p++;
    const upper = this.beginsExpression() ? this.expression() : null;
    const step = this.accept(T.COLON) && this.beginsExpression() ? this.expression() : null;
    return { kind: 'Slice', ...this.since(at), lower, upper, step };
  }
}
