/** The module `cmath` (library reference, "cmath — Mathematical functions for complex numbers"). */
import type { PyValue } from '../../objects/core/object.ts';
import { PyComplex, PyFloat, type PyModule, PyTuple } from '../../objects/core/values.ts';
import { makeFunctions } from '../../objects/core/builtin.ts';
import { valueError } from '../../objects/core/exceptions.ts';
import { asDouble } from '../../types/numbers/float.ts';
import { viaComplex } from '../../types/numbers/complex.ts';
import { complexDiv } from '../../numbers/complex-ops.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { atan2 } from '../../numbers/libm/atan.ts';
import { hypot } from '../../numbers/libm/hypot.ts';
import { domainError, rangeError } from '../math/math.ts';
import * as core from './functions.ts';

/** Reads an argument as a complex number. Throws TypeError `must be real number, not <class>`. */
function asComplex(x: PyValue): PyComplex {
  if (x instanceof PyComplex) return x;
  return viaComplex(x) ?? new PyComplex(asDouble(x), 0);
}

function unary(f: (x: number, y: number) => PyValue): (z: PyValue) => PyValue {
  return (arg) => {
    const z = asComplex(arg);
    return f(z.real, z.imag);
  };
}

const real = (x: number): PyFloat => new PyFloat(x);

/** Returns |z|. Throws OverflowError. */
function modulus(x: number, y: number): number {
  const r = hypot(x, y);
  return r === Number.POSITIVE_INFINITY && Number.isFinite(x) && Number.isFinite(y) ? rangeError() : r;
}

/** Performs `isclose`. Throws ValueError. */
function isClose(a: PyComplex, b: PyComplex, rel: number, abs: number): boolean {
  if (rel < 0 || abs < 0) valueError('tolerances must be non-negative');
  if (a.real === b.real && a.imag === b.imag) return true;
  for (const x of [a.real, a.imag, b.real, b.imag]) if (Math.abs(x) === Number.POSITIVE_INFINITY) return false;
  const d = hypot(a.real - b.real, a.imag - b.imag);
  return d <= rel * hypot(b.real, b.imag) || d <= rel * hypot(a.real, a.imag) || d <= abs;
}

/** Makes the module. */
export function makeModule(): PyModule {
  const functions = makeFunctions(
    'cmath',
    {
      'acos(z, /)': unary(core.acos),
      'acosh(z, /)': unary(core.acosh),
      'asin(z, /)': unary(core.asin),
      'asinh(z, /)': unary(core.asinh),
      'atan(z, /)': unary(core.atan),
      'atanh(z, /)': unary(core.atanh),
      'cos(z, /)': unary(core.cos),
      'cosh(z, /)': unary(core.cosh),
      'exp(z, /)': unary(core.cexp),
      'log10(z, /)': unary(core.log10),
      'sin(z, /)': unary(core.sin),
      'sinh(z, /)': unary(core.sinh),
      'sqrt(z, /)': unary(core.sqrt),
      'tan(z, /)': unary(core.tan),
      'tanh(z, /)': unary(core.tanh),
      'log(z, base?, /)': (arg: PyValue, base?: PyValue) => {
        const z = asComplex(arg);
        const b = base === undefined ? undefined : asComplex(base);
        const r = core.log(z.real, z.imag);
        if (b === undefined) return r;
        const d = core.log(b.real, b.imag);
        if (d.real === 0 && d.imag === 0) return domainError();
        const q = complexDiv(r.real, r.imag, d.real, d.imag);
        return new PyComplex(q.real, q.imag);
      },
      'phase(z, /)': unary((x, y) => {
        const r = atan2(y, x);
        // C's atan2 reports an angle that underflows to zero, and cmath.phase passes it on.
        return r === 0 && y !== 0 && Number.isFinite(x) ? rangeError() : real(r);
      }),
      'polar(z, /)': unary((x, y) => new PyTuple([real(modulus(x, y)), real(atan2(y, x))])),
      'rect(r, phi, /)': (r: PyValue, phi: PyValue) => core.rect(asDouble(r), asDouble(phi)),
      'isclose(a, b, *, rel_tol?, abs_tol?)': (a: PyValue, b: PyValue, rel?: PyValue, abs?: PyValue) =>
        isClose(
          asComplex(a),
          asComplex(b),
          rel === undefined ? 1e-9 : asDouble(rel),
          abs === undefined ? 0 : asDouble(abs),
        ),
      'isfinite(z, /)': unary((x, y) => Number.isFinite(x) && Number.isFinite(y)),
      'isinf(z, /)': unary(
        (x, y) => Math.abs(x) === Number.POSITIVE_INFINITY || Math.abs(y) === Number.POSITIVE_INFINITY,
      ),
      'isnan(z, /)': unary((x, y) => Number.isNaN(x) || Number.isNaN(y)),
    },
    'pure if scalar*',
  );
  return nativeModule(
    'cmath',
    [
      ...functions,
      ['pi', real(Math.PI)],
      ['e', real(Math.E)],
      ['tau', real(2 * Math.PI)],
      ['inf', real(Number.POSITIVE_INFINITY)],
      ['nan', real(Number.NaN)],
      ['infj', new PyComplex(0, Number.POSITIVE_INFINITY)],
      ['nanj', new PyComplex(0, Number.NaN)],
    ],
    'This module provides access to mathematical functions for complex\nnumbers.',
  );
}
