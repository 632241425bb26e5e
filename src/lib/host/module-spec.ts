/**
 * `ModuleSpec` objects: what a module's `__spec__` is.
 */
import { PyInstance, PyType, type PyValue } from '../../objects/core/object.ts';
import { None, objectType } from '../../objects/core/values.ts';
import { defMethods } from '../../objects/core/builtin.ts';
import { ownAttr, setOwnAttr } from '../../objects/core/instance.ts';
import { repr } from '../../objects/slots/format.ts';
import { dictGetSet } from '../../types/classes/new.ts';

export const moduleSpecType = new PyType('ModuleSpec', [objectType], { heap: true, module: '_frozen_importlib' });
moduleSpecType.dict.set('__module__', '_frozen_importlib');
moduleSpecType.dict.set('__dict__', dictGetSet(moduleSpecType));
defMethods(moduleSpecType, {
  '__repr__()': (s: PyInstance) => {
    const parts = [`name=${repr(ownAttr(s, 'name') ?? None)}`, `loader=${repr(ownAttr(s, 'loader') ?? None)}`];
    const origin = ownAttr(s, 'origin') ?? None;
    if (origin !== None) parts.push(`origin=${repr(origin)}`);
    const places = ownAttr(s, 'submodule_search_locations') ?? None;
    if (places !== None) parts.push(`submodule_search_locations=${repr(places)}`);
    return `ModuleSpec(${parts.join(', ')})`;
  },
});

/** Makes the spec of a module; `places` is the `__path__` of a package. */
export function makeSpec(name: string, origin: PyValue, places: PyValue): PyInstance {
  const s = new PyInstance(moduleSpecType);
  const dot = name.lastIndexOf('.');
  const fields: [string, PyValue][] = [
    ['name', name],
    ['loader', None],
    ['origin', origin],
    ['loader_state', None],
    ['submodule_search_locations', places],
    ['_set_fileattr', typeof origin === 'string' && origin.startsWith('/')],
    ['_cached', None],
    ['has_location', typeof origin === 'string' && origin.startsWith('/')],
    ['cached', None],
    ['parent', places !== None ? name : dot < 0 ? '' : name.slice(0, dot)],
  ];
  for (const [k, v] of fields) setOwnAttr(s, k, v);
  return s;
}

/** Marks a module as being executed, or as done. */
export function setInitializing(spec: PyValue, running: boolean): void {
  setOwnAttr(spec, '_initializing', running);
}
