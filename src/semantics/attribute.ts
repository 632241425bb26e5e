/**
 * `obj.name`: load, method load, store.
 *
 * The lookup rules live in `objects/protocol/attribute.ts`; here a shape's *plan* (computed there,
 * cached on the shape, dropped when a class of the MRO changes) is turned into primitives. A trace
 * gets one shape guard, an assumption that the class stays as it is, and a slot load.
 */
import { Kind } from '../objects/kinds.ts';
import type { Plan, PyType, PyValue, Shape } from '../objects/object.ts';
import { PyFunction, PyModule, type PyProperty, objectType } from '../objects/values.ts';
import { PyBuiltin } from '../objects/builtin.ts';
import { planFor } from '../objects/protocol/attribute.ts';
import { RT } from '../objects/runtime-fns.ts';
import type { Machine } from './machine.ts';

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
export interface Out<R> { value: R }

/** Loads an attribute; `wantMethod` allows an unbound method as result. */
export function loadAttr<R, I, F, B>(m: Machine<R, I, F, B>, obj: R, name: string, wantMethod: boolean, out: Out<R>): Loaded {
  const k = m.kindOf(obj);
  if (k === Kind.OBJECT) {
    const type = m.typeOf(obj);
    if (type.heap && type.hasDict) return loadShaped(m, obj, m.shapeOf(obj), name, wantMethod, out);
  } else if (k === Kind.MODULE) {
    const mod = m.constant(obj) as PyModule;
    const i = mod instanceof PyModule ? mod.dict.find(name) : -1;
    if (i >= 0) { out.value = m.namespaceLoad(mod.dict, i, name); return Loaded.VALUE; }
  } else if (wantMethod && k !== Kind.TYPE) {
    const found = m.typeOf(obj).lookup(name);
    if (found instanceof PyBuiltin && found.kind === 'method') { out.value = m.ref(found); return Loaded.METHOD; }
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

/** Tells whether a class attribute is its own value when read through the class. */
function isPlainValue(v: PyValue): boolean {
  return typeof v !== 'object' || v instanceof PyFunction || v.type.lookup('__get__') === undefined;
}

/** Loads an attribute of an instance by its shape's plan. */
function loadShaped<R, I, F, B>(m: Machine<R, I, F, B>, obj: R, shape: Shape, name: string, wantMethod: boolean, out: Out<R>): Loaded {
  const plan: Plan = shape.plans.get(name) ?? planFor(shape, name);
  switch (plan.kind) {
    case 'slot':
      m.assume(shape.owner.stable);
      out.value = m.slot_load(obj, m.int(plan.index));
      return Loaded.VALUE;
    case 'method':
      if (!wantMethod) break;
      m.assume(shape.owner.stable);
      out.value = m.ref(plan.value!);
      return Loaded.METHOD;
    case 'value':
      m.assume(shape.owner.stable);
      out.value = m.ref(plan.value!);
      return Loaded.VALUE;
    case 'property':
      if (wantMethod || !((plan.value as PyProperty).fget instanceof PyFunction)) break;
      m.assume(shape.owner.stable);
      out.value = m.ref((plan.value as PyProperty).fget);
      return Loaded.GETTER;
  }
  out.value = m.call(RT.getAttr, obj, m.ref(name));
  return Loaded.VALUE;
}

/** Stores an attribute. */
export function storeAttr<R, I, F, B>(m: Machine<R, I, F, B>, obj: R, name: string, value: R): void {
  if (m.kindOf(obj) === Kind.OBJECT) {
    const type = m.typeOf(obj);
    if (type.heap && type.hasDict) {
      const shape = m.shapeOf(obj);
      if (storesPlainly(shape, name)) {
        m.assume(type.stable);
        const i = shape.index.get(name);
        if (i !== undefined) m.slot_store(obj, m.int(i), value);
        else m.slot_add(obj, m.ref(shape.add(name) as unknown as PyValue), value);
        return;
      }
    }
  }
  m.call(RT.setAttr, obj, m.ref(name), value);
}

const MAX_SLOTS = 64;

/** Tells whether setting an attribute of a shape only touches the instance. */
function storesPlainly(shape: Shape, name: string): boolean {
  const key = `=${name}`;
  let plan = shape.plans.get(key);
  if (plan === undefined) {
    const type = shape.owner;
    const setter = type.lookup('__setattr__');
    const plain = !shape.dictMode && setter === objectType.dict.get('__setattr__') && shape.keys.length < MAX_SLOTS
      && !(type.slotNames?.includes(name) ?? false) && !isDataDescriptor(type.lookup(name));
    plan = { kind: plain ? 'slot' : 'generic', index: -1, value: undefined };
    shape.plans.set(key, plan);
  }
  return plan.kind === 'slot';
}

/** Tells whether a class attribute intercepts stores on instances. */
function isDataDescriptor(v: PyValue | undefined): boolean {
  return v !== undefined && typeof v === 'object' && !(v instanceof PyFunction) && !(v instanceof PyBuiltin)
    && (v.type.lookup('__set__') !== undefined || v.type.lookup('__delete__') !== undefined || v.type.module === 'builtins');
}
