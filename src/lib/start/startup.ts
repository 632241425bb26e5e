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
import { type SysFlags, makeModule as makeSys, startSys } from '../system/sys.ts';
import { warnNative } from '../warnings-core.ts';

export interface Startup {
  readonly builtins: PyModule;
  readonly sys: PyModule;
  /** `sys.modules`. */
  readonly modules: PyDict;
}

interface StartupOptions {
  readonly argv: readonly string[];
  readonly originalArgv: readonly string[];
  readonly path: readonly string[];
  readonly flags: SysFlags;
  readonly warnoptions: readonly string[];
  readonly streams: StandardStreams;
}

/**
 * Makes the modules a program finds loaded. Call once per run, after the interpreter and the front end are connected.
 */
export function startLibrary(options: StartupOptions): Startup {
  resetExitFunctions();
  const sys = makeSys(options.flags);
  startSys(sys, options);
  sys.dict.set('warnoptions', listFrom([...options.warnoptions]));
  const builtins = nativeMaker('builtins')!();
  for (const [name, m] of [
    ['sys', sys],
    ['builtins', builtins],
  ] as const)
    m.dict.set('__spec__', makeSpec(name, 'built-in', None));
  if (options.flags.no_site) for (const name of ['exit', 'quit']) builtins.dict.delete(name);
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
