/**
 * Generators: a frame kept between resumptions, each run in a dispatch loop of its own.
 *
 * The exception being handled belongs to a generator as it does to a thread: it is put back at every
 * yield. `yield from` is the SEND loop in the body; `throw` and `close` pass it on to the inner
 * iterator when the body is suspended there (PEP 342, PEP 380).
 */
import { iterNext, isRaised } from '../objects/slots/iterate.ts';
import { Op } from '../bytecode/opcodes.ts';
import { defGetSet, defMethods } from '../objects/core/builtin.ts';
import {
  PyException,
  PyRaise,
  PyTraceback,
  baseExceptionType,
  makeException,
  raise,
  typeError,
} from '../objects/core/exceptions.ts';
import { addressOf } from '../objects/core/identity.ts';
import { world } from '../objects/core/world.ts';
import { repr } from '../objects/slots/format.ts';
import { invoke } from '../objects/core/invoke.ts';
import { PyType, type PyValue } from '../objects/core/object.ts';
import { None, codeObject, PyIterator, PyTuple, generatorType, native, strOf, typeOf } from '../objects/core/values.ts';
import { lookupAttr } from '../objects/slots/attribute.ts';
import type { Frame } from '../frames/frame.ts';
import { frameObject } from '../frames/frame-object.ts';
import { runFrame } from './invoke-python.ts';
import { HOOKS } from '../frames/hooks.ts';
import { state } from '../frames/state.ts';

/** Wraps an exception that is thrown in: what is handled inside is not its context. */
function linked(exc: PyException): PyRaise {
  const raised = new PyRaise(exc);
  raised.linked = true;
  return raised;
}

export class PyGenerator extends PyIterator {
  running = false;
  finished = false;
  started = false;
  private handled: PyException | null = null;
  name: string;
  qualname: string;

  constructor(readonly frame: Frame<PyValue>) {
    super();
    this.name = frame.fn?.name ?? frame.code.name;
    this.qualname = frame.fn?.qualname ?? frame.code.qualname;
    frame.generator = this;
  }

  next(): PyValue | undefined {
    return this.resume(None).value;
  }

  /** Sends a value in; `done` tells whether the body returned, with `value` then its result. */
  send(value: PyValue): { done: boolean; value: PyValue } {
    if (this.finished) return { done: true, value: None };
    if (!this.started && value !== None) typeError("can't send non-None value to a just-started generator");
    const r = this.resume(value);
    return r.value === undefined ? { done: true, value: r.result } : { done: false, value: r.value };
  }

  /** Runs the body to its next yield (`value`) or its end (`result`). */
  private resume(sent: PyValue, thrown?: PyRaise): { value: PyValue | undefined; result: PyValue } {
    if (this.running) raise('ValueError', 'generator already executing');
    if (this.finished) {
      if (thrown !== undefined) throw thrown;
      return { value: undefined, result: None };
    }
    const f = this.frame;
    f.s[f.sp++] = sent;
    const outer = state.exception;
    if (this.handled !== null) state.exception = this.handled;
    this.running = true;
    this.started = true;
    try {
      const v = (thrown === undefined ? HOOKS.resume(f) : undefined) ?? runFrame(f, thrown);
      this.finished = f.sp < 0;
      return this.finished ? { value: undefined, result: v } : { value: v, result: None };
    } catch (e) {
      this.finished = true;
      if (isRaised(e, 'StopIteration')) {
        const err = makeException('RuntimeError', 'generator raised StopIteration');
        err.cause = e.exc;
        err.context = e.exc;
        err.suppressContext = true;
        throw linked(err);
      }
      throw e;
    } finally {
      this.running = false;
      this.handled = this.finished || !this.handles(outer) ? null : state.exception;
      state.exception = outer;
    }
  }

  /** Tells whether the body was suspended in a handler of its own, perhaps of what is handled outside as well. */
  private handles(outer: PyException | null): boolean {
    if (state.exception !== outer) return true;
    const { s, sp, code } = this.frame;
    if (outer !== null) for (let i = code.nlocals; i < sp; i++) if (s[i] === outer) return true;
    return false;
  }

