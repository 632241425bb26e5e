/**
 * Constants of a code object: equal constants of equal type share one entry.
 *
 * Python's equality is too coarse for that (1 == 1.0 == True, 0.0 == -0.0) and JavaScript's identity too
 * fine (two ConstFloat), so every constant has a key. Primitives are their own key; the others get a text.
 * Code objects are equal when everything in them is, as in CPython's code_richcompare: the two copies of a
 * lambda in a `finally` body, which is compiled twice, are one constant.
 */
import {
  CodeObject,
  type Const,
  ConstBytes,
  ConstComplex,
  ConstEllipsis,
  ConstFloat,
  ConstFrozenSet,
  ConstSlice,
  ConstTuple,
  ConstText,
} from '../../bytecode/code.ts';

let nans = 0;

/** Returns the text of a float that tells apart the zeros, and every NaN from every other. */
const floatText = (x: number): string => (Object.is(x, -0) ? '-0' : Number.isNaN(x) ? `nan${nans++}` : String(x));

/** Returns the key of a constant that is not a primitive or a code object. */
function textKey(c: Const): string {
  if (c === null) return 'N';
  switch (typeof c) {
    case 'boolean':
      return c ? 'T' : 'F';
    case 'number':
    case 'bigint':
      return `i${c}`;
    case 'string':
      return `s${c.length}:${c}`;
  }
  if (c instanceof ConstFloat) return `f${floatText(c.value)}`;
  if (c instanceof ConstComplex) return `c${floatText(c.real)},${floatText(c.imag)}`;
  if (c instanceof ConstText) return `t${c.points.join(',')}`;
  if (c instanceof ConstBytes) return `b${Array.from(c.value).join(',')}`;
  if (c instanceof ConstTuple) return `(${c.items.map(textKey).join(';')})`;
  if (c instanceof ConstFrozenSet) return `{${c.items.map(textKey).sort().join(';')}}`;
  if (c instanceof ConstSlice) return `[${textKey(c.start)};${textKey(c.stop)};${textKey(c.step)}]`;
  if (c instanceof ConstEllipsis) return 'E';
  return `code${c.id}`;
}

/** Tells whether two constants are the same constant. */
function sameConst(a: Const, b: Const): boolean {
  if (a === b) return true;
  if (a instanceof CodeObject && b instanceof CodeObject) return sameCode(a, b);
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (a instanceof CodeObject || b instanceof CodeObject) return false;
  return textKey(a) === textKey(b);
}

/** Tells whether two arrays of numbers or strings are equal. */
function sameArray(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Tells whether two code objects are equal in everything but their identity. */
function sameCode(a: CodeObject, b: CodeObject): boolean {
  return (
    a.name === b.name &&
    a.firstlineno === b.firstlineno &&
    a.argcount === b.argcount &&
    a.posonlyargcount === b.posonlyargcount &&
    a.kwonlyargcount === b.kwonlyargcount &&
    a.flags === b.flags &&
    sameArray(a.ops, b.ops) &&
    sameArray(a.args, b.args) &&
    sameArray(a.positions, b.positions) &&
    sameArray(a.names, b.names) &&
    sameArray(a.localsplusnames, b.localsplusnames) &&
    a.consts.length === b.consts.length &&
    a.consts.every((c, i) => sameConst(c, b.consts[i]!))
  );
}

/** Constants shared by all code objects of one compilation: equal ones are one JavaScript object. */
export class ConstCache {
  private readonly byKey = new Map<string, Const>();
  private readonly codes = new Map<string, CodeObject[]>();

  /** Returns the representative of a constant, itself where it is the first of its kind. */
  intern(c: Const): Const {
    if (c === null || typeof c !== 'object') return c;
    if (c instanceof CodeObject) {
      const key = `${c.firstlineno}:${c.ops.length}:${c.name}`;
      const bucket = this.codes.get(key);
      if (bucket === undefined) {
        this.codes.set(key, [c]);
        return c;
      }
      const same = bucket.find((other) => sameCode(other, c));
      if (same !== undefined) return same;
      bucket.push(c);
      return c;
    }
    const key = textKey(c);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const made = c instanceof ConstTuple ? new ConstTuple(c.items.map((item) => this.intern(item))) : c;
    this.byKey.set(key, made);
    return made;
  }
}

/** The constants of one code object, in order of first use. */
export class ConstTable {
  items: Const[] = [];
  private readonly index = new Map<Const, number>();
  constructor(private readonly cache: ConstCache) {}

  /** Returns the index of a constant, appending it if it is new. */
  add(c: Const): number {
    const one = this.cache.intern(c);
    let i = this.index.get(one);
    if (i === undefined) {
      i = this.items.push(one) - 1;
      this.index.set(one, i);
    }
    return i;
  }

  /** Keeps the constants that `used` marks, and the first one; returns the new index of each old one. */
  compact(used: Uint8Array): Int32Array {
    const map = new Int32Array(this.items.length).fill(-1);
    const kept: Const[] = [];
    for (let i = 0; i < this.items.length; i++) {
      if (i === 0 || used[i]) map[i] = kept.push(this.items[i]!) - 1;
    }
    this.items = kept;
    this.index.clear();
    for (let i = 0; i < kept.length; i++) this.index.set(kept[i]!, i);
    return map;
  }
}

/** Tells whether a constant is true in Python. */
export function constIsTrue(c: Const): boolean {
  if (c === null) return false;
  switch (typeof c) {
    case 'boolean':
      return c;
    case 'number':
      return c !== 0;
    case 'bigint':
      return c !== 0n;
    case 'string':
      return c.length > 0;
  }
  if (c instanceof ConstFloat) return c.value !== 0;
  if (c instanceof ConstComplex) return c.real !== 0 || c.imag !== 0;
  if (c instanceof ConstText) return true;
  if (c instanceof ConstBytes) return c.value.length > 0;
  if (c instanceof ConstTuple || c instanceof ConstFrozenSet) return c.items.length > 0;
  return true;
}
