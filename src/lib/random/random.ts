/**
 * The module `random` (library reference, "random — Generate pseudo-random numbers").
 *
 * Numbers come from random-core.ts, distributions from random-draws.ts; here are arguments, sequences
 * and state. Arguments that are plain numbers are computed with as JS numbers; other objects (Fraction,
 * Decimal) through their own operators where Lib/random.py would.
 */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  None,
  PyBytes,
  PyFloat,
  PyList,
  type PyModule,
  PyTuple,
  floatType,
  intOf,
  listType,
  strOf,
  typeOf,
} from '../../objects/core/values.ts';
import {
  type Kwargs,
  PyBoundBuiltin,
  type PyBuiltin,
  defGetSet,
  defMethods,
  defNew,
} from '../../objects/core/builtin.ts';
import { PyRaise, indexError, raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { dictType } from '../../objects/core/dict.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { type Int, intAdd, intFloorDiv, intMul, intSub } from '../../numbers/int-ops.ts';
import { asDouble } from '../../types/numbers/float.ts';
import { floatTrueDiv } from '../../numbers/float-ops.ts';
import { listFrom, listGet, listSet } from '../../objects/core/list-storage.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { bufferOf, latin1 } from '../../objects/core/buffer.ts';
import { callBound, getAttr } from '../../objects/slots/attribute.ts';
import { compareOp, hash, isTrue } from '../../objects/slots/compare.ts';
import { str } from '../../objects/slots/format.ts';
import { toArray } from '../../objects/slots/iterate.ts';
import { binaryOp, indexOf } from '../../objects/slots/number.ts';
import { getItem, lengthOf, setItem } from '../../objects/slots/subscript.ts';
import {
  PyRandom,
  PySystemRandom,
  type Source,
  bitCount,
  coreType,
  nodeCrypto,
  randomType,
  sourceOf,
  systemRandomType,
} from './core.ts';
import { binomial, expovariate, gammavariate, pareto, standardNormal, vonMises, weibull } from './draws.ts';
import { exp } from '../../numbers/libm/exp.ts';
import { log } from '../../numbers/libm/log.ts';
import { cos, sin } from '../../numbers/libm/trig.ts';
import { rangeError } from '../math/math.ts';

const ADD = 0;
const MUL = 5;
const SUB = 10;
const TRUEDIV = 11;

const real = (x: number): PyFloat => new PyFloat(x);

/* ---- seeding and state ---- */

coreType.allocate = (type) => (type.isSubtype(systemRandomType) ? new PySystemRandom(type) : new PyRandom(type));
randomType.allocate = coreType.allocate;
systemRandomType.allocate = coreType.allocate;
defNew(coreType, '*args, **kwargs', (cls: PyType) => coreType.allocate!(cls));

/** Seeds as `_random.Random.seed` does: from an int, the hash of another object, or the system. */
function seedCore(self: PyRandom, arg: PyValue | undefined): void {
  if (arg === undefined || arg === None) self.seedFresh();
  else self.seedInt(intOf(arg) ?? intAdd(BigInt.asUintN(64, BigInt(hash(arg))), 0));
}

/** Seeds as `random.Random.seed` does. Throws TypeError. */
function seed(self: PyRandom, a: PyValue, version: PyValue): void {
  self.gaussNext = null;
  const text = strOf(a);
  const bytes = text === undefined ? bufferOf(a) : null;
  if (version === 1 && (text !== undefined || a instanceof PyBytes)) self.seedInt(firstVersion(text ?? latin1(bytes!)));
  else if (version === 2 && (text !== undefined || bytes !== null)) {
    const data = text !== undefined ? Buffer.from(text, 'utf8') : Buffer.from(bytes!);
    const digest = nodeCrypto().createHash('sha512').update(data).digest();
    self.seedInt(intAdd(BigInt(`0x${Buffer.concat([data, digest]).toString('hex')}`), 0));
  } else {
    if (a !== None && intOf(a) === undefined && !(a instanceof PyFloat) && text === undefined && bytes === null) {
      typeError('The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.');
    }
    seedCore(self, a);
  }
}

/** Makes the seed that version 1 made of a text. */
function firstVersion(text: string): Int {
  const points = [...text].map((c) => BigInt(c.codePointAt(0)!));
  let x = points.length > 0 ? points[0]! << 7n : 0n;
  for (const c of points) x = BigInt.asUintN(64, (1000003n * x) ^ c);
  return intAdd(x ^ BigInt(points.length), 0);
}

/** Returns the state of the generator as a tuple of words and the index. */
function coreState(self: PyRandom): PyTuple {
  const items: PyValue[] = Array.from(self.words, (w) => w >>> 0);
  items.push(self.index);
  return new PyTuple(items);
}

/** Restores the state of the generator. Throws TypeError, ValueError. */
function setCoreState(self: PyRandom, state: PyValue): void {
  if (!(state instanceof PyTuple)) typeError('state vector must be a tuple');
  if (state.items.length !== 625) valueError('state vector is the wrong size');
  const values = state.items.map((x) => intOf(x) ?? typeError('an integer is required'));
  const index = Number(values[624]);
  if (index < 0 || index > 624) valueError('invalid state');
  for (let i = 0; i < 624; i++) self.words[i] = Number(BigInt.asIntN(32, BigInt(values[i]!)));
  self.index = index;
}

defMethods(coreType, {
  '__init__(*args, **kwargs)': (self: PyRandom, args: PyValue[]) => {
    if (args.length > 1) typeError(`Random() takes at most 1 argument (${args.length} given)`);
    seedCore(self, args[0]);
    return None;
  },
  'random(); hidden': (self: PyRandom) => real(self.random()),
  'seed(n?, /)': (self: PyRandom, n?: PyValue) => {
    seedCore(self, n);
    return None;
  },
  'getstate()': coreState,
  'setstate(state, /)': (self: PyRandom, state: PyValue) => {
    setCoreState(self, state);
    return None;
  },
  'getrandbits(k, /); hidden if any scalar': (self: PyRandom, k: PyValue) => self.bits(bitCount(k)),
});

/* ---- integers and sequences ---- */

/** Draws an index below a length. */
function drawIndex(s: Source, n: number): number {
  return s.below(n) as number;
}

/** Performs `randrange`. Throws ValueError, TypeError. */
function randrange(self: PyRandom, start: PyValue, stop: PyValue | undefined, step: PyValue | undefined): Int {
  const first = indexOf(start);
  if (stop === undefined || stop === None) {
    if (step !== undefined && step !== 1) typeError('Missing a non-None stop argument');
    return first > 0 ? sourceOf(self).below(first) : valueError('empty range for randrange()');
  }
  const width = intSub(indexOf(stop), first);
  const by = step === undefined ? 1 : indexOf(step);
  if (by === 1) {
    if (width > 0) return intAdd(first, sourceOf(self).below(width));
    valueError(`empty range in randrange(${str(start)}, ${str(stop)})`);
  }
  if (by === 0) valueError('zero step for randrange()');
  const n = intFloorDiv(intAdd(width, intAdd(by, by > 0 ? -1 : 1)), by);
  if (n <= 0) valueError(`empty range in randrange(${str(start)}, ${str(stop)}, ${str(step!)})`);
  return intAdd(first, intMul(by, sourceOf(self).below(n)));
}

const nativeRandrange = (): PyValue => randomType.dict.get('randrange')!;

/** Shuffles a sequence in place (Fisher and Yates). */
function shuffle(self: PyRandom, x: PyValue): void {
  const s = sourceOf(self);
  const list = x instanceof PyList && x.type === listType ? x : null;
  for (let i = lengthOf(x) - 1; i > 0; i--) {
    const j = drawIndex(s, i + 1);
    if (list !== null && i < list.items.length) {
      const a = listGet(list, i);
      listSet(list, i, listGet(list, j));
      listSet(list, j, a);
    } else {
      const a = getItem(x, i);
      const b = getItem(x, j);
      setItem(x, i, b);
      setItem(x, j, a);
    }
  }
}

const SEQUENCES = new Set([
  'list',
  'tuple',
  'str',
  'range',
  'bytes',
  'bytearray',
  'memoryview',
  'array',
  'deque',
  'array.array',
  'collections.deque',
  'Sequence',
  'MutableSequence',
]);

/** Tells whether an object is a `collections.abc.Sequence`. */
function isSequence(x: PyValue): boolean {
  return !typeOf(x).isSubtype(dictType) && typeOf(x).mro.some((t) => SEQUENCES.has(t.name));
}

/** Performs `sample`. Throws TypeError, ValueError. */
function sample(self: PyRandom, population: PyValue, kArg: PyValue, counts: PyValue): PyValue {
  if (!isSequence(population)) typeError('Population must be a sequence.  For dicts or sets, use sorted(d).');
  const n = lengthOf(population);
  if (counts !== None) {
    const cumulative = accumulate(toArray(counts));
    if (cumulative.length !== n) valueError('The number of counts does not match the population');
    if (n === 0) indexError('pop from empty list');
    const total = intOf(cumulative.pop()!) ?? typeError('Counts must be integers');
    if (total <= 0) valueError('Total of counts must be greater than zero');
    return listFrom(
      selections(sourceOf(self), Number(total), kArg).map((i) =>
        getItem(population, bisect(cumulative, i, cumulative.length)),
      ),
    );
  }
  return listFrom(selections(sourceOf(self), n, kArg).map((i) => getItem(population, i)));
}

/** Draws k different indices below n. Throws ValueError. */
function selections(s: Source, n: number, kArg: PyValue): number[] {
  const k = Number(indexOf(kArg));
  if (k < 0 || k > n) valueError('Sample larger than population or is negative');
  const result: number[] = new Array(k);
  let small = 21;
  if (k > 5) small += 4 ** Math.ceil(log(k * 3) / log(4));
  if (n <= small) {
    const pool = Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < k; i++) {
      const j = drawIndex(s, n - i);
      result[i] = pool[j]!;
      pool[j] = pool[n - i - 1]!;
    }
    return result;
  }
  const selected = new Set<number>();
  for (let i = 0; i < k; i++) {
    let j = drawIndex(s, n);
    while (selected.has(j)) j = drawIndex(s, n);
    selected.add(j);
    result[i] = j;
  }
  return result;
}

