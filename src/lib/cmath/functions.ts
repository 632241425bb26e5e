/**
 * The complex elementary functions (Modules/cmathmodule.c; Kahan, "Branch Cuts for Complex Elementary
 * Functions, or Much Ado About Nothing's Sign Bit").
 *
 * Signed zeros say on which side of a branch cut an argument lies, so the formulas avoid every
 * operation that would lose one. Arguments with infinities or NaNs take their values from tables (C99, Annex G);
 * huge and tiny ones are scaled so that only results overflow that must.
 */
import { PyComplex } from '../../objects/core/values.ts';
import { scalb } from '../../numbers/libm/bits.ts';
import { exp } from '../../numbers/libm/exp.ts';
import { log as rlog, log1p } from '../../numbers/libm/log.ts';
import { cos as rcos, sin as rsin } from '../../numbers/libm/trig.ts';
import { tan as rtan } from '../../numbers/libm/tan.ts';
import { atan2 } from '../../numbers/libm/atan.ts';
import { asinh as rasinh, cosh as rcosh, sinh as rsinh, tanh as rtanh } from '../../numbers/libm/hyperbolic.ts';
import { hypot } from '../../numbers/libm/hypot.ts';
import { domainError, rangeError } from '../math/math.ts';

const INF = Number.POSITIVE_INFINITY;
const LARGE = Number.MAX_VALUE / 4;
const SQRT_LARGE = 6.703903964971298e153;
const LOG_LARGE = 708.3964185322641;
const TINY = 2.2250738585072014e-308;
const SQRT_TINY = 1.4916681462400413e-154;
const LN2 = Math.LN2;

const complex = (re: number, im: number): PyComplex => new PyComplex(re, im);

/** Returns x with the sign of y. */
function copysign(x: number, y: number): number {
  const a = Math.abs(x);
  return y < 0 || Object.is(y, -0) ? -a : a;
}

/**
 * Values for arguments that are not finite: a row per real part, in it a pair per imaginary part, both
 * in the order -inf, negative, -0, 0, positive, inf, nan. z is 0, o 1, q π/4, h π/2, t 3π/4, p π, i inf, n NaN,
 * capitals are negative; u cannot happen.
 */
const SPECIAL = {
  acos: 'tipipipIpItIni hiuuuuuuuuhInn hiuuuuuuuuhIhn hiuuuuuuuuhIhn hiuuuuuuuuhInn qizizizIzIqIni ninnnnnnnnnInn',
  acosh: 'iTiPiPipipitin iHuuuuuuuuihnn iHuuuuuuuuihnn iHuuuuuuuuihnn iHuuuuuuuuihnn iQiZiZiziziqin innnnnnnnninnn',
  asinh: 'IQIZIZIzIzIqIn IHuuuuuuuuIhnn IHuuuuuuuuIhnn iHuuuuuuuuihnn iHuuuuuuuuihnn iQiZiZiziziqin innnnZnznninnn',
  atanh: 'ZHZHZHZhZhZhZn ZHuuuuuuuuZhnn ZHuuuuuuuuZhZn zHuuuuuuuuzhzn zHuuuuuuuuzhnn zHzHzHzhzhzhzn zHnnnnnnnnzhnn',
  cosh: 'uuIiiziZIIuuin uuuuuuuuuuuunn uuuuuuuuuuuunz uuuuuuuuuuuunz uuuuuuuuuuuunn uuIIiZizIiuuin nnnnnznznnnnnn',
  exp: 'zzZZzZzzZzzzzz uuuuuuuuuuuunn uuuuuuuuuuuunn uuuuuuuuuuuunn uuuuuuuuuuuunn uuIIiZizIiuuin nnnnnZnznnnnnn',
  log: 'iTiPiPipipitin iHuuuuuuuuihnn iHuuuuuuuuihnn iHuuuuuuuuihnn iHuuuuuuuuihnn iQiZiZiziziqin innnnnnnnninnn',
  sinh: 'uuiIIZIziiuuin uuuuuuuuuuuunn uuuuuuuuuuuuzn uuuuuuuuuuuuzn uuuuuuuuuuuunn uuIIiZizIiuuin nnnnnZnznnnnnn',
  sqrt: 'iIzIzIziziiini iIuuuuuuuuiinn iIuuuuuuuuiinn iIuuuuuuuuiinn iIuuuuuuuuiinn iIiZiZiziziiin iInnnnnnnniinn',
  tanh: 'OzOzOZOzOZOzOz uuuuuuuuuuuunn uuuuuuuuuuuunn uuuuuuuuuuuunn uuuuuuuuuuuunn ozozoZozoZozoz nnnnnZnznnnnnn',
  rect: 'uuiiIzIZiIuuin uuuuuuuuuuuunn zzuuuuuuuuzzzz zzuuuuuuuuzzzz uuuuuuuuuuuunn uuIIiZizIiuuin nnnnnznznnnnnn',
} as const;

