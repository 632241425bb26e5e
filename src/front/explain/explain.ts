/**
 * Explains why a program does not parse: finds the error CPython 3.13 raises for it.
 *
 * Two passes over one stream of tokens, as CPython makes them (pegen.c, _PyPegen_run_parser). Then
 * the rest of the source is tokenized, since a bad token or a bracket left open further on may be the
 * better explanation.
 *
 * Both passes begin at the statement of the file that the parser of valid programs could not parse:
 * what is before it would be parsed, and forgotten. The second pass may find fault with valid
 * statements, too, and then CPython reports those: with `print`, `exec` and the soft keywords, which are
 * names to the valid grammar (`match(x)` lacks a colon then), and with a function whose type comment is on
 * a line of its own, which looks like one without a body. Where they occur it begins at the start.
 */
import type { ParseJob, Refusal } from '../lex/job.ts';
import { decodeError, PythonSyntaxError } from '../source/errors.ts';
import { GrammarEngine } from './engine.ts';
import { Grammar } from './load.ts';
import { Done, STRIDE } from '../lex/state.ts';
import { originalBytes } from '../source/source.ts';
import { T } from '../lex/tokens.ts';

const START_RULES = { exec: 'file', eval: 'eval', single: 'interactive', func_type: 'func_type' };

let grammar: Grammar | null = null;

/** Throws CPython's refusal of nesting for a source that the parser of valid programs accepted. */
export function checkDepth(job: ParseJob): void {
  grammar ??= new Grammar();
  const engine = new GrammarEngine({ ...job, warn: () => false });
  if (engine.run(grammar, START_RULES[job.mode], false) === null) throw engine.error!;
}

/** Throws the error of a source that the parser of valid programs refused. */
export function explain(job: ParseJob, refusal: Refusal): never {
  grammar ??= new Grammar();
  let { from } = refusal;
  for (const { message, line } of refusal.warnings) if (job.warn('SyntaxWarning', message, line)) from = 0;
  let skipping = from > 0;
  const engine = new GrammarEngine({ ...job, warn: (...warning) => (skipping ? false : job.warn(...warning)) });
  while (engine.lexer.count < from) engine.lexer.next();
  skipping = false;
  const rule = START_RULES[job.mode];
  const value = engine.run(grammar, rule, false, from);
  if (value !== null) {
    // The grammar accepts what the other parser could not hold on the host's stack.
    if (job.mode !== 'single') throw tooComplex(job.filename);
    engine.raiseAtLast('SyntaxError', 'multiple statements found while compiling a single statement');
  } else if (job.allowIncomplete && engine.lexer.atEnd) {
    engine.error = null;
    engine.raiseAtLast('_IncompleteInputError', 'incomplete input');
  } else if (engine.error?.type !== 'MemoryError') {
    const last = engine.lexer.count - 1;
    if (!engine.failed) engine.run(grammar, rule, true, isPlain(engine, from) ? from : 0);
    settle(engine, last);
  }
  throw engine.error!;
}

/** Makes the error for nesting that some stack cannot hold: the parser's of CPython, or the host's. */
function tooComplex(filename: string): PythonSyntaxError {
  const message = 'Parser stack overflowed - Python source too complex to parse';
  return new PythonSyntaxError('MemoryError', message, filename, null, null, null, null, null);
}

/** Names that the rules for invalid programs may take for more than names; the last two if no bracket follows. */
const TELLTALE = ['match', 'case', 'type', 'print', 'exec'];

/** Tells whether the second pass finds no fault with the valid statements before a token. */
function isPlain({ lexer }: GrammarEngine, before: number): boolean {
  const names = new Map(TELLTALE.map((name, i) => [lexer.names.texts.indexOf(name), i]));
  names.delete(-1);
  const { kinds, positions } = lexer;
  const typed = lexer.typeComments && kinds.subarray(0, before).includes(T.TYPE_COMMENT);
  if (names.size === 0 || typed) return !typed;
  for (let at = 0; at < before; at++) {
    if (kinds[at] !== T.NAME) continue;
    const which = names.get(positions[at * STRIDE + 6]! >> 8);
    if (which !== undefined && (which < 3 || kinds[at + 1] !== T.LPAR)) return false;
  }
  return true;
}

/** Decides the error after both passes; `last` is the last token the first pass read. */
function settle(engine: GrammarEngine, last: number): void {
  const { lexer } = engine;
  if (engine.error !== null) {
    if (lexer.done === Done.OK && engine.error.failure === null) tokenizeRest(engine);
    return;
  }
  engine.failed = false;
  const kind = lexer.kinds[last];
  if (kind === T.ERROR && lexer.done === Done.EOF) {
    if (lexer.level > 0) engine.raiseUnclosed();
    else engine.raiseAtLast('SyntaxError', 'unexpected EOF while parsing');
    return;
  }
  if (kind === T.INDENT || kind === T.DEDENT) {
    engine.raiseAtLast('IndentationError', kind === T.INDENT ? 'unexpected indent' : 'unexpected unindent');
    return;
  }
  engine.raiseAtToken(last, 'invalid syntax');
  tokenizeRest(engine);
}

/**
 * Reads the source to its end; an error of the tokenizer, or a bracket left open earlier, takes over,
 * unless it comes inside an f-string, whose own error says more.
 */
function tokenizeRest(engine: GrammarEngine): void {
  const { lexer } = engine;
  const at = engine.knownToken >= 0 ? engine.knownToken : lexer.count - 1;
  const errorLine = lexer.positions[at * STRIDE + 2]!;
  for (;;) {
    const kind = lexer.next();
    if (kind === T.ENDMARKER) return;
    if (kind !== T.ERROR) continue;
    if (lexer.modes.length > 0) return;
    if (lexer.error !== null) engine.error = lexer.error;
    else if (lexer.done === Done.DECODE)
      engine.error = decodeError(
        lexer.undecodable,
        originalBytes(lexer.text.slice(lexer.start, lexer.pos)),
        lexer.filename,
      );
    else if (lexer.level > 0 && errorLine > lexer.parenLines[lexer.level - 1]!) {
      engine.error = null;
      engine.raiseUnclosed();
    }
    return;
  }
}
