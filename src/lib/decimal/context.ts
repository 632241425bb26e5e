/**
 * Contexts of `decimal`: precision, rounding, flags and traps; the exceptions of conditions.
 */
import { C, type Ctx, type Rounding } from './values.ts';
import { PyObj, PyType, type PyValue } from '../../objects/core/object.ts';
import { None, PyTuple, intOf, native, strOf } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { type Kwargs, defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import {
  PyRaise,
  exceptionType,
  keyError,
  makeException,
  raise,
  typeError,
  valueError,
} from '../../objects/core/exceptions.ts';
import { cType } from '../../objects/core/c-types.ts';
import { shapeInstance } from '../../objects/core/instance.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { linearize } from '../../types/classes/mro.ts';
import { isTrue } from '../../protocol/compare.ts';
import { getIter, toArray } from '../../protocol/iterate.ts';

export const MAX_PREC = 999999999999999999n;
const MAX = 999999999999999999n;

export const ROUNDINGS: readonly Rounding[] = [
  'ROUND_UP',
  'ROUND_DOWN',
  'ROUND_CEILING',
  'ROUND_FLOOR',
  'ROUND_HALF_UP',
  'ROUND_HALF_DOWN',
  'ROUND_HALF_EVEN',
  'ROUND_05UP',
];

/** Makes an exception class of the module. */
function condition(name: string, bases: PyType[]): PyType {
  const t = new PyType(name, bases, { heap: true, module: 'decimal', weak: true });
  t.mro = [t, ...linearize(bases)];
  t.hasDict = true;
  t.allocate = exceptionType('ArithmeticError').allocate;
  t.dict.set('__module__', 'decimal');
  t.changed();
  return t;
}

const root = condition('DecimalException', [exceptionType('ArithmeticError')]);
const invalidOperation = condition('InvalidOperation', [root]);
const inexact = condition('Inexact', [root]);
const rounded = condition('Rounded', [root]);
const subnormal = condition('Subnormal', [root]);
const zeroDivision = exceptionType('ZeroDivisionError');

/** Signals in the order in which one is chosen to be raised. */
const SIGNALS: readonly (readonly [PyType, number])[] = [
  [invalidOperation, C.INVALID | C.SYNTAX | C.IMPOSSIBLE | C.UNDEFINED | C.BAD_CONTEXT],
  [condition('FloatOperation', [root, exceptionType('TypeError')]), C.FLOAT],
  [condition('DivisionByZero', [root, zeroDivision]), C.BY_ZERO],
  [condition('Overflow', [inexact, rounded]), C.OVERFLOW],
  [condition('Underflow', [inexact, rounded, subnormal]), C.UNDERFLOW],
  [subnormal, C.SUBNORMAL],
  [inexact, C.INEXACT],
  [rounded, C.ROUNDED],
  [condition('Clamped', [root]), C.CLAMPED],
];
/** What the signal InvalidOperation can mean. */
const CONDITIONS: readonly (readonly [PyType, number])[] = [
  [invalidOperation, C.INVALID],
  [condition('ConversionSyntax', [invalidOperation]), C.SYNTAX],
  [condition('DivisionImpossible', [invalidOperation]), C.IMPOSSIBLE],
  [condition('DivisionUndefined', [invalidOperation, zeroDivision]), C.UNDEFINED],
  [condition('InvalidContext', [invalidOperation]), C.BAD_CONTEXT],
];

/** All exception classes by name. */
export const EXCEPTIONS: readonly PyType[] = [root, ...SIGNALS.map(([t]) => t), ...CONDITIONS.slice(1).map(([t]) => t)];

export const contextType = cType('decimal', 'Context');

/** A context. Flags and traps are sets of bits. */
export class PyContext extends PyObj implements Ctx {
  prec = 28;
  rounding: Rounding = 'ROUND_HALF_EVEN';
  emin = -999999;
  emax = 999999;
  capitals = 1;
  clamp = 0;
  flags = 0;
  traps: number = SIGNALS[0]![1] | C.BY_ZERO | C.OVERFLOW;
  status = 0;

  /** Makes flags of what happened, and raises the first signal that is trapped. */
  settle(): void {
    const { status } = this;
    this.status = 0;
    this.flags |= status;
    const trapped = status & this.traps;
    if (trapped === 0) return;
    const [type] = SIGNALS.find(([, mask]) => (trapped & mask) !== 0)!;
    const all = [...CONDITIONS, ...SIGNALS.slice(1)].filter(([, mask]) => (trapped & mask) !== 0).map(([t]) => t);
    throw new PyRaise(makeException(type, listFrom(all)));
  }

  /** Runs an operation in this context. */
  run<T>(operation: (ctx: Ctx) => T): T {
    this.status = 0;
    const r = operation(this);
    if (this.status !== 0) this.settle();
    return r;
  }

  copy(): PyContext {
    const c = new PyContext();
    const { prec, rounding, emin, emax, capitals, clamp, flags, traps } = this;
    return Object.assign(c, { prec, rounding, emin, emax, capitals, clamp, flags, traps });
  }
}
native(PyContext, contextType);
contextType.allocate = (cls) => shapeInstance(new PyContext(), cls);

let current = new PyContext();

/** Returns the context in effect. */
export function currentContext(): PyContext {
  return current;
}
/** Puts a context into effect. */
export function useContext(c: PyContext): void {
  current = c;
}

/** The contexts the module offers. */
export function standardContexts(): Record<'DefaultContext' | 'BasicContext' | 'ExtendedContext', PyContext> {
  const basic = Object.assign(new PyContext(), { prec: 9, rounding: 'ROUND_HALF_UP' as const });
  basic.traps |= C.CLAMPED | C.UNDERFLOW;
  return {
    DefaultContext: new PyContext(),
    BasicContext: basic,
    ExtendedContext: Object.assign(new PyContext(), { prec: 9, traps: 0 }),
  };
}

/** Reads an int within bounds. */
function bounded(x: PyValue | undefined, low: bigint, high: bigint, message: string): number {
  const n = x === undefined ? undefined : intOf(x);
  if (n === undefined) return typeError('argument must be an integer');
  return BigInt(n) < low || BigInt(n) > high ? valueError(message) : Number(n);
}

/** Reads a rounding mode. */
function roundingOf(x: PyValue | undefined): Rounding {
  const text = x === undefined ? undefined : strOf(x);
  return ROUNDINGS.includes(text as Rounding)
    ? (text as Rounding)
    : typeError(
        'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ' +
          'ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]',
      );
}

/** Reads a list of signals, or a dict of them. */
function signalsOf(x: PyValue): number {
  if (x instanceof PySignals) return x.bits;
  const wanted = x instanceof PyDict ? [...x.entries()].filter(([, v]) => isTrue(v)).map(([k]) => k) : toArray(x);
  return wanted.reduce<number>(
    (bits, s) =>
      bits |
      (SIGNALS.find(([t]) => t === s)?.[1] ??
        typeError(
          'valid values for signals are:\n  [InvalidOperation, FloatOperation, ' +
            'DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]',
        )),
    0,
  );
}

/** Settings by their Python names. */
const SETTERS: Record<string, (c: PyContext, v: PyValue | undefined) => void> = {
  prec: (c, v) => {
    c.prec = bounded(v, 1n, MAX_PREC, 'valid range for prec is [1, MAX_PREC]');
  },
  rounding: (c, v) => {
    c.rounding = roundingOf(v);
  },
  Emin: (c, v) => {
    c.emin = bounded(v, -MAX, 0n, 'valid range for Emin is [MIN_EMIN, 0]');
  },
  Emax: (c, v) => {
    c.emax = bounded(v, 0n, MAX, 'valid range for Emax is [0, MAX_EMAX]');
  },
  capitals: (c, v) => {
    c.capitals = bounded(v, 0n, 1n, 'valid values for capitals are [0, 1]');
  },
  clamp: (c, v) => {
    c.clamp = bounded(v, 0n, 1n, 'valid values for clamp are [0, 1]');
  },
  flags: (c, v) => {
    c.flags = signalsOf(v ?? None);
  },
  traps: (c, v) => {
    c.traps = signalsOf(v ?? None);
  },
};

/** Applies keyword settings to a context. */
export function configure(c: PyContext, settings: Iterable<readonly [string, PyValue]>): PyContext {
  for (const [k, v] of settings) {
    const set = SETTERS[k] ?? typeError(`'${k}' is an invalid keyword argument for this function`);
    if (v !== None) set(c, v);
  }
  return c;
}

const NAMES = ['prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'];
defNew(
  contextType,
  'prec?, rounding?, Emin?, Emax?, capitals?, clamp?, flags?, traps?',
  (cls: PyType, ...values: (PyValue | undefined)[]) => {
    const c = cls === contextType ? new PyContext() : shapeInstance(new PyContext(), cls);
    return configure(
      c,
      NAMES.flatMap((n, i): [string, PyValue][] => (values[i] === undefined ? [] : [[n, values[i]!]])),
    );
  },
);
defMethods(contextType, { '__init__(*args, **kwargs)': () => None });

/* ---- flags and traps as mappings ---- */

const signalsType = cType('decimal', 'SignalDict', { base: false });

/** The flags or the traps of a context. */
class PySignals extends PyObj {
  constructor(
    readonly context: PyContext,
    readonly which: 'flags' | 'traps',
  ) {
    super();
  }
  get bits(): number {
    return this.context[this.which];
  }
}
native(PySignals, signalsType);

/** Returns the bits of a signal. Throws KeyError. */
function signalMask(key: PyValue): number {
  return SIGNALS.find(([t]) => t === key)?.[1] ?? keyError('invalid error flag');
}
defMethods(signalsType, {
  '__getitem__(key, /)': (s: PySignals, key: PyValue) => (s.bits & signalMask(key)) !== 0,
  '__setitem__(key, value, /)': (s: PySignals, key: PyValue, v: PyValue) => {
    const mask = signalMask(key);
    s.context[s.which] = isTrue(v) ? s.bits | mask : s.bits & ~mask;
    return None;
  },
  '__len__()': () => SIGNALS.length,
  '__iter__()': () => getIter(listFrom(SIGNALS.map(([t]) => t))),
  '__contains__(key, /)': (_s: PySignals, key: PyValue) => SIGNALS.some(([t]) => t === key),
  'keys()': () => listFrom(SIGNALS.map(([t]) => t)),
  'values()': (s: PySignals) => listFrom(SIGNALS.map(([, m]) => (s.bits & m) !== 0)),
  'items()': (s: PySignals) => listFrom(SIGNALS.map(([t, m]) => new PyTuple([t, (s.bits & m) !== 0]))),
  'copy()': (s: PySignals) => signalDict(s),
  '__eq__(other, /)': (s: PySignals, o: PyValue) => o instanceof PySignals && s.bits === o.bits,
  '__repr__()': (s: PySignals) =>
    `{${SIGNALS.map(([t, m]) => `<class 'decimal.${t.name}'>:${(s.bits & m) !== 0 ? 'True' : 'False'}`).join(', ')}}`,
});

/** Makes a plain dict of signals. */
function signalDict(s: PySignals): PyDict {
  const d = new PyDict();
  for (const [t, m] of SIGNALS) d.set(t, (s.bits & m) !== 0);
  return d;
}

defGetSet(contextType, {
  ...Object.fromEntries(
    Object.entries({
      prec: 'prec',
      rounding: 'rounding',
      Emin: 'emin',
      Emax: 'emax',
      capitals: 'capitals',
      clamp: 'clamp',
    } as const).map(([name, field]) => [
      name,
      [
        (c: PyContext) => c[field],
        (c: PyContext, v: PyValue | undefined) => {
          SETTERS[name]!(c, v);
        },
      ],
    ]),
  ),
  flags: [
    (c: PyContext) => new PySignals(c, 'flags'),
    (c: PyContext, v) => {
      SETTERS['flags']!(c, v);
    },
  ],
  traps: [
    (c: PyContext) => new PySignals(c, 'traps'),
    (c: PyContext, v) => {
      SETTERS['traps']!(c, v);
    },
  ],
});

/** The order in which contexts show signals. */
const SHOWN = [
  'Clamped',
  'InvalidOperation',
  'DivisionByZero',
  'Inexact',
  'FloatOperation',
  'Overflow',
  'Rounded',
  'Subnormal',
  'Underflow',
];

/** Lists the names of the signals in a set. */
function names(bits: number): string {
  return SHOWN.filter((n) => (bits & SIGNALS.find(([t]) => t.name === n)![1]) !== 0).join(', ');
}

defMethods(contextType, {
  '__repr__()': (c: PyContext) =>
    `Context(prec=${c.prec}, rounding=${c.rounding}, Emin=${c.emin}, Emax=${c.emax}, ` +
    `capitals=${c.capitals}, clamp=${c.clamp}, flags=[${names(c.flags)}], traps=[${names(c.traps)}])`,
  'copy()': (c: PyContext) => c.copy(),
  '__copy__()': (c: PyContext) => c.copy(),
  'clear_flags()': (c: PyContext) => {
    c.flags = 0;
    return None;
  },
  'clear_traps()': (c: PyContext) => {
    c.traps = 0;
    return None;
  },
  'Etiny()': (c: PyContext) => c.emin - c.prec + 1,
  'Etop()': (c: PyContext) => c.emax - c.prec + 1,
});
contextType.dict.set('__hash__', None);

/* ---- localcontext ---- */

const managerType = cType('decimal', 'ContextManager', { base: false });
/** Puts a context into effect for a while. */
class PyManager extends PyObj {
  private before: PyContext | null = null;
  constructor(readonly context: PyContext) {
    super();
  }
  enter(): PyContext {
    this.before = current;
    current = this.context;
    return this.context;
  }
  exit(): void {
    if (this.before !== null) current = this.before;
  }
}
native(PyManager, managerType);
defMethods(managerType, {
  '__enter__()': (m: PyManager) => m.enter(),
  '__exit__(*args)': (m: PyManager) => {
    m.exit();
    return false;
  },
});

/** Returns a context given as an argument; None is the one in effect. */
export function contextOf(x: PyValue | undefined): PyContext {
  if (x === undefined || x === None) return current;
  return x instanceof PyContext ? x : typeError('optional argument must be a context');
}

/** `decimal.localcontext`. */
export function localContext(ctx: PyValue | undefined, kw: Kwargs): PyValue {
  return new PyManager(configure(contextOf(ctx).copy(), kw));
}

/** `decimal.setcontext`. */
export function setContext(x: PyValue): PyValue {
  if (!(x instanceof PyContext)) return raise('TypeError', 'argument must be a context');
  current = Object.values(standard).includes(x) ? x.copy() : x;
  return None;
}
let standard: Record<string, PyContext> = {};
/** Remembers the contexts that are copied when they are put into effect. */
export function keepStandard(contexts: Record<string, PyContext>): void {
  standard = contexts;
}
