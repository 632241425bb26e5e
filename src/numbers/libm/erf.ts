/**
 * erf and erfc, digit for digit as glibc computes them on x86-64.
 *
 * Rational approximations on four intervals (fdlibm, FreeBSD msun `s_erf.c`, with glibc's pairwise grouping of
 * the polynomials); in the tails exp(-x²) is split so that x² is exact.
 */
import { clearLow, highWord } from './bits.ts';
import { exp } from './exp.ts';

const ERX = 0.8450629115104675;
const EFX = 0.1283791670955126;
const PP = [
  0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -2.3763016656650163e-5,
] as const;
const QQ = [
  1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164, -3.960228278775368e-6,
] as const;
const PA = [
  -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175, -0.11089469428239668,
  0.035478304325618236, -0.002166375594868791,
] as const;
const QA = [
  1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
  0.011984499846799107,
] as const;
const RA = [
  -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
  -184.60509290671104, -81.2874355063066, -9.814329344169145,
] as const;
const SA = [
  1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
  108.63500554177944, 6.570249770319282, -0.0604244152148581,
] as const;
const RB = [
  -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
  -1025.0951316110772, -483.5191916086514,
] as const;
const SB = [
  1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
  474.52854120695537, -22.44095244658582,
] as const;

/** Evaluates a polynomial in pairs: (c0 + c1 x) + x²(c2 + c3 x) + x⁴(…) + …, summed from the left. */
function pairs(c: readonly number[], x: number): number {
  const x2 = x * x;
  const x4 = x2 * x2;
  const x6 = x4 * x2;
  const powers = [1, x2, x4, x6, x4 * x4];
  let sum = c[0]! + x * c[1]!;
  for (let i = 2; i < c.length; i += 2) sum += powers[i >> 1]! * (i + 1 < c.length ? c[i]! + x * c[i + 1]! : c[i]!);
  return sum;
}

/** Returns erfc(a) for 1.25 <= a < 28 without the division by a; `edge` is the high word of 1/0.35. */
function tail(a: number, edge: number): number {
  const s = 1 / (a * a);
  const near = highWord(a) < edge;
  const r = near ? pairs(RA, s) / pairs(SA, s) : pairs(RB, s) / pairs(SB, s);
  const z = clearLow(a);
  return exp(-z * z - 0.5625) * exp((z - a) * (z + a) + r);
}

/** Returns the error function of x. */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (a < 0.84375) {
    if (a < 3.725290298461914e-9) return a < 2.848094538889218e-306 ? 0.0625 * (16 * x + 16 * EFX * x) : x + EFX * x;
    const z = x * x;
    return x + x * (pairs(PP, z) / pairs(QQ, z));
  }
  let r: number;
  if (a < 1.25) {
    const s = a - 1;
    r = ERX + pairs(PA, s) / pairs(QA, s);
  } else r = a >= 6 ? 1 : 1 - tail(a, 0x4006db6e) / a;
  return x < 0 ? -r : r;
}

/** Returns the complementary error function of x. */
export function erfc(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (a < 0.84375) {
    if (a < 1.3877787807814457e-17) return 1 - x;
    const z = x * x;
    const y = pairs(PP, z) / pairs(QQ, z);
    if (x < 0.25) return 1 - (x + x * y);
    return 0.5 - (x * y + (x - 0.5));
  }
  if (a < 1.25) {
    const s = a - 1;
    const r = pairs(PA, s) / pairs(QA, s);
    return x >= 0 ? 1 - ERX - r : 1 + (ERX + r);
  }
  if (a >= 28) return x > 0 ? 0 : 2;
  if (x < -6) return 2;
  const r = tail(a, 0x4006db6d) / a;
  return x > 0 ? r : 2 - r;
}
