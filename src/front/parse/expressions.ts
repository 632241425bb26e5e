/**
 * Expressions: from `expression` of the grammar down to operands, by precedence.
 *
 * Most operands are a single token between separators, and the chain of precedence levels would be
 * walked for each; `SIMPLE_END` cuts it short where the token after a single-token operand can only
 * end the expression. Binary operators are one loop over a table of precedences.
 */
import type { Expr, Starred } from '../tree/expressions.ts';
import type { Arguments, CmpOperator, Operator, UnaryOperator } from '../tree/ast.ts';
import { BAIL } from './base.ts';
import { T } from '../lex/tokens.ts';
import { PrimaryParser } from './primaries.ts';

const KIND_COUNT = 128;

/** Makes a table of token kinds. */
function kindSet(kinds: readonly T[]): Uint8Array {
  const set = new Uint8Array(KIND_COUNT);
  for (const kind of kinds) set[kind] = 1;
  return set;
}

/** Tokens that end an expression whatever came before. */
const SIMPLE_END = kindSet([T.NEWLINE, T.COMMA, T.RPAR, T.RSQB, T.RBRACE, T.COLON, T.EQUAL, T.SEMI]);

/** Tokens that can begin an expression, or a starred one. */
const BEGINS = kindSet([
  T.NAME,
  T.NUMBER,
  T.STRING,
  T.FSTRING_START,
  T.FALSE,
  T.NONE,
  T.TRUE,
  T.AWAIT,
  T.LAMBDA,
  T.NOT,
  T.LPAR,
  T.LSQB,
  T.LBRACE,
  T.ELLIPSIS,
  T.PLUS,
  T.MINUS,
  T.TILDE,
  T.STAR,
]);

const PRECEDENCE = new Uint8Array(KIND_COUNT);
const OPERATOR: (Operator | undefined)[] = new Array<Operator | undefined>(KIND_COUNT).fill(undefined);
for (const [kind, precedence, name] of [
  [T.VBAR, 1, 'BitOr'],
  [T.CIRCUMFLEX, 2, 'BitXor'],
  [T.AMPER, 3, 'BitAnd'],
  [T.LEFTSHIFT, 4, 'LShift'],
  [T.RIGHTSHIFT, 4, 'RShift'],
  [T.PLUS, 5, 'Add'],
  [T.MINUS, 5, 'Sub'],
  [T.STAR, 6, 'Mult'],
  [T.SLASH, 6, 'Div'],
  [T.DOUBLESLASH, 6, 'FloorDiv'],
  [T.PERCENT, 6, 'Mod'],
  [T.AT, 6, 'MatMult'],
] as [T, number, Operator][]) {
  PRECEDENCE[kind] = precedence;
  OPERATOR[kind] = name;
}

export abstract class ExpressionParser extends PrimaryParser {
  // ---- lists of expressions

  /** Tells whether the next token can begin an expression, or a starred one. */
  protected beginsExpression(): boolean {
    return BEGINS[this.kinds[this.p]!] === 1;
  }

