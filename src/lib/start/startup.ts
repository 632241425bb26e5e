/**
 * Starting the library: `sys`, `builtins` and the streams of a run.
 */
import './registry.ts';
import { nativeMaker } from '../host/natives.ts';
import type { PyDict } from '../../objects/core/dict.ts';
import { None, type PyModule } from '../../objects/core/values.ts';
import { parseModule } from '../../front/parse/parser.ts';
import { raise } from '../../objects/core/exceptions.ts';
import { connect } from '../../objects/core/world.ts';
import { resetExitFunctions } from '../system/exit-functions.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { importDotted } from '../host/import.ts';
import type { StandardStreams } from '../io/io.ts';
import { makeSpec } from '../host/module-spec.ts';
import { stdlibNames } from '../host/stdlib-names.ts';
import { makeModule as makeSys, startSys } from '../system/sys.ts';
import { warnNative } from '../warnings-core.ts';

export interface Startup {
  readonly builtins: PyModule;
  readonly sys: PyModule;
  /** `sys.modules`. */
  readonly modules: PyDict;
}

export interface StartupOptions {
  readonly argv: readonly string[];
  /** Directory searched first for imports. */
  readonly path0: string | null;
  readonly optimize: number;
  readonly warnoptions: readonly string[];
  readonly streams: StandardStreams;
}

/** Makes the modules a program finds loaded. Call once per run, after the interpreter and the front end are connected. */
export function startLibrary(options: StartupOptions): Startup {
  resetExitFunctions();
  const sys = makeSys(options.optimize);
  startSys(sys, options.streams, options.argv, options.path0 === null ? [] : [options.path0]);
  sys.dict.set('warnoptions', listFrom([...options.warnoptions]));
  const builtins = nativeMaker('builtins')!();
  for (const [name, m] of [
    ['sys', sys],
    ['builtins', builtins],
  ] as const)
    m.dict.set('__spec__', makeSpec(name, 'built-in', None));
  const modules = sys.dict.get('modules') as PyDict;
  modules.set('builtins', builtins);
  connect({
    builtins: () => builtins.dict,
    builtin: (name) => builtins.dict.get(name) ?? raise('AttributeError', name),
    libraryNames: stdlibNames,
    parse: (source) => parseModule(source, '<traceback>'),
    importModule: importDotted,
    warn: warnNative,
  });
  return { builtins, sys, modules };
}
