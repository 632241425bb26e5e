/**
 * The module `random` (library reference, "random — Generate pseudo-random numbers").
 *
 * Numbers come from random-core.ts, distributions from random-draws.ts; here are arguments, sequences
 * and state. Arguments that are plain numbers are computed with as JS numbers; other objects (Fraction,
 * Decimal) through their own operators where Lib/random.py would.
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import { Binary } from '../../bytecode/operators.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { None, type PyModule, PyTuple } from '../../objects/core/values.ts';
import { type Kwargs, PyBoundBuiltin, type PyBuiltin, defGetSet, defMethods } from '../../objects/core/builtin.ts';
import { indexError, raise, valueError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { intAdd } from '../../numbers/int-ops.ts';
import { asDouble } from '../../types/numbers/float.ts';
import { floatTrueDiv } from '../../numbers/float-ops.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { str } from '../../objects/slots/format.ts';
import { toArray } from '../../protocol/iterate.ts';
import { indexOf } from '../../objects/slots/number.ts';
import { binaryOp } from '../../protocol/number.ts';
import { countOf } from '../../objects/slots/subscript.ts';
import { getItem } from '../../protocol/subscript.ts';
import { PyRandom, bitCount, coreType, randomType, sourceOf, systemRandomType } from './core.ts';
import { binomial, expovariate, gammavariate, pareto, standardNormal, vonMises, weibull } from './draws.ts';
import { exp } from '../../numbers/libm/exp.ts';
import { log } from '../../numbers/libm/log.ts';
import { coreState, seed, setCoreState } from './seeding.ts';
import { affine, checkedExp, gauss, plain, real, scaled, triangular } from './distributions.ts';
import { choices, drawIndex, nativeRandrange, randbytes, randrange, sample, shuffle } from './choosing.ts';

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
    const stop = typeof b === 'number' ? intAdd(b, 1) : binaryOp(Binary.ADD, b, 1);
    const method = self.type.lookup('randrange')!;
    return method === nativeRandrange() ? randrange(self, a, stop, undefined) : callBound(method, self, a, stop);
  },
  'choice(seq)': (self: PyRandom, seq: PyValue) => {
    const n = countOf(seq);
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
    return affine(a, binaryOp(Binary.SUB, b, a), sourceOf(self).random());
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
  'seed random uniform triangular randint choice randrange sample ' +
  'shuffle choices normalvariate lognormvariate expovariate vonmisesvariate ' +
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