/** Returns the running sums of values. */
function accumulate(values: readonly PyValue[]): PyValue[] {
  const out: PyValue[] = [];
  for (const x of values) out.push(out.length === 0 ? x : binaryOp(ADD, out[out.length - 1]!, x));
  return out;
}

/** Finds the place of x after equal items in a[0:hi]. */
function bisect(a: readonly PyValue[], x: number, hi: number, boxed: PyValue = x): number {
  let lo = 0;
  while (lo < hi) {
    const m = (lo + hi) >> 1;
    const y = a[m]!;
    const below =
      typeof y === 'number' || typeof y === 'bigint'
        ? x < y
        : y instanceof PyFloat
          ? x < y.value
          : isTrue(compareOp(0, boxed, y));
    if (below) hi = m;
    else lo = m + 1;
  }
  return lo;
}

/** Performs `choices`. Throws TypeError, ValueError. */
function choices(self: PyRandom, population: PyValue, weights: PyValue, cumulative: PyValue, kArg: PyValue): PyValue {
  const s = sourceOf(self);
  const n = lengthOf(population);
  if (cumulative === None && weights === None) {
    const k = Number(indexOf(kArg));
    const out: PyValue[] = [];
    for (let i = 0; i < k; i++) out.push(getItem(population, Math.floor(s.random() * n)));
    return listFrom(out);
  }
  if (cumulative !== None && weights !== None) typeError('Cannot specify both weights and cumulative weights');
  if (cumulative === None && intOf(weights) !== undefined)
    typeError(`The number of choices must be a keyword argument: k=${str(weights)}`);
  const sums = cumulative === None ? accumulate(toArray(weights)) : toArray(cumulative);
  if (sums.length !== n) valueError('The number of weights does not match the population');
  if (n === 0) indexError('list index out of range');
  const total = asDouble(binaryOp(ADD, sums[n - 1]!, real(0)));
  if (total <= 0) valueError('Total of weights must be greater than zero');
  if (!Number.isFinite(total)) valueError('Total of weights must be finite');
  const k = Number(indexOf(kArg));
  const out: PyValue[] = [];
  for (let i = 0; i < k; i++) {
    const x = s.random() * total;
    out.push(getItem(population, bisect(sums, x, n - 1, real(x))));
  }
  return listFrom(out);
}

