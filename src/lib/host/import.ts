/**
 * The import system: `import`, `from … import`, `__import__` (reference, "The import system").
 *
 * A module is looked for in `sys.modules`, among the modules that are part of the interpreter, in
 * the directories of `sys.path` (or of the package's `__path__`), and last in this library: native
 * modules and the Python sources of `py-sources.ts`. So a program's own `random.py` hides the library's, as
 * in CPython, where the library is the last entry of `sys.path`; its `os.py` does not, as CPython has that before
 * it looks at any path.
 */
import { setField } from '../../types/exceptions/fields.ts';
import { world } from '../../objects/core/world.ts';
import { nativeMaker } from './natives.ts';
import * as fs from 'node:fs';
import type { PyValue } from '../../objects/core/object.ts';
import { None, PyModule, intOf, strOf, typeOf } from '../../objects/core/values.ts';
import { PyDict } from '../../objects/core/dict.ts';
import { PyRaise, makeException, raise, typeError, valueError } from '../../objects/core/exceptions.ts';
import { listFrom } from '../../objects/core/list-storage.ts';
import { withoutCompiling } from '../../frames/hooks.ts';
import { newModule } from '../../types/functions/module.ts';
import { decodeText } from '../../types/str/codecs.ts';
import { lookupAttr } from '../../objects/slots/attribute.ts';
import { setAttr } from '../../protocol/attribute.ts';
import { toArray } from '../../protocol/iterate.ts';
import { invoke } from '../../objects/core/invoke.ts';
import type { CodeObject } from '../../bytecode/code.ts';
import { makeSpec, setInitializing } from './module-spec.ts';
import { type LibrarySource, librarySource, librarySourceAt } from './py-sources.ts';
import { isBuiltin, isEarly, stdlibNames } from './stdlib-names.ts';
import { loadedModules, sysAttribute } from './sys-state.ts';
import { compileSource } from './syntax-error.ts';

/* ---- errors ---- */

/** Raises ImportError or ModuleNotFoundError with its `name` and `path`. */
function importError(
  type: 'ImportError' | 'ModuleNotFoundError',
  message: string,
  name: PyValue,
  path: PyValue = None,
): never {
  const e = makeException(type, message);
  setField(e, 'msg', message);
  setField(e, 'name', name);
  setField(e, 'path', path);
  throw new PyRaise(e);
}

/** Raises for a module that is nowhere. */
function notFound(name: string, note = ''): never {
  const top = name.split('.')[0]!;
  const library =
    note === '' && stdlibNames().includes(top) ? " (part of Python's standard library, not in sidewinder yet)" : note;
  importError('ModuleNotFoundError', `No module named '${name}'${library}`, name);
}

/* ---- finding and loading ---- */

/** What was found for a name: a native module, source text, or a directory without `__init__.py`. */
type Found =
  | { kind: 'native'; make: () => PyModule }
  | {
      kind: 'source';
      file: string;
      read: () => string;
      places: PyValue[] | null;
      compiled?: () => CodeObject | undefined;
    }
  | { kind: 'namespace'; places: PyValue[] };

/** Tells what a path is. */
function statKind(path: string): 'file' | 'directory' | null {
  try {
    const s = fs.statSync(path, { throwIfNoEntry: false });
    return s === undefined ? null : s.isFile() ? 'file' : s.isDirectory() ? 'directory' : null;
  } catch {
    return null;
  }
}

/** Searches directories for a module. */
function findInDirectories(name: string, directories: readonly PyValue[]): Found | undefined {
  const namespace: PyValue[] = [];
  for (const entry of directories) {
    const dir = strOf(entry);
    if (dir === undefined) continue;
    const base = `${dir === '' ? process.cwd() : dir.replace(/\/$/, '')}/${name}`;
    const source = librarySourceAt(base);
    if (source !== undefined) return asFound(source);
    if (statKind(base) === 'directory') {
      const init = `${base}/__init__.py`;
      if (statKind(init) === 'file')
        return { kind: 'source', file: init, read: () => readSource(init), places: [base] };
      namespace.push(base);
    }
    const file = `${base}.py`;
    if (statKind(file) === 'file') return { kind: 'source', file, read: () => readSource(file), places: null };
  }
  return namespace.length > 0 ? { kind: 'namespace', places: namespace } : undefined;
}

/** Searches this library. */
function findInLibrary(full: string): Found | undefined {
  const make = nativeMaker(full);
  if (make !== undefined) return { kind: 'native', make };
  const source = librarySource(full);
  return source === undefined ? undefined : asFound(source);
}

/** Describes what was found in this library. */
function asFound(source: LibrarySource): Found {
  const { file, read, compiled, isPackage } = source;
  return { kind: 'source', file, read, compiled, places: isPackage ? [file.replace(/\/__init__\.py$/, '')] : null };
}