  /** Parses star_expressions: one, or a tuple without brackets. */
  protected starExpressions(): Expr {
    const start = this.p;
    const first = this.starExpression();
    if (this.kinds[this.p] !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA) && this.beginsExpression()) elts.push(this.starExpression());
    return { kind: 'Tuple', ...this.since(start), elts, ctx: 'Load' };
  }

  /** Parses star_expression: '*' bitwise_or, or an expression. */
  private starExpression(): Expr {
    return this.kinds[this.p] === T.STAR ? this.starred() : this.expression();
  }

  /** Parses '*' bitwise_or. */
  protected override starred(): Starred {
    const at = this.p++;
    const value = this.binary(1);
    return { kind: 'Starred', ...this.since(at), value, ctx: 'Load' };
  }

  /** Parses '*' expression, as in calls and subscripts. */
  protected starredExpression(): Starred {
    const at = this.p++;
    const value = this.expression();
    return { kind: 'Starred', ...this.since(at), value, ctx: 'Load' };
  }

  protected override starNamedExpression(): Expr {
    return this.kinds[this.p] === T.STAR ? this.starred() : this.namedExpression();
  }

  protected override annotatedRhs(): Expr {
    return this.kinds[this.p] === T.YIELD ? this.yieldExpression() : this.starExpressions();
  }

  protected override yieldExpression(): Expr {
    const at = this.p++;
    if (this.accept(T.FROM)) {
      const value = this.expression();
      return { kind: 'YieldFrom', ...this.since(at), value };
    }
    const value = this.beginsExpression() ? this.starExpressions() : null;
    return { kind: 'Yield', ...this.since(at), value };
  }

  protected override namedExpression(): Expr {
    if (this.kinds[this.p] !== T.NAME || this.kinds[this.p + 1] !== T.COLONEQUAL) return this.expression();
    this.requires(8);
    const at = this.p;
    const target = this.nameNode();
    target.ctx = 'Store';
    this.p++;
    const value = this.expression();
    return { kind: 'NamedExpr', ...this.since(at), target, value };
  }

  // ---- conditions and lambda

  protected override expression(): Expr {
    const kind = this.kinds[this.p]!;
    if (SIMPLE_END[this.kinds[this.p + 1]!] === 1) {
      if (kind === T.NAME) return this.nameNode();
      if (kind === T.NUMBER || kind === T.STRING) return this.atom();
    }
    if (kind === T.LAMBDA) return this.lambda();
    const start = this.p;
    const first = this.disjunction();
    return this.kinds[this.p] === T.IF ? this.conditional(start, first) : first;
  }

  /** Parses `first if … else …`, a chain of any length. */
  private conditional(start: number, first: Expr): Expr {
    const starts = [start];
    const bodies = [first];
    const tests: Expr[] = [];
    let last: Expr;
    for (;;) {
      this.expect(T.IF);
      tests.push(this.disjunction());
      this.expect(T.ELSE);
      if (this.kinds[this.p] === T.LAMBDA) {
        last = this.lambda();
        break;
      }
      const at = this.p;
      last = this.disjunction();
      if (this.kinds[this.p] !== T.IF) break;
      starts.push(at);
      bodies.push(last);
    }
    this.noteDepth(tests.length);
    for (let i = tests.length - 1; i >= 0; i--) {
      last = { kind: 'IfExp', ...this.since(starts[i]!), test: tests[i]!, body: bodies[i]!, orelse: last };
    }
    return last;
  }

  /** Parses lambdef: any number of them, one in another. */
  private lambda(): Expr {
    const heads: { at: number; args: Arguments }[] = [];
    do {
      const at = this.p++;
      const args = this.parameters(T.COLON);
      this.expect(T.COLON);
      heads.push({ at, args });
    } while (this.kinds[this.p] === T.LAMBDA);
    this.noteDepth(heads.length);
    let body = this.expression();
    for (let i = heads.length - 1; i >= 0; i--) {
      const { at, args } = heads[i]!;
      body = { kind: 'Lambda', ...this.since(at), args, body };
    }
    return body;
  }

  /** Parses the parameters of a function (`closer` RPAR) or a lambda (COLON), up to the closer. */
  protected abstract parameters(closer: T.RPAR | T.COLON): Arguments;

  // ---- operators

  protected override disjunction(): Expr {
    const start = this.p;
    const first = this.conjunction();
    if (this.kinds[this.p] !== T.OR) return first;
    const values = [first];
    while (this.accept(T.OR)) values.push(this.conjunction());
    return { kind: 'BoolOp', ...this.since(start), op: 'Or', values };
  }

  /** Parses conjunction: operands of `and`. */
  private conjunction(): Expr {
    const start = this.p;
    const first = this.inversion();
    if (this.kinds[this.p] !== T.AND) return first;
    const values = [first];
    while (this.accept(T.AND)) values.push(this.inversion());
    return { kind: 'BoolOp', ...this.since(start), op: 'And', values };
  }

  /** Parses inversion: `not`, any number of times. */
  private inversion(): Expr {
    if (this.kinds[this.p] !== T.NOT) return this.comparison();
    const first = this.p;
    while (this.kinds[this.p] === T.NOT) this.p++;
    const count = this.p - first;
    this.noteDepth(count);
    let operand = this.comparison();
    for (let at = first + count - 1; at >= first; at--) {
      operand = { kind: 'UnaryOp', ...this.since(at), op: 'Not', operand };
    }
    return operand;
  }

  /** Parses comparison: a chain of comparisons. */
  private comparison(): Expr {
    const start = this.p;
    const left = this.binary(1);
    let op = this.comparisonOperator();
    if (op === null) return left;
    const ops: CmpOperator[] = [];
    const comparators: Expr[] = [];
    while (op !== null) {
      ops.push(op);
      comparators.push(this.binary(1));
      op = this.comparisonOperator();
    }
    return { kind: 'Compare', ...this.since(start), left, ops, comparators };
  }

  /** Takes a comparison operator, if one is next. */
  private comparisonOperator(): CmpOperator | null {
    switch (this.kinds[this.p]) {
      case T.EQEQUAL:
        this.p++;
        return 'Eq';
      case T.NOTEQUAL:
        if (this.tokenText(this.p) !== '!=') throw BAIL;
        this.p++;
        return 'NotEq';
      case T.LESS:
        this.p++;
        return 'Lt';
      case T.LESSEQUAL:
        this.p++;
        return 'LtE';
      case T.GREATER:
        this.p++;
        return 'Gt';
      case T.GREATEREQUAL:
        this.p++;
        return 'GtE';
      case T.IN:
        this.p++;
        return 'In';
      case T.IS:
        this.p++;
        return this.accept(T.NOT) ? 'IsNot' : 'Is';
      case T.NOT:
        if (this.kinds[this.p + 1] !== T.IN) return null;
        this.p += 2;
        return 'NotIn';
    }
    return null;
  }

  /** Parses binary operators of at least a precedence: 1 is bitwise_or. */
  protected override binary(least: number): Expr {
    const start = this.p;
    let left = this.factor();
    for (;;) {
      const kind = this.kinds[this.p]!;
      const precedence = PRECEDENCE[kind]!;
      if (precedence < least || precedence === 0) return left;
      if (kind === T.AT) this.requires(5);
      this.p++;
      const right = this.binary(precedence + 1);
      left = {
        kind: 'BinOp',
        lineno: this.lineOf(start),
        col_offset: this.colOf(start),
        end_lineno: this.endLineOf(this.p - 1),
        end_col_offset: this.endColOf(this.p - 1),
        left,
        op: OPERATOR[kind]!,
        right,
      };
    }
  }

  /** Parses factor: signs before a power. */
  protected factor(): Expr {
    let kind = this.kinds[this.p];
    if (kind !== T.MINUS && kind !== T.PLUS && kind !== T.TILDE) return this.power();
    const first = this.p;
    do kind = this.kinds[++this.p];
    while (kind === T.MINUS || kind === T.PLUS || kind === T.TILDE);
    const end = this.p;
    this.noteDepth(end - first);
    let operand = this.power();
    for (let at = end - 1; at >= first; at--) {
      const sign = this.kinds[at];
      const op: UnaryOperator = sign === T.MINUS ? 'USub' : sign === T.PLUS ? 'UAdd' : 'Invert';
      operand = { kind: 'UnaryOp', ...this.since(at), op, operand };
    }
    return operand;
  }
}
