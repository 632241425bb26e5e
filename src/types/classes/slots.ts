/**
 * `__slots__` and layout: which classes' instances may have attributes, which names are members,
 * and which bases can share one instance.
 *
 * A class is *solid* if its instances need a layout of their own: a built-in with an allocator of
 * its own, or a class with non-empty `__slots__`. Bases can be combined if their solid classes lie
 * on one line of inheritance.
 */
import { PyMember } from '../../objects/core/descriptors.ts';
import type { PyType, PyValue } from '../../objects/core/object.ts';
import type { PyDict } from '../../objects/core/dict.ts';
import { strOf, typeOf, typeType } from '../../objects/core/values.ts';
import { PyType as Type } from '../../objects/core/object.ts';
import { typeError, valueError, exceptionType } from '../../objects/core/exceptions.ts';
import { iterate } from '../../protocol/iterate.ts';

/** Native exception classes with fields of their own (structs of Include/cpython/pyerrors.h). */
const EXCEPTION_STRUCTS = [
  'BaseException',
  'OSError',
  'SyntaxError',
  'ImportError',
  'NameError',
  'AttributeError',
  'StopIteration',
  'SystemExit',
  'UnicodeError',
  'UnicodeDecodeError',
  'UnicodeEncodeError',
  'UnicodeTranslateError',
  'BaseExceptionGroup',
] as const;

const ownSlots = new WeakSet<PyType>();

/** Returns the nearest class in the line of layouts that has one of its own. */
export function solidBase(type: PyType): PyType {
  const base = type.base;
  if (base === null || type === typeType) return type;
  if (type.heap) return ownSlots.has(type) ? type : solidBase(base);
  if (EXCEPTION_STRUCTS.some((name) => exceptionType(name) === type)) return type;
  return type.allocate !== null && type.allocate !== base.allocate ? type : solidBase(base);
}

/** Returns the base that decides the layout. Throws TypeError for bases that cannot be combined. */
export function bestBase(bases: readonly PyValue[]): PyType {
  let winner: PyType | null = null;
  let best: PyType | null = null;
  for (const base of bases) {
    if (!(base instanceof Type)) typeError('bases must be types');
    if (!base.subclassable) typeError(`type '${base.name}' is not an acceptable base type`);
    const solid = solidBase(base);
    if (winner === null || (solid !== winner && solid.isSubtype(winner))) {
      winner = solid;
      best = base;
    } else if (!winner.isSubtype(solid)) typeError('multiple bases have instance lay-out conflict');
  }
  return best!;
}

/** Applies the private-name rule to a slot name. */
function mangle(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/** Reads `__slots__` of a namespace: its names, unmangled; null without. Throws TypeError. */
export function readSlots(slots: PyValue | undefined): string[] | null {
  if (slots === undefined) return null;
  const single = strOf(slots);
  const values = single !== undefined ? [single] : [...iterate(slots)];
  return values.map((v) => {
    const name = strOf(v);
    if (name === undefined) typeError(`__slots__ items must be strings, not '${typeOf(v).name}'`);
    if (!/^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u.test(name))
      typeError('__slots__ must be identifiers');
    return name;
  });
}

/**
 * Gives a new class its members and decides whether its instances have a dict. Throws TypeError or
 * ValueError for bad `__slots__`. Call before the namespace is copied.
 */
export function applySlots(type: PyType, slots: string[] | null, namespace: PyDict): void {
  const base = type.base!;
  const inherited: string[] = [];
  for (const b of type.bases) for (const n of b.slotNames ?? []) if (!inherited.includes(n)) inherited.push(n);
  const baseHasDict = type.bases.some((b) => b.hasDict);
  if (slots === null) {
    type.hasDict = true;
  } else {
    const names: string[] = [];
    let dict = false;
    let weak = type.bases.some((b) => b.weak);
    if (slots.length > 0 && (base.variable || solidBase(base) === typeType)) {
      if (slots.some((s) => s !== '__dict__'))
        typeError(`nonempty __slots__ not supported for subtype of '${base.name}'`);
    }
    for (const slot of slots) {
      if (slot === '__dict__') {
        if (baseHasDict || dict) typeError('__dict__ slot disallowed: we already got one');
        dict = true;
      } else if (slot === '__weakref__') {
        if (weak) typeError('__weakref__ slot disallowed: we already got one');
        weak = true;
      } else {
        const name = mangle(type.name, slot);
        if (namespace.has(name) && name !== '__qualname__' && name !== '__classcell__') {
          valueError(`'${slot}' in __slots__ conflicts with class variable`);
        }
        if (!names.includes(name)) names.push(name);
      }
    }
    type.hasDict = dict || baseHasDict;
    names.sort();
    for (const name of names) {
      type.dict.set(name, new PyMember(name, type));
      if (!inherited.includes(name)) inherited.push(name);
    }
    if (names.length > 0) ownSlots.add(type);
  }
  type.slotNames = inherited.length > 0 ? inherited : null;
}

/** Returns the built-in class whose layout a class has. */
export function nativeBase(t: PyType): PyType {
  let s = solidBase(t);
  while (s.heap && s.base !== null) s = solidBase(s.base);
  return s;
}
