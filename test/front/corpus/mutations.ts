/**
 * Programs that are nearly Python, for comparing errors with CPython's (scripts/fuzz-frontend.ts).
 *
 * Two kinds: pieces of real sources with a few tokens, characters or lines damaged, and random
 * sentences of the grammar, its `invalid_` rules included. All of it follows from a seed.
 */
import { Kind, Look, Repeat, type Item, type Rule } from '../../../src/front/explain/grammar.ts';
import { Grammar } from '../../../src/front/explain/load.ts';
import { KEYWORDS, OPERATORS, T } from '../../../src/front/lex/tokens.ts';
import { randomFrom } from './robustness.ts';

type Random = (n: number) => number;

const pick = <X>(random: Random, items: readonly X[]): X => items[random(items.length)]!;

const WORD = /[A-Za-z_]\w*|\d[\w.]*/;
const STRING = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/;
const OPERATOR = /\.\.\.|->|:=|[*/<>]{2}=?|[-+*/%@&|^<>=!]=/;
const REST = /\n[ \t]*|[ \t]+|#.*|[\s\S]/;
const TOKEN = new RegExp([WORD, STRING, OPERATOR, REST].map((part) => part.source).join('|'), 'g');

/** Names that are put in the place of a name. */
const NAMES = ['x', 'y', 'a', 'b', 'f', 'C', 'T', 'print', 'match', '_', 'type', 'r', '__debug__', 'case'];

/** What is put in the place of, or beside, a token: small pieces that change what the rest means. */
const PIECES: readonly string[] = [
  ...KEYWORDS,
  ...OPERATORS,
  'match',
  'case',
  'type',
  '_',
  'print',
  'exec',
  '__debug__',
  'x',
  'x y',
  '1',
  '0777',
  '1_',
  '1__0',
  '0xg',
  '0b2',
  '0o8',
  '1e',
  '1.e+',
  '1j',
  '1if',
  '0_7',
  '1x',
  '1.5.5',
  '$',
  '?',
  '`',
  '\u00a0',
  '\u20ac',
  'é',
  '\ufeff',
  '\\',
  '\\\n',
  '\\ \n',
  '\t',
  '\f',
  '"',
  "'",
  '"""',
  "'''",
  "f'",
  "f'{",
  "f'{x",
  "f'{x!r}'",
  "f'{x!z}'",
  "f'{x=}'",
  "f'{x:{y}}'",
  "f'{x:{y:{z}}}'",
  "f'{}'",
  "f'{x!}'",
  "f'{x! r}'",
  "f'{*x}'",
  "f'{lambda x:1}'",
  "f'}'",
  "f'{{}'",
  "f'{a b}'",
  "f'{a $ b}'",
  "f'{x:'",
  'f"""{\n',
  "rb'",
  "b'é'",
  "b'x'",
  "'\\x'",
  "'\\N{x}'",
  "'\\u12'",
  "'\\777'",
  "'\\d'",
  "u'x'",
  "bu'x'",
  "'a' b'b'",
  '<>',
  '++',
  '**x',
  '*x',
  '*',
  '**',
  'x for x in y',
  'for x in y',
  'async for',
  'if x else',
  'if x',
  'else',
  ' else: pass',
  'not in',
  'is not',
  'lambda:0',
  'lambda *:0',
  'lambda *a, *b: 0',
  'lambda (x): 0',
  'yield',
  'yield x',
  'yield from x',
  'await x',
  'x := 1',
  '(x := 1)',
  '=',
  '==',
  'x = 1',
  'x=1',
  '**{}',
  '*[]',
  'import *',
  'from . import',
  'as x',
  'as _',
  'as 1',
  'as x.y',
  ', ',
  ',,',
  ':',
  '::',
  ';',
  ';;',
  '()',
  '[]',
  '{}',
  '{1:2}',
  '{1, 2:3}',
  '{**x}',
  '{*x}',
  '{1:}',
  '{1:*x}',
  '{x:1 for x in y}',
  '[*x for x in y]',
  '[x, y for x in y]',
  '(yield)',
  '(x, y) += 1',
  '...',
  'None',
  'True',
  '-1',
  '1+2j',
  '/',
  'a, /',
  '/, *',
  '*, **k',
  'a=1, b',
  'global x',
  'nonlocal x',
  'return',
  'return 1',
  'break',
  'continue',
  'del x',
  'del f()',
  'pass',
  'x: int',
  'x: int = 1',
  'def f(): pass',
  'class C: pass',
  '@',
  '@x\n',
  'if x: pass',
  'try: pass',
  'except:',
  'except* x:',
  'except x, y:',
  'finally: pass',
  'with x as y: pass',
  'with (x as y, z): pass',
  'while 1:',
  'for x in y: pass',
  'async def f(): pass',
  'match x:',
  'case _:',
  'type X = int',
  '[T]',
  '[T: int]',
  '[*T: int]',
  '[T = int]',
  '[T, T]',
  '[]',
  'from __future__ import annotations',
  'from __future__ import braces',
  'from __future__ import x',
  '# coding: latin-1',
  '# type: ignore',
  '\n',
  '\n ',
  '\n    ',
  '\n\t',
  ' ',
  '    ',
];

