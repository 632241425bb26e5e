/**
 * `obj.name`: load, method load, store.
 *
 * The lookup rules live in `objects/slots/attribute.ts`; here a shape's *plan* (computed there,
 * cached on the shape, dropped when a class of the MRO changes) is turned into primitives. A trace
 * gets one shape guard, an assumption that the class stays as it is, and a slot load.
 */
import { isDataDescriptor } from '../objects/slots/descriptor.ts';
import { PyMember, type PyProperty } from '../objects/core/descriptors.ts';
import { Kind } from '../machine/kinds.ts';
import { PyType, type PyValue, superLookup } from '../objects/core/object.ts';
import type { Plan, Shape } from '../objects/core/shape.ts';
import { PyFunction, PyModule, objectType } from '../objects/core/values.ts';
import { PyBuiltin } from '../objects/core/builtin.ts';
import { planFor } from '../objects/slots/plans.ts';
import { RT } from '../machine/runtime-fns.ts';
import type { AttrCache } from '../frames/attr-cache.ts';
import type { Machine } from '../machine/machine.ts';

/** Where LOAD_ATTR put its result. */
export const enum Loaded {
  /** `out.value` is the attribute. */
  VALUE,
  /** `out.value` is a function or method to be called with the object first. */
  METHOD,
  /** `out.value` is the getter of a property, to be called with the object. */
  GETTER,
}

/** The second result of `loadAttr`. */
export interface Out<R> {
  value: R;
}

/** Loads an attribute; `wantMethod` allows an unbound method as result. */
export function loadAttr<R, I, F, B>(
  m: Machine<R, I, F, B>,
  obj: R,
  name: string,
  wantMethod: boolean,
  out: Out<R>,
  cache: AttrCache | null,
): Loaded {
  if (cache !== null && m.hits(cache, obj))
    return loadByPlan(m, obj, cache.shape!, cache.plan as Plan, name, wantMethod, out);
  const k = m.kindOf(obj);
  if (k === Kind.OBJECT) {
    const type = m.typeOf(obj);
    if (type.heap && type.hasDict) return loadShaped(m, obj, m.shapeOf(obj), name, wantMethod, out, cache);
    if (wantMethod && !type.heap && !type.hasDict && loadNativeMethod(m, type, name, out)) return Loaded.METHOD;
  } else if (k === Kind.MODULE) {
    const mod = m.constant(obj) as PyModule;
    const i = mod instanceof PyModule ? mod.dict.find(name) : -1;
    if (i >= 0) {
      out.value = m.namespaceLoad(mod.dict, i, name);
      return Loaded.VALUE;
    }
  } else if (wantMethod && k !== Kind.TYPE) {
    if (loadNativeMethod(m, m.typeOf(obj), name, out)) return Loaded.METHOD;
  } else if (k === Kind.TYPE) {
    const type = m.constant(obj) as PyType;
    const found = type.type.lookup(name) === undefined ? type.lookup(name) : undefined;
    if (found !== undefined && isPlainValue(found)) {
      m.assume(type.stable);
      out.value = m.ref(found);
      return Loaded.VALUE;
    }
  }
  out.value = m.call(RT.getAttr, obj, m.ref(name));
  return Loaded.VALUE;
}

/** Finds a method of a built-in class, unbound. */
function loadNativeMethod<R, I, F, B>(m: Machine<R, I, F, B>, type: PyType, name: string, out: Out<R>): boolean {
  const found = type.lookup(name);
  if (!(found instanceof PyBuiltin) || found.kind !== 'method') return false;
  out.value = m.ref(found);
  return true;
}

/** Tells whether a class attribute is its own value when read through the class. */
function isPlainValue(v: PyValue): boolean {
  return typeof v !== 'object' || v instanceof PyFunction || v.type.lookup('__get__') === undefined;
}

/** Loads an attribute of an instance by its shape's plan. */
function loadShaped<R, I, F, B>(
  m: Machine<R, I, F, B>,
  obj: R,
  shape: Shape,
  name: string,
  wantMethod: boolean,
  out: Out<R>,
  cache: AttrCache | null,
): Loaded {
  const plan = shape.plans.get(name) ?? planFor(shape, name);
  cache?.remember(shape, plan);
  return loadByPlan(m, obj, shape, plan, name, wantMethod, out);
}

/** Loads an attribute of an instance as a plan says. */
function loadByPlan<R, I, F, B>(
  m: Machine<R, I, F, B>,
  obj: R,
  shape: Shape,
  plan: Plan,
  name: string,
  wantMethod: boolean,
  out: Out<R>,
): Loaded {
  switch (plan.kind) {
    case 'slot':
      if (m.records) m.assume(shape.owner.stable);
      out.value = m.slot_load(obj, m.int(plan.index));
      return Loaded.VALUE;
    case 'float':
      if (m.records) m.assume(shape.owner.stable);
      out.value = m.box_float(m.slot_load_float(obj, m.int(plan.index)));
      return Loaded.VALUE;
    case 'method':
      if (!wantMethod) break;
      if (m.records) m.assume(shape.owner.stable);
      out.value = m.ref(plan.value!);
      return Loaded.METHOD;
    case 'value':
      if (m.records) m.assume(shape.owner.stable);
      out.value = m.ref(plan.value!);
      return Loaded.VALUE;
    case 'property':
      if (wantMethod || !((plan.value as PyProperty).fget instanceof PyFunction)) break;
      if (m.records) m.assume(shape.owner.stable);
      out.value = m.ref((plan.value as PyProperty).fget);
      return Loaded.GETTER;
  }
  out.value = m.call(RT.getAttr, obj, m.ref(name));
  return Loaded.VALUE;
}

