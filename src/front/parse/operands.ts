/**
 * Operands: names, literals, what stands in brackets, comprehensions; and the targets of `for` and `with`.
 */
import type { Dict, Expr, Name, Starred } from '../tree/expressions.ts';
import { ELLIPSIS } from '../../bytecode/code.ts';
import type { Comprehension, Located } from '../tree/ast.ts';
import { STRIDE } from '../lex/state.ts';
import { EscapeError, numberValue } from '../lex/literals.ts';
import { BAIL } from './base.ts';
import { StringParser } from './strings.ts';
import { T } from '../lex/tokens.ts';

export abstract class OperandParser extends StringParser {
  protected abstract expression(): Expr;
  protected abstract namedExpression(): Expr;
  protected abstract starNamedExpression(): Expr;
  protected abstract starred(): Starred;
  protected abstract yieldExpression(): Expr;
  protected abstract disjunction(): Expr;
  protected abstract binary(least: number): Expr;

  /** Takes a NAME as a node. */
  protected nameNode(): Name {
    const at = this.p++;
    const i = at * STRIDE;
    const { positions } = this;
    return {
      kind: 'Name',
      lineno: positions[i + 2]!,
      col_offset: positions[i + 3]!,
      end_lineno: positions[i + 4]!,
      end_col_offset: positions[i + 5]!,
      id: this.nameOf(at),
      ctx: 'Load',
    };
  }

  /** Parses atom. */
  protected atom(): Expr {
    const at = this.p;
    switch (this.kinds[at]) {
      case T.NAME:
        return this.nameNode();
      case T.NUMBER:
        return this.number();
      case T.STRING:
      case T.FSTRING_START:
        return this.strings();
      case T.TRUE:
        this.p++;
        return this.constant(at, true, null);
      case T.FALSE:
        this.p++;
        return this.constant(at, false, null);
      case T.NONE:
        this.p++;
        return this.constant(at, null, null);
      case T.ELLIPSIS:
        this.p++;
        return this.constant(at, ELLIPSIS, null);
      case T.LPAR:
        return this.parenthesised();
      case T.LSQB:
        return this.listDisplay();
      case T.LBRACE:
        return this.braces();
    }
    throw BAIL;
  }

  /** Takes a NUMBER as a node. */
  protected number(): Expr {
    const at = this.p++;
    const text = this.tokenText(at);
    if (text.includes('_')) this.requires(6);
    try {
      return this.constant(at, numberValue(text, this.maxDigits), null);
    } catch (error) {
      if (error instanceof EscapeError) throw BAIL;
      throw error;
    }
  }

  /** Parses tuple, group or genexp. */
  private parenthesised(): Expr {
    const open = this.p++;
    if (this.accept(T.RPAR)) return { kind: 'Tuple', ...this.since(open), elts: [], ctx: 'Load' };
    if (this.kinds[this.p] === T.YIELD) {
      const value = this.yieldExpression();
      this.expect(T.RPAR);
      return value;
    }
    const first = this.starNamedExpression();
    if (this.kinds[this.p] === T.COMMA) {
      const elts = this.restOfDisplay(first, T.RPAR);
      return { kind: 'Tuple', ...this.since(open), elts, ctx: 'Load' };
    }
    if (first.kind === 'Starred') throw BAIL;
    if (this.atComprehension()) {
      const generators = this.comprehensions();
      this.expect(T.RPAR);
      return { kind: 'GeneratorExp', ...this.since(open), elt: first, generators };
    }
    this.expect(T.RPAR);
    return first;
  }

  /** Parses list or listcomp. */
  private listDisplay(): Expr {
    const open = this.p++;
    if (this.accept(T.RSQB)) return { kind: 'List', ...this.since(open), elts: [], ctx: 'Load' };
    const first = this.starNamedExpression();
    if (this.atComprehension()) {
      if (first.kind === 'Starred') throw BAIL;
      const generators = this.comprehensions();
      this.expect(T.RSQB);
      return { kind: 'ListComp', ...this.since(open), elt: first, generators };
    }
    const elts = this.restOfDisplay(first, T.RSQB);
    return { kind: 'List', ...this.since(open), elts, ctx: 'Load' };
  }

