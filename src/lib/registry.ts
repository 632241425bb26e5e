/**
 * Native modules by name. A module's objects are made when it is first imported.
 */
import type { PyModule } from '../objects/values.ts';
import * as builtins from './builtins.ts';
import * as io from './io.ts';
import * as sys from './sys.ts';
import * as time from './time.ts';

const MODULES = new Map<string, () => PyModule>([
  ['builtins', builtins.makeModule],
  ['sys', sys.makeModule],
  ['io', io.makeModule],
  ['_io', io.makeIoCore],
  ['time', time.makeModule],
]);

/** Returns the maker of a native module, or undefined. */
export function nativeMaker(name: string): (() => PyModule) | undefined { return MODULES.get(name); }

/** Returns the names of all native modules. */
export function nativeNames(): string[] { return [...MODULES.keys()]; }
