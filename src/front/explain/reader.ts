/** Reads the text of one rule. */
import { T, KEYWORDS, OPERATORS } from '../lex/tokens.ts';
import type { Grammar } from './load.ts';
import { Kind, Look, Repeat, type Action, type Alternative, type Item, type Rule, type Since } from './grammar.ts';

const SOFT_KEYWORDS = ['_', 'case', 'match', 'type'];

/** Tells what CPython's parser takes for a soft keyword when it looks for any: every beginning of one, too. */
export function isSoftKeyword(name: string): boolean {
  return SOFT_KEYWORDS.some((word) => word.startsWith(name));
}

const TOKEN_CLASSES = new Map<string, number>([
  ['NEWLINE', T.NEWLINE],
  ['INDENT', T.INDENT],
  ['DEDENT', T.DEDENT],
  ['ENDMARKER', T.ENDMARKER],
  ['STRING', T.STRING],
  ['FSTRING_START', T.FSTRING_START],
  ['FSTRING_MIDDLE', T.FSTRING_MIDDLE],
  ['FSTRING_END', T.FSTRING_END],
  ['TYPE_COMMENT', T.TYPE_COMMENT],
]);

const SPACE = /\s+/;
const VERSION = /<\d+ "[^"]*">/;
const ACTION = /->\s*(?:[:@=]\w+|![\w.>-]*(?:\s*"(?:[^"\\]|\\.)*")?)/;
const TOKEN = /'[^']*'|"[^"]*"|[A-Za-z_]\w*/;
const SIGN = /&&|[=.*+&!~()[\]|]/;
const PIECE = new RegExp([SPACE, VERSION, ACTION, TOKEN, SIGN].map((part) => part.source).join('|'), 'gy');

export class Reader {
  private readonly pieces: string[] = [];
  private at = 0;

  constructor(
    private readonly grammar: Grammar,
    text: string,
  ) {
    PIECE.lastIndex = 0;
    for (let match = PIECE.exec(text); match !== null; match = PIECE.exec(text)) {
      if (match[0].trim() !== '') this.pieces.push(match[0]);
      if (PIECE.lastIndex === text.length) break;
    }
    if (PIECE.lastIndex !== text.length) throw new Error(`grammar: cannot read ${text}`);
  }

  /** Reads alternatives up to a closing bracket or the end. */
  alternatives(): Alternative[] {
    const out = [this.alternative()];
    while (this.take('|')) out.push(this.alternative());
    return out;
  }

  /** Takes a piece if it is next. */
  private take(piece: string): boolean {
    if (this.pieces[this.at] !== piece) return false;
    this.at++;
    return true;
  }

  /** Reads one alternative. */
  private alternative(): Alternative {
    const items: Item[] = [];
    let action: Action | null = null;
    let since: Since | null = null;
    for (;;) {
      const piece = this.pieces[this.at];
      if (piece === undefined || piece === '|' || piece === ')' || piece === ']') break;
      if (piece.startsWith('->')) {
        this.at++;
        action = readAction(piece.slice(2).trim());
      } else if (piece.startsWith('<')) {
        this.at++;
        since = { version: Number.parseInt(piece.slice(1), 10), what: piece.slice(piece.indexOf('"') + 1, -2) };
      } else items.push(this.item());
    }
    const invalid = items.length === 1 && (items[0]!.rule?.name.startsWith('invalid_') ?? false);
    const values = items.filter((item) => item.look === Look.NONE && item.kind !== Kind.CUT).length;
    for (const item of items)
      if (item.look !== Look.NONE || (item.name === '' && (values > 1 || action !== null))) item.wanted = false;
    return { ...plain(items), action, since, invalid };
  }

  /** Reads one part, with its name and marks. */
  private item(): Item {
    if (this.take('~')) return { ...blank(), kind: Kind.CUT };
    let name = '';
    if (this.pieces[this.at + 1] === '=') {
      name = this.pieces[this.at]!;
      this.at += 2;
    }
    if (this.take('&&')) return { ...this.atom(), forced: true };
    if (this.take('&')) return { ...this.atom(), look: Look.POSITIVE };
    if (this.take('!')) return { ...this.atom(), look: Look.NEGATIVE };
    const item = this.atom();
    if (this.take('*')) return { ...this.repeated(item, Repeat.ZERO), name };
    if (this.take('+')) return { ...this.repeated(item, Repeat.ONE), name };
    if (this.take('.')) {
      const element = this.atom();
      this.at++;
      return { ...this.separated(item, element), name };
    }
    return { ...item, name };
  }