type Step = (tokens: string[], random: Random) => void;

/** The places of tokens that are not white space. */
function solid(tokens: readonly string[]): number[] {
  return tokens.flatMap((token, i) => (/\S/.test(token) ? [i] : []));
}

/** Changes that work on tokens, in place. */
const STEPS: readonly Step[] = [
  (tokens, random) => {
    tokens.splice(pick(random, solid(tokens)), 1);
  },
  (tokens, random) => {
    tokens.splice(random(tokens.length + 1), 0, pick(random, PIECES));
  },
  (tokens, random) => {
    tokens.splice(random(tokens.length + 1), 0, ` ${pick(random, PIECES)} `);
  },
  (tokens, random) => {
    tokens[pick(random, solid(tokens))] = pick(random, PIECES);
  },
  (tokens, random) => {
    tokens[pick(random, solid(tokens))] = pick(random, PIECES);
  },
  (tokens, random) => {
    const at = solid(tokens);
    const [i, j] = [pick(random, at), pick(random, at)];
    [tokens[i], tokens[j]] = [tokens[j]!, tokens[i]!];
  },
  (tokens, random) => {
    const at = random(tokens.length);
    tokens.splice(random(tokens.length), 0, ...tokens.slice(at, at + 1 + random(6)));
  },
  (tokens, random) => {
    tokens.splice(random(tokens.length), 1 + random(6));
  },
  (tokens, random) => {
    const names = tokens.flatMap((token, i) => (/^[A-Za-z_]\w*$/.test(token) ? [i] : []));
    if (names.length > 0)
      tokens[pick(random, names)] = pick(random, [
        ...KEYWORDS,
        'x.y',
        'f()',
        '1',
        '(x, y)',
        '*x',
        '[x]',
        'x:=1',
        'x if y else z',
        '__debug__',
        'x=1',
        'x for x in y',
        '{x}',
        '-x',
        'x+1',
        'x<y',
        'not x',
        'lambda: x',
        '""',
        'f"{x}"',
        'await x',
        'yield',
        'print x',
      ]);
  },
  (tokens, random) => {
    const brackets = tokens.flatMap((token, i) => (/^[()[\]{}]$/.test(token) ? [i] : []));
    if (brackets.length > 0)
      tokens[pick(random, brackets)] = pick(random, ['(', ')', '[', ']', '{', '}', '', '((', '))', '([', '])']);
  },
  (tokens, random) => {
    const breaks = tokens.flatMap((token, i) => (token.startsWith('\n') ? [i] : []));
    if (breaks.length > 0)
      tokens[pick(random, breaks)] = pick(random, [
        '',
        ' ',
        '\n',
        '\n ',
        '\n  ',
        '\n    ',
        '\n        ',
        '\n\t',
        '\n \t',
        '\n\n',
        '\\\n',
        '\r',
        '\r\n',
        '\n\f',
        ' # x\n',
        ';',
        '\n#x\n  ',
      ]);
  },
  (tokens, random) => {
    const commas = tokens.flatMap((token, i) => (/^[,:=]$/.test(token) ? [i] : []));
    if (commas.length > 0)
      tokens[pick(random, commas)] = pick(random, ['', ' ', ',', ':', '=', '==', ':=', ';', '.', ',,', '\n']);
  },
  (tokens, random) => {
    const strings = tokens.flatMap((token, i) => (/^["']/.test(token) ? [i] : []));
    if (strings.length === 0) return;
    const i = pick(random, strings);
    const text = tokens[i]!;
    const cut = 1 + random(Math.max(1, text.length - 1));
    const inside = pick(random, [
      '',
      '{',
      '}',
      '{x}',
      '{x!r}',
      '{x!r:>{w}}',
      '{x=',
      '{x=!s}',
      '{x!',
      '{x:',
      '{x:{',
      '{x:{y:{z}}}',
      '{!r}',
      '{:x}',
      '{=}',
      '{ }',
      '{x y}',
      '{*x}',
      '{x,}',
      '{yield}',
      '{lambda x:1}',
      '{(lambda x:1)}',
      '{x:=1}',
      '{x!r',
      '{x)}',
      '{(x}',
      '{[}',
      "{'a'}",
      '{"a"}',
      '{{',
      '}}',
      '\\',
      '\\x',
      '\\N{',
      '\\N{DASH}',
      '{\\}',
      '{x#}',
      '{x\n}',
      '\n',
      '{x!s:\n}',
      'é',
      '{é!é}',
      '{f"{',
      "{f'{x}'}",
      '{x:\\x',
      '{x;y}',
      '{$}',
      '{1x}',
      '{a:b}c{',
      '{import}',
      '{None=1}',
      '{f()=1}',
      '{x=1}',
    ]);
    tokens[i] =
      pick(random, ['', 'f', 'rf', 'b', 'F', 'Rb', 'u', 'fb', 'bu', 'f', 'f']) +
      text.slice(0, cut) +
      inside +
      text.slice(cut);
  },
];

/** Damages a piece of source: tokens mostly, sometimes characters, lines or its end. */
export function damage(source: string, random: Random): string {
  const kind = random(16);
  if (kind === 0) return source.slice(0, random(source.length + 1));
  if (kind === 1) return damageCharacters(source, random);
  if (kind === 2) return damageLines(source, random);
  const tokens = source.match(TOKEN) ?? [];
  for (let left = pick(random, [1, 1, 1, 1, 2, 2, 3]); left > 0; left--)
    if (solid(tokens).length > 0) pick(random, STEPS)(tokens, random);
  return tokens.join('');
}

/** Replaces, removes or adds characters. */
function damageCharacters(source: string, random: Random): string {
  let text = source;
  for (let left = 1 + random(2); left > 0; left--) {
    const at = random(text.length + 1);
    const char =
      random(3) === 0
        ? String.fromCharCode(random(128))
        : pick(random, [...' \t\n\r\f\\()[]{}:;,.=!*"\'#@0_1xé€😀\u00a0\u0301', '\ud800', '\0']);
    text = text.slice(0, at) + pick(random, ['', char, char]) + text.slice(at + random(2));
  }
  return text;
}

/** Changes the indentation, order, or number of lines. */
function damageLines(source: string, random: Random): string {
  const lines = source.split('\n');
  const at = random(lines.length);
  const line = lines[at]!;
  switch (random(8)) {
    case 0:
      lines[at] = ` ${line}`;
      break;
    case 1:
      lines[at] = line.replace(/^ {1,4}/, '');
      break;
    case 2:
      lines[at] = `\t${line}`;
      break;
    case 3:
      lines[at] = line.replace(/^ {8}| {4}/, '\t');
      break;
    case 4:
      lines.splice(at, 1);
      break;
    case 5:
      lines.splice(random(lines.length), 0, line);
      break;
    case 6:
      lines[at] = line.trimStart();
      break;
    default:
      lines.splice(at, 0, `${/^ */.exec(line)![0]}${pick(random, PIECES)}`);
  }
  return lines.join('\n');
}

/** Cuts a piece of at most `most` lines out of a source and moves it to the left margin. */
export function cut(source: string, random: Random, most = 12): string {
  const lines = source.split('\n');
  const from = random(lines.length);
  const part = lines.slice(from, from + 1 + random(most));
  const margin = Math.min(...part.filter((line) => /\S/.test(line)).map((line) => /^ */.exec(line)![0].length));
  return part.map((line) => line.slice(Number.isFinite(margin) ? margin : 0)).join('\n');
}

/** The rules of expressions, which would grow without end. */
const EXPRESSIONS =
  /^(expression|disjunction|conjunction|inversion|comparison|bitwise_\w+|sum|term|factor|power|\w*primary|shift_expr)$/;

/** Makes random sentences of the grammar. */
export class Sentences {
  private readonly grammar = new Grammar();
  private indent = 0;

  /** Returns a program of one to three statements; damaged rules are taken where the grammar has them. */
  make(random: Random, start = 'statement'): string {
    this.indent = 0;
    let out = '';
    for (let left = 1 + random(2); left >= 0; left--) out += this.rule(this.grammar.named(start), random, 0);
    return out.replace(/ +\n/g, '\n');
  }

  /** Derives a rule. */
  private rule(rule: Rule, random: Random, depth: number): string {
    if (rule.repeat !== Repeat.NONE) {
      let out = '';
      const most = depth > 24 ? 1 : 3;
      for (let left = random(most) + (rule.repeat === Repeat.ONE ? 1 : 0); left > 0; left--)
        out += this.items(rule.alternatives[0]!.items, random, depth + 1);
      return out;
    }
    if (depth > 26 || (EXPRESSIONS.test(rule.name) && random(30) < depth)) return this.short(rule.name, random);
    const invalid = rule.alternatives.filter((alternative) => alternative.invalid);
    const alternative =
      invalid.length > 0 && random(12) === 0 ? pick(random, invalid) : pick(random, rule.alternatives);
    return this.items(alternative.items, random, depth + 1);
  }

  /** Ends a derivation that has grown deep. */
  private short(name: string, random: Random): string {
    if (/block|stmt|statement/.test(name)) return name === 'block' ? ': pass\n' : 'pass\n';
    return pick(random, ['x ', 'y ', '1 ', "'s' ", 'f(x) ', 'None ', 'a.b ', 'a[0] ', '']);
  }

  private items(items: readonly Item[], random: Random, depth: number): string {
    let out = '';
    for (const item of items) {
      if (item.look !== Look.NONE || item.kind === Kind.CUT || (item.optional && random(3) > 0)) continue;
      out += this.item(item, random, depth);
    }
    return out;
  }

  private item(item: Item, random: Random, depth: number): string {
    switch (item.kind) {
      case Kind.RULE:
        return this.rule(item.rule!, random, depth);
      case Kind.NAME:
        return `${pick(random, NAMES)} `;
      case Kind.NUMBER:
        return `${pick(random, ['0', '1', '2.5', '3j', '10'])} `;
      case Kind.SOFT:
      case Kind.SOFT_KEYWORD:
        return `${item.text || 'match'} `;
    }
    switch (item.token) {
      case T.NEWLINE:
        return '\n';
      case T.INDENT:
        this.indent++;
        return '    '.repeat(this.indent);
      case T.DEDENT:
        this.indent--;
        return '';
      case T.STRING:
        return `${pick(random, ["'s'", "b'b'", '"t"', "r'\\d'", "'''m'''"])} `;
      case T.FSTRING_START:
        return "f'";
      case T.FSTRING_MIDDLE:
        return 'm';
      case T.FSTRING_END:
        return "' ";
      case T.ENDMARKER:
        return '';
    }
    return item.text.length > 0 ? `${item.text} ` : '';
  }
}

/** Returns the generator of whole numbers that belongs to a seed. */
export const seeded = (seed: number): Random => {
  const random = randomFrom(seed);
  for (let i = 0; i < 4; i++) random(2);
  return random;
};
