/**
 * The methods and attributes of `BaseException`, and of the built-in exceptions that have fields of
 * their own (structs of CPython's Include/cpython/pyerrors.h).
 *
 * Fields live in `PyException.fields`. An exception made by native code with `makeException` has only
 * its `args`; fields not set are read from those, as the constructor would have set them.
 */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyBytes, PyTuple, intOf, strOf, tracebackType, typeOf } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { type Kwargs, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { instructionOffset } from '../../bytecode/encoding.ts';
import {
  PyException,
  PyRaise,
  PyTraceback,
  baseExceptionType,
  exceptionType,
  exceptionTypes,
  makeException,
  typeError,
} from '../../objects/core/exceptions.ts';
import { isRealSubclass } from '../../objects/slots/compare.ts';
import { setAttr } from '../../objects/slots/attribute.ts';
import { repr, str } from '../../objects/slots/format.ts';
import { toArray } from '../../objects/slots/iterate.ts';
import { addNote } from '../../objects/core/exception-notes.ts';
import { dictOf, ownNames } from '../../objects/core/instance.ts';
import { dictGetSet } from '../classes/new.ts';

/* ---- BaseException ---- */

defNew(baseExceptionType, '*args, **kwargs', (cls: PyType, args: PyValue[]) => {
  const e = cls.allocate!(cls) as PyException;
  e.args = new PyTuple(args);
  return e;
});

/** Raises for keyword arguments of an exception that takes none. */
function noKeywords(e: PyException, kw: Kwargs): void {
  if (kw.size > 0) typeError(`${e.type.name}() takes no keyword arguments`);
}

/** Checks a value for `__context__` or `__cause__`. */
function checkLink(name: string, what: string, v: PyValue | undefined): PyValue {
  if (v === undefined) typeError(`${name} may not be deleted`);
  if (v !== None && !(v instanceof PyException))
    typeError(`exception ${what} must be None or derive from BaseException`);
  return v;
}

/** Sets `__traceback__`. */
function setTraceback(e: PyException, v: PyValue): void {
  if (v === None) e.traceback = null;
  else if (v instanceof PyTraceback) e.traceback = v;
  else typeError('__traceback__ must be a traceback or None');
}

defMethods(baseExceptionType, {
  '__init__(*args, **kwargs)': (e: PyException, args: PyValue[], kw: Kwargs) => {
    noKeywords(e, kw);
    e.args = new PyTuple(args);
    return None;
  },
  '__repr__()': (e: PyException) => {
    const items = e.args.items;
    return items.length === 1 ? `${e.type.name}(${repr(items[0]!)})` : `${e.type.name}${repr(e.args)}`;
  },
  '__str__()': (e: PyException) => baseStr(e),
  '__reduce__()': (e: PyException) => {
    const names = ownNames(e);
    return new PyTuple(names.length > 0 ? [e.type, e.args, dictOf(e)!] : [e.type, e.args]);
  },
  '__setstate__(state, /)': (e: PyException, state: PyValue) => {
    if (state === None) return None;
    if (!(state instanceof PyDict)) typeError('state is not a dictionary');
    for (const [k, v] of state.entries()) setAttr(e, strOf(k) ?? '', v);
    return None;
  },
  'with_traceback(tb, /)': (e: PyException, tb: PyValue) => {
    setTraceback(e, tb);
    return e;
  },
  'add_note(note, /)': (e: PyException, note: PyValue) => {
    const text = strOf(note);
    if (text === undefined) typeError(`note must be a str, not '${typeOf(note).name}'`);
    addNote(e, text);
    return None;
  },
});

/** Returns `BaseException.__str__(e)`. */
function baseStr(e: PyException): string {
  const items = e.args.items;
  return items.length === 0 ? '' : items.length === 1 ? str(items[0]!) : repr(e.args);
}

defGetSet(baseExceptionType, {
  __suppress_context__: [
    (e: PyException) => e.suppressContext,
    (e: PyException, v) => {
      if (typeof v !== 'boolean')
        typeError(v === undefined ? "can't delete numeric/char attribute" : 'attribute value type must be bool');
      e.suppressContext = v;
    },
  ],
  args: [
    (e: PyException) => e.args,
    (e: PyException, v) => {
      if (v === undefined) typeError('args may not be deleted');
      e.args = new PyTuple(toArray(v));
    },
  ],
  __traceback__: [
    (e: PyException) => e.traceback ?? None,
    (e: PyException, v) => {
      if (v === undefined) typeError('__traceback__ may not be deleted');
      setTraceback(e, v);
    },
  ],
  __context__: [
    (e: PyException) => e.context,
    (e: PyException, v) => {
      e.context = checkLink('__context__', 'context', v);
    },
  ],
  __cause__: [
    (e: PyException) => e.cause,
    (e: PyException, v) => {
      e.cause = checkLink('__cause__', 'cause', v);
      e.suppressContext = true;
    },
  ],
});
baseExceptionType.dict.set('__dict__', dictGetSet(baseExceptionType));

/* ---- fields ---- */

/** Returns a field, or what `fallback` makes of the arguments where no constructor set it. */
export function fieldOf(
  e: PyException,
  name: string,
  fallback: (args: readonly PyValue[]) => PyValue = () => None,
): PyValue {
  return e.fields?.get(name) ?? fallback(e.args.items);
}

/** Sets a field. */
export function setField(e: PyException, name: string, value: PyValue): void {
  e.fields ??= new Map();
  e.fields.set(name, value);
}

/** Defines read-write attributes for fields; deleting one makes it None. */
function defFields(type: PyType, table: Record<string, (args: readonly PyValue[]) => PyValue>): void {
  for (const name of Object.keys(table)) {
    defGetSet(type, {
      [name]: [(e: PyException) => fieldOf(e, name, table[name]), (e: PyException, v) => setField(e, name, v ?? None)],
    });
  }
}

const none = () => None;
const at = (i: number) => (args: readonly PyValue[]) => args[i] ?? None;

/** Takes named fields from keyword arguments; raises for others. */
function takeKeywords(e: PyException, kw: Kwargs, names: string[]): void {
  for (const k of kw.keys()) {
    if (!names.includes(k)) typeError(`${baseNameOf(e)}() got an unexpected keyword argument '${k}'`);
  }
  for (const n of names) {
    const v = kw.get(n);
    if (v !== undefined) setField(e, n, v);
  }
}

/** Returns the name of the built-in class whose constructor runs. */
function baseNameOf(e: PyException): string {
  return e.type.mro.find((t) => !t.heap && EXCEPTION_INITS.has(t.name))?.name ?? e.type.name;
}
const EXCEPTION_INITS = new Set(['ImportError', 'NameError', 'AttributeError']);

/** Defines `__init__(*args, **kwargs)`: sets `args`, then runs `init`. */
function defInit(name: string, init: (e: PyException, args: PyValue[], kw: Kwargs) => void): PyType {
  const type = exceptionType(name);
  defMethods(type, {
    '__init__(*args, **kwargs)': (e: PyException, args: PyValue[], kw: Kwargs) => {
      init(e, args, kw);
      e.args = new PyTuple(args);
      return None;
    },
  });
  return type;
}

const stopIteration = defInit('StopIteration', (e, args, kw) => {
  noKeywords(e, kw);
  setField(e, 'value', args[0] ?? None);
});
defFields(stopIteration, { value: at(0) });

const exitCode = (args: readonly PyValue[]): PyValue =>
  args.length === 0 ? None : args.length === 1 ? args[0]! : new PyTuple(args);
const systemExit = defInit('SystemExit', (e, args, kw) => {
  noKeywords(e, kw);
  setField(e, 'code', exitCode(args));
});
defFields(systemExit, { code: exitCode });

const importMessage = (args: readonly PyValue[]): PyValue => (args.length === 1 ? args[0]! : None);
const importError = defInit('ImportError', (e, args, kw) => {
  takeKeywords(e, kw, ['name', 'path', 'name_from']);
  setField(e, 'msg', importMessage(args));
});
defFields(importError, { msg: importMessage, name: none, path: none, name_from: none });
defMethods(importError, {
  '__str__()': (e: PyException) => {
    const msg = fieldOf(e, 'msg', importMessage);
    return typeof msg === 'string' ? msg : baseStr(e);
  },
});

defFields(
  defInit('NameError', (e, _args, kw) => takeKeywords(e, kw, ['name'])),
  { name: none },
);
defFields(
  defInit('AttributeError', (e, _args, kw) => takeKeywords(e, kw, ['name', 'obj'])),
  { name: none, obj: none },
);

defMethods(exceptionType('KeyError'), {
  '__str__()': (e: PyException) => (e.args.items.length === 1 ? repr(e.args.items[0]!) : baseStr(e)),
});

/* ---- OSError ---- */

/** Classes by errno (Linux numbers), as `OSError(errno, …)` chooses. */
export const ERRNO_CLASSES = new Map<number, string>([
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

/* ---- SyntaxError ---- */

const SYNTAX_FIELDS = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'];
const syntaxError = defInit('SyntaxError', (e, args, kw) => {
  noKeywords(e, kw);
  if (args.length > 0) setField(e, 'msg', args[0]!);
  if (args.length !== 2) return;
  const info = toArray(args[1]!);
  if (info.length < 4) typeError(`function takes at least 4 arguments (${info.length} given)`);
  if (info.length > 7) typeError(`function takes at most 7 arguments (${info.length} given)`);
  if (info.length === 5) typeError('end_offset must be provided when end_lineno is provided');
  SYNTAX_FIELDS.forEach((n, i) => {
    if (info[i] !== undefined) setField(e, n, info[i]!);
  });
});
defFields(syntaxError, {
  msg: at(0),
  filename: none,
  lineno: none,
  offset: none,
  text: none,
  end_lineno: none,
  end_offset: none,
  print_file_and_line: none,
  _metadata: none,
});
defMethods(syntaxError, {
  '__str__()': (e: PyException) => {
    const msg = str(fieldOf(e, 'msg', at(0)));
    const filename = fieldOf(e, 'filename');
    const lineno = intOf(fieldOf(e, 'lineno'));
    const base = typeof filename === 'string' ? filename.slice(filename.lastIndexOf('/') + 1) : null;
    if (base !== null && lineno !== undefined) return `${msg} (${base}, line ${lineno})`;
    if (base !== null) return `${msg} (${base})`;
    return lineno !== undefined ? `${msg} (line ${lineno})` : msg;
  },
});

/* ---- Unicode errors ---- */

/** Defines one of the Unicode exceptions with its fields in order. */
function defUnicode(
  name: string,
  fields: string[],
  kinds: ('str' | 'bytes' | 'int')[],
  text: (e: PyException) => string,
): void {
  const type = defInit(name, (e, args, kw) => {
    noKeywords(e, kw);
    if (args.length !== fields.length)
      typeError(`function takes exactly ${fields.length} arguments (${args.length} given)`);
    fields.forEach((_f, i) => {
      const v = args[i]!;
      const kind = kinds[i]!;
      if (kind === 'str' && strOf(v) === undefined) typeError(`argument ${i + 1} must be str, not ${typeOf(v).name}`);
      if (kind === 'int' && intOf(v) === undefined)
        typeError(`'${typeOf(v).name}' object cannot be interpreted as an integer`);
    });
    fields.forEach((f, i) => {
      const v = args[i]!;
      if (
        kinds[i] === 'bytes' &&
        typeOf(v).lookup('__buffer__') === undefined &&
        !(v instanceof PyBytes) &&
        typeOf(v).name !== 'bytearray'
      ) {
        typeError(`a bytes-like object is required, not '${typeOf(v).name}'`);
      }
      setField(e, f, v);
    });
  });
  defFields(type, Object.fromEntries(fields.map((f, i) => [f, at(i)])));
  defMethods(type, {
    '__str__()': (e: PyException) => (e.args.items.length < fields.length && e.fields === null ? '' : text(e)),
  });
}

const num = (e: PyException, name: string, i: number) => Number(intOf(fieldOf(e, name, at(i))) ?? 0);

/** Escapes a character as the messages of Unicode errors do. */
function escaped(code: number): string {
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

/** Describes the characters of a range of a str. */
function charactersAt(e: PyException, first: number, verb: string): string {
  const text = [...(strOf(fieldOf(e, 'object', at(first))) ?? '')];
  const start = num(e, 'start', first + 1);
  const end = num(e, 'end', first + 2);
  const reason = str(fieldOf(e, 'reason', at(first + 3)));
  if (start < text.length && end === start + 1)
    return `can't ${verb} character '${escaped(text[start]!.codePointAt(0)!)}' in position ${start}: ${reason}`;
  return `can't ${verb} characters in position ${start}-${end - 1}: ${reason}`;
}

defUnicode(
  'UnicodeEncodeError',
  ['encoding', 'object', 'start', 'end', 'reason'],
  ['str', 'str', 'int', 'int', 'str'],
  (e) => `'${str(fieldOf(e, 'encoding', at(0)))}' codec ${charactersAt(e, 1, 'encode')}`,
);
defUnicode('UnicodeTranslateError', ['object', 'start', 'end', 'reason'], ['str', 'int', 'int', 'str'], (e) =>
  charactersAt(e, 0, 'translate'),
);
defUnicode(
  'UnicodeDecodeError',
  ['encoding', 'object', 'start', 'end', 'reason'],
  ['str', 'bytes', 'int', 'int', 'str'],
  (e) => {
    const object = fieldOf(e, 'object', at(1));
    const data = object instanceof PyBytes ? object.data : new Uint8Array(0);
    const start = num(e, 'start', 2);
    const end = num(e, 'end', 3);
    const head = `'${str(fieldOf(e, 'encoding', at(0)))}' codec can't decode `;
    const reason = str(fieldOf(e, 'reason', at(4)));
    if (start < data.length && end === start + 1)
      return `${head}byte 0x${data[start]!.toString(16).padStart(2, '0')} in position ${start}: ${reason}`;
    return `${head}bytes in position ${start}-${end - 1}: ${reason}`;
  },
);

/* ---- tracebacks ---- */

defGetSet(tracebackType, {
  tb_next: [
    (t: PyTraceback) => t.next ?? None,
    (t: PyTraceback, v) => {
      if (v !== None && !(v instanceof PyTraceback))
        typeError(`expected traceback object or None, got '${v === undefined ? 'NULL' : typeOf(v).name}'`);
      t.next = v instanceof PyTraceback ? v : null;
    },
  ],
  tb_frame: (t: PyTraceback) => t.frame,
  tb_lineno: (t: PyTraceback) => t.lineno,
  tb_lasti: (t: PyTraceback) => instructionOffset(t.code, t.pc),
});

/** Tells whether something is an exception class, as `raise` and `except` accept it. */
export function isExceptionClass(x: PyValue): x is PyType {
  return typeof x === 'object' && (x as Partial<PyType>).mro !== undefined && isRealSubclass(x, baseExceptionType);
}

for (const [, type] of exceptionTypes()) if (type.allocate === null) type.allocate = baseExceptionType.allocate;
