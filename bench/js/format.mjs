// Python's number formats, for the hand-written programs to print what the Python ones print.

/** Formats like `repr(float)`. */
export function repr(x) {
  if (Object.is(x, -0)) return '-0.0';
  if (Number.isInteger(x) && Math.abs(x) < 1e16) return `${x}.0`;
  const text = String(x);
  if (!text.includes('e')) return Math.abs(x) < 1e-4 && x !== 0 ? exponent(x.toExponential()) : text;
  return exponent(text);
}

/** Formats like `f"{x:.{digits}e}"`. */
export function scientific(x, digits) {
  return exponent(x.toExponential(digits));
}

/** Gives an exponent two digits at least. */
function exponent(text) {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/** Formats like `f"{x:+.{digits}f}"`. */
export function signed(x, digits) {
  return (x < 0 || Object.is(x, -0) ? '' : '+') + x.toFixed(digits);
}
