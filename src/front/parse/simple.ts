/** Statements of one line: assignments, `raise`, `del`, `type`, imports and those of one word. */
import type { Expr, Name } from '../tree/expressions.ts';
import type { Stmt } from '../tree/statements.ts';
import type { Alias, Operator } from '../tree/ast.ts';
import { BAIL } from './base.ts';
import { DefinitionParser } from './definitions.ts';
import { T } from '../lex/tokens.ts';

const AUGMENTED: readonly Operator[] = [
  'Add',
  'Sub',
  'Mult',
  'Div',
  'Mod',
  'BitAnd',
  'BitOr',
  'BitXor',
  'LShift',
  'RShift',
  'Pow',
  'MatMult',
  'FloorDiv',
];

/** Parses statements of one line. */
export abstract class SimpleParser extends DefinitionParser {
  /** Parses simple_stmts: simple statements with `;` between, to the end of the line. */
  protected override simpleStatements(out: Stmt[]): void {
    do out.push(this.simpleStatement());
    while (this.accept(T.SEMI) && this.kinds[this.p] !== T.NEWLINE);
    this.expect(T.NEWLINE);
  }

  /** Parses simple_stmt. */
  private simpleStatement(): Stmt {
    const at = this.p;
    switch (this.kinds[at]) {
      case T.RETURN: {
        this.p++;
        const value = this.beginsExpression() ? this.starExpressions() : null;
        return { kind: 'Return', ...this.since(at), value };
      }
      case T.IMPORT:
        return this.importStatement();
      case T.FROM:
        return this.importFrom();
      case T.RAISE:
        return this.raiseStatement();
      case T.PASS:
        this.p++;
        return { kind: 'Pass', ...this.since(at) };
      case T.BREAK:
        this.p++;
        return { kind: 'Break', ...this.since(at) };
      case T.CONTINUE:
        this.p++;
        return { kind: 'Continue', ...this.since(at) };
      case T.DEL:
        return this.deleteStatement();
      case T.ASSERT: {
        this.p++;
        const test = this.expression();
        const msg = this.accept(T.COMMA) ? this.expression() : null;
        return { kind: 'Assert', ...this.since(at), test, msg };
      }
      case T.GLOBAL: {
        const names = this.nameList();
        return { kind: 'Global', ...this.since(at), names };
      }
      case T.NONLOCAL: {
        const names = this.nameList();
        return { kind: 'Nonlocal', ...this.since(at), names };
      }
      case T.NAME:
        if (this.kinds[at + 1] === T.NAME && this.isSoft(at, 'type')) return this.typeAlias();
    }
    return this.assignmentOrExpression(at);
  }

  /** Parses assignment, or star_expressions as a statement. */
  private assignmentOrExpression(at: number): Stmt {
    const first = this.annotatedRhs();
    const kind = this.kinds[this.p]!;
    if (kind === T.EQUAL) {
      const targets: Expr[] = [];
      let value = first;
      while (this.accept(T.EQUAL)) {
        targets.push(this.toStore(value));
        value = this.annotatedRhs();
      }
      const type_comment = this.typeComment();
      return { kind: 'Assign', ...this.since(at), targets, value, type_comment };
    }
    if (kind >= T.PLUSEQUAL && kind <= T.DOUBLESLASHEQUAL) {
      const target = this.singleTarget(first);
      if (kind === T.ATEQUAL) this.requires(5);
      this.p++;
      const value = this.annotatedRhs();
      return { kind: 'AugAssign', ...this.since(at), target, op: AUGMENTED[kind - T.PLUSEQUAL]!, value };
    }
    if (kind === T.COLON) {
      const target = this.singleTarget(first);
      this.requires(6);
      const simple = this.kinds[at] === T.NAME && target.kind === 'Name' ? 1 : 0;
      this.p++;
      const annotation = this.expression();
      const value = this.accept(T.EQUAL) ? this.annotatedRhs() : null;
      return { kind: 'AnnAssign', ...this.since(at), target, annotation, value, simple };
    }
    return { kind: 'Expr', ...this.since(at), value: first };
  }

