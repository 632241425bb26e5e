/**
 * Built-in functions and the descriptors of built-in types, as Python objects: `len`, `[].append`,
 * `list.append`, `int.real`, entries of `__slots__`.
 */
import { bindDescriptor, checkMember, notWritable, setThroughMember } from '../../objects/slots/descriptor.ts';
import { type PyGetSet, type PyMember, PyStructMember } from '../../objects/core/descriptors.ts';
import { importedAttr } from '../../objects/slots/imported.ts';
import { type PyType, type PyValue, type Shaped, PyType as Type } from '../../objects/core/object.ts';
import {
  None,
  NotImplemented,
  PyModule,
  builtinFunctionType,
  classMethodDescriptorType,
  getsetType,
  memberType,
  methodDescriptorType,
  methodWrapperType,
  typeOf,
  wrapperDescriptorType,
  PyTuple,
} from '../../objects/core/values.ts';
import { type Kwargs, PyBoundBuiltin, type PyBuiltin, defGetSet, defMethods } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { attributeError } from '../../objects/core/exceptions.ts';
import { memberValue } from '../../objects/core/instance.ts';
import { addressOf } from '../../objects/core/identity.ts';
import { identityHash } from '../classes/object.ts';
import { world } from '../../objects/core/world.ts';
import { PyDict } from '../../objects/core/dict.ts';

type Native = PyBuiltin | PyBoundBuiltin;

const fnOf = (x: Native): PyBuiltin => (x instanceof PyBoundBuiltin ? x.fn : x);

/** Returns the module object of a built-in function's module. */
function moduleOf(name: string): PyModule | undefined {
  const modules = world.sys().dict.get('modules');
  const m = modules instanceof PyDict ? modules.get(name) : undefined;
  return m instanceof PyModule ? m : undefined;
}

/** Returns the `__self__` of a built-in: what it is bound to, its class, or its module. */
function selfOf(x: Native): PyValue {
  if (x instanceof PyBoundBuiltin) return x.self;
  if (x.kind === 'new' || x.kind === 'static') return x.owner ?? None;
  return (x.module === null ? undefined : moduleOf(x.module)) ?? None;
}

/** Makes the repr of a built-in function or a bound method of a built-in type. */
function nativeRepr(x: Native): string {
  const fn = fnOf(x);
  const self = selfOf(x);
  if (self === None || self instanceof PyModule) return `<built-in function ${fn.name}>`;
  return `<built-in method ${fn.name} of ${typeOf(self).name} object at ${addressOf(self)}>`;
}

/** Returns the qualified name of a built-in. */
function qualnameOf(x: Native): string {
  const fn = fnOf(x);
  if (fn.owner === null) return fn.name;
  const bound = fn.kind === 'classmethod' && x instanceof PyBoundBuiltin && x.self instanceof Type;
  return `${bound ? (x.self as PyType).qualname : fn.owner.name}.${fn.name}`;
}

/** Writes a signature as documentation strings hold it; undefined where it has defaults, which are not known here. */
function textSignature(fn: PyBuiltin): string | undefined {
  if (fn.signature.includes('?')) return undefined;
  const own = fn.takesSelf ? '$self, ' : fn.module === null ? '' : '$module, ';
  return fn.signature.includes('/') || own === ''
    ? `(${own}${fn.signature})`
    : `(${own}/${fn.signature === '' ? '' : `, ${fn.signature}`})`;
}

for (const type of [
  builtinFunctionType,
  methodDescriptorType,
  wrapperDescriptorType,
  methodWrapperType,
  classMethodDescriptorType,
]) {
  defGetSet(type, {
    __name__: (x: Native) => fnOf(x).name,
    __qualname__: (x: Native) => qualnameOf(x),
    __doc__: (x: Native) => fnOf(x).doc,
    __text_signature__: (x: Native) => textSignature(fnOf(x)) ?? None,
  });
  defMethods(type, {
    '__call__(*args, **kwargs)': (x: Native, args: PyValue[], kw: Kwargs) => invoke(x, args, kw.size === 0 ? null : kw),
  });
}
for (const type of [methodDescriptorType, wrapperDescriptorType, classMethodDescriptorType]) {
  defMethods(type, {
    '__reduce__()': (x: Native) =>
      new PyTuple([importedAttr('builtins', 'getattr'), new PyTuple([fnOf(x).owner!, fnOf(x).name])]),
  });
}
for (const type of [builtinFunctionType, methodWrapperType]) {
  defGetSet(type, { __self__: (x: Native) => selfOf(x) });
  defMethods(type, {
    '__reduce__()': (x: Native) =>
      x instanceof PyBoundBuiltin
        ? new PyTuple([importedAttr('builtins', 'getattr'), new PyTuple([x.self, x.fn.name])])
        : fnOf(x).name,
    '__eq__(other, /)': (x: Native, y: PyValue) => {
      if (x === y) return true;
      if (x instanceof PyBoundBuiltin && y instanceof PyBoundBuiltin) return x.fn === y.fn && x.self === y.self;
      return NotImplemented;
    },
    '__hash__()': (x: Native) =>
      x instanceof PyBoundBuiltin ? (Number(identityHash(x.fn)) ^ Number(identityHash(x.self))) | 0 : identityHash(x),
  });
}
for (const type of [methodDescriptorType, wrapperDescriptorType, classMethodDescriptorType]) {
  defGetSet(type, { __objclass__: (x: PyBuiltin) => x.owner ?? None });
}

