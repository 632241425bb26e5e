/**
 * `mappingproxy`: a read-only view of a mapping, and of a class's namespace (`cls.__dict__`).
 *
 * A class keeps its namespace in a JS Map; the view makes a dict of it and makes it anew when the
 * class has changed since.
 */
import { Binary } from '../../bytecode/operators.ts';
import { PyObj, PyType, type PyValue } from '../../objects/core/object.ts';
import { None, builtinType, native, typeOf, PyList, PyTuple } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { defMethods, defNew, defClassMethods } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { hash } from '../../objects/slots/compare.ts';
import { compareOp, contains } from '../../protocol/compare.ts';
import { binaryOp } from '../../protocol/number.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { repr } from '../../objects/slots/format.ts';
import { getIter } from '../../protocol/iterate.ts';
import { lengthOf } from '../../objects/slots/subscript.ts';
import { getItem } from '../../protocol/subscript.ts';
import { makeGenericAlias } from '../../objects/core/generic.ts';

export const mappingProxyType = builtinType('mappingproxy', { base: false, collection: 'mapping' });

/** A view of a mapping, or of a class's namespace. */
export class PyMappingProxy extends PyObj {
  private made: PyDict | null = null;
  private version = -1;
  constructor(private readonly source: PyValue) {
    super();
  }

  /** Returns the mapping viewed. */
  get mapping(): PyValue {
    const s = this.source;
    if (!(s instanceof PyType)) return s;
    if (this.made === null || this.version !== s.version) {
      const d = new PyDict();
      for (const [k, v] of s.dict) d.set(k, v);
      this.made = d;
      this.version = s.version;
    }
    return this.made;
  }

  /** Looks up in a class's namespace without making a dict of that; null where it takes the mapping. */
  entry(key: PyValue): PyValue | undefined | null {
    return this.source instanceof PyType && typeof key === 'string' ? this.source.dict.get(key) : null;
  }
}
native(PyMappingProxy, mappingProxyType);

defNew(mappingProxyType, 'mapping', (_cls: PyType, mapping: PyValue) => {
  const t = typeOf(mapping);
  if (t.lookup('__getitem__') === undefined || mapping instanceof PyList || mapping instanceof PyTuple) {
    typeError(`mappingproxy() argument must be a mapping, not ${t.name}`);
  }
  return new PyMappingProxy(mapping);
});

/** Calls a method of the mapping viewed. */
function forward(name: string): (p: PyMappingProxy, ...args: (PyValue | undefined)[]) => PyValue {
  return (p, ...args) =>
    invoke(
      getAttr(p.mapping, name),
      args.filter((a) => a !== undefined),
    );
}

const getOf = forward('get');

/** Returns the mapping behind a proxy, or the value itself. */
function unwrap(x: PyValue): PyValue {
  return x instanceof PyMappingProxy ? x.mapping : x;
}

defMethods(mappingProxyType, {
  '__len__()': (p: PyMappingProxy) => lengthOf(p.mapping),
  '__getitem__(key, /)': (p: PyMappingProxy, key: PyValue) => p.entry(key) ?? getItem(p.mapping, key),
  '__contains__(key, /)': (p: PyMappingProxy, key: PyValue) => {
    const found = p.entry(key);
    return found === null ? contains(key, p.mapping) : found !== undefined;
  },
  '__iter__()': (p: PyMappingProxy) => getIter(p.mapping),
  '__reversed__()': forward('__reversed__'),
  '__repr__()': (p: PyMappingProxy) => `mappingproxy(${repr(p.mapping)})`,
  '__str__()': (p: PyMappingProxy) => repr(p.mapping),
  '__hash__()': (p: PyMappingProxy) => hash(p.mapping),
  '__or__(other, /)': (p: PyMappingProxy, other: PyValue) => binaryOp(Binary.OR, p.mapping, unwrap(other)),
  '__ror__(other, /)': (p: PyMappingProxy, other: PyValue) => binaryOp(Binary.OR, unwrap(other), p.mapping),
  '__ior__(other, /)': (p: PyMappingProxy) => typeError(`'|=' is not supported by mappingproxy; use '|' instead`) ?? p,
  'get(key, default?, /)': (p: PyMappingProxy, key: PyValue, otherwise?: PyValue) => {
    const found = p.entry(key);
    return found === null ? getOf(p, key, otherwise) : (found ?? otherwise ?? None);
  },
  'keys()': forward('keys'),
  'values()': forward('values'),
  'items()': forward('items'),
  'copy()': forward('copy'),
});
for (const [i, name] of ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'].entries()) {
  defMethods(mappingProxyType, {
    [`${name}(other, /)`]: (p: PyMappingProxy, other: PyValue) => compareOp(i, p.mapping, unwrap(other)),
  });
}
defClassMethods(mappingProxyType, {
  '__class_getitem__(key, /)': (cls: PyType, key: PyValue) => makeGenericAlias(cls, key),
});
