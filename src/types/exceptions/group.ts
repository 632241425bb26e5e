/**
 * Exception groups (PEP 654): construction, `split`, `subgroup`, `derive`, and what `except*` needs.
 */
import { fieldOf, setField } from './fields.ts';
import { PyType, type PyValue } from '../../objects/core/object.ts';
import { None, PyFunction, PyTuple, strOf, typeOf } from '../../objects/core/values.ts';
import { type Kwargs, defClassMethods, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { PyException, exceptionType, typeError, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { isInstance } from '../../objects/slots/compare.ts';
import { isTrue } from '../../protocol/compare.ts';
import { str } from '../../objects/slots/format.ts';
import { toArray } from '../../protocol/iterate.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { isExceptionClass } from './exceptions.ts';
import { ownAttr, setOwnAttr } from '../../objects/core/instance.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';
import { isCallable } from '../functions/method.ts';

const baseGroup = exceptionType('BaseExceptionGroup');
const group = exceptionType('ExceptionGroup');
const exception = exceptionType('Exception');

/** An exception group: a PyException whose class derives from BaseExceptionGroup. */
type PyGroup = PyException & { readonly fields: Map<string, PyValue> };

/** Returns the exceptions of a group. */
export function groupItems(e: PyException): readonly PyException[] {
  const t = fieldOf(e, 'exceptions');
  return (t instanceof PyTuple ? t.items : []) as PyException[];
}

/** Tells whether a value is an exception group. */
export function isGroup(x: PyValue): x is PyGroup {
  return x instanceof PyException && x.type.isSubtype(baseGroup);
}

defNew(baseGroup, '*args, **kwargs', (cls: PyType, args: PyValue[]) => {
  if (args.length !== 2) typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  const [message, sequence] = args as [PyValue, PyValue];
  if (strOf(message) === undefined)
    typeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${typeOf(message).name}`);
  if (typeOf(sequence).lookup('__getitem__') === undefined)
    typeError('second argument (exceptions) must be a sequence');
  const items = toArray(sequence);
  if (items.length === 0) valueError('second argument (exceptions) must be a non-empty sequence');
  items.forEach((x, i) => {
    if (!(x instanceof PyException)) valueError(`Item ${i} of second argument (exceptions) is not an exception`);
  });
  const plain = items.every((x) => typeOf(x).isSubtype(exception));
  let type = cls;
  if (cls === baseGroup && plain) type = group;
  else if (!plain && cls === group) typeError('Cannot nest BaseExceptions in an ExceptionGroup');
  else if (!plain && cls !== baseGroup && cls.isSubtype(exception))
    typeError(`Cannot nest BaseExceptions in '${cls.name}'`);
  const e = new PyException(type);
  e.args = new PyTuple([message, sequence]);
  setField(e, 'message', message);
  setField(e, 'exceptions', new PyTuple(items));
  return e;
});

defGetSet(baseGroup, {
  message: (e: PyException) => fieldOf(e, 'message'),
  exceptions: (e: PyException) => fieldOf(e, 'exceptions'),
});

defMethods(baseGroup, {
  '__init__(*args, **kwargs)': (e: PyException, args: PyValue[], kw: Kwargs) => {
    if (kw.size > 0) typeError(`${e.type.name}() takes no keyword arguments`);
    e.args = new PyTuple(args);
    return None;
  },
  '__str__()': (e: PyException) => {
    const n = groupItems(e).length;
    return `${str(fieldOf(e, 'message'))} (${n} sub-exception${n === 1 ? '' : 's'})`;
  },
  'derive(excs, /)': (e: PyException, excs: PyValue) => invoke(baseGroup, [fieldOf(e, 'message'), excs]),
  'split(matcher_value, /)': (e: PyException, matcher: PyValue) => {
    const { match, rest } = splitGroup(e, matcherOf(matcher));
    return new PyTuple([match ?? None, rest ?? None]);
  },
  'subgroup(matcher_value, /)': (e: PyException, matcher: PyValue) => splitGroup(e, matcherOf(matcher)).match ?? None,
});
defClassMethods(baseGroup, { '__class_getitem__(key, /)': (cls: PyType, key: PyValue) => makeGenericAlias(cls, key) });

type Matcher = (e: PyException) => boolean;

/** Makes the test for a condition: a class, a tuple of classes, or a callable. */
function matcherOf(x: PyValue): Matcher {
  if (isExceptionClass(x)) return (e) => isInstance(e, x);
  if (x instanceof PyTuple && x.items.every(isExceptionClass)) return (e) => isInstance(e, x);
  if (x instanceof PyFunction || (!(x instanceof PyType) && isCallable(x))) return (e) => isTrue(invoke(x, [e]));
  return typeError('expected an exception type, a tuple of exception types, or a callable (other than a class)');
}

/** Splits a group into what matches and the rest, keeping its structure. */
export function splitGroup(e: PyException, matches: Matcher): { match: PyException | null; rest: PyException | null } {
  if (matches(e)) return { match: e, rest: null };
  const yes: PyException[] = [];
  const no: PyException[] = [];
  for (const x of groupItems(e)) {
    if (isGroup(x)) {
      const r = splitGroup(x, matches);
      if (r.match !== null) yes.push(r.match);
      if (r.rest !== null) no.push(r.rest);
    } else if (matches(x)) yes.push(x);
    else no.push(x);
  }
  return { match: derived(e, yes), rest: derived(e, no) };
}

/** Makes a group like `e` of other exceptions, with its traceback, context, cause and notes; null for none. */
function derived(e: PyException, items: PyException[]): PyException | null {
  if (items.length === 0) return null;
  const made = invoke(getAttr(e, 'derive'), [listFrom(items)]);
  if (!isGroup(made)) typeError('derive must return an instance of BaseExceptionGroup');
  made.traceback = e.traceback;
  made.context = e.context;
  made.cause = e.cause;
  made.suppressContext = e.suppressContext;
  const notes = ownAttr(e, '__notes__');
  if (notes !== undefined) setOwnAttr(made, '__notes__', listFrom(toArray(notes)));
  return made;
}
