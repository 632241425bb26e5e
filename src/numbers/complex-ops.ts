/**
 * Arithmetic and text of complex numbers on pairs of JS numbers (Objects/complexobject.c).
 *
 * Products are the textbook formula, quotients Smith's algorithm, powers with small integral exponents
 * repeated products, others polar: each rounds where CPython's does, so that printed digits agree.
 */
import { overflowError, valueError, zeroDivisionError } from './faults.ts';
import { asciiDigits } from './int-text.ts';
import { readFloat } from './float-text.ts';
import { floatToText } from './conversions.ts';
import { strRepr } from '../text/repr.ts';
import { exp, pow } from './libm/exp.ts';
import { log } from './libm/log.ts';
import { cos, sin } from './libm/trig.ts';
import { atan2 } from './libm/atan.ts';
import { hypot } from './libm/hypot.ts';

/** A complex number. */
export interface Complex {
  readonly real: number;
  readonly imag: number;
}

/** Returns the product. */
export function complexMul(ar: number, ai: number, br: number, bi: number): Complex {
  return { real: ar * br - ai * bi, imag: ar * bi + ai * br };
}

/** Returns the quotient, or undefined for division by zero. */
function quotient(ar: number, ai: number, br: number, bi: number): Complex | undefined {
  if (Math.abs(br) >= Math.abs(bi)) {
    if (br === 0) return undefined;
    const ratio = bi / br;
    const d = br + bi * ratio;
    return { real: (ar + ai * ratio) / d, imag: (ai - ar * ratio) / d };
  }
  if (Math.abs(bi) >= Math.abs(br)) {
    const ratio = br / bi;
    const d = br * ratio + bi;
    return { real: (ar * ratio + ai) / d, imag: (ai * ratio - ar) / d };
  }
  return { real: Number.NaN, imag: Number.NaN };
}

/** Returns the quotient. Throws ZeroDivisionError. */
export function complexDiv(ar: number, ai: number, br: number, bi: number): Complex {
  return quotient(ar, ai, br, bi) ?? zeroDivisionError('complex division by zero');
}

/** Returns a ** b. Throws ZeroDivisionError, OverflowError. */
export function complexPow(ar: number, ai: number, br: number, bi: number): Complex {
  const small = bi === 0 && Number.isInteger(br) && Math.abs(br) <= 100;
  const r = small ? integralPower(ar, ai, br) : polarPower(ar, ai, br, bi);
  if (r === undefined) zeroDivisionError('0.0 to a negative or complex power');
  if (Math.abs(r.real) === Number.POSITIVE_INFINITY || Math.abs(r.imag) === Number.POSITIVE_INFINITY)
    overflowError('complex exponentiation');
  return r;
}

function integralPower(ar: number, ai: number, n: number): Complex | undefined {
  const count = Math.abs(n);
  let r = { real: 1, imag: 0 };
  let p = { real: ar, imag: ai };
  for (let mask = 1; count >= mask; mask *= 2) {
    if ((count & mask) !== 0) r = complexMul(r.real, r.imag, p.real, p.imag);
    p = complexMul(p.real, p.imag, p.real, p.imag);
  }
  return n > 0 ? r : quotient(1, 0, r.real, r.imag);
}

function polarPower(ar: number, ai: number, br: number, bi: number): Complex | undefined {
  if (br === 0 && bi === 0) return { real: 1, imag: 0 };
  if (ar === 0 && ai === 0) return bi !== 0 || br < 0 ? undefined : { real: 0, imag: 0 };
  const size = hypot(ar, ai);
  let length = pow(size, br);
  const angle = atan2(ai, ar);
  let phase = angle * br;
  if (bi !== 0) {
    length /= exp(angle * bi);
    phase += bi * log(size);
  }
  // C reports the sine of an infinity as EDOM, as it does the 0 above.
  if (phase === Number.POSITIVE_INFINITY || phase === Number.NEGATIVE_INFINITY) return undefined;
  return { real: length * cos(phase), imag: length * sin(phase) };
}

/** Returns abs(z). Throws OverflowError. */
export function complexAbs(real: number, imag: number): number {
  const r = hypot(real, imag);
  if (r === Number.POSITIVE_INFINITY && Number.isFinite(real) && Number.isFinite(imag))
    overflowError('absolute value too large');
  return r;
}

/** Returns repr(z). */
export function complexRepr(real: number, imag: number): string {
  const i = floatToText(imag, 'r', 0);
  if (Object.is(real, 0)) return `${i}j`;
  return `(${floatToText(real, 'r', 0)}${i[0] === '-' ? '' : '+'}${i}j)`;
}

const NUMBER = '(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:e[+-]?\\d[\\d_]*)?|inf(?:inity)?|nan';
let forms: RegExp | null = null;

/** Returns complex(text). Throws ValueError. */
export function parseComplex(text: string): Complex {
  let s = asciiDigits(text).trim();
  if (/^_|_$|_(?!\d)|(?<!\d)_/.test(s)) valueError(`could not convert string to complex: ${strRepr(text)}`);
  if (s[0] === '(' && s.endsWith(')')) s = s.slice(1, -1).trim();
  forms ??= new RegExp(`^([+-]?(?:${NUMBER}))?(?:([+-]?(?:${NUMBER})?)j)?$`, 'i');
  const m = forms.exec(s);
  const malformed = (): never => valueError('complex() arg is a malformed string');
  if (m === null || s === '') return malformed();
  const [, first, second] = m;
  if (first !== undefined && second !== undefined && !/^[+-]/.test(second)) {
    // The expression splits `12j` anywhere: all of it is the imaginary part.
    return second === '' || !/^[+-]/.test(second) ? imaginary(s, malformed) : malformed();
  }
  return {
    real: first === undefined ? 0 : part(first, malformed),
    imag: second === undefined ? 0 : part(second, malformed),
  };
}

/** Reads a text of the form `<number>j`. */
function imaginary(s: string, malformed: () => never): Complex {
  return { real: 0, imag: part(s.slice(0, -1), malformed) };
}

/** Reads one part; a bare sign or nothing is one. */
function part(s: string, malformed: () => never): number {
  if (s === '' || s === '+') return 1;
  if (s === '-') return -1;
  return readFloat(s) ?? malformed();
}
