/**
 * The distributions of the module `random`, on a `Source` of random numbers.
 *
 * Every function draws exactly as many numbers as Lib/random.py does, in the same order, and computes
 * with the same operations, so that equal seeds give equal results. References: Kinderman and Monahan
 * (normalvariate), Fisher (vonmisesvariate), Cheng and Ahrens/Dieter (gammavariate), Hörmann's BTRS
 * (binomialvariate).
 */
import { valueError } from '../../objects/core/exceptions.ts';
import { floatMod, floatPow, floatTrueDiv } from '../../numbers/float-ops.ts';
import { domainError } from '../math/math.ts';
import type { Source } from './core.ts';
import { exp, pow } from '../../numbers/libm/exp.ts';
import { log as logarithm, log2 } from '../../numbers/libm/log.ts';
import { cos } from '../../numbers/libm/trig.ts';
import { acos } from '../../numbers/libm/asin.ts';
import { lgamma } from '../../numbers/libm/gamma.ts';

const TWO_PI = 2 * Math.PI;
const NV_MAGIC = 1.7155277699214135;
const LOG4 = 1.3862943611198906;
const SG_MAGIC = 2.504077396776274;

/** Returns log(x). Throws ValueError for x <= 0. */
function log(x: number): number {
  return x > 0 ? logarithm(x) : domainError();
}

/** Draws the standard normal deviate of normalvariate. */
export function standardNormal(s: Source): number {
  for (;;) {
    const u1 = s.random();
    const u2 = 1 - s.random();
    const z = (NV_MAGIC * (u1 - 0.5)) / u2;
    if ((z * z) / 4 <= -log(u2)) return z;
  }
}

/** Draws from the exponential distribution. Throws ZeroDivisionError. */
export function expovariate(s: Source, lambda: number): number {
  return floatTrueDiv(-log(1 - s.random()), lambda);
}

/** Draws an angle from the von Mises distribution. */
export function vonMises(s: Source, mu: number, kappa: number): number {
  if (kappa <= 1e-6) return TWO_PI * s.random();
  const h = 0.5 / kappa;
  const r = h + Math.sqrt(1 + h * h);
  let z: number;
  for (;;) {
    const u1 = s.random();
    z = cos(Math.PI * u1);
    const d = z / (r + z);
    const u2 = s.random();
    if (u2 < 1 - d * d || u2 <= (1 - d) * exp(d)) break;
  }
  const q = 1 / r;
  const f = (q + z) / (1 + q * z);
  return s.random() > 0.5 ? floatMod(mu + acos(f), TWO_PI) : floatMod(mu - acos(f), TWO_PI);
}

/** Draws from the gamma distribution. Throws ValueError. */
export function gammavariate(s: Source, alpha: number, beta: number): number {
  if (alpha <= 0 || beta <= 0) valueError('gammavariate: alpha and beta must be > 0.0');
  if (alpha > 1) {
    const ainv = Math.sqrt(2 * alpha - 1);
    const bbb = alpha - LOG4;
    const ccc = alpha + ainv;
    for (;;) {
      const u1 = s.random();
      if (!(1e-7 < u1 && u1 < 0.9999999)) continue;
      const u2 = 1 - s.random();
      const v = log(u1 / (1 - u1)) / ainv;
      const x = alpha * exp(v);
      const z = u1 * u1 * u2;
      const r = bbb + ccc * v - x;
      if (r + SG_MAGIC - 4.5 * z >= 0 || r >= log(z)) return x * beta;
    }
  }
  if (alpha === 1) return -log(1 - s.random()) * beta;
  for (;;) {
    const u = s.random();
    const b = (Math.E + alpha) / Math.E;
    const p = b * u;
    const x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha);
    const u1 = s.random();
    if (p > 1 ? u1 <= floatPow(x, alpha - 1) : u1 <= exp(-x)) return x * beta;
  }
}

/** Draws from the Pareto distribution. Throws ZeroDivisionError. */
export function pareto(s: Source, alpha: number): number {
  const u = 1 - s.random();
  return floatPow(u, floatTrueDiv(-1, alpha));
}

/** Draws from the Weibull distribution. Throws ZeroDivisionError. */
export function weibull(s: Source, alpha: number, beta: number): number {
  const u = 1 - s.random();
  return alpha * floatPow(-log(u), floatTrueDiv(1, beta));
}

/** Draws the number of successes in n trials of probability p. Throws ValueError. */
export function binomial(s: Source, n: number, p: number): number {
  if (n < 0) valueError('n must be non-negative');
  if (p <= 0 || p >= 1) {
    if (p === 0) return 0;
    if (p === 1) return n;
    valueError('p must be in the range 0.0 <= p <= 1.0');
  }
  if (n === 1) return s.random() < p ? 1 : 0;
  if (p > 0.5) return n - binomial(s, n, 1 - p);
  if (n * p < 10) {
    const c = log2(1 - p);
    if (c === 0 || Number.isNaN(c)) return 0;
    let x = 0;
    let y = 0;
    for (;;) {
      const u = s.random();
      y += Math.floor((u > 0 ? log2(u) : domainError()) / c) + 1;
      if (y > n) return x;
      x++;
    }
  }
  const spq = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spq;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const vr = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spq;
  const lpq = log(p / (1 - p));
  const m = Math.floor((n + 1) * p);
  const h = lgamma(m + 1) + lgamma(n - m + 1);
  for (;;) {
    const u = s.random() - 0.5;
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (k < 0 || k > n) continue;
    let v = s.random();
    if (us >= 0.07 && v <= vr) return k;
    v *= alpha / (a / (us * us) + b);
    if (log(v) <= h - lgamma(k + 1) - lgamma(n - k + 1) + (k - m) * lpq) return k;
  }
}