/** Makes n random bytes. */
function randbytes(self: PyRandom, n: PyValue): PyValue {
  const count = indexOf(n);
  if (count < 0) valueError('number of bits must be non-negative');
  if (self instanceof PySystemRandom) return new PyBytes(new Uint8Array(nodeCrypto().randomBytes(Number(count))));
  const source = sourceOf(self);
  const bits = source.bits(Number(count) * 8);
  const hex = bits.toString(16).padStart(Number(count) * 2, '0');
  return new PyBytes(count === 0 ? new Uint8Array(0) : new Uint8Array(Buffer.from(hex, 'hex').reverse()));
}

/* ---- distributions ---- */

/** Returns a plain number as a JS number, undefined for other objects. */
function plain(x: PyValue): number | undefined {
  if (typeof x === 'number') return x;
  return x instanceof PyFloat && x.type === floatType ? x.value : undefined;
}

/** Returns a + b*t for a float t, by the operands' own operators if they are not plain. */
function affine(a: PyValue, b: PyValue, t: number): PyValue {
  const x = plain(a);
  const y = plain(b);
  return x !== undefined && y !== undefined ? real(x + y * t) : binaryOp(ADD, a, binaryOp(MUL, b, real(t)));
}

/** Returns a + t*b, as `affine`. */
function scaled(a: PyValue, t: number, b: PyValue): PyValue {
  const x = plain(a);
  const y = plain(b);
  return x !== undefined && y !== undefined ? real(x + t * y) : binaryOp(ADD, a, binaryOp(MUL, real(t), b));
}

