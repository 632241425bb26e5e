/** Inline caches of baseline code: one object a site, whose fields the code looks at. */
import type { CodeRuntime } from '../frames/code-runtime.ts';
import { builtinsOf } from '../frames/state.ts';
import type { PyDict } from '../objects/core/dict.ts';
import { nameError } from '../objects/core/exceptions.ts';
import { type PyType, type PyValue, type Shaped, isShaped } from '../objects/core/object.ts';
import { PyBuiltin } from '../objects/core/builtin.ts';
import type { Plan, Shape } from '../objects/core/shape.ts';
import { PyFloat, PyModule, floatType, typeOf } from '../objects/core/values.ts';
import { getAttr } from '../objects/slots/attribute.ts';
import { planFor } from '../objects/slots/plans.ts';
import { setAttr } from '../objects/slots/set-attribute.ts';

/** A shape that no object has. */
const NO_SHAPE = {} as Shape;

/** The cache of LOAD_ATTR. */
export class LoadSite {
  /** Instances of this shape have the attribute in `slots[index]` (or, as a method, it is `value`). */
  shape: Shape = NO_SHAPE;
  floatShape: Shape = NO_SHAPE;
  index = 0;
  value: PyValue | undefined = undefined;
  /** Second result of `method`. */
  self: PyValue | undefined = undefined;
  private type: PyType | null = null;
  private typeVersion = -1;

  constructor(readonly name: string) {}

  /** Forgets what it has found: a class has changed. */
  clear(): void {
    this.shape = NO_SHAPE;
    this.floatShape = NO_SHAPE;
  }

  private planOf(o: Shaped): Plan {
    return o.shape.plans.get(this.name) ?? planFor(o.shape, this.name);
  }

  /** Loads the attribute of anything. */
  load(o: PyValue): PyValue {
    if (isShaped(o) && o.attrs === null) {
      const plan = this.planOf(o);
      switch (plan.kind) {
        case 'slot':
          this.take(o.shape);
          this.shape = o.shape;
          this.index = plan.index;
          return o.slots[plan.index]!;
        case 'float':
          this.take(o.shape);
          this.floatShape = o.shape;
          this.index = plan.index;
          return new PyFloat(o.floats[plan.index]!);
        case 'value':
          return plan.value!;
      }
    } else if (o instanceof PyModule) {
      const v = o.dict.get(this.name);
      if (v !== undefined) return v;
    }
    return getAttr(o, this.name);
  }

  private take(shape: Shape): void {
    this.clear();
    shape.sites ??= [];
    if (!shape.sites.includes(this)) shape.sites.push(this);
  }

  /** Finds a method to be called; `self` is then what it is called with, undefined where it is bound. */
  method(o: PyValue): PyValue {
    this.self = undefined;
    if (isShaped(o) && o.attrs === null) {
      const plan = this.planOf(o);
      if (plan.kind === 'method') {
        this.take(o.shape);
        this.shape = o.shape;
        this.value = plan.value;
        this.self = o;
        return plan.value!;
      }
      if (plan.kind === 'slot') return o.slots[plan.index]!;
      return plan.kind === 'value' ? plan.value! : getAttr(o, this.name);
    }
    if (o instanceof PyModule) return this.load(o);
    const type = typeOf(o);
    if (type === this.type && type.version === this.typeVersion) {
      this.self = o;
      return this.value!;
    }
    if (!type.heap && !type.hasDict) {
      const found = type.lookup(this.name);
      if (
        found instanceof PyBuiltin &&
        found.kind === 'method' &&
        type.lookup('__getattribute__') === plainGetattribute(type)
      ) {
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

/** Returns the `__getattribute__` that finds methods by the class. */
function plainGetattribute(type: PyType): PyValue | undefined {
  return type.mro[type.mro.length - 1]!.dict.get('__getattribute__');
}

/** The cache of STORE_ATTR: fields that are there. */
export class StoreSite {
  shape: Shape = NO_SHAPE;
  index = 0;
  private floatShape: Shape = NO_SHAPE;
  private floatIndex = 0;

  constructor(readonly name: string) {}

  clear(): void {
    this.shape = NO_SHAPE;
    this.floatShape = NO_SHAPE;
  }

  store(o: PyValue, v: PyValue): void {
    if (isShaped(o) && o.attrs === null) {
      if (o.shape === this.floatShape && v instanceof PyFloat && v.type === floatType) {
        o.floats[this.floatIndex] = v.value;
        return;
      }
      this.learn(o);
    }
    setAttr(o, this.name, v);
  }

  /** Looks at how the attribute is kept now; what it is after a store is for the next one. */
  private learn(o: Shaped): void {
    const { shape } = o;
    const plan = shape.plans.get(this.name) ?? planFor(shape, this.name);
    if (shape.owner.lookup('__setattr__') !== plainSetattr(shape.owner)) return;
    if (plan.kind !== 'slot' && plan.kind !== 'float') return;
    if (shape.owner.slotNames?.includes(this.name) === true || shape.owner.lookup(this.name) !== undefined) return;
    this.clear();
    shape.sites ??= [];
    if (!shape.sites.includes(this)) shape.sites.push(this);
    if (plan.kind === 'slot') {
      this.shape = shape;
      this.index = plan.index;
    } else {
      this.floatShape = shape;
      this.floatIndex = plan.index;
    }
  }
}

function plainSetattr(type: PyType): PyValue | undefined {
  return type.mro[type.mro.length - 1]!.dict.get('__setattr__');
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