const SYMBOLS = 'zoqhtpin';
const VALUES = [0, 1, Math.PI / 4, Math.PI / 2, 2.356194490192345, Math.PI, INF, Number.NaN];

/** Returns the row or column of a number in the tables. */
function kind(x: number): number {
  if (Number.isNaN(x)) return 6;
  if (x === 0) return Object.is(x, -0) ? 2 : 3;
  if (x < 0) return x === -INF ? 0 : 1;
  return x === INF ? 5 : 4;
}

function symbol(c: string): number {
  const i = SYMBOLS.indexOf(c.toLowerCase());
  const v = i < 0 ? 0 : VALUES[i]!;
  return c >= 'a' ? v : -v;
}

/** Returns the tabulated value of a function at an argument that is not finite. */
function special(name: keyof typeof SPECIAL, x: number, y: number): PyComplex {
  const at = kind(x) * 15 + kind(y) * 2;
  const t = SPECIAL[name];
  return complex(symbol(t[at]!), symbol(t[at + 1]!));
}

function finite(x: number, y: number): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** Raises OverflowError for a result that overflowed. */
function checked(re: number, im: number): PyComplex {
  if (Math.abs(re) === INF || Math.abs(im) === INF) rangeError();
  return complex(re, im);
}

type Function1 = (x: number, y: number) => PyComplex;

/** Returns log |z| for a huge z, less log 1. */
function logHuge(x: number, y: number): number {
  return rlog(hypot(x / 2, y / 2)) + LN2 * 2;
}

export const acos: Function1 = (x, y) => {
  if (!finite(x, y)) return special('acos', x, y);
  if (Math.abs(x) > LARGE || Math.abs(y) > LARGE) {
    const l = logHuge(x, y);
    return complex(atan2(Math.abs(y), x), x < 0 ? -copysign(l, y) : copysign(l, -y));
  }
  const a = sqrt(1 - x, -y);
  const b = sqrt(1 + x, y);
  return complex(2 * atan2(a.real, b.real), rasinh(b.real * a.imag - b.imag * a.real));
};

export const acosh: Function1 = (x, y) => {
  if (!finite(x, y)) return special('acosh', x, y);
  if (Math.abs(x) > LARGE || Math.abs(y) > LARGE) return complex(logHuge(x, y), atan2(y, x));
  const a = sqrt(x - 1, y);
  const b = sqrt(x + 1, y);
  return complex(rasinh(a.real * b.real + a.imag * b.imag), 2 * atan2(a.imag, b.real));
};

export const asinh: Function1 = (x, y) => {
  if (!finite(x, y)) return special('asinh', x, y);
  if (Math.abs(x) > LARGE || Math.abs(y) > LARGE) {
    const l = logHuge(x, y);
    return complex(y >= 0 ? copysign(l, x) : -copysign(l, -x), atan2(y, Math.abs(x)));
  }
  const a = sqrt(1 + y, -x);
  const b = sqrt(1 - y, x);
  return complex(rasinh(a.real * b.imag - b.real * a.imag), atan2(y, a.real * b.real - a.imag * b.imag));
};

/** Applies a function to iz and divides the result by i. */
function turned(f: Function1): Function1 {
  return (x, y) => {
    const s = f(-y, x);
    return complex(s.imag, -s.real);
  };
}

