/**
 * The module `_thread`.
 *
 * There is one thread. A thread that is started runs to its end at once, before `start` returns: right for
 * programs that start threads and join them, and a clear error for those whose threads wait for one another
 * (acquiring a lock that is held can then never succeed).
 */
import { setGeneric, setSetter } from '../../objects/slots/set-attribute.ts';
import { callBound } from '../../objects/slots/descriptor.ts';
import { PyInstance, PyObj, PyType, type PyValue } from '../../objects/core/object.ts';
import { None, PyFloat, type PyModule, PyTuple, intOf, native, objectType } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { type Kwargs, defGetSet, defMethods, defNew, makeFunctions } from '../../objects/core/builtin.ts';
import { PyRaise, exceptionType, makeException, raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { addressOf } from '../../objects/core/identity.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { replaceDict, toDictMode } from '../../objects/core/instance.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { findGeneric, setFinder } from '../../objects/slots/attribute.ts';
import { isTrue } from '../../protocol/compare.ts';
import { giveDict } from '../host/instance-dict.ts';
import { arrived, dispositionOf } from '../../frames/signals.ts';
import { NSIG, SIGINT } from '../../signals/numbers.ts';
import { cIntArg } from '../../types/str/arguments.ts';
import { inThread, sleepSeconds } from './waiting.ts';
import { displayException } from './uncaught.ts';
import { cType } from '../../objects/core/c-types.ts';

const MAIN = 140000000000000;
let current = MAIN;
let started = 0;

/* ---- locks ---- */

const lockType = cType('_thread', 'lock', { base: false });
const rlockType = cType('_thread', 'RLock');

class PyLock extends PyObj {
  locked = false;
}
class PyRLock extends PyObj {
  count = 0;
  owner = 0;
}
native(PyLock, lockType);
native(PyRLock, rlockType);

/** Raises for a wait that could never end. */
function deadlock(): never {
  return raise(
    'RuntimeError',
    'waiting for a lock that no running thread can release (sidewinder runs threads one after another)',
  );
}

/** Waits for a lock that is held, as `acquire` was asked to; nobody can release it meanwhile. Returns false. */
function waitFor(blocking: PyValue | undefined, timeout: PyValue | undefined): false {
  const t = timeout === undefined ? -1 : timeout instanceof PyFloat ? timeout.value : Number(intOf(timeout) ?? -1);
  if (blocking !== undefined && !isTrue(blocking)) return false;
  if (t === -1) deadlock();
  sleepSeconds(t);
  return false;
}

/** Checks the arguments of `acquire`. */
function checkWait(blocking: PyValue | undefined, timeout: PyValue | undefined): void {
  const t = timeout === undefined ? -1 : timeout instanceof PyFloat ? timeout.value : Number(intOf(timeout) ?? -1);
  if (blocking !== undefined && !isTrue(blocking) && t !== -1)
    valueError("can't specify a timeout for a non-blocking call");
  if (t < 0 && t !== -1) valueError('timeout value must be a non-negative number');
}

const lockMethods = {
  acquire: (l: PyLock, blocking?: PyValue, timeout?: PyValue): PyValue => {
    checkWait(blocking, timeout);
    if (l.locked) return waitFor(blocking, timeout);
    l.locked = true;
    return true;
  },
  release: (l: PyLock): PyValue => {
    if (!l.locked) raise('RuntimeError', 'release unlocked lock');
    l.locked = false;
    return None;
  },
};
defNew(lockType, '', () => new PyLock());
defMethods(lockType, {
  'acquire(blocking?, timeout?)': lockMethods.acquire,
  'acquire_lock(blocking?, timeout?)': lockMethods.acquire,
  'release()': lockMethods.release,
  'release_lock()': lockMethods.release,
  'locked()': (l: PyLock) => l.locked,
  'locked_lock()': (l: PyLock) => l.locked,
  '__enter__()': (l: PyLock) => lockMethods.acquire(l),
  '__exit__(*args)': lockMethods.release,
  '_at_fork_reinit()': (l: PyLock) => {
    l.locked = false;
    return None;
  },
  '__repr__()': (l: PyLock) => `<${l.locked ? 'locked' : 'unlocked'} _thread.lock object at ${addressOf(l)}>`,
});

const rlockMethods = {
  acquire: (l: PyRLock, blocking?: PyValue, timeout?: PyValue): PyValue => {
    checkWait(blocking, timeout);
    if (l.count > 0 && l.owner !== current) return waitFor(blocking, timeout);
    l.owner = current;
    l.count++;
    return true;
  },
  release: (l: PyRLock): PyValue => {
    if (l.count === 0 || l.owner !== current) raise('RuntimeError', 'cannot release un-acquired lock');
    l.count--;
    return None;
  },
};
defNew(rlockType, '', () => new PyRLock());
defMethods(rlockType, {
  'acquire(blocking?, timeout?)': rlockMethods.acquire,
  'release()': rlockMethods.release,
  '__enter__()': (l: PyRLock) => rlockMethods.acquire(l),
  '__exit__(*args)': rlockMethods.release,
  '_is_owned()': (l: PyRLock) => l.count > 0 && l.owner === current,
  '_recursion_count()': (l: PyRLock) => (l.owner === current ? l.count : 0),
  '_release_save()': (l: PyRLock) => {
    const saved = new PyTuple([l.count, l.owner]);
    l.count = 0;
    return saved;
  },
  '_acquire_restore(state, /)': (l: PyRLock, state: PyTuple) => {
    l.count = state.items[0] as number;
    l.owner = state.items[1] as number;
    return None;
  },
  '__repr__()': (l: PyRLock) =>
    `<${l.count > 0 ? 'locked' : 'unlocked'} _thread.RLock object ` +
    `owner=${l.count > 0 ? l.owner : 0} count=${l.count} at ${addressOf(l)}>`,
});

/* ---- threads ---- */

const handleType = cType('_thread', '_ThreadHandle', { base: false });
class PyThreadHandle extends PyObj {
  ident = 0;
  done = false;
}
native(PyThreadHandle, handleType);
defNew(handleType, '', () => new PyThreadHandle());
defMethods(handleType, {
  'join(timeout?)': (h: PyThreadHandle) => {
    if (h.ident === current) raise('RuntimeError', 'Cannot join current thread');
    return None;
  },
  'is_done()': (h: PyThreadHandle) => h.done,
  '_set_done()': (h: PyThreadHandle) => {
    h.done = true;
    return None;
  },
});
defGetSet(handleType, { ident: (h: PyThreadHandle) => h.ident });

/** Runs a thread's function to its end. */
function runThread(ident: number, fn: PyValue, args: readonly PyValue[], kw: Kwargs | null): void {
  const outer = current;
  current = ident;
  try {
    inThread(() => invoke(fn, args, kw));
  } catch (e) {
    if (!(e instanceof PyRaise)) throw e;
    if (!e.exc.type.isSubtype(exceptionType('SystemExit'))) displayException(e.exc);
  } finally {
    current = outer;
  }
}

/** Tells whether a thread is there: the main one, or the running one. */
export function isThread(ident: number): boolean {
  return ident === MAIN || ident === current;
}

/** Has the handler of a signal run as if that had come, if it has one. */
function interruptMain(n: number): void {
  if (n < 1 || n >= NSIG) valueError('signal number out of range');
  const what = dispositionOf(n);
  if (what !== 'default' && what !== 'ignore') arrived(n);
}

/** `threading.local`: an object with other attributes in each thread. */
class PyLocal extends PyInstance {
  readonly dicts = new Map<number, PyDict>();
  constructor(
    cls: PyType,
    readonly args: PyValue[],
    readonly kw: Kwargs,
  ) {
    super(cls);
    this.dicts.set(current, toDictMode(this));
  }

  /** Shows the attributes of the running thread; a thread that comes for the first time initialises them. */
  enter(): void {
    const known = this.dicts.get(current);
    if (known !== undefined) {
      if (this.attrs !== known) replaceDict(this, known);
      return;
    }
    this.dicts.set(current, replaceDict(this, new PyDict()));
    const init = this.type.lookup('__init__');
    if (init !== undefined) callBound(init, this, ...this.args);
  }
}
const localType = new PyType('_thread._local', [objectType], { module: '_thread', qualname: '_local', weak: true });
giveDict(localType);
localType.allocate = (cls) => new PyLocal(cls, [], new Map());
defNew(localType, '*args, **kwargs', (cls: PyType, args: PyValue[], kw: Kwargs) => {
  if ((args.length > 0 || kw.size > 0) && cls.lookup('__init__') === objectType.lookup('__init__'))
    typeError('Initialization arguments are not supported');
  return new PyLocal(cls, args, kw);
});
setFinder(localType, (l: PyLocal, name: string) => {
  l.enter();
  return findGeneric(l, name);
});
setSetter(localType, (l: PyLocal, name: string, value) => {
  l.enter();
  setGeneric(l, name, value);
});

/** Makes the module `_thread`. */
export function makeModule(): PyModule {
  current = MAIN;
  started = 0;
  return nativeModule('_thread', [
    ...makeFunctions('_thread', {
      'allocate_lock()': () => new PyLock(),
      'allocate()': () => new PyLock(),
      'get_ident()': () => current,
      'get_native_id()': () => process.pid,
      '_get_main_thread_ident()': () => MAIN,
      '_is_main_interpreter()': () => true,
      'daemon_threads_allowed()': () => true,
      '_count()': () => 0,
      '_shutdown()': () => None,
      'stack_size(size?, /)': () => 0,
      '_set_sentinel()': () => new PyLock(),
      'interrupt_main(signum?, /)': (signum?: PyValue) => {
        interruptMain(cIntArg(signum, SIGINT));
        return None;
      },
      'exit()': () => {
        throw new PyRaise(makeException('SystemExit'));
      },
      '_make_thread_handle(ident, /)': (ident: PyValue) => {
        const h = new PyThreadHandle();
        h.ident = Number(intOf(ident) ?? 0);
        return h;
      },
      'start_joinable_thread(function, handle?, daemon?)': (fn: PyValue, handle?: PyValue, daemon: PyValue = true) => {
        if (isTrue(daemon))
          raise(
            'RuntimeError',
            "can't start a daemon thread (sidewinder runs threads one after another, each to its end)",
          );
        const h = handle instanceof PyThreadHandle ? handle : new PyThreadHandle();
        h.ident = MAIN + ++started * 4096;
        runThread(h.ident, fn, [], null);
        h.done = true;
        return h;
      },
      'start_new_thread(function, args, kwargs?, /)': (fn: PyValue, args: PyValue, kwargs?: PyValue) => {
        if (!(args instanceof PyTuple)) typeError('2nd arg must be a tuple');
        const ident = MAIN + ++started * 4096;
        const kw: Kwargs = new Map();
        if (kwargs instanceof PyDict) for (const [k, v] of kwargs.entries()) kw.set(String(k), v);
        runThread(ident, fn, args.items, kw.size === 0 ? null : kw);
        return ident;
      },
    }),
    ['LockType', lockType],
    ['lock', lockType],
    ['RLock', rlockType],
    ['_ThreadHandle', handleType],
    ['_local', localType],
    ['error', exceptionType('RuntimeError')],
    ['TIMEOUT_MAX', new PyFloat(9223372036)],
  ]);
}