/** Finds a module; `path` is the `__path__` of its package, null for a top-level one. */
function find(full: string, path: readonly PyValue[] | null): Found | undefined {
  if (path === null && isBuiltin(full)) {
    const make = nativeMaker(full);
    if (make !== undefined) return { kind: 'native', make };
  }
  if (path === null && isEarly(full)) {
    const early = findInLibrary(full);
    if (early !== undefined) return early;
  }
  const directories = path ?? toArray(sysAttribute('path') ?? listFrom([]));
  const found = findInDirectories(full.slice(full.lastIndexOf('.') + 1), directories);
  if (found !== undefined && found.kind === 'source') return found;
  return findInLibrary(full) ?? found;
}

/** Reads source text by its declared encoding (PEP 263). */
function readSource(file: string): string {
  const data = fs.readFileSync(file);
  const head = data.subarray(0, 400).toString('latin1').split('\n').slice(0, 2);
  const declared = head.map((l) => /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(l)?.[1]).find((x) => x !== undefined);
  return decodeText(data, declared ?? 'utf-8').replace(/^\ufeff/, '');
}

/** Makes and executes a module, which is in `sys.modules` meanwhile. */
function load(full: string, found: Found): PyValue {
  const modules = loadedModules();
  if (found.kind === 'native') {
    const m = found.make();
    const spec = makeSpec(full, 'built-in', None);
    if (m.dict.get('__spec__') === None) m.dict.set('__spec__', spec);
    modules.set(full, m);
    return m;
  }
  const m = newModule(full);
  const places = found.kind === 'namespace' ? found.places : found.places;
  const path = places === null ? None : listFrom(places);
  const spec = makeSpec(full, found.kind === 'source' ? found.file : None, path);
  m.dict.set('__spec__', spec);
  m.dict.set('__package__', places !== null ? full : full.includes('.') ? full.slice(0, full.lastIndexOf('.')) : '');
  if (path !== None) m.dict.set('__path__', path);
  modules.set(full, m);
  if (found.kind === 'namespace') return m;
  m.dict.set('__file__', found.file);
  m.dict.set('__cached__', None);
  const builtins = modules.get('builtins');
  if (builtins instanceof PyModule) m.dict.set('__builtins__', builtins.dict);
  setInitializing(spec, true);
  try {
    const code = found.compiled?.() ?? compileSource(found.read(), found.file, 'exec');
    const run = (): PyValue => world.run(code, m.dict, m.dict, null);
    if (found.compiled === undefined) run();
    else withoutCompiling(run);
  } catch (e) {
    modules.delete(full);
    throw e;
  } finally {
    setInitializing(spec, false);
  }
  return modules.get(full) ?? m;
}

/** Imports a dotted name and returns the module it names. Throws ImportError and what modules raise. */
export function importDotted(full: string): PyValue {
  const modules = loadedModules();
  const present = modules.get(full);
  if (present !== undefined) {
    if (present === None) importError('ModuleNotFoundError', `import of ${full} halted; None in sys.modules`, full);
    return present;
  }
  const dot = full.lastIndexOf('.');
  let path: readonly PyValue[] | null = null;
  let parent: PyValue | null = null;
  if (dot >= 0) {
    const parentName = full.slice(0, dot);
    parent = importDotted(parentName);
    const already = modules.get(full);
    if (already !== undefined) return already;
    const places = lookupAttr(parent, '__path__');
    if (places === undefined) {
      if (nativeMaker(full) === undefined && librarySource(full) === undefined)
        notFound(full, `; '${parentName}' is not a package`);
      path = [];
    } else path = toArray(places);
  }
  const found = find(full, path);
  if (found === undefined) notFound(full);
  const m = load(full, found);
  if (parent !== null) setAttr(parent, full.slice(dot + 1), m);
  return m;
}

/** Finds the spec of a module without importing it (its packages are imported); undefined where it is nowhere. */
export function findSpec(full: string): PyValue | undefined {
  const dot = full.lastIndexOf('.');
  let path: readonly PyValue[] | null = null;
  if (dot >= 0) {
    const places = lookupAttr(importDotted(full.slice(0, dot)), '__path__');
    path = places === undefined ? [] : toArray(places);
  }
  const found = find(full, path);
  if (found === undefined) return undefined;
  if (found.kind === 'native') return makeSpec(full, 'built-in', None);
  return makeSpec(
    full,
    found.kind === 'source' ? found.file : None,
    found.places === null ? None : listFrom(found.places),
  );
}

/** Executes a module again in its own namespace (`importlib.reload`). */
export function reloadModule(m: PyModule): PyValue {
  const full = strOf(m.dict.get('__name__') ?? '') ?? '';
  const file = m.dict.get('__file__');
  const text = file === undefined ? undefined : strOf(file);
  if (text === undefined) return m;
  world.run(compileSource(readSource(text), text, 'exec'), m.dict, m.dict, null);
  return loadedModules().get(full) ?? m;
}

/* ---- the import statement ---- */

