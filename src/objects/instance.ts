/**
 * Where attributes of an object itself are kept: shape and slots, `attrs` in dict mode, or the
 * dict of a function or module. Nothing here knows descriptors or classes' attributes.
 *
 * An instance starts with its class's `rootShape` and gains slots by transitions; a deleted
 * attribute rebuilds the shape from the remaining names, so that equal histories share shapes.
 * Asking for `__dict__`, or too many attributes, switches to dict mode for good. Entries of
 * `__slots__` live in the same slots; in dict mode they keep their places (`dictShape` has exactly
 * the slot names as keys, and an unset one is `undefined`), and never show in `__dict__`.
 */
import { type PyObj, type PyType, type PyValue, Shape, type Shaped, isShaped } from './object.ts';
import { PyClassMethod, PyFunction, PyModule, PyStaticMethod } from './values.ts';
import { PyDict } from './dict.ts';

/** Attributes an instance may have before its dict becomes a real one. */
const MAX_SLOTS = 128;

/** Makes an object of a native class an instance of `type` with its own attributes. */
export function shapeInstance<T extends PyObj>(obj: T, type: PyType): T & Shaped {
  const o = obj as unknown as Shaped;
  o.type = type;
  o.shape = type.rootShape;
  o.slots = [];
  o.attrs = null;
  return obj as T & Shaped;
}

/** Tells whether `name` is an entry of `__slots__` for instances of `type`. */
function isSlotName(type: PyType, name: string): boolean {
  return type.slotNames?.includes(name) ?? false;
}

/** Returns an attribute kept in the object itself (its `__dict__`), or undefined. */
export function ownAttr(obj: PyValue, name: string): PyValue | undefined {
  if (typeof obj !== 'object') return undefined;
  if (isShaped(obj)) {
    const i = obj.shape.index.get(name);
    if (i !== undefined && !isSlotName(obj.shape.owner, name)) return obj.slots[i];
    return obj.attrs === null ? undefined : obj.attrs.get(name);
  }
  const d = plainDict(obj, false);
  return d === null ? undefined : d.get(name);
}

/** Sets an attribute in the object itself; returns false where the object has no `__dict__`. */
export function setOwnAttr(obj: PyValue, name: string, value: PyValue): boolean {
  if (typeof obj !== 'object') return false;
  if (isShaped(obj)) {
    if (!obj.shape.owner.hasDict) return false;
    setSlot(obj, name, value);
    return true;
  }
  const d = plainDict(obj, true);
  if (d === null) return false;
  d.set(name, value);
  return true;
}

/** Deletes an attribute of the object itself; returns whether it was there. */
export function deleteOwnAttr(obj: PyValue, name: string): boolean {
  if (typeof obj !== 'object') return false;
  if (isShaped(obj)) {
    if (isSlotName(obj.shape.owner, name)) return false;
    return deleteSlot(obj, name);
  }
  return plainDict(obj, false)?.delete(name) !== undefined;
}

/** Returns the value of an entry of `__slots__`, or undefined while unset. */
export function memberValue(obj: Shaped, name: string): PyValue | undefined {
  const i = obj.shape.index.get(name);
  return i === undefined ? undefined : obj.slots[i];
}

/** Sets an entry of `__slots__`. */
export function setMember(obj: Shaped, name: string, value: PyValue): void {
  const i = obj.shape.index.get(name);
  if (i !== undefined) obj.slots[i] = value;
  else addSlot(obj, name, value);
}

/** Deletes an entry of `__slots__`; returns whether it was set. */
export function deleteMember(obj: Shaped, name: string): boolean {
  if (!obj.shape.dictMode) return deleteSlot(obj, name);
  const i = obj.shape.index.get(name);
  if (i === undefined || obj.slots[i] === undefined) return false;
  obj.slots[i] = undefined as unknown as PyValue;
  return true;
}