/** Performs `triangular`. */
function triangular(self: PyRandom, low: PyValue, high: PyValue, mode: PyValue): PyValue {
  let u = sourceOf(self).random();
  let c = 0.5;
  try {
    if (mode !== None) c = asDouble(binaryOp(TRUEDIV, binaryOp(SUB, mode, low), binaryOp(SUB, high, low)));
  } catch (e) {
    if (e instanceof PyRaise && e.exc.type.name === 'ZeroDivisionError') return low;
    throw e;
  }
  if (u > c) {
    u = 1 - u;
    c = 1 - c;
    [low, high] = [high, low];
  }
  return affine(low, binaryOp(SUB, high, low), Math.sqrt(u * c));
}

/** Draws the standard normal deviate of `gauss`, two at a time. */
function gauss(self: PyRandom): number {
  const kept = self.gaussNext;
  self.gaussNext = null;
  if (kept !== null) return kept;
  const s = sourceOf(self);
  const angle = s.random() * (2 * Math.PI);
  const radius = Math.sqrt(-2 * log(1 - s.random()));
  self.gaussNext = sin(angle) * radius;
  return cos(angle) * radius;
}

/** Returns e**x. Throws OverflowError. */
function checkedExp(x: number): number {
  const r = exp(x);
  return r === Number.POSITIVE_INFINITY && x !== r ? rangeError() : r;
}

