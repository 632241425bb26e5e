/**
 * C's hypot as in glibc 2.35 and later, for complex numbers; math.hypot has its own algorithm.
 *
 * C. Borges, "An Improved Algorithm for hypot(a,b)": the square root is corrected once, with the residual
 * computed from exact differences.
 */

/** Returns sqrt(x² + y²) without undue overflow. */
export function hypot(x: number, y: number): number {
  if (Math.abs(x) === Number.POSITIVE_INFINITY || Math.abs(y) === Number.POSITIVE_INFINITY)
    return Number.POSITIVE_INFINITY;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  x = Math.abs(x);
  y = Math.abs(y);
  const a = Math.max(x, y);
  const b = Math.min(x, y);
  if (a > 6.703903964971299e153) {
    if (b <= a * 5.551115123125783e-17) return a + b;
    return corrected(a * 2.409919865102884e-181, b * 2.409919865102884e-181) / 2.409919865102884e-181;
  }
  if (b < 6.717876107567089e-139) {
    if (a >= b / 5.551115123125783e-17) return a + b;
    return corrected(a / 2.409919865102884e-181, b / 2.409919865102884e-181) * 2.409919865102884e-181;
  }
  return b <= a * 5.551115123125783e-17 ? a + b : corrected(a, b);
}

function corrected(a: number, b: number): number {
  const h = Math.sqrt(a * a + b * b);
  let t1: number;
  let t2: number;
  if (h <= 2 * b) {
    const delta = h - b;
    t1 = a * (2 * delta - a);
    t2 = (delta - 2 * (a - b)) * delta;
  } else {
    const delta = h - a;
    t1 = 2 * delta * (a - 2 * b);
    t2 = (4 * delta - b) * b + delta * delta;
  }
  return h - (t1 + t2) / (2 * h);
}
