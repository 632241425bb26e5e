/**
 * Exceptions: the hierarchy as one table, the object, and how native code raises one.
 *
 * A Python exception travels through host frames as a `PyRaise`, which is not a JS Error (no stack
 * is captured). Whoever catches one must rethrow what it does not handle. Host errors (RangeError
 * of a full stack or of a too large BigInt) are translated at the borders by `translateHostError`.
 */
import { faults } from '../../numbers/faults.ts';
import { PyObj, PyType, type PyValue } from './object.ts';
import { NO_FLOATS, type Shape } from './shape.ts';
import { None, PyTuple, native, objectType, tracebackType, PyList } from './values.ts';
import type { CodeObject } from '../../bytecode/code.ts';
import type { PyDict } from './dict.ts';
import { listAppend, listFrom } from './list-storage.ts';
import { ownAttr, setOwnAttr } from './instance.ts';

/** One line of a traceback: the innermost frame is last in the chain of `next`. */
export class PyTraceback extends PyObj {
  constructor(
    public next: PyTraceback | null,
    readonly frame: PyValue,
    readonly code: CodeObject,
    readonly pc: number,
  ) {
    super();
  }
  get lineno(): number {
    return this.code.lineOf(this.pc);
  }
}
native(PyTraceback, tracebackType);

export class PyException extends PyObj {
  declare type: PyType;
  shape: Shape;
  slots: PyValue[] = [];
  floats: number[] = NO_FLOATS;
  attrs: PyDict | null = null;
  args: PyTuple = NO_ARGS;
  cause: PyValue = None;
  context: PyValue = None;
  suppressContext = false;
  traceback: PyTraceback | null = null;
  /** Native fields of particular classes (errno, value of StopIteration, name of NameError, …). */
  fields: Map<string, PyValue> | null = null;
  constructor(type: PyType) {
    super();
    this.type = type;
    this.shape = type.rootShape;
  }
}
const NO_ARGS = new PyTuple([]);

/** What is thrown on the host side. */
export class PyRaise {
  /** Its exception has got its `__context__`, or gets none: it was raised before it came here. */
  linked = false;
  constructor(readonly exc: PyException) {}
}

export const baseExceptionType = new PyType('BaseException', [objectType]);
baseExceptionType.hasDict = true;
baseExceptionType.allocate = (t) => new PyException(t);

const TYPES = new Map<string, PyType>([['BaseException', baseExceptionType]]);