  /** The iterator that `yield from` is waiting on, if the body is suspended there. */
  get delegate(): PyValue | undefined {
    const f = this.frame;
    if (this.finished || !this.started || this.running) return undefined;
    return f.code.ops[f.pc] === Op.RESUME && (f.code.args[f.pc]! & 3) >= 2 ? f.s[f.sp - 1] : undefined;
  }

  /** Throws an exception into what the body waits for, which is not to be resumed meanwhile. */
  private throwInto(method: PyValue, exc: PyException): { done: boolean; value: PyValue } {
    this.running = true;
    try {
      return method instanceof PyGenerator ? method.throw(exc) : { done: false, value: invoke(method, [exc]) };
    } finally {
      this.running = false;
    }
  }

  /** Throws an exception in at the current yield; returns like `send`. */
  throw(exc: PyException): { done: boolean; value: PyValue } {
    const inner = this.delegate;
    if (inner !== undefined) {
      if (exc.type.isSubtype(makeException('GeneratorExit').type)) {
        try {
          closeIterator(inner);
        } catch (e) {
          return this.raiseIn(e as PyRaise);
        }
        return this.raiseIn(linked(exc));
      }
      const method = inner instanceof PyGenerator ? inner : lookupAttr(inner, 'throw');
      if (method !== undefined) {
        try {
          const r = this.throwInto(method, exc);
          return r.done ? this.finishDelegate(r.value) : r;
        } catch (e) {
          if (isRaised(e, 'StopIteration')) return this.finishDelegate(e.exc.args.items[0] ?? None);
          return this.raiseIn(e as PyRaise);
        }
      }
    }
    return this.raiseIn(linked(exc));
  }

  /** Goes on after `yield from` whose inner iterator ended while an exception was passed in. */
  private finishDelegate(value: PyValue): { done: boolean; value: PyValue } {
    const f = this.frame;
    let pc = f.pc;
    while (f.code.ops[pc] !== Op.END_SEND) pc++;
    f.pc = pc;
    const r = this.resume(value);
    return r.value === undefined ? { done: true, value: r.result } : { done: false, value: r.value };
  }

  private raiseIn(e: PyRaise): { done: boolean; value: PyValue } {
    if (!this.started && !this.finished) {
      this.started = true;
      this.finished = true;
      const f = this.frame;
      e.exc.traceback = new PyTraceback(e.exc.traceback, frameObject(f), f.code, f.pc);
      throw e;
    }
    const f = this.frame;
    // The suspended instruction is the YIELD_VALUE before the RESUME at pc.
    const r = this.resume(None, e);
    if (r.value === undefined) {
      f.sp = -1;
      return { done: true, value: r.result };
    }
    return { done: false, value: r.value };
  }

  /** Ends the body with GeneratorExit. */
  close(): PyValue {
    if (this.finished) return None;
    if (!this.started) {
      this.finished = true;
      return None;
    }
    try {
      const r = this.throw(makeException('GeneratorExit'));
      if (!r.done) raise('RuntimeError', 'generator ignored GeneratorExit');
      return r.value;
    } catch (e) {
      if (isRaised(e, 'GeneratorExit') || isRaised(e, 'StopIteration')) return None;
      throw e;
    }
  }
}
native(PyGenerator, generatorType);

/** Closes the inner iterator of a `yield from`, if it can be closed. */
function closeIterator(it: PyValue): void {
  if (it instanceof PyGenerator) {
    it.close();
    return;
  }
  const close = lookupAttr(it, 'close');
  if (close !== undefined) invoke(close, []);
}

/** Raises StopIteration for a finished generator, with its result. */
function valueOrStop(r: { done: boolean; value: PyValue }): PyValue {
  if (!r.done) return r.value;
  throw new PyRaise(r.value === None ? makeException('StopIteration') : makeException('StopIteration', r.value));
}