defMethods(randomType, {
  '__init__(x?)': (self: PyRandom, x: PyValue = None) => {
    invoke(getAttr(self, 'seed'), [x]);
    self.gaussNext = null;
    return None;
  },
  'seed(a?, version?)': (self: PyRandom, a: PyValue = None, version: PyValue = 2) => {
    seed(self, a, version);
    return None;
  },
  'getstate()': (self: PyRandom) =>
    new PyTuple([3, coreState(self), self.gaussNext === null ? None : real(self.gaussNext)]),
  'setstate(state)': (self: PyRandom, state: PyValue) => {
    const version = getItem(state, 0);
    if (version !== 3 && version !== 2) {
      valueError(`state with version ${str(version)} passed to Random.setstate() of version 3`);
    }
    const [, words, next] = toArray(state);
    setCoreState(self, words!);
    self.gaussNext = next === undefined || next === None ? null : asDouble(next);
    return None;
  },
  '__getstate__()': (self: PyRandom) => invoke(getAttr(self, 'getstate'), []),
  '__setstate__(state)': (self: PyRandom, state: PyValue) => {
    invoke(getAttr(self, 'setstate'), [state]);
    return None;
  },
  '__reduce__()': (self: PyRandom) => new PyTuple([self.type, new PyTuple([]), invoke(getAttr(self, 'getstate'), [])]),
  '_randbelow(n)': (self: PyRandom, n: PyValue) => self.below(indexOf(n)),
  'randbytes(n)': randbytes,
  'randrange(start, stop?, step?)': randrange,
  'randint(a, b)': (self: PyRandom, a: PyValue, b: PyValue) => {
    const stop = typeof b === 'number' ? intAdd(b, 1) : binaryOp(ADD, b, 1);
    const method = self.type.lookup('randrange')!;
    return method === nativeRandrange() ? randrange(self, a, stop, undefined) : callBound(method, self, a, stop);
  },
  'choice(seq)': (self: PyRandom, seq: PyValue) => {
    const n = lengthOf(seq);
    if (n === 0) indexError('Cannot choose from an empty sequence');
    return getItem(seq, drawIndex(sourceOf(self), n));
  },
  'shuffle(x)': (self: PyRandom, x: PyValue) => {
    shuffle(self, x);
    return None;
  },
  'sample(population, k, *, counts?)': (self: PyRandom, population: PyValue, k: PyValue, counts: PyValue = None) =>
    sample(self, population, k, counts),
  'choices(population, weights?, *, cum_weights?, k?)': (
    self: PyRandom,
    population: PyValue,
    weights: PyValue = None,
    cum: PyValue = None,
    k: PyValue = 1,
  ) => choices(self, population, weights, cum, k),
  'uniform(a, b)': (self: PyRandom, a: PyValue, b: PyValue) => {
    const x = plain(a);
    const y = plain(b);
    if (x !== undefined && y !== undefined) return real(x + (y - x) * sourceOf(self).random());
    return affine(a, binaryOp(SUB, b, a), sourceOf(self).random());
  },
  'triangular(low?, high?, mode?)': (self: PyRandom, low?: PyValue, high?: PyValue, mode: PyValue = None) =>
    triangular(self, low ?? real(0), high ?? real(1), mode),
  'normalvariate(mu?, sigma?)': (self: PyRandom, mu?: PyValue, sigma?: PyValue) =>
    scaled(mu ?? real(0), standardNormal(sourceOf(self)), sigma ?? real(1)),
  'gauss(mu?, sigma?)': (self: PyRandom, mu?: PyValue, sigma?: PyValue) =>
    scaled(mu ?? real(0), gauss(self), sigma ?? real(1)),
  'lognormvariate(mu, sigma)': (self: PyRandom, mu: PyValue, sigma: PyValue) =>
    real(checkedExp(asDouble(scaled(mu, standardNormal(sourceOf(self)), sigma)))),
  'expovariate(lambd?)': (self: PyRandom, lambda?: PyValue) =>
    real(expovariate(sourceOf(self), lambda === undefined ? 1 : asDouble(lambda))),
  'vonmisesvariate(mu, kappa)': (self: PyRandom, mu: PyValue, kappa: PyValue) =>
    real(vonMises(sourceOf(self), asDouble(mu), asDouble(kappa))),
  'gammavariate(alpha, beta)': (self: PyRandom, alpha: PyValue, beta: PyValue) =>
    real(gammavariate(sourceOf(self), asDouble(alpha), asDouble(beta))),
  'betavariate(alpha, beta)': (self: PyRandom, alpha: PyValue, beta: PyValue) => {
    const s = sourceOf(self);
    const y = gammavariate(s, asDouble(alpha), 1);
    return real(y === 0 ? 0 : floatTrueDiv(y, y + gammavariate(s, asDouble(beta), 1)));
  },
  'paretovariate(alpha)': (self: PyRandom, alpha: PyValue) => real(pareto(sourceOf(self), asDouble(alpha))),
  'weibullvariate(alpha, beta)': (self: PyRandom, alpha: PyValue, beta: PyValue) =>
    real(weibull(sourceOf(self), asDouble(alpha), asDouble(beta))),
  'binomialvariate(n?, p?)': (self: PyRandom, n: PyValue = 1, p?: PyValue) =>
    binomial(sourceOf(self), Number(indexOf(n)), p === undefined ? 0.5 : asDouble(p)),
});
randomType.dict.set('VERSION', 3);

