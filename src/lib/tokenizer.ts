/**
 * The module `_tokenize`: the front end's tokens for `tokenize`.
 *
 * The source is read to its end before the first token is given, where CPython reads a line at a time; the
 * tokens and the error that ends them are the same.
 */
import { setField } from '../types/exceptions/fields.ts';
import { PythonSyntaxError } from '../front/source/errors.ts';
import { type Token, type TokenError, type TokenType, tokenizeText } from '../front/lex/tokenize.ts';
import type { PyType, PyValue } from '../objects/core/object.ts';
import { PyBytes, PyIterator, type PyModule, PyTuple, native, strOf, typeOf } from '../objects/core/values.ts';
import { defNew } from '../objects/core/builtin.ts';
import { PyRaise, makeException, typeError } from '../objects/core/exceptions.ts';
import { invoke } from '../objects/core/invoke.ts';
import { defIterator } from '../types/containers/iterators.ts';
import { nativeModule } from '../types/functions/module.ts';
import { decodeText } from '../types/str/codecs.ts';
import { isRaised } from '../objects/slots/iterate.ts';
import { frontException } from './host/syntax-error.ts';
import { cType } from '../objects/core/c-types.ts';

/** The numbers of the module `token`. */
const NUMBERS: Record<TokenType, number> = {
  ENDMARKER: 0,
  NAME: 1,
  NUMBER: 2,
  STRING: 3,
  NEWLINE: 4,
  INDENT: 5,
  DEDENT: 6,
  OP: 55,
  FSTRING_START: 59,
  FSTRING_MIDDLE: 60,
  FSTRING_END: 61,
  COMMENT: 62,
  NL: 63,
  ENCODING: 65,
};

/** Reads all that a `readline` gives. */
function readAll(readline: PyValue, encoding: string): string {
  const lines: string[] = [];
  for (;;) {
    let line: PyValue;
    try {
      line = invoke(readline, []);
    } catch (e) {
      if (isRaised(e, 'StopIteration')) break;
      throw e;
    }
    const text =
      strOf(line) ??
      (line instanceof PyBytes
        ? decodeText(line.data, encoding)
        : typeError(`readline() returned a non-string object`));
    if (text === '') break;
    lines.push(text);
  }
  return lines.join('');
}

/** Gives tokens as `(type, string, start, end, line)`. */
class PyTokenizer extends PyIterator {
  private readonly lines: string[];
  private readonly tokens: readonly Token[];
  private readonly error: TokenError | PythonSyntaxError | null;
  private at = 0;

  constructor(readonly text: string) {
    super();
    this.lines = text.split(/(?<=\n)/);
    const { tokens, error } = tokenizeText(text, '<string>');
    this.tokens = tokens;
    this.error = error;
  }

  next(): PyValue | undefined {
    const t = this.tokens[this.at++];
    if (t === undefined) return this.error === null ? undefined : this.fail(this.error);
    const last = t.type === 'STRING' || t.type === 'FSTRING_MIDDLE' ? t.end[0] : t.start[0];
    const line = this.lines.slice(t.start[0] - 1, last).join('');
    return new PyTuple([NUMBERS[t.type], t.string, new PyTuple(t.start), new PyTuple(t.end), line]);
  }

  /** Raises the error that ends the tokens. */
  private fail(error: TokenError | PythonSyntaxError): never {
    if (error instanceof PythonSyntaxError) throw new PyRaise(frontException(error, this.text)!);
    const e = makeException(error.type, error.msg);
    setField(e, 'lineno', error.line);
    setField(e, 'offset', error.column);
    throw new PyRaise(e);
  }
}

const tokenizerType = cType('_tokenize', 'TokenizerIter', { base: false });
native(PyTokenizer, tokenizerType);
defIterator(tokenizerType);
defNew(
  tokenizerType,
  'readline, /, *, extra_tokens, encoding?',
  (_cls: PyType, readline: PyValue, _extra: PyValue, encoding: PyValue = 'utf-8') => {
    const name =
      strOf(encoding) ?? typeError(`TokenizerIter() argument 'encoding' must be str, not ${typeOf(encoding).name}`);
    return new PyTokenizer(readAll(readline, name));
  },
);

/** Makes the module `_tokenize`. */
export function makeModule(): PyModule {
  return nativeModule('_tokenize', [['TokenizerIter', tokenizerType]]);
}
