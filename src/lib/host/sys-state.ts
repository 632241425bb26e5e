/**
 * The namespace of `sys`, where the rest of the library finds the standard streams and `modules`.
 */
import { PyDict } from '../../objects/core/dict.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { PyModule } from '../../objects/core/values.ts';

let sysModule: PyModule = new PyModule('sys', new PyDict());

/** Makes `m` the `sys` of the machine. */
export function installSys(m: PyModule): void {
  sysModule = m;
}

/** Returns the module `sys`. */
export function currentSys(): PyModule {
  return sysModule;
}

/** Returns `sys.name` as programs have left it, or undefined. */
export function sysAttribute(name: string): PyValue | undefined {
  return sysModule.dict.get(name);
}

/** Returns `sys.modules`. */
export function loadedModules(): PyDict {
  const d = sysModule.dict.get('modules');
  return d instanceof PyDict ? d : new PyDict();
}