/** Sets an attribute in shape or dict mode. */
function setSlot(obj: Shaped, name: string, value: PyValue): void {
  if (obj.attrs !== null) { obj.attrs.set(name, value); return; }
  const i = obj.shape.index.get(name);
  if (i !== undefined) obj.slots[i] = value;
  else if (obj.shape.keys.length < MAX_SLOTS) addSlot(obj, name, value);
  else toDictMode(obj).set(name, value);
}

/** Appends a slot by a shape transition. */
function addSlot(obj: Shaped, name: string, value: PyValue): void {
  obj.slots.push(value);
  obj.shape = obj.shape.add(name);
}

/** Deletes an attribute in shape or dict mode. */
function deleteSlot(obj: Shaped, name: string): boolean {
  if (obj.attrs !== null) return obj.attrs.delete(name) !== undefined;
  const gone = obj.shape.index.get(name);
  if (gone === undefined) return false;
  let shape = obj.shape.owner.rootShape;
  obj.shape.keys.forEach((key, i) => { if (i !== gone) shape = shape.add(key); });
  obj.slots = obj.slots.filter((_, i) => i !== gone);
  obj.shape = shape;
  return true;
}

/** Switches an instance to dict mode and returns its dict. */
export function toDictMode(obj: Shaped): PyDict {
  if (obj.attrs !== null) return obj.attrs;
  return replaceDict(obj, liveDict(obj));
}

/** Makes a dict of the attributes held in slots. */
function liveDict(obj: Shaped): PyDict {
  const d = new PyDict();
  const type = obj.shape.owner;
  obj.shape.keys.forEach((key, i) => { if (!isSlotName(type, key)) d.set(key, obj.slots[i]!); });
  return d;
}

/** Makes `dict` the attributes of an instance (assignment to `__dict__`). */
export function replaceDict(obj: Shaped, dict: PyDict): PyDict {
  const type = obj.shape.owner;
  const members = type.slotNames ?? [];
  const values = members.map((m) => memberValue(obj, m)) as PyValue[];
  if (members.length > 0 && type.dictShape.keys.length === 0) {
    type.dictShape = new Shape(type, [...members], true);
    type.shapes.push(type.dictShape);
  }
  obj.attrs = dict;
  obj.slots = values;
  obj.shape = type.dictShape;
  return dict;
}

/** Returns the dict of an object that has one, making it if need be; null without. */
export function dictOf(obj: PyValue): PyDict | null {
  if (typeof obj !== 'object') return null;
  if (isShaped(obj)) return obj.shape.owner.hasDict ? toDictMode(obj) : null;
  return plainDict(obj, true);
}

/** Returns the names of an object's own attributes without changing how they are kept. */
export function ownNames(obj: PyValue): PyValue[] {
  if (typeof obj !== 'object') return [];
  if (isShaped(obj) && obj.attrs === null) return obj.shape.keys.filter((k) => !isSlotName(obj.shape.owner, k));
  const d = isShaped(obj) ? obj.attrs : plainDict(obj, false);
  return d === null ? [] : d.keys.filter((k) => k !== undefined);
}

/** Moves an instance to another class of the same layout, keeping its attributes (assignment to `__class__`). */
export function changeClass(obj: Shaped, type: PyType): void {
  if (obj.attrs !== null) {
    const members = (obj.shape.owner.slotNames ?? []).map((m) => [m, memberValue(obj, m)] as const);
    obj.type = type;
    obj.shape = type.rootShape;
    obj.slots = [];
    const attrs = obj.attrs;
    obj.attrs = null;
    for (const [name, value] of members) if (value !== undefined) addSlot(obj, name, value);
    replaceDict(obj, attrs);
    return;
  }
  let shape = type.rootShape;
  for (const key of obj.shape.keys) shape = shape.add(key);
  obj.type = type;
  obj.shape = shape;
}

/** Returns the attribute dict of the native objects that have one. */
function plainDict(obj: PyObj, create: boolean): PyDict | null {
  if (obj instanceof PyModule) return obj.dict;
  if (obj instanceof PyFunction || obj instanceof PyClassMethod || obj instanceof PyStaticMethod) {
    if (obj.attrs === null && create) obj.attrs = new PyDict();
    return obj.attrs;
  }
  return null;
}
