/**
 * The module `builtins`.
 */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  Ellipsis,
  None,
  NotImplemented,
  type PyModule,
  boolType,
  bytearrayType,
  bytesType,
  classmethodType,
  complexType,
  floatType,
  intType,
  listType,
  objectType,
  propertyType,
  rangeType,
  sliceType,
  staticmethodType,
  strType,
  superType,
  tupleType,
  typeType,
} from '../../objects/core/values.ts';
import { PyBuiltin, makeFunctions } from '../../objects/core/builtin.ts';
import { PyRaise, exceptionType, exceptionTypes, makeException } from '../../objects/core/exceptions.ts';
import { dictType } from '../../objects/core/dict.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { frozensetType, setType } from '../../objects/core/set-table.ts';
import { codeFunctions } from './code.ts';
import { breakpoint } from './hooks.ts';
import { ioFunctions } from './io.ts';
import { enumerateType, filterType, mapType, reversedType, zipType } from './iterators.ts';
import { numberFunctions } from './numbers.ts';
import { objectFunctions } from './objects.ts';
import { memoryviewType } from '../../types/bytes/memoryview.ts';
import { openFunction } from '../io/io.ts';

const TYPES: readonly PyType[] = [
  boolType,
  bytearrayType,
  bytesType,
  classmethodType,
  complexType,
  dictType,
  enumerateType,
  filterType,
  floatType,
  frozensetType,
  intType,
  listType,
  mapType,
  objectType,
  propertyType,
  rangeType,
  reversedType,
  setType,
  sliceType,
  staticmethodType,
  strType,
  superType,
  tupleType,
  typeType,
  zipType,
  memoryviewType,
];

/** Types of `builtins` that are defined in files of their own and registered when those are loaded. */
const extra = new Map<string, PyValue>();

/** Adds a name to `builtins`; call before the module is made. */
export function registerBuiltin(name: string, value: PyValue): void {
  extra.set(name, value);
}

/** `exit` and `quit`, as `site` makes them. */
function quitter(name: string): PyBuiltin {
  return new PyBuiltin(name, 'code?', 'function', null, 'builtins', (code: PyValue = None) => {
    throw new PyRaise(makeException('SystemExit', code));
  });
}

/** Makes the module `builtins`. */
export function makeModule(): PyModule {
  const entries: [string, PyValue][] = [
    ['__build_class__', codeFunctions.get('__build_class__')!],
    ...objectFunctions,
    ...numberFunctions,
    ...ioFunctions,
    ...codeFunctions,
    ...makeFunctions('builtins', { 'breakpoint(*args, **kws)': breakpoint }),
    ['open', openFunction],
    ['exit', quitter('exit')],
    ['quit', quitter('quit')],
    ['None', None],
    ['Ellipsis', Ellipsis],
    ['NotImplemented', NotImplemented],
    ['False', false],
    ['True', true],
    ['__debug__', true],
    ...TYPES.map((t): [string, PyValue] => [t.name, t]),
    ...extra,
    ...[...exceptionTypes()],
    ['EnvironmentError', exceptionType('OSError')],
    ['IOError', exceptionType('OSError')],
  ];
  return nativeModule('builtins', entries, 'Built-in functions, types, exceptions, and other objects.');
}
