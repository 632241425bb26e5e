/**
 * The module `types`.
 */
import type { PyType, PyValue } from '../../objects/core/object.ts';
import {
  Ellipsis,
  None,
  NotImplemented,
  type PyModule,
  PyTuple,
  builtinFunctionType,
  builtinType,
  cellType,
  classMethodDescriptorType,
  codeType,
  frameType,
  functionType,
  generatorType,
  getsetType,
  memberType,
  methodDescriptorType,
  methodType,
  methodWrapperType,
  moduleType,
  propertyType,
  strOf,
  tracebackType,
  typeOf,
  wrapperDescriptorType,
} from '../../objects/core/values.ts';
import { makeFunctions } from '../../objects/core/builtin.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { finishClass, prepareClass } from '../../types/classes/class-build.ts';
import { typeError } from '../../objects/core/exceptions.ts';
import { invoke } from '../../objects/core/invoke.ts';
import { nativeModule } from '../../types/functions/module.ts';
import { genericAliasType, unionType } from '../../objects/core/generic.ts';
import { mappingProxyType } from '../../types/containers/mapping-proxy.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { toArray } from '../../protocol/iterate.ts';
import { simpleNamespaceType } from './simple-namespace.ts';

/** Reads the keyword arguments of a class given as a dict. */
function keywords(kwds: PyValue): Map<string, PyValue> | null {
  if (kwds === None) return null;
  const out = new Map<string, PyValue>();
  if (kwds instanceof PyDict)
    for (const [k, v] of kwds.entries()) out.set(strOf(k) ?? typeError('keywords must be strings'), v);
  return out.size === 0 ? null : out;
}

/** Types of things that do not exist here, for `isinstance` tests. */
const ABSENT = [
  ['CoroutineType', 'coroutine'],
  ['AsyncGeneratorType', 'async_generator'],
  ['CapsuleType', 'PyCapsule'],
] as const;
const absentTypes = ABSENT.map(([name, type]): [string, PyType] => [name, builtinType(type, { base: false })]);

/** Makes the module `types`. */
export function makeModule(): PyModule {
  const named: [string, PyType][] = [
    ['FunctionType', functionType],
    ['LambdaType', functionType],
    ['GeneratorType', generatorType],
    ['CodeType', codeType],
    ['MethodType', methodType],
    ['BuiltinFunctionType', builtinFunctionType],
    ['BuiltinMethodType', builtinFunctionType],
    ['WrapperDescriptorType', wrapperDescriptorType],
    ['MethodWrapperType', methodWrapperType],
    ['MethodDescriptorType', methodDescriptorType],
    ['ClassMethodDescriptorType', classMethodDescriptorType],
    ['ModuleType', moduleType],
    ['TracebackType', tracebackType],
    ['FrameType', frameType],
    ['GetSetDescriptorType', getsetType],
    ['MemberDescriptorType', memberType],
    ['CellType', cellType],
    ['MappingProxyType', mappingProxyType],
    ['SimpleNamespace', simpleNamespaceType],
    ['GenericAlias', genericAliasType],
    ['UnionType', unionType],
    ['NoneType', typeOf(None)],
    ['NotImplementedType', typeOf(NotImplemented)],
    ['EllipsisType', typeOf(Ellipsis)],
    ['DynamicClassAttribute', propertyType],
    ...absentTypes,
  ];
  return nativeModule('types', [
    ...named,
    ...makeFunctions('types', {
      'new_class(name, bases?, kwds?, exec_body?)': (
        name: PyValue,
        bases: PyValue = new PyTuple([]),
        kwds: PyValue = None,
        body: PyValue = None,
      ) => {
        const given = toArray(bases);
        const p = prepareClass(name, given, keywords(kwds));
        if (body !== None) invoke(body, [p.namespace]);
        return finishClass(name, given, p.bases, p.meta, p.namespace, p.kw, None);
      },
      'prepare_class(name, bases?, kwds?)': (name: PyValue, bases: PyValue = new PyTuple([]), kwds: PyValue = None) => {
        const p = prepareClass(name, toArray(bases), keywords(kwds));
        const kw = new PyDict();
        for (const [k, v] of p.kw ?? []) kw.set(k, v);
        return new PyTuple([p.meta, p.namespace, kw]);
      },
      'resolve_bases(bases)': (bases: PyValue) => {
        const given = toArray(bases);
        const out: PyValue[] = [];
        for (const b of given) {
          const hook = lookupAttr(b, '__mro_entries__');
          if (hook === undefined) out.push(b);
          else out.push(...toArray(invoke(hook, [bases])));
        }
        return new PyTuple(out);
      },
      'get_original_bases(cls, /)': (cls: PyValue) =>
        lookupAttr(cls, '__orig_bases__') ??
        lookupAttr(cls, '__bases__') ??
        typeError(`Expected an instance of type, not '${typeOf(cls).name}'`),
      'coroutine(func)': () => typeError('types.coroutine() is not in sidewinder'),
    }),
  ]);
}
