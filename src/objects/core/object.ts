/**
 * The universe of Python values: what one is, its class, its shape.
 *
 * An int within ±(2^53-1) is a JS number (always integral), a larger one a bigint (always
 * normalised: what fits is a number), a bool a JS boolean, a str a JS string; everything else is a
 * `PyObj`. Floats are boxed (`PyFloat`) because a JS number is already an int. Every `PyObj` answers
 * `.type`: on the prototype for exact built-in types, as an own field for instances of classes.
 *
 * Instances keep attributes in `slots` and `floats`, laid out by a `Shape` (hidden class, see
 * `shape.ts`). `obj.__dict__` turns an instance into dict mode: its shape becomes `type.dictShape`
 * and `attrs` holds the dict.
 */
import type { Validity } from '../../ir/validity.ts';
import { WeakList } from '../../memory/collector.ts';
import type { PyDict } from './dict.ts';
import { NO_FLOATS, Shape } from './shape.ts';

export type PyValue = number | bigint | boolean | string | PyObj;

/** The largest int kept as a JS number. */
export const MAX_INT = Number.MAX_SAFE_INTEGER;

export abstract class PyObj {
  declare readonly type: PyType;
}

/**
 * A fact compiled code relies on without a check; breaking it invalidates its dependants. It does not keep them: a
 * fact about `builtins` outlives most functions.
 */
export class Assumption {
  valid = true;
  private dependants: WeakList<Validity> | null = null;

  /** Tells `dependant` when the fact stops holding. */
  addDependant(dependant: Validity): void {
    this.dependants ??= new WeakList();
    this.dependants.add(dependant);
  }

  /** Marks the fact as broken and tells every dependant once. */
  invalidate(): void {
    if (!this.valid) return;
    this.valid = false;
    for (const dependant of this.dependants?.take() ?? []) dependant.invalidate();
  }
}

/** Objects with an attribute dictionary: instances of classes, and of subclasses of built-ins. */
export interface Shaped extends PyObj {
  type: PyType;
  shape: Shape;
  slots: PyValue[];
  floats: number[];
  attrs: PyDict | null;
}

export class PyInstance extends PyObj implements Shaped {
  declare type: PyType;
  shape: Shape;
  slots: PyValue[] = [];
  floats: number[] = NO_FLOATS;
  attrs: PyDict | null = null;

  constructor(type: PyType) {
    super();
    this.type = type;
    this.shape = type.rootShape;
  }
}

/** Tells whether a value keeps attributes in a shape. */
export function isShaped(x: PyValue): x is Shaped {
  return typeof x === 'object' && (x as { shape?: Shape }).shape !== undefined;
}

/** What `match` takes instances of a class for. */
export type Collection = 'sequence' | 'mapping' | null;

export interface TypeOptions {
  module?: string;
  qualname?: string;
  /** May be subclassed (default true). */
  base?: boolean;
  heap?: boolean;
  /** Instances can be referred to weakly. */
  weak?: boolean;
  /** Instances may equal values of other classes (Decimal equals int), so that dicts have to ask `==`. */
  equalsOthers?: boolean;
  /** How patterns see instances: Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING. */
  collection?: Collection;
  /** Positional arguments that a call of the class itself takes, where that is checked before `__new__` is called. */
  mostArguments?: number;
  /**
   * `+` and `*` of the type are concatenation and repetition, which come after the numeric methods of both
   * operands.
   */
  sequenceSlots?: boolean;
  /** A class pattern with one positional sub-pattern gives it the instance itself (_Py_TPFLAGS_MATCH_SELF). */
  matchesSelf?: boolean;
  /** Instances vary in size, as those of int, tuple and bytes: what subclasses add has no fixed place in CPython. */
  variable?: boolean;
}

/** Names of which a class knows what they are: programs make names up, and most are asked once. */
const MAX_LOOKUPS = 4096;

/** A Python class, built-in or made by a `class` statement. */
export class PyType extends PyObj {
  declare type: PyType;
  readonly dict = new Map<string, PyValue>();
  mro: PyType[];
  /** The classes that have this one among their bases; does not keep them. */
  readonly subclasses = new WeakList<PyType>();
  shapes: Shape[] = [];
  rootShape: Shape;
  dictShape: Shape;
  qualname: string;
  module: string;
  readonly heap: boolean;
  subclassable: boolean;
  abstract = false;
  /** Instances may equal values of other classes. */
  readonly equalsOthers: boolean;
  /** Instances can be referred to weakly (`__weakref__`). */
  weak: boolean;
  /** Instances vary in size: subclasses cannot add `__slots__` or weak references. */
  readonly variable: boolean;
  /** How patterns see instances; subclasses and abstract base classes hand it on. */
  collection: Collection;
  readonly mostArguments: number;
  /** Whether this very type's `+` and `*` are concatenation and repetition. */
  readonly sequenceSlots: boolean;
  readonly matchesSelf: boolean;
  /** Instances have attributes (false with `__slots__` and no dict, and for most built-ins). */
  hasDict: boolean;
  /** Attributes of instances that have held other values than floats. */
  readonly boxed = new Set<string>();
  /** The most floats an instance has had room for. */
  floatRoom = 0;
  /** Names of `__slots__` of this class and its bases, kept like other attributes. */
  slotNames: string[] | null = null;
  /** Allocates an instance of this class or of a subclass; installed per built-in type, inherited. */
  allocate: ((type: PyType) => PyObj) | null = null;
  private lookups = new Map<string, PyValue | undefined>();
  private stability: Assumption | null = null;
  version = 0;
  /** Whether `object.__new__` alone makes instances, as of `plainVersion`. */
  plain = false;
  plainVersion = -1;
  /** The `Kind` of exact instances (machine/kinds.ts); 0 for all but a few built-in classes. */
  kind = 0;

