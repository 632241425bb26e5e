/**
 * Patterns of `match` (PEP 634).
 *
 * A name decides by what follows it: `(` a class, `.` a value, nothing a capture. `_` alone is the
 * wildcard and, as the grammar tries it before values and classes, never the head of one.
 */
import type { MatchMapping, Pattern } from '../tree/patterns.ts';
import type { Constant, Expr } from '../tree/expressions.ts';
import { ConstComplex } from '../../bytecode/code.ts';
import { BAIL } from './base.ts';
import { ExpressionParser } from './expressions.ts';
import { T } from '../lex/tokens.ts';

export abstract class PatternParser extends ExpressionParser {
  /** Parses patterns: what follows `case`; a sequence may stand without brackets. */
  protected patterns(): Pattern {
    const at = this.p;
    const first = this.maybeStarPattern();
    if (this.kinds[this.p] !== T.COMMA) {
      if (first.kind === 'MatchStar') throw BAIL;
      return first;
    }
    const patterns = [first];
    while (this.accept(T.COMMA) && this.beginsPattern()) patterns.push(this.maybeStarPattern());
    return { kind: 'MatchSequence', ...this.since(at), patterns };
  }

  /** Tells whether a pattern may follow a comma here. */
  private beginsPattern(): boolean {
    const kind = this.kinds[this.p];
    return kind !== T.COLON && kind !== T.IF && kind !== T.RPAR && kind !== T.RSQB;
  }

  /** Parses maybe_star_pattern. */
  private maybeStarPattern(): Pattern {
    const at = this.p;
    if (!this.accept(T.STAR)) return this.pattern();
    const name = this.isSoft(this.p, '_') ? null : this.captureTarget();
    if (name === null) this.p++;
    return { kind: 'MatchStar', ...this.since(at), name };
  }

  /** Takes a NAME that binds: not `_`, and not the head of a value, class or keyword. */
  private captureTarget(): string {
    if (this.isSoft(this.p, '_')) throw BAIL;
    const name = this.identifier();
    const next = this.kinds[this.p];
    if (next === T.DOT || next === T.LPAR || next === T.EQUAL) throw BAIL;
    return name;
  }

  /** Parses pattern: alternatives, with `as` or without. */
  private pattern(): Pattern {
    const at = this.p;
    const first = this.orPattern();
    if (!this.accept(T.AS)) return first;
    const name = this.captureTarget();
    return { kind: 'MatchAs', ...this.since(at), pattern: first, name };
  }

  /** Parses or_pattern. */
  private orPattern(): Pattern {
    const at = this.p;
    const first = this.closedPattern();
    if (this.kinds[this.p] !== T.VBAR) return first;
    const patterns = [first];
    while (this.accept(T.VBAR)) patterns.push(this.closedPattern());
    return { kind: 'MatchOr', ...this.since(at), patterns };
  }

  /** Parses closed_pattern. */
  private closedPattern(): Pattern {
    const at = this.p;
    switch (this.kinds[at]) {
      case T.NUMBER:
      case T.MINUS:
      case T.STRING:
      case T.FSTRING_START: {
        const value = this.literalExpression();
        return { kind: 'MatchValue', ...this.since(at), value };
      }
      case T.NONE:
        this.p++;
        return { kind: 'MatchSingleton', ...this.since(at), value: null };
      case T.TRUE:
        this.p++;
        return { kind: 'MatchSingleton', ...this.since(at), value: true };
      case T.FALSE:
        this.p++;
        return { kind: 'MatchSingleton', ...this.since(at), value: false };
      case T.NAME:
        return this.namePattern();
      case T.LPAR:
        return this.groupOrSequence();
      case T.LSQB: {
        this.p++;
        const patterns = this.sequence(T.RSQB);
        return { kind: 'MatchSequence', ...this.since(at), patterns };
      }
      case T.LBRACE:
        return this.mappingPattern();
    }
    throw BAIL;
  }

  /** Parses a number (with sign or imaginary part), or strings. */
  private literalExpression(): Expr {
    const at = this.p;
    if (this.kinds[at] === T.STRING || this.kinds[at] === T.FSTRING_START) return this.strings();
    const negative = this.accept(T.MINUS);
    if (this.kinds[this.p] !== T.NUMBER) throw BAIL;
    const number = this.number();
    const real: Expr = negative ? { kind: 'UnaryOp', ...this.since(at), op: 'USub', operand: number } : number;
    const sign = this.kinds[this.p];
    if (sign !== T.PLUS && sign !== T.MINUS) return real;
    this.p++;
    if (this.kinds[this.p] !== T.NUMBER) throw BAIL;
    const imaginary = this.number();
    if ((number as Constant).value instanceof ConstComplex) throw BAIL;
    if (!((imaginary as Constant).value instanceof ConstComplex)) throw BAIL;
    return { kind: 'BinOp', ...this.since(at), left: real, op: sign === T.PLUS ? 'Add' : 'Sub', right: imaginary };
  }