  /** Parses `, x, …` and the closing bracket after the first element of a display. */
  private restOfDisplay(first: Expr, closer: T): Expr[] {
    const elts = [first];
    while (this.accept(T.COMMA) && this.kinds[this.p] !== closer) elts.push(this.starNamedExpression());
    this.expect(closer);
    return elts;
  }

  /** Parses dict, set or a comprehension of either. */
  private braces(): Expr {
    const open = this.p++;
    const kind = this.kinds[this.p];
    if (kind === T.RBRACE || kind === T.DOUBLESTAR) return this.dict(open);
    if (kind === T.STAR || (kind === T.NAME && this.kinds[this.p + 1] === T.COLONEQUAL)) {
      return this.set(open, this.starNamedExpression());
    }
    const first = this.expression();
    return this.kinds[this.p] === T.COLON ? this.dict(open, first) : this.set(open, first);
  }

  /** Parses set or setcomp, after the first element. */
  private set(open: number, first: Expr): Expr {
    if (this.atComprehension()) {
      if (first.kind === 'Starred') throw BAIL;
      const generators = this.comprehensions();
      this.expect(T.RBRACE);
      return { kind: 'SetComp', ...this.since(open), elt: first, generators };
    }
    const elts = this.restOfDisplay(first, T.RBRACE);
    return { kind: 'Set', ...this.since(open), elts };
  }

  /** Parses dict or dictcomp, after the first key if that was parsed. */
  private dict(open: number, first: Expr | null = null): Expr {
    const keys: Dict['keys'] = [];
    const values: Expr[] = [];
    let key = first;
    while (this.kinds[this.p] !== T.RBRACE) {
      if (key === null && this.accept(T.DOUBLESTAR)) {
        keys.push(null);
        values.push(this.binary(1));
      } else {
        key ??= this.expression();
        this.expect(T.COLON);
        const value = this.expression();
        if (first !== null && keys.length === 0 && this.atComprehension()) {
          const generators = this.comprehensions();
          this.expect(T.RBRACE);
          return { kind: 'DictComp', ...this.since(open), key, value, generators };
        }
        keys.push(key);
        values.push(value);
        key = null;
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RBRACE);
    return { kind: 'Dict', ...this.since(open), keys, values };
  }

  // ---- comprehensions and targets

  /** Tells whether a comprehension's `for` is next. */
  protected atComprehension(): boolean {
    const kind = this.kinds[this.p];
    return kind === T.FOR || (kind === T.ASYNC && this.kinds[this.p + 1] === T.FOR);
  }

  /** Parses for_if_clauses. */
  protected comprehensions(): Comprehension[] {
    const out: Comprehension[] = [];
    do {
      const is_async = this.accept(T.ASYNC) ? 1 : 0;
      if (is_async) this.requires(6);
      this.expect(T.FOR);
      const target = this.starTargets();
      this.expect(T.IN);
      const iter = this.disjunction();
      const ifs: Expr[] = [];
      while (this.accept(T.IF)) ifs.push(this.disjunction());
      out.push({ kind: 'comprehension', target, iter, ifs, is_async });
    } while (this.atComprehension());
    return out;
  }

  /** Parses star_targets of a `for`. */
  protected starTargets(): Expr {
    const start = this.p;
    const first = this.starTarget();
    if (this.kinds[this.p] !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA) && this.kinds[this.p] !== T.IN) elts.push(this.starTarget());
    return { kind: 'Tuple', ...this.since(start), elts, ctx: 'Store' };
  }

  /** Parses star_target: one target, starred or not. */
  protected starTarget(): Expr {
    return this.toStore(this.kinds[this.p] === T.STAR ? this.starred() : this.binary(1));
  }

  // ---- places

  /** Returns the place from the token `at` to the last one taken. */
  protected since(at: number): Located {
    const last = this.p - 1;
    return {
      lineno: this.lineOf(at),
      col_offset: this.colOf(at),
      end_lineno: this.endLineOf(last),
      end_col_offset: this.endColOf(last),
    };
  }
}