/**
 * Finds the method `super(cls, self).name` for an immediate call; `out.value` is the method, to be called with `self`
 * first.
 */
export function loadSuperMethod<R, I, F, B>(
  m: Machine<R, I, F, B>,
  cls: R,
  self: R,
  name: string,
  out: Out<R>,
): boolean {
  if (m.kindOf(self) !== Kind.OBJECT) return false;
  const type = m.typeOf(self);
  const after = m.constant(cls);
  if (!(after instanceof PyType) || !type.isSubtype(after) || name === '__class__') return false;
  const found = superLookup(after, type, name);
  if (
    !(found instanceof PyFunction) &&
    !(found instanceof PyBuiltin && (found.kind === 'method' || found.kind === 'wrapper'))
  )
    return false;
  m.assume(type.stable);
  out.value = m.ref(found);
  return true;
}

/** Stores an attribute. */
export function storeAttr<R, I, F, B>(
  m: Machine<R, I, F, B>,
  obj: R,
  name: string,
  value: R,
  cache: AttrCache | null,
): void {
  if (cache !== null && m.hits(cache, obj)) {
    if (storeByPlan(m, obj, cache.shape!, cache.plan as StorePlan, value)) return;
  } else if (m.kindOf(obj) === Kind.OBJECT) {
    const type = m.typeOf(obj);
    if (type.heap && (type.hasDict || type.slotNames !== null)) {
      const shape = m.shapeOf(obj);
      const plan = knownStorePlan(shape, name) ?? makeStorePlan(shape, name, m.kindOf(value) === Kind.FLOAT);
      cache?.remember(shape, plan);
      if (storeByPlan(m, obj, shape, plan, value)) return;
    }
  }
  m.call(RT.setAttr, obj, m.ref(name), value);
}

/**
 * Stores an attribute as a plan says; returns false where that takes more: a descriptor, or a shape in which the field
 * is boxed.
 */
function storeByPlan<R, I, F, B>(m: Machine<R, I, F, B>, obj: R, shape: Shape, plan: StorePlan, value: R): boolean {
  if (!plan.plain) return false;
  if (!plan.float) {
    if (m.records) m.assume(shape.owner.stable);
    if (plan.next === null) m.slot_store(obj, m.int(plan.index), value);
    else m.slot_add(obj, m.ref(plan.next as unknown as PyValue), value);
    return true;
  }
  if (m.kindOf(value) !== Kind.FLOAT) return false;
  if (m.records) m.assume(shape.owner.stable);
  if (plan.next === null) m.slot_store_float(obj, m.int(plan.index), m.unbox_float(value));
  else m.slot_add_float(obj, m.ref(plan.next as unknown as PyValue), m.unbox_float(value));
  return true;
}

const MAX_SLOTS = 64;

/** How an attribute is stored in instances of one shape: in a field it has, or by a transition to `next`. */
export interface StorePlan {
  readonly plain: boolean;
  readonly float: boolean;
  readonly index: number;
  readonly next: Shape | null;
}

/** Returns how setting an attribute of a shape works, if that has been asked since the class has changed. */
function knownStorePlan(shape: Shape, name: string): StorePlan | undefined {
  return shape.storePlans?.get(name) as StorePlan | undefined;
}

/** Works out how setting an attribute of a shape works; kept as long as the shape's plans are. */
function makeStorePlan(shape: Shape, name: string, float: boolean): StorePlan {
  const type = shape.owner;
  const plain =
    !shape.dictMode &&
    type.lookup('__setattr__') === objectType.dict.get('__setattr__') &&
    shape.fields.size < MAX_SLOTS &&
    (shape.fields.has(name) || shape.mayAdd(name)) &&
    hasRoom(type, name);
  const field = shape.fields.get(name);
  const next = plain && field === undefined ? shape.add(name, float) : null;
  const place = field ?? next?.last;
  const plan = { plain, float: place?.float ?? false, index: place?.index ?? -1, next };
  shape.keepStore(name, plan);
  return plan;
}

/** Tells whether instances keep an attribute in a field: an entry of `__slots__`, or what no descriptor intercepts. */
function hasRoom(type: PyType, name: string): boolean {
  const found = type.lookup(name);
  if (found instanceof PyMember) return type.isSubtype(found.owner);
  if (!type.hasDict || type.slotNames?.includes(name) === true) return false;
  return found === undefined || !isDataDescriptor(found);
}
