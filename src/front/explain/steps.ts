/** The small steps of the interpreter of the grammar: tokens, nodes, actions and reports. */
import { isSoftKeyword } from './reader.ts';
import { type Action, type Item, Kind } from './grammar.ts';
import { ACTIONS } from './actions.ts';
import { errorName, GrammarErrors, type PartNode, tokenNode } from './errors.ts';
import { STRIDE } from '../lex/state.ts';
import { T } from '../lex/tokens.ts';
import { SOMETHING, type Frame, type Parts, type Value } from './frames.ts';

/** What a step of the grammar does with the tokens. */
export abstract class GrammarSteps extends GrammarErrors {
  /** Carries out the action of an alternative. */
  protected act(action: Action, frame: Frame): Value {
    const { parts } = frame;
    switch (action.kind) {
      case 'part':
        return parts[action.name] ?? null;
      case 'node':
        return this.node(action.name, frame.start, parts);
      case 'call':
        return ACTIONS[action.name]!(this, parts, frame.start);
    }
    this.report(action, parts);
    return null;
  }

  /** Makes a node of the tokens from `start` to the last one taken, with the named parts as fields. */
  node(kind: string, start: number, parts: Parts): PartNode {
    let last = this.mark - 1;
    while (last > 0 && (this.kindAt(last) === T.ENDMARKER || isLayout(this.kindAt(last)))) last--;
    const { positions } = this.lexer;
    return {
      kind,
      lineno: positions[start * STRIDE + 2]!,
      col_offset: positions[start * STRIDE + 3]!,
      end_lineno: positions[last * STRIDE + 4]!,
      end_col_offset: positions[last * STRIDE + 5]!,
      token: start,
      text: '',
      parts,
    };
  }

  /** Tries a part that is a single token. */
  protected token(item: Item): Value {
    if (!this.fill()) return null;
    const at = this.mark;
    const kind = this.kindAt(at);
    switch (item.kind) {
      case Kind.TOKEN:
        if (kind !== item.token) return null;
        this.mark++;
        return item.wanted ? tokenNode('token', this, at) : SOMETHING;
      case Kind.SOFT:
        if (kind !== T.NAME || this.textAt(at) !== item.text) return null;
        this.mark++;
        return tokenNode('Name', this, at);
      case Kind.SOFT_KEYWORD:
        if (kind !== T.NAME || !isSoftKeyword(this.textAt(at))) return null;
        this.mark++;
        return tokenNode('Name', this, at);
      case Kind.NAME:
        if (kind !== T.NAME) return null;
        this.mark++;
        return item.wanted ? tokenNode('Name', this, at) : SOMETHING;
    }
    if (kind !== T.NUMBER) return null;
    this.mark++;
    return this.number(at);
  }

  /** Reports a token that had to be there. */
  protected demand(text: string): void {
    this.raiseAtToken(this.mark, `expected '${text}'`);
  }

  /** Reports the error of an action of grammar-invalid.ts. */
  private report(action: Action, parts: Parts): void {
    const a = parts['a'] ?? null;
    const message = action.message.replace(/%[asl]/g, (mark) => {
      const node = a as PartNode;
      if (mark === '%l') return String(node.lineno);
      return mark === '%s' ? this.textAt(node.token) : errorName(node);
    });
    switch (action.name) {
      case '':
        this.raiseAtLast('SyntaxError', message);
        break;
      case 'indent':
        this.raiseAtLast('IndentationError', message);
        break;
      case '>':
        this.raiseAtNext(message);
        break;
      case 'a':
        this.raiseRange(a, a, message);
        break;
      case 'a..b':
        this.raiseRange(a, parts['b']!, message);
        break;
      case 'a..a':
        this.raiseRange(a, a, message);
        break;
      case 'a..':
        this.raiseFrom(a as PartNode, message);
        break;
      default:
        this.raiseTarget(action.name, a as PartNode);
    }
  }
}

/** Tells whether a token is a line end, indent or dedent. */
function isLayout(kind: number): boolean {
  return kind === T.NEWLINE || kind === T.INDENT || kind === T.DEDENT;
}
