/**
 * Shapes (hidden classes): which attributes an instance has, and how each of them is kept.
 *
 * A shape belongs to one class, so that one comparison in a trace fixes the class, the attributes
 * and their representation. A *field* is kept boxed in `slots`, or, as an unboxed double in
 * `floats`: a store to such a field makes no object, and a load needs no check of what it found.
 * The first value an attribute gets decides: a float makes a float field. Whoever stores anything
 * else there (an int, None, an instance of a subclass of float) moves that instance to a shape in
 * which the field is boxed, and the class remembers the name (`PyType.boxed`), so that its later
 * instances begin boxed. Instances of the old shape stay as they are, and valid. A boxed field is
 * never unboxed again.
 *
 * Shapes live as long as their class. A program that makes up attribute names would make a shape for each, so their
 * number is bounded: instances that would need one more keep their attributes in a dict.
 *
 * Why an array of doubles: nanoseconds per pair of bodies of n-body's inner loop (6 stores, 14
 * loads), to make an instance of three floats, and to make and keep one; bytes for it (Node 20, the
 * best of 3 runs of each in turn):
 *
 *   slots of PyFloat, a new one for each store      45    17   572   393
 *   raw doubles in an array of anything             42    43   377   273
 *   array of doubles, grown by push                5.8    14   254   257
 *   array of doubles, copied from a literal        5.8   5.9   166   145
 *   Float64Array                                   6.2    18   353   297
 *   properties of the object itself                6.1   7.1   225   177
 *   PyFloats of the slot, changed in place          11    17   578   393
 *
 * Properties are as good but can only be found by name: the interpreter would have to translate a
 * field's index to a name for each access. A PyFloat changed in place must not have been handed out,
 * which every reader would have to see to.
 */
import type { PyType, PyValue } from './object.ts';

/** Where an attribute is kept: at `index` of `floats` or of `slots`. */
export interface Field {
  readonly float: boolean;
  readonly index: number;
}

/** How an attribute of instances of one shape is found; computed by `objects/slots/attribute.ts`. */
export interface Plan {
  readonly kind: PlanKind;
  /** Index for `slot` and `float`. */
  readonly index: number;
  /** The class attribute for `method`, `value`, `descriptor`, `property`. */
  readonly value: PyValue | undefined;
}
type PlanKind = 'slot' | 'float' | 'method' | 'value' | 'property' | 'descriptor' | 'generic';

/** Shapes of one class from which on attributes that need a new one go to a dict. */
const MAX_SHAPES = 1000;

/** Names of which a shape knows how they are found. */
const MAX_PLANS = 1000;

/** The layout of an instance's attributes: a node of the class's transition tree. */
export class Shape {
  /** Fields by name, in the order in which the attributes were added. */
  readonly fields = new Map<string, Field>();
  /** The field added last. */
  readonly last: Field | null;
  private readonly floats: number;
  private transitions: Map<string, Shape> | null = null;
  /** Attribute plans by name, dropped when the class changes. */
  plans = new Map<string, Plan>();
  /**
   * How attributes are set, by name, dropped with the plans. Here, for the tracer has the semantics' modules a second
   * time: what they kept themselves, each would have to forget.
   */
  storePlans: Map<string, unknown> | null = null;
  /** Inline caches that rely on the plans. */
  sites: { clear(): void }[] | null = null;

  constructor(
    readonly owner: PyType,
    before: Shape | null,
    name: string | null,
    float: boolean,
    readonly dictMode: boolean,
  ) {
    let floats = 0;
    if (before !== null) {
      floats = before.floats;
      for (const [key, field] of before.fields) this.fields.set(key, field);
    }
    this.last = name === null ? null : { float, index: float ? floats++ : this.fields.size - floats };
    if (name !== null) this.fields.set(name, this.last!);
    this.floats = floats;
    if (floats > owner.floatRoom) owner.floatRoom = floats;
    owner.shapes.push(this);
  }

  get keys(): string[] {
    return [...this.fields.keys()];
  }

  /**
   * Tells whether instances may get one more attribute in a field: always where that makes no new shape, and else as
   * long as the class has not too many.
   */
  mayAdd(name: string): boolean {
    return this.owner.shapes.length < MAX_SHAPES || this.transitions?.has(name) === true;
  }

  /** Keeps how an attribute is set. */
  keepStore(name: string, plan: unknown): void {
    if (this.storePlans === null || this.storePlans.size >= MAX_PLANS) this.storePlans = new Map();
    this.storePlans.set(name, plan);
  }

  /** Keeps how an attribute is found. Programs make up names: what was asked long ago is forgotten. */
  keep(name: string, plan: Plan): void {
    if (this.plans.size >= MAX_PLANS) this.plans.clear();
    this.plans.set(name, plan);
  }

  /**
   * Returns the shape reached by adding an attribute whose first value is a float or is none. There
   * is one such shape at a time: an attribute that has had another value than a float is boxed.
   */
  add(name: string, float: boolean): Shape {
    this.transitions ??= new Map();
    const known = this.transitions.get(name);
    if (known !== undefined && (float || !known.last!.float) && !(known.last!.float && this.owner.boxed.has(name)))
      return known;
    if (!float && known !== undefined) this.owner.box(name);
    const next = new Shape(this.owner, this, name, float && !this.owner.boxed.has(name), this.dictMode);
    this.transitions.set(name, next);
    return next;
  }
}

/** The floats of an instance that has none: an empty array of doubles, as V8 has it. */
export const NO_FLOATS: number[] = [0.5];
NO_FLOATS.pop();

/** Makes room for `n` floats. Copies of literals with a fraction are arrays of doubles from the start. */
export function roomForFloats(n: number): number[] {
  switch (n) {
    case 1:
      return [0.5];
    case 2:
      return [0.5, 0.5];
    case 3:
      return [0.5, 0.5, 0.5];
    case 4:
      return [0.5, 0.5, 0.5, 0.5];
    case 5:
      return [0.5, 0.5, 0.5, 0.5, 0.5];
    case 6:
      return [0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
    default: {
      const floats = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
      while (floats.length < n) floats.push(0.5);
      return floats;
    }
  }
}