  /** Makes the rule of `item*` or `item+`. */
  private repeated(item: Item, repeat: Repeat): Item {
    const rule = this.grammar.anonymous([plain([item])]);
    rule.repeat = repeat;
    return reference(rule);
  }

  /** Makes the rules of `separator.element+`. */
  private separated(separator: Item, element: Item): Item {
    const part: Action = { kind: 'part', name: 'elem', message: '' };
    const rest = this.grammar.anonymous([
      {
        ...plain([
          { ...separator, wanted: false },
          { ...element, name: 'elem' },
        ]),
        action: part,
      },
    ]);
    rest.repeat = Repeat.ZERO;
    const rule = this.grammar.anonymous([
      plain([
        { ...element, name: 'elem' },
        { ...reference(rest), name: 'seq' },
      ]),
    ]);
    rule.gather = true;
    return reference(rule);
  }

  /** Reads a part without marks. */
  private atom(): Item {
    const piece = this.pieces[this.at++]!;
    if (piece === '(' || piece === '[') {
      const inner = this.alternatives();
      this.at++;
      const item = this.group(inner);
      return piece === '[' ? { ...item, optional: true } : item;
    }
    if (piece.startsWith("'") || piece.startsWith('"')) return tokenItem(piece);
    if (piece === 'NAME') return { ...blank(), kind: Kind.NAME };
    if (piece === 'NUMBER') return { ...blank(), kind: Kind.NUMBER };
    if (piece === 'SOFT_KEYWORD') return { ...blank(), kind: Kind.SOFT_KEYWORD };
    const token = TOKEN_CLASSES.get(piece);
    if (token !== undefined) return { ...blank(), kind: Kind.TOKEN, token, text: piece };
    return reference(this.grammar.named(piece));
  }

  /** A group of one plain part is that part; any other is a rule of its own. */
  private group(inner: Alternative[]): Item {
    const only = inner[0]!;
    if (inner.length === 1 && only.items.length === 1 && only.action === null && only.since === null)
      return only.items[0]!;
    return reference(this.grammar.anonymous(inner));
  }
}

/** Makes an alternative without an action. */
function plain(items: Item[]): Alternative {
  return { items, action: null, since: null, invalid: false, self: false, first: null };
}

/** Makes a part with nothing set. */
function blank(): Item {
  return {
    kind: Kind.TOKEN,
    token: -1,
    text: '',
    rule: null,
    name: '',
    optional: false,
    look: Look.NONE,
    forced: false,
    wanted: true,
  };
}

/** Makes a part that is a rule. */
function reference(rule: Rule): Item {
  return { ...blank(), kind: Kind.RULE, rule };
}

/** Makes a part that is a quoted token or soft keyword. */
function tokenItem(piece: string): Item {
  const text = piece.slice(1, -1);
  const keyword = KEYWORDS.indexOf(text);
  if (keyword >= 0) return { ...blank(), token: T.FALSE + keyword, text };
  const operator = OPERATORS.indexOf(text);
  if (operator >= 0) return { ...blank(), token: T.LPAR + operator, text };
  return { ...blank(), kind: Kind.SOFT, text };
}

/** Reads the text after `->`. */
function readAction(text: string): Action {
  const name = text.slice(1);
  switch (text[0]) {
    case ':':
      return { kind: 'node', name, message: '' };
    case '=':
      return { kind: 'part', name, message: '' };
    case '@':
      return { kind: 'call', name, message: '' };
  }
  const quote = name.indexOf('"');
  if (quote < 0) return { kind: 'error', name: name.trim(), message: '' };
  return { kind: 'error', name: name.slice(0, quote).trim(), message: JSON.parse(name.slice(quote)) as string };
}
