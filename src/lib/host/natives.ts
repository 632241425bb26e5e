/**
 * The native modules by name: filled by `lib/start/registry.ts`, which lies above every module, so that the
 * import system, which lies below them, can find what it may not name.
 */
import type { PyModule } from '../../objects/core/values.ts';

type Maker = () => PyModule;

const makers = new Map<string, Maker>();

/** Takes in modules: name and what makes the module object. */
export function registerNatives(table: readonly (readonly [string, Maker])[]): void {
  for (const [name, make] of table) makers.set(name, make);
}

/** Returns the maker of a native module, or undefined. */
export function nativeMaker(name: string): Maker | undefined {
  return makers.get(name);
}