  /** Parses single_target, of an annotation or augmented assignment. */
  private singleTarget(target: Expr): Expr {
    if (target.kind !== 'Name' && target.kind !== 'Attribute' && target.kind !== 'Subscript') throw BAIL;
    target.ctx = 'Store';
    return target;
  }

  /** Parses the names of `global` or `nonlocal`. */
  private nameList(): string[] {
    this.p++;
    const names = [this.identifier()];
    while (this.accept(T.COMMA)) names.push(this.identifier());
    return names;
  }

  /** Parses raise_stmt. */
  private raiseStatement(): Stmt {
    const at = this.p++;
    const exc = this.beginsExpression() ? this.expression() : null;
    const cause = exc !== null && this.accept(T.FROM) ? this.expression() : null;
    return { kind: 'Raise', ...this.since(at), exc, cause };
  }

  /** Parses del_stmt. */
  private deleteStatement(): Stmt {
    const at = this.p++;
    const targets: Expr[] = [];
    do targets.push(this.toDelete(this.binary(1)));
    while (this.accept(T.COMMA) && this.beginsExpression());
    if (this.kinds[this.p] !== T.NEWLINE && this.kinds[this.p] !== T.SEMI) throw BAIL;
    return { kind: 'Delete', ...this.since(at), targets };
  }

  /** Makes an expression a target of `del`; bails where the grammar has no such target. */
  private toDelete(target: Expr): Expr {
    switch (target.kind) {
      case 'Tuple':
      case 'List':
        for (const elt of target.elts) this.toDelete(elt);
        break;
      case 'Name':
      case 'Attribute':
      case 'Subscript':
        break;
      default:
        throw BAIL;
    }
    target.ctx = 'Del';
    return target;
  }

  /** Parses type_alias. */
  private typeAlias(): Stmt {
    this.requires(12);
    const at = this.p++;
    const name: Name = this.nameNode();
    name.ctx = 'Store';
    const type_params = this.typeParameters();
    this.expect(T.EQUAL);
    const value = this.expression();
    return { kind: 'TypeAlias', ...this.since(at), name, type_params, value };
  }

  // ---- imports

  /** Parses import_name. */
  private importStatement(): Stmt {
    const at = this.p++;
    const names: Alias[] = [];
    do {
      const start = this.p;
      const name = this.dottedName();
      const asname = this.accept(T.AS) ? this.identifier() : null;
      names.push({ kind: 'alias', ...this.since(start), name, asname });
    } while (this.accept(T.COMMA));
    return { kind: 'Import', ...this.since(at), names };
  }

  /** Parses dotted_name. */
  private dottedName(): string {
    let name = this.identifier();
    while (this.accept(T.DOT)) name += `.${this.identifier()}`;
    return name;
  }

  /** Parses import_from. */
  private importFrom(): Stmt {
    const at = this.p++;
    let level = 0;
    for (;;) {
      if (this.accept(T.DOT)) level++;
      else if (this.accept(T.ELLIPSIS)) level += 3;
      else break;
    }
    const module = level > 0 && this.kinds[this.p] === T.IMPORT ? null : this.dottedName();
    this.expect(T.IMPORT);
    const star = this.p;
    const names: Alias[] = [];
    if (this.accept(T.STAR)) names.push({ kind: 'alias', ...this.since(star), name: '*', asname: null });
    else if (this.accept(T.LPAR)) {
      do names.push(this.importedName());
      while (this.accept(T.COMMA) && this.kinds[this.p] !== T.RPAR);
      this.expect(T.RPAR);
    } else {
      do names.push(this.importedName());
      while (this.accept(T.COMMA));
    }
    return { kind: 'ImportFrom', ...this.since(at), module, names, level };
  }

  /** Parses import_from_as_name. */
  private importedName(): Alias {
    const start = this.p;
    const name = this.identifier();
    const asname = this.accept(T.AS) ? this.identifier() : null;
    return { kind: 'alias', ...this.since(start), name, asname };
  }
}
