/**
 * Plans: how one attribute is found on every instance of one shape.
 *
 * A plan must be exactly equivalent to `getAttr`; plans live in the shape and die with any change of the class.
 */
import { isDataDescriptor, isReadable } from './descriptor.ts';
import type { PyType, PyValue } from '../core/object.ts';
import type { Field, Plan, Shape } from '../core/shape.ts';
import { PyFunction, classmethodType, propertyType, staticmethodType } from '../core/values.ts';
import { PyMember, PyProperty, type PyStaticMethod } from '../core/descriptors.ts';
import { PyBuiltin } from '../core/builtin.ts';
import { objectGetattribute } from './attribute.ts';

const GENERIC: Plan = { kind: 'generic', index: -1, value: undefined };

/** Says how `name` is read from any instance of a shape; equivalent to `getAttr`, cached in the shape. */
export function planFor(shape: Shape, name: string): Plan {
  let plan = shape.plans.get(name);
  if (plan === undefined) {
    plan = makePlan(shape, name);
    shape.keep(name, plan);
  }
  return plan;
}

/** Works out a plan. */
function makePlan(shape: Shape, name: string): Plan {
  const type = shape.owner;
  if (type.lookup('__getattribute__') !== objectGetattribute) return GENERIC;
  const descr = type.lookup(name);
  const field = shape.fields.get(name);
  const member = type.slotNames?.includes(name) ?? false;
  if (descr === undefined) return field !== undefined && !member ? planForField(field) : GENERIC;
  if (isDataDescriptor(descr)) {
    if (descr instanceof PyMember) {
      const own = field !== undefined && !shape.dictMode && type.isSubtype(descr.owner);
      return own ? planForField(field) : GENERIC;
    }
    if (!isReadable(descr)) return GENERIC;
    if (type.lookup('__getattr__') !== undefined) return GENERIC;
    if (descr instanceof PyProperty && descr.type === propertyType && descr.fget instanceof PyFunction)
      return { kind: 'property', index: -1, value: descr };
    return { kind: 'descriptor', index: -1, value: descr };
  }
  if (field !== undefined && !member) return planForField(field);
  if (shape.dictMode) return GENERIC;
  return planForClassAttribute(type, descr);
}

/** Plans for an attribute of the instance itself. */
function planForField(field: Field): Plan {
  return { kind: field.float ? 'float' : 'slot', index: field.index, value: undefined };
}

/** Plans for a class attribute that no instance of the shape shadows. */
function planForClassAttribute(type: PyType, descr: PyValue): Plan {
  if (typeof descr !== 'object') return { kind: 'value', index: -1, value: descr };
  if (descr instanceof PyFunction) return { kind: 'method', index: -1, value: descr };
  if (descr instanceof PyBuiltin) {
    if (descr.kind === 'method' || descr.kind === 'wrapper')
      return type.isSubtype(descr.owner!) ? { kind: 'method', index: -1, value: descr } : GENERIC;
    return descr.kind === 'classmethod'
      ? { kind: 'descriptor', index: -1, value: descr }
      : { kind: 'value', index: -1, value: descr };
  }
  if (descr.type === staticmethodType) return { kind: 'value', index: -1, value: (descr as PyStaticMethod).fn };
  if (descr.type === classmethodType) return { kind: 'descriptor', index: -1, value: descr };
  if (descr.type.lookup('__get__') === undefined) return { kind: 'value', index: -1, value: descr };
  return type.lookup('__getattr__') !== undefined ? GENERIC : { kind: 'descriptor', index: -1, value: descr };
}
