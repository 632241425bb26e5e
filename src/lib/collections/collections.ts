/**
 * The module `collections`. The classes to derive from (ChainMap, UserDict, UserList, UserString) are
 * written in Python (`py/_collections_user.py`) and loaded when first asked for; so is `collections.abc`.
 */
import { dequeType } from './deque-object.ts';
import { iteratorType as dequeIteratorType } from './deque.ts';
import type { PyModule } from '../../objects/core/values.ts';
import type { PyValue } from '../../objects/core/object.ts';
import { PyBuiltin, makeFunctions } from '../../objects/core/builtin.ts';
import { attributeError } from '../../objects/core/exceptions.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { getAttr } from '../../protocol/attribute.ts';
import { defaultdictType, orderedDictType } from './dicts.ts';
import { counterType } from './counter.ts';
import { NAMEDTUPLE } from './namedtuple.ts';
import { importDotted } from '../host/import.ts';

const IN_PYTHON = ['ChainMap', 'UserDict', 'UserList', 'UserString'];

/** Makes the module. */
export function makeModule(): PyModule {
  const m = nativeModule('collections', [
    ['deque', dequeType],
    ['defaultdict', defaultdictType],
    ['OrderedDict', orderedDictType],
    ['Counter', counterType],
    ['_deque_iterator', dequeIteratorType],
    ...makeFunctions('collections', NAMEDTUPLE),
    [
      '__all__',
      listFrom([
        'ChainMap',
        'Counter',
        'OrderedDict',
        'UserDict',
        'UserList',
        'UserString',
        'defaultdict',
        'deque',
        'namedtuple',
      ]),
    ],
  ]);
  m.dict.set(
    '__getattr__',
    new PyBuiltin('__getattr__', 'name, /', 'function', null, 'collections', (name: PyValue) => {
      if (name === 'abc') return importDotted('collections.abc');
      if (typeof name !== 'string' || !IN_PYTHON.includes(name))
        return attributeError(`module 'collections' has no attribute '${String(name)}'`, m, String(name));
      const user = importDotted('_collections_user');
      for (const n of IN_PYTHON) m.dict.set(n, getAttr(user, n));
      return m.dict.get(name)!;
    }),
  );
  return m;
}