  constructor(
    public name: string,
    public bases: PyType[],
    options: TypeOptions = {},
  ) {
    super();
    this.qualname = options.qualname ?? name;
    this.module = options.module ?? 'builtins';
    this.heap = options.heap ?? false;
    this.subclassable = options.base ?? true;
    this.equalsOthers = options.equalsOthers ?? false;
    this.weak = options.weak ?? bases.some((b) => b.weak);
    this.variable = options.variable ?? bases.some((b) => b.variable);
    this.mostArguments = options.mostArguments ?? Number.POSITIVE_INFINITY;
    this.collection = options.collection ?? bases.find((b) => b.collection !== null)?.collection ?? null;
    this.sequenceSlots = options.sequenceSlots ?? false;
    this.matchesSelf = options.matchesSelf ?? bases.some((b) => b.matchesSelf);
    this.hasDict = this.heap;
    this.rootShape = new Shape(this, null, null, false, false);
    this.dictShape = new Shape(this, null, null, false, true);
    this.mro = bases.length === 0 ? [this] : bases.length === 1 ? [this, ...bases[0]!.mro] : [this];
    for (const b of bases) {
      if (this.heap) b.subclasses.add(this);
      else b.subclasses.addForEver(this);
      this.allocate ??= b.allocate;
    }
  }

  /** The base whose layout instances share where it is not the first one. */
  layoutBase: PyType | null = null;

  /** The base whose layout instances share (`__base__`); null for `object`. */
  get base(): PyType | null {
    return this.layoutBase ?? this.bases[0] ?? null;
  }

  /** Finds an attribute along the MRO, without descriptors; cached until a class of the MRO changes. */
  lookup(name: string): PyValue | undefined {
    const cached = this.lookups.get(name);
    if (cached !== undefined || this.lookups.has(name)) return cached;
    let found: PyValue | undefined;
    for (const t of this.mro) {
      found = t.dict.get(name);
      if (found !== undefined) break;
    }
    if (this.lookups.size >= MAX_LOOKUPS) this.lookups.clear();
    this.lookups.set(name, found);
    return found;
  }

  /** Sets an attribute of the class itself and drops everything derived from the old state. */
  setAttr(name: string, value: PyValue): void {
    this.dict.set(name, value);
    this.changedBy(name);
  }

  /** Deletes an attribute of the class itself; returns whether it was there. */
  deleteAttr(name: string): boolean {
    const had = this.dict.delete(name);
    if (had) this.changedBy(name);
    return had;
  }

  /** Takes in that an attribute of the class has changed: where its instances become descriptors, all classes have. */
  private changedBy(name: string): void {
    const all = name === '__get__' || name === '__set__' || name === '__delete__';
    (all ? this.mro.at(-1)! : this).changed();
  }

  /** Forgets cached lookups and plans of this class and its subclasses, and breaks assumptions on it. */
  changed(): void {
    this.lookups.clear();
    this.dropPlans();
    for (const s of this.subclasses) s.changed();
  }

  /** Takes in that an attribute of instances holds other values than floats. */
  box(name: string): void {
    if (this.boxed.has(name)) return;
    this.boxed.add(name);
    this.dropPlans();
  }

  /** Forgets how attributes of instances are found, and breaks assumptions on it. */
  private dropPlans(): void {
    this.version++;
    for (const s of this.shapes) {
      s.plans.clear();
      s.storePlans = null;
      if (s.sites !== null) for (const site of s.sites.splice(0)) site.clear();
    }
    this.stability?.invalidate();
    this.stability = null;
  }

  /** The assumption that neither this class nor a base changes, nor how attributes of instances are kept. */
  get stable(): Assumption {
    this.stability ??= new Assumption();
    return this.stability;
  }

  /** Tells whether this class is `other` or derives from it (real MRO, no ABC hooks). */
  isSubtype(other: PyType): boolean {
    return this === other || this.mro.includes(other);
  }
}

/** Finds `name` after `cls` in the MRO of `start`, unbound; undefined where it is missing. */
export function superLookup(cls: PyType, start: PyType, name: string): PyValue | undefined {
  const mro = start.mro;
  for (let i = mro.indexOf(cls) + 1; i > 0 && i < mro.length; i++) {
    const found = mro[i]!.dict.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
