/**
 * The actions of the grammar that do more than make a node: literals, which may be wrong in
 * themselves, and the errors whose wording or whose being one depends on what was parsed.
 */
import type { Parts, Value } from './frames.ts';
import { decodeError } from '../source/errors.ts';
import type { GrammarSteps } from './steps.ts';
import type { PartNode } from './errors.ts';
import { tokenNode } from './errors.ts';
import { STRIDE } from '../lex/state.ts';
import { decodeEscapes, EscapeError, stringValue } from '../lex/literals.ts';
import { originalBytes, undecodable } from '../source/source.ts';
import { ConstBytes } from '../../bytecode/code.ts';

type ActionFunction = (engine: GrammarSteps, parts: Parts, start: number) => Value;

/** Runs a decoder; what it refuses becomes a SyntaxError at the last token read, or at the literal. */
function decoding<R>(engine: GrammarSteps, token: number, decode: () => R): R | null {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof EscapeError)) throw error;
    if (error.message.startsWith('bytes can only')) {
      const node = tokenNode('token', engine, token);
      engine.raiseRange(node, node, error.message);
    } else engine.raiseAtLast('SyntaxError', error.message);
    return null;
  }
}

/** Warns of an unknown escape (only in the first pass); reports it where warnings are errors. */
function warnEscape(engine: GrammarSteps, token: number, invalid: string): void {
  if (engine.invalidRules || invalid === '') return;
  const octal = invalid.length > 1 || /[0-7]/.test(invalid);
  const message = `invalid ${octal ? 'octal ' : ''}escape sequence '\\${invalid}'`;
  if (!engine.job.warn('SyntaxWarning', message, engine.lexer.positions[token * STRIDE + 2]!)) return;
  engine.knownToken = token;
  engine.raiseAtLast('SyntaxError', message);
}

/** Decodes a piece of an f-string; null = reported. */
function decodePiece(engine: GrammarSteps, text: string, token: number): string | null {
  if (!text.includes('\\')) return text;
  return decoding(engine, token, () => decodeEscaped(engine, text, token));
}

/** Decodes a piece of an f-string that holds escapes. Throws `EscapeError`. */
function decodeEscaped(engine: GrammarSteps, text: string, token: number): string {
  const { value, invalid } = decodeEscapes(text);
  if (invalid !== '{' && invalid !== '}') warnEscape(engine, token, invalid);
  return typeof value === 'string' ? value : value.merged;
}

/** Decodes a piece of text in which CPython lets the error of the decoder pass as it is; null = reported. */
function decodeBare(engine: GrammarSteps, text: string, token: number, escapes: boolean): string | null {
  try {
    if (escapes) return decodeEscaped(engine, text, token);
    const message = undecodable(text, 0, text.length);
    if (message !== null) throw new EscapeError(message);
    return text;
  } catch (error) {
    if (!(error instanceof EscapeError)) throw error;
    engine.failed = true;
    engine.error ??= decodeError(error.message, originalBytes(text), engine.job.filename);
    return null;
  }
}

/** Tells whether an optional part was there. */
function isTruthy(value: Value | undefined): value is PartNode {
  return value !== null && value !== undefined;
}

/** Tells whether a node is the name of a statement of Python 2. */
function isLegacy(engine: GrammarSteps, node: PartNode): boolean {
  if (node.kind !== 'Name') return false;
  const name = engine.textAt(node.token);
  return name === 'print' || name === 'exec';
}

const list = (value: Value | undefined): PartNode[] => (Array.isArray(value) ? (value as PartNode[]) : []);

