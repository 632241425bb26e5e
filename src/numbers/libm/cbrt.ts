/**
 * cbrt as glibc computes it before 2.41 on x86-64: a polynomial for the root of the mantissa and one
 * step of Halley's method, good to one ulp.
 */
import { exponentOf, scalb } from './bits.ts';

const FACTORS = [1 / 1.5874010519681996, 1 / 1.2599210498948732, 1, 1.2599210498948732, 1.5874010519681996];

/** Returns the cube root of x. */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const a = Math.abs(x);
  const e = exponentOf(a) + 1;
  const m = scalb(a, -e);
  const u =
    0.35489576504391984 +
    (1.508191937815849 +
      (-2.114994941673713 +
        (2.4469312256353444 + (-1.8346927748361308 + (0.7849323449766392 - 0.14526389938548637 * m) * m) * m) * m) *
        m) *
      m;
  const t = u * u * u;
  const y = ((u * (t + 2 * m)) / (2 * t + m)) * FACTORS[2 + (e % 3)]!;
  return scalb(x > 0 ? y : -y, Math.trunc(e / 3));
}
