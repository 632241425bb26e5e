/** Constants as Python sees them: equality. */
import {
  type Const,
  ConstBytes,
  ConstComplex,
  ConstEllipsis,
  ConstFloat,
  ConstFrozenSet,
  ConstTuple,
  ConstText,
} from '../../bytecode/code.ts';

/** Returns a text that is the same for constants that compare equal in Python (1 == 1.0 == True). */
export function equalKey(c: Const): string {
  if (c === null) return 'N';
  switch (typeof c) {
    case 'boolean':
      return c ? 'n1' : 'n0';
    case 'number':
    case 'bigint':
      return `n${c}`;
    case 'string':
      return `s${c.length}:${c}`;
  }
  if (c instanceof ConstFloat) return floatKey(c.value);
  if (c instanceof ConstComplex) return c.imag === 0 ? floatKey(c.real) : `c${floatKey(c.real)},${floatKey(c.imag)}`;
  if (c instanceof ConstText) return `t${c.points.join(',')}`;
  if (c instanceof ConstBytes) return `b${Array.from(c.value).join(',')}`;
  if (c instanceof ConstTuple) return `(${c.items.map(equalKey).join(';')})`;
  if (c instanceof ConstFrozenSet) return `{${c.items.map(equalKey).sort().join(';')}}`;
  return c instanceof ConstEllipsis ? 'E' : 'O';
}

/** Returns the equality key of a float: that of the int it equals, if any. */
function floatKey(x: number): string {
  return Number.isInteger(x) ? `n${BigInt(x)}` : `f${x}`;
}

/** Returns the constants that differ from all before them. */
export function distinct(items: readonly Const[]): Const[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = equalKey(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
