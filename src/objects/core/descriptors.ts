/** Descriptors of classes as objects: properties, class and static methods, computed and stored attributes. */
import { PyObj, type PyType, type PyValue } from './object.ts';
import type { PyDict } from './dict.ts';
import { classmethodType, getsetType, memberType, native, propertyType, staticmethodType } from './values.ts';

export class PyProperty extends PyObj {
  /** Whether `doc` was taken from the getter. */
  docFromGetter = false;
  /** The name given by `__set_name__` or the program, for error messages. */
  name: PyValue | null = null;
  constructor(
    public fget: PyValue,
    public fset: PyValue,
    public fdel: PyValue,
    public doc: PyValue,
  ) {
    super();
  }
}
native(PyProperty, propertyType);

export class PyClassMethod extends PyObj {
  attrs: PyDict | null = null;
  constructor(public fn: PyValue) {
    super();
  }
}
native(PyClassMethod, classmethodType);
export class PyStaticMethod extends PyObj {
  attrs: PyDict | null = null;
  constructor(public fn: PyValue) {
    super();
  }
}
native(PyStaticMethod, staticmethodType);

/** An attribute of a built-in type computed by native code. */
export class PyGetSet extends PyObj {
  constructor(
    readonly name: string,
    readonly owner: PyType,
    readonly get: (self: any) => PyValue,
    readonly set: ((self: any, value: PyValue | undefined) => void) | null,
  ) {
    super();
  }
}
native(PyGetSet, getsetType);

/** An attribute of a built-in type that CPython keeps in the object's structure: it shows as a member. */
export class PyStructMember extends PyGetSet {}
native(PyStructMember, memberType);

/** One entry of `__slots__`. */
export class PyMember extends PyObj {
  constructor(
    readonly name: string,
    readonly owner: PyType,
  ) {
    super();
  }
}
native(PyMember, memberType);