export const ACTIONS: Record<string, ActionFunction> = {
  fail: () => null,

  real(engine, { a }) {
    if ((a as PartNode).text !== 'j') return a!;
    engine.raiseRange(a!, a!, 'real number required in complex literal');
    return null;
  },
  imaginary(engine, { a }) {
    if ((a as PartNode).text === 'j') return a!;
    engine.raiseRange(a!, a!, 'imaginary number required in complex literal');
    return null;
  },
  notEqual: (engine, { a }) => (engine.textAt((a as PartNode).token) === '!=' ? a! : null),

  tuple: (engine, { first, rest }, start) => engine.node('Tuple', start, { elts: [first!, ...list(rest)] }),
  elements: (_, { first, rest }) => [first!, ...list(rest)],
  join: (_, { a, b }) => [...list(a), ...list(b)],

  // ---- calls

  args(engine, { a, b }, start) {
    const positional = list(a);
    const rest = list(b);
    return engine.node('Call', start, {
      args: [...positional, ...rest.filter((node) => node.kind !== 'keyword' && node.kind !== 'unpacking')],
      keywords: rest.filter((node) => node.kind === 'keyword' || node.kind === 'unpacking'),
    });
  },
  nakedGenerator(engine, { a, b }) {
    const args = list((a as PartNode).parts['args']);
    if (args.length > 1) engine.raiseRange(args[args.length - 1]!, b!, 'Generator expression must be parenthesized');
    return null;
  },
  argumentOrder(engine, { a }) {
    const unpacking = list((a as PartNode).parts['keywords']).some((node) => node.kind === 'unpacking');
    engine.raiseAtLast('SyntaxError', `positional argument follows keyword argument${unpacking ? ' unpacking' : ''}`);
    return null;
  },

  // ---- errors that depend

  legacy(engine, { a, b }) {
    const node = a as PartNode;
    if (!isLegacy(engine, node)) return null;
    const name = engine.textAt(node.token);
    engine.raiseRange(node, b!, `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`);
    return null;
  },
  missingComma(engine, { a, b }) {
    if (isLegacy(engine, a as PartNode) || engine.levelAt(engine.mark - 1) === 0) return null;
    engine.raiseRange(a!, b!, 'invalid syntax. Perhaps you forgot a comma?');
    return null;
  },
  variadicBound(engine, { a, e }, start) {
    const what = (e as PartNode).kind === 'Tuple' ? 'constraints' : 'bound';
    const kind = engine.textAt(start) === '*' ? 'TypeVarTuple' : 'ParamSpec';
    engine.raiseFrom(a as PartNode, `cannot use ${what} with ${kind}`);
    return null;
  },
  keyWithoutColon(engine, { a }) {
    const node = a as PartNode;
    engine.raise(
      'SyntaxError',
      node.lineno,
      node.end_col_offset,
      node.end_lineno,
      0,
      "':' expected after dictionary key",
    );
    return null;
  },

  // ---- strings

  string(engine, { a }) {
    const { token } = a as PartNode;
    const { positions, text } = engine.lexer;
    const at = token * STRIDE;
    const value = decoding(engine, token, () =>
      stringValue(text, positions[at]!, positions[at + 1]!, (invalid) => warnEscape(engine, token, invalid)),
    );
    if (value === null) return null;
    return tokenNode(value instanceof ConstBytes ? 'Bytes' : 'String', engine, token);
  },
  middle(engine, { a }) {
    const { token } = a as PartNode;
    if (decodeBare(engine, engine.textAt(token), token, false) === null) return null;
    return { ...tokenNode('String', engine, token), text: 'piece' };
  },
  specMiddle(engine, { a }) {
    const { token } = a as PartNode;
    return decodeBare(engine, engine.textAt(token), token, true) === null ? null : tokenNode('String', engine, token);
  },
  conversion(engine, { a, b }) {
    const mark = a as PartNode;
    const letter = b as PartNode;
    if (mark.lineno !== letter.lineno || mark.end_col_offset !== letter.col_offset) {
      engine.raiseRange(mark, letter, 'f-string: conversion type must come right after the exclamanation mark');
      return null;
    }
    return letter;
  },
  formattedValue(engine, { c }, start) {
    if (isTruthy(c)) {
      const letter = engine.textAt(c.token).normalize('NFKC');
      if (!/^[sra]$/.test(letter)) {
        const message = `f-string: invalid conversion character '${letter}': expected 's', 'r', or 'a'`;
        engine.raiseRange(c, c, message);
        return null;
      }
    }
    return engine.node('FormattedValue', start, {});
  },
  joinedStr(engine, { a, parts, end }, start) {
    const raw = /r/i.test(engine.textAt((a as PartNode).token));
    for (const part of list(parts)) {
      if (part.text !== 'piece' || raw) continue;
      if (decodePiece(engine, engine.textAt(part.token), (end as PartNode).token) === null) return null;
    }
    return engine.node('JoinedStr', start, {});
  },
  concatenate(engine, { parts }, start) {
    const strings = list(parts);
    const bytes = strings.filter((part) => part.kind === 'Bytes').length;
    if (bytes > 0 && bytes < strings.length) {
      engine.raiseAtLast('SyntaxError', 'cannot mix bytes and nonbytes literals');
      return null;
    }
    const kind = strings.some((part) => part.kind === 'JoinedStr') ? 'JoinedStr' : strings[0]!.kind;
    return engine.node(kind, start, {});
  },
};