defGetSet(randomType, {
  gauss_next: [
    (self: PyRandom) => (self.gaussNext === null ? None : real(self.gaussNext)),
    (self: PyRandom, v: PyValue | undefined) => {
      self.gaussNext = v === undefined || v === None ? null : asDouble(v);
    },
  ],
});

/** Raises for a method that needs state. */
function stateless(): never {
  return raise('NotImplementedError', 'System entropy source does not have state.');
}

defMethods(systemRandomType, {
  'random(); hidden': (self: PyRandom) => real(self.random()),
  'getrandbits(k)': (self: PyRandom, k: PyValue) => self.bits(bitCount(k)),
  'seed(*args, **kwds)': (_self: PyRandom, _args: PyValue[], _kw: Kwargs) => None,
  'getstate(*args, **kwds)': stateless,
  'setstate(*args, **kwds)': stateless,
});

const EXPORTS = (
  'seed random uniform triangular randint choice randrange sample shuffle choices normalvariate lognormvariate expovariate vonmisesvariate ' +
  'gammavariate gauss betavariate binomialvariate paretovariate weibullvariate getstate setstate getrandbits randbytes'
).split(' ');

/** Makes the module `_random`. */
export function makeCore(): PyModule {
  return nativeModule('_random', [['Random', coreType]]);
}

/** Makes the module. */
export function makeModule(): PyModule {
  const inst = new PyRandom(randomType);
  inst.seedFresh();
  const entries: [string, PyValue][] = [
    ['Random', randomType],
    ['SystemRandom', systemRandomType],
    ['_inst', inst],
  ];
  for (const name of EXPORTS) entries.push([name, new PyBoundBuiltin(randomType.lookup(name) as PyBuiltin, inst)]);
  entries.push(['__all__', listFrom(['Random', 'SystemRandom', ...EXPORTS].sort())]);
  entries.push(
    ['BPF', 53],
    ['RECIP_BPF', real(2 ** -53)],
    ['TWOPI', real(2 * Math.PI)],
    ['LOG4', real(log(4))],
    ['NV_MAGICCONST', real((4 * exp(-0.5)) / Math.sqrt(2))],
    ['SG_MAGICCONST', real(1 + log(4.5))],
  );
  return nativeModule('random', entries, 'Random variable generators.');
}