defGetSet(builtinFunctionType, {
  __module__: (x: Native) => (fnOf(x).owner === null ? (fnOf(x).module ?? None) : None),
});
defMethods(builtinFunctionType, { '__repr__()': nativeRepr });
defMethods(methodDescriptorType, {
  '__repr__()': (x: PyBuiltin) => `<method '${x.name}' of '${x.owner!.name}' objects>`,
});
defMethods(classMethodDescriptorType, {
  '__repr__()': (x: PyBuiltin) => `<method '${x.name}' of '${x.owner!.name}' objects>`,
  '__get__(instance, owner?, /)': (x: PyBuiltin, obj: PyValue, owner?: PyValue) =>
    new PyBoundBuiltin(x, owner === undefined || owner === None ? typeOf(obj) : owner),
});
defMethods(wrapperDescriptorType, {
  '__repr__()': (x: PyBuiltin) => `<slot wrapper '${x.name}' of '${x.owner!.name}' objects>`,
});
defMethods(methodWrapperType, {
  '__repr__()': (x: PyBoundBuiltin) =>
    `<method-wrapper '${x.fn.name}' of ${typeOf(x.self).name} object at ${addressOf(x.self)}>`,
});
defGetSet(methodWrapperType, { __objclass__: (x: PyBoundBuiltin) => x.fn.owner ?? None });

/** Raises for a descriptor applied to an object of another class. */
function checkOwner(name: string, owner: PyType, obj: PyValue): void {
  if (!typeOf(obj).isSubtype(owner))
    typeError(`descriptor '${name}' for '${owner.name}' objects doesn't apply to a '${typeOf(obj).name}' object`);
}
for (const type of [methodDescriptorType, wrapperDescriptorType]) {
  defMethods(type, {
    '__get__(instance, owner?, /)': (x: PyBuiltin, obj: PyValue, owner?: PyValue) => {
      if (obj === None && owner !== undefined && owner !== typeOf(None)) return x;
      checkOwner(x.name, x.owner!, obj);
      return bindDescriptor(x, obj, typeOf(obj));
    },
  });
}

/* ---- computed attributes and members ---- */

defMethods(getsetType, {
  '__repr__()': (g: PyGetSet) => `<attribute '${g.name}' of '${g.owner.name}' objects>`,
  '__get__(instance, owner?, /)': (g: PyGetSet, obj: PyValue) => {
    return obj === None && g.owner !== typeOf(None) ? g : computed(g, obj);
  },
  '__set__(instance, value, /)': (g: PyGetSet, obj: PyValue, value: PyValue) => setComputed(g, obj, value),
  '__delete__(instance, /)': (g: PyGetSet, obj: PyValue) => setComputed(g, obj, undefined),
});

/** Computes an attribute of an object. */
function computed(g: PyGetSet, obj: PyValue): PyValue {
  checkOwner(g.name, g.owner, obj);
  return g.get(obj);
}

/** Sets or deletes through a computed attribute. */
function setComputed(g: PyGetSet, obj: PyValue, value: PyValue | undefined): PyValue {
  checkOwner(g.name, g.owner, obj);
  if (g.set === null) throw new PyRaise(makeException('AttributeError', notWritable(g)));
  g.set(obj, value);
  return None;
}

defMethods(memberType, {
  '__repr__()': (m: PyMember) => `<member '${m.name}' of '${m.owner.name}' objects>`,
  '__get__(instance, owner?, /)': (m: PyMember | PyStructMember, obj: PyValue) => {
    if (obj === None) return m;
    if (m instanceof PyStructMember) return computed(m, obj);
    checkMember(m, obj);
    return (
      memberValue(obj as Shaped, m.name) ??
      attributeError(`'${typeOf(obj).name}' object has no attribute '${m.name}'`, obj, m.name)
    );
  },
  '__set__(instance, value, /)': (m: PyMember | PyStructMember, obj: PyValue, value: PyValue) => {
    if (m instanceof PyStructMember) return setComputed(m, obj, value);
    setThroughMember(m, obj, value);
    return None;
  },
  '__delete__(instance, /)': (m: PyMember | PyStructMember, obj: PyValue) => {
    if (m instanceof PyStructMember) return setComputed(m, obj, undefined);
    setThroughMember(m, obj, undefined);
    return None;
  },
});
/** Documentation given to descriptors, e.g. of the fields of a named tuple. */
const docs = new WeakMap<PyGetSet | PyMember, PyValue>();
for (const type of [getsetType, memberType]) {
  defGetSet(type, {
    __name__: (g: PyGetSet | PyMember) => g.name,
    __qualname__: (g: PyGetSet | PyMember) => `${g.owner.name}.${g.name}`,
    __objclass__: (g: PyGetSet | PyMember) => g.owner,
    __doc__: [
      (g: PyGetSet | PyMember) => docs.get(g) ?? None,
      (g: PyGetSet | PyMember, v) => {
        docs.set(g, v ?? None);
      },
    ],
  });
}