export const atanh: Function1 = (x, y) => {
  if (!finite(x, y)) return special('atanh', x, y);
  if (x < 0 || Object.is(x, -0)) {
    const r = atanh(-x, -y);
    return complex(-r.real, -r.imag);
  }
  const ay = Math.abs(y);
  if (x > SQRT_LARGE || ay > SQRT_LARGE) {
    const h = hypot(x / 2, y / 2);
    return complex(x / 4 / h / h, -copysign(Math.PI / 2, -y));
  }
  if (x === 1 && ay < SQRT_TINY) {
    if (ay === 0) domainError();
    return complex(-rlog(Math.sqrt(ay) / Math.sqrt(hypot(ay, 2))), copysign(atan2(2, -ay) / 2, y));
  }
  return complex(log1p((4 * x) / ((1 - x) * (1 - x) + ay * ay)) / 4, -atan2(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2);
};

export const cosh: Function1 = (x, y) => {
  if (!finite(x, y)) {
    if (Math.abs(y) === INF && !Number.isNaN(x)) domainError();
    if (Math.abs(x) === INF && Number.isFinite(y) && y !== 0) {
      const im = copysign(INF, rsin(y));
      return complex(copysign(INF, rcos(y)), x > 0 ? im : -im);
    }
    return special('cosh', x, y);
  }
  if (Math.abs(x) > LOG_LARGE) {
    const less = x - copysign(1, x);
    return checked(rcos(y) * rcosh(less) * Math.E, rsin(y) * rsinh(less) * Math.E);
  }
  return checked(rcos(y) * rcosh(x), rsin(y) * rsinh(x));
};

export const sinh: Function1 = (x, y) => {
  if (!finite(x, y)) {
    if (Math.abs(y) === INF && !Number.isNaN(x)) domainError();
    if (Math.abs(x) === INF && Number.isFinite(y) && y !== 0) {
      const re = copysign(INF, rcos(y));
      return complex(x > 0 ? re : -re, copysign(INF, rsin(y)));
    }
    return special('sinh', x, y);
  }
  if (Math.abs(x) > LOG_LARGE) {
    const less = x - copysign(1, x);
    return checked(rcos(y) * rsinh(less) * Math.E, rsin(y) * rcosh(less) * Math.E);
  }
  return checked(rcos(y) * rsinh(x), rsin(y) * rcosh(x));
};

export const tanh: Function1 = (x, y) => {
  if (!finite(x, y)) {
    if (Math.abs(y) === INF && Number.isFinite(x)) domainError();
    if (Math.abs(x) === INF && Number.isFinite(y) && y !== 0)
      return complex(x > 0 ? 1 : -1, copysign(0, 2 * rsin(y) * rcos(y)));
    return special('tanh', x, y);
  }
  if (Math.abs(x) > LOG_LARGE) return complex(copysign(1, x), 4 * rsin(y) * rcos(y) * exp(-2 * Math.abs(x)));
  const tx = rtanh(x);
  const ty = rtan(y);
  const cx = 1 / rcosh(x);
  const txty = tx * ty;
  const d = 1 + txty * txty;
  return complex((tx * (1 + ty * ty)) / d, (ty / d) * cx * cx);
};

export const cexp: Function1 = (x, y) => {
  if (!finite(x, y)) {
    if (Math.abs(y) === INF && (Number.isFinite(x) || x === INF)) domainError();
    if (Math.abs(x) === INF && Number.isFinite(y) && y !== 0) {
      const size = x > 0 ? INF : 0;
      return complex(copysign(size, rcos(y)), copysign(size, rsin(y)));
    }
    return special('exp', x, y);
  }
  if (x > LOG_LARGE) {
    const l = exp(x - 1);
    return checked(l * rcos(y) * Math.E, l * rsin(y) * Math.E);
  }
  const l = exp(x);
  return checked(l * rcos(y), l * rsin(y));
};

/** Returns the natural logarithm. Throws ValueError for 0. */
export const log: Function1 = (x, y) => {
  if (!finite(x, y)) return special('log', x, y);
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  let re: number;
  if (ax > LARGE || ay > LARGE) re = rlog(hypot(ax / 2, ay / 2)) + LN2;
  else if (ax < TINY && ay < TINY) {
    if (ax === 0 && ay === 0) domainError();
    re = rlog(hypot(scalb(ax, 53), scalb(ay, 53))) - 53 * LN2;
  } else {
    const h = hypot(ax, ay);
    if (h >= 0.71 && h <= 1.73) {
      const big = Math.max(ax, ay);
      const small = Math.min(ax, ay);
      re = log1p((big - 1) * (big + 1) + small * small) / 2;
    } else re = rlog(h);
  }
  return complex(re, atan2(y, x));
};

export const log10: Function1 = (x, y) => {
  const r = log(x, y);
  return complex(r.real / Math.LN10, r.imag / Math.LN10);
};

export function sqrt(x: number, y: number): PyComplex {
  if (!finite(x, y)) return special('sqrt', x, y);
  if (x === 0 && y === 0) return complex(0, y);
  let ax = Math.abs(x);
  const ay = Math.abs(y);
  let s: number;
  if (ax < TINY && ay < TINY) {
    ax = scalb(ax, 53);
    s = scalb(Math.sqrt(ax + hypot(ax, scalb(ay, 53))), -27);
  } else {
    ax /= 8;
    s = 2 * Math.sqrt(ax + hypot(ax, ay / 8));
  }
  const d = ay / (2 * s);
  return x >= 0 ? complex(s, copysign(d, y)) : complex(d, copysign(s, y));
}

export const asin = turned(asinh);
export const atan = turned(atanh);
export const sin = turned(sinh);
export const tan = turned(tanh);
export const cos: Function1 = (x, y) => cosh(-y, x);

/** Returns the number with polar coordinates r, phi. Throws ValueError. */
export function rect(r: number, phi: number): PyComplex {
  if (!finite(r, phi)) {
    if (r !== 0 && !Number.isNaN(r) && Math.abs(phi) === INF) domainError();
    if (Math.abs(r) === INF && Number.isFinite(phi) && phi !== 0) {
      const re = copysign(INF, rcos(phi));
      const im = copysign(INF, rsin(phi));
      return r > 0 ? complex(re, im) : complex(-re, -im);
    }
    return special('rect', r, phi);
  }
  return phi === 0 ? complex(r, r * phi) : complex(r * rcos(phi), r * rsin(phi));
}
