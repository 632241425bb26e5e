/**
 * Comments. They are passed over, unless type comments (PEP 484) are asked for: then `# type: …` is a token whose text
 * is what follows, and `# type: ignore…` is noted for the module and passed over like any other.
 */
import { NumberLexer } from './number.ts';
import { T } from './tokens.ts';

const LF = 10;
const COLON = 58;
const TYPE_PREFIX = /#[ \t]*type:[ \t]*/y;
const IGNORE = /ignore(?![0-9A-Za-z\x80-\uffff])/y;

/** A `# type: ignore` comment: its line and what follows the word. */
interface IgnoreComment {
  readonly lineno: number;
  readonly tag: string;
}

/** What a comment was: one to pass over, `# type: ignore`, or a token that was made. */
export const enum Comment {
  PLAIN,
  IGNORE,
  TYPE,
}

export abstract class CommentLexer extends NumberLexer {
  /** Whether type comments are tokens. */
  typeComments = false;
  readonly typeIgnores: IgnoreComment[] = [];

  /** Passes the comment at the reading position, up to its newline; `blank` = nothing else is on its line. */
  protected comment(blank: boolean): Comment {
    const { text, inp, pos: start } = this;
    const col = this.column();
    const end = text.charCodeAt(inp - 1) === LF ? inp - 1 : inp;
    if (!this.ascii) this.passWide(start, end);
    this.pos = end;
    if (!this.typeComments) return Comment.PLAIN;
    TYPE_PREFIX.lastIndex = start;
    if (!TYPE_PREFIX.test(text) || TYPE_PREFIX.lastIndex > end) return Comment.PLAIN;
    const at = TYPE_PREFIX.lastIndex;
    // CPython looks for white space after the colon, and does not where the source ends there.
    if (at === inp && text.charCodeAt(at - 1) === COLON) return Comment.PLAIN;
    IGNORE.lastIndex = at;
    if (IGNORE.test(text)) {
      // CPython takes the newline along where it takes the line.
      this.typeIgnores.push({ lineno: this.lineno, tag: text.slice(IGNORE.lastIndex, blank ? inp : end) });
      return Comment.IGNORE;
    }
    this.push(T.TYPE_COMMENT, at, end, this.lineno, col + at - start, this.lineno, this.column(), 0);
    return Comment.TYPE;
  }
}
