/**
 * What the front end throws: a syntax error with the attributes of CPython's `SyntaxError`.
 *
 * It is a host exception that never reaches a Python program as it is: whoever calls the front end
 * (compile(), the importer, the command line) turns it into the Python exception of `type`.
 */

/**
 * The class of the Python exception. `MemoryError` (with no place) is CPython's for nesting its parser
 * cannot hold; `UnicodeEncodeError` (its position is `offset`) for a str with a lone surrogate;
 * `UnicodeDecodeError` where CPython lets that of a name or a piece of an f-string pass as it is;
 * `_IncompleteInputError` is raised only where incomplete input is asked about.
 */
export type SyntaxErrorType =
  | 'SyntaxError'
  | 'IndentationError'
  | 'TabError'
  | '_IncompleteInputError'
  | 'MemoryError'
  | 'UnicodeEncodeError'
  | 'UnicodeDecodeError';

/** What a UnicodeDecodeError says, besides its message. */
interface DecodeFailure {
  readonly encoding: string;
  readonly object: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/**
 * A program the grammar refuses.
 *
 * `offset` and `end_offset` are 1-based and count characters (code points) of `text`, as the
 * attributes of CPython's exception do; `text` is the source line with its newline, null where
 * unknown. A position that CPython gives as None is null; `end_lineno` of 0 or -1 is CPython's own
 * "no end".
 */
export class PythonSyntaxError extends Error {
  override readonly name = 'PythonSyntaxError';
  constructor(
    readonly type: SyntaxErrorType,
    readonly msg: string,
    readonly filename: string,
    readonly lineno: number | null,
    readonly offset: number | null,
    readonly text: string | null,
    readonly end_lineno: number | null,
    readonly end_offset: number | null,
    /** Of a UnicodeDecodeError. */
    readonly failure: DecodeFailure | null = null,
  ) {
    super(`${type}: ${msg} (${filename}, line ${lineno})`);
  }
}

/** Makes the UnicodeDecodeError of a piece of source from the message of its decoder. */
export function decodeError(message: string, object: Uint8Array, filename: string): PythonSyntaxError {
  const said = message.replace('(unicode error) ', '');
  const match = /^'(.+?)' codec can't decode byte(?:s in position (\d+)-(\d+)| .* position (\d+)): (.*)$/s.exec(said)!;
  const start = Number(match[2] ?? match[4]);
  const failure = { encoding: match[1]!, object, start, end: Number(match[3] ?? start) + 1, reason: match[5]! };
  return new PythonSyntaxError('UnicodeDecodeError', said, filename, null, null, null, null, null, failure);
}
