/** Attributes of library modules that objects need now and then. */
import type { PyValue } from '../core/object.ts';
import { world } from '../core/world.ts';
import { getAttr } from './attribute.ts';

/** Imports a module and returns an attribute of it. */
export function importedAttr(module: string, name: string): PyValue {
  return getAttr(world.importModule(module), name);
}
