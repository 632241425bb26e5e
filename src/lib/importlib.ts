/**
 * The modules `importlib`, `importlib.util`, `importlib.machinery` and `importlib.abc`, as far as programs use them.
 */
import { PyType, type PyValue } from '../objects/core/object.ts';
import { None, PyModule, objectType, strOf, typeOf } from '../objects/core/values.ts';
import { makeFunctions } from '../objects/core/builtin.ts';
import { raise, typeError } from '../objects/core/exceptions.ts';
import { listFrom } from '../objects/core/list-storage.ts';
import { nativeModule, newModule } from '../types/functions/module.ts';
import { lookupAttr } from '../objects/slots/attribute.ts';
import { findSpec, importBuiltin, importDotted, reloadModule } from './host/import.ts';
import { makeSpec, moduleSpecType } from './host/module-spec.ts';
import { loadedModules } from './host/sys-state.ts';

/** Resolves a name relative to a package, as `importlib.import_module` takes it. */
function resolve(name: PyValue, packageName: PyValue): string {
  const text = strOf(name);
  if (text === undefined) typeError(`the 'name' argument must be a str, not ${typeOf(name).name}`);
  if (!text.startsWith('.')) return text;
  const base = packageName === None ? undefined : strOf(packageName);
  if (base === undefined) typeError(`the 'package' argument is required to perform a relative import for '${text}'`);
  const level = /^\.+/.exec(text)![0].length;
  const parts = base.split('.');
  if (level - 1 >= parts.length) raise('ImportError', 'attempted relative import beyond top-level package');
  const stem = parts.slice(0, parts.length - (level - 1)).join('.');
  return text.length === level ? stem : `${stem}.${text.slice(level)}`;
}

/** Makes `importlib.util`. */
export function makeUtil(): PyModule {
  return nativeModule(
    'importlib.util',
    makeFunctions('importlib.util', {
      'find_spec(name, package?)': (name: PyValue, packageName: PyValue = None) => {
        const full = resolve(name, packageName);
        const loaded = loadedModules().get(full);
        if (loaded !== undefined && loaded !== None) return lookupAttr(loaded, '__spec__') ?? None;
        return findSpec(full) ?? None;
      },
      'module_from_spec(spec)': (spec: PyValue) => {
        const m = newModule(strOf(lookupAttr(spec, 'name') ?? '') ?? '');
        m.dict.set('__spec__', spec);
        const origin = lookupAttr(spec, 'origin');
        if (origin !== undefined && origin !== None) m.dict.set('__file__', origin);
        return m;
      },
      'spec_from_file_location(name, location?, *, loader?, submodule_search_locations?)': (
        name: PyValue,
        location: PyValue = None,
      ) => makeSpec(strOf(name) ?? '', location, None),
      'resolve_name(name, package)': (name: PyValue, packageName: PyValue) => resolve(name, packageName),
      'cache_from_source(path)': () => raise('NotImplementedError', 'sys.implementation.cache_tag is None'),
    }),
  );
}

/** Makes an empty class for `isinstance` tests. */
function placeholder(name: string, module: string): PyType {
  return new PyType(name, [objectType], { module });
}

/** Makes `importlib.machinery`. */
export function makeMachinery(): PyModule {
  const names = [
    'SourceFileLoader',
    'SourcelessFileLoader',
    'ExtensionFileLoader',
    'BuiltinImporter',
    'FrozenImporter',
    'PathFinder',
    'FileFinder',
    'NamespaceLoader',
  ];
  return nativeModule('importlib.machinery', [
    ['ModuleSpec', moduleSpecType],
    ...names.map((n): [string, PyValue] => [n, placeholder(n, '_frozen_importlib_external')]),
    ['SOURCE_SUFFIXES', listFrom(['.py'])],
    ['BYTECODE_SUFFIXES', listFrom(['.pyc'])],
    ['DEBUG_BYTECODE_SUFFIXES', listFrom(['.pyc'])],
    ['OPTIMIZED_BYTECODE_SUFFIXES', listFrom(['.pyc'])],
    ['EXTENSION_SUFFIXES', listFrom([])],
    ...makeFunctions('importlib.machinery', { 'all_suffixes()': () => listFrom(['.py', '.pyc']) }),
  ]);
}

/** Makes `importlib.abc`. */
export function makeAbc(): PyModule {
  const names = [
    'Loader',
    'Finder',
    'MetaPathFinder',
    'PathEntryFinder',
    'ResourceLoader',
    'InspectLoader',
    'ExecutionLoader',
    'FileLoader',
    'SourceLoader',
  ];
  return nativeModule(
    'importlib.abc',
    names.map((n): [string, PyValue] => [n, placeholder(n, 'importlib.abc')]),
  );
}

/** Makes `importlib`. */
export function makeModule(): PyModule {
  const m = nativeModule(
    'importlib',
    makeFunctions('importlib', {
      'import_module(name, package?)': (name: PyValue, packageName: PyValue = None) =>
        importDotted(resolve(name, packageName)),
      'reload(module)': (module: PyValue) =>
        module instanceof PyModule ? reloadModule(module) : typeError('reload() argument must be a module'),
      'invalidate_caches()': () => None,
      '__import__(name, globals?, locals?, fromlist?, level?)': importBuiltin,
    }),
  );
  m.dict.set('__path__', listFrom([]));
  return m;
}
