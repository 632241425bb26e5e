/**
 * Explains why a program does not parse: finds the error CPython 3.13 raises for it.
 *
 * Two passes over one stream of tokens, as CPython makes them (pegen.c, _PyPegen_run_parser). Then
 * the rest of the source is tokenized, since a bad token or a bracket left open further on may be the
 * better explanation.
 */
import type { Mod } from './ast.ts';
import { decodeError, PythonSyntaxError } from './errors.ts';
import { GrammarEngine } from './grammar-engine.ts';
import { Grammar } from './grammar-load.ts';
import { Done, STRIDE } from './lexer-state.ts';
import type { ParseJob } from './parser.ts';
import { originalBytes } from './source.ts';
import { T } from './tokens.ts';

const START_RULES = { exec: 'file', eval: 'eval', single: 'interactive', func_type: 'func_type' };

let grammar: Grammar | null = null;

/**
 * Throws the error of a source that the parser of valid programs refused.
 *
 * With `onlyDepth` the source is one that it accepted; then only CPython's refusal of nesting is thrown.
 */
export function explain(job: ParseJob, onlyDepth: true): null;
export function explain(job: ParseJob): never;
export function explain(job: ParseJob, onlyDepth = false): Mod | null {
  grammar ??= new Grammar();
  const quiet = onlyDepth ? { ...job, warn: () => false } : job;
  const engine = new GrammarEngine(quiet);
  const rule = START_RULES[job.mode];
  const value = engine.run(grammar, rule, false);
  if (value !== null) {
    if (onlyDepth) return null;
    // The grammar accepts what the other parser could not hold on the host's stack.
    if (job.mode !== 'single') throw tooComplex(job.filename);
    engine.raiseAtLast('SyntaxError', 'multiple statements found while compiling a single statement');
  } else if (job.allowIncomplete && engine.lexer.atEnd) {
    engine.error = null;
    engine.raiseAtLast('_IncompleteInputError', 'incomplete input');
  } else if (engine.error?.type !== 'MemoryError') {
    const last = engine.lexer.count - 1;
    if (!engine.failed) engine.run(grammar, rule, true);
    settle(engine, last);
  }
  throw engine.error!;
}

/** Makes the error for nesting that some stack cannot hold: the parser's of CPython, or the host's. */
export function tooComplex(filename: string): PythonSyntaxError {
  const message = 'Parser stack overflowed - Python source too complex to parse';
  return new PythonSyntaxError('MemoryError', message, filename, null, null, null, null, null);
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
    else if (lexer.done === Done.DECODE) engine.error = decodeError(lexer.undecodable, originalBytes(lexer.text.slice(lexer.start, lexer.pos)), lexer.filename);
    else if (lexer.level > 0 && errorLine > lexer.parenLines[lexer.level - 1]!) {
      engine.error = null;
      engine.raiseUnclosed();
    }
    return;
  }
}