/** Sends into any iterator, as SEND does. */
export function sendTo(it: PyValue, value: PyValue): { done: boolean; value: PyValue } {
  if (it instanceof PyGenerator) return it.send(value);
  if (value === None) {
    try {
      const v = it instanceof PyIterator ? it.next() : iterNextOrStop(it);
      return v === undefined ? { done: true, value: None } : { done: false, value: v };
    } catch (e) {
      return stopped(e);
    }
  }
  try {
    return { done: false, value: invoke(lookupAttr(it, 'send') ?? None, [value]) };
  } catch (e) {
    return stopped(e);
  }
}

/** Calls `__next__`, letting StopIteration through (its value is the result of `yield from`). */
function iterNextOrStop(it: PyValue): PyValue | undefined {
  const method = typeOf(it).lookup('__next__');
  return method === undefined ? iterNext(it) : invoke(method, [it]);
}

function stopped(e: unknown): { done: boolean; value: PyValue } {
  if (isRaised(e, 'StopIteration')) return { done: true, value: e.exc.args.items[0] ?? None };
  throw e;
}

const THROW_SIGNATURE = 'the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.';

/** Makes the exception that `throw` is asked for. Throws TypeError. */
function thrown(type: PyValue, value: PyValue, traceback: PyValue): PyException {
  if (traceback !== None && !(traceback instanceof PyTraceback))
    typeError('throw() third argument must be a traceback object');
  const exc = exceptionOf(type, value);
  if (traceback instanceof PyTraceback) exc.traceback = traceback;
  return exc;
}

/** Makes an exception of a class and a value (which may be one already, or its arguments), or of an instance alone. */
function exceptionOf(type: PyValue, value: PyValue): PyException {
  if (type instanceof PyException) {
    if (value !== None) typeError('instance exception may not have a separate value');
    return type;
  }
  if (!(type instanceof PyType) || !type.isSubtype(baseExceptionType))
    typeError(`exceptions must be classes or instances deriving from BaseException, not ${typeOf(type).name}`);
  if (value instanceof PyException && value.type.isSubtype(type)) return value;
  const args = value === None ? [] : value instanceof PyTuple ? value.items : [value];
  const made = invoke(type, args);
  if (made instanceof PyException) return made;
  typeError(`calling ${repr(type)} should have returned an instance of BaseException, not ${typeOf(made).name}`);
}

/** Returns a name a program gives a generator. Throws TypeError. */
function nameFor(attribute: string, v: PyValue | undefined): string {
  return (v === undefined ? undefined : strOf(v)) ?? typeError(`${attribute} must be set to a string object`);
}

defMethods(generatorType, {
  '__iter__()': (self: PyGenerator) => self,
  '__next__()': (self: PyGenerator) => valueOrStop(self.send(None)),
  '__repr__()': (self: PyGenerator) => `<generator object ${self.qualname} at ${addressOf(self)}>`,
  'send(value, /)': (self: PyGenerator, value: PyValue) => valueOrStop(self.send(value)),
  'throw(type, value?, traceback?, /)': (self: PyGenerator, type: PyValue, value?: PyValue, traceback?: PyValue) => {
    if (value !== undefined) world.warn('DeprecationWarning', THROW_SIGNATURE);
    return valueOrStop(self.throw(thrown(type, value ?? None, traceback ?? None)));
  },
  'close()': (self: PyGenerator) => self.close(),
});
defGetSet(generatorType, {
  __name__: [
    (self: PyGenerator) => self.name,
    (self: PyGenerator, v) => {
      self.name = nameFor('__name__', v);
    },
  ],
  __qualname__: [
    (self: PyGenerator) => self.qualname,
    (self: PyGenerator, v) => {
      self.qualname = nameFor('__qualname__', v);
    },
  ],
  gi_code: (self: PyGenerator) => codeObject(self.frame.code),
  gi_frame: (self: PyGenerator) => (self.finished ? None : frameObject(self.frame)),
  gi_running: (self: PyGenerator) => self.running,
  gi_suspended: (self: PyGenerator) => self.started && !self.running && !self.finished,
  gi_yieldfrom: (self: PyGenerator) => self.delegate ?? None,
});

/** Makes a generator of the running frame (RETURN_GENERATOR). */
export function makeGenerator(f: Frame<PyValue>): PyGenerator {
  return new PyGenerator(f);
}
