/** `re.PatternError`: what a wrong pattern raises. */
import { RepeatTooLarge } from './nodes.ts';
import { PyType, type PyValue } from '../../objects/core/object.ts';
import { None, PyTuple, intOf, strOf } from '../../objects/core/values.ts';
import { defMethods } from '../../objects/core/builtin.ts';
import {
  type PyException,
  PyRaise,
  exceptionType,
  makeException,
  overflowError,
} from '../../objects/core/exceptions.ts';
import { bufferOf } from '../../objects/core/buffer.ts';
import { setOwnAttr } from '../../objects/core/instance.ts';
import { PatternSyntaxError } from './tokens.ts';

/** The class `re.PatternError`. */
export const patternErrorType = new PyType('PatternError', [exceptionType('Exception')], { heap: true, module: 're' });
patternErrorType.hasDict = true;
patternErrorType.allocate = exceptionType('Exception').allocate;
patternErrorType.dict.set('__module__', 're');

/** Sets the fields of a PatternError and its message. */
function initPatternError(e: PyException, msg: string, pattern: PyValue, pos: number | null): void {
  let text = msg;
  let lineno: PyValue = None;
  let colno: PyValue = None;
  if (pattern !== None && pos !== null) {
    text = `${msg} at position ${pos}`;
    const source = strOf(pattern) ?? Buffer.from(bufferOf(pattern) ?? new Uint8Array(0)).toString('latin1');
    const before = [...source].slice(0, pos).join('');
    const line = before.split('\n').length;
    const column = pos - [...before.slice(0, before.lastIndexOf('\n') + 1)].length + 1;
    lineno = line;
    colno = column;
    if (source.includes('\n')) text = `${text} (line ${line}, column ${column})`;
  }
  for (const [k, v] of [
    ['msg', msg],
    ['pattern', pattern],
    ['pos', pos ?? None],
    ['lineno', lineno],
    ['colno', colno],
  ] as const)
    setOwnAttr(e, k, v);
  e.args = new PyTuple([text]);
}

defMethods(patternErrorType, {
  '__init__(msg, pattern?, pos?)': (e: PyException, msg: PyValue, pattern: PyValue = None, pos: PyValue = None) => {
    initPatternError(e, strOf(msg) ?? '', pattern, pos === None ? null : Number(intOf(pos) ?? 0));
    return None;
  },
});

/** Raises what the parser threw as Python's exception. */
export function raisePattern(error: unknown, pattern: PyValue): never {
  if (error instanceof RepeatTooLarge) overflowError('the repetition number is too large');
  if (!(error instanceof PatternSyntaxError)) throw error;
  const e = makeException(patternErrorType) as PyException;
  initPatternError(e, error.msg, pattern, error.pos);
  throw new PyRaise(e);
}
