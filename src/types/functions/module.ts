/**
 * `module` objects.
 */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import { None, PyModule, moduleType, strOf, typeOf } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { defGetSet, defMethods, defNew } from '../../objects/core/builtin.ts';
import { PyRaise, makeException, typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { repr } from '../../objects/slots/format.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { setModuleClass } from '../../objects/core/instance.ts';

/** Makes a module with the attributes every module has. */
export function newModule(name: string, doc: PyValue = None): PyModule {
  const d = new PyDict();
  d.set('__name__', name);
  d.set('__doc__', doc);
  d.set('__package__', None);
  d.set('__loader__', None);
  d.set('__spec__', None);
  return new PyModule(name, d);
}

/** Makes a native module from a table of its contents. */
export function nativeModule(
  name: string,
  contents: Iterable<readonly [string, PyValue]>,
  doc: PyValue = None,
): PyModule {
  const m = newModule(name, doc);
  m.dict.set('__package__', '');
  for (const [k, v] of contents) m.dict.set(k, v);
  return m;
}

moduleType.allocate = (cls) => {
  const m = new PyModule('', new PyDict());
  if (cls !== moduleType) setModuleClass(m, cls);
  return m;
};

moduleType.hasDict = true;
defNew(moduleType, '*args, **kwargs', (cls: PyType) => moduleType.allocate!(cls));

defMethods(moduleType, {
  '__init__(name, doc?)': (m: PyModule, name: PyValue, doc: PyValue = None) => {
    const text = strOf(name);
    if (text === undefined) typeError(`module() argument 'name' must be str, not ${typeOf(name).name}`);
    m.dict.set('__name__', name);
    m.dict.set('__doc__', doc);
    for (const k of ['__package__', '__loader__', '__spec__']) m.dict.set(k, None);
    return None;
  },
  '__repr__()': (m: PyModule) => moduleRepr(m),
  '__dir__()': (m: PyModule) => {
    const hook = m.dict.get('__dir__');
    if (hook !== undefined) return invoke(hook, []);
    return listFrom(m.dict.keys.filter((k) => k !== undefined));
  },
});

/** Makes the repr of a module from its spec or file. */
function moduleRepr(m: PyModule): string {
  const name = m.dict.get('__name__') ?? '?';
  const spec = m.dict.get('__spec__');
  const origin = spec === undefined || spec === None ? undefined : lookupAttr(spec, 'origin');
  const file = m.dict.get('__file__');
  if (origin === 'built-in' || m.dict.get('__loader__') === BUILT_IN) return `<module ${repr(name)} (built-in)>`;
  if (origin === 'frozen') return `<module ${repr(name)} (frozen)>`;
  if (file !== undefined) return `<module ${repr(name)} from ${repr(file)}>`;
  if (typeof origin === 'string') return `<module ${repr(name)} (${origin})>`;
  return `<module ${repr(name)}>`;
}

/** Marks native modules in `__loader__`. */
const BUILT_IN: PyValue = 'built-in';

defGetSet(moduleType, {
  __dict__: [
    (m: PyModule) => m.dict,
    () => {
      throw new PyRaise(makeException('AttributeError', 'readonly attribute'));
    },
  ],
  __annotations__: [
    (m: PyModule) => {
      let a = m.dict.get('__annotations__');
      if (a === undefined) {
        a = new PyDict();
        m.dict.set('__annotations__', a);
      }
      return a;
    },
    (m: PyModule, v) => {
      if (v === undefined) m.dict.delete('__annotations__');
      else m.dict.set('__annotations__', v);
    },
  ],
});
