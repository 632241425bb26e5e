/**
 * The namespace of `sys`, where the rest of the library finds the standard streams and `modules`.
 */
import { PyDict } from '../../objects/core/dict.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { world } from '../../objects/core/world.ts';

/** Returns `sys.name` as programs have left it, or undefined. */
export function sysAttribute(name: string): PyValue | undefined {
  return world.sys().dict.get(name);
}

/** Returns `sys.modules`. */
export function loadedModules(): PyDict {
  const d = world.sys().dict.get('modules');
  return d instanceof PyDict ? d : new PyDict();
}
