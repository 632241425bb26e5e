/**
 * gamma and lgamma as Modules/mathmodule.c computes them: Lanczos' approximation with g = 6.0246…, N = 13
 * (the coefficients of Boost), in a form that keeps the large terms apart; integers from a table;
 * the reflection formula for negative arguments.
 */
import { exp, pow } from './exp.ts';
import { log } from './log.ts';
import { cos, sin } from './trig.ts';

const NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
];
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];
const G = 6.02468004077673;
const G_MINUS_HALF = 5.52468004077673;
const LOG_PI = 1.1447298858494002;

/** Evaluates the rational function of Lanczos' sum at x > 0. */
function lanczosSum(x: number): number {
  let n = 0;
  let d = 0;
  if (x < 5) {
    for (let i = 12; i >= 0; i--) {
      n = n * x + NUMERATOR[i]!;
      d = d * x + DENOMINATOR[i]!;
    }
  } else {
    for (let i = 0; i < 13; i++) {
      n = n / x + NUMERATOR[i]!;
      d = d / x + DENOMINATOR[i]!;
    }
  }
  return n / d;
}

/** Returns sin(pi*x) with exact reduction. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  let r: number;
  switch (Math.floor(2 * y + 0.5)) {
    case 0:
      r = sin(Math.PI * y);
      break;
    case 1:
      r = cos(Math.PI * (y - 0.5));
      break;
    case 2:
      r = sin(Math.PI * (1 - y));
      break;
    case 3:
      r = -cos(Math.PI * (y - 1.5));
      break;
    default:
      r = sin(Math.PI * (y - 2));
  }
  return x < 0 ? -r : r;
}

/** Returns Γ(x): NaN at the negative integers and -inf, infinite at 0 and on overflow. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x > 0 ? x : Number.NaN;
  if (x === 0) return 1 / x;
  if (Number.isInteger(x)) {
    if (x < 0) return Number.NaN;
    if (x <= 23) {
      let n = 1;
      for (let i = 2; i < x; i++) n *= i;
      return n;
    }
  }
  const a = Math.abs(x);
  if (a < 1e-20) return 1 / x;
  if (a > 200) return x < 0 ? 0 / sinPi(x) : Number.POSITIVE_INFINITY;
  const y = a + G_MINUS_HALF;
  let z = a > G_MINUS_HALF ? y - a - G_MINUS_HALF : y - G_MINUS_HALF - a;
  z = (z * G) / y;
  let r: number;
  if (x < 0) {
    r = ((-Math.PI / sinPi(a) / a) * exp(y)) / lanczosSum(a);
    r -= z * r;
    if (a < 140) return r / pow(y, a - 0.5);
    const root = pow(y, a / 2 - 0.25);
    return r / root / root;
  }
  r = lanczosSum(a) / exp(y);
  r += z * r;
  if (a < 140) return r * pow(y, a - 0.5);
  const root = pow(y, a / 2 - 0.25);
  return r * root * root;
}

/** Returns log|Γ(x)|, inf at the poles. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Number.POSITIVE_INFINITY : 0;
  const a = Math.abs(x);
  if (a < 1e-20) return -log(a);
  const r = log(lanczosSum(a)) - G + (a - 0.5) * (log(a + G - 0.5) - 1);
  return x < 0 ? LOG_PI - log(Math.abs(sinPi(a))) - log(a) - r : r;
}
