/**
 * The module `atexit`: what runs when the program has ended.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { None, type PyModule } from '../../objects/core/values.ts';
import { type Kwargs, makeFunctions } from '../../objects/core/builtin.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { isCallable } from '../../types/functions/method.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { sameOrEqual } from '../../protocol/compare.ts';
import { exitFunctions, resetExitFunctions, runExitFunctions } from './exit-functions.ts';

/** Makes the module `atexit`. */
export function makeModule(): PyModule {
  return nativeModule(
    'atexit',
    makeFunctions('atexit', {
      'register(func, /, *args, **kwargs)': (fn: PyValue, args: PyValue[], kw: Kwargs) => {
        if (!isCallable(fn)) typeError('the first argument must be callable');
        exitFunctions.push({ fn, args, kw: kw.size === 0 ? null : kw });
        return fn;
      },
      'unregister(func, /)': (fn: PyValue) => {
        exitFunctions.splice(0, exitFunctions.length, ...exitFunctions.filter((f) => !sameOrEqual(f.fn, fn)));
        return None;
      },
      '_clear()': () => {
        resetExitFunctions();
        return None;
      },
      '_run_exitfuncs()': () => {
        runExitFunctions();
        return None;
      },
      '_ncallbacks()': () => exitFunctions.length,
    }),
  );
}
