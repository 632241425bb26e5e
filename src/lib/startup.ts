/**
 * Starting the library: `sys`, `builtins` and the streams of a run.
 */
import type { PyDict } from '../objects/dict.ts';
import { None, type PyModule } from '../objects/values.ts';
import { installLibraryNames } from '../objects/traceback.ts';
import { installImport } from '../objects/imported.ts';
import { installTracebackParser } from '../objects/traceback-carets.ts';
import { installSuggestionImport } from '../objects/traceback-suggest.ts';
import { installFunctionBuiltins } from '../objects/function.ts';
import { parseModule } from '../front/parser.ts';
import { installWarn } from '../objects/warn.ts';
import { resetExitFunctions } from './exit-functions.ts';
import { listFrom } from '../objects/list-storage.ts';
import { importDotted } from './import.ts';
import type { StandardStreams } from './io.ts';
import { makeSpec } from './module-spec.ts';
import { nativeMaker } from './registry.ts';
import { stdlibNames } from './stdlib-names.ts';
import { makeModule as makeSys, startSys } from './sys.ts';
import { warnNative } from './warnings-core.ts';

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

/** Makes the modules a program finds loaded. Call once per run, after the hooks are installed. */
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
  installFunctionBuiltins(() => builtins.dict);
  installLibraryNames(stdlibNames);
  installTracebackParser((source) => parseModule(source, '<traceback>'));
  installSuggestionImport(importDotted);
  installImport(importDotted);
  installWarn(warnNative);
  return { builtins, sys, modules };
}