/** Resolves a relative name against the importing module's package. */
function resolveRelative(name: string, globals: PyDict | null, level: number): string {
  let base = globals?.get('__package__') ?? None;
  const spec = globals?.get('__spec__') ?? None;
  if (base === None && spec !== None) base = lookupAttr(spec, 'parent') ?? None;
  if (base === None) {
    const own = globals?.get('__name__');
    if (own === undefined) raise('KeyError', "'__name__' not in globals");
    const text = strOf(own) ?? '';
    base = globals!.has('__path__') ? text : text.includes('.') ? text.slice(0, text.lastIndexOf('.')) : '';
  }
  const parts = strOf(base);
  if (parts === undefined) typeError('package must be a string');
  if (parts === '') importError('ImportError', 'attempted relative import with no known parent package', None);
  const pieces = parts.split('.');
  if (level - 1 >= pieces.length)
    importError('ImportError', 'attempted relative import beyond top-level package', None);
  const stem = pieces.slice(0, pieces.length - (level - 1)).join('.');
  return name === '' ? stem : `${stem}.${name}`;
}

/** Imports the submodules a `from` list names. */
function importNames(module: PyValue, names: readonly PyValue[]): void {
  if (lookupAttr(module, '__path__') === undefined) return;
  const own = strOf(lookupAttr(module, '__name__') ?? '') ?? '';
  for (const n of names) {
    const name = strOf(n);
    if (name === undefined) typeError(`Item in \`\`from list'' must be str, not ${typeOf(n).name}`);
    if (name === '*') {
      const all = lookupAttr(module, '__all__');
      if (all !== undefined)
        importNames(
          module,
          toArray(all).filter((x) => x !== '*'),
        );
    } else if (lookupAttr(module, name) === undefined) {
      const full = `${own}.${name}`;
      const places = toArray(lookupAttr(module, '__path__')!);
      if (loadedModules().has(full) || find(full, places) !== undefined) importDotted(full);
    }
  }
}

/** What of a frame an import looks at. */
interface Importer {
  readonly builtins: PyDict;
  readonly globals: PyDict;
  readonly locals: PyValue | null;
}

/** Performs IMPORT_NAME: returns the top package, or the named module where names are taken from it. */
export function importModule(name: string, f: Importer, fromlist: PyValue, level: number): PyValue {
  const own = f.builtins.get('__import__') ?? raise('ImportError', '__import__ not found');
  if (own !== standardImport()) return invoke(own, [name, f.globals, f.locals ?? None, fromlist, level]);
  return importNow(name, f.globals, fromlist, level);
}

let original: PyValue | undefined;

/** Returns the `__import__` that `builtins` had when first asked. */
function standardImport(): PyValue | undefined {
  if (original === undefined) {
    const b = loadedModules().get('builtins');
    if (b instanceof PyModule) original = b.dict.get('__import__');
  }
  return original;
}

function importNow(name: string, globals: PyDict | null, fromlist: PyValue, level: number): PyValue {
  const full = level > 0 ? resolveRelative(name, globals, level) : name;
  const names = fromlist === None ? [] : toArray(fromlist);
  const leaf = importDotted(full);
  if (names.length > 0) {
    importNames(leaf, names);
    return leaf;
  }
  if (level > 0) {
    if (name === '') return leaf;
    const extra = name.length - (name.indexOf('.') < 0 ? name.length : name.indexOf('.'));
    return loadedModules().get(full.slice(0, full.length - extra)) ?? leaf;
  }
  return loadedModules().get(full.split('.')[0]!) ?? leaf;
}

/** `__import__` as programs call it. */
export function importBuiltin(
  name: PyValue,
  globals: PyValue = None,
  _locals: PyValue = None,
  fromlist: PyValue = None,
  level: PyValue = 0,
): PyValue {
  const text = strOf(name);
  if (text === undefined) typeError('module name must be a string');
  const n = Number(intOf(level) ?? 0);
  if (n < 0) valueError('level must be >= 0');
  if (text === '' && n === 0) valueError('Empty module name');
  return importNow(text, globals instanceof PyDict ? globals : null, fromlist, n);
}

/** Performs IMPORT_FROM: an attribute of a module, or its submodule. Throws ImportError. */
export function importFrom(module: PyValue, name: string): PyValue {
  const found = lookupAttr(module, name);
  if (found !== undefined) return found;
  const own = lookupAttr(module, '__name__');
  const ownName = own === undefined ? undefined : strOf(own);
  if (ownName !== undefined) {
    const sub = loadedModules().get(`${ownName}.${name}`);
    if (sub !== undefined) return sub;
  }
  const file = lookupAttr(module, '__file__');
  const place = file !== undefined && strOf(file) !== undefined ? strOf(file)! : null;
  const shown = ownName ?? '<unknown module name>';
  const spec = lookupAttr(module, '__spec__');
  const running = spec !== undefined && spec !== None && lookupAttr(spec, '_initializing') === true;
  const message = running
    ? `cannot import name '${name}' from partially initialized module '${shown}` +
      `' (most likely due to a circular import) (${place ?? 'unknown location'})`
    : `cannot import name '${name}' from '${shown}' (${place ?? 'unknown location'})`;
  const e = makeException('ImportError', message);
  setField(e, 'msg', message);
  setField(e, 'name', ownName ?? None);
  setField(e, 'path', file ?? None);
  setField(e, 'name_from', name);
  throw new PyRaise(e);
}
