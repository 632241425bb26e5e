/**
 * Inline caches of baseline code: one object a site, whose fields the code looks at.
 *
 * A site of attributes holds for one shape; it hears of changes of the class (`Shape.sites`) and forgets. Where many
 * shapes come by, the shape's own plans are asked each time.
 */
import type { CodeRuntime } from '../frames/code-runtime.ts';
import { AttrCache } from '../frames/attr-cache.ts';
import { builtinsOf } from '../frames/state.ts';
import { LIVE } from '../machine/live.ts';
import { PyBuiltin } from '../objects/core/builtin.ts';
import { PyProperty } from '../objects/core/descriptors.ts';
import type { PyDict } from '../objects/core/dict.ts';
import { nameError } from '../objects/core/exceptions.ts';
import { addFloat, addSlot } from '../objects/core/instance.ts';
import { PyType, type PyValue, type Shaped, isShaped } from '../objects/core/object.ts';
import type { Plan, Shape } from '../objects/core/shape.ts';
import { PyFloat, PyFunction, PyModule, floatType, typeOf, typeType } from '../objects/core/values.ts';
import { getAttr } from '../objects/slots/attribute.ts';
import { planFor } from '../objects/slots/plans.ts';
import { type StorePlan, storeAttr } from '../semantics/attribute.ts';
import { call } from './calls.ts';

/** A shape that no object has. */
const NO_SHAPE = {} as Shape;

/** Shapes of which a site takes notice one after the other. */
const MAX_SHAPES = 8;

/** A site that holds for a shape until its class changes. */
abstract class ShapeSite {
  private seen = 0;

  constructor(readonly name: string) {}

  /** Forgets what has been found. */
  abstract clear(): void;

  /** Forgets what it knew, and is to hear of changes of a shape's class; returns false where there are too many. */
  protected take(shape: Shape): boolean {
    this.clear();
    if (++this.seen > MAX_SHAPES) return false;
    shape.sites ??= [];
    if (!shape.sites.includes(this)) shape.sites.push(this);
    return true;
  }
}

/** The site of LOAD_ATTR. */
export class LoadSite extends ShapeSite {
  /** Instances of this shape have the attribute in `slots[index]` (or, as a method, it is `value`). */
  shape: Shape = NO_SHAPE;
  floatShape: Shape = NO_SHAPE;
  index = 0;
  value: PyValue | undefined = undefined;
  /** Second result of `method`. */
  self: PyValue | undefined = undefined;
  private type: PyType | null = null;
  private typeVersion = -1;
  private metaVersion = -1;

  clear(): void {
    this.shape = NO_SHAPE;
    this.floatShape = NO_SHAPE;
  }

  private planOf(o: Shaped): Plan {
    return o.shape.plans.get(this.name) ?? planFor(o.shape, this.name);
  }

  /** Loads the attribute of anything for the frame of depth d; `R` where a property's getter raised. */
  load(o: PyValue, d: number): PyValue {
    if (isShaped(o) && o.attrs === null) {
      const plan = this.planOf(o);
      switch (plan.kind) {
        case 'slot':
          if (this.take(o.shape)) this.shape = o.shape;
          this.index = plan.index;
          return o.slots[plan.index]!;
        case 'float':
          if (this.take(o.shape)) this.floatShape = o.shape;
          this.index = plan.index;
          return new PyFloat(o.floats[plan.index]!);
        case 'value':
          return plan.value!;
        case 'property':
          if (plan.value instanceof PyProperty && plan.value.fget instanceof PyFunction)
            return call(d, plan.value.fget, [o]);
      }
    } else if (o instanceof PyModule) {
      const v = o.dict.get(this.name);
      if (v !== undefined) return v;
    } else if (o instanceof PyType) {
      const v = this.ofClass(o);
      if (v !== undefined) return v;
    }
    return getAttr(o, this.name);
  }

  /** Loads an attribute of a class that is its own value; undefined where it is none. */
  private ofClass(type: PyType): PyValue | undefined {
    const meta = type.type;
    if (type === this.type && type.version === this.typeVersion && meta.version === this.metaVersion) return this.value;
    if (meta.lookup(this.name) !== undefined) return undefined;
    if (meta.lookup('__getattribute__') !== typeType.dict.get('__getattribute__')) return undefined;
    const found = type.lookup(this.name);
    const plain =
      typeof found !== 'object' || found instanceof PyFunction || found.type.lookup('__get__') === undefined;
    if (!plain) return undefined;
    this.type = type;
    this.typeVersion = type.version;
    this.metaVersion = meta.version;
    this.value = found;
    return found;
  }

