/** `OSError`: its classes by errno, its fields and texts. */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyTuple, intOf } from '../../objects/core/values.ts';
import { type Kwargs, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { type PyException, PyRaise, exceptionType, makeException } from '../../objects/core/exceptions.ts';
import { repr, str } from '../../objects/slots/format.ts';
import { defFields, fieldOf, none, setField } from './fields.ts';
import { baseStr, noKeywords } from './exceptions.ts';

/* ---- OSError ---- */

/** Classes by errno (Linux numbers), as `OSError(errno, …)` chooses. */
const ERRNO_CLASSES = new Map<number, string>([
  [11, 'BlockingIOError'],
  [114, 'BlockingIOError'],
  [115, 'BlockingIOError'],
  [32, 'BrokenPipeError'],
  [108, 'BrokenPipeError'],
  [10, 'ChildProcessError'],
  [103, 'ConnectionAbortedError'],
  [111, 'ConnectionRefusedError'],
  [104, 'ConnectionResetError'],
  [17, 'FileExistsError'],
  [2, 'FileNotFoundError'],
  [21, 'IsADirectoryError'],
  [20, 'NotADirectoryError'],
  [4, 'InterruptedError'],
  [13, 'PermissionError'],
  [1, 'PermissionError'],
  [3, 'ProcessLookupError'],
  [110, 'TimeoutError'],
]);

const osError = exceptionType('OSError');

/** Sets errno, strerror and file names from the arguments, and returns what `args` becomes. */
function initOsError(e: PyException, args: PyValue[]): PyValue[] {
  if (args.length < 2 || args.length > 5) return args;
  setField(e, 'errno', args[0]!);
  setField(e, 'strerror', args[1]!);
  if (args.length < 3) return args;
  const filename = args[2]!;
  if (e.type.isSubtype(exceptionType('BlockingIOError')) && intOf(filename) !== undefined) {
    setField(e, 'characters_written', filename);
    return args;
  }
  if (filename === None) return args;
  setField(e, 'filename', filename);
  if (args.length >= 5 && args[4] !== None) setField(e, 'filename2', args[4]!);
  return args.slice(0, 2);
}

defNew(osError, '*args, **kwargs', (cls: PyType, args: PyValue[], kw: Kwargs) => {
  let type = cls;
  const customInit = cls.lookup('__init__') !== osError.dict.get('__init__');
  if (cls === osError && args.length >= 2 && args.length <= 5) {
    const errno = intOf(args[0]!);
    const sub = errno === undefined ? undefined : ERRNO_CLASSES.get(Number(errno));
    if (sub !== undefined) type = exceptionType(sub);
  }
  const e = type.allocate!(type) as PyException;
  const usesNew = customInit && cls.lookup('__new__') !== osError.dict.get('__new__');
  if (!customInit || usesNew) {
    noKeywords(e, kw);
    e.args = new PyTuple(initOsError(e, args));
  } else e.args = new PyTuple([]);
  return e;
});
defMethods(osError, {
  '__init__(*args, **kwargs)': (e: PyException, args: PyValue[], kw: Kwargs) => {
    if (e.type.lookup('__init__') === osError.dict.get('__init__')) return None;
    noKeywords(e, kw);
    e.args = new PyTuple(initOsError(e, args));
    return None;
  },
  '__str__()': (e: PyException) => {
    const errno = fieldOf(e, 'errno');
    const strerror = fieldOf(e, 'strerror');
    const filename = fieldOf(e, 'filename');
    const filename2 = fieldOf(e, 'filename2');
    if (filename !== None) {
      const tail = filename2 !== None ? ` -> ${repr(filename2)}` : '';
      return `[Errno ${str(errno)}] ${str(strerror)}: ${repr(filename)}${tail}`;
    }
    if (e.fields?.has('errno') === true && errno !== None) return `[Errno ${str(errno)}] ${str(strerror)}`;
    return baseStr(e);
  },
});
defFields(osError, { errno: none, strerror: none, filename: none, filename2: none });
defGetSet(osError, {
  characters_written: [
    (e: PyException) => {
      const n = e.fields?.get('characters_written');
      if (n === undefined) throw new PyRaise(makeException('AttributeError', 'characters_written'));
      return n;
    },
    (e: PyException, v) => setField(e, 'characters_written', v ?? None),
  ],
});

/** Makes the OSError of a failed system call, of the class that belongs to `errno`. */
export function makeOsError(
  errno: number,
  strerror: string,
  filename: PyValue = None,
  filename2: PyValue = None,
): PyException {
  const e = makeException(ERRNO_CLASSES.get(errno) ?? 'OSError', errno, strerror);
  setField(e, 'errno', errno);
  setField(e, 'strerror', strerror);
  if (filename !== None) setField(e, 'filename', filename);
  if (filename2 !== None) setField(e, 'filename2', filename2);
  return e;
}