  /** Parses a pattern that begins with a name: wildcard, capture, value or class. */
  private namePattern(): Pattern {
    const at = this.p;
    if (this.isSoft(at, '_')) {
      this.p++;
      return { kind: 'MatchAs', ...this.since(at), pattern: null, name: null };
    }
    const next = this.kinds[at + 1];
    if (next !== T.DOT && next !== T.LPAR) {
      const name = this.captureTarget();
      return { kind: 'MatchAs', ...this.since(at), pattern: null, name };
    }
    const value = this.dottedValue();
    if (this.kinds[this.p] === T.LPAR) return this.classPattern(at, value);
    if (this.kinds[this.p] === T.EQUAL) throw BAIL;
    return { kind: 'MatchValue', ...this.since(at), value };
  }

  /** Parses name_or_attr. */
  private dottedValue(): Expr {
    const at = this.p;
    if (this.kinds[at] !== T.NAME) throw BAIL;
    let value: Expr = this.nameNode();
    while (this.accept(T.DOT)) {
      const attr = this.identifier();
      value = { kind: 'Attribute', ...this.since(at), value, attr, ctx: 'Load' };
    }
    return value;
  }

  /** Parses group_pattern, or a sequence_pattern in parentheses. */
  private groupOrSequence(): Pattern {
    const at = this.p++;
    if (this.accept(T.RPAR)) return { kind: 'MatchSequence', ...this.since(at), patterns: [] };
    const first = this.maybeStarPattern();
    if (this.kinds[this.p] !== T.COMMA) {
      if (first.kind === 'MatchStar') throw BAIL;
      this.expect(T.RPAR);
      return first;
    }
    this.p++;
    const patterns = [first, ...this.sequence(T.RPAR)];
    return { kind: 'MatchSequence', ...this.since(at), patterns };
  }

  /** Parses patterns with commas between, and the closer. */
  private sequence(closer: T): Pattern[] {
    const patterns: Pattern[] = [];
    while (this.kinds[this.p] !== closer) {
      patterns.push(this.maybeStarPattern());
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(closer);
    return patterns;
  }

  /** Parses mapping_pattern. */
  private mappingPattern(): MatchMapping {
    const at = this.p++;
    const keys: Expr[] = [];
    const patterns: Pattern[] = [];
    let rest: string | null = null;
    while (this.kinds[this.p] !== T.RBRACE) {
      if (rest !== null) throw BAIL;
      if (this.accept(T.DOUBLESTAR)) rest = this.captureTarget();
      else {
        keys.push(this.mappingKey());
        this.expect(T.COLON);
        patterns.push(this.pattern());
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RBRACE);
    return { kind: 'MatchMapping', ...this.since(at), keys, patterns, rest };
  }

  /** Parses literal_expr or attr, the key of a mapping pattern. */
  private mappingKey(): Expr {
    const at = this.p;
    switch (this.kinds[at]) {
      case T.NAME: {
        const value = this.dottedValue();
        if (value.kind === 'Name') throw BAIL;
        return value;
      }
      case T.NONE:
      case T.TRUE:
      case T.FALSE:
        return this.atom();
    }
    if (this.kinds[at] === T.LPAR || this.kinds[at] === T.PLUS) throw BAIL;
    return this.literalExpression();
  }

  /** Parses class_pattern, at its bracket. */
  private classPattern(at: number, cls: Expr): Pattern {
    this.p++;
    const patterns: Pattern[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: Pattern[] = [];
    while (this.kinds[this.p] !== T.RPAR) {
      if (this.kinds[this.p] === T.NAME && this.kinds[this.p + 1] === T.EQUAL) {
        kwd_attrs.push(this.identifier());
        this.p++;
        kwd_patterns.push(this.pattern());
      } else {
        if (kwd_attrs.length > 0) throw BAIL;
        patterns.push(this.pattern());
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RPAR);
    return { kind: 'MatchClass', ...this.since(at), cls, patterns, kwd_attrs, kwd_patterns };
  }
}