/** The hierarchy of the library reference, "Exception hierarchy": name → base(s). */
const HIERARCHY: readonly (readonly [string, ...string[]])[] = [
  ['Exception', 'BaseException'],
  ['GeneratorExit', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['SystemExit', 'BaseException'],
  ['BaseExceptionGroup', 'BaseException'],
  ['ExceptionGroup', 'BaseExceptionGroup', 'Exception'],
  ['ArithmeticError', 'Exception'],
  ['FloatingPointError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['AssertionError', 'Exception'],
  ['AttributeError', 'Exception'],
  ['BufferError', 'Exception'],
  ['EOFError', 'Exception'],
  ['ImportError', 'Exception'],
  ['ModuleNotFoundError', 'ImportError'],
  ['LookupError', 'Exception'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['MemoryError', 'Exception'],
  ['NameError', 'Exception'],
  ['UnboundLocalError', 'NameError'],
  ['OSError', 'Exception'],
  ['BlockingIOError', 'OSError'],
  ['ChildProcessError', 'OSError'],
  ['ConnectionError', 'OSError'],
  ['BrokenPipeError', 'ConnectionError'],
  ['ConnectionAbortedError', 'ConnectionError'],
  ['ConnectionRefusedError', 'ConnectionError'],
  ['ConnectionResetError', 'ConnectionError'],
  ['FileExistsError', 'OSError'],
  ['FileNotFoundError', 'OSError'],
  ['InterruptedError', 'OSError'],
  ['IsADirectoryError', 'OSError'],
  ['NotADirectoryError', 'OSError'],
  ['PermissionError', 'OSError'],
  ['ProcessLookupError', 'OSError'],
  ['TimeoutError', 'OSError'],
  ['ReferenceError', 'Exception'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['PythonFinalizationError', 'RuntimeError'],
  ['StopAsyncIteration', 'Exception'],
  ['StopIteration', 'Exception'],
  ['SyntaxError', 'Exception'],
  ['IndentationError', 'SyntaxError'],
  ['TabError', 'IndentationError'],
  ['_IncompleteInputError', 'SyntaxError'],
  ['SystemError', 'Exception'],
  ['TypeError', 'Exception'],
  ['ValueError', 'Exception'],
  ['UnicodeError', 'ValueError'],
  ['UnicodeDecodeError', 'UnicodeError'],
  ['UnicodeEncodeError', 'UnicodeError'],
  ['UnicodeTranslateError', 'UnicodeError'],
  ['Warning', 'Exception'],
  ['BytesWarning', 'Warning'],
  ['DeprecationWarning', 'Warning'],
  ['EncodingWarning', 'Warning'],
  ['FutureWarning', 'Warning'],
  ['ImportWarning', 'Warning'],
  ['PendingDeprecationWarning', 'Warning'],
  ['ResourceWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
  ['SyntaxWarning', 'Warning'],
  ['UnicodeWarning', 'Warning'],
  ['UserWarning', 'Warning'],
];
for (const [name, ...bases] of HIERARCHY) {
  const type = new PyType(
    name,
    bases.map((b) => exceptionType(b)),
  );
  if (bases.length === 2)
    type.mro = [type, exceptionType(bases[0]!), exceptionType(bases[1]!), baseExceptionType, objectType];
  type.hasDict = true;
  TYPES.set(name, type);
}

/** Returns a built-in exception class by name. */
export function exceptionType(name: string): PyType {
  const t = TYPES.get(name);
  if (t === undefined) throw new Error(`no exception type ${name}`);
  return t;
}

/** All built-in exception classes by name, for `builtins`. */
export function exceptionTypes(): IterableIterator<[string, PyType]> {
  return TYPES.entries();
}

/** Makes an exception object of a built-in class with the given `args`. */
export function makeException(type: string | PyType, ...args: PyValue[]): PyException {
  const e = new PyException(typeof type === 'string' ? exceptionType(type) : type);
  if (args.length > 0) e.args = new PyTuple(args);
  return e;
}

/** Raises a built-in exception whose only argument is the message. */
export function raise(type: string, message: string): never {
  throw new PyRaise(makeException(type, message));
}
export function typeError(message: string): never {
  return raise('TypeError', message);
}
export function valueError(message: string): never {
  return raise('ValueError', message);
}
export function indexError(message: string): never {
  return raise('IndexError', message);
}
export function overflowError(message: string): never {
  return raise('OverflowError', message);
}

faults.raise = (type, ...args) => {
  throw new PyRaise(makeException(type, ...args));
};

/** Raises KeyError with the key itself as argument. */
export function keyError(key: PyValue): never {
  throw new PyRaise(makeException('KeyError', key));
}

/** Raises AttributeError with `name` and `obj` set, as the interpreter does. */
export function attributeError(message: string, obj: PyValue, name: string): never {
  const e = makeException('AttributeError', message);
  e.fields = new Map<string, PyValue>([
    ['name', name],
    ['obj', obj],
  ]);
  throw new PyRaise(e);
}

/** Raises NameError (or a subclass) with `name` set. */
export function nameError(type: 'NameError' | 'UnboundLocalError', message: string, name: string | null): never {
  const e = makeException(type, message);
  if (name !== null) e.fields = new Map<string, PyValue>([['name', name]]);
  throw new PyRaise(e);
}

/** What the host says of something it cannot make. */
const TOO_LARGE = new RegExp(
  'BigInt|Invalid (array|string|typed array|array buffer) length|Array buffer allocation failed|' +
    '(Map|Set) maximum size|Invalid count value: \\d',
);

/**
 * Tells whether the host's stack has run out. Where it is nearly full, compiling a regular expression fails too, as a
 * SyntaxError; so none may be used here.
 */
function isStackOverflow(error: unknown): boolean {
  return (
    (error instanceof RangeError || error instanceof SyntaxError) &&
    error.message.includes('Maximum call stack size exceeded')
  );
}

/** Makes the Python exception for something caught on the host side; undefined if it is our own fault. */
export function translateHostError(error: unknown): PyException | undefined {
  if (error instanceof PyRaise) return error.exc;
  if (isStackOverflow(error)) return makeException('RecursionError', 'maximum recursion depth exceeded');
  if (error instanceof RangeError && TOO_LARGE.test(error.message)) return makeException('MemoryError');
  if (error instanceof Error && (error as NodeJS.ErrnoException).code === 'ERR_STRING_TOO_LONG')
    return makeException('MemoryError');
  return undefined;
}

/** Adds a note to `__notes__` of an exception (PEP 678). Throws TypeError where `__notes__` is not a list. */
export function addNote(exc: PyException, note: string): void {
  const notes = ownAttr(exc, '__notes__');
  if (notes === undefined) setOwnAttr(exc, '__notes__', listFrom([note]));
  else if (notes instanceof PyList) listAppend(notes, note);
  else typeError('Cannot add note: __notes__ is not a list');
}
