/**
 * Attributes of library modules that objects need now and then; the import system is installed by the library.
 */
import type { PyValue } from '../core/object.ts';
import { getAttr } from './attribute.ts';

let importNamed: (name: string) => PyValue = (name) => {
  throw new Error(`the module ${name} is asked for before there are modules`);
};

/** Installs the import system. */
export function installImport(f: (name: string) => PyValue): void {
  importNamed = f;
}

/** Imports a module and returns an attribute of it. */
export function importedAttr(module: string, name: string): PyValue {
  return getAttr(importNamed(module), name);
}