  /** Finds a method to be called; `self` is then what it is called with, undefined where it is bound. */
  method(o: PyValue): PyValue {
    this.self = undefined;
    if (isShaped(o) && o.attrs === null) {
      const plan = this.planOf(o);
      if (plan.kind === 'method') {
        if (this.take(o.shape)) {
          this.shape = o.shape;
          this.value = plan.value;
        }
        this.self = o;
        return plan.value!;
      }
      if (plan.kind === 'slot') return o.slots[plan.index]!;
      return plan.kind === 'value' ? plan.value! : getAttr(o, this.name);
    }
    if (o instanceof PyModule) return o.dict.get(this.name) ?? getAttr(o, this.name);
    if (o instanceof PyType) return this.ofClass(o) ?? getAttr(o, this.name);
    const type = typeOf(o);
    if (type === this.type && type.version === this.typeVersion) {
      this.self = o;
      return this.value!;
    }
    if (!type.heap && !type.hasDict) {
      const found = type.lookup(this.name);
      if (found instanceof PyBuiltin && found.kind === 'method') {
        this.shape = NO_SHAPE;
        this.type = type;
        this.typeVersion = type.version;
        this.value = found;
        this.self = o;
        return found;
      }
    }
    return getAttr(o, this.name);
  }
}

/** The site of STORE_ATTR. */
export class StoreSite extends ShapeSite {
  /** Instances of this shape have the attribute in `slots[index]`. */
  shape: Shape = NO_SHAPE;
  index = 0;
  private floatShape: Shape = NO_SHAPE;
  private floatIndex = 0;
  /** Instances of this shape get the attribute by going over to `after`. */
  private before: Shape = NO_SHAPE;
  private after: Shape = NO_SHAPE;
  private readonly cache = new AttrCache();

  clear(): void {
    this.shape = NO_SHAPE;
    this.floatShape = NO_SHAPE;
    this.before = NO_SHAPE;
  }

  store(o: PyValue, v: PyValue): void {
    if (!isShaped(o) || o.attrs !== null) {
      storeAttr(LIVE, o, this.name, v, null);
      return;
    }
    const { shape } = o;
    const float = v instanceof PyFloat && v.type === floatType;
    if (shape === this.before) {
      if (!this.after.last!.float) {
        addSlot(o, this.after, v);
        return;
      }
      if (float) {
        addFloat(o, this.after, v.value);
        return;
      }
    } else if (shape === this.floatShape && float) {
      o.floats[this.floatIndex] = v.value;
      return;
    }
    storeAttr(LIVE, o, this.name, v, this.cache);
    this.learn(shape);
  }

  /** Takes in how the attribute has just been stored in an instance of a shape. */
  private learn(shape: Shape): void {
    if (this.cache.shape === shape) this.learnField(shape, this.cache.plan as StorePlan);
  }

  /** Takes in how a plan stores. */
  private learnField(shape: Shape, { plain, float, index, next }: StorePlan): void {
    if (!plain || !this.take(shape)) return;
    if (next !== null) {
      this.before = shape;
      this.after = next;
    } else if (float) {
      this.floatShape = shape;
      this.floatIndex = index;
    } else {
      this.shape = shape;
      this.index = index;
    }
  }
}

/** The cache of a global or built-in name: what lasts is in `value`, until it is bound anew. */
export class GlobalSite {
  value: PyValue | undefined = undefined;
  private version = -1;
  private builtinsVersion = -1;
  private index = -1;
  private dict: PyDict | null = null;
  private readonly name: string;

  constructor(
    private readonly runtime: CodeRuntime,
    i: number,
  ) {
    this.name = runtime.code.names[i]!;
  }

  load(): PyValue {
    const { globals } = this.runtime;
    const builtins = builtinsOf(globals);
    if (
      globals.keysVersion === this.version &&
      (this.dict === globals || builtins.keysVersion === this.builtinsVersion)
    )
      return this.dict!.values[this.index]!;
    let i = globals.find(this.name);
    this.dict = globals;
    if (i < 0) {
      i = builtins.find(this.name);
      this.dict = builtins;
    }
    if (i < 0) {
      this.version = -1;
      nameError('NameError', `name '${this.name}' is not defined`, this.name);
    }
    this.version = globals.keysVersion;
    this.builtinsVersion = builtins.keysVersion;
    this.index = i;
    return this.dict.values[i]!;
  }
}

/** The cache of a name of a module that is stored. */
export class GlobalStoreSite {
  private version = -1;
  private index = -1;
  private readonly name: string;

  constructor(
    private readonly runtime: CodeRuntime,
    i: number,
  ) {
    this.name = runtime.code.names[i]!;
  }

  store(v: PyValue): void {
    const { globals } = this.runtime;
    if (globals.watch === null && globals.keysVersion === this.version) {
      globals.values[this.index] = v;
      return;
    }
    globals.set(this.name, v);
    this.version = globals.keysVersion;
    this.index = globals.find(this.name);
  }
}
