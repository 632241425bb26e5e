/**
 * Method resolution order by C3 linearisation (Barrett et al., "A Monotonic Superclass
 * Linearization for Dylan", as adopted in "The Python 2.3 Method Resolution Order").
 */
import { callBound } from '../../objects/slots/descriptor.ts';
import { type PyType, PyType as Type } from '../../objects/core/object.ts';
import { PyBuiltin } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { typeOf } from '../../objects/core/values.ts';
import { toArray } from '../../protocol/iterate.ts';

/** Returns the MRO of a class after the class itself. Throws TypeError where no consistent order exists. */
export function linearize(bases: readonly PyType[]): PyType[] {
  for (let i = 0; i < bases.length; i++) {
    if (bases.indexOf(bases[i]!, i + 1) >= 0) typeError(`duplicate base class ${bases[i]!.name}`);
  }
  if (bases.length === 1) return [...bases[0]!.mro];
  const sequences = [...bases.map((b) => [...b.mro]), [...bases]];
  const out: PyType[] = [];
  for (;;) {
    const left = sequences.filter((s) => s.length > 0);
    if (left.length === 0) return out;
    const next = left.find((s) => !left.some((other) => other.indexOf(s[0]!, 1) > 0));
    if (next === undefined) inconsistent(left);
    const cls = next[0]!;
    out.push(cls);
    for (const s of left) if (s[0] === cls) s.shift();
  }
}

/** Raises the TypeError of an impossible order, naming the classes at the heads. */
function inconsistent(left: PyType[][]): never {
  const heads = new Set(left.map((s) => s[0]!.name));
  return typeError(`Cannot create a consistent method resolution order (MRO) for bases ${[...heads].join(', ')}`);
}

/** Returns the MRO of a class, by its metaclass's `mro()` where that is overridden. */
export function computeMro(type: PyType): PyType[] {
  const custom = type.type.lookup('mro');
  if (custom === undefined || custom instanceof PyBuiltin) return [type, ...linearize(type.bases)];
  const order = toArray(callBound(custom, type));
  for (const c of order) {
    if (!(c instanceof Type)) typeError(`mro() returned a non-class ('${typeOf(c).name}')`);
  }
  return order as PyType[];
}
