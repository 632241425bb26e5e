/**
 * The module `gc`: what the host does is not in the program's hands, and what it answers says so.
 */
import type { PyValue } from '../../objects/core/object.ts';
import { None, type PyModule, PyTuple } from '../../objects/core/values.ts';
import { makeFunctions } from '../../objects/core/builtin.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { nativeModule } from '../../types/functions/module.ts';

let enabled = true;

/** Makes the module `gc`: what the host does is not in the program's hands. */
export function makeModule(): PyModule {
  enabled = true;
  return nativeModule('gc', [
    ...makeFunctions('gc', {
      'collect(generation?)': () => 0,
      'enable()': () => {
        enabled = true;
        return None;
      },
      'disable()': () => {
        enabled = false;
        return None;
      },
      'isenabled()': () => enabled,
      'get_threshold()': () => new PyTuple([2000, 10, 0]),
      'set_threshold(*args)': () => None,
      'get_count()': () => new PyTuple([0, 0, 0]),
      'is_tracked(obj, /)': (x: PyValue) => typeof x === 'object',
      'freeze()': () => None,
      'unfreeze()': () => None,
    }),
    ['garbage', listFrom([])],
    ['callbacks', listFrom([])],
  ]);
}
