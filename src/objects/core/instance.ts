/**
 * Where attributes of an object itself are kept: shape and slots, `attrs` in dict mode, or the
 * dict of a function or module. Nothing here knows descriptors or classes' attributes.
 *
 * An instance starts with its class's `rootShape` and gains fields by transitions; a deleted
 * attribute, or a float field that gets another value, rebuilds the instance from the attributes
 * that remain, so that equal histories share shapes.
 * Asking for `__dict__`, too many attributes, or too many shapes of the class switch to dict mode for good. Entries of
 * `__slots__` live in the same slots; in dict mode they keep their places (`dictShape` has exactly
 * the slot names as keys, all boxed, and an unset one is `undefined`), and never show in `__dict__`.
 */
import { PyClassMethod, PyStaticMethod } from './descriptors.ts';
import { type PyObj, type PyType, type PyValue, type Shaped, isShaped } from './object.ts';
import { NO_FLOATS, type Shape, roomForFloats } from './shape.ts';
import { PyFloat, PyFunction, PyModule, floatType, moduleType } from './values.ts';
import { PyDict } from './dict.ts';

/** Attributes an instance may have before its dict becomes a real one. */
const MAX_SLOTS = 128;

/** Makes an object of a native class an instance of `type` with its own attributes. */
export function shapeInstance<T extends PyObj>(obj: T, type: PyType): T & Shaped {
  const o = obj as unknown as Shaped;
  o.type = type;
  o.shape = type.rootShape;
  o.slots = [];
  o.floats = NO_FLOATS;
  o.attrs = null;
  return obj as T & Shaped;
}

/** Makes a module an instance of a class of modules. */
export function setModuleClass(m: PyModule, cls: PyType): void {
  const shaped: Shaped = shapeInstance(m, cls);
  shaped.attrs = m.dict;
  shaped.shape = cls.dictShape;
  if (cls === moduleType) (m as { shape?: Shape }).shape = undefined;
}

/** Returns the attribute a shape has under a name, or undefined. */
function fieldValue(obj: Shaped, name: string): PyValue | undefined {
  const f = obj.shape.fields.get(name);
  if (f === undefined) return undefined;
  return f.float ? new PyFloat(obj.floats[f.index]!) : obj.slots[f.index];
}

/** Sets the attribute of a name, in its field or in a new one. */
function setField(obj: Shaped, name: string, value: PyValue): void {
  const float = value instanceof PyFloat && value.type === floatType;
  const f = obj.shape.fields.get(name);
  if (f === undefined) {
    const next = obj.shape.add(name, float);
    if (next.last!.float) addFloat(obj, next, (value as PyFloat).value);
    else addSlot(obj, next, value);
  } else if (!f.float) obj.slots[f.index] = value;
  else if (float) obj.floats[f.index] = (value as PyFloat).value;
  else {
    obj.shape.owner.box(name);
    rebuild(
      obj,
      attributesOf(obj).map(([key, old]) => [key, key === name ? value : old]),
    );
  }
}

/** Adds a boxed attribute by a transition to `shape`. */
export function addSlot(obj: Shaped, shape: Shape, value: PyValue): void {
  obj.slots.push(value);
  obj.shape = shape;
}

/** Adds a float attribute by a transition to `shape`. */
export function addFloat(obj: Shaped, shape: Shape, value: number): void {
  const i = shape.last!.index;
  if (i === 0) obj.floats = roomForFloats(shape.owner.floatRoom);
  if (i < obj.floats.length) obj.floats[i] = value;
  else obj.floats.push(value);
  obj.shape = shape;
}

/** Gives an instance these attributes and no others. */
function rebuild(obj: Shaped, attributes: readonly (readonly [string, PyValue])[]): void {
  obj.shape = obj.shape.owner.rootShape;
  obj.slots = [];
  obj.floats = NO_FLOATS;
  for (const [name, value] of attributes) setField(obj, name, value);
}

/** Tells whether `name` is an entry of `__slots__` for instances of `type`. */
function isSlotName(type: PyType, name: string): boolean {
  return type.slotNames?.includes(name) ?? false;
}

/** Returns an attribute kept in the object itself (its `__dict__`), or undefined. */
export function ownAttr(obj: PyValue, name: string): PyValue | undefined {
  if (typeof obj !== 'object') return undefined;
  if (isShaped(obj)) {
    if (obj.attrs !== null) return obj.attrs.get(name);
    return isSlotName(obj.shape.owner, name) ? undefined : fieldValue(obj, name);
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
  return fieldValue(obj, name);
}

/** Sets an entry of `__slots__`. */
export function setMember(obj: Shaped, name: string, value: PyValue): void {
  setField(obj, name, value);
}

/** Deletes an entry of `__slots__`; returns whether it was set. */
export function deleteMember(obj: Shaped, name: string): boolean {
  if (!obj.shape.dictMode) return deleteSlot(obj, name);
  const f = obj.shape.fields.get(name);
  if (f === undefined || obj.slots[f.index] === undefined) return false;
  obj.slots[f.index] = undefined as unknown as PyValue;
  return true;
}

/** Sets an attribute in shape or dict mode. */
function setSlot(obj: Shaped, name: string, value: PyValue): void {
  if (obj.attrs !== null) obj.attrs.set(name, value);
  else if (obj.shape.fields.has(name) || (obj.shape.fields.size < MAX_SLOTS && obj.shape.mayAdd(name)))
    setField(obj, name, value);
  else toDictMode(obj).set(name, value);
}

/** Deletes an attribute in shape or dict mode. */
function deleteSlot(obj: Shaped, name: string): boolean {
  if (obj.attrs !== null) return obj.attrs.delete(name) !== undefined;
  if (!obj.shape.fields.has(name)) return false;
  rebuild(
    obj,
    attributesOf(obj).filter(([key]) => key !== name),
  );
  return true;
}

/** Returns the attributes kept in fields. */
function attributesOf(obj: Shaped): [string, PyValue][] {
  return obj.shape.keys.map((key) => [key, fieldValue(obj, key)!]);
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
  for (const [key, value] of attributesOf(obj)) if (!isSlotName(type, key)) d.set(key, value);
  return d;
}

/** Makes `dict` the attributes of an instance (assignment to `__dict__`). */
export function replaceDict(obj: Shaped, dict: PyDict): PyDict {
  const type = obj.shape.owner;
  const members = type.slotNames ?? [];
  const values = members.map((m) => memberValue(obj, m)) as PyValue[];
  if (members.length > 0 && type.dictShape.fields.size === 0)
    for (const m of members) type.dictShape = type.dictShape.add(m, false);
  obj.attrs = dict;
  obj.slots = values;
  obj.floats = NO_FLOATS;
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
  const attributes =
    obj.attrs === null
      ? attributesOf(obj)
      : (obj.shape.owner.slotNames ?? []).map((m) => [m, memberValue(obj, m)] as const);
  const attrs = obj.attrs;
  obj.type = type;
  obj.attrs = null;
  obj.shape = type.rootShape;
  rebuild(
    obj,
    attributes.filter((a): a is [string, PyValue] => a[1] !== undefined),
  );
  if (attrs !== null) replaceDict(obj, attrs);
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
