/**
 * The token kinds, and what the parser asks of them by number.
 *
 * Keywords have kinds of their own, so that the parser compares numbers and never text; soft
 * keywords (`match`, `case`, `type`, `_`) are plain NAMEs. The order matters: the ranges below
 * (keywords, augmented assignments) are tested by comparison.
 */

export const enum T {
  ENDMARKER, NAME, NUMBER, STRING, NEWLINE, INDENT, DEDENT, FSTRING_START, FSTRING_MIDDLE, FSTRING_END, ERROR,

  // Keywords, FALSE to YIELD.
  FALSE, NONE, TRUE, AND, AS, ASSERT, ASYNC, AWAIT, BREAK, CLASS, CONTINUE, DEF, DEL, ELIF, ELSE, EXCEPT, FINALLY,
  FOR, FROM, GLOBAL, IF, IMPORT, IN, IS, LAMBDA, NONLOCAL, NOT, OR, PASS, RAISE, RETURN, TRY, WHILE, WITH, YIELD,

  LPAR, RPAR, LSQB, RSQB, LBRACE, RBRACE, COLON, COMMA, SEMI, DOT, ELLIPSIS, ARROW, COLONEQUAL, EXCLAMATION,
  PLUS, MINUS, STAR, SLASH, DOUBLESLASH, PERCENT, AT, DOUBLESTAR, LEFTSHIFT, RIGHTSHIFT, VBAR, AMPER, CIRCUMFLEX,
  TILDE, LESS, GREATER, EQEQUAL, NOTEQUAL, LESSEQUAL, GREATEREQUAL,
  EQUAL,

  // Augmented assignments, PLUSEQUAL to DOUBLESLASHEQUAL.
  PLUSEQUAL, MINEQUAL, STAREQUAL, SLASHEQUAL, PERCENTEQUAL, AMPEREQUAL, VBAREQUAL, CIRCUMFLEXEQUAL,
  LEFTSHIFTEQUAL, RIGHTSHIFTEQUAL, DOUBLESTAREQUAL, ATEQUAL, DOUBLESLASHEQUAL,

  /** A character that is no token of Python (`$`, `?`, a backquote): CPython's OP. */
  OP,
  /** The text after `# type:`, where type comments are asked for. */
  TYPE_COMMENT,
}

/** The hard keywords in the order of their kinds, from `T.FALSE`. */
export const KEYWORDS: readonly string[] = [
  'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del',
  'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal',
  'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield',
];

/** The operators in the order of their kinds, from `T.LPAR`. */
export const OPERATORS: readonly string[] = [
  '(', ')', '[', ']', '{', '}', ':', ',', ';', '.', '...', '->', ':=', '!', '+', '-', '*', '/', '//', '%', '@', '**',
  '<<', '>>', '|', '&', '^', '~', '<', '>', '==', '!=', '<=', '>=', '=', '+=', '-=', '*=', '/=', '%=', '&=', '|=',
  '^=', '<<=', '>>=', '**=', '@=', '//=',
];

/** Limits of CPython's tokenizer (Parser/lexer/state.h). */
export const MAX_INDENT = 100;
export const MAX_LEVEL = 200;
export const MAX_FSTRING_LEVEL = 150;
export const MAX_FSTRING_NESTING = 3;
